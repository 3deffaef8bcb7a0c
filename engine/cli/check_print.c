/*
 * What was found, for people: first what has to be mended, then what is
 * proven of the call.
 */
#include <stdio.h>
#include <string.h>

#include "check.h"

enum {
    NAME_COLUMNS = 20,
    NAME_BYTES_MAX = 64,
    NUMBER_COLUMNS = 12,
    LIST_MAX = 12, /* of a list that may be long */
    UNTRANSLATED_TOLD = 8
};

static void say_name(const cli *with, const char *name)
{
    say(with, "  ");
    say_padded(with, NAME_COLUMNS, name);
}

/* ---------------------------------------------------------------- the run */

static void say_par(const cli *with, const rp_report *report)
{
    const char *names[RP_SCORES] = {cli_tr(with, "Listening"),
                                    cli_tr(with, "Empathy"),
                                    cli_tr(with, "Resolution")};

    say_name(with, "");
    for (int i = 0; i < RP_SCORES; i++) {
        say_padded(with, NUMBER_COLUMNS, names[i]);
    }
    say(with, "\n");
    for (uint32_t i = 0; i < report->set_count; i++) {
        char name[NAME_BYTES_MAX];
        (void)snprintf(name, sizeof name, cli_tr(with, "Par of set %u"),
                       (unsigned)i + 1U);
        say_name(with, name);
        for (int s = 0; s < RP_SCORES; s++) {
            say(with, "%-*d", NUMBER_COLUMNS, report->sets[i].par[s]);
        }
        say(with, "\n");
    }
}

static void say_best(const cli *with, const rp_report *report)
{
    const rp_set_report *set = &report->sets[0];
    rp_text moves;

    rp_text_init(&moves, with->alloc);
    for (uint32_t i = 0; i < set->best_count; i++) {
        cli_add_name(&moves, set->best[i]);
    }
    say_name(with, cli_tr(with, "Best run of set 1"));
    say_rest(with, NAME_COLUMNS + 2, NAME_COLUMNS + 2,
             moves.bytes != NULL ? moves.bytes : cli_tr(with, "there is none"));
    rp_text_clear(&moves);
}

static void say_talk(const cli *with, const checked *of)
{
    const rp_model *model = of->loaded.model;

    say_name(with, cli_tr(with, "Talk time"));
    for (uint32_t i = 0; i < model->language_count; i++) {
        uint32_t seconds = of->report.talk_seconds[i];
        say(with, "%s%s %u:%02u", i > 0 ? ", " : "", model->languages[i].tag,
            (unsigned)(seconds / 60), (unsigned)(seconds % 60));
    }
    say(with, "\n");
}

/* ------------------------------------------------------------------- odds */

const char *check_guesser(const cli *with, rp_guesser guesser)
{
    static const char *const names[RP_GUESSERS] = {
        [RP_BLIND] = RP_WORD("blind"),
        [RP_LONGEST] = RP_WORD("longest reply"),
        [RP_SHORTEST] = RP_WORD("shortest reply"),
        [RP_POLITE] = RP_WORD("politest reply"),
        [RP_ECHO] = RP_WORD("echo of the line"),
        [RP_CONDITIONAL] = RP_WORD("rare cards"),
        [RP_HALF_INFORMED] = RP_WORD("half-informed"),
    };

    return cli_tr(with, names[guesser]);
}

static void say_odds(const cli *with, const rp_odds *odds, bool is_exact)
{
    if (is_exact) {
        say(with, "%-16.3g", 100 * odds->high);
    } else {
        say(with, "%.3g – %-10.3g", 100 * odds->low, 100 * odds->high);
    }
}

static void say_all_odds(const cli *with, const rp_report *report)
{
    say(with, "\n");
    say_name(with, cli_tr(with, "Passes by guessing"));
    say_padded(with, 16, cli_tr(with, "own marks, %"));
    say(with, "%s\n", cli_tr(with, "exam mark, %"));
    for (int i = 0; i < RP_GUESSERS; i++) {
        say_name(with, check_guesser(with, (rp_guesser)i));
        say_odds(with, &report->odds[i].own, report->is_exact);
        say_odds(with, &report->odds[i].exam, report->is_exact);
        say(with, "\n");
    }
}

/* ------------------------------------------------------------------ lists */

static void say_more(const cli *with, uint32_t count)
{
    if (count > LIST_MAX) {
        say(with, "    ");
        say(with,
            cli_tr_n(with, "and %u more", "and %u more", count - LIST_MAX),
            (unsigned)(count - LIST_MAX));
        say(with, "\n");
    }
}

static void say_traps(const cli *with, const rp_report *report)
{
    if (report->trap_count == 0) {
        return;
    }
    say(with, "\n  %s\n",
        cli_tr(with, "Moves that can close the door, and the fewest moves "
                     "before them"));
    for (uint32_t i = 0; i < report->trap_count && i < LIST_MAX; i++) {
        say(with, "    %s  %u\n", report->traps[i].move,
            (unsigned)report->traps[i].after);
    }
    say_more(with, report->trap_count);
}

