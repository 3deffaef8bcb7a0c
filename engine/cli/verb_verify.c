/*
 * `rapport verify`: whether the record still says what was played.
 */
#include "cli.h"
#include "json.h"

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
        json_text(to->json, "attempt", attempt[0] != '\0' ? attempt : NULL);
        json_text(to->json, "message", sentence);
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
        json_number(to->json, "attempts", totals.attempts);
        json_number(to->json, "moves", totals.moves);
    }
    return totals.findings == 0 ? CLI_GOOD : CLI_FOUND;
}

cli_exit verb_verify(cli *with)
{
    bool wants_json = args_has(with, "--json");
    rp_app *app = NULL;
    json_page page;
    cli_exit status = cli_open_app(with, &app);

    if (status != CLI_GOOD) {
        return status;
    }
    rp_json *json = json_begin(&page, with);
    report to = {.with = with, .json = wants_json ? json : NULL};
    rp_json_open(json, '{');
    json_open(json, "findings", '[');
    status = verify(with, app, &to);
    rp_json_close(json, '}');
    if (wants_json && status != CLI_MACHINE && status != CLI_WRONG_USE) {
        cli_exit printed = json_end(&page, with);
        status = printed == CLI_GOOD ? status : printed;
    } else {
        json_drop(&page);
    }
    rp_app_close(app);
    return status;
}
