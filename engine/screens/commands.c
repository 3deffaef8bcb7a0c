#include "commands.h"

#include <stdlib.h>
#include <string.h>

typedef enum command_kind {
    COMMAND_GO,      /* to the place `what` */
    COMMAND_INTENT,  /* the intent `what` */
    COMMAND_OPEN,    /* the dialog `what` */
    COMMAND_SIZE,    /* the text by `what` per cent; 0: as usual */
    COMMAND_VALUE,   /* the setting `name` to `value` */
    COMMAND_SWITCH,  /* the setting `name` the other way */
    COMMAND_SWITCHES /* the same, shown on where the stored field is off */
} command_kind;

typedef struct command {
    const char *id;
    const char *label;
    const char *also; /* more words it is looked for by; NULL: none */
    const char *icon;
    command_kind kind;
    int what;
    ui_key key;
    const char *name;
    const char *value;
    size_t offset; /* of a switch in rp_settings */
    bool (*is_there)(const screen_scene *scene); /* NULL: always */
} command;

enum {
    SIZE_STEP = 10,
    SIZE_LEAST = 100,
    SIZE_MOST = 200
};

/* ------------------------------------------------------ where they make sense */

static bool in_call(const screen_scene *scene)
{
    return scene->view->place == RP_AT_CALL || scene->view->place == RP_AT_FORM;
}

static bool can_go(const screen_scene *scene)
{
    return !in_call(scene);
}

static bool has_studio(const screen_scene *scene)
{
    return can_go(scene) && shell_has(RP_AT_STUDIO);
}

static bool can_resume(const screen_scene *scene)
{
    return scene->view->place <= RP_AT_SETTINGS &&
           scene->view->library.has_unfinished;
}

static bool at_briefing(const screen_scene *scene)
{
    return scene->view->place == RP_AT_BRIEFING;
}

static bool can_again(const screen_scene *scene)
{
    return in_call(scene) || (scene->view->place == RP_AT_DEBRIEF &&
                              scene->view->debrief.can_again);
}

static bool can_undo(const screen_scene *scene)
{
    return in_call(scene) && scene->view->call.can_undo;
}

static bool can_hint(const screen_scene *scene)
{
    return scene->view->place == RP_AT_CALL && scene->view->call.has_hint &&
           scene->view->call.hint == NULL;
}

static bool can_leave(const screen_scene *scene)
{
    return at_briefing(scene) || scene->view->place == RP_AT_DEBRIEF ||
           (scene->view->place == RP_AT_GUIDE && scene->view->guide.has_back);
}

static bool has_timer(const screen_scene *scene)
{
    return !rp_app_settings(scene->app)->silence_off;
}

/* ------------------------------------------------------------- the table */

#define GO(id, label, icon, place, there)                                   \
    {                                                                       \
        (id), (label), NULL, (icon), COMMAND_GO, (place), 0, NULL, NULL, 0, \
            (there)                                                         \
    }
#define DO(id, label, also, icon, intent, key, there)                         \
    {                                                                         \
        (id), (label), (also), (icon), COMMAND_INTENT, (intent), (key), NULL, \
            NULL, 0, (there)                                                  \
    }
#define SIZE(id, label, also, change, key)                            \
    {                                                                 \
        (id), (label), (also), "text", COMMAND_SIZE, (change), (key), \
            "text_percent", NULL, 0, NULL                             \
    }
#define VALUE(id, label, also, icon, name, value)                            \
    {                                                                        \
        (id), (label), (also), (icon), COMMAND_VALUE, 0, 0, (name), (value), \
            0, NULL                                                          \
    }
#define SWITCH(kind, field, label, icon)                           \
    {                                                              \
#field, (label), NULL, (icon), (kind), 0, 0, #field, NULL, \
            offsetof(rp_settings, field), NULL                     \
    }

