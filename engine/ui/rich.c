/*
 * Marked text: *stress*, [sound or gesture], ~phrase~. The marks are taken
 * out and become spans; a mark without its partner is ordinary text.
 */
#include <stdio.h>
#include <string.h>

#include "ui/ui_internal.h"

typedef struct mark_row {
    char open;
    char close;
    span_kind kind;
} mark_row;

static const mark_row marks[] = {
    {'*', '*', SPAN_STRESS},
    {'[', ']', SPAN_SOUND},
    {'~', '~', SPAN_PHRASE},
};

static const mark_row *mark_of(char byte)
{
    for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i++) {
        if (marks[i].open == byte) {
            return &marks[i];
        }
    }
    return NULL;
}

/* The partner of the mark before `text`, skipping escaped ones. */
static const char *find_close(const char *text, char close)
{
    for (const char *at = text; *at != '\0'; at++) {
        if (*at == '\\' && at[1] != '\0') {
            at++;
        } else if (*at == close) {
            return at == text ? NULL : at;
        }
    }
    return NULL;
}

typedef struct rich_writer {
    char *out;
    size_t length;
    paragraph *text;
    int phrases;
} rich_writer;

static void put_plain(rich_writer *writer, const char *from, const char *to)
{
    for (const char *at = from; at < to; at++) {
        if (*at == '\\' && at + 1 < to) {
            at++;
        }
        writer->out[writer->length++] = *at;
    }
}

static void put_string(rich_writer *writer, const char *string)
{
    size_t length = strlen(string);
    memcpy(writer->out + writer->length, string, length);
    writer->length += length;
}

static void put_span(rich_writer *writer, const mark_row *mark,
                     const char *from, const char *to)
{
    paragraph *text = writer->text;
    bool is_sound = mark->kind == SPAN_SOUND;
    uint32_t start = (uint32_t)writer->length;
    if (is_sound) {
        put_string(writer, text->has_han ? "\xEF\xBC\x88" : "(");
    }
    put_plain(writer, from, to);
    if (is_sound) {
        put_string(writer, text->has_han ? "\xEF\xBC\x89" : ")");
    }
    if (text->span_count >= PARAGRAPH_SPANS_MAX) {
        return;
    }
    uint8_t index = 0;
    if (mark->kind == SPAN_PHRASE) {
        index = (uint8_t)writer->phrases++;
    }
    text->spans[text->span_count++] =
        (text_span){.start = start,
                    .end = (uint32_t)writer->length,
                    .kind = (uint8_t)mark->kind,
                    .index = index};
}

int rich_parse(ui_context *ui, const char *marked, paragraph *text)
{
    /* Full-width brackets are the only marks that need more bytes. */
    rich_writer writer = {.out = ui_take(ui, strlen(marked) * 3 + 1, 1),
                          .text = text};
    if (writer.out == NULL) {
        return 0;
    }
    const char *at = marked;
    while (*at != '\0') {
        const mark_row *mark = mark_of(*at);
        const char *close =
            mark == NULL ? NULL : find_close(at + 1, mark->close);
        if (close != NULL) {
            put_span(&writer, mark, at + 1, close);
            at = close + 1;
        } else {
            at += *at == '\\' && at[1] != '\0' ? 1 : 0;
            writer.out[writer.length++] = *at++;
        }
    }
    text->text = writer.out;
    text->length = (uint32_t)writer.length;
    return writer.phrases;
}

bool ui_phrase(const char *text, int index, char *phrase, size_t capacity)
{
    int seen = 0;
    for (const char *at = text; *at != '\0'; at++) {
        if (*at == '\\' && at[1] != '\0') {
            at++;
            continue;
        }
        const char *close = *at == '~' ? find_close(at + 1, '~') : NULL;
        if (close == NULL) {
            continue;
        }
        if (seen == index) {
            (void)snprintf(phrase, capacity, "%.*s", (int)(close - at - 1),
                           at + 1);
            return true;
        }
        seen++;
        at = close;
    }
    return false;
}
