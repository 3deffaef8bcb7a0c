/*
 * Gathering a pack: every file is opened below the pack's folder, name by
 * name and without following links, looked at before it is read, and read
 * once. What is not a plain file of a sensible size never gets as far as Lua.
 */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "script.h"

enum {
    STEM_MAX = 64
};

/* One file on its way in. */
typedef struct entry {
    int folder_fd;
    const char *folder; /* "lib/", or "" */
    const char *file;
} entry;

/* The same once it is open. */
typedef struct opened {
    int fd;
    size_t size;
} opened;

/* -------------------------------------------------------------- names */

/* [a-z0-9][a-z0-9_-]*; languages may have capitals, as in zh_TW. */
static bool is_stem(const char *name, size_t length, bool allows_capitals)
{
    if (length == 0 || length > STEM_MAX || name[0] == '-' || name[0] == '_') {
        return false;
    }
    for (size_t i = 0; i < length; i++) {
        char c = name[i];
        bool is_plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ||
                        c == '_' || c == '-';
        if (!is_plain && !(allows_capitals && c >= 'A' && c <= 'Z')) {
            return false;
        }
    }
    return true;
}

static bool has_ending(const char *name, const char *ending)
{
    size_t length = strlen(name);
    size_t tail = strlen(ending);
    return length > tail && strcmp(name + length - tail, ending) == 0;
}

static bool is_name(const char *file, const char *ending)
{
    bool allows_capitals = strcmp(ending, ".po") == 0;
    return has_ending(file, ending) &&
           is_stem(file, strlen(file) - strlen(ending), allows_capitals);
}

static rp_status refuse_name(const char *folder, const char *file,
                             const char *ending, rp_error *err)
{
    char visible[RP_SOURCE_MAX];
    (void)snprintf(visible, sizeof visible, "%s%s", folder, file);
    return rp_fail_at(err, RP_E_INVALID, visible, 0,
                      "this is no name for a file of a pack: small letters, "
                      "digits, - and _, then %s",
                      ending);
}

/* ------------------------------------------------------------ one file */

static rp_status refuse(const entry *from, rp_status status,
                        const char *sentence, rp_error *err)
{
    char name[RP_SOURCE_MAX];
    (void)snprintf(name, sizeof name, "%s%s", from->folder, from->file);
    return rp_fail_at(err, status, name, 0, "%s", sentence);
}

static rp_status refuse_open(const entry *from, int reason, rp_error *err)
{
    if (reason == ELOOP || reason == EMLINK) {
        return refuse(from, RP_E_INVALID,
                      "this is a link; a pack holds plain files only", err);
    }
    if (reason == ENOENT) {
        return refuse(from, RP_E_IO, "there is no such file", err);
    }
    char name[RP_SOURCE_MAX];
    (void)snprintf(name, sizeof name, "%s%s", from->folder, from->file);
    return rp_fail_at(err, RP_E_IO, name, 0, "this cannot be opened: %s",
                      strerrordesc_np(reason));
}

/* Looks at an open file: only a plain one of a sensible size will do. */
static rp_status check_facts(const entry *from, const struct stat *facts,
                             rp_error *err)
{
    if (S_ISDIR(facts->st_mode)) {
        return refuse(from, RP_E_INVALID, "this is a folder, not a file", err);
    }
    if (!S_ISREG(facts->st_mode)) {
        return refuse(from, RP_E_INVALID,
                      "this is no plain file (a pipe or a device)", err);
    }
    if (facts->st_size > SCRIPT_FILE_BYTES_MAX) {
        return refuse(from, RP_E_LIMIT, "this file is larger than 512 KiB",
                      err);
    }
    return RP_OK;
}

