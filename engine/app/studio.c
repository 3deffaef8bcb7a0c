/*
 * The studio, the app's side: which scenarios there are, what was found of
 * each, and which one is looked at. Takes over what the worker made, whole
 * part by whole part.
 */
#include "studio.h"

#include <stdio.h>
#include <string.h>

/* ------------------------------------------------------------------- rows */

static studio_row *find_path(const studio *of, const char *path)
{
    for (uint32_t i = 0; i < of->row_count; i++) {
        if (strcmp(of->rows[i].path, path) == 0) {
            return &of->rows[i];
        }
    }
    return NULL;
}

static studio_row *find_id(const studio *of, const char *id)
{
    for (uint32_t i = 0; i < of->row_count; i++) {
        if (strcmp(of->rows[i].id, id) == 0) {
            return &of->rows[i];
        }
    }
    return NULL;
}

studio_row *studio_row_now(const studio *of)
{
    return find_path(of, of->selected);
}

const rp_model *studio_model(const studio_row *row)
{
    static const studio_kind kinds[] = {STUDIO_EDITION, STUDIO_MOMENTS,
                                        STUDIO_DRAWING};
    const rp_model *model = NULL;

    for (size_t i = 0; i < sizeof kinds / sizeof *kinds && model == NULL; i++) {
        const studio_part *part = row->parts[kinds[i]];
        model = part != NULL ? part->of->loaded.model : NULL;
    }
    return model;
}

const studio_edition *studio_edition_of(const studio_row *row)
{
    const studio_part *part = row->parts[STUDIO_EDITION];

    return part != NULL ? part->of : NULL;
}

const rp_report *studio_report_of(const studio_row *row)
{
    const studio_part *part = row->parts[STUDIO_PROOF];

    return part != NULL && part->status == RP_OK ? &part->report : NULL;
}

/* The view that is shown may still point at it. */
static void retire(studio *of, studio_part *part)
{
    if (part != NULL) {
        part->next = of->retired;
        of->retired = part;
    }
}

static void retire_row(studio *of, studio_row *row)
{
    for (int kind = 0; kind < STUDIO_KINDS; kind++) {
        retire(of, row->parts[kind]);
        row->parts[kind] = NULL;
    }
}

static const char *name_of(const char *path)
{
    const char *slash = strrchr(path, '/');

    return slash != NULL ? slash + 1 : path;
}

/* ---------------------------------------------------------------- selection */

static void send_order(rp_app *app)
{
    studio *of = app->studio;
    studio_order order = {.is_open = app->place == RP_AT_STUDIO};

    (void)snprintf(order.path, sizeof order.path, "%s", of->selected);
    (void)snprintf(order.language, sizeof order.language, "%s",
                   app->settings.language);
    worker_order(of->worker, &order);
    worker_see(of->worker, &of->progress);
}

static void select_row(rp_app *app, const studio_row *row)
{
    studio *of = app->studio;

    of->wanted[0] = '\0';
    of->selected_idx = (uint32_t)(row - of->rows);
    if (strcmp(of->selected, row->path) != 0) {
        (void)snprintf(of->selected, sizeof of->selected, "%s", row->path);
        preview_forget(of);
    }
}

bool studio_select(rp_app *app, const char *id)
{
    studio *of = app->studio;
    const studio_row *row = find_id(of, id);

    if (row != NULL) {
        select_row(app, row);
    } else if (of->files == NULL) { /* once there is a list */
        (void)snprintf(of->wanted, sizeof of->wanted, "%s", id);
    }
    return row != NULL || of->files == NULL;
}

/* Who was selected stays so; in the place of who is gone comes the next. */
static void select_again(rp_app *app)
{
    studio *of = app->studio;
    const studio_row *row =
        of->wanted[0] != '\0' ? find_id(of, of->wanted) : NULL;

    row = row != NULL ? row : studio_row_now(of);
    if (row == NULL && of->row_count > 0) {
        row = &of->rows[of->selected_idx < of->row_count ? of->selected_idx
                                                         : of->row_count - 1];
    }
    if (row != NULL) {
        select_row(app, row);
        send_order(app);
    }
}

/* -------------------------------------------------------------- taking over */

static void take_files(rp_app *app, studio_part *made)
{
    studio *of = app->studio;
    uint32_t count = made->files.count;
    studio_row *rows = made->status == RP_OK
                           ? app->alloc.resize(app->alloc.user, NULL,
                                               (count + 1U) * sizeof *rows)
                           : NULL;

    if (rows == NULL) {
        app_tell(app, "%s",
                 made->status != RP_OK ? made->error.message
                                       : "no memory for the studio");
        retire(of, made);
        return;
    }
    for (uint32_t i = 0; i < count; i++) {
        const rp_scenario_file *file = &made->files.items[i];
        studio_row *old = find_path(of, file->path);
        rows[i] = old != NULL ? *old : (studio_row){.id = NULL};
        rows[i].id = file->id;
        rows[i].path = file->path;
        rows[i].file = name_of(file->path);
        if (old != NULL) {
            memset(old->parts, 0, sizeof old->parts);
        }
    }
    for (uint32_t i = 0; i < of->row_count; i++) {
        retire_row(of, &of->rows[i]);
    }
    (void)app->alloc.resize(app->alloc.user, of->rows, 0);
    retire(of, of->files);
    of->files = made;
    of->rows = rows;
    of->row_count = count;
    select_again(app);
}

