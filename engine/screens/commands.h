/*
 * Everything that can be asked for by its name: one table with the key of
 * each, read by the palette.
 */
#ifndef SCREENS_COMMANDS_H
#define SCREENS_COMMANDS_H

#include "match.h"
#include "screens_internal.h"

enum {
    COMMANDS_MAX = 64
};

/* A command as it stands in a frame. */
typedef struct command_shown {
    uint32_t index; /* into the table */
    match_rank rank;
    const char *id; /* "dark": steady, for tests and for what was used last */
    const char *label;
    const char *icon;
    ui_key key;
    const char *state; /* "on", "off", "now"; NULL: it has none */
} command_shown;

/*
 * The commands that can be given here and fit what was typed, in the person's
 * language or in English, the best first; those used last first where nothing
 * is typed.
 */
uint32_t commands_find(screen_scene *scene, const char *typed,
                       command_shown shown[COMMANDS_MAX]);

/* Gives the command: fills the intent or opens a dialog. */
void command_give(screen_scene *scene, uint32_t index);

#endif
