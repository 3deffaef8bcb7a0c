/*
 * Somebody else's programs, each with one sentence when it does not do what
 * it should.
 */
#include <stdio.h>
#include <string.h>

#include "author.h"
#include "rapport/process.h"

enum {
    TOOL_DEADLINE_MS = 20000,
    TOOL_OUTPUT_MAX = 64 * 1024 * 1024
};

/* Its own first line, as it is all a person can act on. */
static rp_status fail_refused(const author_tool *tool, const rp_process *run,
                              rp_error *err)
{
    char line[RP_MESSAGE_MAX];
    const char *said = run->errors.bytes != NULL ? run->errors.bytes : "";

    (void)snprintf(line, sizeof line, "%.*s", (int)strcspn(said, "\n"), said);
    return author_fail(err, AUTHOR_TOOL_REFUSED,
                       AUTHOR_WORDS(tool->program, line));
}

static rp_status judge(const author_tool *tool, const rp_process *run,
                       rp_error *err)
{
    char number[AUTHOR_DIGITS_MAX];

    if (run->was_late) {
        return author_fail(
            err, AUTHOR_TOOL_LATE,
            AUTHOR_WORDS(tool->program,
                         author_digits(TOOL_DEADLINE_MS / 1000, number)));
    }
    if (run->was_too_long) {
        return author_fail(
            err, AUTHOR_TOOL_LONG,
            AUTHOR_WORDS(tool->program,
                         author_digits(TOOL_OUTPUT_MAX / 1024 / 1024, number)));
    }
    return rp_process_is_good(run) ? RP_OK : fail_refused(tool, run, err);
}

rp_status author_tool_run(const author_tool *tool, const rp_text *input,
                          rp_text *output, rp_error *err)
{
    char path[RP_PATH_MAX];
    rp_process run = {.path = path,
                      .arguments = tool->arguments,
                      .input = input->bytes != NULL ? input->bytes : "",
                      .input_length = input->length,
                      .output_max = TOOL_OUTPUT_MAX,
                      .alloc = output->alloc};

    if (!rp_process_find(tool->program, path)) {
        return author_fail(err, AUTHOR_NO_TOOL,
                           AUTHOR_WORDS(tool->program, tool->package));
    }
    rp_status status = rp_process_run(&run, 1, TOOL_DEADLINE_MS, err);
    if (status == RP_OK) {
        status = judge(tool, &run, err);
    }
    if (status == RP_OK) {
        rp_text_add(output, run.output.bytes, run.output.length);
        if (output->failed) {
            status = author_no_memory(err);
        }
    }
    rp_process_clear(&run, 1);
    return status;
}
