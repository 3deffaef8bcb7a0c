#include "support/naive.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---------------------------------------------------------- what was done */

static bool has(const naive *n, const char *kind, const char *name)
{
    char word[80];

    (void)snprintf(word, sizeof word, "%s %s", kind, name);
    for (int i = 0; i < n->word_count; i++) {
        if (strcmp(n->words[i], word) == 0) {
            return true;
        }
    }
    return false;
}

static void add(naive *n, const char *kind, const char *name)
{
    if (!has(n, kind, name)) {
        (void)snprintf(n->words[n->word_count++], sizeof n->words[0], "%s %s",
                       kind, name);
    }
}

/* ------------------------------------------------------------ expressions */

typedef struct reader {
    const naive *n;
    const char *at;
} reader;

static long read_or(reader *r);

static bool eat(reader *r, const char *word)
{
    size_t length = strlen(word);

    while (*r->at == ' ') {
        r->at++;
    }
    if (strncmp(r->at, word, length) != 0) {
        return false;
    }
    r->at += length;
    return true;
}

static bool read_test(reader *r, const char *test, long *value)
{
    char name[72] = "";
    int length = 0;

    if (!eat(r, test)) {
        return false;
    }
    (void)eat(r, "'");
    while (*r->at != '\'') {
        name[length++] = *r->at++;
    }
    r->at++;
    *value = has(r->n, test, name);
    return true;
}

static long read_name(reader *r)
{
    static const char *const moods[] = {"calm", "trust", "patience"};

    for (int i = 0; i < RP_MOODS; i++) {
        if (eat(r, moods[i])) {
            return r->n->mood[i];
        }
    }
    if (eat(r, "fact.red")) {
        return r->n->set == 0;
    }
    if (eat(r, "fact.n")) {
        return r->n->set + 1;
    }
    for (uint32_t i = 0; i < r->n->from->var_count; i++) {
        if (eat(r, r->n->from->vars[i].name)) {
            return r->n->vars[i];
        }
    }
    char *end = NULL;
    long number = strtol(r->at, &end, 10);
    r->at = end;
    return number;
}

static long read_leaf(reader *r)
{
    long value = 0;

    if (eat(r, "(")) {
        value = read_or(r);
        (void)eat(r, ")");
        return value;
    }
    if (eat(r, "not ")) {
        return read_leaf(r) == 0;
    }
    if (eat(r, "-")) {
        return -read_leaf(r);
    }
    if (eat(r, "true")) {
        return 1;
    }
    if (eat(r, "false")) {
        return 0;
    }
    if (read_test(r, "said", &value) || read_test(r, "seen", &value) ||
        read_test(r, "opened", &value) || read_test(r, "promised", &value) ||
        read_test(r, "kept", &value)) {
        return value;
    }
    return read_name(r);
}

static long read_product(reader *r)
{
    long value = read_leaf(r);

    while (eat(r, "*")) {
        value *= read_leaf(r);
    }
    return value;
}

static long read_sum(reader *r)
{
    long value = read_product(r);

    for (;;) {
        if (eat(r, "+")) {
            value += read_product(r);
        } else if (eat(r, "- ")) {
            value -= read_product(r);
        } else {
            return value;
        }
    }
}

static long read_comparison(reader *r)
{
    long value = read_sum(r);

    if (eat(r, "<=")) {
        return value <= read_sum(r);
    }
    if (eat(r, ">=")) {
        return value >= read_sum(r);
    }
    if (eat(r, "==")) {
        return value == read_sum(r);
    }
    if (eat(r, "~=")) {
        return value != read_sum(r);
    }
    if (eat(r, "<")) {
        return value < read_sum(r);
    }
    if (eat(r, ">")) {
        return value > read_sum(r);
    }
    return value;
}

static long read_and(reader *r)
{
    long value = read_comparison(r);

    while (eat(r, "and ")) {
        long right = read_comparison(r);
        value = value && right;
    }
    return value;
}

static long read_or(reader *r)
{
    long value = read_and(r);

    while (eat(r, "or ")) {
        long right = read_and(r);
        value = value || right;
    }
    return value;
}

