/* Turns, forms, endings, interrupts; and who is offered in which turn. */
#include <string.h>

#include "compile.h"

/* --------------------------------------------------------------- names */

/* What `said` can ask for in one owner: "turn/reply", "form/ask/answer". */
static void name_sayings(compiler *c, const place *list, const char *owner,
                         bool is_reply)
{
    for (size_t i = 0; i < place_count(list); i++) {
        place at = place_item(list, i);
        const char *id = text_under(&at, "id");
        const char *full =
            id == NULL ? NULL
                       : rp_arena_format(&c->scratch, "%s/%s", owner, id);
        compile_name(c, MAP_SAYINGS, full, 0);
        if (is_reply) {
            compile_name(c, MAP_SAYINGS, id, 0);
        }
    }
}

static void name_form(compiler *c, const place *form, const char *id)
{
    place asks = place_key(form, "asks");
    for (size_t i = 0; i < place_count(&asks); i++) {
        place ask = place_item(&asks, i);
        place answers = place_key(&ask, "answers");
        const char *ask_id = text_under(&ask, "id");
        const char *owner = rp_arena_format(&c->scratch, "%s/%s", id,
                                            ask_id == NULL ? "" : ask_id);
        name_sayings(c, &answers, owner == NULL ? "" : owner, false);
    }
}

static void name_nodes(compiler *c, const char *key)
{
    place list = place_key(&c->root, key);
    for (size_t i = 0; i < place_count(&list); i++) {
        place at = place_item(&list, i);
        place replies = place_key(&at, "replies");
        const char *id = text_under(&at, "id");
        bool is_known = compile_index(c, MAP_NODES, id) != RP_NONE;
        c->broken = c->broken || is_known || id == NULL;
        rp_node node = {.id = id == NULL ? "" : compile_copy(c, id)};
        compile_name(c, MAP_NODES, id, c->nodes.count);
        *(rp_node *)vector_add(&c->nodes) = node;
        name_sayings(c, &replies, node.id, true);
        name_form(c, &at, node.id);
    }
}

static void name_anytime(compiler *c)
{
    place list = place_key(&c->root, "anytime");
    for (size_t i = 0; i < place_count(&list); i++) {
        place at = place_item(&list, i);
        const char *id = text_under(&at, "id");
        compile_name(c, MAP_ANYTIME, id, (uint32_t)i);
        compile_name(c, MAP_SAYINGS, id, 0);
    }
}

void compile_node_names(compiler *c)
{
    name_nodes(c, "turns");
    name_nodes(c, "forms");
    name_nodes(c, "endings");
    name_anytime(c);
}

/* --------------------------------------------------------------- nodes */

/* A turn without a silence of its own has the scenario's. */
static rp_silence compile_silence(compiler *c, const place *turn)
{
    place own = place_key(turn, "silence");
    place usual = place_key(&c->scenario, "silence");
    const place *at = own.value != NULL ? &own : &usual;
    place to = place_key(at, "to");
    rp_silence silence = {
        .after_s = (uint16_t)integer_under(at, "after", 0),
        .route = compile_route(c, &to),
    };
    for (int i = 0; i < RP_MOODS; i++) {
        silence.mood[i] = (int16_t)integer_under(at, rp_mood_names[i], 0);
    }
    return silence;
}

static rp_node blank_node(const compiler *c, uint32_t idx, rp_node_kind kind)
{
    const rp_node *known = (const rp_node *)c->nodes.items + idx;
    return (rp_node){.id = known->id, .kind = kind, .at_fact = RP_NONE};
}

static rp_node compile_turn(compiler *c, const place *at, uint32_t idx)
{
    rp_node node = blank_node(c, idx, RP_TURN);
    place says = place_key(at, "says");
    place to = place_key(at, "to");
    place replies = place_key(at, "replies");
    const char *jump = text_under(at, "at");
    node.says = compile_says(c, &says);
    node.cue = compile_text_under(c, at, "cue");
    node.hint = compile_text_under(c, at, "hint");
    node.at_fact = jump == NULL ? RP_NONE : compile_known(c, MAP_FACTS, jump);
    node.silence = compile_silence(c, at);
    node.route = compile_route(c, &to);
    /* Still choices: compile_offers makes them offers. */
    node.offers = compile_choices(c, &replies, node.id);
    return node;
}

