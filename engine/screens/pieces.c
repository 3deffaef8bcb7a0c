/*
 * Pieces that several screens show: marked texts, the bar on top, the footer,
 * notes, promises and the toast.
 */
#include <stdio.h>
#include <string.h>

#include "screens_internal.h"

enum {
    TOAST_MS = 4000,
    MARKED_MAX = 4096
};

static const char openers[] = {'*', '\0', '~'}; /* by rp_mark_kind */

/* A growing buffer on the stack; what does not fit is left out. */
typedef struct writer {
    char bytes[MARKED_MAX];
    size_t length;
} writer;

static void put(writer *out, char byte)
{
    if (out->length + 1 < sizeof out->bytes) {
        out->bytes[out->length++] = byte;
    }
}

static void put_plain(writer *out, char byte)
{
    if (byte != '\0' && strchr("*~\\", byte) != NULL) {
        put(out, '\\');
    }
    put(out, byte);
}

/* The mark's sign where one starts or ends at `at`. */
static void put_marks(writer *out, const rp_shown *shown, uint32_t at,
                      bool is_end)
{
    for (uint32_t i = 0; i < shown->mark_count; i++) {
        const rp_mark *mark = &shown->marks[i];
        char sign = openers[mark->kind];
        if ((is_end ? mark->end : mark->start) == at && sign != '\0') {
            put(out, sign);
        }
    }
}

const char *marked_text(const screen_scene *scene, const rp_shown *shown)
{
    writer out = {.length = 0};

    for (uint32_t at = 0; shown->text[at] != '\0'; at++) {
        put_marks(&out, shown, at, true);
        put_marks(&out, shown, at, false);
        put_plain(&out, shown->text[at]);
    }
    put_marks(&out, shown, (uint32_t)strlen(shown->text), true);
    out.bytes[out.length] = '\0';
    return ui_format(scene->ui, "%s", out.bytes);
}

bool begin_bar(screen_scene *scene, const bar_spec *spec)
{
    ui_context *ui = scene->ui;
    bool is_compact = ui_width(ui) == UI_COMPACT;

    ui_begin_row(ui, &(ui_box){.height = {.min = is_compact ? 52 : 60},
                               .pad = {16, 8, 16, 8},
                               .gap = 8,
                               .role = UI_ROLE_AREA,
                               .label = spec->title});
    bool goes_back = ui_button(ui, &(ui_button_spec){.id = spec->back_id,
                                                     .label = spec->back_label,
                                                     .icon = spec->back_icon,
                                                     .kind = UI_PLAIN,
                                                     .hides_label = true,
                                                     .key = UI_KEY_ESCAPE});
    ui_style title = ui_subhead;
    title.truncates = true;
    title.is_one_line = true;
    ui_text(ui, spec->title, &title);
    if (spec->subtitle != NULL) {
        ui_style line = ui_note;
        line.truncates = true;
        line.is_one_line = true;
        ui_text(ui, spec->subtitle, &line);
    }
    return goes_back;
}

void footer(screen_scene *scene, const ui_hint_spec *hints, int count)
{
    ui_hint_spec all_keys = {.key = UI_KEY_F1,
                             .label = words(scene, "all shortcuts")};

    if (rp_app_settings(scene->app)->hide_keys) {
        count = 0;
    }
    spoken_line(scene);
    ui_footer(scene->ui, hints,
              rp_app_settings(scene->app)->hide_keys ? 0 : count, &all_keys);
}

const char *portrait_label(const screen_scene *scene, const char *customer,
                           rp_mood_word word)
{
    /* Spoken: whose portrait it is, and the mood in one word. */
    return ui_format(scene->ui, words(scene, "Portrait of %s. %s."), customer,
                     mood_word(scene, word));
}

static void note_line(screen_scene *scene, const rp_note_view *note,
                      bool can_remove)
{
    ui_context *ui = scene->ui;
    const char *text = note->is_pin
                           ? ui_format(ui, words(scene, "“%s”"), note->text)
                           : note->text;
    ui_style line = ui_small;

    ui_begin_row(ui, &(ui_box){.gap = 8, .align = UI_CENTER});
    ui_icon(ui, &(ui_icon_spec){.name = note->is_pin ? "pin" : "note",
                                .size_px = 16,
                                .color = note->is_pin ? UI_ACCENT : UI_INK2});
    line.width = (ui_size){.grow = 1};
    ui_text(ui, text, &line);
    if (note->is_pin) {
        ui_style time = ui_quiet;
        time.is_tabular = true;
        ui_text(ui, clock_text(scene, note->at_ms), &time);
    }
    if (can_remove &&
        ui_button(
            ui, &(ui_button_spec){.id = ui_format(ui, "unnote-%llu",
                                                  (unsigned long long)note->id),
                                  .label = words(scene, "Remove this note"),
                                  .icon = "close",
                                  .kind = UI_PLAIN,
                                  .size = UI_BUTTON_TINY,
                                  .hides_label = true})) {
        want(scene, RP_INTENT_UNNOTE, 0);
        scene->intent->number = note->id;
    }
    ui_end(ui);
}

void note_lines(screen_scene *scene, const rp_call_view *call, bool can_remove)
{
    for (uint32_t i = 0; i < call->note_count; i++) {
        note_line(scene, &call->notes[i], can_remove);
    }
}

void promise_lines(screen_scene *scene, const rp_promise_view *promises,
                   uint32_t count)
{
    ui_context *ui = scene->ui;

    for (uint32_t i = 0; i < count; i++) {
        const rp_promise_view *promise = &promises[i];
        ui_style text = ui_small;
        text.width = (ui_size){.grow = 1};
        ui_begin_row(ui, &(ui_box){.gap = 8, .align = UI_START});
        ui_icon(ui, &(ui_icon_spec){
                        .name = promise->is_kept ? "check" : "clock",
                        .size_px = 16,
                        .color = promise->is_kept ? UI_ACCENT : UI_WARN});
        ui_begin_column(ui, &(ui_box){.width = {.grow = 1}});
        ui_text(ui, promise->text, &text);
        if (promise->due != NULL && !promise->is_kept) {
            ui_text(ui, promise->due, &ui_quiet);
        }
        ui_end(ui);
        ui_text(ui,
                promise->is_kept ? words(scene, "done") : words(scene, "owed"),
                &ui_quiet);
        ui_end(ui);
    }
}

void show_toast(screen_scene *scene, const char *text, bool undoes)
{
    (void)snprintf(scene->kept->toast, sizeof scene->kept->toast, "%s", text);
    scene->kept->toast_until_ms = ui_now(scene->ui) + TOAST_MS;
    scene->kept->toast_undoes = undoes;
}

void toast(screen_scene *scene)
{
    screen_kept *kept = scene->kept;
    uint32_t now_ms = ui_now(scene->ui);

    if (kept->toast[0] == '\0') {
        return;
    }
    if (kept->open == DIALOG_FAULTS) {
        kept->toast_until_ms = now_ms; /* the dialog tells it, and more */
    }
    if (now_ms >= kept->toast_until_ms) {
        if (scene->view->notice == NULL) {
            kept->toast[0] = '\0';
        }
        return;
    }
    ui_wake_at(scene->ui, kept->toast_until_ms);
    if (ui_toast(scene->ui,
                 &(ui_toast_spec){.id = "toast",
                                  .text = kept->toast,
                                  .icon = "info",
                                  .key = kept->toast_undoes ? (ui_key)'z'
                                                            : UI_KEY_NONE,
                                  .action = words(scene, "Undo")})) {
        want(scene, RP_INTENT_UNDO, 0);
        kept->toast_until_ms = now_ms;
    }
}
