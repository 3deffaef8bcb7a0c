/*
 * Interface texts: English in the program, every other language in one MO
 * file. All of them are read at the start and stay, so that a text lent out
 * outlives a change of language.
 */
#include <stdlib.h>
#include <string.h>

#include "app_internal.h"

enum {
    WORDS_LANGUAGES_MAX = 8
};

typedef struct translation {
    const char *tag;
    rp_mo mo; /* bytes NULL: English, the texts themselves */
} translation;

struct rp_words {
    rp_alloc alloc;
    rp_arena arena;
    uint32_t count;
    uint32_t chosen;
    translation translations[WORDS_LANGUAGES_MAX];
};

/* True where `language` is `tag` or a kind of it: "zh_CN.UTF-8", "zh". */
static bool speaks(const char *language, const char *tag)
{
    size_t length = strlen(tag);

    return strncmp(language, tag, length) == 0 &&
           (language[length] == '\0' || strchr("_-.@", language[length]));
}

bool words_choose(rp_words *words, const char *language)
{
    for (uint32_t i = 0; i < words->count; i++) {
        if (speaks(language, words->translations[i].tag)) {
            words->chosen = i;
            return true;
        }
    }
    return false;
}

/* A folder without our texts is no error: other programs live there too. */
static void add_translation(rp_words *words, const char *folder,
                            const char *tag)
{
    rp_file_bytes file = {0};
    translation *next = &words->translations[words->count];
    const char *path = rp_arena_format(
        &words->arena, "%s/%s/LC_MESSAGES/rapport.mo", folder, tag);

    if (words->count == WORDS_LANGUAGES_MAX || path == NULL ||
        !rp_file_is_plain(path) ||
        rp_file_read(path, &words->arena, &file, NULL) != RP_OK) {
        return;
    }
    if (rp_mo_open(&next->mo, file.bytes, file.length)) {
        next->tag = tag;
        words->count++;
    }
}

static const char *locale_language(void)
{
    static const char *const names[] = {"LC_ALL", "LC_MESSAGES", "LANG"};

    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        const char *value = secure_getenv(names[i]);
        if (value != NULL && value[0] != '\0') {
            return value;
        }
    }
    return "en";
}

rp_status rp_words_open(const rp_app_options *options, rp_alloc alloc,
                        rp_words **words, rp_error *err)
{
    rp_words *made = alloc.resize(alloc.user, NULL, sizeof *made);
    file_names names = {0};

    if (made == NULL) {
        return rp_fail(err, RP_E_MEMORY, "no memory for interface texts");
    }
    *made = (rp_words){.alloc = alloc, .count = 1};
    made->translations[0].tag = "en";
    rp_arena_init(&made->arena, alloc);
    const char *folder = files_locale_dir(options, &made->arena);
    if (folder == NULL ||
        files_list(folder, NULL, &made->arena, &names, err) != RP_OK) {
        rp_words_close(made);
        return rp_fail(err, RP_E_MEMORY, "no memory for interface texts");
    }
    for (uint32_t i = 0; i < names.count; i++) {
        add_translation(made, folder, names.items[i]);
    }
    const char *wanted = options->language;
    (void)words_choose(made, wanted != NULL ? wanted : locale_language());
    *words = made;
    return RP_OK;
}

void rp_words_close(rp_words *words)
{
    if (words != NULL) {
        rp_alloc alloc = words->alloc;
        rp_arena_clear(&words->arena);
        (void)alloc.resize(alloc.user, words, 0);
    }
}

const char *rp_words_language(const rp_words *words)
{
    return words->translations[words->chosen].tag;
}

const char *rp_words_tr(const rp_words *words, const char *english)
{
    const rp_mo *mo = &words->translations[words->chosen].mo;
    const char *text = mo->bytes != NULL && english[0] != '\0'
                           ? rp_mo_find(mo, NULL, english)
                           : NULL;

    return text != NULL ? text : english;
}

const char *rp_words_tr_n(const rp_words *words, const char *one,
                          const char *many, uint32_t n)
{
    const rp_mo *mo = &words->translations[words->chosen].mo;
    const char *text = mo->bytes != NULL ? rp_mo_find_plural(mo, one, n) : NULL;

    if (text != NULL) {
        return text;
    }
    return n == 1 ? one : many;
}

/* ------------------------------------------------------------- sentences */

static const char *const phrases[] = {
#define PHRASE(pattern) (pattern),
#include "list_phrases.h"
#undef PHRASE
    NULL};

static const char *say_in_language(const void *user, const char *english)
{
    return rp_words_tr(user, english);
}

rp_tongue rp_words_tongue(const rp_words *words)
{
    bool is_english = words->translations[words->chosen].mo.bytes == NULL;

    return (rp_tongue){.tr = is_english ? NULL : say_in_language,
                       .user = words,
                       .phrases = phrases};
}
