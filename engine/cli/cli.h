/*
 * The command line. One table of verbs drives parsing and help; one file a
 * verb does the work. Verbs return an exit status and never exit; what they
 * print goes through `say`, so that no scenario can steer a terminal.
 */
#ifndef CLI_CLI_H
#define CLI_CLI_H

#include "rapport/app.h"

/* What other programs rely on. */
typedef enum cli_exit {
    CLI_GOOD = 0,
    CLI_FOUND = 1,     /* faults, a failed example, a failed run */
    CLI_WRONG_USE = 2, /* a verb, option or move that is none */
    CLI_MACHINE = 3    /* file, database, display */
} cli_exit;

enum {
    CLI_OPTIONS_MAX = 12
};

/* A row ends a table where `name` is NULL. */
typedef struct cli_option {
    const char *name;  /* "--seed" */
    const char *value; /* "N"; NULL: a switch */
    const char *help;  /* RP_WORD */
} cli_option;

typedef struct cli cli;

typedef struct cli_verb {
    const char *name;
    const char *operands; /* "SCENARIO", "FILE|PACK…"; "" for none */
    uint32_t operands_min;
    uint32_t operands_max;
    const char *summary; /* RP_WORD: one line, as a sentence */
    const char *details; /* RP_WORD: a paragraph; NULL: none */
    const cli_option *options;
    cli_exit (*run)(cli *with);
} cli_verb;

extern const cli_verb cli_verbs[];        /* ends with name NULL */
extern const cli_option cli_everywhere[]; /* options of every verb */
extern const cli_option cli_statuses[];   /* exit statuses; no values */
extern const cli_option cli_alone[];      /* of the window, without a verb */

struct cli {
    rp_alloc alloc;
    rp_arena arena; /* what lives as long as the command */
    rp_app_options options;
    rp_words *words;
    const cli_verb *verb;                /* NULL: none was named */
    const char *values[CLI_OPTIONS_MAX]; /* by the verb's table; "" set */
    const char **operands;
    uint32_t operand_count;
    bool wants_help;
    bool wants_version;
    bool has_colour; /* standard output is a terminal that paints */
    uint32_t width;  /* columns of it */
};

/* ------------------------------------------------------------ arguments */

/* Reads the arguments; says what is wrong with them. */
cli_exit args_read(cli *with, int count, char **arguments);

/* A verb by its name, NULL for none; and the sentence that goes with none. */
const cli_verb *args_verb(const char *name);
cli_exit complain_of_verb(const cli *with, const char *name);

/* The value of an option of the verb, NULL where it was not given. */
const char *args_value(const cli *with, const char *option);
bool args_has(const cli *with, const char *option);

/*
 * A whole number of at most `high`; `number` keeps what it had where the
 * option was not given. Says what is wrong.
 */
cli_exit args_number(const cli *with, const char *option, uint64_t high,
                     uint64_t *number);

/* --set, counting from 1; `set` stays 0 where it was not given. */
cli_exit args_set(const cli *with, uint64_t *set);

/*
 * --moves, which was given, cut at its commas; a move holds none. The list
 * lives as long as the command.
 */
cli_exit args_moves(cli *with, const char *const **moves, uint32_t *count);

/* ----------------------------------------------------------------- help */

void help_print(cli *with); /* all verbs */
void help_print_verb(cli *with, const cli_verb *verb);

/* --------------------------------------------------------------- output */

typedef enum cli_style {
    STYLE_PLAIN,
    STYLE_BOLD,
    STYLE_QUIET,
    STYLE_GOOD,
    STYLE_WARN,
    STYLE_BAD,
    STYLE_PHRASE
} cli_style;

const char *cli_tr(const cli *with, const char *english) RP_FORMAT_OF(2);
const char *cli_tr_n(const cli *with, const char *one, const char *many,
                     uint32_t n) RP_FORMAT_OF(2) RP_FORMAT_OF(3);

/* To standard output; controls become visible forms, newlines stay. */
void say(const cli *with, const char *format, ...) RP_PRINTF(2, 3);

/* The same in a style, where the terminal paints. */
void say_in(const cli *with, cli_style style, const char *format, ...)
    RP_PRINTF(3, 4);

/* A paragraph that keeps to the width, `indent` columns in. */
void say_paragraph(const cli *with, uint32_t indent, const char *text);

/* The same behind a first line that has taken `taken` columns already. */
void say_rest(const cli *with, uint32_t taken, uint32_t indent,
              const char *text);

/* A text and blanks up to `columns`. */
void say_padded(const cli *with, uint32_t columns, const char *text);

/* JSON and a line's end; letters that could steer a terminal as \uXXXX. */
void say_json(const rp_text *json);

