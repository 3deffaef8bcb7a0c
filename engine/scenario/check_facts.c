/*
 * Facts and variables: what a call is about, and what it keeps in mind.
 */
#include <string.h>

#include "check.h"
#include "describe.h"

enum {
    COUNTER_VALUES_MAX = 1000,
    COUNTER_ABSOLUTE_MAX = 1000000
};

/* ----------------------------------------------------------------- kinds */

typedef struct fact_kind {
    const char *kind;
    const char *label;
    bool (*parse)(const char *string, int64_t *value); /* NULL: no date */
} fact_kind;

static const fact_kind fact_kinds[] = {
    {"integer", "a whole number", NULL},
    {"boolean", "true or false", NULL},
    {"text", "a text", NULL},
    {"money", "an amount of money", NULL},
    {"name", "a name", NULL},
    {"date", "a date", rp_parse_date},
    {"clock", "a clock", rp_parse_clock},
    {"datetime", "a datetime", rp_parse_datetime},
};

static const fact_kind *kind_find(const char *kind)
{
    for (size_t i = 0; i < sizeof fact_kinds / sizeof fact_kinds[0]; i++) {
        if (kind != NULL && strcmp(fact_kinds[i].kind, kind) == 0) {
            return &fact_kinds[i];
        }
    }
    return NULL;
}

const char *fact_kind_of(const json_t *fact)
{
    if (json_is_integer(fact)) {
        return "integer";
    }
    if (json_is_boolean(fact)) {
        return "boolean";
    }
    for (size_t i = 2; i < sizeof fact_kinds / sizeof fact_kinds[0]; i++) {
        if (json_object_size(fact) == 1 &&
            json_object_get(fact, fact_kinds[i].kind) != NULL) {
            return fact_kinds[i].kind;
        }
    }
    return NULL;
}

const char *fact_kind_label(const char *kind)
{
    const fact_kind *found = kind_find(kind);

    return found == NULL ? "no fact" : found->label;
}

/* ----------------------------------------------------------------- facts */

static void check_name_parts(checker *check, const place *name)
{
    static const char *const parts[] = {"full", "family", "title"};
    const char *key = NULL;
    json_t *value = NULL;

    if (json_object_get(name->value, "full") == NULL) {
        report(check, FAULT_MISSING_KEY, name, NULL,
               WORDS("full", "The whole name."));
    }
    json_object_foreach(name->value, key, value)
    {
        place part = place_key(name, key);
        if (strcmp(key, parts[0]) == 0 || strcmp(key, parts[1]) == 0 ||
            strcmp(key, parts[2]) == 0) {
            check_literal_text(check, &part);
        } else {
            report_slip(check, FAULT_UNKNOWN_KEY, name,
                        (slip){key, rp_nearest_name(key, parts, 3)},
                        WORDS(key));
        }
    }
}

static void check_fact_value(checker *check, const place *at,
                             const fact_kind *kind)
{
    place inner = place_key(at, kind->kind);
    int64_t value = 0;

    if (strcmp(kind->kind, "text") == 0) {
        check_literal_text(check, &inner);
    } else if (strcmp(kind->kind, "name") == 0) {
        check_name_parts(check, &inner);
    } else if (strcmp(kind->kind, "money") == 0 &&
               !json_is_integer(inner.value)) {
        report_kind(check, &inner, "a whole number of fen");
    } else if (kind->parse != NULL) {
        const char *text = text_of(&inner);
        if (text == NULL || !kind->parse(text, &value)) {
            report(check, FAULT_BAD_DATE, at, text,
                   WORDS(text == NULL ? "" : text, kind->kind));
        }
    }
}

