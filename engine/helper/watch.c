/*
 * The clock over a load, in two steps:
 *
 *   first ring   a hook is set; Lua raises an error at its next instruction
 *   second ring  Lua did not come back from C or from its parser: the handler
 *                writes the answer itself and leaves
 *
 * A stack that gives out is answered in the same way, from a stack of its
 * own. Reading a state in the middle of a change may fail; the process ends
 * either way and nothing else depends on it.
 */
#include <signal.h>
#include <string.h>

#include <sys/time.h>
#include <unistd.h>

#include "confine.h"

enum {
    COMPUTING_MS = 1000,
    WAITING_MS = 2250,
    AGAIN_MS = 250,
    HANDLER_STACK_BYTES = 64 * 1024
};

/* Signal handlers have no argument of ours: the one global of the program. */
static helper_run *watched;
static volatile sig_atomic_t ring_count;

static const char late_sentence[] =
    "the file runs longer than a second; is there a loop that never ends?";
static const char crash_sentence[] =
    "Lua gave out here; is an expression extremely long or nested?";

/* ------------------------------------------------------------- answer */

static size_t add_bytes(char *out, size_t at, const char *string)
{
    for (; *string != '\0'; string++) {
        out[at++] = *string;
    }
    return at;
}

static size_t add_number(char *out, size_t at, uint32_t number)
{
    char digits[10];
    size_t count = 0;
    do {
        digits[count++] = (char)('0' + number % 10);
        number /= 10;
    } while (number > 0);
    while (count > 0) {
        out[at++] = digits[--count];
    }
    return at;
}

/* Answers with the innermost line and leaves, by system calls alone. */
static _Noreturn void answer_and_leave(const char *sentence)
{
    char out[256];
    helper_place at = helper_guard_place(watched->lua);
    size_t length = add_bytes(out, 0, "{\"error\":{\"line\":");
    length = add_number(out, length, at.line);
    length = add_bytes(out, length, ",\"message\":\"");
    length = add_bytes(out, length, sentence);
    length = add_bytes(out, length, "\",\"source\":");
    length = add_number(out, length, at.source_idx);
    length = add_bytes(out, length, "}}");
    ssize_t written = write(STDOUT_FILENO, out, length);
    _exit(written == (ssize_t)length ? 0 : 1);
}

/* ----------------------------------------------------------- handlers */

static void raise_late(lua_State *lua, lua_Debug *activation)
{
    (void)activation;
    helper_fault_here(lua, "%s", late_sentence);
}

static void on_time(int signal)
{
    (void)signal;
    ring_count++;
    if (ring_count > 1) {
        answer_and_leave(late_sentence);
    }
    lua_sethook(watched->lua, raise_late,
                LUA_MASKCALL | LUA_MASKRET | LUA_MASKCOUNT, 1);
}

static void on_crash(int signal)
{
    struct sigaction stock = {.sa_handler = SIG_DFL};
    (void)sigaction(signal, &stock, NULL);
    answer_and_leave(crash_sentence);
}

static void handle(int signal, void (*handler)(int))
{
    struct sigaction action = {.sa_handler = handler, .sa_flags = SA_ONSTACK};
    (void)sigemptyset(&action.sa_mask);
    (void)sigaction(signal, &action, NULL);
}

void watch_prepare(helper_run *run)
{
    static char handler_stack[HANDLER_STACK_BYTES];
    stack_t stack = {.ss_sp = handler_stack, .ss_size = sizeof handler_stack};
    watched = run;
    (void)sigaltstack(&stack, NULL);
    handle(SIGPROF, on_time);
    handle(SIGALRM, on_time);
    handle(SIGSEGV, on_crash);
    handle(SIGBUS, on_crash);
}

/* -------------------------------------------------------------- clock */

static void set_timer(int which, long first_ms, long again_ms)
{
    struct itimerval timer = {
        .it_value = {.tv_sec = first_ms / 1000,
                     .tv_usec = first_ms % 1000 * 1000},
        .it_interval = {.tv_sec = again_ms / 1000,
                        .tv_usec = again_ms % 1000 * 1000},
    };
    (void)setitimer((__itimer_which_t)which, &timer, NULL);
}

void watch_start(void)
{
    set_timer(ITIMER_PROF, COMPUTING_MS, AGAIN_MS);
    set_timer(ITIMER_REAL, WAITING_MS, AGAIN_MS);
}

void watch_stop(void)
{
    set_timer(ITIMER_PROF, 0, 0);
    set_timer(ITIMER_REAL, 0, 0);
}
