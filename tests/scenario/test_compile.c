/* From a document to the tables the rules read. */
#include <stdio.h>

#include "model_world.h"

static const char *english(const rp_model *model, rp_ref ref)
{
    return rp_model_text(model, 0, ref);
}

static bool sets_mark(const rp_model *model, const rp_choice *choice,
                      uint16_t mark)
{
    for (uint32_t i = 0; i < choice->marks.count; i++) {
        if (model->marks[choice->marks.first + i] == mark) {
            return true;
        }
    }
    return false;
}

/* The only mark an expression reads. */
static uint16_t mark_read(const rp_model *model, rp_expr expr)
{
    rp_reads reads = {0};
    rp_expr_reads(model, expr, &reads);
    for (uint16_t mark = 0; mark < RP_MARKS_MAX; mark++) {
        if ((reads.memory[mark / 64] >> (mark % 64) & 1) != 0) {
            return mark;
        }
    }
    return RP_NONE;
}

/* The choice a turn offers under an id, NULL where it offers none. */
static const rp_choice *offer_of(const rp_model *model, const char *turn,
                                 const char *id)
{
    const rp_node *node = &model->nodes[rp_model_node(model, turn)];
    for (uint32_t i = 0; i < node->offers.count; i++) {
        const rp_choice *choice =
            &model->choices[model->offers[node->offers.first + i]];
        if (strcmp(choice->id, id) == 0) {
            return choice;
        }
    }
    return NULL;
}

static void the_smallest_document_has_the_usual_numbers(void **state)
{
    rp_model *model = model_of(&(model_parts){0});
    (void)state;

    assert_string_equal(model->id, "s");
    assert_string_equal(english(model, model->title), "T");
    assert_int_equal(model->mood[RP_CALM], 50);
    assert_int_equal(model->pass_percent[RP_EMPATHY], 60);
    assert_int_equal(model->exam_percent, 60);
    assert_int_equal(model->moves_max, 60);
    assert_int_equal(model->set_count, 1);
    assert_int_equal(model->hangs_up, RP_NONE);
    assert_int_equal(model->at_fact, RP_NONE);
    assert_int_equal(model->name_fact, RP_NONE);
    assert_int_equal(model->mark_count, 0);
    assert_int_equal(model->nodes[0].silence.after_s, 0);
    rp_model_free(model);
}

static void nodes_are_turns_forms_endings_in_written_order(void **state)
{
    rp_model *model = model_of(&(model_parts){
        .turns = SMALLEST_TURN ",{'id':'b','says':[{'text':{'en':'x'}}],"
                               "'replies':[{'id':'r','text':{'en':'y'}}]}",
        .more = ",'forms':[{'id':'f','to':[{'to':'z'}],'asks':[{'id':'q',"
                "'text':{'en':'?'},'answers':[{'id':'1','text':{'en':'1'}},"
                "{'id':'2','text':{'en':'2'},'resolution':2}]}]}]"});
    (void)state;

    assert_int_equal(rp_model_node(model, "a"), 0);
    assert_int_equal(rp_model_node(model, "b"), 1);
    assert_int_equal(rp_model_node(model, "f"), 2);
    assert_int_equal(rp_model_node(model, "z"), 3);
    assert_int_equal(rp_model_node(model, "c"), RP_NONE);
    assert_int_equal(model->nodes[2].kind, RP_FORM);
    assert_int_equal(model->nodes[3].outcome, RP_RESOLVED);
    assert_int_equal(model->nodes[1].route.count, 0);
    assert_int_equal(model->routes[model->nodes[2].route.first].node, 3);
    assert_int_equal(choice_named(model, "f/q", "2")->points[RP_RESOLUTION], 2);
    assert_int_equal(model->asks[0].answers.count, 2);
    rp_model_free(model);
}

static void moods_of_a_reply_are_summed(void **state)
{
    rp_model *model = model_of(&(model_parts){
        .turns = "{'id':'a','says':[{'text':{'en':'x'}}],'replies':[{'id':'r',"
                 "'text':{'en':'y'},'feels':['heard','rushed'],'calm':-20,"
                 "'empathy':2}]}",
        .more = ",'effects':{'heard':{'calm':15,'trust':10},"
                "'rushed':{'patience':-15,'trust':5}}"});
    const rp_choice *choice = choice_named(model, "a", "r");
    (void)state;

    assert_int_equal(choice->mood[RP_CALM], -5);
    assert_int_equal(choice->mood[RP_TRUST], 15);
    assert_int_equal(choice->mood[RP_PATIENCE], -15);
    assert_int_equal(choice->points[RP_EMPATHY], 2);
    rp_model_free(model);
}

