/*
 * Each case runs in a child of its own: nothing of it can be undone. A child
 * leaves by a system call, since the sanitizers need more than the filter
 * lets through.
 */
#include <signal.h>

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include "helper/confine.h"
#include "support/test.h"

enum {
    PAGE_BYTES = 4096
};

/* Runs `act` behind the filter; returns how the child ended. */
static int end_behind_filter(long (*act)(void))
{
    int status = 0;
    pid_t child = fork();
    if (child == 0) {
        bool is_ready = confine_limits() && confine_filter();
        long result = is_ready ? act() : 9;
        (void)syscall(SYS_exit_group, result);
    }
    assert_int_equal(waitpid(child, &status, 0), child);
    return status;
}

static long read_nothing(void)
{
    return syscall(SYS_read, 0, NULL, 0);
}

/* The sanitizers' own memory is beyond the limit: refused, but let through. */
static long map_data(void)
{
    (void)syscall(SYS_mmap, NULL, PAGE_BYTES, PROT_READ | PROT_WRITE,
                  MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    return 0;
}

static long map_code(void)
{
    return syscall(SYS_mmap, NULL, PAGE_BYTES, PROT_READ | PROT_EXEC,
                   MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
}

static long open_a_file(void)
{
    return syscall(SYS_openat, AT_FDCWD, "/etc/passwd", O_RDONLY);
}

static long open_a_socket(void)
{
    return syscall(SYS_socket, 1, 1, 0);
}

static long run_a_program(void)
{
    return syscall(SYS_execve, "/bin/true", NULL, NULL);
}

static long start_a_process(void)
{
    return syscall(SYS_clone, SIGCHLD, NULL, NULL, NULL, 0);
}

static long end_another(void)
{
    return syscall(SYS_kill, 1, 0);
}

static void computing_goes_on(void **state)
{
    (void)state;
    assert_int_equal(end_behind_filter(read_nothing), 0);
    assert_int_equal(end_behind_filter(map_data), 0);
}

static void everything_else_ends_the_process(void **state)
{
    (void)state;
    static long (*const acts[])(void) = {
        map_code,      open_a_file,     open_a_socket,
        run_a_program, start_a_process, end_another,
    };
    for (size_t i = 0; i < sizeof acts / sizeof acts[0]; i++) {
        int status = end_behind_filter(acts[i]);
        assert_true(WIFSIGNALED(status));
        assert_int_equal(WTERMSIG(status), SIGSYS);
    }
}

static void limits_leave_no_file_and_no_core(void **state)
{
    (void)state;
    int status = 0;
    pid_t child = fork();
    if (child == 0) {
        struct rlimit files = {1, 1};
        struct rlimit size = {1, 1};
        bool took = confine_limits() && getrlimit(RLIMIT_NOFILE, &files) == 0 &&
                    getrlimit(RLIMIT_FSIZE, &size) == 0;
        bool is_none = files.rlim_max == 0 && size.rlim_max == 0;
        (void)syscall(SYS_exit_group, took && is_none ? 0 : 1);
    }
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_int_equal(status, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(computing_goes_on),
        cmocka_unit_test(everything_else_ends_the_process),
        cmocka_unit_test(limits_leave_no_file_and_no_core),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
