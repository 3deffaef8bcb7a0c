/*
 * What was found, for other programs: keys and their order stay as they are.
 * Where nothing could be proven the keys are there and empty.
 */
#include "check.h"

static void write_points(rp_json *json, const char *key,
                         const int32_t points[RP_SCORES])
{
    rp_json_key(json, key);
    rp_json_open(json, '{');
    for (int i = 0; i < RP_SCORES; i++) {
        rp_json_key(json, rp_score_names[i]);
        rp_json_integer(json, points[i]);
    }
    rp_json_close(json, '}');
}

static void write_best(rp_json *json, const rp_set_report *set)
{
    rp_json_key(json, "best");
    rp_json_open(json, '{');
    write_points(json, "points", set->best_points);
    rp_json_key(json, "moves");
    rp_json_open(json, '[');
    for (uint32_t i = 0; i < set->best_count; i++) {
        rp_json_string(json, set->best[i]);
    }
    rp_json_close(json, ']');
    rp_json_close(json, '}');
}

static void write_digest(rp_json *json, const char *key,
                         const rp_digest *digest)
{
    char hex[RP_DIGEST_HEX_MAX];

    rp_json_key(json, key);
    rp_json_string(json, digest != NULL ? rp_digest_hex(digest, hex) : NULL);
}

static void write_fault(rp_json *json, const rp_fault *fault)
{
    rp_json_open(json, '{');
    rp_json_key(json, "file");
    rp_json_string(json, fault->file);
    rp_json_key(json, "line");
    rp_json_integer(json, fault->line);
    rp_json_key(json, "column");
    rp_json_integer(json, fault->column);
    rp_json_key(json, "severity");
    rp_json_string(json, fault->severity == RP_ERROR ? "error" : "warning");
    rp_json_key(json, "code");
    rp_json_string(json, fault->code);
    rp_json_key(json, "message");
    rp_json_string(json, fault->message);
    rp_json_close(json, '}');
}

/* Upper bounds; `is_low` the lower ones. They are equal in an exact report. */
static void write_odds(rp_json *json, const char *key,
                       const rp_chance chances[RP_GUESSERS], bool is_exam,
                       bool is_low)
{
    rp_json_key(json, key);
    rp_json_open(json, '{');
    for (int i = 0; i < RP_GUESSERS; i++) {
        const rp_odds *odds = is_exam ? &chances[i].exam : &chances[i].own;
        rp_json_key(json, rp_guesser_names[i]);
        rp_json_decimal(json, is_low ? odds->low : odds->high);
    }
    rp_json_close(json, '}');
}

static void write_all_odds(rp_json *json, const checked *of)
{
    const rp_report *report = &of->report;

    if (!of->is_proven || of->is_quick) {
        rp_json_key(json, "odds");
        rp_json_null(json);
        rp_json_key(json, "exam_odds");
        rp_json_null(json);
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
    rp_json_key(json, "memory");
    rp_json_open(json, '[');
    for (uint32_t i = 0; i < report->learnt_count; i++) {
        rp_json_open(json, '[');
        rp_json_integer(json, report->learnt[i].set + 1);
        rp_json_integer(json, report->learnt[i].other + 1);
        rp_json_close(json, ']');
    }
    rp_json_close(json, ']');
    rp_json_key(json, "unreachable");
    rp_json_open(json, '[');
    for (uint32_t i = 0; i < report->unreachable_count; i++) {
        rp_json_string(json, report->unreachable[i]);
    }
    rp_json_close(json, ']');
    rp_json_key(json, "traps");
    rp_json_open(json, '[');
    for (uint32_t i = 0; i < report->trap_count; i++) {
        rp_json_open(json, '{');
        rp_json_key(json, "move");
        rp_json_string(json, report->traps[i].move);
        rp_json_key(json, "after");
        rp_json_integer(json, report->traps[i].after);
        rp_json_close(json, '}');
    }
    rp_json_close(json, ']');
}

static void write_talk(rp_json *json, const checked *of)
{
    const rp_model *model = of->loaded.model;

    rp_json_key(json, "talk_seconds");
    rp_json_open(json, '{');
    for (uint32_t i = 0; of->is_proven && i < model->language_count; i++) {
        rp_json_key(json, model->languages[i].tag);
        rp_json_integer(json, of->report.talk_seconds[i]);
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
    rp_json_key(json, "gate");
    if (of->is_quick) {
        rp_json_null(json);
        return;
    }
    rp_json_open(json, '{');
    rp_json_key(json, "open");
    rp_json_bool(json, of->is_proven && of->report.gate_is_open);
    rp_json_key(json, "missing");
    rp_json_open(json, '[');
    write_missing(json, of);
    rp_json_close(json, ']');
    rp_json_close(json, '}');
}

static void write_sets(rp_json *json, const checked *of)
{
    rp_json_key(json, "sets");
    rp_json_open(json, '[');
    for (uint32_t i = 0; i < of->report.set_count; i++) {
        const rp_set_report *set = &of->report.sets[i];
        rp_json_open(json, '{');
        rp_json_key(json, "set");
        rp_json_integer(json, i + 1);
        write_points(json, "par", set->par);
        write_best(json, set);
        if (of->is_quick) {
            rp_json_key(json, "odds");
            rp_json_null(json);
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

    rp_json_key(json, "exact");
    rp_json_bool(json, of->is_proven && report->is_exact);
    rp_json_key(json, "states");
    rp_json_integer(json, (int64_t)report->states);
    if (report->set_count > 0) {
        write_points(json, "par", report->sets[0].par);
        write_best(json, &report->sets[0]);
    } else {
        rp_json_key(json, "par");
        rp_json_null(json);
        rp_json_key(json, "best");
        rp_json_null(json);
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
    rp_json_key(json, "scenario");
    rp_json_string(json, model != NULL ? model->id : NULL);
    rp_json_key(json, "file");
    rp_json_string(json, of->loaded.file);
    write_digest(json, "digest", model != NULL ? &model->digest : NULL);
    write_digest(json, "rules_digest",
                 model != NULL ? &model->rules_digest : NULL);
    rp_json_key(json, "fact_sets");
    rp_json_integer(json, model != NULL ? model->set_count : 0);
    rp_json_key(json, "faults");
    rp_json_open(json, '[');
    for (uint32_t i = 0; i < of->fault_count; i++) {
        write_fault(json, &of->faults[i]);
    }
    rp_json_close(json, ']');
    write_proof(json, of);
    rp_json_close(json, '}');
}
