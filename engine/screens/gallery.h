/*
 * The gallery: every widget of the toolkit in all its states, to look at, to
 * try, and to hold pictures against. It needs no app: what it shows is made up.
 *
 * One table lists the widgets, each with the function that shows it; a test
 * holds the table against ui_widgets.h.
 */
#ifndef SCREENS_GALLERY_H
#define SCREENS_GALLERY_H

#include "ui/ui.h"

typedef enum gallery_page {
    GALLERY_CONTROLS, /* what can be operated, a row each, a column a state */
    GALLERY_DISPLAYS,
    GALLERY_CHARTS,
    GALLERY_OVER, /* what stands over the rest */
    GALLERY_COLORS,
    GALLERY_PAGES
} gallery_page;

enum {
    GALLERY_FIELDS = 8
};

/* What a person did to the widgets; in the caller's storage, zero at first. */
typedef struct gallery {
    ui_context *ui; /* of the frame that is being declared */
    gallery_page page;
    bool has_dialog;
    bool has_popover;
    bool is_choosing; /* phrases carry their numbers */
    bool is_on;
    int choice;
    int tab;
    int steps;
    int slider;
    int point;
    int chosen; /* of the popover */
    uint32_t pinned;
    char fields[GALLERY_FIELDS][128];
} gallery;

typedef struct gallery_widget {
    const char *name; /* of the function: "ui_button" */
    gallery_page page;
    void (*show)(gallery *at);
} gallery_widget;

/* In shown order; a row whose name is NULL ends it. */
extern const gallery_widget gallery_widgets[];

/* "controls", "displays", ...; GALLERY_PAGES where there is no such page. */
gallery_page gallery_page_named(const char *name);

/* Declares a frame: the page, its tabs above, its keys below. */
void gallery_frame(gallery *at, ui_context *ui);

/* How tall the page of the last closed frame wants to be, all in all. */
int gallery_height_px(const ui_context *ui);

#endif
