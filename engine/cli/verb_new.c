/*
 * `rapport new`: a scenario to begin with, and a pack for it where there is
 * none. Nothing that is there is ever written over.
 */
#include <stdlib.h>
#include <string.h>

#include <dirent.h>
#include <sys/stat.h>
#include <unistd.h>

#include "lua_defs.h"
#include "new.h"
#include "rapport/file.h"

enum {
    PACKS_MAX = 64
};

static const char *path_of(const making *of, const char *name)
{
    return rp_arena_format(&of->with->arena, "%s/%s", of->folder, name);
}

/* ------------------------------------------------------------------ names */

static cli_exit complain_of_name(const cli *with, const char *name)
{
    complain(with,
             cli_tr(with, "`%s` is no name: small letters, digits, - and _, at "
                          "most 64, beginning with a letter or a digit."),
             name);
    return CLI_WRONG_USE;
}

/* Splits PACK/ID at its last stroke. */
static cli_exit read_names(making *of, const char *operand)
{
    cli *with = of->with;
    const char *stroke = strrchr(operand, '/');

    if (stroke == NULL || stroke == operand || stroke[1] == '\0') {
        complain(with,
                 cli_tr(with, "Where does it belong? Write PACK/ID, as in "
                              "`rapport new telecom/%s`."),
                 rp_is_id(operand) ? operand : "my-call");
        return CLI_WRONG_USE;
    }
    of->order.scenario = stroke + 1;
    of->folder =
        rp_arena_copy(&with->arena, operand, (size_t)(stroke - operand));
    if (of->folder == NULL) {
        return complain_of_memory(with);
    }
    if (!rp_is_id(of->order.scenario)) {
        return complain_of_name(with, of->order.scenario);
    }
    if (strcmp(of->order.scenario, "pack") == 0) {
        complain(with, "%s",
                 cli_tr(with, "`pack` is the pack's own file; call the "
                              "scenario something else."));
        return CLI_WRONG_USE;
    }
    return CLI_GOOD;
}

/* ---------------------------------------------------------------- the pack */

/* The languages of a pack that is there; one with faults is mended first. */
static cli_exit read_pack(making *of)
{
    cli *with = of->with;
    rp_loaded loaded;
    rp_error error = {0};
    cli_exit status = CLI_GOOD;

    if (rp_app_load_pack(&with->options, of->folder, with->alloc, &loaded,
                         &error) != RP_OK) {
        status = complain_of(with, &error);
    } else if (loaded.document == NULL || loaded.faults.error_count > 0) {
        status = cli_tell_faults(with, &loaded);
        complain(with, cli_tr(with, "Mend the pack %s first."), of->folder);
    } else {
        const char *tags[RP_LANGUAGES_MAX];
        uint32_t count = rp_document_languages(loaded.document, tags);
        for (uint32_t i = 0; i < count; i++) {
            of->languages[i] =
                rp_arena_copy(&with->arena, tags[i], strlen(tags[i]));
            status =
                of->languages[i] == NULL ? complain_of_memory(with) : status;
        }
        of->order.language_count = count;
    }
    rp_loaded_clear(&loaded);
    return status;
}

static int is_shown(const struct dirent *entry)
{
    return entry->d_name[0] != '.';
}

/* How many names there are, kept in `names` as long as the command. */
static uint32_t list_folder(cli *with, const char *folder, const char **names,
                            uint32_t max)
{
    struct dirent **entries = NULL;
    int found = scandir(folder, &entries, is_shown, alphasort);
    uint32_t count = 0;

    for (int i = 0; i < found; i++) {
        const char *name = rp_arena_copy(&with->arena, entries[i]->d_name,
                                         strlen(entries[i]->d_name));
        if (name != NULL && count < max) {
            names[count++] = name;
        }
        free(entries[i]);
    }
    free(entries);
    return count;
}

static bool is_empty_folder(cli *with, const char *folder)
{
    const char *first = NULL;

    return list_folder(with, folder, &first, 1) == 0;
}

/* A new pack: in English, and in the person's own language if we have it. */
static cli_exit plan_pack(making *of)
{
    const char *stroke = strrchr(of->folder, '/');

    of->order.pack = stroke != NULL ? stroke + 1 : of->folder;
    of->order.makes_pack = true;
    of->languages[0] = "en";
    of->order.language_count = 1;
    if (strcmp(rp_words_language(of->with->words), "zh") == 0) {
        of->languages[1] = "zh";
        of->order.language_count = 2;
    }
    return rp_is_id(of->order.pack)
               ? CLI_GOOD
               : complain_of_name(of->with, of->order.pack);
}

static cli_exit use_folder(making *of)
{
    const char *pack = path_of(of, "pack.lua");

    if (pack == NULL) {
        return complain_of_memory(of->with);
    }
    if (rp_file_is_plain(pack)) {
        return read_pack(of);
    }
    return is_empty_folder(of->with, of->folder) ? plan_pack(of) : CLI_GOOD;
}

