/*
 * What was found, for other programs: keys and their order stay as they are.
 * Where nothing could be proven the keys are there and empty.
 */
#include "check.h"
#include "json.h"

static void write_best(rp_json *json, const rp_set_report *set)
{
    json_open(json, "best", '{');
    json_scores(json, "points", set->best_points, false);
    json_texts(json, "moves", set->best, set->best_count);
    rp_json_close(json, '}');
}

static void write_fault(rp_json *json, const rp_fault *fault)
{
    rp_json_open(json, '{');
    json_text(json, "file", fault->file);
    json_number(json, "line", fault->line);
    json_number(json, "column", fault->column);
    json_text(json, "severity",
              fault->severity == RP_ERROR ? "error" : "warning");
    json_text(json, "code", fault->code);
    json_text(json, "message", fault->message);
    rp_json_close(json, '}');
}

/* Upper bounds; `is_low` the lower ones. They are equal in an exact report. */
static void write_odds(rp_json *json, const char *key,
                       const rp_chance chances[RP_GUESSERS], bool is_exam,
                       bool is_low)
{
    json_open(json, key, '{');
    for (int i = 0; i < RP_GUESSERS; i++) {
        const rp_odds *odds = is_exam ? &chances[i].exam : &chances[i].own;
        json_decimal(json, rp_guesser_names[i],
                     is_low ? odds->low : odds->high);
    }
    rp_json_close(json, '}');
}

static void write_all_odds(rp_json *json, const checked *of)
{
    const rp_report *report = &of->report;

    if (!of->is_proven || of->is_quick) {
        json_null(json, "odds");
        json_null(json, "exam_odds");
        return;
    }
    write_odds(json, "odds", report->odds, false, false);
    write_odds(json, "exam_odds", report->odds, true, false);
    if (!report->is_exact) {
        write_odds(json, "odds_low", report->odds, false, true);
        write_odds(json, "exam_odds_low", report->odds, true, true);
    }
}

static void write_lists(rp_json *json, const rp_report *report)
{
    json_open(json, "memory", '[');
    for (uint32_t i = 0; i < report->learnt_count; i++) {
        rp_json_open(json, '[');
        rp_json_integer(json, report->learnt[i].set + 1);
        rp_json_integer(json, report->learnt[i].other + 1);
        rp_json_close(json, ']');
    }
    rp_json_close(json, ']');
    json_texts(json, "unreachable", report->unreachable,
               report->unreachable_count);
    json_open(json, "traps", '[');
    for (uint32_t i = 0; i < report->trap_count; i++) {
        rp_json_open(json, '{');
        json_text(json, "move", report->traps[i].move);
        json_number(json, "after", report->traps[i].after);
        rp_json_close(json, '}');
    }
    rp_json_close(json, ']');
}

static void write_talk(rp_json *json, const checked *of)
{
    const rp_model *model = of->loaded.model;

    json_open(json, "talk_seconds", '{');
    for (uint32_t i = 0; of->is_proven && i < model->language_count; i++) {
        json_number(json, model->languages[i].tag, of->report.talk_seconds[i]);
    }
    rp_json_close(json, '}');
}

/* "fact-sets: There are 2 fact sets; three are needed." */
static void write_missing(rp_json *json, const checked *of)
{
    rp_text line;

    for (uint32_t i = 0; i < of->report.missing_count; i++) {
        const rp_missing *missing = &of->report.missing[i];
        rp_text_init(&line, of->arena.alloc);
        rp_text_printf(&line, "%s: %s", missing->code, missing->sentence);
        rp_json_string(json, line.bytes != NULL ? line.bytes : missing->code);
        rp_text_clear(&line);
    }
    if (!of->is_proven) {
        rp_json_string(json, "faults: It cannot be played.");
    }
}

static void write_gate(rp_json *json, const checked *of)
{
    if (of->is_quick) {
        json_null(json, "gate");
        return;
    }
    json_open(json, "gate", '{');
    json_flag(json, "open", of->is_proven && of->report.gate_is_open);
    json_open(json, "missing", '[');
    write_missing(json, of);
    rp_json_close(json, ']');
    rp_json_close(json, '}');
}

static void write_sets(rp_json *json, const checked *of)
{
    json_open(json, "sets", '[');
    for (uint32_t i = 0; i < of->report.set_count; i++) {
        const rp_set_report *set = &of->report.sets[i];
        rp_json_open(json, '{');
        json_number(json, "set", i + 1);
        json_scores(json, "par", set->par, false);
        write_best(json, set);
        if (of->is_quick) {
            json_null(json, "odds");
        } else {
            write_odds(json, "odds", set->odds, false, false);
        }
        rp_json_close(json, '}');
    }
    rp_json_close(json, ']');
}

static void write_proof(rp_json *json, const checked *of)
{
    const rp_report *report = &of->report;

    json_flag(json, "exact", of->is_proven && report->is_exact);
    json_number(json, "states", (int64_t)report->states);
    if (report->set_count > 0) {
        json_scores(json, "par", report->sets[0].par, false);
        write_best(json, &report->sets[0]);
    } else {
        json_null(json, "par");
        json_null(json, "best");
    }
    write_all_odds(json, of);
    write_lists(json, report);
    write_talk(json, of);
    write_gate(json, of);
    write_sets(json, of);
    check_write_blessed(json, of);
}

void check_write(rp_json *json, const checked *of)
{
    const rp_model *model = of->loaded.model;

    rp_json_open(json, '{');
    json_text(json, "scenario", model != NULL ? model->id : NULL);
    json_text(json, "file", of->loaded.file);
    json_digest(json, "digest", model != NULL ? &model->digest : NULL);
    json_digest(json, "rules_digest",
                model != NULL ? &model->rules_digest : NULL);
    json_number(json, "fact_sets", model != NULL ? model->set_count : 0);
    json_open(json, "faults", '[');
    for (uint32_t i = 0; i < of->fault_count; i++) {
        write_fault(json, &of->faults[i]);
    }
    rp_json_close(json, ']');
    write_proof(json, of);
    rp_json_close(json, '}');
}
