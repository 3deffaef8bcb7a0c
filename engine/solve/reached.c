/*
 * What was reached and how, and what never is and why.
 */
#include "solve/findings.h"

static const char *why_not(findings *f, const rp_choice *choice)
{
    const char *why =
        choice->when != 0
            ? rp_arena_format(f->arena, "`%s` never holds there.",
                              rp_expr_text(f->model, choice->when))
            : "It is never offered there.";

    return why == NULL ? "" : why;
}

/* The ways of a route that lead to a node, as far as they tell. */
typedef struct ways_to {
    const rp_model *model;
    uint16_t node;
    uint32_t count;
    rp_expr when; /* of one that has a condition and whose owner is reached */
} ways_to;

static void count_ways(ways_to *to, rp_span route, bool is_owner_seen)
{
    for (uint32_t i = route.first; i < route.first + route.count; i++) {
        const rp_route *way = &to->model->routes[i];
        if (way->node != to->node) {
            continue;
        }
        to->count++;
        if (is_owner_seen && way->when != 0) {
            to->when = way->when;
        }
    }
}

/* The condition that blocks a node, or that nothing leads to it. */
static const char *why_no_way(findings *f, uint16_t node)
{
    const rp_model *model = f->model;
    ways_to to = {.model = model, .node = node};

    for (uint32_t i = 0; i < model->node_count; i++) {
        count_ways(&to, model->nodes[i].route, f->nodes[i].is_seen);
    }
    for (uint32_t i = 0; i < f->offer_count; i++) {
        count_ways(&to, model->choices[model->offers[i]].route,
                   f->offers[i].is_seen);
    }
    for (uint32_t i = 0; i < model->interrupt_count; i++) {
        to.count += model->interrupts[i].node == node;
    }
    if (to.count == 0 && model->hangs_up == node) {
        return "`hangs_up` leads to it, but patience never falls to 0.";
    }
    if (to.when == 0) {
        return to.count == 0 ? "Nothing leads to it."
                             : "No way that can be taken leads to it.";
    }
    const char *why =
        rp_arena_format(f->arena, "`%s` never holds where it leads here.",
                        rp_expr_text(model, to.when));
    f->refused = f->refused || why == NULL;
    return why == NULL ? "" : why;
}

static void never(findings *f, const char *name, const char *why,
                  bool is_remarked)
{
    f->refused = f->refused || name == NULL;
    if (is_remarked && name != NULL) {
        add_remark(f, REMARK_UNREACHABLE, &(rp_remark){.subject = name},
                   WORDS(name, why));
    }
}

/* An anytime reply is missed only where it is missing everywhere. */
static bool is_missed(const findings *f, uint32_t offer)
{
    uint16_t choice = f->model->offers[offer];

    if (f->offers[offer].is_seen) {
        return false;
    }
    for (uint32_t i = 0;
         f->model->choices[choice].is_anytime && i < f->offer_count; i++) {
        if (f->model->offers[i] == choice &&
            (f->offers[i].is_seen || i < offer)) {
            return false;
        }
    }
    return true;
}

/* The names, and for each a remark unless what holds it is unreachable. */
typedef struct roster {
    findings *f;
    const char **names;
    uint32_t count;
} roster;

static void enlist(roster *to, const char *name, const char *why,
                   bool is_remarked)
{
    to->names[to->count++] = name;
    never(to->f, name, why, is_remarked);
}

static void enlist_replies(roster *to)
{
    findings *f = to->f;
    const rp_model *model = f->model;

    for (uint32_t i = 0; i < f->offer_count; i++) {
        const rp_choice *choice = &model->choices[model->offers[i]];
        if (is_missed(f, i)) {
            enlist(to,
                   choice->is_anytime ? name_of_choice(f, "anytime", choice->id)
                                      : name_of_offer(f, i),
                   why_not(f, choice), f->nodes[f->node_of_offer[i]].is_seen);
        }
    }
}

