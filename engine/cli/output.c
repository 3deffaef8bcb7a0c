/*
 * What is printed, and how: nothing that a file says reaches the terminal
 * before its controls were made visible.
 */
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cli.h"
#include "rapport/author.h"

enum {
    LINE_MAX_BYTES = 4096
};

static const char *const codes[] = {
    [STYLE_PLAIN] = "",         [STYLE_BOLD] = "\033[1m",
    [STYLE_QUIET] = "\033[2m",  [STYLE_GOOD] = "\033[32m",
    [STYLE_WARN] = "\033[33m",  [STYLE_BAD] = "\033[31m",
    [STYLE_PHRASE] = "\033[4m",
};

const char *cli_tr(const cli *with, const char *english)
{
    return rp_words_tr(with->words, english);
}

const char *cli_tr_n(const cli *with, const char *one, const char *many,
                     uint32_t n)
{
    return rp_words_tr_n(with->words, one, many, n);
}

static void write_visible(FILE *to, const char *bytes, size_t length)
{
    rp_text shown;

    rp_text_init(&shown, rp_alloc_default());
    rp_text_add_visible(&shown, bytes, length, true);
    if (!shown.failed && shown.bytes != NULL) {
        (void)fwrite(shown.bytes, 1, shown.length, to);
    }
    rp_text_clear(&shown);
}

static void print_visible(FILE *to, const char *format, va_list args)
    RP_PRINTF(2, 0);

static void print_visible(FILE *to, const char *format, va_list args)
{
    char line[LINE_MAX_BYTES];
    va_list again;

    va_copy(again, args);
    int length = vsnprintf(line, sizeof line, format, args);
    if (length >= 0 && (size_t)length < sizeof line) {
        write_visible(to, line, (size_t)length);
    } else if (length >= 0) {
        char *whole = malloc((size_t)length + 1);
        if (whole != NULL) {
            (void)vsnprintf(whole, (size_t)length + 1, format, again);
            write_visible(to, whole, (size_t)length);
        }
        free(whole);
    }
    va_end(again);
}

void say(const cli *with, const char *format, ...)
{
    va_list args;

    (void)with;
    va_start(args, format);
    print_visible(stdout, format, args);
    va_end(args);
}

void say_in(const cli *with, cli_style style, const char *format, ...)
{
    va_list args;
    bool paints = with->has_colour && style != STYLE_PLAIN;

    if (paints) {
        (void)fputs(codes[style], stdout);
    }
    va_start(args, format);
    print_visible(stdout, format, args);
    va_end(args);
    if (paints) {
        (void)fputs("\033[0m", stdout);
    }
}

void complain(const cli *with, const char *format, ...)
{
    va_list args;

    (void)with;
    (void)fflush(stdout);
    (void)fputs("rapport: ", stderr);
    va_start(args, format);
    print_visible(stderr, format, args);
    va_end(args);
    (void)fputs("\n", stderr);
}

void say_aside(const cli *with, const char *format, ...)
{
    va_list args;

    (void)with;
    va_start(args, format);
    print_visible(stderr, format, args);
    va_end(args);
    (void)fflush(stderr);
}

cli_exit complain_at(const cli *with, const char *file, const rp_error *error)
{
    rp_tongue in = rp_words_tongue(with->words);
    rp_text said;
    rp_text known;

    rp_text_init(&known, with->alloc);
    rp_phrase(&known, &in, error->message);
    in.phrases = rp_author_errors;
    rp_text_init(&said, with->alloc);
    rp_phrase(&said, &in, known.failed ? error->message : cli_text(&known));
    const char *sentence = said.failed ? error->message : cli_text(&said);
    if (file[0] == '\0') {
        complain(with, "%s", sentence);
    } else if (error->line == 0) {
        complain(with, "%s: %s", file, sentence);
    } else {
        complain(with, "%s:%u: %s", file, (unsigned)error->line, sentence);
    }
    rp_text_clear(&said);
    rp_text_clear(&known);
    bool is_use = error->status == RP_E_INVALID || error->status == RP_E_STATE;
    return is_use ? CLI_WRONG_USE : CLI_MACHINE;
}

cli_exit complain_of(const cli *with, const rp_error *error)
{
    return complain_at(with, error->source, error);
}

cli_exit complain_of_memory(const cli *with)
{
    complain(with, "%s", cli_tr(with, "Out of memory."));
    return CLI_MACHINE;
}

const char *cli_text(const rp_text *text)
{
    return text->bytes != NULL ? text->bytes : "";
}

void cli_add_name(rp_text *list, const char *name)
{
    rp_text_printf(list, "%s%s", list->length > 0 ? ", " : "", name);
}

