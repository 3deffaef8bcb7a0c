/*
 * The window and its loop:
 *
 *     declare a frame ─▶ changed? paint ─▶ sleep until an event or a deadline
 *            ▲                                        │
 *            └──────────── post the events ◀──────────┘
 *
 * Portraits cost milliseconds, so the first painting leaves them out and a
 * second one follows at once.
 */
#include <stdlib.h>
#include <string.h>

#include "window/window_internal.h"

enum {
    FADE_FRAME_MS = 16
};

typedef struct window_loop {
    const window_options *options;
    const window_client *client;
    SDL_Window *window;
    SDL_Renderer *renderer;
    window_fonts *fonts;
    window_painter painter;
    ui_context *ui;
    window_calls calls;
    window_drop drop;
    window_follow follow;
    int scale_percent;
    int ratio_percent; /* device pixels per window pixel */
    repaint repaint;
    crossfade fade;
    const char *place;     /* of the last painting; NULL: unknown */
    uint64_t painted;      /* hash of what is on the screen */
    const char *tree_path; /* where the tree is told; NULL: nowhere */
    uint64_t told;         /* hash of the frame whose tree was told last */
    uint32_t frame_count;
    bool must_paint;
    bool has_painted;
    bool has_ended;
} window_loop;

/* --------------------------------------------------------------- opening */

static int wanted_scale(const window_options *options)
{
    if (options->scale_percent > 0) {
        return options->scale_percent;
    }
    const char *asked = SDL_getenv("RAPPORT_SCALE");
    int percent = asked == NULL ? 0 : SDL_atoi(asked);
    return percent >= 50 && percent <= 400 ? percent : 0;
}

static void set_hints(void)
{
    (void)SDL_SetHint(SDL_HINT_FRAMEBUFFER_ACCELERATION, "0");
    (void)SDL_SetHint(SDL_HINT_RENDER_DRIVER, "software");
    (void)SDL_SetHint(SDL_HINT_VIDEO_ALLOW_SCREENSAVER, "1");
    (void)SDL_SetHint(SDL_HINT_IME_SHOW_UI, "1");
    (void)SDL_SetHint(SDL_HINT_TOUCH_MOUSE_EVENTS, "0"); /* fingers are told */
    (void)SDL_SetHint(SDL_HINT_VIDEO_X11_NET_WM_BYPASS_COMPOSITOR, "0");
}

static void measure_scale(window_loop *loop)
{
    int window_w = 0;
    int output_w = 0;
    int asked = wanted_scale(loop->options);
    SDL_GetWindowSize(loop->window, &window_w, NULL);
    if (SDL_GetRendererOutputSize(loop->renderer, &output_w, NULL) != 0 ||
        window_w <= 0) {
        output_w = window_w;
    }
    loop->ratio_percent = window_w > 0 ? output_w * 100 / window_w : 100;
    loop->scale_percent = asked > 0 ? asked : loop->ratio_percent;
    loop->painter.scale_percent = loop->scale_percent;
}

static rp_status open_window(window_loop *loop, rp_error *err)
{
    const window_options *options = loop->options;
    int scale = wanted_scale(options);
    scale = scale == 0 ? 100 : scale;
    window_place least = {.width = WINDOW_LEAST_WIDTH * scale / 100,
                          .height = WINDOW_LEAST_HEIGHT * scale / 100};
    window_place place = place_wanted(options, &least);
    int centre = SDL_WINDOWPOS_CENTERED;
    Uint32 flags = SDL_WINDOW_RESIZABLE | SDL_WINDOW_ALLOW_HIGHDPI;
    flags |= options->is_full_screen ? SDL_WINDOW_FULLSCREEN_DESKTOP : 0U;
    flags |= place.is_maximised ? SDL_WINDOW_MAXIMIZED : 0U;
    loop->window =
        SDL_CreateWindow(options->title == NULL ? "Rapport" : options->title,
                         place.is_somewhere ? place.x : centre,
                         place.is_somewhere ? place.y : centre, place.width,
                         place.height, flags);
    if (loop->window == NULL) {
        return rp_fail(err, RP_E_IO, "the window cannot be opened: %s",
                       SDL_GetError());
    }
    loop->follow.plain = place;
    SDL_SetWindowMinimumSize(loop->window, least.width, least.height);
    loop->renderer =
        SDL_CreateRenderer(loop->window, -1, SDL_RENDERER_SOFTWARE);
    if (loop->renderer == NULL) {
        return rp_fail(err, RP_E_IO, "the window cannot be painted: %s",
                       SDL_GetError());
    }
    return RP_OK;
}

static rp_status open_loop(window_loop *loop, rp_error *err)
{
    set_hints();
    if (SDL_Init(SDL_INIT_VIDEO) != 0) {
        return rp_fail(err, RP_E_IO, "there is no display: %s", SDL_GetError());
    }
    SDL_StopTextInput();
    rp_status status = rp_text_service_open(&loop->fonts, err);
    if (status == RP_OK) {
        status = open_window(loop, err);
    }
    if (status == RP_OK) {
        status = painter_open(&loop->painter, loop->renderer, loop->fonts,
                              loop->options->asset_dir, err);
    }
    if (status != RP_OK) {
        return status;
    }
    ui_host host = window_host(rp_text_service(loop->fonts), loop->client);
    status = ui_new(&loop->ui, &host, err);
    if (status == RP_OK) {
        ui_set(loop->ui, &loop->options->settings);
        measure_scale(loop);
        calls_open(&loop->calls, loop->options->calls_fd);
    }
    return status;
}

