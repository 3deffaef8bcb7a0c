/*
 * From what the files declared to a document: languages first, then the
 * scenario and its facts (texts and rows ask for them), then all the rest in
 * written order, then what the pack adds and what of it goes unused.
 */
#include "assemble.h"

#include <string.h>

#include "check.h"
#include "document.h"
#include "positions.h"

static const char pack_file[] = "pack.lua";

/* -------------------------------------------------------------- languages */

static const json_t *find_declaration(const assembly *as, const char *word)
{
    for (size_t i = 0; i < json_array_size(as->declarations); i++) {
        const json_t *item = json_array_get(as->declarations, i);
        if (strcmp(word_of(item), word) == 0) {
            return item;
        }
    }
    return NULL;
}

static void add_language(assembly *as, const char *tag)
{
    bool is_known =
        word_index(as->languages, as->language_count, tag) < as->language_count;

    if (!is_known && as->language_count < RP_LANGUAGES_MAX) {
        as->languages[as->language_count++] = tag;
    }
}

static void fault_catalog(assembly *as, const char *language)
{
    spot whole = spot_of(as->document, NULL);

    put(as, json_object_get(as->document->known, "unreadable"), language,
        json_true());
    faults_add(as->faults, FAULT_BAD_CATALOG, &whole, WORDS(language));
}

/* A catalog of a language the pack does not list is of no use. */
static void open_catalog(assembly *as, const rp_catalog *file)
{
    for (uint32_t i = 0; i < as->language_count; i++) {
        if (strcmp(as->languages[i], file->language) == 0 &&
            !rp_mo_open(&as->catalogs[i], file->bytes, file->length)) {
            as->catalogs[i] = (rp_mo){0};
            fault_catalog(as, file->language);
        }
    }
}

static void read_languages(assembly *as)
{
    const json_t *pack = find_declaration(as, "pack");
    const json_t *body = json_object_get(pack, "body");
    const json_t *listed = json_object_get(body, "languages");
    const char *source =
        json_string_value(json_object_get(body, "source_language"));

    for (size_t i = 0; i < json_array_size(listed); i++) {
        const char *tag = json_string_value(json_array_get(listed, i));
        if (tag != NULL) {
            add_language(as, tag);
        }
    }
    if (source == NULL) {
        source = as->language_count > 0 ? as->languages[0] : "en";
    }
    as->source_language = source;
    for (uint32_t i = 0; i < as->declared->catalog_count; i++) {
        open_catalog(as, &as->declared->catalogs[i]);
    }
}

/* ---------------------------------------------------------------- sources */

static const char *file_of(const assembly *as, const json_t *declaration)
{
    const json_t *at = json_object_get(declaration, "at");
    const char *file =
        positions_file(as->document->positions,
                       (uint32_t)json_integer_value(json_array_get(at, 0)));

    return file == NULL ? "" : file;
}

static bool is_in_main_file(const assembly *as, const json_t *declaration)
{
    return as->declared->main_name != NULL &&
           strcmp(file_of(as, declaration), as->declared->main_name) == 0;
}

/* A file that is neither says by its words to which side it belongs. */
static bool belongs_to_pack(const assembly *as, const json_t *declaration)
{
    const char *word = word_of(declaration);

    if (as->declared->main_name == NULL ||
        strcmp(file_of(as, declaration), pack_file) == 0) {
        return true;
    }
    return !is_in_main_file(as, declaration) &&
           part_find(DOCUMENT_OBJECT, word) == NULL;
}

/* "packs/telecom/angry-caller.lua": the stem between slash and dot. */
static const char *stem_of(assembly *as, const char *file)
{
    const char *slash = strrchr(file, '/');
    const char *start = slash == NULL ? file : slash + 1;
    const char *dot = strrchr(start, '.');
    size_t length = dot == NULL ? strlen(start) : (size_t)(dot - start);
    const char *stem = rp_arena_copy(&as->scratch, start, length);

    as->refused = as->refused || stem == NULL;
    return stem == NULL ? "" : stem;
}

static void read_scenario_id(assembly *as)
{
    const char *main_name = as->declared->main_name;
    const json_t *scenario = find_declaration(as, "scenario");
    const char *id = name_of(scenario);

    as->document->is_pack = main_name == NULL;
    as->scenario_id = id;
    if (main_name == NULL) {
        as->scenario_id = "";
        return;
    }
    const char *stem = stem_of(as, main_name);
    if (id == NULL) {
        as->scenario_id = stem;
    } else if (strcmp(id, stem) != 0) {
        fault_at_declaration(as, FAULT_ID_NOT_FILE, scenario, WORDS(id, stem));
    }
}

