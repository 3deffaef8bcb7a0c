/* Texts of all languages stand under the same keys. */
#include "declared_world.h"

#define PACK "{'@':'pack','at':[1,1],'body':{'id':'p','languages':['en','zh']}}"

enum {
    ENTRIES_MAX = 16,
    CATALOG_BYTES_MAX = 4096
};

/* context, msgid, msgstr; in the order of the bytes of context and msgid */
typedef struct entry {
    const char *context;
    const char *source;
    const char *translation;
} entry;

static void put_number(char *bytes, size_t at, size_t value)
{
    for (size_t i = 0; i < 4; i++) {
        bytes[at + i] = (char)(value >> (8 * i) & 0xFF);
    }
}

/* Writes a GNU MO file; returns its length. */
static size_t write_catalog(char *bytes, const entry *entries, size_t count)
{
    size_t originals = 28;
    size_t translations = originals + count * 8;
    size_t at = translations + count * 8;

    memset(bytes, 0, CATALOG_BYTES_MAX);
    put_number(bytes, 0, 0x950412DE);
    put_number(bytes, 8, count);
    put_number(bytes, 12, originals);
    put_number(bytes, 16, translations);
    for (size_t i = 0; i < count; i++) {
        int length = snprintf(bytes + at, CATALOG_BYTES_MAX - at, "%s\4%s",
                              entries[i].context, entries[i].source);
        put_number(bytes, originals + i * 8, (size_t)length);
        put_number(bytes, originals + i * 8 + 4, at);
        at += (size_t)length + 1;
        length = snprintf(bytes + at, CATALOG_BYTES_MAX - at, "%s",
                          entries[i].translation);
        put_number(bytes, translations + i * 8, (size_t)length);
        put_number(bytes, translations + i * 8 + 4, at);
        at += (size_t)length + 1;
    }
    return at;
}

static const entry all_entries[] = {
    {"toy", "A toy", "玩具"},
    {"toy", "Ann", "安"},
    {"toy", "Somebody rings.", "有人来电。"},
    {"toy/done", "Goodbye.", "再见。"},
    {"toy/opening", "Hello?", "喂？"},
    {"toy/opening/greet", "A greeting.", "问候。"},
    {"toy/opening/greet", "Hello.", "您好。"},
};

static rp_document *translated(declared_parts parts, const entry *entries,
                               size_t count, rp_faults *faults)
{
    char bytes[CATALOG_BYTES_MAX];
    rp_error err = {0};
    rp_catalog catalog = {.language = "zh",
                          .bytes = bytes,
                          .length = write_catalog(bytes, entries, count)};

    parts.pack = parts.pack == NULL ? PACK : parts.pack;
    parts.catalog = &catalog;
    rp_document *document = assembled(&parts, rp_alloc_default(), faults, &err);
    assert_non_null(document);
    return document;
}

static void assert_translated(declared_parts parts, const entry *entries,
                              size_t count, const char *codes)
{
    rp_faults faults;
    rp_document *document = translated(parts, entries, count, &faults);

    assert_string_equal(codes_of(&faults), codes);
    rp_faults_clear(&faults);
    rp_document_free(document);
}

static void translations_are_found_by_context_and_text(void **state)
{
    (void)state;
    rp_faults faults;
    rp_document *document =
        translated((declared_parts){0}, all_entries, 7, &faults);
    char *json = written(document);

    assert_string_equal(codes_of(&faults), "");
    assert_non_null(strstr(json, "'title':{'en':'A toy','zh':'玩具'}"));
    assert_non_null(strstr(json, "'text':{'en':'Hello.','zh':'您好。'}"));
    assert_non_null(strstr(json, "'name':{'en':'Ann','zh':'安'}"));
    free(json);
    rp_faults_clear(&faults);
    rp_document_free(document);
}

static void text_without_its_translation_is_a_warning(void **state)
{
    (void)state;
    rp_faults faults;
    rp_document *document =
        translated((declared_parts){0}, all_entries, 6, &faults);

    assert_string_equal(codes_of(&faults), "untranslated");
    assert_int_equal(faults.error_count, 0);
    rp_faults_clear(&faults);
    rp_document_free(document);
}

static void catalog_without_anything_of_ours_is_one_warning(void **state)
{
    (void)state;
    assert_translated((declared_parts){0}, all_entries, 0, "no-translation");
}

static void catalog_that_cannot_be_read_is_a_fault(void **state)
{
    (void)state;
    rp_faults faults;
    rp_error err = {0};
    rp_catalog catalog = {.language = "zh", .bytes = "no MO", .length = 5};
    declared_parts parts = {.pack = PACK, .catalog = &catalog};
    rp_document *document =
        assembled(&parts, rp_alloc_default(), &faults, &err);

    assert_string_equal(codes_of(&faults), "bad-catalog");
    rp_faults_clear(&faults);
    rp_document_free(document);
}

