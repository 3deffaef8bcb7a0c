/*
 * `rapport bless`: recorded runs become examples at the end of a scenario's
 * file, and what they read and scored is kept beside it.
 *
 *   runs --checked--> text --appended--> file --loaded again--> readings kept
 *                                          \-- does not load: put back
 */
#include <string.h>

#include "bless.h"
#include "json.h"

static cli_exit write_examples(blessing *of)
{
    rp_error error = {0};

    for (uint32_t i = 0; i < of->run_count; i++) {
        rp_text_puts(&of->text, "\n");
        rp_status status =
            rp_bless_example(of->loaded.model, &of->runs[i], &of->text, &error);
        if (status != RP_OK) {
            return complain_of(of->with, &error);
        }
    }
    return CLI_GOOD;
}

/* With --again nothing is written in Lua: the examples are those there are. */
static cli_exit print_json(const blessing *of, bool is_written)
{
    const rp_model *model = of->loaded.model;
    bool is_again = args_has(of->with, "--again");
    json_page page;
    rp_json *json = json_begin(&page, of->with);

    rp_json_open(json, '{');
    json_text(json, "file", of->path);
    json_flag(json, "written", is_written);
    json_open(json, "examples", '[');
    for (uint32_t i = 0; is_again && i < model->example_count; i++) {
        rp_json_string(json, model->examples[i].name);
    }
    for (uint32_t i = 0; i < of->run_count; i++) {
        rp_json_string(json, of->runs[i].name);
    }
    rp_json_close(json, ']');
    json_text(json, "lua", is_again ? NULL : of->text.bytes);
    rp_json_close(json, '}');
    return json_end(&page, of->with);
}

static void say_again(const cli *with, uint32_t count, bool is_written)
{
    if (is_written) {
        say(with,
            cli_tr_n(with, "%u example is blessed as it reads and scores now.",
                     "%u examples are blessed as they read and score now.",
                     count),
            (unsigned)count);
    } else {
        say(with,
            cli_tr_n(with,
                     "%u example would be blessed as it reads and scores now.",
                     "%u examples would be blessed as they read and score now.",
                     count),
            (unsigned)count);
    }
    say(with, "\n");
}

static void say_runs(const blessing *of, bool is_written)
{
    const cli *with = of->with;

    if (is_written) {
        say(with,
            cli_tr_n(
                with, "%u example was written to the end of %s:",
                "%u examples were written to the end of %s:", of->run_count),
            (unsigned)of->run_count, of->path);
    } else {
        say(with, cli_tr(with, "This would be written to the end of %s:"),
            of->path);
    }
    say(with, "\n%s", cli_text(&of->text));
}

static cli_exit tell(const blessing *of)
{
    bool is_written = !args_has(of->with, "--dry-run");

    if (args_has(of->with, "--json")) {
        return print_json(of, is_written);
    }
    if (args_has(of->with, "--again")) {
        say_again(of->with, of->loaded.model->example_count, is_written);
    } else {
        say_runs(of, is_written);
    }
    return CLI_GOOD;
}

/* The example stands in the file by now, whatever becomes of its reading. */
static cli_exit keep_or_say(blessing *of)
{
    cli_exit status = bless_keep(of);

    if (status != CLI_GOOD) {
        complain(of->with, "%s",
                 cli_tr(of->with, "The example was written, but not what it "
                                  "reads; `rapport bless --again` keeps that "
                                  "later."));
    }
    return status;
}

static cli_exit bless_runs(blessing *of)
{
    bool is_dry = args_has(of->with, "--dry-run");
    cli_exit status = bless_gather(of);

    if (status == CLI_GOOD) {
        status = write_examples(of);
    }
    if (status == CLI_GOOD && !is_dry) {
        status = bless_append(of);
    }
    if (status == CLI_GOOD && !is_dry) {
        status = keep_or_say(of);
    }
    return status;
}

/* What was asked must be one thing. */
static cli_exit check_use(const cli *with)
{
    bool has_moves = args_has(with, "--moves");
    bool is_again = args_has(with, "--again");
    uint32_t attempts = with->operand_count - 1;
    const char *wrong = NULL;

    if (is_again && (has_moves || attempts > 0)) {
        wrong = RP_WORD("--again is about the examples there are; it takes "
                        "neither attempts nor moves.");
    } else if (!is_again && has_moves && attempts > 0) {
        wrong = RP_WORD("Bless either attempts or --moves, not both.");
    } else if (!is_again && !has_moves && attempts == 0) {
        wrong = RP_WORD("Which run? Name attempts from `rapport attempts`, or "
                        "give --moves.");
    } else if (!has_moves && args_has(with, "--set")) {
        wrong = RP_WORD("--set goes with --moves; an attempt knows its fact "
                        "set.");
    } else if (attempts > 1 && args_has(with, "--name")) {
        wrong = RP_WORD("--name names one run; bless them one by one.");
    }
    if (wrong != NULL) {
        complain(with, "%s", cli_tr(with, wrong));
    }
    return wrong != NULL ? CLI_WRONG_USE : CLI_GOOD;
}

static cli_exit check_file(const blessing *of)
{
    size_t length = strlen(of->path);

    if (length > 4 && strcmp(of->path + length - 4, ".lua") == 0) {
        return CLI_GOOD;
    }
    complain(of->with,
             cli_tr(of->with, "%s is a document; examples are written into a "
                              "scenario's Lua file."),
             of->path);
    return CLI_WRONG_USE;
}

cli_exit verb_bless(cli *with)
{
    blessing of = {.with = with};
    cli_exit status = check_use(with);

    if (status != CLI_GOOD) {
        return status;
    }
    rp_text_init(&of.text, with->alloc);
    status = cli_load_model(with, with->operands[0], &of.loaded);
    if (status == CLI_GOOD) {
        of.path =
            rp_arena_copy(&with->arena, of.loaded.file, strlen(of.loaded.file));
        status = of.path != NULL ? check_file(&of) : complain_of_memory(with);
    }
    if (status == CLI_GOOD) {
        status = args_has(with, "--again") ? bless_again(&of) : bless_runs(&of);
    }
    if (status == CLI_GOOD) {
        status = tell(&of);
    }
    rp_text_clear(&of.text);
    rp_loaded_clear(&of.loaded);
    return status;
}
