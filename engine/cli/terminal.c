/*
 * The loop of the terminal player: shows the place the app is at, reads a
 * line, hands over an intent. The end of input leaves a call unfinished.
 */
#include "terminal.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <poll.h>
#include <unistd.h>

enum {
    TICK_MS = 500
};

static uint64_t steady_ms(void)
{
    struct timespec now = {0};

    (void)clock_gettime(CLOCK_MONOTONIC, &now);
    return (uint64_t)now.tv_sec * 1000 + (uint64_t)now.tv_nsec / 1000000;
}

/* Tells the app how long it was; true when the customer did something. */
static bool let_time_pass(terminal *at)
{
    uint64_t now = steady_ms();
    uint64_t passed = now - at->now_ms;

    at->now_ms = now;
    return at->is_live && rp_app_tick(at->app, (uint32_t)passed);
}

/* True when a line can be read; false when the customer did not wait. */
static bool wait_for_line(terminal *at)
{
    struct pollfd input = {.fd = STDIN_FILENO, .events = POLLIN};

    at->now_ms = steady_ms();
    while (at->is_live && poll(&input, 1, TICK_MS) == 0) {
        if (let_time_pass(at)) {
            return false;
        }
    }
    return !let_time_pass(at);
}

/* What does not fit the line is read and dropped. */
static void drop_rest(const char *line)
{
    int byte = 0;

    if (strchr(line, '\n') == NULL) {
        do {
            byte = getchar();
        } while (byte != '\n' && byte != EOF);
    }
}

static void trim(char *line)
{
    size_t length = strlen(line);
    size_t start = strspn(line, " \t");

    while (length > start && strchr(" \t\r\n", line[length - 1]) != NULL) {
        length--;
    }
    memmove(line, line + start, length - start);
    line[length - start] = '\0';
}

bool terminal_read(terminal *at, const char *prompt)
{
    say_in(at->with, STYLE_BOLD, "%s", prompt);
    (void)fflush(stdout);
    at->line[0] = '\0';
    if (!wait_for_line(at)) {
        say(at->with, "\n");
        return false;
    }
    if (fgets(at->line, sizeof at->line, stdin) == NULL) {
        at->line[0] = '\0';
        at->has_eof = true;
        return false;
    }
    drop_rest(at->line);
    trim(at->line);
    if (!at->is_live) {
        say(at->with, "%s\n", at->line);
    }
    return true;
}

bool terminal_act(terminal *at, const rp_intent *intent)
{
    bool worked = rp_app_act(at->app, intent, NULL) == RP_OK;
    const rp_view *view = rp_app_view(at->app);

    if (view->notice != NULL) {
        say_in(at->with, worked ? STYLE_PLAIN : STYLE_WARN, "%s\n",
               view->notice);
    }
    return worked;
}

bool terminal_do(terminal *at, rp_intent_kind kind, uint32_t index)
{
    return terminal_act(at, &(rp_intent){.kind = kind, .index = index});
}

bool terminal_pick(const char *text, uint32_t count, uint32_t *index)
{
    char *end = NULL;
    unsigned long number = strtoul(text, &end, 10);

    if (text[0] < '0' || text[0] > '9' || *end != '\0' || number == 0 ||
        number > count) {
        return false;
    }
    *index = (uint32_t)number - 1;
    return true;
}

/* ------------------------------------------------------------------ loop */

static void show_place(terminal *at)
{
    rp_place place = rp_app_view(at->app)->place;

    switch (place) {
    case RP_AT_HOME:
    case RP_AT_LIBRARY:
    case RP_AT_RECORD:
    case RP_AT_GUIDE:
    case RP_AT_STUDIO:
    case RP_AT_SETTINGS: terminal_library(at); break;
    case RP_AT_BRIEFING: terminal_briefing(at); break;
    case RP_AT_CALL: terminal_call(at); break;
    case RP_AT_FORM: terminal_form(at); break;
    case RP_AT_DEBRIEF: terminal_debrief(at); break;
    }
}

/* A call in which nothing was done is not worth going on with. */
static void end_unfinished(terminal *at)
{
    const rp_view *view = rp_app_view(at->app);
    const rp_call_view *call = &view->call;
    bool is_playing = view->place == RP_AT_CALL || view->place == RP_AT_FORM;

    say(at->with, "\n");
    if (!is_playing) {
        return;
    }
    bool is_begun = call->can_undo;
    for (uint32_t i = 0; i < call->record_count; i++) {
        is_begun = is_begun || call->records[i].is_opened;
    }
    if (is_begun) {
        say_paragraph(at->with, 0,
                      cli_tr(at->with, "The call is kept. Go on with it: "
                                       "rapport play --resume"));
    } else {
        (void)terminal_do(at, RP_INTENT_LEAVE, 0);
    }
}

static void loop(terminal *at)
{
    while (!at->is_done && !at->has_eof) {
        show_place(at);
    }
    end_unfinished(at);
}

/* Opens the scenario at once; a broken one is told and ends it. */
static cli_exit start_scenario(terminal *at, const char *scenario)
{
    rp_error error = {0};
    rp_intent open = {.kind = RP_INTENT_OPEN, .text = scenario};

    if (rp_app_act(at->app, &open, &error) != RP_OK) {
        return complain_of(at->with, &error);
    }
    const rp_view *view = rp_app_view(at->app);
    if (view->place == RP_AT_BRIEFING) {
        return CLI_GOOD;
    }
    if (view->library.fault_count == 0) {
        at->is_single = false; /* a pack: its scenarios are in the list */
        return CLI_GOOD;
    }
    for (uint32_t i = 0; i < view->library.fault_count; i++) {
        const rp_fault *fault = &view->library.faults[i];
        complain(at->with, "%s:%u: %s", fault->file, (unsigned)fault->line,
                 fault->message);
    }
    return CLI_FOUND;
}

static cli_exit start_playing(terminal *at, const terminal_start *start)
{
    rp_error error = {0};
    rp_intent resume = {.kind = RP_INTENT_RESUME};

    if (start->scenario != NULL) {
        return start_scenario(at, start->scenario);
    }
    if (start->resumes && rp_app_act(at->app, &resume, &error) != RP_OK) {
        return complain_of(at->with, &error);
    }
    return CLI_GOOD;
}

cli_exit terminal_play(cli *with, const terminal_start *start)
{
    terminal at = {.with = with,
                   .is_live = isatty(STDIN_FILENO) && isatty(STDOUT_FILENO),
                   .is_single = start->scenario != NULL || start->resumes,
                   .place = RP_AT_LIBRARY};
    cli_exit status = cli_open_app(with, &at.app);

    if (status == CLI_GOOD) {
        status = start_playing(&at, start);
    }
    if (status == CLI_GOOD) {
        loop(&at);
        status = at.status;
    }
    rp_app_close(at.app);
    return status;
}
