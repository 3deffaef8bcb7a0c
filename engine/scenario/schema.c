/*
 * The JSON Schema (draft 2020-12) of a document, written from the table of
 * keys. It says what shape can say; names, references and types of
 * expressions are for rp_document_check.
 */
#include <string.h>

#include "keys.h"

static const char id_pattern[] = "^[a-z0-9][a-z0-9_-]{0,63}$";
static const char id_or_none_pattern[] = "^([a-z0-9][a-z0-9_-]{0,63})?$";
static const char code_pattern[] = "^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$";

static void write_type(rp_json *json, const char *type)
{
    rp_json_key(json, "type");
    rp_json_string(json, type);
}

typedef struct definition_name {
    char text[64];
} definition_name;

/* Definitions have the names of objects in small letters. */
static definition_name small(const char *before, const char *name)
{
    definition_name out = {0};
    size_t length = strlen(before);

    memcpy(out.text, before, length);
    for (; *name != '\0' && length + 1 < sizeof out.text; name++) {
        bool is_capital = *name >= 'A' && *name <= 'Z';
        out.text[length++] = (char)(is_capital ? *name - 'A' + 'a' : *name);
    }
    return out;
}

static void write_ref(rp_json *json, const char *name)
{
    rp_json_key(json, "$ref");
    rp_json_string(json, small("#/$defs/", name).text);
}

static void write_bound(rp_json *json, const char *key, int64_t value)
{
    rp_json_key(json, key);
    rp_json_integer(json, value);
}

/* { "type": type } under `key`. */
static void write_typed(rp_json *json, const char *key, const char *type)
{
    rp_json_key(json, key);
    rp_json_open(json, '{');
    write_type(json, type);
    rp_json_close(json, '}');
}

static void write_referred(rp_json *json, const char *key, const char *name)
{
    rp_json_key(json, key);
    rp_json_open(json, '{');
    write_ref(json, name);
    rp_json_close(json, '}');
}

static void write_pattern(rp_json *json, const char *pattern)
{
    write_type(json, "string");
    rp_json_key(json, "pattern");
    rp_json_string(json, pattern);
}

static void write_words(rp_json *json, const key_row *row)
{
    write_type(json, "array");
    if (row->kind == KIND_WORDS) {
        write_bound(json, "maxItems", row->b);
    }
    write_typed(json, "items", "string");
}

static void write_word_lists(rp_json *json, const key_row *row)
{
    (void)row;
    write_type(json, "object");
    rp_json_key(json, "additionalProperties");
    rp_json_open(json, '{');
    write_type(json, "array");
    write_typed(json, "items", "string");
    rp_json_close(json, '}');
}

static void write_integer(rp_json *json, const key_row *row)
{
    write_type(json, "integer");
    write_bound(json, "minimum", row->a);
    write_bound(json, "maximum", row->b);
    if (row->kind == KIND_FIVES) {
        write_bound(json, "multipleOf", 5);
    }
}

static void write_integers(rp_json *json, const key_row *row)
{
    write_type(json, "array");
    rp_json_key(json, "items");
    rp_json_open(json, '{');
    write_integer(json, row);
    rp_json_close(json, '}');
}

static void write_enum(rp_json *json, const key_row *row)
{
    const word_list *list = &enumerations[row->a];

    rp_json_key(json, "enum");
    rp_json_open(json, '[');
    for (size_t i = 0; i < list->count; i++) {
        rp_json_string(json, list->words[i]);
    }
    rp_json_close(json, ']');
}

/* One of several types. */
static void write_types(rp_json *json, const char *const *types)
{
    rp_json_key(json, "type");
    rp_json_open(json, '[');
    for (; *types != NULL; types++) {
        rp_json_string(json, *types);
    }
    rp_json_close(json, ']');
}

/* A text alone or a list of texts. */
static void write_names(rp_json *json, const key_row *row)
{
    (void)row;
    write_types(json, WORDS("string", "array"));
    write_typed(json, "items", "string");
}

