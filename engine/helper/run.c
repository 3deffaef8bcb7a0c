/*
 * One load from beginning to end: the pack, then the scenario, then what they
 * declared. Everything that can fail runs inside one protected call, whose
 * message handler keeps the first sentence and its place.
 */
#include <stdio.h>
#include <string.h>

#include <lauxlib.h>

#include "helper.h"

/* Key of the registry: values of the included files. */
static const char included_key[] = "rapport.included";

enum {
    /* A load is short: collect late, the cap on memory collects anyway. */
    GC_PAUSE_PERCENT = 1000
};

/* Every load draws the same numbers. */
static const uint64_t chance_seed = 0x52617070;

/* -------------------------------------------------------------- files */

/* What is left of a file while Lua reads it. */
typedef struct feed {
    helper_run *run;
    const char *bytes;
    size_t left;
} feed;

/*
 * Hands out one line at a time: where Lua's parser gives out without naming a
 * line, the line it had reached is known.
 */
static const char *next_line(lua_State *lua, void *user, size_t *length)
{
    (void)lua;
    feed *from = user;
    const char *line = from->bytes;
    const char *end = from->left == 0 ? NULL : memchr(line, '\n', from->left);
    *length = end == NULL ? from->left : (size_t)(end - line) + 1;
    from->bytes += *length;
    from->left -= *length;
    from->run->loading_line += *length > 0;
    return *length == 0 ? NULL : line;
}

/* Loads and calls a file; leaves `result_count` values. */
static void run_file(lua_State *lua, uint32_t idx, int result_count)
{
    helper_run *run = helper_run_of(lua);
    const helper_file *file = &run->message->files[idx];
    uint32_t outer_idx = run->loading_idx;
    char chunk_name[16];
    (void)snprintf(chunk_name, sizeof chunk_name, "=@%u", (unsigned)idx);
    feed from = {.run = run, .bytes = file->bytes, .left = file->length};
    run->loading_idx = idx;
    run->loading_line = 0;
    if (lua_load(lua, next_line, &from, chunk_name, "t") != LUA_OK) {
        (void)lua_error(lua);
    }
    run->loading_line = 0;
    lua_call(lua, 0, result_count);
    run->loading_idx = outer_idx;
}

static void run_kind(lua_State *lua, helper_file_kind kind)
{
    const helper_message *message = helper_run_of(lua)->message;
    for (uint32_t i = 0; i < message->file_count; i++) {
        if (message->files[i].kind == kind) {
            run_file(lua, i, 0);
        }
    }
}

/* ------------------------------------------------------------ include */

/* The library called `name` (without ".lua"), or file_count. */
static uint32_t find_library(const helper_message *message, const char *name)
{
    uint32_t i = 0;
    for (; i < message->file_count; i++) {
        const helper_file *file = &message->files[i];
        size_t stem = strlen(file->name);
        stem = stem > 4 ? stem - 4 : stem;
        if (file->kind == HELPER_FILE_LIBRARY && strlen(name) == stem &&
            strncmp(file->name, name, stem) == 0) {
            break;
        }
    }
    return i;
}

/* Says that there is no such file, and which one may be meant. */
static void refuse_include(lua_State *lua, const char *name)
{
    const helper_message *message = helper_run_of(lua)->message;
    char stems[HELPER_FILES_MAX][RP_SOURCE_MAX];
    const char *known[HELPER_FILES_MAX];
    size_t count = 0;
    for (uint32_t i = 0; i < message->file_count; i++) {
        if (message->files[i].kind == HELPER_FILE_LIBRARY) {
            (void)snprintf(stems[count], RP_SOURCE_MAX, "%s",
                           message->files[i].name);
            stems[count][strlen(stems[count]) - 4] = '\0';
            known[count] = stems[count];
            count++;
        }
    }
    const char *near = rp_nearest_name(name, known, count);
    if (near != NULL) {
        helper_fault_here(lua, "the pack has no file `%s`; did you mean `%s`?",
                          name, near);
    }
    helper_fault_here(lua,
                      "the pack has no file `%s`; files to include stand "
                      "in its folder `lib`: include \"lib/name\"",
                      name);
}

