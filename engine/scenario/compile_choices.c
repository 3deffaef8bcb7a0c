/* Replies and answers: all their effects resolved into sums and indices. */
#include <string.h>

#include "compile.h"

/* --------------------------------------------------------------- moods */

static void add_moods(const place *at, int16_t mood[RP_MOODS])
{
    for (int i = 0; i < RP_MOODS; i++) {
        int64_t change = integer_under(at, rp_mood_names[i], 0);
        mood[i] = (int16_t)(mood[i] + change);
    }
}

static void add_effect(compiler *c, const char *name, int16_t mood[RP_MOODS])
{
    place effects = place_key(&c->root, "effects");
    place effect = place_key(&effects, name == NULL ? "" : name);
    c->broken = c->broken || effect.value == NULL;
    add_moods(&effect, mood);
}

/* `feels` names one effect or a list of them; own keys add to it. */
static void compile_mood(compiler *c, const place *at, int16_t mood[RP_MOODS])
{
    place feels = place_key(at, "feels");
    if (text_of(&feels) != NULL) {
        add_effect(c, text_of(&feels), mood);
    }
    for (size_t i = 0; i < place_count(&feels); i++) {
        place item = place_item(&feels, i);
        add_effect(c, text_of(&item), mood);
    }
    add_moods(at, mood);
}

/* ------------------------------------------------------------- assigns */

static rp_assign assign_value(compiler *c, uint16_t idx, bool is_add,
                              const place *value)
{
    const rp_var *var = &((const rp_var *)c->vars.items)[idx];
    rp_assign assign = {.var = idx, .is_add = is_add};
    bool is_boolean = var->is_boolean && !is_add;
    if (text_of(value) != NULL) {
        assign.expr = compile_expr(
            c, value, is_boolean ? EXPR_T_BOOLEAN : EXPR_T_INTEGER);
    } else if (is_boolean) {
        c->broken = c->broken || !json_is_boolean(value->value);
        assign.value = json_is_true(value->value);
    } else {
        int64_t number = json_integer_value(value->value);
        c->broken = c->broken || !json_is_integer(value->value) ||
                    number < INT32_MIN || number > INT32_MAX;
        assign.value = (int32_t)number;
    }
    return assign;
}

static void compile_assigned(compiler *c, const place *at, bool is_add)
{
    const char *name = NULL;
    json_t *value = NULL;
    json_object_foreach(at->value, name, value)
    {
        place target = place_key(at, name);
        uint16_t idx = compile_known(c, MAP_VARS, name);
        if (idx < c->vars.count) {
            rp_assign assign = assign_value(c, idx, is_add, &target);
            *(rp_assign *)vector_add(&c->assigns) = assign;
        }
    }
}

static rp_span compile_assigns(compiler *c, const place *at)
{
    rp_span span = {.first = c->assigns.count};
    place set = place_key(at, "set");
    place add = place_key(at, "add");
    compile_assigned(c, &set, false);
    compile_assigned(c, &add, true);
    span.count = c->assigns.count - span.first;
    return span;
}

/* ------------------------------------------------------------- choices */

static void compile_references(compiler *c, const place *at, rp_choice *choice)
{
    place shows = place_key(at, "shows");
    place misses = place_key(at, "misses");
    place promises = place_key(at, "promises");
    place keeps = place_key(at, "keeps");
    choice->shows = compile_names(c, &shows, MAP_BEHAVIOURS, &c->behaviour_idx);
    choice->misses =
        compile_names(c, &misses, MAP_BEHAVIOURS, &c->behaviour_idx);
    choice->promises =
        compile_names(c, &promises, MAP_PROMISES, &c->promise_idx);
    choice->keeps = compile_names(c, &keeps, MAP_PROMISES, &c->promise_idx);
}

static void compile_step(compiler *c, const place *at, rp_choice *choice)
{
    const char *step = text_under(at, "step");
    const char *critical = text_under(at, "critical");
    choice->step = RP_NONE;
    choice->critical = RP_NONE;
    if (step != NULL) {
        choice->step = compile_known(c, MAP_STEPS, step);
    }
    if (choice->step < c->steps.count) {
        const rp_step *steps = c->steps.items;
        choice->step_text = steps[choice->step].title;
    }
    if (critical != NULL) {
        choice->critical = compile_known(c, MAP_CRITICALS, critical);
    }
}

static void compile_choice(compiler *c, const place *at, const char *owner)
{
    place when = place_key(at, "when");
    place to = place_key(at, "to");
    rp_choice choice = {
        .id = compile_copy(c, text_under(at, "id")),
        .owner = owner,
        .text = compile_text_under(c, at, "text"),
        .hears = compile_text_under(c, at, "hears"),
        .because = compile_text_under(c, at, "because"),
        .when = compile_expr(c, &when, EXPR_T_BOOLEAN),
        .act = compile_word(c, at, "as", rp_act_names, RP_ACTS),
        .once_mark = RP_NONE,
        .stays = is_true_under(at, "stay"),
        .route = compile_route(c, &to),
    };
    c->broken = c->broken || choice.id == NULL;
    for (int i = 0; i < RP_SCORES; i++) {
        choice.points[i] = (int16_t)integer_under(at, rp_score_names[i], 0);
    }
    compile_mood(c, at, choice.mood);
    compile_step(c, at, &choice);
    compile_references(c, at, &choice);
    choice.assigns = compile_assigns(c, at);
    if (is_true_under(at, "once")) {
        choice.once_mark = compile_mark(c);
    }
    *(rp_choice *)vector_add(&c->choices) = choice;
    const char *said_as = rp_arena_format(&c->scratch, "%s/%s", owner,
                                          choice.id == NULL ? "" : choice.id);
    c->refused = c->refused || said_as == NULL;
    *(const char **)vector_add(&c->said_as) = said_as;
}

rp_span compile_choices(compiler *c, const place *list, const char *owner)
{
    rp_span span = {.first = c->choices.count};
    for (size_t i = 0; i < place_count(list); i++) {
        place at = place_item(list, i);
        compile_choice(c, &at, owner);
    }
    span.count = c->choices.count - span.first;
    return span;
}
