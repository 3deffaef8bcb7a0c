/* See harness.h. */
#include "helper/harness.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "support/test.h"

static rp_text answer;

const char *harness_run_files(const harness_file *files, size_t count)
{
    static helper_run run;
    static helper_message message;
    rp_text_clear(&answer);
    rp_text_init(&answer, rp_alloc_default());
    message.file_count = (uint32_t)count;
    for (size_t i = 0; i < count; i++) {
        helper_file *file = &message.files[i];
        file->kind = files[i].kind;
        (void)snprintf(file->name, sizeof file->name, "%s", files[i].name);
        file->bytes = files[i].text;
        file->length = strlen(files[i].text);
    }
    assert_true(helper_run_open(&run));
    helper_run_files(&run, &message, &answer);
    helper_run_close(&run);
    assert_int_equal(run.memory_bytes, 0);
    return answer.bytes;
}

const char *harness_run(const char *scenario)
{
    harness_file file = {HELPER_FILE_SCENARIO, "call.lua", scenario};
    if (answer.alloc.resize == NULL) {
        rp_text_init(&answer, rp_alloc_default());
    }
    return harness_run_files(&file, 1);
}

const char *harness_value(const char *expression)
{
    static const char head[] =
        "{\"declarations\":[{\"@\":\"turn\",\"at\":[0,1],"
        "\"body\":[";
    static const char tail[] = "],\"id\":\"t\"}]}";
    char scenario[4096];
    (void)snprintf(scenario, sizeof scenario, "turn \"t\" { %s }", expression);
    (void)harness_run(scenario);
    size_t edges = sizeof head + sizeof tail - 2;
    if (strncmp(answer.bytes, head, sizeof head - 1) != 0 ||
        answer.length < edges) {
        return answer.bytes;
    }
    memmove(answer.bytes, answer.bytes + sizeof head - 1,
            answer.length - edges);
    answer.bytes[answer.length - edges] = '\0';
    return answer.bytes;
}

/* The sentence as it stands in JSON. */
static void add_expected(rp_text *out, unsigned line, const char *sentence)
{
    rp_json json;
    rp_text_printf(out, "{\"error\":{\"line\":%u,\"message\":", line);
    rp_json_begin(&json, out);
    rp_json_string(&json, sentence);
    rp_text_puts(out, ",\"source\":0}}");
}

void harness_refuses(const char *scenario, unsigned line, const char *sentence)
{
    rp_text expected;
    rp_text_init(&expected, rp_alloc_default());
    add_expected(&expected, line, sentence);
    assert_string_equal(harness_run(scenario), expected.bytes);
    rp_text_clear(&expected);
}

int harness_end(void **state)
{
    (void)state;
    rp_text_clear(&answer);
    return 0;
}