/*
 * A newer edition makes what was proven of an older one void. What was drawn
 * of it stays until there is a newer drawing.
 */
static void take_of_row(rp_app *app, studio_part *made)
{
    studio *of = app->studio;
    studio_row *row = find_path(of, made->path);

    if (row == NULL) {
        retire(of, made);
        return;
    }
    retire(of, row->parts[made->kind]);
    row->parts[made->kind] = made;
    if (made->kind == STUDIO_EDITION) {
        retire(of, row->parts[STUDIO_PROOF]);
        row->parts[STUDIO_PROOF] = NULL;
    }
    if (made->kind == STUDIO_MOMENTS && row == studio_row_now(of)) {
        preview_place(app);
    }
}

static void take_part(rp_app *app, studio_part *made)
{
    made->next = NULL;
    switch (made->kind) {
    case STUDIO_FILES: take_files(app, made); break;
    case STUDIO_COSTS: preview_take_costs(app, made); break;
    case STUDIO_EDITION:
    case STUDIO_PROOF:
    case STUDIO_DRAWING:
    case STUDIO_MOMENTS: take_of_row(app, made); break;
    case STUDIO_KINDS: break;
    }
}

static void take_all(rp_app *app)
{
    studio *of = app->studio;
    studio_part *part = worker_take(of->worker, &of->progress);

    of->is_unshown = true;
    while (part != NULL) {
        studio_part *next = part->next;
        take_part(app, part);
        part = next;
    }
    if (of->progress.was_refused) {
        app_tell(app, "%s",
                 rp_tr(app, "There is not enough memory to check everything. "
                            "What is missing can be checked again."));
    }
}

bool studio_tick(rp_app *app)
{
    studio *of = app->studio;

    if (of != NULL && worker_has_news(of->worker)) {
        take_all(app);
    }
    return of != NULL && of->is_unshown && app->place == RP_AT_STUDIO;
}

/* ------------------------------------------------------------ open and close */

static void look_again(void *user, bool is_sure)
{
    worker_look(user, is_sure);
}

static rp_status open_parties(rp_app *app, rp_error *err)
{
    studio *of = app->studio;

    of->folder = files_pack_dir(&app->options, &app->life);
    if (of->folder == NULL) {
        return rp_fail(err, RP_E_MEMORY, "no memory for the studio");
    }
    rp_status status = worker_open(&app->options, app->alloc, &of->worker, err);
    if (status != RP_OK) {
        return status;
    }
    studio_watch watch = {of->folder, look_again, of->worker};
    /* Who cannot be told of a save can still ask for a check. */
    if (watcher_open(&watch, app->alloc, &of->watcher, err) != RP_OK) {
        of->watcher = NULL;
    }
    return RP_OK;
}

rp_status studio_open(rp_app *app, rp_error *err)
{
    if (app->studio != NULL) {
        return RP_OK;
    }
    app->studio = app->alloc.resize(app->alloc.user, NULL, sizeof *app->studio);
    if (app->studio == NULL) {
        return rp_fail(err, RP_E_MEMORY, "no memory for the studio");
    }
    memset(app->studio, 0, sizeof *app->studio);
    rp_status status = open_parties(app, err);
    if (status != RP_OK) {
        studio_close(app);
    }
    return status;
}

void studio_follow(rp_app *app)
{
    if (app->studio != NULL) {
        send_order(app);
    }
}

static void drop_all(studio_part *part)
{
    while (part != NULL) {
        studio_part *next = part->next;
        part_drop(part);
        part = next;
    }
}

void studio_settle(rp_app *app)
{
    if (app->studio != NULL) {
        drop_all(app->studio->retired);
        app->studio->retired = NULL;
        app->studio->is_unshown = false;
    }
}

void studio_close(rp_app *app)
{
    studio *of = app->studio;

    if (of == NULL) {
        return;
    }
    watcher_close(of->watcher);
    worker_stop(of->worker);
    preview_forget(of);
    for (uint32_t i = 0; i < of->row_count; i++) {
        retire_row(of, &of->rows[i]);
    }
    retire(of, of->files);
    studio_settle(app);
    (void)app->alloc.resize(app->alloc.user, of->rows, 0);
    worker_free(of->worker);
    (void)app->alloc.resize(app->alloc.user, of, 0);
    app->studio = NULL;
}
