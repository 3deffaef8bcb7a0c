/*
 * What a run may still read, by iteration to a fixed point over the nodes.
 *
 * Reads only ever join, so the question splits by reader: all that is read
 * along the routes (`own`), and for each interrupt what its condition reads
 * and what is read along the routes once it has fired. A state then needs the
 * union of `own` and of the interrupts that have not fired.
 */
#include <string.h>

#include "solve/solve_internal.h"

enum {
    READER_OWN = -1
};

/* One fixed point being found: for whose sake, and the result so far. */
typedef struct finding {
    const rp_model *model;
    bool waits;
    int reader;            /* READER_OWN or an interrupt */
    bool hangs_up_on_loss; /* patience is 0 only where a move lowers it */
    const firing *fires;
    const rp_reads *own; /* found already; NULL while it is being found */
    rp_reads *at;
} finding;

void reads_add(rp_reads *to, const rp_reads *from)
{
    for (uint32_t i = 0; i < RP_MOODS; i++) {
        to->mood[i] = to->mood[i] || from->mood[i];
    }
    to->vars |= from->vars;
    for (uint32_t i = 0; i < RP_MEMORY_WORDS; i++) {
        to->memory[i] |= from->memory[i];
    }
}

bool reads_equal(const rp_reads *a, const rp_reads *b)
{
    bool equal = a->vars == b->vars;

    for (uint32_t i = 0; i < RP_MOODS; i++) {
        equal = equal && a->mood[i] == b->mood[i];
    }
    for (uint32_t i = 0; i < RP_MEMORY_WORDS; i++) {
        equal = equal && a->memory[i] == b->memory[i];
    }
    return equal;
}

void reads_add_mark(rp_reads *to, uint16_t mark)
{
    if (mark != RP_NONE) {
        to->memory[mark >> 6] |= UINT64_C(1) << (mark & 63);
    }
}

static void reads_drop_mark(rp_reads *from, uint16_t mark)
{
    if (mark != RP_NONE) {
        from->memory[mark >> 6] &= ~(UINT64_C(1) << (mark & 63));
    }
}

/* Adds what an expression reads, for the reader it is read for. */
static void add_expr(const finding *f, rp_expr expr, rp_reads *to)
{
    if (f->reader == READER_OWN && expr != 0) {
        rp_expr_reads(f->model, expr, to);
    }
}

/* What is read of a run that is entering `node`, before it is marked seen. */
static void add_inside(const finding *f, const rp_reads *at, uint16_t node,
                       rp_reads *to)
{
    rp_reads inside = at[node];

    reads_drop_mark(&inside, f->model->nodes[node].seen_mark);
    reads_add(to, &inside);
}

/*
 * What is read where the interrupts are looked at, after a move from `here`:
 * for an interrupt its condition and the routes it leads to, for the routes
 * only which interrupts are spent.
 */
static void add_around(const finding *f, uint16_t here, rp_reads *to)
{
    const rp_model *model = f->model;
    const bool *may = f->fires->may + (size_t)here * model->interrupt_count;

    for (uint32_t i = 0; i < model->interrupt_count; i++) {
        const rp_interrupt *interrupt = &model->interrupts[i];
        if (!may[i]) {
            continue;
        }
        if (f->reader == READER_OWN) {
            reads_add_mark(to, interrupt->fired_mark);
            continue;
        }
        if (f->reader == (int)i) {
            rp_expr_reads(model, interrupt->when, to);
            add_inside(f, f->own, interrupt->node, to);
        }
        add_inside(f, f->at, interrupt->node, to);
    }
}

/* What is read of a run that enters `node` by a move from `here`. */
static void add_entered(const finding *f, uint16_t here, uint16_t node,
                        rp_reads *to)
{
    rp_reads around = {.vars = 0};

    if (f->model->nodes[node].kind == RP_ENDING) {
        return;
    }
    add_around(f, here, &around);
    reads_drop_mark(&around, f->model->nodes[node].seen_mark);
    reads_add(to, &around);
    add_inside(f, f->at, node, to);
}