static rp_ask compile_ask(compiler *c, const place *at, const char *form)
{
    place answers = place_key(at, "answers");
    const char *id = text_under(at, "id");
    const char *owner =
        rp_arena_format(c->arena, "%s/%s", form, id == NULL ? "" : id);
    c->refused = c->refused || owner == NULL;
    return (rp_ask){
        .id = compile_copy(c, id == NULL ? "" : id),
        .text = compile_text_under(c, at, "text"),
        .many = is_true_under(at, "many"),
        .answers = compile_choices(c, &answers, owner == NULL ? "" : owner),
    };
}

/* A move names the answers of a form by the bits of one number. */
static void check_answers(compiler *c, const place *form, rp_span asks)
{
    uint32_t count = 0;
    for (uint32_t i = asks.first; i < c->asks.count; i++) {
        count += ((const rp_ask *)c->asks.items)[i].answers.count;
    }
    if (count > RP_ANSWERS_MAX) {
        spot where = spot_of(c->document, form);
        faults_add(c->faults, FAULT_TOO_MANY, &where,
                   WORDS(digits_of(count).text, digits_of(RP_ANSWERS_MAX).text,
                         "answers"));
    }
}

static rp_node compile_form(compiler *c, const place *at, uint32_t idx)
{
    rp_node node = blank_node(c, idx, RP_FORM);
    place asks = place_key(at, "asks");
    place to = place_key(at, "to");
    node.title = compile_text_under(c, at, "title");
    node.route = compile_route(c, &to);
    node.asks.first = c->asks.count;
    for (size_t i = 0; i < place_count(&asks); i++) {
        place item = place_item(&asks, i);
        rp_ask ask = compile_ask(c, &item, node.id);
        *(rp_ask *)vector_add(&c->asks) = ask;
    }
    node.asks.count = c->asks.count - node.asks.first;
    check_answers(c, at, node.asks);
    return node;
}

static rp_node compile_ending(compiler *c, const place *at, uint32_t idx)
{
    rp_node node = blank_node(c, idx, RP_ENDING);
    place says = place_key(at, "says");
    node.outcome =
        compile_word(c, at, "outcome", rp_outcome_names, RP_OUTCOMES);
    node.says = compile_says(c, &says);
    node.epilogue = compile_text_under(c, at, "epilogue");
    return node;
}

static void compile_all(compiler *c, const char *key, uint32_t *idx,
                        rp_node (*compile)(compiler *c, const place *at,
                                           uint32_t idx))
{
    place list = place_key(&c->root, key);
    for (size_t i = 0; i < place_count(&list) && *idx < c->nodes.count; i++) {
        place at = place_item(&list, i);
        rp_node made = compile(c, &at, *idx);
        rp_node *node = (rp_node *)c->nodes.items + (*idx)++;
        made.seen_mark = node->seen_mark; /* an expression may have asked */
        *node = made;
    }
}

void compile_nodes(compiler *c)
{
    uint32_t idx = 0;
    compile_all(c, "turns", &idx, compile_turn);
    compile_all(c, "forms", &idx, compile_form);
    compile_all(c, "endings", &idx, compile_ending);
    place anytime = place_key(&c->root, "anytime");
    c->anytime = compile_choices(c, &anytime, "anytime");
}

/* ---------------------------------------------------------- interrupts */

/*
 * An interrupt that leads to one place. One with a list of places becomes as
 * many, told apart by both conditions; they share the mark, so that it still
 * breaks in once.
 */
