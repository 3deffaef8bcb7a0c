/*
 * Calendar sums for authors: `after`, `weekday` and the parts of a moment.
 */
#include <string.h>

#include <lauxlib.h>

#include "helper.h"

enum {
    AMOUNT_MAX = 1000000
};

/* What `after` adds, in the order it is added. */
typedef struct amounts {
    lua_Integer days;
    lua_Integer workdays;
    lua_Integer hours;
    lua_Integer minutes;
} amounts;

static lua_Integer *amount_of(amounts *by, const char *key)
{
    const struct {
        const char *name;
        lua_Integer *amount;
    } known[] = {
        {"days", &by->days},
        {"workdays", &by->workdays},
        {"hours", &by->hours},
        {"minutes", &by->minutes},
    };

    for (size_t i = 0; i < sizeof known / sizeof known[0]; i++) {
        if (strcmp(key, known[i].name) == 0) {
            return known[i].amount;
        }
    }
    return NULL;
}

/* Reads one entry of the table; its key is below its value at the top. */
static void read_amount(lua_State *lua, amounts *by)
{
    const char *key =
        lua_type(lua, -2) == LUA_TSTRING ? lua_tostring(lua, -2) : "?";
    lua_Integer *amount = amount_of(by, key);
    int is_integer = 0;
    if (amount == NULL) {
        (void)luaL_error(lua,
                         "`after` adds minutes, hours, days or workdays, not "
                         "`%s`",
                         key);
        return;
    }
    if (lua_type(lua, -1) == LUA_TNUMBER) {
        *amount = lua_tointegerx(lua, -1, &is_integer);
    }
    if (is_integer == 0 || *amount > AMOUNT_MAX || *amount < -AMOUNT_MAX) {
        (void)luaL_error(lua, "`%s` must be a whole number, at most a million",
                         key);
    }
}

static void read_amounts(lua_State *lua, amounts *by)
{
    if (lua_type(lua, 2) != LUA_TTABLE) {
        (void)luaL_error(lua, "write after(time, { hours = 2, minutes = 30 })");
    }
    lua_pushnil(lua);
    while (lua_next(lua, 2) != 0) {
        read_amount(lua, by);
        lua_pop(lua, 1);
    }
}

/* Days first, then working days, then hours and minutes. */
static int64_t add_amounts(int64_t moment, const amounts *by)
{
    moment += by->days * RP_MINUTES_A_DAY;
    if (by->workdays != 0) {
        moment = rp_add_workdays(moment, by->workdays);
    }
    return moment + by->hours * 60 + by->minutes;
}

/* Refuses a moment that no `datetime "..."` could write. */
static int64_t check_moment(lua_State *lua, int64_t moment)
{
    int64_t first = 0;
    int64_t last = 0;
    (void)rp_parse_datetime("1900-01-01 00:00", &first);
    (void)rp_parse_datetime("2199-12-31 23:59", &last);
    if (moment < first || moment > last) {
        (void)luaL_error(lua, "this is outside the years 1900 to 2199");
    }
    return moment;
}

static int after_clock(lua_State *lua, int64_t minutes, const amounts *by)
{
    if (by->days != 0 || by->workdays != 0) {
        return luaL_error(lua, "a clock has no days; use a datetime");
    }
    minutes = add_amounts(minutes, by);
    if (minutes < 0 || minutes >= RP_MINUTES_A_DAY) {
        return luaL_error(lua, "this goes beyond the day; use a datetime");
    }
    (void)helper_value_push(lua, HELPER_CLOCK, minutes);
    return 1;
}

static int after_date(lua_State *lua, int64_t days, const amounts *by)
{
    if (by->hours != 0 || by->minutes != 0) {
        return luaL_error(lua, "a date has no hours or minutes; use a "
                               "datetime");
    }
    int64_t moment = add_amounts(days * RP_MINUTES_A_DAY, by);
    moment = check_moment(lua, moment) - moment % RP_MINUTES_A_DAY;
    (void)helper_value_push(lua, HELPER_DATE, moment / RP_MINUTES_A_DAY);
    return 1;
}

static int after(lua_State *lua)
{
    const helper_value *from = helper_value_at(lua, 1);
    amounts by = {0};
    read_amounts(lua, &by);
    if (from != NULL && from->kind == HELPER_CLOCK) {
        return after_clock(lua, from->number, &by);
    }
    if (from != NULL && from->kind == HELPER_DATE) {
        return after_date(lua, from->number, &by);
    }
    if (from == NULL || from->kind != HELPER_DATETIME) {
        return luaL_error(lua,
                          "`after` counts from a date, a clock or a "
                          "datetime, not from %s",
                          helper_kind_words(lua, 1));
    }
    int64_t moment = check_moment(lua, add_amounts(from->number, &by));
    (void)helper_value_push(lua, HELPER_DATETIME, moment);
    return 1;
}

/* The moment at `idx`; `kinds` says which kinds will do. */
static const helper_value *check_kind(lua_State *lua, int idx, helper_kind kind,
                                      helper_kind or_kind, const char *usage)
{
    const helper_value *value = helper_value_at(lua, idx);
    if (value == NULL || (value->kind != kind && value->kind != or_kind)) {
        (void)luaL_error(lua, "%s, not %s", usage, helper_kind_words(lua, idx));
    }
    return value;
}

static int weekday(lua_State *lua)
{
    const helper_value *value =
        check_kind(lua, 1, HELPER_DATE, HELPER_DATETIME,
                   "`weekday` takes a date or a datetime");
    int64_t moment = value->number;
    if (value->kind == HELPER_DATE) {
        moment *= RP_MINUTES_A_DAY;
    }
    lua_pushinteger(lua, rp_weekday(moment));
    return 1;
}

/* The minutes of the day of a moment, also before 1970. */
static int64_t minutes_of(int64_t moment)
{
    int64_t minutes = moment % RP_MINUTES_A_DAY;
    return minutes < 0 ? minutes + RP_MINUTES_A_DAY : minutes;
}

static int clock_of(lua_State *lua)
{
    const helper_value *value =
        check_kind(lua, 1, HELPER_DATETIME, HELPER_DATETIME,
                   "`clock_of` takes a datetime");
    (void)helper_value_push(lua, HELPER_CLOCK, minutes_of(value->number));
    return 1;
}

static int date_of(lua_State *lua)
{
    const helper_value *value = check_kind(
        lua, 1, HELPER_DATETIME, HELPER_DATETIME, "`date_of` takes a datetime");
    int64_t midnight = value->number - minutes_of(value->number);
    (void)helper_value_push(lua, HELPER_DATE, midnight / RP_MINUTES_A_DAY);
    return 1;
}

static int at(lua_State *lua)
{
    const helper_value *day = check_kind(lua, 1, HELPER_DATE, HELPER_DATE,
                                         "`at` takes a date and a clock");
    const helper_value *clock = check_kind(lua, 2, HELPER_CLOCK, HELPER_CLOCK,
                                           "`at` takes a date and a clock");
    (void)helper_value_push(lua, HELPER_DATETIME,
                            day->number * RP_MINUTES_A_DAY + clock->number);
    return 1;
}

void helper_calendar_add(lua_State *lua)
{
    static const luaL_Reg functions[] = {
        {"after", after},     {"weekday", weekday}, {"clock_of", clock_of},
        {"date_of", date_of}, {"at", at},           {NULL, NULL},
    };
    luaL_setfuncs(lua, functions, 0);
}
