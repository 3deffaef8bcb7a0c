/*
 * What a reader says: the whole call, in reading order, held against a text in
 * each language. After a wanted change the new text stands in the build folder
 * under the same name, to be compared and taken over.
 */
#include <stdio.h>
#include <string.h>

#include "journey.h"
#include "support/test.h"

enum {
    GOLDEN_MAX = 65536
};

/* A line a stop, in the order a reader walks the screen. */
static void speak(const journey_run *journey, rp_text *out)
{
    ui_node_info node;

    for (int i = 0; i < ui_node_count(journey->ui); i++) {
        size_t before = out->length;
        ui_node_at(journey->ui, i, &node);
        if (!node.is_spoken) {
            continue;
        }
        ui_spoken(journey->ui, i, out);
        if (out->length > before) {
            rp_text_puts(out, "\n");
        }
    }
}

static void read_golden(const char *name, char text[GOLDEN_MAX])
{
    char path[512];

    (void)snprintf(path, sizeof path, RP_SOURCE_DIR "/tests/golden/%s", name);
    text[0] = '\0';
    FILE *file = fopen(path, "rb");
    if (file != NULL) {
        text[fread(text, 1, GOLDEN_MAX - 1, file)] = '\0';
        assert_int_equal(fclose(file), 0);
    }
}

static void write_spoken(const char *name, const rp_text *spoken)
{
    char path[512];

    (void)snprintf(path, sizeof path, RP_BUILD_DIR "/%s", name);
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(spoken->bytes, 1, spoken->length, file),
                     spoken->length);
    assert_int_equal(fclose(file), 0);
}

static void check_speech(const char *language, const char *golden_name)
{
    static char golden[GOLDEN_MAX];
    journey_look look = {language, "100", "light", 1280, 800};
    journey_run journey;
    rp_text spoken;

    read_golden(golden_name, golden);
    rp_text_init(&spoken, rp_alloc_default());
    journey_begin(&journey, &look);
    journey_open(&journey);
    journey_pick_up(&journey);
    speak(&journey, &spoken);
    write_spoken(golden_name, &spoken);
    bool is_same = strlen(golden) == spoken.length &&
                   memcmp(golden, spoken.bytes, spoken.length) == 0;
    rp_text_clear(&spoken);
    journey_end(&journey);

    if (!is_same) {
        fail_msg("%s differs from what was spoken, %s/%s", golden_name,
                 RP_BUILD_DIR, golden_name);
    }
}

static void a_call_is_spoken_in_english(void **state)
{
    (void)state;
    check_speech("en", "speech-call-en.txt");
}

static void a_call_is_spoken_in_chinese(void **state)
{
    (void)state;
    check_speech("zh", "speech-call-zh.txt");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_call_is_spoken_in_english),
        cmocka_unit_test(a_call_is_spoken_in_chinese),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
