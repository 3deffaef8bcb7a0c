/*
 * Who notices a mutant: runs that are replayed, which costs microseconds, and
 * only where they do not a report, which costs a walk and the odds.
 */
#include <string.h>

#include "mutate.h"

static const char example_prefix[] = "example:";

rp_status mutant_base_open(mutant_base *base, rp_arena *arena, rp_error *err)
{
    rp_status status =
        rp_check_report(base->model, &base->options, arena, &base->report, err);

    if (status != RP_OK) {
        return status;
    }
    base->has_gate = !base->options.is_quick && base->report.is_exact;
    return mutant_replay_open(base, arena, err);
}

/* ---------------------------------------------------------------- prover */

static bool has_remark(const rp_report *report, const rp_remark *remark)
{
    for (uint32_t i = 0; i < report->remark_count; i++) {
        if (strcmp(report->remarks[i].code, remark->code) == 0 &&
            strcmp(report->remarks[i].subject, remark->subject) == 0) {
            return true;
        }
    }
    return false;
}

/* What par decides is found out only here: whether an example passes. */
static void notice_remark(const rp_remark *remark, rp_mutant *mutant)
{
    size_t length = sizeof example_prefix - 1;
    bool is_example = strncmp(remark->subject, example_prefix, length) == 0;

    mutant->notice = is_example ? RP_NOTICE_EXAMPLE : RP_NOTICE_PROVER;
    mutant->by = is_example ? remark->subject + length : remark->code;
}

/* The first remark that was not there before. */
static void ask_prover(const mutant_base *base, const rp_report *report,
                       rp_mutant *mutant)
{
    for (uint32_t i = 0; i < report->remark_count; i++) {
        if (!has_remark(&base->report, &report->remarks[i])) {
            notice_remark(&report->remarks[i], mutant);
            return;
        }
    }
}

/* ------------------------------------------------------------------ gate */

static bool has_missing(const rp_report *report, const char *code)
{
    for (uint32_t i = 0; i < report->missing_count; i++) {
        if (strcmp(report->missing[i].code, code) == 0) {
            return true;
        }
    }
    return false;
}

/* The first condition that held before and now fails. */
static void ask_gate(const mutant_base *base, const rp_report *report,
                     rp_mutant *mutant)
{
    for (uint32_t i = 0; i < report->missing_count; i++) {
        const char *code = report->missing[i].code;
        if (!has_missing(&base->report, code)) {
            mutant->notice = RP_NOTICE_GATE;
            mutant->by = code;
            return;
        }
    }
}

/* ------------------------------------------------------------------ all */

static rp_status ask_report(const mutant_base *base, const rp_model *model,
                            rp_arena *arena, rp_mutant *mutant, rp_error *err)
{
    rp_report report;
    rp_status status =
        rp_check_report(model, &base->options, arena, &report, err);

    if (status == RP_E_LIMIT) { /* its scores are too large to compare */
        mutant->notice = RP_NOTICE_PROVER;
        mutant->by = "limit";
        return RP_OK;
    }
    if (status != RP_OK || (base->report.is_exact && !report.is_exact)) {
        return status; /* too large for the budget: it stays unjudged */
    }
    ask_prover(base, &report, mutant);
    if (mutant->notice == RP_NOTICE_UNJUDGED && base->has_gate) {
        ask_gate(base, &report, mutant);
    }
    if (mutant->notice == RP_NOTICE_UNJUDGED) {
        mutant->notice = RP_NOTICE_NOBODY;
    }
    return RP_OK;
}

rp_status mutant_judge(const mutant_base *base, rp_arena *arena,
                       rp_mutant *mutant, rp_error *err)
{
    rp_model model;
    rp_status status = mutant_apply(base->model, mutant, arena, &model, err);

    if (status == RP_OK) {
        status = mutant_replay(base, &model, arena, mutant, err);
    }
    if (status != RP_OK || mutant->notice != RP_NOTICE_UNJUDGED) {
        return status;
    }
    if (!mutant->is_read) {
        mutant->notice = RP_NOTICE_UNREAD;
        return RP_OK;
    }
    return ask_report(base, &model, arena, mutant, err);
}
