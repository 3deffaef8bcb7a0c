/*
 * `rapport doctor`: what this installation has and lacks, each with what to
 * do about it.
 */
#include "cli.h"
#include "window/voice.h"

enum {
    NAME_COLUMNS = 16
};

static void report(const cli *with, bool is_well, const char *name,
                   const char *found)
{
    say_in(with, is_well ? STYLE_GOOD : STYLE_WARN, "%s ", is_well ? "✓" : "!");
    say_padded(with, NAME_COLUMNS, name);
    say_rest(with, NAME_COLUMNS + 2, NAME_COLUMNS + 2, found);
}

static void report_helper(const cli *with, const rp_health *health)
{
    if (health->helper != RP_OK) {
        report(with, false, cli_tr(with, "Helper"),
               cli_tr(with, "rapport-helper is missing: no scenario file can "
                            "be loaded. Install Rapport again."));
        return;
    }
    report(with, true, cli_tr(with, "Helper"), health->helper_path);
    report(with, health->has_filter, cli_tr(with, "Call filter"),
           health->has_filter
               ? cli_tr(with, "scenario files run behind it")
               : cli_tr(with, "cannot be installed here: scenario files run "
                              "under limits and a deadline only"));
    report(with, health->has_limits, cli_tr(with, "Limits"),
           health->has_limits
               ? cli_tr(with, "memory, time and files of the helper are "
                              "limited")
               : cli_tr(with, "cannot be set here: load only scenarios you "
                              "trust"));
    report(with, health->has_msgfmt, cli_tr(with, "Translations"),
           health->has_msgfmt
               ? cli_tr(with, "msgfmt compiles those of packs")
               : cli_tr(with, "msgfmt is missing: packs show their source "
                              "language only. Install gettext."));
}

static void report_places(const cli *with, const rp_health *health)
{
    rp_text packs;

    rp_text_init(&packs, with->alloc);
    rp_text_printf(&packs,
                   cli_tr_n(with, "%u scenario in %s", "%u scenarios in %s",
                            health->scenario_count),
                   (unsigned)health->scenario_count, health->pack_dir);
    report(with, health->scenario_count > 0, cli_tr(with, "Packs"),
           cli_text(&packs));
    rp_text_clear(&packs);
    report(with, health->locale_dir[0] != '\0', cli_tr(with, "Interface"),
           health->locale_dir[0] != '\0'
               ? health->locale_dir
               : cli_tr(with, "no translations were found: English only"));
    report(with, health->data_dir[0] != '\0', cli_tr(with, "Data"),
           health->data_dir);
}

static void report_store(const cli *with, const rp_health *health)
{
    rp_text attempts;

    if (health->store != RP_OK) {
        report(with, false, cli_tr(with, "Database"), health->store_says);
        return;
    }
    rp_text_init(&attempts, with->alloc);
    rp_text_printf(&attempts,
                   cli_tr_n(with, "in order, %u attempt",
                            "in order, %u attempts", health->attempt_count),
                   (unsigned)health->attempt_count);
    report(with, true, cli_tr(with, "Database"), cli_text(&attempts));
    rp_text_clear(&attempts);
}

static void report_display(const cli *with)
{
    report(with, true, cli_tr(with, "Display"),
           cli_has_display()
               ? cli_tr(with, "found")
               : cli_tr(with, "none: calls come to the terminal"));
}

/* One row a trouble, in the order of voice_trouble. */
static const char *const voice_troubles[] = {
    [VOICE_UNKNOWN] = RP_WORD("the speech service does not answer: nothing can "
                              "be read aloud. End speech-dispatcher and try "
                              "again."),
    [VOICE_FINE] = "",
    [VOICE_NO_LIBRARY] =
        RP_WORD("nothing can be read aloud. Install speech-dispatcher, "
                "speech-dispatcher-espeak-ng and espeak-ng."),
    [VOICE_NO_SERVICE] =
        RP_WORD("speech-dispatcher does not start: nothing can be read aloud. "
                "Install speech-dispatcher and speech-dispatcher-espeak-ng."),
    [VOICE_NO_VOICES] = RP_WORD("speech-dispatcher has no voices. Install "
                                "speech-dispatcher-espeak-ng and espeak-ng."),
    [VOICE_NO_ANSWER] = RP_WORD("the speech service does not answer: nothing "
                                "can be read aloud. End speech-dispatcher and "
                                "try again."),
};

/* Which voice speaks one of the interface's languages. */
static void report_language(const cli *with, voice *all, const char *tag,
                            const char *name)
{
    rp_text text;
    voice_found found;
    bool speaks = voice_find(all, tag, &found);

    rp_text_init(&text, with->alloc);
    if (speaks) {
        rp_text_printf(&text, cli_tr(with, "%s is spoken by %s: %s"), name,
                       found.module, found.name);
    } else {
        rp_text_printf(&text,
                       cli_tr(with, "%s has no voice and stays silent. Install "
                                    "espeak-ng."),
                       name);
    }
    report(with, speaks, cli_tr(with, "Voice"), cli_text(&text));
    rp_text_clear(&text);
}

static void report_voices(const cli *with)
{
    enum {
        WAIT_MS = 10000
    };

    voice_options options = {.backends = {&voice_speechd},
                             .alloc = with->alloc};
    voice *all = voice_open(&options);
    voice_trouble trouble = voice_await(all, WAIT_MS);

    if (trouble == VOICE_FINE) {
        report_language(with, all, "en", "English");
        report_language(with, all, "zh", "中文");
    } else {
        report(with, false, cli_tr(with, "Voice"),
               cli_tr(with, voice_troubles[trouble]));
    }
    voice_close(all);
}

cli_exit verb_doctor(cli *with)
{
    rp_health health = {0};
    rp_error error = {0};

    if (rp_app_health(&with->options, &with->arena, &health, &error) != RP_OK) {
        return complain_of(with, &error);
    }
    report_helper(with, &health);
    report_places(with, &health);
    report_store(with, &health);
    report_display(with);
    report_voices(with);
    return health.helper == RP_OK && health.store == RP_OK ? CLI_GOOD
                                                           : CLI_MACHINE;
}
