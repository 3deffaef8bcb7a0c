/*
 * The schema accepts documents and refuses broken ones. A small judge of the
 * words the schema uses stands in for a validator; the real one judges under
 * `./dev test --all`.
 */
#include <jansson.h>
#include <regex.h>

#include "declared_world.h"

static json_t *schema;

static json_t *definition(const char *path)
{
    const char *name = strrchr(path, '/') + 1;

    return json_object_get(json_object_get(schema, "$defs"), name);
}

static bool is_of_type(const json_t *value, const char *type)
{
    return (strcmp(type, "object") == 0 && json_is_object(value)) ||
           (strcmp(type, "array") == 0 && json_is_array(value)) ||
           (strcmp(type, "string") == 0 && json_is_string(value)) ||
           (strcmp(type, "integer") == 0 && json_is_integer(value)) ||
           (strcmp(type, "boolean") == 0 && json_is_boolean(value));
}

static bool type_holds(json_t *rule, const json_t *value)
{
    if (json_is_string(rule)) {
        return is_of_type(value, json_string_value(rule));
    }
    bool holds = rule == NULL;
    for (size_t i = 0; i < json_array_size(rule); i++) {
        const char *type = json_string_value(json_array_get(rule, i));
        holds = holds || is_of_type(value, type);
    }
    return holds;
}

static bool pattern_holds(const json_t *rule, const json_t *value)
{
    regex_t pattern;

    if (rule == NULL || !json_is_string(value)) {
        return true;
    }
    assert_int_equal(
        regcomp(&pattern, json_string_value(rule), REG_EXTENDED | REG_NOSUB),
        0);
    bool holds = regexec(&pattern, json_string_value(value), 0, NULL, 0) == 0;
    regfree(&pattern);
    return holds;
}

static bool bounds_hold(const json_t *rules, const json_t *value)
{
    const json_t *least = json_object_get(rules, "minimum");
    const json_t *most = json_object_get(rules, "maximum");
    const json_t *step = json_object_get(rules, "multipleOf");
    json_int_t number = json_integer_value(value);

    return !json_is_integer(value) ||
           ((least == NULL || number >= json_integer_value(least)) &&
            (most == NULL || number <= json_integer_value(most)) &&
            (step == NULL || number % json_integer_value(step) == 0));
}

static bool enum_holds(json_t *words, const json_t *value)
{
    bool holds = words == NULL;

    for (size_t i = 0; i < json_array_size(words); i++) {
        holds = holds || json_equal(json_array_get(words, i), value);
    }
    return holds;
}

static bool accepts(json_t *rules, json_t *value);

static bool list_holds(json_t *rules, json_t *value)
{
    json_t *items = json_object_get(rules, "items");
    const json_t *least = json_object_get(rules, "minItems");
    bool holds = !json_is_array(value) || least == NULL ||
                 json_array_size(value) >= (size_t)json_integer_value(least);

    for (size_t i = 0; items != NULL && i < json_array_size(value); i++) {
        holds = holds && accepts(items, json_array_get(value, i));
    }
    return holds;
}

static bool object_holds(json_t *rules, json_t *value)
{
    json_t *properties = json_object_get(rules, "properties");
    json_t *others = json_object_get(rules, "additionalProperties");
    json_t *required = json_object_get(rules, "required");
    const char *key = NULL;
    json_t *inner = NULL;
    bool holds = true;

    for (size_t i = 0; i < json_array_size(required); i++) {
        const char *name = json_string_value(json_array_get(required, i));
        holds = holds && json_object_get(value, name) != NULL;
    }
    json_object_foreach(value, key, inner)
    {
        json_t *known = json_object_get(properties, key);
        json_t *rule = known != NULL ? known : others;
        holds = holds && !json_is_false(rule) &&
                (rule == NULL || accepts(rule, inner));
    }
    return holds;
}

static bool accepts(json_t *rules, json_t *value)
{
    const char *path = json_string_value(json_object_get(rules, "$ref"));
    json_t *any = json_object_get(rules, "anyOf");
    bool holds = any == NULL;

    for (size_t i = 0; i < json_array_size(any); i++) {
        holds = holds || accepts(json_array_get(any, i), value);
    }
    return holds && (path == NULL || accepts(definition(path), value)) &&
           type_holds(json_object_get(rules, "type"), value) &&
           pattern_holds(json_object_get(rules, "pattern"), value) &&
           bounds_hold(rules, value) &&
           enum_holds(json_object_get(rules, "enum"), value) &&
           (!json_is_array(value) || list_holds(rules, value)) &&
           (!json_is_object(value) || object_holds(rules, value));
}

