/*
 * Shared inside the window room: fonts, textures and the painter.
 */
#ifndef WINDOW_WINDOW_INTERNAL_H
#define WINDOW_WINDOW_INTERNAL_H

#include <SDL.h>
#include <SDL_image.h>
#include <SDL_ttf.h>

#include "ui/ui_draw.h"
#include "window/window.h"

/* ---------------------------------------------------------------- fonts */

enum {
    FONT_PATH_MAX = 512,
    FONT_FACES = 3,
    FONTS_OPEN_MAX = 64,
    SEGMENTS_MAX = 320,   /* letters of a line, where each stands alone */
    WIDTHS_COUNT = 16384, /* a power of two */
    BREAKS_COUNT = 1024   /* a power of two */
};

typedef struct font_file {
    char path[FONT_PATH_MAX];
    int index; /* in a collection */
} font_file;

typedef struct font_open {
    ui_font key;
    TTF_Font *font;
    int cell_px;  /* the widest digit; 0: not measured yet */
    int space_px; /* likewise */
    uint32_t used;
} font_open;

typedef struct width_entry {
    uint64_t hash;
    int width;
} width_entry;

typedef struct breaks_entry {
    uint64_t hash;
    uint8_t *marks;
    size_t length;
    size_t capacity;
} breaks_entry;

struct window_fonts {
    font_file files[FONT_FACES][2]; /* regular, bold */
    font_open open[FONTS_OPEN_MAX];
    int open_count;
    uint32_t clock;
    width_entry *widths;
    breaks_entry *breaks;
    char *scratch;
    size_t scratch_capacity;
    ui_text_service service;
};

/* A part of a run that one font draws in one piece. */
typedef struct font_segment {
    font_open *font;
    uint32_t start;
    uint32_t length;
    int x;
} font_segment;

rp_status font_find_all(font_file files[FONT_FACES][2], rp_error *err);
font_open *fonts_get(window_fonts *fonts, const ui_font *key);
const char *fonts_string(window_fonts *fonts, const char *bytes, size_t length);
int fonts_split(window_fonts *fonts, const ui_draw *run, font_segment *segments,
                int *width);
uint64_t font_hash(const ui_font *font, const char *bytes, size_t length);
void breaks_find(void *user, const char *bytes, size_t length,
                 const char *language, uint8_t *marks);
void breaks_close(window_fonts *fonts);

/* -------------------------------------------------------------- textures */

enum {
    TEXTURES_COUNT = 4096 /* a power of two */
};

typedef struct texture_entry {
    uint64_t hash;
    SDL_Texture *texture; /* NULL: free */
    int w;
    int h;
    uint32_t used;
} texture_entry;

/* Textures under a hash of what they show; old ones are dropped. */
typedef struct texture_cache {
    SDL_Renderer *renderer;
    texture_entry *entries;
    int count;
    uint32_t clock;
} texture_cache;

rp_status textures_open(texture_cache *cache, SDL_Renderer *renderer,
                        rp_error *err);
void textures_close(texture_cache *cache);
void textures_tick(texture_cache *cache);
texture_entry *textures_find(texture_cache *cache, uint64_t hash);
/* Takes the surface; NULL when there is none or no memory. */
texture_entry *textures_put(texture_cache *cache, uint64_t hash,
                            SDL_Surface *surface);

/* --------------------------------------------------------------- repaint */

enum {
    REGION_MAX = 4
};

/* A command as it was painted. */
typedef struct repaint_item {
    uint64_t hash;
    SDL_Rect bounds; /* nothing of it lies outside */
} repaint_item;

/* What differs between two frames. */
typedef struct repaint_region {
    bool is_whole; /* everything; else */
    int count;     /* rectangles, which may overlap */
    SDL_Rect rects[REGION_MAX];
    const repaint_item *items; /* of the new list; borrowed until the next */
} repaint_region;

/* The frame before; zero is none. */
typedef struct repaint {
    repaint_item *before; /* owned */
    repaint_item *now;    /* owned */
    size_t count;
    size_t capacity;
    ui_rgba backdrop;
    bool is_known;
} repaint;

typedef struct window_painter window_painter;

/* What to paint so that the list before becomes this one; keeps this one.
 * Without memory that is everything. */
void repaint_find(repaint *what, window_painter *painter,
                  const ui_draw_list *list, repaint_region *region);
/* The pixels are lost or others': the next time is everything. */
void repaint_forget(repaint *what);
void repaint_close(repaint *what);

/* --------------------------------------------------------------- painter */

enum {
    CLIPS_MAX = 32,
    PERSONS_MAX = 32,
    PERSON_NAME_MAX = 48
};

typedef struct person_file {
    char name[PERSON_NAME_MAX];
    char *svg;
    size_t length;
} person_file;

/* What curves are drawn on, as large as what is visible of them. */
typedef struct curve_sheet {
    SDL_Texture *texture;
    Uint32 *pixels;
    Uint8 *mask;     /* what one curve covers */
    Uint32 *touched; /* pixels of the mask that are not 0 */
    size_t touched_count;
    int x;
    int y;
    int w;
    int h;
    uint64_t hash; /* of what is on it */
} curve_sheet;

