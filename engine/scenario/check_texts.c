/*
 * Texts: clean, not empty, their slots filled by facts and variables in forms
 * that suit, their marks in pairs, and the same slots in every language.
 */
#include <string.h>

#include "check.h"
#include "facts.h"

enum {
    CHARACTERS_MAX = 8000,
    MARKS_DEEP_MAX = 8,
    SLOT_BYTES_MAX = 160
};

/* One text of one language and where it belongs. */
typedef struct reading {
    const place *at; /* the text in all languages */
    const char *text;
} reading;

/* ----------------------------------------------------------------- slots */

/* A slot as texts of its own: "since:day", "since", "day". */
typedef struct slot_words {
    char whole[SLOT_BYTES_MAX];
    char name[SLOT_BYTES_MAX];
    char form[SLOT_BYTES_MAX];
} slot_words;

static void copy_cut(char *to, const char *from, size_t length)
{
    if (length >= SLOT_BYTES_MAX) {
        length = SLOT_BYTES_MAX - 1;
    }
    memcpy(to, from, length);
    to[length] = '\0';
}

static slot_words words_of(const char *text, const slot *found)
{
    slot_words words;

    copy_cut(words.whole, text + found->start, found->end - found->start);
    copy_cut(words.name, found->name, found->name_length);
    copy_cut(words.form, found->form, found->form_length);
    return words;
}

static void check_form(checker *check, const place *at, const slot_words *words)
{
    const json_t *fact = json_object_get(check->first_set, words->name);
    const fact_kind *kind = fact_kind_of(fact);
    size_t form = word_index(slot_form_names, SLOT_FORMS, words->form);

    if (form == SLOT_FORMS) {
        slip what = {words->whole,
                     rp_nearest_name(words->form, slot_form_names, SLOT_FORMS)};
        report_slip(check, FAULT_UNKNOWN_FORM, at, what,
                    WORDS(words->whole, words->form));
    } else if (kind == NULL || !slot_form_suits((slot_form)form, kind->kind)) {
        const char *label = fact == NULL   ? "a variable"
                            : kind == NULL ? "no fact"
                                           : kind->label;
        report(check, FAULT_WRONG_FORM, at, words->whole,
               WORDS(words->whole, words->form, label));
    } else if (form == FORM_AGO &&
               json_object_get(check->first_set, "at") == NULL) {
        report(check, FAULT_AGO_WITHOUT_AT, at, words->whole,
               WORDS(words->whole));
    }
}

static slip slip_of_slot(checker *check, const slot_words *words)
{
    slip what = slip_of(words->name, &check->spaces[FACT_NAMES]);

    if (what.near == NULL) {
        what = slip_of(words->name, &check->spaces[VAR_NAMES]);
    }
    what.text = words->whole;
    return what;
}

static void check_slot(checker *check, const reading *read, const slot *found)
{
    slot_words words = words_of(read->text, found);
    bool is_known = has_name(&check->spaces[FACT_NAMES], words.name) ||
                    has_name(&check->spaces[VAR_NAMES], words.name);

    if (found->name_length == 0) {
        report(check, FAULT_BROKEN_SLOT, read->at, read->text,
               WORDS(key_of(read->at), read->text));
    } else if (is_known) {
        if (found->form_length > 0) {
            check_form(check, read->at, &words);
        }
    } else if (check->first_set != NULL) {
        report_slip(check, FAULT_UNKNOWN_SLOT, read->at,
                    slip_of_slot(check, &words), WORDS(words.whole));
    } else if (!check->has_said_facts) {
        check->has_said_facts = true;
        report(check, FAULT_NO_FACTS, read->at, words.whole, WORDS(words.name));
    }
}

static void check_slots(checker *check, const reading *read)
{
    size_t cursor = 0;
    slot found;

    while (slot_next(read->text, &cursor, &found)) {
        check_slot(check, read, &found);
    }
}

/* ----------------------------------------------------------------- marks */

/* The first mark without its partner, '\0' where all have theirs. */
static char unbalanced_mark(const char *text)
{
    char open[MARKS_DEEP_MAX + 1] = {0};
    size_t depth = 0;

    for (const char *at = text + strcspn(text, "*~[]"); *at != '\0';
         at += 1 + strcspn(at + 1, "*~[]")) {
        char closes = (char)(*at == ']' ? '[' : *at);
        if (depth > 0 && open[depth - 1] == closes && *at != '[') {
            open[--depth] = '\0';
        } else if (*at == ']' || memchr(open, *at, depth) != NULL ||
                   depth == MARKS_DEEP_MAX) {
            return *at;
        } else {
            open[depth++] = *at;
        }
    }
    return (char)(depth > 0 ? open[depth - 1] : '\0');
}