static void set_comes_before_add(void **state)
{
    rp_model *model = model_of(&(model_parts){
        .scenario = ",'vars':{'owned':false,'offers':{'lo':-2,'hi':3,"
                    "'start':1},'left':{'lo':0,'hi':9,'start':0}}",
        .turns = "{'id':'a','says':[{'text':{'en':'x'}}],'replies':[{'id':'r',"
                 "'text':{'en':'y'},'add':{'left':'offers + 1'},"
                 "'set':{'owned':true,'offers':3}}]}"});
    const rp_choice *choice = choice_named(model, "a", "r");
    const rp_assign *assigns = &model->assigns[choice->assigns.first];
    (void)state;

    assert_int_equal(choice->assigns.count, 3);
    assert_string_equal(model->vars[assigns[0].var].name, "offers");
    assert_int_equal(assigns[0].value, 3);
    assert_string_equal(model->vars[assigns[1].var].name, "owned");
    assert_int_equal(assigns[1].value, 1);
    assert_true(assigns[2].is_add);
    rp_state at = state_of(model, 0);
    assert_int_equal(rp_expr_value(model, assigns[2].expr, &at), 2);
    rp_model_free(model);
}

/* A memory bit is kept only of what some later rule can ask for. */
static void marks_go_to_what_is_read(void **state)
{
    rp_model *model = model_of(&(model_parts){
        .turns = "{'id':'a','says':[{'text':{'en':'x'}}],'replies':["
                 "{'id':'r','text':{'en':'y'}},{'id':'unread','text':"
                 "{'en':'y'}}]},"
                 "{'id':'b','says':[{'text':{'en':'x'},'when':'said `r`'},"
                 "{'text':{'en':'z'}}],'replies':["
                 "{'id':'r','text':{'en':'y'},'when':'said `a/r`'},"
                 "{'id':'s','text':{'en':'y'},'once':true,"
                 "'when':'seen `b`'}]}"});
    const rp_choice *in_a = choice_named(model, "a", "r");
    const rp_choice *in_b = choice_named(model, "b", "r");
    const rp_choice *once = choice_named(model, "b", "s");
    uint16_t anywhere =
        mark_read(model, model->lines[model->nodes[1].says.first].when);
    uint16_t only_a = mark_read(model, in_b->when);
    (void)state;

    assert_int_equal(model->mark_count, 4);
    assert_int_equal(choice_named(model, "a", "unread")->marks.count, 0);
    assert_true(sets_mark(model, in_a, anywhere));
    assert_true(sets_mark(model, in_b, anywhere));
    assert_true(sets_mark(model, in_a, only_a));
    assert_false(sets_mark(model, in_b, only_a));
    assert_true(sets_mark(model, once, once->once_mark));
    assert_int_equal(model->nodes[0].seen_mark, RP_NONE);
    assert_int_equal(model->nodes[1].seen_mark, mark_read(model, once->when));
    rp_model_free(model);
}

static void answers_are_said_by_their_whole_name(void **state)
{
    rp_model *model = model_of(&(model_parts){
        .turns = "{'id':'a','says':[{'text':{'en':'x'}}],'replies':["
                 "{'id':'1','text':{'en':'y'},'when':'said `f/q/1`'}]}",
        .more = ",'forms':[{'id':'f','asks':[{'id':'q','many':true,"
                "'text':{'en':'?'},'answers':[{'id':'1','text':{'en':'1'}},"
                "{'id':'2','text':{'en':'2'}}]}]}]"});
    uint16_t mark = mark_read(model, choice_named(model, "a", "1")->when);
    (void)state;

    assert_true(sets_mark(model, choice_named(model, "f/q", "1"), mark));
    assert_int_equal(choice_named(model, "f/q", "2")->marks.count, 0);
    assert_int_equal(choice_named(model, "a", "1")->marks.count, 0);
    assert_true(model->asks[0].many);
    rp_model_free(model);
}