void say_bytes(const rp_text *bytes)
{
    (void)fwrite(cli_text(bytes), 1, bytes->length, stdout);
}

/* Such letters stand in strings only, where another spelling is the same. */
void say_json(const rp_text *json)
{
    const char *at = cli_text(json);
    size_t left = json->length;

    while (left > 0) {
        uint32_t code = 0;
        size_t took = rp_utf8_next(at, left, &code);
        if (took == 0) {
            (void)fputs("\\ufffd", stdout);
        } else if (code <= 0xFFFF && !rp_utf8_clean(at, took, NULL)) {
            (void)fprintf(stdout, "\\u%04x", (unsigned)code);
        } else {
            (void)fwrite(at, 1, took, stdout);
        }
        took = took > 0 ? took : 1;
        at += took;
        left -= took;
    }
    (void)fputs("\n", stdout);
}

/* ---------------------------------------------------------------- widths */

/* Han, kana, Hangul, full-width forms: two columns each. */
static bool is_wide(uint32_t code)
{
    return (code >= 0x1100 && code <= 0x115F) ||
           (code >= 0x2E80 && code <= 0x303E) ||
           (code >= 0x3041 && code <= 0xA4CF) ||
           (code >= 0xAC00 && code <= 0xD7A3) ||
           (code >= 0xF900 && code <= 0xFAFF) ||
           (code >= 0xFE30 && code <= 0xFE6F) ||
           (code >= 0xFF00 && code <= 0xFF60) ||
           (code >= 0xFFE0 && code <= 0xFFE6) ||
           (code >= 0x20000 && code <= 0x3FFFD);
}

static uint32_t columns_of(const char *bytes, size_t length)
{
    uint32_t columns = 0;
    uint32_t code = 0;
    size_t took = rp_utf8_next(bytes, length, &code);

    while (took > 0) {
        columns += is_wide(code) ? 2 : 1;
        bytes += took;
        length -= took;
        took = rp_utf8_next(bytes, length, &code);
    }
    return columns;
}

uint32_t text_columns(const char *text)
{
    return columns_of(text, strlen(text));
}

void say_padded(const cli *with, uint32_t columns, const char *text)
{
    uint32_t taken = text_columns(text);

    say(with, "%s%*s", text, taken < columns ? (int)(columns - taken) : 0, "");
}

/* ------------------------------------------------------------- paragraphs */

/*
 * Bytes up to the next place where a line may break: behind a blank, or
 * between two letters of which one is wide.
 */
static size_t next_piece(const char *text)
{
    size_t left = strlen(text);
    size_t at = 0;
    bool was_wide = false;
    uint32_t code = 0;
    size_t took = rp_utf8_next(text, left, &code);

    while (took > 0 && code != '\n') {
        bool wide = is_wide(code);
        if (at > 0 && (wide || was_wide) && !rp_utf8_closes(code)) {
            return at;
        }
        at += took;
        if (code == ' ') {
            return at;
        }
        was_wide = wide || rp_utf8_closes(code);
        took = rp_utf8_next(text + at, left - at, &code);
    }
    return at;
}

void say_rest(const cli *with, uint32_t taken, uint32_t indent,
              const char *text)
{
    uint32_t column = taken;
    uint32_t owed = 0; /* blanks that only show before another piece */

    while (*text != '\0') {
        size_t length = next_piece(text);
        size_t seen = length;
        while (seen > 0 && text[seen - 1] == ' ') {
            seen--;
        }
        if (column + owed + columns_of(text, seen) > with->width &&
            column > indent) {
            say(with, "\n%*s", (int)indent, "");
            column = indent;
            owed = 0;
        }
        say(with, "%*s%.*s", (int)owed, "", (int)seen, text);
        column += owed + columns_of(text, seen);
        owed = (uint32_t)(length - seen);
        text += length;
        if (*text == '\n') {
            say(with, "\n%*s", text[1] != '\0' ? (int)indent : 0, "");
            column = indent;
            owed = 0;
            text++;
        }
    }
    say(with, "\n");
}

void say_paragraph(const cli *with, uint32_t indent, const char *text)
{
    say(with, "%*s", (int)indent, "");
    say_rest(with, indent, indent, text);
}

void say_sentence(const cli *with, uint32_t indent, const char *pattern,
                  const char *const *words)
{
    rp_tongue in = rp_words_tongue(with->words);
    rp_text sentence;

    rp_text_init(&sentence, with->alloc);
    rp_sentence(&sentence, &in, pattern, words);
    say_paragraph(with, indent, cli_text(&sentence));
    rp_text_clear(&sentence);
}
