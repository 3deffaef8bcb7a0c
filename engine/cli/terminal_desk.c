/*
 * Beside the talk, in the terminal: records, hint, notepad, taking back, and
 * going. The same commands serve call and form.
 */
#include <string.h>

#include "terminal.h"

enum {
    LABEL_COLUMNS = 24,
    PHRASES_MAX = 9
};

/* --------------------------------------------------------------- records */

static void say_record(const terminal *at, const rp_record_view *record)
{
    uint32_t columns = 0;

    for (uint32_t i = 0; i < record->row_count; i++) {
        uint32_t label = text_columns(record->rows[i].label);
        columns = label > columns ? label : columns;
    }
    columns = columns > LABEL_COLUMNS ? LABEL_COLUMNS : columns;
    say_in(at->with, STYLE_BOLD, "%s", record->title);
    say(at->with, "\n");
    for (uint32_t i = 0; i < record->row_count; i++) {
        const rp_row_view *row = &record->rows[i];
        uint32_t label = text_columns(row->label);
        uint32_t taken = label > columns ? label : columns;
        say_in(at->with, row->is_marked ? STYLE_WARN : STYLE_PLAIN, "%s ",
               row->is_marked ? "!" : " ");
        say_padded(at->with, columns, row->label);
        say(at->with, "  ");
        say_rest(at->with, taken + 4, columns + 4, row->text);
    }
}

static void list_records(const terminal *at, const rp_call_view *call)
{
    for (uint32_t i = 0; i < call->record_count; i++) {
        say(at->with, "o %u  %s", (unsigned)i + 1U, call->records[i].title);
        if (call->records[i].is_opened) {
            say_in(at->with, STYLE_QUIET, "  %s", cli_tr(at->with, "open"));
        }
        say(at->with, "\n");
    }
}

static bool do_record(terminal *at, const char *rest)
{
    const rp_call_view *call = &rp_app_view(at->app)->call;
    uint32_t index = 0;

    if (!terminal_pick(rest, call->record_count, &index)) {
        list_records(at, call);
        return false;
    }
    if (terminal_do(at, RP_INTENT_LOOK, call->records[index].record)) {
        call = &rp_app_view(at->app)->call;
        say_record(at, &call->records[index]);
    }
    return true;
}

/* --------------------------------------------------------- hint, notepad */

static bool do_hint(terminal *at, const char *rest)
{
    const rp_call_view *call = &rp_app_view(at->app)->call;

    (void)rest;
    if (!call->has_hint) {
        say(at->with, "%s\n", cli_tr(at->with, "There is no hint here."));
        return false;
    }
    if (terminal_do(at, RP_INTENT_HINT, 0)) {
        call = &rp_app_view(at->app)->call;
        say_paragraph(at->with, 2, call->hint != NULL ? call->hint : "");
    }
    return false;
}

static void list_notes(const terminal *at)
{
    const rp_call_view *call = &rp_app_view(at->app)->call;

    for (uint32_t i = 0; i < call->note_count; i++) {
        say(at->with, "  %s ", call->notes[i].is_pin ? "~" : "-");
        say_rest(at->with, 4, 4, call->notes[i].text);
    }
    for (uint32_t i = 0; i < call->promise_count; i++) {
        const rp_promise_view *promise = &call->promises[i];
        say(at->with, "  %s %s", promise->is_kept ? "✓" : "→", promise->text);
        if (promise->due != NULL) {
            say(at->with, " (%s)", promise->due);
        }
        say(at->with, "\n");
    }
    if (call->note_count == 0 && call->promise_count == 0) {
        say(at->with, "%s\n",
            cli_tr(at->with, "The notepad is empty. n TEXT writes a note."));
    }
}

static bool do_note(terminal *at, const char *rest)
{
    if (rest[0] != '\0') {
        (void)terminal_act(at,
                           &(rp_intent){.kind = RP_INTENT_NOTE, .text = rest});
    }
    list_notes(at);
    return false;
}

/* A phrase of what the customer says now. */
typedef struct phrase {
    const char *text;
    size_t length;
} phrase;

static uint32_t add_phrases(const rp_shown *line, phrase found[PHRASES_MAX],
                            uint32_t count)
{
    for (uint32_t i = 0; i < line->mark_count && count < PHRASES_MAX; i++) {
        const rp_mark *mark = &line->marks[i];
        if (mark->kind == RP_MARK_PHRASE) {
            found[count++] = (phrase){.text = line->text + mark->start,
                                      .length = mark->end - mark->start};
        }
    }
    return count;
}

static uint32_t find_phrases(const rp_call_view *call,
                             phrase found[PHRASES_MAX])
{
    uint32_t count = 0;

    for (uint32_t i = 0; i < call->said_count; i++) {
        if (call->said[i].is_current) {
            count = add_phrases(&call->said[i].line, found, count);
        }
    }
    return count;
}