long naive_value(const naive *n, const char *expression)
{
    reader r = {.n = n, .at = expression};

    return expression[0] == '\0' ? 1 : read_or(&r);
}

/* ------------------------------------------------------------------ moves */

static const toy_node *here(const naive *n)
{
    return &n->from->nodes[n->node];
}

static int node_named(const naive *n, const char *id)
{
    int idx = 0;

    while (strcmp(n->from->nodes[idx].id, id) != 0) {
        idx++;
    }
    return idx;
}

/* True interrupts fire, one after another, until none is left. */
static bool interrupted(naive *n, int *to)
{
    for (uint32_t i = 0; i < n->from->interrupt_count; i++) {
        const toy_interrupt *interrupt = &n->from->interrupts[i];
        if (!has(n, "fired", interrupt->id) &&
            naive_value(n, interrupt->when)) {
            add(n, "fired", interrupt->id);
            *to = node_named(n, interrupt->to);
            return true;
        }
    }
    return false;
}

static void go(naive *n, int to)
{
    do {
        n->node = to;
        add(n, "seen", here(n)->id);
    } while (here(n)->kind != RP_ENDING && interrupted(n, &to));
}

static int way(const naive *n, const toy_route *route, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++) {
        if (naive_value(n, route[i].when)) {
            return node_named(n, route[i].to);
        }
    }
    return n->node;
}

static void finish(naive *n, const toy_route *route, uint32_t count)
{
    int to = n->node;

    n->moves++;
    if (n->from->hangs_up[0] != '\0' && n->mood[RP_PATIENCE] == 0) {
        go(n, node_named(n, n->from->hangs_up));
    } else if (interrupted(n, &to)) {
        go(n, to);
    } else {
        go(n, way(n, route, count));
    }
}

void naive_begin(naive *n, const toy *from, int set)
{
    memset(n, 0, sizeof *n);
    n->from = from;
    n->set = set;
    for (int i = 0; i < RP_MOODS; i++) {
        n->mood[i] = from->mood[i];
    }
    for (uint32_t i = 0; i < from->var_count; i++) {
        n->vars[i] = from->vars[i].start;
    }
    go(n, 0);
}

bool naive_has_ended(const naive *n)
{
    int moves_max = n->from->moves_max == 0 ? 60 : n->from->moves_max;

    return here(n)->kind == RP_ENDING || n->moves >= moves_max;
}

bool naive_offers(const naive *n, const char *owner, const toy_choice *choice)
{
    char name[40];

    (void)snprintf(name, sizeof name, "%s/%s", owner, choice->id);
    return !has(n, "once", name) && naive_value(n, choice->when);
}

typedef struct chosen {
    const toy_choice *choice;
    char owner[36];
} chosen;

static void apply_mood(naive *n, const chosen *list, int count)
{
    for (int i = 0; i < RP_MOODS; i++) {
        for (int j = 0; j < count; j++) {
            n->mood[i] += list[j].choice->mood[i];
        }
        n->mood[i] = n->mood[i] < 0 ? 0 : n->mood[i];
        n->mood[i] = n->mood[i] > 100 ? 100 : n->mood[i];
    }
}

static void apply_vars(naive *n, const naive *before, const chosen *list,
                       int count, bool adds)
{
    for (int j = 0; j < count; j++) {
        const toy_choice *choice = list[j].choice;
        for (uint32_t k = 0; k < choice->assign_count; k++) {
            const toy_assign *assign = &choice->assigns[k];
            uint32_t var = 0;
            while (strcmp(n->from->vars[var].name, assign->var) != 0) {
                var++;
            }
            if (assign->is_add == adds) {
                n->vars[var] = naive_value(before, assign->value) +
                               (adds ? n->vars[var] : 0);
            }
        }
    }
}

