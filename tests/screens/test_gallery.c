/*
 * The gallery: it shows every widget there is, in all looks, and the three
 * scores' colours can be told apart by everyone.
 */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "screens/gallery.h"
#include "screens/gallery_vision.h"
#include "support/test.h"
#include "ui/ui_tree.h"
#include "window/window.h"

enum {
    HEADER_MAX = 65536,
    NAME_MAX_BYTES = 64
};

/* ------------------------------------------------------------ the table */

static void read_header(const char *name, char text[HEADER_MAX])
{
    char path[512];

    (void)snprintf(path, sizeof path, RP_SOURCE_DIR "/engine/ui/%s", name);
    FILE *file = fopen(path, "rb");
    assert_non_null(file);
    text[fread(text, 1, HEADER_MAX - 1, file)] = '\0';
    assert_int_equal(fclose(file), 0);
}

static bool is_listed(const char *name)
{
    for (const gallery_widget *i = gallery_widgets; i->name != NULL; i++) {
        if (strcmp(i->name, name) == 0) {
            return true;
        }
    }
    return false;
}

/* The name of the function whose parameters begin at `open`. */
static void name_before(const char *text, const char *open,
                        char name[NAME_MAX_BYTES])
{
    const char *start = open;

    while (start > text &&
           (start[-1] == '_' || (start[-1] >= 'a' && start[-1] <= 'z'))) {
        start--;
    }
    (void)snprintf(name, NAME_MAX_BYTES, "%.*s", (int)(open - start), start);
}

static void check_header(const char *header)
{
    static const char marker[] = "(ui_context *ui";
    static char text[HEADER_MAX];
    char name[NAME_MAX_BYTES];
    int count = 0;

    read_header(header, text);
    for (const char *at = strstr(text, marker); at != NULL;
         at = strstr(at + 1, marker)) {
        name_before(text, at, name);
        count++;
        if (!is_listed(name)) {
            fail_msg("%s of %s is not in the gallery", name, header);
        }
    }
    assert_true(count > 0);
}

static void every_widget_is_in_the_gallery(void **state)
{
    (void)state;
    check_header("ui_widgets.h");
}

/* ------------------------------------------------------------- the pages */

typedef struct gallery_run {
    window_fonts *fonts;
    ui_context *ui;
    gallery shown;
} gallery_run;

static void open_gallery(gallery_run *run, const ui_settings *settings)
{
    rp_error err = {0};

    memset(run, 0, sizeof *run);
    assert_int_equal(rp_text_service_open(&run->fonts, &err), RP_OK);
    ui_host host = {.alloc = rp_alloc_default(),
                    .text = rp_text_service(run->fonts)};
    assert_int_equal(ui_new(&run->ui, &host, &err), RP_OK);
    ui_set(run->ui, settings);
}

static void close_gallery(gallery_run *run)
{
    ui_free(run->ui);
    rp_text_service_close(run->fonts);
}

static void show(gallery_run *run, gallery_page page)
{
    ui_surface surface = {.width_px = 1280, .height_px = 800};

    run->shown.page = page;
    for (int i = 0; i < 3; i++) {
        ui_begin_frame(run->ui, &surface);
        gallery_frame(&run->shown, run->ui);
        ui_end_frame(run->ui);
    }
    assert_false(ui_failed(run->ui));
}

static void check_page(gallery_run *run, gallery_page page)
{
    ui_node_info node;

    show(run, page);
    if (ui_duplicate_id(run->ui) != NULL) {
        fail_msg("declared twice: %s", ui_duplicate_id(run->ui));
    }
    for (int i = 0; i < ui_node_count(run->ui); i++) {
        ui_node_at(run->ui, i, &node);
        if (node.is_cut) {
            fail_msg("page %d: cut off: %s", (int)page, node.label);
        }
        if (node.is_focusable && (node.label == NULL || node.label[0] == 0)) {
            fail_msg("page %d: %s has no name", (int)page, node.id);
        }
    }
}

static void nothing_is_cut_on_any_page(void **state)
{
    static const ui_settings looks[] = {
        {.language = "en", .text_percent = 100},
        {.language = "zh", .text_percent = 100, .theme = UI_DARK},
        {.language = "en", .text_percent = 150},
        {.language = "zh", .text_percent = 200, .theme = UI_CONTRAST},
    };
    (void)state;

    for (size_t i = 0; i < sizeof looks / sizeof looks[0]; i++) {
        gallery_run run;
        open_gallery(&run, &looks[i]);
        for (int page = 0; page < GALLERY_PAGES; page++) {
            check_page(&run, (gallery_page)page);
        }
        close_gallery(&run);
    }
}

