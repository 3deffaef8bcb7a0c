/*
 * The gallery's table, its pages, and the lines of states.
 */
#include <string.h>

#include "gallery_internal.h"
#include "ui/ui_tree.h"

enum {
    PAGE_PAD = 24,
    OVER_PX = 480 /* room for what lies over the page */
};

const gallery_widget gallery_widgets[] = {
    {"ui_button", GALLERY_CONTROLS, gallery_button},
    {"ui_begin_press", GALLERY_CONTROLS, gallery_press},
    {"ui_reply_card", GALLERY_CONTROLS, gallery_reply_card},
    {"ui_text_field", GALLERY_CONTROLS, gallery_text_field},
    {"ui_chip", GALLERY_CONTROLS, gallery_chip},
    {"ui_toggle", GALLERY_CONTROLS, gallery_toggle},
    {"ui_check", GALLERY_CONTROLS, gallery_check},
    {"ui_radio", GALLERY_CONTROLS, gallery_radio},
    {"ui_radio_mark", GALLERY_CONTROLS, gallery_marks},
    {"ui_check_mark", GALLERY_CONTROLS, gallery_marks},
    {"ui_segment", GALLERY_DISPLAYS, gallery_segment},
    {"ui_tabs", GALLERY_DISPLAYS, gallery_tabs},
    {"ui_slider", GALLERY_DISPLAYS, gallery_slider},
    {"ui_stepper", GALLERY_DISPLAYS, gallery_stepper},
    {"ui_text", GALLERY_DISPLAYS, gallery_text},
    {"ui_rich", GALLERY_DISPLAYS, gallery_rich},
    {"ui_icon", GALLERY_DISPLAYS, gallery_icon},
    {"ui_portrait", GALLERY_DISPLAYS, gallery_portrait},
    {"ui_avatar", GALLERY_DISPLAYS, gallery_avatar},
    {"ui_logo", GALLERY_DISPLAYS, gallery_logo},
    {"ui_vector", GALLERY_DISPLAYS, gallery_vector},
    {"ui_hex", GALLERY_DISPLAYS, gallery_vector},
    {"ui_tag", GALLERY_DISPLAYS, gallery_tag},
    {"ui_key_cap", GALLERY_DISPLAYS, gallery_key_cap},
    {"ui_key_hint", GALLERY_DISPLAYS, gallery_key_hint},
    {"ui_score", GALLERY_DISPLAYS, gallery_score},
    {"ui_skill_badge", GALLERY_DISPLAYS, gallery_skill_badge},
    {"ui_steps", GALLERY_DISPLAYS, gallery_steps},
    {"ui_difficulty", GALLERY_DISPLAYS, gallery_difficulty},
    {"ui_bar", GALLERY_DISPLAYS, gallery_bar},
    {"ui_heat_cell", GALLERY_DISPLAYS, gallery_heat_cell},
    {"ui_gauge", GALLERY_CHARTS, gallery_gauge},
    {"ui_mood_scale", GALLERY_CHARTS, gallery_mood_scale},
    {"ui_score_bar", GALLERY_CHARTS, gallery_score_bar},
    {"ui_call_clock", GALLERY_CHARTS, gallery_call_clock},
    {"ui_timer_bar", GALLERY_CHARTS, gallery_timer_bar},
    {"ui_bar_chart", GALLERY_CHARTS, gallery_bar_chart},
    {"ui_mood_curve", GALLERY_CHARTS, gallery_mood_curve},
    {"ui_edge", GALLERY_CHARTS, gallery_edge},
    {"ui_begin_dialog", GALLERY_OVER, gallery_dialog},
    {"ui_begin_popover", GALLERY_OVER, gallery_popover},
    {"ui_toast", GALLERY_OVER, gallery_toast},
    {"ui_footer", GALLERY_PAGES, gallery_footer}, /* below every page */
    {NULL, GALLERY_PAGES, NULL},
};