static const command commands[] = {
    DO("begin", RP_WORD("Begin the call"), RP_WORD("start, pick up"), "phone",
       RP_INTENT_BEGIN, UI_KEY_ENTER, at_briefing),
    DO("resume", RP_WORD("Go on where it stopped"),
       RP_WORD("continue, unfinished call"), "play", RP_INTENT_RESUME, 0,
       can_resume),
    DO("undo", RP_WORD("Take the last reply back"), RP_WORD("undo"), "retry",
       RP_INTENT_UNDO, 'z', can_undo),
    DO("hint", RP_WORD("Ask for a hint"), RP_WORD("help"), "hint",
       RP_INTENT_HINT, '?', can_hint),
    DO("again", RP_WORD("Play again"), RP_WORD("start over, once more"),
       "retry", RP_INTENT_AGAIN, 0, can_again),
    DO("leave", RP_WORD("Back"), RP_WORD("leave, close"), "arrow-left",
       RP_INTENT_LEAVE, UI_KEY_ESCAPE, can_leave),
    {"leave-call", RP_WORD("Leave the call"), RP_WORD("stop, quit the call"),
     "leave", COMMAND_OPEN, DIALOG_LEAVE, UI_KEY_ESCAPE, NULL, NULL, 0,
     in_call},
    GO("home", RP_WORD("Home"), "home", RP_AT_HOME, can_go),
    GO("library", RP_WORD("Library"), "library", RP_AT_LIBRARY, can_go),
    GO("record", RP_WORD("My record"), "award", RP_AT_RECORD, can_go),
    GO("guide", RP_WORD("Guide"), "guide", RP_AT_GUIDE, can_go),
    GO("studio", RP_WORD("Studio"), "studio", RP_AT_STUDIO, has_studio),
    GO("settings", RP_WORD("Settings"), "settings", RP_AT_SETTINGS, can_go),
    {"keys", RP_WORD("All shortcuts"), RP_WORD("keyboard, keys, help"),
     "keyboard", COMMAND_OPEN, DIALOG_SHORTCUTS, UI_KEY_F1, NULL, NULL, 0,
     NULL},
    SIZE("larger", RP_WORD("Larger text"), RP_WORD("zoom in, bigger"),
         SIZE_STEP, UI_CTRL | '+'),
    SIZE("smaller", RP_WORD("Smaller text"), RP_WORD("zoom out"), -SIZE_STEP,
         UI_CTRL | '-'),
    SIZE("usual", RP_WORD("Usual text size"), RP_WORD("zoom, reset"), 0, 0),
    VALUE("light", RP_WORD("Light look"), RP_WORD("theme, day"), "sun", "theme",
          "light"),
    VALUE("dark", RP_WORD("Dark look"), RP_WORD("theme, night"), "moon",
          "theme", "dark"),
    VALUE("contrast", RP_WORD("High contrast"), RP_WORD("theme, look"),
          "contrast", "theme", "contrast"),
    /* Each language is named in itself, so that anyone finds their own. */
    VALUE("en", "English", RP_WORD("language"), "globe", "language", "en"),
    VALUE("zh", "中文", RP_WORD("language, Chinese"), "globe", "language",
          "zh"),
    SWITCH(COMMAND_SWITCHES, silence_off, RP_WORD("Silence timer"), "timer"),
    SWITCH(COMMAND_SWITCHES, hide_clock, RP_WORD("Show the call clock"),
           "clock"),
    SWITCH(COMMAND_SWITCH, customer_voice, RP_WORD("Customer speaks aloud"),
           "voice"),
    SWITCH(COMMAND_SWITCH, read_aloud, RP_WORD("Read the screen aloud"), "ear"),
    SWITCH(COMMAND_SWITCH, show_spoken, RP_WORD("Show what is spoken"), "eye"),
    SWITCH(COMMAND_SWITCH, reduced_motion, RP_WORD("Less motion"), "calm"),
    SWITCH(COMMAND_SWITCH, wide_spacing, RP_WORD("Wider spacing"), "text"),
    SWITCH(COMMAND_SWITCH, number_answers,
           RP_WORD("A number key answers at once"), "keyboard"),
    SWITCH(COMMAND_SWITCHES, hide_keys, RP_WORD("Show shortcuts in the footer"),
           "keyboard"),
    {"timer-1", RP_WORD("Time before silence costs: × 1"), NULL, "patience",
     COMMAND_VALUE, 0, 0, "timer_percent", "100", 0, has_timer},
    {"timer-2", RP_WORD("Time before silence costs: × 2"), NULL, "patience",
     COMMAND_VALUE, 0, 0, "timer_percent", "200", 0, has_timer},
    {"timer-3", RP_WORD("Time before silence costs: × 3"), NULL, "patience",
     COMMAND_VALUE, 0, 0, "timer_percent", "300", 0, has_timer},
    DO("quit", RP_WORD("Quit Rapport"), RP_WORD("exit, close"), "close",
       RP_INTENT_QUIT, 0, can_go),
};

enum {
    COMMAND_COUNT = sizeof commands / sizeof commands[0]
};

_Static_assert((int)COMMAND_COUNT <= (int)COMMANDS_MAX,
               "room for every command");

/* --------------------------------------------------------------- looking */

static bool is_on(const screen_scene *scene, const command *what)
{
    const char *settings = (const char *)rp_app_settings(scene->app);
    bool is_stored = *(const bool *)(settings + what->offset);

    return what->kind == COMMAND_SWITCHES ? !is_stored : is_stored;
}

static bool is_now(const screen_scene *scene, const command *what)
{
    const rp_settings *settings = rp_app_settings(scene->app);
    static const char *const themes[] = {"light", "dark", "contrast"};

    if (strcmp(what->name, "theme") == 0) {
        return strcmp(themes[settings->theme], what->value) == 0;
    }
    if (strcmp(what->name, "language") == 0) {
        return strcmp(settings->language, what->value) == 0;
    }
    return strtol(what->value, NULL, 10) == settings->timer_percent;
}

