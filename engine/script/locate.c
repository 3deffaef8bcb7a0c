/*
 * Where the programs are that this room starts, and what the helper can do
 * here.
 */
#include <stdio.h>
#include <string.h>

#include <unistd.h>

#include "script.h"

#ifndef RP_HELPER_PATH
#define RP_HELPER_PATH ""
#endif

static bool use(char out[RP_PATH_MAX], const char *folder, size_t folder_length,
                const char *rest)
{
    int length =
        snprintf(out, RP_PATH_MAX, "%.*s%s", (int)folder_length, folder, rest);
    return length > 0 && length < RP_PATH_MAX && out[0] == '/' &&
           rp_process_can_run(out);
}

bool script_find_helper(const rp_script_options *options,
                        char path[RP_PATH_MAX])
{
    char program[RP_PATH_MAX];
    if (options != NULL && options->helper_path != NULL) {
        const char *given = options->helper_path;
        return strlen(given) < RP_PATH_MAX &&
               use(path, given, strlen(given), "");
    }
    ssize_t length = readlink("/proc/self/exe", program, sizeof program - 1);
    while (length > 0 && program[length - 1] != '/') {
        length--;
    }
    if (length > 0) {
        size_t folder_length = (size_t)length - 1;
        if (use(path, program, folder_length, "/rapport-helper") ||
            use(path, program, folder_length,
                "/../libexec/rapport/rapport-helper")) {
            return true;
        }
    }
    return use(path, RP_HELPER_PATH, strlen(RP_HELPER_PATH), "");
}

/* True when the helper's answer to --probe says so. */
static bool says(const rp_text *output, const char *what)
{
    return output->bytes != NULL && strstr(output->bytes, what) != NULL;
}

rp_script_confinement rp_script_probe(const rp_script_options *options)
{
    static const char *const arguments[] = {"rapport-helper", "--probe", NULL};
    rp_script_confinement found = {0};
    char path[RP_PATH_MAX];
    found.has_msgfmt = rp_process_find("msgfmt", path);
    found.has_helper = script_find_helper(options, found.helper_path);
    if (!found.has_helper) {
        found.helper_path[0] = '\0';
        return found;
    }
    rp_process probe = {
        .path = found.helper_path,
        .arguments = arguments,
        .input = "",
        .output_max = 256,
        .alloc = rp_alloc_default(),
    };
    if (rp_process_run(&probe, 1, SCRIPT_DEADLINE_MS, NULL) == RP_OK) {
        found.has_filter = says(&probe.output, "\"filter\":true");
        found.has_limits = says(&probe.output, "\"limits\":true");
    }
    rp_process_clear(&probe, 1);
    return found;
}
