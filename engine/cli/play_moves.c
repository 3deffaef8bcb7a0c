/*
 * `rapport play --moves`: a run without a person. Its JSON is relied on by
 * other programs: keys and their order stay as they are.
 */
#include <stdio.h>
#include <string.h>

#include "cli.h"
#include "json.h"

/* A run being played, and what every move of it cost. */
typedef struct play {
    cli *with;
    const rp_model *model;
    uint16_t language;
    rp_session session;
    rp_walk *walk; /* owned */
    rp_talk talk;
    rp_rendered scratch;
    rp_text moves; /* as written, a NUL behind each */
    rp_text costs; /* int64_t values */
    uint32_t count;
} play;

static cli_exit choose_language(play *run)
{
    const char *wanted = run->with->options.language;

    if (wanted == NULL) {
        return CLI_GOOD;
    }
    run->language = rp_model_language(run->model, wanted);
    if (run->language == RP_NONE) {
        complain(run->with,
                 cli_tr(run->with, "The scenario does not speak `%s`."),
                 wanted);
        return CLI_WRONG_USE;
    }
    return CLI_GOOD;
}

static cli_exit begin(play *run, uint64_t seed, uint16_t set)
{
    rp_error error = {0};
    rp_effect effect;
    rp_opening how = {seed, set};
    rp_ear ear = {run->model, run->language, &run->scratch};
    rp_status status =
        rp_session_begin(run->model, &how, &run->session, &effect, &error);

    if (status == RP_OK) {
        rp_talk_begin(&run->talk, &ear, &run->session.state, &effect);
        status = rp_walk_open(run->model,
                              &(rp_walk_how){.set = run->session.state.set,
                                             .alloc = run->with->alloc},
                              &run->walk, &error);
    }
    return status == RP_OK ? CLI_GOOD : complain_of(run->with, &error);
}

static rp_status take(play *run, const char *written, rp_error *err)
{
    char text[RP_MOVE_TEXT_MAX];
    rp_taken item = {.move = {.at_ms = run->session.at_ms},
                     .before = run->session.state};
    rp_ear ear = {run->model, run->language, &run->scratch};
    rp_regret regret = {0};
    rp_status status =
        rp_move_read(run->model, &item.before, written, &item.move, err);

    if (status == RP_OK) {
        rp_standing from = {&item.before, run->session.points};
        status = rp_walk_regret(run->walk, &from, &item.move, &regret, err);
    }
    if (status == RP_OK) {
        status = rp_session_take(&run->session, &item.move, &item.effect, err);
    }
    if (status != RP_OK) {
        return status;
    }
    item.after = run->session.state;
    rp_talk_move(&run->talk, &ear, &item);
    (void)rp_move_write(run->model, &item.before, &item.move, text);
    rp_text_add(&run->moves, text, strlen(text) + 1);
    rp_text_add(&run->costs, (const char *)&regret.value, sizeof regret.value);
    run->count++;
    return run->moves.failed || run->costs.failed
               ? rp_fail(err, RP_E_MEMORY, "Out of memory.")
               : RP_OK;
}

static cli_exit take_all(play *run)
{
    const char *const *moves = NULL;
    uint32_t count = 0;
    rp_error error = {0};
    cli_exit status = args_moves(run->with, &moves, &count);

    for (uint32_t i = 0; status == CLI_GOOD && i < count; i++) {
        if (strlen(moves[i]) >= RP_MOVE_TEXT_MAX) {
            complain(run->with, cli_tr(run->with, "Move %u is too long."),
                     (unsigned)i + 1U);
            status = CLI_WRONG_USE;
        } else if (take(run, moves[i], &error) != RP_OK) {
            complain(run->with, cli_tr(run->with, "Move %u: %s"),
                     (unsigned)i + 1U, error.message);
            status = error.status == RP_E_MEMORY ? CLI_MACHINE : CLI_WRONG_USE;
        }
    }
    return status;
}

/* ------------------------------------------------------------------ JSON */

static void write_seed(rp_json *json, uint64_t seed)
{
    char digits[24];

    (void)snprintf(digits, sizeof digits, "%llu", (unsigned long long)seed);
    rp_json_raw(json, digits);
}

static void write_head(rp_json *json, const play *run)
{
    const char *move = run->moves.bytes;

    json_text(json, "scenario", run->model->id);
    json_digest(json, "digest", &run->model->digest);
    rp_json_key(json, "seed");
    write_seed(json, run->session.seed);
    json_number(json, "set", run->session.state.set + 1);
    json_open(json, "moves", '[');
    for (uint32_t i = 0; i < run->count; i++) {
        rp_json_string(json, move);
        move += strlen(move) + 1;
    }
    rp_json_close(json, ']');
}

static void write_end(rp_json *json, const play *run, const rp_result *result)
{
    const rp_model *model = run->model;
    const rp_state *state = &run->session.state;

    json_flag(json, "ended", result->has_ended);
    json_text(json, "ending",
              result->ending != RP_NONE ? model->nodes[result->ending].id
                                        : NULL);
    json_text(json, "outcome",
              result->has_ended ? rp_outcome_names[result->outcome] : NULL);
    json_open(json, "critical", '[');
    for (uint32_t i = 0; i < model->critical_count; i++) {
        if (rp_mark_is_set(state, model->criticals[i].mark)) {
            rp_json_string(json, model->criticals[i].id);
        }
    }
    rp_json_close(json, ']');
}

