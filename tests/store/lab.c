/* Builders for the store's tests. */
#include "lab.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <dirent.h>
#include <sqlite3.h>
#include <unistd.h>

rp_error lab_error;

void lab_check(rp_status status, const char *call)
{
    if (status != RP_OK) {
        fail_msg("%s: %s", call, lab_error.message);
    }
}

static int64_t lab_now(void *user)
{
    lab *at = user;

    at->now_ms += 1000;
    return at->now_ms;
}

static void lab_bytes(void *user, void *bytes, size_t length)
{
    lab *at = user;
    uint8_t *out = bytes;

    for (size_t i = 0; i < length; i++) {
        out[i] = (uint8_t)(rp_random_next(&at->random) >> 32);
    }
}

rp_store_options lab_options(lab *at)
{
    return (rp_store_options){
        .directory = at->folder[0] != '\0' ? at->folder : NULL,
        .host = {.now_ms = lab_now, .random_bytes = lab_bytes, .user = at},
        .busy_ms = 1,
    };
}

static void lab_begin_empty(lab *at)
{
    *at = (lab){.now_ms = 1757500000000, .random = rp_random_seeded(7)};
    rp_arena_init(&at->arena, rp_alloc_default());
}

/* Memory where there is some: these tests sync thousands of times. */
static const char *base_folder(void)
{
    const char *named = getenv("TMPDIR");

    if (named != NULL) {
        return named;
    }
    return access("/dev/shm", W_OK) == 0 ? "/dev/shm" : "/tmp";
}

void lab_make_folder(lab *at)
{
    lab_begin_empty(at);
    (void)snprintf(at->folder, sizeof at->folder, "%s/rapport-store-XXXXXX",
                   base_folder());
    assert_non_null(mkdtemp(at->folder));
}

void lab_open(lab *at)
{
    rp_store_options options = lab_options(at);

    assert_ok(rp_store_open(&options, &at->store, &lab_error));
}

void lab_close(lab *at)
{
    rp_store_close(at->store);
    at->store = NULL;
}

void lab_fill(lab *at)
{
    rp_stored_document document = lab_document("{\"a\":1}");
    rp_person person = {0};

    assert_ok(rp_store_put_document(at->store, &document, &lab_error));
    assert_ok(
        rp_store_default_person(at->store, &at->arena, &person, &lab_error));
    at->document = document.digest;
    at->person = person.id;
}

void lab_setup(lab *at)
{
    lab_begin_empty(at);
    lab_open(at);
    lab_fill(at);
}

void lab_setup_folder(lab *at)
{
    lab_make_folder(at);
    lab_open(at);
    lab_fill(at);
}

const char *lab_path(lab *at, const char *name)
{
    const char *path = rp_arena_format(&at->arena, "%s/%s", at->folder, name);

    assert_non_null(path);
    return path;
}

static void remove_folder(lab *at)
{
    DIR *folder = opendir(at->folder);

    if (folder == NULL) {
        return;
    }
    for (struct dirent *item = readdir(folder); item != NULL;
         item = readdir(folder)) {
        const char *path = lab_path(at, item->d_name);
        if (item->d_name[0] != '.' && unlink(path) != 0) {
            (void)rmdir(path);
        }
    }
    (void)closedir(folder);
    (void)rmdir(at->folder);
}

void lab_clear(lab *at)
{
    lab_close(at);
    if (at->folder[0] != '\0') {
        remove_folder(at);
    }
    rp_arena_clear(&at->arena);
}

rp_stored_document lab_document(const char *json)
{
    return (rp_stored_document){
        .digest = rp_sha256(json, strlen(json)),
        .rules_digest = rp_sha256("rules", 5),
        .scenario = "angry-caller",
        .pack = "telecom",
        .json = json,
        .json_length = strlen(json),
    };
}

rp_attempt_start lab_start(const lab *at)
{
    return (rp_attempt_start){
        .person = at->person,
        .document = at->document,
        .language = "en",
        .mode = RP_MODE_PRACTICE,
        .seed = 0xFEDCBA9876543210U,
        .set = 2,
        .engine_version = "0.1.0",
        .pack_edition = "1",
        .zone_offset_min = 480,
        .timer_percent = 100,
    };
}

rp_stored_result lab_result(void)
{
    return (rp_stored_result){
        .reason = RP_ENDED_AT_ENDING,
        .ending = "promised",
        .outcome = RP_RESOLVED,
        .points = {5, -2, 7},
        .par = {10, 0, 7},
        .score_bp = {5000, -1, 10000},
        .criticals = "",
        .passed = true,
        .satisfaction = 4,
        .mood = {60, 55, 40},
        .talk_s = 190,
        .state_digest = rp_sha256("state", 5),
        .engine_version = "0.1.0",
    };
}

rp_store_id lab_begin(lab *at)
{
    rp_attempt_start start = lab_start(at);
    rp_store_id id = {{0}};

    assert_ok(rp_store_begin_attempt(at->store, &start, &id, &lab_error));
    return id;
}

void lab_move(lab *at, const rp_store_id *attempt, uint32_t seq)
{
    char text[64];

    (void)snprintf(text, sizeof text, "reply-%u", (unsigned)seq);
    rp_stored_move move = {.text = text, .at_ms = seq * 1000};
    assert_ok(rp_store_add_move(at->store, attempt, seq, &move, &lab_error));
}

rp_store_id lab_play(lab *at, uint32_t moves)
{
    rp_store_id id = lab_begin(at);
    rp_stored_result result = lab_result();

    for (uint32_t seq = 0; seq < moves; seq++) {
        lab_move(at, &id, seq);
    }
    assert_ok(rp_store_finish_attempt(at->store, &id, &result, &lab_error));
    return id;
}

void lab_tamper(lab *at, const char *sql)
{
    sqlite3 *db = NULL;
    char *message = NULL;

    assert_int_equal(sqlite3_open(lab_path(at, "rapport.db"), &db), SQLITE_OK);
    (void)sqlite3_db_config(db, SQLITE_DBCONFIG_DEFENSIVE, 0, (int *)NULL);
    (void)sqlite3_db_config(db, SQLITE_DBCONFIG_WRITABLE_SCHEMA, 1,
                            (int *)NULL);
    if (sqlite3_exec(db, sql, NULL, NULL, &message) != SQLITE_OK) {
        fail_msg("%s: %s", sql, message);
    }
    assert_int_equal(sqlite3_close(db), SQLITE_OK);
}

static void count_finding(void *user, const rp_chain_finding *finding)
{
    lab_findings *findings = user;

    assert_non_null(finding->message);
    assert_non_null(finding->advice);
    findings->count++;
    findings->kinds[finding->kind]++;
    findings->last = *finding;
}

lab_findings lab_verify(lab *at, const rp_chain_head *known)
{
    lab_findings findings = {0};
    rp_chain_watch watch = {.found = count_finding, .user = &findings};
    rp_error err = {0};

    rp_status status =
        rp_store_verify_chain(at->store, known, &watch, NULL, &err);
    assert_int_equal(status, findings.count == 0 ? RP_OK : RP_E_DAMAGED);
    assert_true(findings.count == 0 || err.message[0] != '\0');
    return findings;
}
