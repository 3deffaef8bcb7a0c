/*
 * Which behaviours a scenario exercises: what its reachable choices list, and
 * whether one of them is ever the best thing to do.
 */
#include <string.h>

#include "author.h"

const char *const rp_cover_names[RP_COVERS] = {"none", "missed", "weak",
                                               "strong"};

enum {
    NOT_IN_PACK = UINT32_MAX
};

/* One scenario being looked at. */
typedef struct scan {
    const rp_pack *pack;
    const rp_model *model;
    rp_arena scratch;
    rp_report report;
    bool *is_strong;   /* a choice */
    uint32_t *in_pack; /* a behaviour of the model: its row in the pack */
    rp_cover *covers;  /* a behaviour of the pack */
    bool *criticals;   /* a critical of the pack */
    rp_coverage_promise *promises;
    bool refused; /* memory */
} scan;

/* ------------------------------------------------------------------ proof */

static rp_status find_strong(scan *s, const rp_budget *budget, rp_error *err)
{
    for (uint16_t set = 0; set < s->model->set_count; set++) {
        rp_walk_how how = {set, s->scratch.alloc, budget};
        rp_walk *walk = NULL;
        rp_status status = rp_walk_open(s->model, &how, &walk, err);
        if (status == RP_OK) {
            status = rp_walk_strong(walk, s->is_strong, err);
        }
        rp_walk_free(walk);
        if (status != RP_OK) {
            return status;
        }
    }
    return RP_OK;
}

static bool is_reachable(scan *s, const rp_choice *choice)
{
    const char *name =
        rp_arena_format(&s->scratch, "%s/%s", choice->owner, choice->id);

    s->refused = s->refused || name == NULL;
    return name == NULL || !author_lists(s->report.unreachable,
                                         s->report.unreachable_count, name);
}

/* ------------------------------------------------------------------ count */

static uint32_t row_of(const rp_pack *pack, const char *behaviour)
{
    for (uint32_t i = 0; i < pack->behaviour_count; i++) {
        if (strcmp(pack->behaviours[i].id, behaviour) == 0) {
            return i;
        }
    }
    return NOT_IN_PACK;
}

static void raise_covers(scan *s, rp_span listed, rp_cover to)
{
    for (uint32_t i = listed.first; i < listed.first + listed.count; i++) {
        uint32_t row = s->in_pack[s->model->behaviour_idx[i]];
        if (row != NOT_IN_PACK && s->covers[row] < to) {
            s->covers[row] = to;
        }
    }
}

static void note_critical(scan *s, const char *id)
{
    for (uint32_t i = 0; i < s->pack->critical_count; i++) {
        if (strcmp(s->pack->criticals[i].id, id) == 0) {
            s->criticals[i] = true;
        }
    }
}

static void note_choice(scan *s, uint32_t idx)
{
    const rp_choice *choice = &s->model->choices[idx];

    raise_covers(s, choice->misses, RP_COVER_MISSED);
    raise_covers(s, choice->shows,
                 s->is_strong[idx] ? RP_COVER_STRONG : RP_COVER_WEAK);
    if (choice->critical != RP_NONE) {
        note_critical(s, s->model->criticals[choice->critical].id);
    }
    for (uint32_t i = 0; i < choice->promises.count; i++) {
        uint16_t made = s->model->promise_idx[choice->promises.first + i];
        s->promises[made].is_made = true;
    }
    for (uint32_t i = 0; i < choice->keeps.count; i++) {
        uint16_t kept = s->model->promise_idx[choice->keeps.first + i];
        s->promises[kept].is_kept = true;
    }
}

