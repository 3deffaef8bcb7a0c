/*
 * What is said of a frame, and by which voice.
 */
#include "window/speaker.h"

#include <stdio.h>
#include <string.h>

/* One row a trouble, in the order of voice_trouble; "": nothing to tell. */
static const char *const troubles[] = {
    [VOICE_UNKNOWN] = "",
    [VOICE_FINE] = "",
    [VOICE_NO_LIBRARY] =
        RP_WORD("Nothing can be heard: the speech service is missing. Install "
                "speech-dispatcher, speech-dispatcher-espeak-ng and "
                "espeak-ng."),
    [VOICE_NO_SERVICE] =
        RP_WORD("Nothing can be heard: the speech service does not start. "
                "Install speech-dispatcher and speech-dispatcher-espeak-ng."),
    [VOICE_NO_VOICES] =
        RP_WORD("Nothing can be heard: the speech service has no voices. "
                "Install speech-dispatcher-espeak-ng and espeak-ng."),
    [VOICE_NO_ANSWER] =
        RP_WORD("Nothing can be heard: the speech service does not answer. "
                "End speech-dispatcher and open Rapport again."),
};

void speaker_init(speaker *self, rp_alloc alloc)
{
    *self = (speaker){.voice = NULL};
    rp_text_init(&self->reading.text, alloc);
}

void speaker_clear(speaker *self)
{
    rp_text_clear(&self->reading.text);
}

/* ------------------------------------------------------------------- tell */

static bool is_wanted(const rp_settings *settings)
{
    return settings->read_aloud || settings->customer_voice;
}

static void find_status(speaker *self, const rp_app *app, voice_trouble trouble)
{
    const char *language = rp_app_settings(app)->language;
    voice_found found;
    size_t size = sizeof self->status;

    self->told = trouble;
    self->is_told = true;
    (void)snprintf(self->told_language, sizeof self->told_language, "%s",
                   language);
    self->status[0] = '\0';
    if (troubles[trouble][0] != '\0') {
        (void)snprintf(self->status, size, "%s", rp_tr(app, troubles[trouble]));
    } else if (trouble != VOICE_FINE) {
        return;
    } else if (voice_find(self->voice, language, &found)) {
        (void)snprintf(self->status, size, rp_tr(app, "Spoken by %s: %s."),
                       found.module, found.name);
    } else {
        (void)snprintf(self->status, size, "%s",
                       rp_tr(app, "No voice speaks this language, so its texts "
                                  "stay silent. Install espeak-ng."));
    }
}

static void follow_status(speaker *self, const rp_app *app,
                          voice_trouble trouble)
{
    const rp_settings *settings = rp_app_settings(app);
    bool is_same = self->is_told && self->told == trouble &&
                   strcmp(self->told_language, settings->language) == 0;

    if (is_wanted(settings) && !is_same) {
        find_status(self, app, trouble);
    }
}

void speaker_tell(speaker *self, screens *all, rp_app *app)
{
    const rp_settings *settings = rp_app_settings(app);
    bool is_wanted_now = is_wanted(settings);
    voice_state state;

    if (is_wanted_now) {
        voice_prepare(self->voice);
    }
    voice_look(self->voice, &state);
    follow_status(self, app, state.trouble);
    bool is_talking = state.is_speaking && state.who == VOICE_CUSTOMER;
    rp_app_hear(app, is_talking);
    bool has_status = is_wanted_now && self->status[0] != '\0';
    screens_hear(all,
                 &(screens_voice){.spoken = self->spoken,
                                  .status = has_status ? self->status : NULL,
                                  .is_talking = is_talking});
}

/* ------------------------------------------------------------------- hear */

static uint16_t percent_of(uint16_t whole, uint8_t percent)
{
    return (uint16_t)((unsigned)whole * percent / 100U);
}

static void say_customer(speaker *self, const screens_lines *lines,
                         const rp_settings *settings)
{
    voice_manner manner = voice_manner_of((int)lines->mood);
    voice_when when = VOICE_NOW;

    for (int i = 0; i < lines->count; i++) {
        const char *text = lines->items[i].text;
        voice_line line = {
            .text = text,
            .language = voice_language_of(text, settings->language),
            .person = lines->person,
            .recording = lines->items[i].recording,
            .who = VOICE_CUSTOMER,
            .rate_percent =
                percent_of(settings->voice_rate, manner.rate_percent),
            .pitch = manner.pitch,
            .volume = (uint8_t)percent_of(settings->voice_volume,
                                          manner.volume_percent)};
        voice_say(self->voice, &line, when);
        when = VOICE_AFTER;
    }
}

static void say_reading(speaker *self, const rp_settings *settings,
                        voice_when when)
{
    const char *text = self->reading.text.bytes;
    voice_line line = {.text = text,
                       .language = voice_language_of(text, settings->language),
                       .who = VOICE_READER,
                       .rate_percent = settings->voice_rate,
                       .volume = (uint8_t)settings->voice_volume};

    voice_say(self->voice, &line, when);
}

/* Whole characters of it, as many as there is room for. */
static void keep_spoken(speaker *self, const char *text)
{
    size_t length = strlen(text);
    size_t at = 0;

    while (at < length) {
        uint32_t code = 0;
        size_t took = rp_utf8_next(text + at, length - at, &code);
        took = took == 0 ? 1 : took;
        if (at + took >= sizeof self->spoken) {
            break;
        }
        at += took;
    }
    memcpy(self->spoken, text, at);
    self->spoken[at] = '\0';
}

bool speaker_hear(speaker *self, const ui_context *ui, const screens *all,
                  const rp_app *app)
{
    const rp_settings *settings = rp_app_settings(app);
    const screens_lines *lines = screens_said(all);
    bool follows = settings->read_aloud || settings->show_spoken;

    if (lines->count > 0) {
        say_customer(self, lines, settings);
        keep_spoken(self, lines->items[0].text);
    }
    ui_reader_look(&self->reader, ui, follows, &self->reading);
    if (self->reading.text.length == 0) {
        return lines->count > 0;
    }
    if (settings->read_aloud || self->reading.was_asked) {
        bool waits = lines->count > 0 || self->reading.waits;
        say_reading(self, settings, waits ? VOICE_AFTER : VOICE_NOW);
    }
    keep_spoken(self, self->reading.text.bytes);
    return settings->show_spoken;
}

void speaker_hush(speaker *self)
{
    voice_stop(self->voice);
}