static void clamp_vars(naive *n)
{
    for (uint32_t i = 0; i < n->from->var_count; i++) {
        const toy_var *var = &n->from->vars[i];
        long hi = var->is_boolean ? 1 : var->hi;
        n->vars[i] = n->vars[i] < var->lo ? var->lo : n->vars[i];
        n->vars[i] = n->vars[i] > hi ? hi : n->vars[i];
    }
}

static void apply(naive *n, const chosen *list, int count)
{
    naive before = *n;

    apply_mood(n, list, count);
    apply_vars(n, &before, list, count, false);
    apply_vars(n, &before, list, count, true);
    clamp_vars(n);
    for (int j = 0; j < count; j++) {
        const toy_choice *choice = list[j].choice;
        char name[56];
        (void)snprintf(name, sizeof name, "%s/%s", list[j].owner, choice->id);
        add(n, "said", name);
        add(n, "said", choice->id);
        if (choice->once) {
            add(n, "once", name);
        }
        for (uint32_t k = 0; k < n->from->promise_count; k++) {
            if ((choice->promises >> k & 1) != 0) {
                add(n, "promised", n->from->promises[k]);
            }
            if ((choice->keeps >> k & 1) != 0) {
                add(n, "kept", n->from->promises[k]);
            }
        }
        n->is_critical = n->is_critical || choice->is_critical;
        for (int i = 0; i < RP_SCORES; i++) {
            n->points[i] += choice->points[i];
        }
    }
}

static void take_silence(naive *n)
{
    const toy_node *node = here(n);
    toy_choice wait = {.id = "silence"};

    memcpy(wait.mood, node->silence_mood, sizeof wait.mood);
    chosen list = {.choice = &wait, .owner = ""};
    apply_mood(n, &list, 1);
    finish(n, node->silence_route, node->silence_route_count);
}

static void take_reply(naive *n, const char *id)
{
    const toy_node *node = here(n);
    const toy_choice *choice = node->choices;

    while (strcmp(choice->id, id) != 0) {
        choice++;
    }
    chosen list = {.choice = choice};
    (void)snprintf(list.owner, sizeof list.owner, "%s", node->id);
    apply(n, &list, 1);
    if (choice->stay) {
        finish(n, NULL, 0);
    } else if (choice->route_count > 0) {
        finish(n, choice->route, choice->route_count);
    } else {
        finish(n, node->route, node->route_count);
    }
}

/* True where "a0=x0+x1;a1=x0" names the answer. */
static bool is_named(const char *move, const char *ask, const char *answer)
{
    char head[40];
    const char *at = move;

    (void)snprintf(head, sizeof head, "%s=", ask);
    at = strstr(move, head);
    if (at == NULL) {
        return false;
    }
    at += strlen(head);
    size_t length = strlen(answer);
    while (*at != '\0' && *at != ';') {
        size_t word = strcspn(at, "+;");
        if (word == length && strncmp(at, answer, length) == 0) {
            return true;
        }
        at += word;
        at += *at == '+' ? 1 : 0;
    }
    return false;
}

static void take_form(naive *n, const char *answers)
{
    const toy_node *node = here(n);
    chosen list[TOY_ASKS * TOY_CHOICES];
    int count = 0;

    for (uint32_t i = 0; i < node->ask_count; i++) {
        const toy_ask *ask = &node->asks[i];
        for (uint32_t j = 0; j < ask->answer_count; j++) {
            if (is_named(answers, ask->id, ask->answers[j].id)) {
                list[count].choice = &ask->answers[j];
                (void)snprintf(list[count].owner, sizeof list[count].owner,
                               "%s/%s", node->id, ask->id);
                count++;
            }
        }
    }
    apply(n, list, count);
    finish(n, node->route, node->route_count);
}

void naive_take(naive *n, const char *move)
{
    if (strcmp(move, "silence") == 0) {
        take_silence(n);
    } else if (strcmp(move, "open:hint") == 0) {
        return;
    } else if (strncmp(move, "open:", 5) == 0) {
        add(n, "opened", move + 5);
    } else if (strchr(move, ':') != NULL) {
        take_form(n, strchr(move, ':') + 1);
    } else {
        take_reply(n, move);
    }
}
