/*
 * What a script may use up, and how its end is put on record. The cap on
 * memory refuses growth only; the count of steps never goes back. Nothing in
 * the environment catches an error, so the first one ends the run.
 */
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <lauxlib.h>

#include "helper.h"

helper_run *helper_run_of(lua_State *lua)
{
    helper_run *run = NULL;
    memcpy(&run, lua_getextraspace(lua), sizeof(void *));
    return run;
}

void *helper_guard_resize(void *user, void *block, size_t old_bytes,
                          size_t new_bytes)
{
    helper_run *run = user;
    size_t before = block == NULL ? 0 : old_bytes;
    if (new_bytes == 0) {
        free(block);
        run->memory_bytes -= before;
        return NULL;
    }
    size_t others = run->memory_bytes - before;
    if (new_bytes > before && new_bytes > HELPER_MEMORY_MAX - others) {
        run->was_refused = true;
        if (run->lua != NULL) {
            run->refused_at = helper_guard_place(run->lua);
        }
        return NULL;
    }
    void *resized = realloc(block, new_bytes);
    if (resized != NULL) {
        run->memory_bytes = others + new_bytes;
    }
    return resized;
}

/* The number in the chunk name "=@12", or -1. */
static long source_of(const char *chunk_name)
{
    if (strncmp(chunk_name, "=@", 2) != 0) {
        return -1;
    }
    return strtol(chunk_name + 2, NULL, 10);
}

bool helper_guard_frame_place(lua_State *lua, lua_Debug *frame,
                              helper_place *at)
{
    if (lua_getinfo(lua, "Sl", frame) == 0 || frame->currentline <= 0) {
        return false;
    }
    long source_idx = source_of(frame->source);
    if (source_idx < 0 || source_idx >= HELPER_FILES_MAX) {
        return false;
    }
    at->source_idx = (uint32_t)source_idx;
    at->line = (uint32_t)frame->currentline;
    return true;
}

helper_place helper_guard_place(lua_State *lua)
{
    const helper_run *run = helper_run_of(lua);
    helper_place at = {.source_idx = run->loading_idx,
                       .line = run->loading_line};
    lua_Debug frame;
    for (int level = 0; at.line == 0 && lua_getstack(lua, level, &frame) != 0;
         level++) {
        (void)helper_guard_frame_place(lua, &frame, &at);
    }
    return at;
}

void helper_guard_count(lua_State *lua, lua_Debug *activation)
{
    (void)activation;
    helper_run *run = helper_run_of(lua);
    run->step_count += HELPER_STEPS_A_HOOK;
    if (run->step_count > HELPER_STEPS_MAX) {
        helper_fault_here(lua, "the file does more than 20 million steps; "
                               "is there a loop that never ends?");
    }
}

/* Keeps the first fault only: what follows from it is no news. */
static void keep(helper_run *run, helper_place at, const char *sentence)
{
    if (run->has_fault) {
        return;
    }
    run->has_fault = true;
    run->fault_at = at;
    (void)rp_fail(&run->fault, RP_E_INVALID, "%s", sentence);
}

/* Leaves by Lua's long jump; nothing here owns memory across it. */
static _Noreturn void leave(lua_State *lua, helper_place at, const char *raw)
{
    char sentence[RP_MESSAGE_MAX];
    helper_wording(&(helper_complaint){.text = raw}, sentence);
    keep(helper_run_of(lua), at, sentence);
    lua_pushnil(lua);
    (void)lua_error(lua);
    abort();
}

void helper_fault_raise(lua_State *lua, helper_place at, const char *format,
                        ...)
{
    char raw[2 * RP_MESSAGE_MAX];
    va_list values;
    va_start(values, format);
    (void)vsnprintf(raw, sizeof raw, format, values);
    va_end(values);
    leave(lua, at, raw);
}

void helper_fault_here(lua_State *lua, const char *format, ...)
{
    char raw[2 * RP_MESSAGE_MAX];
    va_list values;
    va_start(values, format);
    (void)vsnprintf(raw, sizeof raw, format, values);
    va_end(values);
    leave(lua, helper_guard_place(lua), raw);
}

/*
 * Splits "@12:45: text" into place and text; without such a position the text
 * is what it was and the place is the innermost line.
 */
static const char *split_position(lua_State *lua, const char *text,
                                  helper_place *at)
{
    const helper_run *run = helper_run_of(lua);
    *at = helper_guard_place(lua);
    if (text[0] != '@') {
        return text;
    }
    char *end = NULL;
    unsigned long source_idx = strtoul(text + 1, &end, 10);
    if (end == text + 1 || *end != ':' ||
        source_idx >= run->message->file_count) {
        return text;
    }
    const char *digits = end + 1;
    unsigned long line = strtoul(digits, &end, 10);
    if (end == digits || strncmp(end, ": ", 2) != 0) {
        return text;
    }
    at->source_idx = (uint32_t)source_idx;
    at->line = (uint32_t)line;
    return end + 2;
}

int helper_fault_keep(lua_State *lua)
{
    helper_run *run = helper_run_of(lua);
    if (run->has_fault) {
        return 1;
    }
    if (lua_type(lua, 1) != LUA_TSTRING) {
        keep(run, helper_guard_place(lua),
             "`error` needs a sentence in quotes");
        return 1;
    }
    helper_place at = {0};
    const char *text = split_position(lua, lua_tostring(lua, 1), &at);
    const helper_file *file = &run->message->files[at.source_idx];
    char sentence[RP_MESSAGE_MAX];
    helper_wording(&(helper_complaint){.text = text,
                                       .source = file->bytes,
                                       .source_length = file->length,
                                       .line = at.line},
                   sentence);
    keep(run, at, sentence);
    return 1;
}
