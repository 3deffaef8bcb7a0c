/*
 * Pictures: icons, portraits, avatars, the logo, small vectors. Each is a
 * leaf that becomes one drawing command.
 */
#include <string.h>

#include "ui/ui_internal.h"

typedef struct picture {
    const char *text;
    ui_rgba color;
    int16_t view_width;
    int16_t view_height;
    uint8_t mood;
    uint8_t mood_before;
    uint8_t blend; /* 255: only the new mood */
    bool is_avatar;
    bool is_dark;
    bool has_closed_eyes;
    bool is_talking;
    ui_draw_kind kind;
} picture;

static ui_draw *push_picture(ui_context *ui, const ui_node *node,
                             const picture *of)
{
    ui_draw *draw = draw_push(ui, of->kind, node->box);
    if (draw == NULL) {
        return NULL;
    }
    draw->color = of->color;
    draw->color.a = (uint8_t)(draw->color.a * (255 - ui->draw_fade) / 255);
    draw->text = of->text;
    draw->length = (uint32_t)strlen(of->text);
    draw->thick = of->view_width;
    draw->view_height = of->view_height;
    draw->radius = node->radius;
    draw->mood = of->mood;
    draw->is_avatar = of->is_avatar;
    draw->is_dark = of->is_dark;
    draw->has_closed_eyes = of->has_closed_eyes;
    draw->is_talking = of->is_talking;
    return draw;
}

static void paint_picture(ui_context *ui, const ui_node *node)
{
    (void)push_picture(ui, node, node->data);
}

/* Two faces while the expression changes: the new one fades in over the old. */
static void paint_portrait(ui_context *ui, const ui_node *node)
{
    const picture *now = node->data;
    if (now->blend < 255) {
        picture before = *now;
        before.mood = now->mood_before;
        (void)push_picture(ui, node, &before);
    }
    ui_draw *draw = push_picture(ui, node, now);
    if (draw != NULL) {
        draw->color.a = (uint8_t)(draw->color.a * now->blend / 255);
    }
}

/* ---------------------------------------------------------------- icons */

void ui_icon(ui_context *ui, const ui_icon_spec *spec)
{
    picture *data = ui_take(ui, 1, sizeof *data);
    if (data == NULL) {
        return;
    }
    *data = (picture){.kind = UI_DRAW_ICON,
                      .text = ui_copy(ui, spec->name),
                      .color = ui_paint_color(ui, spec->color, UI_INK2)};
    int side = ui_device_half(ui, spec->size_px == 0 ? 20 : spec->size_px);
    ui_node *node = node_painted(ui, paint_picture, data, side, side);
    node->role = UI_ROLE_IMAGE;
    node->label = ui_copy(ui, spec->label);
    node->is_silent = node->is_silent || spec->label == NULL;
}

/* ------------------------------------------------------------- portraits */

enum {
    FADE_MS = 180,
    BLINK_MS = 120,
    TALK_MS = 143 /* seven mouths a second */
};

/* Eyes close for 120 ms every 3 to 6 s, spread by a hash so that no two faces
 * and no two moments look alike. */
static bool blinks_now(ui_context *ui, uint64_t id)
{
    enum {
        BEAT_MS = 4500,
        SPREAD_MS = 3000
    };

    uint32_t now = ui->surface.now_ms;
    uint32_t beat = now / BEAT_MS;
    rp_random chance = rp_random_seeded(id + beat);
    uint32_t at = beat * BEAT_MS + rp_random_below(&chance, SPREAD_MS);
    if (now < at) {
        ui_wake_at(ui, at);
        return false;
    }
    if (now < at + BLINK_MS) {
        ui_wake_at(ui, at + BLINK_MS);
        return true;
    }
    ui_wake_at(ui, (beat + 1) * BEAT_MS);
    return false;
}

static bool talks_now(ui_context *ui)
{
    uint32_t beat = ui->surface.now_ms / TALK_MS;
    ui_wake_at(ui, (beat + 1) * TALK_MS);
    return beat % 2 == 0;
}