static const model_parts with_anytime = {
    .turns = "{'id':'a','says':[{'text':{'en':'x'}}],'replies':["
             "{'id':'r','text':{'en':'y'}}]},"
             "{'id':'b','says':[{'text':{'en':'x'}}],'replies':["
             "{'id':'hold','text':{'en':'own'}},{'id':'r','text':{'en':'y'}}"
             "]},"
             "{'id':'c','says':[{'text':{'en':'x'}}],'replies':["
             "{'id':'r','text':{'en':'y'},'when':'said `c/hold`'},"
             "{'id':'t','text':{'en':'y'},'when':'said `hold`'}]}",
    .more = ",'anytime':[{'id':'hold','text':{'en':'One moment.'},'once':true,"
            "'stay':true},{'id':'end','text':{'en':'Bye.'},'as':'end'}]",
};

static void anytime_replies_follow_a_turn_s_own(void **state)
{
    rp_model *model = model_of(&with_anytime);
    const rp_node *a = &model->nodes[0];
    const rp_node *b = &model->nodes[1];
    (void)state;

    assert_int_equal(a->offers.count, 3);
    assert_ptr_equal(&model->choices[model->offers[a->offers.first + 1]],
                     choice_named(model, "anytime", "hold"));
    assert_true(offer_of(model, "a", "hold")->is_anytime);
    assert_true(offer_of(model, "a", "hold")->stays);
    assert_int_equal(offer_of(model, "a", "end")->act, RP_END);
    assert_int_equal(b->offers.count, 3);
    assert_string_equal(offer_of(model, "b", "hold")->owner, "b");
    assert_ptr_equal(offer_of(model, "b", "hold"),
                     &model->choices[model->offers[b->offers.first]]);
    assert_ptr_equal(offer_of(model, "a", "end"), offer_of(model, "b", "end"));
    rp_model_free(model);
}

/* One reply serves all turns, but where a turn asks just for itself. */
static void anytime_replies_are_told_apart_where_somebody_asks(void **state)
{
    rp_model *model = model_of(&with_anytime);
    const rp_choice *in_a = offer_of(model, "a", "hold");
    const rp_choice *in_b = offer_of(model, "b", "hold");
    const rp_choice *in_c = offer_of(model, "c", "hold");
    uint16_t only_c = mark_read(model, offer_of(model, "c", "r")->when);
    uint16_t anywhere = mark_read(model, offer_of(model, "c", "t")->when);
    (void)state;

    assert_ptr_not_equal(in_a, in_c);
    assert_true(in_c->is_anytime);
    assert_int_equal(in_a->text, in_c->text);
    assert_int_equal(in_a->once_mark, in_c->once_mark);
    assert_true(sets_mark(model, in_c, in_c->once_mark));
    assert_true(sets_mark(model, in_c, only_c));
    assert_false(sets_mark(model, in_a, only_c));
    assert_true(sets_mark(model, in_a, anywhere));
    assert_true(sets_mark(model, in_b, anywhere));
    assert_true(sets_mark(model, in_c, anywhere));
    rp_model_free(model);
}

static void steps_promises_and_criticals_set_their_marks(void **state)
{
    rp_model *model = model_of(&(model_parts){
        .pack = ",'languages':['en'],'behaviours':{'7.1-c':{'score':'empathy',"
                "'section':'7.1','strong':{'en':'s'},'mistake':{'en':'m'}}},"
                "'sections':{'7.1':{'title':{'en':'Seven'},'says':{'en':'p'}}"
                "},'criticals':{'guarantee':{'text':{'en':'g'},"
                "'behaviours':['7.1-c']}}",
        .scenario = ",'process':[{'id':'listen','title':{'en':'L'}},"
                    "{'id':'feed back','title':{'en':'F'}}]",
        .turns = "{'id':'a','says':[{'text':{'en':'x'}}],'replies':[{'id':'r',"
                 "'text':{'en':'y'},'step':'feed back','critical':'guarantee',"
                 "'promises':['news'],'keeps':['back'],'misses':['7.1-c'],"
                 "'when':'not (done `feed back` or promised `news` or "
                 "kept `back`)'}]}",
        .more = ",'promises':[{'id':'back','text':{'en':'b'}},"
                "{'id':'news','text':{'en':'n'}}]"});
    const rp_choice *choice = choice_named(model, "a", "r");
    (void)state;

    assert_int_equal(choice->marks.count, 4);
    assert_true(sets_mark(model, choice, model->steps[1].done_mark));
    assert_true(sets_mark(model, choice, model->criticals[0].mark));
    assert_true(sets_mark(model, choice, model->promises[1].promised_mark));
    assert_true(sets_mark(model, choice, model->promises[0].kept_mark));
    assert_string_equal(english(model, choice->step_text), "F");
    assert_int_equal(model->behaviour_idx[choice->misses.first], 0);
    assert_int_equal(model->behaviours[0].score, RP_EMPATHY);
    assert_string_equal(english(model, model->behaviours[0].section_says), "p");
    rp_model_free(model);
}

