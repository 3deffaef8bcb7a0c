/*
 * One window for each data folder: who is first, what the others say, and
 * what happens when something is in the way.
 */
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <fcntl.h>
#include <poll.h>
#include <sys/file.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

#include "app/app_kit.h"
#include "rapport/launch.h"
#include "support/refusing.h"

enum {
    PATIENCE_MS = 20000,
    STARTS = 8,
    NOBODY = 65534,
    /* what a start came to */
    HANDED = 0,
    FIRST = 1,
    FAILED = 2
};

static rp_app_options in_folder(const char *folder)
{
    rp_app_options options = kit_options();

    options.in_memory = false;
    options.data_dir = folder;
    return options;
}

static rp_status start(const char *folder, const rp_intent *wish,
                       rp_launch **launch, rp_error *err)
{
    rp_app_options options = in_folder(folder);

    return rp_launch_open(&options, wish, rp_alloc_default(), launch, err);
}

static rp_launch *start_first(const char *folder)
{
    rp_intent wish = {.kind = RP_INTENT_NONE};
    rp_launch *launch = NULL;
    rp_error error = {0};

    if (start(folder, &wish, &launch, &error) != RP_OK) {
        fail_msg("%s", error.message);
    }
    assert_non_null(launch);
    return launch;
}

/* A start in a process of its own, which ends with what it came to. */
static pid_t start_later(const char *folder, const rp_intent *wish)
{
    pid_t child = fork();

    assert_true(child >= 0);
    if (child == 0) {
        rp_launch *launch = NULL;
        rp_status status = start(folder, wish, &launch, NULL);
        _exit(status != RP_OK ? FAILED : launch == NULL ? HANDED : FIRST);
    }
    return child;
}

