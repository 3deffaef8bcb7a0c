/*
 * One failure, one sentence. The message is cut at a whole character, so that
 * an error is always showable.
 */
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "rapport/base.h"

/* Drops a character that a full buffer cut in the middle. */
static void trim_cut_character(char *text, size_t length)
{
    size_t start = length;

    while (start > 0 && ((unsigned char)text[start - 1] & 0xC0U) == 0x80U) {
        start--;
    }
    if (start > 0) {
        uint32_t code = 0;
        size_t lead = start - 1;
        if (rp_utf8_next(text + lead, length - lead, &code) == 0) {
            text[lead] = '\0';
        }
    }
}

static void print_into(char *out, size_t size, const char *format, va_list args)
    RP_PRINTF(3, 0);

static void print_into(char *out, size_t size, const char *format, va_list args)
{
    int wanted = vsnprintf(out, size, format, args);

    if (wanted < 0) {
        out[0] = '\0';
    } else if ((size_t)wanted >= size) {
        trim_cut_character(out, size - 1);
    }
}

rp_status rp_fail(rp_error *err, rp_status status, const char *format, ...)
{
    va_list args;

    if (err == NULL) {
        return status;
    }
    memset(err, 0, sizeof *err);
    err->status = status;
    va_start(args, format);
    print_into(err->message, sizeof err->message, format, args);
    va_end(args);
    return status;
}

rp_status rp_fail_at(rp_error *err, rp_status status, const char *source,
                     uint32_t line, const char *format, ...)
{
    va_list args;

    if (err == NULL) {
        return status;
    }
    memset(err, 0, sizeof *err);
    err->status = status;
    err->line = line;
    if (source != NULL) {
        size_t length = strlen(source);
        size_t fits = length < RP_SOURCE_MAX ? length : RP_SOURCE_MAX - 1;
        memcpy(err->source, source, fits);
        if (fits < length) {
            trim_cut_character(err->source, fits);
        }
    }
    va_start(args, format);
    print_into(err->message, sizeof err->message, format, args);
    va_end(args);
    return status;
}
