/*
 * Whatever is told to be reached: its moves, played by the session, come
 * there, and the last of them does.
 */
#include "support/trust.h"

enum {
    CALLS = 1500
};

static const rp_report_options quick = {.is_quick = true};

/* The last move of a witness and what it did. */
typedef struct arrival {
    rp_state before;
    rp_state after;
    rp_move move;
    rp_effect effect;
    bool has_move;
} arrival;

static arrival replay(const trial *t, const rp_reached *way)
{
    arrival last = {.has_move = way->move_count > 0};

    rp_state_begin(t->model, way->set, &last.after, &last.effect);
    for (uint32_t i = 0; i < way->move_count; i++) {
        last.before = last.after;
        EXPECT(t,
               rp_move_read(t->model, &last.after, way->moves[i], &last.move,
                            NULL) == RP_OK,
               "%s: move %u, %s, is not legal", way->name, i + 1U,
               way->moves[i]);
        rp_state_step(t->model, &last.after, &last.move, &last.effect);
    }
    return last;
}

static bool leads_through(const trial *t, const arrival *last, const char *name)
{
    for (uint32_t i = 0; i < last->effect.node_count; i++) {
        if (strcmp(t->model->nodes[last->effect.nodes[i]].id, name) == 0) {
            return true;
        }
    }
    return false;
}

static bool fires(const trial *t, const arrival *last, const char *id)
{
    for (uint32_t i = 0; i < t->model->interrupt_count; i++) {
        uint16_t mark = t->model->interrupts[i].fired_mark;
        if (strcmp(t->model->interrupts[i].id, id) == 0) {
            return rp_mark_is_set(&last->after, mark) &&
                   (!last->has_move || !rp_mark_is_set(&last->before, mark));
        }
    }
    return false;
}

/* "turn/reply": said where that turn stood. */
static bool says(const trial *t, const arrival *last, const char *name)
{
    const rp_node *node = &t->model->nodes[last->before.node];
    char said[256];

    (void)snprintf(said, sizeof said, "%s/%s", node->id,
                   t->model->choices[last->move.index].id);
    return last->move.kind == RP_MOVE_REPLY && strcmp(said, name) == 0;
}

/* "form/ask/answer": among those of the form that was sent. */
static bool answers(const trial *t, const arrival *last, const char *name)
{
    const rp_node *form = &t->model->nodes[last->before.node];
    uint32_t bit = 0;

    for (uint32_t i = 0; i < form->asks.count; i++) {
        rp_span span = t->model->asks[form->asks.first + i].answers;
        for (uint32_t k = 0; k < span.count; k++, bit++) {
            const rp_choice *choice = &t->model->choices[span.first + k];
            char given[256];
            (void)snprintf(given, sizeof given, "%s/%s", choice->owner,
                           choice->id);
            if ((last->move.answers >> bit & 1) != 0 &&
                strcmp(given, name) == 0) {
                return true;
            }
        }
    }
    return false;
}

static bool arrives(const trial *t, const arrival *last, const char *name)
{
    if (strncmp(name, "interrupt:", 10) == 0) {
        return fires(t, last, name + 10);
    }
    if (strchr(name, '/') == NULL) {
        return leads_through(t, last, name);
    }
    return last->has_move &&
           (last->move.kind == RP_MOVE_FORM ? answers(t, last, name)
                                            : says(t, last, name));
}

static void look(trial *t, void *user)
{
    uint64_t *count = user;

    trial_check(t, &quick);
    for (uint32_t i = 0; i < t->report.reached_count; i++) {
        const rp_reached *way = &t->report.reached[i];
        arrival last = replay(t, way);
        EXPECT(t, arrives(t, &last, way->name), "%s is not come to", way->name);
        *count += way->move_count > 0;
    }
}

static void every_reached_name_has_moves_that_come_to_it(void **unused)
{
    uint64_t count = 0;

    (void)unused;
    trials(CALLS, toy_random, look, &count);
    expect_met(count, 5000, "names come to by moves");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_reached_name_has_moves_that_come_to_it),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
