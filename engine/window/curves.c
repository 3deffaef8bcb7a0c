/*
 * Curves, as the ways of a graph: all that follow one another are drawn on one
 * sheet as large as what is visible, with soft edges, and laid on at once. A
 * sheet costs what its curves are long, whatever their number, so moving and
 * zooming stay smooth; while nothing changes the sheet stays as it is.
 */
#include <math.h>
#include <string.h>

#include "window/window_internal.h"

enum {
    CHORDS_MAX = 512, /* of one curve */
    CHORD_PX = 5,
    DASH_PX = 6,
    DASH_PERIOD_PX = 10
};

typedef struct spot {
    float x;
    float y;
} spot;

/* One curve, as chords on the sheet. */
typedef struct chords {
    spot at[CHORDS_MAX];
    int count;
    float length;
} chords;

/* ------------------------------------------------------------------ sheet */

void curves_close(curve_sheet *sheet)
{
    if (sheet->texture != NULL) {
        SDL_DestroyTexture(sheet->texture);
    }
    SDL_free(sheet->pixels);
    SDL_free(sheet->mask);
    SDL_free(sheet->touched);
    memset(sheet, 0, sizeof *sheet);
}

static bool make_sheet(window_painter *painter, int w, int h)
{
    curve_sheet *sheet = &painter->curves;
    size_t count = (size_t)w * (size_t)h;
    if (sheet->texture != NULL && sheet->w == w && sheet->h == h) {
        return true;
    }
    curves_close(sheet);
    sheet->texture =
        SDL_CreateTexture(painter->renderer, SDL_PIXELFORMAT_ARGB8888,
                          SDL_TEXTUREACCESS_STREAMING, w, h);
    sheet->pixels = SDL_calloc(count, sizeof *sheet->pixels);
    sheet->mask = SDL_calloc(count, sizeof *sheet->mask);
    sheet->touched = SDL_calloc(count, sizeof *sheet->touched);
    sheet->w = w;
    sheet->h = h;
    if (sheet->texture == NULL || sheet->pixels == NULL ||
        sheet->mask == NULL || sheet->touched == NULL) {
        curves_close(sheet);
        return false;
    }
    (void)SDL_SetTextureBlendMode(sheet->texture, SDL_BLENDMODE_BLEND);
    return true;
}

/* The most that anything of this curve covers of a pixel. */
static void cover(curve_sheet *sheet, int x, int y, float share)
{
    size_t at = (size_t)y * (size_t)sheet->w + (size_t)x;
    share = share > 1.0F ? 1.0F : share;
    Uint8 alpha = (Uint8)(share * 255.0F + 0.5F);
    if (alpha == 0) {
        return;
    }
    if (sheet->mask[at] == 0) {
        sheet->touched[sheet->touched_count++] = (Uint32)at;
    }
    if (sheet->mask[at] < alpha) {
        sheet->mask[at] = alpha;
    }
}

static Uint32 mixed(Uint32 below, Uint32 above, Uint32 alpha, Uint32 under)
{
    Uint32 all = alpha + under;
    return all == 0 ? 0 : (above * alpha + below * under) / all;
}

/* Lays a colour on a pixel that is not opaque itself. */
static Uint32 laid_on(Uint32 below, ui_rgba color, Uint32 alpha)
{
    Uint32 under = (below >> 24) * (255 - alpha) / 255;
    Uint32 r = mixed(below >> 16 & 255U, color.r, alpha, under);
    Uint32 g = mixed(below >> 8 & 255U, color.g, alpha, under);
    Uint32 b = mixed(below & 255U, color.b, alpha, under);
    return (alpha + under) << 24 | r << 16 | g << 8 | b;
}

/* From the mask to the sheet, and the mask is clean again. */
static void lay_on(curve_sheet *sheet, ui_rgba color)
{
    for (size_t i = 0; i < sheet->touched_count; i++) {
        size_t at = sheet->touched[i];
        Uint32 alpha = (Uint32)sheet->mask[at] * color.a / 255;
        sheet->pixels[at] = laid_on(sheet->pixels[at], color, alpha);
        sheet->mask[at] = 0;
    }
    sheet->touched_count = 0;
}

/* ----------------------------------------------------------------- chords */

static spot spot_on(const curve_sheet *sheet, ui_spot at)
{
    return (spot){(float)at.x / UI_SPOT_PX - (float)sheet->x,
                  (float)at.y / UI_SPOT_PX - (float)sheet->y};
}

