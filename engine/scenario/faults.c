/*
 * The list of what is wrong: sentences filled in, positions found, kept in
 * the order a reader meets them, nothing twice.
 */
#include <string.h>

#include "describe.h"
#include "positions.h"

enum {
    FIRST_CAPACITY = 16,
    WORD_BYTES_MAX = 160
};

typedef struct fault_row {
    const char *code;
    rp_severity severity;
    const char *sentence;
    const char *mend;
} fault_row;

static const fault_row fault_rows[FAULT_CODES] = {
#define FAULT(name, code, severity, sentence, mend, example) \
    [FAULT_##name] = {code, severity, sentence, mend},
#include "list_faults.h"
#undef FAULT
};

void rp_faults_init(rp_faults *faults, rp_alloc alloc)
{
    *faults = (rp_faults){0};
    rp_arena_init(&faults->arena, alloc);
}

void rp_faults_clear(rp_faults *faults)
{
    rp_arena_clear(&faults->arena);
    *faults = (rp_faults){0};
}

spot spot_of(const rp_document *document, const place *at)
{
    return (spot){.document = document, .at = at};
}

spot spot_of_text(const rp_document *document, const place *at,
                  const char *text, size_t offset)
{
    return (spot){
        .document = document, .at = at, .text = text, .offset = offset};
}

/* A word of a sentence, harmless to a terminal and not too long. */
static void add_word(rp_text *out, const char *word)
{
    size_t length = strlen(word);
    size_t cut = length;

    if (length > WORD_BYTES_MAX) {
        cut = WORD_BYTES_MAX;
        while (cut > 0 && ((unsigned char)word[cut] & 0xC0) == 0x80) {
            cut--;
        }
    }
    rp_text_add_visible(out, word, cut, false);
    if (cut < length) {
        rp_text_puts(out, "…");
    }
}

static void add_slot(rp_text *out, char digit, const spot *where,
                     const char *const *words)
{
    if (digit == '0') {
        describe_place(out, where == NULL ? NULL : where->at);
        return;
    }
    for (char at = '1'; words != NULL && *words != NULL; at++, words++) {
        if (at == digit) {
            add_word(out, *words);
            return;
        }
    }
}

/* One character or one slot of a pattern; returns what is behind it. */
static const char *fill_next(rp_text *out, const char *at, const spot *where,
                             const char *const *words)
{
    if (at[0] == '{' && at[1] >= '0' && at[1] <= '9' && at[2] == '}') {
        add_slot(out, at[1], where, words);
        return at + 3;
    }
    rp_text_add(out, at, 1);
    return at + 1;
}

/* `pattern` with its slots filled, beginning with a capital. */
static void fill(rp_text *out, const char *pattern, const spot *where,
                 const char *const *words)
{
    const char *at = pattern;

    while (*at != '\0') {
        at = fill_next(out, at, where, words);
    }
    if (out->bytes != NULL && out->bytes[0] >= 'a' && out->bytes[0] <= 'z') {
        out->bytes[0] = (char)(out->bytes[0] - 'a' + 'A');
    }
}

static void add_proposal(rp_text *out, const spot *where)
{
    if (where != NULL && where->near != NULL) {
        rp_text_puts(out, " Did you mean `");
        add_word(out, where->near);
        rp_text_puts(out, "`?");
    }
}

static position position_of(const spot *where)
{
    position found = {0};

    if (where == NULL || where->document == NULL) {
        return found;
    }
    const rp_document *document = where->document;
    place root = place_root(document);
    const place *at = where->at == NULL ? &root : where->at;
    found = document->json != NULL && document->positions == NULL
                ? json_find(document->json, document->source, at)
                : positions_find(document->positions, at, where->text,
                                 where->offset);
    if (found.file == NULL) {
        found.file = document->source;
    }
    return found;
}

uint32_t place_line(const rp_document *document, const place *at)
{
    return positions_find(document->positions, at, NULL, 0).line;
}

static int compare_texts(const char *a, const char *b)
{
    return strcmp(a == NULL ? "" : a, b == NULL ? "" : b);
}

static int compare_numbers(uint32_t a, uint32_t b)
{
    return (a > b) - (a < b);
}

static int compare_faults(const rp_fault *a, const rp_fault *b)
{
    int order = compare_texts(a->file, b->file);

    if (order == 0) {
        order = compare_numbers(a->line, b->line);
    }
    if (order == 0) {
        order = compare_numbers(a->column, b->column);
    }
    return order;
}

static bool is_known(const rp_faults *faults, const rp_fault *fault)
{
    for (uint32_t i = 0; i < faults->count; i++) {
        const rp_fault *other = &faults->items[i];
        if (compare_faults(other, fault) == 0 && other->code == fault->code &&
            strcmp(other->message, fault->message) == 0) {
            return true;
        }
    }
    return false;
}

static bool make_room(rp_faults *faults)
{
    if (faults->count < faults->capacity) {
        return true;
    }
    uint32_t capacity =
        faults->capacity == 0 ? FIRST_CAPACITY : faults->capacity * 2;
    rp_fault *items = rp_arena_take(&faults->arena, capacity, sizeof *items);
    if (items == NULL) {
        return false;
    }
    if (faults->count > 0) {
        memcpy(items, faults->items, faults->count * sizeof *items);
    }
    faults->items = items;
    faults->capacity = capacity;
    return true;
}

static void insert(rp_faults *faults, const rp_fault *fault)
{
    uint32_t at = faults->count;

    while (at > 0 && compare_faults(fault, &faults->items[at - 1]) < 0) {
        faults->items[at] = faults->items[at - 1];
        at--;
    }
    faults->items[at] = *fault;
    faults->count++;
    faults->error_count += fault->severity == RP_ERROR;
}

/* A copy owned by the list; a refusal marks the list. NULL stays NULL. */
static const char *keep(rp_faults *faults, const char *string)
{
    if (string == NULL) {
        return NULL;
    }
    char *copy = rp_arena_copy(&faults->arena, string, strlen(string));
    if (copy == NULL) {
        faults->refused = true;
    }
    return copy;
}

/* Copies what the fault borrows and puts it in its place. */
static void take_in(rp_faults *faults, rp_fault fault, const spot *where)
{
    fault.file = keep(faults, fault.file);
    fault.message = keep(faults, fault.message);
    fault.mend = keep(faults, fault.mend);
    fault.wrong = keep(faults, where == NULL ? NULL : where->text);
    fault.nearest = keep(faults, where == NULL ? NULL : where->near);
    if (fault.message != NULL) {
        insert(faults, &fault);
    }
}

void faults_add(rp_faults *faults, fault_code code, const spot *where,
                const char *const *words)
{
    const fault_row *row = &fault_rows[code];
    position found = position_of(where);
    rp_text sentence;
    rp_text mend;

    rp_text_init(&sentence, faults->arena.alloc);
    rp_text_init(&mend, faults->arena.alloc);
    fill(&sentence, row->sentence, where, words);
    add_proposal(&sentence, where);
    fill(&mend, row->mend, where, words);
    rp_fault fault = {
        .code = row->code,
        .severity = row->severity,
        .file = found.file,
        .line = found.line,
        .column = found.column,
        .message = sentence.bytes,
        .mend = mend.bytes,
    };
    if (sentence.failed || mend.failed || sentence.bytes == NULL ||
        !make_room(faults)) {
        faults->refused = true;
    } else if (!is_known(faults, &fault)) {
        take_in(faults, fault, where);
    }
    rp_text_clear(&sentence);
    rp_text_clear(&mend);
}
