/*
 * What a call tells those who listen. Lines are told when they are new, all
 * else once, when it begins to matter; the numbers of a mood are not told at
 * every move, which would drown the customer.
 */
#include <string.h>

#include "screens_internal.h"

enum {
    LOW_BELOW = 20,
    SILENCE_LEFT_MS = 5000,
    A_SECOND_MS = 1000
};

/* ------------------------------------------------------------------ lines */

/* The words of a line alone: sounds and gestures cannot be said. */
static const char *words_alone(screen_scene *scene, const rp_shown *shown)
{
    const char *text = "";
    uint32_t at = 0;

    for (uint32_t i = 0; i < shown->mark_count; i++) {
        const rp_mark *mark = &shown->marks[i];
        if (mark->kind == RP_MARK_SOUND && mark->start >= at) {
            text = ui_format(scene->ui, "%s%.*s ", text,
                             (int)(mark->start - at), shown->text + at);
            at = mark->end;
        }
    }
    text = ui_format(scene->ui, "%s%s", text, shown->text + at);
    return text + strspn(text, " ");
}

static bool is_heard(const rp_said *said)
{
    return said->is_current && said->speaker == RP_CUSTOMER;
}

/* The same words at another place of the call are another line. */
static uint64_t hash_lines(const rp_call_view *call)
{
    uint64_t hash = call->said_count + 1;

    for (uint32_t i = 0; i < call->said_count; i++) {
        const char *text = call->said[i].line.text;
        if (is_heard(&call->said[i])) {
            hash = hash * 31 + rp_fnv1a(text, strlen(text));
        }
    }
    return hash;
}

static void add_line(screens_lines *lines, const char *text,
                     const char *recording)
{
    if (lines->count < SCREENS_LINES_MAX && text[0] != '\0') {
        lines->items[lines->count++] =
            (screens_line){.text = text, .recording = recording};
    }
}

static void gather_lines(screen_scene *scene, screens_lines *lines)
{
    const rp_call_view *call = &scene->view->call;

    lines->person = call->voice;
    lines->mood = call->mood.word;
    for (uint32_t i = 0; i < call->said_count; i++) {
        const rp_said *said = &call->said[i];
        if (is_heard(said)) {
            add_line(lines, words_alone(scene, &said->line), said->recording);
        }
    }
}

/* What ended the call, told where its debrief begins. */
static void gather_last(screen_scene *scene, screens_lines *lines)
{
    const rp_debrief_view *debrief = &scene->view->debrief;

    lines->person = debrief->voice;
    lines->mood = debrief->mood_word;
    add_line(lines, words_alone(scene, &debrief->last.line),
             debrief->last.recording);
}

/* Whoever hears no customer is told who says what. */
static void announce_lines(screen_scene *scene, const screens_lines *lines)
{
    ui_context *ui = scene->ui;
    const rp_view *view = scene->view;
    const char *all = NULL;

    for (int i = 0; i < lines->count; i++) {
        all = all == NULL ? lines->items[i].text
                          : ui_format(ui, "%s %s", all, lines->items[i].text);
    }
    if (all != NULL) {
        ui_announce(ui,
                    ui_format(ui, words(scene, "%s says: %s"),
                              view->place == RP_AT_DEBRIEF
                                  ? view->debrief.customer
                                  : view->call.customer,
                              all),
                    true);
    }
}

/* ------------------------------------------------------------------- once */

static void tell_low_moods(screen_scene *scene, call_told *told)
{
    const rp_call_view *call = &scene->view->call;

    for (int i = 0; i < RP_MOODS; i++) {
        bool is_low = call->mood.now[i] < LOW_BELOW;
        if (is_low && !told->is_low[i] && told->has_looked && !call->is_exam) {
            ui_announce(scene->ui,
                        ui_format(scene->ui, words(scene, "%s %d, low."),
                                  mood_name(scene, (rp_mood_kind)i),
                                  call->mood.now[i]),
                        false);
        }
        told->is_low[i] = is_low;
    }
}

