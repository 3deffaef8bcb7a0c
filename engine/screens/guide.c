/*
 * The guide: what the handbook states, section by section, and what it asks
 * for, with the scenarios that practise it. A list at the left, the section at
 * the right; narrow windows show one at a time.
 */
#include "guide.h"

#include <string.h>

enum {
    NARROW_PX = 900, /* effective: below it one thing at a time */
    HALF_PX = 700,
    CONTENTS_PX = 312
};

static bool is_narrow(const screen_scene *scene)
{
    return ui_effective_width(scene->ui) < NARROW_PX;
}

/* ----------------------------------------------------- back and forward */

/* What is looked at now is the last visit; what lay before it is kept. */
static void note_visit(screen_scene *scene)
{
    guide_kept *kept = &scene->kept->guide;
    uint32_t now = scene->view->guide.selected;

    if (kept->visit_count > 0 && kept->visits[kept->visit] == now) {
        return;
    }
    uint32_t next = kept->visit_count > 0 ? kept->visit + 1 : 0;
    if (next == VISITS_MAX) {
        memmove(kept->visits, kept->visits + 1,
                (VISITS_MAX - 1) * sizeof kept->visits[0]);
        next--;
    }
    ui_reveal(scene->ui, ui_format(scene->ui, "go-%s",
                                   scene->view->guide.sections[now].id));
    kept->visits[next] = now;
    kept->visit = next;
    kept->visit_count = next + 1;
}

static void go_to(screen_scene *scene, uint32_t visit)
{
    guide_kept *kept = &scene->kept->guide;

    kept->visit = visit;
    want(scene, RP_INTENT_GO, RP_AT_GUIDE);
    scene->intent->text = scene->view->guide.sections[kept->visits[visit]].id;
}

/* Where nothing was read before, back is where the guide was opened from. */
static void go_back(screen_scene *scene)
{
    if (scene->kept->guide.visit > 0) {
        go_to(scene, scene->kept->guide.visit - 1);
    } else if (scene->view->guide.has_back) {
        want(scene, RP_INTENT_LEAVE, 0);
    }
}

static void history_keys(screen_scene *scene)
{
    guide_kept *kept = &scene->kept->guide;

    if (ui_shortcut(scene->ui, UI_ALT | UI_KEY_LEFT)) {
        go_back(scene);
    }
    if (ui_shortcut(scene->ui, UI_ALT | UI_KEY_RIGHT) &&
        kept->visit + 1 < kept->visit_count) {
        go_to(scene, kept->visit + 1);
    }
}

/* ----------------------------------------------------------------- head */

static void back_button(screen_scene *scene)
{
    const char *label = scene->view->guide.back == RP_AT_DEBRIEF
                            ? words(scene, "Back to the debrief")
                            : words(scene, "Back to the briefing");

    if (ui_button(scene->ui, &(ui_button_spec){.id = "guide-back",
                                               .label = label,
                                               .icon = "arrow-left",
                                               .kind = UI_SECONDARY,
                                               .key = UI_KEY_ESCAPE,
                                               .shows_key = true})) {
        want(scene, RP_INTENT_LEAVE, 0);
    }
}

static void search(screen_scene *scene, ui_size width)
{
    guide_kept *kept = &scene->kept->guide;
    unsigned done = ui_text_field(
        scene->ui,
        &(ui_field_spec){.id = "search",
                         .label = words(scene, "Search the guide"),
                         .placeholder = words(scene, "Search the guide"),
                         .text = kept->query,
                         .capacity = sizeof kept->query,
                         .icon = "search",
                         .key = '/',
                         .width = width});

    if ((done & UI_FIELD_CHANGED) != 0) {
        kept->shows_contents = true;
    }
}

static void head(screen_scene *scene)
{
    ui_context *ui = scene->ui;
    ui_style title = ui_title;

    ui_begin_row(ui, &(ui_box){.gap = 12, .wraps = is_narrow(scene)});
    title.width = (ui_size){.grow = is_narrow(scene) ? 0 : 1};
    ui_text(ui, words(scene, "Guide"), &title);
    if (scene->view->guide.has_back) {
        back_button(scene);
    }
    if (is_narrow(scene) &&
        ui_button(ui, &(ui_button_spec){
                          .id = "contents",
                          .label = words(scene, "Contents"),
                          .kind = UI_SECONDARY,
                          .is_selected = scene->kept->guide.shows_contents})) {
        scene->kept->guide.shows_contents = !scene->kept->guide.shows_contents;
    }
    ui_end(ui);
}

/* ----------------------------------------------------------------- body */

static void trouble(screen_scene *scene)
{
    ui_context *ui = scene->ui;
    const char *why = scene->view->guide.trouble;
    ui_style text = ui_small;

    if (why == NULL) {
        return;
    }
    text.width = (ui_size){.grow = 1};
    ui_begin_row(ui, &(ui_box){.gap = 8,
                               .pad = ui_pad_xy(12, 8),
                               .fill = UI_WARN_SOFT,
                               .radius = 10});
    ui_icon(ui, &(ui_icon_spec){
                    .name = "warning", .size_px = 16, .color = UI_WARN});
    ui_text(ui, why, &text);
    ui_end(ui);
}

