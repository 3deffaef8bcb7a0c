/*
 * Which script a character belongs to, and so which face draws it. Quotes,
 * dashes and dots are shared: they follow their neighbours.
 */
#include <string.h>

#include "ui/ui_internal.h"

typedef struct code_range {
    uint32_t from;
    uint32_t to;
    char_class class;
} code_range;

/* The first row that holds a code decides; marks stand before their block. */
static const code_range ranges[] = {
    {' ', ' ', CHAR_SPACE},           {'\n', '\n', CHAR_SPACE},
    {'0', '9', CHAR_LATIN},           {'A', 'Z', CHAR_LATIN},
    {'a', 'z', CHAR_LATIN},           {0x00B7, 0x00B7, CHAR_SHARED},
    {0x00C0, 0x024F, CHAR_LATIN},     {0x0370, 0x04FF, CHAR_LATIN},
    {0x2014, 0x2014, CHAR_SHARED},    {0x2018, 0x2019, CHAR_SHARED},
    {0x201C, 0x201D, CHAR_SHARED},    {0x2026, 0x2026, CHAR_SHARED},
    {0x2E80, 0x2FDF, CHAR_HAN},       {0x3000, 0x3000, CHAR_SPACE},
    {0x3001, 0x3002, CHAR_HAN_CLOSE}, {0x3005, 0x3007, CHAR_HAN},
    {0x3008, 0x3008, CHAR_HAN_OPEN},  {0x3009, 0x3009, CHAR_HAN_CLOSE},
    {0x300A, 0x300A, CHAR_HAN_OPEN},  {0x300B, 0x300B, CHAR_HAN_CLOSE},
    {0x300C, 0x300C, CHAR_HAN_OPEN},  {0x300D, 0x300D, CHAR_HAN_CLOSE},
    {0x300E, 0x300E, CHAR_HAN_OPEN},  {0x300F, 0x300F, CHAR_HAN_CLOSE},
    {0x3010, 0x3010, CHAR_HAN_OPEN},  {0x3011, 0x3011, CHAR_HAN_CLOSE},
    {0x3014, 0x3014, CHAR_HAN_OPEN},  {0x3015, 0x3015, CHAR_HAN_CLOSE},
    {0x3021, 0x30FF, CHAR_HAN},       {0x3400, 0x9FFF, CHAR_HAN},
    {0xF900, 0xFAFF, CHAR_HAN},       {0xFF01, 0xFF01, CHAR_HAN_CLOSE},
    {0xFF08, 0xFF08, CHAR_HAN_OPEN},  {0xFF09, 0xFF09, CHAR_HAN_CLOSE},
    {0xFF0C, 0xFF0C, CHAR_HAN_CLOSE}, {0xFF1A, 0xFF1B, CHAR_HAN_CLOSE},
    {0xFF1F, 0xFF1F, CHAR_HAN_CLOSE}, {0xFF01, 0xFF5E, CHAR_HAN},
    {0x20000, 0x3FFFF, CHAR_HAN},
};

char_class script_class(uint32_t code)
{
    for (size_t i = 0; i < sizeof ranges / sizeof ranges[0]; i++) {
        if (code >= ranges[i].from && code <= ranges[i].to) {
            return ranges[i].class;
        }
    }
    return CHAR_OTHER;
}

static bool is_han_class(char_class class)
{
    return class == CHAR_HAN || class == CHAR_HAN_OPEN ||
           class == CHAR_HAN_CLOSE;
}

bool script_has_han(const char *text, size_t length)
{
    uint32_t code = 0;
    size_t at = 0;
    while (at < length) {
        size_t took = rp_utf8_next(text + at, length - at, &code);
        if (took == 0) {
            return false;
        }
        if (is_han_class(script_class(code))) {
            return true;
        }
        at += took;
    }
    return false;
}

/* The class of the next character that has a script of its own. */
static char_class next_strong(const paragraph *text, size_t at)
{
    uint32_t code = 0;
    while (at < text->length) {
        size_t took = rp_utf8_next(text->text + at, text->length - at, &code);
        char_class class = took == 0 ? CHAR_OTHER : script_class(code);
        if (took == 0 || (class != CHAR_SHARED && class != CHAR_SPACE)) {
            return class;
        }
        at += took;
    }
    return CHAR_SPACE;
}

typedef struct item_state {
    char_class before; /* the last strong class */
    ui_face face;
} item_state;

static ui_face shared_face(const paragraph *text, const item_state *state,
                           uint32_t code, size_t after)
{
    bool is_long = code == 0x2014 || code == 0x2026;
    if (text->has_han && is_long) {
        return UI_FACE_HAN;
    }
    bool has_han_near =
        is_han_class(state->before) || is_han_class(next_strong(text, after));
    return has_han_near ? UI_FACE_HAN : UI_FACE_LATIN;
}

static ui_face face_of(const paragraph *text, item_state *state, uint32_t code,
                       size_t after)
{
    if (text->font.face == UI_FACE_MONO) {
        return UI_FACE_MONO;
    }
    char_class class = script_class(code);
    if (class == CHAR_SHARED) {
        return shared_face(text, state, code, after);
    }
    if (class == CHAR_SPACE) {
        return code == 0x3000 ? UI_FACE_HAN : UI_FACE_LATIN;
    }
    state->before = class;
    return is_han_class(class) ? UI_FACE_HAN : UI_FACE_LATIN;
}

static uint8_t span_at(const paragraph *text, size_t at)
{
    for (int i = 1; i < text->span_count; i++) {
        if (at >= text->spans[i].start && at < text->spans[i].end) {
            return (uint8_t)i;
        }
    }
    return 0;
}

static void start_item(paragraph *text, size_t at, ui_face face, uint8_t span)
{
    ui_font font = text->font;
    font.face = (uint8_t)face;
    bool is_stress = text->spans[span].kind == SPAN_STRESS;
    font.is_bold = font.is_bold || is_stress;
    text->items[text->item_count++] = (text_item){
        .start = (uint32_t)at, .end = (uint32_t)at, .font = font, .span = span};
}

int script_itemize(ui_context *ui, paragraph *text)
{
    size_t most = text->length + 1;
    /* One item a character is the worst case, where faces or spans mix. */
    size_t capacity = text->has_han || text->span_count > 1 ? most : 2;
    text->items = ui_take(ui, capacity, sizeof *text->items);
    text->item_count = 0;
    if (text->items == NULL) {
        return 0;
    }
    item_state state = {CHAR_SPACE, UI_FACE_LATIN};
    size_t at = 0;
    while (at < text->length) {
        uint32_t code = 0;
        size_t took = rp_utf8_next(text->text + at, text->length - at, &code);
        took = took == 0 ? 1 : took;
        ui_face face = face_of(text, &state, code, at + took);
        uint8_t span = span_at(text, at);
        const text_item *item =
            text->item_count == 0 ? NULL : &text->items[text->item_count - 1];
        if (item == NULL || item->font.face != face || item->span != span) {
            start_item(text, at, face, span);
        }
        at += took;
        text->items[text->item_count - 1].end = (uint32_t)at;
    }
    return text->item_count;
}
