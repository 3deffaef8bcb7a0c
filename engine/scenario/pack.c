/*
 * A pack's document as plain tables, in one language.
 */
#include <stdlib.h>
#include <string.h>

#include "scenario_internal.h"

typedef struct pack_reader {
    const char *language;
    const char *source_language;
    rp_arena *arena;
    bool refused;
} pack_reader;

static const char *keep_string(pack_reader *of, const char *string)
{
    const char *from = string != NULL ? string : "";
    const char *kept = rp_arena_copy(of->arena, from, strlen(from));

    of->refused = of->refused || kept == NULL;
    return kept != NULL ? kept : "";
}

static const char *keep_word(pack_reader *of, const json_t *object,
                             const char *key)
{
    return keep_string(of, json_string_value(json_object_get(object, key)));
}

/* A text of all languages, in the one that is read. */
static const char *keep_text(pack_reader *of, const json_t *object,
                             const char *key)
{
    const json_t *text = json_object_get(object, key);
    const char *said = json_string_value(json_object_get(text, of->language));

    if (said == NULL) {
        said = json_string_value(json_object_get(text, of->source_language));
    }
    return keep_string(of, said);
}

static const char *const *keep_words(pack_reader *of, const json_t *list,
                                     uint32_t *count)
{
    size_t size = json_array_size(list);
    const char **words = rp_arena_take(of->arena, size + 1, sizeof *words);

    *count = 0;
    of->refused = of->refused || words == NULL;
    for (size_t i = 0; words != NULL && i < size; i++) {
        const char *word = json_string_value(json_array_get(list, i));
        if (word != NULL) {
            words[(*count)++] = keep_string(of, word);
        }
    }
    return words;
}

/* ------------------------------------------------------------------ order */

/* Numbers in codes count by their value: "2.1-a" before "10.1-a". */
static int compare_sections(const void *a, const void *b)
{
    return strverscmp(((const rp_pack_section *)a)->id,
                      ((const rp_pack_section *)b)->id);
}

static int compare_behaviours(const void *a, const void *b)
{
    const rp_pack_behaviour *left = a;
    const rp_pack_behaviour *right = b;
    int order = strverscmp(left->section, right->section);

    return order != 0 ? order : strverscmp(left->id, right->id);
}

static int compare_criticals(const void *a, const void *b)
{
    return strcmp(((const rp_pack_critical *)a)->id,
                  ((const rp_pack_critical *)b)->id);
}

/* ------------------------------------------------------------------ parts */

/* Room for the items of a list or map; NULL, and refused, without memory. */
static void *take_items(pack_reader *of, size_t count, size_t item_bytes)
{
    void *items = rp_arena_take(of->arena, count + 1, item_bytes);

    of->refused = of->refused || items == NULL;
    return items;
}

static void read_sections(pack_reader *of, json_t *map, rp_pack *pack)
{
    rp_pack_section *sections =
        take_items(of, json_object_size(map), sizeof *sections);
    const char *id = NULL;
    json_t *value = NULL;

    json_object_foreach(map, id, value)
    {
        if (sections != NULL) {
            sections[pack->section_count++] =
                (rp_pack_section){.id = keep_string(of, id),
                                  .title = keep_text(of, value, "title"),
                                  .says = keep_text(of, value, "says"),
                                  .sources = keep_text(of, value, "sources")};
        }
    }
    if (pack->section_count > 1) {
        qsort(sections, pack->section_count, sizeof *sections,
              compare_sections);
    }
    pack->sections = sections;
}

static rp_score_kind score_of(const json_t *behaviour)
{
    const char *name = json_string_value(json_object_get(behaviour, "score"));

    size_t found =
        name != NULL ? word_index(rp_score_names, RP_SCORES, name) : RP_SCORES;

    return found < RP_SCORES ? (rp_score_kind)found : RP_LISTENING;
}

