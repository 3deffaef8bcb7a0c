/*
 * The table behind positions: which object was declared where, and the
 * declarations of each source in their order.
 *
 * A declaration is known by its line. Where several share a line, its word
 * and name are looked for in it, so that `answer "1" { … }, answer "2" { … }`
 * on one line do not claim each other's texts.
 */
#include "positions.h"

#include <stdlib.h>
#include <string.h>

#include "rapport/declared.h"

typedef struct entry {
    json_t *object; /* held */
    uint32_t source_idx;
    uint32_t line;
    size_t start; /* byte of the source where the declaration begins */
} entry;

/* The line found last: declarations mostly come in the order of lines. */
typedef struct line_mark {
    uint32_t source_idx;
    uint32_t line; /* 0: none found yet */
    size_t start;
} line_mark;

struct positions {
    uint32_t source_count;
    rp_source *sources;
    vector entries; /* entry, in the order they were added */
    line_mark last;
};

positions *positions_new(rp_arena *arena, const rp_source *sources,
                         uint32_t source_count)
{
    positions *table = rp_arena_take(arena, 1, sizeof *table);
    rp_source *copies = rp_arena_take(arena, source_count, sizeof *copies);

    if (table == NULL || copies == NULL) {
        return NULL;
    }
    for (uint32_t i = 0; i < source_count; i++) {
        const rp_source *from = &sources[i];
        copies[i].name = rp_arena_copy(arena, from->name, strlen(from->name));
        copies[i].bytes = rp_arena_copy(arena, from->bytes, from->length);
        copies[i].length = from->length;
        if (copies[i].name == NULL || copies[i].bytes == NULL) {
            return NULL;
        }
    }
    *table = (positions){.source_count = source_count, .sources = copies};
    vector_init(&table->entries, arena, sizeof(entry));
    return table;
}

void positions_clear(positions *table)
{
    for (uint32_t i = 0; table != NULL && i < table->entries.count; i++) {
        json_decref(((entry *)table->entries.items)[i].object);
    }
}

const char *positions_file(const positions *table, uint32_t source_idx)
{
    return source_idx < table->source_count ? table->sources[source_idx].name
                                            : NULL;
}

/* First byte of a line; the end of the source where it has fewer. */
static const char *line_start(positions *table, const declared_at *where)
{
    const rp_source *source = &table->sources[where->source_idx];
    line_mark *last = &table->last;
    const char *at = source->bytes;
    const char *end = source->bytes + source->length;
    uint32_t line = 1;

    if (last->source_idx == where->source_idx && last->line > 0 &&
        last->line <= where->line) {
        at += last->start;
        line = last->line;
    }
    for (; line < where->line && at < end; line++) {
        const char *newline = memchr(at, '\n', (size_t)(end - at));
        at = newline == NULL ? end : newline + 1;
    }
    *last = (line_mark){where->source_idx, line, (size_t)(at - source->bytes)};
    return at;
}

static bool is_blank(char byte)
{
    return byte == ' ' || byte == '\t' || byte == '(';
}

/* True where `at` begins `word "id"` in any of Lua's spacings. */
static bool begins_declaration(const char *at, const declared_at *where)
{
    size_t length = strlen(where->word);

    if (strncmp(at, where->word, length) != 0) {
        return false;
    }
    at += length;
    while (is_blank(*at)) {
        at++;
    }
    if (where->id == NULL) {
        return *at == '{';
    }
    length = strlen(where->id);
    return (*at == '"' || *at == '\'') &&
           strncmp(at + 1, where->id, length) == 0 && at[length + 1] == *at;
}

/* Byte of the source where a declaration begins: its word, or its line. */
static size_t start_of(positions *table, const declared_at *where)
{
    const rp_source *source = &table->sources[where->source_idx];
    const char *line = line_start(table, where);

    for (const char *at = line; *at != '\0' && *at != '\n'; at++) {
        if (begins_declaration(at, where)) {
            return (size_t)(at - source->bytes);
        }
    }
    return (size_t)(line - source->bytes);
}

bool positions_add(positions *table, json_t *object, declared_at where)
{
    if (where.source_idx >= table->source_count) {
        return true;
    }
    entry *added = vector_add(&table->entries);
    if (table->entries.refused) {
        return false;
    }
    *added = (entry){
        .object = json_incref(object),
        .source_idx = where.source_idx,
        .line = where.line,
        .start = start_of(table, &where),
    };
    return true;
}

