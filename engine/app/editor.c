/*
 * Opens the author's own editor at a line. No shell ever sees a path: a
 * template is cut into arguments first, and filled in afterwards.
 */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <fcntl.h>
#include <pthread.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include "rapport/process.h"
#include "studio.h"

enum {
    LINE_DIGITS_MAX = 16
};

/* Editors with a window of their own, and how each takes a line. */
static const struct {
    const char *program;
    const char *arguments;
} known[] = {
    {"code", "-g {file}:{line}"},   {"code-insiders", "-g {file}:{line}"},
    {"codium", "-g {file}:{line}"}, {"vscodium", "-g {file}:{line}"},
    {"gvim", "+{line} {file}"},     {"kate", "-l {line} {file}"},
    {"kwrite", "-l {line} {file}"}, {"gedit", "+{line} {file}"},
    {"xed", "+{line} {file}"},      {"pluma", "+{line} {file}"},
    {"geany", "+{line} {file}"},    {"mousepad", "-l {line} {file}"},
    {"emacs", "+{line} {file}"},    {"emacsclient", "-n +{line} {file}"},
    {"subl", "{file}:{line}"},      {"zed", "{file}:{line}"},
    {"zeditor", "{file}:{line}"},   {"idea", "--line {line} {file}"},
};

/* ---------------------------------------------------------------- arguments */

/* The next word of a template, or what stands between two quotes. */
static const char *next_word(const char *at, size_t *length)
{
    at += strspn(at, " \t");
    if (*at == '"') {
        at++;
        *length = strcspn(at, "\"");
    } else {
        *length = strcspn(at, " \t");
    }
    return at;
}

static const char *behind_word(const char *word, size_t length)
{
    const char *end = word + length;

    return *end == '"' ? end + 1 : end;
}

typedef struct editor_slot {
    const char *name;
    const char *value;
} editor_slot;

enum {
    SLOT_COUNT = 2
};

/* The slot that begins here; NULL: an ordinary letter does. */
static const editor_slot *slot_at(const editor_slot slots[SLOT_COUNT],
                                  const char *at, size_t left)
{
    for (size_t i = 0; i < SLOT_COUNT; i++) {
        size_t size = strlen(slots[i].name);
        if (size <= left && strncmp(at, slots[i].name, size) == 0) {
            return &slots[i];
        }
    }
    return NULL;
}

/* A word with file and line filled in; NULL when refused. */
static char *fill_word(const editor_wish *wish, const char *word, size_t length,
                       rp_arena *arena)
{
    char line[LINE_DIGITS_MAX];
    const editor_slot slots[SLOT_COUNT] = {{"{file}", wish->path},
                                           {"{line}", line}};
    rp_text text;

    (void)snprintf(line, sizeof line, "%u",
                   (unsigned)(wish->line > 0 ? wish->line : 1));
    rp_text_init(&text, arena->alloc);
    for (size_t i = 0; i < length;) {
        const editor_slot *slot = slot_at(slots, word + i, length - i);
        if (slot != NULL) {
            rp_text_puts(&text, slot->value);
        } else {
            rp_text_add(&text, word + i, 1);
        }
        i += slot != NULL ? strlen(slot->name) : 1;
    }
    char *kept =
        text.failed ? NULL
                    : rp_arena_copy(arena, text.bytes != NULL ? text.bytes : "",
                                    text.length);
    rp_text_clear(&text);
    return kept;
}

/* Adds the words of a template. Errors: RP_E_LIMIT, RP_E_MEMORY. */
static rp_status add_words(const editor_wish *wish, const char *template_text,
                           rp_arena *arena, editor_command *command,
                           rp_error *err)
{
    size_t length = 0;

    for (const char *word = next_word(template_text, &length); *word != '\0';
         word = next_word(behind_word(word, length), &length)) {
        if (command->count == EDITOR_ARGUMENTS_MAX) {
            return rp_fail(err, RP_E_LIMIT,
                           "The editor's command has too many words.");
        }
        char *made = fill_word(wish, word, length, arena);
        if (made == NULL) {
            return rp_fail(err, RP_E_MEMORY, "no memory to open the editor");
        }
        command->arguments[command->count++] = made;
    }
    return RP_OK;
}

/* ------------------------------------------------------------------- choice */

