/*
 * What keeping a move costs: our call against a bare SQLite insert of the
 * same bytes with the same durability, turn by turn in one run, on the disk
 * named as the first argument (else the current folder). One JSON line.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <sqlite3.h>
#include <unistd.h>

#include "rapport/store.h"

enum {
    ROUNDS = 40,
    MOVES = 50,
    TOTAL = ROUNDS * MOVES
};

static double now_us(void)
{
    struct timespec now = {0};

    (void)clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec * 1e6 + (double)now.tv_nsec / 1e3;
}

static int compare(const void *a, const void *b)
{
    const double *x = a;
    const double *y = b;

    return (*x > *y) - (*x < *y);
}

static double median(double *values, size_t count)
{
    qsort(values, count, sizeof *values, compare);
    return values[count / 2];
}

static void must(bool is_good, const char *what)
{
    if (!is_good) {
        (void)fprintf(stderr, "bench_store: %s\n", what);
        exit(3);
    }
}

/* ------------------------------------------------------------------- bare */

typedef struct bare {
    sqlite3 *db;
    sqlite3_stmt *insert;
} bare;

static void bare_open(bare *at, const char *path)
{
    static const char setup[] =
        "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;"
        "CREATE TABLE moves (attempt INTEGER NOT NULL, seq INTEGER NOT NULL,"
        " move TEXT NOT NULL, at_ms INTEGER NOT NULL)";
    static const char insert[] = "INSERT INTO moves VALUES (?1, ?2, ?3, ?4)";

    must(sqlite3_open(path, &at->db) == SQLITE_OK, "cannot open");
    must(sqlite3_exec(at->db, setup, NULL, NULL, NULL) == SQLITE_OK, "set-up");
    must(sqlite3_prepare_v3(at->db, insert, -1, SQLITE_PREPARE_PERSISTENT,
                            &at->insert, NULL) == SQLITE_OK,
         "cannot prepare");
}

static void bare_insert(bare *at, int64_t attempt, uint32_t seq,
                        const rp_stored_move *move)
{
    (void)sqlite3_bind_int64(at->insert, 1, attempt);
    (void)sqlite3_bind_int64(at->insert, 2, seq);
    (void)sqlite3_bind_text(at->insert, 3, move->text, -1, SQLITE_STATIC);
    (void)sqlite3_bind_int64(at->insert, 4, move->at_ms);
    must(sqlite3_step(at->insert) == SQLITE_DONE, "bare insert");
    (void)sqlite3_reset(at->insert);
}

static void bare_close(bare *at)
{
    (void)sqlite3_finalize(at->insert);
    (void)sqlite3_close(at->db);
}

/* ------------------------------------------------------------------- ours */

static rp_store *ours_open(const char *folder, rp_attempt_start *start)
{
    static const char json[] = "{\"a\":1}";
    rp_store_options options = {.directory = folder};
    rp_stored_document document = {
        .digest = rp_sha256(json, sizeof json - 1),
        .scenario = "bench",
        .pack = "",
        .json = json,
        .json_length = sizeof json - 1,
    };
    rp_store *store = NULL;
    rp_person person = {0};
    rp_arena arena;

    rp_arena_init(&arena, rp_alloc_default());
    must(rp_store_open(&options, &store, NULL) == RP_OK, "cannot open");
    must(rp_store_put_document(store, &document, NULL) == RP_OK, "document");
    must(rp_store_default_person(store, &arena, &person, NULL) == RP_OK,
         "person");
    *start = (rp_attempt_start){
        .person = person.id,
        .document = document.digest,
        .language = "en",
        .engine_version = "0",
        .pack_edition = "",
        .timer_percent = 100,
    };
    rp_arena_clear(&arena);
    return store;
}

static rp_store_id ours_begin(rp_store *store, const rp_attempt_start *start)
{
    rp_store_id id = {{0}};

    must(rp_store_begin_attempt(store, start, &id, NULL) == RP_OK, "attempt");
    return id;
}

/* ---------------------------------------------------------------- measure */

static void measure(rp_store *store, bare *other, const rp_attempt_start *start,
                    double *ours, double *theirs)
{
    for (uint32_t round = 0; round < ROUNDS; round++) {
        rp_store_id id = ours_begin(store, start);
        for (uint32_t seq = 0; seq < MOVES; seq++) {
            rp_stored_move move = {.text = "own-the-promises",
                                   .at_ms = seq * 4000};
            double t0 = now_us();
            must(rp_store_add_move(store, &id, seq, &move, NULL) == RP_OK,
                 "move");
            double t1 = now_us();
            bare_insert(other, round + 1, seq, &move);
            double t2 = now_us();
            ours[round * MOVES + seq] = t1 - t0;
            theirs[round * MOVES + seq] = t2 - t1;
        }
    }
}

static void remove_files(const char *folder)
{
    static const char *const names[] = {"rapport.db",     "rapport.db-wal",
                                        "rapport.db-shm", "bare.db",
                                        "bare.db-wal",    "bare.db-shm"};
    char path[600];

    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        (void)snprintf(path, sizeof path, "%s/%s", folder, names[i]);
        (void)unlink(path);
    }
    (void)rmdir(folder);
}

int main(int argc, char **argv)
{
    static double ours[TOTAL];
    static double theirs[TOTAL];
    char folder[512];
    char path[600];
    rp_attempt_start start;
    bare other = {0};

    (void)snprintf(folder, sizeof folder, "%s/bench-store-XXXXXX",
                   argc > 1 ? argv[1] : ".");
    must(mkdtemp(folder) != NULL, "cannot make a folder");
    (void)snprintf(path, sizeof path, "%s/bare.db", folder);
    rp_store *store = ours_open(folder, &start);
    bare_open(&other, path);

    measure(store, &other, &start, ours, theirs);
    double verify_from = now_us();
    must(rp_store_verify_chain(store, NULL, NULL, NULL, NULL) == RP_OK,
         "verify");
    double verify_us = now_us() - verify_from;

    bare_close(&other);
    rp_store_close(store);
    remove_files(folder);
    double our_us = median(ours, TOTAL);
    double their_us = median(theirs, TOTAL);
    (void)printf("{\"bench\":\"store_move\",\"ratio\":%.3f,\"target\":2,"
                 "\"ours\":%.1f,\"floor\":%.1f,\"unit\":\"us\","
                 "\"moves\":%d,\"verify_entry_us\":%.1f}\n",
                 our_us / their_us, our_us, their_us, TOTAL,
                 verify_us / (ROUNDS + 2));
    return 0;
}
