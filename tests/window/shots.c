/*
 * A picture of every screen in the looks that matter, and one sheet of them
 * all: window_shots FOLDER. With a second word only the pictures whose names
 * begin with it, and no sheet.
 */
#include <stdio.h>
#include <string.h>

#include <SDL.h>
#include <SDL_image.h>

#include "screens/journey.h"
#include "screens/record_show.h"
#include "screens/studio_show.h"
#include "support/test.h"

enum {
    PATH_SIZE = 512,
    THINKING_MS = 7000, /* a scrolled bar has faded by then */
    MIDDLE_MOVES = 5,
    SHEET_COLUMNS = 4,
    THUMB_W = 480,
    THUMB_H = 300,
    THUMB_GAP = 12,
    THUMB_NAME = 24 /* the line under a picture */
};

static const char *folder;
static const char *wanted = "";

/* ---------------------------------------------------------------- moments */

/* Nobody has practised yet; what is prepared meanwhile has time. */
static void at_first_run(journey_run *journey)
{
    journey_wait(journey, 1);
}

static void at_home(journey_run *journey)
{
    practise(journey);
    journey_act(journey,
                (rp_intent){.kind = RP_INTENT_GO, .index = RP_AT_HOME});
    journey_wait(journey, 1);
    journey_wait(journey, 1);
}

static void at_home_ideas(journey_run *journey)
{
    at_home(journey);
    journey_act(journey, (rp_intent){.kind = RP_INTENT_DISMISS});
    ui_focus(journey->ui, "other-ideas");
    journey_wait(journey, 1);
    journey_key(journey, UI_KEY_ENTER);
}

static void at_library(journey_run *journey)
{
    journey_act(journey,
                (rp_intent){.kind = RP_INTENT_GO, .index = RP_AT_LIBRARY});
}

static void at_used_library(journey_run *journey)
{
    at_home(journey);
    at_library(journey);
}

static void at_library_search(journey_run *journey)
{
    at_used_library(journey);
    journey_key(journey, '/');
    type_text(journey, "bill");
}

static void at_library_nothing(journey_run *journey)
{
    at_used_library(journey);
    journey_key(journey, '/');
    type_text(journey, "zzz");
}

static void at_call(journey_run *journey)
{
    journey_open(journey);
    journey_pick_up(journey);
}

static void at_middle(journey_run *journey)
{
    at_call(journey);
    journey_play(journey, MIDDLE_MOVES);
}

/* Several lines said, a record open, what was heard in passing pinned. */
static void at_desk(journey_run *journey)
{
    at_call(journey);
    journey_key(journey, 'p');
    journey_key(journey, '1');
    journey_play(journey, MIDDLE_MOVES);
    journey_key(journey, UI_KEY_F3);
}

static void at_pinning(journey_run *journey)
{
    at_call(journey);
    journey_key(journey, 'p');
}

static void at_form(journey_run *journey)
{
    at_call(journey);
    journey_key(journey, 'p');
    journey_key(journey, '1');
    journey_play_to(journey, RP_AT_FORM);
    journey_key(journey, '2');
}

static void at_debrief(journey_run *journey)
{
    at_call(journey);
    journey_play_to(journey, RP_AT_DEBRIEF);
}

/* A bill on the desk, drawn as bars. */
static void at_bill(journey_run *journey)
{
    journey_open_scenario(journey, "billing-dispute");
    journey_pick_up(journey);
    journey_play(journey, MIDDLE_MOVES);
    journey_key(journey, UI_KEY_F3);
}

static void at_vague(journey_run *journey)
{
    journey_open_scenario(journey, "vague-request");
    journey_pick_up(journey);
    journey_play(journey, MIDDLE_MOVES);
}

static void at_settings(journey_run *journey)
{
    journey_act(journey,
                (rp_intent){.kind = RP_INTENT_GO, .index = RP_AT_SETTINGS});
}

/* Inside a call the same rows lie over it. */
static void at_call_settings(journey_run *journey)
{
    at_call(journey);
    journey_key(journey, UI_CTRL | ',');
}

