/*
 * Any bytes as an expression: it is refused with a place inside it and a
 * sentence, or it is read and can be run in any state. Values that differ
 * between a state and its copy would be luck, so they are compared.
 */
#include <stdlib.h>

#include "scenario/expr_world.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

static void run_everywhere(world *w, rp_expr expr)
{
    for (uint32_t i = 0; i < 8; i++) {
        w->state.set = (uint8_t)(i % WORLD_SETS);
        w->state.mood[RP_CALM] = (uint8_t)(i * 14);
        w->state.vars[0] = (uint16_t)(i & 1);
        w->state.vars[1] = (uint16_t)(i & 3);
        w->state.memory[1] = i % 3 == 0 ? UINT64_MAX : 0;
        rp_state copy = w->state;
        int64_t value = rp_expr_value(&w->model, expr, &w->state);
        if (value != rp_expr_value(&w->model, expr, &copy) ||
            (rp_expr_divides_by_zero(&w->model, expr, &copy) &&
             !rp_expr_may_divide_by_zero(&w->model, expr))) {
            abort();
        }
    }
}

static void try_as(world *w, const char *source, expr_type type)
{
    expr_fault fault = {0};
    rp_expr expr = world_add(w, source, type, &fault);
    if (expr != 0) {
        rp_reads reads = {0};
        rp_expr_reads(&w->model, expr, &reads);
        run_everywhere(w, expr);
    } else if (fault.message[0] == '\0' || fault.at > strlen(source)) {
        abort();
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    world *w = malloc(sizeof *w);
    char *source = malloc(size + 1);
    if (w != NULL && source != NULL) {
        if (size > 0) {
            memcpy(source, bytes, size);
        }
        source[size] = '\0';
        world_init(w);
        try_as(w, source, EXPR_T_BOOLEAN);
        try_as(w, source, EXPR_T_INTEGER);
        world_clear(w);
    }
    free(source);
    free(w);
    return 0;
}
