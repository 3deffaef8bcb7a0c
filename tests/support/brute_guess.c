/*
 * The chance of each guesser, by playing every run with its share.
 */
#include <stdio.h>
#include <string.h>

#include "support/brute.h"

typedef struct hope {
    double own;
    double exam;
} hope;

typedef struct guessing {
    const brute *b;
    rp_guesser guesser;
    const rp_state *state;
    const int32_t *points;
} guessing;

static int count_of(const char *text, const char *word)
{
    int count = 0;

    for (const char *at = strstr(text, word); at != NULL;
         at = strstr(at + 1, word)) {
        count++;
    }
    return count;
}

/* Distinct words of `text` that `heard` has too; both are single-spaced. */
static int echoes(const char *text, const char *heard)
{
    char words[8][24] = {""};
    int word_count = 0;
    int shared = 0;

    for (const char *at = text; *at != '\0';) {
        size_t length = strcspn(at, " ");
        char word[24];
        bool is_new = true;
        (void)snprintf(word, sizeof word, "%.*s", (int)length, at);
        for (int i = 0; i < word_count; i++) {
            is_new = is_new && strcmp(words[i], word) != 0;
        }
        memcpy(words[word_count++], word, sizeof word);
        char spaced[128];
        char wanted[32];
        (void)snprintf(spaced, sizeof spaced, " %s ", heard);
        (void)snprintf(wanted, sizeof wanted, " %s ", word);
        shared += is_new && strstr(spaced, wanted) != NULL;
        at += length;
        at += *at == ' ';
    }
    return shared;
}

static double liking(const guessing *g, const rp_choice *choice,
                     const char *heard)
{
    const char *text = rp_model_text(g->b->model, 0, choice->text);

    switch (g->guesser) {
    case RP_LONGEST: return (double)strlen(text);
    case RP_SHORTEST: return -(double)strlen(text);
    case RP_POLITE: return count_of(text, "please") + count_of(text, "sorry");
    case RP_ECHO: return echoes(text, heard);
    case RP_CONDITIONAL: return choice->when != 0;
    case RP_BLIND:
    case RP_HALF_INFORMED:
    case RP_GUESSERS: break;
    }
    return 0;
}

/* The most attainable by a move; false where it closes the door. */
static bool after_move(const guessing *g, const rp_move *move, int64_t *value)
{
    int32_t sum[RP_SCORES];
    rp_state behind = *g->state;
    rp_effect effect;

    rp_state_step(g->b->model, &behind, move, &effect);
    for (int i = 0; i < RP_SCORES; i++) {
        sum[i] = g->points[i] + effect.points[i];
    }
    return brute_attainable(g->b, &behind, sum, value);
}

/* Regret, given what could be attained before and after. */
static double regret_of(bool was_open, int64_t before, bool is_open,
                        int64_t after)
{
    if (!was_open) {
        return 0;
    }
    if (!is_open) {
        return before > 0 ? (double)before : 0;
    }
    return (double)(before - after);
}

static double reply_regret(const guessing *g, const rp_move *move)
{
    int64_t before = 0;
    int64_t after = 0;
    bool was_open = brute_attainable(g->b, g->state, g->points, &before);
    bool is_open = after_move(g, move, &after);

    return regret_of(was_open, before, is_open, after);
}

/*
 * The `places` worthiest (1 or 2) get all, in equal parts; where several are
 * equally worthy of what is left they share it. With one place, that is the
 * tie of the best.
 */
static void share(const double *worth, uint32_t count, int places,
                  double *shares)
{
    if (count < 2) {
        places = 1;
    }
    for (uint32_t i = 0; i < count; i++) {
        int better = 0;
        int equal = 0;
        for (uint32_t j = 0; j < count; j++) {
            better += worth[j] > worth[i];
            equal += !(worth[j] > worth[i]) && !(worth[j] < worth[i]);
        }
        double left = better < places ? places - better : 0;
        shares[i] = (left < equal ? left / equal : 1) / places;
    }
}

static void turn_shares(const guessing *g, const rp_move *moves, uint32_t count,
                        double *shares)
{
    const rp_model *model = g->b->model;
    double worth[BRUTE_WAYS] = {0};
    uint32_t line = rp_state_line(model, g->state, g->state->node);
    const char *heard = rp_model_text(model, 0, model->lines[line].text);

    for (uint32_t i = 0; i < count && i < BRUTE_WAYS; i++) {
        worth[i] = g->guesser == RP_HALF_INFORMED
                       ? -reply_regret(g, &moves[i])
                       : liking(g, &model->choices[moves[i].index], heard);
    }
    share(worth, count, g->guesser == RP_HALF_INFORMED ? 2 : 1, shares);
}

