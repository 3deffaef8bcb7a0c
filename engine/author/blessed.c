/*
 * Readings in a file: a line a fact, so that git shows what changed.
 *
 *     example a good call
 *     set 1
 *       begins
 *         mood 20 25 55
 *         at opening
 *         heard en It's been dead since last night!
 *       move own-the-promises
 *         points 1 2 0
 *         mood 35 35 55
 *         at modem
 *         said en Two promises and neither was kept.
 *         heard en Fine. It has a light on.
 *
 * A line's first word says what it is; the rest is its value to the end, with
 * `\n` for a new line and `\\` for a backslash. Blank lines and those with a
 * `#` in front say nothing.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "author.h"

/* ---------------------------------------------------------------- writing */

static void write_value(rp_text *out, const char *value)
{
    for (; *value != '\0'; value++) {
        if (*value == '\n') {
            rp_text_puts(out, "\\n");
        } else if (*value == '\\') {
            rp_text_puts(out, "\\\\");
        } else {
            rp_text_add(out, value, 1);
        }
    }
    rp_text_puts(out, "\n");
}

static void write_texts(rp_text *out, const char *word,
                        const rp_reading *reading,
                        const char *const texts[RP_LANGUAGES_MAX])
{
    for (uint32_t i = 0; i < reading->language_count; i++) {
        if (texts[i][0] != '\0') {
            rp_text_printf(out, "    %s %s ", word, reading->languages[i]);
            write_value(out, texts[i]);
        }
    }
}

static void write_step(rp_text *out, const rp_reading *reading,
                       const rp_read_step *step)
{
    if (step->move[0] == '\0') {
        rp_text_puts(out, "  begins\n");
    } else {
        rp_text_puts(out, "  move ");
        write_value(out, step->move);
        rp_text_printf(
            out, "    points %d %d %d\n", (int)step->points[RP_LISTENING],
            (int)step->points[RP_EMPATHY], (int)step->points[RP_RESOLUTION]);
    }
    rp_text_printf(out, "    mood %d %d %d\n    at ", step->mood[RP_CALM],
                   step->mood[RP_TRUST], step->mood[RP_PATIENCE]);
    write_value(out, step->at);
    write_texts(out, "said", reading, step->said);
    write_texts(out, "heard", reading, step->heard);
}

void rp_blessed_write(const char *scenario, const rp_blessed *blessed,
                      rp_text *out)
{
    rp_text_printf(out,
                   "# How the examples of `%s` read and scored when they were "
                   "blessed.\n"
                   "# `rapport check` tells what has changed since; `rapport "
                   "bless --again` takes it over.\n",
                   scenario);
    for (uint32_t i = 0; i < blessed->count; i++) {
        const rp_reading *reading = &blessed->readings[i];
        rp_text_puts(out, "\nexample ");
        write_value(out, reading->name);
        rp_text_printf(out, "set %u\n", (unsigned)reading->set + 1U);
        for (uint32_t s = 0; s < reading->step_count; s++) {
            write_step(out, reading, &reading->steps[s]);
        }
    }
}

/* ---------------------------------------------------------------- reading */

/* What has been read so far; a line belongs to the last of each. */
typedef struct filing {
    rp_arena *arena;
    rp_reading *readings; /* room for one a line */
    rp_read_step *steps;  /* likewise */
    uint32_t count;
    rp_reading *reading; /* NULL: none was begun */
    rp_read_step *step;  /* NULL: likewise */
    bool refused;        /* memory ran out */
} filing;

/* Turns `\n` and `\\` back; the text is changed in place. */
static void unescape(char *text)
{
    char *to = text;

    for (; *text != '\0'; text++) {
        if (text[0] == '\\' && (text[1] == 'n' || text[1] == '\\')) {
            text++;
            *to++ = (char)(*text == 'n' ? '\n' : '\\');
        } else {
            *to++ = *text;
        }
    }
    *to = '\0';
}

static bool read_numbers(const char *value, long low, long high,
                         long numbers[3])
{
    for (int i = 0; i < 3; i++) {
        char *end = NULL;
        numbers[i] = strtol(value, &end, 10);
        if (end == value || numbers[i] < low || numbers[i] > high) {
            return false;
        }
        value = end;
    }
    return *value == '\0';
}

static bool take_example(filing *to, const char *value)
{
    to->reading = &to->readings[to->count++];
    to->reading->name = value;
    to->step = NULL;
    return value[0] != '\0';
}

static bool take_set(filing *to, const char *value)
{
    char *end = NULL;
    long set = strtol(value, &end, 10);

    if (to->reading == NULL || end == value || *end != '\0' || set < 1 ||
        set > RP_SETS_MAX) {
        return false;
    }
    to->reading->set = (uint16_t)(set - 1);
    return true;
}

static bool take_step(filing *to, const char *value)
{
    static const char nothing[] = "";
    rp_reading *reading = to->reading;

    if (reading == NULL || (value[0] != '\0') != (reading->step_count > 0)) {
        return false;
    }
    /* Steps of one reading are neighbours: nothing comes between them. */
    to->step = to->steps++;
    if (reading->step_count++ == 0) {
        reading->steps = to->step;
    }
    to->step->move = value;
    to->step->at = nothing;
    for (int i = 0; i < RP_LANGUAGES_MAX; i++) {
        to->step->said[i] = nothing;
        to->step->heard[i] = nothing;
    }
    return true;
}

