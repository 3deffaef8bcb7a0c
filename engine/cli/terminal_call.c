/*
 * The call in the terminal: what was said, the mood, the replies by number.
 */
#include <string.h>

#include "terminal.h"

enum {
    GAUGE_STEPS = 10,
    MOOD_COLUMNS = 10,
    MARKED_MAX = 4096
};

const char *terminal_score(const terminal *at, rp_score_kind score)
{
    static const char *const names[RP_SCORES] = {
        [RP_LISTENING] = RP_WORD("Listening"),
        [RP_EMPATHY] = RP_WORD("Empathy"),
        [RP_RESOLUTION] = RP_WORD("Resolution"),
    };

    return cli_tr(at->with, names[score]);
}

const char *terminal_mood_word(const terminal *at, rp_mood_word word)
{
    static const char *const names[RP_MOOD_WORDS] = {
        [RP_FURIOUS] = RP_WORD("Furious"),   [RP_UPSET] = RP_WORD("Upset"),
        [RP_ANXIOUS] = RP_WORD("Anxious"),   [RP_NEUTRAL] = RP_WORD("Neutral"),
        [RP_RELIEVED] = RP_WORD("Relieved"), [RP_PLEASED] = RP_WORD("Pleased"),
    };

    return cli_tr(at->with, names[word]);
}

static const char *mood_name(const terminal *at, rp_mood_kind mood)
{
    static const char *const names[RP_MOODS] = {
        [RP_CALM] = RP_WORD("Calm"),
        [RP_TRUST] = RP_WORD("Trust"),
        [RP_PATIENCE] = RP_WORD("Patience"),
    };

    return cli_tr(at->with, names[mood]);
}

static const char *act_name(const terminal *at, rp_act act)
{
    static const char *const names[RP_ACTS] = {
        [RP_SAY] = RP_WORD("Say"),
        [RP_WAIT] = RP_WORD("Wait"),
        [RP_DO] = RP_WORD("Do"),
        [RP_HOLD] = RP_WORD("Hold"),
        [RP_TRANSFER] = RP_WORD("Transfer"),
        [RP_ESCALATE] = RP_WORD("Escalate"),
        [RP_END] = RP_WORD("End call"),
    };

    return cli_tr(at->with, names[act]);
}

char terminal_key(rp_act act)
{
    switch (act) {
    case RP_HOLD: return 'h';
    case RP_TRANSFER: return 't';
    case RP_ESCALATE: return 'e';
    case RP_END: return 'x';
    case RP_SAY:
    case RP_WAIT:
    case RP_DO:
    case RP_ACTS: break;
    }
    return '\0';
}

/* ------------------------------------------------------------------ said */

/* Stress and phrases are told apart by `*` and `~` where nothing paints. */
static void add_sign(rp_text *out, const rp_shown *shown, uint32_t at,
                     bool is_end)
{
    for (uint32_t i = 0; i < shown->mark_count; i++) {
        const rp_mark *mark = &shown->marks[i];
        bool is_here = (is_end ? mark->end : mark->start) == at;
        if (is_here && mark->kind == RP_MARK_STRESS) {
            rp_text_puts(out, "*");
        } else if (is_here && mark->kind == RP_MARK_PHRASE) {
            rp_text_puts(out, "~");
        }
    }
}

void terminal_shown(const terminal *at, uint32_t indent, const rp_shown *shown)
{
    uint32_t length = (uint32_t)strlen(shown->text);
    rp_text out;

    rp_text_init(&out, at->with->alloc);
    for (uint32_t i = 0; i < length; i++) {
        add_sign(&out, shown, i, true);
        add_sign(&out, shown, i, false);
        rp_text_add(&out, shown->text + i, 1);
    }
    add_sign(&out, shown, length, true);
    say_paragraph(at->with, indent, cli_text(&out));
    rp_text_clear(&out);
}

static void say_line(const terminal *at, const rp_said *said,
                     const char *customer)
{
    const cli *with = at->with;

    if (said->speaker == RP_STAGE) {
        say_in(with, STYLE_QUIET, "— %s\n", said->line.text);
        return;
    }
    say_in(with, STYLE_BOLD, "%s",
           said->speaker == RP_YOU ? cli_tr(with, "You") : customer);
    if (said->cue != NULL) {
        say_in(with, STYLE_QUIET, "  %s", said->cue);
    }
    say(with, "\n");
    terminal_shown(at, 2, &said->line);
}

bool terminal_said(terminal *at)
{
    const rp_call_view *call = &rp_app_view(at->app)->call;

    if (at->seen > call->said_count) {
        at->seen = 0;
    }
    bool is_news = at->seen < call->said_count;
    say(at->with, "\n");
    for (; at->seen < call->said_count; at->seen++) {
        say_line(at, &call->said[at->seen], call->customer);
    }
    return is_news;
}

