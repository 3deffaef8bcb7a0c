/*
 * The desk: records, whose rows show once they were opened, and the notepad.
 */
#include "app_internal.h"

static bool is_opened(const run *played, uint16_t record)
{
    for (uint32_t i = 0; i < played->count; i++) {
        const rp_move *move = &played->items[i].move;
        if (move->kind == RP_MOVE_OPEN && move->index == record) {
            return true;
        }
    }
    return false;
}

static rp_row_view row_of(sketch *view, const rp_row *row)
{
    const rp_model *model = view->model;
    const rp_state *state = &view->app->run.session.state;
    rp_row_view shown = {.label = sketch_text(view, state, row->label),
                         .is_marked = row->is_marked};

    if (row->fact == RP_NONE) {
        shown.text = sketch_text(view, state, row->text);
        return shown;
    }
    const rp_fact *fact =
        &model->facts[state->set * model->fact_count + row->fact];
    shown.text = sketch_fact(view, state, row->fact);
    shown.has_amount = fact->kind == RP_V_MONEY;
    shown.amount_fen = shown.has_amount ? fact->value : 0;
    return shown;
}

static rp_record_view record_of(sketch *view, uint16_t index)
{
    const rp_model *model = view->model;
    const rp_record *record = &model->records[index];
    const rp_state *state = &view->app->run.session.state;
    rp_record_view shown = {.record = index,
                            .id = sketch_copy(view, record->id),
                            .title = sketch_text(view, state, record->title),
                            .kind = record->kind,
                            .is_opened = is_opened(&view->app->run, index)};

    if (!shown.is_opened) {
        return shown;
    }
    rp_row_view *rows = sketch_take(view, record->rows.count, sizeof *rows);
    for (uint32_t i = 0; rows != NULL && i < record->rows.count; i++) {
        rows[i] = row_of(view, &model->rows[record->rows.first + i]);
    }
    shown.rows = rows;
    shown.row_count = rows != NULL ? record->rows.count : 0;
    return shown;
}

static void fill_notes(sketch *view, rp_call_view *out)
{
    rp_app *app = view->app;
    rp_stored_notes stored = {0};

    if (rp_store_list_notes(app->store, &app->run.attempt, view->arena, &stored,
                            NULL) != RP_OK) {
        return;
    }
    rp_note_view *notes = sketch_take(view, stored.count, sizeof *notes);
    for (uint32_t i = 0; notes != NULL && i < stored.count; i++) {
        notes[i] =
            (rp_note_view){.id = (uint64_t)stored.items[i].number,
                           .is_pin = stored.items[i].kind == RP_NOTE_PHRASE,
                           .at_ms = stored.items[i].at_ms,
                           .text = stored.items[i].text};
    }
    out->notes = notes;
    out->note_count = notes != NULL ? stored.count : 0;
}

static uint32_t looked_last(const run *played, uint32_t record_count)
{
    for (uint32_t i = played->count; i > 0; i--) {
        const rp_move *move = &played->items[i - 1].move;
        if (move->kind == RP_MOVE_OPEN) {
            return move->index;
        }
    }
    return record_count;
}

void view_desk(sketch *view, rp_call_view *out)
{
    uint32_t count = view->model->record_count;
    rp_record_view *records = sketch_take(view, count, sizeof *records);

    for (uint16_t i = 0; records != NULL && i < count; i++) {
        records[i] = record_of(view, i);
    }
    out->records = records;
    out->record_count = records != NULL ? count : 0;
    out->looked = looked_last(&view->app->run, out->record_count);
    fill_notes(view, out);
}