static void add_interrupt(compiler *c, const char *id, rp_expr when,
                          const rp_route *route, uint16_t fired_mark)
{
    rp_interrupt interrupt = {
        .id = id, .when = when, .node = route->node, .fired_mark = fired_mark};
    if (route->when != 0) {
        const char *const *source = c->exprs.source.items;
        expr_fault fault;
        const char *both =
            rp_arena_format(&c->scratch, "(%s) and (%s)", source[when - 1],
                            source[route->when - 1]);
        interrupt.when = both == NULL ? 0
                                      : expr_table_add(&c->exprs, both,
                                                       EXPR_T_BOOLEAN, &fault);
        c->broken = c->broken || interrupt.when == 0;
    }
    *(rp_interrupt *)vector_add(&c->interrupts) = interrupt;
}

static void compile_interrupt(compiler *c, const place *at)
{
    const char *id = compile_copy(c, text_under(at, "id"));
    place when = place_key(at, "when");
    place to = place_key(at, "to");
    uint16_t fired_mark = compile_mark(c);
    rp_expr holds = compile_expr(c, &when, EXPR_T_BOOLEAN);
    rp_span span = compile_route(c, &to);
    c->broken = c->broken || id == NULL || span.count == 0;
    for (uint32_t i = 0; holds != 0 && i < span.count; i++) {
        const rp_route *routes = c->routes.items;
        if (span.first + i < c->routes.count) {
            rp_route route = routes[span.first + i];
            add_interrupt(c, id, holds, &route, fired_mark);
        }
    }
}

void compile_interrupts(compiler *c)
{
    place list = place_key(&c->root, "interrupts");
    for (size_t i = 0; i < place_count(&list); i++) {
        place at = place_item(&list, i);
        compile_interrupt(c, &at);
    }
}

/* -------------------------------------------------------------- offers */

static rp_choice *choice_at(const compiler *c, uint32_t idx)
{
    return (rp_choice *)c->choices.items + idx;
}

static bool has_own(const compiler *c, rp_span own, const char *id)
{
    for (uint32_t i = 0; i < own.count; i++) {
        if (strcmp(choice_at(c, own.first + i)->id, id) == 0) {
            return true;
        }
    }
    return false;
}

/*
 * The choice an anytime reply is in this turn: itself, or a copy where an
 * expression asks whether it was said in just this turn.
 */
static uint32_t anytime_in_turn(compiler *c, uint32_t idx, const char *turn)
{
    const char *full =
        rp_arena_format(&c->scratch, "%s/%s", turn, choice_at(c, idx)->id);
    if (full == NULL || compile_index(c, MAP_SAID, full) == RP_NONE) {
        c->refused = c->refused || full == NULL;
        return idx;
    }
    rp_choice copy = *choice_at(c, idx);
    *(rp_choice *)vector_add(&c->choices) = copy;
    *(const char **)vector_add(&c->said_as) = full;
    return c->choices.count - 1;
}

static void add_offer(compiler *c, uint32_t choice)
{
    *(uint16_t *)vector_add(&c->offers) = (uint16_t)choice;
}

static void offer_in_turn(compiler *c, rp_node *node)
{
    rp_span own = node->offers;
    node->offers.first = c->offers.count;
    for (uint32_t i = 0; i < own.count; i++) {
        add_offer(c, own.first + i);
    }
    for (uint32_t i = 0; i < c->anytime.count; i++) {
        uint32_t idx = c->anytime.first + i;
        if (!has_own(c, own, choice_at(c, idx)->id)) {
            add_offer(c, anytime_in_turn(c, idx, node->id));
        }
    }
    node->offers.count = c->offers.count - node->offers.first;
}

void compile_offers(compiler *c)
{
    if (c->broken || c->choices.refused || c->nodes.refused ||
        c->said_as.refused) {
        return;
    }
    for (uint32_t i = 0; i < c->anytime.count; i++) {
        uint32_t idx = c->anytime.first + i;
        choice_at(c, idx)->is_anytime = true;
        ((const char **)c->said_as.items)[idx] = NULL;
    }
    for (uint32_t i = 0; i < c->nodes.count; i++) {
        rp_node *node = (rp_node *)c->nodes.items + i;
        if (node->kind == RP_TURN) {
            offer_in_turn(c, node);
            c->broken = c->broken || node->offers.count > RP_OFFERS_MAX;
        }
    }
}
