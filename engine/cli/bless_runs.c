/*
 * Which runs are blessed: attempts out of the store, or moves as they were
 * typed. A run that does not go today as it went then is refused.
 */
#include <string.h>

#include "bless.h"

enum {
    ID_DIGITS = 8
};

/* -------------------------------------------------------------------- runs */

static cli_exit written_run(blessing *of, rp_written_run *run)
{
    cli *with = of->with;
    uint64_t set = 1;
    cli_exit status = args_set(with, &set);

    if (status == CLI_GOOD) {
        status = args_moves(with, &run->moves, &run->move_count);
    }
    run->set = (uint16_t)(set - 1);
    run->name = args_value(with, "--name");
    if (status == CLI_GOOD && run->name == NULL) {
        complain(with, "%s",
                 cli_tr(with, "--moves needs a name for the "
                              "example: --name NAME."));
        status = CLI_WRONG_USE;
    }
    return status;
}

/* ---------------------------------------------------------------- attempts */

static bool is_rule(const rp_reread *found)
{
    return found->kind == RP_REREAD_POINTS || found->kind == RP_REREAD_MOOD ||
           found->kind == RP_REREAD_PLACE;
}

static cli_exit complain_of_step(const cli *with, const rp_recorded *then,
                                 const rp_reread *found)
{
    complain(with,
             cli_tr(with, "Attempt %.8s does not go as it went on the present "
                          "scenario; nothing was written."),
             then->id);
    if (found->step > 0) {
        complain(with, cli_tr(with, "It differs first at move %u, %s:"),
                 (unsigned)found->step, found->move);
    } else {
        complain(with, "%s", cli_tr(with, "It differs from the beginning:"));
    }
    complain(with, "%s: %s → %s", reread_label(with, found), found->before,
             found->after);
    complain(with, "%s",
             cli_tr(with, "To bless its moves all the same, give them with "
                          "--moves."));
    return CLI_FOUND;
}

/* The same moves on the document they were made on, and on today's. */
static cli_exit compare_runs(blessing *of, const rp_recorded *then,
                             const rp_written_run *run)
{
    cli *with = of->with;
    rp_reading before = {.name = NULL};
    rp_reading after = {.name = NULL};
    rp_rereads found = {0};
    rp_error error = {0};
    rp_status status =
        rp_reading_make(then->then.model, run, &with->arena, &before, &error);

    if (status == RP_OK) {
        status = rp_reading_make(of->loaded.model, run, &with->arena, &after,
                                 &error);
    }
    if (status == RP_E_INVALID) {
        complain(with,
                 cli_tr(with, "Attempt %.8s cannot be played on the present "
                              "scenario; nothing was written."),
                 then->id);
        complain(with, "%s", error.message);
        return CLI_FOUND;
    }
    if (status == RP_OK) {
        status =
            rp_reading_compare(&before, &after, &with->arena, &found, &error);
    }
    if (status != RP_OK) {
        return complain_of(with, &error);
    }
    for (uint32_t i = 0; i < found.count; i++) {
        if (is_rule(&found.items[i])) {
            return complain_of_step(with, then, &found.items[i]);
        }
    }
    return CLI_GOOD;
}

static cli_exit check_attempt(blessing *of, const rp_recorded *then,
                              const rp_written_run *run)
{
    cli *with = of->with;
    const char *id = of->loaded.model->id;

    if (strcmp(then->scenario, id) != 0) {
        complain(with,
                 cli_tr(with, "Attempt %.8s is one of `%s`, not of `%s`."),
                 then->id, then->scenario, id);
        return CLI_WRONG_USE;
    }
    if (!then->is_finished) {
        complain(with,
                 cli_tr(with, "Attempt %.8s did not come to an end; an "
                              "example must."),
                 then->id);
        return CLI_WRONG_USE;
    }
    return compare_runs(of, then, run);
}

static cli_exit recorded_run(blessing *of, const char *prefix,
                             rp_written_run *run)
{
    cli *with = of->with;
    const char *name = args_value(with, "--name");
    rp_recorded then;
    rp_error error = {0};

    if (rp_app_recorded(&with->options, prefix, &with->arena, &then, &error) !=
        RP_OK) {
        rp_recorded_clear(&then);
        return complain_of(with, &error);
    }
    run->set = then.set;
    run->moves = then.moves;
    run->move_count = then.move_count;
    run->name = name != NULL ? name
                             : rp_arena_format(&with->arena, "run %.*s",
                                               ID_DIGITS, then.id);
    cli_exit status = run->name != NULL ? check_attempt(of, &then, run)
                                        : complain_of_memory(with);
    rp_recorded_clear(&then);
    return status;
}

/* Every run the person named, checked. */
static cli_exit gather_runs(blessing *of)
{
    cli *with = of->with;
    uint32_t count = with->operand_count - 1;
    cli_exit status = CLI_GOOD;

    of->runs = rp_arena_take(&with->arena, count + 1U, sizeof *of->runs);
    if (of->runs == NULL) {
        return complain_of_memory(with);
    }
    if (args_has(with, "--moves")) {
        of->run_count = 1;
        return written_run(of, &of->runs[0]);
    }
    for (uint32_t i = 0; status == CLI_GOOD && i < count; i++) {
        status = recorded_run(of, with->operands[i + 1], &of->runs[i]);
        of->run_count++;
    }
    return status;
}

/* Whether a run before this one has its name. */
static bool is_repeated(const blessing *of, uint32_t index)
{
    for (uint32_t i = 0; i < index; i++) {
        if (strcmp(of->runs[i].name, of->runs[index].name) == 0) {
            return true;
        }
    }
    return false;
}

/* Two runs of one command must not have the same name either. */
static cli_exit check_names(const blessing *of)
{
    for (uint32_t i = 0; i < of->run_count; i++) {
        if (is_repeated(of, i)) {
            complain(of->with,
                     cli_tr(of->with, "Two runs cannot both be called “%s”; "
                                      "bless them one by one."),
                     of->runs[i].name);
            return CLI_WRONG_USE;
        }
    }
    return CLI_GOOD;
}

cli_exit bless_gather(blessing *of)
{
    cli_exit status = gather_runs(of);

    return status == CLI_GOOD ? check_names(of) : status;
}
