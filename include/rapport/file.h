/*
 * File: whole files in and out; part of base. A file is read whole or not at
 * all, and replaced whole or not at all: a reader, a crash or a full disk
 * meets the old one or the new one.
 */
#ifndef RAPPORT_FILE_H
#define RAPPORT_FILE_H

#include "rapport/base.h"

enum {
    RP_FILE_BYTES_MAX = 16 << 20 /* that are read */
};

typedef struct rp_file_bytes {
    const char *bytes; /* owned by the arena; a NUL behind */
    size_t length;
} rp_file_bytes;

/*
 * Reads a plain file of at most RP_FILE_BYTES_MAX.
 *
 * Errors: RP_E_INVALID (not there, or no plain file), RP_E_LIMIT, RP_E_IO,
 * RP_E_MEMORY.
 */
RP_MUST_USE rp_status rp_file_read(const char *path, rp_arena *arena,
                                   rp_file_bytes *file, rp_error *err);

/*
 * Puts `length` bytes in the place of `path`: written beside it, synced, then
 * renamed. A file that was there keeps its permissions, a new one gets what
 * the umask leaves of 0666; through a link the file behind it is replaced.
 *
 * Errors: RP_E_IO; what was there before is then untouched.
 */
RP_MUST_USE rp_status rp_file_write(const char *path, const char *bytes,
                                    size_t length, rp_error *err);

bool rp_file_is_folder(const char *path);
bool rp_file_is_plain(const char *path);

/*
 * Where something is that came with the program: the first of `places`
 * (relative to the folder this program lies in, NULL at the end) that is
 * there, without links and dots. False: none is; `path` is then undefined.
 *
 * An installed program lies in PREFIX/bin, its files in PREFIX/share/rapport
 * and PREFIX/libexec/rapport. A build folder holds links that look the same,
 * so that no path of the builder's machine is in the program.
 */
bool rp_file_beside(const char *const places[], char *path, size_t size);

#endif
