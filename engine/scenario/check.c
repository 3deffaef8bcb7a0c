/*
 * The walk: every object is held against its rows in the table of keys, every
 * value against its kind.
 */
#include "check.h"

#include <string.h>

#include "describe.h"

void report_slip(checker *check, fault_code code, const place *at, slip what,
                 const char *const *words)
{
    spot where = spot_of_text(check->document, at, what.text, 0);

    where.near = what.near;
    faults_add(check->faults, code, &where, words);
}

void report(checker *check, fault_code code, const place *at, const char *text,
            const char *const *words)
{
    report_slip(check, code, at, (slip){text, NULL}, words);
}

slip slip_of(const char *text, const name_list *known)
{
    return (slip){text, rp_nearest_name(text, known->items, known->count)};
}

bool check_language(checker *check, const place *at, const char *tag)
{
    if (has_name(&check->languages, tag)) {
        return true;
    }
    report_slip(check, FAULT_UNKNOWN_LANGUAGE, at,
                slip_of(tag, &check->languages), WORDS(tag));
    return false;
}

bool is_table(const place *at)
{
    return json_is_object(at->value) && json_object_get(at->value, "@") == NULL;
}

const char *key_of(const place *at)
{
    while (at != NULL && at->key == NULL) {
        at = at->up;
    }
    return at == NULL ? "document" : at->key;
}

void report_kind(checker *check, const place *at, const char *expected)
{
    report(check, FAULT_WRONG_KIND, at, key_of(at),
           WORDS(key_of(at), expected, describe_value(at->value)));
}

/* ----------------------------------------------------------- containers */

static void check_list(checker *check, object_kind kind, const place *list)
{
    if (!json_is_array(list->value)) {
        report_kind(check, list, "a list");
        return;
    }
    for (size_t i = 0; i < place_count(list); i++) {
        place item = place_item(list, i);
        check_object(check, kind, &item);
    }
}

/* Every item but the last has a condition, the last has none. */
static void check_last_is_plain(checker *check, const place *list)
{
    size_t count = place_count(list);

    if (count == 0) {
        report_kind(check, list, "a list that is not empty");
    }
    for (size_t i = 0; i < count; i++) {
        place item = place_item(list, i);
        bool is_plain = json_object_get(item.value, "when") == NULL;
        bool is_last = i + 1 == count;
        if (!json_is_object(item.value) || is_plain == is_last) {
            continue;
        }
        report(check, is_last ? FAULT_LAST_NOT_PLAIN : FAULT_PLAIN_TOO_SOON,
               &item, text_under(&item, is_last ? "when" : "to"),
               WORDS(key_of(list), digits_of((int64_t)i + 1).text));
    }
}

static void check_objects(checker *check, const key_row *row, const place *at)
{
    check_list(check, held_kind(row), at);
}

static void check_says(checker *check, const key_row *row, const place *at)
{
    check_objects(check, row, at);
    if (json_is_array(at->value)) {
        check_last_is_plain(check, at);
    }
}

static void check_steps(checker *check, const key_row *row, const place *at)
{
    check_objects(check, row, at);
    check_unique(check, at, "a step");
}

static void check_table(checker *check, const key_row *row, const place *at)
{
    check_object(check, held_kind(row), at);
}

/* The names of a map: languages, effects, or codes of the guide. */
static void check_map_key(checker *check, object_kind kind, const place *item)
{
    const char *key = item->key;

    if (kind == RATE_OBJECT) {
        (void)check_language(check, item, key);
    } else if (kind == EFFECT_OBJECT) {
        if (!rp_is_id(key)) {
            report(check, FAULT_BAD_ID, item, key, WORDS(key));
        }
    } else if (!is_code(key)) {
        report(check, FAULT_BAD_CODE, item, key, WORDS(key));
    }
}

static void check_map(checker *check, const key_row *row, const place *at)
{
    const char *key = NULL;
    json_t *value = NULL;

    if (!json_is_object(at->value)) {
        report_kind(check, at, "a table");
        return;
    }
    json_object_foreach(at->value, key, value)
    {
        place item = place_key(at, key);
        check_map_key(check, held_kind(row), &item);
        check_object(check, held_kind(row), &item);
    }
}

static void check_never(checker *check, const key_row *row, const place *at)
{
    report(check, FAULT_NOT_HERE, at->up, row->key,
           WORDS(row->key, row->about));
}

/* -------------------------------------------------------------- objects */

typedef void (*kind_check)(checker *, const key_row *, const place *);

static const kind_check checks[KIND_NEVER + 1] = {
    [KIND_TEXT] = check_text,
    [KIND_TEXTS] = check_texts,
    [KIND_WORD] = check_short_word,
    [KIND_WORDS] = check_words,
    [KIND_WORD_LISTS] = check_word_lists,
    [KIND_ID] = check_id,
    [KIND_CODE] = check_id,
    [KIND_INTEGER] = check_integer,
    [KIND_INTEGERS] = check_integers,
    [KIND_FIVES] = check_integer,
    [KIND_BOOL] = check_bool,
    [KIND_ENUM] = check_enum,
    [KIND_EXPR] = check_expr,
    [KIND_ROUTE] = check_says,
    [KIND_SAYS] = check_says,
    [KIND_REF] = check_ref,
    [KIND_REFS] = check_refs,
    [KIND_TABLE] = check_table,
    [KIND_LIST] = check_objects,
    [KIND_MAP] = check_map,
    [KIND_FACTS] = check_facts,
    [KIND_VARS] = check_vars,
    [KIND_ASSIGNS] = check_assigns,
    [KIND_STEPS] = check_steps,
    [KIND_MOVES] = check_moves,
    [KIND_NEVER] = check_never,
};

