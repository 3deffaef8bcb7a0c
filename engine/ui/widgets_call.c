/*
 * What is watched during a call: gauges, mood, score bars, clock, silence.
 */
#include <stdio.h>
#include <string.h>

#include "ui/ui_internal.h"

enum {
    GLIDE_MS = 240,
    COUNT_UP_MS = 600,
    LARGE_TEXT_PERCENT = 150
};

/* ---------------------------------------------------------------- gauges */

static const char *gauge_spoken(ui_context *ui, const ui_gauge_spec *spec)
{
    const char *low =
        spec->is_low ? ui_format(ui, ", %s", ui_say(ui, "low")) : "";
    const char *change = "";
    if (spec->change > 0) {
        change = ui_format(ui, ui_say(ui, ", up %d"), spec->change);
    } else if (spec->change < 0) {
        change = ui_format(ui, ui_say(ui, ", down %d"), -spec->change);
    }
    return ui_format(ui, "%s %d%s%s", spec->label, spec->value, low, change);
}

static void gauge_change(ui_context *ui, int change)
{
    if (change == 0) {
        return;
    }
    const char *arrow = change > 0 ? "\xE2\x86\x91" : "\xE2\x86\x93";
    ui_text(ui, ui_format(ui, "%s%d", arrow, change > 0 ? change : -change),
            &(ui_style){.size = UI_S, .color = UI_INK2, .is_one_line = true});
}

static void gauge_value(ui_context *ui, int value)
{
    ui_text(ui, ui_format(ui, "%d", value),
            &(ui_style){.size = UI_S,
                        .is_bold = true,
                        .is_one_line = true,
                        .align = UI_PACK_END,
                        .width = {.min = 24}});
}

static void gauge_bar(ui_context *ui, const ui_gauge_spec *spec)
{
    uint64_t id = ui_hash_salted(spec->id, "gauge");
    int shown = ui_glide(ui, id, spec->value * 10, GLIDE_MS);
    (void)bar_node(ui,
                   &(ui_bar_spec){.value = shown,
                                  .tick = spec->tick * 10,
                                  .fill = spec->is_low ? UI_WARN : UI_ACCENT,
                                  .height_px = 8},
                   false);
}

static void gauge_full(ui_context *ui, const ui_gauge_spec *spec)
{
    ui_begin_column(ui, &(ui_box){.gap = 6, .self = UI_FILL});
    ui_begin_row(ui, &(ui_box){.gap = 8});
    widget_icon(ui, spec->icon, 18, spec->is_low ? UI_WARN : UI_INK2);
    ui_text(ui, spec->label, &(ui_style){.size = UI_S, .truncates = true});
    ui_spacer(ui);
    if (spec->is_low) {
        widget_icon(ui, "warning", 16, UI_WARN);
    }
    gauge_change(ui, spec->change);
    gauge_value(ui, spec->value);
    ui_end(ui);
    gauge_bar(ui, spec);
    ui_end(ui);
}

static void gauge_narrow(ui_context *ui, const ui_gauge_spec *spec)
{
    widget_icon(ui, spec->icon, 18, spec->is_low ? UI_WARN : UI_INK2);
    if (!spec->is_short) {
        gauge_bar(ui, spec);
        if (spec->is_low) {
            widget_icon(ui, "warning", 16, UI_WARN);
        }
    }
    gauge_value(ui, spec->value);
}

void ui_gauge(ui_context *ui, const ui_gauge_spec *spec)
{
    bool is_narrow = spec->is_short || ui->text_percent >= LARGE_TEXT_PERCENT;
    int32_t index = node_open(ui, NODE_ROW,
                              &(ui_box){.id = spec->id,
                                        .gap = 8,
                                        .role = UI_ROLE_GAUGE,
                                        .label = gauge_spoken(ui, spec)});
    ui_node *node = node_at(ui, index);
    node->is_wordless = true;
    ui->muted_depth++;
    if (is_narrow) {
        gauge_narrow(ui, spec);
    } else {
        ui_begin_column(ui, &(ui_box){.width = {.grow = 1}});
        gauge_full(ui, spec);
        ui_end(ui);
    }
    node_close(ui);
}

/* ------------------------------------------------------------------ mood */

static void paint_mood(ui_context *ui, const ui_node *node)
{
    const ui_mood *mood = node->data;
    int gap = ui_device(ui, 3);
    int room = node->box.w - 5 * gap;
    for (int i = 0; i < 6; i++) {
        bool is_lit = i == (int)*mood;
        int height = is_lit ? node->box.h : node->box.h / 2;
        int from = room * i / 6 + i * gap;
        int to = room * (i + 1) / 6 + i * gap;
        ui_rect box = {node->box.x + from,
                       node->box.y + (node->box.h - height) / 2, to - from,
                       height};
        draw_fill(ui, box,
                  ui_paint_color(ui, is_lit ? UI_INK : UI_PIP, UI_NONE),
                  height / 2);
    }
}

