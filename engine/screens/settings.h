/*
 * Shared by the two files of the settings: the rows of the table, and the
 * controls a row may have.
 */
#ifndef SCREENS_SETTINGS_H
#define SCREENS_SETTINGS_H

#include "screens_internal.h"

typedef struct setting_row setting_row;
typedef void setting_control(screen_scene *scene, const setting_row *row);

struct setting_row {
    const char *name; /* the field of rp_settings it changes */
    const char *icon;
    const char *label;
    const char *note; /* one line more; NULL: none */
    setting_control *control;
    size_t offset;    /* of a toggle's bool in rp_settings */
    bool is_opposite; /* shown on where the stored field is off */
    bool needs_silence;
};

/* In the order of rp_theme. */
typedef struct theme_choice {
    const char *value; /* stored */
    const char *label;
    const char *icon;
    ui_theme_name theme;
} theme_choice;

enum {
    THEME_COUNT = 3
};

extern const theme_choice theme_choices[THEME_COUNT];

const rp_settings *settings_of(const screen_scene *scene);

/* Asks for the change; it is kept and seen from the next frame on. */
void set(screen_scene *scene, const char *name, const char *value);

setting_control toggle_control;
setting_control language_control;
setting_control theme_control;
setting_control size_control;
setting_control volume_control;
setting_control rate_control;   /* of the voice */
setting_control factor_control; /* of the time before silence costs */

/* The slider alone, and the number it stands at. */
void size_slider(screen_scene *scene, ui_size width, int tick_step);
void size_shown(screen_scene *scene, ui_color color);

/* The themes as pictures, one of them chosen. */
void theme_tiles(screen_scene *scene);

#endif