/* The middle of a call in one of the other channels. */
static void at_channel(journey_run *journey, const char *file)
{
    journey_open_file(journey, file);
    journey_pick_up(journey);
    journey_play(journey, 2);
}

#define CHANNEL_SHOT(channel, id)                            \
    static void at_##channel(journey_run *journey)           \
    {                                                        \
        at_channel(journey, "screens/channels/" id ".json"); \
    }

CHANNEL_SHOT(counter, "counter-queue")
CHANNEL_SHOT(visit, "visit-corner")
CHANNEL_SHOT(video, "video-tills")
CHANNEL_SHOT(chat, "chat-router")
CHANNEL_SHOT(email, "email-two-lines")
CHANNEL_SHOT(social, "social-roaming")
CHANNEL_SHOT(broadcast, "broadcast-flood")
CHANNEL_SHOT(callback, "callback-closed")
CHANNEL_SHOT(case_desk, "desk-queue")

static void at_draft(journey_run *journey)
{
    at_email(journey);
    journey_key(journey, UI_KEY_ENTER);
}

static void at_queue(journey_run *journey)
{
    at_case_desk(journey);
    journey_key(journey, UI_KEY_F2);
}

static void at_faceless_briefing(journey_run *journey)
{
    journey_open_file(journey, "screens/channels/broadcast-flood.json");
}

static void at_shortcuts(journey_run *journey)
{
    at_call(journey);
    journey_key(journey, UI_KEY_F1);
}

static void at_leave(journey_run *journey)
{
    at_middle(journey);
    journey_key(journey, UI_KEY_ESCAPE);
}

static void at_resume(journey_run *journey)
{
    at_middle(journey);
    journey_act(journey, (rp_intent){.kind = RP_INTENT_LEAVE});
}

#define STUDIO_SHOT(name, moment)               \
    static void at_##name(journey_run *journey) \
    {                                           \
        studio_show(journey, moment);           \
    }

STUDIO_SHOT(studio, STUDIO_SHOWS_ALL)
STUDIO_SHOT(studio_busy, STUDIO_IS_BUSY)
STUDIO_SHOT(studio_list, STUDIO_HAS_NO_DOT)
STUDIO_SHOT(studio_fault, STUDIO_SHOWS_FAULT)
STUDIO_SHOT(studio_empty, STUDIO_IS_EMPTY)

/* Narrow windows: the part the selected tab shows. */
static void at_studio_preview(journey_run *journey)
{
    at_studio(journey);
    journey_key(journey, UI_KEY_F5);
}

static void at_studio_problems(journey_run *journey)
{
    at_studio(journey);
    journey_key(journey, UI_KEY_F8);
}

/* --------------------------------------------------------------- pictures */

typedef struct shot_row {
    const char *name;
    void (*reach)(journey_run *journey);
    journey_look look;
} shot_row;

#define LOOK(language, theme, percent, w, h) \
    {                                        \
        language, percent, theme, w, h       \
    }

/* The looks in which every channel is looked at. */
#define CHANNEL_LOOKS(name, reach)                                             \
    {"channel-" name "-en", reach, LOOK("en", "light", "100", 1280, 800)},     \
        {"channel-" name "-zh", reach, LOOK("zh", "light", "100", 1280, 800)}, \
        {"channel-" name "-dark-zh", reach,                                    \
         LOOK("zh", "dark", "100", 1280, 800)},                                \
        {"channel-" name "-1024-en", reach,                                    \
         LOOK("en", "light", "100", 1024, 640)},                               \
        {"channel-" name "-150-en", reach,                                     \
         LOOK("en", "light", "150", 1280, 800)},                               \
        {"channel-" name "-contrast-en", reach,                                \
         LOOK("en", "contrast", "100", 1280, 800)},                            \
    {                                                                          \
        "channel-" name "-1920-zh", reach,                                     \
            LOOK("zh", "light", "100", 1920, 1080)                             \
    }