static void tell_silence(screen_scene *scene, call_told *told)
{
    const rp_call_view *call = &scene->view->call;
    uint32_t limit_ms = call->silence_s * A_SECOND_MS;
    bool is_near = limit_ms > SILENCE_LEFT_MS &&
                   call->silence_ms + SILENCE_LEFT_MS >= limit_ms;

    if (is_near && !told->silence && !call->is_paused) {
        ui_announce(scene->ui, words(scene, "5 seconds left."), false);
    }
    told->silence = is_near;
}

/* The two ends of the guide's band, three and five minutes. */
static void tell_clock(screen_scene *scene, call_told *told)
{
    const rp_call_view *call = &scene->view->call;
    uint32_t second = call->clock_ms / A_SECOND_MS;
    uint8_t passed = (uint8_t)((second >= call->band_from_s ? 1 : 0) +
                               (second >= call->band_to_s ? 1 : 0));
    bool has_band = call->channel == RP_PHONE || call->channel == RP_CALLBACK;

    if (passed > told->clock && told->has_looked && has_band &&
        !rp_app_settings(scene->app)->hide_clock) {
        ui_announce(
            scene->ui,
            ui_format(scene->ui,
                      words(scene,
                            "%u minutes %u, the guide states %u to %u minutes"),
                      second / 60U, second % 60U, call->band_from_s / 60U,
                      call->band_to_s / 60U),
            false);
    }
    told->clock = passed;
}

/* ------------------------------------------------------------------- call */

/* Space says it again where a voice can say anything at all. */
static bool is_asked_again(screen_scene *scene)
{
    const rp_settings *settings = rp_app_settings(scene->app);
    bool is_heard = settings->customer_voice || settings->read_aloud ||
                    settings->show_spoken;

    return is_heard && ui_shortcut(scene->ui, UI_KEY_SPACE);
}

/* New lines of the place, or those that were asked for again. */
static void find_lines(screens *all, screen_scene *scene)
{
    call_told *told = &all->told;
    rp_place place = scene->view->place;

    if (place == RP_AT_DEBRIEF && all->was_in_call) {
        gather_last(scene, &all->said);
    } else if (place == RP_AT_CALL) {
        uint64_t lines = hash_lines(&scene->view->call);
        bool is_new = lines != told->lines;
        if (is_asked_again(scene) || is_new) {
            gather_lines(scene, &all->said);
            told->lines = lines;
        }
    }
    all->was_in_call = place == RP_AT_CALL || place == RP_AT_FORM;
}

void call_speech(screens *all, screen_scene *scene)
{
    const rp_settings *settings = rp_app_settings(scene->app);
    call_told *told = &all->told;

    all->said = (screens_lines){.count = 0};
    find_lines(all, scene);
    if (!settings->customer_voice) {
        announce_lines(scene, &all->said);
        all->said.count = 0;
    }
    bool is_followed = settings->read_aloud || settings->show_spoken;
    if (is_followed && scene->view->place == RP_AT_CALL) {
        tell_low_moods(scene, told);
        tell_silence(scene, told);
        tell_clock(scene, told);
        told->has_looked = true;
    }
}

const screens_lines *screens_said(const screens *all)
{
    return &all->said;
}

void screens_hear(screens *all, const screens_voice *voice)
{
    all->voice = *voice;
}

void spoken_line(screen_scene *scene)
{
    ui_context *ui = scene->ui;
    const char *spoken = scene->voice->spoken;
    ui_style line = ui_small;

    if (!rp_app_settings(scene->app)->show_spoken) {
        return;
    }
    line.width = (ui_size){.grow = 1};
    line.truncates = true;
    line.is_silent = true; /* or it would be read aloud in its turn */
    ui_begin_row(ui, &(ui_box){.id = "spoken",
                               .height = {.min = (int16_t)ui_with_text(ui, 32)},
                               .pad = ui_pad_xy(20, 4),
                               .gap = 8,
                               .fill = UI_SUNKEN});
    ui_icon(ui, &(ui_icon_spec){.name = "voice", .size_px = 16});
    ui_text(ui, spoken != NULL ? spoken : "", &line);
    ui_end(ui);
}
