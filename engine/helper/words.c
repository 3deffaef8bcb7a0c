/*
 * The words of the language. `word "id" { … }` is two calls: the first takes
 * the name and remembers its line, the second takes the table and makes a
 * declaration. What a word means is judged later, from the document.
 */
#include <string.h>

#include <lauxlib.h>

#include "helper.h"

const helper_word helper_words[] = {
#define RP_WORD(name, takes_name, standing) \
    {name, takes_name, HELPER_##standing},
#include "rapport/list_words.h"
#undef RP_WORD
};

/* Keys of the registry: complete declarations, words that have a name. */
static const char declared_key[] = "rapport.declared";
static const char called_key[] = "rapport.called";

static const char declaration_kind[] = "a declaration";

uint32_t helper_word_count(void)
{
    return (uint32_t)(sizeof helper_words / sizeof helper_words[0]);
}

/* -------------------------------------------------------- declarations */

helper_declaration *helper_declaration_at(lua_State *lua, int idx)
{
    return helper_kind_at(lua, idx) == HELPER_DECLARATION
               ? lua_touserdata(lua, idx)
               : NULL;
}

/* Pushes the title of a word with the name at `name_idx` (text or nil). */
static const char *push_title(lua_State *lua, uint32_t word_idx, int name_idx)
{
    const char *word = helper_words[word_idx].name;
    if (lua_type(lua, name_idx) == LUA_TSTRING) {
        return lua_pushfstring(lua, "%s \"%s\"", word,
                               lua_tostring(lua, name_idx));
    }
    return lua_pushstring(lua, word);
}

const char *helper_declaration_title(lua_State *lua, int idx)
{
    const helper_declaration *declaration = lua_touserdata(lua, idx);
    (void)lua_getiuservalue(lua, idx, 1);
    const char *title = push_title(lua, declaration->word_idx, lua_gettop(lua));
    lua_remove(lua, -2);
    return title;
}

/* Reading and changing go to the body, so that shared ones can be adapted. */
static int read_body(lua_State *lua)
{
    (void)lua_getiuservalue(lua, 1, 2);
    lua_pushvalue(lua, 2);
    (void)lua_rawget(lua, -2);
    return 1;
}

static int write_body(lua_State *lua)
{
    (void)lua_getiuservalue(lua, 1, 2);
    lua_insert(lua, 2);
    if (lua_isnil(lua, 3)) {
        return luaL_error(lua, "the key is nothing here");
    }
    lua_rawset(lua, 2);
    return 0;
}

static int body_length(lua_State *lua)
{
    (void)lua_getiuservalue(lua, 1, 2);
    lua_pushinteger(lua, (lua_Integer)lua_rawlen(lua, -1));
    return 1;
}

static int refuse_call(lua_State *lua)
{
    return luaL_error(lua, "a comma is missing after %s { ... }",
                      helper_declaration_title(lua, 1));
}

/* The place behind the end of a list; refuses one too long. */
static lua_Integer next_place(lua_State *lua, int list_idx)
{
    lua_Integer place = (lua_Integer)lua_rawlen(lua, list_idx) + 1;
    if (place > HELPER_DECLARATIONS_MAX) {
        helper_fault_here(lua,
                          "more than %d declarations; is there a loop "
                          "that makes too many?",
                          HELPER_DECLARATIONS_MAX);
    }
    return place;
}

/* Appends the value at the top to a list of the registry and pops it. */
static void append(lua_State *lua, const char *key)
{
    (void)luaL_getsubtable(lua, LUA_REGISTRYINDEX, key);
    lua_Integer place = next_place(lua, lua_gettop(lua));
    lua_pushvalue(lua, -2);
    lua_rawseti(lua, -2, place);
    lua_pop(lua, 2);
}

/*
 * Where an author would look for the word: in the scenario, where the word is
 * spoken by a function of a library; in the library where it stands there.
 */
static helper_place place_of_word(lua_State *lua)
{
    const helper_run *run = helper_run_of(lua);
    helper_place inner = helper_guard_place(lua);
    lua_Debug frame;
    for (int level = 1; lua_getstack(lua, level, &frame) != 0; level++) {
        helper_place at = {0};
        if (!helper_guard_frame_place(lua, &frame, &at)) {
            continue;
        }
        bool is_library =
            run->message->files[at.source_idx].kind == HELPER_FILE_LIBRARY;
        if (!is_library) {
            return at;
        }
        if (strcmp(frame.what, "main") == 0) {
            return inner;
        }
    }
    return inner;
}

/* ---------------------------------------------------------- each fact */

/*
 * Runs `each` of the facts on every set, in order, and takes it out of the
 * body: what it derived is data, the function is not.
 */
static void derive_facts(lua_State *lua, int body_idx)
{
    (void)lua_pushliteral(lua, "each");
    int type = lua_rawget(lua, body_idx);
    if (type == LUA_TNIL) {
        lua_pop(lua, 1);
        return;
    }
    if (type != LUA_TFUNCTION) {
        (void)luaL_error(lua, "`each` must be a function: each = function(f) "
                              "... end");
    }
    lua_Integer count = (lua_Integer)lua_rawlen(lua, body_idx);
    for (lua_Integer i = 1; i <= count; i++) {
        if (lua_rawgeti(lua, body_idx, i) == LUA_TTABLE) {
            lua_pushvalue(lua, -2);
            lua_insert(lua, -2);
            lua_pushinteger(lua, i);
            lua_call(lua, 2, 0);
        } else {
            lua_pop(lua, 1);
        }
    }
    lua_pop(lua, 1);
    (void)lua_pushliteral(lua, "each");
    lua_pushnil(lua);
    lua_rawset(lua, body_idx);
}

/* -------------------------------------------------------------- words */

/* Makes the declaration of the name at 2 (or nil) and the body at 1. */
static int declare(lua_State *lua, uint32_t word_idx, helper_place at)
{
    if (strcmp(helper_words[word_idx].name, "facts") == 0) {
        derive_facts(lua, 1);
    }
    helper_declaration *declaration =
        lua_newuserdatauv(lua, sizeof *declaration, 2);
    *declaration = (helper_declaration){
        .kind = HELPER_DECLARATION, .word_idx = word_idx, .at = at};
    lua_pushvalue(lua, 2);
    (void)lua_setiuservalue(lua, -2, 1);
    lua_pushvalue(lua, 1);
    (void)lua_setiuservalue(lua, -2, 2);
    luaL_setmetatable(lua, declaration_kind);
    lua_pushvalue(lua, -1);
    append(lua, declared_key);
    return 1;
}

/* Upvalues of the function that waits for the table. */
enum {
    UP_WORD = 1,
    UP_NAME,
    UP_SOURCE,
    UP_LINE,
    UP_COMPLETE
};

static int take_table(lua_State *lua)
{
    uint32_t word_idx = (uint32_t)lua_tointeger(lua, lua_upvalueindex(UP_WORD));
    helper_place at = {
        .source_idx = (uint32_t)lua_tointeger(lua, lua_upvalueindex(UP_SOURCE)),
        .line = (uint32_t)lua_tointeger(lua, lua_upvalueindex(UP_LINE)),
    };
    lua_settop(lua, 1);
    lua_pushvalue(lua, lua_upvalueindex(UP_NAME));
    if (lua_type(lua, 1) != LUA_TTABLE) {
        const char *got = helper_kind_words(lua, 1);
        const char *title = push_title(lua, word_idx, 2);
        helper_fault_raise(lua, at, "%s needs a table, not %s: %s { ... }",
                           title, got, title);
    }
    lua_pushboolean(lua, 1);
    lua_replace(lua, lua_upvalueindex(UP_COMPLETE));
    return declare(lua, word_idx, at);
}

/* Upvalue 1: the index of the word. `word "id"` */
static int take_name(lua_State *lua)
{
    lua_Integer word_idx = lua_tointeger(lua, lua_upvalueindex(1));
    const char *word = helper_words[word_idx].name;
    if (lua_type(lua, 1) != LUA_TSTRING) {
        return luaL_error(lua,
                          "`%s` needs a name in quotes first: %s \"...\" "
                          "{ ... }",
                          word, word);
    }
    helper_place at = place_of_word(lua);
    lua_pushinteger(lua, word_idx);
    lua_pushvalue(lua, 1);
    lua_pushinteger(lua, (lua_Integer)at.source_idx);
    lua_pushinteger(lua, (lua_Integer)at.line);
    lua_pushboolean(lua, 0);
    lua_pushcclosure(lua, take_table, UP_COMPLETE);
    lua_pushvalue(lua, -1);
    append(lua, called_key);
    return 1;
}

/* Upvalue 1: the index of the word. `word { … }` */
static int take_body(lua_State *lua)
{
    lua_Integer word_idx = lua_tointeger(lua, lua_upvalueindex(1));
    const char *word = helper_words[word_idx].name;
    if (lua_type(lua, 1) == LUA_TSTRING) {
        return luaL_error(lua, "`%s` takes no name: write %s { ... }", word,
                          word);
    }
    if (lua_type(lua, 1) != LUA_TTABLE) {
        return luaL_error(lua, "`%s` needs a table, not %s: %s { ... }", word,
                          helper_kind_words(lua, 1), word);
    }
    lua_settop(lua, 1);
    lua_pushnil(lua);
    return declare(lua, (uint32_t)word_idx, place_of_word(lua));
}

void helper_words_add(lua_State *lua)
{
    static const luaL_Reg access[] = {
        {"__index", read_body}, {"__newindex", write_body},
        {"__len", body_length}, {"__call", refuse_call},
        {NULL, NULL},
    };
    for (uint32_t i = 0; i < helper_word_count(); i++) {
        lua_pushinteger(lua, (lua_Integer)i);
        lua_pushcclosure(lua,
                         helper_words[i].takes_name ? take_name : take_body, 1);
        lua_setfield(lua, -2, helper_words[i].name);
    }
    (void)luaL_newmetatable(lua, declaration_kind);
    luaL_setfuncs(lua, access, 0);
    helper_metatable_lock(lua);
    lua_pop(lua, 1);
}

void helper_words_push_declared(lua_State *lua)
{
    (void)luaL_getsubtable(lua, LUA_REGISTRYINDEX, declared_key);
}

/* -------------------------------------------------------------- check */

/* The function at the top, waiting for its table since it took a name. */
static void check_complete(lua_State *lua)
{
    (void)lua_getupvalue(lua, -1, UP_COMPLETE);
    bool is_complete = lua_toboolean(lua, -1) != 0;
    lua_pop(lua, 1);
    if (is_complete) {
        return;
    }
    (void)lua_getupvalue(lua, -1, UP_WORD);
    (void)lua_getupvalue(lua, -2, UP_SOURCE);
    (void)lua_getupvalue(lua, -3, UP_LINE);
    helper_place at = {.source_idx = (uint32_t)lua_tointeger(lua, -2),
                       .line = (uint32_t)lua_tointeger(lua, -1)};
    uint32_t word_idx = (uint32_t)lua_tointeger(lua, -3);
    (void)lua_getupvalue(lua, -4, UP_NAME);
    const char *title = push_title(lua, word_idx, lua_gettop(lua));
    helper_fault_raise(lua, at, "%s has no table: write %s { ... }", title,
                       title);
}

static void check_all_complete(lua_State *lua)
{
    (void)luaL_getsubtable(lua, LUA_REGISTRYINDEX, called_key);
    lua_Integer count = (lua_Integer)lua_rawlen(lua, -1);
    for (lua_Integer i = 1; i <= count; i++) {
        (void)lua_rawgeti(lua, -1, i);
        check_complete(lua);
        lua_pop(lua, 1);
    }
    lua_pop(lua, 1);
}

static void mark_table(lua_State *lua, int seen_idx, uint32_t depth);

/* Marks the declaration at the top; its own body is gone through by itself. */
static void mark_value(lua_State *lua, int seen_idx, uint32_t depth)
{
    helper_declaration *declaration = helper_declaration_at(lua, -1);
    if (declaration != NULL) {
        declaration->is_nested = true;
    } else if (lua_type(lua, -1) == LUA_TTABLE) {
        mark_table(lua, seen_idx, depth + 1);
    }
}

/*
 * Marks every declaration in the table at the top. Tables met before are left
 * alone, and so is what lies too deep: the encoder refuses that.
 */
static void mark_table(lua_State *lua, int seen_idx, uint32_t depth)
{
    if (depth > HELPER_DEPTH_MAX) {
        return;
    }
    luaL_checkstack(lua, LUA_MINSTACK, NULL);
    if (lua_rawgetp(lua, seen_idx, lua_topointer(lua, -1)) != LUA_TNIL) {
        lua_pop(lua, 1);
        return;
    }
    lua_pop(lua, 1);
    lua_pushboolean(lua, 1);
    lua_rawsetp(lua, seen_idx, lua_topointer(lua, -2));
    lua_pushnil(lua);
    while (lua_next(lua, -2) != 0) {
        mark_value(lua, seen_idx, depth);
        lua_pop(lua, 1);
    }
}

/* Marks what stands in each body of the list at the top. */
static void mark_nested(lua_State *lua)
{
    int list_idx = lua_gettop(lua);
    lua_Integer count = (lua_Integer)lua_rawlen(lua, list_idx);
    lua_newtable(lua);
    for (lua_Integer i = 1; i <= count; i++) {
        (void)lua_rawgeti(lua, list_idx, i);
        (void)lua_getiuservalue(lua, -1, 2);
        mark_table(lua, list_idx + 1, 1);
        lua_pop(lua, 2);
    }
    lua_pop(lua, 1);
}

/* Judges where the declaration at the top stands. */
static void check_standing(lua_State *lua)
{
    const helper_run *run = helper_run_of(lua);
    const helper_declaration *declaration = lua_touserdata(lua, -1);
    const helper_word *word = &helper_words[declaration->word_idx];
    bool is_library = run->message->files[declaration->at.source_idx].kind ==
                      HELPER_FILE_LIBRARY;
    if (word->standing == HELPER_ALONE && declaration->is_nested) {
        helper_fault_raise(lua, declaration->at,
                           "%s stands inside another table; `%s` stands by "
                           "itself, is a `}` missing before it?",
                           helper_declaration_title(lua, -1), word->name);
    }
    if (word->standing == HELPER_INSIDE && !declaration->is_nested &&
        !is_library) {
        helper_fault_raise(lua, declaration->at,
                           "%s stands in no %s; is a `}` too early?",
                           helper_declaration_title(lua, -1),
                           strcmp(word->name, "reply") == 0 ? "turn" : "form");
    }
}

void helper_words_check(lua_State *lua)
{
    check_all_complete(lua);
    helper_words_push_declared(lua);
    mark_nested(lua);
    lua_Integer count = (lua_Integer)lua_rawlen(lua, -1);
    for (lua_Integer i = 1; i <= count; i++) {
        (void)lua_rawgeti(lua, -1, i);
        check_standing(lua);
        lua_pop(lua, 1);
    }
    lua_pop(lua, 1);
}
