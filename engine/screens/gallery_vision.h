/*
 * What colours look like to people who see fewer of them: for the gallery,
 * and for the test that holds the scores' colours apart.
 */
#ifndef SCREENS_GALLERY_VISION_H
#define SCREENS_GALLERY_VISION_H

#include "ui/ui_theme.h"

typedef enum vision_kind {
    VISION_FULL,
    VISION_DEUTERANOPIA,
    VISION_PROTANOPIA,
    VISION_TRITANOPIA,
    VISION_COUNT
} vision_kind;

ui_rgba vision_seen(ui_rgba color, vision_kind kind);

#endif
