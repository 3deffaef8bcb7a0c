/*
 * Damaged files: the store opens, or opens for reading only, or refuses with
 * a sentence; it never crashes and never hands out what it cannot vouch for.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <unistd.h>

#include "lab.h"

typedef struct bytes {
    unsigned char *items;
    size_t count;
} bytes;

/* A small database as one file. */
static bytes make_file(lab *at)
{
    bytes file = {0};

    lab_setup_folder(at);
    (void)lab_play(at, 4);
    rp_store_id id = lab_begin(at);
    lab_move(at, &id, 0);
    lab_close(at);
    FILE *in = fopen(lab_path(at, "rapport.db"), "rb");
    assert_non_null(in);
    file.items = calloc(1, 1 << 20);
    assert_non_null(file.items);
    file.count = fread(file.items, 1, 1 << 20, in);
    assert_int_equal(fclose(in), 0);
    assert_true(file.count > 4096);
    return file;
}

static void write_file(lab *at, const char *name, const void *from,
                       size_t count)
{
    FILE *out = fopen(lab_path(at, name), "wb");

    assert_non_null(out);
    assert_int_equal(fwrite(from, 1, count, out), count);
    assert_int_equal(fclose(out), 0);
}

static void check_status(rp_status status, const rp_error *err)
{
    bool is_expected = status == RP_OK || status == RP_E_DAMAGED ||
                       status == RP_E_INVALID || status == RP_E_LIMIT ||
                       status == RP_E_IO;

    assert_true(is_expected);
    assert_true(status == RP_OK || err->message[0] != '\0');
}

static void read_attempts(lab *at, rp_arena *arena)
{
    rp_attempts attempts = {0};
    rp_stored_moves moves = {0};
    rp_error err = {0};

    check_status(
        rp_store_list_attempts(at->store, NULL, arena, &attempts, &err), &err);
    for (uint32_t i = 0; i < attempts.count; i++) {
        check_status(rp_store_attempt_moves(at->store, &attempts.items[i].id,
                                            arena, &moves, &err),
                     &err);
    }
}

/* Reads everything, tries to write. True where the store was in order. */
static bool use_everything(lab *at)
{
    rp_arena arena;
    rp_stored_document document = {0};
    rp_people people = {0};
    rp_store_id id = {{0}};
    rp_error err = {0};
    rp_attempt_start start = lab_start(at);
    rp_status trouble = rp_store_trouble(at->store, &err);

    rp_arena_init(&arena, rp_alloc_default());
    check_status(rp_store_get_document(at->store, &at->document, &arena,
                                       &document, &err),
                 &err);
    check_status(rp_store_list_people(at->store, &arena, &people, &err), &err);
    read_attempts(at, &arena);
    rp_status chain = rp_store_verify_chain(at->store, NULL, NULL, NULL, &err);
    check_status(chain, &err);
    rp_status written = rp_store_begin_attempt(at->store, &start, &id, &err);
    check_status(written, &err);
    assert_true(trouble == RP_OK || written == trouble);
    rp_arena_clear(&arena);
    return trouble == RP_OK && chain == RP_OK && written == RP_OK;
}

/* Opens and uses what stands there. True where nothing was wrong. */
static bool open_and_use(lab *at)
{
    rp_store_options options = lab_options(at);
    rp_error err = {0};
    bool is_good = false;

    rp_status status = rp_store_open(&options, &at->store, &err);
    check_status(status, &err);
    if (status == RP_OK) {
        is_good = use_everything(at);
        lab_close(at);
    }
    (void)unlink(lab_path(at, "rapport.db-wal"));
    (void)unlink(lab_path(at, "rapport.db-shm"));
    (void)unlink(lab_path(at, "rapport.db-journal"));
    rp_arena_reset(&at->arena);
    return is_good;
}

static void a_flipped_byte_anywhere_is_survived(void **state)
{
    enum {
        HEADER = 100,
        STRIDE = 211
    };

    lab at;
    (void)state;
    bytes file = make_file(&at);

    for (size_t i = 0; i < file.count; i += i < HEADER ? 1 : STRIDE) {
        file.items[i] ^= 0xFFU;
        write_file(&at, "rapport.db", file.items, file.count);
        file.items[i] ^= 0xFFU;
        (void)open_and_use(&at);
    }

    write_file(&at, "rapport.db", file.items, file.count);
    assert_true(open_and_use(&at));
    free(file.items);
    lab_clear(&at);
}

static void a_file_cut_anywhere_is_noticed(void **state)
{
    enum {
        PAGE = 4096
    };

    lab at;
    (void)state;
    bytes file = make_file(&at);

    for (size_t length = 0; length < file.count; length += PAGE / 2) {
        write_file(&at, "rapport.db", file.items, length);
        assert_false(open_and_use(&at));
    }

    free(file.items);
    lab_clear(&at);
}

static void noise_in_any_place_is_survived(void **state)
{
    enum {
        NOISE = 512
    };

    lab at;
    rp_random random = rp_random_seeded(3);
    unsigned char kept[NOISE];
    (void)state;
    bytes file = make_file(&at);

    for (size_t i = 0; i + NOISE <= file.count; i += 3 * NOISE) {
        memcpy(kept, &file.items[i], NOISE);
        for (size_t k = 0; k < NOISE; k++) {
            file.items[i + k] = (unsigned char)rp_random_below(&random, 256);
        }
        write_file(&at, "rapport.db", file.items, file.count);
        memcpy(&file.items[i], kept, NOISE);
        (void)open_and_use(&at);
    }

    free(file.items);
    lab_clear(&at);
}

