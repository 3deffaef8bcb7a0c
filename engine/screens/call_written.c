/*
 * What was written: bubbles of a chat, the thread under a public post,
 * letters, announcements with the reactions to them.
 */
#include <string.h>

#include "call_parts.h"

enum {
    BUBBLE_PX = 440,
    AVATAR_PX = 32
};

static bool is_outlined(const screen_scene *scene)
{
    return ui_get(scene->ui)->theme == UI_CONTRAST;
}

/* The lines of a group under each other, sounds and gestures among them. */
static void words_of(screen_scene *scene, const said_group *group,
                     const ui_style *style)
{
    for (uint32_t i = group->from; i < group->to; i++) {
        said_cue(scene, &scene->view->call.said[i]);
        said_words(scene, i, style);
    }
}

static void name_and_time(screen_scene *scene, const rp_said *said)
{
    ui_context *ui = scene->ui;
    ui_style when = ui_quiet;

    when.is_tabular = true;
    ui_begin_row(ui, &(ui_box){.gap = 6, .self = UI_HUG});
    ui_text(ui, speaker_name(scene, said), &ui_note);
    ui_text(ui, clock_text(scene, said->at_ms), &when);
    ui_end(ui);
}

/* --------------------------------------------------------------- bubbles */

/* Three dots while it is being typed; then it is there whole. */
static void typing(screen_scene *scene, const ui_box *box)
{
    ui_context *ui = scene->ui;
    ui_style dots = ui_strong;

    dots.color = UI_INK3;
    dots.is_silent = true;
    ui_begin_column(ui, box);
    ui_text(ui, "\xC2\xB7 \xC2\xB7 \xC2\xB7", &dots);
    ui_end(ui);
}

/* False: this one is still being typed, and what follows is not there yet. */
static bool bubble(screen_scene *scene, uint32_t index)
{
    ui_context *ui = scene->ui;
    const rp_said *said = &scene->view->call.said[index];
    bool is_yours = said->speaker == RP_YOU;
    ui_box box = {.pad = {14, 9, 14, 9},
                  .radius = UI_RADIUS_CARD,
                  .self = is_yours ? UI_END : UI_START,
                  .width = {.max = (int16_t)ui_with_half_text(ui, BUBBLE_PX)},
                  .fill = is_yours ? UI_ACCENT_SOFT : UI_SUNKEN,
                  .border = is_outlined(scene) ? UI_LINE : UI_NONE};

    if (said->is_current) {
        box.fill = UI_SURFACE;
        box.border = UI_INK;
        box.border_px = 2;
    }
    if (call_hidden(scene, index) > 0) {
        typing(scene, &box);
        return false;
    }
    said_cue(scene, said);
    ui_begin_column(ui, &box);
    said_words(scene, index, &ui_body);
    ui_end(ui);
    return true;
}

static void bubbles(screen_scene *scene, const said_group *group)
{
    ui_context *ui = scene->ui;
    const rp_said *first = &scene->view->call.said[group->from];
    bool is_yours = first->speaker == RP_YOU;

    ui_begin_row(ui, &(ui_box){.gap = 10, .align = UI_START});
    if (is_yours) {
        ui_spacer(ui);
    } else {
        call_avatar(scene, AVATAR_PX);
    }
    ui_begin_column(ui,
                    &(ui_box){.gap = 4, .align = is_yours ? UI_END : UI_START});
    name_and_time(scene, first);
    for (uint32_t i = group->from; i < group->to && bubble(scene, i); i++) {}
    ui_end(ui);
    ui_end(ui);
}

/* ---------------------------------------------------------------- thread */

/* The mark of those who answer for the company. */
static void own_mark(screen_scene *scene)
{
    ui_context *ui = scene->ui;
    int16_t side = (int16_t)ui_with_half_text(ui, AVATAR_PX);

    ui_begin_stack(ui,
                   &(ui_box){.width = {.px = side},
                             .height = {.px = side},
                             .self = UI_HUG,
                             .align = UI_CENTER,
                             .justify = UI_PACK_CENTER,
                             .fill = UI_ACCENT_SOFT,
                             .border = is_outlined(scene) ? UI_LINE : UI_NONE,
                             .radius = (int16_t)(side / 2)});
    ui_icon(ui,
            &(ui_icon_spec){.name = "chat", .size_px = 18, .color = UI_ACCENT});
    ui_end(ui);
}

static void thread_name(screen_scene *scene, const rp_said *said)
{
    ui_context *ui = scene->ui;
    ui_style who = ui_small_strong;
    ui_style when = ui_quiet;

    who.color = said->speaker == RP_YOU ? UI_ACCENT : UI_INK;
    when.is_tabular = true;
    ui_begin_row(ui, &(ui_box){.gap = 8});
    ui_text(ui, speaker_name(scene, said), &who);
    ui_text(ui, clock_text(scene, said->at_ms), &when);
    ui_end(ui);
}

