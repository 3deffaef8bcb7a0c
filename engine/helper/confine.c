/*
 * Limits and the system-call filter. The filter is plain BPF over a table of
 * call numbers: the processor first, then the calls, and `mmap` only without
 * leave to execute.
 */
#include "confine.h"

#include <signal.h>
#include <stddef.h>

#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>

#if defined(__x86_64__)
#define PROCESSOR AUDIT_ARCH_X86_64
#elif defined(__aarch64__)
#define PROCESSOR AUDIT_ARCH_AARCH64
#else
#define PROCESSOR 0
#endif

enum {
    MEMORY_MAX = 256 * 1024 * 1024,
    STACK_MAX = 8 * 1024 * 1024,
    SECONDS_MAX = 10
};

static bool limit(int what, rlim_t most)
{
    struct rlimit now;
    if (getrlimit((__rlimit_resource_t)what, &now) != 0) {
        return false;
    }
    rlim_t hard = now.rlim_max < most ? now.rlim_max : most;
    struct rlimit wanted = {.rlim_cur = hard, .rlim_max = hard};
    return setrlimit((__rlimit_resource_t)what, &wanted) == 0;
}

bool confine_limits(void)
{
    static const struct {
        int what;
        rlim_t most;
    } limits[] = {
        {RLIMIT_AS, MEMORY_MAX},   {RLIMIT_STACK, STACK_MAX},
        {RLIMIT_CPU, SECONDS_MAX}, {RLIMIT_FSIZE, 0},
        {RLIMIT_NOFILE, 0},        {RLIMIT_NPROC, 0},
        {RLIMIT_CORE, 0},
    };

    bool took = true;
    for (size_t i = 0; i < sizeof limits / sizeof limits[0]; i++) {
        took = limit(limits[i].what, limits[i].most) && took;
    }
    took = prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) == 0 && took;
    took = prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0) == 0 && took;
    took = prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 && took;
    return took;
}

/* All but mmap, which is looked at more closely. */
static const uint32_t allowed[] = {
    SYS_read,
    SYS_write,
    SYS_exit,
    SYS_exit_group,
    SYS_brk,
    SYS_munmap,
    SYS_mremap,
    SYS_madvise,
    SYS_rt_sigreturn,
    SYS_rt_sigaction,
    SYS_rt_sigprocmask,
    SYS_setitimer,
    SYS_futex,
    SYS_getrandom,
    SYS_restart_syscall,
};

enum {
    ALLOWED_COUNT = sizeof allowed / sizeof allowed[0],
    HEAD_COUNT = 9,
    PROGRAM_MAX = HEAD_COUNT + 2 * ALLOWED_COUNT + 1
};

static struct sock_filter load(size_t offset)
{
    return (struct sock_filter)BPF_STMT(BPF_LD | BPF_W | BPF_ABS,
                                        (uint32_t)offset);
}

static struct sock_filter give_back(uint32_t verdict)
{
    return (struct sock_filter)BPF_STMT(BPF_RET | BPF_K, verdict);
}

static struct sock_filter skip_unless_equal(uint32_t value, uint8_t count)
{
    return (struct sock_filter)BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, value, 0,
                                        count);
}

static size_t write_program(struct sock_filter program[PROGRAM_MAX])
{
    const struct sock_filter head[HEAD_COUNT] = {
        load(offsetof(struct seccomp_data, arch)),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, PROCESSOR, 1, 0),
        give_back(SECCOMP_RET_KILL_PROCESS),
        load(offsetof(struct seccomp_data, nr)),
        skip_unless_equal(SYS_mmap, 4),
        load(offsetof(struct seccomp_data, args[2])),
        BPF_JUMP(BPF_JMP | BPF_JSET | BPF_K, PROT_EXEC, 0, 1),
        give_back(SECCOMP_RET_KILL_PROCESS),
        give_back(SECCOMP_RET_ALLOW),
    };
    size_t length = 0;
    for (size_t i = 0; i < HEAD_COUNT; i++) {
        program[length++] = head[i];
    }
    for (size_t i = 0; i < ALLOWED_COUNT; i++) {
        program[length++] = skip_unless_equal(allowed[i], 1);
        program[length++] = give_back(SECCOMP_RET_ALLOW);
    }
    program[length++] = give_back(SECCOMP_RET_KILL_PROCESS);
    return length;
}

bool confine_filter(void)
{
    struct sock_filter program[PROGRAM_MAX];
    if (PROCESSOR == 0) {
        return false;
    }
    struct sock_fprog filter = {
        .len = (unsigned short)write_program(program),
        .filter = program,
    };
    return prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &filter, 0, 0) == 0;
}