struct window_painter {
    SDL_Renderer *renderer;
    window_fonts *fonts;
    texture_cache cache;
    curve_sheet curves;
    char asset_dir[FONT_PATH_MAX];
    int scale_percent;
    SDL_Rect clips[CLIPS_MAX];
    int clip_count;
    SDL_Rect only; /* the part that is painted; empty: everything */
    person_file persons[PERSONS_MAX];
    int person_count;
    char *scratch;
    size_t scratch_capacity;
    bool defers_portraits; /* paint a plain shape, draw the face next time */
    bool has_deferred;
};

rp_status painter_open(window_painter *painter, SDL_Renderer *renderer,
                       window_fonts *fonts, const char *asset_dir,
                       rp_error *err);
void painter_close(window_painter *painter);
/* Everything, or with a region that is not whole, its rectangles alone. */
void painter_paint(window_painter *painter, const ui_draw_list *list,
                   const repaint_region *region);

void shape_fill(window_painter *painter, const ui_draw *draw);
void shape_stroke(window_painter *painter, const ui_draw *draw);
void shape_dots(window_painter *painter, const ui_draw *draw);
/* Paints the run of curves that begins here; how many they were. */
size_t curves_paint(window_painter *painter, const ui_draw *items,
                    size_t count);
void curves_close(curve_sheet *sheet);
void image_icon(window_painter *painter, const ui_draw *draw);
void image_vector(window_painter *painter, const ui_draw *draw);
void image_shadow(window_painter *painter, const ui_draw *draw);
SDL_Rect image_shadow_bounds(const window_painter *painter,
                             const ui_draw *draw);
void portrait_paint(window_painter *painter, const ui_draw *draw);
Uint32 *surface_row(SDL_Surface *surface, int y); /* 32 bits a pixel */
char *painter_scratch(window_painter *painter, size_t size_bytes);
/* The whole file with a NUL; owned (SDL_free), NULL when unreadable. */
char *asset_read(const window_painter *painter, const char *folder,
                 const char *name, const char *ending);
void paint_texture(const window_painter *painter, const texture_entry *entry,
                   const SDL_Rect *to, ui_rgba color);
uint64_t hash_more(uint64_t hash, int64_t value);

/* ------------------------------------------------------------- crossfade */

typedef struct crossfade {
    SDL_Texture *before; /* owned; NULL: nothing fades */
    uint32_t begin_ms;
} crossfade;

/* Keeps what the renderer shows; where it cannot, nothing will fade. */
void crossfade_begin(crossfade *fade, SDL_Renderer *renderer, uint32_t now_ms);
bool crossfade_is_running(const crossfade *fade);
/* Over what was just painted; ends by itself. */
void crossfade_paint(crossfade *fade, SDL_Renderer *renderer, uint32_t now_ms);
void crossfade_close(crossfade *fade);

/* ------------------------------------------------------------------ tree */

typedef struct tree_frame {
    const char *place;
    uint32_t frame; /* frames declared so far */
    int ratio_percent;
} tree_frame;

/* As RAPPORT_TREE promises; a file that cannot be written is let be. */
void tree_file_write(const char *path, const ui_context *ui,
                     const tree_frame *frame);

/* ------------------------------------------------------- calls and drops */

/* Wakes the loop when a descriptor can be read. */
typedef struct window_calls {
    int fd; /* 0: nothing is watched */
    int stop_fd;
    Uint32 event;
    SDL_sem *answered;
    SDL_Thread *thread; /* NULL: nothing is watched */
} window_calls;

void calls_open(window_calls *calls, int fd); /* fd 0 watches nothing */
void calls_close(window_calls *calls);

/* True for the event that says so; to be answered, then told here. */
bool calls_take(window_calls *calls, const SDL_Event *event);
void calls_answered(window_calls *calls);

typedef struct window_drop {
    char *path; /* the first file's; owned (SDL_free) */
    int count;
} window_drop;

/* Takes the events of a drop; true at its end, when files came. */
bool drops_take(window_drop *drop, const SDL_Event *event);
void drops_clear(window_drop *drop);

/* ----------------------------------------------------------------- place */

enum {
    WINDOW_LEAST_WIDTH = 1024, /* at 100 per cent */
    WINDOW_LEAST_HEIGHT = 640
};

/*
 * A kept place as it can be had on these displays (their usable parts): the
 * size of what is there, and somewhere only where its title bar can be
 * reached.
 */
window_place place_fit(const window_place *kept, const window_place *least,
                       const SDL_Rect *displays, int count);

/* The place kept from the last time, or the usual size in the middle. */
window_place place_wanted(const window_options *options,
                          const window_place *least);

/* Where the window is while it is neither maximised nor hidden. */
typedef struct window_follow {
    window_place plain; /* is_maximised: it is now */
    window_place before;
    uint32_t changed_ms;
} window_follow;

void place_follow(window_follow *follow, SDL_Window *window, uint32_t now_ms);

/* ---------------------------------------------------------------- events */

/* True when the event asks to close the window. */
bool events_post(ui_context *ui, const SDL_Event *event, int scale_percent);

ui_host window_host(const ui_text_service *text, const window_client *client);

#endif