static void more_marks_than_fit_are_a_fault(void **state)
{
    rp_text more;
    (void)state;
    rp_text_init(&more, rp_alloc_default());
    rp_text_puts(&more, ",'records':[");
    for (int i = 0; i <= RP_MARKS_MAX; i++) {
        rp_text_printf(&more,
                       "%s{'id':'r%d','title':{'en':'t'},'kind':'log',"
                       "'rows':[{'label':{'en':'a'},'text':{'en':'b'}}]}",
                       i == 0 ? "" : ",", i);
    }
    rp_text_puts(&more, "]");
    rp_document *document = document_of(&(model_parts){.more = more.bytes});
    rp_faults faults;
    rp_model *model = NULL;
    rp_faults_init(&faults, rp_alloc_default());

    assert_int_equal(
        rp_model_compile(document, rp_alloc_default(), &faults, &model, NULL),
        RP_E_INVALID);

    assert_null(model);
    assert_int_equal(faults.error_count, 1);
    assert_string_equal(faults.items[0].code, "too-many");
    assert_non_null(strstr(faults.items[0].message, "257"));
    rp_faults_clear(&faults);
    rp_document_free(document);
    rp_text_clear(&more);
}

static const model_parts with_facts = {
    .scenario = ",'vars':{'open':true}",
    .turns = "{'id':'a','says':[{'text':{'en':'x'}}],'replies':[{'id':'r',"
             "'text':{'en':'y'},'when':'fact.ticket == `4471` and "
             "fact.caller ~= `Gu Qiang`','to':[{'when':'fact.red','to':'z'},"
             "{'to':'a'}]}]}",
    .more = ",'facts':[{'at':{'datetime':'2025-09-10 10:30'},"
            "'caller':{'name':{'full':{'en':'Zhao Wei'},"
            "'family':{'en':'Zhao'},'title':{'en':'Mr'}}},"
            "'calls':2,'credit':{'money':5000},'day':{'date':'2025-09-10'},"
            "'red':true,'test':{'clock':'14:00'},"
            "'ticket':{'text':{'en':'4471'}}},"
            "{'at':{'datetime':'2025-09-17 09:15'},"
            "'caller':{'name':{'full':{'en':'Gu Qiang'}}},"
            "'calls':0,'credit':{'money':-150},'day':{'date':'2025-09-17'},"
            "'red':false,'test':{'clock':'13:30'},"
            "'ticket':{'text':{'en':'5038'}}}]",
};

static void facts_have_the_values_of_their_kinds(void **state)
{
    rp_model *model = model_of(&with_facts);
    const rp_fact *second = model->facts + model->fact_count;
    (void)state;

    assert_int_equal(model->set_count, 2);
    assert_int_equal(model->fact_count, 8);
    assert_string_equal(model->fact_names[0], "at");
    assert_int_equal(model->at_fact, 0);
    assert_int_equal(rp_weekday(model->facts[0].value), 3);
    assert_int_equal(model->facts[1].kind, RP_V_NAME);
    assert_string_equal(english(model, model->facts[1].family), "Zhao");
    assert_int_equal(second[1].family, 0);
    assert_int_equal(second[2].value, 0);
    assert_int_equal(second[3].kind, RP_V_MONEY);
    assert_int_equal(second[3].value, -150);
    assert_int_equal(second[6].value, 13 * 60 + 30);
    rp_model_free(model);
}

