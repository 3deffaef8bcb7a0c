/*
 * The tables of remarks and of what keeps the gate shut, and their sentences.
 */
#include <string.h>

#include "solve/findings.h"

static const rp_code remark_rows[REMARK_CODES] = {
#define REMARK(row, code, how, means, says, to_do, raised_by)         \
    [REMARK_##row].name = (code), [REMARK_##row].severity = (how),    \
    [REMARK_##row].about = (means), [REMARK_##row].sentence = (says), \
    [REMARK_##row].mend = (to_do), [REMARK_##row].example = (raised_by),
#define REMARK_GROUP(row, title) [REMARK_##row].group = (title),
#include "solve/list_remarks.h"
#undef REMARK
};

static const rp_code missing_rows[MISSING_CODES] = {
#define MISSING(row, code, means, says, to_do, raised_by)              \
    [MISSING_##row].name = (code), [MISSING_##row].about = (means),    \
    [MISSING_##row].sentence = (says), [MISSING_##row].mend = (to_do), \
    [MISSING_##row].example = (raised_by),
#define MISSING_GROUP(row, title) [MISSING_##row].group = (title),
#include "solve/list_missing.h"
#undef MISSING
};

rp_codes rp_remark_codes(void)
{
    return (rp_codes){.items = remark_rows, .count = REMARK_CODES};
}

rp_codes rp_missing_codes(void)
{
    return (rp_codes){.items = missing_rows, .count = MISSING_CODES};
}

const char *number_word(findings *f, int64_t number)
{
    const char *word = rp_arena_format(f->arena, "%lld", (long long)number);

    f->refused = f->refused || word == NULL;
    return word != NULL ? word : "";
}

const char *percent_word(findings *f, double share)
{
    const char *word = rp_arena_format(f->arena, "%.2f", share * 100);

    f->refused = f->refused || word == NULL;
    return word != NULL ? word : "";
}

/* The words, kept as long as the report; NULL where that was refused. */
static const char *const *keep_words(findings *f, const char *const *words)
{
    size_t count = 0;

    while (words[count] != NULL) {
        count++;
    }
    const char **kept = rp_arena_take(f->arena, count + 1, sizeof *kept);
    for (size_t i = 0; kept != NULL && i < count; i++) {
        kept[i] = rp_arena_copy(f->arena, words[i], strlen(words[i]));
    }
    return kept;
}

/* The sentence in English, owned by the report; NULL where refused. */
static const char *keep_sentence(findings *f, const rp_code *row,
                                 const char *const *words)
{
    const char *kept = NULL;
    rp_text sentence;

    rp_text_init(&sentence, f->arena->alloc);
    rp_sentence(&sentence, NULL, row->sentence, words);
    if (!sentence.failed && sentence.bytes != NULL) {
        kept = rp_arena_copy(f->arena, sentence.bytes, sentence.length);
    }
    rp_text_clear(&sentence);
    return kept;
}

void add_remark(findings *f, remark_code code, const rp_remark *where,
                const char *const *words)
{
    const rp_code *row = &remark_rows[code];
    rp_remark remark = *where;

    remark.code = row->name;
    remark.severity = row->severity;
    remark.pattern = row->sentence;
    remark.words = keep_words(f, words);
    remark.sentence = keep_sentence(f, row, words);
    if (remark.subject == NULL || remark.words == NULL ||
        remark.sentence == NULL || !LIST_ROOM(&f->memory, &f->remarks, 1)) {
        f->refused = true;
        return;
    }
    f->remarks.items[f->remarks.count++] = remark;
    f->report->remark_count = (uint32_t)f->remarks.count;
}

bool has_remark(const findings *f, remark_code code, const char *subject)
{
    for (uint64_t i = 0; i < f->remarks.count; i++) {
        const rp_remark *known = &f->remarks.items[i];
        if (strcmp(known->code, remark_rows[code].name) == 0 &&
            strcmp(known->subject, subject) == 0) {
            return true;
        }
    }
    return false;
}

void add_missing(findings *f, missing_code code, const char *const *words)
{
    const rp_code *row = &missing_rows[code];
    rp_missing missing = {.code = row->name, .pattern = row->sentence};

    missing.words = keep_words(f, words);
    missing.sentence = keep_sentence(f, row, words);
    if (missing.words == NULL || missing.sentence == NULL ||
        !LIST_ROOM(&f->memory, &f->missing, 1)) {
        f->refused = true;
        return;
    }
    f->missing.items[f->missing.count++] = missing;
}
