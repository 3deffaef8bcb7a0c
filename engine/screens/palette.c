/*
 * The palette: one field that finds commands, scenarios, the handbook and own
 * attempts. The focus stays in the field; the arrows choose, Enter does.
 */
#include <string.h>

#include "commands.h"

enum {
    LIST_MOST_PX = 432,
    LIST_LEAST_PX = 140,
    AROUND_PX = 190, /* of the window, that is not the list */
    HITS_OF_A_KIND = 5,
    COMMANDS_SHOWN = 8 /* beside what else was found */
};

/* What stands at a row; a command, or a hit of the search. */
typedef struct found {
    const command_shown *command;
    const rp_hit *hit;
} found;

enum {
    FOUND_MAX = COMMANDS_MAX + HITS_OF_A_KIND * RP_HIT_KINDS
};

typedef struct findings {
    command_shown commands[COMMANDS_MAX];
    found items[FOUND_MAX];
    int count;
} findings;

/* ---------------------------------------------------------------- finding */

static void add_commands(findings *all, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++) {
        all->items[all->count++] = (found){.command = &all->commands[i]};
    }
}

static void add_hits(screen_scene *scene, findings *all)
{
    const rp_search_view *search = &scene->view->search;
    int of_kind[RP_HIT_KINDS] = {0};

    /* What is shown is always what was typed, not what was typed before. */
    if (strcmp(search->query, scene->kept->palette.query) != 0) {
        return;
    }
    for (uint32_t i = 0; i < search->hit_count; i++) {
        const rp_hit *hit = &search->hits[i];
        if (of_kind[hit->kind]++ < HITS_OF_A_KIND) {
            all->items[all->count++] = (found){.hit = hit};
        }
    }
}

/*
 * Commands whose name begins as typed come first, others after what else was
 * found.
 */
static void find(screen_scene *scene, findings *all)
{
    const char *typed = scene->kept->palette.query;
    uint32_t count = commands_find(scene, typed, all->commands);
    bool is_empty = typed[0] == '\0';
    bool leads = count > 0 && all->commands[0].rank <= MATCH_WORDS;

    all->count = 0;
    if (is_empty) {
        add_commands(all, count);
        return;
    }
    count = count < COMMANDS_SHOWN ? count : COMMANDS_SHOWN;
    if (leads) {
        add_commands(all, count);
    }
    add_hits(scene, all);
    if (!leads) {
        add_commands(all, count);
    }
}

/* ------------------------------------------------------------------ doing */

static void follow(screen_scene *scene, const rp_hit *hit)
{
    switch (hit->kind) {
    case RP_HIT_SCENARIO: want_text(scene, RP_INTENT_OPEN, hit->path); break;
    case RP_HIT_ATTEMPT: want_text(scene, RP_INTENT_REVIEW, hit->id); break;
    case RP_HIT_SECTION:
    case RP_HIT_BEHAVIOUR:
        want_text(scene, RP_INTENT_GO, hit->id);
        scene->intent->index = RP_AT_GUIDE;
        break;
    case RP_HIT_KINDS: break;
    }
}

static void leave(screen_scene *scene)
{
    scene->kept->open = DIALOG_NONE;
    scene->kept->palette.query[0] = '\0';
    scene->kept->palette.chosen = 0;
}

static void take(screen_scene *scene, const found *what)
{
    leave(scene);
    scene->kept->goes_on = true;
    if (what->command != NULL) {
        command_give(scene, what->command->index);
        scene->kept->goes_on = scene->kept->open == DIALOG_NONE;
    } else {
        follow(scene, what->hit);
    }
}

/* ------------------------------------------------------------------- rows */

static const char *hit_icon(const rp_hit *hit)
{
    static const char *const icons[RP_HIT_KINDS] = {
        [RP_HIT_SCENARIO] = "chat",
        [RP_HIT_SECTION] = "guide",
        [RP_HIT_BEHAVIOUR] = "guide",
        [RP_HIT_ATTEMPT] = "award",
    };

    return icons[hit->kind];
}

static const char *group_of(const screen_scene *scene, const found *what)
{
    if (what->command != NULL) {
        return words(scene, "Commands");
    }
    switch (what->hit->kind) {
    case RP_HIT_SCENARIO: return words(scene, "Scenarios");
    case RP_HIT_SECTION:
    case RP_HIT_BEHAVIOUR: return words(scene, "Guide");
    case RP_HIT_ATTEMPT: return words(scene, "My record");
    case RP_HIT_KINDS: break;
    }
    return "";
}

