/*
 * Arguments, read by the tables of verbs and options. What is not in a table
 * is named, with the nearest thing that is.
 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "cli.h"

enum {
    NAMES_MAX = 32
};

static const cli_option *find_option(const cli_option *table, const char *name,
                                     size_t length)
{
    for (; table != NULL && table->name != NULL; table++) {
        if (strlen(table->name) == length &&
            memcmp(table->name, name, length) == 0) {
            return table;
        }
    }
    return NULL;
}

static uint32_t add_names(const cli_option *table, const char **names,
                          uint32_t count)
{
    for (; table != NULL && table->name != NULL && count < NAMES_MAX; table++) {
        names[count++] = table->name;
    }
    return count;
}

static cli_exit complain_of_option(const cli *with, const char *name)
{
    const char *names[NAMES_MAX];
    uint32_t count = add_names(cli_everywhere, names, 0);

    count = add_names(with->verb != NULL ? with->verb->options : cli_alone,
                      names, count);
    const char *near = rp_nearest_name(name, names, count);
    if (near != NULL) {
        complain(with, cli_tr(with, "There is no option %s. Did you mean %s?"),
                 name, near);
    } else {
        complain(with, cli_tr(with, "There is no option %s."), name);
    }
    return CLI_WRONG_USE;
}

const cli_verb *args_verb(const char *name)
{
    for (const cli_verb *verb = cli_verbs; verb->name != NULL; verb++) {
        if (strcmp(verb->name, name) == 0) {
            return verb;
        }
    }
    return NULL;
}

cli_exit complain_of_verb(const cli *with, const char *name)
{
    const char *names[NAMES_MAX];
    uint32_t count = 0;

    for (const cli_verb *verb = cli_verbs;
         verb->name != NULL && count < NAMES_MAX; verb++) {
        names[count++] = verb->name;
    }
    const char *near = rp_nearest_name(name, names, count);
    if (near != NULL) {
        complain(with,
                 cli_tr(with, "There is no verb `%s`. Did you mean `%s`?"),
                 name, near);
    } else {
        complain(with,
                 cli_tr(with, "There is no verb `%s`. `rapport --help` lists "
                              "them."),
                 name);
    }
    return CLI_WRONG_USE;
}

static cli_exit read_number(const cli *with, const char *option,
                            const char *value, uint64_t high, uint64_t *number)
{
    char *end = NULL;

    errno = 0;
    unsigned long long read = strtoull(value, &end, 10);
    bool is_number = value[0] >= '0' && value[0] <= '9' && *end == '\0';
    if (!is_number || errno != 0 || read > high) {
        complain(with,
                 cli_tr(with, "%s needs a whole number of at most %llu, not "
                              "`%s`."),
                 option, (unsigned long long)high, value);
        return CLI_WRONG_USE;
    }
    *number = read;
    return CLI_GOOD;
}

/* An option that every verb has, or the window alone. */
static cli_exit set_shared(cli *with, const char *name, const char *value)
{
    if (strcmp(name, "--seed") == 0) {
        return read_number(with, name, value, UINT64_MAX,
                           &with->options.fixed_seed);
    }
    if (strcmp(name, "--help") == 0) {
        with->wants_help = true;
    } else if (strcmp(name, "--version") == 0) {
        with->wants_version = true;
    } else if (strcmp(name, "--data") == 0) {
        with->options.data_dir = value;
    } else if (strcmp(name, "--packs") == 0) {
        with->options.pack_dir = value;
    } else if (strcmp(name, "--lang") == 0) {
        with->options.language = value;
    }
    return CLI_GOOD;
}

/* An option that is not the verb's own; NULL: there is none. */
static const cli_option *find_shared(const cli *with, const char *name,
                                     size_t length)
{
    const cli_option *found = find_option(cli_everywhere, name, length);

    return found == NULL && with->verb == NULL
               ? find_option(cli_alone, name, length)
               : found;
}

/* The arguments still to be read. */
typedef struct reader {
    int count;
    char **arguments;
    int at;
} reader;

/* The value behind `=`, else the next argument; says what is missing. */
static cli_exit read_value(cli *with, reader *from, const cli_option *option,
                           const char **value)
{
    if (option->value == NULL && *value != NULL) {
        complain(with, cli_tr(with, "%s takes no value."), option->name);
        return CLI_WRONG_USE;
    }
    if (option->value == NULL || *value != NULL) {
        *value = *value != NULL ? *value + 1 : "";
        return CLI_GOOD;
    }
    if (from->at == from->count) {
        complain(with, cli_tr(with, "%s needs a value: %s %s"), option->name,
                 option->name, option->value);
        return CLI_WRONG_USE;
    }
    *value = from->arguments[from->at++];
    return CLI_GOOD;
}