static void contents_column(screen_scene *scene, ui_size width)
{
    ui_context *ui = scene->ui;

    ui_begin_column(
        ui, &(ui_box){.width = width, .height = {.grow = 1}, .gap = 12});
    search(scene, (ui_size){.grow = 1});
    ui_begin_scroll(ui,
                    &(ui_scroll_spec){.box = {.id = "contents-list",
                                              .height = {.grow = 1},
                                              .pad = {0, 0, 12, 12},
                                              .gap = 2,
                                              .role = UI_ROLE_AREA,
                                              .label = words(scene, "Contents"),
                                              .arrows = UI_ARROWS_VERTICAL}});
    guide_contents(scene);
    ui_end(ui);
    ui_end(ui);
}

static void section_card(screen_scene *scene)
{
    ui_context *ui = scene->ui;
    const rp_guide_view *guide = &scene->view->guide;
    int16_t pad = is_narrow(scene) ? 20 : 28;

    ui_begin_card(ui, &(ui_box){.width = {.grow = 1},
                                .height = {.grow = 1},
                                .pad = {8, 8, 8, 8},
                                .role = UI_ROLE_AREA,
                                .label = words(scene, "Section")});
    ui_begin_scroll(
        ui, &(ui_scroll_spec){
                .box = {.id = ui_format(ui, "section-%u", guide->selected),
                        .height = {.grow = 1},
                        .pad = {pad, 16, pad, 16},
                        .gap = 16},
                .takes_pages = true});
    guide_section(scene, &guide->sections[guide->selected]);
    ui_end(ui);
    ui_end(ui);
}

static void nothing(screen_scene *scene)
{
    ui_context *ui = scene->ui;
    ui_style text = ui_support;

    text.measure = 600;
    ui_begin_card(ui, &(ui_box){.gap = 8});
    ui_text(ui, words(scene, "No handbook is installed"), &ui_heading);
    ui_text(ui,
            words(scene, "A pack brings its own: chapters, what they ask for, "
                         "and where it is practised. Put one into the "
                         "scenarios folder and start Rapport again."),
            &text);
    ui_begin_row(ui, &(ui_box){.pad = {0, 8, 0, 0}});
    if (ui_button(ui, &(ui_button_spec){.id = "to-library",
                                        .label = words(scene, "Library"),
                                        .kind = UI_PRIMARY})) {
        want(scene, RP_INTENT_GO, RP_AT_LIBRARY);
    }
    ui_end(ui);
    ui_end(ui);
}

static void body(screen_scene *scene)
{
    ui_context *ui = scene->ui;
    bool is_one = is_narrow(scene);
    bool has_list = !is_one || scene->kept->guide.shows_contents;

    ui_begin_row(ui,
                 &(ui_box){.height = {.grow = 1}, .gap = 24, .align = UI_FILL});
    if (has_list) {
        int16_t width = (int16_t)ui_with_half_text(ui, CONTENTS_PX);
        contents_column(scene,
                        is_one ? (ui_size){.grow = 1} : (ui_size){.px = width});
    }
    if (!is_one || !has_list) {
        section_card(scene);
    }
    ui_end(ui);
}

static void page(screen_scene *scene)
{
    ui_context *ui = scene->ui;
    bool is_compact = ui_width(ui) == UI_COMPACT;
    int16_t pad = is_compact ? 20 : 40;

    ui_begin_column(ui, &(ui_box){.height = {.grow = 1},
                                  .width = {.grow = 1, .max = 1440},
                                  .pad = {pad, is_compact ? 16 : 28, pad, 16},
                                  .gap = is_compact ? 12 : 16});
    head(scene);
    trouble(scene);
    if (scene->view->guide.section_count > 0) {
        body(scene);
    } else {
        nothing(scene);
    }
    ui_end(ui);
}

static void frame(screen_scene *scene)
{
    ui_context *ui = scene->ui;
    const rp_guide_view *guide = &scene->view->guide;
    bool has_any = guide->section_count > 0;
    bool is_list = is_narrow(scene) && scene->kept->guide.shows_contents;
    ui_hint_spec hints[] = {
        {.key = '/', .label = words(scene, "search")},
        {.key = UI_ALT | UI_KEY_LEFT,
         .last = UI_ALT | UI_KEY_RIGHT,
         .label = words(scene, "back and forward")},
        {.key = UI_CTRL | 'c', .label = words(scene, "copy the passage")},
        {.key = UI_KEY_PAGE_DOWN, .label = words(scene, "read on")},
    };

    ui_screen(ui, "guide",
              !has_any  ? "to-library"
              : is_list ? "search"
                        : "says");
    begin_shell(scene);
    if (has_any) {
        note_visit(scene);
        history_keys(scene);
    }
    page(scene);
    /* Very large text leaves room for half of them. */
    int most = ui_effective_width(ui) < HALF_PX ? 2 : 4;
    end_shell(scene, hints, has_any ? most : 0);
}

const screen screen_guide = {.name = "guide", .frame = frame};
