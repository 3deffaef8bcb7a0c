/*
 * A stage: the same frames and the same painter without a window, onto a
 * surface in memory, for pictures and tests.
 */
#include "window/window_internal.h"

enum {
    FRAMES_MOST = 60,
    STEP_MS = 16
};

struct window_stage {
    const window_client *client;
    window_fonts *fonts;
    SDL_Surface *surface;
    SDL_Renderer *renderer;
    window_painter painter;
    ui_context *ui;
    ui_surface view;
};

static rp_status open_surface(window_stage *stage,
                              const window_options *options, rp_error *err)
{
    int scale = options->scale_percent == 0 ? 100 : options->scale_percent;
    int width = options->width == 0 ? 1280 : options->width;
    int height = options->height == 0 ? 800 : options->height;
    stage->view = (ui_surface){.width_px = width * scale / 100,
                               .height_px = height * scale / 100,
                               .scale_percent = scale,
                               .now_ms = 1000};
    stage->surface = SDL_CreateRGBSurfaceWithFormat(0, stage->view.width_px,
                                                    stage->view.height_px, 32,
                                                    SDL_PIXELFORMAT_ARGB8888);
    stage->renderer = stage->surface == NULL
                          ? NULL
                          : SDL_CreateSoftwareRenderer(stage->surface);
    if (stage->renderer == NULL) {
        return rp_fail(err, RP_E_IO, "no surface to paint on: %s",
                       SDL_GetError());
    }
    return RP_OK;
}

static rp_status open_parts(window_stage *stage, const window_options *options,
                            rp_error *err)
{
    rp_status status = rp_text_service_open(&stage->fonts, err);
    if (status == RP_OK) {
        status = open_surface(stage, options, err);
    }
    if (status == RP_OK) {
        status = painter_open(&stage->painter, stage->renderer, stage->fonts,
                              options->asset_dir, err);
    }
    if (status != RP_OK) {
        return status;
    }
    stage->painter.scale_percent = stage->view.scale_percent;
    ui_host host = window_host(rp_text_service(stage->fonts), stage->client);
    host.clipboard_get = NULL;
    host.clipboard_set = NULL;
    return ui_new(&stage->ui, &host, err);
}

rp_status rp_window_stage_open(window_stage **opened,
                               const window_options *options,
                               const window_client *client, rp_error *err)
{
    window_stage *stage = SDL_calloc(1, sizeof *stage);
    if (stage == NULL) {
        return rp_fail(err, RP_E_MEMORY, "no memory for a picture");
    }
    stage->client = client;
    rp_status status = open_parts(stage, options, err);
    if (status != RP_OK) {
        rp_window_stage_close(stage);
        return status;
    }
    ui_set(stage->ui, &options->settings);
    *opened = stage;
    return RP_OK;
}

void rp_window_stage_close(window_stage *stage)
{
    if (stage == NULL) {
        return;
    }
    ui_free(stage->ui);
    painter_close(&stage->painter);
    if (stage->renderer != NULL) {
        SDL_DestroyRenderer(stage->renderer);
    }
    SDL_FreeSurface(stage->surface);
    if (stage->fonts != NULL) {
        rp_text_service_close(stage->fonts);
    }
    SDL_free(stage);
}

ui_context *rp_window_stage_ui(window_stage *stage)
{
    return stage->ui;
}

static void run_frame(window_stage *stage)
{
    const window_client *client = stage->client;
    ui_begin_frame(stage->ui, &stage->view);
    client->frame(stage->ui, client->user, stage->view.now_ms);
    ui_end_frame(stage->ui);
    if (client->after != NULL) {
        client->after(stage->ui, client->user);
    }
}

void rp_window_stage_advance(window_stage *stage, uint32_t by_ms)
{
    uint64_t before = 0;
    stage->view.now_ms += by_ms;
    run_frame(stage);
    for (int i = 0; i < FRAMES_MOST; i++) {
        uint32_t due = 0;
        bool is_due = ui_next_wake(stage->ui, &due) &&
                      due <= stage->view.now_ms + STEP_MS;
        before = ui_drawing(stage->ui).hash;
        if (!is_due && !ui_has_events(stage->ui)) {
            return;
        }
        stage->view.now_ms += ui_has_events(stage->ui) ? 0 : STEP_MS;
        run_frame(stage);
        bool is_same = ui_drawing(stage->ui).hash == before;
        if (is_same && !ui_has_events(stage->ui) && i > 2) {
            return;
        }
    }
}

rp_status rp_window_stage_shot(window_stage *stage, const char *path,
                               rp_error *err)
{
    ui_draw_list list = ui_drawing(stage->ui);
    painter_paint(&stage->painter, &list, NULL);
    SDL_RenderPresent(stage->renderer);
    if (IMG_SavePNG(stage->surface, path) != 0) {
        return rp_fail(err, RP_E_IO, "cannot write %s: %s", path,
                       IMG_GetError());
    }
    return RP_OK;
}

rp_status rp_window_shot(const window_options *options,
                         const window_client *client, const char *path,
                         rp_error *err)
{
    window_stage *stage = NULL;
    rp_status status = rp_window_stage_open(&stage, options, client, err);
    if (status == RP_OK) {
        rp_window_stage_advance(stage, 0);
        status = rp_window_stage_shot(stage, path, err);
    }
    rp_window_stage_close(stage);
    return status;
}
