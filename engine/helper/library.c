/*
 * Our own versions of the library functions that would otherwise depend on
 * addresses, the clock or chance, or that could build without bounds.
 */
#include <math.h>
#include <string.h>

#include <lauxlib.h>

#include "helper.h"

/* ----------------------------------------------------------- tostring */

void helper_library_written(lua_State *lua, int idx)
{
    const helper_value *value = helper_value_at(lua, idx);
    char written[HELPER_WRITTEN_MAX];

    if (helper_declaration_at(lua, idx) != NULL) {
        (void)helper_declaration_title(lua, idx);
    } else if (value != NULL && value->kind == HELPER_NAME) {
        (void)lua_getiuservalue(lua, idx, 1);
    } else if (value != NULL) {
        helper_value_write(value, written);
        (void)lua_pushstring(lua, written);
    } else if (lua_type(lua, idx) == LUA_TNUMBER &&
               isnan(lua_tonumber(lua, idx))) {
        (void)lua_pushliteral(lua, "nan");
    } else if (lua_type(lua, idx) == LUA_TTABLE ||
               lua_type(lua, idx) == LUA_TFUNCTION) {
        (void)lua_pushstring(lua, luaL_typename(lua, idx));
    } else {
        (void)luaL_tolstring(lua, idx, NULL);
    }
}

static int tostring(lua_State *lua)
{
    luaL_checkany(lua, 1);
    helper_library_written(lua, 1);
    return 1;
}

/* -------------------------------------------------------------- pairs */

/* Upvalues: the table, the sorted keys, the place reached. */
static int next_pair(lua_State *lua)
{
    lua_Integer place = lua_tointeger(lua, lua_upvalueindex(3));
    for (;;) {
        place++;
        int type = lua_rawgeti(lua, lua_upvalueindex(2), place);
        if (type == LUA_TNIL) {
            return 1;
        }
        lua_pushvalue(lua, -1);
        if (lua_rawget(lua, lua_upvalueindex(1)) != LUA_TNIL) {
            break; /* a key removed on the way is passed over */
        }
        lua_pop(lua, 2);
    }
    lua_pushinteger(lua, place);
    lua_replace(lua, lua_upvalueindex(3));
    return 2;
}

static void push_key(lua_State *lua, const helper_key *key)
{
    if (key->type == LUA_TBOOLEAN) {
        lua_pushboolean(lua, key->integer != 0);
    } else if (key->type == LUA_TSTRING) {
        (void)lua_pushlstring(lua, key->bytes, key->length);
    } else if (key->is_integer) {
        lua_pushinteger(lua, key->integer);
    } else {
        lua_pushnumber(lua, key->number);
    }
}

/* Fills `keys` from the table at index 1. */
static void read_keys(lua_State *lua, helper_key *keys)
{
    size_t count = 0;
    lua_pushnil(lua);
    while (lua_next(lua, 1) != 0) {
        lua_pop(lua, 1);
        if (!helper_key_read(lua, -1, &keys[count])) {
            helper_fault_here(lua,
                              "`pairs` puts keys in order, and a key here is "
                              "%s; use texts or numbers as keys",
                              helper_kind_words(lua, -1));
        }
        count++;
    }
}

/* Pushes the list of the sorted keys of the table at index 1. */
static void push_sorted_keys(lua_State *lua)
{
    size_t count = helper_keys_count(lua, 1);
    helper_key *keys = lua_newuserdatauv(lua, (count + 1) * sizeof *keys, 0);
    int scratch = lua_gettop(lua);
    read_keys(lua, keys);
    helper_keys_sort(keys, count);
    lua_createtable(lua, (int)count, 0);
    for (size_t i = 0; i < count; i++) {
        push_key(lua, &keys[i]);
        lua_rawseti(lua, -2, (lua_Integer)i + 1);
    }
    lua_remove(lua, scratch);
}

static int pairs(lua_State *lua)
{
    if (helper_declaration_at(lua, 1) != NULL) {
        (void)lua_getiuservalue(lua, 1, 2);
        lua_replace(lua, 1);
    }
    luaL_checktype(lua, 1, LUA_TTABLE);
    lua_settop(lua, 1);
    push_sorted_keys(lua);
    lua_pushinteger(lua, 0);
    lua_pushcclosure(lua, next_pair, 3);
    return 1;
}

void helper_library_add_base(lua_State *lua)
{
    static const luaL_Reg own[] = {
        {"tostring", tostring},
        {"pairs", pairs},
        {NULL, NULL},
    };
    luaL_setfuncs(lua, own, 0);
}

/* ------------------------------------------------------------- string */

/*
 * Turns the argument of one conversion into what the stock function may
 * print: no addresses, no forms that differ between machines.
 */
static void prepare_argument(lua_State *lua, char conversion, int idx)
{
    if (conversion == '\0' || strchr("pqaA", conversion) != NULL) {
        luaL_error(lua, "`string.format` has no `%%%c` in scenarios",
                   conversion);
    }
    if (conversion != 's' || idx > lua_gettop(lua)) {
        return;
    }
    int type = lua_type(lua, idx);
    if (type == LUA_TTABLE || type == LUA_TFUNCTION) {
        luaL_error(lua, "`string.format` cannot write %s",
                   helper_kind_words(lua, idx));
    }
    helper_library_written(lua, idx);
    lua_replace(lua, idx);
}

