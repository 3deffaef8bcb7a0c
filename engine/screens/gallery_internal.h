/*
 * Shared by the pages of the gallery: what a widget is shown in.
 */
#ifndef SCREENS_GALLERY_INTERNAL_H
#define SCREENS_GALLERY_INTERNAL_H

#include "screens/gallery.h"

/* Of two samples the one in the person's language. */
const char *sample(const gallery *at, const char *english, const char *chinese);

/* A card with a title; closed by ui_end. */
void begin_sample(gallery *at, const char *english, const char *chinese);

/* The states a control is shown in; one column each. */
typedef enum gallery_state {
    GALLERY_REST,
    GALLERY_HOVER,
    GALLERY_FOCUS,
    GALLERY_PRESSED,
    GALLERY_SELECTED,
    GALLERY_DISABLED,
    GALLERY_STATES
} gallery_state;

/* Shows one cell. The pose is set; selected and disabled are up to it. */
typedef void gallery_cell(gallery *at, gallery_state state, const char *id);

typedef struct gallery_line {
    const char *name; /* begins the ids of its cells */
    const char *english;
    const char *chinese;
    gallery_cell *cell;
    unsigned without; /* bit n: has no state n */
} gallery_line;

/* The names of the columns, where all stand side by side. */
void show_states(gallery *at);

/* The control in all its states. */
void show_line(gallery *at, const gallery_line *line);

/* One a widget, in the files of its page. */
void gallery_show_colors(gallery *at);
void gallery_show_vision(gallery *at);
void gallery_show_type(gallery *at);

#define GALLERY_SHOW(name) void gallery_##name(gallery *at)

GALLERY_SHOW(button);
GALLERY_SHOW(press);
GALLERY_SHOW(reply_card);
GALLERY_SHOW(chip);
GALLERY_SHOW(toggle);
GALLERY_SHOW(check);
GALLERY_SHOW(radio);
GALLERY_SHOW(marks);
GALLERY_SHOW(segment);
GALLERY_SHOW(tabs);
GALLERY_SHOW(slider);
GALLERY_SHOW(stepper);
GALLERY_SHOW(text_field);
GALLERY_SHOW(text);
GALLERY_SHOW(rich);
GALLERY_SHOW(icon);
GALLERY_SHOW(portrait);
GALLERY_SHOW(avatar);
GALLERY_SHOW(logo);
GALLERY_SHOW(vector);
GALLERY_SHOW(tag);
GALLERY_SHOW(key_cap);
GALLERY_SHOW(key_hint);
GALLERY_SHOW(footer);
GALLERY_SHOW(score);
GALLERY_SHOW(skill_badge);
GALLERY_SHOW(steps);
GALLERY_SHOW(difficulty);
GALLERY_SHOW(bar);
GALLERY_SHOW(heat_cell);
GALLERY_SHOW(gauge);
GALLERY_SHOW(mood_scale);
GALLERY_SHOW(score_bar);
GALLERY_SHOW(call_clock);
GALLERY_SHOW(timer_bar);
GALLERY_SHOW(bar_chart);
GALLERY_SHOW(mood_curve);
GALLERY_SHOW(edge);
GALLERY_SHOW(dialog);
GALLERY_SHOW(popover);
GALLERY_SHOW(toast);

#endif
