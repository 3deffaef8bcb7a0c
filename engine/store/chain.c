/*
 * The chain's writing end. An entry's body is read back from the rows just
 * written, by the statements the verifier uses too, so that the two can never
 * disagree about what a record says.
 *
 *   body digest = BLAKE2b-256(type, column, column, ...), keyed with the key
 *                 of the person it is about
 *   entry hash  = BLAKE2b-256(hash before, index, type, subject, body digest)
 *
 * Integers are eight bytes, least significant first; texts and blobs carry
 * their kind and length in front. There is one way to write each value.
 */
#include <string.h>

#include <sodium.h>

#include "store_internal.h"

_Static_assert(RP_DIGEST_BYTES == crypto_generichash_BYTES, "BLAKE2b-256");

enum {
    KEY_BYTES = 32,
    INTEGER_BYTES = 8
};

const entry_kind entry_kinds[ENTRIES] = {
#define RP_ENTRY(name, type, table, key, body, more, bare) \
    [ENTRY_##                                              \
        name] = {type, table, KEY_##key, SQL_##body, SQL_##more, SQL_##bare},
#include "list_entries.h"
#undef RP_ENTRY
};

/* --------------------------------------------------------------- hashing */

typedef crypto_generichash_state hasher;

static void hash_bytes(hasher *hash, const void *bytes, size_t length)
{
    (void)crypto_generichash_update(hash, bytes, length);
}

static void hash_integer(hasher *hash, int64_t value)
{
    uint8_t bytes[INTEGER_BYTES];
    uint64_t rest = (uint64_t)value;

    for (size_t i = 0; i < sizeof bytes; i++) {
        bytes[i] = (uint8_t)(rest & 0xFFU);
        rest >>= 8;
    }
    hash_bytes(hash, bytes, sizeof bytes);
}

static void hash_value(hasher *hash, char kind, const void *bytes,
                       size_t length)
{
    hash_bytes(hash, &kind, 1);
    hash_integer(hash, (int64_t)length);
    if (length > 0) {
        hash_bytes(hash, bytes, length);
    }
}

static void hash_column(hasher *hash, sqlite3_stmt *stmt, int column)
{
    const void *bytes = NULL;

    switch (sqlite3_column_type(stmt, column)) {
    case SQLITE_INTEGER:
        hash_bytes(hash, "i", 1);
        hash_integer(hash, sqlite3_column_int64(stmt, column));
        break;
    case SQLITE_TEXT:
        bytes = sqlite3_column_text(stmt, column);
        hash_value(hash, 't', bytes,
                   (size_t)sqlite3_column_bytes(stmt, column));
        break;
    case SQLITE_BLOB:
        bytes = sqlite3_column_blob(stmt, column);
        hash_value(hash, 'b', bytes,
                   (size_t)sqlite3_column_bytes(stmt, column));
        break;
    default: hash_bytes(hash, "n", 1); break;
    }
}

void chain_hash(const uint8_t before[RP_DIGEST_BYTES], const chain_entry *entry,
                uint8_t hash[RP_DIGEST_BYTES])
{
    static const char domain[] = "rapport-chain-1";
    hasher state;

    (void)crypto_generichash_init(&state, NULL, 0, RP_DIGEST_BYTES);
    hash_bytes(&state, domain, sizeof domain);
    hash_bytes(&state, before, RP_DIGEST_BYTES);
    hash_integer(&state, entry->index);
    hash_value(&state, 't', entry->type, strlen(entry->type));
    hash_integer(&state, entry->subject);
    hash_bytes(&state, entry->body, RP_DIGEST_BYTES);
    (void)crypto_generichash_final(&state, hash, RP_DIGEST_BYTES);
}

/* ------------------------------------------------------------------ keys */

/* The number of the person whose key a row's body takes; 0: no such row. */
static rp_status find_key_owner(rp_store *store, entry_key key, int64_t subject,
                                int64_t *person, rp_error *err)
{
    param params[] = {param_integer(subject)};

    *person = 0;
    if (key == KEY_ITSELF) {
        *person = subject;
        return RP_OK;
    }
    return store_integer(store, SQL_PERSON_OF_ATTEMPT, params, person, err);
}

/* A body on its way to a digest. */
typedef struct body_work {
    rp_store *store;
    const entry_kind *kind;
    int64_t subject;
    uint8_t key[KEY_BYTES];
    body_state state;
    hasher hash;
} body_work;

/* BODY_READ with the key, or why there is none. */
static rp_status read_key(body_work *work, int64_t person, rp_error *err)
{
    param params[] = {param_integer(person)};
    row rows;

    work->state = BODY_NO_KEY;
    row_begin(&rows, work->store, SQL_KEY_OF_PERSON, params);
    if (row_next(&rows)) {
        if (!row_is_null(&rows, 0)) {
            row_blob(&rows, 0, work->key, KEY_BYTES);
            work->state = BODY_READ;
        } else if (row_bool(&rows, 1)) {
            work->state = BODY_ERASED;
        }
    }
    return row_end(&rows, err);
}

static rp_status find_key(body_work *work, rp_error *err)
{
    int64_t person = 0;

    work->state = BODY_READ;
    if (work->kind->key == KEY_NOBODY) {
        return RP_OK;
    }
    rp_status status = find_key_owner(work->store, work->kind->key,
                                      work->subject, &person, err);
    if (status == RP_OK && person == 0) {
        work->state = BODY_ABSENT;
        return RP_OK;
    }
    return status == RP_OK ? read_key(work, person, err) : status;
}

/* ---------------------------------------------------------------- bodies */

/* Adds every row of a statement and, behind them, how many there were. */
static rp_status hash_rows(body_work *work, statement_name name, int64_t *count,
                           rp_error *err)
{
    param params[] = {param_integer(work->subject)};
    row rows;

    *count = 0;
    row_begin(&rows, work->store, name, params);
    while (row_next(&rows)) {
        int columns = sqlite3_column_count(rows.stmt);
        for (int i = 0; i < columns; i++) {
            hash_column(&work->hash, rows.stmt, i);
        }
        (*count)++;
    }
    hash_integer(&work->hash, *count);
    return row_end(&rows, err);
}

static rp_status hash_body(body_work *work, uint8_t digest[RP_DIGEST_BYTES],
                           rp_error *err)
{
    const entry_kind *kind = work->kind;
    bool is_keyed = kind->key != KEY_NOBODY;
    int64_t count = 0;
    int64_t more = 0;

    (void)crypto_generichash_init(&work->hash, is_keyed ? work->key : NULL,
                                  is_keyed ? KEY_BYTES : 0, RP_DIGEST_BYTES);
    hash_value(&work->hash, 't', kind->type, strlen(kind->type));
    rp_status status = hash_rows(work, kind->body, &count, err);
    if (status == RP_OK && kind->more != SQL_NONE) {
        status = hash_rows(work, kind->more, &more, err);
    }
    (void)crypto_generichash_final(&work->hash, digest, RP_DIGEST_BYTES);
    work->state = count == 1 ? BODY_READ : BODY_ABSENT;
    return status;
}

rp_status chain_body(rp_store *store, entry_name name, int64_t subject,
                     body *out, rp_error *err)
{
    body_work work = {
        .store = store, .kind = &entry_kinds[name], .subject = subject};

    rp_status status = find_key(&work, err);
    if (status == RP_OK && work.state == BODY_READ) {
        status = hash_body(&work, out->digest, err);
    }
    out->state = work.state;
    sodium_memzero(&work, sizeof work);
    return status;
}

/* ------------------------------------------------------------- appending */

rp_status chain_head(rp_store *store, rp_chain_head *head, rp_error *err)
{
    row rows;

    *head = (rp_chain_head){0};
    row_begin(&rows, store, SQL_CHAIN_LAST, NULL);
    if (row_next(&rows)) {
        head->index = row_integer(&rows, 0, 1, INT64_MAX - 1);
        row_blob(&rows, 1, head->hash, sizeof head->hash);
    }
    return row_end(&rows, err);
}

rp_status rp_store_chain_head(rp_store *store, rp_chain_head *head,
                              rp_error *err)
{
    rp_chain_head read;
    rp_status status = chain_head(store, &read, err);

    if (status == RP_OK) {
        *head = read;
    }
    return status;
}

/*
 * The index the next entry takes: one more than was ever used, so that a cut
 * tail leaves a hole instead of being written over.
 */
static rp_status next_index(rp_store *store, const rp_chain_head *head,
                            int64_t *index, rp_error *err)
{
    int64_t used = 0;
    rp_status status = store_integer(store, SQL_CHAIN_USED, NULL, &used, err);

    *index = (used > head->index ? used : head->index) + 1;
    return status;
}

static rp_status insert_entry(rp_store *store, const chain_entry *entry,
                              rp_error *err)
{
    param params[] = {
        param_integer(entry->index),
        param_text(entry->type),
        param_integer(entry->subject),
        param_blob(entry->body, sizeof entry->body),
        param_blob(entry->hash, sizeof entry->hash),
    };

    return store_run(store, SQL_CHAIN_ADD, params, err);
}

rp_status chain_append(rp_store *store, entry_name name, int64_t subject,
                       rp_error *err)
{
    chain_entry entry = {.subject = subject};
    rp_chain_head head;
    body read;

    rp_status status = chain_body(store, name, subject, &read, err);
    if (status == RP_OK && read.state != BODY_READ) {
        return rp_fail(err, RP_E_INVALID,
                       "the key this record is sealed with is not kept here");
    }
    if (status == RP_OK) {
        status = chain_head(store, &head, err);
    }
    if (status == RP_OK) {
        status = next_index(store, &head, &entry.index, err);
    }
    if (status != RP_OK) {
        return status;
    }
    const char *type = entry_kinds[name].type;
    memcpy(entry.type, type, strlen(type));
    memcpy(entry.body, read.digest, sizeof entry.body);
    chain_hash(head.hash, &entry, entry.hash);
    return insert_entry(store, &entry, err);
}
