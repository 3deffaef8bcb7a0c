/* The chain: each way of changing history is found and told apart. */
#include <string.h>

#include "lab.h"

/*
 * The lab's chain: 1 document, 2 person, then two entries an attempt: 3 and
 * 4 for the first, ... 11 and 12 for the fifth.
 */
enum {
    ENTRIES_AT_FIRST = 12
};

static void setup_chain(lab *at)
{
    lab_setup_folder(at);
    for (uint32_t i = 0; i < 5; i++) {
        (void)lab_play(at, 3);
    }
}

/* What verify finds after `sql` was run on the file. */
static lab_findings after(const char *sql)
{
    lab at;
    setup_chain(&at);
    lab_close(&at);
    lab_tamper(&at, sql);
    lab_open(&at);

    lab_findings findings = lab_verify(&at, NULL);

    lab_clear(&at);
    return findings;
}

static void check_one(const char *sql, rp_chain_finding_kind kind,
                      int64_t entry, const char *table)
{
    lab_findings found = after(sql);

    if (found.count != 1 || found.last.kind != kind ||
        found.last.entry != entry || strcmp(found.last.table, table) != 0) {
        fail_msg("%s: %u findings, the last %s at %lld of %s", sql,
                 (unsigned)found.count, rp_chain_finding_names[found.last.kind],
                 (long long)found.last.entry, found.last.table);
    }
}

static void an_untouched_chain_has_no_findings(void **state)
{
    lab at;
    rp_chain_head head = {0};
    rp_chain_head walked = {0};
    (void)state;
    setup_chain(&at);

    assert_ok(rp_store_chain_head(at.store, &head, &lab_error));
    assert_ok(
        rp_store_verify_chain(at.store, &head, NULL, &walked, &lab_error));

    assert_int_equal(head.index, ENTRIES_AT_FIRST);
    assert_memory_equal(&head, &walked, sizeof head);
    lab_clear(&at);
}

static void a_changed_record_is_one_finding(void **state)
{
    (void)state;
    check_one("UPDATE results SET listening_bp = 9999 WHERE attempt = 3",
              RP_FOUND_CHANGED, 8, "results");
    check_one("UPDATE moves SET move = 'better' WHERE attempt = 3 AND seq = 1",
              RP_FOUND_CHANGED, 8, "results");
    check_one("DELETE FROM moves WHERE attempt = 5 AND seq = 2",
              RP_FOUND_CHANGED, 12, "results");
    check_one("INSERT INTO moves VALUES (1, 3, 'late', 3000)", RP_FOUND_CHANGED,
              4, "results");
    check_one("UPDATE attempts SET mode = 'exam' WHERE attempt = 2",
              RP_FOUND_CHANGED, 5, "attempts");
    check_one("UPDATE documents SET scenario = 'easier'", RP_FOUND_CHANGED, 1,
              "documents");
    check_one("UPDATE people SET role = 'trainer'", RP_FOUND_CHANGED, 2,
              "people");
}

static void a_record_that_is_gone_is_one_finding(void **state)
{
    (void)state;
    check_one("DELETE FROM results WHERE attempt = 5", RP_FOUND_DROPPED, 12,
              "results");
}

static void a_key_that_is_gone_without_erasure_is_found(void **state)
{
    (void)state;
    lab_findings found = after("DELETE FROM person_keys");

    assert_int_equal(found.kinds[RP_FOUND_DROPPED], found.count);
    assert_true(found.count > 0);
}

static void a_changed_entry_is_one_finding(void **state)
{
    (void)state;
    check_one("UPDATE chain SET body = zeroblob(32) WHERE idx = 6",
              RP_FOUND_CHANGED, 6, "chain");
    check_one("UPDATE chain SET hash = zeroblob(32) WHERE idx = 6",
              RP_FOUND_CHANGED, 6, "chain");
    check_one("UPDATE chain SET hash = zeroblob(32) WHERE idx = 12",
              RP_FOUND_CHANGED, 12, "chain");
}

static void an_entry_that_moved_to_another_row_is_found(void **state)
{
    (void)state;
    lab_findings found = after("UPDATE chain SET subject = 1 WHERE idx = 6");

    assert_true(found.count > 0);
    assert_int_equal(found.kinds[RP_FOUND_DROPPED], 0);
}

static void a_dropped_entry_is_told_apart(void **state)
{
    (void)state;
    lab_findings one = after("DELETE FROM chain WHERE idx = 6");
    lab_findings many = after("DELETE FROM chain WHERE idx BETWEEN 5 AND 8");

    /* The hole, and the record it covered. */
    assert_int_equal(one.kinds[RP_FOUND_DROPPED], 2);
    assert_int_equal(one.count, 2);
    assert_int_equal(many.kinds[RP_FOUND_DROPPED], 5);
    assert_int_equal(many.count, 5);
}

