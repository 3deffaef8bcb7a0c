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

static bool is_equal(const char *a, const char *b)
{
    return a == b || (a != NULL && b != NULL && strcmp(a, b) == 0);
}

/* Keeps a row where its two sides differ. */
static void put(measuring *m, rp_measured row)
{
    if (!is_equal(row.before, row.after)) {
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
    const char *text = moves.failed
                           ? NULL
                           : rp_arena_copy(m->arena, moves.bytes, moves.length);
    rp_text_clear(&moves);
    return kept(m, text);
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

static const listing findings = {RP_MEASURE_FINDING, finding_count,
                                 finding_name, finding_says, finding_made_of};
static const listing traps = {RP_MEASURE_TRAP, trap_count, trap_name, trap_says,
                              trap_made_of};
static const listing missings = {RP_MEASURE_MISSING, missing_count,
                                 missing_name, missing_says, missing_made_of};

/* How many items before `index` have its name. */
static uint32_t rank_of(const listing *list, const rp_report *report,
                        uint32_t index)
{
    uint32_t rank = 0;

    for (uint32_t i = 0; i < index; i++) {
        rank += strcmp(list->name(report, i), list->name(report, index)) == 0;
    }
    return rank;
}

/* The item of that name and rank; its list's length where there is none. */
static uint32_t find_item(const listing *list, const rp_report *report,
                          const char *name, uint32_t rank)
{
    uint32_t i = 0;

    while (i < list->count(report) &&
           (strcmp(list->name(report, i), name) != 0 || rank-- > 0)) {
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
        uint32_t was = find_item(list, old, row.name, rank_of(list, new, i));
        row.before = was < list->count(old) ? list->says(m, old, was) : NULL;
        row.after = list->says(m, new, i);
        list->made_of(new, i, &row);
        put(m, row);
    }
    for (uint32_t i = 0; i < list->count(old); i++) {
        rp_measured row = {.what = list->what, .name = list->name(old, i)};
        uint32_t is = find_item(list, new, row.name, rank_of(list, old, i));
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
        return rp_fail(err, RP_E_MEMORY, "not enough memory");
    }
    compare_sets(&m);
    compare_lists(&m, &findings);
    compare_lists(&m, &traps);
    if (!before->is_quick && !after->is_quick) {
        compare_odds(&m);
        compare_gates(&m);
    }
    if (m.refused) {
        return rp_fail(err, RP_E_MEMORY, "not enough memory");
    }
    *measures = (rp_measures){.items = m.items, .count = m.count};
    return RP_OK;
}
