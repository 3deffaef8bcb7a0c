/*
 * The order of a table's keys: the same on every machine and in every run,
 * where Lua's own order follows addresses and the clock.
 */
#include <string.h>

#include "helper.h"

size_t helper_keys_count(lua_State *lua, int idx)
{
    size_t count = 0;
    lua_pushnil(lua);
    while (lua_next(lua, idx) != 0) {
        lua_pop(lua, 1);
        count++;
    }
    return count;
}

bool helper_key_read(lua_State *lua, int idx, helper_key *key)
{
    *key = (helper_key){.type = lua_type(lua, idx)};
    if (key->type == LUA_TBOOLEAN) {
        key->integer = lua_toboolean(lua, idx);
        return true;
    }
    if (key->type == LUA_TNUMBER) {
        key->is_integer = lua_isinteger(lua, idx) != 0;
        key->integer = key->is_integer ? lua_tointeger(lua, idx) : 0;
        key->number = lua_tonumber(lua, idx);
        return true;
    }
    if (key->type == LUA_TSTRING) {
        key->bytes = lua_tolstring(lua, idx, &key->length);
        return true;
    }
    return false;
}

/* Booleans, integers, floats, texts. */
static int rank_of(const helper_key *key)
{
    if (key->type == LUA_TBOOLEAN) {
        return 0;
    }
    if (key->type == LUA_TSTRING) {
        return 3;
    }
    return key->is_integer ? 1 : 2;
}

static bool text_is_before(const helper_key *a, const helper_key *b)
{
    size_t shared = a->length < b->length ? a->length : b->length;
    int order = memcmp(a->bytes, b->bytes, shared);
    return order != 0 ? order < 0 : a->length < b->length;
}

static bool is_before(const helper_key *a, const helper_key *b)
{
    int rank = rank_of(a);
    if (rank != rank_of(b)) {
        return rank < rank_of(b);
    }
    if (rank == 3) {
        return text_is_before(a, b);
    }
    return rank == 2 ? a->number < b->number : a->integer < b->integer;
}

/* Lets keys[root] sink until no child comes after it. */
static void sink(helper_key *keys, size_t root, size_t count)
{
    while (2 * root + 1 < count) {
        size_t child = 2 * root + 1;
        if (child + 1 < count && is_before(&keys[child], &keys[child + 1])) {
            child++;
        }
        if (!is_before(&keys[root], &keys[child])) {
            return;
        }
        helper_key kept = keys[root];
        keys[root] = keys[child];
        keys[child] = kept;
        root = child;
    }
}

void helper_keys_sort(helper_key *keys, size_t count)
{
    for (size_t root = count / 2; root > 0; root--) {
        sink(keys, root - 1, count);
    }
    for (size_t end = count; end > 1; end--) {
        helper_key largest = keys[0];
        keys[0] = keys[end - 1];
        keys[end - 1] = largest;
        sink(keys, 0, end - 1);
    }
}
