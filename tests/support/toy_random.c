/*
 * Random toys. Sizes stay small enough that every path can be walked one by
 * one; each ingredient turns up in a fair share of the calls.
 */
#include <stdio.h>
#include <string.h>

#include "support/toy.h"

typedef struct dice {
    rp_random random;
    toy *to;
    uint32_t turns;
    uint32_t forms;
    uint32_t endings;
} dice;

static uint32_t roll(dice *d, uint32_t bound)
{
    return rp_random_below(&d->random, bound);
}

static bool one_in(dice *d, uint32_t bound)
{
    return roll(d, bound) == 0;
}

static int between(dice *d, int lo, int hi)
{
    return lo + (int)roll(d, (uint32_t)(hi - lo + 1));
}

#define NAME(to, ...) ((void)snprintf((to), sizeof(to), __VA_ARGS__))
#define TEXT(to, ...) ((void)snprintf((to), TOY_TEXT, __VA_ARGS__))

/* Somewhere: forward more often than back, so that most calls come to rest. */
static void pick_target(dice *d, uint32_t from, toy_id to)
{
    uint32_t count = d->to->node_count;
    uint32_t idx = roll(d, count);

    if (!one_in(d, 4) && idx <= from) {
        idx = from + 1 + roll(d, count - from - 1 == 0 ? 1 : count - from - 1);
        idx = idx >= count ? count - 1 : idx;
    }
    (void)snprintf(to, TOY_ID, "%s", d->to->nodes[idx].id);
}

static void pick_atom(dice *d, toy_text to)
{
    static const char *const moods[] = {"calm", "trust", "patience"};
    static const char *const signs[] = {"<", "<=", ">", ">=", "==", "~="};
    const toy *t = d->to;

    switch (roll(d, 9)) {
    case 0:
    case 1:
        TEXT(to, "%s %s %d", moods[roll(d, 3)], signs[roll(d, 6)],
             10 * between(d, 0, 10));
        break;
    case 2: TEXT(to, "n %s %d", signs[roll(d, 6)], between(d, 0, 3)); break;
    case 3: TEXT(to, "flag"); break;
    case 4: TEXT(to, "said 'r%u'", (unsigned)roll(d, 4)); break;
    case 5:
        TEXT(to, "said 't%u/r%u'", (unsigned)roll(d, d->turns),
             (unsigned)roll(d, 4));
        break;
    case 6: TEXT(to, "seen 't%u'", (unsigned)roll(d, d->turns)); break;
    case 7:
        if (t->record_count > 0) {
            TEXT(to, "opened '%s'", t->records[roll(d, t->record_count)]);
        } else {
            TEXT(to, "fact.red");
        }
        break;
    default: TEXT(to, "fact.n == 1"); break;
    }
}

static void pick_condition(dice *d, toy_text to)
{
    toy_text a = "";
    toy_text b = "";

    pick_atom(d, a);
    switch (roll(d, 6)) {
    case 0: TEXT(to, "not (%.30s)", a); break;
    case 1:
        pick_atom(d, b);
        TEXT(to, "%.30s and %.30s", a, b);
        break;
    case 2:
        pick_atom(d, b);
        TEXT(to, "%.30s or %.30s", a, b);
        break;
    default: TEXT(to, "%s", a); break;
    }
}

/* A few words of a small language, so that lengths and echoes tie at times. */
static void pick_words(dice *d, toy_text to)
{
    static const char *const words[] = {"please", "line", "sorry", "dead",
                                        "I",      "see",  "two",   "{n}"};
    uint32_t count = 1 + roll(d, 3);
    size_t length = 0;

    for (uint32_t i = 0; i < count; i++) {
        length += (size_t)snprintf(to + length, TOY_TEXT - length, "%s%s",
                                   i == 0 ? "" : " ", words[roll(d, 8)]);
    }
}

static void pick_effects(dice *d, toy_choice *choice)
{
    for (int i = 0; i < RP_SCORES; i++) {
        choice->points[i] = one_in(d, 2) ? 0 : between(d, -2, 3);
    }
    for (int i = 0; i < RP_MOODS; i++) {
        choice->mood[i] = one_in(d, 2) ? 5 * between(d, -10, 8) : 0;
    }
    if (one_in(d, 4)) {
        toy_assign *assign = &choice->assigns[choice->assign_count++];
        NAME(assign->var, "flag");
        NAME(assign->value, "%s",
             one_in(d, 3) ? "not flag" : (one_in(d, 2) ? "true" : "calm > 40"));
    }
    if (one_in(d, 4)) {
        toy_assign *assign = &choice->assigns[choice->assign_count++];
        NAME(assign->var, "n");
        assign->is_add = one_in(d, 2);
        NAME(assign->value, "%s",
             one_in(d, 4) ? "n * 2 - 1" : (one_in(d, 2) ? "1" : "-1"));
    }
    choice->is_critical = one_in(d, 16);
    pick_words(d, choice->text);
}