/* `scenario` comes first in its file. */
static void check_order(assembly *as)
{
    for (size_t i = 0; i < json_array_size(as->declarations); i++) {
        const json_t *item = json_array_get(as->declarations, i);
        if (!is_in_main_file(as, item)) {
            continue;
        }
        if (strcmp(word_of(item), "scenario") != 0 &&
            find_declaration(as, "scenario") != NULL) {
            fault_at_declaration(as, FAULT_NOT_FIRST, item,
                                 WORDS(word_of(item)));
        }
        return;
    }
}

/* ------------------------------------------------------------- placement */

/* Moves the replies of one `anytime` into the document's list. */
static void splice_anytime(assembly *as, json_t *anytime, bool is_pack)
{
    json_t *root = as->document->root;
    json_t *replies = json_object_get(anytime, "replies");

    if (json_object_get(root, "anytime") == NULL) {
        put(as, root, "anytime", json_array());
    }
    json_t *all = json_object_get(root, "anytime");
    for (size_t i = 0; i < json_array_size(replies); i++) {
        json_t *reply = json_array_get(replies, i);
        const char *id = name_of(reply);
        size_t at = 0;
        while (!is_pack && id != NULL && at < as->pack_replies &&
               (name_of(json_array_get(all, at)) == NULL ||
                strcmp(name_of(json_array_get(all, at)), id) != 0)) {
            at++;
        }
        if (!is_pack && id != NULL && at < as->pack_replies) {
            as->refused |= json_array_set(all, at, reply) != 0;
        } else {
            append(as, all, json_incref(reply));
            as->pack_replies += is_pack;
        }
    }
}

static void place_anytime(assembly *as, const frame *into, json_t *declaration,
                          bool is_pack)
{
    json_t *holder = json_object();
    place at = {.up = into->at, .key = "", .value = holder};
    frame inner = {&at, into->kind, into->context};

    if (holder == NULL) {
        as->refused = true;
        return;
    }
    place_declaration(as, &inner, declaration);
    splice_anytime(as, json_object_get(holder, "anytime"), is_pack);
    json_decref(holder);
}

/* It moves into the scenario and is still the pack's. */
static void remember_silence(assembly *as, const json_t *declaration)
{
    json_t *silence = json_object_get(as->defaults, "silence");

    if (json_is_object(silence)) {
        remember(as, silence, declaration);
    }
}

static void place_in_pack(assembly *as, json_t *declaration)
{
    const char *word = word_of(declaration);
    place root = place_root(as->document);
    place pack = place_key(&root, "pack");
    place defaults = {.up = &pack, .key = "defaults", .value = as->defaults};
    frame into = {&pack, PACK_OBJECT, "pack"};
    json_t *body = json_object_get(declaration, "body");

    if (strcmp(word, "anytime") == 0) {
        place_anytime(as, &into, declaration, true);
    } else if (strcmp(word, "pack") == 0) {
        if (as->has_pack) {
            fault_at_declaration(as, FAULT_DECLARED_TWICE, declaration,
                                 WORDS(word));
            return;
        }
        as->has_pack = true;
        remember(as, pack.value, declaration);
        fill_object(as, &into, body);
    } else if (strcmp(word, "defaults") == 0) {
        frame inner = {&defaults, DEFAULTS_OBJECT, "pack"};
        remember(as, as->defaults, declaration);
        fill_object(as, &inner, body);
        remember_silence(as, declaration);
    } else if (strcmp(word, "silence") == 0) {
        frame inner = {&defaults, DEFAULTS_OBJECT, "pack"};
        place_declaration(as, &inner, declaration);
    } else {
        place_declaration(as, &into, declaration);
    }
}

static void place_in_scenario(assembly *as, json_t *declaration)
{
    const char *word = word_of(declaration);
    place root = place_root(as->document);
    place scenario = place_key(&root, "scenario");
    frame into = {&root, DOCUMENT_OBJECT, as->scenario_id};

    if (strcmp(word, "anytime") == 0) {
        place_anytime(as, &into, declaration, false);
    } else if (strcmp(word, "silence") == 0 && scenario.value != NULL) {
        into = (frame){&scenario, SCENARIO_OBJECT, as->scenario_id};
        place_declaration(as, &into, declaration);
    } else {
        place_declaration(as, &into, declaration);
    }
}