static void a_page_is_turned_by_keys_and_comes_round(void **state)
{
    gallery_run run;
    (void)state;
    open_gallery(&run, &(ui_settings){.language = "en"});
    show(&run, GALLERY_CONTROLS);

    ui_post_key(run.ui, UI_CTRL | UI_KEY_PAGE_UP);
    show(&run, GALLERY_CONTROLS);

    assert_int_equal(run.shown.page, GALLERY_COLORS);
    close_gallery(&run);
}

static void pages_are_found_by_name(void **state)
{
    (void)state;
    assert_int_equal(gallery_page_named("charts"), GALLERY_CHARTS);
    assert_int_equal(gallery_page_named("chart"), GALLERY_PAGES);
}

/* ---------------------------------------------------------------- colours */

/* CIE L*a*b* of an sRGB colour under D65 (CIE 15:2004). */
static void lab_of(ui_rgba color, double lab[3])
{
    const uint8_t bytes[3] = {color.r, color.g, color.b};
    static const double to_xyz[3][3] = {
        {0.4124564 / 0.95047, 0.3575761 / 0.95047, 0.1804375 / 0.95047},
        {0.2126729, 0.7151522, 0.0721750},
        {0.0193339 / 1.08883, 0.1191920 / 1.08883, 0.9503041 / 1.08883}};
    double linear[3];
    double f[3];

    for (int i = 0; i < 3; i++) {
        double value = bytes[i] / 255.0;
        linear[i] = value <= 0.04045 ? value / 12.92
                                     : pow((value + 0.055) / 1.055, 2.4);
    }
    for (int i = 0; i < 3; i++) {
        double t = to_xyz[i][0] * linear[0] + to_xyz[i][1] * linear[1] +
                   to_xyz[i][2] * linear[2];
        f[i] = t > 0.008856 ? cbrt(t) : 7.787 * t + 16.0 / 116;
    }
    lab[0] = 116 * f[1] - 16;
    lab[1] = 500 * (f[0] - f[1]);
    lab[2] = 200 * (f[1] - f[2]);
}

static double apart(ui_rgba one, ui_rgba other)
{
    double a[3];
    double b[3];

    lab_of(one, a);
    lab_of(other, b);
    return sqrt((a[0] - b[0]) * (a[0] - b[0]) + (a[1] - b[1]) * (a[1] - b[1]) +
                (a[2] - b[2]) * (a[2] - b[2]));
}

static void check_apart(ui_theme_name theme, vision_kind kind)
{
    static const ui_color scores[] = {UI_LISTENING, UI_EMPATHY,
                                      UI_RESOLUTION_FILL};

    enum {
        LEAST = 15 /* CIE76; about 2.3 can just be seen */
    };

    for (int i = 0; i < 3; i++) {
        for (int k = i + 1; k < 3; k++) {
            double distance =
                apart(vision_seen(ui_theme_color(theme, scores[i]), kind),
                      vision_seen(ui_theme_color(theme, scores[k]), kind));
            if (distance < LEAST) {
                fail_msg("theme %d, vision %d: scores %d and %d are %.1f apart",
                         (int)theme, (int)kind, i, k, distance);
            }
        }
    }
}

static void everyone_can_tell_the_scores_apart(void **state)
{
    (void)state;
    for (int kind = 0; kind < VISION_COUNT; kind++) {
        check_apart(UI_LIGHT, (vision_kind)kind);
        check_apart(UI_DARK, (vision_kind)kind);
    }
}

static void full_vision_changes_nothing(void **state)
{
    ui_rgba color = ui_theme_color(UI_LIGHT, UI_EMPATHY);
    ui_rgba seen = vision_seen(color, VISION_FULL);
    (void)state;

    assert_memory_equal(&seen, &color, sizeof color);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_widget_is_in_the_gallery),
        cmocka_unit_test(nothing_is_cut_on_any_page),
        cmocka_unit_test(a_page_is_turned_by_keys_and_comes_round),
        cmocka_unit_test(pages_are_found_by_name),
        cmocka_unit_test(everyone_can_tell_the_scores_apart),
        cmocka_unit_test(full_vision_changes_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