/* Upvalue 1: the stock function. */
static int format(lua_State *lua)
{
    size_t length = 0;
    const char *text = luaL_checklstring(lua, 1, &length);
    int argument = 1;
    luaL_checkstack(lua, LUA_MINSTACK, NULL);
    for (size_t i = 0; i < length; i++) {
        if (text[i] != '%') {
            continue;
        }
        i++;
        if (i < length && text[i] == '%') {
            continue;
        }
        while (i < length && text[i] != '\0' &&
               strchr("-+ #0123456789.", text[i]) != NULL) {
            i++;
        }
        argument++;
        prepare_argument(lua, text[i], argument); /* a NUL at the end */
    }
    lua_pushvalue(lua, lua_upvalueindex(1));
    lua_insert(lua, 1);
    lua_call(lua, lua_gettop(lua) - 1, 1);
    return 1;
}

/* Upvalue 1: the stock function. */
static int rep(lua_State *lua)
{
    size_t length = 0;
    size_t between = 0;
    (void)luaL_checklstring(lua, 1, &length);
    lua_Integer times = luaL_checkinteger(lua, 2);
    (void)luaL_optlstring(lua, 3, "", &between);
    size_t each = length + between;
    if (times > 0 && each > 0 && (size_t)times > HELPER_TEXT_BUILT_MAX / each) {
        helper_fault_here(lua, "`string.rep` builds a text of at most 1 MiB");
    }
    lua_settop(lua, 3);
    lua_pushvalue(lua, lua_upvalueindex(1));
    lua_insert(lua, 1);
    lua_call(lua, 3, 1);
    return 1;
}

/* Wraps the stock function of the same name in the table at the top. */
static void wrap(lua_State *lua, const char *name, lua_CFunction function)
{
    (void)lua_getfield(lua, -1, name);
    lua_pushcclosure(lua, function, 1);
    lua_setfield(lua, -2, name);
}

void helper_library_add_string(lua_State *lua)
{
    wrap(lua, "format", format);
    wrap(lua, "rep", rep);
}

/* --------------------------------------------------------------- sort */

/* A stable merge sort of the list at 1 with the test at 2 (or nil). */
static bool is_before(lua_State *lua, int list, lua_Integer a, lua_Integer b)
{
    bool answer = false;
    if (lua_isnil(lua, 2)) {
        (void)lua_rawgeti(lua, list, a);
        (void)lua_rawgeti(lua, list, b);
        answer = lua_compare(lua, -2, -1, LUA_OPLT) != 0;
        lua_pop(lua, 2);
        return answer;
    }
    lua_pushvalue(lua, 2);
    (void)lua_rawgeti(lua, list, a);
    (void)lua_rawgeti(lua, list, b);
    lua_call(lua, 2, 1);
    answer = lua_toboolean(lua, -1) != 0;
    lua_pop(lua, 1);
    return answer;
}

/* Merges [lo, mid) and [mid, hi) of `from` into `to`. */
typedef struct merge {
    int from;
    int to;
    lua_Integer lo;
    lua_Integer mid;
    lua_Integer hi;
} merge;

static void merge_runs(lua_State *lua, const merge *runs)
{
    lua_Integer left = runs->lo;
    lua_Integer right = runs->mid;
    for (lua_Integer out = runs->lo; out < runs->hi; out++) {
        bool takes_left =
            left < runs->mid &&
            (right >= runs->hi || !is_before(lua, runs->from, right, left));
        (void)lua_rawgeti(lua, runs->from, takes_left ? left++ : right++);
        lua_rawseti(lua, runs->to, out);
    }
}

static lua_Integer least(lua_Integer a, lua_Integer b)
{
    return a < b ? a : b;
}

static int sort(lua_State *lua)
{
    luaL_checktype(lua, 1, LUA_TTABLE);
    lua_settop(lua, 2);
    if (!lua_isnil(lua, 2)) {
        luaL_checktype(lua, 2, LUA_TFUNCTION);
    }
    lua_Integer count = (lua_Integer)lua_rawlen(lua, 1);
    lua_newtable(lua);
    int from = 1;
    int to = 3;
    for (lua_Integer width = 1; width < count; width *= 2) {
        for (lua_Integer lo = 1; lo <= count; lo += 2 * width) {
            merge_runs(lua, &(merge){.from = from,
                                     .to = to,
                                     .lo = lo,
                                     .mid = least(lo + width, count + 1),
                                     .hi = least(lo + 2 * width, count + 1)});
        }
        int kept = from;
        from = to;
        to = kept;
    }
    for (lua_Integer i = 1; from != 1 && i <= count; i++) {
        (void)lua_rawgeti(lua, from, i);
        lua_rawseti(lua, 1, i);
    }
    return 0;
}

void helper_library_add_table(lua_State *lua)
{
    lua_pushcfunction(lua, sort);
    lua_setfield(lua, -2, "sort");
}

/* ------------------------------------------------------------- random */

/* Like `math.random`, but every load draws the same numbers. */
static int random_number(lua_State *lua)
{
    rp_random *chance = &helper_run_of(lua)->random;
    lua_Integer lo = 1;
    lua_Integer hi = 0;
    if (lua_gettop(lua) == 0) {
        lua_pushnumber(lua,
                       (lua_Number)(rp_random_next(chance) >> 11U) * 0x1.0p-53);
        return 1;
    }
    if (lua_gettop(lua) == 1) {
        hi = luaL_checkinteger(lua, 1);
    } else {
        lo = luaL_checkinteger(lua, 1);
        hi = luaL_checkinteger(lua, 2);
    }
    if (lo > hi) {
        return luaL_error(lua, "`math.random` needs a range that is not empty");
    }
    uint64_t span = (uint64_t)hi - (uint64_t)lo + 1;
    uint64_t drawn = rp_random_next(chance);
    uint64_t value = (uint64_t)lo + (span == 0 ? drawn : drawn % span);
    lua_pushinteger(lua, (lua_Integer)value);
    return 1;
}

void helper_library_add_math(lua_State *lua)
{
    lua_pushcfunction(lua, random_number);
    lua_setfield(lua, -2, "random");
}
