/*
 * Thousands of random expressions in random states, against Lua itself: the
 * language promises Lua's syntax, precedence and integer arithmetic, so Lua
 * is the judge. The one difference is division by zero, which is an error
 * there and 0, told apart, here.
 */
#include <stdio.h>

#include <lauxlib.h>
#include <lua.h>
#include <lualib.h>

#include "expr_world.h"
#include "support/test.h"

enum {
    EXPRESSIONS = 6000,
    STATES = 5,
    DEPTH = 4,
    WRITTEN_MAX = 3000
};

/* Writes one random expression; what does not fit is dropped for good. */
typedef struct writer {
    rp_random random;
    char text[WRITTEN_MAX];
    size_t length;
    bool is_full;
} writer;

static void put(writer *w, const char *part)
{
    size_t length = strlen(part);
    if (w->length + length + 1 > WRITTEN_MAX) {
        w->is_full = true;
        return;
    }
    memcpy(w->text + w->length, part, length + 1);
    w->length += length;
}

static uint32_t below(writer *w, uint32_t bound)
{
    return rp_random_below(&w->random, bound);
}

static const char *one_of(writer *w, const char *const *parts, uint32_t count)
{
    return parts[below(w, count)];
}

#define ONE_OF(w, parts) one_of(w, parts, sizeof(parts) / sizeof(parts)[0])

static void put_condition(writer *w, int depth);

static void put_number_leaf(writer *w)
{
    static const char *const leaves[] = {
        "0",
        "1",
        "2",
        "3",
        "7",
        "40",
        "100",
        "0x7fffffffffffffff",
        "0x8000000000000000",
        "calm",
        "trust",
        "patience",
        "offers",
        "balance",
        "fact.calls",
        "fact.credit",
    };
    put(w, ONE_OF(w, leaves));
}

/* Half of all parts stand in brackets; the rest shows how operators bind. */
static void put_number(writer *w, int depth)
{
    static const char *const operators[] = {" + ", " - ",  "*",
                                            "//",  " // ", " % "};
    static const char *const calls[] = {"min(", "max ("};
    if (depth == 0 || below(w, 4) == 0) {
        put_number_leaf(w);
        return;
    }
    bool is_bracketed = below(w, 2) == 0;
    put(w, is_bracketed ? "(" : " ");
    switch (below(w, 6)) {
    case 0:
        put(w, "- ");
        put_number(w, depth - 1);
        break;
    case 1:
        put(w, ONE_OF(w, calls));
        put_number(w, depth - 1);
        put(w, ", ");
        put_number(w, depth - 1);
        put(w, ")");
        break;
    default:
        put_number(w, depth - 1);
        put(w, ONE_OF(w, operators));
        put_number(w, depth - 1);
        break;
    }
    put(w, is_bracketed ? ")" : " ");
}

static void put_condition_leaf(writer *w)
{
    static const char *const leaves[] = {
        "true",
        "false",
        "owned",
        "fact.red",
        "said 'calm-down'",
        "said(\"opening/own\")",
        "seen 'opening'",
        "opened 'tickets'",
        "done 'feed back'",
        "promised 'news'",
        "kept ('news')",
        "fact.ticket == '4471'",
        "fact.caller ~= 'Zhao Wei'",
        "fact.since < fact.at",
        "offers == 2",
        "offers ~= 0",
        "balance <= 3",
        "40 < calm",
        "patience >= 50",
        "owned == false",
    };
    put(w, ONE_OF(w, leaves));
}

static void put_comparison(writer *w, int depth)
{
    static const char *const operators[] = {"==",  " ~= ", " < ",
                                            " <=", ">",    " >= "};
    put_number(w, depth - 1);
    put(w, ONE_OF(w, operators));
    put_number(w, depth - 1);
}

/* `not` binds more strongly than a comparison, so that needs brackets. */
static void put_not(writer *w, int depth)
{
    static const char *const atoms[] = {
        "not not owned",
        "not owned",
        "not fact.red",
        "not said 'calm-down'",
    };
    if (below(w, 3) == 0) {
        put(w, ONE_OF(w, atoms));
        return;
    }
    put(w, "not (");
    put_condition(w, depth - 1);
    put(w, below(w, 3) == 0 ? ") == (owned" : ") ~= (fact.red");
    put(w, ")");
}

