/*
 * `rapport diff`: what two editions of a scenario differ in. An edition is a
 * file, a document, an id, or a file as git knew it at a revision.
 */
#include <string.h>

#include "diff.h"
#include "json.h"
#include "rapport/file.h"

/* Where an edition comes from. */
typedef struct origin {
    const char *name; /* what is loaded, where it is no revision */
    bool is_revision;
    rp_revision revision;
} origin;

/* ----------------------------------------------------------------- origins */

/* The path of an installed scenario; NULL: there is none of that id. */
static const char *find_installed(cli *with, const char *id)
{
    rp_scenario_files files = {0};

    if (!rp_is_id(id) || rp_app_scenarios(&with->options, NULL, &with->arena,
                                          &files, NULL) != RP_OK) {
        return NULL;
    }
    for (uint32_t i = 0; i < files.count; i++) {
        if (strcmp(files.items[i].id, id) == 0) {
            return files.items[i].path;
        }
    }
    return NULL;
}

/* "HEAD~3:scenarios/telecom/angry-caller.lua" */
static cli_exit split_revision(cli *with, const char *operand, origin *from)
{
    const char *colon = strchr(operand, ':');
    const char *name =
        rp_arena_copy(&with->arena, operand, (size_t)(colon - operand));

    *from = (origin){.is_revision = true, .revision = {name, colon + 1, "."}};
    return name != NULL ? CLI_GOOD : complain_of_memory(with);
}

/* A revision alone means the other edition's file, as it was then. */
static cli_exit revision_of_file(cli *with, const char *revision,
                                 const char *path, origin *from)
{
    const char *slash = strrchr(path, '/');
    size_t length = slash != NULL ? (size_t)(slash - path) : 0;
    const char *folder = slash == NULL ? "."
                         : length == 0
                             ? "/"
                             : rp_arena_copy(&with->arena, path, length);
    const char *file =
        rp_arena_format(&with->arena, "./%s", slash != NULL ? slash + 1 : path);

    *from = (origin){.is_revision = true, .revision = {revision, file, folder}};
    return folder != NULL && file != NULL ? CLI_GOOD : complain_of_memory(with);
}

/* Named like a file: where it is not there, loading says so. */
static bool is_file_name(const char *operand)
{
    const char *dot = strrchr(operand, '.');

    return dot != NULL &&
           (strcmp(dot, ".lua") == 0 || strcmp(dot, ".json") == 0);
}

static cli_exit find_origin(cli *with, const char *operand, const char *other,
                            origin *from)
{
    const char *path = NULL;

    *from = (origin){.name = operand};
    if (rp_file_is_plain(operand) || find_installed(with, operand) != NULL) {
        return CLI_GOOD;
    }
    if (strchr(operand, ':') != NULL) {
        return split_revision(with, operand, from);
    }
    if (is_file_name(operand)) {
        return CLI_GOOD;
    }
    path = other == NULL             ? NULL
           : rp_file_is_plain(other) ? other
                                     : find_installed(with, other);
    return path != NULL ? revision_of_file(with, operand, path, from)
                        : CLI_GOOD;
}

/* ---------------------------------------------------------------- editions */

static cli_exit complain_of_faults(const cli *with, const edition *of)
{
    complain(with, cli_tr(with, "%s cannot be compared until it is mended:"),
             of->name);
    return cli_tell_faults(with, &of->of.loaded);
}

/* The files of a revision lie in a folder no longer than it takes to load. */
static cli_exit load_edition(cli *with, const origin *from, edition *to)
{
    rp_unpacked unpacked = {.folder = ""};
    rp_error error = {0};
    const char *path = from->name;

    if (from->is_revision) {
        if (rp_revision_unpack(&from->revision, &with->arena, &unpacked,
                               &error) != RP_OK) {
            return complain_of(with, &error);
        }
        path = unpacked.path;
    }
    cli_exit status = checked_load(with, path, &to->of);
    rp_revision_remove(&unpacked);
    if (from->is_revision) {
        to->of.loaded.file = to->name;
    }
    if (status == CLI_GOOD && to->of.loaded.model == NULL) {
        status = complain_of_faults(with, to);
    }
    return status;
}

static cli_exit open_edition(cli *with, const char *other, edition *to)
{
    rp_report_options options = {.is_quick = args_has(with, "--quick")};
    origin from;
    cli_exit status = find_origin(with, to->name, other, &from);

    if (status == CLI_GOOD) {
        status = load_edition(with, &from, to);
    }
    return status == CLI_GOOD ? checked_prove(with, &options, &to->of) : status;
}

/* -------------------------------------------------------------- comparing */

static rp_proven proven(const edition *of)
{
    return (rp_proven){.model = of->of.loaded.model,
                       .report = &of->of.report,
                       .is_quick = of->of.is_quick};
}

/* That attempts cannot be told is no reason to tell nothing. */
static void find_attempts(const cli *with, compared *both)
{
    const rp_model *old = both->before.of.loaded.model;
    rp_app_standing on = {old->id, &old->digest};
    rp_error error = {0};

    if (rp_app_attempts_on(&with->options, &on, &both->arena, &both->attempts,
                           &error) != RP_OK) {
        complain(with, "%s", error.message);
    }
}

static cli_exit compare(const cli *with, compared *both)
{
    rp_proven before = proven(&both->before);
    rp_proven after = proven(&both->after);
    rp_error error = {0};
    rp_status status = rp_diff_documents(both->before.of.loaded.document,
                                         both->after.of.loaded.document,
                                         &both->arena, &both->changes, &error);

    if (status == RP_OK) {
        status = rp_diff_proofs(&before, &after, &both->arena, &both->measures,
                                &error);
    }
    if (status != RP_OK) {
        return complain_of(with, &error);
    }
    find_attempts(with, both);
    return CLI_GOOD;
}

static cli_exit tell(const cli *with, const compared *both)
{
    json_page page;

    if (!args_has(with, "--json")) {
        diff_print(with, both);
        return CLI_GOOD;
    }
    diff_write(json_begin(&page, with), both);
    return json_end(&page, with);
}

cli_exit verb_diff(cli *with)
{
    compared both = {.before = {.name = with->operands[0]},
                     .after = {.name = with->operands[1]}};

    rp_arena_init(&both.arena, with->alloc);
    cli_exit status = open_edition(with, NULL, &both.after);
    if (status == CLI_GOOD) {
        status = open_edition(with, both.after.name, &both.before);
    }
    if (status == CLI_GOOD) {
        status = compare(with, &both);
    }
    if (status == CLI_GOOD) {
        status = tell(with, &both);
    }
    checked_clear(&both.before.of);
    checked_clear(&both.after.of);
    rp_arena_clear(&both.arena);
    return status;
}
