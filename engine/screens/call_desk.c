/*
 * The desk: records the trainee may open, what was promised, and the notepad.
 * A record shows nothing until it is opened, since opening it is a deed of
 * the run.
 */
#include <string.h>

#include "call_parts.h"

enum {
    BARS_FROM = 3,
    BARS_MAX = 8
};

static const ui_key record_keys[] = {UI_KEY_F2, UI_KEY_F3, UI_KEY_F4};

static ui_key record_key(uint32_t index)
{
    return index < sizeof record_keys / sizeof record_keys[0]
               ? record_keys[index]
               : UI_KEY_NONE;
}

static void choose_record(screen_scene *scene, uint32_t index)
{
    const rp_call_view *call = &scene->view->call;

    scene->kept->desk_tab = (int)index;
    scene->kept->has_desk = true;
    scene->kept->panel_is_notes = false;
    if (!call->records[index].is_opened) {
        want(scene, RP_INTENT_LOOK, call->records[index].record);
    }
}

/* A call that is gone on with has the record open that was looked at last. */
void call_open_desk(screen_scene *scene)
{
    const rp_call_view *call = &scene->view->call;

    if (!scene->kept->has_desk && call->looked < call->record_count) {
        scene->kept->desk_tab = (int)call->looked;
    }
    scene->kept->has_desk = true;
}

/* A bill of three amounts or more is drawn as bars. */
static bool bill_bars(screen_scene *scene, const rp_record_view *record)
{
    ui_context *ui = scene->ui;
    ui_bar_value bars[BARS_MAX];
    int count = 0;

    for (uint32_t i = 0; i < record->row_count && count < BARS_MAX; i++) {
        const rp_row_view *row = &record->rows[i];
        if (record->kind == RP_BILL && row->has_amount &&
            row->amount_fen >= 0) {
            bars[count++] = (ui_bar_value){.label = row->label,
                                           .text = row->text,
                                           .value = (int)(row->amount_fen),
                                           .is_strong = row->is_marked};
        }
    }
    if (count < BARS_FROM) {
        return false;
    }
    ui_begin_row(ui, &(ui_box){.pad = ui_pad_xy(8, 6)}); /* as the rows */
    ui_bar_chart(ui, &(ui_bar_chart_spec){
                         .bars = bars, .count = count, .label = record->title});
    ui_end(ui);
    return true;
}

static void record_row(screen_scene *scene, const rp_row_view *row)
{
    ui_context *ui = scene->ui;
    ui_style label = row->is_marked ? ui_small_strong : ui_small;
    ui_style text = ui_note;

    label.width = (ui_size){.grow = 1};
    text.width = (ui_size){.grow = row->has_amount ? 0 : 1};
    ui_box box = {.pad = ui_pad_xy(8, 6),
                  .gap = 2,
                  .fill = row->is_marked ? UI_WARN_SOFT : UI_AUTO,
                  .radius = UI_RADIUS_SEGMENT};
    if (row->has_amount) {
        box.gap = 8;
        ui_begin_row(ui, &box);
        text.is_tabular = true;
    } else {
        ui_begin_column(ui, &box);
    }
    ui_text(ui, row->label, &label);
    ui_text(ui, row->text, &text);
    ui_end(ui);
}

static void record_body(screen_scene *scene, const rp_record_view *record)
{
    ui_context *ui = scene->ui;

    if (!record->is_opened) {
        ui_begin_row(ui, &(ui_box){.pad = ui_pad_xy(8, 6)});
        ui_text(ui, words(scene, "Not opened yet."), &ui_note);
        ui_end(ui);
        return;
    }
    (void)bill_bars(scene, record);
    for (uint32_t i = 0; i < record->row_count; i++) {
        record_row(scene, &record->rows[i]);
    }
    if (record->row_count == 0) {
        ui_text(ui, words(scene, "Nothing is written here."), &ui_note);
    }
}

