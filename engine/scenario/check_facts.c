/*
 * Facts and variables: what a call is about, and what it keeps in mind.
 */
#include <string.h>

#include "check.h"
#include "describe.h"
#include "facts.h"

enum {
    COUNTER_VALUES_MAX = 1000,
    COUNTER_ABSOLUTE_MAX = 1000000
};

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
        if (word_index(parts, 3, key) < 3) {
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
    place inner = place_key(at, kind->key);
    int64_t value = 0;

    if (kind->kind == RP_V_TEXT) {
        check_literal_text(check, &inner);
    } else if (kind->kind == RP_V_NAME) {
        check_name_parts(check, &inner);
    } else if (kind->kind == RP_V_MONEY && !json_is_integer(inner.value)) {
        report_kind(check, &inner, "a whole number of fen");
    } else if (kind->parse != NULL) {
        const char *text = text_of(&inner);
        if (text == NULL || !kind->parse(text, &value)) {
            report(check, FAULT_BAD_DATE, at, text,
                   WORDS(text == NULL ? "" : text, kind->key));
        }
    }
}

static void check_fact(checker *check, const place *at, size_t set_idx)
{
    const fact_kind *kind = fact_kind_of(at->value);
    const json_t *model = json_object_get(check->first_set, at->key);
    const fact_kind *first = fact_kind_of(model);
    const char *objection = NULL;

    if (kind == NULL) {
        report(check, FAULT_BAD_FACT, at, at->key,
               WORDS(at->key, describe_value(at->value)));
        return;
    }
    check_fact_value(check, at, kind);
    if (set_idx == 0 && !is_variable_name(at->key, &objection)) {
        report(check, FAULT_BAD_NAME, at, at->key,
               WORDS(at->key, "a fact", objection));
    }
    if (first != NULL && first != kind) {
        report(check, FAULT_FACT_KIND, at, at->key,
               WORDS(at->key, kind->label, digits_of((int64_t)set_idx + 1).text,
                     first->label));
    }
    if (set_idx == 0 && strcmp(at->key, "at") == 0 &&
        kind->kind != RP_V_DATETIME) {
        report(check, FAULT_AT_NOT_DATETIME, at, NULL, WORDS(kind->label));
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
    static const char *const parts[] = {"lo", "hi", "start"};
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
        if (word_index(parts, 3, key) == 3) {
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