static void tell_place(const window_loop *loop)
{
    const window_client *client = loop->client;

    if (loop->window != NULL && loop->has_painted && client->on_place != NULL) {
        client->on_place(client->user, &loop->follow.plain);
    }
}

static void close_loop(window_loop *loop)
{
    if (loop->client->ends != NULL) {
        loop->client->ends(loop->client->user);
    }
    calls_close(&loop->calls);
    drops_clear(&loop->drop);
    tell_place(loop);
    ui_free(loop->ui);
    crossfade_close(&loop->fade);
    repaint_close(&loop->repaint);
    painter_close(&loop->painter);
    if (loop->renderer != NULL) {
        SDL_DestroyRenderer(loop->renderer);
    }
    if (loop->window != NULL) {
        SDL_DestroyWindow(loop->window);
    }
    if (loop->fonts != NULL) {
        rp_text_service_close(loop->fonts);
    }
    SDL_Quit();
}

/* ---------------------------------------------------------------- frames */

static void follow_typing(window_loop *loop)
{
    SDL_Rect caret = {0};
    bool is_typing = ui_is_typing(loop->ui);
    if (is_typing && SDL_IsTextInputActive() == SDL_FALSE) {
        SDL_StartTextInput();
    } else if (!is_typing && SDL_IsTextInputActive() == SDL_TRUE) {
        SDL_StopTextInput();
    }
    if (is_typing && ui_caret_box(loop->ui, &caret.x, &caret.y, &caret.h)) {
        caret.x = caret.x * 100 / loop->ratio_percent;
        caret.y = caret.y * 100 / loop->ratio_percent;
        caret.h = caret.h * 100 / loop->ratio_percent;
        caret.w = 2;
        SDL_SetTextInputRect(&caret);
    }
}

/* Another place than before: the one before fades out over it. */
static void follow_place(window_loop *loop)
{
    const window_client *client = loop->client;
    const char *place =
        client->place != NULL ? client->place(client->user) : NULL;
    bool is_new =
        loop->place != NULL && place != NULL && strcmp(place, loop->place) != 0;

    if (is_new && loop->has_painted && !ui_get(loop->ui)->has_reduced_motion) {
        crossfade_begin(&loop->fade, loop->renderer, SDL_GetTicks());
    }
    loop->place = place;
}

/*
 * The software renderer paints onto the window's surface, so a few rectangles
 * of it can be shown alone; where the display cannot do that, all of it is.
 */
static void present(window_loop *loop, const repaint_region *region)
{
    SDL_Rect window = {0};
    SDL_Rect rects[REGION_MAX];
    int count = 0;

    if (region == NULL || region->is_whole ||
        SDL_RenderFlush(loop->renderer) != 0 ||
        SDL_GetRendererOutputSize(loop->renderer, &window.w, &window.h) != 0) {
        SDL_RenderPresent(loop->renderer);
        return;
    }
    for (int i = 0; i < region->count; i++) {
        if (SDL_IntersectRect(&region->rects[i], &window, &rects[count])) {
            count++;
        }
    }
    if (count > 0 &&
        SDL_UpdateWindowSurfaceRects(loop->window, rects, count) != 0) {
        SDL_RenderPresent(loop->renderer);
    }
}

static void paint_list(window_loop *loop, const ui_draw_list *list,
                       const repaint_region *region)
{
    painter_paint(&loop->painter, list, region);
    crossfade_paint(&loop->fade, loop->renderer, SDL_GetTicks());
    present(loop, region);
}

static void paint(window_loop *loop)
{
    ui_draw_list list = ui_drawing(loop->ui);
    repaint_region region;
    bool was_fading = crossfade_is_running(&loop->fade);
    if (list.hash == loop->painted && !loop->must_paint && !was_fading) {
        return;
    }
    follow_place(loop);
    if (loop->must_paint || was_fading || crossfade_is_running(&loop->fade)) {
        repaint_forget(&loop->repaint);
    }
    repaint_find(&loop->repaint, &loop->painter, &list, &region);
    loop->painter.defers_portraits = !loop->has_painted;
    paint_list(loop, &list, &region);
    loop->has_painted = true;
    if (loop->painter.has_deferred) {
        loop->painter.defers_portraits = false;
        paint_list(loop, &list, NULL);
    }
    loop->painted = list.hash;
    loop->must_paint = false;
}

static void tell_tree(window_loop *loop)
{
    const window_client *client = loop->client;
    uint64_t hash = ui_drawing(loop->ui).hash;

    if (loop->tree_path == NULL || hash == loop->told) {
        return;
    }
    loop->told = hash;
    tree_file_write(loop->tree_path, loop->ui,
                    &(tree_frame){.place = client->place != NULL
                                               ? client->place(client->user)
                                               : NULL,
                                  .frame = loop->frame_count,
                                  .ratio_percent = loop->ratio_percent});
}