static void mood_words(ui_context *ui, const ui_mood_spec *spec)
{
    ui_begin_row(ui, &(ui_box){.gap = 8, .align = UI_BASELINE});
    if (spec->label != NULL && ui->text_percent < LARGE_TEXT_PERCENT) {
        widget_label(ui, spec->label, &ui_note);
        ui_spacer(ui);
    }
    widget_label(ui, spec->word, &ui_strong);
    ui_end(ui);
}

void ui_mood_scale(ui_context *ui, const ui_mood_spec *spec)
{
    ui_mood *mood = ui_take(ui, 1, sizeof *mood);
    if (mood == NULL) {
        return;
    }
    *mood = spec->mood;
    int32_t index =
        node_open(ui, NODE_COLUMN,
                  &(ui_box){.gap = 8,
                            .role = UI_ROLE_GAUGE,
                            .label = spec->label == NULL
                                         ? spec->word
                                         : ui_format(ui, "%s: %s", spec->label,
                                                     spec->word)});
    node_at(ui, index)->is_wordless = true;
    ui->muted_depth++;
    mood_words(ui, spec);
    ui_node *steps = node_painted(ui, paint_mood, mood, 0, ui_device(ui, 8));
    steps->self = UI_FILL;
    steps->width.grow = 1;
    bool has_ends =
        spec->low_end != NULL && ui->text_percent < LARGE_TEXT_PERCENT;
    if (has_ends) {
        ui_begin_row(ui, NULL);
        widget_label(ui, spec->low_end, &ui_note);
        ui_spacer(ui);
        widget_label(ui, spec->high_end, &ui_note);
        ui_end(ui);
    }
    node_close(ui);
}

/* ------------------------------------------------------------ score bars */

static void score_head(ui_context *ui, const ui_score_bar_spec *spec,
                       bool has_passed)
{
    const skill_row *skill = &skill_rows[spec->skill];
    ui_color verdict = has_passed ? UI_ACCENT : UI_WARN;
    ui_begin_row(ui, &(ui_box){.gap = 8});
    widget_icon(ui, skill->icon, 20, skill->ink);
    widget_label(ui, spec->name, &ui_strong);
    ui_spacer(ui);
    widget_icon(ui, has_passed ? "check" : "arrow-down", 16, verdict);
    widget_label(ui, spec->verdict,
                 &(ui_style){.size = UI_S, .is_bold = true, .color = verdict});
    ui_end(ui);
}

void ui_score_bar(ui_context *ui, const ui_score_bar_spec *spec)
{
    const skill_row *skill = &skill_rows[spec->skill];
    bool has_passed = spec->value >= spec->pass;
    int shown = spec->id == NULL
                    ? spec->value
                    : ui_count_up(ui, spec->id, spec->value, COUNT_UP_MS);
    ui_begin_card(
        ui, &(ui_box){.width = {.grow = 1},
                      .pad = {20, 14, 20, 14},
                      .gap = 4,
                      .role = UI_ROLE_SCORE,
                      .label = ui_format(ui, "%s %d, %s, %s", spec->name,
                                         spec->value, spec->verdict,
                                         spec->detail == NULL ? spec->pass_text
                                                              : spec->detail)});
    node_at(ui, ui->open[ui->open_count - 1])->is_wordless = true;
    ui->muted_depth++;
    score_head(ui, spec, has_passed);
    ui_begin_row(ui, &(ui_box){.gap = 16});
    widget_label(ui, ui_format(ui, "%d", shown),
                 &(ui_style){.size = UI_XL, .is_bold = true});
    ui_begin_column(ui, &(ui_box){.width = {.grow = 1}, .gap = 6});
    (void)bar_node(ui,
                   &(ui_bar_spec){.value = shown * 10,
                                  .tick = spec->pass * 10,
                                  .fill = skill->fill,
                                  .height_px = 10},
                   true);
    ui_begin_row(ui, &(ui_box){.gap = 8});
    widget_label(ui, spec->detail, &ui_note);
    ui_spacer(ui);
    widget_label(ui, spec->pass_text, &ui_note);
    ui_end(ui);
    ui_end(ui);
    ui_end(ui);
    ui_end(ui);
}

/* ----------------------------------------------------------------- clock */

typedef struct clock_looks {
    ui_clock_spec spec;
    const char *text;
    bool is_over;
} clock_looks;

static int clock_x(const ui_node *node, uint32_t at_ms, uint32_t track_ms)
{
    uint32_t at = at_ms > track_ms ? track_ms : at_ms;
    return node->box.x + (int)((int64_t)node->box.w * at / track_ms);
}

static void paint_clock_text(ui_context *ui, const ui_node *node, int center)
{
    const clock_looks *looks = node->data;
    ui_style style = {.size = UI_S,
                      .color = looks->is_over ? UI_WARN : UI_INK2};
    int width = words_width(ui, looks->text, &style);
    int line = ui_device_text(ui, 18);
    int x = center - width / 2;
    int right = node->box.x + node->box.w - width;
    x = x > right ? right : x;
    x = x < node->box.x ? node->box.x : x;
    (void)draw_words(
        ui, looks->text, &style,
        (ui_rect){x, node->box.y + node->box.h - line, width, line});
}

