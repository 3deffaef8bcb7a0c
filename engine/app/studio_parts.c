/*
 * What the studio's worker makes, one part at a time. Nothing here knows the
 * app, a thread or a lock.
 */
#include <stdio.h>
#include <string.h>

#include <dirent.h>
#include <sys/stat.h>

#include "studio.h"

/* --------------------------------------------------------------- editions */

studio_edition *edition_hold(studio_edition *edition)
{
    if (edition != NULL) {
        (void)atomic_fetch_add(&edition->holders, 1);
    }
    return edition;
}

void edition_drop(studio_edition *edition)
{
    if (edition != NULL && atomic_fetch_sub(&edition->holders, 1) == 1) {
        rp_alloc alloc = edition->alloc;
        rp_loaded_clear(&edition->loaded);
        (void)alloc.resize(alloc.user, edition, 0);
    }
}

/* ------------------------------------------------------------------ parts */

void part_drop(studio_part *part)
{
    if (part != NULL) {
        rp_alloc alloc = part->alloc;
        rp_arena_clear(&part->arena);
        edition_drop(part->of);
        (void)alloc.resize(alloc.user, part, 0);
    }
}

static studio_part *part_new(const studio_means *with, studio_kind kind,
                             const char *path, studio_edition *of)
{
    studio_part *made =
        with->alloc.resize(with->alloc.user, NULL, sizeof *made);

    if (made == NULL) {
        return NULL;
    }
    *made = (studio_part){.kind = kind, .alloc = with->alloc};
    rp_arena_init(&made->arena, with->alloc);
    made->of = edition_hold(of);
    made->path = rp_arena_copy(&made->arena, path, strlen(path));
    if (made->path == NULL) {
        part_drop(made);
        return NULL;
    }
    return made;
}

/* Refused memory and a cancelled walk are no results. */
static studio_part *part_done(studio_part *made, rp_status status)
{
    made->status = status;
    if (status == RP_E_MEMORY || status == RP_E_STATE) {
        part_drop(made);
        return NULL;
    }
    return made;
}

studio_part *make_files(const studio_means *with)
{
    studio_part *made = part_new(with, STUDIO_FILES, "", NULL);

    if (made == NULL) {
        return NULL;
    }
    return part_done(made, rp_app_scenarios(with->options, NULL, &made->arena,
                                            &made->files, &made->error));
}

static uint64_t saved_ms(const char *path)
{
    struct stat about;

    if (stat(path, &about) != 0) {
        return 0;
    }
    return (uint64_t)about.st_mtim.tv_sec * 1000 +
           (uint64_t)about.st_mtim.tv_nsec / 1000000;
}

static studio_edition *edition_new(const studio_means *with)
{
    studio_edition *made =
        with->alloc.resize(with->alloc.user, NULL, sizeof *made);

    if (made != NULL) {
        memset(made, 0, sizeof *made);
        made->alloc = with->alloc;
        atomic_init(&made->holders, 1);
    }
    return made;
}

studio_part *make_edition(const studio_means *with, const studio_file *file)
{
    studio_edition *edition = edition_new(with);

    if (edition == NULL) {
        return NULL;
    }
    edition->stamp = file->stamp;
    edition->saved_ms = saved_ms(file->path);
    edition->status = rp_app_load(with->options, file->path, with->alloc,
                                  &edition->loaded, &edition->error);
    studio_part *made = NULL;
    if (edition->status != RP_E_MEMORY) {
        made = part_new(with, STUDIO_EDITION, file->path, edition);
    }
    edition_drop(edition);
    return made;
}

studio_part *make_proof(const studio_means *with, const char *path,
                        studio_edition *of)
{
    studio_part *made = part_new(with, STUDIO_PROOF, path, of);
    rp_report_options options = {.budget = with->budget,
                                 .fault_count = of->loaded.faults.count};

    if (made == NULL) {
        return NULL;
    }
    return part_done(made,
                     rp_check_report(of->loaded.model, &options, &made->arena,
                                     &made->report, &made->error));
}

/* A graph without places is worth having: its nodes have a list. */
studio_part *make_drawing(const studio_means *with, const char *path,
                          studio_edition *of, const char *language)
{
    studio_part *made = part_new(with, STUDIO_DRAWING, path, of);

    if (made == NULL) {
        return NULL;
    }
    uint16_t tongue = rp_model_language(of->loaded.model, language);
    rp_graph_options options = {.set = RP_NONE,
                                .language = tongue != RP_NONE ? tongue : 0,
                                .budget = with->budget};
    rp_status status = rp_graph_make(of->loaded.model, &options, &made->arena,
                                     &made->graph, &made->error);
    made->has_graph = status == RP_OK;
    if (status == RP_OK) {
        status = rp_graph_place(&made->graph, NULL, &made->arena, &made->layout,
                                &made->error);
    }
    return part_done(made, status);
}

studio_part *make_moments(const studio_means *with, const char *path,
                          studio_edition *of)
{
    studio_part *made = part_new(with, STUDIO_MOMENTS, path, of);

    if (made == NULL) {
        return NULL;
    }
    return part_done(made, rp_moments_find(of->loaded.model, &with->budget,
                                           &made->arena, &made->moments,
                                           &made->error));
}

/* ------------------------------------------------------------------ costs */

void studio_walk_clear(studio_walk *kept)
{
    rp_walk_free(kept->walk);
    edition_drop(kept->of);
    *kept = (studio_walk){.walk = NULL};
}

