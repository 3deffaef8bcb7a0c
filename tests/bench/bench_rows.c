/*
 * What a frame costs while a long list is scrolled: ten thousand rows against
 * a hundred, key by key, with layout, drawing list and focus.
 */
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "ui/ui_kit.h"

enum {
    FEW = 100,
    MANY = 10000,
    FRAMES = 400,
    ROUNDS = 9,
    ROW_PX = 44
};

static void screen(ui_context *ui, void *user)
{
    const uint32_t *count = user;

    ui_screen(ui, "list", "row-0");
    ui_rows rows = ui_begin_rows(
        ui, &(ui_rows_spec){
                .box = {.id = "rows", .label = "Rows", .height = {.grow = 1}},
                .count = *count,
                .row_px = ROW_PX});
    for (uint32_t item = 0; ui_next_item(ui, &rows, &item);) {
        (void)ui_begin_press(
            ui, &(ui_press_spec){
                    .box = {.id = ui_format(ui, "row-%u", (unsigned)item),
                            .gap = 12},
                    .look = UI_LOOK_ROW,
                    .label = "A row"});
        ui_text(ui, ui_format(ui, "Attempt %u", (unsigned)item), NULL);
        ui_text(ui, "2026-11-20 09:12", &ui_note);
        ui_tag(ui, &(ui_tag_spec){.label = "Passed", .icon = "check"});
        ui_end(ui);
    }
    ui_end_rows(ui, &rows);
}

static double now_us(void)
{
    struct timespec now;

    (void)clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec * 1e6 + (double)now.tv_nsec / 1e3;
}

/* Up and down through the list, so that few rows are scrolled as much. */
static double frame_us(uint32_t count)
{
    ui_kit kit;

    kit_open(&kit, screen, &count);
    for (int i = 0; i < 20; i++) {
        kit_key(&kit, UI_KEY_DOWN);
    }
    double before = now_us();
    for (int i = 0; i < FRAMES; i++) {
        kit_key(&kit, i / 50 % 2 == 0 ? UI_KEY_DOWN : UI_KEY_UP);
    }
    double spent = now_us() - before;
    kit_close(&kit);
    return spent / FRAMES;
}

static int compare(const void *a, const void *b)
{
    double left = *(const double *)a;
    double right = *(const double *)b;

    return (left > right) - (left < right);
}

int main(void)
{
    double few[ROUNDS];
    double many[ROUNDS];

    for (int i = 0; i < ROUNDS; i++) {
        few[i] = frame_us(FEW);
        many[i] = frame_us(MANY);
    }
    qsort(few, ROUNDS, sizeof few[0], compare);
    qsort(many, ROUNDS, sizeof many[0], compare);
    double ours = many[ROUNDS / 2];
    double floor_us = few[ROUNDS / 2];
    printf("{\"bench\":\"scroll_rows\",\"ratio\":%.2f,\"target\":1.1,"
           "\"ours\":%.1f,\"floor\":%.1f,\"unit\":\"us\",\"rows\":%d,"
           "\"against\":%d}\n",
           ours / floor_us, ours, floor_us, MANY, FEW);
    return 0;
}
