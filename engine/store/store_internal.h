/*
 * What the files of this room share: the open store, statements by name,
 * rows that check what they read, and the chain's writing end.
 *
 * Every write of one statement is a transaction of its own; more than one
 * stands between store_begin and store_end.
 */
#ifndef RAPPORT_STORE_INTERNAL_H
#define RAPPORT_STORE_INTERNAL_H

#include <sqlite3.h>

#include "rapport/store.h"

typedef enum statement_name {
#define RP_STATEMENT(name, sql) SQL_##name,
#include "list_statements.h"
#undef RP_STATEMENT
    SQL_STATEMENTS,
    SQL_NONE = SQL_STATEMENTS
} statement_name;

struct rp_store {
    sqlite3 *db;
    rp_alloc alloc;
    rp_store_host host;
    rp_store_id machine;
    char *path;       /* "" in memory */
    rp_error trouble; /* status RP_OK: in order */
    sqlite3_stmt *statements[SQL_STATEMENTS];
};

/* --------------------------------------------------------------- errors */

/*
 * The sentence for what SQLite just refused. Damage met on the way makes the
 * store read-only from then on.
 */
rp_status store_fail(rp_store *store, int code, rp_error *err);

/* The same before there is a store. */
rp_status sqlite_fail(sqlite3 *db, int code, const char *path, rp_error *err);

/* RP_OK where writing is allowed. */
rp_status store_may_write(const rp_store *store, rp_error *err);

/* ----------------------------------------------------------- parameters */

typedef enum param_kind {
    PARAM_NULL,
    PARAM_INTEGER,
    PARAM_TEXT,
    PARAM_BLOB
} param_kind;

/* One value to bind; what it points at is borrowed until the row ends. */
typedef struct param {
    param_kind kind;
    int64_t integer;
    const void *bytes;
    size_t length;
} param;

param param_integer(int64_t value);
param param_text(const char *text); /* NULL binds NULL */
param param_bytes(const void *bytes, size_t length);
param param_blob(const void *bytes, size_t length);
param param_id(const rp_store_id *id);

/* ----------------------------------------------------------------- rows */

/*
 * The rows of one statement. Everything read is checked; the first thing
 * that is not what this program writes is remembered and told by row_end.
 * A second row_begin of the same statement ends the first.
 *
 *     row rows;
 *     row_begin(&rows, store, SQL_LIST_MOVES, params);
 *     while (row_next(&rows)) { ... }
 *     return row_end(&rows, err);
 */
typedef struct row {
    rp_store *store;
    sqlite3_stmt *stmt;
    rp_arena *arena; /* where texts are copied; may be NULL without texts */
    int code;        /* SQLite's */
    const char *bad; /* first column that was wrong */
    bool is_refused; /* the arena refused */
} row;

/* `params`  as many as the statement has; NULL where it has none */
void row_begin(row *rows, rp_store *store, statement_name name,
               const param *params);
bool row_next(row *rows);
rp_status row_end(row *rows, rp_error *err);

bool row_is_null(const row *rows, int column);
int64_t row_integer(row *rows, int column, int64_t lo, int64_t hi);
bool row_bool(row *rows, int column);
/* Strict UTF-8 of less than `max_bytes`; "" where it is not. */
const char *row_text(row *rows, int column, size_t max_bytes);
/* At most `max_bytes` bytes of a type, unlooked at; NUL behind. */
const char *row_bytes(row *rows, int column, int type, size_t max_bytes,
                      size_t *length);
/* Exactly `length` bytes; zeros where they are not. */
void row_blob(row *rows, int column, void *out, size_t length);
/* A word's index in a list; 0 where it is none of them. */
int row_word(row *rows, int column, const char *const *words, int count);

/* Runs a statement to its end. */
rp_status store_run(rp_store *store, statement_name name, const param *params,
                    rp_error *err);

/* One integer, or `absent` where there is no row. */
rp_status store_integer(rp_store *store, statement_name name,
                        const param *params, int64_t *value, rp_error *err);

/* --------------------------------------------------------- transactions */

rp_status store_begin(rp_store *store, rp_error *err);

/* Commits where `status` is RP_OK, else takes everything back. */
rp_status store_end(rp_store *store, rp_status status, rp_error *err);

/* ---------------------------------------------------------------- chain */

typedef enum entry_name {
#define RP_ENTRY(name, type, table, key, body, more, bare) ENTRY_##name,
#include "list_entries.h"
#undef RP_ENTRY
    ENTRIES
} entry_name;

typedef enum entry_key {
    KEY_NOBODY,    /* nothing personal in it */
    KEY_ITSELF,    /* the row is a person */
    KEY_ITS_PERSON /* the row is an attempt */
} entry_key;

