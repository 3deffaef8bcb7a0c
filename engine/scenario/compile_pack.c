/*
 * What stands around the conversation: the pack's behaviours and critical
 * faults, the scenario's own keys, the desk, the examples.
 */
#include <string.h>

#include "compile.h"

enum {
    MOOD_USUAL = 50,
    MARK_USUAL = 60,
    MOVES_USUAL = 60
};

/* ---------------------------------------------------------------- pack */

static rp_behaviour compile_behaviour(compiler *c, const char *id,
                                      const place *at)
{
    const char *section = text_under(at, "section");
    place sections = place_key(&c->pack, "sections");
    place cited = place_key(&sections, section == NULL ? "" : section);
    return (rp_behaviour){
        .id = compile_copy(c, id),
        .score = compile_word(c, at, "score", rp_score_names, RP_SCORES),
        .strong = compile_text_under(c, at, "strong"),
        .mistake = compile_text_under(c, at, "mistake"),
        .section = compile_copy(c, section),
        .section_title = compile_text_under(c, &cited, "title"),
        .section_says = compile_text_under(c, &cited, "says"),
    };
}

static void compile_behaviours(compiler *c)
{
    place all = place_key(&c->pack, "behaviours");
    const char *id = NULL;
    json_t *value = NULL;
    json_object_foreach(all.value, id, value)
    {
        place at = place_key(&all, id);
        rp_behaviour behaviour = compile_behaviour(c, id, &at);
        compile_name(c, MAP_BEHAVIOURS, id, c->behaviours.count);
        *(rp_behaviour *)vector_add(&c->behaviours) = behaviour;
    }
}

static void compile_criticals(compiler *c)
{
    place all = place_key(&c->pack, "criticals");
    const char *id = NULL;
    json_t *value = NULL;
    json_object_foreach(all.value, id, value)
    {
        place at = place_key(&all, id);
        rp_critical critical = {.id = compile_copy(c, id),
                                .text = compile_text_under(c, &at, "text"),
                                .mark = compile_mark(c)};
        compile_name(c, MAP_CRITICALS, id, c->criticals.count);
        *(rp_critical *)vector_add(&c->criticals) = critical;
    }
}

void compile_pack(compiler *c)
{
    rp_model *model = c->model;
    model->pack_id = compile_copy(c, text_under(&c->pack, "id"));
    model->pack_edition = compile_copy(c, text_under(&c->pack, "edition"));
    model->pack_title = compile_text_under(c, &c->pack, "title");
    model->exam_percent =
        (uint8_t)integer_under(&c->pack, "exam_mark", MARK_USUAL);
    compile_behaviours(c);
    compile_criticals(c);
}

/* ------------------------------------------------------------ scenario */

static void compile_steps(compiler *c)
{
    place process = place_key(&c->scenario, "process");
    for (size_t i = 0; i < place_count(&process); i++) {
        place at = place_item(&process, i);
        const char *id = text_under(&at, "id");
        rp_step step = {.id = compile_copy(c, id),
                        .title = compile_text_under(c, &at, "title"),
                        .done_mark = compile_mark(c)};
        compile_name(c, MAP_STEPS, id, c->steps.count);
        *(rp_step *)vector_add(&c->steps) = step;
    }
}

/* The fact a name is made of: "{caller}" and nothing else. */
static uint16_t name_fact_of(const compiler *c, const place *name)
{
    const char *text = compile_source_text(c, name);
    size_t cursor = 0;
    slot found;
    if (text == NULL || !slot_next(text, &cursor, &found) || found.start != 0 ||
        text[found.end] != '\0') {
        return RP_NONE;
    }
    const char *const *names = c->fact_names.items;
    const rp_fact *facts = c->facts.items;
    for (uint32_t i = 0; i < c->fact_names.count; i++) {
        if (strlen(names[i]) == found.name_length &&
            memcmp(names[i], found.name, found.name_length) == 0) {
            return facts[i].kind == RP_V_NAME ? (uint16_t)i : RP_NONE;
        }
    }
    return RP_NONE;
}

static rp_span compile_about(compiler *c, const place *about)
{
    rp_span span = {.first = c->lines.count};
    for (size_t i = 0; i < place_count(about); i++) {
        place at = place_item(about, i);
        rp_line line = {.text = compile_text(c, &at)};
        *(rp_line *)vector_add(&c->lines) = line;
    }
    span.count = c->lines.count - span.first;
    return span;
}

static void compile_customer(compiler *c)
{
    rp_model *model = c->model;
    place customer = place_key(&c->scenario, "customer");
    place name = place_key(&customer, "name");
    place about = place_key(&customer, "about");
    model->customer_name = compile_text(c, &name);
    model->name_fact = name_fact_of(c, &name);
    model->customer_kind = compile_copy(c, text_under(&customer, "kind"));
    model->customer_face = compile_copy(c, text_under(&customer, "face"));
    model->customer_voice = compile_copy(c, text_under(&customer, "voice"));
    model->customer_about = compile_about(c, &about);
}

static void compile_numbers(compiler *c)
{
    rp_model *model = c->model;
    place mood = place_key(&c->scenario, "mood");
    place pass = place_key(&c->scenario, "pass");
    for (int i = 0; i < RP_MOODS; i++) {
        model->mood[i] =
            (uint8_t)integer_under(&mood, rp_mood_names[i], MOOD_USUAL);
        c->broken = c->broken || model->mood[i] > 100;
    }
    for (int i = 0; i < RP_SCORES; i++) {
        model->pass_percent[i] =
            (uint8_t)integer_under(&pass, rp_score_names[i], MARK_USUAL);
    }
    model->moves_max =
        (uint16_t)integer_under(&c->scenario, "moves", MOVES_USUAL);
    model->chapter = (uint8_t)integer_under(&c->scenario, "chapter", 0);
    model->difficulty = (uint8_t)integer_under(&c->scenario, "difficulty", 0);
}

