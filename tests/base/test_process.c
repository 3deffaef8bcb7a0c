#include <string.h>

#include <sys/wait.h>

#include "rapport/process.h"
#include "support/test.h"

enum {
    LONG_BYTES = 3 * 1024 * 1024
};

static rp_process shell(const char *const arguments[])
{
    return (rp_process){.path = "/bin/sh",
                        .arguments = arguments,
                        .input = "",
                        .output_max = 1024,
                        .alloc = rp_alloc_default()};
}

static void output_errors_and_status_come_back(void **state)
{
    (void)state;
    const char *const arguments[] = {"sh", "-c", "cat; echo bad >&2; exit 3",
                                     NULL};
    rp_process process = shell(arguments);
    process.input = "hello";
    process.input_length = 5;

    assert_int_equal(rp_process_run(&process, 1, 5000, NULL), RP_OK);

    assert_string_equal(process.output.bytes, "hello");
    assert_string_equal(process.errors.bytes, "bad\n");
    assert_true(process.has_status);
    assert_int_equal(WEXITSTATUS(process.wait_status), 3);
    assert_false(process.was_late);
    rp_process_clear(&process, 1);
}

static void input_and_output_larger_than_any_pipe_flow(void **state)
{
    (void)state;
    const char *const arguments[] = {"sh", "-c", "exec cat", NULL};
    rp_text input;
    rp_text_init(&input, rp_alloc_default());
    for (int i = 0; i < LONG_BYTES / 64; i++) {
        rp_text_printf(&input, "%063d\n", i);
    }
    rp_process both[2] = {shell(arguments), shell(arguments)};
    for (int i = 0; i < 2; i++) {
        both[i].input = input.bytes;
        both[i].input_length = input.length;
        both[i].output_max = LONG_BYTES;
    }

    assert_int_equal(rp_process_run(both, 2, 20000, NULL), RP_OK);

    for (int i = 0; i < 2; i++) {
        assert_int_equal(both[i].output.length, input.length);
        assert_memory_equal(both[i].output.bytes, input.bytes, input.length);
    }
    rp_process_clear(both, 2);
    rp_text_clear(&input);
}

static void a_reader_that_dies_does_not_end_us(void **state)
{
    (void)state;
    const char *const arguments[] = {"sh", "-c", "exec true", NULL};
    static char input[LONG_BYTES];
    rp_process process = shell(arguments);
    process.input = input;
    process.input_length = sizeof input;

    assert_int_equal(rp_process_run(&process, 1, 5000, NULL), RP_OK);

    assert_int_equal(process.wait_status, 0);
    assert_int_equal(process.output.length, 0);
    rp_process_clear(&process, 1);
}

static void the_late_are_ended(void **state)
{
    (void)state;
    const char *const sleeping[] = {"sh", "-c", "exec sleep 100", NULL};
    const char *const silent[] = {"sh", "-c", "exec sleep 100 >&- 2>&-", NULL};
    const char *const quick[] = {"sh", "-c", "echo done", NULL};
    rp_process all[3] = {shell(sleeping), shell(silent), shell(quick)};

    assert_int_equal(rp_process_run(all, 3, 300, NULL), RP_OK);

    for (int i = 0; i < 2; i++) {
        assert_true(all[i].was_late);
        assert_true(WIFSIGNALED(all[i].wait_status));
    }
    assert_false(all[2].was_late);
    assert_string_equal(all[2].output.bytes, "done\n");
    rp_process_clear(all, 3);
}

static void the_talkative_are_ended(void **state)
{
    (void)state;
    const char *const arguments[] = {"sh", "-c", "exec cat /dev/zero", NULL};
    rp_process process = shell(arguments);

    assert_int_equal(rp_process_run(&process, 1, 5000, NULL), RP_OK);

    assert_true(process.was_too_long);
    assert_true(process.output.length <= 1024);
    rp_process_clear(&process, 1);
}

static void nothing_of_ours_is_inherited(void **state)
{
    (void)state;
    const char *const arguments[] = {
        "sh", "-c",
        "env | grep -v -e ^PWD= -e ^SHLVL= -e ^_= -e ^OLDPWD=; "
        "for fd in 3 4 5 6 7 8 9; do "
        "if [ -e /proc/self/fd/$fd ]; then echo $fd; fi; done",
        NULL};
    rp_process process = shell(arguments);

    assert_int_equal(rp_process_run(&process, 1, 5000, NULL), RP_OK);

    assert_int_equal(process.output.length, 0);
    rp_process_clear(&process, 1);
}

static void a_program_that_is_not_there_is_a_sentence(void **state)
{
    (void)state;
    const char *const arguments[] = {"none", NULL};
    const char *const quick[] = {"sh", "-c", "exec sleep 100", NULL};
    rp_process both[2] = {shell(quick), shell(arguments)};
    rp_error err = {0};
    both[1].path = "/nowhere/none";

    assert_int_equal(rp_process_run(both, 2, 5000, &err), RP_E_IO);

    assert_string_equal(err.message,
                        "cannot start /nowhere/none: No such file or "
                        "directory");
    rp_process_clear(both, 2);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(output_errors_and_status_come_back),
        cmocka_unit_test(input_and_output_larger_than_any_pipe_flow),
        cmocka_unit_test(a_reader_that_dies_does_not_end_us),
        cmocka_unit_test(the_late_are_ended),
        cmocka_unit_test(the_talkative_are_ended),
        cmocka_unit_test(nothing_of_ours_is_inherited),
        cmocka_unit_test(a_program_that_is_not_there_is_a_sentence),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
