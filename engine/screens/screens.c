/*
 * Which screen shows which place, and what every screen shares: the intent,
 * the toast, the keys that work everywhere.
 */
#include <stdio.h>
#include <string.h>

#include "screens_internal.h"

/* One row a place, in the order of rp_place. */
static const screen *const screens_by_place[] = {
    [RP_AT_HOME] = &screen_home,         [RP_AT_LIBRARY] = &screen_library,
    [RP_AT_RECORD] = &screen_record,     [RP_AT_GUIDE] = &screen_guide,
    [RP_AT_STUDIO] = &screen_studio,     [RP_AT_SETTINGS] = &screen_settings,
    [RP_AT_BRIEFING] = &screen_briefing, [RP_AT_CALL] = &screen_call,
    [RP_AT_FORM] = &screen_form,         [RP_AT_DEBRIEF] = &screen_debrief,
};

static const ui_theme_name themes[] = {
    [RP_THEME_LIGHT] = UI_LIGHT,
    [RP_THEME_DARK] = UI_DARK,
    [RP_THEME_CONTRAST] = UI_CONTRAST,
};

screens *screens_new(rp_alloc alloc)
{
    screens *all = alloc.resize(alloc.user, NULL, sizeof *all);

    if (all != NULL) {
        *all = (screens){.alloc = alloc,
                         .kept = {.turn = RETRY_NONE},
                         .sieve = {.alloc = alloc}};
    }
    return all;
}

void screens_free(screens *all)
{
    if (all != NULL) {
        library_sieve_clear(&all->sieve);
        (void)all->alloc.resize(all->alloc.user, all, 0);
    }
}

ui_settings screens_ui_settings(const rp_settings *settings)
{
    return (ui_settings){
        .theme = themes[settings->theme],
        .text_percent = settings->text_percent,
        .has_reduced_motion = settings->reduced_motion,
        .number_answers_at_once = settings->number_answers,
        .has_wide_spacing = settings->wide_spacing,
        .language = settings->language,
    };
}

void screens_show(screens *all, const rp_view *view)
{
    all->shown = view;
}

void screens_open(screens *all, const char *dialog_name)
{
    static const struct {
        const char *name;
        screen_dialog open;
    } dialogs_by_name[] = {
        {"settings", DIALOG_SETTINGS},
        {"shortcuts", DIALOG_SHORTCUTS},
        {"leave", DIALOG_LEAVE},
        {"palette", DIALOG_PALETTE},
    };

    for (size_t i = 0; i < sizeof dialogs_by_name / sizeof *dialogs_by_name;
         i++) {
        if (strcmp(dialogs_by_name[i].name, dialog_name) == 0) {
            all->kept.open = dialogs_by_name[i].open;
        }
    }
}

void want(screen_scene *scene, rp_intent_kind kind, uint32_t index)
{
    if (scene->intent->kind == RP_INTENT_NONE) {
        *scene->intent = (rp_intent){.kind = kind, .index = index};
    }
}

void want_text(screen_scene *scene, rp_intent_kind kind, const char *text)
{
    if (scene->intent->kind == RP_INTENT_NONE) {
        (void)snprintf(scene->kept->phrase, sizeof scene->kept->phrase, "%s",
                       text);
        *scene->intent = (rp_intent){.kind = kind, .text = scene->kept->phrase};
    }
}

void want_pair(screen_scene *scene, rp_intent_kind kind, const char *text,
               const char *value)
{
    if (scene->intent->kind == RP_INTENT_NONE) {
        *scene->intent =
            (rp_intent){.kind = kind,
                        .text = ui_format(scene->ui, "%s", text),
                        .value = ui_format(scene->ui, "%s", value)};
    }
}