static void check_marks(checker *check, const reading *read)
{
    char mark[2] = {0};

    mark[0] = unbalanced_mark(read->text);

    if (mark[0] != '\0') {
        report(check, FAULT_UNBALANCED_MARK, read->at, read->text,
               WORDS(key_of(read->at), mark, read->text));
    }
}

/* ------------------------------------------------------------- languages */

/* True where `text` has the slot written as `whole`. */
static bool has_slot(const char *text, const char *whole, size_t length)
{
    size_t cursor = 0;
    slot found;

    while (slot_next(text, &cursor, &found)) {
        if (found.end - found.start == length &&
            memcmp(text + found.start, whole, length) == 0) {
            return true;
        }
    }
    return false;
}

/* The first slot of one text that another lacks; false where it has all. */
static bool lacks_slot(const char *wanting, const char *having, slot *found)
{
    size_t cursor = 0;

    while (slot_next(wanting, &cursor, found)) {
        if (!has_slot(having, wanting + found->start,
                      found->end - found->start)) {
            return true;
        }
    }
    return false;
}

static void check_same_slots(checker *check, const place *at,
                             const char *source, const char *tag)
{
    const char *text = text_under(at, tag);
    slot found;
    char says[SLOT_BYTES_MAX + 32];
    slot_words words;

    if (lacks_slot(source, text, &found)) {
        words = words_of(source, &found);
        copy_cut(says, "lacks ", 6);
    } else if (lacks_slot(text, source, &found)) {
        words = words_of(text, &found);
        copy_cut(says, "adds ", 5);
    } else {
        return;
    }
    copy_cut(says + strlen(says), words.whole, strlen(words.whole));
    report(check, FAULT_SLOTS_DIFFER, at, source, WORDS(key_of(at), tag, says));
}

static void check_translated(checker *check, const place *at,
                             const char *source)
{
    const char *const *tags = check->languages.items;

    for (size_t i = 0; i < check->languages.count; i++) {
        const char *tag = tags[i];
        if (check->errors_only || text_under(at, tag) != NULL ||
            has_name(&check->missing_languages, tag) ||
            !text_has_letters(source)) {
            continue;
        }
        report(check, FAULT_UNTRANSLATED, at, source,
               WORDS(key_of(at), tag, source));
    }
}

/* ----------------------------------------------------------------- texts */

static bool is_readable(checker *check, const place *at, const char *text)
{
    size_t bad_at = 0;

    if (text[strspn(text, " \t\n")] == '\0') {
        report(check, FAULT_BLANK_TEXT, at, key_of(at), WORDS(key_of(at)));
    } else if (!rp_utf8_clean(text, strlen(text), &bad_at)) {
        report(check, FAULT_UNCLEAN_TEXT, at, text,
               WORDS(key_of(at), digits_of((int64_t)bad_at + 1).text));
    } else if (rp_utf8_count(text) > CHARACTERS_MAX) {
        report(check, FAULT_TOO_LONG, at, key_of(at),
               WORDS(key_of(at), digits_of(CHARACTERS_MAX).text));
    } else {
        return true;
    }
    return false;
}

static void check_slots_and_marks(checker *check, const place *at,
                                  const char *tag)
{
    const char *source = text_under(at, check->source_language);
    reading read = {at, text_under(at, tag)};

    check_slots(check, &read);
    check_marks(check, &read);
    if (read.text != source) {
        check_same_slots(check, at, source, tag);
    }
}

static void check_languages_of(checker *check, const place *at, bool has_slots)
{
    const char *tag = NULL;
    json_t *value = NULL;

    json_object_foreach(at->value, tag, value)
    {
        const char *text = json_string_value(value);
        if (text == NULL) {
            report_kind(check, at, "a text in each of its languages");
        } else if (check_language(check, at, tag) &&
                   is_readable(check, at, text) && has_slots) {
            check_slots_and_marks(check, at, tag);
        }
    }
}

static void check_whole_text(checker *check, const place *at, bool has_slots)
{
    const char *source = text_under(at, check->source_language);

    if (!is_table(at)) {
        report_kind(check, at,
                    json_is_string(at->value) ? "a table of texts by language"
                                              : "a text");
        return;
    }
    if (source == NULL) {
        report_kind(check, at, "a text in the pack's source language");
        return;
    }
    check_languages_of(check, at, has_slots);
    check_translated(check, at, source);
}

void check_text(checker *check, const key_row *row, const place *at)
{
    (void)row;
    check_whole_text(check, at, !check->document->is_pack);
}

void check_literal_text(checker *check, const place *at)
{
    check_whole_text(check, at, false);
}

void check_texts(checker *check, const key_row *row, const place *at)
{
    if (!json_is_array(at->value)) {
        report_kind(check, at, "a list of texts");
    }
    for (size_t i = 0; i < place_count(at); i++) {
        place item = place_item(at, i);
        check_text(check, row, &item);
    }
}
