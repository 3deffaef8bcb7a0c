/*
 * The nodes of a toy: turns, forms and endings, with all that can be chosen.
 */
#include <stdio.h>
#include <string.h>

#include "support/toy_making.h"

static rp_span make_route(making *m, uint32_t count, const toy_route *route)
{
    rp_span span = {.first = m->route_count, .count = count};

    for (uint32_t i = 0; i < count; i++) {
        m->routes[m->route_count++] = (rp_route){
            .when = making_expr(m, route[i].when, EXPR_T_BOOLEAN),
            .node = making_node_idx(m->from, route[i].to),
        };
    }
    return span;
}

static rp_span make_assigns(making *m, const toy_choice *choice)
{
    rp_span span = {.first = m->assign_count, .count = choice->assign_count};

    for (uint32_t i = 0; i < choice->assign_count; i++) {
        const toy_assign *assign = &choice->assigns[i];
        rp_assign *made = &m->assigns[m->assign_count++];
        for (uint32_t var = 0; var < m->from->var_count; var++) {
            if (strcmp(m->from->vars[var].name, assign->var) == 0) {
                made->var = (uint16_t)var;
            }
        }
        made->is_add = assign->is_add;
        made->expr =
            making_expr(m, assign->value,
                        m->from->vars[made->var].is_boolean ? EXPR_T_BOOLEAN
                                                            : EXPR_T_INTEGER);
    }
    return span;
}

/* The promises whose bits are set in `which`, as indices. */
static rp_span make_promises(making *m, uint32_t which)
{
    rp_span span = {.first = m->promise_idx_count};

    for (uint32_t i = 0; i < m->from->promise_count; i++) {
        if ((which >> i & 1) != 0) {
            m->promise_idx[m->promise_idx_count++] = (uint16_t)i;
        }
    }
    span.count = m->promise_idx_count - span.first;
    return span;
}

/* `owner` is a turn's id, "anytime" or "form/ask". */
static void make_choice(making *m, const toy_choice *choice, const char *owner)
{
    rp_choice *made = &m->choices[m->choice_count++];

    *made = (rp_choice){
        .id = choice->id,
        .owner = rp_arena_copy(&m->arena, owner, strlen(owner)),
        .text =
            making_text(m, choice->text[0] != '\0' ? choice->text : choice->id),
        .hears = choice->hears[0] != '\0' ? making_text(m, choice->hears) : 0,
        .because = choice->has_because ? making_text(m, "Because.") : 0,
        .when = making_expr(m, choice->when, EXPR_T_BOOLEAN),
        .once_mark = choice->once ? m->next_mark++ : RP_NONE,
        .step = RP_NONE,
        .critical = choice->is_critical ? 0 : RP_NONE,
        .stays = choice->stay,
        .is_anytime = choice->is_anytime,
        .assigns = make_assigns(m, choice),
        .route = make_route(m, choice->route_count, choice->route),
        .promises = make_promises(m, choice->promises),
        .keeps = make_promises(m, choice->keeps),
    };
    for (int i = 0; i < RP_SCORES; i++) {
        made->points[i] = (int16_t)choice->points[i];
    }
    for (int i = 0; i < RP_MOODS; i++) {
        made->mood[i] = (int16_t)choice->mood[i];
    }
}

static void make_asks(making *m, const toy_node *node, rp_node *made)
{
    made->asks = (rp_span){m->ask_count, node->ask_count};
    for (uint32_t i = 0; i < node->ask_count; i++) {
        const toy_ask *ask = &node->asks[i];
        char owner[2 * TOY_ID + 2];
        (void)snprintf(owner, sizeof owner, "%s/%s", node->id, ask->id);
        m->asks[m->ask_count++] = (rp_ask){
            .id = ask->id,
            .text = making_text(m, ask->id),
            .many = ask->many,
            .answers = {m->choice_count, ask->answer_count},
        };
        for (uint32_t j = 0; j < ask->answer_count; j++) {
            make_choice(m, &ask->answers[j], owner);
        }
    }
}

static void make_lines(making *m, const toy_node *node, rp_node *made)
{
    made->says = (rp_span){m->line_count, node->line_count};
    for (uint32_t i = 0; i < node->line_count; i++) {
        m->lines[m->line_count++] = (rp_line){
            .when = making_expr(m, node->lines[i].when, EXPR_T_BOOLEAN),
            .text = making_text(m, node->lines[i].text),
        };
    }
}

void making_node(making *m, uint32_t idx)
{
    const toy_node *node = &m->from->nodes[idx];
    rp_node *made = &m->nodes[idx];

    *made = (rp_node){
        .id = node->id,
        .kind = node->kind,
        .seen_mark = RP_NONE,
        .at_fact = RP_NONE,
        .outcome = node->outcome,
        .hint = node->has_hint ? making_text(m, "A hint.") : 0,
        .route = make_route(m, node->route_count, node->route),
    };
    make_lines(m, node, made);
    made->offers = (rp_span){m->offer_count, node->choice_count};
    for (uint32_t i = 0; i < node->choice_count; i++) {
        m->offers[m->offer_count++] = (uint16_t)m->choice_count;
        make_choice(m, &node->choices[i], node->id);
    }
    make_asks(m, node, made);
    if (node->has_silence) {
        made->silence.after_s = 10;
        made->silence.route =
            make_route(m, node->silence_route_count, node->silence_route);
        for (int i = 0; i < RP_MOODS; i++) {
            made->silence.mood[i] = (int16_t)node->silence_mood[i];
        }
    }
}
