/*
 * `rapport attempts`: what was played.
 */
#include <stdio.h>
#include <time.h>

#include "cli.h"
#include "json.h"

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

static void write_attempt(rp_json *json, const rp_attempt_line *line)
{
    char when[STAMP_MAX];

    rp_json_open(json, '{');
    json_text(json, "attempt", line->id);
    json_text(json, "scenario", line->scenario);
    json_text(json, "title", line->title);
    json_text(json, "started", stamp(line->started_ms, true, when));
    json_flag(json, "finished", line->is_finished);
    json_flag(json, "put_aside", line->is_aside);
    json_flag(json, "retry", line->is_retry);
    json_number(json, "moves", line->moves);
    json_scores(json, "score", line->score_bp, true);
    json_flag(json, "passed", line->passed);
    json_text(json, "outcome",
              line->outcome < RP_OUTCOMES ? rp_outcome_names[line->outcome]
                                          : NULL);
    rp_json_close(json, '}');
}

static cli_exit print_json(const cli *with, const rp_attempt_lines *lines)
{
    json_page page;
    rp_json *json = json_begin(&page, with);

    rp_json_open(json, '{');
    json_open(json, "attempts", '[');
    for (uint32_t i = 0; i < lines->count; i++) {
        write_attempt(json, &lines->items[i]);
    }
    rp_json_close(json, ']');
    rp_json_close(json, '}');
    return json_end(&page, with);
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
        status = print_json(with, &lines);
    } else if (status == CLI_GOOD) {
        print_attempts(with, &lines);
    }
    rp_app_close(app);
    return status;
}
