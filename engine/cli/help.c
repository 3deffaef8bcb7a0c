/*
 * Help, out of the table of verbs: what there is, and one verb at length.
 */
#include <string.h>

#include "cli.h"

enum {
    NAME_COLUMNS = 12,
    OPTION_COLUMNS = 18
};

static void say_heading(const cli *with, const char *text)
{
    say(with, "\n");
    say_in(with, STYLE_BOLD, "%s", text);
    say(with, "\n");
}

static void say_row(const cli *with, uint32_t columns, const char *name,
                    const char *text)
{
    say(with, "  ");
    say_padded(with, columns, name);
    if (text_columns(name) >= columns) {
        say(with, "\n%*s", (int)columns + 2, "");
    }
    say_rest(with, columns + 2, columns + 2, text);
}

static void say_options(const cli *with, const cli_option *options)
{
    for (; options->name != NULL; options++) {
        char name[64];
        size_t length = strlen(options->name);

        memcpy(name, options->name, length + 1);
        if (options->value != NULL) {
            name[length] = ' ';
            memcpy(name + length + 1, options->value,
                   strlen(options->value) + 1);
        }
        say_row(with, OPTION_COLUMNS, name, cli_tr(with, options->help));
    }
}

void help_print(cli *with)
{
    say_in(with, STYLE_BOLD, "%s",
           cli_tr(with, "Rapport, a flight simulator for customer "
                        "conversations"));
    say(with, "\n\n");
    say(with, "%s rapport [VERB] [OPTION…]\n", cli_tr(with, "Usage:"));
    say_paragraph(with, 0,
                  cli_tr(with, "Without a verb the window opens; without a "
                               "display the call comes to this terminal."));
    say_heading(with, cli_tr(with, "Verbs"));
    for (const cli_verb *verb = cli_verbs; verb->name != NULL; verb++) {
        say_row(with, NAME_COLUMNS, verb->name, cli_tr(with, verb->summary));
    }
    say_heading(with, cli_tr(with, "Options"));
    say_options(with, cli_alone);
    say_heading(with, cli_tr(with, "Options of every verb"));
    say_options(with, cli_everywhere);
    say_heading(with, cli_tr(with, "Exit status"));
    for (const cli_option *row = cli_statuses; row->name != NULL; row++) {
        say_row(with, NAME_COLUMNS, row->name, cli_tr(with, row->help));
    }
}

void help_print_verb(cli *with, const cli_verb *verb)
{
    bool has_options = verb->options->name != NULL;

    say_in(with, STYLE_BOLD, "rapport %s", verb->name);
    say(with, "\n");
    say_paragraph(with, 0, cli_tr(with, verb->summary));
    say(with, "\n%s rapport %s%s%s%s\n", cli_tr(with, "Usage:"), verb->name,
        verb->operands[0] != '\0' ? " " : "", verb->operands,
        has_options ? " [OPTION…]" : "");
    if (verb->details != NULL) {
        say(with, "\n");
        say_paragraph(with, 0, cli_tr(with, verb->details));
    }
    if (has_options) {
        say_heading(with, cli_tr(with, "Options"));
        say_options(with, verb->options);
    }
    say_heading(with, cli_tr(with, "Options of every verb"));
    say_options(with, cli_everywhere);
}

cli_exit verb_help(cli *with)
{
    if (with->operand_count == 0) {
        help_print(with);
        return CLI_GOOD;
    }
    const cli_verb *verb = args_verb(with->operands[0]);
    if (verb == NULL) {
        return complain_of_verb(with, with->operands[0]);
    }
    help_print_verb(with, verb);
    return CLI_GOOD;
}
