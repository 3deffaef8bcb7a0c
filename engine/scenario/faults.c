/*
 * The list of what is wrong: sentences filled in, positions found, kept in
 * the order a reader meets them, nothing twice.
 */
#include <string.h>

#include "describe.h"
#include "positions.h"

enum {
    FIRST_CAPACITY = 16,
    WORDS_MAX = 9 /* with the place in front */
};

static const rp_code fault_rows[FAULT_CODES] = {
#define FAULT(row, code, how, means, says, to_do, raised_by)        \
    [FAULT_##row].name = (code), [FAULT_##row].severity = (how),    \
    [FAULT_##row].about = (means), [FAULT_##row].sentence = (says), \
    [FAULT_##row].mend = (to_do), [FAULT_##row].example = (raised_by),
#define FAULT_GROUP(row, title) [FAULT_##row].group = (title),
#include "list_faults.h"
#undef FAULT
};

rp_codes rp_fault_codes(void)
{
    return (rp_codes){.items = fault_rows, .count = FAULT_CODES};
}

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

static position position_of(const spot *where)
{
    position found = {0};

    if (where == NULL || where->document == NULL) {
        return found;
    }
    const rp_document *document = where->document;
    place root = place_root(document);
    found = position_in(document, where->at == NULL ? &root : where->at,
                        where->text, where->offset);
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

static const char *const *keep_words(rp_faults *faults,
                                     const char *const words[WORDS_MAX + 1])
{
    const char **kept =
        rp_arena_take(&faults->arena, WORDS_MAX + 1, sizeof *kept);

    faults->refused = faults->refused || kept == NULL;
    for (size_t i = 0; kept != NULL && words[i] != NULL; i++) {
        kept[i] = keep(faults, words[i]);
    }
    return kept;
}

/* Copies what the fault borrows and puts it in its place. */
static void take_in(rp_faults *faults, rp_fault fault, const spot *where)
{
    fault.file = keep(faults, fault.file);
    fault.message = keep(faults, fault.message);
    fault.mend = keep(faults, fault.mend);
    fault.words = keep_words(faults, fault.words);
    fault.wrong = keep(faults, where == NULL ? NULL : where->text);
    fault.nearest = keep(faults, where == NULL ? NULL : where->near);
    if (fault.message != NULL) {
        insert(faults, &fault);
    }
}

void rp_fault_say(const rp_fault *fault, const rp_tongue *in, rp_text *out)
{
    if (fault->pattern == NULL) {
        rp_phrase(out, in, fault->message);
        return;
    }
    rp_sentence(out, in, fault->pattern, fault->words);
    if (fault->nearest != NULL) {
        rp_sentence(out, in, " Did you mean `{1}`?",
                    (const char *const[]){"", fault->nearest, NULL});
    }
}

/* Makes the English sentences of a fault and takes it in. */
static void add_said(rp_faults *faults, rp_fault *fault, const rp_code *row,
                     const spot *where)
{
    rp_text sentence;
    rp_text mend;

    rp_text_init(&sentence, faults->arena.alloc);
    rp_text_init(&mend, faults->arena.alloc);
    fault->nearest = where == NULL ? NULL : where->near;
    rp_fault_say(fault, NULL, &sentence);
    rp_sentence(&mend, NULL, row->mend, fault->words);
    fault->message = sentence.bytes;
    fault->mend = mend.bytes;
    if (sentence.failed || mend.failed || sentence.bytes == NULL ||
        !make_room(faults)) {
        faults->refused = true;
    } else if (!is_known(faults, fault)) {
        take_in(faults, *fault, where);
    }
    rp_text_clear(&sentence);
    rp_text_clear(&mend);
}

void faults_add(rp_faults *faults, fault_code code, const spot *where,
                const char *const *words)
{
    const rp_code *row = &fault_rows[code];
    position found = position_of(where);
    const char *all[WORDS_MAX + 1] = {NULL};
    rp_text at;

    rp_text_init(&at, faults->arena.alloc);
    describe_place(&at, where == NULL ? NULL : where->at);
    all[0] = at.bytes != NULL ? at.bytes : "";
    for (size_t i = 1; i < WORDS_MAX && words != NULL && *words != NULL; i++) {
        all[i] = *words++;
    }
    rp_fault fault = {
        .code = row->name,
        .severity = row->severity,
        .file = found.file,
        .line = found.line,
        .column = found.column,
        .pattern = row->sentence,
        .words = all,
    };
    add_said(faults, &fault, row, where);
    faults->refused = faults->refused || at.failed;
    rp_text_clear(&at);
}
