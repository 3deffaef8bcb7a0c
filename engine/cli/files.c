/*
 * Files and folders a verb makes, and what keeps it from that.
 */
#include <errno.h>
#include <string.h>

#include <sys/stat.h>

#include "cli.h"
#include "rapport/file.h"

cli_exit cli_make_folder(const cli *with, const char *path)
{
    if (path == NULL) {
        return complain_of_memory(with);
    }
    if (mkdir(path, 0777) != 0 && errno != EEXIST) {
        complain(with, cli_tr(with, "The folder %s cannot be made: %s"), path,
                 strerrordesc_np(errno));
        return CLI_MACHINE;
    }
    return CLI_GOOD;
}

cli_exit cli_write_file(const cli *with, const char *path, const char *bytes,
                        size_t length)
{
    rp_error error = {0};

    if (path == NULL || bytes == NULL) {
        return complain_of_memory(with);
    }
    return rp_file_write(path, bytes, length, &error) == RP_OK
               ? CLI_GOOD
               : complain_of(with, &error);
}

cli_exit cli_write_text(const cli *with, const char *path, const rp_text *text)
{
    return cli_write_file(with, path, text->failed ? NULL : cli_text(text),
                          text->length);
}
