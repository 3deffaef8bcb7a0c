/*
 * GNU MO: a header of seven numbers, two tables of (length, offset), then
 * texts with a NUL behind each. An entry with a context is found under
 * context, the byte 4, msgid; one with several forms under the first. Sorted
 * by the bytes of that.
 */
#include <stdlib.h>
#include <string.h>

#include "rapport/base.h"

static const uint32_t magic = 0x950412DE;
static const uint32_t magic_swapped = 0xDE120495;

enum {
    HEADER_BYTES = 28,
    ENTRY_BYTES = 8,
    PLURALS_MAX = 6
};

static uint32_t number_at(const rp_mo *mo, size_t offset)
{
    const unsigned char *at = mo->bytes + offset;

    if (mo->is_swapped) {
        return (uint32_t)at[0] << 24 | (uint32_t)at[1] << 16 |
               (uint32_t)at[2] << 8 | at[3];
    }
    return (uint32_t)at[3] << 24 | (uint32_t)at[2] << 16 |
           (uint32_t)at[1] << 8 | at[0];
}

static bool table_fits(const rp_mo *mo, uint32_t offset)
{
    return offset <= mo->length &&
           mo->count <= (mo->length - offset) / ENTRY_BYTES;
}

/* Text `index` of a table; NULL where it leaves the file or has no NUL. */
static const char *text_at(const rp_mo *mo, uint32_t table, uint32_t index,
                           uint32_t *length)
{
    size_t entry = table + (size_t)index * ENTRY_BYTES;
    uint32_t offset = number_at(mo, entry + 4);

    *length = number_at(mo, entry);
    if (offset >= mo->length || *length >= mo->length - offset ||
        mo->bytes[offset + *length] != '\0') {
        return NULL;
    }
    return (const char *)mo->bytes + offset;
}

/* Compares `key` with context, byte 4, msgid without joining them. */
static int compare_key(const char *key, const char *context, const char *msgid)
{
    if (context == NULL) {
        return strcmp(key, msgid);
    }
    size_t length = strlen(context);
    int order = strncmp(key, context, length);
    if (order != 0) {
        return order;
    }
    if (key[length] != '\4') {
        return (unsigned char)key[length] < 4 ? -1 : 1;
    }
    return strcmp(key + length + 1, msgid);
}

/* The translation with all its forms; `length` counts every byte of them. */
static const char *find_forms(const rp_mo *mo, const char *context,
                              const char *msgid, uint32_t *length)
{
    uint32_t low = 0;
    uint32_t high = mo->count;

    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        const char *key = text_at(mo, mo->originals, middle, length);
        int order = key == NULL ? 1 : compare_key(key, context, msgid);
        if (order == 0) {
            return text_at(mo, mo->translations, middle, length);
        }
        if (order < 0) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return NULL;
}

const char *rp_mo_key(const rp_mo *mo, uint32_t index)
{
    uint32_t length = 0;

    return text_at(mo, mo->originals, index, &length);
}

/* Reads "nplurals=N" of the header; two forms where it is not said. */
static uint32_t read_plural_count(const rp_mo *mo)
{
    static const char key[] = "nplurals=";
    uint32_t length = 0;
    const char *header = find_forms(mo, NULL, "", &length);
    const char *at = header != NULL ? strstr(header, key) : NULL;
    unsigned long count =
        at != NULL ? strtoul(at + sizeof key - 1, NULL, 10) : 0;

    return count >= 1 && count <= PLURALS_MAX ? (uint32_t)count : 2;
}

bool rp_mo_open(rp_mo *mo, const char *bytes, size_t length)
{
    *mo = (rp_mo){.bytes = (const unsigned char *)bytes, .length = length};
    if (bytes == NULL || length < HEADER_BYTES) {
        return false;
    }
    uint32_t found = number_at(mo, 0);
    if (found != magic && found != magic_swapped) {
        return false;
    }
    mo->is_swapped = found == magic_swapped;
    mo->count = number_at(mo, 8);
    mo->originals = number_at(mo, 12);
    mo->translations = number_at(mo, 16);
    if (!table_fits(mo, mo->originals) || !table_fits(mo, mo->translations)) {
        return false;
    }
    mo->plural_count = read_plural_count(mo);
    return true;
}

const char *rp_mo_find(const rp_mo *mo, const char *context, const char *msgid)
{
    uint32_t length = 0;
    const char *text = find_forms(mo, context, msgid, &length);

    return text != NULL && text[0] != '\0' ? text : NULL;
}

const char *rp_mo_find_plural(const rp_mo *mo, const char *msgid, uint32_t n)
{
    uint32_t length = 0;
    const char *text = find_forms(mo, NULL, msgid, &length);

    if (text == NULL) {
        return NULL;
    }
    if (mo->plural_count > 1 && n != 1) {
        size_t first = strlen(text);
        text = first < length ? text + first + 1 : text;
    }
    return text[0] != '\0' ? text : NULL;
}