static void owed(screen_scene *scene)
{
    ui_context *ui = scene->ui;
    const rp_call_view *call = &scene->view->call;

    if (call->promise_count == 0) {
        return;
    }
    ui_gap(ui, 8);
    ui_divider(ui);
    ui_gap(ui, 8);
    ui_text(ui, words(scene, "What you promised"), &ui_small_strong);
    promise_lines(scene, call->promises, call->promise_count);
}

static void desk_rows(screen_scene *scene, const char *id)
{
    ui_context *ui = scene->ui;
    const rp_call_view *call = &scene->view->call;

    ui_begin_scroll(ui, &(ui_scroll_spec){.box = {.id = id,
                                                  .height = {.grow = 1},
                                                  .pad = ui_pad_xy(12, 12),
                                                  .gap = 4}});
    if (call->record_count > 0) {
        record_body(scene, &call->records[scene->kept->desk_tab]);
    } else {
        ui_text(ui, words(scene, "There are no records for this call."),
                &ui_note);
    }
    owed(scene);
    ui_end(ui);
}

/* Tabs that are buttons: the first look opens the record. */
static void desk_tabs(screen_scene *scene)
{
    ui_context *ui = scene->ui;
    const rp_call_view *call = &scene->view->call;
    ui_choice items[8];
    uint32_t count = call->record_count < 8 ? call->record_count : 8;

    for (uint32_t i = 0; i < count; i++) {
        items[i] = (ui_choice){.label = call->records[i].title,
                               .icon = record_icon(call->records[i].kind),
                               .key = record_key(i)};
    }
    int selected = call->records[scene->kept->desk_tab].is_opened
                       ? scene->kept->desk_tab
                       : -1;
    int chosen = ui_tabs(ui, &(ui_choices_spec){.id = "desk-tabs",
                                                .label = words(scene, "Desk"),
                                                .items = items,
                                                .count = (int)count,
                                                .selected = selected});
    if (chosen >= 0 && chosen != selected) {
        choose_record(scene, (uint32_t)chosen);
    }
}

void call_desk(screen_scene *scene)
{
    ui_context *ui = scene->ui;

    ui_begin_card(ui, &(ui_box){.height = {.grow = 1},
                                .pad = ui_pad_none(),
                                .role = UI_ROLE_AREA,
                                .label = words(scene, "Desk")});
    if (scene->view->call.record_count > 0) {
        desk_tabs(scene);
    }
    desk_rows(scene, "desk");
    ui_end(ui);
}

static void note_field(screen_scene *scene)
{
    unsigned result = ui_text_field(
        scene->ui, &(ui_field_spec){.id = "note",
                                    .label = words(scene, "Add a note"),
                                    .placeholder = words(scene, "Add a note"),
                                    .text = scene->kept->note,
                                    .capacity = sizeof scene->kept->note,
                                    .key = 'n',
                                    .is_small = true});

    if ((result & UI_FIELD_SUBMITTED) != 0 && scene->kept->note[0] != '\0') {
        want_text(scene, RP_INTENT_NOTE, scene->kept->note);
        scene->kept->note[0] = '\0';
    }
}

static uint32_t pin_count(const rp_call_view *call)
{
    uint32_t pins = 0;

    for (uint32_t i = 0; i < call->note_count; i++) {
        pins += call->notes[i].is_pin;
    }
    return pins;
}

void call_notepad(screen_scene *scene)
{
    ui_context *ui = scene->ui;
    const rp_call_view *call = &scene->view->call;
    uint32_t pins = pin_count(call);
    bool is_wide = ui_width(ui) == UI_WIDE;

    ui_begin_card(ui, &(ui_box){.height = {.grow = is_wide ? 1 : 0,
                                           .max = is_wide ? 0 : 320},
                                .pad = ui_pad_xy(20, 12),
                                .gap = 8,
                                .role = UI_ROLE_AREA,
                                .label = words(scene, "Notepad")});
    ui_begin_row(ui, NULL);
    ui_text(ui, words(scene, "Notepad"), &ui_subhead);
    ui_spacer(ui);
    if (pins > 0) {
        ui_text(ui,
                ui_format(ui,
                          rp_tr_n(scene->app, "%u pinned", "%u pinned", pins),
                          pins),
                &ui_note);
    }
    ui_end(ui);
    ui_begin_scroll(
        ui, &(ui_scroll_spec){.box = {.id = "notes",
                                      .height = {.grow = is_wide ? 1 : 0,
                                                 .max = is_wide ? 0 : 168},
                                      .gap = 6},
                              .keeps_end = true});
    note_lines(scene, call, true);
    if (call->note_count == 0) {
        ui_text(ui,
                words(scene, "Pin what was said in passing, or write it "
                             "down."),
                &ui_quiet);
    }
    ui_end(ui);
    note_field(scene);
    ui_end(ui);
}

