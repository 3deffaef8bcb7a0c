#include <string.h>

#include "support/test.h"
#include "ui/ui_internal.h"
#include "ui/ui_kit.h"

typedef struct sample {
    const char *text;
    int16_t width;
    ui_style style;
    ui_rich_spec rich;
    bool is_rich;
    int chosen;
} sample;

static void screen(ui_context *ui, void *user)
{
    sample *state = user;
    ui_begin_column(ui, &(ui_box){.width = {.px = state->width}});
    if (state->is_rich) {
        state->rich.id = "rich";
        state->rich.text = state->text;
        int chosen = ui_rich(ui, &state->rich);
        state->chosen = chosen >= 0 ? chosen : state->chosen;
    } else {
        ui_text(ui, state->text, &state->style);
    }
    ui_end(ui);
}

/* The only paragraph of the frame. */
static const paragraph *shown(const ui_kit *kit)
{
    for (int32_t i = 0; i < kit->ui->now->count; i++) {
        if (kit->ui->now->nodes[i].text != NULL) {
            return kit->ui->now->nodes[i].text;
        }
    }
    fail_msg("no text");
    return NULL;
}

static void open_sample(ui_kit *kit, sample *state)
{
    state->chosen = -1;
    kit_open(kit, screen, state);
}

static void no_last_line_is_a_single_han_character(void **unused)
{
    (void)unused;
    ui_kit kit;
    sample state = {.text = "约好今天上午来装宽带。", .width = 135};

    open_sample(&kit, &state);

    const paragraph *text = shown(&kit);
    assert_int_equal(text->line_count, 2);
    assert_int_equal(text->lines[1].end - text->lines[1].start, 9);
    kit_close(&kit);
}

static void no_last_line_is_a_single_word(void **unused)
{
    (void)unused;
    ui_kit kit;
    sample state = {.text = "one two six ten", .width = 90};

    open_sample(&kit, &state);

    const paragraph *text = shown(&kit);
    assert_int_equal(text->line_count, 2);
    assert_int_equal(text->lines[1].start, 8);
    kit_close(&kit);
}

static void han_and_latin_stand_an_eighth_of_an_em_apart(void **unused)
{
    (void)unused;
    ui_kit kit;
    sample state = {.text = "约5G来", .width = 400};

    open_sample(&kit, &state);

    /* Two Han, two Latin characters, two gaps of 15 / 8. */
    assert_int_equal(shown(&kit)->natural_px, 2 * 15 + 15 + 2 * 1);
    kit_close(&kit);
}

static void punctuation_needs_no_air(void **unused)
{
    (void)unused;
    ui_kit kit;
    sample state = {.text = "约，G", .width = 400};

    open_sample(&kit, &state);

    assert_int_equal(shown(&kit)->natural_px, 2 * 15 + 7);
    kit_close(&kit);
}

static void an_opening_mark_starts_a_line_half_as_wide(void **unused)
{
    (void)unused;
    ui_kit kit;
    sample state = {.text = "（约）来", .width = 400};

    open_sample(&kit, &state);

    const paragraph *text = shown(&kit);
    assert_int_equal(text->pieces[0].x, -7);
    assert_int_equal(text->natural_px, 4 * 15 - 7);
    kit_close(&kit);
}

static void the_second_of_two_marks_loses_half_its_width(void **unused)
{
    (void)unused;
    ui_kit kit;
    sample state = {.text = "约。）来", .width = 400};

    open_sample(&kit, &state);

    assert_int_equal(shown(&kit)->natural_px, 4 * 15 - 7);
    kit_close(&kit);
}

static void quotes_come_from_the_face_of_their_neighbours(void **unused)
{
    (void)unused;
    ui_kit kit;
    sample state = {.text = "他说“好”, don’t", .width = 400};

    open_sample(&kit, &state);

    const paragraph *text = shown(&kit);
    assert_int_equal(text->items[0].font.face, UI_FACE_HAN);
    assert_int_equal(text->items[0].end, strlen("他说“好”"));
    assert_int_equal(text->items[1].font.face, UI_FACE_LATIN);
    assert_int_equal(text->item_count, 2);
    kit_close(&kit);
}