static void list_phrases(const terminal *at, const phrase *phrases,
                         uint32_t count)
{
    for (uint32_t i = 0; i < count; i++) {
        say(at->with, "p %u  %.*s\n", (unsigned)i + 1U, (int)phrases[i].length,
            phrases[i].text);
    }
    if (count == 0) {
        say(at->with, "%s\n",
            cli_tr(at->with, "There is no phrase to pin here."));
    }
}

static bool do_pin(terminal *at, const char *rest)
{
    phrase phrases[PHRASES_MAX];
    char text[TERMINAL_LINE_MAX];
    uint32_t index = 0;
    uint32_t count = find_phrases(&rp_app_view(at->app)->call, phrases);

    if (!terminal_pick(rest, count, &index)) {
        list_phrases(at, phrases, count);
        return false;
    }
    size_t length = phrases[index].length;
    length = length < sizeof text ? length : sizeof text - 1;
    memcpy(text, phrases[index].text, length);
    text[length] = '\0';
    (void)terminal_act(at, &(rp_intent){.kind = RP_INTENT_PIN, .text = text});
    list_notes(at);
    return false;
}

/* ------------------------------------------------------ back, away, help */

/* What stands now is said again after a step back. */
static void look_again(terminal *at)
{
    const rp_call_view *call = &rp_app_view(at->app)->call;

    at->seen = call->said_count;
    at->ask = 0;
    while (at->seen > 0 && call->said[at->seen - 1].is_current) {
        at->seen--;
    }
}

static bool do_undo(terminal *at, const char *rest)
{
    (void)rest;
    if (!terminal_do(at, RP_INTENT_UNDO, 0)) {
        return false;
    }
    const rp_call_view *call = &rp_app_view(at->app)->call;
    if (call->undone != NULL) {
        say(at->with, "%s%s", cli_tr(at->with, "Taken back"),
            cli_tr(at->with, ": "));
        say_rest(at->with, 12, 2, call->undone);
    }
    look_again(at);
    return true;
}

static bool do_leave(terminal *at, const char *rest)
{
    (void)rest;
    return terminal_do(at, RP_INTENT_LEAVE, 0);
}

static bool do_quit(terminal *at, const char *rest)
{
    (void)rest;
    at->is_done = true;
    return true;
}

static bool do_steps(terminal *at, const char *rest)
{
    const rp_call_view *call = &rp_app_view(at->app)->call;

    (void)rest;
    for (uint32_t i = 0; i < call->step_count; i++) {
        say(at->with, "  %s %s\n", call->steps[i].is_done ? "✓" : "·",
            call->steps[i].title);
    }
    return false;
}

static bool do_help(terminal *at, const char *rest);

static const struct {
    const char *word;
    const char *written;                         /* as the help shows it */
    bool (*act)(terminal *at, const char *rest); /* true: show the place */
    const char *help;
} commands[] = {
    {"o", "o N", do_record, RP_WORD("open record N; o alone lists them")},
    {"?", "?", do_hint, RP_WORD("a hint for this turn")},
    {"n", "n TEXT", do_note,
     RP_WORD("write a note; n alone shows the notepad")},
    {"p", "p N", do_pin, RP_WORD("pin phrase N; p alone lists them")},
    {"s", "s", do_steps, RP_WORD("the steps of the process")},
    {"u", "u", do_undo, RP_WORD("take the last move back")},
    {"l", "l", do_leave, RP_WORD("leave the call; it is kept")},
    {"q", "q", do_quit, RP_WORD("end the program; the call is kept")},
    {"help", "help", do_help, RP_WORD("this list")},
};

static bool do_help(terminal *at, const char *rest)
{
    const cli *with = at->with;

    (void)rest;
    say(with, "  ");
    say_padded(with, 8, "1 2 3…");
    say(with, "%s\n",
        cli_tr(with, "say this reply; its written name does "
                     "too"));
    for (size_t i = 0; i < sizeof commands / sizeof *commands; i++) {
        say(with, "  ");
        say_padded(with, 8, commands[i].written);
        say(with, "%s\n", cli_tr(with, commands[i].help));
    }
    return false;
}

bool terminal_command(terminal *at)
{
    size_t length = strcspn(at->line, " ");
    const char *rest = at->line + length + strspn(at->line + length, " ");

    if (at->line[0] == '\0') {
        return false;
    }
    for (size_t i = 0; i < sizeof commands / sizeof *commands; i++) {
        if (strlen(commands[i].word) == length &&
            memcmp(commands[i].word, at->line, length) == 0) {
            return commands[i].act(at, rest);
        }
    }
    say(at->with,
        cli_tr(at->with, "`%s` is not offered here. Type a number, or help."),
        at->line);
    say(at->with, "\n");
    return false;
}