static const char *state_of(const screen_scene *scene, const command *what)
{
    if (what->kind == COMMAND_SWITCH || what->kind == COMMAND_SWITCHES) {
        return is_on(scene, what) ? words(scene, "on") : words(scene, "off");
    }
    return what->kind == COMMAND_VALUE && is_now(scene, what)
               ? words(scene, "now")
               : NULL;
}

static match_rank better(match_rank a, match_rank b)
{
    return a < b ? a : b;
}

/* Other words for it never come before its name. */
static match_rank rank_of(const screen_scene *scene, const command *what,
                          const char *typed)
{
    match_rank rank = better(match(typed, words(scene, what->label)),
                             match(typed, what->label));

    if (what->also != NULL) {
        match_rank other = better(match(typed, words(scene, what->also)),
                                  match(typed, what->also));
        rank = better(rank, other < MATCH_WORDS ? MATCH_WORDS : other);
    }
    return rank;
}

/* How lately it was used: 0 is last, RECENT_MAX not at all. */
static int staleness(const screen_scene *scene, uint32_t index)
{
    const recent_commands *recent = scene->recent;
    int at = 0;

    while (at < recent->count && recent->items[at] != index) {
        at++;
    }
    return at < recent->count ? at : RECENT_MAX;
}

/* Insertion keeps the table's order among equals. */
static void insert(command_shown *shown, uint32_t count, uint32_t weight,
                   uint32_t *weights)
{
    command_shown fresh = shown[count];
    uint32_t at = count;

    while (at > 0 && weights[at - 1] > weight) {
        shown[at] = shown[at - 1];
        weights[at] = weights[at - 1];
        at--;
    }
    shown[at] = fresh;
    weights[at] = weight;
}

uint32_t commands_find(screen_scene *scene, const char *typed,
                       command_shown shown[COMMANDS_MAX])
{
    uint32_t weights[COMMANDS_MAX];
    uint32_t count = 0;
    bool is_empty = typed[strspn(typed, " ")] == '\0';

    for (uint32_t i = 0; i < COMMAND_COUNT; i++) {
        const command *what = &commands[i];
        match_rank rank = rank_of(scene, what, typed);
        bool is_there = what->is_there == NULL || what->is_there(scene);
        if (!is_there || rank == MATCH_NONE) {
            continue;
        }
        ui_key key = what->kind == COMMAND_GO ? shell_key((rp_place)what->what)
                                              : what->key;
        shown[count] = (command_shown){.index = i,
                                       .rank = rank,
                                       .id = what->id,
                                       .label = words(scene, what->label),
                                       .icon = what->icon,
                                       .key = key,
                                       .state = state_of(scene, what)};
        uint32_t weight =
            is_empty ? (uint32_t)staleness(scene, i) : (uint32_t)rank;
        insert(shown, count++, weight, weights);
    }
    return count;
}

/* ---------------------------------------------------------------- giving */

static void remember(recent_commands *recent, uint32_t index)
{
    int at = 0;

    while (at < recent->count && recent->items[at] != index) {
        at++;
    }
    if (at == recent->count && recent->count < RECENT_MAX) {
        recent->count++;
    }
    at = at < recent->count ? at : recent->count - 1;
    memmove(&recent->items[1], &recent->items[0],
            (size_t)at * sizeof recent->items[0]);
    recent->items[0] = (uint8_t)index;
}

static void resize_text(screen_scene *scene, int change)
{
    int percent = rp_app_settings(scene->app)->text_percent + change;

    percent = change == 0 ? SIZE_LEAST : percent;
    if (percent >= SIZE_LEAST && percent <= SIZE_MOST) {
        want_pair(scene, RP_INTENT_SETTING, "text_percent",
                  ui_format(scene->ui, "%d", percent));
    }
}

static void turn(screen_scene *scene, const command *what)
{
    bool is_stored = is_on(scene, what) == (what->kind == COMMAND_SWITCH);

    want_pair(scene, RP_INTENT_SETTING, what->name, is_stored ? "off" : "on");
}

void command_give(screen_scene *scene, uint32_t index)
{
    const command *what = &commands[index];

    remember(scene->recent, index);
    switch (what->kind) {
    case COMMAND_GO: want(scene, RP_INTENT_GO, (uint32_t)what->what); break;
    case COMMAND_INTENT: want(scene, (rp_intent_kind)what->what, 0); break;
    case COMMAND_OPEN: scene->kept->open = (screen_dialog)what->what; break;
    case COMMAND_SIZE: resize_text(scene, what->what); break;
    case COMMAND_VALUE:
        want_pair(scene, RP_INTENT_SETTING, what->name, what->value);
        break;
    case COMMAND_SWITCH:
    case COMMAND_SWITCHES: turn(scene, what); break;
    }
}
