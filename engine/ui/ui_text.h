/*
 * Text service: the one way the toolkit learns how wide text is and where it
 * may break. The window implements it with real fonts; a test may use the
 * same without a window, or a stub.
 */
#ifndef UI_TEXT_H
#define UI_TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef enum ui_face {
    UI_FACE_LATIN, /* Inter */
    UI_FACE_HAN,   /* Noto Sans CJK SC */
    UI_FACE_MONO   /* Noto Sans Mono CJK SC */
} ui_face;

/* A font at its real size: what a run is measured and painted with. */
typedef struct ui_font {
    uint8_t face;     /* ui_face */
    bool is_bold;     /* Latin: semibold */
    bool is_tabular;  /* digits in cells as wide as the widest digit */
    bool is_wide;     /* letters and words stand further apart */
    uint8_t size_px;  /* design pixels */
    uint16_t percent; /* device scale times text scale, 100 is plain */
} ui_font;

typedef struct ui_font_metrics {
    int ascent_px;  /* device pixels above the baseline */
    int descent_px; /* below it, positive */
} ui_font_metrics;

/* What may happen before a byte of a text. Only first bytes of characters
 * carry marks. */
enum {
    UI_MARK_CHARACTER = 1, /* a caret may stand here */
    UI_MARK_LINE = 2,      /* a line may break here */
    UI_MARK_WORD = 4,      /* a word starts here */
    UI_MARK_MUST = 8       /* a line must break here (newline before) */
};

typedef struct ui_text_service {
    void *user;
    /* The advance of the whole run, shaped in one piece, device pixels. */
    int (*width)(void *user, const ui_font *font, const char *bytes,
                 size_t length);
    ui_font_metrics (*metrics)(void *user, const ui_font *font);
    /*
     * Fills `marks` (length + 1 entries) for a text in `language`: UAX #14
     * tailored so that dashes, ellipses and number + unit keep together.
     */
    void (*breaks)(void *user, const char *bytes, size_t length,
                   const char *language, uint8_t *marks);
} ui_text_service;

#endif
