/*
 * Documents that went wrong in random places: they compile or are refused,
 * and what checking lets pass compiles but for its expressions. So the two
 * halves of this room agree on what a document is.
 */
#include <jansson.h>

#include "model_world.h"

enum {
    MUTANTS = 4000,
    CHANGES_MAX = 4
};

static const model_parts rich = {
    .pack = ",'languages':['en','zh'],'rate':{'en':{'agent':150,'customer':160"
            "}},'polite':{'en':['please']},'exam_mark':60,'behaviours':{'7.1-c'"
            ":{'score':'empathy','section':'7.1','strong':{'en':'s','zh':'s'},"
            "'mistake':{'en':'m','zh':'m'}}},'sections':{'7.1':{'title':{'en':"
            "'t','zh':'t'},'says':{'en':'p','zh':'p'}}},'criticals':{"
            "'guarantee':{'text':{'en':'g','zh':'g'},'behaviours':['7.1-c']}}",
    .scenario = ",'vars':{'owned':false,'offers':{'lo':0,'hi':3,'start':0}},"
                "'process':[{'id':'listen','title':{'en':'L','zh':'L'}}],"
                "'silence':{'after':20,'patience':-5},'hangs_up':'y',"
                "'mood':{'calm':20},'pass':{'empathy':50},'moves':30",
    .turns = "{'id':'a','says':[{'when':'calm < 20','text':{'en':'{caller}',"
             "'zh':'{caller}'}},{'text':{'en':'{at:ago}','zh':'{at:ago}'}}],"
             "'at':'at','to':[{'to':'f'}],'silence':{'after':5,'calm':-5,"
             "'to':[{'to':'a'}]},'replies':[{'id':'r','text':{'en':'y','zh':"
             "'y'},'feels':'heard','set':{'owned':true},'add':{'offers':"
             "'offers + 1'},'step':'listen','shows':['7.1-c'],'promises':["
             "'news'],'because':{'en':'b','zh':'b'},'to':[{'when':'fact.red',"
             "'to':'z'},{'to':'f'}]},{'id':'s','text':{'en':'y','zh':'y'},"
             "'when':'said `a/hold`','critical':'guarantee','once':true,"
             "'keeps':['news'],'misses':['7.1-c'],'calm':-5}]}",
    .endings = "{'id':'y','outcome':'lost'},{'id':'z','outcome':'resolved',"
               "'says':[{'text':{'en':'{red}','zh':'{red}'}}]}",
    .more = ",'effects':{'heard':{'calm':15}},'facts':[{'at':{'datetime':"
            "'2025-09-10 10:30'},'caller':{'name':{'full':{'en':'Z','zh':'Z'}"
            "}},'credit':{'money':50},'red':true},{'at':{'datetime':"
            "'2025-09-11 10:30'},'caller':{'name':{'full':{'en':'G','zh':'G'}"
            "}},'credit':{'money':5},'red':false}],'records':[{'id':'log',"
            "'kind':'log','title':{'en':'l','zh':'l'},'rows':[{'label':{'en':"
            "'l','zh':'l'},'fact':'credit'}]}],'anytime':[{'id':'hold','text':"
            "{'en':'h','zh':'h'},'as':'hold','stay':true}],'forms':[{'id':'f',"
            "'to':[{'to':'z'}],'asks':[{'id':'q','text':{'en':'q','zh':'q'},"
            "'many':true,'answers':[{'id':'1','text':{'en':'1','zh':'1'}},"
            "{'id':'2','text':{'en':'2','zh':'2'},'when':'opened `log`'}]}]}],"
            "'interrupts':[{'id':'i','when':'kept `news`','to':[{'to':'z'}]}],"
            "'promises':[{'id':'news','text':{'en':'n','zh':'n'},'due':'at'}],"
            "'examples':[{'name':'e','moves':['open:log','r'],'set':1,"
            "'expect':{'passed':true}}]",
};

/* A value of another kind, or one that means something elsewhere. */
static json_t *strange_value(rp_random *random)
{
    static const char *const texts[] = {
        "",  "a",    "f",         "z",    "odd", "calm > 3", "fact.red",
        "r", "news", "{caller}",  "hold", "y",   "7.1-c",    "owned",
        "1", "at",   "not owned", "en",   "log", "offers",   "lost",
    };
    static const int64_t numbers[] = {
        0, 1, -1, 5, 100, 101, 70000, INT64_MAX, INT64_MIN,
    };
    switch (rp_random_below(random, 7)) {
    case 0: return json_integer(numbers[rp_random_below(random, 9)]);
    case 1: return json_true();
    case 2: return json_false();
    case 3: return json_object();
    case 4: return json_array();
    default: return json_string(texts[rp_random_below(random, 21)]);
    }
}