int helper_include(lua_State *lua)
{
    helper_run *run = helper_run_of(lua);
    if (lua_type(lua, 1) != LUA_TSTRING) {
        return luaL_error(lua, "`include` needs the name of a file in quotes: "
                               "include \"lib/name\"");
    }
    const char *name = lua_tostring(lua, 1);
    uint32_t idx = find_library(run->message, name);
    if (idx == run->message->file_count) {
        refuse_include(lua, name);
        return 0;
    }
    if (run->include_states[idx] == HELPER_INCLUDE_RUNNING) {
        helper_fault_here(lua,
                          "`%s` includes itself, perhaps by way of "
                          "another file",
                          name);
    }
    (void)luaL_getsubtable(lua, LUA_REGISTRYINDEX, included_key);
    if (run->include_states[idx] == HELPER_INCLUDE_NEW) {
        run->include_states[idx] = HELPER_INCLUDE_RUNNING;
        run_file(lua, idx, 1);
        lua_rawseti(lua, -2, (lua_Integer)idx);
        run->include_states[idx] = HELPER_INCLUDE_DONE;
    }
    (void)lua_rawgeti(lua, -1, (lua_Integer)idx);
    return 1;
}

/* ---------------------------------------------------------------- run */

bool helper_run_open(helper_run *run)
{
    *run = (helper_run){.random = rp_random_seeded(chance_seed)};
    lua_State *lua = lua_newstate(helper_guard_resize, run);
    if (lua == NULL) {
        return false;
    }
    memcpy(lua_getextraspace(lua), &run, sizeof(void *));
    run->lua = lua;
    (void)lua_gc(lua, LUA_GCINC, GC_PAUSE_PERCENT, 0, 0);
    lua_pushcfunction(lua, helper_environment_open);
    return lua_pcall(lua, 0, 0, 0) == LUA_OK;
}

void helper_run_close(helper_run *run)
{
    if (run->lua != NULL) {
        lua_State *lua = run->lua;
        run->lua = NULL;
        lua_close(lua);
    }
}

/* Argument 1: the rp_text of the answer. */
static int run_protected(lua_State *lua)
{
    rp_text *answer = lua_touserdata(lua, 1);
    run_kind(lua, HELPER_FILE_PACK);
    run_kind(lua, HELPER_FILE_SCENARIO);
    lua_sethook(lua, NULL, 0, 0);
    helper_words_check(lua);
    helper_encode(lua, answer);
    return 0;
}

void helper_answer_error(rp_text *answer, helper_place at, const char *sentence)
{
    rp_json json;
    rp_json_begin(&json, answer);
    rp_json_open(&json, '{');
    rp_json_key(&json, "error");
    rp_json_open(&json, '{');
    rp_json_key(&json, "line");
    rp_json_integer(&json, at.line);
    rp_json_key(&json, "message");
    rp_json_string(&json, sentence);
    rp_json_key(&json, "source");
    rp_json_integer(&json, at.source_idx);
    rp_json_close(&json, '}');
    rp_json_close(&json, '}');
}

/* A failure that no message handler saw: memory, or an error within one. */
static void keep_status(helper_run *run, int status)
{
    const char *said =
        status == LUA_ERRMEM ? "not enough memory" : "C stack overflow";
    if (run->has_fault) {
        return;
    }
    run->has_fault = true;
    run->fault_at = (helper_place){.source_idx = run->loading_idx,
                                   .line = run->loading_line};
    if (status == LUA_ERRMEM && run->was_refused) {
        run->fault_at = run->refused_at;
    }
    helper_wording(&(helper_complaint){.text = said}, run->fault.message);
}

void helper_run_files(helper_run *run, const helper_message *message,
                      rp_text *answer)
{
    lua_State *lua = run->lua;
    run->message = message;
    run->loading_idx = message->file_count - 1;
    lua_sethook(lua, helper_guard_count, LUA_MASKCOUNT, HELPER_STEPS_A_HOOK);
    lua_pushcfunction(lua, helper_fault_keep);
    lua_pushcfunction(lua, run_protected);
    lua_pushlightuserdata(lua, answer);
    int status = lua_pcall(lua, 1, 0, 1);
    lua_sethook(lua, NULL, 0, 0);
    if (status == LUA_OK && !answer->failed) {
        return;
    }
    keep_status(run, status == LUA_OK ? LUA_ERRMEM : status);
    answer->length = 0;
    answer->failed = false;
    helper_answer_error(answer, run->fault_at, run->fault.message);
}
