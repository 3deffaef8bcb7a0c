#include "record_show.h"

#include <string.h>

#include "support/test.h"

enum {
    MOVES_MOST = 60
};

static void say(journey_run *journey, uint32_t reply)
{
    const rp_call_view *call = &rp_app_view(journey->app)->call;

    journey_wait(journey, 5000);
    journey_act(journey, (rp_intent){.kind = RP_INTENT_SAY,
                                     .index = call->replies[reply].choice});
}

static void file_form(journey_run *journey)
{
    const rp_call_view *call = &rp_app_view(journey->app)->call;

    for (uint32_t i = 0; i < call->ask_count; i++) {
        journey_act(journey,
                    (rp_intent){.kind = RP_INTENT_CHOOSE,
                                .index = call->asks[i].answers[0].bit});
    }
    journey_act(journey, (rp_intent){.kind = RP_INTENT_FILE});
}

/* The last reply every time: not a good call. */
static void play_badly(journey_run *journey)
{
    for (int i = 0; i < MOVES_MOST; i++) {
        const rp_view *view = rp_app_view(journey->app);
        if (view->place == RP_AT_DEBRIEF) {
            return;
        }
        if (view->place == RP_AT_FORM) {
            file_form(journey);
        } else {
            say(journey, view->call.reply_count - 1);
        }
    }
    assert_int_equal(rp_app_view(journey->app)->place, RP_AT_DEBRIEF);
}

static void leave(journey_run *journey)
{
    journey_act(journey, (rp_intent){.kind = RP_INTENT_LEAVE});
}

static uint32_t retryable(const journey_run *journey)
{
    const rp_debrief_view *debrief = &rp_app_view(journey->app)->debrief;
    uint32_t at = debrief->turn_count - 1;

    while (at > 0 && !debrief->turns[at].can_retry) {
        at--;
    }
    return at;
}

void practise(journey_run *journey)
{
    journey_open(journey);
    journey_pick_up(journey);
    journey_play_to(journey, RP_AT_DEBRIEF);
    journey_act(journey, (rp_intent){.kind = RP_INTENT_RETRY,
                                     .index = retryable(journey) / 2});
    play_badly(journey);
    leave(journey);
    journey_open_scenario(journey, "billing-dispute");
    journey_pick_up(journey);
    play_badly(journey);
    leave(journey);
    journey_open_scenario(journey, "vague-request");
    journey_pick_up(journey);
    say(journey, 0);
    leave(journey);
    journey_act(journey, (rp_intent){.kind = RP_INTENT_DISMISS});
    journey_open(journey);
    journey_pick_up(journey);
    say(journey, 0);
    leave(journey);
}

static void go(journey_run *journey, rp_place place)
{
    journey_act(journey, (rp_intent){.kind = RP_INTENT_GO, .index = place});
}

void at_record(journey_run *journey)
{
    practise(journey);
    go(journey, RP_AT_RECORD);
}

void at_record_empty(journey_run *journey)
{
    go(journey, RP_AT_RECORD);
}

static void sift(journey_run *journey, const char *part, const char *value)
{
    journey_act(
        journey,
        (rp_intent){.kind = RP_INTENT_SIFT, .text = part, .value = value});
}

void at_record_nothing_fits(journey_run *journey)
{
    at_record(journey);
    sift(journey, "query", "no such title");
}

static void click(journey_run *journey, const char *id)
{
    ui_node_info node;
    int index = ui_node_find(journey->ui, id);

    if (index < 0) {
        fail_msg("%s is not there", id);
        return;
    }
    ui_node_at(journey->ui, index, &node);
    ui_post_click(journey->ui, node.seen.x + node.seen.w / 2,
                  node.seen.y + node.seen.h / 2);
    journey_rest(journey);
    journey_rest(journey);
}

void at_record_scenarios(journey_run *journey)
{
    at_record(journey);
    click(journey, "tabs.1");
}

void at_record_picking(journey_run *journey)
{
    at_record(journey);
    click(journey, "scenario");
}

/* The newest row of this kind, opened. */
static void review(journey_run *journey, rp_past_kind kind)
{
    const rp_past_view *past = &rp_app_view(journey->app)->past;

    for (uint32_t i = 0; i < past->row_count; i++) {
        if (past->rows[i]->kind == kind) {
            journey_act(journey, (rp_intent){.kind = RP_INTENT_REVIEW,
                                             .text = past->rows[i]->id});
            return;
        }
    }
    fail_msg("no attempt of this kind");
}

void at_past_debrief(journey_run *journey)
{
    at_record(journey);
    review(journey, RP_PAST_RETRY);
}

void at_past_unfinished(journey_run *journey)
{
    at_record(journey);
    review(journey, RP_PAST_ASIDE);
}

void at_guide(journey_run *journey)
{
    journey_act(
        journey,
        (rp_intent){.kind = RP_INTENT_GO, .index = RP_AT_GUIDE, .text = "7.1"});
}

void type_text(journey_run *journey, const char *text)
{
    ui_post_text(journey->ui, text);
    journey_rest(journey);
    journey_rest(journey);
}

void at_guide_search(journey_run *journey)
{
    at_guide(journey);
    journey_key(journey, '/');
    type_text(journey, "7.");
}

void at_guide_from_debrief(journey_run *journey)
{
    journey_open(journey);
    journey_pick_up(journey);
    journey_play_to(journey, RP_AT_DEBRIEF);
    journey_key(journey, 'g');
    assert_int_equal(rp_app_view(journey->app)->place, RP_AT_GUIDE);
}

void at_palette(journey_run *journey)
{
    journey_key(journey, UI_CTRL | 'k');
}

void at_palette_search(journey_run *journey)
{
    practise(journey);
    journey_wait(journey, 5000); /* until the toast has gone */
    journey_key(journey, UI_CTRL | 'k');
    type_text(journey, "an");
}

void at_palette_in_call(journey_run *journey)
{
    journey_open(journey);
    journey_pick_up(journey);
    journey_key(journey, UI_CTRL | 'k');
}
