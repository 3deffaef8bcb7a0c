/*
 * The helper's answer, read as if the helper were hostile: bounded before it
 * is parsed, and of exactly the documented shape afterwards. The shape is a
 * table of kinds; nothing that is not in it gets through.
 */
#include <string.h>

#include <jansson.h>

#include "script.h"

enum {
    NESTING_MAX = 64,
    MARKS_MAX = 600000, /* brackets, commas and colons in all */
    TEXT_BYTES_MAX = 64 * 1024,
    LINE_MAX_ALLOWED = 10 * 1000 * 1000
};

typedef enum value_shape {
    SHAPE_TEXT,
    SHAPE_INTEGER,
    SHAPE_FLOAT,
    SHAPE_DATE,
    SHAPE_CLOCK,
    SHAPE_DATETIME
} value_shape;

/* The typed values: tag, then each key, its shape and whether it must be. */
static const struct typed_field {
    const char *tag;
    const char *key;
    value_shape shape;
    bool is_needed;
} typed_fields[] = {
    {"float", "value", SHAPE_FLOAT, true},
    {"money", "value", SHAPE_INTEGER, true},
    {"name", "full", SHAPE_TEXT, true},
    {"name", "family", SHAPE_TEXT, false},
    {"name", "title", SHAPE_TEXT, false},
    {"date", "value", SHAPE_DATE, true},
    {"clock", "value", SHAPE_CLOCK, true},
    {"datetime", "value", SHAPE_DATETIME, true},
    {"range", "lo", SHAPE_INTEGER, true},
    {"range", "hi", SHAPE_INTEGER, true},
    {"range", "start", SHAPE_INTEGER, true},
};

/* The words, and whether each takes a name. */
static const struct word {
    const char *name;
    bool takes_name;
} words[] = {

#define RP_WORD(name, takes_name, standing) {name, takes_name},
#include "rapport/list_words.h"
#undef RP_WORD
};

/* ------------------------------------------------------- before parsing */

/* What a look at the bytes alone has counted so far. */
typedef struct count {
    uint32_t depth;
    uint32_t marks;
} count;

static bool count_mark(count *so_far, char byte)
{
    if (byte == '{' || byte == '[') {
        so_far->depth++;
    } else if (byte == '}' || byte == ']') {
        so_far->depth -= so_far->depth > 0;
    } else if (byte != ',' && byte != ':') {
        return true;
    }
    so_far->marks++;
    return so_far->depth <= NESTING_MAX && so_far->marks <= MARKS_MAX;
}

/* A parser's stack and memory grow with depth and marks: bound both. */
static bool is_bounded(const char *bytes, size_t length)
{
    count so_far = {0};
    bool in_text = false;
    for (size_t i = 0; i < length; i++) {
        if (in_text && bytes[i] == '\\') {
            i++;
        } else if (bytes[i] == '"') {
            in_text = !in_text;
        } else if (!in_text && !count_mark(&so_far, bytes[i])) {
            return false;
        }
    }
    return true;
}

/* --------------------------------------------------------- plain shapes */

static bool is_text(const json_t *value, size_t most)
{
    return json_is_string(value) && json_string_length(value) <= most &&
           rp_utf8_clean(json_string_value(value), json_string_length(value),
                         NULL);
}

/* A number as Lua writes one: digits, sign, point and exponent. */
static bool is_float(const json_t *value)
{
    if (!is_text(value, 32)) {
        return false;
    }
    const char *written = json_string_value(value);
    return written[0] != '\0' &&
           strspn(written, "0123456789+-.e") == strlen(written);
}

static bool is_moment(const json_t *value,
                      bool (*parse)(const char *, int64_t *))
{
    int64_t number = 0;
    return is_text(value, 32) && parse(json_string_value(value), &number);
}

static bool has_shape(const json_t *value, value_shape shape)
{
    switch (shape) {
    case SHAPE_TEXT: return is_text(value, TEXT_BYTES_MAX);
    case SHAPE_INTEGER: return json_is_integer(value);
    case SHAPE_FLOAT: return is_float(value);
    case SHAPE_DATE: return is_moment(value, rp_parse_date);
    case SHAPE_CLOCK: return is_moment(value, rp_parse_clock);
    case SHAPE_DATETIME: return is_moment(value, rp_parse_datetime);
    }
    return false;
}

/* The bounds of a range are in order and its start is between them. */
static bool is_range_in_order(const json_t *value)
{
    json_int_t lo = json_integer_value(json_object_get(value, "lo"));
    json_int_t hi = json_integer_value(json_object_get(value, "hi"));
    json_int_t start = json_integer_value(json_object_get(value, "start"));
    const json_int_t most = 1000000000;
    return lo >= -most && hi <= most && lo <= start && start <= hi &&
           hi - lo < 1000;
}

/* A typed value has the keys of its tag and no other. */
static bool is_typed(const json_t *value, const char *tag)
{
    size_t used = 0;
    bool is_known = false;
    for (size_t i = 0; i < sizeof typed_fields / sizeof typed_fields[0]; i++) {
        const struct typed_field *field = &typed_fields[i];
        if (strcmp(field->tag, tag) != 0) {
            continue;
        }
        is_known = true;
        const json_t *part = json_object_get(value, field->key);
        bool is_right =
            part == NULL ? !field->is_needed : has_shape(part, field->shape);
        if (!is_right) {
            return false;
        }
        used += part != NULL;
    }
    if (!is_known || json_object_size(value) != used + 1) {
        return false;
    }
    return strcmp(tag, "range") != 0 || is_range_in_order(value);
}

/* -------------------------------------------------------- whole values */

static const struct word *find_word(const char *name)
{
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
        if (strcmp(words[i].name, name) == 0) {
            return &words[i];
        }
    }
    return NULL;
}