static const shot_row shots[] = {
    {"home-en", at_home, LOOK("en", "light", "100", 1280, 800)},
    {"home-zh", at_home, LOOK("zh", "light", "100", 1280, 800)},
    {"home-zh-dark", at_home, LOOK("zh", "dark", "100", 1280, 800)},
    {"home-contrast-en", at_home, LOOK("en", "contrast", "100", 1280, 800)},
    {"home-1024-en", at_home, LOOK("en", "light", "100", 1024, 640)},
    {"home-150-en", at_home, LOOK("en", "light", "150", 1280, 800)},
    {"home-1920-zh", at_home, LOOK("zh", "light", "100", 1920, 1080)},
    {"home-ideas-en", at_home_ideas, LOOK("en", "light", "100", 1280, 800)},
    {"first-run-en", at_first_run, LOOK("en", "light", "100", 1280, 800)},
    {"first-run-zh", at_first_run, LOOK("zh", "light", "100", 1280, 800)},
    {"first-run-1024-en", at_first_run, LOOK("en", "light", "100", 1024, 640)},
    {"first-run-150-zh", at_first_run, LOOK("zh", "dark", "150", 1280, 800)},
    {"library-en", at_used_library, LOOK("en", "light", "100", 1280, 800)},
    {"library-zh", at_used_library, LOOK("zh", "light", "100", 1280, 800)},
    {"library-1024-en", at_used_library, LOOK("en", "light", "100", 1024, 640)},
    {"library-150-zh-dark", at_used_library,
     LOOK("zh", "dark", "150", 1280, 800)},
    {"library-contrast-en", at_used_library,
     LOOK("en", "contrast", "100", 1280, 800)},
    {"library-search-en", at_library_search,
     LOOK("en", "light", "100", 1280, 800)},
    {"library-search-none-zh", at_library_nothing,
     LOOK("zh", "light", "100", 1280, 800)},
    {"resume-en", at_resume, LOOK("en", "light", "100", 1280, 800)},
    {"briefing-en", journey_open, LOOK("en", "light", "100", 1280, 800)},
    {"briefing-zh-dark", journey_open, LOOK("zh", "dark", "100", 1280, 800)},
    {"call-start-en", at_call, LOOK("en", "light", "100", 1280, 800)},
    {"call-pinning-zh", at_pinning, LOOK("zh", "light", "100", 1280, 800)},
    {"call-middle-zh", at_middle, LOOK("zh", "light", "100", 1280, 800)},
    {"call-desk-en", at_desk, LOOK("en", "light", "100", 1280, 800)},
    {"call-desk-en-dark", at_desk, LOOK("en", "dark", "100", 1280, 800)},
    {"call-desk-zh-contrast", at_desk,
     LOOK("zh", "contrast", "100", 1280, 800)},
    {"call-1024-en", at_middle, LOOK("en", "light", "100", 1024, 640)},
    {"call-drawer-en", at_desk, LOOK("en", "light", "100", 1024, 640)},
    {"call-drawer-zh-dark", at_desk, LOOK("zh", "dark", "100", 1024, 640)},
    {"call-1920-en", at_desk, LOOK("en", "light", "100", 1920, 1080)},
    {"call-text150-en", at_desk, LOOK("en", "light", "150", 1280, 800)},
    {"call-text150-zh", at_middle, LOOK("zh", "light", "150", 1280, 800)},
    {"call-bill-en", at_bill, LOOK("en", "light", "100", 1280, 800)},
    {"call-bill-zh-dark", at_bill, LOOK("zh", "dark", "100", 1280, 800)},
    {"call-vague-en", at_vague, LOOK("en", "light", "100", 1280, 800)},
    {"call-vague-zh", at_vague, LOOK("zh", "light", "100", 1280, 800)},
    {"form-en", at_form, LOOK("en", "light", "100", 1280, 800)},
    {"form-zh-contrast", at_form, LOOK("zh", "contrast", "100", 1280, 800)},
    {"debrief-en", at_debrief, LOOK("en", "light", "100", 1280, 800)},
    {"debrief-zh-dark", at_debrief, LOOK("zh", "dark", "100", 1280, 800)},
    {"debrief-1920-zh", at_debrief, LOOK("zh", "light", "100", 1920, 1080)},
    {"settings-en", at_settings, LOOK("en", "light", "100", 1280, 800)},
    {"settings-zh-dark", at_settings, LOOK("zh", "dark", "100", 1280, 800)},
    {"settings-1024-contrast", at_settings,
     LOOK("en", "contrast", "100", 1024, 640)},
    {"settings-text150-en", at_settings, LOOK("en", "light", "150", 1280, 800)},
    {"settings-call-en", at_call_settings,
     LOOK("en", "light", "100", 1280, 800)},
    {"shortcuts-en", at_shortcuts, LOOK("en", "light", "100", 1280, 800)},
    {"shortcuts-zh-dark", at_shortcuts, LOOK("zh", "dark", "100", 1280, 800)},
    {"studio-en", at_studio, LOOK("en", "light", "100", 1280, 800)},
    {"studio-zh-dark", at_studio, LOOK("zh", "dark", "100", 1280, 800)},
    {"studio-contrast-en", at_studio_problems,
     LOOK("en", "contrast", "100", 1280, 800)},
    {"studio-1024-en", at_studio, LOOK("en", "light", "100", 1024, 640)},
    {"studio-1024-preview-zh", at_studio_preview,
     LOOK("zh", "light", "100", 1024, 640)},
    {"studio-150-en", at_studio, LOOK("en", "light", "150", 1280, 800)},
    {"studio-200-zh", at_studio_problems,
     LOOK("zh", "light", "200", 1280, 800)},
    {"studio-1920-zh", at_studio, LOOK("zh", "light", "100", 1920, 1080)},
    {"studio-busy-en", at_studio_busy, LOOK("en", "light", "100", 1280, 800)},
    {"studio-list-en", at_studio_list, LOOK("en", "light", "100", 1280, 800)},
    {"studio-fault-en", at_studio_fault, LOOK("en", "light", "100", 1280, 800)},
    {"studio-fault-zh", at_studio_fault, LOOK("zh", "light", "100", 1024, 640)},
    {"studio-empty-en", at_studio_empty, LOOK("en", "light", "100", 1280, 800)},
    {"leave-en", at_leave, LOOK("en", "light", "100", 1280, 800)},
    {"record-en", at_record, LOOK("en", "light", "100", 1280, 800)},
    {"record-zh", at_record, LOOK("zh", "light", "100", 1280, 800)},
    {"record-1024-en", at_record, LOOK("en", "light", "100", 1024, 640)},
    {"record-150-zh", at_record, LOOK("zh", "light", "150", 1280, 800)},
    {"record-200-en", at_record, LOOK("en", "light", "200", 1280, 800)},
    {"record-dark-en", at_record, LOOK("en", "dark", "100", 1280, 800)},
    {"record-contrast-zh", at_record, LOOK("zh", "contrast", "100", 1280, 800)},
    {"record-1920-en", at_record, LOOK("en", "light", "100", 1920, 1080)},
    {"record-empty-en", at_record_empty, LOOK("en", "light", "100", 1280, 800)},
    {"record-empty-zh", at_record_empty, LOOK("zh", "light", "100", 1280, 800)},
    {"record-nothing-en", at_record_nothing_fits,
     LOOK("en", "light", "100", 1280, 800)},
    {"record-scenarios-en", at_record_scenarios,
     LOOK("en", "light", "100", 1280, 800)},
    {"record-scenarios-dark-zh", at_record_scenarios,
     LOOK("zh", "dark", "100", 1280, 800)},
    {"record-picking-en", at_record_picking,
     LOOK("en", "light", "100", 1280, 800)},
    {"past-en", at_past_debrief, LOOK("en", "light", "100", 1280, 800)},
    {"past-zh", at_past_debrief, LOOK("zh", "light", "100", 1280, 800)},
    {"past-1024-en", at_past_debrief, LOOK("en", "light", "100", 1024, 640)},
    {"past-150-en", at_past_debrief, LOOK("en", "light", "150", 1280, 800)},
    {"past-unfinished-en", at_past_unfinished,
     LOOK("en", "light", "100", 1280, 800)},
    {"guide-en", at_guide, LOOK("en", "light", "100", 1280, 800)},
    {"guide-zh", at_guide, LOOK("zh", "light", "100", 1280, 800)},
    {"guide-1024-en", at_guide, LOOK("en", "light", "100", 1024, 640)},
    {"guide-150-en", at_guide, LOOK("en", "light", "150", 1280, 800)},
    {"guide-dark-zh", at_guide, LOOK("zh", "dark", "100", 1280, 800)},
    {"guide-contrast-en", at_guide, LOOK("en", "contrast", "100", 1280, 800)},
    {"guide-200-en", at_guide, LOOK("en", "light", "200", 1280, 800)},
    {"guide-1920-en", at_guide, LOOK("en", "light", "100", 1920, 1080)},
    {"guide-search-en", at_guide_search, LOOK("en", "light", "100", 1280, 800)},
    {"guide-from-debrief-zh", at_guide_from_debrief,
     LOOK("zh", "light", "100", 1280, 800)},
    {"palette-en", at_palette, LOOK("en", "light", "100", 1280, 800)},
    {"palette-zh", at_palette, LOOK("zh", "light", "100", 1280, 800)},
    {"palette-1024-zh", at_palette, LOOK("zh", "light", "100", 1024, 640)},
    {"palette-150-en", at_palette, LOOK("en", "light", "150", 1280, 800)},
    {"palette-200-en", at_palette, LOOK("en", "light", "200", 1280, 800)},
    {"palette-search-en", at_palette_search,
     LOOK("en", "light", "100", 1280, 800)},
    {"palette-search-dark-zh", at_palette_search,
     LOOK("zh", "dark", "100", 1280, 800)},
    {"palette-search-contrast-en", at_palette_search,
     LOOK("en", "contrast", "100", 1280, 800)},
    {"palette-call-en", at_palette_in_call,
     LOOK("en", "light", "100", 1280, 800)},
    CHANNEL_LOOKS("counter", at_counter),
    CHANNEL_LOOKS("visit", at_visit),
    CHANNEL_LOOKS("video", at_video),
    CHANNEL_LOOKS("chat", at_chat),
    CHANNEL_LOOKS("email", at_email),
    CHANNEL_LOOKS("draft", at_draft),
    CHANNEL_LOOKS("social", at_social),
    CHANNEL_LOOKS("broadcast", at_broadcast),
    CHANNEL_LOOKS("callback", at_callback),
    CHANNEL_LOOKS("desk", at_queue),
    {"channel-faceless-en", at_faceless_briefing,
     LOOK("en", "light", "100", 1280, 800)},
    {"spaced-call-en", at_desk, LOOK("en", "light", "100", 1280, 800)},
    {"spaced-call-zh", at_desk, LOOK("zh", "light", "100", 1280, 800)},
    {"spaced-settings-zh-dark", at_settings,
     LOOK("zh", "dark", "100", 1280, 800)},
    {"spaced-debrief-en", at_debrief, LOOK("en", "light", "100", 1280, 800)},
    {"exam-en", at_desk, LOOK("en", "light", "100", 1280, 800)},
    {"exam-zh", at_desk, LOOK("zh", "light", "100", 1280, 800)},
    {"exam-dark-en", at_video, LOOK("en", "dark", "100", 1280, 800)},
    {"exam-contrast-zh", at_chat, LOOK("zh", "contrast", "100", 1280, 800)},
    {"exam-1024-en", at_desk, LOOK("en", "light", "100", 1024, 640)},
    {"exam-150-en", at_middle, LOOK("en", "light", "150", 1280, 800)},
};

