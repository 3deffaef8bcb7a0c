/*
 * `rapport play`: a run from written moves, or a conversation in this
 * terminal.
 */
#include "cli.h"

static cli_exit play_here(cli *with, const char *scenario)
{
    uint64_t set = 0;
    terminal_start start = {.scenario = scenario,
                            .resumes = args_has(with, "--resume")};
    cli_exit status =
        args_number(with, "--seed", UINT64_MAX, &with->options.fixed_seed);

    if (status == CLI_GOOD) {
        status = args_set(with, &set);
    }
    if (status != CLI_GOOD) {
        return status;
    }
    with->options.fixed_set = (uint16_t)set;
    return terminal_play(with, &start);
}

cli_exit verb_play(cli *with)
{
    const char *scenario = with->operand_count > 0 ? with->operands[0] : NULL;
    const char *moves = args_value(with, "--moves");

    if (args_has(with, "--resume") && (scenario != NULL || moves != NULL)) {
        complain(with, "%s",
                 cli_tr(with, "--resume goes on with the call that was cut "
                              "off; it takes neither a scenario nor "
                              "moves."));
        return CLI_WRONG_USE;
    }
    if (moves == NULL && args_has(with, "--json")) {
        complain(with, "%s", cli_tr(with, "--json needs --moves."));
        return CLI_WRONG_USE;
    }
    if (moves == NULL) {
        return play_here(with, scenario);
    }
    if (scenario == NULL) {
        complain(with, "%s", cli_tr(with, "--moves needs a scenario."));
        return CLI_WRONG_USE;
    }
    return play_moves(with, scenario);
}
