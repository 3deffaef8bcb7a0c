/*
 * Which text has its entry in which PO file, and whether the entry names its
 * place. What a translator has done before decides first; after that a text
 * that is said in several places is translated once.
 */
#include <stdlib.h>
#include <string.h>

#include "author.h"

/* One text of one scenario that no entry names the place of. */
typedef struct loose_text {
    const char *text;
    uint32_t file; /* from 1; 0 is the pack's */
} loose_text;

/* All of them, in the order of their text and file. */
typedef struct loose_texts {
    loose_text *items;
    uint32_t count;
} loose_texts;

const po_entry *po_entry_at(const po_file *file, uint32_t index)
{
    const po_entry *entries = file->list.items;

    return &entries[index];
}

bool po_holds(const rp_mo *catalog, const po_entry *entry)
{
    return catalog->bytes != NULL &&
           rp_mo_find(catalog, entry->context, entry->text) != NULL;
}

/* "pack" and "pack/...": said by pack.lua, whatever scenario was loaded. */
static bool is_of_pack(const char *context)
{
    return strncmp(context, "pack", 4) == 0 &&
           (context[4] == '\0' || context[4] == '/');
}

/* ---------------------------------------------------------------- count */

static int compare_loose(const void *a, const void *b)
{
    const loose_text *left = a;
    const loose_text *right = b;
    int order = strcmp(left->text, right->text);

    return order != 0 ? order
                      : (left->file > right->file) - (left->file < right->file);
}

static bool names_its_place(const po_file *files, uint32_t file,
                            const po_entry *entry)
{
    return po_holds(&files[file].loose, entry) ||
           po_holds(&files[0].loose, entry);
}

/* Those of one scenario; the list has room for all. */
static void add_loose(const po_file *files, uint32_t file, loose_texts *list)
{
    const rp_translation_part *part = files[file].part;

    for (uint32_t i = 0; i < part->count; i++) {
        const rp_written *text = &part->texts[i];
        po_entry entry = {text->context, text->text, text->key};
        if (!is_of_pack(text->context) &&
            !names_its_place(files, file, &entry)) {
            list->items[list->count++] = (loose_text){text->text, file};
        }
    }
}

static bool list_loose(const po_file *files, uint32_t count, rp_arena *arena,
                       loose_texts *list)
{
    size_t most = 1;

    for (uint32_t i = 1; i < count; i++) {
        most += files[i].part->count;
    }
    list->items = rp_arena_take(arena, most, sizeof *list->items);
    for (uint32_t i = 1; list->items != NULL && i < count; i++) {
        add_loose(files, i, list);
    }
    if (list->items != NULL && list->count > 1) {
        qsort(list->items, list->count, sizeof *list->items, compare_loose);
    }
    return list->items != NULL;
}

static uint32_t first_not_before(const loose_texts *list, loose_text wanted)
{
    uint32_t low = 0;
    uint32_t high = list->count;

    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (compare_loose(&list->items[middle], &wanted) < 0) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

/* How often `text` stands in one scenario. */
static uint32_t count_in(const loose_texts *list, const char *text,
                         uint32_t file)
{
    return first_not_before(list, (loose_text){text, file + 1}) -
           first_not_before(list, (loose_text){text, file});
}

static bool stands_in_several(const loose_texts *list, const char *text)
{
    uint32_t from = first_not_before(list, (loose_text){text, 0});
    uint32_t to = first_not_before(list, (loose_text){text, UINT32_MAX});

    return to > from + 1 && list->items[from].file != list->items[to - 1].file;
}

/* ----------------------------------------------------------------- plan */

static bool add_entry(po_file *to, po_entry entry, rp_arena *arena)
{
    for (uint32_t i = to->list.count; i > 0; i--) {
        const po_entry *known = po_entry_at(to, i - 1);
        if (strcmp(known->text, entry.text) == 0 &&
            author_is_same(known->context, entry.context)) {
            return true;
        }
    }
    po_entry *room = author_room(&to->list, sizeof *room, arena);
    if (room != NULL) {
        *room = entry;
    }
    return room != NULL;
}

/* True where the pack's file has been the scenario's so far: a small pack. */
static bool lives_in_pack(const po_file *files, uint32_t file)
{
    const rp_mo *catalog = &files[0].loose;
    const char *id = files[file].part->scenario;
    size_t length = strlen(id);

    if (files[file].part->old != NULL || catalog->bytes == NULL) {
        return false;
    }
    for (uint32_t i = 0; i < catalog->count; i++) {
        const char *key = rp_mo_key(catalog, i);
        if (key != NULL && strncmp(key, id, length) == 0 &&
            (key[length] == '/' || key[length] == '\4')) {
            return true;
        }
    }
    return false;
}

/* The file the entry goes to; `entry` loses its context where it shares. */
static uint32_t home_of(const po_file *files, uint32_t file,
                        const loose_texts *list, po_entry *entry)
{
    const po_entry anywhere = {NULL, entry->text, entry->key};

    if (po_holds(&files[file].loose, entry)) {
        return file;
    }
    if (po_holds(&files[0].loose, entry)) {
        return 0;
    }
    if (po_holds(&files[0].loose, &anywhere) ||
        stands_in_several(list, entry->text)) {
        *entry = anywhere;
        return 0;
    }
    if (po_holds(&files[file].loose, &anywhere) ||
        count_in(list, entry->text, file) > 1) {
        *entry = anywhere;
    }
    return lives_in_pack(files, file) ? 0 : file;
}

static bool plan_scenario(po_file *files, uint32_t file,
                          const loose_texts *list, rp_arena *arena)
{
    const rp_translation_part *part = files[file].part;

    for (uint32_t i = 0; i < part->count; i++) {
        po_entry entry = {part->texts[i].context, part->texts[i].text,
                          part->texts[i].key};
        if (is_of_pack(entry.context)) {
            continue;
        }
        uint32_t home = home_of(files, file, list, &entry);
        if (!add_entry(&files[home], entry, arena)) {
            return false;
        }
    }
    return true;
}

bool po_plan(po_file *files, uint32_t count, rp_arena *arena)
{
    const rp_translation_part *pack = files[0].part;
    loose_texts list = {NULL, 0};
    bool is_planned = list_loose(files, count, arena, &list);

    for (uint32_t i = 0; is_planned && i < pack->count; i++) {
        is_planned =
            add_entry(&files[0],
                      (po_entry){pack->texts[i].context, pack->texts[i].text,
                                 pack->texts[i].key},
                      arena);
    }
    for (uint32_t i = 1; is_planned && i < count; i++) {
        is_planned = plan_scenario(files, i, &list, arena);
    }
    return is_planned;
}
