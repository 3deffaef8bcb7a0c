/*
 * The report: every question of the checker, fact set by fact set.
 */
#include <stdio.h>
#include <string.h>

#include "solve/findings.h"

static bool take_tables(findings *f)
{
    const rp_model *model = f->model;
    rp_arena *arena = f->arena;

    for (uint32_t i = 0; i < model->node_count; i++) {
        rp_span offers = model->nodes[i].offers;
        uint32_t end = offers.first + offers.count;
        f->offer_count = end > f->offer_count ? end : f->offer_count;
    }
    uint32_t offers = f->offer_count + 1U;
    f->node_of_offer = rp_arena_take(arena, offers, sizeof(uint32_t));
    f->nodes = rp_arena_take(arena, model->node_count, sizeof(sighting));
    f->offers = rp_arena_take(arena, offers, sizeof(sighting));
    f->answers =
        rp_arena_take(arena, model->choice_count + 1U, sizeof(sighting));
    f->interrupts =
        rp_arena_take(arena, model->interrupt_count + 1U, sizeof(sighting));
    f->divided = rp_arena_take(arena, model->expr_count + 1U, sizeof(bool));
    f->trap_after = rp_arena_take(arena, offers, sizeof(uint32_t));
    f->trap_set = rp_arena_take(arena, offers, sizeof(uint16_t));
    f->walks = rp_arena_take(arena, model->set_count, sizeof(rp_walk *));
    if (f->node_of_offer == NULL || f->nodes == NULL || f->offers == NULL ||
        f->answers == NULL || f->interrupts == NULL || f->divided == NULL ||
        f->trap_after == NULL || f->trap_set == NULL || f->walks == NULL) {
        return false;
    }
    memset(f->trap_after, 0xFF, offers * sizeof(uint32_t));
    for (uint32_t i = 0; i < model->node_count; i++) {
        rp_span span = model->nodes[i].offers;
        for (uint32_t j = 0; j < span.count; j++) {
            f->node_of_offer[span.first + j] = i;
        }
    }
    return true;
}

/* The best run as it is written. */
static void write_best(findings *f, const rp_walk *walk, rp_set_report *set)
{
    const char **best =
        rp_arena_take(f->arena, walk->best.count + 1U, sizeof *best);
    char text[RP_MOVE_TEXT_MAX];
    rp_state state;

    if (best == NULL) {
        f->refused = true;
        return;
    }
    rp_state_begin(f->model, walk->set, &state, NULL);
    for (uint64_t i = 0; i < walk->best.count; i++) {
        const rp_move *move = &walk->best.items[i];
        (void)rp_move_write(f->model, &state, move, text);
        best[i] = rp_arena_copy(f->arena, text, strlen(text));
        f->refused = f->refused || best[i] == NULL;
        rp_state_step(f->model, &state, move, NULL);
    }
    set->best = best;
    set->best_count = (uint32_t)walk->best.count;
}

static rp_status walk_set(findings *f, uint16_t set, rp_set_report *report)
{
    rp_status status = rp_walk_open(
        f->model, &(rp_walk_how){set, f->arena->alloc, &f->options->budget},
        &f->walks[set], f->err);

    if (status != RP_OK) {
        return status;
    }
    rp_walk *walk = f->walks[set];
    report->states = walk->states.count;
    report->is_exact = walk->is_exact;
    for (uint32_t i = 0; i < RP_SCORES; i++) {
        report->par[i] = walk->par[i];
        report->best_points[i] = walk->best_points[i];
    }
    write_best(f, walk, report);
    f->report->states += walk->states.count;
    f->report->is_exact = f->report->is_exact && walk->is_exact;
    return findings_reach(f, set);
}

static void widen(rp_odds *to, const rp_odds *by)
{
    to->low = by->low > to->low ? by->low : to->low;
    to->high = by->high > to->high ? by->high : to->high;
}

static void widen_chance(rp_chance *to, const rp_chance *by)
{
    widen(&to->own, &by->own);
    widen(&to->exam, &by->exam);
}

static bool is_between(const rp_odds *found)
{
    return found->low < found->high;
}

