/*
 * The sentences in which this room fails: made in English here, known again
 * by whoever says them in another language.
 */
#include <stdio.h>
#include <string.h>

#include "author.h"

enum {
    FILLED_MAX = 2 * RP_MESSAGE_MAX /* rp_fail cuts at a whole character */
};

static const rp_status statuses[] = {
#define ERROR(name, status, sentence) [AUTHOR_##name] = (status),
#include "list_errors.h"
#undef ERROR
};

const char *const rp_author_errors[] = {
#define ERROR(name, status, sentence) [AUTHOR_##name] = (sentence),
#include "list_errors.h"
#undef ERROR
    NULL};

static bool is_slot(const char *at)
{
    return at[0] == '{' && at[1] >= '0' && at[1] <= '9' && at[2] == '}';
}

/* Whole words, unlike rp_sentence: a tool's own line may be a long one. */
static void fill(const char *pattern, const char *const *words,
                 char out[FILLED_MAX])
{
    size_t length = 0;

    while (*pattern != '\0') {
        bool is_word = is_slot(pattern);
        const char *piece = is_word ? words[pattern[1] - '0'] : pattern;
        size_t wanted = is_word ? strlen(piece) : 1;
        size_t room = FILLED_MAX - 1 - length;
        wanted = wanted < room ? wanted : room;
        memcpy(out + length, piece, wanted);
        length += wanted;
        pattern += is_word ? 3 : 1;
    }
    out[length] = '\0';
}

rp_status author_fail(rp_error *err, author_error which,
                      const char *const *words)
{
    char said[FILLED_MAX];

    fill(rp_author_errors[which], words, said);
    return rp_fail(err, statuses[which], "%s", said);
}

rp_status author_no_memory(rp_error *err)
{
    return rp_fail(err, RP_E_MEMORY, "Out of memory.");
}

rp_status author_no_set(rp_error *err, const rp_model *model, uint32_t set)
{
    char wanted[AUTHOR_DIGITS_MAX];
    char count[AUTHOR_DIGITS_MAX];

    return author_fail(err, AUTHOR_NO_SET,
                       AUTHOR_WORDS(author_digits(set + 1U, wanted),
                                    author_digits(model->set_count, count)));
}

rp_status author_bad_move(rp_error *err, uint32_t index, const char *why)
{
    char number[AUTHOR_DIGITS_MAX];

    return author_fail(err, AUTHOR_BAD_MOVE,
                       AUTHOR_WORDS(author_digits(index + 1U, number), why));
}

rp_status author_pass_on(rp_error *err, const rp_error *error)
{
    if (err != NULL) {
        *err = *error;
    }
    return error->status;
}

const char *author_digits(uint32_t number, char digits[AUTHOR_DIGITS_MAX])
{
    (void)snprintf(digits, AUTHOR_DIGITS_MAX, "%u", (unsigned)number);
    return digits;
}