static int read_schema(void **state)
{
    rp_text out;

    (void)state;
    rp_text_init(&out, rp_alloc_default());
    rp_document_schema(&out);
    schema = json_loadb(out.bytes, out.length, JSON_REJECT_DUPLICATES, NULL);
    rp_text_clear(&out);
    return schema == NULL ? -1 : 0;
}

static int drop_schema(void **state)
{
    (void)state;
    json_decref(schema);
    return 0;
}

/* A document with a bit of everything; json_decref() it. */
static json_t *sample(void)
{
    rp_faults faults;
    rp_error err = {0};
    rp_text text;
    declared_parts parts = {
        .scenario = ",'vars':{'n':{'@':'range','lo':0,'hi':3,'start':0},"
                    "'b':true},'process':['listen'],'hangs_up':'done',"
                    "'goals':{'empathy':'Be kind.'}",
        .turn = "{'says':'Hello?','to':[['b','opening'],'done'],'#':[" REPLY_OF(
            "{'#':['Hi.'],'because':'B.','feels':'heard',"
            "'set':{'b':false,'n':'n + 1'},'step':'listen'}") ",{'@':'silence','at':[0,8],'body':{'after':9,'calm':-5}}]}",
        .more = ",{'@':'effects','at':[0,20],'body':{'heard':{'calm':5}}},"
                "{'@':'facts','at':[0,21],'body':[{'i':1,'t':'T',"
                "'c':{'@':'clock','value':'10:30'},"
                "'w':{'@':'name','full':'A B'}}]},"
                "{'@':'example','id':'good','at':[0,22],'body':"
                "{'moves':['greet'],'expect':{'ending':'done'}}}"};
    rp_document *document =
        assembled(&parts, rp_alloc_default(), &faults, &err);

    assert_string_equal(codes_of(&faults), "");
    rp_text_init(&text, rp_alloc_default());
    assert_int_equal(rp_document_write(document, &text, &err), RP_OK);
    json_t *json = json_loadb(text.bytes, text.length, 0, NULL);
    rp_text_clear(&text);
    rp_faults_clear(&faults);
    rp_document_free(document);
    return json;
}

static void schema_accepts_a_document(void **state)
{
    json_t *json = sample();

    (void)state;
    assert_true(accepts(schema, json));
    json_decref(json);
}

static json_t *first_turn(json_t *json)
{
    return json_array_get(json_object_get(json, "turns"), 0);
}

static json_t *first_reply(json_t *json)
{
    return json_array_get(json_object_get(first_turn(json), "replies"), 0);
}

static void schema_refuses_an_unknown_key(void **state)
{
    json_t *json = sample();

    (void)state;
    (void)json_object_set_new(first_reply(json), "listning", json_integer(1));
    assert_false(accepts(schema, json));
    json_decref(json);
}

static void schema_refuses_what_is_out_of_range(void **state)
{
    json_t *json = sample();

    (void)state;
    (void)json_object_set_new(first_reply(json), "listening", json_integer(10));
    assert_false(accepts(schema, json));
    (void)json_object_set_new(first_reply(json), "listening", json_integer(9));
    assert_true(accepts(schema, json));
    (void)json_object_set_new(first_reply(json), "calm", json_integer(7));
    assert_false(accepts(schema, json));
    json_decref(json);
}

static void schema_refuses_what_is_missing(void **state)
{
    json_t *json = sample();

    (void)state;
    (void)json_object_del(first_turn(json), "says");
    assert_false(accepts(schema, json));
    json_decref(json);
}

static void schema_refuses_another_word(void **state)
{
    json_t *json = sample();

    (void)state;
    (void)json_object_set_new(json_object_get(json, "scenario"), "channel",
                              json_string("pigeon"));
    assert_false(accepts(schema, json));
    json_decref(json);
}

static void schema_refuses_keys_that_are_known_and_wrong(void **state)
{
    json_t *json = sample();

    (void)state;
    (void)json_object_set_new(json_object_get(first_turn(json), "silence"),
                              "empathy", json_integer(1));
    assert_false(accepts(schema, json));
    json_decref(json);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(schema_accepts_a_document),
        cmocka_unit_test(schema_refuses_an_unknown_key),
        cmocka_unit_test(schema_refuses_what_is_out_of_range),
        cmocka_unit_test(schema_refuses_what_is_missing),
        cmocka_unit_test(schema_refuses_another_word),
        cmocka_unit_test(schema_refuses_keys_that_are_known_and_wrong),
    };

    return cmocka_run_group_tests(tests, read_schema, drop_schema);
}
