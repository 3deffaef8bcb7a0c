/*
 * Ways on that come to the same, taken as one.
 */
#include <stdlib.h>

#include "solve/odds.h"

static int compare(uint64_t a, uint64_t b)
{
    return (a > b) - (a < b);
}

int guess_compare_ways(const guess_way *a, const guess_way *b)
{
    int order = compare(a->target, b->target);

    order = order != 0 ? order : compare(a->arg, b->arg);
    order = order != 0 ? order : compare(a->is_counted, b->is_counted);
    for (uint32_t i = 0; order == 0 && i < RP_SCORES; i++) {
        order = (a->points[i] > b->points[i]) - (a->points[i] < b->points[i]);
    }
    return order;
}

static int by_sameness(const void *a, const void *b)
{
    return guess_compare_ways(a, b);
}

void guess_lump(guess *by)
{
    guess_way *ways = by->ways.items;
    uint64_t count = 0;

    for (uint64_t i = 0; i < by->ways.count; i++) {
        guess_way way = ways[i];
        way.arg = 0;
        if (way.target != FATE_FAILS && way.share > 0) {
            ways[count++] = way;
        }
    }
    if (count > 1) {
        qsort(ways, count, sizeof *ways, by_sameness);
    }
    by->ways.count = 0;
    for (uint64_t i = 0; i < count; i++) {
        if (by->ways.count > 0 &&
            guess_compare_ways(&ways[by->ways.count - 1], &ways[i]) == 0) {
            ways[by->ways.count - 1].share += ways[i].share;
        } else {
            ways[by->ways.count++] = ways[i];
        }
    }
}