static void only_names_and_titles_are_truncated(void **unused)
{
    (void)unused;
    ui_kit kit;
    sample state = {.text = "Third call, same fault",
                    .width = 80,
                    .style = {.truncates = true}};

    open_sample(&kit, &state);
    ui_node_info info = kit_labelled(&kit, "Third call, same fault");
    assert_true(info.is_truncated);
    assert_false(info.is_cut);
    assert_true(shown(&kit)->lines[0].width <= 80);
    kit_close(&kit);

    state.style = (ui_style){.is_one_line = true};
    open_sample(&kit, &state);
    assert_true(kit_labelled(&kit, "Third call, same fault").is_cut);
    kit_close(&kit);
}

static void marks_become_spans(void **unused)
{
    (void)unused;
    ui_kit kit;
    sample state = {.text = "I *never* asked [sighs] for ~this pack~. 2\\*3",
                    .width = 800,
                    .is_rich = true,
                    .rich = {.has_phrases = true}};

    open_sample(&kit, &state);

    const paragraph *text = shown(&kit);
    assert_string_equal(text->text, "I never asked (sighs) for this pack. 2*3");
    assert_int_equal(text->span_count, 4);
    assert_int_equal(text->spans[1].kind, SPAN_STRESS);
    assert_int_equal(text->spans[2].kind, SPAN_SOUND);
    assert_int_equal(text->spans[3].kind, SPAN_PHRASE);
    kit_close(&kit);
}

static void a_lonely_mark_is_ordinary_text(void **unused)
{
    (void)unused;
    ui_kit kit;
    sample state = {.text = "5 * 3 ~ 15 [", .width = 800, .is_rich = true};

    open_sample(&kit, &state);

    assert_string_equal(shown(&kit)->text, "5 * 3 ~ 15 [");
    kit_close(&kit);
}

static void a_click_on_a_phrase_tells_which(void **unused)
{
    (void)unused;
    ui_kit kit;
    sample state = {.text = "aa ~bb~ cc ~dd~",
                    .width = 800,
                    .is_rich = true,
                    .rich = {.has_phrases = true}};
    open_sample(&kit, &state);

    ui_post_click(kit.ui, 4, 8);
    kit_frame(&kit);
    assert_int_equal(state.chosen, -1);
    ui_post_click(kit.ui, 7 * 9 + 10, 8);
    kit_frame(&kit);

    assert_int_equal(state.chosen, 1);
    kit_close(&kit);
}

static void a_number_chooses_a_phrase_before_anything_else(void **unused)
{
    (void)unused;
    ui_kit kit;
    sample state = {.text = "aa ~bb~ cc ~dd~",
                    .width = 800,
                    .is_rich = true,
                    .rich = {.has_phrases = true, .is_choosing = true}};
    open_sample(&kit, &state);

    kit_key(&kit, '2');

    assert_int_equal(state.chosen, 1);
    kit_close(&kit);
}

static void a_phrase_can_be_read_out_of_the_marked_text(void **unused)
{
    (void)unused;
    char phrase[32];

    assert_true(ui_phrase("aa ~bb~ cc ~dd ee~", 1, phrase, sizeof phrase));
    assert_string_equal(phrase, "dd ee");
    assert_false(ui_phrase("aa ~bb~", 1, phrase, sizeof phrase));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_last_line_is_a_single_han_character),
        cmocka_unit_test(no_last_line_is_a_single_word),
        cmocka_unit_test(han_and_latin_stand_an_eighth_of_an_em_apart),
        cmocka_unit_test(punctuation_needs_no_air),
        cmocka_unit_test(an_opening_mark_starts_a_line_half_as_wide),
        cmocka_unit_test(the_second_of_two_marks_loses_half_its_width),
        cmocka_unit_test(quotes_come_from_the_face_of_their_neighbours),
        cmocka_unit_test(only_names_and_titles_are_truncated),
        cmocka_unit_test(marks_become_spans),
        cmocka_unit_test(a_lonely_mark_is_ordinary_text),
        cmocka_unit_test(a_click_on_a_phrase_tells_which),
        cmocka_unit_test(a_number_chooses_a_phrase_before_anything_else),
        cmocka_unit_test(a_phrase_can_be_read_out_of_the_marked_text),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
