/*
 * Typed values: money, names, dates, clocks, moments and ranges. They never
 * change, compare with their like only and have a written form, so an author
 * can compute with them while the file runs.
 */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <lauxlib.h>

#include "helper.h"

enum {
    RANGE_VALUES_MAX = 1000,
    NAME_PARTS = 3
};

static const int64_t yuan_max = INT64_C(1000000000000);

/* The names Lua and our sentences use; also the keys of the metatables. */
static const char *const kind_names[HELPER_KIND_COUNT] = {
    [HELPER_MONEY] = "money",
    [HELPER_NAME] = "a name",
    [HELPER_DATE] = "a date",
    [HELPER_CLOCK] = "a clock",
    [HELPER_DATETIME] = "a datetime",
    [HELPER_RANGE] = "a range",
    [HELPER_DECLARATION] = "a declaration",
};

/* ------------------------------------------------------------ reading */

helper_kind helper_kind_at(lua_State *lua, int idx)
{
    if (lua_type(lua, idx) != LUA_TUSERDATA) {
        return HELPER_KIND_COUNT;
    }
    helper_kind kind = HELPER_KIND_COUNT;
    memcpy(&kind, lua_touserdata(lua, idx), sizeof kind);
    return kind;
}

const helper_value *helper_value_at(lua_State *lua, int idx)
{
    return helper_kind_at(lua, idx) < HELPER_DECLARATION
               ? lua_touserdata(lua, idx)
               : NULL;
}

const char *helper_kind_words(lua_State *lua, int idx)
{
    if (lua_type(lua, idx) == LUA_TUSERDATA) {
        return kind_names[helper_kind_at(lua, idx)];
    }
    switch (lua_type(lua, idx)) {
    case LUA_TNUMBER: return "a number";
    case LUA_TSTRING: return "a text";
    case LUA_TBOOLEAN: return lua_toboolean(lua, idx) ? "true" : "false";
    case LUA_TTABLE: return "a table";
    case LUA_TFUNCTION: return "a function";
    default: return "nothing";
    }
}

/* ------------------------------------------------------------ writing */

static void write_moment(const helper_value *value,
                         char written[HELPER_WRITTEN_MAX])
{
    int64_t moment = value->number;
    if (value->kind == HELPER_DATE) {
        moment *= RP_MINUTES_A_DAY;
    }
    rp_calendar day = rp_calendar_of(moment);
    int length = 0;
    if (value->kind != HELPER_CLOCK) {
        length = snprintf(written, HELPER_WRITTEN_MAX,
                          "%04" PRId32 "-%02" PRId32 "-%02" PRId32, day.year,
                          day.month, day.day);
    }
    if (value->kind != HELPER_DATE) {
        (void)snprintf(written + length, (size_t)(HELPER_WRITTEN_MAX - length),
                       "%s%02" PRId32 ":%02" PRId32, length > 0 ? " " : "",
                       day.hour, day.minute);
    }
}

static void write_money(int64_t fen, char written[HELPER_WRITTEN_MAX])
{
    const char *sign = fen < 0 ? "-" : "";
    int64_t size = fen < 0 ? -fen : fen;
    if (size % 100 == 0) {
        (void)snprintf(written, HELPER_WRITTEN_MAX, "%s%" PRId64, sign,
                       size / 100);
    } else {
        (void)snprintf(written, HELPER_WRITTEN_MAX, "%s%" PRId64 ".%02" PRId64,
                       sign, size / 100, size % 100);
    }
}

void helper_value_write(const helper_value *value,
                        char written[HELPER_WRITTEN_MAX])
{
    written[0] = '\0';
    if (value->kind == HELPER_MONEY) {
        write_money(value->number, written);
    } else if (value->kind == HELPER_RANGE) {
        (void)snprintf(written, HELPER_WRITTEN_MAX, "%" PRId64 "..%" PRId64,
                       value->lo, value->hi);
    } else if (value->kind != HELPER_NAME) {
        write_moment(value, written);
    }
}

/* ------------------------------------------------------------- making */

helper_value *helper_value_push(lua_State *lua, helper_kind kind,
                                int64_t number)
{
    int parts = kind == HELPER_NAME ? NAME_PARTS : 0;
    helper_value *value = lua_newuserdatauv(lua, sizeof *value, parts);
    *value = (helper_value){.kind = kind, .number = number};
    luaL_setmetatable(lua, kind_names[kind]);
    return value;
}

static int push_money(lua_State *lua, int64_t fen)
{
    if (fen > yuan_max * 100 || fen < -yuan_max * 100) {
        return luaL_error(lua, "an amount of money is beyond %I yuan",
                          (LUAI_UACINT)yuan_max);
    }
    (void)helper_value_push(lua, HELPER_MONEY, fen);
    return 1;
}

/* An integer argument in [lo, hi], or an error that shows `usage`. */
static lua_Integer bounded(lua_State *lua, int idx, lua_Integer lo,
                           lua_Integer hi, const char *usage)
{
    int is_integer = 0;
    lua_Integer number = 0;
    if (lua_type(lua, idx) == LUA_TNUMBER) {
        number = lua_tointegerx(lua, idx, &is_integer);
    }
    if (is_integer == 0 || number < lo || number > hi) {
        (void)luaL_error(lua, "%s", usage);
    }
    return number;
}

