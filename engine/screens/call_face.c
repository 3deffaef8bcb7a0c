/*
 * The customer's face: how large it is in each channel and window, the frame
 * of a video call, and what stands for a face where there is none.
 */
#include <string.h>

#include "call_parts.h"

enum {
    CUSTOMER_SEEN_PX = 308,
    CUSTOMER_SMALL_PX = 188,
    CUSTOMER_BESIDE_WORK_PX = 240,
    CUSTOMER_SEEN_COMPACT_PX = 216,
    CUSTOMER_LARGE_TEXT_PX = 216,
    CUSTOMER_WIDE_PX = 380
};

static bool is_large_text(const screen_scene *scene)
{
    return ui_get(scene->ui)->text_percent >= 150;
}

/* The face is what is looked at: seen customers, and every one in an exam. */
static bool is_seen(const screen_scene *scene)
{
    call_face face = traits_of(scene)->face;

    return face == FACE_LARGE || face == FACE_FRAMED ||
           scene->view->call.is_exam;
}

int16_t call_customer_px(const screen_scene *scene)
{
    bool is_small = traits_of(scene)->face == FACE_SMALL;

    switch (ui_width(scene->ui)) {
    case UI_WIDE: return is_small ? CALL_CUSTOMER_PX : CUSTOMER_WIDE_PX;
    case UI_REGULAR:
        if (is_small) {
            return CUSTOMER_BESIDE_WORK_PX;
        }
        return is_seen(scene) ? CUSTOMER_SEEN_PX : CALL_CUSTOMER_PX;
    case UI_COMPACT: break;
    }
    if (is_large_text(scene)) {
        return CUSTOMER_LARGE_TEXT_PX;
    }
    return is_seen(scene) ? CUSTOMER_SEEN_COMPACT_PX : CUSTOMER_SMALL_PX;
}

const char *initials_of(const screen_scene *scene, const char *name)
{
    enum {
        HAN_FROM = 0x2E80
    };

    uint32_t first = 0;
    size_t took = rp_utf8_next(name, strlen(name), &first);
    const char *space = strrchr(name, ' ');
    uint32_t last = 0;

    if (took == 0 || first >= HAN_FROM || space == NULL) {
        return ui_format(scene->ui, "%.*s", (int)took, name);
    }
    size_t more = rp_utf8_next(space + 1, strlen(space + 1), &last);
    return ui_format(scene->ui, "%.*s%.*s", (int)took, name, (int)more,
                     space + 1);
}

static bool has_face(const rp_call_view *call)
{
    return call->face != NULL && call->face[0] != '\0';
}

void call_avatar(screen_scene *scene, int16_t size_px)
{
    const rp_call_view *call = &scene->view->call;

    ui_avatar(scene->ui,
              &(ui_avatar_spec){.person = has_face(call) ? call->face : NULL,
                                .initials = initials_of(scene, call->customer),
                                .mood = (ui_mood)call->mood.word,
                                .tint = 1,
                                .size_px = size_px});
}

/* As wide as the column; lower where the window leaves no height for it. */
static ui_size portrait_height(const screen_scene *scene, int width)
{
    enum {
        LOW_WINDOW = 780,
        LEAST = 96,
        ALL = 1000 /* of what is left, before the gap under it */
    };

    int height = width * 5 / 4;

    if (scene->view->call.is_exam) {
        height = width * 8 / 5;
    } else if (traits_of(scene)->face == FACE_SMALL) {
        height = width;
    } else if (ui_window_height(scene->ui) < LOW_WINDOW && !is_seen(scene)) {
        height = width * 3 / 4;
    }
    return (ui_size){.grow = ALL, .min = LEAST, .max = (int16_t)height};
}

static int16_t portrait_width(const screen_scene *scene)
{
    int16_t column = call_customer_px(scene);

    return (int16_t)(column - 2 * (column < CALL_CUSTOMER_PX ? 13 : 17));
}

void channel_emblem(screen_scene *scene, rp_channel channel, const ui_box *box)
{
    enum {
        EMBLEM_PX = 64
    };

    ui_context *ui = scene->ui;
    ui_box own = *box;

    own.align = UI_CENTER;
    own.justify = UI_PACK_CENTER;
    own.fill = UI_ACCENT_SOFT;
    own.border = ui_get(ui)->theme == UI_CONTRAST ? UI_LINE : UI_NONE;
    ui_begin_stack(ui, &own);
    ui_icon(ui, &(ui_icon_spec){.name = channel_icon(channel),
                                .size_px = EMBLEM_PX,
                                .color = UI_ACCENT});
    ui_end(ui);
}

static void face(screen_scene *scene, const ui_size *height, int width_px)
{
    const rp_call_view *call = &scene->view->call;
    const char *label =
        call->is_exam ? ui_format(scene->ui, words(scene, "Portrait of %s"),
                                  call->customer)
                      : portrait_label(scene, call->customer, call->mood.word);

    ui_portrait(scene->ui,
                &(ui_portrait_spec){.id = "portrait",
                                    .person = call->face,
                                    .mood = (ui_mood)call->mood.word,
                                    .width = {.px = (int16_t)width_px},
                                    .height = *height,
                                    .is_alive = true,
                                    .is_talking = scene->voice->is_talking ||
                                                  call_is_speaking(call),
                                    .label = label});
}

/* The picture of a video call, with the name on it. */
static void framed_face(screen_scene *scene, const ui_size *height)
{
    enum {
        FRAME_PX = 5
    };

    ui_context *ui = scene->ui;
    ui_style name = ui_small_strong;

    name.is_one_line = true;
    name.truncates = true;
    ui_begin_stack(ui, &(ui_box){.height = *height,
                                 .align = UI_END,
                                 .pad = ui_pad_all(FRAME_PX),
                                 .fill = UI_SUNKEN,
                                 .border = UI_LINE_STRONG,
                                 .radius = UI_RADIUS_CARD});
    face(scene, &(ui_size){.grow = 1}, portrait_width(scene) - 2 * FRAME_PX);
    ui_begin_column(ui, &(ui_box){.pad = ui_pad_all(8)});
    ui_begin_row(ui, &(ui_box){.gap = 6,
                               .self = UI_START,
                               .pad = {8, 3, 10, 3},
                               .fill = UI_SURFACE,
                               .border = UI_LINE,
                               .radius = UI_RADIUS_SEGMENT});
    ui_icon(ui, &(ui_icon_spec){.name = "video", .size_px = 16});
    ui_text(ui, scene->view->call.customer, &name);
    ui_end(ui);
    ui_end(ui);
    ui_end(ui);
}

void call_face_of_customer(screen_scene *scene)
{
    ui_size height = portrait_height(scene, portrait_width(scene));

    if (!has_face(&scene->view->call)) {
        channel_emblem(scene, scene->view->call.channel,
                       &(ui_box){.height = height, .radius = UI_RADIUS_CARD});
    } else if (traits_of(scene)->face == FACE_FRAMED) {
        framed_face(scene, &height);
    } else {
        face(scene, &height, portrait_width(scene));
    }
}