static void check_fact(checker *check, const place *at, size_t set_idx)
{
    const char *kind = fact_kind_of(at->value);
    const json_t *model = json_object_get(check->first_set, at->key);
    const char *first = fact_kind_of(model);
    const char *objection = NULL;

    if (kind == NULL) {
        report(check, FAULT_BAD_FACT, at, at->key,
               WORDS(at->key, describe_value(at->value)));
        return;
    }
    check_fact_value(check, at, kind_find(kind));
    if (set_idx == 0 && !is_variable_name(at->key, &objection)) {
        report(check, FAULT_BAD_NAME, at, at->key,
               WORDS(at->key, "a fact", objection));
    }
    if (first != NULL && strcmp(first, kind) != 0) {
        report(check, FAULT_FACT_KIND, at, at->key,
               WORDS(at->key, fact_kind_label(kind),
                     digits_of((int64_t)set_idx + 1).text,
                     fact_kind_label(first)));
    }
    if (set_idx == 0 && strcmp(at->key, "at") == 0 &&
        strcmp(kind, "datetime") != 0) {
        report(check, FAULT_AT_NOT_DATETIME, at, NULL,
               WORDS(fact_kind_label(kind)));
    }
}

static void report_set(checker *check, const place *set, const char *verb,
                       const char *name)
{
    rp_text says;

    rp_text_init(&says, check->arena.alloc);
    rp_text_printf(&says, "%s `%s`", verb, name);
    report(check, FAULT_SETS_DIFFER, set, NULL,
           WORDS(digits_of((int64_t)set->index + 1).text,
                 says.failed ? verb : says.bytes));
    rp_text_clear(&says);
}

/* Held against the first set: the same keys, no more and no fewer. */
static void check_same_keys(checker *check, const place *set)
{
    const char *key = NULL;
    json_t *value = NULL;

    json_object_foreach(check->first_set, key, value)
    {
        if (json_object_get(set->value, key) == NULL) {
            report_set(check, set, "lacks", key);
        }
    }
    json_object_foreach(set->value, key, value)
    {
        if (json_object_get(check->first_set, key) == NULL) {
            report_set(check, set, "alone has", key);
        }
    }
}

static void check_set(checker *check, const place *set)
{
    const char *key = NULL;
    json_t *value = NULL;

    if (!is_table(set)) {
        report_kind(check, set, "a list of tables");
        return;
    }
    json_object_foreach(set->value, key, value)
    {
        place fact = place_key(set, key);
        check_fact(check, &fact, set->index);
    }
    if (check->first_set != NULL) {
        check_same_keys(check, set);
    }
}

void check_facts(checker *check, const key_row *row, const place *at)
{
    size_t count = place_count(at);

    (void)row;
    if (!json_is_array(at->value)) {
        report_kind(check, at, "a list of tables");
        return;
    }
    if (count > RP_SETS_MAX) {
        report(check, FAULT_TOO_MANY, at, NULL,
               WORDS(digits_of((int64_t)count).text,
                     digits_of(RP_SETS_MAX).text, "fact sets"));
    }
    for (size_t i = 0; i < count; i++) {
        place set = place_item(at, i);
        check_set(check, &set);
    }
}

/* ------------------------------------------------------------- variables */

static const char *objection_to_counter(const place *at)
{
    int64_t lo = integer_under(at, "lo", INT64_MIN);
    int64_t hi = integer_under(at, "hi", INT64_MIN);
    int64_t start = integer_under(at, "start", lo);

    if (lo < -COUNTER_ABSOLUTE_MAX || hi > COUNTER_ABSOLUTE_MAX ||
        lo > COUNTER_ABSOLUTE_MAX || hi < -COUNTER_ABSOLUTE_MAX) {
        return "its bounds must be whole numbers within a million";
    }
    if (lo > hi) {
        return "its lower bound lies above its upper bound";
    }
    if (hi - lo >= COUNTER_VALUES_MAX) {
        return "it has more than 1000 values";
    }
    if (start < lo || start > hi) {
        return "it starts outside its bounds";
    }
    return NULL;
}

