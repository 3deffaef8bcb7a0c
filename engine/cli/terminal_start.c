/*
 * Before a call, in the terminal: the list of scenarios and the briefing.
 */
#include <string.h>

#include "terminal.h"

enum {
    NAME_COLUMNS = 12
};

const char *cli_channel(const cli *with, rp_channel channel)
{
    static const char *const names[RP_CHANNELS] = {
        [RP_PHONE] = RP_WORD("Phone"),
        [RP_COUNTER] = RP_WORD("Counter"),
        [RP_VISIT] = RP_WORD("Visit"),
        [RP_CHAT] = RP_WORD("Chat"),
        [RP_EMAIL] = RP_WORD("E-mail"),
        [RP_SOCIAL] = RP_WORD("Social media"),
        [RP_VIDEO] = RP_WORD("Video"),
        [RP_BROADCAST] = RP_WORD("Broadcast"),
        [RP_CALLBACK] = RP_WORD("Call-back"),
        [RP_DESK] = RP_WORD("Desk"),
    };

    return cli_tr(with, names[channel]);
}

static void say_facts(const terminal *at, rp_channel channel, uint8_t chapter,
                      uint8_t difficulty)
{
    say_in(at->with, STYLE_QUIET, "%s", cli_channel(at->with, channel));
    if (chapter > 0) {
        say_in(at->with, STYLE_QUIET, " · ");
        say_in(at->with, STYLE_QUIET, cli_tr(at->with, "Chapter %u"),
               (unsigned)chapter);
    }
    if (difficulty > 0) {
        say_in(at->with, STYLE_QUIET, " · ");
        say_in(at->with, STYLE_QUIET, cli_tr(at->with, "difficulty %u of 5"),
               (unsigned)difficulty);
    }
}

/* --------------------------------------------------------------- library */

static void say_card(const terminal *at, uint32_t number, const rp_card *card)
{
    say_in(at->with, STYLE_BOLD, "%3u  %s", (unsigned)number, card->title);
    say(at->with, "\n     ");
    say_facts(at, card->channel, card->chapter, card->difficulty);
    say(at->with, "  ");
    if (card->is_broken) {
        say_in(at->with, STYLE_BAD, "%s", cli_tr(at->with, "Cannot be played"));
    } else if (card->attempts > 0) {
        say_in(at->with, card->was_passed ? STYLE_GOOD : STYLE_WARN, "%s",
               card->was_passed ? cli_tr(at->with, "Passed")
                                : cli_tr(at->with, "Not yet"));
    }
    say(at->with, "\n");
    if (card->situation[0] != '\0') {
        say_paragraph(at->with, 5, card->situation);
    }
}

static void show_library(terminal *at)
{
    const rp_library_view *library = &rp_app_view(at->app)->library;

    say_in(at->with, STYLE_BOLD, "%s",
           cli_tr(at->with, "Choose a conversation"));
    say(at->with, "\n\n");
    for (uint32_t i = 0; i < library->card_count; i++) {
        say_card(at, i + 1, &library->cards[i]);
    }
    if (library->card_count == 0) {
        say_paragraph(at->with, 0,
                      cli_tr(at->with, "No pack is installed. `rapport "
                                       "doctor` tells where they are looked "
                                       "for."));
    }
    for (uint32_t i = 0; i < library->fault_count; i++) {
        const rp_fault *fault = &library->faults[i];
        say(at->with, "%s:%u: %s\n", fault->file, (unsigned)fault->line,
            fault->message);
    }
    say(at->with, "\n");
    if (library->has_unfinished) {
        say(at->with,
            cli_tr_n(at->with, "%s was cut off after %u move.",
                     "%s was cut off after %u moves.",
                     library->unfinished_moves),
            library->unfinished_title, (unsigned)library->unfinished_moves);
        say(at->with, " %s\n",
            cli_tr(at->with, "r goes on with it, d leaves it."));
    }
    say_in(at->with, STYLE_QUIET, "%s\n",
           cli_tr(at->with, "A number opens a scenario, q ends."));
}

void terminal_library(terminal *at)
{
    const rp_library_view *library = &rp_app_view(at->app)->library;
    uint32_t index = 0;

    if (at->is_single) {
        at->is_done = true;
        return;
    }
    at->place = RP_AT_LIBRARY;
    show_library(at);
    if (!terminal_read(at, "> ")) {
        return;
    }
    if (strcmp(at->line, "q") == 0) {
        at->is_done = true;
    } else if (strcmp(at->line, "r") == 0) {
        (void)terminal_do(at, RP_INTENT_RESUME, 0);
    } else if (strcmp(at->line, "d") == 0) {
        (void)terminal_do(at, RP_INTENT_DISMISS, 0);
    } else if (terminal_pick(at->line, library->card_count, &index)) {
        (void)terminal_act(at,
                           &(rp_intent){.kind = RP_INTENT_OPEN,
                                        .text = library->cards[index].path});
    } else {
        say(at->with,
            cli_tr(at->with, "`%s` is none of these. Type a number of the "
                             "list."),
            at->line);
        say(at->with, "\n\n");
    }
}

/* -------------------------------------------------------------- briefing */

static void say_goal(const terminal *at, const rp_briefing_view *briefing,
                     rp_score_kind score)
{
    say(at->with, "  ");
    say_padded(at->with, NAME_COLUMNS, terminal_score(at, score));
    say(at->with, cli_tr(at->with, "pass %3u %%  "),
        (unsigned)briefing->pass_percent[score]);
    say_rest(at->with, NAME_COLUMNS + 14, NAME_COLUMNS + 14,
             briefing->goals[score] != NULL ? briefing->goals[score] : "");
}

/* A call that cannot begin ends the program: nothing would be kept. */
static void begin(terminal *at)
{
    rp_error error = {0};
    rp_intent intent = {.kind = RP_INTENT_BEGIN};

    if (rp_app_act(at->app, &intent, &error) != RP_OK) {
        at->status = complain_of(at->with, &error);
        at->is_done = true;
    }
}

void terminal_briefing(terminal *at)
{
    const rp_briefing_view *briefing = &rp_app_view(at->app)->briefing;

    at->place = RP_AT_BRIEFING;
    say(at->with, "\n");
    say_in(at->with, STYLE_BOLD, "%s", briefing->title);
    say(at->with, "\n");
    say_facts(at, briefing->channel, briefing->chapter, briefing->difficulty);
    say(at->with, "\n\n");
    say_paragraph(at->with, 0, briefing->situation);
    say(at->with, "\n%s", briefing->customer);
    for (uint32_t i = 0; i < briefing->about_count; i++) {
        say(at->with, "%s%s", cli_tr(at->with, ", "), briefing->about[i]);
    }
    say(at->with, "\n\n%s\n", cli_tr(at->with, "Your goals"));
    for (int i = 0; i < RP_SCORES; i++) {
        say_goal(at, briefing, (rp_score_kind)i);
    }
    say(at->with, "\n");
    say_in(at->with, STYLE_QUIET,
           cli_tr(at->with, "The guide states %u to %u minutes of talk. "
                            "Type help for all commands."),
           briefing->band_from_s / 60U, briefing->band_to_s / 60U);
    say(at->with, "\n");
    if (!at->is_single &&
        !terminal_read(at, cli_tr(at->with, "Enter begins, q goes back > "))) {
        return;
    }
    if (!at->is_single && strcmp(at->line, "q") == 0) {
        (void)terminal_do(at, RP_INTENT_LEAVE, 0);
    } else {
        begin(at);
    }
}