static void read_behaviours(pack_reader *of, json_t *map, rp_pack *pack)
{
    rp_pack_behaviour *behaviours =
        take_items(of, json_object_size(map), sizeof *behaviours);
    const char *id = NULL;
    json_t *value = NULL;

    json_object_foreach(map, id, value)
    {
        if (behaviours != NULL) {
            behaviours[pack->behaviour_count++] = (rp_pack_behaviour){
                .id = keep_string(of, id),
                .section = keep_word(of, value, "section"),
                .score = score_of(value),
                .strong = keep_text(of, value, "strong"),
                .mistake = keep_text(of, value, "mistake"),
                .is_professional =
                    json_is_true(json_object_get(value, "professional"))};
        }
    }
    if (pack->behaviour_count > 1) {
        qsort(behaviours, pack->behaviour_count, sizeof *behaviours,
              compare_behaviours);
    }
    pack->behaviours = behaviours;
}

static void read_criticals(pack_reader *of, json_t *map, rp_pack *pack)
{
    rp_pack_critical *criticals =
        take_items(of, json_object_size(map), sizeof *criticals);
    const char *id = NULL;
    json_t *value = NULL;

    json_object_foreach(map, id, value)
    {
        if (criticals != NULL) {
            criticals[pack->critical_count++] =
                (rp_pack_critical){.id = keep_string(of, id),
                                   .text = keep_text(of, value, "text")};
        }
    }
    if (pack->critical_count > 1) {
        qsort(criticals, pack->critical_count, sizeof *criticals,
              compare_criticals);
    }
    pack->criticals = criticals;
}

static void read_pools(pack_reader *of, const json_t *list, rp_pack *pack)
{
    size_t count = json_array_size(list);
    rp_pack_pool *pools = take_items(of, count, sizeof *pools);

    for (size_t i = 0; pools != NULL && i < count; i++) {
        const json_t *item = json_array_get(list, i);
        rp_pack_pool *pool = &pools[pack->pool_count++];
        *pool = (rp_pack_pool){.id = keep_word(of, item, "id"),
                               .title = keep_text(of, item, "title")};
        pool->scenarios = keep_words(of, json_object_get(item, "scenarios"),
                                     &pool->scenario_count);
    }
    pack->pools = pools;
}

/* Pools and scenarios of all draws, one behind the other. */
static void read_draws(pack_reader *of, const json_t *draws,
                       rp_pack_level *level)
{
    json_t *pools = json_array();
    json_t *scenarios = json_array();

    for (size_t i = 0; i < json_array_size(draws); i++) {
        const json_t *draw = json_array_get(draws, i);
        json_t *pool = json_object_get(draw, "pool");
        of->refused |= pool != NULL && json_array_append(pools, pool) != 0;
        json_t *named = json_object_get(draw, "scenarios");
        of->refused |=
            json_is_array(named) && json_array_extend(scenarios, named) != 0;
    }
    of->refused = of->refused || pools == NULL || scenarios == NULL;
    level->pools = keep_words(of, pools, &level->pool_count);
    level->scenarios = keep_words(of, scenarios, &level->scenario_count);
    json_decref(pools);
    json_decref(scenarios);
}

static void read_levels(pack_reader *of, const json_t *list, rp_pack *pack)
{
    size_t count = json_array_size(list);
    rp_pack_level *levels = take_items(of, count, sizeof *levels);

    for (size_t i = 0; levels != NULL && i < count; i++) {
        const json_t *item = json_array_get(list, i);
        rp_pack_level *level = &levels[pack->level_count++];
        *level = (rp_pack_level){.id = keep_word(of, item, "id"),
                                 .title = keep_text(of, item, "title")};
        read_draws(of, json_object_get(item, "draws"), level);
    }
    pack->levels = levels;
}

rp_status rp_pack_read(const rp_document *document, const char *language,
                       rp_arena *arena, rp_pack *pack, rp_error *err)
{
    const json_t *root = json_object_get(document->root, "pack");
    pack_reader of = {.language = language,
                      .source_language = source_language_of(document->root),
                      .arena = arena};
    rp_pack made = {.id = keep_word(&of, root, "id"),
                    .title = keep_text(&of, root, "title"),
                    .edition = keep_word(&of, root, "edition")};

    read_sections(&of, json_object_get(root, "sections"), &made);
    read_behaviours(&of, json_object_get(root, "behaviours"), &made);
    read_criticals(&of, json_object_get(root, "criticals"), &made);
    read_pools(&of, json_object_get(root, "pools"), &made);
    read_levels(&of, json_object_get(root, "levels"), &made);
    if (of.refused) {
        return rp_fail(err, RP_E_MEMORY, "not enough memory");
    }
    *pack = made;
    return RP_OK;
}
