/*
 * Fonts at their real size, and how wide a run is. A run is shaped in one
 * piece; it is split only where a glyph must come from another face, and at
 * digits when these stand in cells.
 */
#include <string.h>

#include "window/window_internal.h"

/* ------------------------------------------------------------ open fonts */

static bool is_same(const ui_font *a, const ui_font *b)
{
    return a->face == b->face && a->is_bold == b->is_bold &&
           a->size_px == b->size_px && a->percent == b->percent;
}

static font_open *oldest(window_fonts *fonts)
{
    font_open *found = &fonts->open[0];
    for (int i = 1; i < fonts->open_count; i++) {
        if (fonts->open[i].used < found->used) {
            found = &fonts->open[i];
        }
    }
    TTF_CloseFont(found->font);
    return found;
}

/* Points at 72 dpi are pixels; the scale is put into the dpi. */
static TTF_Font *open_font(const font_file *file, const ui_font *key)
{
    unsigned dpi = 72U * key->percent / 100U;
    TTF_Font *font =
        TTF_OpenFontIndexDPI(file->path, key->size_px, file->index, dpi, dpi);
    if (font != NULL) {
        TTF_SetFontHinting(font, TTF_HINTING_LIGHT_SUBPIXEL);
    }
    return font;
}

font_open *fonts_get(window_fonts *fonts, const ui_font *key)
{
    fonts->clock++;
    for (int i = 0; i < fonts->open_count; i++) {
        if (is_same(&fonts->open[i].key, key)) {
            fonts->open[i].used = fonts->clock;
            return &fonts->open[i];
        }
    }
    const font_file *file = &fonts->files[key->face][key->is_bold ? 1 : 0];
    TTF_Font *font = open_font(file, key);
    if (font == NULL) {
        return NULL;
    }
    font_open *slot = fonts->open_count < FONTS_OPEN_MAX
                          ? &fonts->open[fonts->open_count++]
                          : oldest(fonts);
    *slot = (font_open){.key = *key, .font = font, .used = fonts->clock};
    slot->key.is_tabular = false;
    slot->key.is_wide = false;
    return slot;
}

const char *fonts_string(window_fonts *fonts, const char *bytes, size_t length)
{
    if (length + 1 > fonts->scratch_capacity) {
        size_t capacity = (length + 1) * 2;
        char *grown = SDL_realloc(fonts->scratch, capacity);
        if (grown == NULL) {
            return "";
        }
        fonts->scratch = grown;
        fonts->scratch_capacity = capacity;
    }
    memcpy(fonts->scratch, bytes, length);
    fonts->scratch[length] = '\0';
    return fonts->scratch;
}

static int size_of(window_fonts *fonts, const font_open *font,
                   const char *bytes, size_t length)
{
    int width = 0;
    if (length > 0) {
        (void)TTF_SizeUTF8(font->font, fonts_string(fonts, bytes, length),
                           &width, NULL);
    }
    return width;
}

static int space_width(window_fonts *fonts, font_open *font)
{
    if (font->space_px == 0) {
        font->space_px =
            size_of(fonts, font, "n n", 3) - size_of(fonts, font, "nn", 2);
    }
    return font->space_px;
}

/* SDL_ttf answers where the ink ends: spaces at the end are added here. */
static int measure(window_fonts *fonts, font_open *font, const char *bytes,
                   size_t length)
{
    size_t inked = length;
    while (inked > 0 && bytes[inked - 1] == ' ') {
        inked--;
    }
    int width = size_of(fonts, font, bytes, inked);
    if (inked < length) {
        width += (int)(length - inked) * space_width(fonts, font);
    }
    return width;
}

static int cell_width(window_fonts *fonts, font_open *font)
{
    if (font->cell_px > 0) {
        return font->cell_px;
    }
    static const char digits[] = "0123456789";
    for (size_t i = 0; i < sizeof digits - 1; i++) {
        int width = measure(fonts, font, &digits[i], 1);
        font->cell_px = width > font->cell_px ? width : font->cell_px;
    }
    return font->cell_px;
}

/* ------------------------------------------------------------- splitting */