static int money(lua_State *lua)
{
    static const char *const usage =
        "write money(yuan) or money(yuan, fen) with whole numbers, as in "
        "money(19, 90)";
    lua_Integer yuan = bounded(lua, 1, -yuan_max, yuan_max, usage);
    lua_Integer fen = 0;
    if (!lua_isnoneornil(lua, 2)) {
        fen = bounded(lua, 2, yuan == 0 ? -99 : 0, 99, usage);
    }
    return push_money(lua, yuan * 100 + (yuan < 0 ? -fen : fen));
}

/* Reads one written form; `parse` is base's strict reader. */
static int parse_value(lua_State *lua, helper_kind kind,
                       bool (*parse)(const char *, int64_t *),
                       const char *usage)
{
    int64_t number = 0;
    if (lua_type(lua, 1) != LUA_TSTRING) {
        return luaL_error(lua, "%s", usage);
    }
    size_t length = 0;
    const char *written = lua_tolstring(lua, 1, &length);
    if (strlen(written) != length || !parse(written, &number)) {
        return luaL_error(lua,
                          "\"%s\" is not on the calendar or not in this "
                          "form: %s",
                          written, usage);
    }
    (void)helper_value_push(lua, kind, number);
    return 1;
}

static int date(lua_State *lua)
{
    return parse_value(lua, HELPER_DATE, rp_parse_date,
                       "write date \"2025-09-10\"");
}

static int clock_value(lua_State *lua)
{
    return parse_value(lua, HELPER_CLOCK, rp_parse_clock,
                       "write clock \"14:00\"");
}

static int datetime(lua_State *lua)
{
    return parse_value(lua, HELPER_DATETIME, rp_parse_datetime,
                       "write datetime \"2025-09-10 10:30\"");
}

static int range(lua_State *lua)
{
    static const char *const usage =
        "write range(lowest, highest) or range(lowest, highest, start) with "
        "whole numbers, the start between them";
    const lua_Integer most = 1000000000;
    lua_Integer lo = bounded(lua, 1, -most, most, usage);
    lua_Integer hi = bounded(lua, 2, lo, most, usage);
    lua_Integer start = lo;
    if (!lua_isnoneornil(lua, 3)) {
        start = bounded(lua, 3, lo, hi, usage);
    }
    if (hi - lo >= RANGE_VALUES_MAX) {
        return luaL_error(lua, "a range has at most %d values",
                          RANGE_VALUES_MAX);
    }
    helper_value *value = helper_value_push(lua, HELPER_RANGE, start);
    value->lo = lo;
    value->hi = hi;
    return 1;
}

/* -------------------------------------------------------------- names */

static const char *const name_usage =
    "write name { \"Zhao Wei\", family = \"Zhao\", title = \"Mr\" }";

/* Refuses a part of a name that is no part of names. */
static void check_name_keys(lua_State *lua)
{
    lua_pushnil(lua);
    while (lua_next(lua, 1) != 0) {
        if (lua_type(lua, -1) != LUA_TSTRING) {
            (void)luaL_error(lua, "%s", name_usage);
        }
        lua_pop(lua, 1);
        if (lua_type(lua, -1) != LUA_TSTRING) {
            continue;
        }
        const char *key = lua_tostring(lua, -1);
        if (strcmp(key, "family") != 0 && strcmp(key, "title") != 0) {
            (void)luaL_error(lua, "a name has no `%s`: %s", key, name_usage);
        }
    }
}

static int name(lua_State *lua)
{
    static const char *const parts[] = {"family", "title"};
    lua_settop(lua, 1);
    if (lua_type(lua, 1) == LUA_TSTRING) {
        (void)helper_value_push(lua, HELPER_NAME, 0);
        lua_pushvalue(lua, 1);
        (void)lua_setiuservalue(lua, -2, 1);
        return 1;
    }
    if (lua_type(lua, 1) != LUA_TTABLE || lua_rawlen(lua, 1) != 1) {
        return luaL_error(lua, "%s", name_usage);
    }
    check_name_keys(lua);
    (void)helper_value_push(lua, HELPER_NAME, 0);
    (void)lua_rawgeti(lua, 1, 1);
    (void)lua_setiuservalue(lua, -2, 1);
    for (int i = 0; i < NAME_PARTS - 1; i++) {
        (void)lua_pushstring(lua, parts[i]);
        (void)lua_rawget(lua, 1);
        (void)lua_setiuservalue(lua, -2, i + 2);
    }
    return 1;
}

/* ---------------------------------------------------------- operators */

static bool same_names(lua_State *lua)
{
    for (int part = 1; part <= NAME_PARTS; part++) {
        (void)lua_getiuservalue(lua, 1, part);
        (void)lua_getiuservalue(lua, 2, part);
        bool is_same = lua_rawequal(lua, -2, -1) != 0;
        lua_pop(lua, 2);
        if (!is_same) {
            return false;
        }
    }
    return true;
}