static void write_mood(rp_json *json, const rp_state *state)
{
    json_open(json, "mood", '{');
    for (int i = 0; i < RP_MOODS; i++) {
        json_number(json, rp_mood_names[i], state->mood[i]);
    }
    json_text(json, "word", rp_mood_word_names[rp_mood_word_of(state->mood)]);
    rp_json_close(json, '}');
}

/* Basis points: whole where they are, else a decimal number. */
static void write_regrets(rp_json *json, const play *run)
{
    int64_t unit = rp_walk_unit(run->walk);

    json_open(json, "regret", '[');
    for (uint32_t i = 0; i < run->count; i++) {
        int64_t value = 0;
        memcpy(&value, run->costs.bytes + i * sizeof value, sizeof value);
        if (unit <= 1 || value % unit == 0) {
            rp_json_integer(json, unit > 1 ? value / unit : value);
        } else {
            rp_json_decimal(json, (double)value / (double)unit);
        }
    }
    rp_json_close(json, ']');
}

static cli_exit print_json(const play *run, const rp_result *result)
{
    json_page page;
    rp_json *json = json_begin(&page, run->with);

    rp_json_open(json, '{');
    write_head(json, run);
    write_end(json, run, result);
    json_scores(json, "points", result->points, false);
    json_scores(json, "par", result->par, false);
    json_scores(json, "score", result->score_bp, true);
    json_flag(json, "passed", result->passed);
    write_mood(json, &run->session.state);
    json_number(json, "satisfaction", result->satisfaction);
    json_number(json, "talk_seconds",
                rp_talk_seconds(&run->talk, run->model, run->language));
    write_regrets(json, run);
    rp_json_close(json, '}');
    return json_end(&page, run->with);
}

/* ---------------------------------------------------------------- people */

static void print_scores(const cli *with, const rp_result *result)
{
    const char *names[RP_SCORES] = {cli_tr(with, "Listening"),
                                    cli_tr(with, "Empathy"),
                                    cli_tr(with, "Resolution")};

    for (int i = 0; i < RP_SCORES; i++) {
        say(with, "  ");
        say_padded(with, 12, names[i]);
        if (result->score_bp[i] == RP_NOT_ASSESSED) {
            say(with, "%s\n", cli_tr(with, "not assessed"));
        } else {
            say(with, cli_tr(with, "%3d %%  %d of %d points"),
                result->score_bp[i] / 100, result->points[i], result->par[i]);
            say(with, "\n");
        }
    }
}

static void print_result(const play *run, const rp_result *result)
{
    const cli *with = run->with;

    if (!result->has_ended) {
        say(with, cli_tr(with, "The call has not ended; it stands in `%s`."),
            run->model->nodes[run->session.state.node].id);
    } else if (result->ending != RP_NONE) {
        say(with, cli_tr(with, "The call ended in `%s`."),
            run->model->nodes[result->ending].id);
    } else {
        say(with, "%s", cli_tr(with, "The limit of moves ended the call."));
    }
    say(with, " ");
    if (result->has_ended) {
        say_in(with, result->passed ? STYLE_GOOD : STYLE_WARN, "%s",
               result->passed ? cli_tr(with, "Passed")
                              : cli_tr(with, "Not yet"));
    }
    say(with, "\n");
    print_scores(with, result);
}

/* --------------------------------------------------------------- the verb */

static cli_exit play_loaded(play *run)
{
    uint64_t seed = 1;
    uint64_t set = 0;
    int32_t par[RP_SCORES];
    cli_exit status = choose_language(run);

    if (status == CLI_GOOD) {
        status = args_number(run->with, "--seed", UINT64_MAX, &seed);
    }
    if (status == CLI_GOOD) {
        status = args_set(run->with, &set);
    }
    if (status == CLI_GOOD) {
        status =
            begin(run, seed, set > 0 ? (uint16_t)(set - 1) : (uint16_t)RP_NONE);
    }
    if (status == CLI_GOOD) {
        status = take_all(run);
    }
    if (status != CLI_GOOD) {
        return status;
    }
    rp_walk_par(run->walk, par);
    rp_result result = rp_session_result(&run->session, par);
    if (args_has(run->with, "--json")) {
        status = print_json(run, &result);
    } else {
        print_result(run, &result);
    }
    if (status != CLI_GOOD) {
        return status;
    }
    return result.has_ended && !result.passed ? CLI_FOUND : CLI_GOOD;
}

cli_exit play_moves(cli *with, const char *scenario)
{
    rp_loaded loaded;
    play run = {.with = with};
    cli_exit status = cli_load_model(with, scenario, &loaded);

    rp_text_init(&run.scratch.text, with->alloc);
    rp_text_init(&run.moves, with->alloc);
    rp_text_init(&run.costs, with->alloc);
    if (status == CLI_GOOD) {
        run.model = loaded.model;
        status = play_loaded(&run);
    }
    rp_walk_free(run.walk);
    rp_text_clear(&run.costs);
    rp_text_clear(&run.moves);
    rp_text_clear(&run.scratch.text);
    rp_loaded_clear(&loaded);
    return status;
}