static bool take_points(filing *to, const char *value)
{
    long numbers[3];

    if (to->step == NULL || !read_numbers(value, -9999, 9999, numbers)) {
        return false;
    }
    for (int i = 0; i < RP_SCORES; i++) {
        to->step->points[i] = (int32_t)numbers[i];
    }
    return true;
}

static bool take_mood(filing *to, const char *value)
{
    long numbers[3];

    if (to->step == NULL || !read_numbers(value, 0, 100, numbers)) {
        return false;
    }
    for (int i = 0; i < RP_MOODS; i++) {
        to->step->mood[i] = (uint8_t)numbers[i];
    }
    return true;
}

static bool take_at(filing *to, const char *value)
{
    if (to->step == NULL) {
        return false;
    }
    to->step->at = value;
    return true;
}

/* Index of a language, a new one where it has not been met. */
static uint32_t language_of(rp_reading *reading, const char *tag)
{
    uint32_t i = 0;

    while (i < reading->language_count &&
           strcmp(reading->languages[i], tag) != 0) {
        i++;
    }
    if (i == reading->language_count && i < RP_LANGUAGES_MAX) {
        reading->languages[reading->language_count++] = tag;
    }
    return i;
}

/* "en It's been dead" */
static bool take_text(filing *to, const char *value, bool is_said)
{
    size_t length = strspn(value, "abcdefghijklmnopqrstuvwxyz"
                                  "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-");
    const char *tag = rp_arena_copy(to->arena, value, length);

    to->refused = to->refused || tag == NULL;
    if (to->step == NULL || tag == NULL || length == 0 ||
        value[length] != ' ') {
        return false;
    }
    uint32_t language = language_of(to->reading, tag);
    if (language >= RP_LANGUAGES_MAX) {
        return false;
    }
    if (is_said) {
        to->step->said[language] = value + length + 1;
    } else {
        to->step->heard[language] = value + length + 1;
    }
    return true;
}

static bool take_said(filing *to, const char *value)
{
    return take_text(to, value, true);
}

static bool take_heard(filing *to, const char *value)
{
    return take_text(to, value, false);
}

static const struct {
    const char *word;
    bool (*take)(filing *to, const char *value);
} words[] = {
    {"example", take_example}, {"set", take_set},       {"begins", take_step},
    {"move", take_step},       {"points", take_points}, {"mood", take_mood},
    {"at", take_at},           {"said", take_said},     {"heard", take_heard},
};

/* One line, its end a NUL; false where it is not understood. */
static bool take_line(filing *to, char *line)
{
    line += strspn(line, " \t");
    size_t length = strcspn(line, " ");
    char *value = line + length + (line[length] == ' ');

    if (line[0] == '\0' || line[0] == '#') {
        return true;
    }
    unescape(value);
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (strlen(words[i].word) == length &&
            memcmp(words[i].word, line, length) == 0) {
            return words[i].take(to, value);
        }
    }
    return false;
}

static uint32_t count_lines(const char *bytes)
{
    uint32_t count = 1;

    for (; *bytes != '\0'; bytes++) {
        count += *bytes == '\n';
    }
    return count;
}

static rp_status fail_line(rp_error *err, uint32_t number)
{
    rp_status status = author_fail(err, AUTHOR_BAD_LINE, NULL);

    if (err != NULL) {
        err->line = number;
    }
    return status;
}

rp_status rp_blessed_read(const char *bytes, size_t length, rp_arena *arena,
                          rp_blessed *blessed, rp_error *err)
{
    filing to = {.arena = arena};
    char *text = rp_arena_copy(arena, bytes, length);
    uint32_t number = 0;

    if (text != NULL) {
        uint32_t lines = count_lines(text);
        to.readings = rp_arena_take(arena, lines, sizeof *to.readings);
        to.steps = rp_arena_take(arena, lines, sizeof *to.steps);
    }
    if (to.readings == NULL || to.steps == NULL) {
        return author_no_memory(err);
    }
    if (!rp_utf8_clean(bytes, length, NULL)) {
        return author_fail(err, AUTHOR_BAD_TEXT, NULL);
    }
    while (text != NULL) {
        char *next = strchr(text, '\n');
        if (next != NULL) {
            *next++ = '\0';
        }
        number++;
        bool is_taken = take_line(&to, text);
        if (to.refused) {
            return author_no_memory(err);
        }
        if (!is_taken) {
            return fail_line(err, number);
        }
        text = next;
    }
    *blessed = (rp_blessed){.count = to.count, .readings = to.readings};
    return RP_OK;
}

const char *rp_blessed_path(const char *scenario_path, const char *id,
                            rp_arena *arena)
{
    const char *slash = strrchr(scenario_path, '/');
    int length = slash != NULL ? (int)(slash - scenario_path) + 1 : 0;

    return rp_arena_format(arena, "%.*sblessed/%s.txt", length, scenario_path,
                           id);
}
