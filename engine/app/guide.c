/*
 * The handbook: chapters and sections of every installed pack, with the
 * behaviours they ask for and the scenarios that exercise these. Reading a
 * pack takes the helper and some milliseconds, so it is done when somebody
 * first looks, and again only after a change.
 */
#include <stdlib.h>
#include <string.h>

#include "app_internal.h"

enum {
    GUIDE_PACKS_MAX = 64
};

typedef struct guide {
    rp_arena arenas[2]; /* of the tables that are shown, and of the next */
    uint32_t shown;
    bool is_read;
    const char *stamp; /* of everything the tables are made of */
    rp_guide_view tables;
    uint32_t selected;
} guide;

/* Tables being made. */
typedef struct guide_reader {
    rp_app *app;
    rp_arena *arena;
    uint32_t pack_count;
    const char *folders[GUIDE_PACKS_MAX];
    rp_pack packs[GUIDE_PACKS_MAX];
    const char *trouble;
    rp_error *err;
} guide_reader;

static rp_status no_memory(rp_error *err)
{
    return rp_fail(err, RP_E_MEMORY, "no memory for the guide");
}

/* ------------------------------------------------------------- the stamp */

static rp_status list_folders(guide_reader *of)
{
    const char *installed = files_pack_dir(&of->app->options, of->arena);
    file_names names = {0};

    if (installed == NULL) {
        return no_memory(of->err);
    }
    rp_status status = files_list(installed, NULL, of->arena, &names, of->err);
    for (uint32_t i = 0; status == RP_OK && i < names.count; i++) {
        const char *folder =
            rp_arena_format(of->arena, "%s/%s", installed, names.items[i]);
        const char *file = rp_arena_format(of->arena, "%s/pack.lua", folder);
        if (folder == NULL || file == NULL) {
            return no_memory(of->err);
        }
        if (rp_file_is_plain(file) && of->pack_count < GUIDE_PACKS_MAX) {
            of->folders[of->pack_count++] = folder;
        }
    }
    return status;
}

/* Packs, scenarios and language: a text that differs when any of them does. */
static rp_status make_stamp(guide_reader *of, const char **stamp)
{
    const library *all = of->app->library;
    rp_status status = list_folders(of);
    rp_text text;

    rp_text_init(&text, of->arena->alloc);
    rp_text_puts(&text, of->app->settings.language);
    for (uint32_t i = 0; status == RP_OK && i < of->pack_count; i++) {
        const char *path =
            rp_arena_format(of->arena, "%s/pack.lua", of->folders[i]);
        const char *part = NULL;
        status = path != NULL ? library_stamp(path, of->arena, &part, of->err)
                              : no_memory(of->err);
        rp_text_printf(&text, "\n%s", part != NULL ? part : "");
    }
    for (uint32_t i = 0; i < all->count; i++) {
        const library_entry *entry = &all->entries[i];
        rp_text_printf(&text, "\n%s %u %s", entry->file.path,
                       (unsigned)entry->behaviour_count,
                       library_title(of->app, entry->file.id));
    }
    *stamp = rp_arena_copy(of->arena, text.bytes != NULL ? text.bytes : "",
                           text.length);
    if (status == RP_OK && (text.failed || *stamp == NULL)) {
        status = no_memory(of->err);
    }
    rp_text_clear(&text);
    return status;
}

/* ------------------------------------------------------------- the tables */

static bool exercises(const library_entry *entry, const char *behaviour)
{
    for (uint32_t i = 0; i < entry->behaviour_count; i++) {
        if (strcmp(entry->behaviours[i], behaviour) == 0) {
            return true;
        }
    }
    return false;
}

static bool fill_practices(guide_reader *of, rp_guide_behaviour *behaviour)
{
    const library *all = of->app->library;
    rp_guide_practice *items =
        rp_arena_take(of->arena, all->count + 1U, sizeof *items);

    for (uint32_t i = 0; items != NULL && i < all->count; i++) {
        const library_entry *entry = &all->entries[i];
        const char *title = library_title(of->app, entry->file.id);
        if (entry->card.is_broken || !exercises(entry, behaviour->id)) {
            continue;
        }
        rp_guide_practice *item = &items[behaviour->practice_count++];
        item->path = rp_arena_copy(of->arena, entry->file.path,
                                   strlen(entry->file.path));
        item->title = rp_arena_copy(of->arena, title, strlen(title));
        if (item->path == NULL || item->title == NULL) {
            return false;
        }
    }
    behaviour->practices = items;
    return items != NULL;
}

