/*
 * Searching: the words of a query against the lines of the index. A line fits
 * when all words stand in it; a card also when they stand in its title,
 * customer and situation together.
 */
#include "search.h"

#include <stdlib.h>
#include <string.h>

enum {
    WORDS_MAX = 8,
    HITS_USUAL = 20,
    RANK_NONE = 1000,
    RANK_OTHER_LANGUAGE = 1, /* added; places stand 10 apart */
    RANK_STEP = 10,
    SNIPPET_BEFORE = 24, /* code points around what was found */
    SNIPPET_AFTER = 64
};

/* What is looked for, and in which language it is shown. */
typedef struct seeker {
    rp_app *app;
    const search_index *index;
    rp_arena *arena;
    const char *language;
    uint32_t word_count;
    const char *words[WORDS_MAX];
} seeker;

/* How well an item fits, and by which line. */
typedef struct fitting {
    uint32_t item;
    uint32_t rank; /* less is better */
    uint32_t line;
} fitting;

static void split_words(seeker *by, char *text)
{
    char *rest = NULL;

    for (char *word = strtok_r(text, " ", &rest);
         word != NULL && by->word_count < WORDS_MAX;
         word = strtok_r(NULL, " ", &rest)) {
        by->words[by->word_count++] = word;
    }
}

static bool has_all(const seeker *by, const search_line *line)
{
    for (uint32_t i = 0; i < by->word_count; i++) {
        if (strstr(line->folded, by->words[i]) == NULL) {
            return false;
        }
    }
    return true;
}

static uint32_t rank_of(const seeker *by, const search_line *line)
{
    uint32_t rank = (uint32_t)line->place * RANK_STEP + RANK_STEP;
    bool starts =
        line->place == SEARCH_TITLE &&
        strncmp(line->folded, by->words[0], strlen(by->words[0])) == 0;

    rank -= starts ? RANK_STEP / 2 : 0;
    return strcmp(line->language, by->language) == 0
               ? rank
               : rank + RANK_OTHER_LANGUAGE;
}

/* True where each word is on the card in the language of `line`. */
static bool card_has_all(const seeker *by, const search_item *item,
                         const search_line *line)
{
    for (uint32_t w = 0; w < by->word_count; w++) {
        bool is_found = false;
        for (uint32_t i = 0; !is_found && i < item->count; i++) {
            const search_line *other = &by->index->lines[item->first + i];
            is_found = other->place <= SEARCH_SITUATION &&
                       strcmp(other->language, line->language) == 0 &&
                       strstr(other->folded, by->words[w]) != NULL;
        }
        if (!is_found) {
            return false;
        }
    }
    return true;
}

/* "7.1" finds the section, and its behaviours, by their numbers. */
static bool is_number(const seeker *by, const search_item *item,
                      const search_line *line)
{
    bool has_number =
        item->kind == RP_HIT_SECTION || item->kind == RP_HIT_BEHAVIOUR;

    return has_number && line->place == SEARCH_TITLE && by->word_count == 1 &&
           strncmp(item->id, by->words[0], strlen(by->words[0])) == 0;
}

static fitting fit_item(const seeker *by, uint32_t at)
{
    const search_item *item = &by->index->items[at];
    fitting best = {.item = at, .rank = RANK_NONE};

    for (uint32_t i = item->first; i < item->first + item->count; i++) {
        const search_line *line = &by->index->lines[i];
        bool is_card =
            item->kind == RP_HIT_SCENARIO && line->place == SEARCH_SITUATION;
        bool fits = has_all(by, line) || is_number(by, item, line) ||
                    (is_card && card_has_all(by, item, line));
        uint32_t rank = fits ? rank_of(by, line) : RANK_NONE;
        if (rank < best.rank) {
            best.rank = rank;
            best.line = i;
        }
    }
    return best;
}

/* --------------------------------------------------------------- snippets */