static void put_condition(writer *w, int depth)
{
    if (depth == 0 || below(w, 5) == 0) {
        put_condition_leaf(w);
        return;
    }
    uint32_t kind = below(w, 6);
    bool is_bracketed = kind >= 4 || below(w, 2) == 0;
    put(w, is_bracketed ? "(" : " ");
    if (kind == 0) {
        put_not(w, depth);
    } else if (kind >= 4) {
        put_comparison(w, depth);
    } else {
        put_condition(w, depth - 1);
        put(w, kind == 1 ? " and " : " or ");
        put_condition(w, depth - 1);
    }
    put(w, is_bracketed ? ")" : " ");
}

/* --------------------------------------------------- the world in Lua */

static void lua_number(lua_State *lua, const char *name, int64_t value)
{
    lua_pushinteger(lua, value);
    lua_setglobal(lua, name);
}

static int lua_test(lua_State *lua)
{
    const world *w = lua_touserdata(lua, lua_upvalueindex(1));
    int test = (int)lua_tointeger(lua, lua_upvalueindex(2));
    const char *nearest = NULL;
    uint16_t mark = world_mark_of(NULL, (expr_test)test,
                                  luaL_checkstring(lua, 1), &nearest);
    lua_pushboolean(lua, (int)(w->state.memory[mark / 64] >> (mark % 64) & 1));
    return 1;
}

static void lua_facts(lua_State *lua, const world *w)
{
    lua_newtable(lua);
    for (uint32_t i = 0; i < WORLD_FACTS; i++) {
        const rp_fact *fact = &world_facts[w->state.set * WORLD_FACTS + i];
        if (fact->kind == RP_V_BOOLEAN) {
            lua_pushboolean(lua, (int)fact->value);
        } else if (fact->kind == RP_V_TEXT || fact->kind == RP_V_NAME) {
            lua_pushstring(lua, w->texts[fact->value - 1]);
        } else {
            lua_pushinteger(lua, fact->value);
        }
        lua_setfield(lua, -2, world_fact_names[i]);
    }
    lua_setglobal(lua, "fact");
}

static void lua_world(lua_State *lua, const world *w)
{
    for (int i = 0; i < RP_MOODS; i++) {
        lua_number(lua, rp_mood_names[i], w->state.mood[i]);
    }
    lua_pushboolean(lua, w->state.vars[0]);
    lua_setglobal(lua, "owned");
    lua_number(lua, "offers", w->state.vars[1]);
    lua_number(lua, "balance", w->state.vars[2] - 5);
    lua_facts(lua, w);
}

static lua_State *lua_open_world(world *w)
{
    lua_State *lua = luaL_newstate();
    assert_non_null(lua);
    luaL_openlibs(lua);
    assert_int_equal(luaL_dostring(lua, "min, max = math.min, math.max"), 0);
    for (int i = 0; i < EXPR_TESTS; i++) {
        lua_pushlightuserdata(lua, w);
        lua_pushinteger(lua, i);
        lua_pushcclosure(lua, lua_test, 2);
        lua_setglobal(lua, expr_test_names[i]);
    }
    return lua;
}

/* False where Lua refuses to divide. */
static bool lua_value(lua_State *lua, int function, int64_t *value)
{
    lua_pushvalue(lua, function);
    if (lua_pcall(lua, 0, 1, 0) != LUA_OK) {
        const char *why = lua_tostring(lua, -1);
        if (strstr(why, "attempt to perform") == NULL &&
            strstr(why, "divide by zero") == NULL) {
            fail_msg("Lua: %s", why);
        }
        lua_pop(lua, 1);
        return false;
    }
    *value = lua_isboolean(lua, -1) ? lua_toboolean(lua, -1)
                                    : lua_tointeger(lua, -1);
    lua_pop(lua, 1);
    return true;
}

/* -------------------------------------------------------- the property */

static void random_state(world *w, rp_random *random)
{
    for (int i = 0; i < RP_MOODS; i++) {
        w->state.mood[i] = (uint8_t)rp_random_below(random, 101);
    }
    w->state.vars[0] = (uint16_t)rp_random_below(random, 2);
    w->state.vars[1] = (uint16_t)rp_random_below(random, 4);
    w->state.vars[2] = (uint16_t)rp_random_below(random, 906);
    w->state.set = (uint8_t)rp_random_below(random, WORLD_SETS);
    for (int i = 0; i < RP_MEMORY_WORDS; i++) {
        w->state.memory[i] = rp_random_next(random);
    }
}

