/*
 * `rapport translate`: brings a pack's translation files up to date with what
 * its scenarios say now, and says what is left to do.
 */
#include <string.h>

#include "cli.h"
#include "rapport/author.h"
#include "rapport/file.h"

/* The pack and every scenario of it, loaded: files[0] is the pack. */
typedef struct translating {
    const cli *with;
    const char *folder;
    const char *language;
    uint32_t count;
    rp_loaded *loaded;
    rp_translation_part *parts;
    rp_translation_file *files;
    rp_arena arena;
    bool has_errors;
} translating;

/* ----------------------------------------------------------------- load */

/* A file of the pack by its name in it; NULL: no memory for either. */
static const char *path_of(translating *of, const char *name)
{
    return name == NULL
               ? NULL
               : rp_arena_format(&of->arena, "%s/%s", of->folder, name);
}

/* Its PO file as it is, where there is one. */
static cli_exit read_old(translating *of, rp_translation_part *part)
{
    rp_file_bytes file = {0};
    rp_error error = {0};
    const char *path = path_of(
        of, rp_translation_name(part->scenario, of->language, &of->arena));

    if (path == NULL) {
        return complain_of_memory(of->with);
    }
    if (!rp_file_is_plain(path)) {
        return CLI_GOOD;
    }
    if (rp_file_read(path, &of->arena, &file, &error) != RP_OK) {
        return complain_of(of->with, &error);
    }
    part->old = file.bytes;
    part->old_length = file.length;
    return CLI_GOOD;
}

/* A text that could not be gathered would be lost from its file. */
static cli_exit complain_of_unread(const cli *with, const rp_loaded *loaded)
{
    (void)cli_tell_faults(with, loaded);
    complain(with,
             cli_tr(with, "%s cannot be read, so no translation was touched. "
                          "Mend it first."),
             loaded->file);
    return CLI_FOUND;
}

static cli_exit take_texts(translating *of, uint32_t index)
{
    rp_loaded *loaded = &of->loaded[index];
    rp_translation_part *part = &of->parts[index];

    if (loaded->document == NULL) {
        return complain_of_unread(of->with, loaded);
    }
    part->texts = rp_document_written(loaded->document, &part->count);
    return read_old(of, part);
}

static cli_exit load_pack(translating *of)
{
    rp_error error = {0};

    of->count = 1;
    if (rp_app_load_pack(&of->with->options, of->folder, of->with->alloc,
                         &of->loaded[0], &error) != RP_OK) {
        return complain_of(of->with, &error);
    }
    return take_texts(of, 0);
}

static cli_exit load_scenario(translating *of, const rp_scenario_file *file)
{
    uint32_t index = of->count++;
    cli_exit status = cli_load(of->with, file->path, &of->loaded[index]);

    of->parts[index].scenario = file->id;
    return status == CLI_GOOD ? take_texts(of, index) : status;
}

static cli_exit load_all(translating *of)
{
    rp_scenario_files scenarios = {0};
    rp_error error = {0};

    if (rp_app_scenarios(&of->with->options, of->folder, &of->arena, &scenarios,
                         &error) != RP_OK) {
        return complain_of(of->with, &error);
    }
    size_t most = (size_t)scenarios.count + 1;
    of->loaded = rp_arena_take(&of->arena, most, sizeof *of->loaded);
    of->parts = rp_arena_take(&of->arena, most, sizeof *of->parts);
    of->files = rp_arena_take(&of->arena, most, sizeof *of->files);
    if (of->loaded == NULL || of->parts == NULL || of->files == NULL) {
        return complain_of_memory(of->with);
    }
    cli_exit status = load_pack(of);
    for (uint32_t i = 0; status == CLI_GOOD && i < scenarios.count; i++) {
        status = load_scenario(of, &scenarios.items[i]);
    }
    return status;
}

static void clear(translating *of)
{
    for (uint32_t i = 0; of->loaded != NULL && i < of->count; i++) {
        rp_loaded_clear(&of->loaded[i]);
    }
    rp_arena_clear(&of->arena);
}

/* ---------------------------------------------------------------- write */

/* "locale/zh.po    612 of 620, 3 to look at, 5 to translate" */
static void say_file(const translating *of, const rp_translation_file *file)
{
    const cli *with = of->with;
    uint32_t missing = file->total - file->translated - file->fuzzy;

    say(with, "  ");
    say_padded(with, 34, file->name);
    say(with, cli_tr(with, "%u of %u"), (unsigned)file->translated,
        (unsigned)file->total);
    if (file->fuzzy > 0) {
        say(with, cli_tr(with, ", %u to look at again"), (unsigned)file->fuzzy);
    }
    if (missing > 0) {
        say(with, cli_tr(with, ", %u to translate"), (unsigned)missing);
    }
    say(with, "%s\n", file->is_changed ? "" : cli_tr(with, " (nothing new)"));
}

