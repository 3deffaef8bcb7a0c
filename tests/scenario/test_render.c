/* Texts as they are shown: slots, marks, and how much of them is spoken. */
#include "model_world.h"

/* One text as the situation of a scenario with facts of every kind. */
typedef struct shown {
    rp_model *model;
    rp_state state;
    rp_rendered out;
} shown;

static const char facts[] =
    ",'facts':[{'at':{'datetime':'2025-09-10 10:30'},"
    "'caller':{'name':{'full':{'en':'Zhao Wei','zh':'赵伟'},"
    "'family':{'en':'Zhao','zh':'赵'},'title':{'en':'Mr','zh':'先生'}}},"
    "'calls':-2,'credit':{'money':123450},'later':{'datetime':"
    "'2025-09-11 09:00'},'since':{'datetime':'2025-09-09 19:40'},"
    "'joined':{'date':'2016-03-01'},'red':true,'test':{'clock':'09:05'},"
    "'ticket':{'text':{'en':'4471 [*~'}}},"
    "{'at':{'datetime':'2025-09-17 09:15'},"
    "'caller':{'name':{'full':{'en':'Gu Qiang'}}},'calls':0,"
    "'credit':{'money':5000},'later':{'datetime':'2025-09-18 09:00'},"
    "'since':{'datetime':'2025-09-16 21:05'},'joined':{'date':'2025-01-01'},"
    "'red':false,'test':{'clock':'13:30'},'ticket':{'text':{'en':'5038'}}}]";

static shown show(const char *en, const char *zh)
{
    shown s;
    rp_text turns;
    rp_text_init(&turns, rp_alloc_default());
    rp_text_printf(&turns,
                   "{'id':'a','says':[{'text':{'en':'%s','zh':'%s'}}],"
                   "'replies':[{'id':'r','text':{'en':'y'},"
                   "'to':[{'to':'b'}]}]},"
                   "{'id':'b','at':'later','says':[{'text':{'en':'x'}}],"
                   "'replies':[{'id':'r','text':{'en':'y'},"
                   "'to':[{'to':'z'}]}]}",
                   en, zh);
    s.model = model_of(&(model_parts){
        .pack = ",'languages':['en','zh']",
        .scenario = ",'vars':{'owned':false,'debt':{'lo':-9,'hi':9,"
                    "'start':-3}}",
        .turns = turns.bytes,
        .more = facts});
    s.state = state_of(s.model, 0);
    rp_text_init(&s.out.text, rp_alloc_default());
    rp_text_clear(&turns);
    return s;
}

static void end(shown *s)
{
    rp_text_clear(&s->out.text);
    rp_model_free(s->model);
}

static const char *render(shown *s, uint16_t language)
{
    rp_ref text = s->model->lines[s->model->nodes[0].says.first].text;
    rp_model_render(s->model, language, &s->state, text, &s->out);
    return s->out.text.bytes;
}

static void assert_shown(const char *written, const char *expected)
{
    shown s = show(written, written);
    assert_string_equal(render(&s, 0), expected);
    end(&s);
}

static void assert_shown_in_chinese(const char *written, const char *expected)
{
    shown s = show(written, written);
    assert_string_equal(render(&s, 1), expected);
    end(&s);
}

static void facts_are_shown_in_their_plain_forms(void **state)
{
    (void)state;
    assert_shown("{caller}: {calls}, {red}, {ticket}",
                 "Zhao Wei: −2, yes, 4471 [*~");
    assert_shown("{since} / {test} / {credit}",
                 "Tue 9 Sep 19:40 / 09:05 / ¥1,234.50");
    assert_shown_in_chinese("{caller}{since}，{credit}，{red}",
                            "赵伟9月9日 星期二 19:40，1,234.50元，是");
}

