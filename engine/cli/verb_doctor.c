/*
 * `rapport doctor`: what this installation has and lacks, each with what to
 * do about it.
 */
#include "cli.h"

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
    return health.helper == RP_OK && health.store == RP_OK ? CLI_GOOD
                                                           : CLI_MACHINE;
}
