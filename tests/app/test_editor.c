/*
 * The author's editor: which one, with which arguments, and never a shell.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <sys/stat.h>
#include <unistd.h>

#include "app/app_kit.h"
#include "app/studio.h"

/* The arguments in one line, a bar between them. */
static const char *choose(editor_wish wish, char line[512])
{
    editor_command command;
    rp_arena arena;

    wish.setting = wish.setting != NULL ? wish.setting : "";
    rp_arena_init(&arena, rp_alloc_default());
    assert_int_equal(editor_choose(&wish, &arena, &command, NULL), RP_OK);
    line[0] = '\0';
    for (uint32_t i = 0; i < command.count; i++) {
        (void)strcat(line, i > 0 ? "|" : "");
        (void)strcat(line, command.arguments[i]);
    }
    assert_null(command.arguments[command.count]);
    rp_arena_clear(&arena);
    return line;
}

static void setting_comes_first(void **unused)
{
    char line[512];

    (void)unused;
    assert_string_equal(choose((editor_wish){.setting = "mine -l{line} {file}",
                                             .visual = "code",
                                             .path = "/a/b.lua",
                                             .line = 7},
                               line),
                        "mine|-l7|/a/b.lua");
}

static void known_editors_are_told_the_line(void **unused)
{
    char line[512];

    (void)unused;
    assert_string_equal(choose((editor_wish){.visual = "/usr/bin/code --wait",
                                             .path = "/a/b.lua",
                                             .line = 7},
                               line),
                        "/usr/bin/code|--wait|-g|/a/b.lua:7");
    assert_string_equal(
        choose(
            (editor_wish){.visual = "vi", .editor = "gvim", .path = "/a/b.lua"},
            line),
        "gvim|+1|/a/b.lua");
}

static void editor_in_a_terminal_is_passed_over(void **unused)
{
    char line[512];

    (void)unused;
    assert_string_equal(
        choose(
            (editor_wish){.visual = "vi", .editor = "nano", .path = "/a/b.lua"},
            line),
        "xdg-open|/a/b.lua");
}

static void path_is_one_argument_whatever_it_holds(void **unused)
{
    char line[512];

    (void)unused;
    assert_string_equal(
        choose((editor_wish){.setting = "\"my editor\" {file}",
                             .path = "/a b/$(rm -rf {line});\".lua",
                             .line = 7},
               line),
        "my editor|/a b/$(rm -rf {line});\".lua");
}

static void template_without_a_file_is_refused(void **unused)
{
    editor_wish wish = {.setting = "code -g", .path = "/a"};
    editor_command command;
    rp_arena arena;

    (void)unused;
    rp_arena_init(&arena, rp_alloc_default());
    assert_int_equal(editor_choose(&wish, &arena, &command, NULL),
                     RP_E_INVALID);
    rp_arena_clear(&arena);
}

static void program_that_is_not_there_is_a_sentence(void **unused)
{
    char name[] = "no-such-editor";
    editor_command command = {.count = 1, .arguments = {name}};
    rp_error error = {0};

    (void)unused;
    assert_int_equal(editor_start(&command, &error), RP_E_IO);
    assert_non_null(strstr(error.message, "no-such-editor"));
}

/* An editor that writes down what it was told. */
static void write_editor(const char *folder, char path[KIT_PATH_MAX * 2])
{
    (void)snprintf(path, KIT_PATH_MAX * 2, "%s/editor", folder);
    FILE *file = fopen(path, "we");
    assert_non_null(file);
    (void)fprintf(file,
                  "#!/bin/sh\necho \"$1\" > %s/part\nmv %s/part "
                  "%s/told\n",
                  folder, folder, folder);
    assert_int_equal(fclose(file), 0);
    assert_int_equal(chmod(path, 0700), 0);
}

static bool was_told(const char *folder, const char *wanted)
{
    char path[KIT_PATH_MAX * 2];
    char line[512] = "";
    (void)snprintf(path, sizeof path, "%s/told", folder);

    for (int i = 0; i < 500; i++) {
        FILE *file = fopen(path, "re");
        if (file != NULL) {
            bool is_read = fgets(line, sizeof line, file) != NULL;
            (void)fclose(file);
            line[strcspn(line, "\n")] = '\0';
            return is_read && strcmp(line, wanted) == 0;
        }
        (void)nanosleep(&(struct timespec){.tv_nsec = 10 * 1000000}, NULL);
    }
    return false;
}

static void intent_opens_the_file_at_its_line(void **unused)
{
    rp_app_options options = kit_options();
    char folder[KIT_PATH_MAX];
    char editor[KIT_PATH_MAX * 2];
    char setting[RP_EDITOR_MAX];
    char wanted[KIT_PATH_MAX * 2 + 16];

    (void)unused;
    kit_folder(folder);
    write_editor(folder, editor);
    (void)snprintf(setting, sizeof setting, "%.200s {file}:{line}", editor);
    (void)snprintf(wanted, sizeof wanted, "%s:12", editor);
    rp_app *app = kit_open(&options);
    rp_intent set = {
        .kind = RP_INTENT_SETTING, .text = "editor", .value = setting};
    assert_int_equal(rp_app_act(app, &set, NULL), RP_OK);
    assert_string_equal(rp_app_settings(app)->editor, setting);
    rp_intent edit = {.kind = RP_INTENT_EDIT, .text = editor, .index = 12};
    assert_int_equal(rp_app_act(app, &edit, NULL), RP_OK);
    assert_true(was_told(folder, wanted));
    edit.text = "/nowhere/x.lua";
    assert_int_equal(rp_app_act(app, &edit, NULL), RP_E_IO);
    set.value = "code";
    assert_int_equal(rp_app_act(app, &set, NULL), RP_E_INVALID);
    rp_app_close(app);
    kit_remove(folder);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(setting_comes_first),
        cmocka_unit_test(known_editors_are_told_the_line),
        cmocka_unit_test(editor_in_a_terminal_is_passed_over),
        cmocka_unit_test(path_is_one_argument_whatever_it_holds),
        cmocka_unit_test(template_without_a_file_is_refused),
        cmocka_unit_test(program_that_is_not_there_is_a_sentence),
        cmocka_unit_test(intent_opens_the_file_at_its_line),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