static font_open *font_for(window_fonts *fonts, const ui_font *wanted,
                           uint32_t code)
{
    static const uint8_t chain[] = {UI_FACE_LATIN, UI_FACE_HAN, UI_FACE_MONO};
    font_open *own = fonts_get(fonts, wanted);
    if (own == NULL || code < 0x80 || TTF_GlyphIsProvided32(own->font, code)) {
        return own;
    }
    for (size_t i = 0; i < sizeof chain; i++) {
        ui_font other = *wanted;
        other.face = chain[i];
        font_open *font = fonts_get(fonts, &other);
        if (font != NULL && TTF_GlyphIsProvided32(font->font, code)) {
            return font;
        }
    }
    return own;
}

typedef struct splitter {
    window_fonts *fonts;
    const char *bytes;
    font_segment *segments;
    int count;
    int x;
} splitter;

static void close_segment(splitter *split, uint32_t end)
{
    if (split->count == 0) {
        return;
    }
    font_segment *last = &split->segments[split->count - 1];
    if (last->length > 0) {
        return; /* a digit, closed already */
    }
    last->length = end - last->start;
    split->x += measure(split->fonts, last->font, split->bytes + last->start,
                        last->length);
}

static void add_digit(splitter *split, font_open *font, uint32_t at)
{
    int cell = cell_width(split->fonts, font);
    int own = measure(split->fonts, font, split->bytes + at, 1);
    split->segments[split->count++] =
        (font_segment){font, at, 1, split->x + (cell - own) / 2};
    split->x += cell;
}

static int plain_split(window_fonts *fonts, const ui_draw *run,
                       font_segment *segments, int *width)
{
    splitter split = {.fonts = fonts, .bytes = run->text, .segments = segments};
    const font_open *current = NULL;
    uint32_t at = 0;
    while (at < run->length && split.count < SEGMENTS_MAX - 1) {
        uint32_t code = 0;
        size_t took = rp_utf8_next(run->text + at, run->length - at, &code);
        took = took == 0 ? 1 : took;
        font_open *font = font_for(fonts, &run->font, code);
        if (font == NULL) {
            break;
        }
        bool is_cell = run->font.is_tabular && code >= '0' && code <= '9';
        if (is_cell || font != current) {
            close_segment(&split, at);
        }
        if (is_cell) {
            add_digit(&split, font, at);
            current = NULL;
        } else if (font != current) {
            segments[split.count++] = (font_segment){font, at, 0, split.x};
            current = font;
        }
        at += (uint32_t)took;
    }
    close_segment(&split, at);
    *width = split.x;
    return split.count;
}

/* --------------------------------------------------------- wide spacing */

enum {
    WIDE_LATIN = 12, /* per cent of an em behind each letter (WCAG 1.4.12), */
    WIDE_HAN = 8,    /* each Han sign */
    WIDE_WORD = 16,  /* and each space besides */
    HAN_FROM = 0x2E80
};

/* What belongs to the letter before it: accents, selectors, joiners. */
static bool is_attached(uint32_t code)
{
    return (code >= 0x300 && code <= 0x36F) || code == 0x200D ||
           (code >= 0xFE00 && code <= 0xFE0F);
}

/* One letter with what is attached to it, in bytes. */
static uint32_t letter_at(const ui_draw *run, uint32_t at, uint32_t *code)
{
    uint32_t more = 0;
    size_t took = rp_utf8_next(run->text + at, run->length - at, code);
    uint32_t length = (uint32_t)(took == 0 ? 1 : took);
    while (at + length < run->length) {
        took = rp_utf8_next(run->text + at + length, run->length - at - length,
                            &more);
        if (took == 0 || !is_attached(more)) {
            break;
        }
        length += (uint32_t)took;
    }
    return length;
}

static int advance_of(font_open *font, uint32_t code)
{
    int advance = 0;
    (void)TTF_GlyphMetrics32(font->font, code, NULL, NULL, NULL, NULL,
                             &advance);
    return advance;
}

static int wide_advance(window_fonts *fonts, const ui_draw *run,
                        font_open *font, uint32_t code)
{
    int em = run->font.size_px * run->font.percent / 100;
    int air = em * (code >= HAN_FROM ? WIDE_HAN : WIDE_LATIN) / 100;
    bool is_cell = run->font.is_tabular && code >= '0' && code <= '9';
    air += code == ' ' ? em * WIDE_WORD / 100 : 0;
    return air + (is_cell ? cell_width(fonts, font) : advance_of(font, code));
}

/*
 * Every letter on its own, with air behind it; what there are no segments for
 * is left out of them. `segments` may be NULL: only the width is wanted.
 */
