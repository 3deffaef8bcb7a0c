/*
 * Home: one thing to do next and why it was chosen, what was done last, and
 * how far each chapter of the handbook is practised.
 */
#include "home.h"

enum {
    SIDE_PX = 364,
    MOST_PX = 1200,
    MORNING_ENDS = 12,
    EVENING_BEGINS = 18
};

bool home_is_narrow(const screen_scene *scene)
{
    return ui_width(scene->ui) == UI_COMPACT;
}

/* ------------------------------------------------------------------ head */

static const char *greeting(screen_scene *scene)
{
    const rp_home_view *home = &scene->view->home;
    bool is_named = home->name[0] != '\0';

    if (home->now.hour < MORNING_ENDS) {
        return is_named ? ui_format(scene->ui, words(scene, "Good morning, %s"),
                                    home->name)
                        : words(scene, "Good morning");
    }
    if (home->now.hour < EVENING_BEGINS) {
        return is_named
                   ? ui_format(scene->ui, words(scene, "Good afternoon, %s"),
                               home->name)
                   : words(scene, "Good afternoon");
    }
    return is_named ? ui_format(scene->ui, words(scene, "Good evening, %s"),
                                home->name)
                    : words(scene, "Good evening");
}

/* Where one stands, in one sentence. */
static const char *standing(screen_scene *scene)
{
    const rp_home_view *home = &scene->view->home;
    ui_context *ui = scene->ui;

    if (home->playable_count > 0 &&
        home->passed_count == home->playable_count) {
        return words(scene, "You have passed every conversation there is.");
    }
    if (home->passed_count == 0) {
        return ui_format(ui,
                         rp_tr_n(scene->app,
                                 "%u attempt so far. The first pass is open.",
                                 "%u attempts so far. The first pass is open.",
                                 home->attempt_count),
                         home->attempt_count);
    }
    return ui_format(ui,
                     words(scene, "You have passed %u of %u conversations."),
                     home->passed_count, home->playable_count);
}

static void head(screen_scene *scene)
{
    ui_context *ui = scene->ui;
    bool is_narrow = ui_effective_width(ui) < 900;

    if (is_narrow) {
        ui_begin_column(ui, &(ui_box){.gap = 12});
    } else {
        ui_begin_row(ui, &(ui_box){.gap = 24, .align = UI_END});
    }
    ui_begin_column(ui,
                    &(ui_box){.gap = 2, .width = {.grow = is_narrow ? 0 : 1}});
    ui_text(ui, greeting(scene), &ui_title);
    ui_text(ui, standing(scene), &ui_support);
    ui_end(ui);
    home_week(scene);
    ui_end(ui);
}

/* ------------------------------------------------------------------ body */

static void nothing_to_play(screen_scene *scene)
{
    ui_context *ui = scene->ui;

    ui_begin_card(ui, &(ui_box){.gap = 8});
    ui_text(ui, words(scene, "No scenarios yet"), &ui_heading);
    ui_text(ui,
            words(scene, "Put a pack into the scenarios folder and start "
                         "Rapport again, or open one with: rapport play "
                         "FILE.lua"),
            &ui_support);
    ui_end(ui);
}

static void doing(screen_scene *scene)
{
    if (scene->view->library.has_unfinished) {
        resume_card(scene);
    }
    if (!home_next(scene)) {
        nothing_to_play(scene);
    }
    home_recent(scene);
}

static void body(screen_scene *scene)
{
    ui_context *ui = scene->ui;

    if (home_is_narrow(scene)) {
        doing(scene);
        home_skills(scene);
        return;
    }
    ui_begin_row(ui, &(ui_box){.gap = 24, .align = UI_START});
    ui_begin_column(ui, &(ui_box){.gap = 24, .width = {.grow = 1}});
    doing(scene);
    ui_end(ui);
    ui_begin_column(ui, &(ui_box){.gap = 24, .width = {.px = SIDE_PX}});
    home_skills(scene);
    ui_end(ui);
    ui_end(ui);
}

static const char *first_focus(const screen_scene *scene)
{
    if (scene->view->library.has_unfinished) {
        return "resume";
    }
    return scene->view->home.idea_count > 0 ? "start-next" : NULL;
}

static void frame(screen_scene *scene)
{
    ui_context *ui = scene->ui;
    bool is_first = scene->view->home.is_first;
    ui_hint_spec hints[] = {
        {.key = UI_KEY_ENTER, .label = words(scene, "start")},
        {.key = UI_KEY_TAB, .label = words(scene, "move")},
    };

    ui_screen(ui, is_first ? "first-run" : "home", first_focus(scene));
    begin_shell(scene);
    begin_page(scene, "home", words(scene, "Home"));
    ui_begin_column(ui,
                    &(ui_box){.gap = 24, .width = {.grow = 1, .max = MOST_PX}});
    if (is_first) {
        first_run(scene);
    } else {
        head(scene);
        body(scene);
    }
    ui_end(ui);
    ui_end(ui);
    end_shell(scene, hints, (int)(sizeof hints / sizeof hints[0]));
}

const screen screen_home = {.name = "home", .frame = frame};
