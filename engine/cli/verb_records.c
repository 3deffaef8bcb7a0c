/*
 * `rapport attempts` and `rapport verify`: what was played, and whether the
 * record still says so.
 */
#include <stdio.h>
#include <time.h>

#include "cli.h"

enum {
    ATTEMPTS_USUAL = 20,
    ATTEMPTS_MOST = 1000,
    STAMP_MAX = 32,
    TITLE_COLUMNS = 30
};

/* Local time, for people or as ISO 8601. */
static const char *stamp(uint64_t ms, bool is_iso, char out[STAMP_MAX])
{
    time_t seconds = (time_t)(ms / 1000);
    struct tm local;
    size_t length = 0;

    if (localtime_r(&seconds, &local) != NULL) {
        length = is_iso
                     ? strftime(out, STAMP_MAX, "%Y-%m-%dT%H:%M:%S%z", &local)
                     : strftime(out, STAMP_MAX, "%Y-%m-%d %H:%M", &local);
    }
    out[length] = '\0';
    return out;
}

/* -------------------------------------------------------------- attempts */

static void write_attempt(rp_json *json, const rp_attempt_line *line)
{
    char when[STAMP_MAX];

    rp_json_open(json, '{');
    rp_json_key(json, "attempt");
    rp_json_string(json, line->id);
    rp_json_key(json, "scenario");
    rp_json_string(json, line->scenario);
    rp_json_key(json, "title");
    rp_json_string(json, line->title);
    rp_json_key(json, "started");
    rp_json_string(json, stamp(line->started_ms, true, when));
    rp_json_key(json, "finished");
    rp_json_bool(json, line->is_finished);
    rp_json_key(json, "put_aside");
    rp_json_bool(json, line->is_aside);
    rp_json_key(json, "retry");
    rp_json_bool(json, line->is_retry);
    rp_json_key(json, "moves");
    rp_json_integer(json, line->moves);
    rp_json_key(json, "score");
    rp_json_open(json, '{');
    for (int i = 0; i < RP_SCORES; i++) {
        rp_json_key(json, rp_score_names[i]);
        if (line->score_bp[i] == RP_NOT_ASSESSED) {
            rp_json_null(json);
        } else {
            rp_json_integer(json, line->score_bp[i]);
        }
    }
    rp_json_close(json, '}');
    rp_json_key(json, "passed");
    rp_json_bool(json, line->passed);
    rp_json_key(json, "outcome");
    rp_json_string(json, line->outcome < RP_OUTCOMES
                             ? rp_outcome_names[line->outcome]
                             : NULL);
    rp_json_close(json, '}');
}

static void print_attempts_json(const cli *with, const rp_attempt_lines *lines)
{
    rp_text out;
    rp_json json;

    rp_text_init(&out, with->alloc);
    rp_json_begin(&json, &out);
    rp_json_open(&json, '{');
    rp_json_key(&json, "attempts");
    rp_json_open(&json, '[');
    for (uint32_t i = 0; i < lines->count; i++) {
        write_attempt(&json, &lines->items[i]);
    }
    rp_json_close(&json, ']');
    rp_json_close(&json, '}');
    say_json(&out);
    rp_text_clear(&out);
}

static void print_scores(const cli *with, const rp_attempt_line *line)
{
    for (int i = 0; i < RP_SCORES; i++) {
        if (line->score_bp[i] == RP_NOT_ASSESSED) {
            say(with, "    –");
        } else {
            say(with, " %4d", line->score_bp[i] / 100);
        }
    }
    say_in(with, line->passed ? STYLE_GOOD : STYLE_WARN, "  %s",
           line->passed ? cli_tr(with, "Passed") : cli_tr(with, "Not yet"));
}

static void print_attempt(const cli *with, const rp_attempt_line *line)
{
    char when[STAMP_MAX];

    say(with, "%.8s  %s  ", line->id, stamp(line->started_ms, false, when));
    say_padded(with, TITLE_COLUMNS, line->title);
    if (line->is_finished) {
        print_scores(with, line);
    } else {
        say_in(with, STYLE_QUIET, "  %s",
               line->is_aside ? cli_tr(with, "put aside")
                              : cli_tr(with, "not finished"));
    }
    if (line->is_retry) {
        say_in(with, STYLE_QUIET, "  %s", cli_tr(with, "tried again"));
    }
    say(with, "\n");
}