/* ------------------------------------------------------------------ mood */

static void say_gauge(const terminal *at, const rp_mood_view *mood,
                      rp_mood_kind which)
{
    uint32_t lit = (uint32_t)(mood->now[which] + 5) / GAUGE_STEPS;

    say(at->with, "  ");
    say_padded(at->with, MOOD_COLUMNS, mood_name(at, which));
    for (uint32_t i = 0; i < GAUGE_STEPS; i++) {
        say_in(at->with, i < lit ? STYLE_PLAIN : STYLE_QUIET, "%s",
               i < lit ? "■" : "·");
    }
    say(at->with, " %3u", (unsigned)mood->now[which]);
    if (mood->change[which] != 0) {
        say_in(at->with, mood->change[which] > 0 ? STYLE_GOOD : STYLE_BAD,
               " %s%d", mood->change[which] > 0 ? "↑" : "↓",
               mood->change[which] > 0 ? mood->change[which]
                                       : -mood->change[which]);
    }
    say(at->with, "\n");
}

static void say_mood(const terminal *at, const rp_call_view *call)
{
    say(at->with, "\n");
    say_in(at->with, STYLE_BOLD, "%s", terminal_mood_word(at, call->mood.word));
    say(at->with, "\n");
    for (int i = 0; i < RP_MOODS; i++) {
        say_gauge(at, &call->mood, (rp_mood_kind)i);
    }
}

/* --------------------------------------------------------------- replies */

static void say_keys(const terminal *at, const rp_call_view *call)
{
    const cli *with = at->with;

    for (uint32_t i = 0; i < call->anytime_count; i++) {
        const rp_reply_view *reply = &call->anytime[i];
        char key = terminal_key(reply->act);
        if (key != '\0') {
            say_in(with, STYLE_QUIET, "%c %s · ", key,
                   act_name(at, reply->act));
        } else {
            say_in(with, STYLE_QUIET, "%s · ", reply->id);
        }
    }
    if (call->record_count > 0) {
        say_in(with, STYLE_QUIET, "o %s · ", cli_tr(with, "records"));
    }
    if (call->has_hint) {
        say_in(with, STYLE_QUIET, "? %s · ", cli_tr(with, "hint"));
    }
    say_in(with, STYLE_QUIET, "n %s · ", cli_tr(with, "note"));
    if (call->can_undo) {
        say_in(with, STYLE_QUIET, "u %s · ", cli_tr(with, "take back"));
    }
    say_in(with, STYLE_QUIET, "help\n");
}

static void say_replies(const terminal *at, const rp_call_view *call)
{
    say(at->with, "\n");
    for (uint32_t i = 0; i < call->reply_count; i++) {
        say_in(at->with, STYLE_BOLD, "%3u  ", (unsigned)i + 1U);
        say_rest(at->with, 5, 5, call->replies[i].line.text);
    }
    say_keys(at, call);
}

static const rp_reply_view *find_reply(const rp_reply_view *replies,
                                       uint32_t count, const char *line)
{
    for (uint32_t i = 0; i < count; i++) {
        char key = terminal_key(replies[i].act);
        bool is_key = key != '\0' && line[0] == key && line[1] == '\0';
        if (is_key || strcmp(replies[i].id, line) == 0) {
            return &replies[i];
        }
    }
    return NULL;
}

static const rp_reply_view *read_reply(const terminal *at,
                                       const rp_call_view *call)
{
    uint32_t index = 0;
    const rp_reply_view *found = NULL;

    if (terminal_pick(at->line, call->reply_count, &index)) {
        return &call->replies[index];
    }
    for (uint32_t i = 0; i < call->reply_count; i++) {
        if (strcmp(call->replies[i].id, at->line) == 0) {
            found = &call->replies[i];
        }
    }
    return found != NULL
               ? found
               : find_reply(call->anytime, call->anytime_count, at->line);
}

void terminal_call(terminal *at)
{
    const rp_call_view *call = &rp_app_view(at->app)->call;

    if (at->place != RP_AT_CALL && at->place != RP_AT_FORM) {
        at->seen = 0;
    }
    at->place = RP_AT_CALL;
    at->ask = 0;
    if (terminal_said(at)) {
        say_mood(at, call);
    }
    say_replies(at, call);
    while (terminal_read(at, "> ")) {
        const rp_reply_view *reply = read_reply(at, call);
        if (reply != NULL) {
            (void)terminal_do(at, RP_INTENT_SAY, reply->choice);
            return;
        }
        if (terminal_command(at)) {
            return;
        }
        call = &rp_app_view(at->app)->call;
    }
}
