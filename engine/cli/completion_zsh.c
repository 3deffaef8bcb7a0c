/*
 * Completion for zsh, with what every verb and option is for.
 */
#include <string.h>

#include "completion.h"

static const char head[] =
    "#compdef rapport\n"
    "# Completion of rapport for zsh, as `rapport completion zsh` prints "
    "it.\n\n"
    "_rapport_list() {\n"
    "    local -a found=(${(f)\"$(rapport completion $1 2>/dev/null)\"})\n"
    "    compadd -a found\n"
    "}\n\n";

static const char tail[] = "        esac\n"
                           "        ;;\n"
                           "    esac\n"
                           "}\n\n"
                           "_rapport \"$@\"\n";

static void add_kinds(rp_text *out)
{
    rp_text_puts(out, "# What words of the manual stand for.\n"
                      "_rapport_kind() {\n"
                      "    local kind\n"
                      "    for kind in \"$@\"; do\n"
                      "        case $kind in\n");
    for (const completion_kind *kind = completion_kinds; kind->word != NULL;
         kind++) {
        rp_text_printf(out, "        %s)", kind->word);
        if (kind->list != NULL) {
            rp_text_printf(out, " _rapport_list %s;", kind->list);
        }
        rp_text_puts(out, kind->has_files     ? " _files;;\n"
                          : kind->has_folders ? " _files -/;;\n"
                                              : ";\n");
    }
    rp_text_puts(out, "        esac\n    done\n}\n\n");
}

/* "[why]", with what ends it made harmless. */
static void add_why(rp_text *out, const char *why)
{
    rp_text_puts(out, "[");
    for (; *why != '\0'; why++) {
        bool is_special = strchr("[]:\\", *why) != NULL;
        rp_text_add(out, is_special ? "\\" : "", is_special ? 1 : 0);
        rp_text_add(out, why, 1);
    }
    rp_text_puts(out, "]");
}

static void add_option(const cli *with, rp_text *out, const cli_option *option)
{
    rp_text row;

    rp_text_init(&row, with->alloc);
    rp_text_puts(&row, option->name);
    add_why(&row, cli_tr(with, option->help));
    if (option->value != NULL) {
        bool is_known =
            completion_kind_of(option->value, strlen(option->value)) != NULL;
        rp_text_printf(&row, ":%s:%s%s", option->value,
                       is_known ? "_rapport_kind " : " ",
                       is_known ? option->value : "");
    }
    rp_text_puts(out, " \\\n            ");
    completion_quote(out, cli_text(&row));
    out->failed = out->failed || row.failed;
    rp_text_clear(&row);
}

static void add_options(const cli *with, rp_text *out,
                        const cli_option *options)
{
    for (; options->name != NULL; options++) {
        add_option(with, out, options);
    }
}

static void add_operands(rp_text *out, const cli_verb *verb)
{
    completion_operand operand = {.at = verb->operands};

    for (int i = 1; completion_next(&operand); i++) {
        rp_text_puts(out, " \\\n            '");
        if (operand.is_repeated) {
            rp_text_puts(out, "*");
        } else {
            rp_text_printf(out, "%d", i);
        }
        rp_text_printf(out, ":%s:_rapport_kind ", operand.words);
        for (const char *at = operand.words; *at != '\0'; at++) {
            rp_text_add(out, *at == '|' ? " " : at, 1);
        }
        rp_text_puts(out, "'");
    }
}

static void add_verbs(const cli *with, rp_text *out)
{
    rp_text_puts(out, "    case $state in\n"
                      "    verb)\n"
                      "        local -a verbs=(");
    for (const cli_verb *verb = cli_verbs; verb->name != NULL; verb++) {
        rp_text_printf(out, "\n            %s:", verb->name);
        completion_quote(out, cli_tr(with, verb->summary));
    }
    rp_text_puts(out, ")\n"
                      "        _describe verb verbs\n"
                      "        ;;\n"
                      "    operand)\n"
                      "        case $line[1] in\n");
    for (const cli_verb *verb = cli_verbs; verb->name != NULL; verb++) {
        rp_text_printf(out, "        %s) _arguments", verb->name);
        add_options(with, out, verb->options);
        add_options(with, out, cli_everywhere);
        add_operands(out, verb);
        rp_text_puts(out, " ;;\n");
    }
}

void completion_zsh(const cli *with, rp_text *out)
{
    rp_text_puts(out, head);
    add_kinds(out);
    rp_text_puts(out, "_rapport() {\n"
                      "    local curcontext=$curcontext state line\n"
                      "    typeset -A opt_args\n"
                      "    _arguments -C");
    add_options(with, out, cli_alone);
    add_options(with, out, cli_everywhere);
    rp_text_puts(out, " \\\n            '1:verb:->verb'"
                      " \\\n            '*::operand:->operand'\n");
    add_verbs(with, out);
    rp_text_puts(out, tail);
}
