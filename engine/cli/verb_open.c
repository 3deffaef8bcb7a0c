/*
 * `rapport open`: the window, right at what is wanted. Where one is open on
 * the same data already, that one comes to the front and opens it.
 */
#include "cli.h"
#include "open_window.h"

static cli_exit run_window(cli *with, rp_launch *launch, const rp_intent *wish)
{
    rp_app *app = NULL;
    rp_error error = {0};

    with->options.paces_speech = true;
    with->options.wake = wake_window;
    cli_exit status = cli_open_app(with, &app);
    if (status == CLI_GOOD && wish->kind != RP_INTENT_NONE) {
        /* What keeps it from opening, the window tells. */
        (void)rp_app_act(app, wish, NULL);
    }
    if (status == CLI_GOOD && open_window(app, launch, &error) != RP_OK) {
        (void)complain_of(with, &error);
        status = CLI_MACHINE;
    }
    rp_app_close(app);
    return status;
}

static cli_exit open_there(cli *with, const rp_intent *wish)
{
    rp_launch *launch = NULL;
    rp_error error = {0};

    if (rp_launch_open(&with->options, wish, with->alloc, &launch, &error) !=
        RP_OK) {
        (void)complain_of(with, &error);
        return CLI_MACHINE;
    }
    if (launch == NULL) {
        say_aside(with, "%s\n",
                  cli_tr(with, "Rapport is open already: its window comes to "
                               "the front."));
        return CLI_GOOD;
    }
    cli_exit status = run_window(with, launch, wish);
    rp_launch_close(launch);
    return status;
}

static cli_exit open_here(cli *with, const rp_intent *wish)
{
    terminal_start start = {
        .scenario = wish->kind == RP_INTENT_OPEN ? wish->text : NULL};

    say_paragraph(with, 0,
                  cli_tr(with, "There is no display here, so the call comes "
                               "to this terminal."));
    say(with, "\n");
    return terminal_play(with, &start);
}

cli_exit open_wish(cli *with, const rp_intent *wish)
{
    return cli_has_display() ? open_there(with, wish) : open_here(with, wish);
}

static cli_exit complain_of_place(const cli *with, const char *name)
{
    const char *names[RP_AT_SETTINGS + 1];

    for (int i = 0; i <= RP_AT_SETTINGS; i++) {
        names[i] = rp_place_name((rp_place)i);
    }
    const char *near = rp_nearest_name(name, names, RP_AT_SETTINGS + 1);
    if (near != NULL) {
        complain(with,
                 cli_tr(with, "There is no place `%s`. Did you mean `%s`?"),
                 name, near);
    } else {
        complain(with,
                 cli_tr(with, "There is no place `%s`. `rapport help open` "
                              "lists them."),
                 name);
    }
    return CLI_WRONG_USE;
}

static cli_exit read_place(const cli *with, const char *name, rp_intent *wish)
{
    rp_place place = RP_AT_HOME;

    if (!rp_place_named(name, &place)) {
        return complain_of_place(with, name);
    }
    *wish = (rp_intent){.kind = RP_INTENT_GO, .index = (uint32_t)place};
    return CLI_GOOD;
}

cli_exit verb_open(cli *with)
{
    const char *name = with->operand_count > 0 ? with->operands[0] : NULL;
    const char *at = args_value(with, "--at");
    rp_intent wish = {.kind = RP_INTENT_NONE};
    rp_error error = {0};
    cli_exit status =
        args_number(with, "--seed", UINT64_MAX, &with->options.fixed_seed);

    if (status == CLI_GOOD && name != NULL && at != NULL) {
        complain(with, "%s",
                 cli_tr(with, "A scenario opens at its own place: leave out "
                              "--at."));
        return CLI_WRONG_USE;
    }
    if (status == CLI_GOOD && at != NULL) {
        status = read_place(with, at, &wish);
    }
    if (status == CLI_GOOD && name != NULL &&
        rp_app_wish(&with->options, name, &with->arena, &wish, &error) !=
            RP_OK) {
        status = complain_of(with, &error);
    }
    return status == CLI_GOOD ? open_wish(with, &wish) : status;
}
