/*
 * The odds of each guesser: what part of its runs passes, opening no record
 * or all of them, at the marks of the scenario and at that of the exam.
 */
#include "solve/odds.h"

#include <string.h>

uint32_t walk_guess_root(const rp_walk *walk, bool opens_all)
{
    rp_state state;

    rp_state_begin(walk->model, walk->set, &state, NULL);
    for (uint32_t i = 0; opens_all && i < walk->model->record_count; i++) {
        rp_mark_set(&state, walk->model->records[i].opened_mark);
    }
    return walk_find(walk, &state);
}

static double least(double a, double b)
{
    return a < b ? a : b;
}

/* The larger of opening nothing and opening all. */
static void take_larger(const push *p, bool is_exact, rp_odds *found)
{
    /* Who goes by regret goes wherever the states left out may draw him. */
    bool is_open = !is_exact && guess_minds_totals(p->by);

    *found = (rp_odds){0, 0};
    for (uint32_t i = 0; i < GUESS_LANES; i++) {
        /* Where the walk is not exact, par may be too low: nothing is sure. */
        double low = is_exact ? least(p->passed[i], 1) : 0;
        double high = is_open ? 1 : least(p->passed[i] + p->unresolved[i], 1);
        found->low = low > found->low ? low : found->low;
        found->high = high > found->high ? high : found->high;
    }
}

static bool push_marks(odds_work *o, const uint32_t roots[GUESS_LANES],
                       mark_kind kind, rp_odds *found)
{
    push p = {.along = &o->along, .by = &o->by};
    judge asked;

    if (!judge_init(&asked, o->by.walk, kind)) {
        return false;
    }
    asked.keeps_totals = guess_minds_totals(&o->by);
    p.judge = &asked;
    bool fits = push_from(&p, roots);
    take_larger(&p, o->by.walk->is_exact, found);
    push_clear(&p);
    return fits;
}

void odds_begin(odds_work *o, rp_guesser guesser, const measures *texts)
{
    *o = (odds_work){.by = {.guesser = guesser, .texts = texts}};
}

/* What is asked differs where the pars do. */
static bool is_known(const odds_known *known, const odds_known *wanted)
{
    return known->is_exact == wanted->is_exact &&
           memcmp(known->roots, wanted->roots, sizeof known->roots) == 0 &&
           memcmp(known->par, wanted->par, sizeof known->par) == 0;
}

static bool find_new(odds_work *o, odds_known *wanted)
{
    for (uint64_t i = 0; i < o->known.count; i++) {
        if (is_known(&o->known.items[i], wanted)) {
            wanted->chance = o->known.items[i].chance;
            return true;
        }
    }
    if (!push_marks(o, wanted->roots, OWN_MARKS, &wanted->chance.own) ||
        !push_marks(o, wanted->roots, EXAM_MARK, &wanted->chance.exam) ||
        !LIST_ROOM(&o->along.memory, &o->known, 1)) {
        return false;
    }
    o->known.items[o->known.count++] = *wanted;
    return true;
}

bool odds_find(odds_work *o, rp_walk *walk, rp_chance *found)
{
    odds_known wanted = {
        .roots = {walk_guess_root(walk, false), walk_guess_root(walk, true)},
        .is_exact = walk->is_exact};

    rp_walk_par(walk, wanted.par);
    /* Who minds totals goes on by what only the states of one walk tell. */
    if (o->by.walk == NULL || guess_minds_totals(&o->by)) {
        odds_end(o);
        chain_init(&o->along, walk, !guess_minds_totals(&o->by));
    }
    o->by.walk = walk;
    if (!chain_add(&o->along, &o->by, wanted.roots) || !find_new(o, &wanted)) {
        return false;
    }
    *found = wanted.chance;
    return true;
}

void odds_end(odds_work *o)
{
    if (o->by.walk != NULL) {
        guess_clear(&o->by);
        LIST_DROP(&o->along.memory, &o->known);
        chain_clear(&o->along);
    }
}

rp_status rp_walk_odds(rp_walk *walk, rp_guesser guesser, uint16_t language,
                       rp_chance *chance, rp_error *err)
{
    measures texts;
    rp_arena arena;
    odds_work o;

    rp_arena_init(&arena, walk->memory.alloc);
    bool fits = !guesser_reads(guesser) ||
                measures_make(walk->model, language, &arena, &texts);
    odds_begin(&o, guesser, &texts);
    fits = fits && odds_find(&o, walk, chance);
    odds_end(&o);
    rp_arena_clear(&arena);
    return fits ? RP_OK : walk_refusal(walk, err);
}
