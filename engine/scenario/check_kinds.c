/*
 * Values that hold no others: numbers, words, written names, expressions.
 */
#include <string.h>

#include "check.h"

enum {
    WORD_CHARACTERS_MAX = 64,
    EXPR_CHARACTERS_MAX = 4000
};

void check_integer(checker *check, const key_row *row, const place *at)
{
    if (!json_is_integer(at->value)) {
        report_kind(check, at,
                    row->kind == KIND_INTEGERS ? "a list of whole numbers"
                                               : "a whole number");
        return;
    }
    int64_t value = json_integer_value(at->value);
    digits shown = digits_of(value);
    if (value < row->a || value > row->b) {
        report(check, FAULT_OUT_OF_RANGE, at, row->key,
               WORDS(row->key, shown.text, digits_of(row->a).text,
                     digits_of(row->b).text));
    } else if (row->kind == KIND_FIVES && value % 5 != 0) {
        report(check, FAULT_NOT_FIVES, at, row->key,
               WORDS(row->key, shown.text));
    }
}

void check_integers(checker *check, const key_row *row, const place *at)
{
    if (!json_is_array(at->value)) {
        report_kind(check, at, "a list of whole numbers");
    }
    for (size_t i = 0; i < place_count(at); i++) {
        place item = place_item(at, i);
        check_integer(check, row, &item);
    }
}

void check_bool(checker *check, const key_row *row, const place *at)
{
    (void)row;
    if (!json_is_boolean(at->value)) {
        report_kind(check, at, "true or false");
    }
}

void check_enum(checker *check, const key_row *row, const place *at)
{
    const word_list *list = &enumerations[row->a];
    const char *word = text_of(at);
    rp_text all;

    if (word == NULL) {
        report_kind(check, at, list->label);
        return;
    }
    if (word_index(list->words, list->count, word) < list->count) {
        return;
    }
    rp_text_init(&all, check->arena.alloc);
    for (size_t i = 0; i < list->count; i++) {
        rp_text_printf(&all, "%s%s", i == 0 ? "" : ", ", list->words[i]);
    }
    report_slip(check, FAULT_UNKNOWN_WORD, at,
                (slip){word, rp_nearest_name(word, list->words, list->count)},
                WORDS(word, list->label, all.failed ? "…" : all.bytes));
    rp_text_clear(&all);
}

/* A short text without controls; false where something was said. */
static bool check_plain(checker *check, const place *at, size_t characters_max)
{
    const char *text = text_of(at);
    size_t bad_at = 0;

    if (!rp_utf8_clean(text, strlen(text), &bad_at) ||
        strchr(text, '\n') != NULL) {
        report(check, FAULT_UNCLEAN_TEXT, at, key_of(at),
               WORDS(key_of(at), digits_of((int64_t)bad_at + 1).text));
        return false;
    }
    if (rp_utf8_count(text) > characters_max) {
        report(check, FAULT_TOO_LONG, at, key_of(at),
               WORDS(key_of(at), digits_of((int64_t)characters_max).text));
        return false;
    }
    return true;
}

void check_short_word(checker *check, const key_row *row, const place *at)
{
    const char *word = text_of(at);

    if (word == NULL) {
        report_kind(check, at, "a text");
    } else if (word[0] == '\0') {
        report(check, FAULT_BLANK_TEXT, at, row->key, WORDS(key_of(at)));
    } else {
        (void)check_plain(check, at, WORD_CHARACTERS_MAX);
    }
    if (word != NULL && strcmp(row->key, "source_language") == 0) {
        (void)check_language(check, at, word);
    }
}

void check_words(checker *check, const key_row *row, const place *at)
{
    size_t count = place_count(at);

    if (!json_is_array(at->value)) {
        report_kind(check, at, "a list of texts");
        return;
    }
    if (count > (size_t)row->b) {
        report(check, FAULT_TOO_MANY, at, row->key,
               WORDS(digits_of((int64_t)count).text, digits_of(row->b).text,
                     row->key));
    }
    for (size_t i = 0; i < count; i++) {
        place item = place_item(at, i);
        check_short_word(check, row, &item);
    }
}

void check_word_lists(checker *check, const key_row *row, const place *at)
{
    const char *key = NULL;
    json_t *value = NULL;
    key_row words = *row;

    words.b = 1000;
    if (!json_is_object(at->value)) {
        report_kind(check, at, "a table of lists");
    }
    json_object_foreach(at->value, key, value)
    {
        place item = place_key(at, key);
        (void)check_language(check, &item, key);
        check_words(check, &words, &item);
    }
}

void check_id(checker *check, const key_row *row, const place *at)
{
    const char *id = text_of(at);

    if (id == NULL) {
        report_kind(check, at, "a written name");
    } else if (row->kind == KIND_CODE) {
        if (!is_code(id)) {
            report(check, FAULT_BAD_CODE, at, id, WORDS(id));
        }
    } else if (!rp_is_id(id) && (row->a == 0 || id[0] != '\0')) {
        report(check, FAULT_BAD_ID, at, id, WORDS(id));
    }
}

/* What an expression says is read when it is compiled. */
void check_expr(checker *check, const key_row *row, const place *at)
{
    const char *text = text_of(at);

    if (text == NULL) {
        report_kind(check, at, "an expression in quotes");
    } else if (text[strspn(text, " \t\r\n")] == '\0') {
        report(check, FAULT_BLANK_TEXT, at, row->key, WORDS(row->key));
    } else if (rp_utf8_count(text) > EXPR_CHARACTERS_MAX) {
        report(check, FAULT_TOO_LONG, at, row->key,
               WORDS(row->key, digits_of(EXPR_CHARACTERS_MAX).text));
    }
}