typedef struct entry_kind {
    const char *type;
    const char *table;
    entry_key key;
    statement_name body;
    statement_name more;
    statement_name bare;
} entry_kind;

extern const entry_kind entry_kinds[ENTRIES];

/* One row of the chain. */
typedef struct chain_entry {
    int64_t index;
    char type[RP_STORE_WORD_MAX];
    int64_t subject;
    uint8_t body[RP_DIGEST_BYTES];
    uint8_t hash[RP_DIGEST_BYTES];
} chain_entry;

/* Adds the entry of a row just written; inside a transaction. */
rp_status chain_append(rp_store *store, entry_name name, int64_t subject,
                       rp_error *err);

/* The hash an entry must have behind `before`. */
void chain_hash(const uint8_t before[RP_DIGEST_BYTES], const chain_entry *entry,
                uint8_t hash[RP_DIGEST_BYTES]);

typedef enum body_state {
    BODY_READ,   /* the digest is filled */
    BODY_ABSENT, /* there is no such row */
    BODY_ERASED, /* the person and their key are gone, as recorded */
    BODY_NO_KEY  /* the key is gone and nothing says why */
} body_state;

typedef struct body {
    body_state state;
    uint8_t digest[RP_DIGEST_BYTES];
} body;

/* Digests a row of the present database as its entry's body. */
rp_status chain_body(rp_store *store, entry_name name, int64_t subject,
                     body *out, rp_error *err);

rp_status chain_head(rp_store *store, rp_chain_head *head, rp_error *err);

/* --------------------------------------------------------------- values */

int64_t store_now(const rp_store *store);
rp_store_id store_new_id(const rp_store *store);

/* RP_E_INVALID with the field's name where a word is empty or long. */
rp_status check_word(const char *field, const char *word, bool may_be_empty,
                     rp_error *err);
/* The same for a text a person may be shown, of less than `max_bytes`. */
rp_status store_check_text(const char *field, const char *text,
                           size_t max_bytes, rp_error *err);

/* -------------------------------------------------------------- attempts */

/* Where an attempt stands. */
typedef struct attempt_state {
    int64_t attempt; /* 0: no such attempt */
    bool is_finished;
    bool is_closed;
    bool is_imported;
    uint32_t move_count;
    uint32_t last_ms;
} attempt_state;

/* `attempt` 0 in `out` where there is none. */
rp_status attempt_standing(rp_store *store, const rp_store_id *id,
                           attempt_state *out, rp_error *err);

rp_status fail_no_attempt(rp_error *err);

/* --------------------------------------------------------------- schema */

enum {
    SCHEMA_APPLICATION_ID = 0x52505254
}; /* "RPRT" */

int32_t schema_newest(void);

/* Runs the steps after `version`, each in a transaction of its own. */
int schema_migrate(sqlite3 *db, int32_t version);

/* Compares all of sqlite_schema with what the steps to `version` make. */
rp_status schema_compare(sqlite3 *db, int32_t version, const char *path,
                         rp_error *err);

/* --------------------------------------------------------------- folder */

/*
 * Makes the folder where it is absent, refuses what is in the database's
 * place and is no file, makes the files readable by their owner only.
 *
 * `path`  filled: the database's real path, the caller's to free with
 *         `alloc`
 * `is_there`  false where there is no database yet
 */
rp_status folder_prepare(const char *directory, rp_alloc alloc, char **path,
                         bool *is_there, rp_error *err);

/* An empty file readable by its owner only; fails where there is one. */
rp_status folder_make_file(const char *path, rp_error *err);

/* Gives a complete file its final name; leaves what is there. */
rp_status folder_publish(const char *from, const char *path, bool must_be_new,
                         rp_error *err);

/* Removes a file that was never published, with what SQLite put beside it. */
void folder_discard(const char *path);

/* Bytes of a file; -1 where there is none. */
int64_t folder_file_bytes(const char *path);

/* ------------------------------------------------------------------ open */

/*
 * A connection with every safeguard switched on.
 * `db` is filled even on failure and is the caller's to close.
 */
int connection_open(const char *path, const rp_store_options *options,
                    sqlite3 **db);

/* Runs every step of the schema and names the machine. */
rp_status fill_database(rp_store *store, rp_error *err);

/* A new database at the store's path. */
rp_status make_database(rp_store *store, const rp_store_options *options,
                        rp_error *err);

/* Write-ahead log; a file that cannot be written is the store's trouble. */
rp_status set_journal(rp_store *store, rp_error *err);

#endif