/* Opens a file for reading and makes sure that it is one. */
static rp_status open_file(const entry *from, opened *file, rp_error *err)
{
    struct stat facts;
    file->fd =
        openat(from->folder_fd, from->file,
               O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
    if (file->fd < 0) {
        return errno == ENXIO
                   ? refuse(from, RP_E_INVALID, "this is no plain file", err)
                   : refuse_open(from, errno, err);
    }
    rp_status status = fstat(file->fd, &facts) != 0
                           ? refuse_open(from, errno, err)
                           : check_facts(from, &facts, err);
    if (status != RP_OK) {
        (void)close(file->fd);
        return status;
    }
    file->size = (size_t)facts.st_size;
    return RP_OK;
}

/* Reads at most `most` bytes; -1 on failure. */
static ssize_t read_up_to(int fd, char *bytes, size_t most)
{
    size_t length = 0;
    while (length < most) {
        ssize_t got = read(fd, bytes + length, most - length);
        if (got < 0 && errno == EINTR) {
            continue;
        }
        if (got < 0) {
            return -1;
        }
        if (got == 0) {
            break;
        }
        length += (size_t)got;
    }
    return (ssize_t)length;
}

/* The line of the first byte that is no strict UTF-8, or of the first NUL. */
static uint32_t line_of_bad_byte(const char *bytes, size_t length, bool *is_nul)
{
    uint32_t line = 1;
    size_t at = 0;
    while (at < length) {
        uint32_t code = (unsigned char)bytes[at];
        size_t taken =
            code < 0x80 ? 1 : rp_utf8_next(bytes + at, length - at, &code);
        if (taken == 0 || code == 0) {
            *is_nul = taken != 0;
            return line;
        }
        line += code == '\n';
        at += taken;
    }
    return 0;
}

static rp_status check_text(const rp_source *source, rp_error *err)
{
    bool is_nul = false;
    uint32_t line = line_of_bad_byte(source->bytes, source->length, &is_nul);
    if (line == 0) {
        return RP_OK;
    }
    return rp_fail_at(err, RP_E_INVALID, source->name, line, "%s",
                      is_nul ? "this line holds a NUL byte; it is no text"
                             : "this line is not UTF-8; save the file as "
                               "UTF-8");
}

/* Fills `source` from an open file. */
static rp_status read_source(const entry *from, const opened *file,
                             rp_arena *arena, rp_source *source, rp_error *err)
{
    char *bytes = rp_arena_take(arena, file->size + 2, 1);
    const char *name = rp_arena_format(arena, "%s%s", from->folder, from->file);
    if (bytes == NULL || name == NULL) {
        return rp_fail(err, RP_E_MEMORY, "not enough memory");
    }
    ssize_t length = read_up_to(file->fd, bytes, file->size + 1);
    if (length < 0) {
        return refuse_open(from, errno, err);
    }
    if ((size_t)length > file->size) {
        return refuse(from, RP_E_IO, "this file grows while it is read", err);
    }
    bytes[length] = '\0';
    bool has_mark = length >= 3 && memcmp(bytes, "\xEF\xBB\xBF", 3) == 0;
    *source = (rp_source){.name = name,
                          .bytes = has_mark ? bytes + 3 : bytes,
                          .length = (size_t)length - (has_mark ? 3U : 0U)};
    return check_text(source, err);
}

/* ------------------------------------------------------------ the pack */

/* Reads one file and makes sure that the pack stays within its size. */
static rp_status take_file(const entry *from, rp_arena *arena,
                           script_pack *pack, rp_source *source, rp_error *err)
{
    opened file = {.fd = -1};
    rp_status status = open_file(from, &file, err);
    if (status != RP_OK) {
        return status;
    }
    pack->total_bytes += file.size;
    if (pack->total_bytes > SCRIPT_PACK_BYTES_MAX) {
        status = refuse(from, RP_E_LIMIT,
                        "with this file the pack is larger than 4 MiB", err);
    } else {
        status = read_source(from, &file, arena, source, err);
    }
    (void)close(file.fd);
    return status;
}

static rp_status add_source(const entry *from, script_kind kind,
                            rp_arena *arena, script_pack *pack, rp_error *err)
{
    if (!is_name(from->file, ".lua")) {
        return refuse_name(from->folder, from->file, ".lua", err);
    }
    if (pack->source_count == SCRIPT_FILES_MAX) {
        return refuse(from, RP_E_LIMIT, "the pack has too many files", err);
    }
    rp_status status =
        take_file(from, arena, pack, &pack->sources[pack->source_count], err);
    if (status == RP_OK) {
        pack->kinds[pack->source_count] = kind;
        pack->source_count++;
    }
    return status;
}

/*
 * Takes "zh.po", and of the files "SCENARIO.zh.po" that of this scenario; the
 * others are of no use to this load.
 */
static rp_status add_translation(const entry *from, const char *main_name,
                                 rp_arena *arena, script_pack *pack,
                                 rp_error *err)
{
    const char *dot = strchr(from->file, '.');
    size_t stem_length = (size_t)(dot - from->file);
    bool is_part = strcmp(dot, ".po") != 0;
    if (!is_name(is_part ? dot + 1 : from->file, ".po") ||
        (is_part && !is_stem(from->file, stem_length, false))) {
        return refuse_name(from->folder, from->file, ".po", err);
    }
    bool is_other =
        is_part && (main_name == NULL ||
                    strncmp(from->file, main_name, stem_length + 1) != 0);
    if (is_other) {
        return RP_OK;
    }
    if (pack->po_count == SCRIPT_FILES_MAX) {
        return refuse(from, RP_E_LIMIT, "the pack has too many files", err);
    }
    rp_status status =
        take_file(from, arena, pack, &pack->po_files[pack->po_count], err);
    if (status == RP_OK) {
        pack->po_count++;
    }
    return status;
}

/* The names of one folder with one ending, sorted. */
typedef struct name_list {
    uint32_t count;
    const char *names[SCRIPT_FILES_MAX];
} name_list;

static int compare_names(const void *a, const void *b)
{
    const char *const *left = a;
    const char *const *right = b;
    return strcmp(*left, *right);
}

static rp_status list_folder(DIR *folder, const char *ending, rp_arena *arena,
                             name_list *list, rp_error *err)
{
    list->count = 0;
    for (;;) {
        /* NOLINTNEXTLINE(concurrency-mt-unsafe): nobody shares the stream */
        const struct dirent *item = readdir(folder);
        if (item == NULL) {
            break;
        }
        if (item->d_name[0] == '.' || !has_ending(item->d_name, ending)) {
            continue;
        }
        if (list->count == SCRIPT_FILES_MAX) {
            return rp_fail(err, RP_E_LIMIT, "the pack has too many files");
        }
        const char *name =
            rp_arena_copy(arena, item->d_name, strlen(item->d_name));
        if (name == NULL) {
            return rp_fail(err, RP_E_MEMORY, "not enough memory");
        }
        list->names[list->count++] = name;
    }
    qsort(list->names, list->count, sizeof list->names[0], compare_names);
    return RP_OK;
}

/* What a folder of the pack holds, and how to take it in. */
typedef struct folder_kind {
    const char *name;   /* "lib" */
    const char *prefix; /* "lib/" */
    const char *ending;
} folder_kind;

static const folder_kind libraries = {"lib", "lib/", ".lua"};
static const folder_kind translations = {"locale", "locale/", ".po"};

static rp_status take_folder(DIR *folder, const folder_kind *kind,
                             rp_arena *arena, script_pack *pack, rp_error *err)
{
    name_list list;
    rp_status status = list_folder(folder, kind->ending, arena, &list, err);
    for (uint32_t i = 0; status == RP_OK && i < list.count; i++) {
        entry from = {.folder_fd = dirfd(folder),
                      .folder = kind->prefix,
                      .file = list.names[i]};
        status =
            kind == &libraries
                ? add_source(&from, SCRIPT_LIBRARY, arena, pack, err)
                : add_translation(&from, pack->main_name, arena, pack, err);
    }
    return status;
}

/* A folder that is not there is an empty one. */
static rp_status gather_folder(int root_fd, const folder_kind *kind,
                               rp_arena *arena, script_pack *pack,
                               rp_error *err)
{
    int fd = openat(root_fd, kind->name,
                    O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    if (fd < 0 && errno == ENOENT) {
        return RP_OK;
    }
    entry whole = {.folder_fd = root_fd, .folder = "", .file = kind->name};
    if (fd < 0 && errno == ENOTDIR) {
        return refuse(&whole, RP_E_INVALID,
                      "this must be a folder, and not a link", err);
    }
    if (fd < 0) {
        return refuse_open(&whole, errno, err);
    }
    DIR *folder = fdopendir(fd);
    if (folder == NULL) {
        (void)close(fd);
        return rp_fail(err, RP_E_MEMORY, "not enough memory");
    }
    rp_status status = take_folder(folder, kind, arena, pack, err);
    (void)closedir(folder);
    return status;
}

/* `file` is the scenario's name, or NULL for the pack alone. */
static rp_status gather_root(int root_fd, const char *file, rp_arena *arena,
                             script_pack *pack, rp_error *err)
{
    struct stat facts;
    entry from = {.folder_fd = root_fd, .folder = "", .file = "pack.lua"};
    rp_status status = RP_OK;
    bool has_pack =
        fstatat(root_fd, "pack.lua", &facts, AT_SYMLINK_NOFOLLOW) == 0;
    if (has_pack || file == NULL) {
        status = add_source(&from, SCRIPT_PACK, arena, pack, err);
    }
    if (status == RP_OK) {
        status = gather_folder(root_fd, &libraries, arena, pack, err);
    }
    if (status == RP_OK && file != NULL) {
        from.file = file;
        status = add_source(&from, SCRIPT_SCENARIO, arena, pack, err);
        pack->main_name =
            status == RP_OK ? pack->sources[pack->source_count - 1].name : NULL;
    }
    if (status == RP_OK) {
        status = gather_folder(root_fd, &translations, arena, pack, err);
    }
    return status;
}

/* ---------------------------------------------------------------- path */

/*
 * Splits `path` into the pack's folder and the scenario's file; a folder, and
 * a pack.lua, stand for the pack alone (`file` becomes NULL).
 */
static rp_status split_path(const char *path, char root[RP_PATH_MAX],
                            const char **file, rp_error *err)
{
    struct stat facts;
    size_t length = strlen(path);
    if (length == 0 || length >= RP_PATH_MAX) {
        return rp_fail(err, RP_E_INVALID, "this is no path of a file");
    }
    memcpy(root, path, length + 1);
    *file = NULL;
    if (stat(path, &facts) == 0 && S_ISDIR(facts.st_mode)) {
        return RP_OK;
    }
    const char *slash = strrchr(path, '/');
    *file = slash == NULL ? path : slash + 1;
    if (slash == NULL) {
        memcpy(root, ".", 2);
    } else {
        root[slash == path ? 1 : slash - path] = '\0';
    }
    if (!is_name(*file, ".lua")) {
        return refuse_name("", *file, ".lua", err);
    }
    if (strcmp(*file, "pack.lua") == 0) {
        *file = NULL;
    }
    return RP_OK;
}

rp_status script_gather(const char *path, rp_arena *arena, script_pack *pack,
                        rp_error *err)
{
    char root[RP_PATH_MAX];
    const char *file = NULL;
    memset(pack, 0, sizeof *pack);
    rp_status status = split_path(path, root, &file, err);
    if (status != RP_OK) {
        return status;
    }
    int root_fd = open(root, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (root_fd < 0) {
        return rp_fail_at(err, RP_E_IO, file, 0, "%s cannot be opened: %s",
                          root, strerrordesc_np(errno));
    }
    status = gather_root(root_fd, file, arena, pack, err);
    (void)close(root_fd);
    return status;
}