static float apart(spot a, spot b)
{
    return hypotf(b.x - a.x, b.y - a.y);
}

static spot bend(const spot p[4], float t)
{
    float u = 1.0F - t;
    float a = u * u * u;
    float b = 3.0F * u * u * t;
    float c = 3.0F * u * t * t;
    float d = t * t * t;
    return (spot){a * p[0].x + b * p[1].x + c * p[2].x + d * p[3].x,
                  a * p[0].y + b * p[1].y + c * p[2].y + d * p[3].y};
}

static void add_spot(chords *to, spot at)
{
    if (to->count == CHORDS_MAX) {
        return;
    }
    if (to->count > 0) {
        to->length += apart(to->at[to->count - 1], at);
    }
    to->at[to->count++] = at;
}

static void flatten(const curve_sheet *sheet, const ui_draw *draw, chords *to)
{
    to->count = 0;
    to->length = 0.0F;
    add_spot(to, spot_on(sheet, draw->spots[0]));
    for (uint32_t i = 0; i + 3 < draw->spot_count; i += 3) {
        spot p[4];
        for (uint32_t k = 0; k < 4; k++) {
            p[k] = spot_on(sheet, draw->spots[i + k]);
        }
        float length =
            apart(p[0], p[1]) + apart(p[1], p[2]) + apart(p[2], p[3]);
        int count = 1 + (int)(length / CHORD_PX);
        for (int n = 1; n <= count; n++) {
            add_spot(to, bend(p, (float)n / (float)count));
        }
    }
}

/* ----------------------------------------------------------------- raster */

static int clamped(float value, int most)
{
    return value < 0.0F ? 0 : value > (float)most ? most : (int)value;
}

/* The pixels around a stretch that may be covered. */
static SDL_Rect around(const curve_sheet *sheet, spot low, spot high)
{
    int left = clamped(floorf(low.x), sheet->w);
    int top = clamped(floorf(low.y), sheet->h);
    return (SDL_Rect){left, top, clamped(ceilf(high.x), sheet->w) - left,
                      clamped(ceilf(high.y), sheet->h) - top};
}

/* How far `p` lies from the stretch from the origin along `along`, squared. */
static float square_far(spot p, spot along)
{
    float square = along.x * along.x + along.y * along.y;
    float t = square > 0.0F ? (p.x * along.x + p.y * along.y) / square : 0.0F;
    t = fminf(fmaxf(t, 0.0F), 1.0F);
    float dx = p.x - t * along.x;
    float dy = p.y - t * along.y;
    return dx * dx + dy * dy;
}

static void stroke_chord(curve_sheet *sheet, spot a, spot b, float half)
{
    float out = half + 1.0F;
    spot low = {fminf(a.x, b.x) - out, fminf(a.y, b.y) - out};
    spot high = {fmaxf(a.x, b.x) + out, fmaxf(a.y, b.y) + out};
    SDL_Rect box = around(sheet, low, high);
    spot along = {b.x - a.x, b.y - a.y};
    for (int y = box.y; y < box.y + box.h; y++) {
        for (int x = box.x; x < box.x + box.w; x++) {
            spot p = {(float)x + 0.5F - a.x, (float)y + 0.5F - a.y};
            float far = square_far(p, along);
            float by = far < (half + 0.5F) * (half + 0.5F)
                           ? half + 0.5F - sqrtf(far)
                           : 0.0F;
            cover(sheet, x, y, by);
        }
    }
}

/* The part of the curve before `end`, whole or in dashes. */
static void stroke_chords(curve_sheet *sheet, const chords *of, float half,
                          float end, bool is_dashed)
{
    float passed = 0.0F;
    for (int i = 1; i < of->count && passed < end; i++) {
        spot a = of->at[i - 1];
        spot b = of->at[i];
        float length = apart(a, b);
        if (passed + length > end && length > 0.0F) {
            float share = (end - passed) / length;
            b = (spot){a.x + (b.x - a.x) * share, a.y + (b.y - a.y) * share};
        }
        bool is_gap = is_dashed && fmodf(passed, DASH_PERIOD_PX) >= DASH_PX;
        if (!is_gap) {
            stroke_chord(sheet, a, b, half);
        }
        passed += length;
    }
}

/* Where the curve is `back` before its end. */
static spot before_end(const chords *of, float back)
{
    int i = of->count - 1;
    while (i > 0 && apart(of->at[i], of->at[of->count - 1]) < back) {
        i--;
    }
    return of->at[i];
}

