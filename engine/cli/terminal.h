/*
 * The terminal player: the window's twin in lines of text. It stands on
 * views and intents alone and keeps only what the eye has seen.
 */
#ifndef CLI_TERMINAL_H
#define CLI_TERMINAL_H

#include "cli.h"

enum {
    TERMINAL_LINE_MAX = 1024
};

typedef struct terminal {
    const cli *with;
    rp_app *app;
    bool is_live;   /* a person types: time passes while they think */
    bool is_single; /* came for one scenario: no library */
    bool is_done;
    bool has_eof;
    rp_place place;  /* that was shown last */
    uint32_t seen;   /* lines of the transcript that were shown */
    uint32_t ask;    /* of the form, being answered */
    uint64_t now_ms; /* when time was last told to the app */
    cli_exit status;
    char line[TERMINAL_LINE_MAX];
} terminal;

/*
 * Reads a line into `line`, without blanks around it, while time passes.
 * False at the end of input, and when the customer did not wait.
 */
bool terminal_read(terminal *at, const char *prompt);

/* Carries out an intent and tells what the app has to tell. */
bool terminal_act(terminal *at, const rp_intent *intent);
bool terminal_do(terminal *at, rp_intent_kind kind, uint32_t index);

/* The number `text` is, counting from 1, if it is one of `count`. */
bool terminal_pick(const char *text, uint32_t count, uint32_t *index);

/* One place: shows it, reads a line, does what it says. */
void terminal_library(terminal *at);
void terminal_briefing(terminal *at);
void terminal_call(terminal *at);
void terminal_form(terminal *at);
void terminal_debrief(terminal *at);

/* What was said since it was last shown; false where nothing was. */
bool terminal_said(terminal *at);

/* Commands of call and form: records, notes, hint, taking back. */
bool terminal_command(terminal *at);

/* "Hold" and its key, for the replies that are always there. */
char terminal_key(rp_act act);

/* A text with its stress and its phrases, behind `indent` columns. */
void terminal_shown(const terminal *at, uint32_t indent, const rp_shown *shown);

const char *terminal_score(const terminal *at, rp_score_kind score);
const char *terminal_mood_word(const terminal *at, rp_mood_word word);

#endif
