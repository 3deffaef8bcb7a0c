/*
 * Where the programs are that this room starts, and what the helper can do
 * here.
 */
#include <string.h>

#include "rapport/file.h"
#include "script.h"

bool script_find_helper(const rp_script_options *options,
                        char path[RP_PATH_MAX])
{
    static const char *const beside[] = {"libexec/rapport/rapport-helper",
                                         "../libexec/rapport/rapport-helper",
                                         NULL};
    const char *given = options != NULL ? options->helper_path : NULL;

    if (given == NULL) {
        return rp_file_beside(beside, path, RP_PATH_MAX) &&
               rp_process_can_run(path);
    }
    if (given[0] != '/' || strlen(given) >= RP_PATH_MAX) {
        return false;
    }
    memcpy(path, given, strlen(given) + 1);
    return rp_process_can_run(path);
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
