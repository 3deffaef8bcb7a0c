/*
 * Translations on their way to gettext's compiler. A language has the pack's
 * file, `locale/zh.po`, and may have one of the scenario alone,
 * `locale/SCENARIO.zh.po`, so that a load does not compile every scenario of
 * a large pack. Both go to the compiler as one text; its lines are led back
 * to the file they came from.
 */
#include <stdlib.h>
#include <string.h>

#include "script.h"

/* ---------------------------------------------------------------- join */

/* "zh" of "locale/zh.po" and of "locale/call.zh.po". */
static const char *language_of(rp_arena *arena, const rp_source *file)
{
    const char *slash = strrchr(file->name, '/');
    const char *start = slash == NULL ? file->name : slash + 1;
    const char *first = strchr(start, '.');
    const char *last = strrchr(start, '.');
    if (first != last) {
        start = first + 1;
    }
    return rp_arena_copy(arena, start, (size_t)(last - start));
}

static bool is_of_scenario(const rp_source *file)
{
    return strchr(file->name, '.') != strrchr(file->name, '.');
}

/* The entry of `language` in the list, added when it is new; NULL: full. */
static script_translation *find_language(script_translation *list,
                                         uint32_t *count, const char *language)
{
    for (uint32_t i = 0; i < *count; i++) {
        if (strcmp(list[i].language, language) == 0) {
            return &list[i];
        }
    }
    if (*count == SCRIPT_LANGUAGES_MAX) {
        return NULL;
    }
    list[*count] = (script_translation){.language = language};
    (*count)++;
    return &list[*count - 1];
}

/* The start of the line after the one at `at`. */
static const char *next_line(const char *at)
{
    at += strcspn(at, "\n");
    return *at == '\n' ? at + 1 : at;
}

/*
 * Blanks the header of a PO file, `msgid ""` followed by its `msgstr`, which
 * the joined text has already. Lines keep their numbers.
 */
static void blank_header(char *text)
{
    const char *line = text;
    while (*line != '\0' && strncmp(line, "msg", 3) != 0) {
        line = next_line(line);
    }
    const char *answer = next_line(line);
    if (strncmp(line, "msgid \"\"", 8) != 0 ||
        strncmp(answer, "msgstr", 6) != 0) {
        return;
    }
    const char *end = next_line(answer);
    while (*end == '"') {
        end = next_line(end);
    }
    for (char *at = text + (line - text); at < end; at++) {
        *at = *at == '\n' ? '\n' : ' ';
    }
}

static uint32_t count_lines(const char *text)
{
    uint32_t count = 0;
    for (; *text != '\0'; text++) {
        count += *text == '\n';
    }
    return count;
}

/* Makes the text for the compiler. False: no memory. */
static bool join_files(script_translation *translation, rp_arena *arena)
{
    const rp_source *pack = translation->pack_file;
    const rp_source *own = translation->own_file;
    const rp_source *only = own == NULL ? pack : own;
    if (pack == NULL || own == NULL) {
        translation->input = only->bytes;
        translation->input_length = only->length;
        return true;
    }
    char *joined = rp_arena_copy(arena, own->bytes, own->length);
    if (joined == NULL) {
        return false;
    }
    blank_header(joined);
    translation->input = rp_arena_format(arena, "%s\n%s", pack->bytes, joined);
    translation->input_length = pack->length + 1 + own->length;
    translation->pack_lines = count_lines(pack->bytes) + 1;
    return translation->input != NULL;
}

rp_status script_translations_join(const script_pack *pack, rp_arena *arena,
                                   script_translation *list, uint32_t *count,
                                   rp_error *err)
{
    *count = 0;
    for (uint32_t i = 0; i < pack->po_count; i++) {
        const rp_source *file = &pack->po_files[i];
        const char *language = language_of(arena, file);
        if (language == NULL) {
            return rp_fail(err, RP_E_MEMORY, "not enough memory");
        }
        script_translation *translation = find_language(list, count, language);
        if (translation == NULL) {
            return rp_fail_at(err, RP_E_LIMIT, file->name, 0,
                              "the pack has more than %d languages",
                              SCRIPT_LANGUAGES_MAX);
        }
        if (is_of_scenario(file)) {
            translation->own_file = file;
        } else {
            translation->pack_file = file;
        }
    }
    for (uint32_t i = 0; i < *count; i++) {
        if (!join_files(&list[i], arena)) {
            return rp_fail(err, RP_E_MEMORY, "not enough memory");
        }
    }
    return RP_OK;
}

/* -------------------------------------------------------------- reason */

static const char place_start[] = "<stdin>:";

/*
 * The first line that msgfmt wrote about a line of the file and that is no
 * mere warning; the first line of all when there is none.
 */
static const char *find_reason(const char *said)
{
    for (const char *line = said; *line != '\0'; line = next_line(line)) {
        const char *warning = strstr(line, "warning:");
        bool is_warning = warning != NULL && warning < next_line(line);
        const char *digits = line + sizeof place_start - 1;
        if (strncmp(line, place_start, sizeof place_start - 1) == 0 &&
            strspn(digits, "0123456789") > 0 && !is_warning) {
            return line;
        }
    }
    return said;
}

/* The file that a line of the joined text came from; `line` becomes its own. */
static const rp_source *file_of_line(const script_translation *translation,
                                     uint32_t *line)
{
    if (translation->pack_file == NULL) {
        return translation->own_file;
    }
    if (translation->own_file == NULL || *line <= translation->pack_lines) {
        return translation->pack_file;
    }
    *line -= translation->pack_lines;
    return translation->own_file;
}

rp_status script_translation_fail(const script_translation *translation,
                                  const char *said, rp_error *err)
{
    const char *text = find_reason(said);
    uint32_t line = 0;
    if (strncmp(text, place_start, sizeof place_start - 1) == 0) {
        char *end = NULL;
        text += sizeof place_start - 1;
        unsigned long number = strtoul(text, &end, 10);
        line = number < UINT32_MAX ? (uint32_t)number : 0;
        text = end + strspn(end, ":0123456789 ");
    }
    const rp_source *file = file_of_line(translation, &line);
    rp_text clean;
    rp_text_init(&clean, rp_alloc_default());
    rp_text_add_visible(&clean, text, strcspn(text, "\n"), false);
    bool has_text = !clean.failed && clean.length > 0;
    rp_status status =
        rp_fail_at(err, RP_E_INVALID, file->name, line,
                   "the translation cannot be compiled: %s",
                   has_text ? clean.bytes : "msgfmt gave no reason");
    rp_text_clear(&clean);
    return status;
}
