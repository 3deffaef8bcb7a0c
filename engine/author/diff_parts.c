/*
 * Whose counterpart a part is. Names decide; where a name vanished and
 * another came in the same place, likeness does.
 */
#include <stdlib.h>
#include <string.h>

#include "author.h"

enum {
    ALIKE_PERCENT = 50 /* from here on a part is perhaps the other, renamed */
};

/* ------------------------------------------------------------------ sides */

static int compare_texts(const char *a, const char *b)
{
    return strcmp(a != NULL ? a : "", b != NULL ? b : "");
}

static int compare_details(const rp_detail *a, const rp_detail *b)
{
    int order = strcmp(a->part, b->part);

    order = order != 0 ? order : strcmp(a->key, b->key);
    return order != 0 ? order : compare_texts(a->language, b->language);
}

static int compare_entries(const void *a, const void *b)
{
    const diff_entry *left = a;
    const diff_entry *right = b;

    return compare_details(left->detail, right->detail);
}

static int compare_wanted(const void *wanted, const void *item)
{
    const diff_entry *right = item;

    return compare_details(wanted, right->detail);
}

rp_status diff_side_open(diff_side *side, const rp_document *document,
                         rp_arena *arena, rp_error *err)
{
    rp_status status =
        rp_document_details(document, arena, &side->details, err);
    uint32_t count = side->details.count;

    if (status != RP_OK) {
        return status;
    }
    side->sorted = rp_arena_take(arena, count, sizeof *side->sorted);
    side->parts = rp_arena_take(arena, count, sizeof *side->parts);
    if (side->sorted == NULL || side->parts == NULL) {
        return author_no_memory(err);
    }
    for (uint32_t i = 0; i < count; i++) {
        const rp_detail *detail = &side->details.items[i];
        side->sorted[i].detail = detail;
        if (detail->sort == RP_DETAIL_PART) {
            side->parts[i].detail = detail;
        }
    }
    qsort(side->sorted, count, sizeof *side->sorted, compare_entries);
    return RP_OK;
}

const rp_detail *diff_find(const diff_side *side, const rp_detail *like,
                           const char *part)
{
    rp_detail wanted = *like;

    wanted.part = part;
    const diff_entry *found =
        bsearch(&wanted, side->sorted, side->details.count,
                sizeof *side->sorted, compare_wanted);
    return found != NULL ? found->detail : NULL;
}

diff_part *diff_part_find(const diff_side *side, const char *name)
{
    const rp_detail *found = diff_find(side, &(rp_detail){.key = ""}, name);

    return found != NULL ? &side->parts[found - side->details.items] : NULL;
}

const char *diff_own_name(const rp_detail *part)
{
    size_t length = strlen(part->up);
    const char *colon = strchr(part->part, ':');

    if (length > 0 && strncmp(part->part, part->up, length) == 0 &&
        part->part[length] == '/') {
        return part->part + length + 1;
    }
    return colon != NULL ? colon + 1 : part->part;
}

/* --------------------------------------------------------------- likeness */

/* Words and values of a part, as hashes in order. */
typedef struct bag {
    uint64_t *items;
    uint32_t count;
} bag;

static bool lies_in(const char *part, const char *up)
{
    size_t length = strlen(up);

    return strncmp(part, up, length) == 0 &&
           (part[length] == '\0' || part[length] == '/');
}

/* A word of Latin letters and digits, or any other character alone. */
static size_t next_word(const char *text, size_t *skipped)
{
    uint32_t code = 0;

    *skipped = strcspn(text, "abcdefghijklmnopqrstuvwxyz"
                             "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
                             "\xE4\xE5\xE6\xE7\xE8\xE9");
    text += *skipped;
    size_t length = strspn(text, "abcdefghijklmnopqrstuvwxyz"
                                 "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789");
    return length > 0 ? length : rp_utf8_next(text, strlen(text), &code);
}

/* Counts the words of a value, and puts them where `into` has room. */
static uint32_t put_words(const rp_detail *detail, uint64_t *into)
{
    uint32_t count = 0;
    size_t skipped = 0;
    const char *text = detail->value;
    size_t length = next_word(text, &skipped);

    while (length > 0) {
        if (into != NULL) {
            into[count] = rp_fnv1a(text + skipped, length);
        }
        count++;
        text += skipped + length;
        length = next_word(text, &skipped);
    }
    return count;
}

static uint64_t hash_rule(const rp_detail *detail)
{
    return rp_fnv1a(detail->key, strlen(detail->key)) ^
           rp_fnv1a(detail->value, strlen(detail->value));
}

static uint32_t put_detail(const rp_detail *detail, uint64_t *into)
{
    if (detail->sort == RP_DETAIL_TEXT) {
        return put_words(detail, into);
    }
    if (detail->sort == RP_DETAIL_PART) {
        return 0;
    }
    if (into != NULL) {
        *into = hash_rule(detail);
    }
    return 1;
}

static int compare_hashes(const void *a, const void *b)
{
    const uint64_t *left = a;
    const uint64_t *right = b;

    return (*left > *right) - (*left < *right);
}

