/*
 * What two documents differ in. Both are taken apart into details, parts get
 * their counterparts, and every detail is held against its own.
 */
#include <stdlib.h>
#include <string.h>

#include "author.h"

const char *const rp_change_names[RP_CHANGE_KINDS] = {
    [RP_CHANGE_ADDED] = "added",     [RP_CHANGE_GONE] = "gone",
    [RP_CHANGE_RENAMED] = "renamed", [RP_CHANGE_REWORDED] = "reworded",
    [RP_CHANGE_MOVED] = "moved",     [RP_CHANGE_REORDERED] = "reordered",
    [RP_CHANGE_CHANGED] = "changed",
};

/* A change on its way, and where it stands in the list. */
typedef struct placed {
    rp_change change;
    uint64_t place;
} placed;

typedef struct comparing {
    diff_side before;
    diff_side after;
    placed *items; /* room for every detail of both */
    uint32_t count;
} comparing;

/* ------------------------------------------------------- renamed in a value */

static bool is_name_byte(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' ||
           c == '-';
}

/* Bytes of the name at `text`; of anything else 1. */
static size_t piece_length(const char *text)
{
    size_t length = 0;

    while (is_name_byte(text[length])) {
        length++;
    }
    return length > 0 ? length : 1;
}

static bool is_piece(const char *text, size_t length, const char *name)
{
    return strlen(name) == length && memcmp(text, name, length) == 0;
}

/* True where some part of this name was renamed to that one. */
static bool was_renamed(const diff_side *before, const char *old,
                        const char *new)
{
    size_t old_length = piece_length(old);
    size_t new_length = piece_length(new);

    for (uint32_t i = 0; i < before->details.count; i++) {
        const diff_part *part = &before->parts[i];
        if (part->is_renamed &&
            is_piece(old, old_length, diff_own_name(part->detail)) &&
            is_piece(new, new_length, diff_own_name(part->other->detail))) {
            return true;
        }
    }
    return false;
}

bool diff_is_renaming(const diff_side *before, const char *old,
                      const char *value)
{
    while (*old != '\0' && *value != '\0') {
        size_t old_length = piece_length(old);
        size_t new_length = piece_length(value);
        bool is_same =
            old_length == new_length && memcmp(old, value, old_length) == 0;
        if (!is_same && !was_renamed(before, old, value)) {
            return false;
        }
        old += old_length;
        value += new_length;
    }
    return *old == *value;
}

/* ------------------------------------------------------------------ order */

/* True where the list "a, b" holds the name at `text`. */
static bool list_holds(const char *list, const char *text, size_t length)
{
    while (*list != '\0') {
        size_t other = strcspn(list, ",");
        if (other == length && memcmp(list, text, length) == 0) {
            return true;
        }
        list += other + strspn(list + other, ", ");
    }
    return false;
}

/* The next name of `*list` that `other` holds too; 0: there is none left. */
static size_t next_shared(const char **list, const char *other,
                          const char **name)
{
    while (**list != '\0') {
        size_t length = strcspn(*list, ",");
        *name = *list;
        *list += length + strspn(*list + length, ", ");
        if (list_holds(other, *name, length)) {
            return length;
        }
    }
    return 0;
}

/* What is in both lists stands in the same order in both. */
static bool is_same_order(const char *old, const char *new)
{
    const char *old_rest = old;
    const char *new_rest = new;
    const char *old_name = NULL;
    const char *new_name = NULL;
    size_t length = next_shared(&old_rest, new, &old_name);

    while (length > 0) {
        if (next_shared(&new_rest, old, &new_name) != length ||
            memcmp(old_name, new_name, length) != 0) {
            return false;
        }
        length = next_shared(&old_rest, new, &old_name);
    }
    return true;
}

/* ---------------------------------------------------------------- changes */

static void put(comparing *c, uint64_t place, rp_change change)
{
    c->items[c->count] = (placed){change, place << 32 | c->count};
    c->count++;
}

static rp_change change_of(rp_change_kind kind, const rp_detail *detail)
{
    return (rp_change){.kind = kind,
                       .object = detail->object,
                       .part = detail->part,
                       .key = detail->key,
                       .language = detail->language};
}

static bool is_equal(const comparing *c, const rp_detail *old,
                     const rp_detail *new)
{
    if (strcmp(old->value, new->value) == 0) {
        return true;
    }
    if (new->sort == RP_DETAIL_ORDER) {
        return is_same_order(old->value, new->value);
    }
    return new->sort != RP_DETAIL_TEXT &&diff_is_renaming(
                            &c->before, old->value, new->value);
}

static void compare_values(comparing *c, const rp_detail *new,
                           const diff_part *part)
{
    static const rp_change_kind kinds[] = {
        [RP_DETAIL_PART] = RP_CHANGE_CHANGED,
        [RP_DETAIL_ORDER] = RP_CHANGE_REORDERED,
        [RP_DETAIL_TEXT] = RP_CHANGE_REWORDED,
        [RP_DETAIL_ROUTE] = RP_CHANGE_MOVED,
        [RP_DETAIL_RULE] = RP_CHANGE_CHANGED,
    };
    uint64_t place = (uint64_t)(part->detail - c->after.details.items);
    const rp_detail *old =
        diff_find(&c->before, new, part->other->detail->part);

    if (old != NULL && is_equal(c, old, new)) {
        return;
    }
    /* That a list of names is there follows from what is in it. */
    if (old == NULL && new->sort == RP_DETAIL_ORDER) {
        return;
    }
    rp_change change =
        change_of(old != NULL ? kinds[new->sort] : RP_CHANGE_ADDED, new);
    change.before = old != NULL ? old->value : NULL;
    change.after = new->value;
    put(c, place, change);
}