static void forms_are_those_of_the_language(void **state)
{
    (void)state;
    assert_shown("{since:day} {since:clock} {since:weekday} {since:ago}",
                 "Tue 9 Sep 19:40 Tuesday last night");
    assert_shown("{since:date}, {since:month}", "9 Sep, September");
    assert_shown_in_chinese("{since:date}、{since:month}", "9月9日、9月");
    assert_shown("{caller:formal} {test:clock} {later:ago}",
                 "Mr Zhao 09:05 tomorrow morning");
    assert_shown_in_chinese("{since:day}{since:clock}{since:ago}"
                            "{caller:formal}",
                            "9月9日 星期二19:40昨晚赵先生");
}

static void the_year_is_told_where_it_is_another(void **state)
{
    (void)state;
    assert_shown("{joined}", "Tue 1 Mar 2016");
    assert_shown_in_chinese("{joined:day}", "2016年3月1日 星期二");
}

static void variables_are_shown_as_they_stand(void **state)
{
    shown s = show("{owned} {debt}", "{owned} {debt}");
    (void)state;

    assert_string_equal(render(&s, 0), "no −3");
    s.state.vars[0] = 7;
    s.state.vars[1] = 1;
    assert_string_equal(render(&s, 0), "yes −2");
    assert_string_equal(render(&s, 1), "是 −2");
    end(&s);
}

static void slots_follow_the_fact_set(void **state)
{
    shown s = show("{caller:formal} {ticket} {since:ago}",
                   "{caller:formal} {ticket} {since:ago}");
    (void)state;

    s.state.set = 1;
    assert_string_equal(render(&s, 0), "Gu Qiang 5038 last night");
    end(&s);
}

/* A turn that jumps on the calendar counts from its own day. */
static void ago_counts_from_where_the_turn_stands(void **state)
{
    shown s = show("{since:ago} {at:ago}", "{since:ago} {at:ago}");
    (void)state;

    s.state.node = rp_model_node(s.model, "b");
    assert_string_equal(render(&s, 0), "on Tuesday yesterday morning");
    end(&s);
}

static void a_missing_language_shows_the_source(void **state)
{
    rp_model *model =
        model_of(&(model_parts){.pack = ",'languages':['en','zh']"});
    (void)state;
    assert_string_equal(rp_model_text(model, 1, model->title), "T");
    assert_string_equal(rp_model_text(model, 1, 0), "");
    rp_model_free(model);
}

static void assert_mark(const rp_rendered *out, uint32_t idx, rp_mark_kind kind,
                        const char *bytes)
{
    assert_true(idx < out->mark_count);
    const rp_mark *mark = &out->marks[idx];
    assert_int_equal(mark->kind, kind);
    assert_int_equal(mark->end - mark->start, strlen(bytes));
    assert_memory_equal(out->text.bytes + mark->start, bytes, strlen(bytes));
}

static void marks_are_taken_out_and_told(void **state)
{
    shown s = show("*Two* calls, ~two times {since:ago}~. [a sigh] No.",
                   "{since:ago}");
    (void)state;

    assert_string_equal(render(&s, 0),
                        "Two calls, two times last night. [a sigh] No.");
    assert_int_equal(s.out.mark_count, 3);
    assert_mark(&s.out, 0, RP_MARK_STRESS, "Two");
    assert_mark(&s.out, 1, RP_MARK_PHRASE, "two times last night");
    assert_mark(&s.out, 2, RP_MARK_SOUND, "[a sigh]");
    end(&s);
}

static void marks_within_marks_are_only_taken_out(void **state)
{
    shown s = show("~I *really* [cough] need it~", "x");
    (void)state;

    assert_string_equal(render(&s, 0), "I really [cough] need it");
    assert_int_equal(s.out.mark_count, 1);
    assert_mark(&s.out, 0, RP_MARK_PHRASE, "I really [cough] need it");
    end(&s);
}

static void no_text_has_more_marks_than_fit(void **state)
{
    rp_text many;
    (void)state;
    rp_text_init(&many, rp_alloc_default());
    for (int i = 0; i < 40; i++) {
        rp_text_puts(&many, "*so* ");
    }
    shown s = show(many.bytes, "x");

    assert_int_equal(strlen(render(&s, 0)), 40 * 3);
    assert_int_equal(s.out.mark_count, RP_TEXT_MARKS_MAX);
    end(&s);
    rp_text_clear(&many);
}