/* The most attainable by forms that answer `mask` as `answers` does. */
static bool best_form(const guessing *g, const rp_move *moves, uint32_t count,
                      uint64_t mask, uint64_t answers, int64_t *best)
{
    bool is_found = false;

    for (uint32_t i = 0; i < count; i++) {
        int64_t value = 0;
        if ((moves[i].answers & mask) == (answers & mask) &&
            after_move(g, &moves[i], &value) && (!is_found || value > *best)) {
            *best = value;
            is_found = true;
        }
    }
    return is_found;
}

/* The parts the half-informed give to one ask, the earlier ones answered. */
static double half_informed_part(const guessing *g, const rp_move *moves,
                                 uint32_t count, uint32_t which,
                                 uint64_t earlier, const uint64_t *bits,
                                 uint32_t offered)
{
    double worth[64] = {0};
    double parts[64];
    int64_t before = 0;
    uint64_t answers = moves[which].answers;
    bool was_open = best_form(g, moves, count, earlier, answers, &before);

    for (uint32_t j = 0; j < offered; j++) {
        int64_t after = 0;
        bool is_open = best_form(g, moves, count, earlier | bits[j],
                                 answers | bits[j], &after);
        worth[j] = -regret_of(was_open, before, is_open, after);
    }
    share(worth, offered, 2, parts);
    for (uint32_t j = 0; j < offered; j++) {
        if ((answers & bits[j]) != 0) {
            return parts[j];
        }
    }
    return 0;
}

static void form_shares(const guessing *g, const rp_move *moves, uint32_t count,
                        double *shares)
{
    const rp_model *model = g->b->model;
    const rp_node *form = &model->nodes[g->state->node];
    uint64_t open = rp_state_answers(model, g->state);
    uint32_t bit = 0;

    for (uint32_t i = 0; i < count; i++) {
        shares[i] = 1;
    }
    for (uint32_t a = 0; a < form->asks.count; a++) {
        const rp_ask *ask = &model->asks[form->asks.first + a];
        uint64_t earlier = (UINT64_C(1) << bit) - 1;
        double worth[64] = {0};
        double parts[64];
        uint64_t bits[64];
        uint32_t offered = 0;
        for (uint32_t j = 0; j < ask->answers.count; j++, bit++) {
            const rp_choice *answer = &model->choices[ask->answers.first + j];
            if ((open >> bit & 1) != 0) {
                bits[offered] = UINT64_C(1) << bit;
                worth[offered++] =
                    liking(g, answer, rp_model_text(model, 0, ask->text));
            }
        }
        share(worth, offered, 1, parts);
        for (uint32_t i = 0; i < count; i++) {
            if (g->guesser == RP_HALF_INFORMED && !ask->many) {
                shares[i] *= half_informed_part(g, moves, count, i, earlier,
                                                bits, offered);
                continue;
            }
            for (uint32_t j = 0; j < offered; j++) {
                bool is_chosen = (moves[i].answers & bits[j]) != 0;
                if (ask->many) {
                    shares[i] *= 0.5;
                } else if (is_chosen) {
                    shares[i] *= parts[j];
                }
            }
        }
    }
}

static hope guess_from(const brute *b, rp_guesser guesser,
                       const rp_state *state, const int32_t points[RP_SCORES])
{
    const rp_model *model = b->model;
    guessing g = {b, guesser, state, points};
    hope sum = {0, 0};
    rp_move moves[BRUTE_WAYS];
    double shares[BRUTE_WAYS];

    if (rp_state_has_ended(model, state)) {
        rp_session session = {.model = model, .state = *state};
        memcpy(session.points, points, sizeof session.points);
        rp_result result = rp_session_result(&session, b->par);
        return (hope){result.passed, result.passed_exam};
    }
    uint32_t count = brute_moves(model, state, moves);
    if (model->nodes[state->node].kind == RP_FORM) {
        form_shares(&g, moves, count, shares);
    } else {
        turn_shares(&g, moves, count, shares);
    }
    for (uint32_t i = 0; i < count; i++) {
        rp_state after = *state;
        rp_effect effect;
        int32_t total[RP_SCORES];
        if (!(shares[i] > 0)) {
            continue;
        }
        rp_state_step(model, &after, &moves[i], &effect);
        for (int j = 0; j < RP_SCORES; j++) {
            total[j] = points[j] + effect.points[j];
        }
        hope behind = guess_from(b, guesser, &after, total);
        sum.own += behind.own * shares[i];
        sum.exam += behind.exam * shares[i];
    }
    return sum;
}

rp_chance brute_odds(const brute *b, rp_guesser guesser)
{
    const int32_t nothing[RP_SCORES] = {0};
    rp_state start;

    rp_state_begin(b->model, b->set, &start, NULL);
    hope shut = guess_from(b, guesser, &start, nothing);
    for (uint32_t i = 0; i < b->model->record_count; i++) {
        rp_mark_set(&start, b->model->records[i].opened_mark);
    }
    hope open = guess_from(b, guesser, &start, nothing);
    double own = shut.own > open.own ? shut.own : open.own;
    double exam = shut.exam > open.exam ? shut.exam : open.exam;
    return (rp_chance){{own, own}, {exam, exam}};
}
