/*
 * What two reports differ in. Everything becomes a row of two short texts;
 * rows whose texts are equal are not kept.
 */
#include <string.h>

#include "author.h"

const char *const rp_measure_names[RP_MEASURES] = {
    [RP_MEASURE_PAR] = "par",         [RP_MEASURE_BEST] = "best",
    [RP_MEASURE_FINDING] = "finding", [RP_MEASURE_TRAP] = "trap",
    [RP_MEASURE_ODDS] = "odds",       [RP_MEASURE_EXAM_ODDS] = "exam_odds",
    [RP_MEASURE_GATE] = "gate",       [RP_MEASURE_MISSING] = "missing",
};

typedef struct measuring {
    const rp_proven *before;
    const rp_proven *after;
    rp_arena *arena;
    rp_measured *items;
    uint32_t count;
    bool refused;
} measuring;

/* Keeps a row where its two sides differ. */
static void put(measuring *m, rp_measured row)
{
    if (!author_is_same(row.before, row.after)) {
        m->items[m->count++] = row;
    }
}

static const char *kept(measuring *m, const char *text)
{
    m->refused = m->refused || text == NULL;
    return text;
}

/* ------------------------------------------------------------------- runs */

static const char *par_text(measuring *m, const rp_report *report, uint32_t set)
{
    if (set >= report->set_count) {
        return NULL;
    }
    const int32_t *par = report->sets[set].par;
    return kept(m, rp_arena_format(m->arena, "L%d E%d R%d", par[RP_LISTENING],
                                   par[RP_EMPATHY], par[RP_RESOLUTION]));
}

static const char *best_text(measuring *m, const rp_report *report,
                             uint32_t set)
{
    rp_text moves;

    if (set >= report->set_count || report->sets[set].best_count == 0) {
        return NULL;
    }
    rp_text_init(&moves, m->arena->alloc);
    for (uint32_t i = 0; i < report->sets[set].best_count; i++) {
        rp_text_printf(&moves, "%s%s", i > 0 ? ", " : "",
                       report->sets[set].best[i]);
    }
    return kept(m, author_keep(&moves, m->arena));
}

static void compare_sets(measuring *m)
{
    const rp_report *old = m->before->report;
    const rp_report *new = m->after->report;
    uint32_t count =
        old->set_count > new->set_count ? old->set_count : new->set_count;

    for (uint32_t i = 0; i < count; i++) {
        put(m, (rp_measured){.what = RP_MEASURE_PAR,
                             .set = (uint16_t)(i + 1),
                             .name = "",
                             .before = par_text(m, old, i),
                             .after = par_text(m, new, i)});
        put(m, (rp_measured){.what = RP_MEASURE_BEST,
                             .set = (uint16_t)(i + 1),
                             .name = "",
                             .before = best_text(m, old, i),
                             .after = best_text(m, new, i)});
    }
}

/* ------------------------------------------------------------------- odds */

static const char *odds_text(measuring *m, const rp_report *report,
                             const rp_odds *odds)
{
    return kept(m, report->is_exact
                       ? rp_arena_format(m->arena, "%.3g", 100 * odds->high)
                       : rp_arena_format(m->arena, "%.3g – %.3g",
                                         100 * odds->low, 100 * odds->high));
}

static void compare_odds(measuring *m)
{
    const rp_report *old = m->before->report;
    const rp_report *new = m->after->report;

    for (int i = 0; i < RP_GUESSERS; i++) {
        put(m, (rp_measured){.what = RP_MEASURE_ODDS,
                             .name = rp_guesser_names[i],
                             .before = odds_text(m, old, &old->odds[i].own),
                             .after = odds_text(m, new, &new->odds[i].own)});
        put(m, (rp_measured){.what = RP_MEASURE_EXAM_ODDS,
                             .name = rp_guesser_names[i],
                             .before = odds_text(m, old, &old->odds[i].exam),
                             .after = odds_text(m, new, &new->odds[i].exam)});
    }
}

/* ------------------------------------------------- lists of named things */

/* A list of a report: how long it is, what its items are called and say. */
typedef struct listing {
    rp_measure what;
    uint32_t (*count)(const rp_report *report);
    const char *(*name)(const rp_report *report, uint32_t index);
    /* What tells items of one name apart; NULL: their order alone. */
    const char *(*about)(const rp_report *report, uint32_t index);
    const char *(*says)(measuring *m, const rp_report *report, uint32_t index);
    void (*made_of)(const rp_report *report, uint32_t index, rp_measured *row);
} listing;

static uint32_t trap_count(const rp_report *report)
{
    return report->trap_count;
}

static const char *trap_name(const rp_report *report, uint32_t index)
{
    return report->traps[index].move;
}

static const char *trap_says(measuring *m, const rp_report *report,
                             uint32_t index)
{
    return kept(m, rp_arena_format(m->arena, "%u",
                                   (unsigned)report->traps[index].after));
}

static void trap_made_of(const rp_report *report, uint32_t index,
                         rp_measured *row)
{
    (void)report;
    (void)index;
    (void)row;
}

static uint32_t finding_count(const rp_report *report)
{
    return report->remark_count;
}