static const struct page_row {
    const char *name;
    const char *english;
    const char *chinese;
    bool is_cards; /* side by side; else one below the other */
} pages[GALLERY_PAGES] = {
    [GALLERY_CONTROLS] = {"controls", "Controls", "控件", false},
    [GALLERY_DISPLAYS] = {"displays", "Displays", "显示", true},
    [GALLERY_CHARTS] = {"charts", "Calls and charts", "通话与图表", true},
    [GALLERY_OVER] = {"over", "Over the rest", "浮层", false},
    [GALLERY_COLORS] = {"colors", "Colour and type", "颜色与字体", false},
};

gallery_page gallery_page_named(const char *name)
{
    int page = 0;

    while (page < GALLERY_PAGES && strcmp(pages[page].name, name) != 0) {
        page++;
    }
    return (gallery_page)page;
}

const char *sample(const gallery *at, const char *english, const char *chinese)
{
    return ui_is_han(at->ui) ? chinese : english;
}

void begin_sample(gallery *at, const char *english, const char *chinese)
{
    ui_begin_card(at->ui, &(ui_box){.gap = 10, .pad = ui_pad_all(16)});
    ui_text(at->ui, sample(at, english, chinese), &ui_subhead);
}

/* ---------------------------------------------------------------- states */

static const struct state_row {
    const char *english;
    const char *chinese;
    ui_pose pose;
} states[GALLERY_STATES] = {
    [GALLERY_REST] = {"Rest", "静止", UI_POSE_NONE},
    [GALLERY_HOVER] = {"Hover", "悬停", UI_POSE_HOVER},
    [GALLERY_FOCUS] = {"Focus", "聚焦", UI_POSE_FOCUS},
    [GALLERY_PRESSED] = {"Pressed", "按下", UI_POSE_PRESS},
    [GALLERY_SELECTED] = {"Selected", "选中", UI_POSE_NONE},
    [GALLERY_DISABLED] = {"Disabled", "停用", UI_POSE_NONE},
};

static bool has_columns(const gallery *at)
{
    return ui_width(at->ui) != UI_COMPACT;
}

static const char *state_name(const gallery *at, int state)
{
    return sample(at, states[state].english, states[state].chinese);
}

static void begin_columns(gallery *at)
{
    int16_t columns = ui_effective_width(at->ui) < 800 ? 2 : 3;

    if (has_columns(at)) {
        columns = GALLERY_STATES + 1;
    }
    ui_begin_grid(at->ui,
                  &(ui_box){.columns = columns, .gap = 16, .line_gap = 12});
}

void show_states(gallery *at)
{
    if (!has_columns(at)) {
        return;
    }
    begin_columns(at);
    ui_text(at->ui, "", &ui_note);
    for (int i = 0; i < GALLERY_STATES; i++) {
        ui_text(at->ui, state_name(at, i), &ui_small_strong);
    }
    ui_end(at->ui);
}

/* What stands in a line is level with its name. */
static ui_size line_height(const gallery *at)
{
    return (ui_size){.min = (int16_t)ui_with_half_text(at->ui, 40)};
}

static void show_cell(gallery *at, const gallery_line *line, int state)
{
    ui_context *ui = at->ui;

    ui_begin_column(ui, &(ui_box){.gap = 4});
    if (!has_columns(at)) {
        ui_text(ui, state_name(at, state), &ui_quiet);
    }
    ui_begin_row(ui, &(ui_box){.gap = 10, .height = line_height(at)});
    if ((line->without >> (unsigned)state & 1U) == 0) {
        ui_set_pose(ui, states[state].pose);
        line->cell(at, (gallery_state)state,
                   ui_format(ui, "%s-%d", line->name, state));
        ui_set_pose(ui, UI_POSE_NONE);
    }
    ui_end(ui);
    ui_end(ui);
}

void show_line(gallery *at, const gallery_line *line)
{
    ui_context *ui = at->ui;
    const char *name = sample(at, line->english, line->chinese);

    if (!has_columns(at)) {
        ui_text(ui, name, &ui_small_strong);
    }
    begin_columns(at);
    if (has_columns(at)) {
        ui_begin_row(ui, &(ui_box){.height = line_height(at)});
        ui_text(ui, name, &ui_note);
        ui_end(ui);
    }
    for (int i = 0; i < GALLERY_STATES; i++) {
        if (has_columns(at) || (line->without >> (unsigned)i & 1U) == 0) {
            show_cell(at, line, i);
        }
    }
    ui_end(ui);
}