/* Bytes of the first `codes` code points. */
static size_t bytes_of(const char *text, size_t codes)
{
    size_t at = 0;
    uint32_t code = 0;

    for (; codes > 0 && text[at] != '\0'; codes--) {
        size_t taken = rp_utf8_next(text + at, strlen(text + at), &code);
        at += taken > 0 ? taken : 1;
    }
    return at;
}

static size_t codes_of(const char *text, size_t bytes)
{
    size_t codes = 0;

    for (size_t i = 0; i < bytes; i++) {
        codes += ((unsigned char)text[i] & 0xC0) != 0x80;
    }
    return codes;
}

/* From the middle of a Latin word on to the next. */
static size_t to_word(const char *text, size_t at)
{
    size_t next = at;

    while (next > 0 && text[next] > ' ' && next < at + SNIPPET_BEFORE / 2) {
        next++;
    }
    return text[next] == ' ' ? next + 1 : at;
}

/* The word of the query that stands first in the line; NULL: none does. */
static const char *first_word(const seeker *by, const search_line *line,
                              size_t *length)
{
    const char *first = NULL;

    for (uint32_t i = 0; i < by->word_count; i++) {
        const char *found = strstr(line->folded, by->words[i]);
        if (found != NULL && (first == NULL || found < first)) {
            first = found;
            *length = strlen(by->words[i]);
        }
    }
    return first;
}

static bool cut_snippet(const seeker *by, const search_line *line, rp_hit *hit)
{
    size_t length = 0;
    const char *found = first_word(by, line, &length);
    size_t codes = strlen(line->text);
    size_t at = 0;
    size_t found_codes = 0;

    if (found != NULL) {
        at = codes_of(line->folded, (size_t)(found - line->folded));
        found_codes = codes_of(found, length);
    }
    size_t from =
        at > SNIPPET_BEFORE
            ? to_word(line->text, bytes_of(line->text, at - SNIPPET_BEFORE))
            : 0;
    size_t start = bytes_of(line->text, at);
    size_t end = bytes_of(line->text, at + found_codes);
    size_t to = bytes_of(line->text, at + found_codes + SNIPPET_AFTER);
    from = from > start ? start : from;
    hit->snippet = rp_arena_format(by->arena, "%s%.*s%s", from > 0 ? "…" : "",
                                   (int)(to - from), line->text + from,
                                   to < codes ? "…" : "");
    size_t lead = from > 0 ? strlen("…") : 0;
    hit->from = (uint32_t)(start - from + lead);
    hit->to = (uint32_t)(end - from + lead);
    return hit->snippet != NULL;
}

/* ------------------------------------------------------------------- hits */

/* The item's title in the person's language, else in the first. */
static const char *title_of(const seeker *by, const search_item *item)
{
    const char *first = item->id;

    for (uint32_t i = item->count; i > 0; i--) {
        const search_line *line = &by->index->lines[item->first + i - 1];
        if (line->place != SEARCH_TITLE) {
            continue;
        }
        first = line->text;
        if (strcmp(line->language, by->language) == 0) {
            return line->text;
        }
    }
    return first;
}

static const char *where_of(const seeker *by, const search_item *item,
                            search_place place)
{
    static const char *const places[SEARCH_PLACES] = {
        [SEARCH_TITLE] = RP_WORD("Title"),
        [SEARCH_CUSTOMER] = RP_WORD("Customer"),
        [SEARCH_SITUATION] = RP_WORD("Situation"),
        [SEARCH_SAID] = RP_WORD("The customer says"),
        [SEARCH_REPLY] = RP_WORD("A reply"),
    };

    switch (item->kind) {
    case RP_HIT_SECTION:
        return rp_arena_format(by->arena, rp_tr(by->app, "Section %s"),
                               item->id);
    case RP_HIT_BEHAVIOUR:
        return rp_arena_format(by->arena, rp_tr(by->app, "Behaviour %s"),
                               item->id);
    case RP_HIT_SCENARIO: return rp_tr(by->app, places[place]);
    case RP_HIT_ATTEMPT:
    case RP_HIT_KINDS: break;
    }
    return "";
}

