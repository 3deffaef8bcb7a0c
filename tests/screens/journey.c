#include "journey.h"

#include <stdio.h>
#include <string.h>

#include "support/test.h"

enum {
    SEED = 7,
    FRAMES_MAX = 400,
    MOVES_MAX = 64,
    SPEAKING_MS = 4000
};

static const char scenario_id[] = "angry-caller";

static uint64_t fixed_clock(void *user)
{
    (void)user;
    return 1757500000000U; /* 2025-09-10 */
}

static bool looks_like_exam;

void journey_as_exam(bool is_exam)
{
    looks_like_exam = is_exam;
}

static bool is_spaced;

void journey_spaced(bool spaced)
{
    is_spaced = spaced;
}

static rp_app_options options_of(const journey_look *look)
{
    return (rp_app_options){
        .pack_dir = RP_SOURCE_DIR "/scenarios",
        .locale_dir = RP_BUILD_DIR "/locale",
        .helper_path = RP_BUILD_DIR "/rapport-helper",
        .language = look->language,
        .in_memory = true,
        .fixed_seed = SEED,
        .looks_like_exam = looks_like_exam,
        .exam_call = 2,
        .exam_calls = 3,
        .wall_ms = fixed_clock,
    };
}

static void apply(journey_run *journey, const char *name, const char *value)
{
    rp_error err = {0};
    rp_intent intent = {
        .kind = RP_INTENT_SETTING, .text = name, .value = value};

    if (rp_app_act(journey->app, &intent, &err) != RP_OK) {
        fail_msg("setting %s: %s", name, err.message);
    }
}

static void open_stage(journey_run *journey)
{
    rp_error err = {0};
    window_options options = {
        .asset_dir = RP_SOURCE_DIR "/assets",
        .width = journey->surface.width_px,
        .height = journey->surface.height_px,
        .settings = screens_ui_settings(rp_app_settings(journey->app))};

    if (rp_window_stage_open(&journey->stage, &options, &journey->client,
                             &err) != RP_OK) {
        fail_msg("stage: %s", err.message);
    }
    journey->ui = rp_window_stage_ui(journey->stage);
}

static char clipboard[4096];

static void remember_text(void *user, const char *text)
{
    (void)user;
    (void)snprintf(clipboard, sizeof clipboard, "%s", text);
}

const char *journey_clipboard(void)
{
    return clipboard;
}

static void open_ui(journey_run *journey)
{
    rp_error err = {0};

    if (rp_text_service_open(&journey->fonts, &err) != RP_OK) {
        fail_msg("fonts: %s", err.message);
    }
    ui_host host = {.alloc = rp_alloc_default(),
                    .text = rp_text_service(journey->fonts),
                    .user = journey->client.user,
                    .translate = journey->client.translate,
                    .clipboard_set = remember_text};
    assert_int_equal(ui_new(&journey->ui, &host, &err), RP_OK);
}

static void begin(journey_run *journey, const journey_look *look,
                  void (*open)(journey_run *opened))
{
    rp_app_options options = options_of(look);
    rp_error err = {0};

    memset(journey, 0, sizeof *journey);
    if (rp_app_open(&options, rp_alloc_default(), &journey->app, &err) !=
        RP_OK) {
        fail_msg("app: %s", err.message);
    }
    apply(journey, "text_percent", look->text_percent);
    apply(journey, "theme", look->theme);
    apply(journey, "reduced_motion", "on");
    apply(journey, "wide_spacing", is_spaced ? "on" : "off");
    apply(journey, "show_spoken", is_spaced ? "on" : "off");
    assert_int_equal(app_frames_init(&journey->frames, journey->app,
                                     rp_alloc_default(), &err),
                     RP_OK);
    journey->client = app_frames_client(&journey->frames);
    journey->surface =
        (ui_surface){.width_px = look->width, .height_px = look->height};
    open(journey);
    journey_rest(journey);
}

void journey_begin(journey_run *journey, const journey_look *look)
{
    begin(journey, look, open_ui);
}

void journey_begin_painted(journey_run *journey, const journey_look *look)
{
    begin(journey, look, open_stage);
}

void journey_end(journey_run *journey)
{
    if (journey->stage == NULL) {
        ui_free(journey->ui);
    }
    rp_window_stage_close(journey->stage);
    app_frames_clear(&journey->frames);
    rp_text_service_close(journey->fonts);
    rp_app_close(journey->app);
}

static void one_frame(journey_run *journey)
{
    ui_begin_frame(journey->ui, &journey->surface);
    journey->client.frame(journey->ui, journey->client.user,
                          journey->surface.now_ms);
    ui_end_frame(journey->ui);
    journey->client.after(journey->ui, journey->client.user);
    assert_false(ui_failed(journey->ui));
}

/* The stage rests by itself; what an intent changed takes a frame more. */
static void rest_on_stage(journey_run *journey)
{
    enum {
        STEPS = 4,
        STEP_MS = 16
    };

    for (int i = 0; i < STEPS; i++) {
        rp_window_stage_advance(journey->stage, STEP_MS);
    }
}