static const char *finding_name(const rp_report *report, uint32_t index)
{
    return report->remarks[index].subject;
}

static const char *finding_says(measuring *m, const rp_report *report,
                                uint32_t index)
{
    (void)m;
    return report->remarks[index].sentence;
}

static void finding_made_of(const rp_report *report, uint32_t index,
                            rp_measured *row)
{
    row->pattern = report->remarks[index].pattern;
    row->words = report->remarks[index].words;
}

static uint32_t missing_count(const rp_report *report)
{
    return report->missing_count;
}

static const char *missing_name(const rp_report *report, uint32_t index)
{
    return report->missing[index].code;
}

static const char *missing_says(measuring *m, const rp_report *report,
                                uint32_t index)
{
    (void)m;
    return report->missing[index].sentence;
}

static void missing_made_of(const rp_report *report, uint32_t index,
                            rp_measured *row)
{
    row->pattern = report->missing[index].pattern;
    row->words = report->missing[index].words;
}

static const listing findings = {
    .what = RP_MEASURE_FINDING,
    .count = finding_count,
    .name = finding_name,
    .says = finding_says,
    .made_of = finding_made_of,
};
static const listing traps = {
    .what = RP_MEASURE_TRAP,
    .count = trap_count,
    .name = trap_name,
    .says = trap_says,
    .made_of = trap_made_of,
};

/* Whom or which score the sentence is about: its first word, if no number. */
static const char *missing_about(const rp_report *report, uint32_t index)
{
    const char *const *words = report->missing[index].words;
    const char *first = words[0] != NULL ? words[1] : NULL;

    return first == NULL || (first[0] >= '0' && first[0] <= '9') ? "" : first;
}

static const listing missings = {
    .what = RP_MEASURE_MISSING,
    .count = missing_count,
    .name = missing_name,
    .about = missing_about,
    .says = missing_says,
    .made_of = missing_made_of,
};

/* One item of one report's list. */
typedef struct listed {
    const rp_report *report;
    uint32_t index;
} listed;

static bool are_same(const listing *list, listed a, listed b)
{
    return strcmp(list->name(a.report, a.index),
                  list->name(b.report, b.index)) == 0 &&
           (list->about == NULL || strcmp(list->about(a.report, a.index),
                                          list->about(b.report, b.index)) == 0);
}

/* How many items before it are called the same. */
static uint32_t rank_of(const listing *list, listed item)
{
    uint32_t rank = 0;

    for (uint32_t i = 0; i < item.index; i++) {
        rank += are_same(list, (listed){item.report, i}, item);
    }
    return rank;
}

/* The same item in another report; its list's length where there is none. */
static uint32_t find_item(const listing *list, const rp_report *in,
                          listed wanted)
{
    uint32_t rank = rank_of(list, wanted);
    uint32_t i = 0;

    while (i < list->count(in) &&
           (!are_same(list, (listed){in, i}, wanted) || rank-- > 0)) {
        i++;
    }
    return i;
}

static void compare_lists(measuring *m, const listing *list)
{
    const rp_report *old = m->before->report;
    const rp_report *new = m->after->report;

    for (uint32_t i = 0; i < list->count(new); i++) {
        rp_measured row = {.what = list->what, .name = list->name(new, i)};
        uint32_t was = find_item(list, old, (listed){new, i});
        row.before = was < list->count(old) ? list->says(m, old, was) : NULL;
        row.after = list->says(m, new, i);
        list->made_of(new, i, &row);
        put(m, row);
    }
    for (uint32_t i = 0; i < list->count(old); i++) {
        rp_measured row = {.what = list->what, .name = list->name(old, i)};
        uint32_t is = find_item(list, new, (listed){old, i});
        if (is == list->count(new)) {
            row.before = list->says(m, old, i);
            list->made_of(old, i, &row);
            put(m, row);
        }
    }
}

static void compare_gates(measuring *m)
{
    put(m, (rp_measured){
               .what = RP_MEASURE_GATE,
               .name = "",
               .before = m->before->report->gate_is_open ? "open" : "shut",
               .after = m->after->report->gate_is_open ? "open" : "shut"});
    compare_lists(m, &missings);
}

/* ------------------------------------------------------------- the whole */

static size_t most_rows(const rp_report *report)
{
    return (size_t)2 * report->set_count + 2 * (size_t)RP_GUESSERS + 1 +
           report->remark_count + report->trap_count + report->missing_count;
}

rp_status rp_diff_proofs(const rp_proven *before, const rp_proven *after,
                         rp_arena *arena, rp_measures *measures, rp_error *err)
{
    measuring m = {.before = before, .after = after, .arena = arena};
    size_t most = most_rows(before->report) + most_rows(after->report);

    m.items = rp_arena_take(arena, most, sizeof *m.items);
    if (m.items == NULL) {
        return author_no_memory(err);
    }
    compare_sets(&m);
    compare_lists(&m, &findings);
    compare_lists(&m, &traps);
    if (!before->is_quick && !after->is_quick) {
        compare_odds(&m);
        compare_gates(&m);
    }
    if (m.refused) {
        return author_no_memory(err);
    }
    *measures = (rp_measures){.items = m.items, .count = m.count};
    return RP_OK;
}
