/*
 * The colour and type tables of the design, one row a token.
 */
#include <stddef.h>

#include "ui/ui_theme.h"

typedef struct theme_row {
    uint32_t colors[3]; /* light, dark, high contrast: 0xRRGGBB */
} theme_row;

static const theme_row rows[UI_COLOR_COUNT] = {
    [UI_BG] = {{0xF6F3EE, 0x141719, 0x000000}},
    [UI_SURFACE] = {{0xFFFFFF, 0x1D2124, 0x000000}},
    [UI_SUNKEN] = {{0xEFEBE3, 0x101315, 0x000000}},
    [UI_LINE] = {{0xE4DED4, 0x31373C, 0xFFFFFF}},
    [UI_LINE_STRONG] = {{0x8A8479, 0x7B848C, 0xFFFFFF}},
    [UI_INK] = {{0x1D2227, 0xF0EDE8, 0xFFFFFF}},
    [UI_INK2] = {{0x4E555C, 0xBCC1C5, 0xFFFFFF}},
    [UI_INK3] = {{0x656B72, 0x979EA4, 0xE6E6E6}},
    [UI_ACCENT] = {{0x0E6B5E, 0x4FC3AC, 0x6FF2DA}},
    [UI_ACCENT_HOVER] = {{0x0B5A4F, 0x6BD2BD, 0xA8F8EA}},
    [UI_ACCENT_PRESSED] = {{0x084A41, 0x3DAF98, 0x3FD6BC}},
    [UI_ACCENT_SOFT] = {{0xDDEFEA, 0x17362F, 0x00352C}},
    [UI_ON_ACCENT] = {{0xFFFFFF, 0x06231E, 0x000000}},
    [UI_FOCUS] = {{0x0E6B5E, 0x4FC3AC, 0xFFE600}},
    [UI_LISTENING] = {{0x1B66AE, 0x79B8F2, 0x8ECBFF}},
    [UI_LISTENING_SOFT] = {{0xE1EDF8, 0x16293B, 0x00223D}},
    [UI_EMPATHY] = {{0xB3386B, 0xF293B5, 0xFFA9CC}},
    [UI_EMPATHY_SOFT] = {{0xFBE6EE, 0x3A1D2A, 0x3D0020}},
    [UI_RESOLUTION] = {{0x845600, 0xE3B04B, 0xFFD166}},
    [UI_RESOLUTION_FILL] = {{0xAE7407, 0xE3B04B, 0xFFD166}},
    [UI_RESOLUTION_SOFT] = {{0xFAEFD6, 0x35290F, 0x332500}},
    [UI_WARN] = {{0xA1440A, 0xF2A267, 0xFFB37A}},
    [UI_WARN_SOFT] = {{0xFCEBDD, 0x3A2413, 0x3A1B00}},
    [UI_DANGER] = {{0xB3261E, 0xFF8F84, 0xFF9C92}},
    [UI_DANGER_SOFT] = {{0xFBE4E1, 0x3D1A17, 0x400500}},
    [UI_MOOD_CALM] = {{0x1D2227, 0xF0EDE8, 0xFFFFFF}},
    [UI_MOOD_TRUST] = {{0x0E6B5E, 0x4FC3AC, 0x6FF2DA}},
    [UI_MOOD_PATIENCE] = {{0x8A5A2B, 0xD9A775, 0xFFB37A}},
    [UI_HEAT_0] = {{0xEFEBE3, 0x272C30, 0x000000}},
    [UI_HEAT_1] = {{0xD5EAE3, 0x1C423A, 0x00352C}},
    [UI_HEAT_2] = {{0xA8D5C8, 0x256355, 0x00584A}},
    [UI_HEAT_3] = {{0x5FA897, 0x2B7666, 0x007A66}},
    [UI_HEAT_4] = {{0x0E6B5E, 0x4FC3AC, 0x6FF2DA}},
    [UI_PIP] = {{0xDDD6CA, 0x3A4147, 0x6E6E6E}},
    [UI_VIOLET] = {{0x5B4494, 0xB9A6F0, 0xCBB8FF}},
    [UI_VIOLET_SOFT] = {{0xE9E4F6, 0x2B2440, 0x1D0F40}},
    [UI_OLIVE] = {{0x4D6120, 0xB8CC85, 0xD3E89B}},
    [UI_OLIVE_SOFT] = {{0xE6EAD9, 0x293018, 0x1D2600}},
    [UI_SCRIM] = {{0x1D2227, 0x000000, 0x000000}},
};

/* The scrim is the one translucent token: 38, 55 and 80 per cent. */
static const uint8_t scrim_alpha[3] = {97, 140, 204};

/* English, Chinese. */
static const ui_type types[4][2] = {
    [UI_M] = {{15, 22}, {15, 24}},
    [UI_S] = {{13, 18}, {13, 20}},
    [UI_L] = {{20, 28}, {20, 30}},
    [UI_XL] = {{32, 40}, {30, 42}},
};

ui_rgba ui_theme_color(ui_theme_name theme, ui_color color)
{
    if (color <= UI_NONE || color >= UI_COLOR_COUNT) {
        return (ui_rgba){0, 0, 0, 0};
    }
    uint32_t rgb = rows[color].colors[theme];
    uint8_t alpha = color == UI_SCRIM ? scrim_alpha[theme] : 255;
    return (ui_rgba){(uint8_t)(rgb >> 16), (uint8_t)(rgb >> 8), (uint8_t)rgb,
                     alpha};
}

ui_type ui_theme_type(ui_type_size size, bool is_han)
{
    return types[size][is_han ? 1 : 0];
}
