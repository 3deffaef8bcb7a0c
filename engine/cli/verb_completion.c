/*
 * `rapport completion`: a script for a shell, and the lists it asks for.
 */
#include <string.h>

#include "completion.h"
#include "rapport/author.h"

const completion_kind completion_kinds[] = {
    {"SCENARIO", "scenarios", true, false},
    {"OLD", "scenarios", true, false},
    {"NEW", "scenarios", true, false},
    {"PACK", "packs", false, true},
    {"PACK/ID", "packs", false, true},
    {"FILE", NULL, true, false},
    {"DIR", NULL, false, true},
    {"ATTEMPT", "attempts", false, false},
    {"CODE", "codes", false, false},
    {"VERB", "verbs", false, false},
    {"LANG", "languages", false, false},
    {"PLACE", "places", false, false},
    {"SHELL", "shells", false, false},
    {NULL, NULL, false, false}};

const completion_kind *completion_kind_of(const char *word, size_t length)
{
    for (const completion_kind *kind = completion_kinds; kind->word != NULL;
         kind++) {
        if (strlen(kind->word) == length &&
            memcmp(kind->word, word, length) == 0) {
            return kind;
        }
    }
    return NULL;
}

bool completion_next(completion_operand *operand)
{
    static const char dots[] = "…";
    size_t length = 0;

    operand->is_repeated = false;
    operand->at += strspn(operand->at, " ");
    while (*operand->at != '\0' && *operand->at != ' ') {
        bool is_dots = strncmp(operand->at, dots, sizeof dots - 1) == 0;
        bool is_bracket = *operand->at == '[' || *operand->at == ']';
        operand->is_repeated = operand->is_repeated || is_dots;
        if (!is_dots && !is_bracket && length + 1 < sizeof operand->words) {
            operand->words[length++] = *operand->at;
        }
        operand->at += is_dots ? sizeof dots - 1 : 1;
    }
    operand->words[length] = '\0';
    return length > 0;
}

void completion_quote(rp_text *out, const char *text)
{
    rp_text_puts(out, "'");
    for (; *text != '\0'; text++) {
        rp_text_add(out, *text == '\'' ? "'\\''" : text, *text == '\'' ? 4 : 1);
    }
    rp_text_puts(out, "'");
}

/* ------------------------------------------------------------------ lists */

static cli_exit list_scenarios(cli *with)
{
    rp_scenario_files files = {0};
    rp_error error = {0};

    if (rp_app_scenarios(&with->options, NULL, &with->arena, &files, &error) !=
        RP_OK) {
        return complain_of(with, &error);
    }
    for (uint32_t i = 0; i < files.count; i++) {
        say(with, "%s\n", files.items[i].id);
    }
    return CLI_GOOD;
}

/* "telecom" of ".../telecom/angry-caller.lua". */
static const char *pack_of(cli *with, const char *path)
{
    const char *end = strrchr(path, '/');
    const char *start = end;

    while (start != NULL && start > path && start[-1] != '/') {
        start--;
    }
    return start != NULL
               ? rp_arena_copy(&with->arena, start, (size_t)(end - start))
               : NULL;
}

static cli_exit list_packs(cli *with)
{
    rp_scenario_files files = {0};
    rp_error error = {0};
    const char *last = "";

    if (rp_app_scenarios(&with->options, NULL, &with->arena, &files, &error) !=
        RP_OK) {
        return complain_of(with, &error);
    }
    for (uint32_t i = 0; i < files.count; i++) {
        const char *pack = pack_of(with, files.items[i].path);
        if (pack != NULL && strcmp(pack, last) != 0) {
            say(with, "%s\n", pack);
            last = pack;
        }
    }
    return CLI_GOOD;
}

static cli_exit list_attempts(cli *with)
{
    rp_attempt_lines lines = {0};
    rp_app *app = NULL;
    rp_error error = {0};
    cli_exit status = cli_open_app(with, &app);

    if (status == CLI_GOOD &&
        rp_app_attempts(app, 0, &with->arena, &lines, &error) != RP_OK) {
        status = complain_of(with, &error);
    }
    for (uint32_t i = 0; status == CLI_GOOD && i < lines.count; i++) {
        say(with, "%s\n", lines.items[i].id);
    }
    rp_app_close(app);
    return status;
}

static cli_exit list_codes(cli *with)
{
    rp_chapter chapters[RP_CHAPTERS_MAX] = {{.title = NULL}};
    uint32_t count = rp_code_chapters(chapters);

    for (uint32_t i = 0; i < count; i++) {
        for (uint32_t j = 0; j < chapters[i].count; j++) {
            say(with, "%s\n", chapters[i].codes[j].name);
        }
    }
    return CLI_GOOD;
}

static cli_exit list_verbs(cli *with)
{
    for (const cli_verb *verb = cli_verbs; verb->name != NULL; verb++) {
        say(with, "%s\n", verb->name);
    }
    return CLI_GOOD;
}

static cli_exit list_languages(cli *with)
{
    say(with, "en\nzh\n");
    return CLI_GOOD;
}

static cli_exit list_places(cli *with)
{
    for (int i = 0; i <= RP_AT_SETTINGS; i++) {
        say(with, "%s\n", rp_place_name((rp_place)i));
    }
    return CLI_GOOD;
}

/* ------------------------------------------------------------------- verb */

static cli_exit list_shells(cli *with);

/* What the verb prints: a script, or a list. */
static const struct {
    const char *name;
    completion_script write;
    cli_exit (*list)(cli *with);
} outputs[] = {
    {"bash", completion_bash, NULL},     {"zsh", completion_zsh, NULL},
    {"fish", completion_fish, NULL},     {"scenarios", NULL, list_scenarios},
    {"packs", NULL, list_packs},         {"attempts", NULL, list_attempts},
    {"codes", NULL, list_codes},         {"verbs", NULL, list_verbs},
    {"languages", NULL, list_languages}, {"places", NULL, list_places},
    {"shells", NULL, list_shells},
};

enum {
    OUTPUT_COUNT = sizeof outputs / sizeof outputs[0]
};

static cli_exit list_shells(cli *with)
{
    for (size_t i = 0; i < OUTPUT_COUNT; i++) {
        if (outputs[i].write != NULL) {
            say(with, "%s\n", outputs[i].name);
        }
    }
    return CLI_GOOD;
}

static cli_exit print_script(const cli *with, completion_script write)
{
    rp_text script;

    rp_text_init(&script, with->alloc);
    write(with, &script);
    bool has_failed = script.failed;
    if (!has_failed) {
        say_bytes(&script);
    }
    rp_text_clear(&script);
    return has_failed ? complain_of_memory(with) : CLI_GOOD;
}

cli_exit verb_completion(cli *with)
{
    const char *wanted = with->operands[0];

    for (size_t i = 0; i < OUTPUT_COUNT; i++) {
        if (strcmp(outputs[i].name, wanted) == 0) {
            return outputs[i].write != NULL
                       ? print_script(with, outputs[i].write)
                       : outputs[i].list(with);
        }
    }
    complain(with,
             cli_tr(with, "There is no completion for `%s`: it is made for "
                          "bash, zsh and fish."),
             wanted);
    return CLI_WRONG_USE;
}