void compile_scenario(compiler *c)
{
    rp_model *model = c->model;
    place goals = place_key(&c->scenario, "goals");
    const char *hangs_up = text_under(&c->scenario, "hangs_up");
    const char *id = text_under(&c->scenario, "id");
    c->broken = c->broken || id == NULL;
    model->id = compile_copy(c, id);
    model->title = compile_text_under(c, &c->scenario, "title");
    model->situation = compile_text_under(c, &c->scenario, "situation");
    for (int i = 0; i < RP_SCORES; i++) {
        model->goals[i] = compile_text_under(c, &goals, rp_score_names[i]);
    }
    model->channel =
        compile_word(c, &c->scenario, "channel", rp_channel_names, RP_CHANNELS);
    model->start =
        compile_known(c, MAP_NODES, text_under(&c->scenario, "start"));
    model->hangs_up =
        hangs_up == NULL ? RP_NONE : compile_known(c, MAP_NODES, hangs_up);
    compile_customer(c);
    compile_numbers(c);
    compile_steps(c);
}

/* ---------------------------------------------------------------- desk */

static rp_span compile_rows(compiler *c, const place *rows)
{
    rp_span span = {.first = c->rows.count};
    for (size_t i = 0; i < place_count(rows); i++) {
        place at = place_item(rows, i);
        const char *fact = text_under(&at, "fact");
        rp_row row = {
            .label = compile_text_under(c, &at, "label"),
            .text = compile_text_under(c, &at, "text"),
            .fact = fact == NULL ? RP_NONE : compile_known(c, MAP_FACTS, fact),
            .is_marked = is_true_under(&at, "mark"),
        };
        *(rp_row *)vector_add(&c->rows) = row;
    }
    span.count = c->rows.count - span.first;
    return span;
}

void compile_records(compiler *c)
{
    place records = place_key(&c->root, "records");
    for (size_t i = 0; i < place_count(&records); i++) {
        place at = place_item(&records, i);
        place rows = place_key(&at, "rows");
        const char *id = text_under(&at, "id");
        rp_record record = {
            .id = compile_copy(c, id),
            .title = compile_text_under(c, &at, "title"),
            .kind = compile_word(c, &at, "kind", rp_record_kind_names,
                                 RP_RECORD_KINDS),
            .opened_mark = compile_mark(c),
            .rows = compile_rows(c, &rows),
        };
        compile_name(c, MAP_RECORDS, id, c->records.count);
        *(rp_record *)vector_add(&c->records) = record;
    }
}

void compile_promises(compiler *c)
{
    place promises = place_key(&c->root, "promises");
    for (size_t i = 0; i < place_count(&promises); i++) {
        place at = place_item(&promises, i);
        const char *id = text_under(&at, "id");
        const char *due = text_under(&at, "due");
        rp_promise promise = {
            .id = compile_copy(c, id),
            .text = compile_text_under(c, &at, "text"),
            .due_fact =
                due == NULL ? RP_NONE : compile_known(c, MAP_FACTS, due),
            .promised_mark = compile_mark(c),
            .kept_mark = compile_mark(c),
        };
        compile_name(c, MAP_PROMISES, id, c->promises.count);
        *(rp_promise *)vector_add(&c->promises) = promise;
    }
}

/* ------------------------------------------------------------ examples */

static rp_span compile_moves(compiler *c, const place *moves)
{
    rp_span span = {.first = c->example_moves.count};
    for (size_t i = 0; i < place_count(moves); i++) {
        place at = place_item(moves, i);
        const char *move = text_of(&at);
        c->broken = c->broken || move == NULL;
        *(const char **)vector_add(&c->example_moves) = compile_copy(c, move);
    }
    span.count = c->example_moves.count - span.first;
    return span;
}

static void compile_expected(compiler *c, const place *expect,
                             rp_example *example)
{
    place passed = place_key(expect, "passed");
    place points = place_key(expect, "points");
    place criticals = place_key(expect, "critical");
    example->ending = compile_copy(c, text_under(expect, "ending"));
    example->passed = -1;
    if (json_is_boolean(passed.value)) {
        example->passed = json_is_true(passed.value);
    }
    example->outcome = -1;
    if (text_under(expect, "outcome") != NULL) {
        example->outcome = (int8_t)compile_word(c, expect, "outcome",
                                                rp_outcome_names, RP_OUTCOMES);
    }
    for (int i = 0; i < RP_SCORES; i++) {
        example->points[i] =
            (int32_t)integer_under(&points, rp_score_names[i], INT32_MIN);
    }
    example->tells_criticals = criticals.value != NULL;
    example->criticals =
        compile_names(c, &criticals, MAP_CRITICALS, &c->critical_idx);
}

void compile_examples(compiler *c)
{
    place examples = place_key(&c->root, "examples");
    for (size_t i = 0; i < place_count(&examples); i++) {
        place at = place_item(&examples, i);
        place moves = place_key(&at, "moves");
        place expect = place_key(&at, "expect");
        int64_t set = integer_under(&at, "set", 1);
        rp_example example = {
            .name = compile_copy(c, text_under(&at, "name")),
            .moves = compile_moves(c, &moves),
            .set = (uint16_t)(set - 1),
            .line = place_line(c->document, &at),
        };
        c->broken = c->broken || set < 1 || set > c->model->set_count;
        compile_expected(c, &expect, &example);
        *(rp_example *)vector_add(&c->examples) = example;
    }
}