/* The same reply may be weak in several fact sets: it is named once. */
static bool is_first_loss(const rp_report *report, uint32_t index)
{
    const rp_recovery *one = &report->recoveries[index];

    for (uint32_t i = 0; i < index && !one->can_pass; i++) {
        if (!report->recoveries[i].can_pass &&
            strcmp(report->recoveries[i].move, one->move) == 0) {
            return false;
        }
    }
    return !one->can_pass;
}

static void say_lost_causes(const cli *with, const rp_report *report)
{
    uint32_t count = 0;

    for (uint32_t i = 0; i < report->recovery_count; i++) {
        if (!is_first_loss(report, i)) {
            continue;
        }
        if (count == 0) {
            say(with, "\n  %s\n",
                cli_tr(with, "Weak replies of the first half from which "
                             "nothing passes any more"));
        }
        if (count++ < LIST_MAX) {
            say(with, "    %s\n", report->recoveries[i].move);
        }
    }
    say_more(with, count);
}

static void say_empty_choices(const cli *with, const rp_report *report)
{
    bool has_said = false;

    for (uint32_t i = 0; i < report->weight_count; i++) {
        const rp_weight *weight = &report->weights[i];
        if (weight->same_as == NULL) {
            continue;
        }
        if (!has_said) {
            say(with, "\n  %s\n",
                cli_tr(with, "Empty choices: replies with the same future"));
        }
        has_said = true;
        say(with, "    %s = %s\n", weight->reply, weight->same_as);
    }
}

static void say_explain(const cli *with)
{
    say(with, "  ");
    say_in(with, STYLE_QUIET, "%s",
           cli_tr(with, "`rapport explain CODE` says how to mend it."));
    say(with, "\n");
}

static void say_gate(const cli *with, const rp_report *report)
{
    say(with, "\n");
    say_name(with, cli_tr(with, "Gate to the exam"));
    say_in(with, report->gate_is_open ? STYLE_GOOD : STYLE_WARN, "%s",
           report->gate_is_open ? cli_tr(with, "open") : cli_tr(with, "shut"));
    say(with, "\n");
    for (uint32_t i = 0; i < report->missing_count; i++) {
        say(with, "    ");
        say_in(with, STYLE_WARN, "[%s]", report->missing[i].code);
        say(with, "\n");
        say_sentence(with, 6, report->missing[i].pattern,
                     report->missing[i].words);
    }
    if (report->missing_count > 0) {
        say_explain(with);
    }
}

/* -------------------------------------------------------------- the whole */

/* A new language would fill the screen: of its texts a few are told. */
static void say_faults_in_short(const cli *with, const checked *of)
{
    uint32_t untranslated = 0;

    for (uint32_t i = 0; i < of->fault_count; i++) {
        bool is_one = strcmp(of->faults[i].code, "untranslated") == 0;
        untranslated += is_one;
        if (!is_one || untranslated <= UNTRANSLATED_TOLD) {
            say_fault(with, &of->faults[i]);
        }
    }
    if (untranslated > UNTRANSLATED_TOLD) {
        say_in(with, STYLE_WARN,
               cli_tr(with, "… and %u more texts without a translation; "
                            "`rapport translate PACK LANG` lists them all."),
               (unsigned)(untranslated - UNTRANSLATED_TOLD));
        say(with, "\n");
    }
}

static void say_head(const cli *with, const checked *of)
{
    const rp_model *model = of->loaded.model;

    say_in(with, STYLE_BOLD, "%s", of->loaded.file);
    say(with, "\n");
    say_faults_in_short(with, of);
    if (of->fault_count > 0) {
        say_explain(with);
        say(with, "\n");
    }
    if (model == NULL) {
        say(with, "  %s\n",
            cli_tr(with, "It cannot be played until this is mended."));
    }
}

static void say_walk(const cli *with, const checked *of)
{
    const rp_report *report = &of->report;

    say_name(with, cli_tr(with, "Walked"));
    say(with, cli_tr(with, "%llu states of %u fact sets"),
        (unsigned long long)report->states, (unsigned)report->set_count);
    say(with, "%s\n",
        report->is_exact
            ? cli_tr(with, ": all there are")
            : cli_tr(with, ": not all, so the numbers are bounds"));
    say_name(with, cli_tr(with, "Examples"));
    say(with, cli_tr(with, "%u of %u come out as promised"),
        (unsigned)check_held(report), (unsigned)report->example_count);
    say(with, "\n");
}

void check_print(const cli *with, const checked *of)
{
    const rp_report *report = &of->report;

    say_head(with, of);
    if (!of->is_proven) {
        return;
    }
    say_walk(with, of);
    say_talk(with, of);
    say(with, "\n");
    say_par(with, report);
    say_best(with, report);
    say_traps(with, report);
    say_lost_causes(with, report);
    check_print_blessed(with, of);
    if (!of->is_quick) {
        say_all_odds(with, report);
        say_empty_choices(with, report);
        say_gate(with, report);
    }
}
