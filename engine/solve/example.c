/*
 * Recorded runs against what their author expects of them.
 */
#include <stdio.h>
#include <string.h>

#include "solve/solve_internal.h"

static void fail_example(rp_example_result *result, const char *sentence)
{
    result->holds = false;
    (void)snprintf(result->why, sizeof result->why, "%s", sentence);
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

static const char *ending_of(const rp_model *model, const rp_result *result)
{
    return result->ending == RP_NONE ? "no ending"
                                     : model->nodes[result->ending].id;
}

static void check_ending(const rp_model *model, const rp_example *example,
                         rp_example_result *result)
{
    const rp_result *got = &result->result;
    char sentence[RP_MESSAGE_MAX];

    if (example->ending != NULL &&
        strcmp(example->ending, ending_of(model, got)) != 0) {
        (void)snprintf(sentence, sizeof sentence,
                       "It reaches %.80s, not the ending `%.80s`.",
                       ending_of(model, got), example->ending);
        fail_example(result, sentence);
    } else if (example->outcome >= 0 &&
               got->outcome != (rp_outcome)example->outcome) {
        (void)snprintf(sentence, sizeof sentence, "Its outcome is %s, not %s.",
                       rp_outcome_names[got->outcome],
                       rp_outcome_names[example->outcome]);
        fail_example(result, sentence);
    }
}

static void check_scores(const rp_example *example, rp_example_result *result)
{
    const rp_result *got = &result->result;
    char sentence[RP_MESSAGE_MAX];

    for (uint32_t i = 0; i < RP_SCORES; i++) {
        if (example->points[i] != INT32_MIN &&
            example->points[i] != got->points[i]) {
            (void)snprintf(sentence, sizeof sentence,
                           "It earns %d in %s, not %d.", (int)got->points[i],
                           rp_score_names[i], (int)example->points[i]);
            fail_example(result, sentence);
            return;
        }
    }
    if (example->passed >= 0 && got->passed != (example->passed == 1)) {
        (void)snprintf(sentence, sizeof sentence,
                       got->passed ? "It passes, and should not (%d, %d and "
                                     "%d points)."
                                   : "It does not pass (%d, %d and %d points).",
                       (int)got->points[RP_LISTENING],
                       (int)got->points[RP_EMPATHY],
                       (int)got->points[RP_RESOLUTION]);
        fail_example(result, sentence);
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
    char sentence[RP_MESSAGE_MAX];

    for (uint32_t i = 0; example->tells_criticals && i < model->critical_count;
         i++) {
        const rp_critical *critical = &model->criticals[i];
        bool was_done = rp_mark_is_set(&session->state, critical->mark);
        if (was_done != expects_critical(model, example, i)) {
            (void)snprintf(sentence, sizeof sentence,
                           was_done ? "It commits the critical fault `%.80s`, "
                                      "and should not."
                                    : "It does not commit the critical fault "
                                      "`%.80s`.",
                           critical->id);
            fail_example(result, sentence);
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
        check_ending(model, wanted, result);
    }
    if (result->holds) {
        check_scores(wanted, result);
    }
    if (result->holds) {
        check_criticals(&session, wanted, result);
    }
}
