/*
 * Kinds of fact, and the forms in which a slot can show one. Checking,
 * compiling and rendering read the same tables.
 */
#ifndef RAPPORT_SCENARIO_FACTS_H
#define RAPPORT_SCENARIO_FACTS_H

#include "scenario_internal.h"

typedef struct fact_kind {
    rp_value_kind kind;
    const char *key;   /* of a fact in the document: {"clock": "14:00"} */
    const char *label; /* "a clock" */
    bool (*parse)(const char *string, int64_t *value); /* NULL: no time */
} fact_kind;

/* The kind of a fact of the document; NULL: it is none. */
const fact_kind *fact_kind_of(const json_t *fact);

/* What may stand behind the colon of a slot. */
typedef enum slot_form {
    FORM_DAY,
    FORM_DATE,
    FORM_MONTH,
    FORM_WEEKDAY,
    FORM_AGO,
    FORM_CLOCK,
    FORM_FORMAL,
    SLOT_FORMS
} slot_form;

extern const char *const slot_form_names[SLOT_FORMS];

/* True where a fact of this kind has this form. */
bool slot_form_suits(slot_form form, rp_value_kind kind);

#endif