static bool fill_bag(const diff_side *side, const char *part, rp_arena *arena,
                     bag *out)
{
    uint32_t count = 0;

    *out = (bag){0};
    for (uint32_t i = 0; i < side->details.count; i++) {
        const rp_detail *detail = &side->details.items[i];
        count += lies_in(detail->part, part) ? put_detail(detail, NULL) : 0;
    }
    out->items = rp_arena_take(arena, count + 1U, sizeof *out->items);
    for (uint32_t i = 0; out->items != NULL && i < side->details.count; i++) {
        const rp_detail *detail = &side->details.items[i];
        if (lies_in(detail->part, part)) {
            out->count += put_detail(detail, out->items + out->count);
        }
    }
    if (out->count > 0) {
        qsort(out->items, out->count, sizeof *out->items, compare_hashes);
    }
    return out->items != NULL;
}

/* Dice's coefficient in per cent: twice what is in both, of what is in each. */
static uint32_t likeness(const bag *a, const bag *b)
{
    uint32_t shared = 0;
    uint32_t j = 0;

    for (uint32_t i = 0; i < a->count; i++) {
        while (j < b->count && b->items[j] < a->items[i]) {
            j++;
        }
        if (j < b->count && b->items[j] == a->items[i]) {
            shared++;
            j++;
        }
    }
    uint32_t all = a->count + b->count;
    return all > 0 ? 200 * shared / all : 0;
}

/* --------------------------------------------------------------- matching */

typedef struct matching {
    diff_side *before;
    diff_side *after;
    rp_arena scratch;
    bool refused;
} matching;

static void join(diff_part *old, diff_part *new, bool is_renamed)
{
    old->other = new;
    new->other = old;
    old->is_renamed = is_renamed;
    new->is_renamed = is_renamed;
}

static bool is_same_name(const diff_part *old, const diff_part *new)
{
    return strcmp(diff_own_name(old->detail), diff_own_name(new->detail)) == 0;
}

/* In the same place, and nobody's counterpart yet. */
static bool is_candidate(const matching *m, const diff_part *old,
                         const diff_part *new)
{
    const diff_part *up = diff_part_find(m->before, old->detail->up);

    return new->detail != NULL &&new->other ==
               NULL &&strcmp(old->detail->object, new->detail->object) == 0 &&
           up != NULL &&
           up->other !=
               NULL &&strcmp(up->other->detail->part, new->detail->up) == 0;
}

static void match_by_name(matching *m, diff_part *old)
{
    for (uint32_t i = 0; i < m->after->details.count; i++) {
        diff_part *new = &m->after->parts[i];
        if (new->detail != NULL && is_same_name(old, new) &&
            is_candidate(m, old, new)) {
            join(old, new, false);
            return;
        }
    }
}

/* Names are given away first: whoever has one keeps it. */
static bool has_namesake(const matching *m, const diff_part *new)
{
    const diff_part *up = diff_part_find(m->after, new->detail->up);

    for (uint32_t i = 0; i < m->before->details.count; i++) {
        const diff_part *old = &m->before->parts[i];
        if (old->detail != NULL && old->other == NULL && up->other != NULL &&
            strcmp(old->detail->object, new->detail->object) == 0 &&
            strcmp(old->detail->up, up->other->detail->part) == 0 &&
            is_same_name(old, new)) {
            return true;
        }
    }
    return false;
}

/* Fact sets have no names that could change: their place is all there is. */
static bool has_written_name(const diff_part *part)
{
    return strncmp(part->detail->part, "facts:", strlen("facts:")) != 0;
}

static void match_by_likeness(matching *m, diff_part *old)
{
    uint32_t best = ALIKE_PERCENT - 1;
    diff_part *found = NULL;
    bag own;
    bag other;

    rp_arena_reset(&m->scratch);
    m->refused = m->refused ||
                 !fill_bag(m->before, old->detail->part, &m->scratch, &own);
    for (uint32_t i = 0; !m->refused && i < m->after->details.count; i++) {
        diff_part *new = &m->after->parts[i];
        if (!is_candidate(m, old, new) || has_namesake(m, new)) {
            continue;
        }
        m->refused =
            !fill_bag(m->after, new->detail->part, &m->scratch, &other);
        uint32_t alike = m->refused ? 0 : likeness(&own, &other);
        if (alike > best) {
            best = alike;
            found = new;
        }
    }
    if (found != NULL) {
        join(old, found, true);
    }
}

rp_status diff_match(diff_side *before, diff_side *after, rp_arena *arena,
                     rp_error *err)
{
    matching m = {.before = before, .after = after};

    rp_arena_init(&m.scratch, arena->alloc);
    join(diff_part_find(before, ""), diff_part_find(after, ""), false);
    /* What a part lies in stands before it, so it has been judged already. */
    for (uint32_t i = 0; i < before->details.count; i++) {
        diff_part *old = &before->parts[i];
        if (old->detail == NULL || old->other != NULL) {
            continue;
        }
        match_by_name(&m, old);
        if (old->other == NULL && has_written_name(old)) {
            match_by_likeness(&m, old);
        }
    }
    rp_arena_clear(&m.scratch);
    return m.refused ? author_no_memory(err) : RP_OK;
}