#define TURN_SAYING(text) \
    "{'says':'" text "','to':'done','#':[" SMALLEST_REPLY "]}"

static void text_without_letters_needs_no_translation(void **state)
{
    (void)state;
    assert_translated((declared_parts){.turn = TURN_SAYING("12:30 … {n} *!*"),
                                       .scenario = ",'vars':{'n':true}"},
                      all_entries, 7, "");
    assert_translated((declared_parts){.turn = TURN_SAYING("[sigh]")},
                      all_entries, 7, "untranslated");
    assert_translated((declared_parts){.turn = TURN_SAYING("您好")},
                      all_entries, 7, "untranslated");
}

static void slots_are_the_same_set_in_every_language(void **state)
{
    (void)state;
    static const entry good[] = {
        {"toy", "A toy", "玩具"},
        {"toy", "Ann", "安"},
        {"toy", "Somebody rings.", "有人来电。"},
        {"toy/done", "Goodbye.", "再见。"},
        {"toy/opening", "{n} of {m}?", "{m}之{n}，{m}？"},
        {"toy/opening/greet", "A greeting.", "问候。"},
        {"toy/opening/greet", "Hello.", "您好。"},
    };
    entry bad[7];
    declared_parts parts = {.turn = TURN_SAYING("{n} of {m}?"),
                            .scenario = ",'vars':{'n':true,'m':false}"};

    memcpy(bad, good, sizeof bad);
    assert_translated(parts, good, 7, "");
    bad[4].translation = "{m}？";
    assert_translated(parts, bad, 7, "slots-differ");
    bad[4].translation = "{m}之{n}，{n:day}？";
    assert_translated(parts, bad, 7, "wrong-form slots-differ");
}

static void marks_are_held_to_account_in_every_language(void **state)
{
    (void)state;
    entry bad[7];

    memcpy(bad, all_entries, sizeof bad);
    bad[4].translation = "*喂？";
    assert_translated((declared_parts){0}, bad, 7, "unbalanced-mark");
}

static void texts_of_facts_are_translated_under_facts(void **state)
{
    (void)state;
    static const entry entries[] = {
        {"toy", "A toy", "玩具"},
        {"toy", "Ann", "安"},
        {"toy", "Somebody rings.", "有人来电。"},
        {"toy/done", "Goodbye.", "再见。"},
        {"toy/facts", "Basic", "基本"},
        {"toy/opening", "Hello?", "喂？"},
        {"toy/opening/greet", "A greeting.", "问候。"},
        {"toy/opening/greet", "Hello.", "您好。"},
    };
    rp_faults faults;
    rp_document *document = translated(
        (declared_parts){
            .more = ",{'@':'facts','at':[0,20],'body':[{'plan':'Basic',"
                    "'ticket':'4471'}]}"},
        entries, 8, &faults);
    char *json = written(document);

    assert_string_equal(codes_of(&faults), "");
    assert_non_null(strstr(json, "'plan':{'text':{'en':'Basic','zh':'基本'}}"));
    assert_non_null(strstr(json, "'ticket':{'text':{'en':'4471'}}"));
    free(json);
    rp_faults_clear(&faults);
    rp_document_free(document);
}

static void source_language_is_the_pack_s(void **state)
{
    (void)state;
    rp_faults faults;
    rp_error err = {0};
    declared_parts parts = {.pack =
                                "{'@':'pack','at':[1,1],'body':{'id':'p',"
                                "'source_language':'de','languages':['de']}}"};
    rp_document *document =
        assembled(&parts, rp_alloc_default(), &faults, &err);
    char *json = written(document);

    assert_string_equal(codes_of(&faults), "");
    assert_non_null(strstr(json, "'title':{'de':'A toy'}"));
    free(json);
    rp_faults_clear(&faults);
    rp_document_free(document);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(translations_are_found_by_context_and_text),
        cmocka_unit_test(text_without_its_translation_is_a_warning),
        cmocka_unit_test(catalog_without_anything_of_ours_is_one_warning),
        cmocka_unit_test(catalog_that_cannot_be_read_is_a_fault),
        cmocka_unit_test(text_without_letters_needs_no_translation),
        cmocka_unit_test(slots_are_the_same_set_in_every_language),
        cmocka_unit_test(marks_are_held_to_account_in_every_language),
        cmocka_unit_test(texts_of_facts_are_translated_under_facts),
        cmocka_unit_test(source_language_is_the_pack_s),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
