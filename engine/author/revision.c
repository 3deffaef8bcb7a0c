/*
 * A pack as git knew it: which files there were, their bytes, and a folder of
 * our own to load them from. git itself writes nothing; what it is told to
 * read is named by digest, never by a path of the repository.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "author.h"

enum {
    ARGUMENTS_MAX = 16,
    FILES_MAX = 512
};

typedef struct file_entry {
    const char *name; /* within the pack: "lib/desk.lua" */
    const char *id;   /* of its blob */
} file_entry;

typedef struct listed {
    file_entry items[FILES_MAX];
    uint32_t count;
} listed;

/* The file wanted, and the folder of its pack: "scenarios/telecom/". */
typedef struct wanted {
    const rp_revision *revision;
    const char *commit;
    const char *folder;
    const char *file;
} wanted;

/* -------------------------------------------------------------------- git */

/* One run of git in the revision's folder; `words` ends with NULL. */
static rp_status run_git(const rp_revision *revision, const char *const *words,
                         const rp_text *input, rp_text *output, rp_error *err)
{
    const char *arguments[ARGUMENTS_MAX] = {"git", "-C", revision->folder};
    author_tool git = {"git", "git", arguments};
    size_t count = 3;

    while (*words != NULL && count + 1 < ARGUMENTS_MAX) {
        arguments[count++] = *words++;
    }
    return author_tool_run(&git, input, output, err);
}

/* The first line of what git answers, owned by the arena. */
static rp_status ask_git(const rp_revision *revision, const char *const *words,
                         rp_arena *arena, const char **line, rp_error *err)
{
    rp_text input;
    rp_text output;

    rp_text_init(&input, arena->alloc);
    rp_text_init(&output, arena->alloc);
    rp_status status = run_git(revision, words, &input, &output, err);
    if (status == RP_OK) {
        const char *bytes = output.bytes != NULL ? output.bytes : "";
        *line = rp_arena_copy(arena, bytes, strcspn(bytes, "\n"));
        if (*line == NULL) {
            status = author_no_memory(err);
        }
    }
    rp_text_clear(&output);
    return status;
}

/* What stands before paths of the revision's folder: "scenarios/", "". */
static rp_status find_prefix(const rp_revision *revision, rp_arena *arena,
                             const char **prefix, rp_error *err)
{
    const char *const words[] = {"rev-parse", "--show-prefix", NULL};
    rp_error error = {0};
    rp_status status = ask_git(revision, words, arena, prefix, &error);

    if (status == RP_E_INVALID &&
        strstr(error.message, "not a git repository") != NULL) {
        return author_fail(err, AUTHOR_NO_REPOSITORY,
                           AUTHOR_WORDS(revision->name, revision->folder));
    }
    return status == RP_OK ? RP_OK : author_pass_on(err, &error);
}

static rp_status find_commit(const rp_revision *revision, rp_arena *arena,
                             const char **commit, rp_error *err)
{
    const char *name = rp_arena_format(arena, "%s^{commit}", revision->name);
    const char *const words[] = {"rev-parse", "--verify", "--quiet", name,
                                 NULL};
    rp_error error = {0};

    if (name == NULL) {
        return author_no_memory(err);
    }
    rp_status status = revision->name[0] == '-' || revision->name[0] == '\0'
                           ? RP_E_INVALID
                           : ask_git(revision, words, arena, commit, &error);
    if (status == RP_E_INVALID) {
        return author_fail(err, AUTHOR_NO_REVISION,
                           AUTHOR_WORDS(revision->name));
    }
    return status == RP_OK ? RP_OK : author_pass_on(err, &error);
}

/* ---------------------------------------------------------------- listing */

/* "pack.lua", "lib/desk.lua": what loading a pack looks at. */
static bool is_file_of_pack(const char *name, const char *scenario)
{
    static const char *const folders[] = {"lib/", "locale/"};

    for (size_t i = 0; i < sizeof folders / sizeof *folders; i++) {
        size_t length = strlen(folders[i]);
        if (strncmp(name, folders[i], length) == 0) {
            return name[length] != '.' && name[length] != '\0' &&
                   strchr(name + length, '/') == NULL;
        }
    }
    return strcmp(name, "pack.lua") == 0 || strcmp(name, scenario) == 0;
}

/* Takes "100644 blob ID\tPATH"; what is no plain file is passed over. */
static bool take_line(const wanted *what, const char *line, rp_arena *arena,
                      listed *files)
{
    static const char *const kinds[] = {"100644 blob ", "100755 blob "};
    size_t kind = strlen(kinds[0]);
    size_t folder = strlen(what->folder);
    const char *path = strchr(line, '\t');
    bool is_plain = strncmp(line, kinds[0], kind) == 0 ||
                    strncmp(line, kinds[1], kind) == 0;

    if (!is_plain || path == NULL || path - line < (ptrdiff_t)kind ||
        strncmp(path + 1, what->folder, folder) != 0 ||
        strlen(path + 1 + folder) >= REVISION_NAME_MAX ||
        !is_file_of_pack(path + 1 + folder, what->file) ||
        files->count == FILES_MAX) {
        return true;
    }
    const char *name = path + 1 + folder;
    file_entry entry = {
        rp_arena_copy(arena, name, strlen(name)),
        rp_arena_copy(arena, line + kind, (size_t)(path - line) - kind)};
    files->items[files->count++] = entry;
    return entry.name != NULL && entry.id != NULL;
}

static bool holds_file(const listed *files, const char *name)
{
    for (uint32_t i = 0; i < files->count; i++) {
        if (strcmp(files->items[i].name, name) == 0) {
            return true;
        }
    }
    return false;
}

