/*
 * Names: what there is to refer to, whether a reference finds it, whether a
 * name is free.
 */
#include <string.h>

#include "check.h"
#include "expr.h"
#include "facts.h"

/* -------------------------------------------------------------- gathering */

void begin_names(checker *check, name_list *list)
{
    vector_init(list, &check->arena, sizeof(char *));
}

void add_name(checker *check, name_list *list, const char *name)
{
    if (name != NULL) {
        *(const char **)vector_add(list) = name;
        check->faults->refused |= list->refused;
    }
}

bool has_name(const name_list *list, const char *name)
{
    return word_index(list->items, list->count, name) < list->count;
}

static void add_ids(checker *check, name_space space, const place *list)
{
    for (size_t i = 0; i < place_count(list); i++) {
        place item = place_item(list, i);
        add_name(check, &check->spaces[space], text_under(&item, "id"));
    }
}

static void add_keys(checker *check, name_space space, json_t *object)
{
    const char *key = NULL;
    json_t *value = NULL;

    json_object_foreach(object, key, value)
    {
        add_name(check, &check->spaces[space], key);
    }
}

static void add_facts(checker *check, const place *root)
{
    place sets = place_key(root, "facts");
    place first = place_item(&sets, 0);
    const char *key = NULL;
    json_t *fact = NULL;

    check->first_set = json_is_object(first.value) ? first.value : NULL;
    json_object_foreach(first.value, key, fact)
    {
        const fact_kind *kind = fact_kind_of(fact);
        bool is_time = kind != NULL && kind->parse != NULL;
        bool is_moment = is_time && kind->kind == RP_V_DATETIME;
        add_name(check, &check->spaces[FACT_NAMES], key);
        add_name(check, &check->spaces[MOMENT_NAMES], is_moment ? key : NULL);
        add_name(check, &check->spaces[TIME_NAMES], is_time ? key : NULL);
    }
}

/* True where some text anywhere has a translation into `tag`. */
static bool has_translation(json_t *tree, const char *tag)
{
    const char *key = NULL;
    json_t *value = NULL;
    size_t index = 0;
    bool found = json_is_string(json_object_get(tree, tag));

    json_object_foreach(tree, key, value)
    {
        found = found || has_translation(value, tag);
    }
    json_array_foreach(tree, index, value)
    {
        found = found || has_translation(value, tag);
    }
    return found;
}

static void add_languages(checker *check, const place *pack)
{
    place listed = place_key(pack, "languages");

    check->source_language = source_language_of(check->document->root);
    for (size_t i = 0; i < place_count(&listed); i++) {
        place item = place_item(&listed, i);
        const char *tag = text_of(&item);
        add_name(check, &check->languages, tag);
        if (tag != NULL && strcmp(tag, check->source_language) != 0 &&
            !has_translation(check->document->root, tag)) {
            add_name(check, &check->missing_languages, tag);
        }
    }
    if (listed.value == NULL) {
        add_name(check, &check->languages, check->source_language);
    }
}

/* Names of the whole pack where they are remembered, else what it holds. */
static json_t *pack_names(const checker *check, const place *pack,
                          const char *key)
{
    json_t *known = json_object_get(check->document->known, key);

    return known != NULL ? known : json_object_get(pack->value, key);
}

void gather_names_of(checker *check)
{
    static const struct {
        const char *key;
        name_space space;
    } lists[] = {
        {"turns", NODE_NAMES},     {"forms", NODE_NAMES},
        {"endings", NODE_NAMES},   {"endings", ENDING_NAMES},
        {"records", RECORD_NAMES}, {"promises", PROMISE_NAMES},
    };

    place root = place_root(check->document);
    place pack = place_key(&root, "pack");
    place scenario = place_key(&root, "scenario");
    place process = place_key(&scenario, "process");
    place pools = place_key(&pack, "pools");
    place levels = place_key(&pack, "levels");

    for (int space = 0; space < NAME_SPACES; space++) {
        begin_names(check, &check->spaces[space]);
    }
    begin_names(check, &check->languages);
    begin_names(check, &check->missing_languages);
    for (size_t i = 0; i < sizeof lists / sizeof lists[0]; i++) {
        place list = place_key(&root, lists[i].key);
        add_ids(check, lists[i].space, &list);
    }
    add_ids(check, STEP_NAMES, &process);
    add_ids(check, POOL_NAMES, &pools);
    add_ids(check, LEVEL_NAMES, &levels);
    add_keys(check, EFFECT_NAMES, json_object_get(root.value, "effects"));
    add_keys(check, VAR_NAMES, json_object_get(scenario.value, "vars"));
    add_keys(check, BEHAVIOUR_NAMES, pack_names(check, &pack, "behaviours"));
    add_keys(check, SECTION_NAMES, pack_names(check, &pack, "sections"));
    add_keys(check, CRITICAL_NAMES, pack_names(check, &pack, "criticals"));
    add_facts(check, &root);
    add_languages(check, &pack);
}

/* ------------------------------------------------------------- references */

static bool is_of_pack(int32_t space)
{
    return space == BEHAVIOUR_NAMES || space == CRITICAL_NAMES ||
           space == SECTION_NAMES;
}

static bool is_of_facts(int32_t space)
{
    return space == FACT_NAMES || space == MOMENT_NAMES || space == TIME_NAMES;
}