static void set_expression(ui_context *ui, picture *face,
                           const ui_portrait_spec *spec)
{
    uint64_t id = ui_hash_salted(spec->id, "mood");
    ui_memory *memory = ui_remember(ui, id);
    bool is_new = memory->extent_px == 0;
    int32_t known = memory->extent_px - 1; /* moods are kept counted from 1 */
    if (is_new || ui->settings.has_reduced_motion) {
        memory->extent_px = (int32_t)spec->mood + 1;
        memory->view_px = memory->extent_px;
    } else if (known != (int32_t)spec->mood) {
        memory->view_px = memory->extent_px;
        memory->extent_px = (int32_t)spec->mood + 1;
        memory->start_ms = ui->surface.now_ms;
    }
    uint32_t passed = ui->surface.now_ms - memory->start_ms;
    bool is_fading = memory->view_px != memory->extent_px && passed < FADE_MS;
    face->mood_before = (uint8_t)(memory->view_px - 1);
    face->blend = is_fading ? (uint8_t)(passed * 255 / FADE_MS) : 255;
    if (is_fading) {
        ui_wake_at(ui, ui->surface.now_ms + 16);
    }
}

void ui_portrait(ui_context *ui, const ui_portrait_spec *spec)
{
    picture *face = ui_take(ui, 1, sizeof *face);
    if (face == NULL) {
        return;
    }
    *face = (picture){.kind = UI_DRAW_PORTRAIT,
                      .text = ui_copy(ui, spec->person),
                      .color = {255, 255, 255, 255},
                      .mood = (uint8_t)spec->mood,
                      .mood_before = (uint8_t)spec->mood,
                      .blend = 255,
                      .is_dark = ui->settings.theme != UI_LIGHT};
    bool moves = spec->id != NULL && !ui->settings.has_reduced_motion;
    if (spec->id != NULL) {
        set_expression(ui, face, spec);
    }
    if (spec->is_alive && moves) {
        face->has_closed_eyes = blinks_now(ui, ui_hash(spec->id));
    }
    if (spec->is_talking && moves) {
        face->is_talking = talks_now(ui);
    }
    ui_node *node =
        node_painted(ui, paint_portrait, face, ui_device(ui, spec->width.px),
                     ui_device(ui, spec->height.px));
    node->width.grow = spec->width.grow;
    node->height.grow = spec->height.grow;
    node->height.min = (int16_t)ui_device(ui, spec->height.min);
    node->height.max = (int16_t)ui_device(ui, spec->height.max);
    node->width.max = (int16_t)ui_device(ui, spec->width.max);
    node->radius = (int16_t)ui_device(ui, spec->radius == 0 ? UI_RADIUS_CARD
                                                            : spec->radius);
    node->role = UI_ROLE_IMAGE;
    node->label = ui_copy(ui, spec->label);
    node->is_silent = node->is_silent || spec->label == NULL;
    node_name(ui, node, spec->id);
}

/* --------------------------------------------------------------- avatars */

typedef struct tint_row {
    ui_color ink;
    ui_color soft;
} tint_row;

static const tint_row tints[] = {
    {UI_ACCENT, UI_ACCENT_SOFT},   {UI_LISTENING, UI_LISTENING_SOFT},
    {UI_EMPATHY, UI_EMPATHY_SOFT}, {UI_RESOLUTION, UI_RESOLUTION_SOFT},
    {UI_VIOLET, UI_VIOLET_SOFT},   {UI_WARN, UI_WARN_SOFT},
    {UI_OLIVE, UI_OLIVE_SOFT},     {UI_INK2, UI_SUNKEN},
};