/* The post stands in a frame; what was written under it is set in. */
static void thread(screen_scene *scene, const said_group *group)
{
    enum {
        INDENT_PX = 28
    };

    ui_context *ui = scene->ui;
    const rp_said *first = &scene->view->call.said[group->from];
    bool is_post = group->from == 0;
    ui_style text = first->is_current ? ui_current : ui_body;
    ui_box box = {.gap = 10, .align = UI_START};

    text.width = (ui_size){.grow = 1};
    if (is_post) {
        box.pad = ui_pad_all(14);
        box.border = UI_LINE;
        box.radius = UI_RADIUS_REPLY;
    } else {
        box.pad.left = INDENT_PX;
    }
    ui_begin_row(ui, &box);
    if (first->speaker == RP_YOU) {
        own_mark(scene);
    } else {
        call_avatar(scene, AVATAR_PX);
    }
    ui_begin_column(ui, &(ui_box){.width = {.grow = 1}, .gap = 2});
    thread_name(scene, first);
    words_of(scene, group, &text);
    ui_end(ui);
    ui_end(ui);
}

/* --------------------------------------------------------------- letters */

static void letter_head(screen_scene *scene, const said_group *group)
{
    ui_context *ui = scene->ui;
    const rp_call_view *call = &scene->view->call;
    const rp_said *first = &call->said[group->from];
    bool is_yours = first->speaker == RP_YOU;
    ui_style subject = ui_small_strong;
    const char *who =
        is_yours ? ui_format(ui, words(scene, "To: %s"), call->customer)
                 : ui_format(ui, words(scene, "From: %s"), call->customer);

    subject.width = (ui_size){.grow = 1};
    ui_begin_row(ui, &(ui_box){.gap = 8});
    ui_icon(ui, &(ui_icon_spec){.name = "mail",
                                .size_px = 16,
                                .color = is_yours ? UI_ACCENT : UI_INK2});
    ui_text(ui, who, &ui_note);
    ui_spacer(ui);
    if (first->date != NULL) {
        ui_style date = ui_quiet;
        date.is_one_line = true;
        ui_text(ui, first->date, &date);
    }
    ui_end(ui);
    ui_text(ui,
            group->from == 0
                ? call->title
                : ui_format(ui, words(scene, "Re: %s"), call->title),
            &subject);
}

static void letter(screen_scene *scene, const said_group *group)
{
    ui_context *ui = scene->ui;
    const rp_said *first = &scene->view->call.said[group->from];
    ui_style text = first->is_current ? ui_body : ui_support;

    text.width = (ui_size){.grow = 1};
    ui_begin_column(ui,
                    &(ui_box){.pad = {16, 10, 16, 12},
                              .gap = 6,
                              .border = first->is_current ? UI_INK : UI_LINE,
                              .border_px = first->is_current ? 2 : 1,
                              .radius = UI_RADIUS_REPLY});
    letter_head(scene, group);
    ui_divider(ui);
    words_of(scene, group, &text);
    ui_end(ui);
}

/* --------------------------------------------------------- announcements */

static void notice_head(screen_scene *scene, const rp_said *said)
{
    ui_context *ui = scene->ui;
    ui_style to = ui_small_strong;
    ui_style when = ui_quiet;

    to.color = UI_ACCENT;
    when.is_tabular = true;
    ui_begin_row(ui, &(ui_box){.gap = 8});
    ui_icon(ui, &(ui_icon_spec){
                    .name = "complaint", .size_px = 18, .color = UI_ACCENT});
    ui_text(ui,
            ui_format(ui, words(scene, "For: %s"), scene->view->call.customer),
            &to);
    ui_spacer(ui);
    ui_text(ui, clock_text(scene, said->at_ms), &when);
    ui_end(ui);
}

static void notice(screen_scene *scene, const said_group *group)
{
    ui_context *ui = scene->ui;
    ui_style text = ui_body;

    text.width = (ui_size){.grow = 1};
    ui_begin_column(ui,
                    &(ui_box){.pad = {16, 10, 16, 12},
                              .gap = 6,
                              .fill = UI_ACCENT_SOFT,
                              .border = is_outlined(scene) ? UI_LINE : UI_NONE,
                              .radius = UI_RADIUS_REPLY});
    notice_head(scene, &scene->view->call.said[group->from]);
    words_of(scene, group, &text);
    ui_end(ui);
}

/* What comes back from those who read it. */
static void reaction(screen_scene *scene, const said_group *group)
{
    ui_context *ui = scene->ui;
    const rp_said *first = &scene->view->call.said[group->from];
    ui_style text = first->is_current ? ui_current : ui_support;

    text.width = (ui_size){.grow = 1};
    ui_begin_row(ui, &(ui_box){.gap = 10, .align = UI_START});
    ui_icon(ui, &(ui_icon_spec){.name = "users", .size_px = 20});
    ui_begin_column(ui, &(ui_box){.width = {.grow = 1}, .gap = 2});
    thread_name(scene, first);
    words_of(scene, group, &text);
    ui_end(ui);
    ui_end(ui);
}

static void notices(screen_scene *scene, const said_group *group)
{
    if (scene->view->call.said[group->from].speaker == RP_YOU) {
        notice(scene, group);
    } else {
        reaction(scene, group);
    }
}

void written_group(screen_scene *scene, const said_group *group)
{
    static void (*const shapes[])(screen_scene *, const said_group *) = {
        [SHAPE_BUBBLES] = bubbles,
        [SHAPE_THREAD] = thread,
        [SHAPE_LETTERS] = letter,
        [SHAPE_NOTICES] = notices,
    };

    begin_said(scene, group, &(ui_box){.pad = ui_pad_xy(0, 4)});
    shapes[traits_of(scene)->shape](scene, group);
    ui_end(scene->ui);
}
