/*
 * `rapport manual`: the manual page, out of the tables that parsing and help
 * stand on, so that it cannot say anything else.
 */
#include <string.h>

#include "cli.h"

/* What is looked for in the environment, and which files are made. */
typedef struct manual_row {
    const char *name;
    const char *text; /* RP_WORD */
} manual_row;

static const manual_row environment[] = {
    {"LANGUAGE, LC_ALL, LC_MESSAGES, LANG",
     RP_WORD("The language, where neither --lang nor the settings name one.")},
    {"XDG_DATA_HOME, HOME",
     RP_WORD("Where the data folder is, without --data: "
             "$XDG_DATA_HOME/rapport, else ~/.local/share/rapport.")},
    {"RAPPORT_PACKS", RP_WORD("The folder of packs, without --packs.")},
    {"RAPPORT_ASSETS",
     RP_WORD("The folder of pictures, instead of the installed one.")},
    {"RAPPORT_SCALE",
     RP_WORD("The size of the window's contents in per cent, 50 to 400.")},
    {"RAPPORT_TREE",
     RP_WORD("A file that the window keeps up to date with what it shows, as "
             "JSON lines: for tests and assistive tools.")},
    {"DISPLAY, WAYLAND_DISPLAY",
     RP_WORD("Where the window opens. Without them the call comes to the "
             "terminal.")},
    {"NO_COLOR, TERM",
     RP_WORD("Whether the terminal paints: never where NO_COLOR is set or "
             "TERM is dumb.")},
    {"VISUAL, EDITOR", RP_WORD("The editor that the studio opens files in.")},
    {"PATH", RP_WORD("Where msgfmt, dot and git are.")},
    {"TMPDIR", RP_WORD("Where files of older revisions are put for a moment.")},
    {NULL, NULL}};

static const manual_row files[] = {
    {"~/.local/share/rapport/rapport.db",
     RP_WORD("Attempts, people and settings. Copy it while no window is open "
             "to keep it safe.")},
    {"~/.local/share/rapport/window.lock, window.sock",
     RP_WORD("How a second start finds the window that is open already.")},
    {NULL, NULL}};

static const manual_row examples[] = {
    {"rapport", RP_WORD("Opens the window.")},
    {"rapport open angry-caller",
     RP_WORD("Opens the window at the briefing of this scenario.")},
    {"rapport play angry-caller",
     RP_WORD("Holds the conversation in the terminal.")},
    {"rapport new mypack/first && rapport watch mypack",
     RP_WORD("Begins a scenario, and checks it whenever it is saved.")},
    {"rapport check mypack",
     RP_WORD("Says what is wrong with a pack and what is proven.")},
    {"rapport graph angry-caller --svg -o call.svg",
     RP_WORD("Draws where the call can go.")},
    {NULL, NULL}};

/* ------------------------------------------------------------------ roff */

static bool is_letter_of_han(const char *at)
{
    return (unsigned char)at[0] >= 0xE3; /* U+3000 and above */
}

/* A line of Chinese may end behind most letters, which roff does not know. */
static void add_break(rp_text *out, const char *next)
{
    static const char *const closing[] = {"，", "。", "；", "：", "、", "）"};

    for (size_t i = 0; i < sizeof closing / sizeof closing[0]; i++) {
        if (strncmp(next, closing[i], strlen(closing[i])) == 0) {
            return;
        }
    }
    rp_text_puts(out, *next != '\0' ? "\\:" : "");
}

/*
 * Text as roff reads it. What stands in backticks is bold instead; a line
 * that begins with a dot or a quote is no request.
 */
static void add_text(rp_text *out, const char *text)
{
    bool is_bold = false;

    if (*text == '.' || *text == '\'') {
        rp_text_puts(out, "\\&");
    }
    for (; *text != '\0'; text++) {
        if (*text == '`') {
            is_bold = !is_bold;
            rp_text_puts(out, is_bold ? "\\fB" : "\\fR");
        } else if (*text == '\\') {
            rp_text_puts(out, "\\e");
        } else if (*text == '-') {
            rp_text_puts(out, "\\-");
        } else if (*text == '~') {
            rp_text_puts(out, "\\(ti");
        } else if (*text == '^') {
            rp_text_puts(out, "\\(ha");
        } else if (is_letter_of_han(text)) {
            rp_text_add(out, text, 3);
            text += 2;
            add_break(out, text + 1);
        } else {
            rp_text_add(out, text, 1);
        }
    }
}

static void add_line(rp_text *out, const char *text)
{
    add_text(out, text);
    rp_text_puts(out, "\n");
}

static void add_section(rp_text *out, const char *title)
{
    rp_text_puts(out, ".SH ");
    add_line(out, title);
}

/* "play [SCENARIO]", the verb bold and the words that stand for something
 * slanted. */