static void enlist_answers(roster *to, const rp_ask *ask, bool is_asked)
{
    findings *f = to->f;

    for (uint32_t i = 0; i < ask->answers.count; i++) {
        uint32_t idx = ask->answers.first + i;
        const rp_choice *choice = &f->model->choices[idx];
        if (!f->answers[idx].is_seen) {
            enlist(to, name_of_choice(f, choice->owner, choice->id),
                   why_not(f, choice), is_asked);
        }
    }
}

static void enlist_forms(roster *to)
{
    const rp_model *model = to->f->model;

    for (uint32_t i = 0; i < model->node_count; i++) {
        for (uint32_t j = 0; j < model->nodes[i].asks.count; j++) {
            enlist_answers(to, &model->asks[model->nodes[i].asks.first + j],
                           to->f->nodes[i].is_seen);
        }
    }
}

static void enlist_interrupts(roster *to)
{
    findings *f = to->f;

    for (uint32_t i = 0; i < f->model->interrupt_count; i++) {
        const rp_interrupt *interrupt = &f->model->interrupts[i];
        if (f->interrupts[i].is_seen) {
            continue;
        }
        const char *name =
            rp_arena_format(f->arena, "interrupt:%s", interrupt->id);
        const char *why =
            rp_arena_format(f->arena, "`%s` never holds after a move.",
                            rp_expr_text(f->model, interrupt->when));
        f->refused = f->refused || name == NULL || why == NULL;
        if (name != NULL && why != NULL) {
            enlist(to, name, why, true);
        }
    }
}

void findings_unreachable(findings *f)
{
    const rp_model *model = f->model;
    uint32_t most = model->node_count + f->offer_count + model->choice_count +
                    model->interrupt_count + 1U;
    const char **names = rp_arena_take(f->arena, most, sizeof *names);
    roster to = {.f = f, .names = names};

    /* What was not walked may still be reached. */
    if (!f->report->is_exact || names == NULL) {
        f->refused = f->refused || names == NULL;
        return;
    }
    for (uint32_t i = 0; i < model->node_count; i++) {
        if (!f->nodes[i].is_seen) {
            enlist(&to, model->nodes[i].id, why_no_way(f, (uint16_t)i), true);
        }
    }
    enlist_replies(&to);
    enlist_forms(&to);
    enlist_interrupts(&to);
    f->report->unreachable = names;
    f->report->unreachable_count = to.count;
}

/* ------------------------------------------------------------------ reached */

static void add_reached(findings *f, rp_reached *list, const char *name,
                        const sighting *seen)
{
    f->refused = f->refused || name == NULL;
    if (seen->is_seen && name != NULL) {
        list[f->report->reached_count++] =
            (rp_reached){name, seen->set, seen->move_count, seen->moves};
    }
}

static void add_reached_answers(findings *f, rp_reached *list)
{
    for (uint32_t i = 0; i < f->model->choice_count; i++) {
        const rp_choice *choice = &f->model->choices[i];
        if (f->answers[i].is_seen) {
            add_reached(f, list, name_of_choice(f, choice->owner, choice->id),
                        &f->answers[i]);
        }
    }
}

void findings_reached(findings *f)
{
    const rp_model *model = f->model;
    uint32_t most = model->node_count + f->offer_count + model->choice_count +
                    model->interrupt_count + 1U;
    rp_reached *list = rp_arena_take(f->arena, most, sizeof *list);

    if (list == NULL) {
        f->refused = true;
        return;
    }
    for (uint32_t i = 0; i < model->node_count; i++) {
        add_reached(f, list, model->nodes[i].id, &f->nodes[i]);
    }
    for (uint32_t i = 0; i < f->offer_count; i++) {
        if (f->offers[i].is_seen) {
            add_reached(f, list, name_of_offer(f, i), &f->offers[i]);
        }
    }
    add_reached_answers(f, list);
    for (uint32_t i = 0; i < model->interrupt_count; i++) {
        add_reached(
            f, list,
            rp_arena_format(f->arena, "interrupt:%s", model->interrupts[i].id),
            &f->interrupts[i]);
    }
    f->report->reached = list;
}
