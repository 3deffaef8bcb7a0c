/*
 * Portraits: a face is put together from the layers of a person's file. Each
 * layer is a top-level <g id> whose tags stand alone on their line; the wanted
 * groups are copied, ` display="none"` is dropped, the rest is left out.
 */
#include <stdio.h>
#include <string.h>

#include "window/window_internal.h"

enum {
    VIEW_PX = 240,
    AVATAR_X = 32,
    AVATAR_Y = 12,
    AVATAR_SIDE = 176
};

static const char *const moods[] = {"furious", "upset",    "anxious",
                                    "neutral", "relieved", "pleased"};

/* ---------------------------------------------------------------- layers */

typedef struct layer_id {
    const char *bytes;
    size_t length;
} layer_id;

static bool is_named(layer_id id, const char *name)
{
    return id.length == strlen(name) && memcmp(id.bytes, name, id.length) == 0;
}

/* True for "mouth-upset" with prefix "mouth-" and suffix "upset". */
static bool is_pair(layer_id id, const char *prefix, const char *suffix)
{
    size_t first = strlen(prefix);
    size_t second = strlen(suffix);
    return id.length == first + second &&
           memcmp(id.bytes, prefix, first) == 0 &&
           memcmp(id.bytes + first, suffix, second) == 0;
}

static bool has_prefix(layer_id id, const char *prefix)
{
    size_t length = strlen(prefix);
    return id.length > length && memcmp(id.bytes, prefix, length) == 0;
}

static bool is_wanted(layer_id id, const ui_draw *face)
{
    const char *mood = moods[face->mood % 6];
    if (is_named(id, "backdrop")) {
        return !face->is_dark;
    }
    if (is_named(id, "backdrop-dark")) {
        return face->is_dark;
    }
    if (has_prefix(id, "mouth-")) {
        return is_pair(id, "mouth-", face->is_talking ? "talk" : mood);
    }
    if (has_prefix(id, "eyes-")) {
        return is_pair(id, "eyes-", face->has_closed_eyes ? "blink" : mood);
    }
    if (has_prefix(id, "lines-")) {
        return is_pair(id, "lines-", mood);
    }
    if (has_prefix(id, "brows-")) {
        return is_pair(id, "brows-", mood);
    }
    return true;
}

typedef struct face_writer {
    char *out;
    size_t length;
} face_writer;

static void put(face_writer *writer, const char *bytes, size_t length)
{
    memcpy(writer->out + writer->length, bytes, length);
    writer->length += length;
}

static const char *find_in(const char *bytes, size_t length, const char *wanted)
{
    size_t size = strlen(wanted);
    for (size_t i = 0; i + size <= length; i++) {
        if (memcmp(bytes + i, wanted, size) == 0) {
            return bytes + i;
        }
    }
    return NULL;
}

static void put_shown(face_writer *writer, const char *line, size_t length)
{
    static const char hidden[] = " display=\"none\"";
    const char *at = find_in(line, length, hidden);
    if (at == NULL) {
        put(writer, line, length);
        return;
    }
    size_t before = (size_t)(at - line);
    size_t skipped = before + sizeof hidden - 1;
    put(writer, line, before);
    put(writer, line + skipped, length - skipped);
}

static layer_id id_of(const char *line, size_t length)
{
    static const char opening[] = "<g id=\"";
    size_t size = sizeof opening - 1;
    if (length <= size || memcmp(line, opening, size) != 0) {
        return (layer_id){NULL, 0};
    }
    const char *start = line + size;
    const char *end = memchr(start, '"', length - size);
    return (layer_id){start, end == NULL ? 0 : (size_t)(end - start)};
}

/* Writes the face; the room is as large as the person's file. */
static size_t compose(const person_file *person, const ui_draw *face,
                      face_writer writer)
{
    bool is_copying = true;
    const char *at = person->svg;
    while (*at != '\0') {
        const char *newline = strchr(at, '\n');
        size_t length =
            newline == NULL ? strlen(at) : (size_t)(newline - at) + 1;
        layer_id id = id_of(at, length);
        if (id.bytes != NULL) {
            is_copying = is_wanted(id, face);
        }
        if (is_copying) {
            put_shown(&writer, at, length);
        }
        if (strncmp(at, "</g>", 4) == 0) {
            is_copying = true;
        }
        at += length;
    }
    return writer.length;
}

/* --------------------------------------------------------------- persons */

static const person_file *person_of(window_painter *painter, const char *name)
{
    for (int i = 0; i < painter->person_count; i++) {
        if (strcmp(painter->persons[i].name, name) == 0) {
            return &painter->persons[i];
        }
    }
    if (painter->person_count == PERSONS_MAX ||
        strlen(name) >= PERSON_NAME_MAX) {
        return NULL;
    }
    char *svg = asset_read(painter, "portraits", name, ".svg");
    if (svg == NULL) {
        return NULL;
    }
    person_file *person = &painter->persons[painter->person_count++];
    (void)snprintf(person->name, sizeof person->name, "%s", name);
    person->svg = svg;
    person->length = strlen(svg);
    return person;
}

