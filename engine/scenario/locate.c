/*
 * Where a value stands in the JSON text it was read from. The text was read
 * once without a fault, so the scan need not doubt it.
 */
#include <string.h>

#include "positions.h"

static const char *skip_blank(const char *at)
{
    return at + strspn(at, " \t\r\n");
}

/* Behind the text that begins with the quote at `at`. */
static const char *skip_string(const char *at)
{
    for (at++; *at != '"' && *at != '\0'; at++) {
        at += *at == '\\' && at[1] != '\0';
    }
    return *at == '"' ? at + 1 : at;
}

static const char *skip_value(const char *at)
{
    int depth = 0;

    do {
        if (*at == '"') {
            at = skip_string(at);
            continue;
        }
        depth += *at == '{' || *at == '[';
        depth -= *at == '}' || *at == ']';
        at++;
    } while (*at != '\0' && (depth > 0 || strchr(",]} \t\r\n", *at) == NULL));
    return at;
}

/* Behind the comma after a value; NULL where the container ends. */
static const char *next_item(const char *at)
{
    at = skip_blank(skip_value(at));
    return *at == ',' ? skip_blank(at + 1) : NULL;
}

static const char *find_key(const char *at, const char *key)
{
    size_t length = strlen(key);

    at = *at == '{' ? skip_blank(at + 1) : NULL;
    while (at != NULL && *at == '"') {
        const char *value = skip_blank(skip_string(at));
        value = skip_blank(value + (*value == ':'));
        if (strncmp(at + 1, key, length) == 0 && at[length + 1] == '"') {
            return value;
        }
        at = next_item(value);
    }
    return NULL;
}

static const char *find_item(const char *at, size_t index)
{
    at = *at == '[' ? skip_blank(at + 1) : NULL;
    for (size_t i = 0; at != NULL && i < index; i++) {
        at = next_item(at);
    }
    return at;
}

/* First byte of the value at a place, or of the nearest one around it. */
static const char *find_value(const char *json, const place *at)
{
    if (at->up == NULL) {
        return skip_blank(json);
    }
    const char *outer = find_value(json, at->up);
    const char *found = at->key != NULL ? find_key(outer, at->key)
                                        : find_item(outer, at->index);
    return found != NULL ? found : outer;
}

position json_find(const char *json, const char *file, const place *at)
{
    return position_of_byte(file, json, find_value(json, at));
}
