/*
 * The JSON writer (RFC 8259): two-character escapes where they exist, \u00XX
 * for other controls, everything else as it is.
 */
#include <assert.h>
#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "rapport/base.h"

void rp_json_begin(rp_json *json, rp_text *out)
{
    *json = (rp_json){.out = out};
}

/* A comma where one is due; every value and key passes here. */
static void separate(rp_json *json)
{
    if (json->after_key) {
        json->after_key = false;
        return;
    }
    if (json->depth > 0) {
        bool *has_items = &json->has_items[json->depth - 1];
        if (*has_items) {
            rp_text_add(json->out, ",", 1);
        }
        *has_items = true;
    }
}

void rp_json_open(rp_json *json, char bracket)
{
    assert(json->depth < RP_JSON_DEPTH_MAX);
    separate(json);
    rp_text_add(json->out, &bracket, 1);
    json->has_items[json->depth] = false;
    json->depth++;
}

void rp_json_close(rp_json *json, char bracket)
{
    assert(json->depth > 0 && !json->after_key);
    json->depth--;
    rp_text_add(json->out, &bracket, 1);
}

static const char *short_escape(char byte)
{
    switch (byte) {
    case '"': return "\\\"";
    case '\\': return "\\\\";
    case '\b': return "\\b";
    case '\f': return "\\f";
    case '\n': return "\\n";
    case '\r': return "\\r";
    case '\t': return "\\t";
    default: return NULL;
    }
}

static void add_quoted(rp_text *out, const char *bytes, size_t length)
{
    size_t plain_from = 0;

    rp_text_add(out, "\"", 1);
    for (size_t i = 0; i < length; i++) {
        const char *escape = short_escape(bytes[i]);
        bool is_control = (unsigned char)bytes[i] < 0x20;
        if (escape == NULL && !is_control) {
            continue;
        }
        rp_text_add(out, bytes + plain_from, i - plain_from);
        if (escape != NULL) {
            rp_text_puts(out, escape);
        } else {
            rp_text_printf(out, "\\u%04x", (unsigned)bytes[i]);
        }
        plain_from = i + 1;
    }
    rp_text_add(out, bytes + plain_from, length - plain_from);
    rp_text_add(out, "\"", 1);
}

void rp_json_key(rp_json *json, const char *key)
{
    assert(!json->after_key);
    separate(json);
    add_quoted(json->out, key, strlen(key));
    rp_text_add(json->out, ":", 1);
    json->after_key = true;
}

void rp_json_string(rp_json *json, const char *string)
{
    if (string == NULL) {
        rp_json_null(json);
        return;
    }
    rp_json_string_of(json, string, strlen(string));
}

void rp_json_string_of(rp_json *json, const char *bytes, size_t length)
{
    separate(json);
    add_quoted(json->out, bytes, length);
}

void rp_json_integer(rp_json *json, int64_t value)
{
    separate(json);
    rp_text_printf(json->out, "%" PRId64, value);
}

enum {
    DIGITS = 12,
    DECIMAL_MAX = 48
};

static void trim_zeros(char *number)
{
    if (strchr(number, '.') == NULL) {
        return;
    }
    size_t length = strlen(number);
    while (number[length - 1] == '0') {
        length--;
    }
    if (number[length - 1] == '.') {
        length--;
    }
    number[length] = '\0';
}

/* Fixed notation with as many places as DIGITS significant digits need. */
static void format_decimal(double value, char out[DECIMAL_MAX])
{
    double size = fabs(value);
    int whole = size < 1e-300 ? 0 : (int)floor(log10(size)) + 1;
    int places = DIGITS - whole;

    places = places < 0 ? 0 : places;
    places = places > 24 ? 24 : places;
    (void)snprintf(out, DECIMAL_MAX, "%.*f", places, value);
    trim_zeros(out);
}

void rp_json_decimal(rp_json *json, double value)
{
    char number[DECIMAL_MAX];

    assert(isfinite(value));
    separate(json);
    if (fabs(value) >= 1e15) {
        (void)snprintf(number, sizeof number, "%.11e", value);
    } else {
        format_decimal(value, number);
    }
    rp_text_puts(json->out, strcmp(number, "-0") == 0 ? "0" : number);
}

void rp_json_bool(rp_json *json, bool value)
{
    separate(json);
    rp_text_puts(json->out, value ? "true" : "false");
}

void rp_json_null(rp_json *json)
{
    separate(json);
    rp_text_puts(json->out, "null");
}

void rp_json_raw(rp_json *json, const char *bytes)
{
    separate(json);
    rp_text_puts(json->out, bytes);
}
