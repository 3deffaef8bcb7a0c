/*
 * Completion for fish: one line a fact, with what every verb and option is
 * for.
 */
#include <string.h>

#include "completion.h"

static const char head[] =
    "# Completion of rapport for fish, as `rapport completion fish` prints "
    "it.\n\n"
    "complete -c rapport -f\n";

/* In single quotes, in which fish knows two escapes. */
static void add_quoted(rp_text *out, const char *text)
{
    rp_text_puts(out, "'");
    for (; *text != '\0'; text++) {
        bool is_special = *text == '\'' || *text == '\\';
        rp_text_add(out, is_special ? "\\" : "", is_special ? 1 : 0);
        rp_text_add(out, text, 1);
    }
    rp_text_puts(out, "'");
}

static void begin_line(rp_text *out, const char *verb)
{
    rp_text_puts(out, "complete -c rapport");
    if (verb != NULL && verb[0] == '\0') {
        rp_text_puts(out, " -n __fish_use_subcommand");
    } else if (verb != NULL) {
        rp_text_printf(out, " -n '__fish_seen_subcommand_from %s'", verb);
    }
}

/* What a kind offers: a list, files, or both. */
static void add_kind(rp_text *out, const completion_kind *kind)
{
    if (kind->has_files) {
        rp_text_puts(out, " -F");
    }
    if (kind->has_folders) {
        rp_text_puts(out, " -a '(__fish_complete_directories)'");
    }
    if (kind->list != NULL) {
        rp_text_printf(out, " -a '(rapport completion %s)'", kind->list);
    }
}

/* NULL for all verbs, "" for none. */
static void add_options(const cli *with, rp_text *out, const char *verb,
                        const cli_option *options)
{
    for (; options->name != NULL; options++) {
        bool is_long = options->name[1] == '-';
        const completion_kind *kind =
            options->value != NULL
                ? completion_kind_of(options->value, strlen(options->value))
                : NULL;
        begin_line(out, verb);
        rp_text_printf(out, is_long ? " -l %s" : " -s %s",
                       options->name + (is_long ? 2 : 1));
        rp_text_puts(out, options->value != NULL ? " -r" : "");
        if (kind != NULL) {
            add_kind(out, kind);
        }
        rp_text_puts(out, " -d ");
        add_quoted(out, cli_tr(with, options->help));
        rp_text_puts(out, "\n");
    }
}

/* "SCENARIO|FILE": a line for each kind that can be asked for. */
static void add_kinds(rp_text *out, const cli_verb *verb, const char *words)
{
    for (const char *word = words; *word != '\0';) {
        size_t length = strcspn(word, "|");
        const completion_kind *kind = completion_kind_of(word, length);
        if (kind != NULL) {
            begin_line(out, verb->name);
            add_kind(out, kind);
            rp_text_puts(out, "\n");
        }
        word += length + (word[length] == '|');
    }
}

static void add_operands(rp_text *out, const cli_verb *verb)
{
    completion_operand operand = {.at = verb->operands};

    while (completion_next(&operand)) {
        add_kinds(out, verb, operand.words);
    }
}

void completion_fish(const cli *with, rp_text *out)
{
    rp_text_puts(out, head);
    add_options(with, out, NULL, cli_everywhere);
    add_options(with, out, "", cli_alone);
    for (const cli_verb *verb = cli_verbs; verb->name != NULL; verb++) {
        begin_line(out, "");
        rp_text_printf(out, " -a %s -d ", verb->name);
        add_quoted(out, cli_tr(with, verb->summary));
        rp_text_puts(out, "\n");
        add_options(with, out, verb->name, verb->options);
        add_operands(out, verb);
    }
}