/* The pack first, then scenario and facts, then the rest: three rounds. */
static int round_of(const assembly *as, const json_t *declaration)
{
    const char *word = word_of(declaration);

    if (belongs_to_pack(as, declaration)) {
        return 0;
    }
    return strcmp(word, "scenario") == 0 || strcmp(word, "facts") == 0 ? 1 : 2;
}

static void place_round(assembly *as, int round,
                        void (*place_it)(assembly *, json_t *))
{
    for (size_t i = 0; i < json_array_size(as->declarations); i++) {
        json_t *item = json_array_get(as->declarations, i);
        if (round_of(as, item) == round) {
            place_it(as, item);
        }
    }
}

static void place_all(assembly *as)
{
    put(as, as->document->root, "format", json_integer(DOCUMENT_FORMAT));
    put(as, as->document->root, "pack", json_object());
    place_round(as, 0, place_in_pack);
    splice_anytime(as, json_object_get(as->defaults, "anytime"), true);
    (void)json_object_del(as->defaults, "anytime");
    place_round(as, 1, place_in_scenario);
    place_round(as, 2, place_in_scenario);
}

/* ------------------------------------------------------------ the whole */

static bool has_pack_file(const rp_declared *declared)
{
    for (uint32_t i = 0; i < declared->source_count; i++) {
        if (strcmp(declared->sources[i].name, pack_file) == 0) {
            return true;
        }
    }
    return false;
}

static void assemble_all(assembly *as)
{
    read_languages(as);
    read_scenario_id(as);
    check_order(as);
    place_all(as);
    as->has_pack = as->has_pack || has_pack_file(as->declared);
    as->document->has_pack = as->has_pack;
    fill_defaults(as);
    if (!as->document->is_pack) {
        place root = place_root(as->document);
        place pack = place_key(&root, "pack");
        place defaults = {
            .up = &pack, .key = "defaults", .value = as->defaults};
        check_whole_pack(as->document, as->faults);
        check_apart(as->document, as->faults, DEFAULTS_OBJECT, &defaults);
        prune_pack(as);
    }
    as->refused = as->refused || !tree_sort(as->document->root);
}

static rp_status begin(assembly *as, json_t *tree, rp_alloc alloc,
                       rp_error *err)
{
    const rp_declared *declared = as->declared;
    const char *name =
        declared->main_name == NULL ? pack_file : declared->main_name;

    as->declarations = json_object_get(tree, "declarations");
    if (!json_is_array(as->declarations)) {
        return rp_fail(err, RP_E_INVALID, "Nothing was declared.");
    }
    as->document = document_new(alloc, name);
    as->defaults = json_object();
    if (as->document == NULL || as->defaults == NULL) {
        return rp_fail(err, RP_E_MEMORY, "Out of memory.");
    }
    as->document->positions = positions_new(
        &as->document->arena, declared->sources, declared->source_count);
    as->document->known = json_pack("{s:{}}", "unreadable");
    if (as->document->positions == NULL || as->document->known == NULL) {
        return rp_fail(err, RP_E_MEMORY, "Out of memory.");
    }
    return RP_OK;
}

rp_status rp_document_assemble(const rp_declared *declared, rp_alloc alloc,
                               rp_faults *faults, rp_document **document,
                               rp_error *err)
{
    assembly as = {.declared = declared, .faults = faults};
    json_t *tree = NULL;
    rp_status status =
        tree_read(declared->json, declared->json_length,
                  declared->main_name == NULL ? pack_file : declared->main_name,
                  &tree, err);

    if (status != RP_OK) {
        return status;
    }
    rp_arena_init(&as.scratch, alloc);
    status = begin(&as, tree, alloc, err);
    if (status == RP_OK) {
        assemble_all(&as);
        if (as.refused) {
            status = rp_fail(err, RP_E_MEMORY, "Out of memory.");
        }
    }
    if (status == RP_OK) {
        *document = as.document;
    } else {
        rp_document_free(as.document);
    }
    json_decref(as.defaults);
    json_decref(tree);
    rp_arena_clear(&as.scratch);
    return status;
}
