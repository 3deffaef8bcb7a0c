/*
 * The studio: what is checked, shown and kept in its place while files are
 * saved.
 */
#include <dirent.h>

#include "app/studio_kit.h"

static void preview(desk *of, const char *node, rp_moment moment)
{
    rp_error error = {0};
    rp_intent intent = {
        .kind = RP_INTENT_PREVIEW, .index = (uint32_t)moment, .text = node};

    if (rp_app_act(of->app, &intent, &error) != RP_OK) {
        fail_msg("%s", error.message);
    }
}

static bool has_costs(const rp_view *view, const void *about)
{
    (void)about;
    return view->studio.preview.has_costs;
}

/* True once the preview reads so. */
static bool says(const rp_view *view, const void *line)
{
    const rp_studio_preview *at = &view->studio.preview;

    return at->said_count > 0 &&
           strcmp(at->said[at->said_count - 1].line.text, line) == 0;
}

static rp_studio_state state_of(const rp_view *view, const char *id)
{
    for (uint32_t i = 0; i < view->studio.row_count; i++) {
        if (strcmp(view->studio.rows[i].id, id) == 0) {
            return view->studio.rows[i].state;
        }
    }
    return RP_STUDIO_WAITING;
}

static bool is_faulty(const rp_view *view, const void *id)
{
    return state_of(view, id) == RP_STUDIO_FAULTY;
}

static bool is_warned(const rp_view *view, const void *id)
{
    return state_of(view, id) == RP_STUDIO_WARNED;
}

