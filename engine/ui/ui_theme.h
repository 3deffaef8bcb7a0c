/*
 * Theme: the colour tokens and type sizes of the design, one table. A screen
 * names tokens, never colours; which colour that is, the person's theme says.
 */
#ifndef UI_THEME_H
#define UI_THEME_H

#include <stdbool.h>
#include <stdint.h>

typedef enum ui_theme_name {
    UI_LIGHT,
    UI_DARK,
    UI_CONTRAST
} ui_theme_name;

typedef enum ui_color {
    UI_AUTO, /* the widget's own: ink for text, nothing for fills */
    UI_NONE, /* not painted at all */
    UI_BG,
    UI_SURFACE,
    UI_SUNKEN,
    UI_LINE,
    UI_LINE_STRONG,
    UI_INK,
    UI_INK2,
    UI_INK3,
    UI_ACCENT,
    UI_ACCENT_HOVER,
    UI_ACCENT_PRESSED,
    UI_ACCENT_SOFT,
    UI_ON_ACCENT,
    UI_FOCUS,
    UI_LISTENING,
    UI_LISTENING_SOFT,
    UI_EMPATHY,
    UI_EMPATHY_SOFT,
    UI_RESOLUTION,
    UI_RESOLUTION_FILL,
    UI_RESOLUTION_SOFT,
    UI_WARN,
    UI_WARN_SOFT,
    UI_DANGER,
    UI_DANGER_SOFT,
    UI_MOOD_CALM,
    UI_MOOD_TRUST,
    UI_MOOD_PATIENCE,
    UI_HEAT_0,
    UI_HEAT_1,
    UI_HEAT_2,
    UI_HEAT_3,
    UI_HEAT_4,
    UI_PIP,
    UI_VIOLET,
    UI_VIOLET_SOFT,
    UI_OLIVE,
    UI_OLIVE_SOFT,
    UI_SCRIM,
    UI_COLOR_COUNT
} ui_color;

typedef struct ui_rgba {
    uint8_t r;
    uint8_t g;
    uint8_t b;
    uint8_t a;
} ui_rgba;

/* AUTO and NONE are fully transparent. */
ui_rgba ui_theme_color(ui_theme_name theme, ui_color color);

/* Spacing steps: 4 8 12 16 20 24 32 48. Radii by use. */
enum {
    UI_RADIUS_KEY = 5,
    UI_RADIUS_TAG = 6,
    UI_RADIUS_SEGMENT = 7,
    UI_RADIUS_BUTTON = 10,
    UI_RADIUS_REPLY = 12,
    UI_RADIUS_CARD = 14,
    UI_RADIUS_DIALOG = 20
};

/* M is zero: the default of every text. */
typedef enum ui_type_size {
    UI_M,
    UI_S,
    UI_L,
    UI_XL
} ui_type_size;

typedef struct ui_type {
    int16_t size_px;
    int16_t line_px;
} ui_type;

ui_type ui_theme_type(ui_type_size size, bool is_han);

#endif
