/*
 * Places and values in the author's own words.
 */
#ifndef RAPPORT_SCENARIO_DESCRIBE_H
#define RAPPORT_SCENARIO_DESCRIBE_H

#include "scenario_internal.h"

/* Appends "reply `hold` of turn `opening`"; NULL: "the file". */
void describe_place(rp_text *out, const place *at);

/* "a text", "a list", "a number with a fraction": what a value is. */
const char *describe_value(const json_t *value);

#endif