static cli_exit read_option(cli *with, reader *from)
{
    const char *argument = from->arguments[from->at++];
    const char *value = strchr(argument, '=');
    size_t length =
        value != NULL ? (size_t)(value - argument) : strlen(argument);
    const cli_option *own =
        with->verb != NULL ? find_option(with->verb->options, argument, length)
                           : NULL;
    const cli_option *found =
        own != NULL ? own : find_shared(with, argument, length);

    if (found == NULL) {
        return complain_of_option(with, argument);
    }
    cli_exit status = read_value(with, from, found, &value);
    if (status == CLI_GOOD && own != NULL) {
        with->values[own - with->verb->options] = value;
    } else if (status == CLI_GOOD) {
        status = set_shared(with, found->name, value);
    }
    return status;
}

static cli_exit read_word(cli *with, const char *word)
{
    if (with->verb == NULL) {
        with->verb = args_verb(word);
        return with->verb != NULL ? CLI_GOOD : complain_of_verb(with, word);
    }
    with->operands[with->operand_count++] = word;
    return CLI_GOOD;
}

static cli_exit check_operands(const cli *with)
{
    const cli_verb *verb = with->verb;

    if (verb == NULL || with->wants_help) {
        return CLI_GOOD;
    }
    if (with->operand_count < verb->operands_min) {
        complain(with,
                 cli_tr(with, "`%s` needs %s. `rapport help %s` tells "
                              "more."),
                 verb->name, verb->operands, verb->name);
        return CLI_WRONG_USE;
    }
    if (with->operand_count > verb->operands_max) {
        complain(with, cli_tr(with, "`%s` cannot use `%s`."), verb->name,
                 with->operands[verb->operands_max]);
        return CLI_WRONG_USE;
    }
    return CLI_GOOD;
}

cli_exit args_read(cli *with, int count, char **arguments)
{
    reader from = {.count = count, .arguments = arguments, .at = 1};
    cli_exit status = CLI_GOOD;
    bool only_words = false;

    with->operands =
        rp_arena_take(&with->arena, (size_t)count + 1, sizeof *with->operands);
    if (with->operands == NULL) {
        return CLI_MACHINE;
    }
    while (status == CLI_GOOD && from.at < count) {
        const char *argument = arguments[from.at];
        if (!only_words && strcmp(argument, "--") == 0) {
            only_words = true;
            from.at++;
        } else if (!only_words && strcmp(argument, "-h") == 0) {
            with->wants_help = true;
            from.at++;
        } else if (!only_words && argument[0] == '-' && argument[1] != '\0') {
            status = read_option(with, &from);
        } else {
            status = read_word(with, argument);
            from.at++;
        }
    }
    return status == CLI_GOOD ? check_operands(with) : status;
}

const char *args_value(const cli *with, const char *option)
{
    const cli_option *found =
        find_option(with->verb->options, option, strlen(option));

    return found != NULL ? with->values[found - with->verb->options] : NULL;
}

bool args_has(const cli *with, const char *option)
{
    return args_value(with, option) != NULL;
}

cli_exit args_number(const cli *with, const char *option, uint64_t high,
                     uint64_t *number)
{
    const char *value = args_value(with, option);

    return value == NULL ? CLI_GOOD
                         : read_number(with, option, value, high, number);
}

cli_exit args_set(const cli *with, uint64_t *set)
{
    cli_exit status = args_number(with, "--set", RP_SETS_MAX, set);

    if (status == CLI_GOOD && args_has(with, "--set") && *set == 0) {
        complain(with, "%s",
                 cli_tr(with, "--set counts the fact sets from 1."));
        return CLI_WRONG_USE;
    }
    return status;
}

cli_exit args_moves(cli *with, const char *const **moves, uint32_t *count)
{
    const char *at = args_value(with, "--moves");
    const char **list =
        rp_arena_take(&with->arena, strlen(at) + 1, sizeof *list);

    *moves = list;
    *count = 0;
    while (list != NULL && *at != '\0') {
        size_t length = strcspn(at, ",");
        list[*count] = rp_arena_copy(&with->arena, at, length);
        if (list[(*count)++] == NULL) {
            return complain_of_memory(with);
        }
        at += length + (at[length] == ',');
    }
    return list != NULL ? CLI_GOOD : complain_of_memory(with);
}