static bool make_hit(const seeker *by, const fitting *fit, rp_hit *hit)
{
    const search_item *item = &by->index->items[fit->item];
    const search_line *line = &by->index->lines[fit->line];
    bool is_scenario = item->kind == RP_HIT_SCENARIO;

    *hit = (rp_hit){
        .kind = item->kind,
        .id = item->id,
        .path =
            is_scenario ? by->app->library->entries[item->entry].file.path : "",
        .title = title_of(by, item),
        .where = where_of(by, item, line->place),
        .snippet = ""};
    bool is_whole = line->place == SEARCH_TITLE && line->text == hit->title;
    return hit->where != NULL && (is_whole || cut_snippet(by, line, hit));
}

static int compare_fits(const void *a, const void *b)
{
    const fitting *left = a;
    const fitting *right = b;

    if (left->rank != right->rank) {
        return left->rank < right->rank ? -1 : 1;
    }
    return left->item < right->item ? -1 : left->item > right->item;
}

/* Items of one kind that fit, the best first. */
static uint32_t fit_kind(const seeker *by, rp_hit_kind kind, fitting *fits)
{
    uint32_t count = 0;

    for (uint32_t i = 0; i < by->index->item_count; i++) {
        if (by->index->items[i].kind == kind) {
            fits[count] = fit_item(by, i);
            count += fits[count].rank < RANK_NONE;
        }
    }
    if (count > 1) {
        qsort(fits, count, sizeof *fits, compare_fits);
    }
    return count;
}

/* What is being filled: hits of all kinds, `max` of each. */
typedef struct hit_list {
    rp_hit *items;
    uint32_t count;
    uint32_t max;
    fitting *fits;
} hit_list;

static bool add_kind(const seeker *by, rp_hit_kind kind, hit_list *to)
{
    uint32_t count = fit_kind(by, kind, to->fits);

    count = count < to->max ? count : to->max;
    for (uint32_t i = 0; i < count; i++) {
        if (!make_hit(by, &to->fits[i], &to->items[to->count++])) {
            return false;
        }
    }
    return true;
}

/* The newest attempts at scenarios whose cards fit. */
static bool add_attempts(const seeker *by, hit_list *to)
{
    const search_index *index = by->index;
    const practice *past = &by->app->practice;
    uint32_t found = 0;

    for (uint32_t i = 0; i < past->count && found < to->max; i++) {
        const practised *one = &past->items[i];
        char hex[RP_STORE_ID_HEX_MAX];
        if (one->entry >= by->app->library->count ||
            fit_item(by, one->entry).rank >
                (SEARCH_SITUATION + 1) * RANK_STEP + RANK_OTHER_LANGUAGE) {
            continue;
        }
        rp_calendar at = rp_calendar_of(one->at_min);
        rp_hit *hit = &to->items[to->count++];
        *hit = (rp_hit){.kind = RP_HIT_ATTEMPT, .path = "", .snippet = ""};
        (void)rp_store_id_hex(&one->id, hex);
        hit->id = rp_arena_copy(by->arena, hex, strlen(hex));
        hit->title = title_of(by, &index->items[one->entry]);
        hit->where =
            rp_arena_format(by->arena, "%04d-%02d-%02d %02d:%02d", at.year,
                            at.month, at.day, at.hour, at.minute);
        if (hit->id == NULL || hit->where == NULL) {
            return false;
        }
        found++;
    }
    return true;
}

static bool find_all(const seeker *by, const rp_query *query, hit_list *to)
{
    uint32_t kinds = query->kinds != 0 ? query->kinds : ~0U;
    bool is_found = true;

    for (int kind = 0; is_found && kind <= RP_HIT_BEHAVIOUR; kind++) {
        is_found =
            (kinds >> kind & 1) == 0 || add_kind(by, (rp_hit_kind)kind, to);
    }
    if (is_found && (kinds >> RP_HIT_ATTEMPT & 1) != 0) {
        is_found = add_attempts(by, to);
    }
    return is_found;
}

