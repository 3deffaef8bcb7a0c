/*
 * Whatever is declared and whatever a document holds, assembling, checking
 * and digesting end, and what they find no fault in compiles. Values of a
 * good sample are replaced at random, seeded, one to three at a time.
 */
#include <jansson.h>

#include "declared_world.h"

enum {
    ROUNDS = 1500
};

static const char sample[] =
    "{'declarations':["
    "{'@':'pack','at':[1,1],'body':{'id':'p','languages':['en','zh'],"
    "'rate':{'en':{'agent':150,'customer':160},"
    "'zh':{'agent':240,'customer':250}},"
    "'polite':{'en':['please'],'zh':['qing']}}},"
    "{'@':'defaults','at':[1,2],'body':{'pass':70,'silence':{'after':20,"
    "'patience':-5}}},"
    "{'@':'section','id':'7.1','at':[1,3],'body':{'title':'Calm'}},"
    "{'@':'behaviour','id':'7.1-i','at':[1,4],'body':{'score':'empathy',"
    "'section':'7.1','strong':'Names it.'}},"
    "{'@':'critical','id':'c','at':[1,5],'body':{'#':['Never.'],"
    "'behaviours':['7.1-i']}},"
    "{'@':'anytime','at':[1,6],'body':[{'@':'reply','id':'hold','at':[1,7],"
    "'body':{'#':['One moment.'],'stay':true,'because':'B.'}}]},"
    "{'@':'scenario','id':'toy','at':[0,1],'body':{'title':'A toy',"
    "'situation':'{caller:formal} rings, {n} times.','channel':'phone',"
    "'customer':{'name':'{caller}','about':['old']},'start':'opening',"
    "'mood':{'calm':20},'vars':{'b':false,'n':{'@':'range','lo':0,'hi':3,"
    "'start':0}},'process':['listen'],'hangs_up':'done'}},"
    "{'@':'facts','at':[0,3],'body':[{'at':{'@':'datetime','value':"
    "'2025-09-10 10:30'},'caller':{'@':'name','full':'Zhao Wei','family':"
    "'Zhao','title':'Mr'},'plan':'Basic','fee':{'@':'money','value':5000},"
    "'red':true}]},"
    "{'@':'effects','at':[0,4],'body':{'heard':{'calm':5}}},"
    "{'@':'record','id':'bill','at':[0,5],'body':{'title':'Bill','kind':"
    "'bill','#':[['Fee','{fee}'],{'#':['At','{at:ago}'],'mark':true}]}},"
    "{'@':'promise','id':'news','at':[0,6],'body':{'#':['Ring'],'due':'at'}},"
    "{'@':'turn','id':'opening','at':[0,7],'body':{'says':[{'#':['*Well*?'],"
    "'when':'b and n > 1'},'Hello?'],'to':[['fact.red','opening'],'done'],"
    "'hint':'[nod]','#':[{'@':'reply','id':'greet','at':[0,8],'body':{'#':"
    "['Hello.'],'because':'B.','feels':'heard','set':{'b':true},'add':"
    "{'n':1},'step':'listen','shows':['7.1-i'],'critical':'c','promises':"
    "'news','when':'not b'}},{'@':'reply','id':'wait','at':[0,9],'body':"
    "{'#':['Wait.'],'because':'B.','as':'wait','stay':true,'once':true,"
    "'keeps':['news']}},{'@':'silence','at':[0,10],'body':{'after':12,"
    "'calm':-5,'to':'done'}}]}},"
    "{'@':'form','id':'wrapup','at':[0,11],'body':{'to':'done','#':[{'@':"
    "'ask','id':'level','at':[0,12],'body':{'many':true,'#':['Level',{'@':"
    "'answer','id':'1','at':[0,12],'body':{'#':['One'],'resolution':2}},{'@':"
    "'answer','id':'2','at':[0,12],'body':['Two']}]}}]}},"
    "{'@':'interrupt','id':'mad','at':[0,13],'body':{'when':'calm < 10','to':"
    "'done'}},"
    "{'@':'ending','id':'done','at':[0,14],'body':{'outcome':'resolved',"
    "'says':'Bye.','epilogue':'It went well.'}},"
    "{'@':'example','id':'good','at':[0,15],'body':{'moves':['open:bill',"
    "'greet','wrapup:level=1+2'],'set':1,'expect':{'ending':'done'}}}]}";

static const char *const values[] = {
    "5",
    "-1",
    "true",
    "null",
    "'x'",
    "''",
    "{}",
    "[]",
    "['x']",
    "[[]]",
    "{'x':1}",
    "{'en':'x'}",
    "'{fact}'",
    "'{:}'",
    "9223372036854775807",
    "'calm > 1'",
    "'opening'",
    "'done'",
    "{'@':'float','value':'0.5'}",
    "{'@':'turn','id':'x','at':[0,1],'body':{}}",
    "{'#':[1,'a',[]]}",
    "{'@':'reply','id':'greet','at':[0,1]}",
    "{'@':'name','full':3}",
    "{'@':5,'at':{}}",
    "[{'to':'done'}]",
    "'\\u202e'",
    "'a.b'",
    "'*'",
};

static json_t *read_friendly(const char *text)
{
    rp_text out;

    rp_text_init(&out, rp_alloc_default());
    rp_text_puts(&out, text);
    (void)friendly(&out);
    json_t *json = json_loadb(out.bytes, out.length, JSON_DECODE_ANY, NULL);
    assert_non_null(json);
    rp_text_clear(&out);
    return json;
}

