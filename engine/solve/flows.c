/*
 * One move as the ways it leads along: a reply to a turn, from there an
 * interrupt to another, and so on to where the run stands.
 *
 * The step itself tells only the nodes it led through. What led on from each
 * follows from the interrupts it marked as fired: entering a node goes on by
 * nothing else, so one interrupt fewer than nodes means that the first node
 * was reached by the route.
 */
#include "solve/solve_internal.h"

/* Interrupts that fired in one move, taken off one by one. */
typedef struct fired_list {
    const rp_model *model;
    rp_state before; /* with the marks of those taken off */
    const rp_state *after;
} fired_list;

uint16_t rp_place_of_interrupt(const rp_model *model, uint32_t interrupt)
{
    uint16_t mark = model->interrupts[interrupt].fired_mark;
    uint32_t first = 0;

    while (model->interrupts[first].fired_mark != mark) {
        first++;
    }
    return (uint16_t)(model->node_count + first);
}

static bool has_fired(const fired_list *of, uint32_t interrupt)
{
    uint16_t mark = of->model->interrupts[interrupt].fired_mark;

    return rp_mark_is_set(of->after, mark) &&
           !rp_mark_is_set(&of->before, mark);
}

/* Those that share a mark count once. */
static uint32_t count_fired(const fired_list *of)
{
    fired_list left = *of;
    uint32_t count = 0;

    for (uint32_t i = 0; i < of->model->interrupt_count; i++) {
        if (has_fired(&left, i)) {
            rp_mark_set(&left.before, of->model->interrupts[i].fired_mark);
            count++;
        }
    }
    return count;
}

/* The place of the interrupt that led to `node`; the node where none did. */
static uint16_t take_fired(fired_list *of, uint16_t node)
{
    for (uint32_t i = 0; i < of->model->interrupt_count; i++) {
        if (of->model->interrupts[i].node == node && has_fired(of, i)) {
            rp_mark_set(&of->before, of->model->interrupts[i].fired_mark);
            return rp_place_of_interrupt(of->model, i);
        }
    }
    return node;
}

static rp_flow flow_of_move(const rp_state *before, const rp_move *move)
{
    rp_flow flow = {.from = before->node, .choice = RP_NONE};

    switch (move->kind) {
    case RP_MOVE_REPLY:
        flow.kind = RP_FLOW_REPLY;
        flow.choice = move->index;
        break;
    case RP_MOVE_FORM: flow.kind = RP_FLOW_FORM; break;
    case RP_MOVE_OPEN:
    case RP_MOVE_HINT:
    case RP_MOVE_SILENCE: flow.kind = RP_FLOW_SILENCE; break;
    }
    return flow;
}

/* By an interrupt: two ways, to it and from it. Returns where they end. */
static uint32_t add_fired(fired_list *of, rp_flow flow, uint16_t node,
                          rp_flow *flows)
{
    uint32_t count = 0;

    flow.to = take_fired(of, node);
    flows[count++] = flow;
    if (flow.to != node) {
        flows[count++] = (rp_flow){.from = flow.to,
                                   .to = node,
                                   .kind = RP_FLOW_INTERRUPT,
                                   .choice = RP_NONE};
    }
    return count;
}

/* From the first node on only interrupts lead further. */
static uint32_t add_rest(fired_list *of, const rp_effect *effect,
                         rp_flow *flows)
{
    uint32_t count = 0;

    for (uint32_t i = 1; i < effect->node_count; i++) {
        rp_flow flow = {.from = effect->nodes[i - 1],
                        .kind = RP_FLOW_INTERRUPT,
                        .choice = RP_NONE};
        count += add_fired(of, flow, effect->nodes[i], flows + count);
    }
    return count;
}

uint32_t rp_flows_of(const rp_model *model, const rp_state *before,
                     const rp_move *move, rp_flow flows[RP_FLOWS_MAX])
{
    rp_state after = *before;
    rp_effect effect;
    uint32_t count = 0;

    rp_state_step(model, &after, move, &effect);
    if (effect.node_count == 0) {
        return 0;
    }
    fired_list fired = {model, *before, &after};
    rp_flow flow = flow_of_move(before, move);
    flow.hangs_up = model->hangs_up != RP_NONE &&
                    after.mood[RP_PATIENCE] == 0 &&
                    effect.nodes[0] == model->hangs_up;
    if (!flow.hangs_up && count_fired(&fired) >= effect.node_count) {
        count = add_fired(&fired, flow, effect.nodes[0], flows);
    } else {
        flow.to = effect.nodes[0];
        flows[count++] = flow;
    }
    return count + add_rest(&fired, &effect, flows + count);
}

uint32_t rp_flows_at_start(const rp_model *model, uint16_t set,
                           rp_flow flows[RP_FLOWS_MAX])
{
    rp_state start;
    rp_effect effect;

    rp_state_begin(model, set, &start, &effect);
    fired_list fired = {.model = model, .after = &start};
    return add_rest(&fired, &effect, flows);
}