/* Takes over what one language gave. Bounds are told as such. */
static void note_chance(findings *f, rp_guesser guesser, const rp_chance *found,
                        uint32_t at, rp_set_report *sets)
{
    if (found->exam.high > f->report->odds[guesser].exam.high) {
        f->guesses[guesser] = (best_guess){(uint16_t)at, f->language};
    }
    widen_chance(&sets[at].odds[guesser], found);
    widen_chance(&f->report->odds[guesser], found);
    if (is_between(&found->own) || is_between(&found->exam)) {
        f->report->is_exact = false;
    }
}

/* Over all fact sets; the largest of the languages counts. */
static bool guess_by(findings *f, rp_guesser guesser, const measures *texts,
                     rp_set_report *sets)
{
    bool fits = true;
    odds_work o;

    odds_begin(&o, guesser, texts);
    for (uint32_t i = 0; fits && i < f->model->set_count; i++) {
        rp_chance chance;
        fits = odds_find(&o, f->walks[i], &chance);
        if (fits) {
            note_chance(f, guesser, &chance, i, sets);
        }
    }
    odds_end(&o);
    return fits;
}

/* Only those who read texts tell languages apart. */
static bool guess_in(findings *f, uint16_t language, rp_set_report *sets)
{
    rp_arena arena;
    measures texts;

    f->language = language;
    rp_arena_init(&arena, f->arena->alloc);
    bool fits = measures_make(f->model, language, &arena, &texts);
    for (uint32_t i = 0; fits && i < RP_GUESSERS; i++) {
        if (language == 0 || guesser_reads((rp_guesser)i)) {
            fits = guess_by(f, (rp_guesser)i, &texts, sets);
        }
    }
    rp_arena_clear(&arena);
    return fits;
}

static void guess_all(findings *f, rp_set_report *sets)
{
    bool fits = true;

    for (uint32_t i = 0; fits && i < f->model->language_count; i++) {
        fits = guess_in(f, (uint16_t)i, sets);
    }
    f->refused = f->refused || !fits;
}

static void run_examples(findings *f)
{
    const rp_model *model = f->model;
    rp_example_result *results =
        rp_arena_take(f->arena, model->example_count + 1U, sizeof *results);

    if (results == NULL) {
        f->refused = true;
        return;
    }
    for (uint32_t i = 0; i < model->example_count; i++) {
        const rp_example *example = &model->examples[i];
        uint16_t set = example->set < model->set_count ? example->set : 0;
        rp_example_run(model, i, f->walks[set]->par, &results[i]);
        if (!results[i].holds) {
            const char *subject =
                rp_arena_format(f->arena, "example:%s", example->name);
            add_remark(f, REMARK_EXAMPLE,
                       &(rp_remark){.subject = subject, .set = set},
                       WORDS(example->name, results[i].why));
        }
    }
    f->report->examples = results;
    f->report->example_count = model->example_count;
}

static void time_talk(findings *f)
{
    const rp_walk *walk = f->walks[0];
    rp_rendered scratch;

    rp_text_init(&scratch.text, f->arena->alloc);
    for (uint32_t i = 0; i < f->model->language_count; i++) {
        uint16_t language = (uint16_t)i;
        rp_ear ear = {f->model, language, &scratch};
        rp_taken item;
        rp_talk talk;
        rp_state_begin(f->model, walk->set, &item.after, &item.effect);
        rp_talk_begin(&talk, &ear, &item.after, &item.effect);
        for (uint64_t j = 0; j < walk->best.count; j++) {
            item.move = walk->best.items[j];
            item.before = item.after;
            rp_state_step(f->model, &item.after, &item.move, &item.effect);
            rp_talk_move(&talk, &ear, &item);
        }
        f->report->talk_seconds[i] = rp_talk_seconds(&talk, f->model, language);
    }
    f->refused = f->refused || scratch.text.failed;
    rp_text_clear(&scratch.text);
}

/* Traps of replies in written order, then those of forms. */
static void list_traps(findings *f)
{
    rp_trap *traps = rp_arena_take(
        f->arena, f->offer_count + f->form_traps.count + 1U, sizeof *traps);
    uint32_t count = 0;

    if (traps == NULL) {
        f->refused = true;
        return;
    }
    for (uint32_t i = 0; i < f->offer_count; i++) {
        if (f->trap_after[i] != UINT32_MAX) {
            traps[count++] = (rp_trap){.move = name_of_offer(f, i),
                                       .after = f->trap_after[i],
                                       .set = f->trap_set[i]};
        }
    }
    for (uint64_t i = 0; i < f->form_traps.count; i++) {
        traps[count++] = f->form_traps.items[i];
    }
    f->report->traps = traps;
    f->report->trap_count = count;
}