static void compare(world *w, lua_State *lua, rp_expr expr, const char *text)
{
    int64_t expected = 0;
    bool is_defined = lua_value(lua, lua_gettop(lua), &expected);
    int64_t found = rp_expr_value(&w->model, expr, &w->state);
    bool by_zero = rp_expr_divides_by_zero(&w->model, expr, &w->state);
    if (by_zero == is_defined || (is_defined && found != expected)) {
        fail_msg("`%s` is %lld, by zero %d; Lua: %lld, defined %d", text,
                 (long long)found, by_zero, (long long)expected, is_defined);
    }
    if (by_zero) {
        assert_true(rp_expr_may_divide_by_zero(&w->model, expr));
    }
}

/* A state changed in what an expression does not read changes nothing. */
static void forget_the_unread(world *w, rp_expr expr, rp_random *random)
{
    rp_reads reads = {0};
    rp_state before = w->state;
    int64_t value = rp_expr_value(&w->model, expr, &w->state);
    rp_expr_reads(&w->model, expr, &reads);
    random_state(w, random);
    w->state.set = before.set;
    for (int i = 0; i < RP_MOODS; i++) {
        w->state.mood[i] = reads.mood[i] ? before.mood[i] : w->state.mood[i];
    }
    for (int i = 0; i < 3; i++) {
        bool is_read = (reads.vars >> i & 1) != 0;
        w->state.vars[i] = is_read ? before.vars[i] : w->state.vars[i];
    }
    for (int i = 0; i < RP_MEMORY_WORDS; i++) {
        w->state.memory[i] = (before.memory[i] & reads.memory[i]) |
                             (w->state.memory[i] & ~reads.memory[i]);
    }
    assert_true(rp_expr_value(&w->model, expr, &w->state) == value);
}

static void check_one(lua_State *lua, writer *text, bool is_condition)
{
    expr_fault fault;
    world w;
    world_init(&w);
    lua_pushfstring(lua, "return %s", text->text);
    assert_int_equal(luaL_loadstring(lua, lua_tostring(lua, -1)), LUA_OK);
    rp_expr expr = world_add(
        &w, text->text, is_condition ? EXPR_T_BOOLEAN : EXPR_T_INTEGER, &fault);
    if (expr == 0) {
        fail_msg("`%s` at %zu: %s", text->text, fault.at, fault.message);
    }
    for (int i = 0; i < STATES; i++) {
        random_state(&w, &text->random);
        lua_world(lua, &w);
        for (int test = 0; test < EXPR_TESTS; test++) {
            lua_getglobal(lua, expr_test_names[test]);
            lua_pushlightuserdata(lua, &w);
            (void)lua_setupvalue(lua, -2, 1);
            lua_pop(lua, 1);
        }
        compare(&w, lua, expr, text->text);
        forget_the_unread(&w, expr, &text->random);
    }
    lua_settop(lua, 0);
    world_clear(&w);
}

static void random_expressions_mean_what_lua_says(void **state)
{
    writer w = {.random = rp_random_seeded(20250910)};
    lua_State *lua = lua_open_world(NULL);
    (void)state;

    for (int i = 0; i < EXPRESSIONS; i++) {
        bool is_condition = below(&w, 3) > 0;
        w.length = 0;
        w.is_full = false;
        if (is_condition) {
            put_condition(&w, DEPTH);
        } else {
            put_number(&w, DEPTH);
        }
        if (!w.is_full) {
            check_one(lua, &w, is_condition);
        }
    }

    lua_close(lua);
}

/* Bytes of expressions in any order: refused or read, never more. */
static void rubble_is_read_or_refused(void **state)
{
    static const char *const parts[] = {
        "calm", "(",   ")",  " and ", "or ",   "not ", "'4471'",  "==",
        "-",    "//",  "%",  "fact.", "red",   "said", " 'news'", "min",
        ",",    "0x1", "9",  "\\",    "\"",    "[[",   "\xc3",    "é",
        "<",    ">=",  "..", "!",     "owned", " ",    "ticket",  "true",
    };
    world any;
    writer w = {.random = rp_random_seeded(7)};
    (void)state;
    world_init(&any);

    for (int i = 0; i < 20000; i++) {
        expr_fault fault = {0};
        w.length = 0;
        for (uint32_t count = below(&w, 12) + 1; count > 0; count--) {
            put(&w, ONE_OF(&w, parts));
        }
        rp_expr expr = world_add(&any, w.text, EXPR_T_BOOLEAN, &fault);
        assert_true(expr != 0 || any.table.refused ||
                    (fault.message[0] != '\0' && fault.at <= w.length));
    }

    world_clear(&any);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(random_expressions_mean_what_lua_says),
        cmocka_unit_test(rubble_is_read_or_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
