/*
 * From Lua's tables to the document: raw access, exact types, bounded in
 * every direction, the same bytes for the same declarations. Shared tables
 * are written as often as they are used, and counted as often.
 */
#include <math.h>
#include <string.h>

#include <lauxlib.h>

#include "helper.h"

enum {
    KEY_MAX = 1000,
    STACK_A_LEVEL = 8
};

typedef struct encoder {
    lua_State *lua;
    rp_text *out;
    rp_json json;
    uint32_t node_count;
    uint32_t depth;
    const void *ancestors[HELPER_DEPTH_MAX];
    int inner_idx;    /* the innermost declaration on the stack */
    const char *key;  /* where the value stands: a key, */
    lua_Integer item; /* or a place in a list (0: neither) */
} encoder;

/* ------------------------------------------------------------- faults */

/* Ends the run at the innermost declaration's line. */
static _Noreturn void fail(const encoder *to, const char *sentence)
{
    lua_State *lua = to->lua;
    const helper_declaration *inner = lua_touserdata(lua, to->inner_idx);
    helper_place at = inner->at;
    const char *title = helper_declaration_title(lua, to->inner_idx);
    helper_fault_raise(lua, at, "%s: %s", title, sentence);
}

/* The same about the value at hand: "`hears` is a function". */
static _Noreturn void fail_value(const encoder *to, const char *what)
{
    lua_State *lua = to->lua;
    const char *subject = "the table";
    if (to->item > 0) {
        subject = lua_pushfstring(lua, "item %I", (LUAI_UACINT)to->item);
    } else if (to->key != NULL) {
        subject = lua_pushfstring(lua, "`%s`", to->key);
    }
    fail(to, lua_pushfstring(lua, "%s %s", subject, what));
}

static void count_node(encoder *to)
{
    to->node_count++;
    if (to->node_count > HELPER_NODES_MAX) {
        fail(to, lua_pushfstring(to->lua, "more than %d values in all",
                                 HELPER_NODES_MAX));
    }
    if (to->out->length > HELPER_ANSWER_MAX) {
        fail(to, "more than 1 MiB of declarations in all");
    }
}

/* ------------------------------------------------------ plain values */

/* Says which character makes a text unclean. */
static const char *unclean_words(encoder *to, const char *bytes, size_t length,
                                 size_t bad_at)
{
    uint32_t code = 0;
    if (rp_utf8_next(bytes + bad_at, length - bad_at, &code) == 0) {
        return "is not UTF-8";
    }
    if (code == '\t') {
        return "contains a tab; use spaces";
    }
    char digits[16];
    size_t at = sizeof digits;
    digits[--at] = '\0';
    for (int i = 0; i < 6 && (code > 0 || i < 4); i++) {
        digits[--at] = "0123456789ABCDEF"[code % 16];
        code /= 16;
    }
    return lua_pushfstring(to->lua,
                           "contains the control character U+%s, which no "
                           "text may hold",
                           digits + at);
}

static void encode_text(encoder *to, int idx)
{
    size_t length = 0;
    size_t bad_at = 0;
    const char *bytes = lua_tolstring(to->lua, idx, &length);
    if (length > HELPER_TEXT_MAX) {
        fail_value(to, "is longer than 64 KiB");
    }
    if (!rp_utf8_clean(bytes, length, &bad_at)) {
        fail_value(to, unclean_words(to, bytes, length, bad_at));
    }
    rp_json_string_of(&to->json, bytes, length);
}

/* Opens the object of a typed value, up to what its kind adds. */
static void open_typed(encoder *to, const char *kind)
{
    rp_json_open(&to->json, '{');
    rp_json_key(&to->json, "@");
    rp_json_string(&to->json, kind);
}

static void encode_number(encoder *to, int idx)
{
    int is_integer = 0;
    lua_Integer integer = lua_tointegerx(to->lua, idx, &is_integer);
    lua_Number number = lua_tonumber(to->lua, idx);
    if (is_integer != 0) {
        rp_json_integer(&to->json, integer);
        return;
    }
    if (!isfinite(number)) {
        fail_value(to, "is no finite number; was something divided by zero?");
    }
    open_typed(to, "float");
    rp_json_key(&to->json, "value");
    lua_pushvalue(to->lua, idx);
    rp_json_string(&to->json, lua_tostring(to->lua, -1));
    lua_pop(to->lua, 1);
    rp_json_close(&to->json, '}');
}

/* ------------------------------------------------------- typed values */

/* One part of a name, left out where it is not given. */
static void encode_name_part(encoder *to, int idx, int part, const char *key)
{
    int type = lua_getiuservalue(to->lua, idx, part);
    if (type != LUA_TNIL) {
        if (type != LUA_TSTRING) {
            fail_value(to, "is a name whose parts are not texts");
        }
        rp_json_key(&to->json, key);
        encode_text(to, lua_gettop(to->lua));
    }
    lua_pop(to->lua, 1);
}