static bool fill_behaviours(guide_reader *of, const rp_pack *pack,
                            rp_guide_section *section)
{
    rp_guide_behaviour *items =
        rp_arena_take(of->arena, pack->behaviour_count + 1U, sizeof *items);

    for (uint32_t i = 0; items != NULL && i < pack->behaviour_count; i++) {
        const rp_pack_behaviour *from = &pack->behaviours[i];
        if (strcmp(from->section, section->id) != 0) {
            continue;
        }
        rp_guide_behaviour *item = &items[section->behaviour_count++];
        *item = (rp_guide_behaviour){.id = from->id,
                                     .strong = from->strong,
                                     .mistake = from->mistake,
                                     .score = from->score,
                                     .is_professional = from->is_professional};
        if (!fill_practices(of, item)) {
            return false;
        }
    }
    section->behaviours = items;
    return items != NULL;
}

static bool fill_pack(guide_reader *of, const rp_pack *pack,
                      rp_guide_section *sections, uint32_t *count)
{
    for (uint32_t k = 0; k < pack->section_count; k++) {
        const rp_pack_section *from = &pack->sections[k];
        rp_guide_section *to = &sections[(*count)++];
        *to =
            (rp_guide_section){.id = from->id,
                               .pack = pack->title,
                               .chapter = (uint32_t)strtoul(from->id, NULL, 10),
                               .title = from->title,
                               .says = from->says,
                               .sources = from->sources};
        if (!fill_behaviours(of, pack, to)) {
            return false;
        }
    }
    return true;
}

static rp_status fill_tables(guide_reader *of, rp_guide_view *tables)
{
    uint32_t count = 0;

    for (uint32_t i = 0; i < of->pack_count; i++) {
        count += of->packs[i].section_count;
    }
    rp_guide_section *sections =
        rp_arena_take(of->arena, count + 1U, sizeof *sections);
    if (sections == NULL) {
        return no_memory(of->err);
    }
    *tables = (rp_guide_view){.sections = sections, .trouble = of->trouble};
    for (uint32_t i = 0; i < of->pack_count; i++) {
        if (!fill_pack(of, &of->packs[i], sections, &tables->section_count)) {
            return no_memory(of->err);
        }
    }
    return RP_OK;
}

/* ---------------------------------------------------------------- reading */

static const char *copy_sentence(guide_reader *of, const char *sentence)
{
    const char *copy = rp_arena_copy(of->arena, sentence, strlen(sentence));

    return copy != NULL ? copy : "";
}

/* What is wrong with a pack is told; its sections are missing then. */
static rp_status read_pack(guide_reader *of, uint32_t index)
{
    rp_loaded loaded;
    rp_error error = {0};
    rp_status status = rp_app_load_pack(&of->app->options, of->folders[index],
                                        of->app->alloc, &loaded, &error);

    if (status == RP_OK && loaded.document != NULL) {
        status = rp_pack_read(loaded.document, of->app->settings.language,
                              of->arena, &of->packs[index], &error);
    } else if (status == RP_OK && loaded.faults.count > 0) {
        of->trouble = copy_sentence(of, loaded.faults.items[0].message);
    }
    rp_loaded_clear(&loaded);
    if (status == RP_E_MEMORY) {
        return no_memory(of->err);
    }
    if (status != RP_OK) {
        of->trouble = copy_sentence(of, error.message);
    }
    return RP_OK;
}

static rp_status open_guide(rp_app *app, rp_error *err)
{
    if (app->guide != NULL) {
        return RP_OK;
    }
    app->guide = app->alloc.resize(app->alloc.user, NULL, sizeof *app->guide);
    if (app->guide == NULL) {
        return no_memory(err);
    }
    *app->guide = (guide){.stamp = ""};
    rp_arena_init(&app->guide->arenas[0], app->alloc);
    rp_arena_init(&app->guide->arenas[1], app->alloc);
    return RP_OK;
}