static const char *label_of(const found *what)
{
    return what->command != NULL ? what->command->label : what->hit->title;
}

/* Spoken after the name, and shown at the row's end. */
static const char *detail_of(const found *what)
{
    if (what->command != NULL) {
        return what->command->state;
    }
    return what->hit->where[0] != '\0' ? what->hit->where : NULL;
}

static void hit_words(screen_scene *scene, const rp_hit *hit)
{
    ui_context *ui = scene->ui;
    ui_style title = ui_body;
    ui_style snippet = ui_quiet;

    title.is_silent = true;
    title.truncates = true;
    title.is_one_line = true;
    title.width = (ui_size){.grow = 1};
    snippet.is_silent = true;
    snippet.truncates = true;
    snippet.is_one_line = true;
    snippet.width = (ui_size){.grow = 1};
    ui_begin_column(ui, &(ui_box){.width = {.grow = 1}});
    ui_text(ui, hit->title, &title);
    if (hit->snippet[0] != '\0') {
        ui_text(ui, hit->snippet, &snippet);
    }
    ui_end(ui);
}

static void command_words(screen_scene *scene, const command_shown *command)
{
    ui_style label = ui_body;

    label.is_silent = true;
    label.width = (ui_size){.grow = 1};
    ui_text(scene->ui, command->label, &label);
}

static void row_end(screen_scene *scene, const found *what)
{
    ui_context *ui = scene->ui;
    const char *detail = detail_of(what);
    ui_style quiet = ui_note;

    quiet.is_silent = true;
    quiet.is_tabular = true;
    if (detail != NULL) {
        ui_text(ui, detail, &quiet);
    }
    if (what->command != NULL && what->command->key != UI_KEY_NONE) {
        ui_key_cap(ui, what->command->key);
    }
}

static const char *row_id(screen_scene *scene, int index)
{
    return ui_format(scene->ui, "found-%d", index);
}

static bool row(screen_scene *scene, const found *what, int index)
{
    ui_context *ui = scene->ui;
    bool is_chosen = index == scene->kept->palette.chosen;
    bool is_pressed =
        ui_begin_press(ui, &(ui_press_spec){.box = {.id = row_id(scene, index),
                                                    .gap = 12,
                                                    .pad = {12, 6, 12, 6},
                                                    .radius = 10,
                                                    .role = UI_ROLE_ITEM},
                                            .look = UI_LOOK_ROW,
                                            .label = label_of(what),
                                            .value = detail_of(what),
                                            .is_selected = is_chosen,
                                            .is_radio = true,
                                            .has_inner_ring = true});

    ui_icon(ui,
            &(ui_icon_spec){.name = what->command != NULL ? what->command->icon
                                                          : hit_icon(what->hit),
                            .size_px = 18,
                            .color = is_chosen ? UI_ACCENT : UI_INK2});
    if (what->command != NULL) {
        command_words(scene, what->command);
    } else {
        hit_words(scene, what->hit);
    }
    row_end(scene, what);
    ui_end(ui);
    return is_pressed;
}

static void group_heading(screen_scene *scene, const char *name)
{
    ui_context *ui = scene->ui;

    ui_begin_row(ui, &(ui_box){.pad = {12, 8, 12, 2}});
    ui_text(ui, name, &ui_note);
    ui_end(ui);
}

static int rows(screen_scene *scene, const findings *all)
{
    const char *before = NULL;
    int pressed = -1;

    for (int i = 0; i < all->count; i++) {
        const char *group = group_of(scene, &all->items[i]);
        if (before == NULL || strcmp(before, group) != 0) {
            group_heading(scene, group);
        }
        before = group;
        if (row(scene, &all->items[i], i)) {
            pressed = i;
        }
    }
    return pressed;
}

/* ------------------------------------------------------------------- body */

/* The list is told to those who do not see it while the focus stays above. */
static void choose(screen_scene *scene, const findings *all, int index)
{
    ui_context *ui = scene->ui;
    const found *what = &all->items[index];
    const char *detail = detail_of(what);

    scene->kept->palette.chosen = index;
    ui_reveal(ui, row_id(scene, index));
    /* Spoken: a name, what more there is to say, and its place in the list. */
    ui_announce(ui,
                ui_format(ui, words(scene, "%s. %s %d of %d."), label_of(what),
                          detail != NULL ? detail : "", index + 1, all->count),
                true);
}