static int outcome_of(pid_t child)
{
    int status = 0;

    assert_int_equal(waitpid(child, &status, 0), child);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

static bool await_call(const rp_launch *launch, int patience_ms)
{
    struct pollfd on = {.fd = rp_launch_fd(launch), .events = POLLIN};

    return poll(&on, 1, patience_ms) == 1;
}

/* The sentence with which a start fails. */
static void assert_fails(const char *folder, rp_status wanted,
                         const char *sentence)
{
    rp_intent wish = {.kind = RP_INTENT_NONE};
    rp_launch *launch = NULL;
    rp_error error = {0};

    assert_int_equal(start(folder, &wish, &launch, &error), wanted);
    assert_null(launch);
    if (strstr(error.message, sentence) == NULL) {
        fail_msg("`%s` does not say `%s`", error.message, sentence);
    }
}

static void path_in(const char *folder, const char *name,
                    char path[KIT_PATH_MAX])
{
    (void)snprintf(path, KIT_PATH_MAX, "%.200s/%s", folder, name);
}

static void a_later_start_hands_its_wish_to_the_first(void **state)
{
    static const rp_intent wishes[] = {
        {.kind = RP_INTENT_OPEN, .text = "/packs/呼叫 1.lua"},
        {.kind = RP_INTENT_GO, .index = RP_AT_STUDIO},
        {.kind = RP_INTENT_NONE},
    };
    char folder[KIT_PATH_MAX];

    (void)state;
    kit_folder(folder);
    rp_launch *first = start_first(folder);
    for (size_t i = 0; i < sizeof wishes / sizeof wishes[0]; i++) {
        rp_intent heard = {.kind = RP_INTENT_QUIT};
        pid_t later = start_later(folder, &wishes[i]);
        assert_true(await_call(first, PATIENCE_MS));
        assert_true(rp_launch_next(first, &heard));
        assert_int_equal(outcome_of(later), HANDED);
        assert_int_equal(heard.kind, wishes[i].kind);
        assert_int_equal(heard.index, wishes[i].index);
        if (wishes[i].text != NULL) {
            assert_string_equal(heard.text, wishes[i].text);
        }
        assert_false(rp_launch_next(first, &heard));
    }
    rp_launch_close(first);
    kit_remove(folder);
}

static void another_folder_is_another_window(void **state)
{
    char one[KIT_PATH_MAX];
    char other[KIT_PATH_MAX];

    (void)state;
    kit_folder(one);
    kit_folder(other);
    rp_launch *first = start_first(one);
    rp_launch *second = start_first(other);
    rp_launch_close(second);
    rp_launch_close(first);
    kit_remove(one);
    kit_remove(other);
}

static void a_folder_is_free_once_its_window_closed(void **state)
{
    char folder[KIT_PATH_MAX];
    char path[KIT_PATH_MAX];

    (void)state;
    kit_folder(folder);
    rp_launch_close(start_first(folder));
    path_in(folder, "window.sock", path);
    assert_int_not_equal(access(path, F_OK), 0);
    rp_launch_close(start_first(folder));
    kit_remove(folder);
}

static void a_killed_window_leaves_nothing_in_the_way(void **state)
{
    char folder[KIT_PATH_MAX];
    char path[KIT_PATH_MAX];
    int ends[2];
    char byte = 0;

    (void)state;
    kit_folder(folder);
    assert_int_equal(pipe(ends), 0);
    pid_t killed = fork();
    if (killed == 0) {
        (void)start_first(folder);
        (void)!write(ends[1], "x", 1);
        (void)pause();
        _exit(0);
    }
    assert_int_equal(read(ends[0], &byte, 1), 1);
    (void)kill(killed, SIGKILL);
    (void)outcome_of(killed);
    path_in(folder, "window.sock", path);
    assert_int_equal(access(path, F_OK), 0);

    rp_intent wish = {.kind = RP_INTENT_GO, .index = RP_AT_GUIDE};
    rp_launch *launch = start_first(folder);
    pid_t later = start_later(folder, &wish);
    assert_true(await_call(launch, PATIENCE_MS));
    assert_true(rp_launch_next(launch, &wish));
    assert_int_equal(outcome_of(later), HANDED);
    rp_launch_close(launch);
    (void)close(ends[0]);
    (void)close(ends[1]);
    kit_remove(folder);
}

/* One of those that start at the same moment: the first serves the others. */
static int start_at_once(const char *folder, int gate)
{
    rp_intent wish = {.kind = RP_INTENT_NONE};
    rp_launch *launch = NULL;
    char byte = 0;

    (void)!read(gate, &byte, 1); /* the end of the pipe */
    if (start(folder, &wish, &launch, NULL) != RP_OK) {
        return FAILED;
    }
    if (launch == NULL) {
        return HANDED;
    }
    for (int served = 0; served < STARTS - 1;) {
        if (!await_call(launch, PATIENCE_MS)) {
            return FAILED;
        }
        served += rp_launch_next(launch, &wish) ? 1 : 0;
    }
    rp_launch_close(launch);
    return FIRST;
}

static void of_starts_at_the_same_moment_one_is_first(void **state)
{
    char folder[KIT_PATH_MAX];
    pid_t children[STARTS];
    int gate[2];
    int counts[FAILED + 1] = {0};

    (void)state;
    kit_folder(folder);
    assert_int_equal(pipe(gate), 0);
    for (int i = 0; i < STARTS; i++) {
        children[i] = fork();
        if (children[i] == 0) {
            (void)close(gate[1]);
            _exit(start_at_once(folder, gate[0]));
        }
    }
    (void)close(gate[0]);
    (void)close(gate[1]);
    for (int i = 0; i < STARTS; i++) {
        int outcome = outcome_of(children[i]);
        assert_in_range(outcome, HANDED, FAILED);
        counts[outcome]++;
    }
    assert_int_equal(counts[FAILED], 0);
    assert_int_equal(counts[FIRST], 1);
    assert_int_equal(counts[HANDED], STARTS - 1);
    kit_remove(folder);
}

static int lock_by_hand(const char *folder)
{
    char path[KIT_PATH_MAX];

    path_in(folder, "window.lock", path);
    int lock = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    assert_true(lock >= 0);
    assert_int_equal(flock(lock, LOCK_EX), 0);
    return lock;
}

static int listen_by_hand(const char *folder)
{
    struct sockaddr_un address = {.sun_family = AF_UNIX};
    int made = socket(AF_UNIX, SOCK_SEQPACKET, 0);

    (void)snprintf(address.sun_path, sizeof address.sun_path,
                   "%.80s/window.sock", folder);
    assert_int_equal(
        bind(made, (const struct sockaddr *)&address, sizeof address), 0);
    assert_int_equal(listen(made, 1), 0);
    return made;
}

static void a_window_that_cannot_be_reached_is_one_sentence(void **state)
{
    char folder[KIT_PATH_MAX];

    (void)state;
    kit_folder(folder);
    int lock = lock_by_hand(folder);
    assert_fails(folder, RP_E_STATE, "does not answer");
    int mute = listen_by_hand(folder);
    assert_fails(folder, RP_E_STATE, "does not answer");
    (void)close(mute);
    (void)close(lock);
    kit_remove(folder);
}

static void what_lies_in_the_way_is_named_and_let_be(void **state)
{
    char folder[KIT_PATH_MAX];
    char path[KIT_PATH_MAX];
    struct stat about;

    (void)state;
    kit_folder(folder);
    path_in(folder, "window.sock", path);
    FILE *file = fopen(path, "we");
    assert_non_null(file);
    (void)fclose(file);
    assert_fails(folder, RP_E_INVALID, "window.sock is in the way");
    assert_int_equal(unlink(path), 0);

    path_in(folder, "window.lock", path);
    assert_int_equal(unlink(path), 0);
    assert_int_equal(mkfifo(path, 0600), 0);
    assert_fails(folder, RP_E_INVALID, "window.lock is no plain file");
    assert_int_equal(unlink(path), 0);
    assert_int_equal(symlink("/etc/hostname", path), 0);
    assert_fails(folder, RP_E_INVALID, "window.lock is no plain file");
    assert_int_equal(lstat(path, &about), 0);
    kit_remove(folder);
}

static void the_socket_is_its_owners_alone(void **state)
{
    char folder[KIT_PATH_MAX];
    char path[KIT_PATH_MAX];
    struct stat about;

    (void)state;
    kit_folder(folder);
    rp_launch *launch = start_first(folder);
    path_in(folder, "window.sock", path);
    assert_int_equal(stat(path, &about), 0);
    assert_int_equal(about.st_mode & 0777, 0600);
    path_in(folder, "window.lock", path);
    assert_int_equal(stat(path, &about), 0);
    assert_int_equal(about.st_mode & 0777, 0600);
    rp_launch_close(launch);
    kit_remove(folder);
}

/* Needs to become another person, which only root can. */
static void another_persons_folder_is_refused(void **state)
{
    char folder[KIT_PATH_MAX];

    (void)state;
    if (geteuid() != 0) {
        skip();
    }
    kit_folder(folder);
    assert_int_equal(chmod(folder, 0777), 0);
    rp_launch *launch = start_first(folder);
    pid_t stranger = fork();
    if (stranger == 0) {
        rp_intent wish = {.kind = RP_INTENT_NONE};
        rp_launch *own = NULL;
        rp_error error = {0};
        (void)!setuid(NOBODY);
        rp_status status = start(folder, &wish, &own, &error);
        bool is_told = strstr(error.message, "another person") != NULL;
        _exit(status == RP_E_STATE && is_told ? 0 : 1);
    }
    assert_int_equal(outcome_of(stranger), 0);
    assert_false(await_call(launch, 0));
    rp_launch_close(launch);
    kit_remove(folder);
}

static void what_is_no_wish_is_not_heard(void **state)
{
    static const char *const said[] = {"",
                                       "rapport/1 open relative.lua",
                                       "rapport/1 go nowhere",
                                       "rapport/1",
                                       "GET / HTTP/1.1",
                                       "rapport/2 show"};
    char folder[KIT_PATH_MAX];
    struct sockaddr_un address = {.sun_family = AF_UNIX};
    rp_intent wish;

    (void)state;
    kit_folder(folder);
    rp_launch *launch = start_first(folder);
    (void)snprintf(address.sun_path, sizeof address.sun_path,
                   "%.80s/window.sock", folder);
    for (size_t i = 0; i < sizeof said / sizeof said[0]; i++) {
        int caller = socket(AF_UNIX, SOCK_SEQPACKET, 0);
        assert_int_equal(
            connect(caller, (const struct sockaddr *)&address, sizeof address),
            0);
        (void)send(caller, said[i], strlen(said[i]), MSG_NOSIGNAL);
        (void)shutdown(caller, SHUT_WR);
        assert_false(rp_launch_next(launch, &wish));
        (void)close(caller);
    }
    rp_launch_close(launch);
    kit_remove(folder);
}

static void a_long_path_has_a_window_too(void **state)
{
    char folder[KIT_PATH_MAX];
    char deep[2 * KIT_PATH_MAX];
    rp_intent wish = {.kind = RP_INTENT_NONE};

    (void)state;
    kit_folder(folder);
    (void)snprintf(deep, sizeof deep, "%.40s/%0140d", folder, 7);
    rp_launch *launch = start_first(deep);
    pid_t later = start_later(deep, &wish);
    assert_true(await_call(launch, PATIENCE_MS));
    assert_true(rp_launch_next(launch, &wish));
    assert_int_equal(outcome_of(later), HANDED);
    rp_launch_close(launch);
    kit_remove(folder);
}

static void refused_memory_is_an_error_and_leaves_nothing(void **state)
{
    char folder[KIT_PATH_MAX];
    rp_intent wish = {.kind = RP_INTENT_NONE};
    rp_status status = RP_E_MEMORY;

    (void)state;
    kit_folder(folder);
    rp_app_options options = in_folder(folder);
    for (uint64_t n = 0; status != RP_OK; n++) {
        refusing memory = {.allowed = n};
        rp_launch *launch = NULL;
        status = rp_launch_open(&options, &wish, refusing_alloc(&memory),
                                &launch, NULL);
        assert_true(status == RP_OK || status == RP_E_MEMORY);
        rp_launch_close(launch);
        assert_int_equal(memory.blocks, 0);
    }
    kit_remove(folder);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_later_start_hands_its_wish_to_the_first),
        cmocka_unit_test(another_folder_is_another_window),
        cmocka_unit_test(a_folder_is_free_once_its_window_closed),
        cmocka_unit_test(a_killed_window_leaves_nothing_in_the_way),
        cmocka_unit_test(of_starts_at_the_same_moment_one_is_first),
        cmocka_unit_test(a_window_that_cannot_be_reached_is_one_sentence),
        cmocka_unit_test(what_lies_in_the_way_is_named_and_let_be),
        cmocka_unit_test(the_socket_is_its_owners_alone),
        cmocka_unit_test(another_persons_folder_is_refused),
        cmocka_unit_test(what_is_no_wish_is_not_heard),
        cmocka_unit_test(a_long_path_has_a_window_too),
        cmocka_unit_test(refused_memory_is_an_error_and_leaves_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