static void encode_value_of(encoder *to, int idx, const helper_value *value)
{
    static const char *const tags[] = {
        [HELPER_MONEY] = "money",       [HELPER_NAME] = "name",
        [HELPER_DATE] = "date",         [HELPER_CLOCK] = "clock",
        [HELPER_DATETIME] = "datetime", [HELPER_RANGE] = "range",
    };
    char written[HELPER_WRITTEN_MAX];
    open_typed(to, tags[value->kind]);
    if (value->kind == HELPER_NAME) {
        encode_name_part(to, idx, 2, "family");
        encode_name_part(to, idx, 1, "full");
        encode_name_part(to, idx, 3, "title");
    } else if (value->kind == HELPER_RANGE) {
        rp_json_key(&to->json, "hi");
        rp_json_integer(&to->json, value->hi);
        rp_json_key(&to->json, "lo");
        rp_json_integer(&to->json, value->lo);
        rp_json_key(&to->json, "start");
        rp_json_integer(&to->json, value->number);
    } else {
        rp_json_key(&to->json, "value");
        if (value->kind == HELPER_MONEY) {
            rp_json_integer(&to->json, value->number);
        } else {
            helper_value_write(value, written);
            rp_json_string(&to->json, written);
        }
    }
    rp_json_close(&to->json, '}');
}

/* ------------------------------------------------------------- tables */

/* The keys of one table: integers in order, then texts. */
typedef struct key_list {
    helper_key *keys;
    size_t count;
    size_t list_count;
} key_list;

/* Goes one table deeper; leaving is `depth--`. */
static void enter_table(encoder *to, int idx)
{
    const void *table = lua_topointer(to->lua, idx);
    for (uint32_t i = 0; i < to->depth; i++) {
        if (to->ancestors[i] == table) {
            fail_value(to, "contains itself");
        }
    }
    if (to->depth == HELPER_DEPTH_MAX) {
        fail_value(to, "stands more than 20 tables deep");
    }
    luaL_checkstack(to->lua, STACK_A_LEVEL, NULL);
    to->ancestors[to->depth] = table;
    to->depth++;
}

static size_t count_entries(encoder *to, int idx)
{
    size_t count = helper_keys_count(to->lua, idx);
    if (count > HELPER_ENTRIES_MAX) {
        fail_value(to, "has more than 20000 entries");
    }
    if (count > HELPER_NODES_MAX - to->node_count) {
        to->node_count = HELPER_NODES_MAX;
        count_node(to);
    }
    return count;
}

static void check_key(encoder *to, const helper_key *key)
{
    if (key->type == LUA_TBOOLEAN) {
        fail_value(to, "has true or false as a key; keys are texts");
    }
    if (key->type == LUA_TNUMBER && !key->is_integer) {
        fail_value(to, "has a key that is no whole number; keys are texts");
    }
    if (key->type == LUA_TNUMBER) {
        return;
    }
    bool is_reserved =
        key->length == 1 && (key->bytes[0] == '@' || key->bytes[0] == '#');
    if (is_reserved || key->length == 0 || key->length > KEY_MAX ||
        strlen(key->bytes) != key->length ||
        !rp_utf8_clean(key->bytes, key->length, NULL)) {
        fail_value(to, "has a key that cannot be a key here (empty, too long, "
                       "not clean text, `@` or `#`)");
    }
}

/* Holes make `#t` differ between runs, so no list may have one. */
static void check_list(encoder *to, const key_list *list)
{
    for (size_t i = 0; i < list->list_count; i++) {
        lua_Integer number = list->keys[i].integer;
        if (number == (lua_Integer)i + 1) {
            continue;
        }
        if (number < 1) {
            fail(to, lua_pushfstring(to->lua,
                                     "a list has an item %I; lists begin at 1",
                                     (LUAI_UACINT)number));
        }
        fail(to, lua_pushfstring(to->lua, "a list has a hole at %I",
                                 (LUAI_UACINT)i + 1));
    }
}

/* Pushes the storage of the keys of the table at `idx` and fills `list`. */
static void read_keys(encoder *to, int idx, key_list *list)
{
    *list = (key_list){.count = count_entries(to, idx)};
    list->keys =
        lua_newuserdatauv(to->lua, (list->count + 1) * sizeof *list->keys, 0);
    size_t i = 0;
    lua_pushnil(to->lua);
    while (lua_next(to->lua, idx) != 0) {
        lua_pop(to->lua, 1);
        if (!helper_key_read(to->lua, -1, &list->keys[i])) {
            fail_value(to, lua_pushfstring(to->lua,
                                           "has %s as a key; keys "
                                           "are texts",
                                           helper_kind_words(to->lua, -1)));
        }
        check_key(to, &list->keys[i]);
        list->list_count += list->keys[i].type == LUA_TNUMBER;
        i++;
    }
    helper_keys_sort(list->keys, list->count);
    check_list(to, list);
}

static void encode_any(encoder *to, int idx);

static void encode_list(encoder *to, int idx, const key_list *list)
{
    rp_json_open(&to->json, '[');
    for (size_t i = 1; i <= list->list_count; i++) {
        (void)lua_rawgeti(to->lua, idx, (lua_Integer)i);
        to->item = (lua_Integer)i;
        encode_any(to, lua_gettop(to->lua));
        lua_pop(to->lua, 1);
    }
    rp_json_close(&to->json, ']');
}