static void choose_by_key(screen_scene *scene, const findings *all)
{
    ui_context *ui = scene->ui;
    int chosen = scene->kept->palette.chosen;

    if (all->count == 0) {
        return;
    }
    if (ui_shortcut(ui, UI_KEY_DOWN)) {
        choose(scene, all, (chosen + 1) % all->count);
    } else if (ui_shortcut(ui, UI_KEY_UP)) {
        choose(scene, all, (chosen + all->count - 1) % all->count);
    }
}

static unsigned field(screen_scene *scene)
{
    palette_kept *kept = &scene->kept->palette;
    unsigned done = ui_text_field(
        scene->ui, &(ui_field_spec){
                       .id = "palette-field",
                       .label = words(scene, "Search, or say what to do"),
                       .placeholder = words(scene, "Search, or say what to do"),
                       .text = kept->query,
                       .capacity = sizeof kept->query,
                       .icon = "search",
                       .width = {.grow = 1}});

    if ((done & UI_FIELD_CHANGED) != 0) {
        kept->chosen = 0;
        want_text(scene, RP_INTENT_SEARCH, kept->query);
    }
    return done;
}

static void nothing(screen_scene *scene)
{
    ui_style text = ui_support;

    text.width = (ui_size){.grow = 1};
    ui_begin_row(scene->ui, &(ui_box){.pad = {12, 12, 12, 12}});
    ui_text(scene->ui,
            words(scene, "Nothing has these words. Try fewer, or others."),
            &text);
    ui_end(scene->ui);
}

void palette_body(screen_scene *scene)
{
    ui_context *ui = scene->ui;
    findings all;
    int height = ui_window_height(ui) - AROUND_PX;

    height = height > LIST_MOST_PX ? LIST_MOST_PX : height;
    height = height < LIST_LEAST_PX ? LIST_LEAST_PX : height;
    unsigned done = field(scene);
    find(scene, &all);
    choose_by_key(scene, &all);
    ui_begin_scroll(
        ui, &(ui_scroll_spec){.box = {.id = "palette-list",
                                      .height = {.px = (int16_t)height},
                                      .pad = {0, 0, 12, 0},
                                      .role = UI_ROLE_LIST,
                                      .label = words(scene, "What was found")},
                              .takes_pages = true});
    int pressed = rows(scene, &all);
    if (all.count == 0) {
        nothing(scene);
    }
    ui_end(ui);
    /* Esc leaves the field, and with it the palette. */
    if ((done & UI_FIELD_LEFT) != 0 && ui_is_focused(ui, "palette-field")) {
        leave(scene);
        scene->kept->goes_on = true;
    }
    if ((done & UI_FIELD_SUBMITTED) != 0) {
        pressed = scene->kept->palette.chosen;
    }
    if (pressed >= 0 && pressed < all.count) {
        take(scene, &all.items[pressed]);
    }
}

/* An exam is taken without help, and the slash types where text is typed. */
void palette_keys(screen_scene *scene)
{
    const rp_view *view = scene->view;
    bool in_call = view->place == RP_AT_CALL || view->place == RP_AT_FORM;
    bool is_asked = ui_shortcut(scene->ui, UI_CTRL | 'k') ||
                    (view->place == RP_AT_HOME && ui_shortcut(scene->ui, '/'));

    if (!is_asked || (in_call && view->call.is_exam) ||
        scene->kept->open != DIALOG_NONE) {
        return;
    }
    scene->kept->palette.chosen = 0;
    scene->kept->palette.query[0] = '\0';
    scene->kept->open = DIALOG_PALETTE;
    if (in_call) {
        want(scene, RP_INTENT_PAUSE, 1);
    }
}

/* A command given in a call is carried out; then the call goes on. */
void palette_go_on(screen_scene *scene)
{
    const rp_view *view = scene->view;
    bool in_call = view->place == RP_AT_CALL || view->place == RP_AT_FORM;

    if (!scene->kept->goes_on || scene->intent->kind != RP_INTENT_NONE) {
        return;
    }
    scene->kept->goes_on = false;
    if (in_call && view->call.is_paused) {
        want(scene, RP_INTENT_PAUSE, 2);
    }
}