static const char *objection_to_var(const place *at)
{
    const char *key = NULL;
    json_t *value = NULL;

    if (json_is_boolean(at->value)) {
        return NULL;
    }
    if (!is_table(at)) {
        return "it is neither true nor false nor a range";
    }
    json_object_foreach(at->value, key, value)
    {
        if (strcmp(key, "lo") != 0 && strcmp(key, "hi") != 0 &&
            strcmp(key, "start") != 0) {
            return "a range has `lo`, `hi` and `start` only";
        }
    }
    return objection_to_counter(at);
}

static void check_var(checker *check, const place *at)
{
    const char *objection = NULL;

    if (!is_variable_name(at->key, &objection)) {
        report(check, FAULT_BAD_NAME, at, at->key,
               WORDS(at->key, "a variable", objection));
    } else if (has_name(&check->spaces[FACT_NAMES], at->key)) {
        report(check, FAULT_DUPLICATE, at, at->key,
               WORDS(at->key, "a fact", "a variable"));
    }
    objection = objection_to_var(at);
    if (objection != NULL) {
        report(check, FAULT_BAD_COUNTER, at, at->key,
               WORDS(at->key, objection));
    }
}

void check_vars(checker *check, const key_row *row, const place *at)
{
    const char *key = NULL;
    json_t *value = NULL;
    size_t count = json_object_size(at->value);

    (void)row;
    if (!is_table(at)) {
        if (json_array_size(at->value) > 0 || !json_is_array(at->value)) {
            report_kind(check, at, "a table of variables");
        }
        return;
    }
    if (count > RP_VARS_MAX) {
        report(check, FAULT_TOO_MANY, at, "vars",
               WORDS(digits_of((int64_t)count).text,
                     digits_of(RP_VARS_MAX).text, "variables"));
    }
    json_object_foreach(at->value, key, value)
    {
        place var = place_key(at, key);
        check_var(check, &var);
    }
}

/* ----------------------------------------------------------- assignments */

/* What a variable of this kind cannot be given; NULL: it can. */
static const char *wanted_instead(const json_t *var, const json_t *value)
{
    if (json_is_string(value)) {
        return NULL;
    }
    if (json_is_boolean(var)) {
        return json_is_boolean(value) ? NULL
                                      : "true or false, or an expression";
    }
    return json_is_integer(value) ? NULL : "a whole number or an expression";
}

static void check_new_value(checker *check, const place *at, const json_t *var)
{
    const char *wanted = wanted_instead(var, at->value);
    int64_t value = json_integer_value(at->value);

    if (wanted != NULL) {
        report_kind(check, at, wanted);
    } else if (value > INT32_MAX || value < INT32_MIN) {
        report(check, FAULT_OUT_OF_RANGE, at, at->key,
               WORDS(at->key, digits_of(value).text, digits_of(INT32_MIN).text,
                     digits_of(INT32_MAX).text));
    }
}

static void check_assign(checker *check, const key_row *row, const place *at)
{
    place root = place_root(check->document);
    place scenario = place_key(&root, "scenario");
    place vars = place_key(&scenario, "vars");
    const json_t *var = json_object_get(vars.value, at->key);
    bool is_added = row->a == 1;

    if (var == NULL) {
        report_slip(check, FAULT_UNKNOWN_NAME, at,
                    slip_of(at->key, &check->spaces[VAR_NAMES]),
                    WORDS(row->key, at->key, name_space_labels[VAR_NAMES]));
    } else if (json_is_boolean(var) && is_added) {
        report(check, FAULT_WRONG_KIND, at, at->key,
               WORDS(at->key, "a counter to be added to", "true or false"));
    } else {
        check_new_value(check, at, var);
    }
}

void check_assigns(checker *check, const key_row *row, const place *at)
{
    const char *key = NULL;
    json_t *value = NULL;

    if (!is_table(at)) {
        report_kind(check, at, "a table of variables and values");
        return;
    }
    json_object_foreach(at->value, key, value)
    {
        place item = place_key(at, key);
        if (!check->document->is_pack) {
            check_assign(check, row, &item);
        }
    }
}