static void initials(ui_context *ui, const ui_avatar_spec *spec, int16_t side)
{
    const tint_row *tint =
        &tints[spec->tint % (sizeof tints / sizeof tints[0])];
    ui_begin_stack(ui,
                   &(ui_box){.width = {.px = side},
                             .height = {.px = side},
                             .self = UI_HUG,
                             .align = UI_CENTER,
                             .justify = UI_PACK_CENTER,
                             .fill = tint->soft,
                             .border = ui_is_contrast(ui) ? tint->ink : UI_NONE,
                             .radius = (int16_t)(side / 2),
                             .role = UI_ROLE_IMAGE,
                             .label = spec->label});
    ui_text(ui, spec->initials,
            &(ui_style){.size = UI_S,
                        .is_bold = true,
                        .color = tint->ink,
                        .is_one_line = true,
                        .is_silent = true});
    ui_end(ui);
}

void ui_avatar(ui_context *ui, const ui_avatar_spec *spec)
{
    int16_t side = (int16_t)(spec->size_px == 0 ? 32 : spec->size_px);
    if (spec->person == NULL || spec->person[0] == '\0') {
        side = (int16_t)ui_with_half_text(ui, side);
        initials(ui, spec, side);
        return;
    }
    picture *face = ui_take(ui, 1, sizeof *face);
    if (face == NULL) {
        return;
    }
    *face = (picture){.kind = UI_DRAW_PORTRAIT,
                      .text = ui_copy(ui, spec->person),
                      .color = {255, 255, 255, 255},
                      .mood = (uint8_t)spec->mood,
                      .is_avatar = true,
                      .is_dark = ui->settings.theme != UI_LIGHT};
    int px = ui_device(ui, side);
    ui_node *node = node_painted(ui, paint_picture, face, px, px);
    node->radius = (int16_t)(px / 2);
    node->role = UI_ROLE_IMAGE;
    node->label = ui_copy(ui, spec->label);
    node->is_silent = node->is_silent || spec->label == NULL;
}

/* --------------------------------------------------------------- vectors */

void ui_vector(ui_context *ui, const ui_vector_spec *spec)
{
    picture *data = ui_take(ui, 1, sizeof *data);
    if (data == NULL) {
        return;
    }
    *data = (picture){.kind = UI_DRAW_VECTOR,
                      .text = ui_copy(ui, spec->svg),
                      .color = {255, 255, 255, 255},
                      .view_width = spec->view_width,
                      .view_height = spec->view_height};
    ui_node *node =
        node_painted(ui, paint_picture, data, ui_device(ui, spec->width.px),
                     ui_device(ui, spec->height.px));
    node->width.grow = spec->width.grow;
    node->height.grow = spec->height.grow;
    node->role = UI_ROLE_IMAGE;
    node->label = ui_copy(ui, spec->label);
    node->is_silent = node->is_silent || spec->label == NULL;
}

/* A speech bubble with a smile that is also a telephone receiver. */
void ui_logo(ui_context *ui, int16_t size_px)
{
    int16_t side = (int16_t)(size_px == 0 ? 32 : size_px);
    const char *svg = ui_format(
        ui,
        "<path d=\"M9 2h14a7 7 0 0 1 7 7v9a7 7 0 0 1 -7 7h-6l-6 5v-5h-2"
        "a7 7 0 0 1 -7 -7v-9a7 7 0 0 1 7 -7z\" fill=\"%s\"/>"
        "<path d=\"M7.5 11.5h3.2c.9 0 1.3.7 1.6 1.5.6 1.7 2 2.6 3.7 2.6"
        "s3.1-.9 3.7-2.6c.3-.8.7-1.5 1.6-1.5h3.2\" fill=\"none\" stroke=\"%s\" "
        "stroke-width=\"2.6\" stroke-linecap=\"round\" "
        "stroke-linejoin=\"round\"/>",
        ui_hex(ui, UI_ACCENT), ui_hex(ui, UI_ON_ACCENT));
    ui_vector(ui, &(ui_vector_spec){.svg = svg,
                                    .width = {.px = side},
                                    .height = {.px = side},
                                    .view_width = 32,
                                    .view_height = 32});
}
