/*
 * Moves as they are written: "own-the-promises", "open:tickets", "open:hint",
 * "silence", "wrapup:level=1;known=los+building".
 */
#include <stdio.h>
#include <string.h>

#include "play/play_internal.h"

/* A piece of the written move: `length` bytes, no NUL behind. */
typedef struct piece {
    const char *at;
    size_t length;
} piece;

/* Cuts `rest` at the first `mark`; what is behind it stays in `rest`. */
static piece cut(piece *rest, char mark)
{
    piece head = *rest;
    const char *end = memchr(rest->at, mark, rest->length);

    if (end == NULL) {
        rest->at += rest->length;
        rest->length = 0;
        return head;
    }
    head.length = (size_t)(end - rest->at);
    rest->at = end + 1;
    rest->length -= head.length + 1;
    return head;
}

static bool piece_is(piece text, const char *word)
{
    return strlen(word) == text.length &&
           memcmp(text.at, word, text.length) == 0;
}

static rp_status refuse(const rp_model *model, const rp_state *state,
                        piece text, const char *trouble, rp_error *err)
{
    char reason[RP_MESSAGE_MAX];

    int length = text.length > 200 ? 200 : (int)text.length;
    (void)snprintf(reason, sizeof reason, "`%.*s` %s.", length, text.at,
                   trouble);
    return move_refuse(model, state, reason, err);
}

static rp_status read_open(const rp_model *model, const rp_state *state,
                           piece id, rp_move *move, rp_error *err)
{
    if (piece_is(id, "hint")) {
        move->kind = RP_MOVE_HINT;
        return RP_OK;
    }
    for (uint32_t i = 0; i < model->record_count; i++) {
        if (piece_is(id, model->records[i].id)) {
            move->kind = RP_MOVE_OPEN;
            move->index = (uint16_t)i;
            return RP_OK;
        }
    }
    return refuse(model, state, id, "is no record", err);
}

static rp_status read_reply(const rp_model *model, const rp_state *state,
                            piece id, rp_move *move, rp_error *err)
{
    uint16_t offers[RP_OFFERS_MAX];
    uint32_t count = rp_state_offers(model, state, offers);

    for (uint32_t i = 0; i < count; i++) {
        if (piece_is(id, model->choices[offers[i]].id)) {
            move->kind = RP_MOVE_REPLY;
            move->index = offers[i];
            return RP_OK;
        }
    }
    return refuse(model, state, id, "is not offered", err);
}

/* The ask of a form by its id, and the bit of its first answer. */
static const rp_ask *find_ask(const rp_model *model, const rp_node *form,
                              piece id, uint32_t *first_bit)
{
    uint32_t bit = 0;

    for (uint32_t i = 0; i < form->asks.count; i++) {
        const rp_ask *ask = &model->asks[form->asks.first + i];
        if (piece_is(id, ask->id)) {
            *first_bit = bit;
            return ask;
        }
        bit += ask->answers.count;
    }
    return NULL;
}

static uint64_t answer_bit(const rp_model *model, const rp_ask *ask,
                           uint32_t first_bit, piece id)
{
    for (uint32_t i = 0; i < ask->answers.count; i++) {
        if (piece_is(id, model->choices[ask->answers.first + i].id)) {
            return UINT64_C(1) << (first_bit + i);
        }
    }
    return 0;
}

/* Reads "level=1" or "known=los+building" into `move->answers`. */
static rp_status read_ask(const rp_model *model, const rp_state *state,
                          piece text, rp_move *move, rp_error *err)
{
    piece answers = text;
    piece id = cut(&answers, '=');
    uint32_t first_bit = 0;
    const rp_ask *ask = find_ask(model, node_of(model, state), id, &first_bit);

    if (ask == NULL) {
        return refuse(model, state, id, "is not asked here", err);
    }
    while (answers.length > 0) {
        piece answer = cut(&answers, '+');
        uint64_t bit = answer_bit(model, ask, first_bit, answer);
        if (bit == 0) {
            return refuse(model, state, answer, "is no answer here", err);
        }
        if ((move->answers & bit) != 0) {
            return refuse(model, state, answer, "is answered twice", err);
        }
        move->answers |= bit;
    }
    return RP_OK;
}

static rp_status read_form(const rp_model *model, const rp_state *state,
                           piece asks, rp_move *move, rp_error *err)
{
    move->kind = RP_MOVE_FORM;
    while (asks.length > 0) {
        rp_status status = read_ask(model, state, cut(&asks, ';'), move, err);
        if (status != RP_OK) {
            return status;
        }
    }
    return RP_OK;
}

static rp_status read_any(const rp_model *model, const rp_state *state,
                          const char *text, rp_move *move, rp_error *err)
{
    piece rest = {.at = text, .length = strlen(text)};
    piece whole = rest;
    piece head = cut(&rest, ':');
    const rp_node *node = node_of(model, state);

    if (piece_is(whole, "silence")) {
        move->kind = RP_MOVE_SILENCE;
        return RP_OK;
    }
    if (head.length < whole.length && piece_is(head, "open")) {
        return read_open(model, state, rest, move, err);
    }
    if (node->kind == RP_FORM && piece_is(head, node->id)) {
        return read_form(model, state, rest, move, err);
    }
    return read_reply(model, state, whole, move, err);
}

rp_status rp_move_read(const rp_model *model, const rp_state *state,
                       const char *text, rp_move *move, rp_error *err)
{
    rp_move read = {.at_ms = move->at_ms};
    rp_status status = read_any(model, state, text, &read, err);

    if (status == RP_OK) {
        status = move_check(model, state, &read, err);
    }
    if (status == RP_OK) {
        *move = read;
    }
    return status;
}

/* The buffer holds the longest form; a longer text would be our mistake. */
typedef struct pen {
    char *text;
    size_t length;
} pen;

static void pen_put(pen *to, const char *string)
{
    size_t length = strlen(string);

    if (to->length + length < RP_MOVE_TEXT_MAX) {
        memcpy(to->text + to->length, string, length + 1);
        to->length += length;
    }
}

static void write_form(const rp_model *model, const rp_node *form,
                       uint64_t answers, pen *to)
{
    answer_cursor cursor = answers_begin(model, form);
    const rp_ask *last = NULL;
    answer_at at;

    pen_put(to, form->id);
    pen_put(to, ":");
    while (answers_next(&cursor, &at)) {
        if ((answers >> at.bit & 1) == 0) {
            continue;
        }
        if (at.ask == last) {
            pen_put(to, "+");
        } else {
            pen_put(to, last == NULL ? "" : ";");
            pen_put(to, at.ask->id);
            pen_put(to, "=");
        }
        pen_put(to, at.choice->id);
        last = at.ask;
    }
}

char *rp_move_write(const rp_model *model, const rp_state *state,
                    const rp_move *move, char text[RP_MOVE_TEXT_MAX])
{
    pen to = {.text = text};

    text[0] = '\0';
    switch (move->kind) {
    case RP_MOVE_REPLY: pen_put(&to, model->choices[move->index].id); break;
    case RP_MOVE_FORM:
        write_form(model, node_of(model, state), move->answers, &to);
        break;
    case RP_MOVE_OPEN:
        pen_put(&to, "open:");
        pen_put(&to, model->records[move->index].id);
        break;
    case RP_MOVE_HINT: pen_put(&to, "open:hint"); break;
    case RP_MOVE_SILENCE: pen_put(&to, "silence"); break;
    }
    return text;
}
