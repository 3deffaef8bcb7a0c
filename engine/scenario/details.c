/*
 * A document taken apart by the table of keys: every value on its own, with
 * the name of the part it belongs to. What is not in the table has no place
 * in a checked document, so nothing is left out.
 */
#include <string.h>

#include "document.h"
#include "keys.h"
#include "model_internal.h"

/* Names of parts: what stands before the written name of an object. */
static const char *const prefixes[OBJECT_KINDS] = {
    [RECORD_OBJECT] = "record:",    [INTERRUPT_OBJECT] = "interrupt:",
    [PROMISE_OBJECT] = "promise:",  [EXAMPLE_OBJECT] = "example:",
    [EFFECT_OBJECT] = "effect:",    [BEHAVIOUR_OBJECT] = "behaviour:",
    [SECTION_OBJECT] = "section:",  [CRITICAL_OBJECT] = "critical:",
    [STEP_OBJECT] = "step:",        [FACTS_OBJECT] = "facts:",
    [POOL_OBJECT] = "pool:",        [LEVEL_OBJECT] = "level:",
    [SCENARIO_OBJECT] = "scenario", [PACK_OBJECT] = "pack",
};

typedef struct apart {
    rp_arena *arena;
    vector details; /* rp_detail */
    bool refused;   /* memory ran out */
} apart;

/* The part at hand, and what stands before its keys: "goals ". */
typedef struct part_at {
    object_kind kind;
    const char *name;
    const char *up; /* the part it lies in */
    const char *prefix;
} part_at;

static const char *joined(apart *to, const char *before, const char *joint,
                          const char *behind)
{
    const char *text =
        rp_arena_format(to->arena, "%s%s%s", before, joint, behind);

    to->refused = to->refused || text == NULL;
    return text != NULL ? text : "";
}

/* One detail of the part at hand; its key and value are copied. */
static void add(apart *to, const part_at *in, rp_detail detail)
{
    detail.object = object_labels[in->kind];
    detail.part = in->name;
    detail.up = in->up;
    detail.key = joined(to, in->prefix, detail.key, "");
    detail.value = joined(to, detail.value, "", "");
    *(rp_detail *)vector_add(&to->details) = detail;
}

/* ----------------------------------------------------------- plain values */

static void write_plain(rp_text *out, json_t *value)
{
    if (json_is_string(value)) {
        rp_text_puts(out, json_string_value(value));
    } else if (json_is_integer(value)) {
        rp_text_printf(out, "%lld", (long long)json_integer_value(value));
    } else if (json_is_boolean(value)) {
        rp_text_puts(out, json_is_true(value) ? "true" : "false");
    } else if (json_object_size(value) == 1) { /* {"clock": "14:00"} */
        write_plain(out, json_object_iter_value(json_object_iter(value)));
    }
    for (size_t i = 0; i < json_array_size(value); i++) {
        rp_text_puts(out, i > 0 ? ", " : "");
        write_plain(out, json_array_get(value, i));
    }
}

/* "0..3 from 1" for a counter. */
static void write_var(rp_text *out, json_t *var)
{
    if (!json_is_object(var)) {
        write_plain(out, var);
        return;
    }
    write_plain(out, json_object_get(var, "lo"));
    rp_text_puts(out, "..");
    write_plain(out, json_object_get(var, "hi"));
    if (json_object_get(var, "start") != NULL) {
        rp_text_puts(out, " from ");
        write_plain(out, json_object_get(var, "start"));
    }
}

/* "promised if kept 'x', else loose-ends" */
static void write_route(rp_text *out, json_t *route)
{
    for (size_t i = 0; i < json_array_size(route); i++) {
        json_t *way = json_array_get(route, i);
        const char *when = json_string_value(json_object_get(way, "when"));
        rp_text_puts(out, i > 0 ? ", else " : "");
        write_plain(out, json_object_get(way, "to"));
        if (when != NULL) {
            rp_text_printf(out, " if %s", when);
        }
    }
}

typedef void (*plain_writer)(rp_text *out, json_t *value);

static void add_written(apart *to, const part_at *in, rp_detail detail,
                        plain_writer write, json_t *value)
{
    rp_text text;

    rp_text_init(&text, to->arena->alloc);
    write(&text, value);
    detail.value = text.bytes != NULL ? text.bytes : "";
    add(to, in, detail);
    to->refused = to->refused || text.failed;
    rp_text_clear(&text);
}

/* Each value of an object under its own key: assigned variables. */
static void add_each(apart *to, const part_at *in, const char *key,
                     plain_writer write, json_t *map)
{
    const char *name = NULL;
    json_t *value = NULL;

    json_object_foreach(map, name, value)
    {
        rp_detail rule = {.sort = RP_DETAIL_RULE,
                          .key = joined(to, key, " ", name)};
        add_written(to, in, rule, write, value);
    }
}