static void a_file_of_noise_is_refused(void **state)
{
    lab at;
    rp_random random = rp_random_seeded(4);
    rp_error err = {0};
    (void)state;
    bytes file = make_file(&at);
    for (size_t i = 0; i < file.count; i++) {
        file.items[i] = (unsigned char)rp_random_below(&random, 256);
    }
    write_file(&at, "rapport.db", file.items, file.count);
    rp_store_options options = lab_options(&at);

    assert_int_equal(rp_store_open(&options, &at.store, &err), RP_E_DAMAGED);

    assert_non_null(strstr(err.message, "damaged"));
    free(file.items);
    lab_clear(&at);
}

static void planted_logs_of_noise_change_nothing(void **state)
{
    static const char *const names[] = {"rapport.db-wal", "rapport.db-shm",
                                        "rapport.db-journal"};
    lab at;
    rp_random random = rp_random_seeded(5);
    unsigned char noise[8192];
    (void)state;
    bytes file = make_file(&at);
    for (size_t i = 0; i < sizeof noise; i++) {
        noise[i] = (unsigned char)rp_random_below(&random, 256);
    }

    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        write_file(&at, "rapport.db", file.items, file.count);
        write_file(&at, names[i], noise, sizeof noise);
        assert_true(open_and_use(&at));
    }

    free(file.items);
    lab_clear(&at);
}

static void damage_inside_is_opened_for_reading_only_and_left_alone(
    void **state)
{
    lab at;
    rp_attempts attempts = {0};
    rp_error why = {0};
    rp_error refusal = {0};
    (void)state;
    bytes file = make_file(&at);
    free(file.items);
    lab_tamper(&at, "PRAGMA ignore_check_constraints = ON;"
                    "UPDATE results SET satisfaction = 99");

    lab_open(&at);

    assert_int_equal(rp_store_trouble(at.store, &why), RP_E_DAMAGED);
    assert_non_null(strstr(why.message, "reading only"));
    rp_attempt_filter open = {.only_unfinished = true};
    assert_ok(rp_store_list_attempts(at.store, &open, &at.arena, &attempts,
                                     &lab_error));
    assert_int_equal(attempts.count, 1);
    rp_stored_move move = {.text = "x", .at_ms = 5};
    assert_int_equal(
        rp_store_add_move(at.store, &attempts.items[0].id, 1, &move, &refusal),
        RP_E_DAMAGED);
    assert_string_equal(why.message, refusal.message);
    lab_clear(&at);
}

/* A value no Rapport wrote, in a column of a row that is then read. */
static void check_odd(const char *sql)
{
    lab at;
    rp_attempts attempts = {0};
    rp_error err = {0};
    bytes file = make_file(&at);

    free(file.items);
    lab_tamper(&at, sql);
    rp_store_options options = lab_options(&at);
    rp_status status = rp_store_open(&options, &at.store, &err);
    if (status == RP_OK) {
        rp_stored_moves moves = {0};
        status =
            rp_store_list_attempts(at.store, NULL, &at.arena, &attempts, &err);
        for (uint32_t i = 0; i < attempts.count && status == RP_OK; i++) {
            status = rp_store_attempt_moves(at.store, &attempts.items[i].id,
                                            &at.arena, &moves, &err);
        }
    }
    if (status != RP_E_DAMAGED) {
        fail_msg("%s: status %d", sql, (int)status);
    }
    lab_clear(&at);
}

static void odd_values_are_refused_where_they_are_read(void **state)
{
    (void)state;
    check_odd("UPDATE moves SET move = CAST(x'fffe' AS TEXT)");
    check_odd("UPDATE moves SET move = CAST(x'1b5b' AS TEXT)");
    check_odd("PRAGMA ignore_check_constraints = ON;"
              "UPDATE moves SET move = printf('%.*c', 20000000, 'x')"
              " WHERE attempt = 1 AND seq = 0");
    check_odd("PRAGMA ignore_check_constraints = ON;"
              "UPDATE moves SET at_ms = -1");
    check_odd("UPDATE moves SET at_ms = 4000000000 WHERE seq = 0");
    check_odd("DELETE FROM moves WHERE attempt = 1 AND seq = 1");
    check_odd("UPDATE attempts SET mode = 'cheating'");
    check_odd("UPDATE results SET outcome = 'won'");
    check_odd("PRAGMA ignore_check_constraints = ON;"
              "UPDATE attempts SET id = zeroblob(15) WHERE attempt = 1");
    check_odd("PRAGMA ignore_check_constraints = ON;"
              "UPDATE results SET listening_bp = -1");
    check_odd("PRAGMA foreign_keys = OFF; DELETE FROM people");
    check_odd("PRAGMA foreign_keys = OFF; DELETE FROM documents");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_flipped_byte_anywhere_is_survived),
        cmocka_unit_test(a_file_cut_anywhere_is_noticed),
        cmocka_unit_test(noise_in_any_place_is_survived),
        cmocka_unit_test(a_file_of_noise_is_refused),
        cmocka_unit_test(planted_logs_of_noise_change_nothing),
        cmocka_unit_test(
            damage_inside_is_opened_for_reading_only_and_left_alone),
        cmocka_unit_test(odd_values_are_refused_where_they_are_read),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