static void print_attempts(const cli *with, const rp_attempt_lines *lines)
{
    if (lines->count == 0) {
        say_paragraph(with, 0,
                      cli_tr(with, "Nothing was played yet. `rapport play` "
                                   "begins."));
        return;
    }
    for (uint32_t i = 0; i < lines->count; i++) {
        print_attempt(with, &lines->items[i]);
    }
    say_in(with, STYLE_QUIET, "%s\n",
           cli_tr(with, "The three numbers are listening, empathy and "
                        "resolution in per cent."));
}

cli_exit verb_attempts(cli *with)
{
    uint64_t limit = ATTEMPTS_USUAL;
    rp_app *app = NULL;
    rp_attempt_lines lines = {0};
    rp_error error = {0};
    cli_exit status = args_number(with, "--limit", ATTEMPTS_MOST, &limit);

    if (status == CLI_GOOD) {
        status = cli_open_app(with, &app);
    }
    if (status == CLI_GOOD && limit > 0 &&
        rp_app_attempts(app, (uint32_t)limit, &with->arena, &lines, &error) !=
            RP_OK) {
        status = complain_of(with, &error);
    }
    if (status == CLI_GOOD && args_has(with, "--json")) {
        print_attempts_json(with, &lines);
    } else if (status == CLI_GOOD) {
        print_attempts(with, &lines);
    }
    rp_app_close(app);
    return status;
}

/* ---------------------------------------------------------------- verify */

/* Findings are printed as they come, or gathered as JSON. */
typedef struct report {
    const cli *with;
    rp_json *json; /* NULL: for people */
} report;

static void tell_finding(void *user, const char *attempt, const char *sentence)
{
    report *to = user;

    if (to->json != NULL) {
        rp_json_open(to->json, '{');
        rp_json_key(to->json, "attempt");
        rp_json_string(to->json, attempt[0] != '\0' ? attempt : NULL);
        rp_json_key(to->json, "message");
        rp_json_string(to->json, sentence);
        rp_json_close(to->json, '}');
        return;
    }
    say_in(to->with, STYLE_BAD, "%s",
           attempt[0] != '\0' ? attempt : cli_tr(to->with, "The records"));
    say(to->with, "\n");
    say_paragraph(to->with, 4, sentence);
}

static void say_totals(const cli *with, const rp_verify_totals *totals)
{
    say(with,
        cli_tr_n(with, "%u attempt was played again.",
                 "%u attempts were played again.", totals->attempts),
        (unsigned)totals->attempts);
    say(with, " ");
    if (totals->findings == 0) {
        say_in(with, STYLE_GOOD, "%s",
               cli_tr(with, "Everything holds: moves, scores and chain."));
    } else {
        say_in(with, STYLE_BAD,
               cli_tr_n(with, "%u thing does not hold.",
                        "%u things do not hold.", totals->findings),
               (unsigned)totals->findings);
    }
    say(with, "\n");
}

static cli_exit verify(const cli *with, rp_app *app, report *to)
{
    rp_verify_totals totals = {0};
    rp_error error = {0};

    if (rp_app_verify(app, tell_finding, to, &totals, &error) != RP_OK) {
        return complain_of(with, &error);
    }
    if (to->json == NULL) {
        say_totals(with, &totals);
    } else {
        rp_json_close(to->json, ']');
        rp_json_key(to->json, "attempts");
        rp_json_integer(to->json, totals.attempts);
        rp_json_key(to->json, "moves");
        rp_json_integer(to->json, totals.moves);
    }
    return totals.findings == 0 ? CLI_GOOD : CLI_FOUND;
}

cli_exit verb_verify(cli *with)
{
    bool wants_json = args_has(with, "--json");
    rp_app *app = NULL;
    rp_text out;
    rp_json json;
    report to = {.with = with, .json = wants_json ? &json : NULL};
    cli_exit status = cli_open_app(with, &app);

    if (status != CLI_GOOD) {
        return status;
    }
    rp_text_init(&out, with->alloc);
    rp_json_begin(&json, &out);
    if (wants_json) {
        rp_json_open(&json, '{');
        rp_json_key(&json, "findings");
        rp_json_open(&json, '[');
    }
    status = verify(with, app, &to);
    if (wants_json && (status == CLI_GOOD || status == CLI_FOUND)) {
        rp_json_close(&json, '}');
        say_json(&out);
    }
    rp_text_clear(&out);
    rp_app_close(app);
    return status;
}