/* A growing list's items, moved into the report's arena. */
static const void *keep(findings *f, const void *items, uint64_t count,
                        size_t item_bytes)
{
    void *kept = rp_arena_take(f->arena, count + 1, item_bytes);

    if (kept == NULL) {
        f->refused = true;
        return NULL;
    }
    if (count > 0) {
        memcpy(kept, items, count * item_bytes);
    }
    return kept;
}

static void list_rest(findings *f)
{
    rp_report *report = f->report;

    report->remarks =
        keep(f, f->remarks.items, f->remarks.count, sizeof(rp_remark));
    report->remark_count = (uint32_t)f->remarks.count;
    for (uint64_t i = 0; i < f->remarks.count; i++) {
        report->error_count += f->remarks.items[i].severity == RP_ERROR;
    }
    report->recoveries =
        keep(f, f->recoveries.items, f->recoveries.count, sizeof(rp_recovery));
    report->recovery_count = (uint32_t)f->recoveries.count;
    report->learnt =
        keep(f, f->learnt.items, f->learnt.count, sizeof(rp_learnt));
    report->learnt_count = (uint32_t)f->learnt.count;
    report->missing =
        keep(f, f->missing.items, f->missing.count, sizeof(rp_missing));
    report->missing_count = (uint32_t)f->missing.count;
}

/* Somebody who waits said stop. */
static bool is_cancelled(const findings *f)
{
    for (uint32_t i = 0; i < f->model->set_count; i++) {
        if (f->walks[i]->is_cancelled) {
            return true;
        }
    }
    return false;
}

static rp_status look_into(findings *f, rp_set_report *sets)
{
    const rp_model *model = f->model;
    rp_status status = RP_OK;

    for (uint16_t i = 0; status == RP_OK && i < model->set_count; i++) {
        status = walk_set(f, i, &sets[i]);
    }
    if (status != RP_OK) {
        return status;
    }
    findings_unreachable(f);
    findings_reached(f);
    for (uint16_t i = 0; i < model->set_count; i++) {
        findings_traps(f, f->walks[i]);
        findings_recovery(f, f->walks[i]);
    }
    findings_learnt(f);
    run_examples(f);
    time_talk(f);
    list_traps(f);
    if (!f->options->is_quick) {
        guess_all(f, sets);
        findings_weights(f);
        findings_gate(f);
    }
    list_rest(f);
    return is_cancelled(f) ? rp_fail(f->err, RP_E_STATE, "It was cancelled.")
                           : status;
}

static void findings_end(findings *f)
{
    for (uint32_t i = 0; f->walks != NULL && i < f->model->set_count; i++) {
        rp_walk_free(f->walks[i]);
    }
    LIST_DROP(&f->memory, &f->form_traps);
    LIST_DROP(&f->memory, &f->remarks);
    LIST_DROP(&f->memory, &f->recoveries);
    LIST_DROP(&f->memory, &f->learnt);
    LIST_DROP(&f->memory, &f->missing);
}

rp_status rp_check_report(const rp_model *model,
                          const rp_report_options *options, rp_arena *arena,
                          rp_report *report, rp_error *err)
{
    static const rp_report_options defaults;
    rp_report made = {.is_exact = true, .set_count = model->set_count};
    findings f = {
        .model = model,
        .options = options == NULL ? &defaults : options,
        .arena = arena,
        .memory = {.alloc = arena->alloc, .bytes_max = UINT64_MAX},
        .err = err,
        .report = &made,
    };

    rp_set_report *sets = rp_arena_take(arena, model->set_count, sizeof *sets);
    made.sets = sets;
    rp_status status =
        sets != NULL && take_tables(&f) ? look_into(&f, sets) : RP_E_MEMORY;
    findings_end(&f);
    if (status == RP_OK && f.refused) {
        status = RP_E_MEMORY;
    }
    if (status == RP_E_MEMORY) {
        return rp_fail(err, status,
                       "There is not enough memory to check "
                       "`%s`.",
                       model->id);
    }
    if (status == RP_OK) {
        *report = made;
    }
    return status;
}
