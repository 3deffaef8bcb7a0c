/*
 * What somebody who knows nothing of the trade can read off the texts: how
 * long a reply is, how polite, and how many of the customer's words it gives
 * back.
 */
#include <stdlib.h>
#include <string.h>

#include "solve/odds.h"

enum {
    WORDS_MAX = 1024
};

static bool is_han(uint32_t code)
{
    return (code >= 0x3400 && code <= 0x9FFF) ||
           (code >= 0xF900 && code <= 0xFAFF) ||
           (code >= 0x20000 && code <= 0x3FFFF);
}

/* Letters and digits; beyond ASCII whatever is no Chinese punctuation. */
static bool is_wordy(uint32_t code)
{
    if (code < 0x80) {
        return (code >= '0' && code <= '9') || (code >= 'a' && code <= 'z') ||
               (code >= 'A' && code <= 'Z');
    }
    return !(code >= 0x2000 && code <= 0x206F) &&
           !(code >= 0x3000 && code <= 0x303F) &&
           !(code >= 0xFF00 && code <= 0xFF0F) && code >= 0xC0 && !is_han(code);
}

static uint32_t lowered(uint32_t code)
{
    return code >= 'A' && code <= 'Z' ? code + ('a' - 'A') : code;
}

static uint64_t mixed(uint64_t hash, uint32_t code)
{
    return (hash ^ code) * 0x100000001b3U;
}

/* Words on their way into a set. */
typedef struct word_list {
    uint64_t words[WORDS_MAX];
    uint32_t count;
    uint64_t hash; /* of the word being read; 0: none */
    uint32_t last; /* the last Chinese character; 0: none */
} word_list;

static void end_word(word_list *list)
{
    if (list->hash != 0 && list->count < WORDS_MAX) {
        list->words[list->count++] = list->hash;
    }
    list->hash = 0;
}

static void read_code(word_list *list, uint32_t code)
{
    uint32_t last = list->last;

    list->last = 0;
    if (is_han(code)) {
        end_word(list);
        if (last != 0) {
            list->hash = mixed(mixed(1, last), code);
            end_word(list);
        }
        list->last = code;
    } else if (is_wordy(code)) {
        list->hash = mixed(list->hash == 0 ? 2 : list->hash, lowered(code));
    } else {
        end_word(list);
    }
}

/* A slot is one word: what it shows is the same wherever it stands. */
static size_t read_slot(word_list *list, const char *text)
{
    const char *end = strchr(text, '}');

    if (end == NULL) {
        return 1;
    }
    end_word(list);
    list->hash = rp_fnv1a(text, (size_t)(end - text)) | 1;
    end_word(list);
    list->last = 0;
    return (size_t)(end - text) + 1;
}

static int by_value(const void *left, const void *right)
{
    const uint64_t *a = left;
    const uint64_t *b = right;

    return (*a > *b) - (*a < *b);
}

static bool make_set(const char *text, rp_arena *arena, word_set *set)
{
    static const word_list empty;
    word_list list = empty;
    size_t length = strlen(text);

    for (size_t i = 0; i < length;) {
        uint32_t code = 0;
        size_t taken = text[i] == '{'
                           ? read_slot(&list, text + i)
                           : rp_utf8_next(text + i, length - i, &code);
        if (code != 0) {
            read_code(&list, code);
        }
        i += taken == 0 ? 1 : taken;
    }
    end_word(&list);
    qsort(list.words, list.count, sizeof list.words[0], by_value);
    uint64_t *kept = rp_arena_take(arena, list.count + 1U, sizeof *kept);
    if (kept == NULL) {
        return false;
    }
    set->count = 0;
    for (uint32_t i = 0; i < list.count; i++) {
        if (i == 0 || list.words[i] != list.words[i - 1]) {
            kept[set->count++] = list.words[i];
        }
    }
    set->words = kept;
    return true;
}

uint32_t word_set_shared(const word_set *a, const word_set *b)
{
    uint32_t shared = 0;
    uint32_t i = 0;
    uint32_t j = 0;

    while (i < a->count && j < b->count) {
        if (a->words[i] == b->words[j]) {
            shared++;
            i++;
            j++;
        } else if (a->words[i] < b->words[j]) {
            i++;
        } else {
            j++;
        }
    }
    return shared;
}

static bool is_letter(char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

static bool is_at(const char *text, const char *word, size_t length)
{
    for (size_t i = 0; i < length; i++) {
        if (lowered((unsigned char)text[i]) !=
            lowered((unsigned char)word[i])) {
            return false; /* also where the text ends first */
        }
    }
    return true;
}

/* "please", but not in "pleased". */
static uint32_t count_word(const char *text, const char *word)
{
    size_t length = strlen(word);
    uint32_t count = 0;

    for (const char *at = text; length > 0 && *at != '\0'; at++) {
        bool begins = at == text || !is_letter(at[-1]) || !is_letter(word[0]);
        if (begins && is_at(at, word, length) &&
            (!is_letter(word[length - 1]) || !is_letter(at[length]))) {
            count++;
        }
    }
    return count;
}

static uint32_t count_polite(const rp_model *model, uint16_t language,
                             const char *text)
{
    rp_span polite = model->languages[language].polite;
    uint32_t count = 0;

    for (uint32_t i = 0; i < polite.count; i++) {
        count += count_word(text, model->polite_words[polite.first + i]);
    }
    return count;
}

static bool measure_choices(const rp_model *model, uint16_t language,
                            rp_arena *arena, measures *found)
{
    for (uint32_t i = 0; i < model->choice_count; i++) {
        const char *text =
            rp_model_text(model, language, model->choices[i].text);
        found->length[i] = (uint32_t)rp_utf8_count(text);
        found->polite[i] = count_polite(model, language, text);
        if (!make_set(text, arena, &found->choice[i])) {
            return false;
        }
    }
    return true;
}

bool measures_make(const rp_model *model, uint16_t language, rp_arena *arena,
                   measures *found)
{
    uint32_t lines = 0;

    for (uint32_t i = 0; i < model->node_count; i++) {
        rp_span says = model->nodes[i].says;
        lines =
            says.first + says.count > lines ? says.first + says.count : lines;
    }
    found->length =
        rp_arena_take(arena, model->choice_count + 1U, sizeof(uint32_t));
    found->polite =
        rp_arena_take(arena, model->choice_count + 1U, sizeof(uint32_t));
    found->choice =
        rp_arena_take(arena, model->choice_count + 1U, sizeof(word_set));
    found->line = rp_arena_take(arena, lines + 1U, sizeof(word_set));
    found->ask = rp_arena_take(arena, model->ask_count + 1U, sizeof(word_set));
    if (found->length == NULL || found->polite == NULL ||
        found->choice == NULL || found->line == NULL || found->ask == NULL ||
        !measure_choices(model, language, arena, found)) {
        return false;
    }
    for (uint32_t i = 0; i < lines; i++) {
        if (!make_set(rp_model_text(model, language, model->lines[i].text),
                      arena, &found->line[i])) {
            return false;
        }
    }
    for (uint32_t i = 0; i < model->ask_count; i++) {
        if (!make_set(rp_model_text(model, language, model->asks[i].text),
                      arena, &found->ask[i])) {
            return false;
        }
    }
    return true;
}
