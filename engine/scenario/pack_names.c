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
    const char *source = text_under(&pack, "source_language");
    uint32_t count = 0;

    tags[count++] = source != NULL ? source : "en";
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

/* The names of a map of the pack, each with a text of its in `language`. */
static bool fill_names(const place *pack, const char *key, const char *text,
                       rp_arena *arena, rp_name_list *names)
{
    place map = place_key(pack, key);
    const char *language = text_under(pack, "source_language");
    rp_named *items =
        rp_arena_take(arena, json_object_size(map.value) + 1, sizeof *items);
    const char *name = NULL;
    json_t *value = NULL;

    *names = (rp_name_list){.items = items};
    json_object_foreach(map.value, name, value)
    {
        const json_t *texts = json_object_get(value, text);
        const char *about = json_string_value(
            json_object_get(texts, language != NULL ? language : "en"));
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
    place root = place_root(document);
    place pack = place_key(&root, "pack");

    if (!fill_names(&pack, "behaviours", "strong", arena, &names->behaviours) ||
        !fill_names(&pack, "criticals", "text", arena, &names->criticals)) {
        return rp_fail(err, RP_E_MEMORY, "Out of memory.");
    }
    return RP_OK;
}
