/*
 * Written moves: `reply`, `silence`, `open:record`,
 * `form:ask=answer;ask=answer+answer`.
 */
#include <string.h>

#include "check.h"

/* A piece of a move, cut out of it. */
typedef struct piece {
    const char *at;
    size_t length;
} piece;

/* The piece of `*rest` before the first `end`; moves `*rest` behind it. */
static piece cut(piece *rest, char end)
{
    const char *found = memchr(rest->at, end, rest->length);
    size_t length = found == NULL ? rest->length : (size_t)(found - rest->at);
    size_t taken = found == NULL ? length : length + 1;
    piece first = {rest->at, length};

    *rest = (piece){rest->at + taken, rest->length - taken};
    return first;
}

static bool is_same(piece one, const char *other)
{
    return other != NULL && strlen(other) == one.length &&
           memcmp(one.at, other, one.length) == 0;
}

/* The item of a list with this id; its `value` is NULL where there is none. */
static place find_id(const place *list, piece id)
{
    for (size_t i = 0; i < place_count(list); i++) {
        place item = place_item(list, i);
        if (is_same(id, text_under(&item, "id"))) {
            return item;
        }
    }
    return (place){0};
}

/* What is wrong with one `ask=answer+answer` of a form; NULL: nothing. */
static const char *objection_to_choice(const place *asks, piece choice)
{
    piece name = cut(&choice, '=');
    place ask = find_id(asks, name);
    place answers = place_key(&ask, "answers");
    size_t count = 0;

    if (ask.value == NULL) {
        return "names an ask that the form does not have";
    }
    if (choice.at == name.at + name.length) {
        return "names an ask without `=`";
    }
    while (choice.length > 0) {
        piece answer = cut(&choice, '+');
        if (find_id(&answers, answer).value == NULL) {
            return "names an answer that the ask does not have";
        }
        count++;
    }
    if (!is_true_under(&ask, "many") && count != 1) {
        return "must choose exactly one answer of an ask without `many`";
    }
    return NULL;
}

static const char *objection_to_form(const place *root, piece form, piece rest)
{
    place forms = place_key(root, "forms");
    place found = find_id(&forms, form);
    place asks = place_key(&found, "asks");

    if (found.value == NULL) {
        return "names a form that does not exist";
    }
    while (rest.length > 0) {
        const char *wrong = objection_to_choice(&asks, cut(&rest, ';'));
        if (wrong != NULL) {
            return wrong;
        }
    }
    return NULL;
}

static bool is_reply(const place *root, piece id)
{
    place turns = place_key(root, "turns");
    place anytime = place_key(root, "anytime");

    for (size_t i = 0; i < place_count(&turns); i++) {
        place turn = place_item(&turns, i);
        place replies = place_key(&turn, "replies");
        if (find_id(&replies, id).value != NULL) {
            return true;
        }
    }
    return find_id(&anytime, id).value != NULL;
}

static const char *objection_to_move(checker *check, const char *move)
{
    place root = place_root(check->document);
    place records = place_key(&root, "records");
    piece rest = {move, strlen(move)};
    piece first = cut(&rest, ':');
    bool has_colon = strchr(move, ':') != NULL;

    if (!has_colon) {
        return is_same(first, "silence") || is_reply(&root, first)
                   ? NULL
                   : "names a reply that does not exist";
    }
    if (is_same(first, "open")) {
        return is_same(rest, "hint") || find_id(&records, rest).value != NULL
                   ? NULL
                   : "opens a record that does not exist";
    }
    return objection_to_form(&root, first, rest);
}

/* What was probably meant by the name of a reply. */
static slip slip_of_move(checker *check, const char *move)
{
    place root = place_root(check->document);
    place turns = place_key(&root, "turns");
    place anytime = place_key(&root, "anytime");
    name_list names;

    begin_names(check, &names);
    for (size_t i = 0; i <= place_count(&turns); i++) {
        place turn = place_item(&turns, i);
        place replies =
            i < place_count(&turns) ? place_key(&turn, "replies") : anytime;
        for (size_t j = 0; j < place_count(&replies); j++) {
            place reply = place_item(&replies, j);
            add_name(check, &names, text_under(&reply, "id"));
        }
    }
    return strchr(move, ':') == NULL ? slip_of(move, &names)
                                     : (slip){move, NULL};
}

void check_moves(checker *check, const key_row *row, const place *at)
{
    (void)row;
    if (!json_is_array(at->value)) {
        report_kind(check, at, "a list of moves");
    }
    for (size_t i = 0; i < place_count(at); i++) {
        place item = place_item(at, i);
        const char *move = text_of(&item);
        const char *wrong =
            move == NULL ? NULL : objection_to_move(check, move);
        if (move == NULL) {
            report_kind(check, &item, "a list of moves");
        } else if (wrong != NULL) {
            report_slip(check, FAULT_BAD_MOVE, &item, slip_of_move(check, move),
                        WORDS(move, wrong));
        }
    }
}
