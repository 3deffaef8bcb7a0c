#include "suggest.h"

#include <stdlib.h>
#include <string.h>

enum {
    PART_MISSED,
    PART_RESTED,
    PART_FRESH,
    PART_STEP,
    PARTS,
    MOST = 100,
    A_DAY = 4,
    NEVER_TRIED = 60,
    NOT_PASSED = 30,
    RIGHT_STEP = 40,
    A_DEGREE = 20,
    HARDEST = 5
};

static uint32_t sum_of(const uint32_t counts[RP_SCORES])
{
    return counts[RP_LISTENING] + counts[RP_EMPATHY] + counts[RP_RESOLUTION];
}

/* The difficulty that is due: one above the hardest that was passed. */
static uint32_t next_difficulty(const suggest_candidate *candidates,
                                uint32_t count)
{
    uint32_t hardest = 0;

    for (uint32_t i = 0; i < count; i++) {
        const suggest_candidate *one = &candidates[i];
        if (one->was_passed && one->difficulty > hardest) {
            hardest = one->difficulty;
        }
    }
    return hardest < HARDEST ? hardest + 1 : HARDEST;
}

static uint32_t fresh_points(const suggest_candidate *one)
{
    if (one->attempts == 0) {
        return NEVER_TRIED;
    }
    return one->was_passed ? 0 : NOT_PASSED;
}

static void count_parts(const suggest_candidate *one, uint32_t due,
                        uint32_t parts[PARTS])
{
    uint32_t missed = sum_of(one->missed);
    uint32_t all = missed + sum_of(one->shown);
    uint32_t days = one->days > 0 ? (uint32_t)one->days : 0;
    uint32_t apart =
        one->difficulty > due ? one->difficulty - due : due - one->difficulty;
    uint32_t lost = apart * A_DEGREE;

    parts[PART_MISSED] = all > 0 ? MOST * missed / all : 0;
    parts[PART_RESTED] = days < MOST / A_DAY ? days * A_DAY : MOST;
    parts[PART_FRESH] = fresh_points(one);
    parts[PART_STEP] = lost < RIGHT_STEP ? RIGHT_STEP - lost : 0;
}

static rp_score_kind worst_score(const suggest_candidate *one)
{
    rp_score_kind worst = RP_LISTENING;

    for (int i = 0; i < RP_SCORES; i++) {
        if (one->missed[i] > one->missed[worst]) {
            worst = (rp_score_kind)i;
        }
    }
    return worst;
}

static rp_reason reason_of(const suggest_candidate *one,
                           const uint32_t parts[PARTS])
{
    rp_reason why = {.chapter = one->chapter};
    int most = 0;

    for (int i = 1; i < PARTS; i++) {
        most = parts[i] > parts[most] ? i : most;
    }
    switch (parts[most] > 0 ? most : PART_STEP) {
    case PART_MISSED:
        why.kind = RP_REASON_MISSED;
        why.score = worst_score(one);
        why.count = one->missed[why.score];
        break;
    case PART_RESTED:
        why.kind = RP_REASON_RESTED;
        why.days = one->days > 0 ? (uint32_t)one->days : 0;
        break;
    case PART_FRESH:
        why.kind = one->attempts == 0 ? RP_REASON_NEW : RP_REASON_TRIED;
        break;
    default: why.kind = RP_REASON_STEP; break;
    }
    return why;
}

static bool comes_before(const suggestion *a, const suggestion *b,
                         const suggest_candidate *candidates)
{
    if (a->points != b->points) {
        return a->points > b->points;
    }
    return strcmp(candidates[a->candidate].id, candidates[b->candidate].id) < 0;
}

/* A heap sort: no allocation, and as quick for thousands. */
static void sink(suggestion *order, uint32_t at, uint32_t count,
                 const suggest_candidate *candidates)
{
    for (uint32_t child = 2 * at + 1; child < count; child = 2 * at + 1) {
        if (child + 1 < count &&
            comes_before(&order[child], &order[child + 1], candidates)) {
            child++;
        }
        if (!comes_before(&order[at], &order[child], candidates)) {
            return;
        }
        suggestion held = order[at];
        order[at] = order[child];
        order[child] = held;
        at = child;
    }
}

static void sort(suggestion *order, uint32_t count,
                 const suggest_candidate *candidates)
{
    for (uint32_t i = count / 2; i > 0; i--) {
        sink(order, i - 1, count, candidates);
    }
    for (uint32_t end = count; end > 1; end--) {
        suggestion held = order[0];
        order[0] = order[end - 1];
        order[end - 1] = held;
        sink(order, 0, end - 1, candidates);
    }
}

void suggest(const suggest_candidate *candidates, uint32_t count,
             suggestion *order)
{
    uint32_t due = next_difficulty(candidates, count);
    uint32_t tried = 0;

    for (uint32_t i = 0; i < count; i++) {
        tried += candidates[i].attempts;
    }
    for (uint32_t i = 0; i < count; i++) {
        uint32_t parts[PARTS];
        count_parts(&candidates[i], due, parts);
        order[i] = (suggestion){.candidate = i,
                                .why = reason_of(&candidates[i], parts)};
        for (int p = 0; p < PARTS; p++) {
            order[i].points += parts[p];
        }
        if (tried == 0) {
            order[i].why.kind = RP_REASON_FIRST;
        }
    }
    sort(order, count, candidates);
}
