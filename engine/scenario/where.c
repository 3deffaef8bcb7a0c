/*
 * From the name of a thing to the place where its author declared it: for
 * those who judge a whole call and find fault with a part of it.
 */
#include <string.h>

#include "document.h"
#include "positions.h"
#include "scenario_internal.h"

enum {
    NAME_BYTES_MAX = 128
};

/* Lists that hold things of a name, and the list inside such a thing. */
static const struct level {
    const char *list;
    const char *below; /* NULL: nothing of a name is inside */
} levels[] = {
    {"turns", "replies"}, {"forms", "asks"}, {"asks", "answers"},
    {"replies", NULL},    {"answers", NULL}, {"endings", NULL},
    {"interrupts", NULL}, {"anytime", NULL}, {"examples", NULL},
};

/* Index of the item whose id or name is `name`; SIZE_MAX: none. */
static size_t find_item(const place *list, const char *name)
{
    for (size_t i = 0; i < place_count(list); i++) {
        place item = place_item(list, i);
        const char *known = name_of_item(item.value);
        if (known != NULL && strcmp(known, name) == 0) {
            return i;
        }
    }
    return SIZE_MAX;
}

/* Cuts the first word of "turn/reply" into `word`; returns the rest. */
static const char *cut_word(const char *subject, char word[NAME_BYTES_MAX])
{
    size_t length = strcspn(subject, "/");

    word[0] = '\0';
    if (length < NAME_BYTES_MAX) {
        memcpy(word, subject, length);
        word[length] = '\0';
    }
    return subject[length] == '/' ? subject + length + 1 : NULL;
}

static const struct level *level_of(const char *list)
{
    for (size_t i = 0; i < sizeof levels / sizeof *levels; i++) {
        if (strcmp(levels[i].list, list) == 0) {
            return &levels[i];
        }
    }
    return NULL;
}

/* Walks down from `up` by `subject`; places are linked on the stack. */
static bool descend(const rp_document *document, const place *up,
                    const char *list_key, const char *subject, position *found)
{
    char word[NAME_BYTES_MAX];
    const char *rest = cut_word(subject, word);
    const struct level *level = level_of(list_key);
    place list = place_key(up, list_key);
    size_t index = find_item(&list, word);

    if (index == SIZE_MAX || level == NULL) {
        return false;
    }
    place item = place_item(&list, index);
    bool is_deeper = rest != NULL && level->below != NULL &&
                     descend(document, &item, level->below, rest, found);
    if (!is_deeper) {
        *found = position_in(document, &item, NULL, 0);
    }
    return true;
}

void rp_document_where(const rp_document *document, const char *subject,
                       rp_fault *fault)
{
    static const struct {
        const char *prefix;
        const char *list;
    } kinds[] = {{"interrupt:", "interrupts"},
                 {"example:", "examples"},
                 {"", "turns"},
                 {"", "forms"},
                 {"", "endings"},
                 {"anytime/", "anytime"}};

    place root = place_root(document);
    position found = {0};

    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        size_t length = strlen(kinds[i].prefix);
        if (strncmp(subject, kinds[i].prefix, length) == 0 &&
            descend(document, &root, kinds[i].list, subject + length, &found)) {
            break;
        }
    }
    fault->file = found.file != NULL ? found.file : document->source;
    fault->line = found.line;
    fault->column = found.column;
}