static int wide_split(window_fonts *fonts, const ui_draw *run,
                      font_segment *segments, int *width)
{
    int count = 0;
    int x = 0;
    for (uint32_t at = 0; at < run->length;) {
        uint32_t code = 0;
        uint32_t length = letter_at(run, at, &code);
        font_open *font = font_for(fonts, &run->font, code);
        if (font == NULL) {
            break;
        }
        if (segments != NULL && count < SEGMENTS_MAX && code != ' ') {
            segments[count++] = (font_segment){font, at, length, x};
        }
        x += wide_advance(fonts, run, font, code);
        at += length;
    }
    *width = x;
    return count;
}

int fonts_split(window_fonts *fonts, const ui_draw *run, font_segment *segments,
                int *width)
{
    return run->font.is_wide ? wide_split(fonts, run, segments, width)
                             : plain_split(fonts, run, segments, width);
}

/* ---------------------------------------------------------------- service */

uint64_t hash_more(uint64_t hash, int64_t value)
{
    hash ^= (uint64_t)value;
    hash *= 0x9E3779B97F4A7C15U;
    return hash ^ (hash >> 31);
}

uint64_t font_hash(const ui_font *font, const char *bytes, size_t length)
{
    uint64_t hash = rp_fnv1a(bytes, length);
    hash =
        hash_more(hash, font->face | font->size_px << 8 | font->percent << 16);
    return hash_more(hash, (font->is_bold ? 1 : 0) |
                               (font->is_tabular ? 2 : 0) |
                               (font->is_wide ? 4 : 0)) |
           1;
}

static int service_width(void *user, const ui_font *font, const char *bytes,
                         size_t length)
{
    window_fonts *fonts = user;
    if (length == 0) {
        return 0;
    }
    uint64_t hash = font_hash(font, bytes, length);
    width_entry *entry = &fonts->widths[hash & (WIDTHS_COUNT - 1)];
    if (entry->hash == hash) {
        return entry->width;
    }
    font_segment segments[SEGMENTS_MAX];
    ui_draw run = {.font = *font, .text = bytes, .length = (uint32_t)length};
    int width = 0;
    if (font->is_wide) {
        (void)wide_split(fonts, &run, NULL, &width);
    } else {
        (void)plain_split(fonts, &run, segments, &width);
    }
    *entry = (width_entry){hash, width};
    return width;
}

static ui_font_metrics service_metrics(void *user, const ui_font *font)
{
    const font_open *found = fonts_get(user, font);
    if (found == NULL) {
        return (ui_font_metrics){0, 0};
    }
    return (ui_font_metrics){TTF_FontAscent(found->font),
                             -TTF_FontDescent(found->font)};
}

rp_status rp_text_service_open(window_fonts **opened, rp_error *err)
{
    if (TTF_Init() != 0) {
        return rp_fail(err, RP_E_IO, "fonts cannot be used: %s",
                       TTF_GetError());
    }
    window_fonts *fonts = SDL_calloc(1, sizeof *fonts);
    rp_status status = RP_OK;
    if (fonts == NULL) {
        TTF_Quit();
        return rp_fail(err, RP_E_MEMORY, "no memory for fonts");
    }
    fonts->widths = SDL_calloc(WIDTHS_COUNT, sizeof *fonts->widths);
    fonts->breaks = SDL_calloc(BREAKS_COUNT, sizeof *fonts->breaks);
    if (fonts->widths == NULL || fonts->breaks == NULL) {
        rp_text_service_close(fonts);
        return rp_fail(err, RP_E_MEMORY, "no memory for fonts");
    }
    status = font_find_all(fonts->files, err);
    if (status != RP_OK) {
        rp_text_service_close(fonts);
        return status;
    }
    fonts->service = (ui_text_service){.user = fonts,
                                       .width = service_width,
                                       .metrics = service_metrics,
                                       .breaks = breaks_find};
    *opened = fonts;
    return RP_OK;
}

const ui_text_service *rp_text_service(window_fonts *fonts)
{
    return &fonts->service;
}

void rp_text_service_close(window_fonts *fonts)
{
    if (fonts == NULL) {
        return;
    }
    for (int i = 0; i < fonts->open_count; i++) {
        TTF_CloseFont(fonts->open[i].font);
    }
    breaks_close(fonts);
    SDL_free(fonts->widths);
    SDL_free(fonts->scratch);
    SDL_free(fonts);
    TTF_Quit();
}