/* The first text of a part, for people to know it by; NULL: it has none. */
static const char *first_text(const diff_side *side, const rp_detail *part)
{
    const rp_detail *end = side->details.items + side->details.count;

    for (const rp_detail *at = part; at < end; at++) {
        if (at->sort == RP_DETAIL_TEXT && strcmp(at->part, part->part) == 0) {
            return at->value;
        }
    }
    return NULL;
}

static uint32_t count_within(const diff_side *side, const rp_detail *part)
{
    uint32_t count = 0;

    for (uint32_t i = 0; i < side->details.count; i++) {
        const rp_detail *other = side->parts[i].detail;
        size_t length = strlen(part->part);
        count += other != NULL &&
                 strncmp(other->part, part->part, length) == 0 &&
                 other->part[length] == '/';
    }
    return count;
}

/* A part without a counterpart: it came, or it went. */
static rp_change change_of_part(const diff_side *side, const diff_part *part,
                                rp_change_kind kind)
{
    const diff_part *up = diff_part_find(side, part->detail->up);
    rp_change change = change_of(kind, part->detail);

    change.within = count_within(side, part->detail);
    change.is_within = up != NULL && up->other == NULL;
    return change;
}

static void look_at_new(comparing *c, uint32_t i)
{
    const rp_detail *detail = &c->after.details.items[i];
    const diff_part *part = diff_part_find(&c->after, detail->part);

    if (part->other != NULL && detail->sort != RP_DETAIL_PART) {
        compare_values(c, detail, part);
    } else if (detail->sort == RP_DETAIL_PART && part->other == NULL) {
        rp_change added = change_of_part(&c->after, part, RP_CHANGE_ADDED);
        added.after = first_text(&c->after, detail);
        put(c, i, added);
    } else if (detail->sort == RP_DETAIL_PART && part->is_renamed) {
        rp_change renamed = change_of(RP_CHANGE_RENAMED, detail);
        renamed.before = part->other->detail->part;
        renamed.after = detail->part;
        put(c, i, renamed);
    }
}

static void look_at_old(comparing *c, uint32_t i)
{
    const rp_detail *detail = &c->before.details.items[i];
    const diff_part *part = diff_part_find(&c->before, detail->part);
    const diff_part *other = part->other;

    if (other == NULL && detail->sort == RP_DETAIL_PART) {
        rp_change gone = change_of_part(&c->before, part, RP_CHANGE_GONE);
        gone.before = first_text(&c->before, detail);
        put(c, (uint64_t)c->after.details.count + i, gone);
    } else if (other != NULL && detail->sort != RP_DETAIL_ORDER &&
               diff_find(&c->after, detail, other->detail->part) == NULL) {
        rp_change gone = change_of(RP_CHANGE_GONE, detail);
        gone.part = other->detail->part;
        gone.before = detail->value;
        put(c, (uint64_t)(other->detail - c->after.details.items), gone);
    }
}

static int compare_places(const void *a, const void *b)
{
    const placed *left = a;
    const placed *right = b;

    return (left->place > right->place) - (left->place < right->place);
}

static rp_status hand_over(comparing *c, rp_arena *arena, rp_changes *changes,
                           rp_error *err)
{
    rp_change *items = rp_arena_take(arena, c->count + 1U, sizeof *items);

    if (items == NULL) {
        return author_no_memory(err);
    }
    qsort(c->items, c->count, sizeof *c->items, compare_places);
    for (uint32_t i = 0; i < c->count; i++) {
        items[i] = c->items[i].change;
    }
    *changes = (rp_changes){.items = items, .count = c->count};
    return RP_OK;
}

rp_status rp_diff_documents(const rp_document *before, const rp_document *after,
                            rp_arena *arena, rp_changes *changes, rp_error *err)
{
    comparing c = {.count = 0};
    rp_status status = diff_side_open(&c.before, before, arena, err);

    if (status == RP_OK) {
        status = diff_side_open(&c.after, after, arena, err);
    }
    if (status == RP_OK) {
        status = diff_match(&c.before, &c.after, arena, err);
    }
    if (status != RP_OK) {
        return status;
    }
    size_t most = (size_t)c.before.details.count + c.after.details.count;
    c.items = rp_arena_take(arena, most, sizeof *c.items);
    if (c.items == NULL) {
        return author_no_memory(err);
    }
    for (uint32_t i = 0; i < c.after.details.count; i++) {
        look_at_new(&c, i);
    }
    for (uint32_t i = 0; i < c.before.details.count; i++) {
        look_at_old(&c, i);
    }
    return hand_over(&c, arena, changes, err);
}
