/*
 * What the pack gives to a scenario: its defaults, and of its behaviours,
 * sections and critical faults those that are named.
 */
#include <string.h>

#include "assemble.h"

enum {
    DEFAULT_MOVES = 60,
    DEFAULT_MOOD = 50,
    DEFAULT_MARK = 60
};

/* --------------------------------------------------------------- defaults */

static void put_if_missing(assembly *as, json_t *object, const char *key,
                           json_t *value)
{
    if (json_object_get(object, key) == NULL) {
        put(as, object, key, value);
    } else {
        json_decref(value);
    }
}

/* Fills each of `names` that `key` does not hold, from the pack or `value`. */
static void fill_each(assembly *as, json_t *scenario, const char *key,
                      const char *const *names, int value)
{
    json_t *ours = json_object_get(as->defaults, key);

    if (json_object_get(scenario, key) == NULL) {
        put(as, scenario, key, json_object());
    }
    json_t *object = json_object_get(scenario, key);
    for (size_t i = 0; json_is_object(object) && i < 3; i++) {
        json_t *mine = json_object_get(ours, names[i]);
        put_if_missing(as, object, names[i],
                       json_is_integer(mine) ? json_incref(mine)
                                             : json_integer(value));
    }
}

static void fill_pack(assembly *as)
{
    json_t *pack = json_object_get(as->document->root, "pack");
    json_t *mark = json_object_get(as->defaults, "exam_mark");
    json_t *languages = json_array();

    if (!as->has_pack) {
        put_if_missing(as, pack, "id", json_string(""));
    }
    append(as, languages, json_string(as->source_language));
    put_if_missing(as, pack, "languages", languages);
    put_if_missing(as, pack, "source_language",
                   json_string(as->source_language));
    if (json_is_integer(mark) && json_integer_value(mark) >= 0 &&
        json_integer_value(mark) <= 100) {
        put(as, pack, "exam_mark", json_incref(mark));
    }
    put_if_missing(as, pack, "exam_mark", json_integer(DEFAULT_MARK));
}

void fill_defaults(assembly *as)
{
    json_t *scenario = json_object_get(as->document->root, "scenario");
    json_t *silence = json_object_get(as->defaults, "silence");
    json_t *moves = json_object_get(as->defaults, "moves");

    fill_pack(as);
    if (scenario == NULL) {
        return;
    }
    fill_each(as, scenario, "mood", rp_mood_names, DEFAULT_MOOD);
    fill_each(as, scenario, "pass", rp_score_names, DEFAULT_MARK);
    put_if_missing(as, scenario, "moves",
                   json_is_integer(moves) ? json_incref(moves)
                                          : json_integer(DEFAULT_MOVES));
    if (json_is_object(silence)) {
        put_if_missing(as, scenario, "silence", json_incref(silence));
    }
}

/* ---------------------------------------------------------------- pruning */

/* Adds a text, or every text of a list, to the set `names`. */
static void add_names(assembly *as, json_t *names, const json_t *value)
{
    if (json_is_string(value)) {
        put(as, names, json_string_value(value), json_true());
    }
    for (size_t i = 0; i < json_array_size(value); i++) {
        const char *name = json_string_value(json_array_get(value, i));
        if (name != NULL) {
            put(as, names, name, json_true());
        }
    }
}

/* Every name that stands under `key` anywhere in `tree`. */
static void gather_names(assembly *as, json_t *tree, const char *key,
                         json_t *names)
{
    const char *other = NULL;
    json_t *value = NULL;
    size_t index = 0;

    json_object_foreach(tree, other, value)
    {
        if (strcmp(other, key) == 0) {
            add_names(as, names, value);
        } else {
            gather_names(as, value, key, names);
        }
    }
    json_array_foreach(tree, index, value)
    {
        gather_names(as, value, key, names);
    }
}

/* The lists that hold replies and answers, and what is expected of them. */
static void gather_used(assembly *as, const char *key, json_t *names)
{
    static const char *const lists[] = {"anytime", "turns", "forms",
                                        "examples"};

    for (size_t i = 0; i < sizeof lists / sizeof lists[0]; i++) {
        gather_names(as, json_object_get(as->document->root, lists[i]), key,
                     names);
    }
}

/* Keeps of `pack[key]` what `names` holds; remembers all names in `known`. */
static void keep_named(assembly *as, const char *key, const json_t *names)
{
    json_t *pack = json_object_get(as->document->root, "pack");
    json_t *all = json_object_get(pack, key);
    json_t *known = json_object();
    json_t *kept = json_object();
    const char *name = NULL;
    json_t *value = NULL;

    json_object_foreach(all, name, value)
    {
        put(as, known, name, json_true());
        if (json_object_get(names, name) != NULL) {
            put(as, kept, name, json_incref(value));
        }
    }
    put(as, as->document->known, key, known);
    if (json_object_size(kept) > 0) {
        put(as, pack, key, kept);
    } else {
        (void)json_object_del(pack, key);
        json_decref(kept);
    }
}

void prune_pack(assembly *as)
{
    json_t *pack = json_object_get(as->document->root, "pack");
    json_t *names = json_object();

    if (names == NULL) {
        as->refused = true;
        return;
    }
    gather_used(as, "critical", names);
    keep_named(as, "criticals", names);
    (void)json_object_clear(names);
    gather_used(as, "shows", names);
    gather_used(as, "misses", names);
    gather_names(as, json_object_get(pack, "criticals"), "behaviours", names);
    keep_named(as, "behaviours", names);
    (void)json_object_clear(names);
    gather_names(as, json_object_get(pack, "behaviours"), "section", names);
    keep_named(as, "sections", names);
    (void)json_object_del(pack, "pools");
    (void)json_object_del(pack, "levels");
    json_decref(names);
}
