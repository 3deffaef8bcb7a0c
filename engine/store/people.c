/*
 * People: a random id that records may carry, and apart from it the name,
 * the free text and the key that erasing takes away.
 */
#include <string.h>

#include <sodium.h>

#include "store_internal.h"

enum {
    NAME_LETTERS_MAX = 64,
    MARKS_MAX = 8, /* combining marks on one letter */
    KEY_BYTES = 32
};

static const char default_role[] = "self";
static const char default_name[] = "You";

/* ----------------------------------------------------------------- names */

typedef struct code_range {
    uint32_t first;
    uint32_t last;
} code_range;

static const code_range combining[] = {
    {0x0300, 0x036F}, {0x0483, 0x0489}, {0x1AB0, 0x1AFF},
    {0x1DC0, 0x1DFF}, {0x20D0, 0x20FF}, {0xFE20, 0xFE2F},
};

static bool is_combining(uint32_t code)
{
    for (size_t i = 0; i < sizeof combining / sizeof combining[0]; i++) {
        if (code >= combining[i].first && code <= combining[i].last) {
            return true;
        }
    }
    return false;
}

/* A heap of marks on one letter paints over the lines around it. */
static bool has_mark_heap(const char *name)
{
    size_t length = strlen(name);
    size_t at = 0;
    uint32_t marks = 0;

    while (at < length) {
        uint32_t code = 0;
        size_t taken = rp_utf8_next(name + at, length - at, &code);
        if (taken == 0) {
            return false;
        }
        at += taken;
        marks = is_combining(code) ? marks + 1 : 0;
        if (marks > MARKS_MAX) {
            return true;
        }
    }
    return false;
}

static rp_status check_name(const char *name, rp_error *err)
{
    rp_status status =
        store_check_text("the name", name, RP_STORE_NAME_MAX, err);

    if (status != RP_OK) {
        return status;
    }
    if (name[strspn(name, " ")] == '\0') {
        return rp_fail(err, RP_E_INVALID, "the name is empty");
    }
    if (strchr(name, '\n') != NULL || has_mark_heap(name)) {
        return rp_fail(err, RP_E_INVALID, "the name is not one line of text");
    }
    if (rp_utf8_count(name) > NAME_LETTERS_MAX) {
        return rp_fail(err, RP_E_INVALID, "the name is longer than %d letters",
                       NAME_LETTERS_MAX);
    }
    return RP_OK;
}

/* --------------------------------------------------------------- writing */

static rp_status add_key(rp_store *store, int64_t person, rp_error *err)
{
    uint8_t key[KEY_BYTES];

    store->host.random_bytes(store->host.user, key, sizeof key);
    param params[] = {param_integer(person), param_blob(key, sizeof key)};
    rp_status status = store_run(store, SQL_ADD_KEY, params, err);
    sodium_memzero(key, sizeof key);
    return status;
}

/* Inside a transaction. */
static rp_status insert_person(rp_store *store, const char *role,
                               const char *name, rp_store_id *id, rp_error *err)
{
    rp_store_id new = store_new_id(store);
    param person[] = {param_id(&new), param_text(role),
                      param_integer(store_now(store)),
                      param_id(&store->machine)};

    rp_status status = store_run(store, SQL_ADD_PERSON, person, err);
    if (status != RP_OK) {
        return status;
    }
    int64_t number = sqlite3_last_insert_rowid(store->db);
    param named[] = {param_integer(number), param_text(name)};
    status = store_run(store, SQL_ADD_NAME, named, err);
    if (status == RP_OK) {
        status = add_key(store, number, err);
    }
    if (status == RP_OK) {
        status = chain_append(store, ENTRY_PERSON_ADDED, number, err);
    }
    if (status == RP_OK) {
        *id = new;
    }
    return status;
}

rp_status rp_store_add_person(rp_store *store, const char *role,
                              const char *name, rp_store_id *id, rp_error *err)
{
    rp_store_id new = {{0}};
    rp_status status = check_word("role", role, false, err);

    if (status == RP_OK) {
        status = check_name(name, err);
    }
    if (status == RP_OK) {
        status = store_begin(store, err);
    }
    if (status != RP_OK) {
        return status;
    }
    status = store_end(store, insert_person(store, role, name, &new, err), err);
    if (status == RP_OK) {
        *id = new;
    }
    return status;
}