static rp_status walk_for(const studio_means *with, studio_walk *kept,
                          const studio_question *question, rp_error *err)
{
    rp_walk_how how = {question->set, with->alloc, &with->budget};

    if (kept->walk != NULL && kept->of == question->of &&
        kept->set == question->set) {
        return RP_OK;
    }
    studio_walk_clear(kept);
    rp_status status =
        rp_walk_open(question->of->loaded.model, &how, &kept->walk, err);
    if (status == RP_OK) {
        kept->of = edition_hold(question->of);
        kept->set = question->set;
    } else {
        kept->walk = NULL;
    }
    return status;
}

/* Whole basis points, what is begun counting as one. */
static int64_t whole_bp(const rp_walk *walk, const rp_regret *regret)
{
    int64_t unit = rp_walk_unit(walk);

    return (regret->value + unit - 1) / unit;
}

static rp_status reckon(studio_walk *kept, const studio_question *question,
                        studio_part *made)
{
    uint16_t offers[RP_OFFERS_MAX];
    rp_standing from = {&question->state, question->points};
    rp_status status = RP_OK;
    uint32_t count =
        rp_state_offers(question->of->loaded.model, &question->state, offers);

    for (uint32_t i = 0; status == RP_OK && i < count; i++) {
        rp_move move = {.kind = RP_MOVE_REPLY, .index = offers[i]};
        rp_regret regret;
        status =
            rp_walk_regret(kept->walk, &from, &move, &regret, &made->error);
        if (status == RP_OK) {
            made->costs[made->cost_count++] =
                (studio_cost){.choice = offers[i],
                              .cost_bp = whole_bp(kept->walk, &regret),
                              .closes_door = regret.closes_door};
        }
    }
    return status;
}

studio_part *make_costs(const studio_means *with, studio_walk *kept,
                        const studio_question *question)
{
    studio_part *made = part_new(with, STUDIO_COSTS, "", question->of);

    if (made == NULL) {
        return NULL;
    }
    made->serial = question->serial;
    rp_status status = walk_for(with, kept, question, &made->error);
    if (status == RP_OK) {
        status = reckon(kept, question, made);
    }
    if (status != RP_OK) { /* a walk that was refused memory stays so */
        studio_walk_clear(kept);
    }
    return part_done(made, status);
}

/* ----------------------------------------------------------------- stamps */

static uint64_t mix(uint64_t stamp, const void *bytes, size_t length)
{
    return (stamp ^ rp_fnv1a(bytes, length)) * UINT64_C(0x9e3779b97f4a7c15);
}

/* Editors rename a new file over the old one: so its number counts too. */
static uint64_t mix_file(uint64_t stamp, const char *path)
{
    struct stat about;
    int64_t parts[6] = {0};

    if (stat(path, &about) == 0) {
        parts[0] = (int64_t)about.st_ino;
        parts[1] = about.st_size;
        parts[2] = about.st_mtim.tv_sec;
        parts[3] = about.st_mtim.tv_nsec;
        parts[4] = about.st_ctim.tv_sec;
        parts[5] = about.st_ctim.tv_nsec;
    }
    return mix(stamp, parts, sizeof parts);
}

/* In locale/, "a.zh.po" is of the scenario `a`, "zh.po" of all. */
static bool is_part_of(const char *name, const char *id, bool is_locale)
{
    size_t length = strcspn(name, ".");
    bool is_shared = strchr(name, '.') == strrchr(name, '.');

    if (name[0] == '.') {
        return false;
    }
    return !is_locale || is_shared ||
           (strlen(id) == length && strncmp(name, id, length) == 0);
}

/* The order of a folder's names is its own: so what is mixed is a sum. */
static uint64_t mix_folder(uint64_t stamp, const char *folder, const char *id,
                           bool is_locale)
{
    DIR *names = opendir(folder);
    const struct dirent *entry = NULL;
    uint64_t sum = 0;

    if (names == NULL) {
        return stamp;
    }
    /* NOLINTNEXTLINE(concurrency-mt-unsafe): the stream is our own */
    while ((entry = readdir(names)) != NULL) {
        char path[2 * STUDIO_PATH_MAX];
        int length =
            snprintf(path, sizeof path, "%s/%s", folder, entry->d_name);
        if (length > 0 && (size_t)length < sizeof path &&
            is_part_of(entry->d_name, id, is_locale)) {
            sum += mix_file(rp_fnv1a(path, (size_t)length), path);
        }
    }
    (void)closedir(names);
    return mix(stamp, &sum, sizeof sum);
}

uint64_t studio_stamp(const char *path)
{
    char folder[STUDIO_PATH_MAX];
    char part[STUDIO_PATH_MAX + 16];
    const char *name = strrchr(path, '/');
    size_t length = name != NULL ? (size_t)(name - path) : 0;
    uint64_t stamp = mix_file(1, path);

    if (name == NULL || length >= sizeof folder) {
        return stamp;
    }
    memcpy(folder, path, length);
    folder[length] = '\0';
    char id[STUDIO_ID_MAX];
    (void)snprintf(id, sizeof id, "%.*s", (int)strcspn(name + 1, "."),
                   name + 1);
    (void)snprintf(part, sizeof part, "%s/pack.lua", folder);
    stamp = mix_file(stamp, part);
    (void)snprintf(part, sizeof part, "%s/lib", folder);
    stamp = mix_folder(stamp, part, id, false);
    (void)snprintf(part, sizeof part, "%s/locale", folder);
    return mix_folder(stamp, part, id, true);
}