static void pick_routes(dice *d, uint32_t node, uint32_t *count,
                        toy_route *route)
{
    *count = 1;
    if (one_in(d, 5)) {
        pick_condition(d, route[0].when);
        pick_target(d, node, route[0].to);
        *count = 2;
    }
    pick_target(d, node, route[*count - 1].to);
}

static void fill_turn(dice *d, uint32_t idx)
{
    toy_node *node = &d->to->nodes[idx];

    node->choice_count = 1 + roll(d, 3);
    for (uint32_t i = 0; i < node->choice_count; i++) {
        toy_choice *choice = &node->choices[i];
        NAME(choice->id, "r%u", (unsigned)i);
        pick_effects(d, choice);
        if (one_in(d, 4)) {
            pick_condition(d, choice->when);
        }
        choice->once = one_in(d, 6);
        choice->stay = one_in(d, 8);
        if (!one_in(d, 3)) {
            pick_routes(d, idx, &choice->route_count, choice->route);
        }
    }
    pick_routes(d, idx, &node->route_count, node->route);
    node->line_count = 1;
    if (one_in(d, 3)) {
        node->line_count = 2;
        pick_condition(d, node->lines[0].when);
        pick_words(d, node->lines[0].text);
    }
    pick_words(d, node->lines[node->line_count - 1].text);
    node->has_silence = one_in(d, 3);
    node->silence_mood[RP_PATIENCE] = -5 * between(d, 1, 6);
    if (one_in(d, 4)) {
        pick_routes(d, idx, &node->silence_route_count, node->silence_route);
    }
}

static void fill_form(dice *d, uint32_t idx)
{
    toy_node *node = &d->to->nodes[idx];

    node->ask_count = 1 + roll(d, 2);
    for (uint32_t i = 0; i < node->ask_count; i++) {
        toy_ask *ask = &node->asks[i];
        NAME(ask->id, "a%u", (unsigned)i);
        ask->many = one_in(d, 2);
        ask->answer_count = 1 + roll(d, 2);
        for (uint32_t j = 0; j < ask->answer_count; j++) {
            toy_choice *answer = &ask->answers[j];
            NAME(answer->id, "x%u", (unsigned)j);
            pick_effects(d, answer);
            if (one_in(d, 4)) {
                pick_condition(d, answer->when);
            }
            answer->once = one_in(d, 10);
        }
    }
    pick_routes(d, idx, &node->route_count, node->route);
}

static void name_nodes(dice *d)
{
    toy *t = d->to;

    d->turns = 2 + roll(d, 3);
    d->forms = one_in(d, 2) ? 1 : 0;
    d->endings = 1 + roll(d, 2);
    for (uint32_t i = 0; i < d->turns; i++) {
        NAME(t->nodes[t->node_count].id, "t%u", (unsigned)i);
        t->nodes[t->node_count++].kind = RP_TURN;
    }
    for (uint32_t i = 0; i < d->forms; i++) {
        NAME(t->nodes[t->node_count].id, "f%u", (unsigned)i);
        t->nodes[t->node_count++].kind = RP_FORM;
    }
    for (uint32_t i = 0; i < d->endings; i++) {
        toy_node *ending = &t->nodes[t->node_count++];
        NAME(ending->id, "e%u", (unsigned)i);
        ending->kind = RP_ENDING;
        ending->outcome =
            i == 0 ? (rp_outcome)roll(d, 3) : (rp_outcome)roll(d, 4);
        ending->line_count = 1;
        NAME(ending->lines[0].text, "the end");
    }
}

/*
 * One promise, made and kept by some replies and asked for by others. Comes
 * last, so that the rest of a call is what it was before promises were.
 */
static void add_promise(dice *d)
{
    toy *t = d->to;

    if (!one_in(d, 3)) {
        return;
    }
    t->promise_count = 1;
    NAME(t->promises[0], "p0");
    for (uint32_t i = 0; i < d->turns; i++) {
        for (uint32_t j = 0; j < t->nodes[i].choice_count; j++) {
            toy_choice *choice = &t->nodes[i].choices[j];
            choice->promises = one_in(d, 3) ? 1 : 0;
            choice->keeps = one_in(d, 4) ? 1 : 0;
            if (choice->when[0] == '\0' && one_in(d, 5)) {
                NAME(choice->when, "%s",
                     one_in(d, 2) ? "promised 'p0'"
                                  : "promised 'p0' and not kept 'p0'");
            }
        }
    }
}