/* A counted move about to lead on: its route, and whether it costs patience. */
typedef struct departure {
    uint16_t here;
    rp_span route;
    bool lowers_patience;
} departure;

/*
 * What is read after the changes of a counted move, on its way on. Where
 * hanging up ends the call nobody goes on at patience 0, so only a move that
 * lowers it can bring that about.
 */
static void add_way(const finding *f, const departure *from, rp_reads *to)
{
    const rp_model *model = f->model;
    rp_span route = from->route;

    add_around(f, from->here, to);
    if (model->hangs_up != RP_NONE &&
        (from->lowers_patience || !f->hangs_up_on_loss)) {
        if (f->reader == READER_OWN) {
            to->mood[RP_PATIENCE] = true;
        }
        add_entered(f, from->here, model->hangs_up, to);
    }
    for (uint32_t i = route.first; i < route.first + route.count; i++) {
        add_expr(f, model->routes[i].when, to);
        add_entered(f, from->here, model->routes[i].node, to);
    }
    if (route.count == 0) {
        add_entered(f, from->here, from->here, to);
    }
}

static rp_span route_of(const rp_node *node, const rp_choice *choice)
{
    if (choice->stays) {
        return (rp_span){.count = 0};
    }
    return choice->route.count > 0 ? choice->route : node->route;
}

/*
 * Turns what is read behind a choice into what is read before it. A reply
 * that sets a variable for certain makes its old value dead; an answer may
 * not be chosen.
 */
static void before_choice(const finding *f, const rp_choice *choice,
                          bool is_certain, rp_reads *reads)
{
    const rp_model *model = f->model;
    uint32_t after = reads->vars;

    for (uint32_t i = 0; is_certain && i < choice->marks.count; i++) {
        reads_drop_mark(reads, model->marks[choice->marks.first + i]);
    }
    for (uint32_t i = 0; i < choice->assigns.count; i++) {
        const rp_assign *assign = &model->assigns[choice->assigns.first + i];
        uint32_t bit = UINT32_C(1) << assign->var;
        if (is_certain && !assign->is_add) {
            reads->vars &= ~bit;
        }
    }
    for (uint32_t i = 0; i < choice->assigns.count; i++) {
        const rp_assign *assign = &model->assigns[choice->assigns.first + i];
        if ((after >> assign->var & 1) != 0 && assign->expr != 0) {
            rp_expr_reads(model, assign->expr, reads);
        }
    }
}

static void add_offer(const finding *f, const rp_choice *choice, rp_reads *to)
{
    add_expr(f, choice->when, to);
    if (f->reader == READER_OWN) {
        reads_add_mark(to, choice->once_mark);
    }
}

static void add_turn(const finding *f, uint16_t idx, rp_reads *to)
{
    const rp_node *node = &f->model->nodes[idx];

    for (uint32_t i = 0; i < node->offers.count; i++) {
        const rp_choice *choice =
            &f->model->choices[f->model->offers[node->offers.first + i]];
        rp_reads behind = {.vars = 0};
        departure from = {idx, route_of(node, choice),
                          choice->mood[RP_PATIENCE] < 0};
        add_way(f, &from, &behind);
        before_choice(f, choice, true, &behind);
        reads_add(to, &behind);
        add_offer(f, choice, to);
    }
    if (f->waits && node->silence.after_s > 0) {
        departure from = {idx, node->silence.route,
                          node->silence.mood[RP_PATIENCE] < 0};
        add_way(f, &from, to);
    }
}

static departure leave_form(const rp_model *model, uint16_t idx)
{
    const rp_node *node = &model->nodes[idx];
    departure from = {idx, node->route, false};

    for (uint32_t i = 0; i < node->asks.count; i++) {
        rp_span answers = model->asks[node->asks.first + i].answers;
        for (uint32_t j = 0; j < answers.count; j++) {
            from.lowers_patience =
                from.lowers_patience ||
                model->choices[answers.first + j].mood[RP_PATIENCE] < 0;
        }
    }
    return from;
}

