/*
 * Which cards the library shows: what is typed, and four filters. Made again
 * only when something of that has changed, so that a frame costs the same for
 * ten thousand cards as for ten.
 */
#include <string.h>

#include "library.h"

static const rp_channel phone[] = {RP_PHONE, RP_CALLBACK};
static const rp_channel face[] = {RP_COUNTER, RP_VISIT};
static const rp_channel online[] = {RP_CHAT, RP_EMAIL, RP_SOCIAL, RP_VIDEO};

static bool is_one_of(rp_channel channel, const rp_channel *all, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (all[i] == channel) {
            return true;
        }
    }
    return false;
}

library_group library_group_of(rp_channel channel)
{
    if (is_one_of(channel, phone, sizeof phone / sizeof *phone)) {
        return GROUP_PHONE;
    }
    if (is_one_of(channel, face, sizeof face / sizeof *face)) {
        return GROUP_FACE;
    }
    return is_one_of(channel, online, sizeof online / sizeof *online)
               ? GROUP_ONLINE
               : GROUP_OTHER;
}

int library_level_of(const rp_card *card)
{
    if (card->difficulty == 0) {
        return 0;
    }
    return card->difficulty <= 1 ? 1 : card->difficulty <= 3 ? 2 : 3;
}

library_status library_status_of(const rp_card *card)
{
    if (card->is_broken) {
        return STATUS_BROKEN;
    }
    if (card->attempts == 0) {
        return STATUS_NEW;
    }
    return card->was_passed ? STATUS_PASSED : STATUS_TRIED;
}

bool library_passes(const library_filter *filter, const rp_card *card)
{
    return (filter->group == GROUP_ALL ||
            filter->group == (int)library_group_of(card->channel)) &&
           (filter->chapter == 0 || filter->chapter == card->chapter) &&
           (filter->level == 0 || filter->level == library_level_of(card)) &&
           (filter->status == STATUS_ANY ||
            filter->status == (int)library_status_of(card));
}

bool library_is_open(const library_filter *filter)
{
    return filter->group == GROUP_ALL && filter->chapter == 0 &&
           filter->level == 0 && filter->status == STATUS_ANY;
}

void library_sieve_clear(library_sieve *sieve)
{
    if (sieve->alloc.resize != NULL) {
        (void)sieve->alloc.resize(sieve->alloc.user, sieve->items, 0);
    }
    *sieve = (library_sieve){.alloc = sieve->alloc};
}

static bool make_room(library_sieve *sieve, uint32_t count)
{
    if (count <= sieve->capacity) {
        return true;
    }
    library_item *more = sieve->alloc.resize(sieve->alloc.user, sieve->items,
                                             count * sizeof *more);
    if (more == NULL) {
        return false;
    }
    sieve->items = more;
    sieve->capacity = count;
    return true;
}

static void add(library_sieve *sieve, const library_filter *filter,
                const rp_library_view *from, library_item item)
{
    if (library_passes(filter, &from->cards[item.card])) {
        sieve->items[sieve->count++] = item;
    }
}

/* The card of a scenario; the count where it is none. */
static uint32_t card_of(const rp_library_view *from, const char *path)
{
    for (uint32_t i = 0; i < from->card_count; i++) {
        if (strcmp(from->cards[i].path, path) == 0) {
            return i;
        }
    }
    return from->card_count;
}

static bool is_same(const library_sieve *sieve, const rp_view *view,
                    const library_kept *kept)
{
    return sieve->version == view->version &&
           strcmp(sieve->query, kept->query) == 0 &&
           memcmp(&sieve->filter, &kept->filter, sizeof kept->filter) == 0;
}

/* What the search found, in its order. */
static void add_hits(library_sieve *sieve, const library_filter *filter,
                     const rp_view *view)
{
    const rp_library_view *from = &view->library;

    for (uint32_t i = 0; i < view->search.hit_count; i++) {
        uint32_t card = card_of(from, view->search.hits[i].path);
        if (card < from->card_count && sieve->count < sieve->capacity) {
            add(sieve, filter, from, (library_item){card, i});
        }
    }
}

void library_sift(library_sieve *sieve, const rp_view *view,
                  const library_kept *kept)
{
    const rp_library_view *from = &view->library;
    bool is_asked = kept->query[0] != '\0';

    if (is_same(sieve, view, kept)) {
        return;
    }
    sieve->count = 0;
    sieve->version = view->version;
    memcpy(sieve->query, kept->query, sizeof sieve->query);
    sieve->filter = kept->filter;
    if (!make_room(sieve, from->card_count)) {
        return;
    }
    if (!is_asked) {
        for (uint32_t i = 0; i < from->card_count; i++) {
            add(sieve, &kept->filter, from, (library_item){i, LIBRARY_NO_HIT});
        }
    } else if (library_is_answered(view, kept)) {
        add_hits(sieve, &kept->filter, view);
    }
}

bool library_is_answered(const rp_view *view, const library_kept *kept)
{
    return view->search.kinds == 1U << RP_HIT_SCENARIO &&
           strcmp(view->search.query, kept->query) == 0;
}