static void encode_entry(encoder *to, int idx, const helper_key *key)
{
    rp_json_key(&to->json, key->bytes);
    (void)lua_pushlstring(to->lua, key->bytes, key->length);
    (void)lua_rawget(to->lua, idx);
    to->key = key->bytes;
    to->item = 0;
    encode_any(to, lua_gettop(to->lua));
    lua_pop(to->lua, 1);
}

/* The list part stands under "#", in its place among the sorted keys. */
static void encode_object(encoder *to, int idx, const key_list *list)
{
    bool owes_list = list->list_count > 0;
    rp_json_open(&to->json, '{');
    for (size_t i = list->list_count; i <= list->count; i++) {
        bool is_end = i == list->count;
        if (owes_list && (is_end || list->keys[i].bytes[0] > '#')) {
            rp_json_key(&to->json, "#");
            encode_list(to, idx, list);
            owes_list = false;
        }
        if (!is_end) {
            encode_entry(to, idx, &list->keys[i]);
        }
    }
    rp_json_close(&to->json, '}');
}

/* Encodes the table that was entered last, and leaves it. */
static void encode_entered(encoder *to, int idx)
{
    key_list list = {0};
    const char *outer_key = to->key;
    read_keys(to, idx, &list);
    if (list.count > 0 && list.list_count == list.count) {
        encode_list(to, idx, &list);
    } else {
        encode_object(to, idx, &list);
    }
    lua_pop(to->lua, 1);
    to->key = outer_key;
    to->depth--;
}

/* ------------------------------------------------------- declarations */

static void encode_declaration(encoder *to, int idx)
{
    const helper_declaration *declaration = lua_touserdata(to->lua, idx);
    const helper_word *word = &helper_words[declaration->word_idx];
    const char *outer_key = to->key;
    int outer_idx = to->inner_idx;
    (void)lua_getiuservalue(to->lua, idx, 2);
    enter_table(to, lua_gettop(to->lua));
    to->inner_idx = idx;
    to->key = NULL;
    to->item = 0;
    open_typed(to, word->name);
    rp_json_key(&to->json, "at");
    rp_json_open(&to->json, '[');
    rp_json_integer(&to->json, declaration->at.source_idx);
    rp_json_integer(&to->json, declaration->at.line);
    rp_json_close(&to->json, ']');
    rp_json_key(&to->json, "body");
    encode_entered(to, lua_gettop(to->lua));
    lua_pop(to->lua, 1);
    if (word->takes_name) {
        rp_json_key(&to->json, "id");
        (void)lua_getiuservalue(to->lua, idx, 1);
        to->key = "name";
        encode_text(to, lua_gettop(to->lua));
        lua_pop(to->lua, 1);
    }
    rp_json_close(&to->json, '}');
    to->inner_idx = outer_idx;
    to->key = outer_key;
}

static void encode_any(encoder *to, int idx)
{
    count_node(to);
    int type = lua_type(to->lua, idx);
    const helper_value *value = helper_value_at(to->lua, idx);
    if (type == LUA_TSTRING) {
        encode_text(to, idx);
    } else if (type == LUA_TNUMBER) {
        encode_number(to, idx);
    } else if (type == LUA_TBOOLEAN) {
        rp_json_bool(&to->json, lua_toboolean(to->lua, idx) != 0);
    } else if (type == LUA_TTABLE) {
        enter_table(to, idx);
        encode_entered(to, idx);
    } else if (value != NULL) {
        encode_value_of(to, idx, value);
    } else if (helper_declaration_at(to->lua, idx) != NULL) {
        encode_declaration(to, idx);
    } else {
        fail_value(to, lua_pushfstring(to->lua,
                                       "is %s; only texts, numbers, "
                                       "true, false, typed values "
                                       "and tables can stand here",
                                       helper_kind_words(to->lua, idx)));
    }
}

void helper_encode(lua_State *lua, rp_text *answer)
{
    encoder to = {.lua = lua, .out = answer};
    rp_json_begin(&to.json, answer);
    rp_json_open(&to.json, '{');
    rp_json_key(&to.json, "declarations");
    rp_json_open(&to.json, '[');
    helper_words_push_declared(lua);
    int list_idx = lua_gettop(lua);
    lua_Integer count = (lua_Integer)lua_rawlen(lua, list_idx);
    for (lua_Integer i = 1; i <= count; i++) {
        (void)lua_rawgeti(lua, list_idx, i);
        const helper_declaration *declaration = lua_touserdata(lua, -1);
        const helper_word *word = &helper_words[declaration->word_idx];
        if (!declaration->is_nested && word->standing != HELPER_INSIDE) {
            to.inner_idx = lua_gettop(lua);
            encode_any(&to, to.inner_idx);
        }
        lua_pop(lua, 1);
    }
    lua_pop(lua, 1);
    rp_json_close(&to.json, ']');
    rp_json_close(&to.json, '}');
}