static rp_status read_tables(guide_reader *of, const char *stamp)
{
    guide *to = of->app->guide;
    rp_guide_view tables = {0};
    rp_status status = RP_OK;

    for (uint32_t i = 0; status == RP_OK && i < of->pack_count; i++) {
        status = read_pack(of, i);
    }
    if (status == RP_OK) {
        status = fill_tables(of, &tables);
    }
    if (status == RP_OK) {
        to->shown = 1 - to->shown;
        to->tables = tables;
        to->stamp = stamp;
        to->is_read = true;
        to->selected = to->selected < tables.section_count ? to->selected : 0;
    }
    return status;
}

rp_status guide_read(rp_app *app, rp_error *err)
{
    const char *stamp = NULL;
    rp_status status = open_guide(app, err);

    if (status != RP_OK) {
        return status;
    }
    guide_reader of = {.app = app,
                       .arena = &app->guide->arenas[1 - app->guide->shown],
                       .err = err};
    rp_arena_reset(of.arena);
    status = make_stamp(&of, &stamp);
    if (status != RP_OK ||
        (app->guide->is_read && strcmp(stamp, app->guide->stamp) == 0)) {
        return status;
    }
    return read_tables(&of, stamp);
}

void guide_close(rp_app *app)
{
    if (app->guide != NULL) {
        rp_arena_clear(&app->guide->arenas[0]);
        rp_arena_clear(&app->guide->arenas[1]);
        (void)app->alloc.resize(app->alloc.user, app->guide, 0);
        app->guide = NULL;
    }
}

const rp_guide_view *guide_tables(const rp_app *app)
{
    static const rp_guide_view none;

    return app->guide != NULL ? &app->guide->tables : &none;
}

static bool has_behaviour(const rp_guide_section *section, const char *id)
{
    for (uint32_t i = 0; i < section->behaviour_count; i++) {
        if (strcmp(section->behaviours[i].id, id) == 0) {
            return true;
        }
    }
    return false;
}

bool guide_select(rp_app *app, const char *id)
{
    const rp_guide_view *tables = guide_tables(app);

    for (uint32_t i = 0; i < tables->section_count; i++) {
        const rp_guide_section *section = &tables->sections[i];
        if (strcmp(section->id, id) == 0 || has_behaviour(section, id)) {
            app->guide->selected = i;
            return true;
        }
    }
    return false;
}

/* behaviour_count: it is none of this section. */
static uint32_t behaviour_index(const rp_guide_section *section, const char *id)
{
    uint32_t i = 0;

    while (i < section->behaviour_count &&
           strcmp(section->behaviours[i].id, id) != 0) {
        i++;
    }
    return i;
}

static void count_seen(const evidence *seen, const rp_guide_section *section,
                       rp_guide_so_far *so_far)
{
    for (uint32_t i = 0; seen != NULL && i < seen->count; i++) {
        const behaviour_seen *one = &seen->items[i];
        uint32_t at = behaviour_index(section, one->id);
        if (at < section->behaviour_count) {
            so_far[at].shown += one->is_shown;
            so_far[at].missed += !one->is_shown;
        }
    }
}

static void fill_so_far(sketch *view, rp_guide_view *out)
{
    const practice *past = &view->app->practice;

    if (out->section_count == 0) {
        return;
    }
    const rp_guide_section *section = &out->sections[out->selected];
    rp_guide_so_far *so_far =
        sketch_take(view, section->behaviour_count, sizeof *so_far);
    for (uint32_t i = 0; so_far != NULL && i < past->count; i++) {
        count_seen(past->items[i].seen, section, so_far);
    }
    out->so_far = so_far;
}

void view_guide(sketch *view, rp_guide_view *out)
{
    rp_app *app = view->app;

    /* The language may have changed while it lies open. */
    if (guide_read(app, NULL) == RP_E_MEMORY) {
        view->refused = true;
        return;
    }
    *out = *guide_tables(app);
    out->selected = app->guide->selected;
    fill_so_far(view, out);
    out->has_back = app->has_back;
    out->back = app->back;
}