static bool is_value(json_t *value, const script_context *context);

static bool is_list(json_t *list, const script_context *context)
{
    for (size_t i = 0; i < json_array_size(list); i++) {
        if (!is_value(json_array_get(list, i), context)) {
            return false;
        }
    }
    return true;
}

static bool is_key(const char *key)
{
    size_t length = strlen(key);
    return length > 0 && strcmp(key, "@") != 0 &&
           rp_utf8_clean(key, length, NULL);
}

/* A table: values under keys, and a list of at least one under "#". */
static bool is_table(json_t *table, const script_context *context)
{
    const char *key = NULL;
    json_t *value = NULL;
    if (json_is_array(table)) {
        return json_array_size(table) > 0 && is_list(table, context);
    }
    json_object_foreach(table, key, value)
    {
        bool is_list_part = strcmp(key, "#") == 0;
        if (is_list_part &&
            (!json_is_array(value) || json_array_size(value) == 0)) {
            return false;
        }
        if (!is_key(key) || !is_value(value, context)) {
            return false;
        }
    }
    return json_is_object(table);
}

static bool is_place(const json_t *at, const script_context *context)
{
    const json_t *source = json_array_get(at, 0);
    const json_t *line = json_array_get(at, 1);
    return json_array_size(at) == 2 && json_is_integer(source) &&
           json_is_integer(line) && json_integer_value(source) >= 0 &&
           json_integer_value(source) < context->source_count &&
           json_integer_value(line) >= 0 &&
           json_integer_value(line) <= LINE_MAX_ALLOWED;
}

static bool is_declaration(json_t *value, const struct word *word,
                           const script_context *context)
{
    const json_t *id = json_object_get(value, "id");
    json_t *body = json_object_get(value, "body");
    size_t parts = word->takes_name ? 4 : 3;
    if (json_object_size(value) != parts || body == NULL ||
        (word->takes_name && !is_text(id, TEXT_BYTES_MAX))) {
        return false;
    }
    bool is_bare = json_is_array(body) || json_object_get(body, "@") == NULL;
    return is_bare && is_place(json_object_get(value, "at"), context) &&
           is_table(body, context);
}

static bool is_value(json_t *value, const script_context *context)
{
    if (json_is_string(value)) {
        return is_text(value, TEXT_BYTES_MAX);
    }
    if (json_is_integer(value) || json_is_boolean(value)) {
        return true;
    }
    const json_t *tag = json_object_get(value, "@");
    if (tag == NULL) {
        return is_table(value, context);
    }
    if (!json_is_string(tag)) {
        return false;
    }
    const struct word *word = find_word(json_string_value(tag));
    return word != NULL ? is_declaration(value, word, context)
                        : is_typed(value, json_string_value(tag));
}

/* ------------------------------------------------------------- answers */

static bool is_document(const json_t *root, const script_context *context)
{
    const json_t *list = json_object_get(root, "declarations");
    if (json_object_size(root) != 1 || !json_is_array(list)) {
        return false;
    }
    for (size_t i = 0; i < json_array_size(list); i++) {
        json_t *declaration = json_array_get(list, i);
        const json_t *tag = json_object_get(declaration, "@");
        const char *name = json_string_value(tag);
        const struct word *word = name == NULL ? NULL : find_word(name);
        if (word == NULL || !is_declaration(declaration, word, context)) {
            return false;
        }
    }
    return true;
}

static rp_status fail_strange(const script_context *context, rp_error *err)
{
    return rp_fail_at(err, RP_E_IO, context->fallback_name, 0,
                      "the scenario process gave an answer that makes no "
                      "sense");
}

/* Passes on the helper's own sentence, without anything that could steer. */
static rp_status pass_error(const json_t *error, const script_context *context,
                            rp_error *err)
{
    const json_t *message = json_object_get(error, "message");
    const json_t *source = json_object_get(error, "source");
    const json_t *line = json_object_get(error, "line");
    json_int_t source_idx = json_integer_value(source);
    json_int_t number = json_integer_value(line);
    if (json_object_size(error) != 3 || !json_is_string(message) ||
        json_string_length(message) == 0 ||
        json_string_length(message) > RP_MESSAGE_MAX ||
        !json_is_integer(source) || !json_is_integer(line) || source_idx < 0 ||
        source_idx >= context->source_count || number < 0 ||
        number > LINE_MAX_ALLOWED) {
        return fail_strange(context, err);
    }
    rp_text clean;
    rp_text_init(&clean, rp_alloc_default());
    rp_text_add_visible(&clean, json_string_value(message),
                        json_string_length(message), false);
    rp_status status = RP_E_MEMORY;
    if (clean.failed || clean.bytes == NULL) {
        (void)rp_fail(err, status, "not enough memory");
    } else {
        status =
            rp_fail_at(err, RP_E_INVALID, context->sources[source_idx].name,
                       (uint32_t)number, "%s", clean.bytes);
    }
    rp_text_clear(&clean);
    return status;
}

rp_status script_answer_check(const char *bytes, size_t length,
                              const script_context *context, rp_error *err)
{
    if (length > SCRIPT_ANSWER_BYTES_MAX || !is_bounded(bytes, length)) {
        return fail_strange(context, err);
    }
    json_t *root = json_loadb(bytes, length, JSON_REJECT_DUPLICATES, NULL);
    const json_t *error = json_object_get(root, "error");
    rp_status status = RP_OK;
    if (error != NULL && json_object_size(root) == 1) {
        status = pass_error(error, context, err);
    } else if (root == NULL || !is_document(root, context)) {
        status = fail_strange(context, err);
    }
    json_decref(root);
    return status;
}