static void write_assigns(rp_json *json, const key_row *row)
{
    write_type(json, "object");
    rp_json_key(json, "additionalProperties");
    rp_json_open(json, '{');
    if (row->a == 1) {
        write_types(json, WORDS("integer", "string"));
    } else {
        write_types(json, WORDS("integer", "string", "boolean"));
    }
    rp_json_close(json, '}');
}

static void write_map_of(rp_json *json, const char *name)
{
    write_type(json, "object");
    write_referred(json, "additionalProperties", name);
}

static void write_fact_sets(rp_json *json, const key_row *row)
{
    (void)row;
    write_type(json, "array");
    write_bound(json, "maxItems", RP_SETS_MAX);
    rp_json_key(json, "items");
    rp_json_open(json, '{');
    write_map_of(json, "fact");
    rp_json_close(json, '}');
}

static void write_id(rp_json *json, const key_row *row)
{
    write_pattern(json, row->kind == KIND_CODE ? code_pattern
                        : row->a == 1          ? id_or_none_pattern
                                               : id_pattern);
}

static void write_bool(rp_json *json, const key_row *row)
{
    (void)row;
    write_type(json, "boolean");
}

static void write_string(rp_json *json, const key_row *row)
{
    (void)row;
    write_type(json, "string");
    write_bound(json, "minLength", 1);
}

static void write_text(rp_json *json, const key_row *row)
{
    (void)row;
    write_ref(json, "text");
}

static void write_list(rp_json *json, const key_row *row)
{
    bool needs_one = row->kind == KIND_ROUTE || row->kind == KIND_SAYS;

    write_type(json, "array");
    write_bound(json, "minItems", needs_one);
    write_referred(json, "items",
                   row->kind == KIND_TEXTS ? "text"
                                           : object_names[held_kind(row)]);
}

static void write_table(rp_json *json, const key_row *row)
{
    write_ref(json, object_names[row->a]);
}

static void write_map(rp_json *json, const key_row *row)
{
    write_map_of(json, row->kind == KIND_VARS ? "var" : object_names[row->a]);
}

typedef void (*writer)(rp_json *, const key_row *);

static const writer writers[KIND_NEVER + 1] = {
    [KIND_TEXT] = write_text,
    [KIND_TEXTS] = write_list,
    [KIND_WORD] = write_string,
    [KIND_WORDS] = write_words,
    [KIND_WORD_LISTS] = write_word_lists,
    [KIND_ID] = write_id,
    [KIND_CODE] = write_id,
    [KIND_INTEGER] = write_integer,
    [KIND_INTEGERS] = write_integers,
    [KIND_FIVES] = write_integer,
    [KIND_BOOL] = write_bool,
    [KIND_ENUM] = write_enum,
    [KIND_EXPR] = write_string,
    [KIND_ROUTE] = write_list,
    [KIND_SAYS] = write_list,
    [KIND_REF] = write_string,
    [KIND_REFS] = write_names,
    [KIND_TABLE] = write_table,
    [KIND_LIST] = write_list,
    [KIND_MAP] = write_map,
    [KIND_FACTS] = write_fact_sets,
    [KIND_VARS] = write_map,
    [KIND_ASSIGNS] = write_assigns,
    [KIND_STEPS] = write_list,
    [KIND_MOVES] = write_words,
};

static void write_required(rp_json *json, object_kind kind)
{
    size_t count = 0;
    const key_row *rows = keys_of(kind, &count);

    rp_json_key(json, "required");
    rp_json_open(json, '[');
    for (size_t i = 0; i < count; i++) {
        if (rows[i].use == USE_NEEDED || rows[i].use == USE_BUILT) {
            rp_json_string(json, rows[i].key);
        }
    }
    rp_json_close(json, ']');
}

static void write_object(rp_json *json, object_kind kind)
{
    size_t count = 0;
    const key_row *rows = keys_of(kind, &count);

    write_type(json, "object");
    rp_json_key(json, "properties");
    rp_json_open(json, '{');
    for (size_t i = 0; i < count; i++) {
        if (rows[i].kind != KIND_NEVER) {
            rp_json_key(json, rows[i].key);
            rp_json_open(json, '{');
            rp_json_key(json, "description");
            rp_json_string(json, rows[i].about);
            writers[rows[i].kind](json, &rows[i]);
            rp_json_close(json, '}');
        }
    }
    rp_json_close(json, '}');
    write_required(json, kind);
    rp_json_key(json, "additionalProperties");
    rp_json_bool(json, false);
}

