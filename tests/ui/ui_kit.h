/*
 * A toolkit to try screens on: a text service of plain arithmetic (a Latin
 * character is half an em, a Han one an em) and helpers that run frames.
 */
#ifndef TESTS_UI_KIT_H
#define TESTS_UI_KIT_H

#include "ui/ui_draw.h"

typedef void kit_screen(ui_context *ui, void *user);

typedef struct ui_kit {
    ui_context *ui;
    ui_surface surface;
    kit_screen *screen;
    void *user;
    size_t requests; /* made to the allocator so far */
    size_t allowed;  /* how many may succeed */
    char clipboard[256];
} ui_kit;

/* 1280 x 800, 100 %, English, light. */
void kit_open(ui_kit *kit, kit_screen *screen, void *user);
void kit_close(ui_kit *kit);

/* One frame, then as many as its events need. */
void kit_frame(ui_kit *kit);
/* The same, `by_ms` later. */
void kit_later(ui_kit *kit, uint32_t by_ms);
void kit_key(ui_kit *kit, ui_key key);
void kit_type(ui_kit *kit, const char *text);
void kit_click(ui_kit *kit, const char *id);

ui_node_info kit_node(const ui_kit *kit, const char *id);
/* The first node with this label. */
ui_node_info kit_labelled(const ui_kit *kit, const char *label);
const char *kit_focus(const ui_kit *kit);

/* The service alone, and an allocator that counts and may refuse. */
const ui_text_service *kit_text_service(void);
ui_host kit_host(ui_kit *kit);

#endif
