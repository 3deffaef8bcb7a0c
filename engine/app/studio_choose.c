/*
 * What the studio's worker knows of each scenario, and what it does next.
 */
#include <stdio.h>
#include <string.h>

#include "studio_worker.h"

/* ------------------------------------------------------------------- rows */

static void clear_row(work_row *row)
{
    edition_drop(row->edition);
    row->edition = NULL;
    row->has = 0;
    row->stamp = 0;
}

void clear_rows(studio_worker *w)
{
    for (uint32_t i = 0; i < w->row_count; i++) {
        clear_row(&w->rows[i]);
    }
    (void)w->alloc.resize(w->alloc.user, w->rows, 0);
    rp_arena_clear(&w->names);
    w->rows = NULL;
    w->row_count = 0;
}

static work_row *find_row(studio_worker *w, const char *path)
{
    for (uint32_t i = 0; i < w->row_count; i++) {
        if (strcmp(w->rows[i].path, path) == 0) {
            return &w->rows[i];
        }
    }
    return NULL;
}

/* What is known of a file that is still there goes into the new list. */
static void move_row(studio_worker *w, work_row *to)
{
    work_row *old = find_row(w, to->path);
    uint64_t stamp = studio_stamp(to->path);

    if (old != NULL && old->stamp == stamp) {
        const char *path = to->path;
        *to = *old;
        to->path = path;
        *old = (work_row){.path = old->path};
    } else {
        to->stamp = stamp;
    }
}

bool renew_rows(studio_worker *w, const studio_part *made)
{
    uint32_t count = made->files.count;
    rp_arena names;
    work_row *rows =
        w->alloc.resize(w->alloc.user, NULL, (count + 1U) * sizeof *rows);
    bool fits = rows != NULL;

    rp_arena_init(&names, w->alloc);
    for (uint32_t i = 0; fits && i < count; i++) {
        const char *path = made->files.items[i].path;
        rows[i] = (work_row){.path = rp_arena_copy(&names, path, strlen(path))};
        fits = rows[i].path != NULL;
    }
    if (!fits) {
        (void)w->alloc.resize(w->alloc.user, rows, 0);
        rp_arena_clear(&names);
        return false;
    }
    for (uint32_t i = 0; i < count; i++) {
        move_row(w, &rows[i]);
    }
    clear_rows(w);
    w->rows = rows;
    w->row_count = count;
    w->names = names;
    return true;
}

/* ---------------------------------------------------------------- choosing */

static bool has(const work_row *row, studio_kind kind)
{
    return (row->has >> kind & 1) != 0;
}

/* Whether a part is still to be made of a row. */
static bool is_missing(const studio_worker *w, work_row *row, studio_kind kind)
{
    bool has_model = row->edition != NULL && row->edition->loaded.model != NULL;

    if (kind == STUDIO_DRAWING && has(row, kind) &&
        strcmp(row->language, w->mine.language) != 0) {
        row->has &= ~(1U << kind);
    }
    return !has(row, kind) && (kind == STUDIO_EDITION || has_model);
}

static bool choose_of_row(const studio_worker *w, work_row *row,
                          studio_kind last, job *next)
{
    for (studio_kind kind = STUDIO_EDITION; kind <= last; kind++) {
        if (is_missing(w, row, kind)) {
            *next = (job){kind, row};
            return true;
        }
    }
    return false;
}

/*
 * First the scenario that is looked at, whole; then of all others whether
 * they load, and then whether they are sound.
 */
static bool choose_row(studio_worker *w, job *next)
{
    work_row *selected = find_row(w, w->mine.path);
    bool found =
        selected != NULL && choose_of_row(w, selected, STUDIO_MOMENTS, next);

    for (studio_kind last = STUDIO_EDITION; last <= STUDIO_PROOF; last++) {
        for (uint32_t i = 0; !found && i < w->row_count; i++) {
            found = choose_of_row(w, &w->rows[i], last, next);
        }
    }
    return found;
}

static void forget_row(studio_worker *w, const char *path)
{
    work_row *row = path[0] != '\0' ? find_row(w, path) : NULL;

    if (row != NULL) {
        clear_row(row);
    }
}

bool choose_job(studio_worker *w, job *next)
{
    forget_row(w, w->anew);
    w->anew[0] = '\0';
    if (!w->mine.is_open) {
        return false;
    }
    if (w->looks) {
        w->looks = false;
        *next = (job){STUDIO_FILES, NULL};
        return true;
    }
    if (w->asked.serial != 0) {
        *next = (job){STUDIO_COSTS, NULL};
        return true;
    }
    return choose_row(w, next);
}