/* Some replies and answers are answered at once. */
static void add_hears(dice *d)
{
    toy *t = d->to;

    for (uint32_t i = 0; i < t->node_count; i++) {
        for (uint32_t j = 0; j < t->nodes[i].choice_count; j++) {
            if (one_in(d, 3)) {
                pick_words(d, t->nodes[i].choices[j].hears);
            }
        }
        for (uint32_t j = 0; j < t->nodes[i].ask_count; j++) {
            if (one_in(d, 3)) {
                pick_words(d, t->nodes[i].asks[j].answers[0].hears);
            }
        }
    }
}

void toy_random_long(toy *to, uint64_t seed)
{
    toy_random(to, seed);
    to->moves_max = 60;
}

/* Most conditions are taken away, so that most of the call can be met. */
void toy_random_free(toy *to, uint64_t seed)
{
    rp_random random = rp_random_seeded(~seed);

    toy_random(to, seed);
    to->moves_max = 4 + (int)rp_random_below(&random, 3);
    for (uint32_t i = 0; i < to->node_count; i++) {
        for (uint32_t j = 0; j < to->nodes[i].choice_count; j++) {
            if (rp_random_below(&random, 3) > 0) {
                to->nodes[i].choices[j].when[0] = '\0';
            }
        }
    }
}

/*
 * Every reply earns one point in one of two scores, and half of par passes:
 * many runs have the same value, and not all of them pass.
 */
void toy_random_even(toy *to, uint64_t seed)
{
    rp_random random = rp_random_seeded(~seed);

    toy_random_free(to, seed);
    to->pass_percent = 50;
    for (uint32_t i = 0; i < to->node_count; i++) {
        for (uint32_t j = 0; j < to->nodes[i].choice_count; j++) {
            toy_choice *choice = &to->nodes[i].choices[j];
            memset(choice->points, 0, sizeof choice->points);
            choice->points[rp_random_below(&random, 2)] = 1;
            choice->is_critical = false;
        }
    }
}

/* The second reply of a turn does what the first does, but for its moods. */
void toy_random_twins(toy *to, uint64_t seed)
{
    toy_random_long(to, seed);
    for (uint32_t i = 0; i < to->node_count; i++) {
        toy_choice *first = &to->nodes[i].choices[0];
        toy_choice *second = &to->nodes[i].choices[1];
        if (to->nodes[i].choice_count > 1) {
            toy_choice own = *second;
            *second = *first;
            memcpy(second->id, own.id, sizeof own.id);
            memcpy(second->text, own.text, sizeof own.text);
            memcpy(second->mood, own.mood, sizeof own.mood);
        }
    }
}

void toy_random(toy *to, uint64_t seed)
{
    dice d = {.random = rp_random_seeded(seed), .to = to};

    memset(to, 0, sizeof *to);
    name_nodes(&d);
    to->var_count = 2;
    to->vars[0] = (toy_var){.name = "flag", .is_boolean = true};
    to->vars[1] = (toy_var){.name = "n", .lo = -1, .hi = 2, .start = 0};
    to->record_count = one_in(&d, 3) ? 1 : 0;
    NAME(to->records[0], "log");
    for (int i = 0; i < RP_MOODS; i++) {
        to->mood[i] = 10 * between(&d, 1, 9);
    }
    to->moves_max = between(&d, 2, 6);
    to->set_count = 2;
    to->pass_percent = 10 * between(&d, 1, 10);
    to->exam_percent = 10 * between(&d, 1, 10);
    for (uint32_t i = 0; i < d.turns; i++) {
        fill_turn(&d, i);
    }
    for (uint32_t i = 0; i < d.forms; i++) {
        fill_form(&d, d.turns + i);
    }
    to->interrupt_count = one_in(&d, 3) ? 1 + roll(&d, 2) : 0;
    for (uint32_t i = 0; i < to->interrupt_count; i++) {
        NAME(to->interrupts[i].id, "i%u", (unsigned)i);
        pick_condition(&d, to->interrupts[i].when);
        pick_target(&d, 0, to->interrupts[i].to);
    }
    if (one_in(&d, 2)) {
        NAME(
            to->hangs_up, "%s",
            to->nodes[d.turns - 1 + roll(&d, to->node_count - d.turns + 1)].id);
    }
    add_promise(&d);
    add_hears(&d);
}
