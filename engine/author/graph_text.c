/*
 * Texts for Graphviz: what stands between tags, what stands in quotes, and
 * lines that fit a box.
 */
#include <string.h>

#include "graph.h"

/* ----------------------------------------------------------------- escape */

static const char *entity_of(uint32_t code)
{
    switch (code) {
    case '&': return "&amp;";
    case '<': return "&lt;";
    case '>': return "&gt;";
    case '"': return "&quot;";
    case '\'': return "&#39;";
    case '\n':
    case '\t': return " ";
    default: return NULL;
    }
}

/* What XML has no way to write, and what would turn a line round. */
static bool is_odd(uint32_t code)
{
    return code < 0x20 || (code >= 0x7F && code < 0xA0) ||
           (code >= 0x202A && code <= 0x202E) ||
           (code >= 0x2066 && code <= 0x2069) || (code & 0xFFFE) == 0xFFFE ||
           (code >= 0xFDD0 && code <= 0xFDEF);
}

void graph_add_escaped(rp_text *out, const char *text, size_t length)
{
    bool has_ink = false;

    for (size_t i = 0; i < length;) {
        uint32_t code = 0;
        size_t took = rp_utf8_next(text + i, length - i, &code);
        const char *entity = took > 0 ? entity_of(code) : NULL;
        has_ink = has_ink || (code != ' ' && code != '\n' && code != '\t');
        if (entity != NULL) {
            rp_text_puts(out, entity);
        } else if (took == 0 || is_odd(code)) {
            rp_text_puts(out, "\xEF\xBF\xBD"); /* the replacement character */
        } else {
            rp_text_add(out, text + i, took);
        }
        i += took > 0 ? took : 1;
    }
    if (!has_ink) {
        rp_text_puts(out, "&#160;"); /* an empty tag is an error */
    }
}

static void add_in_quotes(rp_text *out, const char *text)
{
    size_t length = strlen(text);

    for (size_t i = 0; i < length;) {
        uint32_t code = 0;
        size_t took = rp_utf8_next(text + i, length - i, &code);
        if (code == '"' || code == '\\') {
            rp_text_puts(out, "\\");
        }
        if (took == 0 || is_odd(code)) {
            rp_text_puts(out, "\xEF\xBF\xBD");
        } else {
            rp_text_add(out, text + i, took);
        }
        i += took > 0 ? took : 1;
    }
}

void graph_add_quoted(rp_text *out, const char *prefix, const char *text)
{
    rp_text_puts(out, "\"");
    rp_text_puts(out, prefix);
    add_in_quotes(out, text);
    rp_text_puts(out, "\"");
}

/* ------------------------------------------------------------------ lines */

static uint32_t columns_of(uint32_t code)
{
    return code >= 0x2E80 ? 2 : 1; /* Han and its punctuation */
}

/* Bytes of the longest beginning that fits and ends where a line may. */
static size_t fitting(const char *text, size_t length, uint32_t columns)
{
    size_t at = 0;
    size_t end = 0; /* the last place to break */
    uint32_t used = 0;
    uint32_t last = 0;

    while (at < length) {
        uint32_t code = 0;
        size_t took = rp_utf8_next(text + at, length - at, &code);
        took = took > 0 ? took : 1;
        bool is_han = columns_of(code) == 2 || columns_of(last) == 2;
        bool may_break = code == ' ' || (is_han && !rp_utf8_closes(code));
        end = may_break && at > 0 ? at : end;
        used += columns_of(code);
        if (used > columns) {
            return end > 0 ? end : at;
        }
        last = code;
        at += took;
    }
    return length;
}

graph_lines graph_break(const char *text, uint32_t columns, uint32_t lines)
{
    graph_lines made = {.count = 0};
    size_t left = strlen(text);

    while (left > 0 && made.count < lines) {
        size_t length = fitting(text, left, columns);
        length = length > 0 ? length : 1;
        made.start[made.count] = text;
        made.length[made.count++] = length;
        text += length;
        left -= length;
        while (left > 0 && *text == ' ') {
            text++;
            left--;
        }
    }
    made.is_cut = left > 0;
    return made;
}
