/*
 * The library: one card a scenario file, and how the person's attempts at it
 * went.
 */
#include <string.h>

#include "app_internal.h"

void library_begin_entry(library_entry *entry, const rp_scenario_file *file)
{
    *entry = (library_entry){.file = *file};
    entry->card = (rp_card){.id = file->id,
                            .path = file->path,
                            .title = file->id,
                            .situation = "",
                            .customer = "",
                            .face = ""};
}

static rp_status fill_library(rp_app *app, rp_error *err)
{
    library *all = app->library;
    rp_scenario_files files = {0};
    rp_status status =
        rp_app_scenarios(&app->options, NULL, &all->arena, &files, err);

    if (status != RP_OK) {
        return status;
    }
    all->entries =
        rp_arena_take(&all->arena, files.count, sizeof *all->entries);
    if (all->entries == NULL) {
        return rp_fail(err, RP_E_MEMORY, "no memory for the library");
    }
    for (uint32_t i = 0; status == RP_OK && i < files.count; i++) {
        library_entry *entry = &all->entries[all->count++];
        library_begin_entry(entry, &files.items[i]);
        status = library_fill_entry(app, entry, err);
    }
    return status;
}

rp_status library_open(rp_app *app, rp_error *err)
{
    app->library =
        app->alloc.resize(app->alloc.user, NULL, sizeof *app->library);
    if (app->library == NULL) {
        return rp_fail(err, RP_E_MEMORY, "no memory for the library");
    }
    *app->library = (library){.count = 0};
    rp_arena_init(&app->library->arena, app->alloc);
    rp_status status = fill_library(app, err);
    if (status == RP_OK) {
        status = library_count(app, err);
    }
    return status;
}

void library_close(rp_app *app)
{
    if (app->library != NULL) {
        rp_arena_clear(&app->library->arena);
        (void)app->alloc.resize(app->alloc.user, app->library, 0);
        app->library = NULL;
    }
}

/* ------------------------------------------------------- how it went so far */

static int32_t sum_of(const int32_t score_bp[RP_SCORES])
{
    int32_t sum = 0;

    for (int i = 0; i < RP_SCORES; i++) {
        sum += score_bp[i] != RP_NOT_ASSESSED ? score_bp[i] : 0;
    }
    return sum;
}

static void count_attempt(rp_card *card, const rp_attempt *attempt)
{
    const rp_stored_result *result = &attempt->result;

    if (card->attempts == 0 ||
        sum_of(result->score_bp) > sum_of(card->best_bp)) {
        memcpy(card->best_bp, result->score_bp, sizeof card->best_bp);
    }
    card->attempts++;
    card->was_passed = card->was_passed || result->passed;
}

static const library_entry *find_entry(const library *all, const char *id)
{
    for (uint32_t i = 0; i < all->count; i++) {
        if (strcmp(all->entries[i].file.id, id) == 0) {
            return &all->entries[i];
        }
    }
    return NULL;
}

static rp_status count_page(rp_app *app, const rp_attempts *page, rp_error *err)
{
    library *all = app->library;
    rp_status status = RP_OK;

    for (uint32_t i = 0; status == RP_OK && i < page->count; i++) {
        const rp_attempt *attempt = &page->items[i];
        const library_entry *entry = find_entry(all, attempt->scenario);
        uint32_t at =
            entry != NULL ? (uint32_t)(entry - all->entries) : all->count;
        if (entry != NULL && attempt->has_result) {
            count_attempt(&all->entries[at].card, attempt);
        }
        if (attempt->has_result) {
            status = practice_add(app, attempt, at, err);
        }
    }
    return status;
}

rp_status library_count(rp_app *app, rp_error *err)
{
    rp_attempt_filter filter = {.person = app->person.id,
                                .only_finished = true,
                                .limit = RP_STORE_LIST_MAX};
    library *all = app->library;
    rp_attempts page = {.count = RP_STORE_LIST_MAX};
    rp_status status = RP_OK;

    for (uint32_t i = 0; i < all->count; i++) {
        rp_card *card = &all->entries[i].card;
        card->attempts = 0;
        card->was_passed = false;
        for (int s = 0; s < RP_SCORES; s++) {
            card->best_bp[s] = RP_NOT_ASSESSED;
        }
    }
    practice_begin(app);
    while (status == RP_OK && page.count == RP_STORE_LIST_MAX) {
        rp_arena arena;
        rp_arena_init(&arena, app->alloc);
        status =
            rp_store_list_attempts(app->store, &filter, &arena, &page, err);
        if (status == RP_OK && page.count > 0) {
            status = count_page(app, &page, err);
            filter.before_order = page.items[page.count - 1].order;
        }
        rp_arena_clear(&arena);
    }
    return status;
}

/* --------------------------------------------------------------- languages */

/* What the card says in the person's language, else in the first. */
static const card_words *words_of(const rp_app *app, const library_entry *entry)
{
    for (uint32_t i = 0; i < entry->word_count; i++) {
        if (strcmp(entry->words[i].language, app->settings.language) == 0) {
            return &entry->words[i];
        }
    }
    return entry->word_count > 0 ? &entry->words[0] : NULL;
}

rp_card library_card(const rp_app *app, const library_entry *entry)
{
    const card_words *words = words_of(app, entry);
    rp_card card = entry->card;

    if (words != NULL) {
        card.title = words->title;
        card.situation = words->situation;
        card.customer = words->customer;
        card.talk_s = words->talk_s;
    }
    return card;
}

const char *library_title(const rp_app *app, const char *id)
{
    const library_entry *entry = find_entry(app->library, id);

    return entry != NULL ? library_card(app, entry).title : id;
}