static void paint_clock(ui_context *ui, const ui_node *node)
{
    const clock_looks *looks = node->data;
    const ui_clock_spec *spec = &looks->spec;
    int height = ui_device(ui, 8);
    int rise = ui_device(ui, 4);
    int now = clock_x(node, spec->elapsed_ms, spec->track_ms);
    int from = clock_x(node, spec->target_from_ms, spec->track_ms);
    int to = clock_x(node, spec->target_to_ms, spec->track_ms);
    ui_rect track = {node->box.x, node->box.y + rise, node->box.w, height};
    ui_rect band = {from, track.y, to - from, height};
    ui_rect done = {track.x, track.y, now - track.x, height};
    ui_rgba head =
        ui_paint_color(ui, looks->is_over ? UI_WARN : UI_INK, UI_NONE);
    int line = ui_device(ui, ui_is_contrast(ui) ? 2 : 1);
    draw_fill(ui, track, ui_paint_color(ui, UI_SUNKEN, UI_NONE), height / 2);
    draw_stroke(ui, track, ui_paint_color(ui, UI_LINE, UI_NONE), height / 2,
                line);
    draw_fill(ui, band, ui_paint_color(ui, UI_ACCENT_SOFT, UI_NONE), 0);
    draw_fill_corners(
        ui, done,
        ui_paint_color(ui, looks->is_over ? UI_WARN : UI_INK2, UI_NONE),
        height / 2, UI_CORNER_TOP_LEFT | UI_CORNER_BOTTOM_LEFT);
    draw_stroke(ui, band, ui_paint_color(ui, UI_ACCENT, UI_NONE), 0,
                ui_device(ui, 2));
    int wide = ui_device(ui, 4);
    draw_fill(ui,
              (ui_rect){now - wide / 2, node->box.y, wide, height + 2 * rise},
              head, wide / 2);
    paint_clock_text(ui, node, (from + to) / 2);
}

static const char *clock_digits(ui_context *ui, uint32_t elapsed_ms)
{
    uint32_t seconds = elapsed_ms / 1000;
    return ui_format(ui, "%02u:%02u", seconds / 60, seconds % 60);
}

static void clock_track(ui_context *ui, const ui_clock_spec *spec, bool is_over)
{
    clock_looks *looks = ui_take(ui, 1, sizeof *looks);
    if (looks == NULL) {
        return;
    }
    *looks = (clock_looks){
        .spec = *spec,
        .text = ui_copy(ui, is_over ? spec->over_text : spec->target_text),
        .is_over = is_over};
    if (looks->spec.track_ms == 0) {
        looks->spec.track_ms = 7 * 60 * 1000;
    }
    int width = spec->is_narrow ? 200 : 248;
    int height = ui_device(ui, 18) + ui_device_text(ui, 18);
    ui_node *node =
        node_painted(ui, paint_clock, looks, ui_device(ui, width), height);
    node->is_silent = true;
}

void ui_call_clock(ui_context *ui, const ui_clock_spec *spec)
{
    bool has_target = spec->target_to_ms > 0;
    bool is_over = has_target && spec->elapsed_ms > spec->target_to_ms;
    int32_t index = node_open(ui, NODE_ROW,
                              &(ui_box){.gap = 12,
                                        .self = UI_CENTER,
                                        .role = UI_ROLE_STATUS,
                                        .label = spec->spoken});
    node_at(ui, index)->is_wordless = spec->spoken != NULL;
    ui->muted_depth += spec->spoken != NULL ? 1 : 0;
    widget_icon(ui, "clock", 20, is_over ? UI_WARN : UI_ACCENT);
    ui_text(ui, clock_digits(ui, spec->elapsed_ms),
            &(ui_style){.size = UI_L,
                        .is_bold = true,
                        .is_tabular = true,
                        .is_one_line = true,
                        .color = is_over ? UI_WARN : UI_INK});
    if (has_target) {
        clock_track(ui, spec, is_over);
    }
    node_close(ui);
}

void ui_timer_bar(ui_context *ui, const ui_timer_spec *spec)
{
    enum {
        LAST_MS = 5000
    };

    uint32_t limit = spec->limit_ms == 0 ? 1 : spec->limit_ms;
    bool is_last = spec->elapsed_ms + LAST_MS >= limit;
    ui_color ink = is_last ? UI_WARN : UI_INK2;
    int64_t value = (int64_t)spec->elapsed_ms * 1000 / limit;
    ui_begin_row(ui, &(ui_box){.gap = 10, .self = UI_CENTER});
    widget_icon(ui, is_last ? "warning" : "timer", 18, ink);
    ui_text(ui, spec->label,
            &(ui_style){.size = UI_S, .color = ink, .is_one_line = true});
    ui_bar(ui, &(ui_bar_spec){.value = (int)(value > 1000 ? 1000 : value),
                              .fill = is_last ? UI_WARN : UI_INK3,
                              .width = {.px = 96}});
    ui_text(ui, spec->text,
            &(ui_style){.size = UI_S,
                        .color = ink,
                        .is_tabular = true,
                        .is_one_line = true});
    ui_end(ui);
}
