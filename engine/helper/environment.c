/*
 * What a scenario can see. A list of what is there, never of what is not:
 * whatever Lua adds later stays out until somebody lets it in. Names an author
 * may know from elsewhere answer with a sentence instead of nil.
 */
#include <string.h>

#include <lauxlib.h>
#include <lualib.h>

#include "helper.h"

static const char *const base_names[] = {
    "assert", "error", "ipairs", "select", "tonumber", "type", NULL,
};
static const char *const string_names[] = {
    "byte",  "char",  "find", "format",  "gmatch", "gsub",  "len",
    "lower", "match", "rep",  "reverse", "sub",    "upper", NULL,
};
static const char *const table_names[] = {
    "concat", "insert", "remove", "unpack", NULL,
};
static const char *const math_names[] = {
    "abs",  "ceil",      "floor",      "fmod",       "max",
    "min",  "tointeger", "type",       "ult",        "sqrt",
    "huge", "pi",        "maxinteger", "mininteger", NULL,
};
static const char *const utf8_names[] = {
    "char", "charpattern", "codes", "codepoint", "len", "offset", NULL,
};

static const struct library {
    const char *name;
    lua_CFunction open;
    const char *const *names;
    void (*add)(lua_State *lua);
} libraries[] = {
    {"string", luaopen_string, string_names, helper_library_add_string},
    {"table", luaopen_table, table_names, helper_library_add_table},
    {"math", luaopen_math, math_names, helper_library_add_math},
    {"utf8", luaopen_utf8, utf8_names, NULL},
};

/* Functions and libraries of Lua that scenarios do without. */
static const char *const absent_functions[] = {
    "collectgarbage", "dofile",     "getfenv",      "getmetatable", "load",
    "loadfile",       "loadstring", "module",       "next",         "pcall",
    "print",          "rawequal",   "rawget",       "rawlen",       "rawset",
    "require",        "setfenv",    "setmetatable", "unpack",       "xpcall",
};
static const char *const absent_libraries[] = {
    "_G", "bit32", "coroutine", "debug", "ffi", "io", "jit", "os", "package",
};

void helper_metatable_lock(lua_State *lua)
{
    lua_pushboolean(lua, 0);
    lua_setfield(lua, -2, "__metatable");
}

/* ------------------------------------------------------- absent names */

/* Upvalue 1: the name. */
static int refuse_call(lua_State *lua)
{
    return luaL_error(lua, "`%s` is not available in scenarios",
                      lua_tostring(lua, lua_upvalueindex(1)));
}

/* Upvalue 1: the library; argument 2: the field. */
static int refuse_field(lua_State *lua)
{
    const char *library = lua_tostring(lua, lua_upvalueindex(1));
    if (lua_type(lua, 2) != LUA_TSTRING) {
        return luaL_error(lua, "`%s` is not available in scenarios", library);
    }
    return luaL_error(lua, "`%s.%s` is not available in scenarios", library,
                      lua_tostring(lua, 2));
}

/* Upvalue 1: the library. */
static int refuse_change(lua_State *lua)
{
    return luaL_error(lua, "`%s` cannot be changed",
                      lua_tostring(lua, lua_upvalueindex(1)));
}

/* Sets a closure over `name` as `field` of the table at the top. */
static void set_refusal(lua_State *lua, const char *field,
                        lua_CFunction function, const char *name)
{
    (void)lua_pushstring(lua, name);
    lua_pushcclosure(lua, function, 1);
    lua_setfield(lua, -2, field);
}

/* Pushes an empty table that refuses every field by name. */
static void push_absent_library(lua_State *lua, const char *name)
{
    lua_newtable(lua);
    lua_createtable(lua, 0, 4);
    set_refusal(lua, "__index", refuse_field, name);
    set_refusal(lua, "__newindex", refuse_field, name);
    set_refusal(lua, "__call", refuse_call, name);
    helper_metatable_lock(lua);
    (void)lua_setmetatable(lua, -2);
}

static void add_absent(lua_State *lua)
{
    size_t count = sizeof absent_functions / sizeof absent_functions[0];
    for (size_t i = 0; i < count; i++) {
        set_refusal(lua, absent_functions[i], refuse_call, absent_functions[i]);
    }
    count = sizeof absent_libraries / sizeof absent_libraries[0];
    for (size_t i = 0; i < count; i++) {
        push_absent_library(lua, absent_libraries[i]);
        lua_setfield(lua, -2, absent_libraries[i]);
    }
}

/* ---------------------------------------------------------- libraries */

/* Copies the named fields from the table below the top into the top. */
static void copy_fields(lua_State *lua, const char *const *names)
{
    for (size_t i = 0; names[i] != NULL; i++) {
        (void)lua_getfield(lua, -2, names[i]);
        lua_setfield(lua, -2, names[i]);
    }
}

