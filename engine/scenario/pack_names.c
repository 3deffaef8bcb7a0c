/*
 * What a pack offers its scenarios: languages, behaviours, critical faults.
 */
#include <string.h>

#include "scenario_internal.h"

uint32_t rp_document_languages(const rp_document *document,
                               const char *tags[RP_LANGUAGES_MAX])
{
    place root = place_root(document);
    place pack = place_key(&root, "pack");
    place listed = place_key(&pack, "languages");
    uint32_t count = 0;

    tags[count++] = source_language_of(document->root);
    for (size_t i = 0; i < place_count(&listed); i++) {
        place item = place_item(&listed, i);
        const char *tag = text_of(&item);
        if (tag != NULL && strcmp(tag, tags[0]) != 0 &&
            count < RP_LANGUAGES_MAX) {
            tags[count++] = tag;
        }
    }
    return count;
}

/* The names of a map of the pack, each with a text of its. */
static bool fill_names(const rp_document *document, const char *key,
                       const char *text, rp_arena *arena, rp_name_list *names)
{
    const char *language = source_language_of(document->root);
    json_t *pack = json_object_get(document->root, "pack");
    json_t *map = json_object_get(pack, key);
    rp_named *items =
        rp_arena_take(arena, json_object_size(map) + 1, sizeof *items);
    const char *name = NULL;
    json_t *value = NULL;

    *names = (rp_name_list){.items = items};
    json_object_foreach(map, name, value)
    {
        const json_t *texts = json_object_get(value, text);
        const char *about = json_string_value(json_object_get(texts, language));
        if (items != NULL) {
            items[names->count++] =
                (rp_named){.name = name, .about = about != NULL ? about : ""};
        }
    }
    return items != NULL;
}

rp_status rp_document_pack_names(const rp_document *document, rp_arena *arena,
                                 rp_pack_names *names, rp_error *err)
{
    if (!fill_names(document, "behaviours", "strong", arena,
                    &names->behaviours) ||
        !fill_names(document, "criticals", "text", arena, &names->criticals)) {
        return rp_fail(err, RP_E_MEMORY, "Out of memory.");
    }
    return RP_OK;
}
