/*
 * Settings: one table says what there is, what each may be, and where it
 * lies. A change is in the store before anybody sees it.
 */
#include <stdlib.h>
#include <string.h>

#include "app_internal.h"

typedef enum setting_kind {
    SETTING_SWITCH, /* on, off */
    SETTING_NUMBER,
    SETTING_WORD
} setting_kind;

static const char *const theme_names[] = {"light", "dark", "contrast"};

typedef struct setting {
    const char *name;
    setting_kind kind;
    size_t offset; /* of a bool or a uint16_t in rp_settings */
    uint16_t low;
    uint16_t high;
} setting;

static const setting settings[] = {
    {"text_percent", SETTING_NUMBER, offsetof(rp_settings, text_percent), 100,
     200},
    {"timer_percent", SETTING_NUMBER, offsetof(rp_settings, timer_percent), 100,
     300},
    {"silence_off", SETTING_SWITCH, offsetof(rp_settings, silence_off), 0, 1},
    {"reduced_motion", SETTING_SWITCH, offsetof(rp_settings, reduced_motion), 0,
     1},
    {"instant_lines", SETTING_SWITCH, offsetof(rp_settings, instant_lines), 0,
     1},
    {"number_answers", SETTING_SWITCH, offsetof(rp_settings, number_answers), 0,
     1},
    {"read_aloud", SETTING_SWITCH, offsetof(rp_settings, read_aloud), 0, 1},
    {"show_spoken", SETTING_SWITCH, offsetof(rp_settings, show_spoken), 0, 1},
    {"customer_voice", SETTING_SWITCH, offsetof(rp_settings, customer_voice), 0,
     1},
    {"voice_volume", SETTING_NUMBER, offsetof(rp_settings, voice_volume), 0,
     100},
    {"voice_rate", SETTING_NUMBER, offsetof(rp_settings, voice_rate), 50, 200},
    {"wide_spacing", SETTING_SWITCH, offsetof(rp_settings, wide_spacing), 0, 1},
    {"hide_clock", SETTING_SWITCH, offsetof(rp_settings, hide_clock), 0, 1},
    {"hide_keys", SETTING_SWITCH, offsetof(rp_settings, hide_keys), 0, 1},
    {"editor", SETTING_WORD, 0, 0, 0},
    {"theme", SETTING_WORD, 0, 0, 0},
    {"language", SETTING_WORD, 0, 0, 0},
};

enum {
    SETTING_COUNT = sizeof settings / sizeof settings[0],
    THEME_COUNT = sizeof theme_names / sizeof theme_names[0]
};

static bool apply_switch(const setting *which, rp_settings *to,
                         const char *value)
{
    bool is_on = strcmp(value, "on") == 0;

    if (!is_on && strcmp(value, "off") != 0) {
        return false;
    }
    memcpy((char *)to + which->offset, &is_on, sizeof is_on);
    return true;
}

static bool apply_number(const setting *which, rp_settings *to,
                         const char *value)
{
    char *end = NULL;
    unsigned long number = strtoul(value, &end, 10);
    uint16_t small = (uint16_t)number;

    if (value[0] < '0' || value[0] > '9' || *end != '\0' ||
        number < which->low || number > which->high) {
        return false;
    }
    memcpy((char *)to + which->offset, &small, sizeof small);
    return true;
}

static bool apply_theme(rp_settings *to, const char *value)
{
    for (int i = 0; i < THEME_COUNT; i++) {
        if (strcmp(value, theme_names[i]) == 0) {
            to->theme = (rp_theme)i;
            return true;
        }
    }
    return false;
}

/* A command has to say where the file goes; none is the one that is found. */
static bool apply_editor(rp_settings *to, const char *value)
{
    if (strlen(value) >= sizeof to->editor ||
        (value[0] != '\0' && strstr(value, "{file}") == NULL)) {
        return false;
    }
    memcpy(to->editor, value, strlen(value) + 1);
    return true;
}

/* False where `value` is nothing the setting may be. */
static bool apply(rp_app *app, const setting *which, rp_settings *to,
                  const char *value)
{
    switch (which->kind) {
    case SETTING_SWITCH: return apply_switch(which, to, value);
    case SETTING_NUMBER: return apply_number(which, to, value);
    case SETTING_WORD: break;
    }
    if (strcmp(which->name, "theme") == 0) {
        return apply_theme(to, value);
    }
    if (strcmp(which->name, "editor") == 0) {
        return apply_editor(to, value);
    }
    if (!words_choose(app->words, value)) {
        return false;
    }
    to->language = rp_words_language(app->words);
    return true;
}

/* A stored value that this version does not know is left unread. */
static rp_status read_one(rp_app *app, const setting *which, rp_arena *arena,
                          rp_error *err)
{
    const char *value = NULL;
    bool is_ordered =
        app->options.language != NULL && strcmp(which->name, "language") == 0;
    rp_setting_key key = {.person = &app->person.id, .key = which->name};
    rp_status status =
        rp_store_get_setting(app->store, &key, arena, &value, err);

    if (status == RP_OK && value != NULL && !is_ordered) {
        (void)apply(app, which, &app->settings, value);
    }
    return status;
}

rp_status settings_read(rp_app *app, rp_error *err)
{
    rp_arena arena;
    rp_status status = RP_OK;

    app->settings = (rp_settings){.language = rp_words_language(app->words),
                                  .text_percent = 100,
                                  .timer_percent = 100,
                                  .voice_volume = 80,
                                  .voice_rate = 100};
    rp_arena_init(&arena, app->alloc);
    for (size_t i = 0; status == RP_OK && i < SETTING_COUNT; i++) {
        status = read_one(app, &settings[i], &arena, err);
    }
    rp_arena_clear(&arena);
    return status;
}

rp_status settings_change(rp_app *app, const char *name, const char *value,
                          rp_error *err)
{
    rp_settings changed = app->settings;
    const char *language = app->settings.language;
    const char *names[SETTING_COUNT];

    for (size_t i = 0; i < SETTING_COUNT; i++) {
        names[i] = settings[i].name;
        if (strcmp(settings[i].name, name) != 0) {
            continue;
        }
        if (!apply(app, &settings[i], &changed, value)) {
            return rp_fail(err, RP_E_INVALID, "`%s` is no value of `%s`.",
                           value, name);
        }
        rp_setting_key key = {.person = &app->person.id, .key = name};
        rp_status status = rp_store_put_setting(app->store, &key, value, err);
        if (status == RP_OK) {
            app->settings = changed;
        } else {
            (void)words_choose(app->words, language);
        }
        return status;
    }
    const char *near = rp_nearest_name(name, names, SETTING_COUNT);
    return rp_fail(err, RP_E_INVALID, "There is no setting `%s`%s%s%s", name,
                   near != NULL ? "; did you mean `" : "",
                   near != NULL ? near : "", near != NULL ? "`?" : ".");
}
