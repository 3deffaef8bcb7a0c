/*
 * The states in which a call can stand at a node: the likeliest, the best and
 * the worst, each with a run that comes to it.
 */
#include "solve/moment.h"

#include <string.h>

/* How good a stand is for those who look ahead. */
typedef struct outlook {
    bool ends_well;
    int64_t value;
    int64_t unit;
} outlook;

/* ----------------------------------------------------------------- choice */

static int compare_whole(int64_t a, int64_t b)
{
    return (a > b) - (a < b);
}

static int64_t floor_of(int64_t value, int64_t unit)
{
    return value / unit - (value % unit < 0);
}

/* Values of different fact sets are fractions of different units. */
static int compare_values(const outlook *a, const outlook *b)
{
    int64_t whole_a = floor_of(a->value, a->unit);
    int64_t whole_b = floor_of(b->value, b->unit);

    if (whole_a != whole_b || a->unit == b->unit) {
        int order = compare_whole(whole_a, whole_b);
        return order != 0 ? order : compare_whole(a->value, b->value);
    }
    double rest_a = (double)(a->value - whole_a * a->unit) / (double)a->unit;
    double rest_b = (double)(b->value - whole_b * b->unit) / (double)b->unit;
    return (rest_a > rest_b) - (rest_a < rest_b);
}

static int compare_outlooks(const outlook *a, const outlook *b)
{
    return a->ends_well != b->ends_well ? (a->ends_well ? 1 : -1)
                                        : compare_values(a, b);
}

static outlook look_ahead(moment_search *s, const stand *at, rp_moment moment)
{
    int64_t earned = moment == RP_MOMENT_BEST ? at->most : at->least;
    int64_t future =
        at->is_critical ? VALUE_NONE
                        : walk_value(s->full, at->state,
                                     s->model->moves_max - (uint32_t)at->moves);

    return (outlook){.ends_well = future != VALUE_NONE,
                     .value = earned + (future != VALUE_NONE ? future : 0),
                     .unit = s->full->unit};
}

/* True where a call that stands there is still to be answered, or is over. */
static bool can_be_shown(const moment_search *s, const stand *at)
{
    return !walk_is_draft(s->full, at->state) &&
           (at->moves < s->model->moves_max ||
            walk_node(s->full, at->state)->kind == RP_ENDING);
}

static bool is_likelier(const moment_search *s, const stand *at,
                        const stand *than)
{
    if (at->state == than->state) {
        return at->likely > than->likely;
    }
    return s->visits[at->state] > s->visits[than->state];
}

/* Whether a stand is a better one than that found before. */
static bool is_wanted(moment_search *s, const stand *at, rp_moment moment,
                      uint32_t found)
{
    if (found == 0) {
        return true;
    }
    const stand *known = &s->stands.items[found - 1];
    if (moment == RP_MOMENT_LIKELIEST) {
        return is_likelier(s, at, known);
    }
    outlook here = look_ahead(s, at, moment);
    outlook there = look_ahead(s, known, moment);
    int order = compare_outlooks(&here, &there);
    return moment == RP_MOMENT_BEST ? order > 0 : order < 0;
}

/* `number` is the stand's place, counted from 1. */
static void choose_stand(moment_search *s, const stand *at, uint32_t number)
{
    size_t node = (size_t)(walk_node(s->full, at->state) - s->model->nodes);

    for (int m = 0; m < RP_MOMENTS; m++) {
        uint32_t *found = &s->found[node * RP_MOMENTS + (size_t)m];
        if (is_wanted(s, at, (rp_moment)m, *found)) {
            *found = number;
        }
    }
}

static void choose_stands(moment_search *s)
{
    for (uint32_t i = 0; i < s->stands.count; i++) {
        const stand *at = &s->stands.items[i];
        if (can_be_shown(s, at)) {
            choose_stand(s, at, i + 1);
        }
    }
}

/* ------------------------------------------------------------------ trace */

/* The edges of the run to a stand, from the start; NULL when refused. */
static const edge **trace(moment_search *s, uint32_t idx, rp_moment moment,
                          uint32_t *count)
{
    uint32_t length = 0;

    for (uint32_t at = idx; s->stands.items[at].back[moment].from != NOWHERE;
         at = s->stands.items[at].back[moment].from) {
        length++;
    }
    const edge **ways =
        rp_arena_take(&s->full->arena, length + 1U, sizeof(const edge *));
    *count = length;
    for (uint32_t at = idx; ways != NULL && length > 0;) {
        step_back back = s->stands.items[at].back[moment];
        ways[--length] = &s->full->edges.items[back.way];
        at = back.from;
    }
    return ways;
}

/* The move that ends with this edge; false where it is a part of a form. */
static bool read_way(const moment_search *s, const edge *way, uint64_t *answers,
                     rp_move *move)
{
    if (way->kind == EDGE_ANSWER) {
        const rp_node *form = walk_node(s->full, way->target);
        *answers |= UINT64_C(1) << answer_bit(s->model, form, way->arg);
        return false;
    }
    if (way->kind == EDGE_SKIP) {
        return false;
    }
    *move = edge_move(s->full, way);
    if (way->kind == EDGE_SEND) {
        move->answers = *answers;
        *answers = 0;
    }
    return true;
}

