/*
 * What survives: a call cut off after any move goes on where it stopped, and
 * nothing that was played is ever changed.
 */
#include <string.h>

#include "app/app_kit.h"

enum {
    STEPS = 6
};

/* A call in six steps; each leaves the app somewhere it can be cut off. */
static void step(rp_app *app, uint32_t index)
{
    switch (index) {
    case 0: kit_do(app, RP_INTENT_LOOK, 0); break;
    case 1: kit_do(app, RP_INTENT_HINT, 0); break;
    case 2: kit_say(app, "ask"); break;
    case 3: kit_say(app, "hold"); break;
    case 4: kit_say(app, "own"); break;
    case 5:
        kit_choose(app, "level", "high");
        kit_choose(app, "known", "dead");
        kit_do(app, RP_INTENT_FILE, 0);
        break;
    default: fail();
    }
    (void)rp_app_tick(app, 1000);
}

static rp_app_options disk_options(const char *folder)
{
    rp_app_options options = kit_options();

    options.in_memory = false;
    options.data_dir = folder;
    return options;
}

static void call_cut_off_after_any_move_goes_on(void **state)
{
    (void)state;
    for (uint32_t cut = 1; cut < STEPS; cut++) {
        char folder[KIT_PATH_MAX];
        kit_folder(folder);
        rp_app_options options = disk_options(folder);
        rp_app *app = kit_open(&options);
        kit_begin(app);
        for (uint32_t i = 0; i < cut; i++) {
            step(app, i);
        }
        uint32_t said = rp_app_view(app)->call.said_count;
        rp_place place = rp_app_view(app)->place;
        rp_mood_view mood = rp_app_view(app)->call.mood;
        rp_app_close(app);

        app = kit_open(&options);
        const rp_view *view = rp_app_view(app);
        assert_true(view->library.has_unfinished);
        assert_string_equal(view->library.unfinished_title, "A short call");
        assert_int_equal(view->library.unfinished_moves, cut);
        kit_do(app, RP_INTENT_RESUME, 0);
        assert_int_equal(view->place, place);
        assert_int_equal(view->call.said_count, said);
        assert_memory_equal(&view->call.mood, &mood, sizeof mood);
        assert_int_equal(view->call.clock_ms, (cut - 1) * 1000);
        for (uint32_t i = cut; i < STEPS; i++) {
            step(app, i);
        }
        assert_int_equal(view->place, RP_AT_DEBRIEF);
        assert_true(view->debrief.result.passed);
        rp_app_close(app);
        kit_remove(folder);
    }
}

static void dismissed_call_is_not_offered_again(void **state)
{
    rp_app_options options = kit_options();
    rp_app *app = kit_open(&options);

    (void)state;
    kit_begin(app);
    kit_say(app, "ask");
    kit_do(app, RP_INTENT_LEAVE, 0);
    assert_true(rp_app_view(app)->library.has_unfinished);
    kit_do(app, RP_INTENT_DISMISS, 0);
    assert_false(rp_app_view(app)->library.has_unfinished);
    rp_app_close(app);
}

static void call_in_which_nothing_was_done_is_not_offered(void **state)
{
    rp_app_options options = kit_options();
    rp_app *app = kit_open(&options);

    (void)state;
    kit_begin(app);
    kit_do(app, RP_INTENT_LEAVE, 0);
    assert_false(rp_app_view(app)->library.has_unfinished);
    rp_app_close(app);
}

static void undo_is_a_new_attempt_without_the_last_reply(void **state)
{
    rp_app_options options = kit_options();
    rp_app *app = kit_open(&options);
    const rp_call_view *call = &rp_app_view(app)->call;
    rp_attempt_lines lines = {0};
    rp_arena arena;

    (void)state;
    rp_arena_init(&arena, rp_alloc_default());
    kit_begin(app);
    kit_say(app, "ask");
    kit_say(app, "blame");
    kit_do(app, RP_INTENT_LOOK, 0);
    kit_do(app, RP_INTENT_UNDO, 0);
    assert_string_equal(call->undone, "You should have called earlier.");
    assert_false(call->records[0].is_opened);
    assert_int_equal(call->said_count, 3);
    assert_int_equal(call->mood.now[RP_PATIENCE], 40);
    assert_int_equal(rp_app_attempts(app, 10, &arena, &lines, NULL), RP_OK);
    assert_int_equal(lines.count, 2);
    assert_true(lines.items[0].is_retry);
    assert_int_equal(lines.items[0].moves, 1);
    assert_false(lines.items[1].is_retry);
    assert_int_equal(lines.items[1].moves, 3);
    kit_say(app, "own");
    assert_null(call->undone);
    rp_arena_clear(&arena);
    rp_app_close(app);
}

