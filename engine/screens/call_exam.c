/*
 * What an exam shows instead of help: how far it has come, bars for what was
 * said, and why no mood is told.
 */
#include <string.h>

#include "call_parts.h"

/* ---------------------------------------------------------------- progress */

enum {
    MARK_PX = 20,
    HIDDEN_MAX = 3
};

static void mark(screen_scene *scene, int call_idx)
{
    ui_context *ui = scene->ui;
    int now = scene->view->call.exam_call - 1;
    int16_t side = (int16_t)ui_with_half_text(ui, MARK_PX);
    ui_box box = {.width = {.px = side},
                  .height = {.px = side},
                  .self = UI_HUG,
                  .align = UI_CENTER,
                  .justify = UI_PACK_CENTER,
                  .border = call_idx > now ? UI_LINE_STRONG : UI_INK,
                  .border_px = call_idx == now ? 6 : 2,
                  .radius = (int16_t)(side / 2)};

    ui_begin_stack(ui, &box);
    if (call_idx < now) {
        ui_icon(ui, &(ui_icon_spec){
                        .name = "check", .size_px = 14, .color = UI_INK});
    }
    ui_end(ui);
}

void exam_progress(screen_scene *scene)
{
    ui_context *ui = scene->ui;
    const rp_call_view *call = &scene->view->call;
    ui_style told = ui_note;

    if (call->exam_call == 0) {
        return;
    }
    told.is_one_line = true;
    ui_gap(ui, 4);
    for (int i = 0; i < call->exam_calls; i++) {
        mark(scene, i);
    }
    ui_text(ui,
            ui_format(ui, words(scene, "Call %u of %u"),
                      (unsigned)call->exam_call, (unsigned)call->exam_calls),
            &told);
}

/* ------------------------------------------------------------ what is hidden */

typedef struct bar_row {
    int16_t height_px;
    int16_t permille; /* of the width there is */
    uint8_t fade;
} bar_row;

static void bar(screen_scene *scene, const bar_row *row)
{
    enum {
        MOST_PX = 480
    };

    ui_context *ui = scene->ui;

    ui_begin_row(ui, &(ui_box){.width = {.px = (int16_t)(MOST_PX *
                                                         row->permille / 1000)},
                               .height = {.px = row->height_px},
                               .self = UI_START,
                               .fill = UI_PIP,
                               .radius = (int16_t)(row->height_px / 2),
                               .fade = row->fade});
    ui_end(ui);
}

/* As long as the line was: its shape is remembered, its words are not. */
static void line_bars(screen_scene *scene, const rp_said *said, uint8_t fade)
{
    enum {
        FULL_LINE = 60, /* letters; Han characters count for two */
        LEAST = 120
    };

    ui_context *ui = scene->ui;
    size_t letters = rp_utf8_count(said->line.text);
    size_t width = (letters + strlen(said->line.text)) / 2;
    bool is_yours = said->speaker == RP_YOU;

    bar(scene, &(bar_row){8, is_yours ? 70 : 190, (uint8_t)(fade / 2)});
    for (int rows = 0; rows < 2 && width > 0; rows++) {
        size_t part = width < FULL_LINE ? width : FULL_LINE;
        int16_t permille = (int16_t)(LEAST + part * (1000 - LEAST) / FULL_LINE);
        bar(scene, &(bar_row){7, permille, fade});
        width -= part;
    }
    ui_gap(ui, 6);
}

static uint32_t hidden_count(const rp_call_view *call)
{
    uint32_t count = 0;

    while (count < call->said_count && !call->said[count].is_current) {
        count++;
    }
    return count;
}

static void hidden_note(screen_scene *scene)
{
    ui_context *ui = scene->ui;
    ui_style note = ui_note;

    note.width = (ui_size){.grow = 1};
    ui_begin_row(ui, &(ui_box){.gap = 8, .pad = ui_pad_xy(8, 0)});
    ui_icon(ui, &(ui_icon_spec){.name = "eye-off", .size_px = 18});
    ui_text(ui,
            words(scene, "Earlier lines are hidden. Your notepad is yours to "
                         "keep."),
            &note);
    ui_end(ui);
}

/* The newest of what is hidden, fading towards the oldest. */
void call_hidden_lines(screen_scene *scene)
{
    ui_context *ui = scene->ui;
    const rp_call_view *call = &scene->view->call;
    uint32_t hidden = hidden_count(call);
    uint32_t first = hidden > HIDDEN_MAX ? hidden - HIDDEN_MAX : 0;

    if (hidden == 0) {
        return;
    }
    ui_begin_column(ui, &(ui_box){.gap = 6, .pad = {8, 8, 8, 0}});
    for (uint32_t i = first; i < hidden; i++) {
        uint32_t age = hidden - 1 - i;
        line_bars(scene, &call->said[i], (uint8_t)(48 + age * 48));
    }
    ui_end(ui);
    hidden_note(scene);
}

void exam_note(screen_scene *scene)
{
    ui_context *ui = scene->ui;
    ui_style note = ui_note;

    note.width = (ui_size){.grow = 1};
    ui_begin_row(ui, &(ui_box){.gap = 10, .align = UI_START});
    ui_icon(ui, &(ui_icon_spec){.name = "eye", .size_px = 16});
    ui_text(ui,
            words(scene, "No mood is told in the exam. Go by the face, the "
                         "voice and the words."),
            &note);
    ui_end(ui);
}
