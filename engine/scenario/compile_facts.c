/*
 * What the seed draws and what the call keeps in mind: languages, fact sets,
 * variables.
 */
#include <string.h>

#include "compile.h"
#include "facts.h"

/* ----------------------------------------------------------- languages */

enum {
    RATE_USUAL = 150
};

static rp_rate rate_of(const place *pack, const char *tag)
{
    place rates = place_key(pack, "rate");
    place rate = place_key(&rates, tag);
    return (rp_rate){
        .agent = (uint16_t)integer_under(&rate, "agent", RATE_USUAL),
        .customer = (uint16_t)integer_under(&rate, "customer", RATE_USUAL),
    };
}

static rp_span polite_words_of(compiler *c, const char *tag)
{
    place polite = place_key(&c->pack, "polite");
    place words = place_key(&polite, tag);
    rp_span span = {.first = c->polite_words.count};
    for (size_t i = 0; i < place_count(&words); i++) {
        place word = place_item(&words, i);
        const char *text = text_of(&word);
        *(const char **)vector_add(&c->polite_words) =
            compile_copy(c, text == NULL ? "" : text);
    }
    span.count = c->polite_words.count - span.first;
    return span;
}

static void add_language(compiler *c, const char *tag)
{
    const rp_language *known = c->languages.items;
    for (uint32_t i = 0; i < c->languages.count; i++) {
        if (strcmp(known[i].tag, tag) == 0) {
            return;
        }
    }
    if (c->languages.count == RP_LANGUAGES_MAX) {
        c->broken = true;
        return;
    }
    rp_language language = {.tag = compile_copy(c, tag),
                            .rate = rate_of(&c->pack, tag),
                            .polite = polite_words_of(c, tag)};
    *(rp_language *)vector_add(&c->languages) = language;
}

/* The source language comes first. */
void compile_languages(compiler *c)
{
    place others = place_key(&c->pack, "languages");
    add_language(c, source_language_of(c->document->root));
    for (size_t i = 0; i < place_count(&others); i++) {
        place other = place_item(&others, i);
        if (text_of(&other) != NULL) {
            add_language(c, text_of(&other));
        }
    }
    vector_init(&c->texts, c->arena, c->languages.count * sizeof(char *));
    const char **none = vector_add(&c->texts);
    for (uint32_t i = 0; i < c->languages.count; i++) {
        none[i] = "";
    }
}

/* --------------------------------------------------------------- facts */

int64_t compile_intern(compiler *c, const char *text)
{
    json_t *map = c->maps[MAP_INTERNED];
    json_t *known = json_object_get(map, text);
    if (known != NULL) {
        return json_integer_value(known);
    }
    json_int_t number = (json_int_t)json_object_size(map) + 1;
    if (json_object_set_new(map, text, json_integer(number)) != 0) {
        c->refused = true;
    }
    return number;
}

static int64_t interned_text(compiler *c, const place *at)
{
    const char *text = compile_source_text(c, at);
    return compile_intern(c, text == NULL ? "" : text);
}

static rp_fact name_fact(compiler *c, const place *name)
{
    place full = place_key(name, "full");
    return (rp_fact){
        .kind = RP_V_NAME,
        .value = interned_text(c, &full),
        .text = compile_text(c, &full),
        .family = compile_text_under(c, name, "family"),
        .title = compile_text_under(c, name, "title"),
    };
}

static rp_fact compile_fact(compiler *c, const place *at)
{
    const fact_kind *kind = fact_kind_of(at->value);
    place inner = place_key(at, kind == NULL ? "" : kind->key);
    const char *written = text_of(&inner);
    rp_fact fact = {.kind = kind == NULL ? RP_V_INTEGER : kind->kind};

    if (kind == NULL) {
        c->broken = true;
    } else if (kind->parse != NULL) {
        c->broken =
            c->broken || written == NULL || !kind->parse(written, &fact.value);
    } else if (fact.kind == RP_V_NAME) {
        fact = name_fact(c, &inner);
    } else if (fact.kind == RP_V_TEXT) {
        fact.value = interned_text(c, &inner);
        fact.text = compile_text(c, &inner);
    } else if (fact.kind == RP_V_BOOLEAN) {
        fact.value = json_is_true(at->value);
    } else {
        fact.value = json_integer_value(fact.kind == RP_V_MONEY ? inner.value
                                                                : at->value);
    }
    return fact;
}

/* Every set has the facts of the first, of the same kinds. */
static void compile_set(compiler *c, const place *set)
{
    const char *const *names = c->fact_names.items;
    uint32_t before = c->facts.count;
    for (uint32_t i = 0; i < c->fact_names.count; i++) {
        place at = place_key(set, names[i]);
        rp_fact fact = compile_fact(c, &at);
        const rp_fact *facts = c->facts.items;
        bool is_odd = i < before && facts[i].kind != fact.kind;
        if (is_odd) {
            c->broken = true;
            fact.kind = facts[i].kind;
        }
        *(rp_fact *)vector_add(&c->facts) = fact;
    }
}

static void compile_fact_names(compiler *c, const place *set)
{
    const char *name = NULL;
    json_t *value = NULL;
    json_object_foreach(set->value, name, value)
    {
        compile_name(c, MAP_FACTS, name, c->fact_names.count);
        *(const char **)vector_add(&c->fact_names) = compile_copy(c, name);
    }
}

/* A scenario without facts has one set, of none. */
void compile_facts(compiler *c)
{
    place sets = place_key(&c->root, "facts");
    size_t count = place_count(&sets);
    if (count > RP_SETS_MAX) {
        c->broken = true;
        count = RP_SETS_MAX;
    }
    for (size_t i = 0; i < count; i++) {
        place set = place_item(&sets, i);
        if (i == 0) {
            compile_fact_names(c, &set);
        }
        compile_set(c, &set);
    }
    c->model->set_count = count == 0 ? 1 : (uint32_t)count;
    c->model->at_fact = compile_index(c, MAP_FACTS, "at");
    const rp_fact *facts = c->facts.items;
    if (c->model->at_fact != RP_NONE && !c->facts.refused &&
        facts[c->model->at_fact].kind != RP_V_DATETIME) {
        c->model->at_fact = RP_NONE;
    }
}

/* ----------------------------------------------------------- variables */

static rp_var compile_var(compiler *c, const char *name, const place *at)
{
    rp_var var = {.name = compile_copy(c, name)};
    if (json_is_boolean(at->value)) {
        var.is_boolean = true;
        var.hi = 1;
        var.start = json_is_true(at->value);
        return var;
    }
    int64_t lo = integer_under(at, "lo", 0);
    int64_t hi = integer_under(at, "hi", 0);
    int64_t start = integer_under(at, "start", lo);
    bool is_sound = lo >= INT32_MIN && hi <= INT32_MAX && lo <= hi &&
                    hi - lo <= UINT16_MAX && start >= lo && start <= hi;
    if (!json_is_object(at->value) || !is_sound) {
        c->broken = true;
        return var;
    }
    var.lo = (int32_t)lo;
    var.hi = (int32_t)hi;
    var.start = (int32_t)start;
    return var;
}

void compile_vars(compiler *c)
{
    place vars = place_key(&c->scenario, "vars");
    const char *name = NULL;
    json_t *value = NULL;
    json_object_foreach(vars.value, name, value)
    {
        if (c->vars.count == RP_VARS_MAX) {
            c->broken = true;
            return;
        }
        place at = place_key(&vars, name);
        rp_var var = compile_var(c, name, &at);
        compile_name(c, MAP_VARS, name, c->vars.count);
        *(rp_var *)vector_add(&c->vars) = var;
    }
}
