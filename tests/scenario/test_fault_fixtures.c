/*
 * Bad scenarios that carry their own expectation: each file of
 * tests/fixtures/faults says in comments what is wrong with it,
 *
 *     -- expect fault: CODE line N [column C]
 *
 * and this is exactly what is found, warnings included. A folder with a
 * pack.lua is a pack on its own where its name begins with `pack-`, else the
 * pack of the scenarios beside it.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <dirent.h>

#include "rapport/declared.h"
#include "rapport/scenario.h"
#include "rapport/script.h"
#include "support/test.h"

#define FOLDER RP_SOURCE_DIR "/tests/fixtures/faults"

enum {
    LINE_MAX_BYTES = 256,
    PATH_MAX_BYTES = 1024,
    SEEN_MAX = 256
};

static char seen[SEEN_MAX][48]; /* codes that some fixture expects */
static size_t seen_count;
static size_t wrong_count;
static size_t file_count;

/* ----------------------------------------------------------- expectations */

typedef struct expectation {
    char code[48];
    unsigned line;
    unsigned column; /* 0: any */
    bool is_met;
} expectation;

typedef struct expectations {
    expectation items[16];
    size_t count;
} expectations;

static void read_expectations(const char *path, expectations *out)
{
    char line[LINE_MAX_BYTES];
    FILE *file = fopen(path, "r");

    *out = (expectations){0};
    assert_non_null(file);
    while (fgets(line, sizeof line, file) != NULL) {
        expectation *item = &out->items[out->count];
        int read = sscanf(line, "-- expect fault: %47s line %u column %u",
                          item->code, &item->line, &item->column);
        if (read >= 2 && out->count + 1 < 16) {
            out->count++;
            assert_true(seen_count < SEEN_MAX);
            (void)snprintf(seen[seen_count++], sizeof seen[0], "%s",
                           item->code);
        }
    }
    (void)fclose(file);
}

static bool meets(expectations *wanted, const rp_fault *fault)
{
    for (size_t i = 0; i < wanted->count; i++) {
        expectation *item = &wanted->items[i];
        if (!item->is_met && strcmp(item->code, fault->code) == 0 &&
            item->line == fault->line &&
            (item->column == 0 || item->column == fault->column)) {
            item->is_met = true;
            return true;
        }
    }
    return false;
}

/* ---------------------------------------------------------------- loading */

static void find_faults(const rp_declared *declared, rp_faults *faults)
{
    rp_document *document = NULL;
    rp_model *model = NULL;
    rp_error err = {0};

    if (rp_document_assemble(declared, rp_alloc_default(), faults, &document,
                             &err) != RP_OK) {
        fail_msg("%s: %s", declared->main_name, err.message);
    }
    rp_document_check(document, faults);
    if (faults->error_count == 0 && declared->main_name != NULL &&
        rp_model_compile(document, rp_alloc_default(), faults, &model, &err) ==
            RP_OK) {
        rp_model_free(model);
    }
    rp_document_free(document);
}

static void complain(const char *path, const char *code, unsigned line,
                     const char *message)
{
    wrong_count++;
    print_error("%s: %s line %u: %s\n", path + strlen(FOLDER) + 1, code, line,
                message);
}

static void compare(const char *path, expectations *wanted,
                    const rp_faults *faults)
{
    for (uint32_t i = 0; i < faults->count; i++) {
        const rp_fault *fault = &faults->items[i];
        if (!meets(wanted, fault)) {
            complain(path, fault->code, fault->line, fault->message);
        }
    }
    for (size_t i = 0; i < wanted->count; i++) {
        if (!wanted->items[i].is_met) {
            complain(path, wanted->items[i].code, wanted->items[i].line,
                     "was not found");
        }
    }
}

/* `source` is the file that carries the expectations of `path`. */
static void try_fixture(const char *path, const char *source)
{
    rp_script_options options = {.helper_path = RP_BUILD_DIR "/rapport-helper",
                                 .once = true};
    expectations wanted;
    rp_arena arena;
    rp_declared declared;
    rp_faults faults;
    rp_error err = {0};

    read_expectations(source, &wanted);
    rp_arena_init(&arena, rp_alloc_default());
    rp_faults_init(&faults, rp_alloc_default());
    if (rp_script_load(path, &options, &arena, &declared, &err) == RP_OK) {
        find_faults(&declared, &faults);
        compare(path, &wanted, &faults);
    } else {
        complain(path, "load", err.line, err.message);
    }
    rp_faults_clear(&faults);
    rp_arena_clear(&arena);
    file_count++;
}

static bool ends_in_lua(const char *name)
{
    size_t length = strlen(name);

    return length > 4 && strcmp(name + length - 4, ".lua") == 0;
}

static void try_folder(const char *folder)
{
    char path[PATH_MAX_BYTES];
    char pack[PATH_MAX_BYTES + 16];
    DIR *directory = opendir(folder);

    assert_non_null(directory);
    for (struct dirent *entry = readdir(directory); entry != NULL;
         entry = readdir(directory)) {
        const char *name = entry->d_name;
        (void)snprintf(path, sizeof path, "%s/%s", folder, name);
        (void)snprintf(pack, sizeof pack, "%s/pack.lua", path);
        if (ends_in_lua(name) && strcmp(name, "pack.lua") != 0) {
            try_fixture(path, path);
        } else if (strncmp(name, "pack-", 5) == 0) {
            try_fixture(path, pack);
        }
    }
    (void)closedir(directory);
}

static void every_fixture_has_exactly_the_faults_it_expects(void **state)
{
    (void)state;

    try_folder(FOLDER);
    try_folder(FOLDER "/translated");

    assert_true(file_count > 50);
    assert_int_equal(wrong_count, 0);
}

/* Faults no file can show, with the test that does. */
static bool is_shown_elsewhere(const char *code)
{
    static const char *const codes[] = {
        "cannot-load",  /* app/load: no document comes out of it */
        "bad-catalog",  /* scenario/translations: the loader compiles its own */
        "bad-date",     /* scenario/check: `date` refuses it in the file */
        "unclean-text", /* scenario/check: the loader refuses it */
        "no-body",      /* scenario/check: the loader refuses it */
    };

    for (size_t i = 0; i < sizeof codes / sizeof codes[0]; i++) {
        if (strcmp(codes[i], code) == 0) {
            return true;
        }
    }
    return false;
}

static void every_fault_has_a_fixture(void **state)
{
    static const char *const codes[] = {
#define FAULT(name, code, severity, about, sentence, mend, example) code,
#include "scenario/list_faults.h"
#undef FAULT
    };
    size_t missing = 0;

    (void)state;
    for (size_t i = 0; i < sizeof codes / sizeof codes[0]; i++) {
        bool found = is_shown_elsewhere(codes[i]);
        for (size_t j = 0; !found && j < seen_count; j++) {
            found = strcmp(seen[j], codes[i]) == 0;
        }
        if (!found) {
            missing++;
            print_error("no fixture shows `%s`\n", codes[i]);
        }
    }
    assert_int_equal(missing, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_fixture_has_exactly_the_faults_it_expects),
        cmocka_unit_test(every_fault_has_a_fixture),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
