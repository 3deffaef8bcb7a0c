/*
 * Where the window stood: a setting of the machine, "x,y,width,height" and
 * whether it was maximised.
 */
#include <stdio.h>
#include <string.h>

#include "app_internal.h"
#include "rapport/launch.h"

static const char key_name[] = "window_place";

enum {
    FARTHEST = 32767, /* what X11 can say */
    PLACE_TEXT_MAX = 64
};

static bool is_far(int value)
{
    return value < -FARTHEST || value > FARTHEST;
}

static bool is_sound(const rp_window_place *place)
{
    return place->width > 0 && place->height > 0 && !is_far(place->x) &&
           !is_far(place->y) && !is_far(place->width) && !is_far(place->height);
}

/* Unknown where the text is none of ours. */
static rp_window_place read_place(const char *text)
{
    rp_window_place place = {0};
    char how[8] = "";
    int length = 0;
    /* At most six digits a number: none of them can overflow.
     * NOLINTNEXTLINE(cert-err34-c) */
    int found = sscanf(text, "%6d,%6d,%6d,%6d,%5[a-z]%n", &place.x, &place.y,
                       &place.width, &place.height, how, &length);

    place.is_maximised = strcmp(how, "whole") == 0;
    bool is_known = place.is_maximised || strcmp(how, "plain") == 0;
    return found == 5 && text[length] == '\0' && is_known && is_sound(&place)
               ? place
               : (rp_window_place){0};
}

rp_window_place rp_app_window_place(rp_app *app)
{
    rp_setting_key key = {.key = key_name};
    rp_window_place place = {0};
    const char *text = NULL;
    rp_arena arena;

    rp_arena_init(&arena, app->alloc);
    if (rp_store_get_setting(app->store, &key, &arena, &text, NULL) == RP_OK &&
        text != NULL) {
        place = read_place(text);
    }
    rp_arena_clear(&arena);
    return place;
}

rp_status rp_app_keep_window_place(rp_app *app, const rp_window_place *place,
                                   rp_error *err)
{
    rp_setting_key key = {.key = key_name};
    char text[PLACE_TEXT_MAX];

    if (!is_sound(place)) {
        return rp_fail(err, RP_E_INVALID, "a window cannot stand there");
    }
    (void)snprintf(text, sizeof text, "%d,%d,%d,%d,%s", place->x, place->y,
                   place->width, place->height,
                   place->is_maximised ? "whole" : "plain");
    return rp_store_put_setting(app->store, &key, text, err);
}