/* "telecom" of "scenarios/telecom/": what a new file's header names. */
static const char *name_of_folder(translating *of)
{
    size_t end = strlen(of->folder);
    size_t start = 0;

    while (end > 1 && of->folder[end - 1] == '/') {
        end--;
    }
    for (start = end; start > 0 && of->folder[start - 1] != '/'; start--) {}
    return rp_arena_copy(&of->arena, of->folder + start, end - start);
}

static cli_exit write_all(translating *of)
{
    const rp_translation_order order = {.language = of->language,
                                        .project = name_of_folder(of),
                                        .parts = of->parts,
                                        .part_count = of->count};
    rp_error error = {0};

    if (order.project == NULL) {
        return complain_of_memory(of->with);
    }
    if (rp_translation_make(&order, &of->arena, of->files, &error) != RP_OK) {
        return complain_of(of->with, &error);
    }
    cli_exit status = cli_make_folder(of->with, path_of(of, "locale"));
    for (uint32_t i = 0; status == CLI_GOOD && i < of->count; i++) {
        if (of->files[i].bytes == NULL) {
            continue;
        }
        if (of->files[i].is_changed) {
            status = cli_write_file(of->with, path_of(of, of->files[i].name),
                                    of->files[i].bytes, of->files[i].length);
        }
        if (status == CLI_GOOD) {
            say_file(of, &of->files[i]);
        }
    }
    return status;
}

/* -------------------------------------------------------------- look over */

/* The table above has counted these already. */
static bool is_counted(const rp_fault *fault)
{
    return strcmp(fault->code, "untranslated") == 0 ||
           strcmp(fault->code, "no-translation") == 0;
}

static void tell_rest(translating *of, const rp_faults *faults)
{
    for (uint32_t i = 0; i < faults->count; i++) {
        const rp_fault *fault = &faults->items[i];
        if (!is_counted(fault)) {
            say_fault(of->with, fault);
            of->has_errors = of->has_errors || fault->severity == RP_ERROR;
        }
    }
}

/* What the new files say goes wrong: slots that differ, forms unknown. */
static cli_exit look_over(translating *of)
{
    cli_exit status = CLI_GOOD;

    for (uint32_t i = 1; status == CLI_GOOD && i < of->count; i++) {
        rp_loaded again;
        status = cli_load(of->with, of->loaded[i].file, &again);
        tell_rest(of, &again.faults);
        rp_loaded_clear(&again);
    }
    return status;
}

static bool speaks(const rp_model *model, const char *tag)
{
    for (uint32_t i = 0; i < model->language_count; i++) {
        if (strcmp(model->languages[i].tag, tag) == 0) {
            return true;
        }
    }
    return false;
}

/* The first sound scenario tells; where none is sound, nobody can. */
static bool lists_language(const translating *of)
{
    for (uint32_t i = 0; i < of->count; i++) {
        if (of->loaded[i].model != NULL) {
            return speaks(of->loaded[i].model, of->language);
        }
    }
    return true;
}

static bool is_tag(const char *text)
{
    size_t letters = strspn(text, "abcdefghijklmnopqrstuvwxyz");

    return (letters == 2 || letters == 3) && text[letters] == '\0';
}

cli_exit verb_translate(cli *with)
{
    translating of = {.with = with, .language = with->operands[1]};
    rp_error error = {0};
    cli_exit status = CLI_GOOD;

    if (!is_tag(of.language)) {
        complain(with,
                 cli_tr(with, "`%s` is no language; write two or three small "
                              "letters, such as zh."),
                 of.language);
        return CLI_WRONG_USE;
    }
    rp_arena_init(&of.arena, with->alloc);
    if (rp_app_pack_folder(&with->options, with->operands[0], &of.arena,
                           &of.folder, &error) != RP_OK) {
        status = complain_of(with, &error);
    }
    if (status == CLI_GOOD) {
        status = load_all(&of);
    }
    if (status == CLI_GOOD) {
        status = write_all(&of);
    }
    if (status == CLI_GOOD && !lists_language(&of)) {
        say_paragraph(with, 2,
                      cli_tr(with, "The pack does not list this language yet: "
                                   "add it to `languages` in pack.lua."));
    } else if (status == CLI_GOOD) {
        status = look_over(&of);
    }
    clear(&of);
    return status == CLI_GOOD && of.has_errors ? CLI_FOUND : status;
}
