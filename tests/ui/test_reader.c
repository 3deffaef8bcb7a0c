#include <string.h>

#include "support/test.h"
#include "ui/ui_kit.h"
#include "ui/ui_reader.h"

/* What the screen of these tests shows. */
typedef struct page {
    const char *name;
    const char *title;
    const char *news; /* announced in every frame it is set */
    bool is_urgent;
    bool is_on;
    bool has_dialog;
    char note[16];
} page;

static void screen(ui_context *ui, void *user)
{
    page *shown = user;

    ui_screen(ui, shown->name, "go");
    ui_text(ui, shown->title, &ui_title);
    ui_text(ui, "Some words.", &ui_body);
    (void)ui_button(ui, &(ui_button_spec){.id = "go", .label = "Go"});
    if (ui_toggle(ui, &(ui_toggle_spec){.id = "sound",
                                        .label = "Sound",
                                        .is_on = shown->is_on})) {
        shown->is_on = !shown->is_on;
    }
    (void)ui_text_field(ui, &(ui_field_spec){.id = "note",
                                             .label = "Note",
                                             .text = shown->note,
                                             .capacity = sizeof shown->note});
    if (shown->has_dialog) {
        (void)ui_begin_dialog(ui, &(ui_dialog_spec){.id = "ask",
                                                    .title = "Leave?",
                                                    .first_focus = "stay"});
        ui_text(ui, "All is kept.", &ui_body);
        (void)ui_button(ui, &(ui_button_spec){.id = "stay", .label = "Stay"});
        ui_text(ui, "Behind the button.", &ui_body);
        ui_end(ui);
    }
    if (shown->news != NULL) {
        ui_announce(ui, shown->news, shown->is_urgent);
        shown->news = NULL;
    }
}

typedef struct hearing {
    ui_kit kit;
    page page;
    ui_reader reader;
    ui_reading reading;
    bool follows;
} hearing;

static void begin(hearing *with)
{
    memset(with, 0, sizeof *with);
    with->page = (page){.name = "home", .title = "Home"};
    with->follows = true;
    rp_text_init(&with->reading.text, rp_alloc_default());
}

static void end(hearing *with)
{
    rp_text_clear(&with->reading.text);
    kit_close(&with->kit);
}

/* One frame; what it makes heard. */
static const char *hear(hearing *with)
{
    ui_context *ui = with->kit.ui;

    if (ui == NULL) {
        ui_host host = kit_host(&with->kit);
        with->kit.allowed = SIZE_MAX;
        with->kit.surface = (ui_surface){.width_px = 1280, .height_px = 800};
        assert_int_equal(ui_new(&with->kit.ui, &host, NULL), RP_OK);
        ui = with->kit.ui;
    }
    ui_begin_frame(ui, &with->kit.surface);
    screen(ui, &with->page);
    ui_end_frame(ui);
    ui_reader_look(&with->reader, ui, with->follows, &with->reading);
    return with->reading.text.length > 0 ? with->reading.text.bytes : "";
}

static const char *hear_key(hearing *with, ui_key key)
{
    ui_post_key(with->kit.ui, key);
    return hear(with);
}

static void arriving_reads_the_heading_and_the_focus(void **state)
{
    hearing with;

    (void)state;
    begin(&with);
    assert_string_equal(hear(&with), "Home. Go");
    assert_false(with.reading.waits);
    assert_string_equal(hear(&with), "");
    with.page.name = "library";
    with.page.title = "Library";
    assert_string_equal(hear(&with), "Library");
    end(&with);
}

static void the_focus_is_read_when_it_moves_or_changes(void **state)
{
    hearing with;

    (void)state;
    begin(&with);
    (void)hear(&with);
    assert_string_equal(hear_key(&with, UI_KEY_TAB), "Sound, off");
    (void)hear_key(&with, UI_KEY_SPACE);
    assert_string_equal(hear(&with), "Sound, on");
    assert_string_equal(hear(&with), "");
    end(&with);
}

static void typing_is_not_read_letter_by_letter(void **state)
{
    hearing with;

    (void)state;
    begin(&with);
    (void)hear(&with);
    (void)hear_key(&with, UI_KEY_TAB);
    assert_string_equal(hear_key(&with, UI_KEY_TAB), "Note");
    (void)hear_key(&with, UI_KEY_ENTER);
    ui_post_text(with.kit.ui, "8");
    assert_string_equal(hear(&with), "");
    assert_string_equal(hear(&with), "");
    end(&with);
}

static void a_dialog_is_read_up_to_its_first_control(void **state)
{
    hearing with;

    (void)state;
    begin(&with);
    (void)hear(&with);
    with.page.has_dialog = true;
    assert_string_equal(hear(&with), "Leave? All is kept. Stay");
    with.page.has_dialog = false;
    assert_string_equal(hear(&with), "Go");
    end(&with);
}

static void news_goes_before_the_focus_when_it_is_urgent(void **state)
{
    hearing with;

    (void)state;
    begin(&with);
    with.page.news = "It is dead.";
    with.page.is_urgent = true;
    assert_string_equal(hear(&with), "Home. It is dead. Go");
    with.page.news = "Patience 17, low.";
    with.page.is_urgent = false;
    assert_string_equal(hear(&with), "Patience 17, low.");
    assert_true(with.reading.waits);
    end(&with);
}

static void ctrl_space_reads_the_focus_then_everything(void **state)
{
    hearing with;

    (void)state;
    begin(&with);
    with.follows = false;
    assert_string_equal(hear(&with), "");
    assert_string_equal(hear_key(&with, UI_CTRL | UI_KEY_SPACE), "Go");
    assert_true(with.reading.was_asked);
    assert_string_equal(hear_key(&with, UI_CTRL | UI_KEY_SPACE),
                        "Home. Some words. Go. Sound, off. Note");
    assert_string_equal(hear_key(&with, UI_CTRL | UI_KEY_SPACE), "Go");
    end(&with);
}

static void ctrl_space_in_a_dialog_reads_the_dialog(void **state)
{
    hearing with;

    (void)state;
    begin(&with);
    with.follows = false;
    with.page.has_dialog = true;
    (void)hear(&with);
    assert_string_equal(hear_key(&with, UI_CTRL | UI_KEY_SPACE), "Stay");
    assert_string_equal(hear_key(&with, UI_CTRL | UI_KEY_SPACE),
                        "Leave? All is kept. Stay. Behind the button.");
    end(&with);
}

static void a_reading_without_memory_is_left_out(void **state)
{
    hearing with;

    (void)state;
    begin(&with);
    (void)hear(&with);
    for (size_t more = 0; more < 12; more++) {
        with.kit.allowed = with.kit.requests + more;
        (void)hear_key(&with, UI_CTRL | UI_KEY_SPACE);
    }
    with.kit.allowed = SIZE_MAX;
    (void)hear(&with);
    end(&with);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(arriving_reads_the_heading_and_the_focus),
        cmocka_unit_test(the_focus_is_read_when_it_moves_or_changes),
        cmocka_unit_test(typing_is_not_read_letter_by_letter),
        cmocka_unit_test(a_dialog_is_read_up_to_its_first_control),
        cmocka_unit_test(news_goes_before_the_focus_when_it_is_urgent),
        cmocka_unit_test(ctrl_space_reads_the_focus_then_everything),
        cmocka_unit_test(ctrl_space_in_a_dialog_reads_the_dialog),
        cmocka_unit_test(a_reading_without_memory_is_left_out),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
