/*
 * Home: what to practise next and why, what was done last, and how far each
 * chapter of the handbook is practised.
 */
#include <string.h>

#include "app_internal.h"
#include "suggest.h"

enum {
    CHAPTERS_MAX = 99,
    BEHAVIOURS_MAX = 2000,
    MINUTES_A_DAY = RP_MINUTES_A_DAY
};

/* "7.1-i" is of chapter 7; 0: it names none. */
static uint32_t chapter_of(const char *id)
{
    uint32_t chapter = 0;

    for (; *id >= '0' && *id <= '9' && chapter <= CHAPTERS_MAX; id++) {
        chapter = chapter * 10 + (uint32_t)(*id - '0');
    }
    return chapter <= CHAPTERS_MAX ? chapter : 0;
}

/* Whole days between two moments of the local calendar; never below 0. */
static uint32_t days_between(int64_t then_min, int64_t now_min)
{
    int64_t days = now_min / MINUTES_A_DAY - then_min / MINUTES_A_DAY;

    return days > 0 ? (uint32_t)days : 0;
}

/* ------------------------------------------------------------------ ideas */

/* Days since each chapter came up last, by a scenario of it or a behaviour. */
typedef struct chapter_days {
    int32_t days[CHAPTERS_MAX + 1];
} chapter_days;

static void note_day(chapter_days *to, uint32_t chapter, uint32_t days)
{
    if (chapter > 0 && chapter <= CHAPTERS_MAX &&
        (to->days[chapter] == SUGGEST_NEVER ||
         to->days[chapter] > (int32_t)days)) {
        to->days[chapter] = (int32_t)days;
    }
}

static void count_days(const rp_app *app, int64_t now_min, chapter_days *out)
{
    const practice *past = &app->practice;

    for (int i = 0; i <= CHAPTERS_MAX; i++) {
        out->days[i] = SUGGEST_NEVER;
    }
    for (uint32_t i = 0; i < past->count; i++) {
        const practised *one = &past->items[i];
        uint32_t days = days_between(one->at_min, now_min);
        if (one->entry < app->library->count) {
            note_day(out, app->library->entries[one->entry].card.chapter, days);
        }
        for (uint32_t k = 0; one->seen != NULL && k < one->seen->count; k++) {
            note_day(out, chapter_of(one->seen->items[k].id), days);
        }
    }
}

static bool exercises(const library_entry *entry, const char *behaviour)
{
    for (uint32_t i = 0; i < entry->behaviour_count; i++) {
        if (strcmp(entry->behaviours[i], behaviour) == 0) {
            return true;
        }
    }
    return false;
}

static void count_evidence(const evidence *seen, const library_entry *entry,
                           suggest_candidate *out)
{
    for (uint32_t k = 0; seen != NULL && k < seen->count; k++) {
        const behaviour_seen *one = &seen->items[k];
        if (exercises(entry, one->id)) {
            out->shown[one->score] += one->is_shown;
            out->missed[one->score] += !one->is_shown;
        }
    }
}

/* What the scenario's behaviours came to in the last attempts. */
static void count_lately(const practice *past, const library_entry *entry,
                         suggest_candidate *out)
{
    for (uint32_t i = 0; i < past->count && i < SUGGEST_LAST; i++) {
        count_evidence(past->items[i].seen, entry, out);
    }
}

static void fill_ideas(sketch *view, const chapter_days *since,
                       rp_home_view *out)
{
    const library *all = view->app->library;
    suggest_candidate *candidates =
        sketch_take(view, all->count, sizeof *candidates);
    uint32_t *cards = sketch_take(view, all->count, sizeof *cards);
    suggestion *order = sketch_take(view, all->count, sizeof *order);
    rp_idea *ideas = sketch_take(view, all->count, sizeof *ideas);
    uint32_t count = 0;

    if (ideas == NULL || order == NULL || cards == NULL || candidates == NULL) {
        return;
    }
    for (uint32_t i = 0; i < all->count; i++) {
        const library_entry *entry = &all->entries[i];
        const rp_card *card = &entry->card;
        if (card->is_broken) {
            continue;
        }
        candidates[count] = (suggest_candidate){
            .id = card->id,
            .chapter = card->chapter,
            .difficulty = card->difficulty,
            .attempts = card->attempts,
            .was_passed = card->was_passed,
            .days = card->chapter <= CHAPTERS_MAX ? since->days[card->chapter]
                                                  : SUGGEST_NEVER};
        count_lately(&view->app->practice, entry, &candidates[count]);
        cards[count++] = i;
        out->playable_count++;
        out->passed_count += card->was_passed;
    }
    suggest(candidates, count, order);
    for (uint32_t i = 0; i < count; i++) {
        ideas[i] =
            (rp_idea){.card = cards[order[i].candidate], .why = order[i].why};
    }
    out->ideas = ideas;
    out->idea_count = count;
}

/* ----------------------------------------------------------------- recent */