/* Writes down a run into the caller's arena. */
static bool write_run(moment_search *s, uint32_t idx, rp_moment moment,
                      rp_moment_run *run)
{
    uint32_t count = 0;
    const edge **ways = trace(s, idx, moment, &count);
    const char **moves = rp_arena_take(s->arena, count + 1U, sizeof *moves);
    uint64_t answers = 0;
    rp_state state;

    if (ways == NULL || moves == NULL) {
        return false;
    }
    run->move_count = 0;
    rp_state_begin(s->model, s->full->set, &state, NULL);
    for (uint32_t i = 0; i < count; i++) {
        char text[RP_MOVE_TEXT_MAX];
        rp_move move;
        if (!read_way(s, ways[i], &answers, &move)) {
            continue;
        }
        (void)rp_move_write(s->model, &state, &move, text);
        const char *kept = rp_arena_copy(s->arena, text, strlen(text));
        if (kept == NULL) {
            return false;
        }
        moves[run->move_count++] = kept;
        rp_state_step(s->model, &state, &move, NULL);
    }
    run->moves = moves;
    return true;
}

/* Whether this fact set has a better one than those before. */
static bool is_better_run(const rp_moment_run *made, const rp_moment_run *known,
                          rp_moment moment)
{
    if (!known->is_there) {
        return true;
    }
    if (moment == RP_MOMENT_LIKELIEST) {
        return made->visits > known->visits;
    }
    outlook here = {made->ends_well, made->attainable, made->unit};
    outlook there = {known->ends_well, known->attainable, known->unit};
    int order = compare_outlooks(&here, &there);
    return moment == RP_MOMENT_BEST ? order > 0 : order < 0;
}

static bool keep_run(moment_search *s, uint32_t place)
{
    rp_moment moment = (rp_moment)(place % RP_MOMENTS);
    const stand *at = &s->stands.items[s->found[place] - 1];
    rp_moment_run made = {
        .is_there = true, .set = s->full->set, .unit = s->full->unit};

    if (moment == RP_MOMENT_LIKELIEST) {
        made.visits = s->visits[at->state];
    } else {
        outlook ahead = look_ahead(s, at, moment);
        made.ends_well = ahead.ends_well;
        made.attainable = ahead.value;
    }
    if (!is_better_run(&made, &s->runs[place], moment)) {
        return true;
    }
    if (!write_run(s, s->found[place] - 1, moment, &made)) {
        return false;
    }
    s->runs[place] = made;
    return true;
}

static bool keep_runs(moment_search *s)
{
    for (uint32_t i = 0; i < s->model->node_count * RP_MOMENTS; i++) {
        if (s->found[i] != 0 && !keep_run(s, i)) {
            return false;
        }
    }
    return true;
}

/* ------------------------------------------------------------- a fact set */

/* The scale of values is that of a clean walk; it is all that is kept of it. */
static rp_status borrow_scale(moment_search *s, rp_error *err)
{
    rp_walk_how how = {s->full->set, s->full->memory.alloc, s->budget};
    rp_walk *clean = NULL;
    rp_status status = rp_walk_open(s->model, &how, &clean, err);

    if (status == RP_OK) {
        s->full->unit = clean->unit;
        s->full->value.lanes = 1;
        memcpy(s->full->value.weight, clean->value.weight,
               sizeof clean->value.weight);
        s->is_exact = s->is_exact && clean->is_exact;
    }
    rp_walk_free(clean);
    return status;
}

/* A spent budget leaves what was found; anything else fails. */
static rp_status search_walk(moment_search *s, rp_error *err)
{
    store *memory = &s->full->memory;
    rp_status status = borrow_scale(s, err);

    if (status == RP_OK) {
        status = walk_order(s->full, err);
    }
    if (status != RP_OK) {
        return status;
    }
    if (!objective_find(s->full, &s->full->value)) {
        return walk_refusal(s->full, err);
    }
    memory->bytes_max = memory->bytes_used + s->full->budget.bytes_max;
    moment_follow(s);
    memory->bytes_max = UINT64_MAX;
    if (memory->refused || s->full->is_cancelled) {
        return walk_refusal(s->full, err);
    }
    s->is_exact = s->is_exact && s->full->is_exact && !s->refused;
    choose_stands(s);
    return keep_runs(s) && !memory->refused ? RP_OK
                                            : walk_refusal(s->full, err);
}

static rp_status search_set(moment_search *s, uint16_t set, rp_error *err)
{
    rp_state start;

    rp_state_begin(s->model, set, &start, NULL);
    walk_origin from = {.model = s->model,
                        .root = &start,
                        .alloc = s->arena->alloc,
                        .budget = s->budget,
                        .options = {.follows_all = true}};
    rp_status status = walk_from(&from, &s->full, err);
    if (status != RP_OK) {
        return status;
    }
    size_t places = (size_t)s->model->node_count * RP_MOMENTS;
    memset(s->found, 0, places * sizeof *s->found);
    status = search_walk(s, err);
    moment_forget(s);
    rp_walk_free(s->full);
    s->full = NULL;
    return status;
}

rp_status rp_moments_find(const rp_model *model, const rp_budget *budget,
                          rp_arena *arena, rp_moments *moments, rp_error *err)
{
    uint32_t places = model->node_count * RP_MOMENTS;
    moment_search s = {
        .model = model, .budget = budget, .arena = arena, .is_exact = true};
    rp_status status = RP_OK;

    s.runs = rp_arena_take(arena, places, sizeof *s.runs);
    s.found = rp_arena_take(arena, places, sizeof *s.found);
    if (s.runs == NULL || s.found == NULL) {
        return rp_fail(err, RP_E_MEMORY,
                       "There is not enough memory to walk `%s`.", model->id);
    }
    for (uint16_t i = 0; status == RP_OK && i < model->set_count; i++) {
        status = search_set(&s, i, err);
    }
    if (status == RP_OK) {
        *moments = (rp_moments){.is_exact = s.is_exact,
                                .node_count = model->node_count,
                                .runs = s.runs};
    }
    return status;
}