static void conditions_hold_by_fact_set(void **state)
{
    rp_model *model = model_of(&with_facts);
    const rp_choice *choice = choice_named(model, "a", "r");
    const rp_route *routes = &model->routes[choice->route.first];
    rp_state first = state_of(model, 0);
    rp_state second = state_of(model, 1);
    (void)state;

    assert_true(rp_expr_holds(model, choice->when, &first));
    assert_false(rp_expr_holds(model, choice->when, &second));
    assert_int_equal(choice->route.count, 2);
    assert_true(rp_expr_holds(model, routes[0].when, &first));
    assert_false(rp_expr_holds(model, routes[0].when, &second));
    assert_int_equal(routes[1].when, 0);
    assert_string_equal(rp_expr_text(model, routes[0].when), "fact.red");
    rp_model_free(model);
}

static void silence_falls_back_to_the_scenario_s(void **state)
{
    rp_model *model = model_of(&(model_parts){
        .scenario = ",'silence':{'after':20,'patience':-5}",
        .turns = SMALLEST_TURN ",{'id':'b','says':[{'text':{'en':'x'}}],"
                               "'silence':{'after':8,'calm':-10,"
                               "'to':[{'to':'a'}]},"
                               "'replies':[{'id':'r','text':{'en':'y'}}]}"});
    const rp_silence *usual = &model->nodes[0].silence;
    const rp_silence *own = &model->nodes[1].silence;
    (void)state;

    assert_int_equal(usual->after_s, 20);
    assert_int_equal(usual->mood[RP_PATIENCE], -5);
    assert_int_equal(usual->route.count, 0);
    assert_int_equal(own->after_s, 8);
    assert_int_equal(own->mood[RP_PATIENCE], 0);
    assert_int_equal(model->routes[own->route.first].node, 0);
    rp_model_free(model);
}

/* A list of places becomes as many interrupts that break in once in all. */
static void an_interrupt_with_a_list_is_several(void **state)
{
    rp_model *model = model_of(&(model_parts){
        .more = ",'interrupts':[{'id':'cut','when':'calm < 40',"
                "'to':[{'when':'trust < 50','to':'a'},{'to':'z'}]},"
                "{'id':'late','when':'patience < 5','to':[{'to':'z'}]}]"});
    const rp_interrupt *cut = model->interrupts;
    rp_state at = state_of(model, 0);
    (void)state;

    assert_int_equal(model->interrupt_count, 3);
    assert_string_equal(cut[1].id, "cut");
    assert_int_equal(cut[0].fired_mark, cut[1].fired_mark);
    assert_int_not_equal(cut[0].fired_mark, cut[2].fired_mark);
    at.mood[RP_CALM] = 10;
    assert_false(rp_expr_holds(model, cut[0].when, &at));
    assert_true(rp_expr_holds(model, cut[1].when, &at));
    at.mood[RP_TRUST] = 10;
    assert_true(rp_expr_holds(model, cut[0].when, &at));
    assert_int_equal(cut[0].node, 0);
    rp_model_free(model);
}

static void a_desk_shows_texts_and_facts(void **state)
{
    rp_model *model = model_of(&(model_parts){
        .more = ",'facts':[{'credit':{'money':5000},"
                "'back':{'clock':'14:00'}}],"
                "'records':[{'id':'bill','title':{'en':'Bill'},'kind':'bill',"
                "'rows':[{'label':{'en':'Fee'},'fact':'credit','mark':true},"
                "{'label':{'en':'Note'},'text':{'en':'none'}}]}],"
                "'promises':[{'id':'p','text':{'en':'p'},'due':'back'}]"});
    const rp_record *bill = &model->records[rp_model_record(model, "bill")];
    const rp_row *rows = &model->rows[bill->rows.first];
    (void)state;

    assert_int_equal(bill->kind, RP_BILL);
    assert_int_equal(bill->rows.count, 2);
    assert_string_equal(model->fact_names[rows[0].fact], "credit");
    assert_true(rows[0].is_marked);
    assert_int_equal(rows[1].fact, RP_NONE);
    assert_string_equal(english(model, rows[1].text), "none");
    assert_string_equal(model->fact_names[model->promises[0].due_fact], "back");
    assert_int_equal(rp_model_record(model, "log"), RP_NONE);
    rp_model_free(model);
}