static int64_t now_ms(void)
{
    struct timespec now = {0};

    (void)clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

/* ---------------------------------------------------------------- checking */

static void all_scenarios_are_checked_and_the_selected_one_drawn(void **unused)
{
    desk of;

    (void)unused;
    desk_open(&of);
    const rp_studio_view *view = desk_view(&of);
    assert_int_equal(view->row_count, 2);
    assert_string_equal(view->selected, "parcel");
    assert_string_equal(view->title, "Where is parcel?");
    assert_string_equal(view->file, "parcel.lua");
    assert_true(view->is_watching);
    assert_true(view->saved_ms > 0);
    for (uint32_t i = 0; i < view->row_count; i++) {
        assert_int_equal(view->rows[i].state, RP_STUDIO_WARNED);
        assert_int_equal(view->rows[i].error_count, 0);
        assert_false(view->rows[i].gate_is_open);
    }
    assert_true(view->has_proof);
    assert_true(view->is_exact);
    assert_int_equal(view->guesser_count, RP_GUESSERS);
    assert_int_equal(view->par[RP_RESOLUTION], 3);
    assert_non_null(view->graph);
    assert_non_null(view->layout);
    assert_false(view->is_stale);
    assert_null(view->no_graph);
    desk_close(&of);
}

static void what_keeps_the_gate_shut_comes_last(void **unused)
{
    desk of;

    (void)unused;
    desk_open(&of);
    const rp_studio_view *view = desk_view(&of);
    bool was_gate = false;
    assert_true(view->problem_count > 0);
    for (uint32_t i = 0; i < view->problem_count; i++) {
        assert_true(view->problems[i].is_gate || !was_gate);
        assert_true(view->problems[i].message[0] != '\0');
        assert_true(view->problems[i].mend[0] != '\0');
        was_gate = view->problems[i].is_gate;
    }
    assert_true(was_gate);
    desk_close(&of);
}

static void another_scenario_is_looked_at_by_its_id(void **unused)
{
    desk of;

    (void)unused;
    desk_open(&of);
    kit_text(of.app, RP_INTENT_STUDY, "second");
    assert_string_equal(desk_view(&of)->selected, "second");
    desk_until(&of, waker_studio_is_done, NULL);
    assert_string_equal(desk_view(&of)->graph->scenario, "second");
    rp_error error = {0};
    rp_intent unknown = {.kind = RP_INTENT_STUDY, .text = "nobody"};
    assert_int_equal(rp_app_act(of.app, &unknown, &error), RP_E_INVALID);
    assert_string_equal(desk_view(&of)->selected, "second");
    desk_close(&of);
}

static void who_goes_to_the_studio_may_name_a_scenario(void **unused)
{
    desk of;

    (void)unused;
    desk_make(&of);
    of.app = kit_open(&of.options);
    rp_intent go = {
        .kind = RP_INTENT_GO, .index = RP_AT_STUDIO, .text = "second"};
    assert_int_equal(rp_app_act(of.app, &go, NULL), RP_OK);
    desk_until(&of, waker_studio_is_done, NULL);
    assert_string_equal(desk_view(&of)->selected, "second");
    desk_close(&of);
}

static void coming_back_costs_nothing(void **unused)
{
    desk of;

    (void)unused;
    desk_open(&of);
    const struct rp_graph *graph = desk_view(&of)->graph;
    kit_do(of.app, RP_INTENT_GO, RP_AT_HOME);
    kit_do(of.app, RP_INTENT_GO, RP_AT_STUDIO);
    assert_ptr_equal(desk_view(&of)->graph, graph);
    desk_until(&of, waker_studio_is_done, NULL);
    assert_ptr_equal(desk_view(&of)->graph, graph);
    desk_close(&of);
}

static void a_still_studio_rings_no_bell(void **unused)
{
    desk of;
    struct timespec end = {0};

    (void)unused;
    desk_open(&of);
    (void)clock_gettime(CLOCK_REALTIME, &end);
    end.tv_nsec += 400 * 1000000;
    end.tv_sec += end.tv_nsec / 1000000000;
    end.tv_nsec %= 1000000000;
    assert_false(waker_wait(&of.bell, &end));
    assert_false(rp_app_tick(of.app, 16));
    desk_close(&of);
}

/* ------------------------------------------------------------------- saving */

static void saved_file_is_checked_again_and_all_keeps_its_place(void **unused)
{
    desk of;

    (void)unused;
    desk_open(&of);
    kit_text(of.app, RP_INTENT_STUDY, "second");
    desk_until(&of, waker_studio_is_done, NULL);
    preview(&of, "found", RP_MOMENT_BEST);
    int64_t began = now_ms();
    desk_write(&of, "second", (desk_text){"Well, where?", ""});
    desk_until(&of, says, "Well, where?");
    print_message("a save shows after %d ms\n", (int)(now_ms() - began));
    assert_string_equal(desk_view(&of)->selected, "second");
    assert_string_equal(desk_view(&of)->preview.node, "found");
    assert_int_equal(desk_view(&of)->preview.moment, RP_MOMENT_BEST);
    desk_close(&of);
}

static void file_renamed_over_the_old_one_is_a_save(void **unused)
{
    desk of;

    (void)unused;
    desk_open(&of);
    preview(&of, "found", RP_MOMENT_LIKELIEST);
    desk_rename(&of, "parcel", (desk_text){"Where, then?", ""});
    desk_until(&of, says, "Where, then?");
    desk_close(&of);
}

static void broken_file_shows_its_fault_and_the_others_stay(void **unused)
{
    desk of;

    (void)unused;
    desk_open(&of);
    desk_write(&of, "parcel", (desk_text){"So?", "turn \"x\" { says = }"});
    desk_until(&of, is_faulty, "parcel");
    const rp_studio_view *view = desk_view(&of);
    assert_int_equal(view->problems[0].severity, RP_ERROR);
    assert_int_equal(view->problems[0].line, 25);
    assert_string_equal(view->problems[0].file, "parcel.lua");
    assert_true(access(view->problems[0].path, R_OK) == 0);
    assert_false(view->has_proof);
    assert_non_null(view->graph); /* of before */
    assert_true(view->is_stale);
    assert_true(is_warned(rp_app_view(of.app), "second"));
    desk_write(&of, "parcel", desk_usual);
    desk_until(&of, waker_studio_is_done, NULL);
    desk_until(&of, is_warned, "parcel");
    desk_until(&of, waker_studio_is_done, NULL);
    assert_false(desk_view(&of)->is_stale);
    desk_close(&of);
}

static bool has_rows(const rp_view *view, const void *count)
{
    return view->studio.row_count == *(const uint32_t *)count;
}

static void files_come_and_go(void **unused)
{
    const uint32_t more = 3;
    const uint32_t fewer = 2;
    desk of;
    char path[DESK_PATH_MAX];

    (void)unused;
    desk_open(&of);
    kit_text(of.app, RP_INTENT_STUDY, "second");
    desk_write(&of, "another", desk_usual);
    desk_until(&of, has_rows, &more);
    assert_string_equal(desk_view(&of)->selected, "second");
    desk_path(&of, "second.lua", path);
    assert_int_equal(unlink(path), 0);
    desk_until(&of, has_rows, &fewer);
    assert_non_null(desk_view(&of)->selected);
    desk_close(&of);
}

static bool has_warning(const rp_view *view, const void *code)
{
    for (uint32_t i = 0; i < view->studio.problem_count; i++) {
        if (strcmp(view->studio.problems[i].code, code) == 0) {
            return true;
        }
    }
    return false;
}

static void remark_leads_to_its_node_and_its_line(void **unused)
{
    desk of;

    (void)unused;
    desk_open(&of);
    desk_write(&of, "parcel",
               (desk_text){"So?", "ending \"never\" { outcome = \"lost\", says "
                                  "= \"No.\" }"});
    desk_until(&of, has_warning, "unreachable");
    const rp_studio_view *view = desk_view(&of);
    assert_string_equal(view->problems[0].code, "unreachable");
    assert_string_equal(view->problems[0].node, "never");
    assert_int_equal(view->problems[0].line, 25);
    desk_until(&of, waker_studio_is_done, NULL);
    preview(&of, "never", RP_MOMENT_LIKELIEST);
    assert_false(desk_view(&of)->preview.is_there);
    assert_non_null(strstr(desk_view(&of)->preview.why_not, "Nothing leads"));
    desk_close(&of);
}

/* ------------------------------------------------------------------ preview */

static const rp_studio_reply *reply(const desk *of, const char *id)
{
    const rp_studio_preview *at = &desk_view(of)->preview;

    for (uint32_t i = 0; i < at->reply_count; i++) {
        if (strcmp(at->replies[i].reply.id, id) == 0) {
            return &at->replies[i];
        }
    }
    fail_msg("`%s` is not offered", id);
    return NULL;
}

static void preview_shows_a_state_that_occurs(void **unused)
{
    desk of;

    (void)unused;
    desk_open(&of);
    preview(&of, "found", RP_MOMENT_LIKELIEST);
    const rp_studio_preview *at = &desk_view(&of)->preview;
    assert_true(at->is_there);
    assert_string_equal(at->how, "own-it");
    assert_string_equal(at->customer, "Sun Li");
    assert_string_equal(at->said[at->said_count - 1].line.text,
                        "So where is it?");
    assert_int_equal(at->mood.now[RP_CALM], 65);
    assert_int_equal(at->mood.change[RP_CALM], 15);
    assert_int_equal(at->set, 1);
    assert_true(at->chance > 0 && at->chance < 1);
    assert_int_equal(at->reply_count, 2);
    assert_string_equal(reply(&of, "time")->to, "done");
    assert_int_equal(reply(&of, "time")->points[RP_RESOLUTION], 3);
    desk_until(&of, has_costs, NULL);
    assert_int_equal(reply(&of, "time")->cost_bp, 0);
    assert_true(reply(&of, "soon")->cost_bp > 0);
    desk_close(&of);
}

static void worst_moment_has_the_patience_gone(void **unused)
{
    desk of;

    (void)unused;
    desk_open(&of);
    preview(&of, "hello", RP_MOMENT_WORST);
    const rp_studio_preview *at = &desk_view(&of)->preview;
    assert_true(at->is_there);
    assert_string_equal(at->how, "rule, rule");
    assert_int_equal(at->mood.now[RP_PATIENCE], 5);
    desk_close(&of);
}

static void reply_can_be_tried_and_taken_back(void **unused)
{
    desk of;

    (void)unused;
    desk_open(&of);
    preview(&of, "hello", RP_MOMENT_BEST);
    kit_do(of.app, RP_INTENT_TRY, reply(&of, "own-it")->reply.choice);
    const rp_studio_preview *at = &desk_view(&of)->preview;
    assert_int_equal(at->step_count, 1);
    assert_string_equal(at->node, "hello");
    assert_string_equal(at->at, "found");
    desk_until(&of, has_costs, NULL);
    kit_do(of.app, RP_INTENT_TRY, reply(&of, "time")->reply.choice);
    assert_string_equal(desk_view(&of)->preview.at, "done");
    assert_int_equal(desk_view(&of)->preview.reply_count, 0);
    assert_int_not_equal(kit_try(of.app, RP_INTENT_TRY, 0, NULL), RP_OK);
    preview(&of, "hello", RP_MOMENT_BEST);
    assert_int_equal(desk_view(&of)->preview.step_count, 0);
    assert_string_equal(desk_view(&of)->preview.at, "hello");
    desk_close(&of);
}

static void what_was_tried_is_tried_again_after_a_save(void **unused)
{
    desk of;

    (void)unused;
    desk_open(&of);
    preview(&of, "hello", RP_MOMENT_BEST);
    kit_do(of.app, RP_INTENT_TRY, reply(&of, "own-it")->reply.choice);
    desk_write(&of, "parcel", (desk_text){"And now?", ""});
    desk_until(&of, says, "And now?");
    assert_int_equal(desk_view(&of)->preview.step_count, 1);
    desk_close(&of);
}

/* -------------------------------------------------------------------- ends */

static void leaving_ends_the_work_and_closing_is_prompt(void **unused)
{
    (void)unused;
    for (int i = 0; i < 20; i++) {
        desk of;
        desk_make(&of);
        of.app = kit_open(&of.options);
        kit_do(of.app, RP_INTENT_GO, RP_AT_STUDIO);
        if (i % 2 == 0) {
            (void)rp_app_tick(of.app, 0);
            kit_do(of.app, RP_INTENT_GO, RP_AT_HOME);
        }
        if (i % 3 == 0) {
            kit_do(of.app, RP_INTENT_GO, RP_AT_STUDIO);
        }
        int64_t began = now_ms();
        desk_close(&of);
        assert_true(now_ms() - began < 3000);
    }
}

static uint32_t open_files(void)
{
    DIR *folder = opendir("/proc/self/fd");
    uint32_t count = 0;

    while (folder != NULL && readdir(folder) != NULL) {
        count++;
    }
    if (folder != NULL) {
        (void)closedir(folder);
    }
    return count;
}

static studio_edition *edition_now(const desk *of)
{
    const studio_row *row = studio_row_now(of->app->studio);

    return row->parts[STUDIO_EDITION]->of;
}

static bool is_another(const rp_view *view, const void *about)
{
    const struct {
        const desk *of;
        const studio_edition *old;
    } *question = about;

    (void)view;
    return edition_now(question->of) != question->old;
}

static void a_thousand_reloads_leak_nothing(void **unused)
{
    desk of;

    (void)unused;
    desk_open(&of);
    uint32_t files = open_files();
    for (int i = 0; i < 1000; i++) {
        /* Held, so that the new one cannot lie where the old one lay. */
        studio_edition *old = edition_hold(edition_now(&of));

        struct {
            const desk *of;
            const studio_edition *old;
        } question = {&of, old};

        kit_do(of.app, RP_INTENT_CHECK, 0);
        desk_until(&of, is_another, &question);
        if (i % 100 == 0) {
            desk_until(&of, waker_studio_is_done, NULL);
            assert_true(desk_view(&of)->has_proof);
        }
        edition_drop(old);
    }
    desk_until(&of, waker_studio_is_done, NULL);
    assert_int_equal(open_files(), files);
    desk_close(&of);
}

/* ------------------------------------------------------------------ refusal */

/* Refuses one request, and no other, of several threads. */
typedef struct refusal {
    atomic_int_fast64_t asked;
    atomic_int_fast64_t blocks;
    int64_t refused;
} refusal;

static void *refuse_one(void *user, void *block, size_t size_bytes)
{
    refusal *r = user;

    if (size_bytes == 0) {
        (void)atomic_fetch_sub(&r->blocks, block != NULL);
        free(block);
        return NULL;
    }
    if (atomic_fetch_add(&r->asked, 1) == r->refused) {
        return NULL;
    }
    (void)atomic_fetch_add(&r->blocks, block == NULL);
    return realloc(block, size_bytes);
}

/* A view that could not be built is built by a later tick: ticks go on. */
static void tick_until_idle(desk *of)
{
    for (int i = 0; i < 2000; i++) {
        struct timespec end = {0};
        const rp_view *view = rp_app_view(of->app);
        if (!view->studio.is_busy) {
            return;
        }
        (void)clock_gettime(CLOCK_REALTIME, &end);
        end.tv_nsec += 10 * 1000000;
        end.tv_sec += end.tv_nsec / 1000000000;
        end.tv_nsec %= 1000000000;
        (void)waker_wait(&of->bell, &end);
        (void)rp_app_tick(of->app, 0);
    }
    fail_msg("the studio is never done");
}

static void visit_refused(desk *of, refusal *r)
{
    rp_alloc alloc = {refuse_one, r};
    rp_intent go = {.kind = RP_INTENT_GO, .index = RP_AT_STUDIO};
    rp_intent look = {
        .kind = RP_INTENT_PREVIEW, .index = RP_MOMENT_BEST, .text = "found"};

    if (rp_app_open(&of->options, alloc, &of->app, NULL) != RP_OK) {
        return;
    }
    if (rp_app_act(of->app, &go, NULL) == RP_OK) {
        tick_until_idle(of);
        (void)!rp_app_act(of->app, &look, NULL);
        tick_until_idle(of);
    }
    rp_app_close(of->app);
}

static void studio_survives_refused_memory(void **unused)
{
    desk of;
    int64_t asked = INT64_MAX;

    (void)unused;
    desk_make(&of);
    for (int64_t n = 0; n < asked; n += 1 + n / 16) {
        refusal r = {.refused = n};
        visit_refused(&of, &r);
        assert_int_equal(atomic_load(&r.blocks), 0);
        asked = atomic_load(&r.asked) > n ? INT64_MAX : 0;
    }
    desk_remove(&of);
}

/* ------------------------------------------------------------------- stamps */

static uint64_t stamp_of(const desk *of)
{
    char path[DESK_PATH_MAX];

    desk_path(of, "parcel.lua", path);
    return studio_stamp(path);
}

static void scenario_is_made_of_its_pack_too(void **unused)
{
    desk of;
    char path[DESK_PATH_MAX];

    (void)unused;
    desk_make(&of);
    desk_path(&of, "lib", path);
    assert_int_equal(mkdir(path, 0700), 0);
    desk_path(&of, "locale", path);
    assert_int_equal(mkdir(path, 0700), 0);
    uint64_t before = stamp_of(&of);
    assert_true(before == stamp_of(&of));
    desk_put(&of, "locale/second.zh.po", "");
    desk_put(&of, "second.lua", "");
    assert_true(before == stamp_of(&of));
    const char *const names[] = {"lib/a.lua", "locale/zh.po",
                                 "locale/parcel.zh.po", "pack.lua",
                                 "parcel.lua"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        desk_put(&of, names[i], "--");
        assert_true(before != stamp_of(&of));
        before = stamp_of(&of);
    }
    desk_remove(&of);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(all_scenarios_are_checked_and_the_selected_one_drawn),
        cmocka_unit_test(what_keeps_the_gate_shut_comes_last),
        cmocka_unit_test(another_scenario_is_looked_at_by_its_id),
        cmocka_unit_test(who_goes_to_the_studio_may_name_a_scenario),
        cmocka_unit_test(coming_back_costs_nothing),
        cmocka_unit_test(a_still_studio_rings_no_bell),
        cmocka_unit_test(saved_file_is_checked_again_and_all_keeps_its_place),
        cmocka_unit_test(file_renamed_over_the_old_one_is_a_save),
        cmocka_unit_test(broken_file_shows_its_fault_and_the_others_stay),
        cmocka_unit_test(files_come_and_go),
        cmocka_unit_test(remark_leads_to_its_node_and_its_line),
        cmocka_unit_test(preview_shows_a_state_that_occurs),
        cmocka_unit_test(worst_moment_has_the_patience_gone),
        cmocka_unit_test(reply_can_be_tried_and_taken_back),
        cmocka_unit_test(what_was_tried_is_tried_again_after_a_save),
        cmocka_unit_test(leaving_ends_the_work_and_closing_is_prompt),
        cmocka_unit_test(a_thousand_reloads_leak_nothing),
        cmocka_unit_test(studio_survives_refused_memory),
        cmocka_unit_test(scenario_is_made_of_its_pack_too),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