static void undo_goes_back_from_a_form(void **state)
{
    rp_app_options options = kit_options();
    rp_app *app = kit_open(&options);

    (void)state;
    kit_begin(app);
    kit_say(app, "own");
    kit_choose(app, "level", "low");
    kit_do(app, RP_INTENT_UNDO, 0);
    assert_int_equal(rp_app_view(app)->place, RP_AT_CALL);
    assert_int_equal(rp_app_view(app)->call.promise_count, 0);
    assert_false(rp_app_view(app)->call.can_undo);
    rp_app_close(app);
}

static void retry_shares_the_moves_before_the_turn(void **state)
{
    rp_app_options options = kit_options();
    rp_app *app = kit_open(&options);
    rp_verify_totals totals = {0};

    (void)state;
    kit_begin(app);
    kit_do(app, RP_INTENT_LOOK, 0);
    (void)rp_app_tick(app, 2000);
    kit_say(app, "ask");
    (void)rp_app_tick(app, 2000);
    kit_say(app, "blame");
    kit_say(app, "blame");
    assert_int_equal(rp_app_view(app)->place, RP_AT_DEBRIEF);
    kit_do(app, RP_INTENT_RETRY, 1);
    const rp_view *view = rp_app_view(app);
    assert_int_equal(view->place, RP_AT_CALL);
    assert_true(view->call.records[0].is_opened);
    assert_int_equal(view->call.mood.now[RP_CALM], 25);
    assert_int_equal(view->call.clock_ms, 2000);
    kit_say(app, "own");
    assert_int_equal(rp_app_verify(app, NULL, NULL, &totals, NULL), RP_OK);
    assert_int_equal(totals.attempts, 2);
    assert_int_equal(totals.moves, 4 + 3);
    assert_int_equal(totals.findings, 0);
    rp_app_close(app);
}

static void again_puts_the_running_call_aside(void **state)
{
    rp_app_options options = kit_options();
    rp_app *app = kit_open(&options);

    (void)state;
    kit_begin(app);
    kit_say(app, "ask");
    kit_do(app, RP_INTENT_AGAIN, 0);
    assert_int_equal(rp_app_view(app)->call.said_count, 1);
    kit_do(app, RP_INTENT_LEAVE, 0);
    assert_false(rp_app_view(app)->library.has_unfinished);
    rp_app_close(app);
}

static void notes_and_pins_outlive_the_program(void **state)
{
    char folder[KIT_PATH_MAX];

    (void)state;
    kit_folder(folder);
    rp_app_options options = disk_options(folder);
    rp_app *app = kit_open(&options);
    kit_begin(app);
    kit_say(app, "ask");
    kit_text(app, RP_INTENT_NOTE, "two calls before");
    kit_text(app, RP_INTENT_PIN, "dead since last night");
    kit_text(app, RP_INTENT_NOTE, "a slip");
    const rp_call_view *call = &rp_app_view(app)->call;
    assert_int_equal(call->note_count, 3);
    rp_intent slip = {.kind = RP_INTENT_UNNOTE, .number = call->notes[2].id};
    assert_int_equal(rp_app_act(app, &slip, NULL), RP_OK);
    rp_app_close(app);

    app = kit_open(&options);
    kit_do(app, RP_INTENT_RESUME, 0);
    call = &rp_app_view(app)->call;
    assert_int_equal(call->note_count, 2);
    assert_string_equal(call->notes[0].text, "two calls before");
    assert_false(call->notes[0].is_pin);
    assert_true(call->notes[1].is_pin);
    kit_do(app, RP_INTENT_UNDO, 0);
    assert_int_equal(rp_app_view(app)->call.note_count, 2);
    rp_app_close(app);
    kit_remove(folder);
}

static void unclean_note_is_refused(void **state)
{
    rp_app_options options = kit_options();
    rp_app *app = kit_open(&options);
    rp_intent note = {.kind = RP_INTENT_NOTE, .text = "\033[2J"};

    (void)state;
    kit_begin(app);
    assert_int_equal(rp_app_act(app, &note, NULL), RP_E_INVALID);
    assert_int_equal(rp_app_view(app)->call.note_count, 0);
    assert_non_null(rp_app_view(app)->notice);
    rp_app_close(app);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(call_cut_off_after_any_move_goes_on),
        cmocka_unit_test(dismissed_call_is_not_offered_again),
        cmocka_unit_test(call_in_which_nothing_was_done_is_not_offered),
        cmocka_unit_test(undo_is_a_new_attempt_without_the_last_reply),
        cmocka_unit_test(undo_goes_back_from_a_form),
        cmocka_unit_test(retry_shares_the_moves_before_the_turn),
        cmocka_unit_test(again_puts_the_running_call_aside),
        cmocka_unit_test(notes_and_pins_outlive_the_program),
        cmocka_unit_test(unclean_note_is_refused),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