/* A new place starts with fresh eyes, but for what is being told. */
static void enter_place(screens *all, rp_place place)
{
    if (all->has_place && all->place == place) {
        return;
    }
    screen_kept fresh = {.turn = RETRY_NONE,
                         .toast_until_ms = all->kept.toast_until_ms,
                         .toast_undoes = all->kept.toast_undoes,
                         .open = all->has_place ? DIALOG_NONE : all->kept.open};
    memcpy(fresh.toast, all->kept.toast, sizeof fresh.toast);
    bool is_form_of_call = (place == RP_AT_FORM && all->place == RP_AT_CALL) ||
                           (place == RP_AT_CALL && all->place == RP_AT_FORM);
    if (is_form_of_call && all->has_place) {
        memcpy(fresh.note, all->kept.note, sizeof fresh.note);
        fresh.desk_tab = all->kept.desk_tab;
        fresh.has_desk = all->kept.has_desk;
        fresh.panel_is_open = all->kept.panel_is_open;
        fresh.panel_is_notes = all->kept.panel_is_notes;
    }
    fresh.studio = all->kept.studio;
    fresh.library = all->kept.library;
    fresh.library.open = 0;
    /* Back from the guide: the turn that was looked at. */
    if (place == RP_AT_GUIDE) {
        all->turn = all->place == RP_AT_DEBRIEF ? all->kept.turn : RETRY_NONE;
    }
    if (place == RP_AT_DEBRIEF && all->place == RP_AT_GUIDE) {
        fresh.turn = all->turn;
    }
    bool was_in_shell = all->has_place && all->place < RP_AT_SETTINGS;
    all->came_from = was_in_shell ? all->place : RP_AT_HOME;
    all->kept = fresh;
    all->told = (call_told){.has_looked = false};
    all->place = place;
    all->has_place = true;
}

/* Ctrl + and Ctrl - change the text everywhere, a step at a time. */
static void size_keys(screen_scene *scene)
{
    enum {
        STEP = 10,
        LEAST = 100,
        MOST = 200
    };

    int percent = rp_app_settings(scene->app)->text_percent;
    ui_context *ui = scene->ui;

    if (ui_shortcut(ui, UI_CTRL | '+') || ui_shortcut(ui, UI_CTRL | '=')) {
        percent += STEP;
    } else if (ui_shortcut(ui, UI_CTRL | '-')) {
        percent -= STEP;
    } else {
        return;
    }
    if (percent < LEAST || percent > MOST ||
        scene->intent->kind != RP_INTENT_NONE) {
        return;
    }
    *scene->intent = (rp_intent){.kind = RP_INTENT_SETTING,
                                 .text = "text_percent",
                                 .value = ui_format(ui, "%d", percent)};
}

/* Nobody pays for reading it: the call stands still meanwhile. */
static void open_over_call(screen_scene *scene, screen_dialog dialog)
{
    rp_place place = scene->view->place;

    scene->kept->open = dialog;
    if (place == RP_AT_CALL || place == RP_AT_FORM) {
        want(scene, RP_INTENT_PAUSE, 1);
    }
}

static void show_shortcuts(screen_scene *scene)
{
    open_over_call(scene, DIALOG_SHORTCUTS);
}

void show_settings(screen_scene *scene)
{
    if (scene->view->place <= RP_AT_SETTINGS) {
        want(scene, RP_INTENT_GO, RP_AT_SETTINGS);
    } else {
        open_over_call(scene, DIALOG_SETTINGS);
    }
}

void screens_frame(screens *all, ui_context *ui, rp_app *app, rp_intent *intent)
{
    const rp_view *view = all->shown != NULL ? all->shown : rp_app_view(app);

    enter_place(all, view->place);
    screen_scene scene = {.voice = &all->voice,
                          .ui = ui,
                          .app = app,
                          .view = view,
                          .kept = &all->kept,
                          .recent = &all->recent,
                          .sieve = &all->sieve,
                          .came_from = all->came_from,
                          .intent = intent};
    *intent = (rp_intent){.kind = RP_INTENT_NONE};
    if (view->notice != NULL && strcmp(view->notice, all->kept.toast) != 0) {
        show_toast(&scene, view->notice, false);
    }
    screens_by_place[view->place]->frame(&scene);
    call_speech(all, &scene);
    if (ui_shortcut(ui, UI_KEY_F1)) {
        show_shortcuts(&scene);
    }
    if (ui_shortcut(ui, UI_CTRL | ',')) {
        show_settings(&scene);
    }
    size_keys(&scene);
    palette_keys(&scene);
    dialogs(&scene);
    palette_go_on(&scene);
    toast(&scene);
}
