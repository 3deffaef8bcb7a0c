/*
 * Notes: what somebody typed or pinned during an attempt. Personal, and so
 * the only record that a person takes away again.
 */
#include "store_internal.h"

static const char *const note_kinds[RP_NOTE_KINDS] = {"note", "phrase"};

enum {
    NOTES_MAX = RP_STORE_LIST_MAX
};

rp_status rp_store_put_note(rp_store *store, const rp_store_id *attempt,
                            rp_stored_note *note, rp_error *err)
{
    if ((unsigned)note->kind >= RP_NOTE_KINDS) {
        return rp_fail(err, RP_E_INVALID, "the note is of no known kind");
    }
    rp_status status =
        store_check_text("the note", note->text, RP_STORE_TEXT_MAX, err);
    if (status == RP_OK) {
        status = store_may_write(store, err);
    }
    if (status != RP_OK) {
        return status;
    }
    param params[] = {param_id(attempt), param_text(note_kinds[note->kind]),
                      param_integer(note->at_ms), param_text(note->text)};
    status = store_run(store, SQL_ADD_NOTE, params, err);
    if (status != RP_OK) {
        return status;
    }
    if (sqlite3_changes(store->db) == 0) {
        return rp_fail(err, RP_E_INVALID, "no such attempt is kept here");
    }
    note->number = sqlite3_last_insert_rowid(store->db);
    return RP_OK;
}

rp_status rp_store_remove_note(rp_store *store, int64_t number, rp_error *err)
{
    param params[] = {param_integer(number)};
    rp_status status = store_may_write(store, err);

    if (status == RP_OK) {
        status = store_run(store, SQL_REMOVE_NOTE, params, err);
    }
    if (status == RP_OK && sqlite3_changes(store->db) == 0) {
        return rp_fail(err, RP_E_INVALID, "no such note is kept here");
    }
    return status;
}

rp_status rp_store_list_notes(rp_store *store, const rp_store_id *attempt,
                              rp_arena *arena, rp_stored_notes *notes,
                              rp_error *err)
{
    param params[] = {param_id(attempt)};
    rp_stored_note *items = rp_arena_take(arena, NOTES_MAX, sizeof *items);
    uint32_t count = 0;
    row rows;

    if (items == NULL) {
        return rp_fail(err, RP_E_MEMORY, "out of memory");
    }
    row_begin(&rows, store, SQL_LIST_NOTES, params);
    rows.arena = arena;
    while (count < NOTES_MAX && row_next(&rows)) {
        rp_stored_note *note = &items[count++];
        note->number = row_integer(&rows, 0, 1, INT64_MAX);
        note->kind =
            (rp_note_kind)row_word(&rows, 1, note_kinds, RP_NOTE_KINDS);
        note->at_ms = (uint32_t)row_integer(&rows, 2, 0, UINT32_MAX);
        note->text = row_text(&rows, 3, RP_STORE_TEXT_MAX);
    }
    rp_status status = row_end(&rows, err);
    if (status == RP_OK) {
        *notes = (rp_stored_notes){.items = items, .count = count};
    }
    return status;
}