static void examples_keep_their_moves_as_written(void **state)
{
    rp_model *model = model_of(&(model_parts){
        .more = ",'examples':[{'name':'good','moves':['r'],"
                "'expect':{'ending':'z','passed':true,'outcome':'resolved',"
                "'points':{'empathy':3},'critical':[]}},"
                "{'name':'bare','moves':[]}]"});
    const rp_example *good = &model->examples[0];
    const rp_example *bare = &model->examples[1];
    (void)state;

    assert_string_equal(model->example_moves[good->moves.first], "r");
    assert_string_equal(good->ending, "z");
    assert_int_equal(good->passed, 1);
    assert_int_equal(good->outcome, RP_RESOLVED);
    assert_int_equal(good->points[RP_EMPATHY], 3);
    assert_true(good->points[RP_LISTENING] == INT32_MIN);
    assert_int_equal(bare->set, 0);
    assert_int_equal(bare->passed, -1);
    assert_int_equal(bare->outcome, -1);
    assert_null(bare->ending);
    assert_true(good->tells_criticals);
    assert_int_equal(good->criticals.count, 0);
    assert_false(bare->tells_criticals);
    rp_model_free(model);
}

static void an_example_names_the_criticals_it_expects(void **state)
{
    rp_model *model = model_of(&(model_parts){
        .pack = ",'languages':['en'],'criticals':{'a':{'text':{'en':'A'}},"
                "'b':{'text':{'en':'B'}}}",
        .more = ",'examples':[{'name':'bad','moves':['r'],"
                "'expect':{'critical':'b'}}]"});
    const rp_example *bad = &model->examples[0];
    (void)state;

    assert_int_equal(bad->criticals.count, 1);
    assert_string_equal(
        model->criticals[model->critical_idx[bad->criticals.first]].id, "b");
    rp_model_free(model);
}

static void languages_begin_with_the_source(void **state)
{
    rp_model *model = model_of(&(model_parts){
        .pack = ",'languages':['zh','en'],'rate':{'zh':{'agent':240,"
                "'customer':250}},'polite':{'en':['please','thank you']}"});
    (void)state;

    assert_int_equal(model->language_count, 2);
    assert_string_equal(model->languages[0].tag, "en");
    assert_int_equal(rp_model_language(model, "zh"), 1);
    assert_int_equal(rp_model_language(model, "fr"), RP_NONE);
    assert_int_equal(model->languages[1].rate.customer, 250);
    assert_int_equal(model->languages[0].polite.count, 2);
    assert_string_equal(
        model->polite_words[model->languages[0].polite.first + 1], "thank you");
    assert_string_equal(rp_model_text(model, 1, model->title), "T");
    rp_model_free(model);
}

static void the_customer_s_name_may_be_a_fact(void **state)
{
    static const char *const facts =
        ",'facts':[{'caller':{'name':{'full':{'en':'Zhao Wei'}}},"
        "'ticket':{'text':{'en':'7'}}}]";

    static const struct {
        const char *name;
        uint16_t fact;
    } cases[] = {
        {"{caller}", 0},          {"{caller:formal}", 0}, {"{ticket}", RP_NONE},
        {"Mr {caller}", RP_NONE}, {"Zhao", RP_NONE},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        char scenario[128];
        (void)snprintf(scenario, sizeof scenario,
                       ",'customer':{'name':{'en':'%s'}}", cases[i].name);
        rp_text json;
        rp_text_init(&json, rp_alloc_default());
        parts_write(&(model_parts){.more = facts}, &json);
        char *customer = strstr(json.bytes, "\"N\"");
        char written[2048];
        (void)snprintf(written, sizeof written, "%.*s\"%s\"%s",
                       (int)(customer - json.bytes), json.bytes, cases[i].name,
                       customer + 3);
        rp_document *document = NULL;
        rp_faults faults;
        rp_model *model = NULL;
        rp_faults_init(&faults, rp_alloc_default());
        assert_int_equal(rp_document_parse(written, strlen(written), "t",
                                           rp_alloc_default(), &document, NULL),
                         RP_OK);
        assert_int_equal(rp_model_compile(document, rp_alloc_default(), &faults,
                                          &model, NULL),
                         RP_OK);
        assert_int_equal(model->name_fact, cases[i].fact);
        rp_model_free(model);
        rp_document_free(document);
        rp_faults_clear(&faults);
        rp_text_clear(&json);
    }
}

/* --------------------------------------------------------------- faults */

