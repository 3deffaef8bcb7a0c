/*
 * What walking proves and what keeps the gate shut, each shown by a file of
 * tests/fixtures/findings that carries its own expectation:
 *
 *     -- with budget: N
 *     -- expect fault: CODE line N
 *     -- expect missing: CODE
 *
 * and this is exactly what is found.
 */
#include <stdio.h>
#include <string.h>

#include <dirent.h>

#include "rapport/app.h"
#include "support/test.h"

#define FOLDER RP_SOURCE_DIR "/tests/fixtures/findings"

enum {
    EXPECTED_MAX = 32,
    SEEN_MAX = 256,
    CODE_BYTES = 48
};

typedef struct expectation {
    char code[CODE_BYTES];
    unsigned line; /* 0: a missing code */
    bool is_met;
} expectation;

typedef struct expectations {
    expectation items[EXPECTED_MAX];
    size_t count;
    unsigned long long budget;
} expectations;

static char seen[SEEN_MAX][CODE_BYTES];
static size_t seen_count;
static size_t wrong_count;
static size_t file_count;

static void read_expectations(const char *path, expectations *out)
{
    char line[256];
    FILE *file = fopen(path, "r");

    *out = (expectations){.count = 0};
    assert_non_null(file);
    while (fgets(line, sizeof line, file) != NULL) {
        expectation *item = &out->items[out->count];
        (void)sscanf(line, "-- with budget: %llu", &out->budget);
        if (sscanf(line, "-- expect fault: %47s line %u", item->code,
                   &item->line) == 2 ||
            sscanf(line, "-- expect missing: %47s", item->code) == 1) {
            assert_true(++out->count < EXPECTED_MAX);
        }
    }
    (void)fclose(file);
}

static bool meets(expectations *wanted, const char *code, unsigned line)
{
    for (size_t i = 0; i < wanted->count; i++) {
        expectation *item = &wanted->items[i];
        if (strcmp(item->code, code) == 0 && item->line == line &&
            (!item->is_met || line == 0)) {
            item->is_met = true;
            return true;
        }
    }
    return false;
}

static void tell(const char *path, const char *code, unsigned line,
                 const char *sentence)
{
    wrong_count++;
    print_error("%s: %s line %u: %s\n", path + strlen(FOLDER) + 1, code, line,
                sentence);
}

static void find(const char *path, expectations *wanted,
                 const rp_loaded *loaded, const rp_report *report)
{
    for (uint32_t i = 0; i < loaded->faults.count; i++) {
        const rp_fault *fault = &loaded->faults.items[i];
        if (!meets(wanted, fault->code, fault->line)) {
            tell(path, fault->code, fault->line, fault->message);
        }
    }
    for (uint32_t i = 0; i < report->remark_count; i++) {
        const rp_remark *remark = &report->remarks[i];
        rp_fault at = {.line = 0};
        rp_document_where(loaded->document, remark->subject, &at);
        if (!meets(wanted, remark->code, at.line)) {
            tell(path, remark->code, at.line, remark->sentence);
        }
    }
    for (uint32_t i = 0; i < report->missing_count; i++) {
        const rp_missing *missing = &report->missing[i];
        if (!meets(wanted, missing->code, 0)) {
            tell(path, missing->code, 0, missing->sentence);
        }
    }
}

static void compare(const char *path, expectations *wanted,
                    const rp_loaded *loaded, const rp_report *report)
{
    find(path, wanted, loaded, report);
    for (size_t i = 0; i < wanted->count; i++) {
        assert_true(seen_count < SEEN_MAX);
        (void)snprintf(seen[seen_count++], CODE_BYTES, "%s",
                       wanted->items[i].code);
        if (!wanted->items[i].is_met) {
            tell(path, wanted->items[i].code, wanted->items[i].line,
                 "was not found");
        }
    }
}

static void try_fixture(const char *path)
{
    rp_app_options options = {.helper_path = RP_BUILD_DIR "/rapport-helper"};
    rp_loaded loaded;
    rp_report report;
    rp_arena arena;
    rp_error err = {0};
    expectations wanted;

    read_expectations(path, &wanted);
    rp_arena_init(&arena, rp_alloc_default());
    assert_int_equal(
        rp_app_load(&options, path, rp_alloc_default(), &loaded, &err), RP_OK);
    assert_non_null(loaded.model);
    rp_report_options how = {.budget = {.states_max = wanted.budget},
                             .fault_count = loaded.faults.count};
    assert_int_equal(rp_check_report(loaded.model, &how, &arena, &report, &err),
                     RP_OK);
    compare(path, &wanted, &loaded, &report);
    rp_arena_clear(&arena);
    rp_loaded_clear(&loaded);
    file_count++;
}

static void every_fixture_finds_exactly_what_it_expects(void **state)
{
    DIR *folder = opendir(FOLDER);
    (void)state;

    assert_non_null(folder);
    for (struct dirent *entry = readdir(folder); entry != NULL;
         entry = readdir(folder)) {
        char path[1024];
        if (strstr(entry->d_name, ".lua") != NULL) {
            (void)snprintf(path, sizeof path, "%s/%s", FOLDER, entry->d_name);
            try_fixture(path);
        }
    }
    (void)closedir(folder);

    assert_true(file_count >= 12);
    assert_int_equal(wrong_count, 0);
}

static void every_code_has_a_fixture(void **state)
{
    const rp_codes tables[] = {rp_remark_codes(), rp_missing_codes()};
    size_t missing = 0;
    (void)state;

    for (size_t i = 0; i < 2; i++) {
        for (uint32_t j = 0; j < tables[i].count; j++) {
            bool found = false;
            for (size_t k = 0; !found && k < seen_count; k++) {
                found = strcmp(seen[k], tables[i].items[j].name) == 0;
            }
            if (!found) {
                missing++;
                print_error("no fixture shows `%s`\n", tables[i].items[j].name);
            }
        }
    }

    assert_int_equal(missing, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_fixture_finds_exactly_what_it_expects),
        cmocka_unit_test(every_code_has_a_fixture),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