static void swapped_entries_are_told_apart(void **state)
{
    static const char near[] = "UPDATE chain SET idx = 1000 WHERE idx = 6;"
                               "UPDATE chain SET idx = 6 WHERE idx = 7;"
                               "UPDATE chain SET idx = 7 WHERE idx = 1000";
    static const char far[] = "UPDATE chain SET idx = 1000 WHERE idx = 3;"
                              "UPDATE chain SET idx = 3 WHERE idx = 12;"
                              "UPDATE chain SET idx = 12 WHERE idx = 1000";
    (void)state;

    check_one(near, RP_FOUND_SWAPPED, 6, "chain");
    check_one(far, RP_FOUND_SWAPPED, 3, "chain");
}

static void a_duplicated_entry_is_told_apart(void **state)
{
    (void)state;
    check_one("INSERT INTO chain SELECT 13, type, subject, body, hash"
              " FROM chain WHERE idx = 8",
              RP_FOUND_DUPLICATED, 13, "chain");
}

static void a_cut_tail_is_told_apart(void **state)
{
    (void)state;
    lab_findings found = after("DELETE FROM chain WHERE idx > 10");

    /* The cut, and the attempt and result whose entries went with it. */
    assert_int_equal(found.kinds[RP_FOUND_TRUNCATED], 3);
    assert_int_equal(found.count, 3);
}

static void a_cut_tail_stays_visible_when_the_chain_grows_on(void **state)
{
    lab at;
    (void)state;
    setup_chain(&at);
    lab_close(&at);
    lab_tamper(&at, "DELETE FROM chain WHERE idx > 10;"
                    "DELETE FROM moves WHERE attempt = 5;"
                    "DELETE FROM results WHERE attempt = 5;"
                    "DELETE FROM attempts WHERE attempt = 5");
    lab_open(&at);
    (void)lab_play(&at, 1);

    lab_findings found = lab_verify(&at, NULL);

    assert_int_equal(found.kinds[RP_FOUND_DROPPED], 1);
    assert_int_equal(found.count, 1);
    lab_clear(&at);
}

static void a_planted_record_is_told_apart(void **state)
{
    (void)state;
    check_one("INSERT INTO attempts SELECT 6, zeroblob(16), person, document,"
              " language, mode, seed, fact_set, started_ms, zone_offset_min,"
              " engine_version, pack_edition, timer_percent, is_silence_off,"
              " parent, taken_moves, assessor, machine, is_imported"
              " FROM attempts WHERE attempt = 5",
              RP_FOUND_PLANTED, 0, "attempts");
}

static void an_older_copy_is_found_by_a_head_known_outside(void **state)
{
    lab at;
    rp_chain_head old = {0};
    rp_chain_head known = {0};
    (void)state;
    setup_chain(&at);
    assert_ok(rp_store_chain_head(at.store, &old, &lab_error));
    known = old;
    known.index += 2;

    lab_findings found = lab_verify(&at, &known);

    assert_int_equal(found.count, 1);
    assert_int_equal(found.last.kind, RP_FOUND_TRUNCATED);
    lab_clear(&at);
}

static void another_history_is_found_by_a_head_known_outside(void **state)
{
    lab at;
    rp_chain_head known = {0};
    (void)state;
    setup_chain(&at);
    assert_ok(rp_store_chain_head(at.store, &known, &lab_error));
    (void)lab_play(&at, 1);
    assert_int_equal(lab_verify(&at, &known).count, 0);
    known.hash[0] ^= 1U;

    lab_findings found = lab_verify(&at, &known);

    assert_int_equal(found.count, 1);
    assert_int_equal(found.last.kind, RP_FOUND_REWRITTEN);
    assert_int_equal(found.last.entry, ENTRIES_AT_FIRST);
    lab_clear(&at);
}

static void a_chain_in_ruins_is_walked_to_its_end(void **state)
{
    (void)state;
    lab_findings noise =
        after("UPDATE chain SET body = randomblob(32), hash = randomblob(32)");
    lab_findings gone = after("DELETE FROM chain");
    lab_findings unknown =
        after("UPDATE chain SET type = 'score-added', subject = -1");

    assert_true(noise.count >= ENTRIES_AT_FIRST);
    assert_true(gone.kinds[RP_FOUND_TRUNCATED] > 0);
    assert_true(unknown.count >= ENTRIES_AT_FIRST);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_untouched_chain_has_no_findings),
        cmocka_unit_test(a_changed_record_is_one_finding),
        cmocka_unit_test(a_record_that_is_gone_is_one_finding),
        cmocka_unit_test(a_key_that_is_gone_without_erasure_is_found),
        cmocka_unit_test(a_changed_entry_is_one_finding),
        cmocka_unit_test(an_entry_that_moved_to_another_row_is_found),
        cmocka_unit_test(a_dropped_entry_is_told_apart),
        cmocka_unit_test(swapped_entries_are_told_apart),
        cmocka_unit_test(a_duplicated_entry_is_told_apart),
        cmocka_unit_test(a_cut_tail_is_told_apart),
        cmocka_unit_test(a_cut_tail_stays_visible_when_the_chain_grows_on),
        cmocka_unit_test(a_planted_record_is_told_apart),
        cmocka_unit_test(an_older_copy_is_found_by_a_head_known_outside),
        cmocka_unit_test(another_history_is_found_by_a_head_known_outside),
        cmocka_unit_test(a_chain_in_ruins_is_walked_to_its_end),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