static void a_wrong_expression_is_quoted_and_pointed_at(void **state)
{
    rp_document *document = document_of(&(model_parts){
        .scenario = ",'vars':{'owned':false}",
        .turns = "{'id':'a','says':[{'text':{'en':'x'}}],'replies':["
                 "{'id':'r','text':{'en':'y'},'when':'calm + owned'},"
                 "{'id':'s','text':{'en':'y'},'when':'opend `x`',"
                 "'set':{'owned':'calm'}}]}"});
    rp_faults faults;
    rp_error err = {0};
    rp_model *model = NULL;
    (void)state;
    rp_faults_init(&faults, rp_alloc_default());

    assert_int_equal(
        rp_model_compile(document, rp_alloc_default(), &faults, &model, &err),
        RP_E_INVALID);

    assert_int_equal(faults.error_count, 3);
    assert_string_equal(err.message, "3 faults found");
    assert_string_equal(faults.items[0].code, "expression-type");
    assert_non_null(strstr(faults.items[0].message,
                           "in `calm + owned`, character 8: `+` works"));
    assert_non_null(strstr(faults.items[1].message, "Did you mean `opened`?"));
    assert_string_equal(faults.items[2].code, "expression-type");
    rp_faults_clear(&faults);
    rp_document_free(document);
}

static void long_expressions_are_quoted_around_the_place(void **state)
{
    rp_text turns;
    (void)state;
    rp_text_init(&turns, rp_alloc_default());
    rp_text_puts(&turns, "{'id':'a','says':[{'text':{'en':'x'}}],'replies':["
                         "{'id':'r','text':{'en':'y'},'when':'");
    for (int i = 0; i < 40; i++) {
        rp_text_puts(&turns, "calm > 1 and ");
    }
    rp_text_puts(&turns, "clam > 2 and trust > 3 and patience > 0 and calm > "
                         "90'}]}");
    rp_document *document = document_of(&(model_parts){.turns = turns.bytes});
    rp_faults faults;
    rp_model *model = NULL;
    rp_faults_init(&faults, rp_alloc_default());

    assert_int_equal(
        rp_model_compile(document, rp_alloc_default(), &faults, &model, NULL),
        RP_E_INVALID);

    const char *message = faults.items[0].message;
    assert_non_null(strstr(message, "and clam > 2 and trust > 3"));
    assert_non_null(strstr(message, "character 521:"));
    assert_non_null(strstr(message, "`…"));
    assert_true(strlen(message) < 300);
    rp_faults_clear(&faults);
    rp_document_free(document);
    rp_text_clear(&turns);
}