/* An installed pack nearly of that name is what was meant. */
static const char *near_pack(making *of)
{
    rp_health health = {0};
    const char *names[PACKS_MAX];

    if (rp_app_health(&of->with->options, &of->with->arena, &health, NULL) !=
        RP_OK) {
        return NULL;
    }
    uint32_t count = list_folder(of->with, health.pack_dir, names, PACKS_MAX);
    return rp_nearest_name(of->folder, names, count);
}

static cli_exit plan_folder(making *of)
{
    cli *with = of->with;
    const char *stroke = strrchr(of->folder, '/');
    const char *parent = stroke == NULL
                             ? "."
                             : rp_arena_copy(&with->arena, of->folder,
                                             (size_t)(stroke - of->folder) + 1);
    const char *near = rp_is_id(of->folder) ? near_pack(of) : NULL;

    if (parent == NULL) {
        return complain_of_memory(with);
    }
    if (near != NULL) {
        complain(with,
                 cli_tr(with, "There is no pack `%s`. Did you mean `%s`? For a "
                              "new pack write ./%s/%s."),
                 of->folder, near, of->folder, of->order.scenario);
        return CLI_WRONG_USE;
    }
    if (!rp_file_is_folder(parent)) {
        complain(with, cli_tr(with, "There is no folder %s to make a pack in."),
                 parent);
        return CLI_WRONG_USE;
    }
    of->makes_folder = true;
    return plan_pack(of);
}

/* Finds the pack's folder: one that is there, an installed one, a new one. */
static cli_exit find_pack(making *of)
{
    cli *with = of->with;
    const char *installed = NULL;

    if (!rp_file_is_folder(of->folder) && rp_is_id(of->folder) &&
        rp_app_pack_folder(&with->options, of->folder, &with->arena, &installed,
                           NULL) == RP_OK) {
        of->folder = installed;
    }
    if (rp_file_is_folder(of->folder)) {
        return use_folder(of);
    }
    return plan_folder(of);
}

/* ---------------------------------------------------------------- writing */

static cli_exit refuse_overwriting(const making *of)
{
    for (uint32_t i = 0; i < of->files.count; i++) {
        const char *path = path_of(of, of->files.items[i].name);
        struct stat facts;
        if (path == NULL) {
            return complain_of_memory(of->with);
        }
        if (lstat(path, &facts) == 0) {
            complain(of->with,
                     cli_tr(of->with, "%s is there already; nothing was "
                                      "written."),
                     path);
            return CLI_WRONG_USE;
        }
    }
    return CLI_GOOD;
}

static cli_exit write_files(making *of)
{
    const cli *with = of->with;
    cli_exit status = CLI_GOOD;

    for (uint32_t i = 0; status == CLI_GOOD && i < of->files.count; i++) {
        const rp_new_file *file = &of->files.items[i];
        if (strchr(file->name, '/') != NULL) {
            status = cli_make_folder(with, path_of(of, "locale"));
        }
        if (status == CLI_GOOD) {
            status = cli_write_file(with, path_of(of, file->name), file->bytes,
                                    file->length);
        }
        of->written += status == CLI_GOOD;
    }
    return status;
}

/* What was made before something failed is taken away again. */
static void undo(const making *of)
{
    for (uint32_t i = of->written; i > 0; i--) {
        const char *path = path_of(of, of->files.items[i - 1].name);
        if (path != NULL) {
            (void)unlink(path);
        }
    }
    const char *locale = path_of(of, "locale");
    if (of->makes_folder && locale != NULL) {
        (void)rmdir(locale);
        (void)rmdir(of->folder);
    }
}

/* ---------------------------------------------------------------- the verb */

static cli_exit make_files(making *of)
{
    rp_error error = {0};

    of->order.languages = of->languages;
    if (rp_new_make(&of->order, &of->with->arena, &of->files, &error) !=
        RP_OK) {
        return complain_of(of->with, &error);
    }
    return refuse_overwriting(of);
}

static cli_exit write_all(making *of)
{
    cli_exit status =
        of->makes_folder ? cli_make_folder(of->with, of->folder) : CLI_GOOD;

    if (status == CLI_GOOD) {
        status = write_files(of);
    }
    if (status != CLI_GOOD) {
        undo(of);
        return status;
    }
    return of->order.makes_pack ? lua_defs_write(of->with, of->folder)
                                : CLI_GOOD;
}

cli_exit verb_new(cli *with)
{
    making of = {.with = with};
    cli_exit status = read_names(&of, with->operands[0]);

    if (status == CLI_GOOD) {
        status = find_pack(&of);
    }
    if (status == CLI_GOOD) {
        status = make_files(&of);
    }
    if (status == CLI_GOOD) {
        status = write_all(&of);
    }
    if (status == CLI_GOOD) {
        new_print(&of);
    }
    return status;
}