/* ------------------------------------------------------------------ texts */

/* A text in every language it is there in. */
static void add_languages(apart *to, const part_at *in, const char *key,
                          json_t *text)
{
    const char *language = NULL;
    json_t *value = NULL;

    json_object_foreach(text, language, value)
    {
        rp_detail said = {.sort = RP_DETAIL_TEXT,
                          .key = key,
                          .language = joined(to, language, "", "")};
        add_written(to, in, said, write_plain, value);
    }
}

/* Facts hold texts in every language, a name up to three of them. */
static void add_fact(apart *to, const part_at *in, const char *name,
                     json_t *fact)
{
    json_t *text = json_object_get(fact, "text");
    json_t *names = json_object_get(fact, "name");
    rp_detail rule = {.sort = RP_DETAIL_RULE, .key = name};
    const char *key = NULL;
    json_t *value = NULL;

    json_object_foreach(names, key, value)
    {
        add_languages(to, in, joined(to, name, " ", key), value);
    }
    if (text != NULL) {
        add_languages(to, in, name, text);
    } else if (names == NULL) {
        add_written(to, in, rule, write_plain, fact);
    }
}

/* ------------------------------------------------------- kinds of value */

/* How the value under a key of the part at hand is taken apart. */
typedef void (*taker)(apart *to, const part_at *in, const key_row *row,
                      json_t *value);

static void walk_object(apart *to, const part_at *in, object_kind kind,
                        json_t *object);

static void take_text(apart *to, const part_at *in, const key_row *row,
                      json_t *value)
{
    add_languages(to, in, row->key, value);
}

static void take_texts(apart *to, const part_at *in, const key_row *row,
                       json_t *list)
{
    for (size_t i = 0; i < json_array_size(list); i++) {
        const char *numbered =
            joined(to, row->key, " ", digits_of((int64_t)i + 1).text);
        add_languages(to, in, numbered, json_array_get(list, i));
    }
}

/* Lines are known by their conditions; the last has none. */
static void take_says(apart *to, const part_at *in, const key_row *row,
                      json_t *lines)
{
    for (size_t i = 0; i < json_array_size(lines); i++) {
        json_t *line = json_array_get(lines, i);
        const char *when = json_string_value(json_object_get(line, "when"));
        const char *key =
            when != NULL ? joined(to, row->key, " if ", when) : row->key;
        add_languages(to, in, key, json_object_get(line, "text"));
    }
}

static void take_plain(apart *to, const part_at *in, const key_row *row,
                       json_t *value)
{
    rp_detail rule = {.sort = RP_DETAIL_RULE, .key = row->key};

    add_written(to, in, rule, write_plain, value);
}

static void take_route(apart *to, const part_at *in, const key_row *row,
                       json_t *value)
{
    rp_detail route = {.sort = RP_DETAIL_ROUTE, .key = row->key};

    add_written(to, in, route, write_route, value);
}

static void take_vars(apart *to, const part_at *in, const key_row *row,
                      json_t *vars)
{
    add_each(to, in, row->key, write_var, vars);
}

static void take_each(apart *to, const part_at *in, const key_row *row,
                      json_t *map)
{
    add_each(to, in, row->key, write_plain, map);
}

/* ------------------------------------------------------------------ parts */

static void add_part(apart *to, const part_at *in)
{
    add(to, in, (rp_detail){.sort = RP_DETAIL_PART, .key = "", .value = ""});
}

/* "record:tickets", "opening/own-it", "anytime/hold", "promised" */
static const char *part_name(apart *to, const part_at *up, object_kind kind,
                             const char *name)
{
    if (prefixes[kind] != NULL) {
        return joined(to, prefixes[kind], "", name);
    }
    if (up->name[0] == '\0') {
        return joined(to, kind == REPLY_OBJECT ? "anytime/" : "", "", name);
    }
    return joined(to, up->name, "/", name);
}

static void walk_part(apart *to, const part_at *up, object_kind kind,
                      const char *name, json_t *object)
{
    part_at in = {kind, part_name(to, up, kind, name), up->name, ""};

    add_part(to, &in);
    walk_object(to, &in, kind, object);
}

/* What has no name of its own: keys of the part it lies in. */
static void walk_within(apart *to, const part_at *in, object_kind kind,
                        const char *key, json_t *object)
{
    part_at inner = *in;

    inner.prefix = joined(to, in->prefix, key, " ");
    walk_object(to, &inner, kind, object);
}