static void fill_one(sketch *view, const practised *one, int64_t now_min,
                     rp_recent_view *out)
{
    rp_app *app = view->app;
    char hex[RP_STORE_ID_HEX_MAX];

    *out = (rp_recent_view){
        .attempt = sketch_copy(view, rp_store_id_hex(&one->id, hex)),
        .path = "",
        .title = sketch_copy(view, one->scenario),
        .face = "",
        .at = rp_calendar_of(one->at_min),
        .days_ago = days_between(one->at_min, now_min),
        .passed = one->passed};
    memcpy(out->score_bp, one->score_bp, sizeof out->score_bp);
    if (one->entry < app->library->count) {
        const library_entry *entry = &app->library->entries[one->entry];
        out->path = entry->file.path;
        out->face = entry->card.face;
        out->title = library_card(app, entry).title;
    }
}

static void fill_recent(sketch *view, int64_t now_min, rp_home_view *out)
{
    const practice *past = &view->app->practice;
    uint32_t count = past->count < RP_RECENT_MAX ? past->count : RP_RECENT_MAX;
    rp_recent_view *recent = sketch_take(view, count, sizeof *recent);

    for (uint32_t i = 0; recent != NULL && i < count; i++) {
        fill_one(view, &past->items[i], now_min, &recent[i]);
    }
    out->recent = recent;
    out->recent_count = recent != NULL ? count : 0;
}

/* Attempts come newest first, so the week's stand in front. */
static void fill_week(const practice *past, int64_t now_min, rp_home_view *out)
{
    int64_t today = now_min / MINUTES_A_DAY;
    int64_t monday = today - (out->now.weekday - 1);

    for (uint32_t i = 0; i < past->count; i++) {
        int64_t day = past->items[i].at_min / MINUTES_A_DAY - monday;
        if (day >= 0 && day < RP_WEEK_DAYS) {
            out->practised[day] = true;
        }
    }
}

/* -------------------------------------------------------------- skill map */

static const behaviour_seen *find_seen(const evidence *seen,
                                       const char *behaviour)
{
    for (uint32_t k = 0; seen != NULL && k < seen->count; k++) {
        if (strcmp(seen->items[k].id, behaviour) == 0) {
            return &seen->items[k];
        }
    }
    return NULL;
}

/* What is known of one behaviour: the newest attempt it came up in decides. */
static bool is_shown(const practice *past, const char *behaviour)
{
    for (uint32_t i = 0; i < past->count; i++) {
        const behaviour_seen *one = find_seen(past->items[i].seen, behaviour);
        if (one != NULL) {
            return one->is_shown;
        }
    }
    return false;
}

/* The behaviours met so far, each once. */
typedef struct behaviour_set {
    uint32_t count;
    uint32_t room;
    const char **ids;
} behaviour_set;

static bool is_new(behaviour_set *known, const char *id)
{
    for (uint32_t i = 0; i < known->count; i++) {
        if (strcmp(known->ids[i], id) == 0) {
            return false;
        }
    }
    if (known->count < known->room) {
        known->ids[known->count++] = id;
    }
    return true;
}

static uint32_t pips_of(const rp_chapter_view *chapter)
{
    if (chapter->shown == 0 || chapter->count == 0) {
        return 0;
    }
    uint32_t pips = RP_PIPS * chapter->shown / chapter->count;
    return pips > 0 ? pips : 1;
}

/* The chapters being counted, and what of them was met already. */
typedef struct chapter_count {
    const practice *past;
    behaviour_set known;
    rp_chapter_view *chapters;
    uint32_t room;
} chapter_count;

static void count_entry(chapter_count *of, const library_entry *entry)
{
    for (uint32_t k = 0; k < entry->behaviour_count; k++) {
        const char *id = entry->behaviours[k];
        uint32_t chapter = chapter_of(id);
        if (chapter > 0 && chapter <= of->room && is_new(&of->known, id)) {
            of->chapters[chapter - 1].count++;
            of->chapters[chapter - 1].shown += is_shown(of->past, id);
        }
    }
}

static void count_behaviours(sketch *view, rp_chapter_view *chapters,
                             uint32_t room)
{
    const library *all = view->app->library;
    chapter_count of = {.past = &view->app->practice,
                        .known = {.room = BEHAVIOURS_MAX},
                        .chapters = chapters,
                        .room = room};

    of.known.ids = sketch_take(view, of.known.room, sizeof *of.known.ids);
    for (uint32_t i = 0; of.known.ids != NULL && i < all->count; i++) {
        count_entry(&of, &all->entries[i]);
    }
}

/* The last chapter that a section or a behaviour names. */
static uint32_t last_chapter(const rp_app *app)
{
    const library *all = app->library;
    const rp_guide_view *guide = guide_tables(app);
    uint32_t last = 0;

    for (uint32_t i = 0; i < all->count; i++) {
        for (uint32_t k = 0; k < all->entries[i].behaviour_count; k++) {
            uint32_t chapter = chapter_of(all->entries[i].behaviours[k]);
            last = chapter > last ? chapter : last;
        }
    }
    for (uint32_t i = 0; guide != NULL && i < guide->section_count; i++) {
        uint32_t chapter = guide->sections[i].chapter;
        last = chapter > last && chapter <= CHAPTERS_MAX ? chapter : last;
    }
    return last;
}