void journey_rest(journey_run *journey)
{
    if (journey->stage != NULL) {
        rest_on_stage(journey);
        return;
    }
    for (int i = 0; i < FRAMES_MAX; i++) {
        uint32_t at_ms = 0;
        one_frame(journey);
        bool client_is_due =
            journey->client.wants_wake_at(journey->client.user, &at_ms) &&
            at_ms <= journey->surface.now_ms;
        bool ui_is_due = ui_next_wake(journey->ui, &at_ms) &&
                         at_ms <= journey->surface.now_ms;
        if (!client_is_due && !ui_is_due && !ui_has_events(journey->ui) &&
            i > 1) {
            return;
        }
    }
    fail_msg("the frames never rest");
}

static void pass(journey_run *journey, uint32_t ms)
{
    journey->surface.now_ms += ms;
    if (journey->stage != NULL) {
        rp_window_stage_advance(journey->stage, ms);
    }
}

void journey_wait(journey_run *journey, uint32_t ms)
{
    pass(journey, ms);
    journey_rest(journey);
}

void journey_act(journey_run *journey, rp_intent intent)
{
    rp_error err = {0};

    if (rp_app_act(journey->app, &intent, &err) != RP_OK) {
        fail_msg("intent %d: %s", (int)intent.kind, err.message);
    }
    journey_rest(journey);
}

void journey_open_scenario(journey_run *journey, const char *id)
{
    journey->scenario = id;
    journey_act(journey, (rp_intent){.kind = RP_INTENT_OPEN, .text = id});
    assert_int_equal(rp_app_view(journey->app)->place, RP_AT_BRIEFING);
}

void journey_open(journey_run *journey)
{
    journey_open_scenario(journey, scenario_id);
}

void journey_open_file(journey_run *journey, const char *fixture)
{
    (void)snprintf(journey->file, sizeof journey->file,
                   RP_SOURCE_DIR "/tests/fixtures/%s", fixture);
    journey->scenario = journey->file;
    journey_act(journey,
                (rp_intent){.kind = RP_INTENT_OPEN, .text = journey->file});
    assert_int_equal(rp_app_view(journey->app)->place, RP_AT_BRIEFING);
}

void journey_pick_up(journey_run *journey)
{
    journey_act(journey, (rp_intent){.kind = RP_INTENT_BEGIN});
    assert_int_equal(rp_app_view(journey->app)->place, RP_AT_CALL);
}

static void file_form(journey_run *journey, uint64_t answers)
{
    for (uint32_t bit = 0; bit < 64; bit++) {
        if ((answers >> bit & 1U) != 0) {
            journey_act(journey,
                        (rp_intent){.kind = RP_INTENT_CHOOSE, .index = bit});
        }
    }
    journey_act(journey, (rp_intent){.kind = RP_INTENT_FILE});
}

static void take(journey_run *journey, const rp_move *move)
{
    static const rp_intent_kind kinds[] = {
        [RP_MOVE_REPLY] = RP_INTENT_SAY,
        [RP_MOVE_OPEN] = RP_INTENT_LOOK,
        [RP_MOVE_HINT] = RP_INTENT_HINT,
    };

    pass(journey, SPEAKING_MS);
    if (move->kind == RP_MOVE_FORM) {
        file_form(journey, move->answers);
        return;
    }
    journey_act(journey,
                (rp_intent){.kind = kinds[move->kind], .index = move->index});
}

static uint32_t best_run(journey_run *journey, rp_move moves[MOVES_MAX])
{
    rp_app_options options = options_of(&(journey_look){.language = "en"});
    rp_loaded loaded;
    rp_walk *walk = NULL;
    rp_error err = {0};
    int32_t points[RP_SCORES];

    assert_int_equal(rp_app_load(&options, journey->scenario,
                                 rp_alloc_default(), &loaded, &err),
                     RP_OK);
    assert_non_null(loaded.model);
    assert_int_equal(
        rp_walk_open(loaded.model,
                     &(rp_walk_how){.set = rp_seed_set(loaded.model, SEED),
                                    .alloc = rp_alloc_default()},
                     &walk, &err),
        RP_OK);
    uint32_t count = rp_walk_best(walk, moves, MOVES_MAX, points);
    rp_walk_free(walk);
    rp_loaded_clear(&loaded);
    assert_in_range(count, 3, MOVES_MAX);
    return count;
}

void journey_play_to(journey_run *journey, rp_place place)
{
    rp_move moves[MOVES_MAX];
    uint32_t count = best_run(journey, moves);

    for (uint32_t i = 0; i < count; i++) {
        if (rp_app_view(journey->app)->place == place) {
            return;
        }
        take(journey, &moves[i]);
    }
    assert_int_equal(rp_app_view(journey->app)->place, place);
}

void journey_play(journey_run *journey, uint32_t count)
{
    rp_move moves[MOVES_MAX];
    uint32_t all = best_run(journey, moves);

    for (uint32_t i = 0; i < count && i < all; i++) {
        take(journey, &moves[i]);
    }
}

void journey_shot(journey_run *journey, const char *path)
{
    rp_error err = {0};

    if (rp_window_stage_shot(journey->stage, path, &err) != RP_OK) {
        fail_msg("%s", err.message);
    }
}

void journey_key(journey_run *journey, ui_key key)
{
    ui_post_key(journey->ui, key);
    journey_rest(journey);
}