/*
 * Pushes an empty table in front of the library: reading goes through to the
 * library, then to a sentence about what is not there; writing is refused.
 */
static void push_library(lua_State *lua, const struct library *library)
{
    lua_pushcfunction(lua, library->open);
    lua_call(lua, 0, 1);
    lua_newtable(lua);
    copy_fields(lua, library->names);
    lua_remove(lua, -2);
    if (library->add != NULL) {
        library->add(lua);
    }
    lua_createtable(lua, 0, 1);
    set_refusal(lua, "__index", refuse_field, library->name);
    (void)lua_setmetatable(lua, -2);

    lua_newtable(lua);
    lua_createtable(lua, 0, 3);
    lua_rotate(lua, -3, -1);
    lua_setfield(lua, -2, "__index");
    set_refusal(lua, "__newindex", refuse_change, library->name);
    helper_metatable_lock(lua);
    (void)lua_setmetatable(lua, -2);
}

/* ("x"):rep(3) reads from the library at the top, not from Lua's own. */
static void set_string_methods(lua_State *lua)
{
    (void)lua_pushliteral(lua, "");
    (void)lua_getmetatable(lua, -1);
    lua_pushvalue(lua, -3);
    lua_setfield(lua, -2, "__index");
    helper_metatable_lock(lua);
    lua_pop(lua, 2);
}

static void add_libraries(lua_State *lua)
{
    for (size_t i = 0; i < sizeof libraries / sizeof libraries[0]; i++) {
        push_library(lua, &libraries[i]);
        if (libraries[i].open == luaopen_string) {
            set_string_methods(lua);
        }
        lua_setfield(lua, -2, libraries[i].name);
    }
}

/* -------------------------------------------------------- environment */

/* Upvalue 1: the words. A word of the language keeps its meaning. */
static int set_global(lua_State *lua)
{
    if (lua_type(lua, 2) == LUA_TSTRING) {
        lua_pushvalue(lua, 2);
        if (lua_rawget(lua, lua_upvalueindex(1)) != LUA_TNIL) {
            return luaL_error(lua,
                              "`%s` is a word of the language; give your own "
                              "value another name, or write `local` before it",
                              lua_tostring(lua, 2));
        }
    }
    lua_settop(lua, 3);
    lua_rawset(lua, 1);
    return 0;
}

/*
 * Argument 2: a name nobody gave a value. Reading it is refused: what was
 * meant is a word written wrongly, or a text without its quotes, and as nil
 * it would go unnoticed.
 */
static int refuse_missing(lua_State *lua)
{
    const char *name = lua_tostring(lua, 2);
    const char *near = name == NULL ? NULL : helper_nearest_word(name);

    /* A slip of the keys rarely hits the first letter; another name does. */
    if (near != NULL && near[0] == name[0]) {
        return luaL_error(lua, "there is no word `%s`; did you mean `%s`?",
                          name, near);
    }
    return luaL_error(lua,
                      "`%s` has no value here; if it is a name or a text, put "
                      "it in quotes",
                      name == NULL ? "?" : name);
}

/* Fills the table at the top with everything a scenario can name. */
static void add_names(lua_State *lua)
{
    lua_pushcfunction(lua, luaopen_base);
    lua_call(lua, 0, 1);
    lua_insert(lua, -2);
    copy_fields(lua, base_names);
    lua_remove(lua, -2);
    helper_library_add_base(lua);
    add_libraries(lua);
    add_absent(lua);
    helper_values_add(lua);
    helper_calendar_add(lua);
    helper_words_add(lua);
    lua_pushcfunction(lua, helper_include);
    lua_setfield(lua, -2, "include");
}

int helper_environment_open(lua_State *lua)
{
    lua_newtable(lua);
    lua_newtable(lua);
    lua_newtable(lua);
    add_names(lua);
    lua_createtable(lua, 0, 1);
    lua_pushcfunction(lua, refuse_missing);
    lua_setfield(lua, -2, "__index");
    (void)lua_setmetatable(lua, -2);
    lua_pushvalue(lua, -1);
    lua_pushcclosure(lua, set_global, 1);
    lua_setfield(lua, -3, "__newindex");
    lua_setfield(lua, -2, "__index");
    helper_metatable_lock(lua);
    (void)lua_setmetatable(lua, -2);
    lua_rawseti(lua, LUA_REGISTRYINDEX, LUA_RIDX_GLOBALS);
    lua_pushnil(lua);
    lua_setfield(lua, LUA_REGISTRYINDEX, LUA_LOADED_TABLE);
    return 0;
}