enum {
    SHOT_COUNT = sizeof shots / sizeof shots[0],
    SHEET_ROWS = (SHOT_COUNT + SHEET_COLUMNS - 1) / SHEET_COLUMNS
};

static void path_of(char path[PATH_SIZE], const char *name)
{
    (void)snprintf(path, PATH_SIZE, "%s/%s.png", folder, name);
}

static void take_picture(const shot_row *shot)
{
    journey_run journey;
    char path[PATH_SIZE];

    path_of(path, shot->name);
    journey_as_exam(strncmp(shot->name, "exam", 4) == 0);
    journey_spaced(strncmp(shot->name, "spaced", 6) == 0);
    journey_begin_painted(&journey, &shot->look);
    shot->reach(&journey);
    journey_wait(&journey, THINKING_MS);
    journey_shot(&journey, path);
    journey_end(&journey);
}

/* ------------------------------------------------------------------ sheet */

static SDL_Rect place_of(int index)
{
    return (SDL_Rect){THUMB_GAP + index % SHEET_COLUMNS * (THUMB_W + THUMB_GAP),
                      THUMB_GAP + index / SHEET_COLUMNS *
                                      (THUMB_H + THUMB_NAME + THUMB_GAP),
                      THUMB_W, THUMB_H};
}

/* The sheet without its pictures: every name where it belongs. */
static void declare_names(ui_context *ui, void *user, uint32_t now_ms)
{
    (void)user;
    (void)now_ms;
    ui_begin_canvas(ui, NULL);
    for (int i = 0; i < (int)SHOT_COUNT; i++) {
        SDL_Rect place = place_of(i);
        ui_begin_row(ui, &(ui_box){.x = (int16_t)place.x,
                                   .y = (int16_t)(place.y + THUMB_H + 2)});
        ui_text(ui, shots[i].name, &ui_small);
        ui_end(ui);
    }
    ui_end(ui);
}

