/*
 * `rapport lua-defs`, inside: the files an editor reads.
 */
#ifndef CLI_LUA_DEFS_H
#define CLI_LUA_DEFS_H

#include "cli.h"

/* In a pack's folder. */
extern const char lua_defs_name[];          /* ".luals/rapport.lua" */
extern const char lua_defs_settings_name[]; /* ".luarc.json" */

/*
 * Writes the definitions into a pack's folder, and the editor's settings
 * where there are none yet. Says what fails.
 */
cli_exit lua_defs_write(cli *with, const char *folder);

#endif
