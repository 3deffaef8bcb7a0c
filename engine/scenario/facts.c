/*
 * Kinds of fact, and the forms in which a slot can show one.
 */
#include "facts.h"

static const fact_kind fact_kinds[] = {
    {RP_V_INTEGER, "integer", "a whole number", NULL},
    {RP_V_BOOLEAN, "boolean", "true or false", NULL},
    {RP_V_TEXT, "text", "a text", NULL},
    {RP_V_MONEY, "money", "an amount of money", NULL},
    {RP_V_NAME, "name", "a name", NULL},
    {RP_V_DATE, "date", "a date", rp_parse_date},
    {RP_V_CLOCK, "clock", "a clock", rp_parse_clock},
    {RP_V_DATETIME, "datetime", "a datetime", rp_parse_datetime},
};

const fact_kind *fact_kind_of(const json_t *fact)
{
    if (json_is_integer(fact)) {
        return &fact_kinds[RP_V_INTEGER];
    }
    if (json_is_boolean(fact)) {
        return &fact_kinds[RP_V_BOOLEAN];
    }
    for (size_t i = RP_V_TEXT; i <= RP_V_DATETIME; i++) {
        if (json_object_size(fact) == 1 &&
            json_object_get(fact, fact_kinds[i].key) != NULL) {
            return &fact_kinds[i];
        }
    }
    return NULL;
}

const char *const slot_form_names[SLOT_FORMS] = {
    [FORM_DAY] = "day",         [FORM_DATE] = "date", [FORM_MONTH] = "month",
    [FORM_WEEKDAY] = "weekday", [FORM_AGO] = "ago",   [FORM_CLOCK] = "clock",
    [FORM_FORMAL] = "formal",
};

bool slot_form_suits(slot_form form, rp_value_kind kind)
{
    static const rp_value_kind kinds[SLOT_FORMS][2] = {
        [FORM_DAY] = {RP_V_DATE, RP_V_DATETIME},
        [FORM_DATE] = {RP_V_DATE, RP_V_DATETIME},
        [FORM_MONTH] = {RP_V_DATE, RP_V_DATETIME},
        [FORM_WEEKDAY] = {RP_V_DATE, RP_V_DATETIME},
        [FORM_AGO] = {RP_V_DATE, RP_V_DATETIME},
        [FORM_CLOCK] = {RP_V_CLOCK, RP_V_DATETIME},
        [FORM_FORMAL] = {RP_V_NAME, RP_V_NAME},
    };

    return kind == kinds[form][0] || kind == kinds[form][1];
}