/* A triangle: inside all three sides, softly. */
static void fill_head(curve_sheet *sheet, spot tip, spot from, float length)
{
    float far = apart(from, tip);
    if (far < 0.01F) {
        return;
    }
    spot way = {(tip.x - from.x) / far, (tip.y - from.y) / far};
    float slope = 0.55F;
    float lean = 1.0F / sqrtf(1.0F + slope * slope);
    spot low = {tip.x - length - 1.0F, tip.y - length - 1.0F};
    spot high = {tip.x + length + 1.0F, tip.y + length + 1.0F};
    SDL_Rect box = around(sheet, low, high);
    for (int y = box.y; y < box.y + box.h; y++) {
        for (int x = box.x; x < box.x + box.w; x++) {
            spot p = {(float)x + 0.5F - tip.x, (float)y + 0.5F - tip.y};
            float back = -(p.x * way.x + p.y * way.y);
            float side = fabsf(p.x * way.y - p.y * way.x);
            float inside = fminf(length - back, (back * slope - side) * lean);
            cover(sheet, x, y, fmaxf(inside + 0.5F, 0.0F));
        }
    }
}

static void draw_curve(curve_sheet *sheet, const ui_draw *draw)
{
    static const float head_share = 0.8F; /* the line ends inside the head */
    chords line;
    float half = (float)draw->thick / UI_SPOT_PX / 2.0F;
    float head = draw->radius;
    SDL_Rect all = {sheet->x, sheet->y, sheet->w, sheet->h};
    SDL_Rect box = {draw->box.x, draw->box.y, draw->box.w, draw->box.h};
    if (draw->spot_count < 4 || !SDL_HasIntersection(&all, &box)) {
        return;
    }
    flatten(sheet, draw, &line);
    float end = line.length - head * head_share;
    stroke_chords(sheet, &line, half, end > 0.0F ? end : 0.0F, draw->is_dashed);
    if (draw->radius > 0) {
        fill_head(sheet, line.at[line.count - 1], before_end(&line, head),
                  head);
    }
    lay_on(sheet, draw->color);
}

/* ------------------------------------------------------------------ a run */

static SDL_Rect visible(const window_painter *painter)
{
    SDL_Rect all = {0, 0, 0, 0};
    if (painter->clip_count > 0) {
        return painter->clips[painter->clip_count - 1];
    }
    (void)SDL_GetRendererOutputSize(painter->renderer, &all.w, &all.h);
    return all;
}

static uint64_t run_hash(const ui_draw *items, size_t count, SDL_Rect to)
{
    uint64_t hash = hash_more(hash_more(0xC0DE, to.x), to.y);
    for (size_t i = 0; i < count; i++) {
        const ui_draw *draw = &items[i];
        int64_t rgba = (int64_t)draw->color.r << 24 | draw->color.g << 16 |
                       draw->color.b << 8 | draw->color.a;
        hash = hash_more(hash_more(hash, rgba),
                         draw->thick * 2 + (draw->is_dashed ? 1 : 0));
        hash = hash_more(hash, draw->radius);
        for (uint32_t k = 0; k < draw->spot_count; k++) {
            hash = hash_more(hash, draw->spots[k].x);
            hash = hash_more(hash, draw->spots[k].y);
        }
    }
    return hash;
}

static size_t run_length(const ui_draw *items, size_t count)
{
    size_t length = 0;
    while (length < count && items[length].kind == UI_DRAW_CURVE) {
        length++;
    }
    return length;
}

size_t curves_paint(window_painter *painter, const ui_draw *items, size_t count)
{
    size_t length = run_length(items, count);
    SDL_Rect to = visible(painter);
    curve_sheet *sheet = &painter->curves;
    if (to.w <= 1 || to.h <= 1 || !make_sheet(painter, to.w, to.h)) {
        return length;
    }
    uint64_t hash = run_hash(items, length, to);
    if (hash != sheet->hash) {
        sheet->hash = hash;
        sheet->x = to.x;
        sheet->y = to.y;
        memset(sheet->pixels, 0,
               (size_t)to.w * (size_t)to.h * sizeof *sheet->pixels);
        for (size_t i = 0; i < length; i++) {
            draw_curve(sheet, &items[i]);
        }
        (void)SDL_UpdateTexture(sheet->texture, NULL, sheet->pixels,
                                to.w * (int)sizeof *sheet->pixels);
    }
    (void)SDL_RenderCopy(painter->renderer, sheet->texture, NULL, &to);
    return length;
}