static void write_names(const char *path)
{
    window_client client = {.frame = declare_names};
    window_options options = {
        .asset_dir = RP_SOURCE_DIR "/assets",
        .width = THUMB_GAP + SHEET_COLUMNS * (THUMB_W + THUMB_GAP),
        .height = THUMB_GAP + SHEET_ROWS * (THUMB_H + THUMB_NAME + THUMB_GAP),
        .settings = {.text_percent = 100}};
    rp_error err = {0};

    if (rp_window_shot(&options, &client, path, &err) != RP_OK) {
        fail_msg("%s", err.message);
    }
}

static void add_to_sheet(SDL_Surface *sheet, int index)
{
    char path[PATH_SIZE];
    SDL_Rect place = place_of(index);

    path_of(path, shots[index].name);
    SDL_Surface *loaded = IMG_Load(path);
    assert_non_null(loaded);
    SDL_Surface *picture =
        SDL_ConvertSurfaceFormat(loaded, sheet->format->format, 0);
    assert_non_null(picture);
    place.h = THUMB_W * picture->h / picture->w;
    assert_int_equal(SDL_SoftStretchLinear(picture, NULL, sheet, &place), 0);
    SDL_FreeSurface(picture);
    SDL_FreeSurface(loaded);
}

static void write_sheet(void)
{
    char path[PATH_SIZE];

    path_of(path, "sheet");
    write_names(path);
    SDL_Surface *names = IMG_Load(path);
    assert_non_null(names);
    SDL_Surface *sheet =
        SDL_ConvertSurfaceFormat(names, SDL_PIXELFORMAT_ARGB8888, 0);
    SDL_FreeSurface(names);
    assert_non_null(sheet);
    for (int i = 0; i < (int)SHOT_COUNT; i++) {
        add_to_sheet(sheet, i);
    }
    assert_int_equal(IMG_SavePNG(sheet, path), 0);
    SDL_FreeSurface(sheet);
}

static void every_screen_is_painted(void **state)
{
    (void)state;
    for (size_t i = 0; i < SHOT_COUNT; i++) {
        if (strncmp(shots[i].name, wanted, strlen(wanted)) == 0) {
            take_picture(&shots[i]);
        }
    }
    if (wanted[0] == '\0') {
        write_sheet();
    }
}

int main(int count, char **arguments)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_screen_is_painted),
    };
    folder = count > 1 ? arguments[1] : ".";
    wanted = count > 2 ? arguments[2] : "";
    return cmocka_run_group_tests(tests, NULL, NULL);
}