static void take_facts(apart *to, const part_at *up, const key_row *row,
                       json_t *sets)
{
    (void)row;
    for (size_t i = 0; i < json_array_size(sets); i++) {
        digits number = digits_of((int64_t)i + 1);
        part_at in = {FACTS_OBJECT,
                      part_name(to, up, FACTS_OBJECT, number.text), up->name,
                      ""};
        const char *name = NULL;
        json_t *fact = NULL;
        add_part(to, &in);
        json_object_foreach(json_array_get(sets, i), name, fact)
        {
            add_fact(to, &in, name, fact);
        }
    }
}

/* The names of a list's items in their order. */
static void write_order(rp_text *out, json_t *list)
{
    for (size_t i = 0; i < json_array_size(list); i++) {
        const char *name = name_of_item(json_array_get(list, i));
        rp_text_printf(out, "%s%s", i > 0 ? ", " : "", name);
    }
}

/* Items with names are parts; others are known by their place. */
static void take_list(apart *to, const part_at *in, const key_row *row,
                      json_t *list)
{
    object_kind kind = held_kind(row);
    rp_detail order = {.sort = RP_DETAIL_ORDER, .key = row->key};
    size_t index = 0;
    json_t *item = NULL;

    json_array_foreach(list, index, item)
    {
        const char *name = name_of_item(item);
        const char *numbered =
            joined(to, row->key, " ", digits_of((int64_t)index + 1).text);
        if (name != NULL) {
            walk_part(to, in, kind, name, item);
        } else {
            walk_within(to, in, kind, numbered, item);
        }
    }
    if (name_of_item(json_array_get(list, 0)) != NULL) {
        add_written(to, in, order, write_order, list);
    }
}

/* Objects by name: parts, or keys of this one ("rate en agent"). */
static void take_map(apart *to, const part_at *in, const key_row *row,
                     json_t *map)
{
    object_kind kind = (object_kind)row->a;
    const char *name = NULL;
    json_t *item = NULL;

    json_object_foreach(map, name, item)
    {
        if (prefixes[kind] != NULL) {
            walk_part(to, in, kind, name, item);
        } else {
            walk_within(to, in, kind, joined(to, row->key, " ", name), item);
        }
    }
}

/* The scenario and its pack are parts; other tables lie within one. */
static void take_table(apart *to, const part_at *in, const key_row *row,
                       json_t *table)
{
    object_kind kind = (object_kind)row->a;

    if (prefixes[kind] != NULL) {
        walk_part(to, in, kind, "", table);
    } else {
        walk_within(to, in, kind, row->key, table);
    }
}

/* Kinds without a row of their own are plain. */
static const taker takers[KIND_NEVER + 1] = {
    [KIND_TEXT] = take_text,       [KIND_TEXTS] = take_texts,
    [KIND_WORD_LISTS] = take_each, [KIND_ROUTE] = take_route,
    [KIND_SAYS] = take_says,       [KIND_TABLE] = take_table,
    [KIND_LIST] = take_list,       [KIND_MAP] = take_map,
    [KIND_FACTS] = take_facts,     [KIND_VARS] = take_vars,
    [KIND_ASSIGNS] = take_each,    [KIND_STEPS] = take_list,
};

/* Keys in the order of the table, which is an author's order. */
static void walk_object(apart *to, const part_at *in, object_kind kind,
                        json_t *object)
{
    size_t count = 0;
    const key_row *rows = keys_of(kind, &count);

    for (size_t i = 0; i < count; i++) {
        json_t *value = json_object_get(object, rows[i].key);
        bool is_name =
            strcmp(rows[i].key, "id") == 0 ||
            (kind == EXAMPLE_OBJECT && strcmp(rows[i].key, "name") == 0);
        bool names_part =
            is_name && kind != PACK_OBJECT && kind != SCENARIO_OBJECT;
        taker own = takers[rows[i].kind];
        taker take = own != NULL ? own : take_plain;
        if (value != NULL && !names_part && rows[i].kind != KIND_NEVER) {
            take(to, in, &rows[i], value);
        }
    }
}

rp_status rp_document_details(const rp_document *document, rp_arena *arena,
                              rp_details *details, rp_error *err)
{
    apart to = {.arena = arena};
    part_at whole = {DOCUMENT_OBJECT, "", "", ""};

    vector_init(&to.details, arena, sizeof(rp_detail));
    add_part(&to, &whole);
    walk_object(&to, &whole, DOCUMENT_OBJECT, document->root);
    if (to.refused || to.details.refused) {
        return rp_fail(err, RP_E_MEMORY, "Out of memory.");
    }
    *details =
        (rp_details){.items = to.details.items, .count = to.details.count};
    return RP_OK;
}
