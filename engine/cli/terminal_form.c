/*
 * A form in the terminal: one question after the other; after the last it is
 * sent as one move.
 */
#include <stdlib.h>
#include <string.h>

#include "terminal.h"

static void say_ask(const terminal *at, const rp_ask_view *ask)
{
    say(at->with, "\n");
    say_in(at->with, STYLE_BOLD, "%s", ask->text);
    say(at->with, "\n");
    for (uint32_t i = 0; i < ask->answer_count; i++) {
        say(at->with, "%3u  ", (unsigned)i + 1U);
        say_rest(at->with, 5, 5, ask->answers[i].text);
    }
    say_in(at->with, STYLE_QUIET, "%s\n",
           ask->many ? cli_tr(at->with, "any numbers, or Enter for none; b "
                                        "goes back")
                     : cli_tr(at->with, "one number; b goes back"));
}

/*
 * Reads "1 3" or "1,3" as bits of the ask's answers; false where something
 * else was written.
 */
static bool read_answers(const char *line, const rp_ask_view *ask,
                         uint64_t *chosen)
{
    *chosen = 0;
    while (*line != '\0') {
        char word[8];
        uint32_t index = 0;
        size_t length = strcspn(line, " ,");
        if (length >= sizeof word) {
            return false;
        }
        memcpy(word, line, length);
        word[length] = '\0';
        if (!terminal_pick(word, ask->answer_count, &index)) {
            return false;
        }
        *chosen |= UINT64_C(1) << index;
        line += length;
        line += strspn(line, " ,");
    }
    bool is_one = *chosen != 0 && (*chosen & (*chosen - 1)) == 0;
    return ask->many || is_one;
}

/* Brings the app's picks of this ask in line with what was answered. */
static void choose(terminal *at, uint64_t chosen)
{
    const rp_call_view *call = &rp_app_view(at->app)->call;
    uint32_t count = call->asks[at->ask].answer_count;

    for (uint32_t i = 0; i < count; i++) {
        const rp_answer_view *answer = &call->asks[at->ask].answers[i];
        bool is_wanted = (chosen >> i & 1) != 0;
        if (is_wanted != answer->is_chosen &&
            (is_wanted || call->asks[at->ask].many)) {
            (void)terminal_do(at, RP_INTENT_CHOOSE, answer->bit);
            call = &rp_app_view(at->app)->call;
        }
    }
}

static void answer(terminal *at, const rp_ask_view *ask)
{
    uint64_t chosen = 0;

    if (strcmp(at->line, "b") == 0) {
        at->ask -= at->ask > 0;
    } else if (read_answers(at->line, ask, &chosen)) {
        choose(at, chosen);
        at->ask++;
    } else {
        (void)terminal_command(at);
    }
}

void terminal_form(terminal *at)
{
    const rp_call_view *call = &rp_app_view(at->app)->call;

    if (at->place != RP_AT_FORM) {
        at->seen = at->place == RP_AT_CALL ? at->seen : 0;
        at->ask = 0;
        (void)terminal_said(at);
        say(at->with, "\n");
        say_in(at->with, STYLE_BOLD, "%s", call->form_title);
        say(at->with, "\n");
    }
    at->place = RP_AT_FORM;
    if (at->ask < call->ask_count) {
        say_ask(at, &call->asks[at->ask]);
        if (terminal_read(at, "> ")) {
            answer(at, &call->asks[at->ask]);
        }
        return;
    }
    at->ask = 0;
    (void)terminal_do(at, RP_INTENT_FILE, 0);
}
