/*
 * Completion for bash.
 */
#include <string.h>

#include "completion.h"

static const char head[] =
    "# Completion of rapport for bash, as `rapport completion bash` prints "
    "it.\n\n"
    "_rapport_list() {\n"
    "    COMPREPLY+=($(compgen -W \"$(rapport completion \"$1\" 2>/dev/null)\" "
    "-- \"$cur\"))\n"
    "}\n\n"
    "_rapport_files() {\n"
    "    compopt -o filenames 2>/dev/null\n"
    "    COMPREPLY+=($(compgen \"$1\" -- \"$cur\"))\n"
    "}\n\n";

static const char body[] =
    "_rapport() {\n"
    "    local IFS=$'\\n' cur=${COMP_WORDS[COMP_CWORD]}\n"
    "    local verb= takes= options= operand= at=0 i word kind\n"
    "    COMPREPLY=()\n"
    "    for ((i = 1; i < COMP_CWORD; i++)); do\n"
    "        word=${COMP_WORDS[i]}\n"
    "        if [[ -n $takes ]]; then\n"
    "            takes=\n"
    "        elif [[ $word == -* ]]; then\n"
    "            _rapport_value \"$verb\" \"$word\"\n"
    "        elif [[ -z $verb ]]; then\n"
    "            verb=$word\n"
    "        else\n"
    "            ((at++))\n"
    "        fi\n"
    "    done\n"
    "    if [[ -n $takes ]]; then\n"
    "        _rapport_kind \"$takes\"\n"
    "        return\n"
    "    fi\n"
    "    _rapport_verb \"$verb\" \"$at\"\n"
    "    if [[ $cur == -* ]]; then\n"
    "        COMPREPLY=($(compgen -W \"${options// /$'\\n'}\" -- \"$cur\"))\n"
    "        return\n"
    "    fi\n"
    "    for kind in ${operand//|/$'\\n'}; do\n"
    "        _rapport_kind \"$kind\"\n"
    "    done\n"
    "}\n\n"
    "complete -F _rapport rapport\n";

static void add_kinds(rp_text *out)
{
    rp_text_puts(out, "# What a word of the manual stands for.\n"
                      "_rapport_kind() {\n    case $1 in\n");
    for (const completion_kind *kind = completion_kinds; kind->word != NULL;
         kind++) {
        rp_text_printf(out, "    %s)", kind->word);
        if (kind->list != NULL) {
            rp_text_printf(out, " _rapport_list %s;", kind->list);
        }
        rp_text_puts(out, kind->has_files     ? " _rapport_files -f;;\n"
                          : kind->has_folders ? " _rapport_files -d;;\n"
                                              : ";\n");
    }
    rp_text_puts(out, "    esac\n}\n\n");
}

static void add_values(rp_text *out, const char *verb,
                       const cli_option *options)
{
    for (; options->name != NULL; options++) {
        if (options->value != NULL) {
            rp_text_printf(out, "    %s:%s) takes='%s' ;;\n", verb,
                           options->name, options->value);
        }
    }
}

static void add_names(rp_text *out, const cli_option *options)
{
    for (; options->name != NULL; options++) {
        rp_text_printf(out, " %s", options->name);
    }
}

static void add_verb(rp_text *out, const cli_verb *verb)
{
    completion_operand operand = {.at = verb->operands};
    bool is_repeated = false;

    rp_text_printf(out, "    %s)\n        options+='", verb->name);
    add_names(out, verb->options);
    rp_text_puts(out, "'\n        case $2 in\n");
    for (int i = 0; completion_next(&operand); i++) {
        is_repeated = operand.is_repeated;
        rp_text_printf(out, "        %d%s) operand='%s' ;;\n", i,
                       is_repeated ? " | *" : "", operand.words);
    }
    rp_text_puts(out, "        esac\n        ;;\n");
}

void completion_bash(const cli *with, rp_text *out)
{
    (void)with;
    rp_text_puts(out, head);
    add_kinds(out);
    rp_text_puts(out, "# What the value of an option is.\n"
                      "_rapport_value() {\n    case $1:$2 in\n");
    for (const cli_verb *verb = cli_verbs; verb->name != NULL; verb++) {
        add_values(out, verb->name, verb->options);
    }
    add_values(out, "", cli_alone);
    add_values(out, "*", cli_everywhere);
    rp_text_puts(out, "    esac\n}\n\n"
                      "# The options of a verb, and what its next operand "
                      "is.\n"
                      "_rapport_verb() {\n    options='");
    add_names(out, cli_everywhere);
    rp_text_puts(out, "'\n    case $1 in\n    '')\n        options+='");
    add_names(out, cli_alone);
    rp_text_puts(out, "'\n        operand=VERB\n        ;;\n");
    for (const cli_verb *verb = cli_verbs; verb->name != NULL; verb++) {
        add_verb(out, verb);
    }
    rp_text_puts(out, "    esac\n}\n\n");
    rp_text_puts(out, body);
}