static void rendering_replaces_what_was_there(void **state)
{
    shown s = show("*Hello*", "x");
    (void)state;

    (void)render(&s, 0);
    assert_string_equal(render(&s, 1), "x");
    assert_int_equal(s.out.mark_count, 0);
    rp_model_render(s.model, 0, &s.state, 0, &s.out);
    assert_string_equal(s.out.text.bytes, "");
    end(&s);
}

static void one_fact_is_written_behind_what_is_there(void **state)
{
    shown s = show("x", "x");
    rp_text out;
    (void)state;
    rp_text_init(&out, rp_alloc_default());
    rp_text_puts(&out, "= ");

    for (uint16_t i = 0; i < s.model->fact_count; i++) {
        if (strcmp(s.model->fact_names[i], "credit") == 0) {
            rp_model_render_fact(s.model, 1, &s.state, i, &out);
        }
    }

    assert_string_equal(out.bytes, "= 1,234.50元");
    rp_text_clear(&out);
    end(&s);
}

static uint32_t spoken(const char *text, const char *language)
{
    rp_rendered out = {0};
    rp_text_init(&out.text, rp_alloc_default());
    rp_text_puts(&out.text, text);
    uint32_t count = rp_spoken_count(&out, language);
    rp_text_clear(&out.text);
    return count;
}

static void words_are_counted_where_words_are_written(void **state)
{
    (void)state;
    assert_int_equal(spoken("", "en"), 0);
    assert_int_equal(spoken("Please calm down, sir.", "en"), 4);
    assert_int_equal(spoken("I don't know: 19:40, ¥1,234.50 – e-mail?", "en"),
                     6);
    assert_int_equal(spoken("…Fine. It’s “dead”…again", "en"), 4);
    assert_int_equal(spoken("Zürich — Ōsaka", "de"), 2);
    assert_int_equal(spoken("Mr 赵先生", "en"), 4);
}

static void chinese_is_counted_by_the_syllable(void **state)
{
    (void)state;
    assert_int_equal(spoken("昨晚就断了！", "zh"), 5);
    assert_int_equal(spoken("9月9日，1,234元", "zh"), 9);
    assert_int_equal(spoken("请看 LOS 灯。", "zh"), 5);
    assert_int_equal(spoken("昨晚 19:40 — Wi-Fi", "zh-CN"), 10);
}

static void sounds_are_not_spoken(void **state)
{
    shown s = show("[He has hung up.]", "[挂断]好的[叹气]");
    (void)state;

    (void)render(&s, 0);
    assert_int_equal(rp_spoken_count(&s.out, "en"), 0);
    (void)render(&s, 1);
    assert_int_equal(rp_spoken_count(&s.out, "zh"), 2);
    end(&s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(facts_are_shown_in_their_plain_forms),
        cmocka_unit_test(forms_are_those_of_the_language),
        cmocka_unit_test(the_year_is_told_where_it_is_another),
        cmocka_unit_test(variables_are_shown_as_they_stand),
        cmocka_unit_test(slots_follow_the_fact_set),
        cmocka_unit_test(ago_counts_from_where_the_turn_stands),
        cmocka_unit_test(a_missing_language_shows_the_source),
        cmocka_unit_test(marks_are_taken_out_and_told),
        cmocka_unit_test(marks_within_marks_are_only_taken_out),
        cmocka_unit_test(no_text_has_more_marks_than_fit),
        cmocka_unit_test(rendering_replaces_what_was_there),
        cmocka_unit_test(one_fact_is_written_behind_what_is_there),
        cmocka_unit_test(words_are_counted_where_words_are_written),
        cmocka_unit_test(chinese_is_counted_by_the_syllable),
        cmocka_unit_test(sounds_are_not_spoken),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
