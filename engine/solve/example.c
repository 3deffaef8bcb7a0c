/*
 * Recorded runs against what their author expects of them.
 */
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "solve/solve_internal.h"

static void fail_example(rp_example_result *result, const char *format, ...)
    RP_PRINTF(2, 3);

static void fail_example(rp_example_result *result, const char *format, ...)
{
    va_list words;

    result->holds = false;
    va_start(words, format);
    (void)vsnprintf(result->why, sizeof result->why, format, words);
    va_end(words);
}

static bool make_moves(const rp_model *model, const rp_example *example,
                       rp_session *session, rp_example_result *result)
{
    for (uint32_t i = 0; i < example->moves.count; i++) {
        const char *text = model->example_moves[example->moves.first + i];
        rp_move move = {.at_ms = 0};
        rp_error err = {.message = ""};
        rp_status status =
            rp_move_read(model, &session->state, text, &move, &err);
        if (status == RP_OK) {
            status = rp_session_take(session, &move, NULL, &err);
        }
        if (status != RP_OK) {
            (void)snprintf(result->why, sizeof result->why, "Move %u: %.480s",
                           (unsigned)i + 1U, err.message);
            return false;
        }
        result->move_count++;
    }
    return true;
}

/* The run has ended elsewhere, or it has not ended at all. */
static void check_ending(const rp_session *session, const rp_example *example,
                         rp_example_result *result)
{
    const rp_model *model = session->model;
    const rp_result *got = &result->result;

    if (example->ending != NULL && !got->has_ended) {
        fail_example(result,
                     "After %u moves it stands in `%.80s`, not in the ending "
                     "`%.80s`.",
                     (unsigned)result->move_count,
                     model->nodes[session->state.node].id, example->ending);
    } else if (example->ending != NULL && got->ending == RP_NONE) {
        fail_example(result, "It reaches no ending, not the ending `%.80s`.",
                     example->ending);
    } else if (example->ending != NULL &&
               strcmp(example->ending, model->nodes[got->ending].id) != 0) {
        fail_example(result, "It reaches %.80s, not the ending `%.80s`.",
                     model->nodes[got->ending].id, example->ending);
    } else if (example->outcome >= 0 &&
               got->outcome != (rp_outcome)example->outcome) {
        fail_example(result, "Its outcome is %s, not %s.",
                     rp_outcome_names[got->outcome],
                     rp_outcome_names[example->outcome]);
    }
}

static void check_scores(const rp_example *example, rp_example_result *result)
{
    const rp_result *got = &result->result;

    for (uint32_t i = 0; i < RP_SCORES; i++) {
        if (example->points[i] != INT32_MIN &&
            example->points[i] != got->points[i]) {
            fail_example(result, "It earns %d in %s, not %d.",
                         (int)got->points[i], rp_score_names[i],
                         (int)example->points[i]);
            return;
        }
    }
    if (example->passed >= 0 && got->passed != (example->passed == 1)) {
        fail_example(result,
                     got->passed ? "It passes, and should not (%d, %d and %d "
                                   "points)."
                                 : "It does not pass (%d, %d and %d points).",
                     (int)got->points[RP_LISTENING],
                     (int)got->points[RP_EMPATHY],
                     (int)got->points[RP_RESOLUTION]);
    }
}

static bool expects_critical(const rp_model *model, const rp_example *example,
                             uint32_t critical)
{
    for (uint32_t i = 0; i < example->criticals.count; i++) {
        if (model->critical_idx[example->criticals.first + i] == critical) {
            return true;
        }
    }
    return false;
}

/* What was expected must have been done, and nothing else critical. */
static void check_criticals(const rp_session *session,
                            const rp_example *example,
                            rp_example_result *result)
{
    const rp_model *model = session->model;

    for (uint32_t i = 0; example->tells_criticals && i < model->critical_count;
         i++) {
        const rp_critical *critical = &model->criticals[i];
        bool was_done = rp_mark_is_set(&session->state, critical->mark);
        if (was_done != expects_critical(model, example, i)) {
            fail_example(result,
                         was_done ? "It commits the critical fault `%.80s`, "
                                    "and should not."
                                  : "It does not commit the critical fault "
                                    "`%.80s`.",
                         critical->id);
            return;
        }
    }
}

void rp_example_run(const rp_model *model, uint32_t example,
                    const int32_t par[RP_SCORES], rp_example_result *result)
{
    const rp_example *wanted = &model->examples[example];
    rp_session session = {.model = model};

    *result = (rp_example_result){.holds = true};
    if (wanted->set >= model->set_count) {
        fail_example(result, "It names a fact set that is not there.");
        return;
    }
    rp_state_begin(model, wanted->set, &session.state, NULL);
    bool is_played = make_moves(model, wanted, &session, result);
    result->result = rp_session_result(&session, par);
    result->holds = is_played;
    if (is_played) {
        check_ending(&session, wanted, result);
    }
    if (result->holds) {
        check_scores(wanted, result);
    }
    if (result->holds) {
        check_criticals(&session, wanted, result);
    }
}
