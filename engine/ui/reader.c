/*
 * What a reader says after a frame: where, what happened, the focus.
 */
#include <string.h>

#include "ui/ui_internal.h"
#include "ui/ui_reader.h"

/* ----------------------------------------------------------------- parts */

/* A sentence ends where the next begins, whether or not it has a mark. */
static void end_sentence(const ui_context *ui, rp_text *out)
{
    static const char *const marks[] = {".",  "!",  "?",  ":",  ";", "]",
                                        "。", "！", "？", "：", "；"};

    for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i++) {
        size_t length = strlen(marks[i]);
        if (out->length >= length &&
            memcmp(out->bytes + out->length - length, marks[i], length) == 0) {
            rp_text_puts(out, length == 1 ? " " : "");
            return;
        }
    }
    rp_text_puts(out, ui_say(ui, ". "));
}

static void add_text(const ui_context *ui, rp_text *out, const char *text)
{
    if (text == NULL || text[0] == '\0') {
        return;
    }
    if (out->length > 0) {
        end_sentence(ui, out);
    }
    rp_text_puts(out, text);
}

static void cut_back(rp_text *out, size_t length)
{
    if (out->bytes != NULL) {
        out->length = length;
        out->bytes[length] = '\0';
    }
}

/* Returns how many bytes it said, without what leads over to it. */
static size_t add_node(const ui_context *ui, rp_text *out, int32_t index)
{
    size_t before = out->length;
    if (index < 0) {
        return 0;
    }
    if (before > 0) {
        end_sentence(ui, out);
    }
    size_t start = out->length;
    ui_spoken(ui, index, out);
    size_t said = out->length - start;
    if (said == 0) {
        cut_back(out, before);
    }
    return said;
}

static bool is_spoken(const ui_node *node)
{
    return !node->is_silent && node->role != UI_ROLE_NONE;
}

/* The first heading, else the first area's name. */
static const char *heading(const ui_tree *tree)
{
    const char *area = NULL;
    for (int32_t i = 0; i < tree->count; i++) {
        const ui_node *node = &tree->nodes[i];
        if (node->role == UI_ROLE_HEADING && is_spoken(node)) {
            return node->label;
        }
        if (node->role == UI_ROLE_AREA && area == NULL) {
            area = node->label;
        }
    }
    return area;
}

/* The dialog that keeps the focus; -1: none. */
static int32_t open_dialog(const ui_tree *tree)
{
    int32_t from = 0;
    int32_t to = 0;
    focus_scope(tree, &from, &to);
    bool is_over = tree->count > 0 && tree->nodes[from].is_floating;
    return is_over ? from : -1;
}

/* Its title, then what stands before the first control. */
static void add_dialog(const ui_context *ui, rp_text *out, int32_t index)
{
    const ui_tree *tree = ui->now;
    const ui_node *dialog = &tree->nodes[index];
    add_text(ui, out, dialog->label);
    for (int32_t i = index + 1; i < dialog->end; i++) {
        const ui_node *node = &tree->nodes[i];
        if (node->is_focusable) {
            return;
        }
        if (is_spoken(node) && node->role == UI_ROLE_TEXT) {
            (void)add_node(ui, out, i);
        }
    }
}

/* All of it in reading order; what a group says its heading need not. */
static void add_all(const ui_context *ui, rp_text *out)
{
    const ui_tree *tree = ui->now;
    const char *before = NULL;
    int32_t from = 0;
    int32_t to = 0;
    focus_scope(tree, &from, &to);
    for (int32_t i = from; i < to; i++) {
        const ui_node *node = &tree->nodes[i];
        bool repeats = before != NULL && node->label != NULL &&
                       strcmp(before, node->label) == 0;
        if (is_spoken(node) && !repeats) {
            (void)add_node(ui, out, i);
            before = node->label;
        }
    }
}

/* --------------------------------------------------------------- changes */

static void read_arrival(ui_reader *reader, const ui_context *ui,
                         ui_reading *reading)
{
    int32_t index = open_dialog(ui->now);
    uint64_t dialog = index < 0 ? 0 : ui->now->nodes[index].id;
    bool is_new_dialog = dialog != 0 && dialog != reader->dialog;
    bool is_new_screen = ui->screen != reader->screen;

    reader->dialog = dialog;
    reader->screen = ui->screen;
    if (is_new_dialog) {
        add_dialog(ui, &reading->text, index);
    } else if (is_new_screen) {
        add_text(ui, &reading->text, heading(ui->now));
    }
}

/* While something is typed its field would be read at every letter. */
static void read_focus(ui_reader *reader, const ui_context *ui,
                       ui_reading *reading)
{
    rp_text *out = &reading->text;
    size_t before = out->length;
    uint64_t told_before = reader->told;
    bool has_moved = reader->focus != ui->focus;

    size_t said = add_node(ui, out, tree_find(ui->now, ui->focus));
    reader->told =
        said > 0 ? rp_fnv1a(out->bytes + out->length - said, said) : 0;
    reader->focus = ui->focus;
    bool has_changed = reader->told != told_before && !ui_is_typing(ui);
    reader->reads_all_next = reader->reads_all_next && !has_moved;
    if (!has_moved && !has_changed) {
        cut_back(out, before);
    }
}

static void read_asked(ui_reader *reader, const ui_context *ui,
                       ui_reading *reading)
{
    rp_text *out = &reading->text;

    cut_back(out, 0);
    if (reader->reads_all_next) {
        add_all(ui, out);
    } else {
        (void)add_node(ui, out, tree_find(ui->now, ui->focus));
    }
    if (out->length == 0) {
        add_text(ui, out, heading(ui->now));
    }
    reader->reads_all_next = !reader->reads_all_next;
    reading->was_asked = true;
}

void ui_reader_look(ui_reader *reader, const ui_context *ui, bool follows,
                    ui_reading *reading)
{
    rp_text *out = &reading->text;
    bool at_once = false;
    const char *announced = ui_announced(ui, &at_once);

    cut_back(out, 0);
    reading->was_asked = false;
    if (!follows && !ui->decision.reads) {
        return;
    }
    read_arrival(reader, ui, reading);
    add_text(ui, out, at_once ? announced : NULL);
    read_focus(reader, ui, reading);
    reading->waits = out->length == 0;
    add_text(ui, out, at_once ? NULL : announced);
    if (ui->decision.reads) {
        read_asked(reader, ui, reading);
        reading->waits = false;
    }
    if (out->failed) {
        rp_text_clear(out); /* memory was refused: it is said next time */
    }
}