rp_status rp_store_rename_person(rp_store *store, const rp_store_id *id,
                                 const char *name, rp_error *err)
{
    param params[] = {param_id(id), param_text(name)};
    rp_status status = check_name(name, err);

    if (status == RP_OK) {
        status = store_may_write(store, err);
    }
    if (status == RP_OK) {
        status = store_run(store, SQL_RENAME, params, err);
    }
    if (status == RP_OK && sqlite3_changes(store->db) == 0) {
        return rp_fail(err, RP_E_INVALID, "nobody by that id is known here");
    }
    return status;
}

/* --------------------------------------------------------------- reading */

static void read_person(row *rows, rp_person *person)
{
    row_blob(rows, 0, person->id.bytes, RP_STORE_ID_BYTES);
    person->role = row_text(rows, 1, RP_STORE_WORD_MAX);
    person->created_ms = row_integer(rows, 4, 0, INT64_MAX);
    person->is_erased = row_bool(rows, 5);
    person->has_pin = row_bool(rows, 6);
    person->name = "";
    person->about = "";
    if (!person->is_erased) {
        person->name = row_text(rows, 2, RP_STORE_NAME_MAX);
        person->about = row_text(rows, 3, RP_STORE_TEXT_MAX);
    }
}

rp_status rp_store_get_person(rp_store *store, const rp_store_id *id,
                              rp_arena *arena, rp_person *person, rp_error *err)
{
    param params[] = {param_id(id)};
    rp_person read = {0};
    bool is_there = false;
    row rows;

    row_begin(&rows, store, SQL_GET_PERSON, params);
    rows.arena = arena;
    if (row_next(&rows)) {
        is_there = true;
        read_person(&rows, &read);
    }
    rp_status status = row_end(&rows, err);
    if (status != RP_OK) {
        return status;
    }
    if (!is_there) {
        return rp_fail(err, RP_E_INVALID, "nobody by that id is known here");
    }
    *person = read;
    return RP_OK;
}

/* The oldest person practising alone; `found` false: none yet. */
static rp_status find_default(rp_store *store, rp_store_id *id, bool *found,
                              rp_error *err)
{
    row rows;

    *found = false;
    row_begin(&rows, store, SQL_DEFAULT_PERSON, NULL);
    if (row_next(&rows)) {
        row_blob(&rows, 0, id->bytes, sizeof id->bytes);
        *found = true;
    }
    return row_end(&rows, err);
}

static rp_status make_default(rp_store *store, rp_store_id *id, rp_error *err)
{
    bool found = false;
    rp_status status = store_begin(store, err);

    if (status != RP_OK) {
        return status;
    }
    /* Another program may have made it in the meantime. */
    status = find_default(store, id, &found, err);
    if (status == RP_OK && !found) {
        status = insert_person(store, default_role, default_name, id, err);
    }
    return store_end(store, status, err);
}

rp_status rp_store_default_person(rp_store *store, rp_arena *arena,
                                  rp_person *person, rp_error *err)
{
    rp_store_id id = {{0}};
    bool found = false;
    rp_status status = find_default(store, &id, &found, err);

    if (status == RP_OK && !found) {
        status = make_default(store, &id, err);
    }
    return status == RP_OK ? rp_store_get_person(store, &id, arena, person, err)
                           : status;
}

rp_status rp_store_list_people(rp_store *store, rp_arena *arena,
                               rp_people *people, rp_error *err)
{
    rp_person *items = rp_arena_take(arena, RP_STORE_LIST_MAX, sizeof *items);
    uint32_t count = 0;
    row rows;

    if (items == NULL) {
        return rp_fail(err, RP_E_MEMORY, "out of memory");
    }
    row_begin(&rows, store, SQL_LIST_PEOPLE, NULL);
    rows.arena = arena;
    while (count < RP_STORE_LIST_MAX && row_next(&rows)) {
        read_person(&rows, &items[count++]);
    }
    rp_status status = row_end(&rows, err);
    if (status == RP_OK) {
        *people = (rp_people){.items = items, .count = count};
    }
    return status;
}