/* Something else in place of a random value somewhere below `tree`. */
static void damage(json_t *tree, rp_random *random)
{
    size_t count =
        json_is_array(tree) ? json_array_size(tree) : json_object_size(tree);
    if (count == 0) {
        return;
    }
    size_t chosen = rp_random_below(random, (uint32_t)count);
    const char *key = NULL;
    void *at = json_object_iter(tree);
    for (size_t i = 0; at != NULL && i < chosen; i++) {
        at = json_object_iter_next(tree, at);
    }
    key = at == NULL ? NULL : json_object_iter_key(at);
    json_t *child =
        key == NULL ? json_array_get(tree, chosen) : json_object_get(tree, key);
    bool is_deep = json_is_array(child) || json_is_object(child);
    if (is_deep && rp_random_below(random, 8) != 0) {
        damage(child, random);
        return;
    }
    uint32_t pick = rp_random_below(random, sizeof values / sizeof values[0]);
    json_t *value = read_friendly(values[pick]);
    if (key == NULL) {
        (void)json_array_set_new(tree, chosen, value);
    } else if (rp_random_below(random, 6) == 0) {
        json_decref(value);
        (void)json_object_del(tree, key);
    } else {
        (void)json_object_set_new(tree, key, value);
    }
}

/* Checks, digests and, where nothing is wrong, compiles. */
static void use(const rp_document *document, rp_faults *faults,
                const char *json)
{
    rp_digest digests[2];
    rp_error err = {0};
    rp_model *model = NULL;

    rp_document_check(document, faults);
    assert_int_equal(
        rp_document_digests(document, &digests[0], &digests[1], &err), RP_OK);
    if (faults->error_count > 0) {
        return;
    }
    if (rp_model_compile(document, rp_alloc_default(), faults, &model, &err) ==
        RP_OK) {
        rp_model_free(model);
    } else if (faults->error_count == 0) {
        fail_msg("%s\n%s", err.message, json);
    }
}

static void try_declared(const char *json)
{
    static const char source[] = "turn \"opening\" {\n reply \"greet\" {}\n}\n";
    rp_source sources[2] = {{"toy.lua", source, sizeof source - 1},
                            {"pack.lua", source, sizeof source - 1}};
    rp_declared declared = {.json = json,
                            .json_length = strlen(json),
                            .main_name = "toy.lua",
                            .source_count = 2,
                            .sources = sources};
    rp_document *document = NULL;
    rp_faults faults;
    rp_error err = {0};

    rp_faults_init(&faults, rp_alloc_default());
    if (rp_document_assemble(&declared, rp_alloc_default(), &faults, &document,
                             &err) == RP_OK) {
        use(document, &faults, json);
    }
    rp_faults_clear(&faults);
    rp_document_free(document);
}

static void try_bare(const char *json)
{
    rp_document *document = NULL;
    rp_faults faults;
    rp_error err = {0};

    rp_faults_init(&faults, rp_alloc_default());
    if (rp_document_parse(json, strlen(json), "x.json", rp_alloc_default(),
                          &document, &err) == RP_OK) {
        use(document, &faults, json);
    }
    rp_faults_clear(&faults);
    rp_document_free(document);
}

static void try_damaged(const json_t *good, void (*attempt)(const char *))
{
    rp_random random = rp_random_seeded(2025);

    for (int round = 0; round < ROUNDS; round++) {
        json_t *tree = json_deep_copy(good);
        uint32_t count = 1 + rp_random_below(&random, 3);
        for (uint32_t i = 0; i < count; i++) {
            damage(tree, &random);
        }
        char *json = json_dumps(tree, JSON_COMPACT);
        attempt(json);
        free(json);
        json_decref(tree);
    }
}

static void sample_is_good(void **state)
{
    (void)state;
    json_t *good = read_friendly(sample);
    char *json = json_dumps(good, JSON_COMPACT);
    rp_source sources[2] = {{"toy.lua", "", 0}, {"pack.lua", "", 0}};
    rp_declared declared = {.json = json,
                            .json_length = strlen(json),
                            .main_name = "toy.lua",
                            .source_count = 2,
                            .sources = sources};
    rp_document *document = NULL;
    rp_faults faults;
    rp_error err = {0};

    rp_faults_init(&faults, rp_alloc_default());
    assert_int_equal(rp_document_assemble(&declared, rp_alloc_default(),
                                          &faults, &document, &err),
                     RP_OK);
    rp_document_check(document, &faults);

    assert_string_equal(codes_of(&faults), "no-translation");
    rp_faults_clear(&faults);
    rp_document_free(document);
    free(json);
    json_decref(good);
}

static void damaged_declarations_are_survived(void **state)
{
    (void)state;
    json_t *good = read_friendly(sample);

    try_damaged(good, try_declared);

    json_decref(good);
}

static void damaged_documents_are_survived(void **state)
{
    (void)state;
    rp_text text;
    rp_faults faults;
    rp_error err = {0};
    rp_document *document = NULL;
    rp_source sources[2] = {{"toy.lua", "", 0}, {"pack.lua", "", 0}};

    rp_text_init(&text, rp_alloc_default());
    rp_text_puts(&text, sample);
    (void)friendly(&text);
    rp_declared declared = {.json = text.bytes,
                            .json_length = text.length,
                            .main_name = "toy.lua",
                            .source_count = 2,
                            .sources = sources};
    rp_faults_init(&faults, rp_alloc_default());
    assert_int_equal(rp_document_assemble(&declared, rp_alloc_default(),
                                          &faults, &document, &err),
                     RP_OK);
    char *json = written(document);
    json_t *good = read_friendly(json);

    try_damaged(good, try_bare);

    json_decref(good);
    free(json);
    rp_faults_clear(&faults);
    rp_document_free(document);
    rp_text_clear(&text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(sample_is_good),
        cmocka_unit_test(damaged_declarations_are_survived),
        cmocka_unit_test(damaged_documents_are_survived),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
