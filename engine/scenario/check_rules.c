/*
 * What no single value tells: names that must differ, lists that must not be
 * empty, keys that exclude each other.
 */
#include <string.h>

#include "check.h"

typedef void (*rule)(checker *, const place *);

/* What shares one name space, in the order it is looked through. */
enum {
    ENDINGS_LIST = 2
};

static const char *const lists[] = {"turns", "forms", "endings"};
static const char *const labels[] = {"a turn", "a form", "an ending"};

static void rule_sets_and_adds(checker *check, const place *at)
{
    place set = place_key(at, "set");
    place add = place_key(at, "add");
    const char *key = NULL;
    json_t *value = NULL;

    json_object_foreach(set.value, key, value)
    {
        if (json_object_get(add.value, key) != NULL) {
            report(check, FAULT_SET_AND_ADD, at, NULL, WORDS(key));
        }
    }
}

static void rule_reply(checker *check, const place *at)
{
    rule_sets_and_adds(check, at);
    if (json_object_get(at->value, "to") != NULL && is_true_under(at, "stay")) {
        report(check, FAULT_TO_AND_STAY, at, "stay", NULL);
    }
    if (json_object_get(at->value, "because") == NULL && !check->errors_only) {
        report(check, FAULT_NO_BECAUSE, at, NULL, NULL);
    }
}

static void rule_turn(checker *check, const place *at)
{
    place root = place_root(check->document);
    place anytime = place_key(&root, "anytime");
    place replies = place_key(at, "replies");
    size_t count = place_count(&replies) + place_count(&anytime);

    check_unique(check, &replies, "a reply");
    if (json_is_array(replies.value) && place_count(&replies) == 0) {
        report(check, FAULT_NO_REPLIES, at, NULL, NULL);
    }
    if (count > RP_OFFERS_MAX) {
        report(check, FAULT_TOO_MANY, at, NULL,
               WORDS(digits_of((int64_t)count).text,
                     digits_of(RP_OFFERS_MAX).text,
                     "replies, those offered anytime among them,"));
    }
}

static void rule_form(checker *check, const place *at)
{
    place asks = place_key(at, "asks");

    check_unique(check, &asks, "an ask");
    if (json_is_array(asks.value) && place_count(&asks) == 0) {
        report(check, FAULT_NO_ASKS, at, NULL, NULL);
    }
}

static void rule_ask(checker *check, const place *at)
{
    place answers = place_key(at, "answers");

    check_unique(check, &answers, "an answer");
    if (json_is_array(answers.value) && place_count(&answers) < 2) {
        report(check, FAULT_FEW_ANSWERS, at, NULL, NULL);
    }
}

static void rule_row(checker *check, const place *at)
{
    bool has_text = json_object_get(at->value, "text") != NULL;
    bool has_fact = json_object_get(at->value, "fact") != NULL;

    if (has_text == has_fact && json_object_get(at->value, "label") != NULL) {
        report(check, FAULT_WRONG_ROW, at, NULL, NULL);
    }
}

static void rule_draw(checker *check, const place *at)
{
    bool has_pool = json_object_get(at->value, "pool") != NULL;

    if (has_pool == (json_object_get(at->value, "scenarios") != NULL)) {
        report(check, FAULT_DRAW_FROM, at, NULL, NULL);
    }
}

static bool holds_id(const place *list, const char *id)
{
    for (size_t i = 0; i < place_count(list); i++) {
        place item = place_item(list, i);
        const char *other = text_under(&item, "id");
        if (other != NULL && strcmp(other, id) == 0) {
            return true;
        }
    }
    return false;
}

/* The list in which a turn, form or ending of this name stands first. */
static const char *earlier_node(const place *root, size_t list_idx,
                                const char *id)
{
    for (size_t i = 0; i < list_idx; i++) {
        place list = place_key(root, lists[i]);
        if (holds_id(&list, id)) {
            return labels[i];
        }
    }
    return NULL;
}

static void rule_scenario(checker *check, const place *at)
{
    const char *start = text_under(at, "start");
    place root = place_root(check->document);

    if (start != NULL && has_name(&check->spaces[ENDING_NAMES], start) &&
        earlier_node(&root, ENDINGS_LIST, start) == NULL) {
        report(check, FAULT_STARTS_AT_END, at, start, WORDS(start));
    }
}

static void rule_pack(checker *check, const place *at)
{
    place pools = place_key(at, "pools");
    place levels = place_key(at, "levels");

    check_unique(check, &pools, "a pool");
    check_unique(check, &levels, "a level");
}

/* Turns, forms and endings share one name space. */
static void check_nodes(checker *check, const place *root, size_t list_idx)
{
    const char *label = labels[list_idx];
    place list = place_key(root, lists[list_idx]);

    check_unique(check, &list, label);
    for (size_t i = 0; i < place_count(&list); i++) {
        place item = place_item(&list, i);
        const char *id = text_under(&item, "id");
        const char *other =
            id == NULL ? NULL : earlier_node(root, list_idx, id);
        if (other != NULL) {
            report(check, FAULT_DUPLICATE, &item, id, WORDS(id, other, label));
        }
    }
}

static void rule_document(checker *check, const place *at)
{
    static const struct {
        const char *key;
        const char *label;
    } others[] = {
        {"records", "a record"},   {"interrupts", "an interrupt"},
        {"promises", "a promise"}, {"examples", "an example"},
        {"anytime", "a reply"},
    };

    for (size_t i = 0; i <= ENDINGS_LIST; i++) {
        check_nodes(check, at, i);
    }
    for (size_t i = 0; i < sizeof others / sizeof others[0]; i++) {
        place list = place_key(at, others[i].key);
        check_unique(check, &list, others[i].label);
    }
}

/* The set an example names must be one of those there are. */
static void rule_example(checker *check, const place *at)
{
    place root = place_root(check->document);
    place sets = place_key(&root, "facts");
    int64_t count = (int64_t)place_count(&sets);
    int64_t set = integer_under(at, "set", 1);

    if (count < 1) {
        count = 1;
    }
    if (set > count && set <= RP_SETS_MAX) {
        report(check, FAULT_OUT_OF_RANGE, at, "set",
               WORDS("set", digits_of(set).text, "1", digits_of(count).text));
    }
}

void check_rules_of(checker *check, object_kind kind, const place *at)
{
    static const rule rules[OBJECT_KINDS] = {
        [DOCUMENT_OBJECT] = rule_document, [PACK_OBJECT] = rule_pack,
        [SCENARIO_OBJECT] = rule_scenario, [TURN_OBJECT] = rule_turn,
        [REPLY_OBJECT] = rule_reply,       [ANSWER_OBJECT] = rule_sets_and_adds,
        [FORM_OBJECT] = rule_form,         [ASK_OBJECT] = rule_ask,
        [ROW_OBJECT] = rule_row,           [DRAW_OBJECT] = rule_draw,
        [EXAMPLE_OBJECT] = rule_example,
    };

    if (rules[kind] != NULL) {
        rules[kind](check, at);
    }
}
