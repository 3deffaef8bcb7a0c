/*
 * What can be searched, gathered once: the cards of the library, what is said
 * in each scenario, and the handbook of every pack.
 */
#include <stdlib.h>
#include <string.h>

#include "search.h"

enum {
    ROOM_FIRST = 256
};

/* Room for one more of the items that grow in the arena; false: refused. */
static bool make_room(search_index *index, void *items, uint32_t count,
                      uint32_t *room, size_t item_bytes)
{
    void *old = NULL;

    if (count < *room) {
        return true;
    }
    uint32_t wanted = *room == 0 ? ROOM_FIRST : *room * 2;
    void *more = rp_arena_take(&index->arena, wanted, item_bytes);
    if (more == NULL) {
        return false;
    }
    memcpy(&old, items, sizeof old);
    if (count > 0) {
        memcpy(more, old, count * item_bytes);
    }
    memcpy(items, &more, sizeof more);
    *room = wanted;
    return true;
}

/* The tag as the index keeps it: one text a language. */
static const char *keep_tag(search_index *index, const char *tag, size_t length)
{
    for (uint32_t i = index->line_count; i > 0 && i + 4 > index->line_count;
         i--) {
        const char *known = index->lines[i - 1].language;
        if (strlen(known) == length && memcmp(known, tag, length) == 0) {
            return known;
        }
    }
    return rp_arena_copy(&index->arena, tag, length);
}

static bool add_line(search_index *index, const said_text *said,
                     search_place place)
{
    if (said->text == NULL || said->text[0] == '\0') {
        return true;
    }
    if (!make_room(index, &index->lines, index->line_count, &index->line_room,
                   sizeof *index->lines)) {
        return false;
    }
    search_line line = {
        .text = said->text,
        .folded = fold_text(&index->letters, &index->arena, said->text),
        .language = keep_tag(index, said->language, said->language_length),
        .place = place};
    if (line.folded == NULL || line.language == NULL) {
        return false;
    }
    index->lines[index->line_count++] = line;
    index->items[index->item_count - 1].count++;
    return true;
}

static bool add_item(search_index *index, const search_item *item)
{
    if (!make_room(index, &index->items, index->item_count, &index->item_room,
                   sizeof *index->items)) {
        return false;
    }
    search_item *added = &index->items[index->item_count++];
    *added = *item;
    added->first = index->line_count;
    added->count = 0;
    return true;
}

/* ------------------------------------------------------------- scenarios */

static bool take_said(void *user, const said_text *said)
{
    return add_line(user, said, said->is_reply ? SEARCH_REPLY : SEARCH_SAID);
}

static bool add_card(search_index *index, const card_words *words)
{
    said_text said = {.language = words->language,
                      .language_length = strlen(words->language)};

    said.text = words->title;
    bool is_added = add_line(index, &said, SEARCH_TITLE);
    said.text = words->customer;
    is_added = is_added && add_line(index, &said, SEARCH_CUSTOMER);
    said.text = words->situation;
    return is_added && add_line(index, &said, SEARCH_SITUATION);
}

static rp_status add_scenario(rp_app *app, search_index *index, uint32_t at,
                              rp_error *err)
{
    const library_entry *entry = &app->library->entries[at];
    search_item item = {.kind = RP_HIT_SCENARIO,
                        .id = entry->file.id,
                        .section = "",
                        .entry = at};
    said_text named = {.language = "",
                       .text = entry->word_count == 0 ? entry->file.id : ""};
    bool is_added =
        add_item(index, &item) && add_line(index, &named, SEARCH_TITLE);

    for (uint32_t i = 0; is_added && i < entry->word_count; i++) {
        is_added = add_card(index, &entry->words[i]);
    }
    rp_status status =
        is_added ? texts_each(app, entry, &index->arena, take_said, index)
                 : RP_E_MEMORY;
    return status == RP_OK
               ? RP_OK
               : rp_fail(err, status, "no memory to search the scenarios");
}

/* -------------------------------------------------------------- handbook */

/* The handbook in one language beside the one in its first. */
typedef struct edition {
    const char *tag;
    rp_pack pack;
} edition;

static bool add_section(search_index *index, const edition *editions,
                        uint32_t count, uint32_t at)
{
    search_item item = {.kind = RP_HIT_SECTION,
                        .id = editions[0].pack.sections[at].id,
                        .section = ""};
    bool is_added = add_item(index, &item);

    for (uint32_t i = 0; is_added && i < count; i++) {
        said_text said = {.language = editions[i].tag,
                          .language_length = strlen(editions[i].tag),
                          .text = editions[i].pack.sections[at].title};
        is_added = add_line(index, &said, SEARCH_TITLE);
    }
    return is_added;
}