/* ------------------------------------------------------- compact layout */

/* The rail is narrow, so the key stands below the picture. */
static bool rail_entry(screen_scene *scene, const ui_button_spec *look,
                       const char *key)
{
    ui_context *ui = scene->ui;

    ui_begin_column(ui, &(ui_box){.align = UI_CENTER});
    bool is_on = ui_button(ui, look);
    ui_text(ui, key, &ui_quiet);
    ui_end(ui);
    return is_on;
}

void call_rail(screen_scene *scene)
{
    ui_context *ui = scene->ui;
    screen_kept *kept = scene->kept;
    const rp_call_view *call = &scene->view->call;

    for (uint32_t i = 0; i < call->record_count && i < 8; i++) {
        bool is_shown = kept->panel_is_open && !kept->panel_is_notes &&
                        kept->desk_tab == (int)i;
        ui_button_spec look = {
            .id = ui_format(ui, "rail-%s", call->records[i].id),
            .label = call->records[i].title,
            .icon = record_icon(call->records[i].kind),
            .kind = UI_PLAIN,
            .key = record_key(i),
            .hides_label = true,
            .is_selected = is_shown};
        const char *key = look.key != UI_KEY_NONE
                              ? ui_format(ui, "F%u", (unsigned)i + 2)
                              : "";
        if (rail_entry(scene, &look, key)) {
            kept->panel_is_open = !is_shown;
            choose_record(scene, i);
        }
    }
    bool notes_shown = kept->panel_is_open && kept->panel_is_notes;
    ui_button_spec notes = {.id = "rail-notes",
                            .label = words(scene, "Notepad"),
                            .icon = "note",
                            .kind = UI_PLAIN,
                            .key = notes_shown ? UI_KEY_NONE : 'n',
                            .hides_label = true,
                            .is_selected = notes_shown,
                            .badge = (uint16_t)call->note_count};
    if (rail_entry(scene, &notes, "N")) {
        kept->panel_is_open = !notes_shown;
        kept->panel_is_notes = true;
    }
}

void call_panel(screen_scene *scene)
{
    ui_context *ui = scene->ui;
    const rp_call_view *call = &scene->view->call;
    bool is_notes = scene->kept->panel_is_notes || call->record_count == 0;

    if (is_notes) {
        call_notepad(scene);
        owed(scene);
        return;
    }
    const rp_record_view *record = &call->records[scene->kept->desk_tab];
    ui_begin_card(ui, &(ui_box){.height = {.grow = 1},
                                .pad = ui_pad_none(),
                                .role = UI_ROLE_AREA,
                                .label = record->title});
    ui_begin_row(ui, &(ui_box){.pad = {20, 8, 8, 8}, .gap = 8});
    ui_icon(ui, &(ui_icon_spec){.name = record_icon(record->kind)});
    ui_text(ui, record->title, &ui_subhead);
    ui_spacer(ui);
    if (ui_button(ui, &(ui_button_spec){.id = "close-panel",
                                        .label = words(scene, "Close"),
                                        .icon = "close",
                                        .kind = UI_PLAIN,
                                        .size = UI_BUTTON_TINY,
                                        .hides_label = true})) {
        scene->kept->panel_is_open = false;
    }
    ui_end(ui);
    desk_rows(scene, "panel");
    ui_end(ui);
}
