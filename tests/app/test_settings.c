/*
 * Settings: each may be what the table says, and lasts.
 */
#include "app/app_kit.h"

static rp_status change(rp_app *app, const char *name, const char *value,
                        rp_error *err)
{
    rp_intent intent = {
        .kind = RP_INTENT_SETTING, .text = name, .value = value};

    return rp_app_act(app, &intent, err);
}

static void every_setting_outlives_the_program(void **state)
{
    char folder[KIT_PATH_MAX];
    rp_app_options options = kit_options();

    (void)state;
    kit_folder(folder);
    options.in_memory = false;
    options.data_dir = folder;
    options.language = NULL;
    rp_app *app = kit_open(&options);
    assert_int_equal(change(app, "theme", "contrast", NULL), RP_OK);
    assert_int_equal(change(app, "text_percent", "150", NULL), RP_OK);
    assert_int_equal(change(app, "timer_percent", "200", NULL), RP_OK);
    assert_int_equal(change(app, "silence_off", "on", NULL), RP_OK);
    assert_int_equal(change(app, "reduced_motion", "on", NULL), RP_OK);
    assert_int_equal(change(app, "number_answers", "on", NULL), RP_OK);
    assert_int_equal(change(app, "language", "zh", NULL), RP_OK);
    rp_app_close(app);

    app = kit_open(&options);
    const rp_settings *settings = rp_app_settings(app);
    assert_int_equal(settings->theme, RP_THEME_CONTRAST);
    assert_int_equal(settings->text_percent, 150);
    assert_int_equal(settings->timer_percent, 200);
    assert_true(settings->silence_off);
    assert_true(settings->reduced_motion);
    assert_true(settings->number_answers);
    assert_string_equal(settings->language, "zh");
    rp_app_close(app);
    kit_remove(folder);
}

static void odd_values_are_refused_and_named(void **state)
{
    rp_app_options options = kit_options();
    rp_app *app = kit_open(&options);
    rp_error error = {0};

    (void)state;
    assert_int_equal(change(app, "text_percent", "99", NULL), RP_E_INVALID);
    assert_int_equal(change(app, "text_percent", "201", NULL), RP_E_INVALID);
    assert_int_equal(change(app, "text_percent", "1e2", NULL), RP_E_INVALID);
    assert_int_equal(change(app, "text_percent", "", NULL), RP_E_INVALID);
    assert_int_equal(change(app, "theme", "pink", NULL), RP_E_INVALID);
    assert_int_equal(change(app, "language", "xx", NULL), RP_E_INVALID);
    assert_int_equal(change(app, "silence_off", "maybe", NULL), RP_E_INVALID);
    assert_int_equal(change(app, "themes", "dark", &error), RP_E_INVALID);
    assert_string_equal(error.message, "There is no setting `themes`; did you "
                                       "mean `theme`?");
    assert_int_equal(rp_app_settings(app)->text_percent, 100);
    assert_string_equal(rp_app_settings(app)->language, "en");
    rp_app_close(app);
}

static void language_changes_interface_and_call_at_once(void **state)
{
    rp_app_options options = kit_options();
    rp_app *app = kit_open(&options);
    const char *before = rp_tr(app, "Passed");

    (void)state;
    kit_begin(app);
    assert_int_equal(change(app, "language", "zh", NULL), RP_OK);
    const rp_call_view *call = &rp_app_view(app)->call;
    assert_string_equal(call->title, "短短一通电话");
    assert_string_equal(call->customer, "赵伟");
    assert_string_equal(call->about, "家庭套餐，2016年入网");
    assert_string_not_equal(rp_tr(app, "Passed"), before);
    assert_string_equal(before, "Passed");
    rp_app_close(app);
}

static void ordered_language_wins_over_the_stored_one(void **state)
{
    rp_app_options options = kit_options();
    rp_app *app = NULL;

    (void)state;
    options.language = "zh_CN.UTF-8";
    app = kit_open(&options);
    assert_string_equal(rp_app_settings(app)->language, "zh");
    assert_string_equal(rp_app_view(app)->library.cards[1].title,
                        "短短一通电话");
    rp_app_close(app);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_setting_outlives_the_program),
        cmocka_unit_test(odd_values_are_refused_and_named),
        cmocka_unit_test(language_changes_interface_and_call_at_once),
        cmocka_unit_test(ordered_language_wins_over_the_stored_one),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