static fault_code fault_of_missing(object_kind kind, const char *key)
{
    static const struct {
        const char *key;
        object_kind kind;
        fault_code code;
    } rows[] = {
        {"scenario", DOCUMENT_OBJECT, FAULT_NO_SCENARIO},
        {"turns", DOCUMENT_OBJECT, FAULT_NO_TURNS},
        {"replies", TURN_OBJECT, FAULT_NO_REPLIES},
        {"asks", FORM_OBJECT, FAULT_NO_ASKS},
        {"answers", ASK_OBJECT, FAULT_FEW_ANSWERS},
        {"label", ROW_OBJECT, FAULT_WRONG_ROW},
    };

    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        if (rows[i].kind == kind && strcmp(rows[i].key, key) == 0) {
            return rows[i].code;
        }
    }
    return strcmp(key, "text") == 0 ? FAULT_MISSING_TEXT : FAULT_MISSING_KEY;
}

/* A pack stands alone; without a scenario nothing is missing but that. */
static bool is_needed(const checker *check, const key_row *row)
{
    bool has_scenario =
        json_object_get(check->document->root, "scenario") != NULL;

    if (row->object == DOCUMENT_OBJECT &&
        (check->document->is_pack ||
         (!has_scenario && strcmp(row->key, "scenario") != 0))) {
        return false;
    }
    return row->use == USE_NEEDED || row->use == USE_BUILT;
}

static void check_needed(checker *check, object_kind kind, const place *at)
{
    size_t count = 0;
    const key_row *rows = keys_of(kind, &count);

    for (size_t i = 0; i < count; i++) {
        if (is_needed(check, &rows[i]) &&
            json_object_get(at->value, rows[i].key) == NULL) {
            place scenario = place_key(at, "scenario");
            report(check, fault_of_missing(kind, rows[i].key),
                   scenario.value == NULL ? at : &scenario, NULL,
                   WORDS(rows[i].key, rows[i].about));
        }
    }
}

void check_object(checker *check, object_kind kind, const place *at)
{
    const char *key = NULL;
    json_t *value = NULL;

    if (!is_table(at)) {
        report_kind(check, at, "a table");
        return;
    }
    json_object_foreach(at->value, key, value)
    {
        const key_row *row = key_find(kind, key);
        place inner = place_key(at, key);
        if (row == NULL) {
            report_slip(check, FAULT_UNKNOWN_KEY, at,
                        (slip){key, key_nearest(kind, key)}, WORDS(key));
        } else {
            checks[row->kind](check, row, &inner);
        }
    }
    check_needed(check, kind, at);
    check_rules_of(check, kind, at);
}

/* ---------------------------------------------------------------- entry */

static void begin(checker *check, const rp_document *document,
                  rp_faults *faults)
{
    *check = (checker){.document = document, .faults = faults};
    rp_arena_init(&check->arena, document->alloc);
    gather_names_of(check);
}

/* A language without a single translation is one fault, not a thousand. */
static void check_missing_languages(checker *check, const place *root)
{
    place pack = place_key(root, "pack");
    place listed = place_key(&pack, "languages");
    const json_t *unreadable =
        json_object_get(check->document->known, "unreadable");
    const char *const *missing = check->missing_languages.items;

    for (size_t i = 0; i < check->missing_languages.count; i++) {
        const char *tag = missing[i];
        if (json_object_get(unreadable, tag) == NULL) {
            report(check, FAULT_NO_TRANSLATION, &listed, tag, WORDS(tag));
        }
    }
}

/*
 * What a pack says by language it says for all of them: without courtesies
 * one guesser goes blind, without a rate talk time is a guess.
 */
static void check_all_languages(checker *check, const place *root,
                                const char *key)
{
    place pack = place_key(root, "pack");
    place listed = place_key(&pack, "languages");
    place told = place_key(&pack, key);

    for (size_t i = 0; i < place_count(&listed); i++) {
        place tag = place_item(&listed, i);
        const char *name = text_of(&tag);
        if (!check->errors_only && name != NULL &&
            json_object_size(told.value) > 0 &&
            json_object_get(told.value, name) == NULL) {
            report(check, FAULT_LANGUAGE_LEFT_OUT, &told, key,
                   WORDS(key, name));
        }
    }
}

void rp_document_check(const rp_document *document, rp_faults *faults)
{
    checker check;

    begin(&check, document, faults);
    place root = place_root(document);
    check_missing_languages(&check, &root);
    check_all_languages(&check, &root, "polite");
    check_all_languages(&check, &root, "rate");
    check_object(&check, DOCUMENT_OBJECT, &root);
    rp_arena_clear(&check.arena);
}

void check_apart(const rp_document *document, rp_faults *faults,
                 object_kind kind, const place *at)
{
    checker check;

    begin(&check, document, faults);
    check_object(&check, kind, at);
    rp_arena_clear(&check.arena);
}

void check_whole_pack(const rp_document *document, rp_faults *faults)
{
    checker check;

    begin(&check, document, faults);
    check.errors_only = true;
    place root = place_root(document);
    place pack = place_key(&root, "pack");
    check_object(&check, PACK_OBJECT, &pack);
    rp_arena_clear(&check.arena);
}
