/*
 * The debrief in the terminal: how it went, which turn decided it, and the
 * way back into the call.
 */
#include <string.h>

#include "terminal.h"

enum {
    NAME_COLUMNS = 14,
    BP_A_PERCENT = 100
};

static void say_score(const terminal *at, const rp_debrief_view *debrief,
                      rp_score_kind score)
{
    const cli *with = at->with;
    int32_t bp = debrief->result.score_bp[score];
    int32_t mark = debrief->pass_percent[score];

    say(with, "  ");
    say_padded(with, NAME_COLUMNS, terminal_score(at, score));
    if (bp == RP_NOT_ASSESSED) {
        say_in(with, STYLE_QUIET, "%s\n", cli_tr(with, "not assessed"));
        return;
    }
    bool is_reached = bp >= mark * BP_A_PERCENT;
    say_in(with, is_reached ? STYLE_GOOD : STYLE_WARN, "%3d %%  %s",
           bp / BP_A_PERCENT, is_reached ? "✓" : "↓");
    say(with, cli_tr(with, "  %d of %d points, pass %d"),
        debrief->result.points[score], debrief->result.par[score], mark);
    say(with, "\n");
}

static void say_verdict(const terminal *at, const rp_debrief_view *debrief)
{
    const cli *with = at->with;

    if (debrief->epilogue[0] != '\0') {
        say(with, "\n");
        say_paragraph(with, 0, debrief->epilogue);
    }
    say(with, "\n");
    say_in(with, debrief->result.passed ? STYLE_GOOD : STYLE_WARN, "%s",
           debrief->verdict);
    say(with, "\n");
    say_paragraph(with, 0, debrief->reason);
    for (int i = 0; i < RP_SCORES; i++) {
        say_score(at, debrief, (rp_score_kind)i);
    }
    say(with, "  ");
    say_padded(with, NAME_COLUMNS, cli_tr(with, "Satisfaction"));
    say(with, cli_tr(with, "%u of 5, %s"),
        (unsigned)debrief->result.satisfaction,
        terminal_mood_word(at, debrief->mood_word));
    say(with, "\n  ");
    say_padded(with, NAME_COLUMNS, cli_tr(with, "Talk time"));
    say(with, cli_tr(with, "%u:%02u, the guide states %u–%u min"),
        (unsigned)(debrief->talk_s / 60), (unsigned)(debrief->talk_s % 60),
        debrief->band_from_s / 60U, debrief->band_to_s / 60U);
    say(with, "\n");
}

static void say_points(const terminal *at, const rp_debrief_turn *turn)
{
    for (int i = 0; i < RP_SCORES; i++) {
        if (turn->points[i] != 0) {
            say_in(at->with, turn->points[i] > 0 ? STYLE_GOOD : STYLE_BAD,
                   "  %s %+d", terminal_score(at, (rp_score_kind)i),
                   turn->points[i]);
        }
    }
    say(at->with, "\n");
}

static void say_turn(const terminal *at, uint32_t number,
                     const rp_debrief_turn *turn, bool is_turning)
{
    const cli *with = at->with;

    say_in(with, is_turning ? STYLE_BOLD : STYLE_PLAIN, "%3u  ",
           (unsigned)number);
    say_rest(with, 5, 5, turn->said.text);
    say(with, "     %s",
        turn->is_strong     ? cli_tr(with, "strong")
        : turn->cost_bp > 0 ? cli_tr(with, "cost something")
                            : cli_tr(with, "cost nothing"));
    if (turn->closes_door) {
        say_in(with, STYLE_BAD, "%s%s", cli_tr(with, ", "),
               cli_tr(with, "closed the door"));
    }
    say_points(at, turn);
}

static void say_lines(const terminal *at, const char *heading,
                      const char *const *lines, uint32_t count)
{
    if (count > 0) {
        say(at->with, "  %s\n", heading);
    }
    for (uint32_t i = 0; i < count; i++) {
        say_paragraph(at->with, 4, lines[i]);
    }
}

/* The one turn that decided it, with its reason and the better reply. */
static void say_turning(const terminal *at, const rp_debrief_view *debrief)
{
    const cli *with = at->with;

    if (debrief->turning_idx >= debrief->turn_count) {
        return;
    }
    const rp_debrief_turn *turn = &debrief->turns[debrief->turning_idx];
    say(with, "\n");
    say_in(with, STYLE_BOLD, cli_tr(with, "Turn %u cost most"),
           (unsigned)debrief->turning_idx + 1U);
    say(with, "\n");
    if (turn->because[0] != '\0') {
        say_paragraph(with, 2, turn->because);
    }
    if (turn->better != NULL) {
        say(with, "  %s\n", cli_tr(with, "A better reply"));
        say_paragraph(with, 4, turn->better);
        if (turn->better_because != NULL && turn->better_because[0] != '\0') {
            say_paragraph(with, 4, turn->better_because);
        }
    }
    say_lines(at, cli_tr(with, "What was missing"), turn->missed,
              turn->missed_count);
    if (turn->section != NULL) {
        say_in(with, STYLE_QUIET, "  %s %s, %s\n", cli_tr(with, "Guide"),
               turn->section, turn->section_title);
    }
}

static void show_debrief(const terminal *at, const rp_debrief_view *debrief)
{
    const cli *with = at->with;

    say_verdict(at, debrief);
    say(with, "\n%s\n", cli_tr(with, "Turn by turn"));
    for (uint32_t i = 0; i < debrief->turn_count; i++) {
        say_turn(at, i + 1, &debrief->turns[i], i == debrief->turning_idx);
    }
    say_turning(at, debrief);
    say(with, "\n");
    say_in(with, STYLE_QUIET, "%s\n",
           cli_tr(with, "A number tries again from that turn, a plays "
                        "again, q ends."));
}

void terminal_debrief(terminal *at)
{
    const rp_debrief_view *debrief = &rp_app_view(at->app)->debrief;
    uint32_t index = 0;

    if (at->place != RP_AT_DEBRIEF) {
        at->place = RP_AT_DEBRIEF;
        at->status = debrief->result.passed ? CLI_GOOD : CLI_FOUND;
        (void)terminal_said(at); /* what the last move led through */
        show_debrief(at, debrief);
    }
    if (!terminal_read(at, "> ")) {
        return;
    }
    if (strcmp(at->line, "q") == 0) {
        at->is_done = true;
    } else if (strcmp(at->line, "l") == 0) {
        (void)terminal_do(at, RP_INTENT_LEAVE, 0);
    } else if (strcmp(at->line, "a") == 0) {
        (void)terminal_do(at, RP_INTENT_AGAIN, 0);
    } else if (terminal_pick(at->line, debrief->turn_count, &index)) {
        (void)terminal_do(at, RP_INTENT_RETRY, index);
    } else if (at->line[0] != '\0') {
        say(at->with,
            cli_tr(at->with, "`%s` is not offered here. Type a number, or "
                             "q."),
            at->line);
        say(at->with, "\n");
    }
}