static void frame(window_loop *loop)
{
    const window_client *client = loop->client;
    ui_surface surface = {.scale_percent = loop->scale_percent,
                          .now_ms = SDL_GetTicks()};
    if (SDL_GetRendererOutputSize(loop->renderer, &surface.width_px,
                                  &surface.height_px) != 0) {
        SDL_GetWindowSize(loop->window, &surface.width_px, &surface.height_px);
    }
    ui_begin_frame(loop->ui, &surface);
    client->frame(loop->ui, client->user, surface.now_ms);
    ui_end_frame(loop->ui);
    if (client->after != NULL) {
        client->after(loop->ui, client->user);
    }
    loop->frame_count++;
    if (client->has_quit != NULL && client->has_quit(client->user)) {
        loop->has_ended = true;
        return;
    }
    paint(loop);
    follow_typing(loop);
    tell_tree(loop);
}

/* ---------------------------------------------------------------- waiting */

/* Milliseconds until something is due; -1: only an event can wake. */
static int wait_ms(const window_loop *loop)
{
    const window_client *client = loop->client;
    uint32_t due = 0;
    uint32_t other = 0;
    bool is_due = ui_next_wake(loop->ui, &due);
    if (client->wants_wake_at != NULL &&
        client->wants_wake_at(client->user, &other)) {
        due = is_due && due < other ? due : other;
        is_due = true;
    }
    if (ui_has_events(loop->ui)) {
        return 0;
    }
    if (crossfade_is_running(&loop->fade)) {
        return FADE_FRAME_MS;
    }
    if (!is_due) {
        return -1;
    }
    uint32_t now = SDL_GetTicks();
    return due > now ? (int)(due - now) : 0;
}

static void toggle_full_screen(window_loop *loop)
{
    Uint32 flags = SDL_GetWindowFlags(loop->window);
    bool is_full = (flags & SDL_WINDOW_FULLSCREEN_DESKTOP) != 0;
    (void)SDL_SetWindowFullscreen(loop->window,
                                  is_full ? 0 : SDL_WINDOW_FULLSCREEN_DESKTOP);
}

/* Another start hands over what it was asked for, and we come forward. */
static void answer_call(window_loop *loop)
{
    const window_client *client = loop->client;

    if (client->on_call != NULL && client->on_call(client->user)) {
        if ((SDL_GetWindowFlags(loop->window) & SDL_WINDOW_MINIMIZED) != 0) {
            SDL_RestoreWindow(loop->window);
        }
        SDL_RaiseWindow(loop->window);
    }
    calls_answered(&loop->calls);
}

static void take_drop(window_loop *loop)
{
    const window_client *client = loop->client;

    if (client->on_drop != NULL) {
        client->on_drop(client->user, loop->drop.path, loop->drop.count);
    }
    drops_clear(&loop->drop);
}

/* Ctrl alone or Esc silence whatever speaks; Esc does what it does besides. */
static bool silences(const SDL_Event *event)
{
    SDL_Keycode key = event->key.keysym.sym;

    return event->type == SDL_KEYDOWN && event->key.repeat == 0 &&
           (key == SDLK_LCTRL || key == SDLK_RCTRL || key == SDLK_ESCAPE);
}

static void handle(window_loop *loop, const SDL_Event *event)
{
    const window_client *client = loop->client;
    if (calls_take(&loop->calls, event)) {
        answer_call(loop);
        return;
    }
    if (drops_take(&loop->drop, event)) {
        take_drop(loop);
    }
    if (event->type == SDL_KEYDOWN && event->key.keysym.sym == SDLK_F11) {
        toggle_full_screen(loop);
        return;
    }
    if (silences(event) && client->hush != NULL) {
        client->hush(client->user);
    }
    if (event->type == SDL_WINDOWEVENT) {
        loop->must_paint = true;
        measure_scale(loop);
        place_follow(&loop->follow, loop->window, SDL_GetTicks());
    }
    if (events_post(loop->ui, event, loop->ratio_percent)) {
        loop->has_ended =
            client->on_close == NULL || client->on_close(client->user);
    }
}

static void wait_for_events(window_loop *loop)
{
    SDL_Event event;
    int wait = wait_ms(loop);
    int has_event =
        wait < 0 ? SDL_WaitEvent(&event) : SDL_WaitEventTimeout(&event, wait);
    while (has_event != 0) {
        handle(loop, &event);
        has_event = SDL_PollEvent(&event);
    }
}

rp_status rp_window_run(const window_options *options,
                        const window_client *client, rp_error *err)
{
    window_loop loop = {.options = options,
                        .client = client,
                        .tree_path = SDL_getenv("RAPPORT_TREE"),
                        .must_paint = true};
    rp_status status = open_loop(&loop, err);
    while (status == RP_OK && !loop.has_ended) {
        frame(&loop);
        if (!loop.has_ended) {
            wait_for_events(&loop);
        }
    }
    close_loop(&loop);
    return status;
}