/* A chapter is called by its first section. */
static const char *chapter_title(sketch *view, uint32_t chapter)
{
    const rp_guide_view *guide = guide_tables(view->app);

    for (uint32_t i = 0; guide != NULL && i < guide->section_count; i++) {
        if (guide->sections[i].chapter == chapter) {
            return sketch_copy(view, guide->sections[i].title);
        }
    }
    return "";
}

static void fill_chapters(sketch *view, const chapter_days *since,
                          rp_home_view *out)
{
    uint32_t count = last_chapter(view->app);
    rp_chapter_view *chapters = sketch_take(view, count, sizeof *chapters);

    if (chapters == NULL) {
        return;
    }
    count_behaviours(view, chapters, count);
    for (uint32_t i = 0; i < count; i++) {
        rp_chapter_view *chapter = &chapters[i];
        int32_t days = since->days[i + 1];
        chapter->number = (uint8_t)(i + 1);
        chapter->title = chapter_title(view, i + 1);
        chapter->pips = (uint8_t)pips_of(chapter);
        chapter->has_begun = days != SUGGEST_NEVER;
        chapter->days = chapter->has_begun ? (uint32_t)days : 0;
        chapter->is_due = chapter->has_begun && days >= RP_DUE_DAYS;
    }
    out->chapters = chapters;
    out->chapter_count = count;
}

/* ------------------------------------------------------------------- kept */

/*
 * The whole is made again only when something it is made of has changed: it
 * stands beside every other place of the shell.
 */
struct home {
    rp_arena arenas[2]; /* what is shown, and the next */
    uint32_t shown;
    bool is_made;
    uint32_t version; /* of the practice */
    uint32_t scenario_count;
    const char *language;
    const rp_guide_section *sections;
    int64_t day;
    rp_home_view view;
};

static const rp_guide_section *sections_of(const rp_app *app)
{
    const rp_guide_view *guide = guide_tables(app);

    return guide != NULL ? guide->sections : NULL;
}

static bool is_fresh(const rp_app *app, int64_t day)
{
    const struct home *kept = app->home;

    return kept != NULL && kept->is_made &&
           kept->version == app->practice.version && kept->day == day &&
           kept->scenario_count == app->library->count &&
           kept->language == app->settings.language &&
           kept->sections == sections_of(app);
}

static struct home *open_home(rp_app *app)
{
    struct home *made = app->home;

    if (made == NULL) {
        made = app->alloc.resize(app->alloc.user, NULL, sizeof *made);
        if (made == NULL) {
            return NULL;
        }
        *made = (struct home){.is_made = false};
        rp_arena_init(&made->arenas[0], app->alloc);
        rp_arena_init(&made->arenas[1], app->alloc);
        app->home = made;
    }
    return made;
}

void home_close(rp_app *app)
{
    if (app->home != NULL) {
        rp_arena_clear(&app->home->arenas[0]);
        rp_arena_clear(&app->home->arenas[1]);
        (void)app->alloc.resize(app->alloc.user, app->home, 0);
        app->home = NULL;
    }
}

static bool make_home(rp_app *app, int64_t now_min)
{
    struct home *kept = open_home(app);

    if (kept == NULL) {
        return false;
    }
    uint32_t spare = 1 - kept->shown;
    sketch view = {.app = app, .arena = &kept->arenas[spare]};
    rp_home_view made = {.now = rp_calendar_of(now_min),
                         .attempt_count = app->practice.count};
    chapter_days since;

    rp_arena_reset(view.arena);
    count_days(app, now_min, &since);
    fill_ideas(&view, &since, &made);
    fill_recent(&view, now_min, &made);
    fill_week(&app->practice, now_min, &made);
    fill_chapters(&view, &since, &made);
    if (view.refused) {
        return false;
    }
    kept->shown = spare;
    kept->view = made;
    kept->is_made = true;
    kept->version = app->practice.version;
    kept->scenario_count = app->library->count;
    kept->language = app->settings.language;
    kept->sections = sections_of(app);
    kept->day = now_min / MINUTES_A_DAY;
    return true;
}

void view_home(sketch *view, rp_home_view *out)
{
    rp_app *app = view->app;
    int64_t now_min = app_now_min(app);
    bool is_nobody = strcmp(app->person.name, "You") == 0;

    if (!is_fresh(app, now_min / MINUTES_A_DAY) && !make_home(app, now_min)) {
        view->refused = true;
        return;
    }
    *out = app->home->view;
    out->now = rp_calendar_of(now_min);
    out->name = is_nobody ? "" : app->person.name;
}