static bool take_tables(scan *s, rp_arena *arena)
{
    const rp_model *model = s->model;

    s->is_strong = rp_arena_take(&s->scratch, model->choice_count + 1U,
                                 sizeof *s->is_strong);
    s->in_pack = rp_arena_take(&s->scratch, model->behaviour_count + 1U,
                               sizeof *s->in_pack);
    s->covers =
        rp_arena_take(arena, s->pack->behaviour_count + 1U, sizeof *s->covers);
    s->criticals = rp_arena_take(arena, s->pack->critical_count + 1U,
                                 sizeof *s->criticals);
    s->promises =
        rp_arena_take(arena, model->promise_count + 1U, sizeof *s->promises);
    if (s->is_strong == NULL || s->in_pack == NULL || s->covers == NULL ||
        s->criticals == NULL || s->promises == NULL) {
        return false;
    }
    for (uint32_t i = 0; i < model->behaviour_count; i++) {
        s->in_pack[i] = row_of(s->pack, model->behaviours[i].id);
    }
    for (uint32_t i = 0; i < model->promise_count; i++) {
        const char *id = model->promises[i].id;
        s->promises[i].id = rp_arena_copy(arena, id, strlen(id));
        if (s->promises[i].id == NULL) {
            return false;
        }
    }
    return true;
}

/* ------------------------------------------------------------------ whole */

static const char *title_of(const rp_coverage_subject *of, rp_arena *arena)
{
    rp_state state;

    rp_state_begin(of->model, 0, &state, NULL);
    return author_rendered(of->model, of->language, &state, of->model->title,
                           arena);
}

static rp_status look(scan *s, const rp_coverage_subject *of, rp_arena *arena,
                      rp_error *err)
{
    rp_report_options options = {.budget = of->budget, .is_quick = true};

    if (!take_tables(s, arena)) {
        return author_no_memory(err);
    }
    rp_status status =
        rp_check_report(s->model, &options, &s->scratch, &s->report, err);
    if (status == RP_OK) {
        status = find_strong(s, &of->budget, err);
    }
    for (uint32_t i = 0; status == RP_OK && i < s->model->choice_count; i++) {
        if (is_reachable(s, &s->model->choices[i])) {
            note_choice(s, i);
        }
    }
    return status == RP_OK && s->refused ? author_no_memory(err) : status;
}

rp_status rp_coverage_scan(const rp_coverage_subject *of, rp_arena *arena,
                           rp_coverage_scenario *made, rp_error *err)
{
    scan s = {.pack = of->pack, .model = of->model};

    rp_arena_init(&s.scratch, arena->alloc);
    const char *id = rp_arena_copy(arena, of->model->id, strlen(of->model->id));
    const char *title = title_of(of, arena);
    rp_status status = id != NULL && title != NULL ? look(&s, of, arena, err)
                                                   : author_no_memory(err);
    if (status == RP_OK) {
        *made = (rp_coverage_scenario){
            .id = id,
            .title = title,
            .is_exact = s.report.is_exact,
            .channel = of->model->channel,
            .chapter = of->model->chapter,
            .difficulty = of->model->difficulty,
            .covers = s.covers,
            .criticals = s.criticals,
            .promise_count = of->model->promise_count,
            .promises = s.promises,
        };
    }
    rp_arena_clear(&s.scratch);
    return status;
}

rp_cover rp_coverage_best(const rp_coverage *of, uint32_t behaviour,
                          uint32_t *count)
{
    rp_cover best = RP_COVER_NONE;

    *count = 0;
    for (uint32_t i = 0; i < of->scenario_count; i++) {
        const rp_cover *covers = of->scenarios[i].covers;
        if (covers == NULL || covers[behaviour] < best) {
            continue;
        }
        *count = covers[behaviour] == best ? *count + 1 : 1;
        best = covers[behaviour];
    }
    return best;
}

uint32_t rp_coverage_criticals(const rp_coverage *of, uint32_t critical)
{
    uint32_t count = 0;

    for (uint32_t i = 0; i < of->scenario_count; i++) {
        const bool *offered = of->scenarios[i].criticals;
        count += offered != NULL && offered[critical];
    }
    return count;
}

bool rp_coverage_has(const rp_coverage *of, const char *scenario)
{
    for (uint32_t i = 0; i < of->scenario_count; i++) {
        if (strcmp(of->scenarios[i].id, scenario) == 0) {
            return true;
        }
    }
    return false;
}