/* ----------------------------------------------------------------- pages */

static bool is_shown_at(const gallery_widget *widget, gallery_page page)
{
    bool is_repeated =
        widget > gallery_widgets && widget[-1].show == widget->show;

    return widget->page == page && !is_repeated;
}

static void widgets_of_page(gallery *at, int column, int columns)
{
    int place = 0;

    for (const gallery_widget *i = gallery_widgets; i->name != NULL; i++) {
        if (!is_shown_at(i, at->page)) {
            continue;
        }
        if (columns == 0 || place % columns == column) {
            i->show(at);
        }
        place++;
    }
}

static void cards_of_page(gallery *at)
{
    ui_context *ui = at->ui;
    int columns = ui_width(ui) == UI_COMPACT ? 2 : 3;

    if (ui_effective_width(ui) < 800) {
        columns = 1;
    }
    ui_begin_grid(
        ui,
        &(ui_box){.columns = (int16_t)columns, .gap = 16, .align = UI_START});
    for (int i = 0; i < columns; i++) {
        ui_begin_column(ui, &(ui_box){.gap = 16, .self = UI_FILL});
        widgets_of_page(at, i, columns);
        ui_end(ui);
    }
    ui_end(ui);
}

static void content(gallery *at)
{
    int16_t least = at->page == GALLERY_OVER ? OVER_PX : 0;

    ui_begin_column(
        at->ui,
        &(ui_box){.id = "content", .height = {.min = least}, .gap = 14});
    if (at->page == GALLERY_COLORS) {
        gallery_show_colors(at);
        gallery_show_vision(at);
        gallery_show_type(at);
    } else if (pages[at->page].is_cards) {
        cards_of_page(at);
    } else {
        widgets_of_page(at, 0, 0);
    }
    ui_end(at->ui);
}

/* The page before or after, round the ends. */
static void turn_page(gallery *at)
{
    int page = (int)at->page;

    if (ui_shortcut(at->ui, UI_CTRL | UI_KEY_PAGE_DOWN)) {
        page++;
    } else if (ui_shortcut(at->ui, UI_CTRL | UI_KEY_PAGE_UP)) {
        page += GALLERY_PAGES - 1;
    }
    at->page = (gallery_page)(page % GALLERY_PAGES);
}

static void page_tabs(gallery *at)
{
    ui_choice items[GALLERY_PAGES];

    for (int i = 0; i < GALLERY_PAGES; i++) {
        items[i] = (ui_choice){
            .label = sample(at, pages[i].english, pages[i].chinese)};
    }
    at->page = (gallery_page)ui_tabs(
        at->ui, &(ui_choices_spec){.id = "page",
                                   .label = sample(at, "Pages", "页面"),
                                   .items = items,
                                   .count = GALLERY_PAGES,
                                   .selected = (int)at->page});
}

/* What stands above the page and below it stays; the page itself grows. */
int gallery_height_px(const ui_context *ui)
{
    ui_node_info page = {0};
    ui_node_info area = {0};
    ui_node_info root = {0};
    int index = ui_node_find(ui, "content");
    int around = ui_node_find(ui, "gallery");

    if (index < 0 || around < 0) {
        return 0;
    }
    ui_node_at(ui, 0, &root);
    ui_node_at(ui, index, &page);
    ui_node_at(ui, around, &area);
    return root.box.h - area.box.h + page.box.h + 2 * PAGE_PAD;
}

void gallery_frame(gallery *at, ui_context *ui)
{
    at->ui = ui;
    ui_screen(ui, pages[at->page].name, NULL);
    ui_begin_column(ui, &(ui_box){.pad = {24, 12, 24, 0}});
    page_tabs(at);
    ui_end(ui);
    ui_begin_scroll(ui,
                    &(ui_scroll_spec){.box = {.id = "gallery",
                                              .pad = ui_pad_xy(40, PAGE_PAD),
                                              .height = {.grow = 1},
                                              .role = UI_ROLE_AREA,
                                              .label = "Rapport"},
                                      .takes_pages = true});
    content(at);
    ui_end(ui);
    gallery_footer(at);
    turn_page(at);
}