/* Nothing a document says can do more than not compile. */
static void what_checking_would_refuse_does_not_compile(void **state)
{
    static const model_parts wrong[] = {
        {.scenario = ",'hangs_up':'nowhere'"},
        {.scenario = ",'mood':{'calm':101}"},
        {.scenario = ",'vars':{'x':{'lo':5,'hi':1,'start':0}}"},
        {.scenario = ",'vars':{'x':'text'}"},
        {.turns = "{'id':'a'},{'id':'a'}"},
        {.turns = "7"},
        {.turns = "{'id':'b','replies':[{}]}"},
        {.turns = "{'id':'a','replies':[{'id':'r','to':[{'to':'q'}]}]}"},
        {.turns = "{'id':'a','replies':[{'id':'r','feels':'odd'}]}"},
        {.turns = "{'id':'a','replies':[{'id':'r','set':{'odd':1}}]}"},
        {.turns = "{'id':'a','replies':[{'id':'r','keeps':['odd']}]}"},
        {.turns = "{'id':'a','replies':[{'id':'r','when':7}]}"},
        {.turns = "{'id':'a','replies':[{'id':'r','step':'odd'}]}"},
        {.turns = "{'id':'a','replies':[{'id':'r','critical':'odd'}]}"},
        {.turns = "{'id':'a','at':'odd','says':[{'text':'plain'}]}"},
        {.endings = "{'id':'z','outcome':'odd'}"},
        {.more = ",'facts':[{'a':1},{'a':true}]"},
        {.more = ",'facts':[{'a':1},{}]"},
        {.more = ",'facts':[{'a':{'date':'10.9.'}}]"},
        {.more = ",'facts':[{'a':[]}]"},
        {.more = ",'interrupts':[{'id':'i','when':'true'}]"},
        {.more = ",'examples':[{'name':'e','moves':[7],'set':1}]"},
        {.more = ",'examples':[{'name':'e','moves':[],'set':2}]"},
        {.more = ",'records':[{'id':'r','kind':'log','rows':[{'fact':'f'}]}]"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
        rp_document *document = document_of(&wrong[i]);
        rp_faults faults;
        rp_model *model = NULL;
        rp_faults_init(&faults, rp_alloc_default());
        rp_status status = rp_model_compile(document, rp_alloc_default(),
                                            &faults, &model, NULL);
        if (status != RP_E_INVALID || model != NULL) {
            fail_msg("case %zu compiled", i);
        }
        rp_faults_clear(&faults);
        rp_document_free(document);
    }
}

/* --------------------------------------------------------------- memory */

typedef struct miser {
    rp_alloc host;
    uint32_t left;
} miser;

static void *miser_resize(void *user, void *block, size_t size_bytes)
{
    miser *m = user;
    if (size_bytes > 0 && m->left == 0) {
        return NULL;
    }
    m->left -= size_bytes > 0;
    return m->host.resize(m->host.user, block, size_bytes);
}

static void refused_memory_leaves_nothing_behind(void **state)
{
    rp_document *document = document_of(&with_facts);
    rp_status status = RP_E_MEMORY;
    (void)state;
    for (uint32_t allowed = 0; status != RP_OK; allowed++) {
        miser m = {rp_alloc_default(), allowed};
        rp_faults faults;
        rp_model *model = NULL;
        rp_faults_init(&faults, rp_alloc_default());
        status = rp_model_compile(document, (rp_alloc){miser_resize, &m},
                                  &faults, &model, NULL);
        assert_true(status == RP_OK || status == RP_E_MEMORY);
        assert_int_equal(model != NULL, status == RP_OK);
        rp_model_free(model);
        rp_faults_clear(&faults);
    }
    rp_document_free(document);
}

static void models_of_equal_documents_have_equal_digests(void **state)
{
    rp_model *one = model_of(&with_facts);
    rp_model *two = model_of(&with_facts);
    rp_model *other = model_of(&with_anytime);
    (void)state;

    assert_true(rp_digest_equal(&one->digest, &two->digest));
    assert_true(rp_digest_equal(&one->rules_digest, &two->rules_digest));
    assert_false(rp_digest_equal(&one->digest, &other->digest));
    assert_false(rp_digest_equal(&one->digest, &one->rules_digest));
    rp_model_free(one);
    rp_model_free(two);
    rp_model_free(other);
    rp_model_free(NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_smallest_document_has_the_usual_numbers),
        cmocka_unit_test(nodes_are_turns_forms_endings_in_written_order),
        cmocka_unit_test(moods_of_a_reply_are_summed),
        cmocka_unit_test(set_comes_before_add),
        cmocka_unit_test(marks_go_to_what_is_read),
        cmocka_unit_test(answers_are_said_by_their_whole_name),
        cmocka_unit_test(anytime_replies_follow_a_turn_s_own),
        cmocka_unit_test(anytime_replies_are_told_apart_where_somebody_asks),
        cmocka_unit_test(steps_promises_and_criticals_set_their_marks),
        cmocka_unit_test(more_marks_than_fit_are_a_fault),
        cmocka_unit_test(facts_have_the_values_of_their_kinds),
        cmocka_unit_test(conditions_hold_by_fact_set),
        cmocka_unit_test(silence_falls_back_to_the_scenario_s),
        cmocka_unit_test(an_interrupt_with_a_list_is_several),
        cmocka_unit_test(a_desk_shows_texts_and_facts),
        cmocka_unit_test(examples_keep_their_moves_as_written),
        cmocka_unit_test(an_example_names_the_criticals_it_expects),
        cmocka_unit_test(languages_begin_with_the_source),
        cmocka_unit_test(the_customer_s_name_may_be_a_fact),
        cmocka_unit_test(a_wrong_expression_is_quoted_and_pointed_at),
        cmocka_unit_test(long_expressions_are_quoted_around_the_place),
        cmocka_unit_test(what_checking_would_refuse_does_not_compile),
        cmocka_unit_test(refused_memory_leaves_nothing_behind),
        cmocka_unit_test(models_of_equal_documents_have_equal_digests),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
