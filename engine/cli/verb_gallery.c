/*
 * `rapport gallery`: every widget of the window in all its states, to try in a
 * window or as a picture.
 */
#include <string.h>

#include "cli.h"
#include "open_window.h"
#include "screens/gallery.h"
#include "window/window.h"

enum {
    PATH_SIZE = 4096,
    TEXT_MOST = 200,
    TEXT_LEAST = 100
};

typedef struct showing {
    gallery gallery;
    bool has_quit;
} showing;

static void frame(ui_context *ui, void *user, uint32_t now_ms)
{
    showing *at = user;

    (void)now_ms;
    gallery_frame(&at->gallery, ui);
    at->has_quit = ui_shortcut(ui, UI_KEY_ESCAPE);
}

static bool has_quit(void *user)
{
    const showing *at = user;

    return at->has_quit;
}

/* The picture is as tall as the page, so the page is laid out once before. */
static rp_status shoot(const window_options *options,
                       const window_client *client, const char *file,
                       rp_error *err)
{
    window_options whole = *options;
    window_stage *stage = NULL;
    rp_status status = rp_window_stage_open(&stage, options, client, err);

    if (status == RP_OK) {
        rp_window_stage_advance(stage, 0);
        whole.height = gallery_height_px(rp_window_stage_ui(stage));
    }
    rp_window_stage_close(stage);
    return status == RP_OK ? rp_window_shot(&whole, client, file, err) : status;
}

static cli_exit read_theme(const cli *with, ui_theme_name *theme)
{
    static const char *const names[] = {
        [UI_LIGHT] = "light", [UI_DARK] = "dark", [UI_CONTRAST] = "contrast"};
    const char *wanted = args_value(with, "--theme");

    for (int i = UI_LIGHT; i <= UI_CONTRAST; i++) {
        if (wanted == NULL || strcmp(wanted, names[i]) == 0) {
            *theme = (ui_theme_name)i;
            return CLI_GOOD;
        }
    }
    complain(with,
             cli_tr(with, "There is no theme “%s”; take light, dark or "
                          "contrast."),
             wanted);
    return CLI_WRONG_USE;
}

static cli_exit read_page(const cli *with, gallery_page *page)
{
    const char *wanted = args_value(with, "--page");

    *page = wanted == NULL ? GALLERY_CONTROLS : gallery_page_named(wanted);
    if (*page != GALLERY_PAGES) {
        return CLI_GOOD;
    }
    complain(with,
             cli_tr(with, "There is no page “%s”; take controls, "
                          "displays, charts, over or colors."),
             wanted);
    return CLI_WRONG_USE;
}

static cli_exit read_text(const cli *with, uint16_t *percent)
{
    uint64_t number = TEXT_LEAST;
    cli_exit status = args_number(with, "--text", TEXT_MOST, &number);

    *percent = (uint16_t)(number < TEXT_LEAST ? TEXT_LEAST : number);
    return status;
}

cli_exit verb_gallery(cli *with)
{
    showing at = {.gallery = {.page = GALLERY_CONTROLS}};
    window_options options = {
        .settings = {.language = rp_words_language(with->words)}};
    window_client client = {.user = &at, .frame = frame, .has_quit = has_quit};
    const char *file = args_value(with, "--shot");
    char assets[PATH_SIZE];
    rp_error error = {0};
    cli_exit status = read_theme(with, &options.settings.theme);

    status = status == CLI_GOOD ? read_page(with, &at.gallery.page) : status;
    status = status == CLI_GOOD
                 ? read_text(with, &options.settings.text_percent)
                 : status;
    if (status != CLI_GOOD) {
        return status;
    }
    options.asset_dir = assets;
    rp_status shown = find_pictures(assets, sizeof assets, &error);
    if (shown == RP_OK && file != NULL) {
        shown = shoot(&options, &client, file, &error);
    } else if (shown == RP_OK) {
        shown = rp_window_run(&options, &client, &error);
    }
    return shown == RP_OK ? CLI_GOOD : complain_of(with, &error);
}