static void add_form(const finding *f, uint16_t idx, rp_reads *to)
{
    const rp_node *node = &f->model->nodes[idx];
    departure from = leave_form(f->model, idx);
    rp_reads behind = {.vars = 0};

    add_way(f, &from, &behind);
    reads_add(to, &behind);
    for (uint32_t i = 0; i < node->asks.count; i++) {
        const rp_ask *ask = &f->model->asks[node->asks.first + i];
        for (uint32_t j = 0; j < ask->answers.count; j++) {
            const rp_choice *choice =
                &f->model->choices[ask->answers.first + j];
            rp_reads before = behind;
            before_choice(f, choice, false, &before);
            reads_add(to, &before);
            add_offer(f, choice, to);
        }
    }
}

/* Which of several lines is said matters to those who guess by them. */
static void add_lines(const finding *f, const rp_node *node, rp_reads *to)
{
    for (uint32_t i = 0; i < node->says.count; i++) {
        add_expr(f, f->model->lines[node->says.first + i].when, to);
    }
}

static void find_behind(const finding *f, rp_reads *behind)
{
    for (uint32_t i = 0; i < f->model->node_count; i++) {
        if (f->model->nodes[i].kind == RP_FORM) {
            departure from = leave_form(f->model, (uint16_t)i);
            add_way(f, &from, &behind[i]);
        }
    }
}

static bool refine(finding *f, uint16_t idx)
{
    const rp_node *node = &f->model->nodes[idx];
    rp_reads reads = f->at[idx];

    if (node->kind == RP_TURN) {
        add_turn(f, idx, &reads);
        add_lines(f, node, &reads);
    } else if (node->kind == RP_FORM) {
        add_form(f, idx, &reads);
    }
    bool has_grown = !reads_equal(&reads, &f->at[idx]);
    f->at[idx] = reads;
    return has_grown;
}

static void find_for(finding *f)
{
    bool has_grown = true;

    while (has_grown) {
        has_grown = false;
        for (uint32_t i = f->model->node_count; i-- > 0;) {
            has_grown = refine(f, (uint16_t)i) || has_grown;
        }
    }
}

static bool take_tables(const rp_model *model, rp_arena *arena, liveness *live)
{
    size_t rows = (size_t)model->node_count * (model->interrupt_count + 1);

    live->node_count = model->node_count;
    live->interrupt_count = model->interrupt_count;
    live->own = rp_arena_take(arena, model->node_count, sizeof *live->own);
    live->interrupt = rp_arena_take(arena, rows, sizeof *live->interrupt);
    live->behind =
        rp_arena_take(arena, model->node_count, sizeof *live->behind);
    return live->own != NULL && live->interrupt != NULL && live->behind != NULL;
}

bool liveness_find(const rp_model *model, const live_options *options,
                   rp_arena *arena, liveness *live)
{
    finding f = {.model = model,
                 .waits = options->waits,
                 .reader = READER_OWN,
                 .fires = &live->fires};

    if (!take_tables(model, arena, live) ||
        !firing_find(model, options->set, arena, &live->fires)) {
        return false;
    }
    /* A call that begins at patience 0 goes on until its first move. */
    f.hangs_up_on_loss = model->hangs_up != RP_NONE &&
                         model->nodes[model->hangs_up].kind == RP_ENDING &&
                         model->mood[RP_PATIENCE] > 0;
    f.at = live->own;
    find_for(&f);
    find_behind(&f, live->behind);
    f.own = live->own;
    for (uint32_t i = 0; i < model->interrupt_count; i++) {
        f.reader = (int)i;
        f.at = live->interrupt + (size_t)i * model->node_count;
        find_for(&f);
        find_behind(&f, live->behind);
    }
    return true;
}
