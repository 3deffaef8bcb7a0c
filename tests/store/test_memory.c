/*
 * Refused memory, the n-th request for every n: SQLite's and ours. The call
 * fails cleanly or succeeds; what was acknowledged is there.
 */
#include <stdlib.h>
#include <string.h>

#include <sqlite3.h>

#include "lab.h"

/* Requests left before one is refused; negative: none is. */
static struct {
    int64_t left;
    bool was_refused;
    sqlite3_mem_methods real;
} budget = {.left = -1};

static bool may_allocate(void)
{
    if (budget.left < 0) {
        return true;
    }
    if (budget.left == 0) {
        budget.was_refused = true;
        return false;
    }
    budget.left--;
    return true;
}

static void *sqlite_malloc(int size)
{
    return may_allocate() ? budget.real.xMalloc(size) : NULL;
}

static void *sqlite_realloc(void *block, int size)
{
    return may_allocate() ? budget.real.xRealloc(block, size) : NULL;
}

static void *our_resize(void *user, void *block, size_t size_bytes)
{
    (void)user;
    if (size_bytes == 0) {
        free(block);
        return NULL;
    }
    return may_allocate() ? realloc(block, size_bytes) : NULL;
}

static void hook_sqlite(void)
{
    sqlite3_mem_methods hooked;

    assert_int_equal(sqlite3_config(SQLITE_CONFIG_GETMALLOC, &budget.real),
                     SQLITE_OK);
    hooked = budget.real;
    hooked.xMalloc = sqlite_malloc;
    hooked.xRealloc = sqlite_realloc;
    assert_int_equal(sqlite3_config(SQLITE_CONFIG_MALLOC, &hooked), SQLITE_OK);
    assert_int_equal(sqlite3_config(SQLITE_CONFIG_LOOKASIDE, 0, 0), SQLITE_OK);
}

/* A whole use of a store; stops at the first failure. */
static rp_status use_store(lab *at, rp_arena *arena, rp_error *err)
{
    rp_store_options options = lab_options(at);
    rp_stored_document document = lab_document("{\"a\":1}");
    rp_attempt_start start = lab_start(at);
    rp_stored_result result = lab_result();
    rp_stored_move move = {.text = "own-the-promises"};
    rp_attempts attempts = {0};
    rp_stored_moves moves = {0};
    rp_person person = {0};
    rp_store_id id = {{0}};

    options.alloc = (rp_alloc){.resize = our_resize};
    rp_status status = rp_store_open(&options, &at->store, err);
    if (status == RP_OK) {
        status = rp_store_put_document(at->store, &document, err);
    }
    if (status == RP_OK) {
        status = rp_store_default_person(at->store, arena, &person, err);
    }
    start.person = person.id;
    start.document = document.digest;
    if (status == RP_OK) {
        status = rp_store_begin_attempt(at->store, &start, &id, err);
    }
    if (status == RP_OK) {
        status = rp_store_add_move(at->store, &id, 0, &move, err);
    }
    if (status == RP_OK) {
        status = rp_store_finish_attempt(at->store, &id, &result, err);
    }
    if (status == RP_OK) {
        status = rp_store_list_attempts(at->store, NULL, arena, &attempts, err);
    }
    if (status == RP_OK) {
        status = rp_store_attempt_moves(at->store, &id, arena, &moves, err);
    }
    return status == RP_OK
               ? rp_store_verify_chain(at->store, NULL, NULL, NULL, err)
               : status;
}

/* One refusal after `allowed` requests; false when none was met. */
static bool try_with(int64_t allowed, bool in_folder)
{
    lab at;
    rp_arena arena;
    rp_error err = {0};

    lab_make_folder(&at);
    char folder[sizeof at.folder];
    memcpy(folder, at.folder, sizeof folder);
    if (!in_folder) {
        at.folder[0] = '\0';
    }
    rp_arena_init(&arena, (rp_alloc){.resize = our_resize});
    budget.left = allowed;
    budget.was_refused = false;
    rp_status status = use_store(&at, &arena, &err);
    budget.left = -1;
    bool was_refused = budget.was_refused;

    /* SQLite goes on without some of what it asks for: that is no failure. */
    assert_true(was_refused || status == RP_OK);
    if (status != RP_OK && status != RP_E_MEMORY) {
        fail_msg("request %lld refused: %s", (long long)allowed, err.message);
    }
    lab_close(&at);
    rp_arena_clear(&arena);
    memcpy(at.folder, folder, sizeof folder);
    if (in_folder) {
        lab_open(&at);
        assert_int_equal(rp_store_trouble(at.store, NULL), RP_OK);
        assert_int_equal(lab_verify(&at, NULL).count, 0);
    }
    lab_clear(&at);
    return was_refused;
}

/* Opening asks the same things many times over: stride across it. */
static void every_refusal_is_survived_in_memory(void **state)
{
    int64_t allowed = 0;
    (void)state;

    while (try_with(allowed, false)) {
        allowed += allowed < 50 ? 1 : 7;
    }

    assert_true(allowed > 100);
}

/* A larger stride: a file makes every try dearer. */
static void every_refusal_is_survived_on_disk(void **state)
{
    int64_t allowed = 0;
    (void)state;

    while (try_with(allowed, true)) {
        allowed += 61;
    }

    assert_true(allowed > 100);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_refusal_is_survived_in_memory),
        cmocka_unit_test(every_refusal_is_survived_on_disk),
    };

    hook_sqlite();
    return cmocka_run_group_tests(tests, NULL, NULL);
}