/* Every path of the pack, as ls-tree wants them. */
static rp_status list_files(const wanted *what, rp_arena *arena, listed *files,
                            rp_error *err)
{
    static const char *const names[] = {"pack.lua", "lib/", "locale/", NULL};
    const char *words[ARGUMENTS_MAX] = {"ls-tree", "-z", "--full-tree",
                                        what->commit, "--"};
    size_t count = 5;
    rp_text input;
    rp_text output;

    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        const char *name = names[i] != NULL ? names[i] : what->file;
        words[count] = rp_arena_format(arena, "%s%s", what->folder, name);
        if (words[count++] == NULL) {
            return author_no_memory(err);
        }
    }
    rp_text_init(&input, arena->alloc);
    rp_text_init(&output, arena->alloc);
    rp_status status = run_git(what->revision, words, &input, &output, err);
    files->count = 0;
    for (size_t at = 0; status == RP_OK && at < output.length;
         at += strlen(output.bytes + at) + 1) {
        if (!take_line(what, output.bytes + at, arena, files)) {
            status = author_no_memory(err);
        }
    }
    rp_text_clear(&output);
    return status;
}

/* Cuts a path into its folder, with the slash, and its file. */
static rp_status list_pack(wanted *what, const char *path, rp_arena *arena,
                           listed *files, rp_error *err)
{
    const char *slash = strrchr(path, '/');
    size_t length = slash != NULL ? (size_t)(slash - path) + 1 : 0;

    what->file = path + length;
    what->folder = rp_arena_copy(arena, path, length);
    if (what->folder == NULL) {
        return author_no_memory(err);
    }
    return list_files(what, arena, files, err);
}

/*
 * The path is git's own, from the top; where nothing is there, or where it
 * begins with "./", it is meant from the folder.
 */
static rp_status find_files(wanted *what, rp_arena *arena, listed *files,
                            rp_error *err)
{
    const char *path = what->revision->path;
    const char *prefix = "";
    bool is_from_here = strncmp(path, "./", 2) == 0;
    rp_status status = find_prefix(what->revision, arena, &prefix, err);

    path += is_from_here ? 2 : 0;
    if (status == RP_OK) {
        status = find_commit(what->revision, arena, &what->commit, err);
    }
    if (status == RP_OK && !is_from_here) {
        status = list_pack(what, path, arena, files, err);
    }
    if (status != RP_OK || holds_file(files, what->file)) {
        return status;
    }
    const char *from_here = rp_arena_format(arena, "%s%s", prefix, path);
    if (from_here == NULL) {
        return author_no_memory(err);
    }
    status = list_pack(what, from_here, arena, files, err);
    if (status == RP_OK && !holds_file(files, what->file)) {
        return author_fail(err, AUTHOR_NO_FILE_THEN,
                           AUTHOR_WORDS(from_here, what->revision->name));
    }
    return status;
}

/* ---------------------------------------------------------------- reading */

/* Each file as "ID blob SIZE\nBYTES\n", in the order they were asked for. */
static rp_status write_answer(const rp_text *answer, const listed *files,
                              const rp_unpacked *to, rp_error *err)
{
    const char *at = answer->bytes;
    const char *end = answer->bytes + answer->length;
    rp_status status = RP_OK;

    for (uint32_t i = 0; status == RP_OK && i < files->count; i++) {
        const char *line_end = memchr(at, '\n', (size_t)(end - at));
        const char *size = strstr(at, " blob ");
        if (line_end == NULL || size == NULL || size > line_end) {
            return author_fail(err, AUTHOR_GIT_ANSWER, NULL);
        }
        unsigned long long length = strtoull(size + strlen(" blob "), NULL, 10);
        at = line_end + 1;
        if (length >= (unsigned long long)(end - at)) {
            return author_fail(err, AUTHOR_GIT_ANSWER, NULL);
        }
        status =
            revision_write(to, files->items[i].name, at, (size_t)length, err);
        at += length + 1;
    }
    return status;
}

static rp_status write_files(const wanted *what, const listed *files,
                             const rp_unpacked *to, rp_alloc alloc,
                             rp_error *err)
{
    static const char *const words[] = {"cat-file", "--batch", NULL};
    rp_text input;
    rp_text output;

    rp_text_init(&input, alloc);
    rp_text_init(&output, alloc);
    for (uint32_t i = 0; i < files->count; i++) {
        rp_text_printf(&input, "%s\n", files->items[i].id);
    }
    rp_status status =
        input.failed ? author_no_memory(err)
                     : run_git(what->revision, words, &input, &output, err);
    if (status == RP_OK && output.bytes == NULL) {
        status = author_fail(err, AUTHOR_GIT_ANSWER, NULL);
    }
    if (status == RP_OK) {
        status = write_answer(&output, files, to, err);
    }
    rp_text_clear(&input);
    rp_text_clear(&output);
    return status;
}

rp_status rp_revision_unpack(const rp_revision *revision, rp_arena *arena,
                             rp_unpacked *unpacked, rp_error *err)
{
    wanted what = {.revision = revision, .file = ""};
    listed *files = rp_arena_take(arena, 1, sizeof *files);

    *unpacked = (rp_unpacked){.folder = ""};
    if (files == NULL) {
        return author_no_memory(err);
    }
    rp_status status = find_files(&what, arena, files, err);
    if (status == RP_OK) {
        status = revision_folders(unpacked, err);
    }
    if (status == RP_OK) {
        (void)snprintf(unpacked->path, sizeof unpacked->path, "%.512s/%.256s",
                       unpacked->folder, what.file);
        status = write_files(&what, files, unpacked, arena->alloc, err);
    }
    if (status != RP_OK) {
        rp_revision_remove(unpacked);
        *unpacked = (rp_unpacked){.folder = ""};
    }
    return status;
}