static rp_status seek(seeker *by, const rp_query *query, rp_hits *hits,
                      rp_error *err)
{
    char *text = fold_text(&by->index->letters, by->arena, query->text);
    uint32_t max = query->max != 0 ? query->max : HITS_USUAL;
    uint32_t most = by->index->item_count + by->app->practice.count;
    hit_list to = {.max = max};

    to.items = rp_arena_take(by->arena, most + 1U, sizeof *to.items);
    to.fits =
        rp_arena_take(by->arena, by->index->item_count + 1U, sizeof *to.fits);
    if (text == NULL || to.items == NULL || to.fits == NULL) {
        return rp_fail(err, RP_E_MEMORY, "no memory to search");
    }
    split_words(by, text);
    if (by->word_count > 0 && !find_all(by, query, &to)) {
        return rp_fail(err, RP_E_MEMORY, "no memory to search");
    }
    *hits = (rp_hits){.count = to.count, .items = to.items};
    return RP_OK;
}

/* The index is made once, and anew where a pack has come since. */
static rp_status prepare(rp_app *app, rp_error *err)
{
    searching *state = app->searching;

    if (state == NULL) {
        state = app->alloc.resize(app->alloc.user, NULL, sizeof *state);
        if (state == NULL) {
            return rp_fail(err, RP_E_MEMORY, "no memory to search");
        }
        *state = (searching){.view = {.query = ""}};
        rp_arena_init(&state->arenas[0], app->alloc);
        rp_arena_init(&state->arenas[1], app->alloc);
        app->searching = state;
    }
    if (state->index.is_made && state->scenario_count == app->library->count) {
        return RP_OK;
    }
    if (state->index.is_made) {
        /* What is shown is borrowed from it. */
        state->view = (rp_search_view){.query = ""};
        app->view.search = state->view;
        search_index_clear(&state->index);
    }
    state->scenario_count = app->library->count;
    return search_index_make(app, &state->index, err);
}

rp_status rp_app_search(rp_app *app, const rp_query *query, rp_arena *arena,
                        rp_hits *hits, rp_error *err)
{
    rp_status status = prepare(app, err);

    if (status != RP_OK) {
        return status;
    }
    seeker by = {.app = app,
                 .index = &app->searching->index,
                 .arena = arena,
                 .language = app->settings.language};
    return seek(&by, query, hits, err);
}

rp_status search_ask(rp_app *app, const rp_query *query, rp_error *err)
{
    rp_hits hits = {0};
    rp_status status = prepare(app, err);

    if (status != RP_OK) {
        return status;
    }
    uint32_t spare = 1 - app->searching->shown;
    rp_arena *arena = &app->searching->arenas[spare];
    rp_arena_reset(arena);
    const char *asked = rp_arena_copy(arena, query->text, strlen(query->text));
    if (asked == NULL) {
        return rp_fail(err, RP_E_MEMORY, "no memory to search");
    }
    status = rp_app_search(app, query, arena, &hits, err);
    if (status == RP_OK) {
        app->searching->shown = spare;
        app->searching->view = (rp_search_view){.query = asked,
                                                .kinds = query->kinds,
                                                .hit_count = hits.count,
                                                .hits = hits.items};
    }
    return status;
}

const rp_search_view *search_shown(const rp_app *app)
{
    static const rp_search_view nothing = {.query = ""};

    return app->searching != NULL ? &app->searching->view : &nothing;
}

void search_close(rp_app *app)
{
    searching *state = app->searching;

    if (state != NULL) {
        if (state->index.is_made) {
            search_index_clear(&state->index);
        }
        rp_arena_clear(&state->arenas[0]);
        rp_arena_clear(&state->arenas[1]);
        (void)app->alloc.resize(app->alloc.user, state, 0);
        app->searching = NULL;
    }
}