static void add_usage(rp_text *out, const char *name, const char *operands)
{
    static const char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    rp_text_puts(out, "\\fB");
    add_text(out, name);
    rp_text_puts(out, "\\fR");
    rp_text_puts(out, *operands != '\0' ? " " : "");
    while (*operands != '\0') {
        size_t word = strspn(operands, letters);
        if (word > 0) {
            rp_text_puts(out, "\\fI");
            rp_text_add(out, operands, word);
            rp_text_puts(out, "\\fR");
            operands += word;
        } else {
            rp_text_add(out, operands++, 1);
        }
    }
}

static void add_rows(const cli *with, rp_text *out, const manual_row *rows)
{
    for (; rows->name != NULL; rows++) {
        rp_text_puts(out, ".TP\n");
        add_usage(out, rows->name, "");
        rp_text_puts(out, "\n");
        add_line(out, cli_tr(with, rows->text));
    }
}

static void add_options(const cli *with, rp_text *out,
                        const cli_option *options)
{
    for (; options->name != NULL; options++) {
        rp_text_puts(out, ".TP\n");
        add_usage(out, options->name,
                  options->value != NULL ? options->value : "");
        rp_text_puts(out, "\n");
        add_line(out, cli_tr(with, options->help));
    }
}

/* ------------------------------------------------------------- the page */

static void add_head(const cli *with, rp_text *out)
{
    rp_text_puts(out, ".\\\" As `rapport manual` prints it.\n"
                      ".TH RAPPORT 1 \"\" \"Rapport " RP_ENGINE_VERSION "\"\n"
                      ".ad l\n");
    add_section(out, cli_tr(with, "Name"));
    rp_text_puts(out, "rapport \\- ");
    rp_text_puts(out, cli_tr(with, "a flight simulator for customer "
                                   "conversations"));
    rp_text_puts(out, "\n");
    add_section(out, cli_tr(with, "Synopsis"));
    add_usage(out, "rapport", "[VERB] [OPTION…]");
    rp_text_puts(out, "\n");
    add_section(out, cli_tr(with, "Description"));
    add_line(out, cli_tr(with, "Rapport holds conversations with customers as "
                               "trainers wrote them, scores every reply on "
                               "listening, empathy and resolution, and shows "
                               "afterwards what each did. For trainers it "
                               "proves over every state of a call what the "
                               "best run is and what can go wrong."));
    rp_text_puts(out, ".PP\n");
    add_line(out, cli_tr(with, "Without a verb the window opens; without a "
                               "display the call comes to this terminal."));
}

static void add_verbs(const cli *with, rp_text *out)
{
    add_section(out, cli_tr(with, "Verbs"));
    for (const cli_verb *verb = cli_verbs; verb->name != NULL; verb++) {
        rp_text_puts(out, ".SS ");
        add_usage(out, verb->name, verb->operands);
        rp_text_puts(out, verb->options->name != NULL ? " [\\fIOPTION\\fR…]\n"
                                                      : "\n");
        add_line(out, cli_tr(with, verb->summary));
        if (verb->details != NULL) {
            rp_text_puts(out, ".PP\n");
            add_line(out, cli_tr(with, verb->details));
        }
        add_options(with, out, verb->options);
    }
}

static void add_statuses(const cli *with, rp_text *out)
{
    add_section(out, cli_tr(with, "Exit status"));
    for (const cli_option *row = cli_statuses; row->name != NULL; row++) {
        rp_text_puts(out, ".TP\n");
        add_usage(out, row->name, "");
        rp_text_puts(out, "\n");
        add_line(out, cli_tr(with, row->help));
    }
}

static void add_page(const cli *with, rp_text *out)
{
    add_head(with, out);
    add_section(out, cli_tr(with, "Options"));
    add_options(with, out, cli_alone);
    add_section(out, cli_tr(with, "Options of every verb"));
    add_options(with, out, cli_everywhere);
    add_verbs(with, out);
    add_statuses(with, out);
    add_section(out, cli_tr(with, "Environment"));
    add_rows(with, out, environment);
    add_section(out, cli_tr(with, "Files"));
    add_rows(with, out, files);
    add_section(out, cli_tr(with, "Examples"));
    add_rows(with, out, examples);
    add_section(out, cli_tr(with, "See also"));
    rp_text_puts(out, "\\fBdot\\fR(1), \\fBmsgfmt\\fR(1), \\fBgit\\fR(1)\n");
}

cli_exit verb_manual(cli *with)
{
    rp_text page;

    rp_text_init(&page, with->alloc);
    add_page(with, &page);
    bool has_failed = page.failed;
    if (!has_failed) {
        say_bytes(&page);
    }
    rp_text_clear(&page);
    return has_failed ? complain_of_memory(with) : CLI_GOOD;
}