static const entry *entry_of(const positions *table, const json_t *object)
{
    const entry *entries = table->entries.items;

    for (uint32_t i = 0; object != NULL && i < table->entries.count; i++) {
        if (entries[i].object == object) {
            return &entries[i];
        }
    }
    return NULL;
}

static const entry *innermost(const positions *table, const place *at)
{
    const entry *found = NULL;

    for (; at != NULL && found == NULL; at = at->up) {
        found = entry_of(table, at->value);
    }
    return found;
}

/* Where the declaration after `from` begins; the end of the source if none. */
static size_t end_of(const positions *table, const entry *from)
{
    const entry *entries = table->entries.items;
    size_t end = table->sources[from->source_idx].length;

    for (uint32_t i = 0; i < table->entries.count; i++) {
        const entry *other = &entries[i];
        if (other->source_idx == from->source_idx &&
            other->start > from->start && other->start < end) {
            end = other->start;
        }
    }
    return end;
}

static bool is_name_byte(char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
           (byte >= '0' && byte <= '9') || byte == '_' || byte == '-';
}

/* Behind the `\\z` at `at` and the white space it swallows. */
static const char *skip_z(const char *at)
{
    while (at[0] == '\\' && at[1] == 'z') {
        at += 2;
        at += strspn(at, " \t\r\n\f\v");
    }
    return at;
}

/*
 * Behind the first `length` bytes of `text` as a file writes them from `at`
 * on, with Lua's escapes for quotes, backslashes, line ends and long lines;
 * NULL where something else stands there.
 */
static const char *behind(const char *at, const char *text, size_t length)
{
    static const char escapes[] = "\"'\\n";
    static const char meanings[] = "\"'\\\n";

    for (size_t i = 0; i < length; i++) {
        const char *escape =
            at[0] == '\\' && at[1] != '\0' ? strchr(escapes, at[1]) : NULL;
        if (at[0] == text[i]) {
            at++;
        } else if (escape != NULL && meanings[escape - escapes] == text[i]) {
            at += 2;
        } else {
            return NULL;
        }
        at = i + 1 < length ? skip_z(at) : at;
    }
    return at;
}

/* True where no longer name swallows the text from `at` to `end`. */
static bool stands_alone(const char *source, const char *at, const char *end)
{
    bool joined_before =
        at > source && is_name_byte(at[0]) && is_name_byte(at[-1]);
    bool joined_behind = is_name_byte(end[-1]) && is_name_byte(end[0]);

    return !joined_before && !joined_behind;
}

/* The only place of `text` between two bytes of a source, or NULL. */
static const char *only_place(const rp_source *source, size_t start, size_t end,
                              const char *text)
{
    size_t length = strlen(text);
    const char *found = NULL;
    const char *limit = source->bytes + end;

    for (const char *at = source->bytes + start; length > 0 && at < limit;
         at++) {
        const char *next = behind(at, text, length);
        if (next == NULL || next > limit ||
            !stands_alone(source->bytes, at, next)) {
            continue;
        }
        if (found != NULL) {
            return NULL;
        }
        found = at;
    }
    return found;
}

position position_of_byte(const char *file, const char *bytes, const char *byte)
{
    position out = {.file = file, .line = 1, .column = 1};

    for (const char *at = bytes; at < byte; at++) {
        if (*at == '\n') {
            out.line++;
            out.column = 1;
        } else if (((unsigned char)*at & 0xC0) != 0x80) {
            out.column++;
        }
    }
    return out;
}

position positions_find(const positions *table, const place *at,
                        const char *text, size_t offset)
{
    const entry *from = table == NULL ? NULL : innermost(table, at);

    if (from == NULL) {
        return (position){0};
    }
    const rp_source *source = &table->sources[from->source_idx];
    position out = {.file = source->name, .line = from->line};
    const char *found = text == NULL ? NULL
                                     : only_place(source, from->start,
                                                  end_of(table, from), text);
    if (found != NULL) {
        const char *wrong = behind(found, text, offset);
        out = position_of_byte(source->name, source->bytes,
                               wrong == NULL ? found : skip_z(wrong));
    }
    return out;
}

position position_in(const rp_document *document, const place *at,
                     const char *text, size_t offset)
{
    return document->json != NULL && document->positions == NULL
               ? json_find(document->json, document->source, at)
               : positions_find(document->positions, at, text, offset);
}
