/*
 * What was played, for those who write scenarios: the attempts that stand on
 * a document, and a run to make an example of. Nothing is made: where there
 * is no database, there are no attempts.
 */
#include <string.h>

#include "app_internal.h"

/* Opens the store of a folder that has one; `store` stays NULL else. */
static rp_status open_existing(const rp_app_options *options, rp_arena *arena,
                               rp_store **store, const char **folder,
                               rp_error *err)
{
    rp_status status = files_data_dir(options, arena, folder, err);

    if (status != RP_OK) {
        return status;
    }
    const char *path = rp_arena_format(arena, "%s/rapport.db", *folder);
    if (path == NULL) {
        return rp_fail(err, RP_E_MEMORY, "out of memory");
    }
    rp_store_options how = {.directory = *folder, .alloc = arena->alloc};
    return rp_file_is_plain(path) ? rp_store_open(&how, store, err) : RP_OK;
}

/* ---------------------------------------------------------- on a document */

typedef struct id_list {
    rp_arena *arena;
    const char **items;
    uint32_t count;
    uint32_t capacity;
} id_list;

static rp_status add_id(id_list *to, const rp_store_id *id, rp_error *err)
{
    char hex[RP_STORE_ID_HEX_MAX];

    if (to->count == to->capacity) {
        uint32_t capacity = 2 * to->capacity + 16;
        const char **more = rp_arena_take(to->arena, capacity, sizeof *more);
        if (more == NULL) {
            return rp_fail(err, RP_E_MEMORY, "out of memory");
        }
        if (to->count > 0) {
            memcpy(more, to->items, to->count * sizeof *more);
        }
        to->items = more;
        to->capacity = capacity;
    }
    const char *copy =
        rp_arena_format(to->arena, "%s", rp_store_id_hex(id, hex));
    if (copy == NULL) {
        return rp_fail(err, RP_E_MEMORY, "out of memory");
    }
    to->items[to->count++] = copy;
    return RP_OK;
}

/* Of a page those that stand on the document; `last` is where it ends. */
static rp_status add_page(const rp_attempts *page, const rp_digest *digest,
                          id_list *to, int64_t *last, rp_error *err)
{
    rp_status status = RP_OK;

    for (uint32_t i = 0; status == RP_OK && i < page->count; i++) {
        const rp_attempt *attempt = &page->items[i];
        *last = attempt->order;
        if (rp_digest_equal(&attempt->start.document, digest)) {
            status = add_id(to, &attempt->id, err);
        }
    }
    return status;
}

/* Page by page, as the store gives them. */
static rp_status list_all(rp_store *store, const rp_app_standing *on,
                          id_list *to, rp_error *err)
{
    rp_attempt_filter filter = {.scenario = on->scenario,
                                .limit = RP_STORE_LIST_MAX};
    rp_attempts page = {.count = RP_STORE_LIST_MAX};
    rp_status status = RP_OK;
    rp_arena scratch;

    rp_arena_init(&scratch, to->arena->alloc);
    while (status == RP_OK && page.count == RP_STORE_LIST_MAX) {
        rp_arena_reset(&scratch);
        status = rp_store_list_attempts(store, &filter, &scratch, &page, err);
        if (status == RP_OK) {
            status = add_page(&page, on->digest, to, &filter.before_order, err);
        }
    }
    rp_arena_clear(&scratch);
    return status;
}

rp_status rp_app_attempts_on(const rp_app_options *options,
                             const rp_app_standing *on, rp_arena *arena,
                             rp_attempt_ids *ids, rp_error *err)
{
    id_list list = {.arena = arena};
    rp_store *store = NULL;
    const char *folder = NULL;
    rp_status status = open_existing(options, arena, &store, &folder, err);

    if (status == RP_OK && store != NULL) {
        status = list_all(store, on, &list, err);
    }
    if (status == RP_OK) {
        *ids = (rp_attempt_ids){.items = list.items,
                                .count = list.count,
                                .has_store = store != NULL};
    }
    rp_store_close(store);
    return status;
}

/* ------------------------------------------------------------------- runs */

static rp_status fill_moves(rp_store *store, const rp_store_id *id,
                            rp_arena *arena, rp_recorded *found, rp_error *err)
{
    rp_stored_moves stored = {0};
    rp_status status = rp_store_attempt_moves(store, id, arena, &stored, err);

    if (status != RP_OK) {
        return status;
    }
    found->moves =
        rp_arena_take(arena, stored.count + 1U, sizeof *found->moves);
    if (found->moves == NULL) {
        return rp_fail(err, RP_E_MEMORY, "out of memory");
    }
    for (uint32_t i = 0; i < stored.count; i++) {
        found->moves[i] = stored.items[i].text;
    }
    found->move_count = stored.count;
    return RP_OK;
}

static rp_status fill_run(rp_store *store, const char *prefix, rp_arena *arena,
                          rp_recorded *found, rp_error *err)
{
    rp_store_id id;
    rp_attempt attempt = {0};
    rp_stored_document document = {0};
    char hex[RP_STORE_ID_HEX_MAX];
    rp_status status = rp_store_find_attempt(store, prefix, &id, err);

    if (status == RP_OK) {
        status = rp_store_get_attempt(store, &id, arena, &attempt, err);
    }
    if (status == RP_OK) {
        status = fill_moves(store, &id, arena, found, err);
    }
    if (status == RP_OK) {
        found->id = rp_arena_format(arena, "%s", rp_store_id_hex(&id, hex));
        found->scenario = attempt.scenario;
        found->set = attempt.start.set;
        found->is_finished = attempt.has_result;
        status = found->id != NULL
                     ? rp_store_get_document(store, &attempt.start.document,
                                             arena, &document, err)
                     : rp_fail(err, RP_E_MEMORY, "out of memory");
    }
    if (status == RP_OK) {
        status = load_stored(&document, arena->alloc, &found->then, err);
        found->has_loaded = true;
    }
    return status;
}

rp_status rp_app_recorded(const rp_app_options *options, const char *prefix,
                          rp_arena *arena, rp_recorded *found, rp_error *err)
{
    rp_store *store = NULL;
    rp_error error = {0};
    const char *folder = "";

    *found = (rp_recorded){.id = ""};
    rp_status status = open_existing(options, arena, &store, &folder, &error);
    if (status == RP_OK && store == NULL) {
        return rp_fail(err, RP_E_INVALID,
                       "No attempt `%s`: nothing was played yet with the data "
                       "folder %s.",
                       prefix, folder);
    }
    if (status == RP_OK) {
        status = fill_run(store, prefix, arena, found, &error);
    }
    rp_store_close(store);
    if (status == RP_E_INVALID) {
        return rp_fail(err, status,
                       "No attempt `%s`: %s. `rapport attempts` lists them.",
                       prefix, error.message);
    }
    return status == RP_OK ? RP_OK : rp_fail(err, status, "%s", error.message);
}

void rp_recorded_clear(rp_recorded *found)
{
    if (found->has_loaded) {
        rp_loaded_clear(&found->then);
    }
    *found = (rp_recorded){.id = ""};
}
