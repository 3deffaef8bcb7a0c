/*
 * Fuzz: whatever bytes come as the helper's answer, judging them neither
 * crashes nor passes on a sentence that could steer a terminal.
 *
 *   clang -fsanitize=fuzzer,address,undefined -D_GNU_SOURCE -Iinclude
 *       -Iengine tests/fuzz/fuzz_helper_answer.c engine/script/answer.c
 *       engine/base/{arena,calendar,error,json,names,text,utf8}.c
 *       -ljansson -lm -o fuzz_helper_answer
 */
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "script/script.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    static const rp_source sources[] = {{.name = "pack.lua"},
                                        {.name = "call.lua"}};
    static const script_context context = {
        .sources = sources, .source_count = 2, .fallback_name = "call.lua"};
    rp_error err = {0};
    rp_status status =
        script_answer_check((const char *)bytes, length, &context, &err);
    if (status != RP_OK &&
        (!rp_utf8_clean(err.message, strlen(err.message), NULL) ||
         strchr(err.message, '\n') != NULL || err.message[0] == '\0')) {
        abort();
    }
    return 0;
}