/* ---------------------------------------------------------------- raster */

/* How much of a pixel lies inside a rounded rectangle, 0..255. */
static Uint32 mask_at(int x, int y, const ui_draw *draw)
{
    double radius = draw->radius;
    double dx = 0.0;
    double dy = 0.0;
    double px = x + 0.5;
    double py = y + 0.5;
    if (px < radius) {
        dx = radius - px;
    } else if (px > draw->box.w - radius) {
        dx = px - (draw->box.w - radius);
    }
    if (py < radius) {
        dy = radius - py;
    } else if (py > draw->box.h - radius) {
        dy = py - (draw->box.h - radius);
    }
    double inside = radius - SDL_sqrt(dx * dx + dy * dy) + 0.5;
    inside = inside < 0.0 ? 0.0 : inside;
    return inside > 1.0 ? 255U : (Uint32)(inside * 255.0);
}

static void mask(SDL_Surface *surface, const ui_draw *draw)
{
    for (int y = 0; y < surface->h; y++) {
        Uint32 *row = surface_row(surface, y);
        for (int x = 0; x < surface->w; x++) {
            Uint32 alpha = (row[x] >> 24) * mask_at(x, y, draw) / 255U;
            row[x] = (row[x] & 0xFFFFFFU) | (alpha << 24);
        }
    }
}

/* The square of the view that is shown, in pixels of the whole raster. */
static SDL_Rect crop_of(const ui_draw *draw, int whole)
{
    if (draw->is_avatar) {
        return (SDL_Rect){AVATAR_X * whole / VIEW_PX,
                          AVATAR_Y * whole / VIEW_PX, draw->box.w, draw->box.h};
    }
    return (SDL_Rect){(whole - draw->box.w) / 2, (whole - draw->box.h) / 2,
                      draw->box.w, draw->box.h};
}

static int whole_of(const ui_draw *draw)
{
    int side = draw->box.w > draw->box.h ? draw->box.w : draw->box.h;
    return draw->is_avatar ? side * VIEW_PX / AVATAR_SIDE : side;
}

static SDL_Surface *raster_face(window_painter *painter,
                                const person_file *person, const ui_draw *draw)
{
    int whole = whole_of(draw);
    char *svg = painter_scratch(painter, person->length + 1);
    if (svg == NULL) {
        return NULL;
    }
    size_t length = compose(person, draw, (face_writer){svg, 0});
    SDL_RWops *stream = SDL_RWFromConstMem(svg, (int)length);
    if (stream == NULL) {
        return NULL;
    }
    SDL_Surface *raw = IMG_LoadSizedSVG_RW(stream, whole, whole);
    (void)SDL_RWclose(stream);
    SDL_Surface *shown = SDL_CreateRGBSurfaceWithFormat(
        0, draw->box.w, draw->box.h, 32, SDL_PIXELFORMAT_ARGB8888);
    if (raw != NULL && shown != NULL) {
        SDL_Rect from = crop_of(draw, whole);
        (void)SDL_SetSurfaceBlendMode(raw, SDL_BLENDMODE_NONE);
        (void)SDL_BlitSurface(raw, &from, shown, NULL);
        mask(shown, draw);
    }
    SDL_FreeSurface(raw);
    return shown;
}

static uint64_t face_hash(const ui_draw *draw)
{
    uint64_t hash = rp_fnv1a(draw->text, draw->length);
    hash = hash_more(hash, draw->box.w * 65536 + draw->box.h);
    return hash_more(
        hash, draw->mood | (draw->is_avatar ? 16 : 0) |
                  (draw->is_dark ? 32 : 0) | (draw->has_closed_eyes ? 64 : 0) |
                  (draw->is_talking ? 128 : 0) | draw->radius << 8);
}

void portrait_paint(window_painter *painter, const ui_draw *draw)
{
    uint64_t hash = face_hash(draw);
    const texture_entry *entry = textures_find(&painter->cache, hash);
    if (entry == NULL && painter->defers_portraits) {
        ui_draw plain = *draw;
        plain.color = (ui_rgba){0x80, 0x80, 0x80, 40};
        plain.corners = UI_CORNERS_ALL;
        shape_fill(painter, &plain);
        painter->has_deferred = true;
        return;
    }
    if (entry == NULL) {
        const person_file *person = person_of(painter, draw->text);
        entry = person == NULL
                    ? NULL
                    : textures_put(&painter->cache, hash,
                                   raster_face(painter, person, draw));
    }
    SDL_Rect to = {draw->box.x, draw->box.y, draw->box.w, draw->box.h};
    paint_texture(painter, entry, &to, draw->color);
}