/* What the table does not hold: texts, facts and variables. */
static const char text_definition[] =
    "{\"description\":\"A text by language.\",\"type\":\"object\","
    "\"minProperties\":1,\"additionalProperties\":{\"type\":\"string\","
    "\"minLength\":1}}";

static const char fact_definition[] =
    "{\"description\":\"A fact, its kind told by its key.\",\"anyOf\":["
    "{\"type\":[\"integer\",\"boolean\"]},"
    "{\"type\":\"object\",\"minProperties\":1,\"maxProperties\":1,"
    "\"additionalProperties\":false,\"properties\":{"
    "\"text\":{\"$ref\":\"#/$defs/text\"},"
    "\"money\":{\"description\":\"In fen.\",\"type\":\"integer\"},"
    "\"date\":{\"type\":\"string\","
    "\"pattern\":\"^[0-9]{4}-[0-9]{2}-[0-9]{2}$\"},"
    "\"clock\":{\"type\":\"string\",\"pattern\":\"^[0-9]{2}:[0-9]{2}$\"},"
    "\"datetime\":{\"type\":\"string\","
    "\"pattern\":\"^[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{2}:[0-9]{2}$\"},"
    "\"name\":{\"type\":\"object\",\"additionalProperties\":false,"
    "\"required\":[\"full\"],\"properties\":{"
    "\"full\":{\"$ref\":\"#/$defs/text\"},"
    "\"family\":{\"$ref\":\"#/$defs/text\"},"
    "\"title\":{\"$ref\":\"#/$defs/text\"}}}}}]}";

static const char var_definition[] =
    "{\"description\":\"A truth, or a counter and its bounds.\",\"anyOf\":["
    "{\"type\":\"boolean\"},"
    "{\"type\":\"object\",\"additionalProperties\":false,"
    "\"required\":[\"lo\",\"hi\"],\"properties\":{"
    "\"lo\":{\"type\":\"integer\"},\"hi\":{\"type\":\"integer\"},"
    "\"start\":{\"type\":\"integer\"}}}]}";

/* Marks every kind of object a document can hold. */
static void reach(object_kind kind, bool *reached)
{
    size_t count = 0;
    const key_row *rows = keys_of(kind, &count);

    if (reached[kind]) {
        return;
    }
    reached[kind] = true;
    for (size_t i = 0; i < count; i++) {
        if (held_kind(&rows[i]) != OBJECT_KINDS) {
            reach(held_kind(&rows[i]), reached);
        }
    }
}

static void write_definitions(rp_json *json)
{
    bool reached[OBJECT_KINDS] = {false};

    reach(DOCUMENT_OBJECT, reached);
    for (int kind = 0; kind < OBJECT_KINDS; kind++) {
        if (reached[kind]) {
            rp_json_key(json, small("", object_names[kind]).text);
            rp_json_open(json, '{');
            write_object(json, (object_kind)kind);
            rp_json_close(json, '}');
        }
    }
    rp_json_key(json, "text");
    rp_json_raw(json, text_definition);
    rp_json_key(json, "fact");
    rp_json_raw(json, fact_definition);
    rp_json_key(json, "var");
    rp_json_raw(json, var_definition);
}

void rp_document_schema(rp_text *out)
{
    rp_json json;

    rp_json_begin(&json, out);
    rp_json_open(&json, '{');
    rp_json_key(&json, "$schema");
    rp_json_string(&json, "https://json-schema.org/draft/2020-12/schema");
    rp_json_key(&json, "title");
    rp_json_string(&json, "Rapport document");
    rp_json_key(&json, "description");
    rp_json_string(&json, "The rules and texts of one scenario in every "
                          "language, and what it uses of its pack.");
    write_ref(&json, object_names[DOCUMENT_OBJECT]);
    rp_json_key(&json, "$defs");
    rp_json_open(&json, '{');
    write_definitions(&json);
    rp_json_close(&json, '}');
    rp_json_close(&json, '}');
}