static const char *name_of(const char *path, size_t length, char name[64])
{
    const char *from = path;

    for (size_t i = 0; i < length; i++) {
        from = path[i] == '/' ? path + i + 1 : from;
    }
    (void)snprintf(name, 64, "%.*s", (int)(length - (size_t)(from - path)),
                   from);
    return name;
}

/* How an editor out of the environment takes a line; NULL: not known. */
static const char *known_arguments(const char *command)
{
    size_t length = 0;
    char name[64];

    if (command == NULL) {
        return NULL;
    }
    const char *program = next_word(command, &length);
    (void)name_of(program, length, name);
    for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
        if (strcmp(known[i].program, name) == 0) {
            return known[i].arguments;
        }
    }
    return NULL;
}

rp_status editor_choose(const editor_wish *wish, rp_arena *arena,
                        editor_command *command, rp_error *err)
{
    const char *ways[] = {wish->visual, wish->editor};

    *command = (editor_command){.count = 0};
    if (wish->setting[0] != '\0') {
        if (strstr(wish->setting, "{file}") == NULL) {
            return rp_fail(err, RP_E_INVALID,
                           "The editor's command has to name {file}.");
        }
        return add_words(wish, wish->setting, arena, command, err);
    }
    for (size_t i = 0; i < sizeof ways / sizeof *ways; i++) {
        const char *arguments = known_arguments(ways[i]);
        if (arguments != NULL) {
            rp_status status = add_words(wish, ways[i], arena, command, err);
            return status == RP_OK
                       ? add_words(wish, arguments, arena, command, err)
                       : status;
        }
    }
    return add_words(wish, "xdg-open {file}", arena, command, err);
}

/* -------------------------------------------------------------------- start */

/* Waits for a program that nobody else waits for. */
static void *reap(void *user)
{
    pid_t pid = (pid_t)(intptr_t)user;

    while (waitpid(pid, NULL, 0) < 0 && errno == EINTR) {}
    return NULL;
}

static void reap_later(pid_t pid)
{
    pthread_attr_t attributes;
    pthread_t thread;

    if (pthread_attr_init(&attributes) != 0) {
        return;
    }
    (void)pthread_attr_setdetachstate(&attributes, PTHREAD_CREATE_DETACHED);
    /* A number is all the thread needs: it travels as its argument.
     * NOLINTNEXTLINE(performance-no-int-to-ptr) */
    (void)pthread_create(&thread, &attributes, reap, (void *)(intptr_t)pid);
    (void)pthread_attr_destroy(&attributes);
}

/* Nothing of ours is its own: no descriptor, no group, no terminal. */
static int spawn_apart(const char *path, char *const *arguments, pid_t *pid)
{
    posix_spawn_file_actions_t actions;
    posix_spawnattr_t attributes;
    sigset_t none;
    int failed = posix_spawn_file_actions_init(&actions);

    if (failed != 0) {
        return failed;
    }
    (void)sigemptyset(&none);
    (void)posix_spawnattr_init(&attributes);
    (void)posix_spawnattr_setsigmask(&attributes, &none);
    (void)posix_spawnattr_setflags(&attributes,
                                   POSIX_SPAWN_SETSID | POSIX_SPAWN_SETSIGMASK);
    for (int fd = 0; failed == 0 && fd <= 2; fd++) {
        failed = posix_spawn_file_actions_addopen(&actions, fd, "/dev/null",
                                                  O_RDWR, 0);
    }
    if (failed == 0) {
        failed = posix_spawn_file_actions_addclosefrom_np(&actions, 3);
    }
    if (failed == 0) {
        failed =
            posix_spawn(pid, path, &actions, &attributes, arguments, environ);
    }
    (void)posix_spawnattr_destroy(&attributes);
    (void)posix_spawn_file_actions_destroy(&actions);
    return failed;
}

rp_status editor_start(const editor_command *command, rp_error *err)
{
    const char *program = command->arguments[0];
    char found[RP_PATH_MAX];
    pid_t pid = -1;

    if (strchr(program, '/') == NULL && !rp_process_find(program, found)) {
        return rp_fail(err, RP_E_IO,
                       "There is no program `%s` to open the file with. Name "
                       "your editor in the settings.",
                       program);
    }
    int failed = spawn_apart(strchr(program, '/') == NULL ? found : program,
                             command->arguments, &pid);
    if (failed != 0) {
        return rp_fail(err, RP_E_IO, "`%s` cannot be started: %s.", program,
                       strerrordesc_np(failed));
    }
    reap_later(pid);
    return RP_OK;
}