/* One missing file or section is one fault, however much would need it. */
static bool report_missing_whole(checker *check, int32_t space, const place *at)
{
    const char *name = text_of(at);

    if (is_of_pack(space) && !check->document->has_pack) {
        if (!check->has_said_pack) {
            report(check, FAULT_NO_PACK, at, name, WORDS(name));
        }
        check->has_said_pack = true;
        return true;
    }
    if (is_of_facts(space) && check->first_set == NULL) {
        if (!check->has_said_facts) {
            report(check, FAULT_NO_FACTS, at, name, WORDS(name));
        }
        check->has_said_facts = true;
        return true;
    }
    return false;
}

/* Where there are no turns at all, that is what is wrong. */
static bool is_start_of_nothing(const checker *check, const place *at)
{
    return strcmp(key_of(at), "start") == 0 &&
           json_object_get(check->document->root, "turns") == NULL;
}

void check_ref(checker *check, const key_row *row, const place *at)
{
    const char *name = text_of(at);
    const name_list *list = &check->spaces[row->a];
    bool is_pack_reply = check->document->is_pack && !is_of_pack(row->a) &&
                         row->a != POOL_NAMES && row->a != LEVEL_NAMES;

    if (name == NULL) {
        report_kind(check, at,
                    row->kind == KIND_REF ? "a name in quotes"
                                          : "a list of names in quotes");
        return;
    }
    if (is_pack_reply || has_name(list, name) ||
        report_missing_whole(check, row->a, at) ||
        is_start_of_nothing(check, at)) {
        return;
    }
    if (row->a == NODE_NAMES) {
        report_slip(check, FAULT_UNKNOWN_TARGET, at, slip_of(name, list),
                    WORDS(name));
    } else {
        report_slip(check, FAULT_UNKNOWN_NAME, at, slip_of(name, list),
                    WORDS(key_of(at), name, name_space_labels[row->a]));
    }
}

void check_refs(checker *check, const key_row *row, const place *at)
{
    if (json_is_string(at->value)) {
        check_ref(check, row, at);
        return;
    }
    if (!json_is_array(at->value)) {
        report_kind(check, at, "a name in quotes or a list of them");
        return;
    }
    for (size_t i = 0; i < place_count(at); i++) {
        place item = place_item(at, i);
        check_ref(check, row, &item);
    }
}

/* ---------------------------------------------------------------- unique */

/* Names that written moves and translations use for something else. */
static bool is_reserved(const char *id, const char *label)
{
    static const char *const reserved[][2] = {
        {"a turn", "silence"},    {"a turn", "open"},
        {"a turn", "anytime"},    {"a form", "silence"},
        {"a form", "open"},       {"a form", "anytime"},
        {"an ending", "silence"}, {"an ending", "open"},
        {"an ending", "anytime"}, {"a reply", "silence"},
        {"a reply", "open"},      {"a record", "hint"},
    };

    for (size_t i = 0; i < sizeof reserved / sizeof reserved[0]; i++) {
        if (strcmp(label, reserved[i][0]) == 0 &&
            strcmp(id, reserved[i][1]) == 0) {
            return true;
        }
    }
    return false;
}

/* True where an earlier item has the same name. */
static bool is_repeated(const place *list, size_t idx, const char *id)
{
    for (size_t i = 0; i < idx; i++) {
        const char *other = name_of_item(json_array_get(list->value, i));
        if (other != NULL && strcmp(other, id) == 0) {
            return true;
        }
    }
    return false;
}

void check_unique(checker *check, const place *list, const char *label)
{
    for (size_t i = 0; i < place_count(list); i++) {
        place item = place_item(list, i);
        const char *name = name_of_item(item.value);
        if (name == NULL) {
            continue;
        }
        if (is_repeated(list, i, name)) {
            report(check, FAULT_DUPLICATE, &item, name,
                   WORDS(name, label, "another"));
        } else if (is_reserved(name, label)) {
            report(check, FAULT_RESERVED, &item, name, WORDS(name, label));
        }
    }
}

/* ------------------------------------------------------------- spellings */

bool is_code(const char *string)
{
    size_t length = strspn(string, "abcdefghijklmnopqrstuvwxyz"
                                   "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._-");

    return length > 0 && length <= 64 && string[length] == '\0' &&
           strchr("._-", string[0]) == NULL;
}

/* A word of Lua or of expressions. */
static bool is_word(const char *name)
{
    static const char *const words[] = {
        "and",   "break",    "do",     "else",   "elseif", "end",   "false",
        "for",   "function", "goto",   "if",     "in",     "local", "nil",
        "not",   "or",       "repeat", "return", "then",   "true",  "until",
        "while", "fact",     "min",    "max",
    };
    size_t count = sizeof words / sizeof words[0];

    return word_index(words, count, name) < count ||
           word_index(rp_mood_names, RP_MOODS, name) < RP_MOODS ||
           word_index(expr_test_names, EXPR_TESTS, name) < EXPR_TESTS;
}

bool is_variable_name(const char *name, const char **objection)
{
    size_t length = name_length_at(name);

    if (length == 0 || name[length] != '\0' || length > 64 ||
        (name[0] >= '0' && name[0] <= '9')) {
        *objection = "it is not made of letters, digits and `_` alone";
        return false;
    }
    if (is_word(name)) {
        *objection = "it is a word of the language";
        return false;
    }
    return true;
}