static int is_equal(lua_State *lua)
{
    const helper_value *a = helper_value_at(lua, 1);
    const helper_value *b = helper_value_at(lua, 2);
    bool is_same = a != NULL && b != NULL && a->kind == b->kind &&
                   a->number == b->number && a->lo == b->lo && a->hi == b->hi;
    if (is_same && a->kind == HELPER_NAME) {
        is_same = same_names(lua);
    }
    lua_pushboolean(lua, is_same);
    return 1;
}

/* -1, 0 or 1; an error for what has no order. */
static int compare(lua_State *lua)
{
    const helper_value *a = helper_value_at(lua, 1);
    const helper_value *b = helper_value_at(lua, 2);
    bool has_order = a != NULL && b != NULL && a->kind == b->kind &&
                     a->kind != HELPER_NAME && a->kind != HELPER_RANGE;
    if (!has_order) {
        return luaL_error(lua, "%s cannot be compared with %s",
                          helper_kind_words(lua, 1), helper_kind_words(lua, 2));
    }
    return (a->number > b->number) - (a->number < b->number);
}

static int is_less(lua_State *lua)
{
    lua_pushboolean(lua, compare(lua) < 0);
    return 1;
}

static int is_less_or_equal(lua_State *lua)
{
    lua_pushboolean(lua, compare(lua) <= 0);
    return 1;
}

/* The fen of an operand, or an error: only money is added to money. */
static int64_t fen_at(lua_State *lua, int idx)
{
    const helper_value *value = helper_value_at(lua, idx);
    if (value == NULL || value->kind != HELPER_MONEY) {
        (void)luaL_error(lua,
                         "%s cannot be used here: + and - take money and "
                         "money; dates and clocks are moved with after(...)",
                         helper_kind_words(lua, idx));
        return 0;
    }
    return value->number;
}

static int add(lua_State *lua)
{
    return push_money(lua, fen_at(lua, 1) + fen_at(lua, 2));
}

static int subtract(lua_State *lua)
{
    return push_money(lua, fen_at(lua, 1) - fen_at(lua, 2));
}

static int negate(lua_State *lua)
{
    return push_money(lua, -fen_at(lua, 1));
}

static int multiply(lua_State *lua)
{
    int factor_idx = helper_value_at(lua, 1) == NULL ? 1 : 2;
    int64_t fen = fen_at(lua, 3 - factor_idx);
    int64_t factor = bounded(lua, factor_idx, -yuan_max, yuan_max,
                             "money is multiplied by a whole number");
    int64_t product = 0;
    if (__builtin_mul_overflow(fen, factor, &product)) {
        product = INT64_MAX;
    }
    return push_money(lua, product);
}

static int divide(lua_State *lua)
{
    int64_t fen = fen_at(lua, 1);
    int64_t by = bounded(lua, 2, 1, yuan_max,
                         "money is divided with // by a whole number above 0");
    return push_money(lua, fen / by - (fen % by < 0));
}

static int refuse_division(lua_State *lua)
{
    return luaL_error(lua, "money is divided with //, down to the whole fen");
}

static int join(lua_State *lua)
{
    for (int idx = 1; idx <= 2; idx++) {
        if (helper_kind_at(lua, idx) == HELPER_KIND_COUNT &&
            lua_isstring(lua, idx) == 0) {
            return luaL_error(lua, "%s cannot be joined to a text",
                              helper_kind_words(lua, idx));
        }
        helper_library_written(lua, idx);
        lua_replace(lua, idx);
    }
    lua_settop(lua, 2);
    lua_concat(lua, 2);
    return 1;
}

static int refuse_index(lua_State *lua)
{
    return luaL_error(lua, "%s has no parts to read",
                      helper_kind_words(lua, 1));
}

static int refuse_change(lua_State *lua)
{
    return luaL_error(lua, "%s cannot be changed", helper_kind_words(lua, 1));
}

static int refuse_call(lua_State *lua)
{
    return luaL_error(lua, "a comma is missing after %s",
                      helper_kind_words(lua, 1));
}

static const luaL_Reg operators[] = {
    {"__eq", is_equal},         {"__lt", is_less},
    {"__le", is_less_or_equal}, {"__add", add},
    {"__sub", subtract},        {"__mul", multiply},
    {"__unm", negate},          {"__idiv", divide},
    {"__div", refuse_division}, {"__concat", join},
    {"__index", refuse_index},  {"__newindex", refuse_change},
    {"__call", refuse_call},    {NULL, NULL},
};

void helper_values_add(lua_State *lua)
{
    static const luaL_Reg constructors[] = {
        {"money", money},       {"name", name},         {"date", date},
        {"clock", clock_value}, {"datetime", datetime}, {"range", range},
        {NULL, NULL},
    };
    for (int kind = 0; kind < HELPER_DECLARATION; kind++) {
        (void)luaL_newmetatable(lua, kind_names[kind]);
        luaL_setfuncs(lua, operators, 0);
        helper_metatable_lock(lua);
        lua_pop(lua, 1);
    }
    luaL_setfuncs(lua, constructors, 0);
}