static void change_object(json_t *object, rp_random *random)
{
    uint32_t left = rp_random_below(random, (uint32_t)json_object_size(object));
    void *entry = json_object_iter(object);
    while (left-- > 0) {
        entry = json_object_iter_next(object, entry);
    }
    char *key = strdup(json_object_iter_key(entry));
    if (rp_random_below(random, 3) == 0) {
        (void)json_object_del(object, key);
    } else {
        (void)json_object_set_new(object, key, strange_value(random));
    }
    free(key);
}

static void change_list(json_t *list, rp_random *random)
{
    size_t idx = rp_random_below(random, (uint32_t)json_array_size(list));
    switch (rp_random_below(random, 3)) {
    case 0: (void)json_array_remove(list, idx); break;
    case 1: (void)json_array_append(list, json_array_get(list, idx)); break;
    default: (void)json_array_set_new(list, idx, strange_value(random)); break;
    }
}

/* Some value inside `value`, each step down left to chance. */
static json_t *somewhere(json_t *value, rp_random *random)
{
    size_t count = json_is_object(value) ? json_object_size(value)
                                         : json_array_size(value);
    if (count == 0 || rp_random_below(random, 8) == 0) {
        return value;
    }
    uint32_t left = rp_random_below(random, (uint32_t)count);
    if (json_is_array(value)) {
        return somewhere(json_array_get(value, left), random);
    }
    void *entry = json_object_iter(value);
    while (left-- > 0) {
        entry = json_object_iter_next(value, entry);
    }
    return somewhere(json_object_iter_value(entry), random);
}

static void change_once(json_t *root, rp_random *random)
{
    json_t *value = somewhere(root, random);
    if (json_is_object(value) && json_object_size(value) > 0) {
        change_object(value, random);
    } else if (json_is_array(value) && json_array_size(value) > 0) {
        change_list(value, random);
    }
}

static void use_everything(const rp_model *model)
{
    rp_rendered out = {0};
    rp_text_init(&out.text, rp_alloc_default());
    for (uint8_t set = 0; set < model->set_count; set++) {
        rp_state state = state_of(model, set);
        for (rp_expr expr = 1; expr <= model->expr_count; expr++) {
            (void)rp_expr_value(model, expr, &state);
        }
        for (uint32_t i = 0; i < model->choice_count; i++) {
            rp_model_render(model, 0, &state, model->choices[i].text, &out);
        }
        rp_model_render(model, 0, &state, model->customer_name, &out);
    }
    rp_text_clear(&out.text);
}

/* Faults that checking leaves to compiling. */
static bool is_left_to_compiling(const rp_fault *fault)
{
    return strncmp(fault->code, "expression-", 11) == 0 ||
           strcmp(fault->code, "too-many") == 0;
}

/* True where the mutant was still sound. */
static bool judge(const char *json)
{
    rp_document *document = NULL;
    rp_faults faults;
    rp_error err = {0};
    rp_model *model = NULL;
    if (rp_document_parse(json, strlen(json), "m", rp_alloc_default(),
                          &document, &err) != RP_OK) {
        return false;
    }
    rp_faults_init(&faults, rp_alloc_default());
    rp_document_check(document, &faults);
    bool is_checked = faults.error_count == 0;
    rp_status status =
        rp_model_compile(document, rp_alloc_default(), &faults, &model, &err);
    if (status == RP_OK && is_checked) {
        use_everything(model);
    } else if (is_checked && faults.error_count == 0) {
        fail_msg("%s\n%s", err.message, json);
    }
    for (uint32_t i = 0; is_checked && i < faults.count; i++) {
        assert_true(faults.items[i].severity == RP_WARNING ||
                    is_left_to_compiling(&faults.items[i]));
    }
    rp_model_free(model);
    rp_faults_clear(&faults);
    rp_document_free(document);
    return is_checked && status == RP_OK;
}

static void what_checking_lets_pass_compiles(void **state)
{
    rp_random random = rp_random_seeded(41);
    uint32_t sound = 0;
    rp_text text;
    (void)state;
    rp_text_init(&text, rp_alloc_default());
    parts_write(&rich, &text);
    json_t *whole = json_loads(text.bytes, 0, NULL);
    rp_model_free(model_of(&rich));

    for (int i = 0; i < MUTANTS; i++) {
        json_t *mutant = json_deep_copy(whole);
        uint32_t changes = rp_random_below(&random, CHANGES_MAX) + 1;
        for (uint32_t change = 0; change < changes; change++) {
            change_once(mutant, &random);
        }
        char *json = json_dumps(mutant, JSON_COMPACT);
        sound += judge(json);
        free(json);
        json_decref(mutant);
    }

    /* Enough of both kinds, or the test would say nothing. */
    assert_in_range(sound, MUTANTS / 20, MUTANTS / 2);
    json_decref(whole);
    rp_text_clear(&text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_checking_lets_pass_compiles),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