static bool add_behaviour(search_index *index, const edition *editions,
                          uint32_t count, uint32_t at)
{
    search_item item = {.kind = RP_HIT_BEHAVIOUR,
                        .id = editions[0].pack.behaviours[at].id,
                        .section = editions[0].pack.behaviours[at].section};
    bool is_added = add_item(index, &item);

    for (uint32_t i = 0; is_added && i < count; i++) {
        const rp_pack_behaviour *behaviour = &editions[i].pack.behaviours[at];
        said_text said = {.language = editions[i].tag,
                          .language_length = strlen(editions[i].tag),
                          .text = behaviour->strong};
        is_added = add_line(index, &said, SEARCH_TITLE);
        said.text = behaviour->mistake;
        is_added = is_added && add_line(index, &said, SEARCH_MISTAKE);
    }
    return is_added;
}

static bool add_editions(search_index *index, const edition *editions,
                         uint32_t count)
{
    bool is_added = true;

    for (uint32_t i = 0; is_added && i < editions[0].pack.section_count; i++) {
        is_added = add_section(index, editions, count, i);
    }
    for (uint32_t i = 0; is_added && i < editions[0].pack.behaviour_count;
         i++) {
        is_added = add_behaviour(index, editions, count, i);
    }
    return is_added;
}

static rp_status read_editions(search_index *index, const rp_document *document,
                               rp_error *err)
{
    const char *tags[RP_LANGUAGES_MAX];
    edition editions[RP_LANGUAGES_MAX];
    uint32_t count = rp_document_languages(document, tags);
    rp_status status = RP_OK;

    for (uint32_t i = 0; status == RP_OK && i < count; i++) {
        editions[i].tag =
            rp_arena_copy(&index->arena, tags[i], strlen(tags[i]));
        status = editions[i].tag == NULL
                     ? RP_E_MEMORY
                     : rp_pack_read(document, tags[i], &index->arena,
                                    &editions[i].pack, err);
    }
    if (status == RP_OK && count > 0 && !add_editions(index, editions, count)) {
        status = RP_E_MEMORY;
    }
    return status == RP_OK
               ? RP_OK
               : rp_fail(err, status, "no memory to search the handbook");
}

static rp_status add_pack(rp_app *app, search_index *index, const char *folder,
                          rp_error *err)
{
    rp_loaded loaded;
    rp_status status =
        rp_app_load_pack(&app->options, folder, app->alloc, &loaded, err);

    if (status == RP_OK && loaded.document != NULL) {
        status = read_editions(index, loaded.document, err);
    }
    rp_loaded_clear(&loaded);
    return status == RP_E_MEMORY ? status : RP_OK;
}

/* The folder a scenario lies in; the library lists pack by pack. */
static size_t folder_length(const char *path)
{
    const char *slash = strrchr(path, '/');

    return slash != NULL ? (size_t)(slash - path) : 0;
}

static rp_status add_packs(rp_app *app, search_index *index, rp_error *err)
{
    const library *all = app->library;
    const char *last = "";
    rp_status status = RP_OK;

    for (uint32_t i = 0; status == RP_OK && i < all->count; i++) {
        const char *path = all->entries[i].file.path;
        size_t length = folder_length(path);
        if (length == 0 ||
            (strlen(last) == length && memcmp(last, path, length) == 0)) {
            continue;
        }
        last = rp_arena_copy(&index->arena, path, length);
        status = last == NULL ? rp_fail(err, RP_E_MEMORY, "no memory to search")
                              : add_pack(app, index, last, err);
    }
    return status;
}

rp_status search_index_make(rp_app *app, search_index *index, rp_error *err)
{
    rp_status status = RP_OK;

    *index = (search_index){.letters = folding_open()};
    rp_arena_init(&index->arena, app->alloc);
    for (uint32_t i = 0; status == RP_OK && i < app->library->count; i++) {
        status = add_scenario(app, index, i, err);
    }
    if (status == RP_OK) {
        status = add_packs(app, index, err);
    }
    index->is_made = status == RP_OK;
    if (status != RP_OK) {
        search_index_clear(index);
    }
    return status;
}

void search_index_clear(search_index *index)
{
    folding_close(&index->letters);
    rp_arena_clear(&index->arena);
    *index = (search_index){.is_made = false};
}