/* Bytes as they are, where whoever made them escaped them: DOT, SVG, CSV. */
void say_bytes(const rp_text *bytes);

/*
 * A value that became another: "label: before → after" where it fits on a
 * line, else one under the other. NULL: there was none, or there is none.
 */
typedef struct cli_change {
    const char *label;
    const char *before;
    const char *after;
    bool is_text; /* what people read: in quotes */
} cli_change;

void say_change(const cli *with, uint32_t indent, const cli_change *change);

/* A sentence that was made elsewhere: rp_sentence, as a paragraph. */
void say_sentence(const cli *with, uint32_t indent, const char *pattern,
                  const char *const *words);

/* "Phone", in the person's language. */
const char *cli_channel(const cli *with, rp_channel channel);

/* ---------------------------------------------------------------- texts */

/* What a text holds; "" where it holds nothing. */
const char *cli_text(const rp_text *text);

/* Appends a name to a list in a sentence: "a, b, c". */
void cli_add_name(rp_text *list, const char *name);

/* Columns a text takes on a terminal; East Asian letters take two. */
uint32_t text_columns(const char *text);

/* ----------------------------------------------------------- complaints */

/* To standard error, with the program's name before it. */
void complain(const cli *with, const char *format, ...) RP_PRINTF(2, 3);

/*
 * Tells an error, in the person's language as far as its sentence is known,
 * and says which exit status goes with it.
 */
cli_exit complain_of(const cli *with, const rp_error *error);

/* The same of a file that the error itself does not name. */
cli_exit complain_at(const cli *with, const char *file, const rp_error *error);

/* The same where memory was refused. */
cli_exit complain_of_memory(const cli *with);

/* To standard error, where nothing is wrong: how far work is. */
void say_aside(const cli *with, const char *format, ...) RP_PRINTF(2, 3);

/* -------------------------------------------------------------- loading */

/* A fault, with its place, its code and a sentence. */
void say_fault(const cli *with, const rp_fault *fault);

/* Tells the errors that keep a verb from its work, on standard error. */
cli_exit cli_tell_faults(const cli *with, const rp_loaded *loaded);

/* Loads a scenario or says why not; `loaded` is to be cleared either way. */
cli_exit cli_load(const cli *with, const char *scenario, rp_loaded *loaded);

/* Loads for those who need the model: else the errors are told. */
cli_exit cli_load_model(const cli *with, const char *scenario,
                        rp_loaded *loaded);

/* ---------------------------------------------------------------- files */

/* Makes a folder, or finds it there; a path of NULL was refused memory. */
cli_exit cli_make_folder(const cli *with, const char *path);

/*
 * Writes a whole file, or says why not and leaves what was there. NULL was
 * refused memory, and so was a text that failed.
 */
cli_exit cli_write_file(const cli *with, const char *path, const char *bytes,
                        size_t length);
cli_exit cli_write_text(const cli *with, const char *path, const rp_text *text);

/* ---------------------------------------------------------------- verbs */

cli_exit verb_check(cli *with);
cli_exit verb_open(cli *with);
cli_exit verb_play(cli *with);
cli_exit verb_model(cli *with);
cli_exit verb_schema(cli *with);
cli_exit verb_attempts(cli *with);
cli_exit verb_verify(cli *with);
cli_exit verb_translate(cli *with);
cli_exit verb_reach(cli *with);
cli_exit verb_watch(cli *with);
cli_exit verb_graph(cli *with);
cli_exit verb_coverage(cli *with);
cli_exit verb_diff(cli *with);
cli_exit verb_bless(cli *with);
cli_exit verb_explain(cli *with);
cli_exit verb_new(cli *with);
cli_exit verb_lua_defs(cli *with);
cli_exit verb_doctor(cli *with);
cli_exit verb_gallery(cli *with);
cli_exit verb_manual(cli *with);
cli_exit verb_completion(cli *with);
cli_exit verb_help(cli *with);

/* True where a window could open. */
bool cli_has_display(void);

/* Fulfils a wish in the window, or in this terminal where there is none. */
cli_exit open_wish(cli *with, const rp_intent *wish);

/* Opens the app on the person's data, or says why not. */
cli_exit cli_open_app(cli *with, rp_app **app);

/* What the terminal player is started for. */
typedef struct terminal_start {
    const char *scenario; /* opened and begun at once; NULL: the library */
    bool resumes;         /* goes on with the unfinished call */
} terminal_start;

cli_exit terminal_play(cli *with, const terminal_start *start);

/* A run given as written moves. */
cli_exit play_moves(cli *with, const char *scenario);

#endif
