/*
 * Compiling, inside: what the parts of compile*.c share while one model is
 * put together.
 *
 * The document was checked, and compiling trusts it for nothing: what should
 * not be there sets `broken`, and the model does not come out. Tables grow
 * while it goes on, so parts keep indices, never pointers into them.
 */
#ifndef RAPPORT_SCENARIO_COMPILE_H
#define RAPPORT_SCENARIO_COMPILE_H

#include "model_internal.h"
#include "scenario_internal.h"

/* Every table of a model: its name there and what it holds. */
#define COMPILE_TABLES(TABLE)       \
    TABLE(languages, rp_language)   \
    TABLE(polite_words, char *)     \
    TABLE(fact_names, char *)       \
    TABLE(facts, rp_fact)           \
    TABLE(nodes, rp_node)           \
    TABLE(choices, rp_choice)       \
    TABLE(asks, rp_ask)             \
    TABLE(vars, rp_var)             \
    TABLE(interrupts, rp_interrupt) \
    TABLE(records, rp_record)       \
    TABLE(rows, rp_row)             \
    TABLE(promises, rp_promise)     \
    TABLE(steps, rp_step)           \
    TABLE(criticals, rp_critical)   \
    TABLE(behaviours, rp_behaviour) \
    TABLE(examples, rp_example)     \
    TABLE(example_moves, char *)    \
    TABLE(offers, uint16_t)         \
    TABLE(marks, uint16_t)          \
    TABLE(behaviour_idx, uint16_t)  \
    TABLE(promise_idx, uint16_t)    \
    TABLE(critical_idx, uint16_t)   \
    TABLE(assigns, rp_assign)       \
    TABLE(routes, rp_route)         \
    TABLE(lines, rp_line)

/* Names of one kind and their numbers. */
typedef enum name_map {
    MAP_NODES,
    MAP_RECORDS,
    MAP_PROMISES,
    MAP_STEPS,
    MAP_CRITICALS,
    MAP_BEHAVIOURS,
    MAP_VARS,
    MAP_FACTS,
    MAP_ANYTIME,  /* anytime replies */
    MAP_SAYINGS,  /* "reply", "turn/reply", "form/ask/answer": all there are */
    MAP_SAID,     /* those of them that an expression asks for: their mark */
    MAP_INTERNED, /* texts of facts and of expressions */
    NAME_MAPS
} name_map;

typedef struct compiler {
    const rp_document *document; /* borrowed */
    rp_faults *faults;           /* borrowed */
    rp_model *model;
    rp_arena *arena; /* the model's */
    rp_arena scratch;
    place root;
    place pack;
    place scenario;
    vector texts; /* rows of language_count; row 0: empty */
#define TABLE(name, type) vector name;
    COMPILE_TABLES(TABLE)
#undef TABLE
    vector said_as;  /* of each choice "turn/reply"; NULL: in no one turn */
    rp_span anytime; /* choices */
    json_t *maps[NAME_MAPS];
    expr_scope scope;
    expr_table exprs;
    uint32_t mark_count; /* allotted, even beyond RP_MARKS_MAX */
    bool broken;         /* the document is not what checking lets pass */
    bool refused;        /* memory ran out */
} compiler;

/* ---------------------------------------------------- shared by all parts */

/* A copy owned by the model; "" when refused. NULL stays NULL. */
const char *compile_copy(compiler *c, const char *string);

/* A text in all languages of the model; 0 where there is none. */
rp_ref compile_text(compiler *c, const place *at);
rp_ref compile_text_under(compiler *c, const place *up, const char *key);

/* The text in the source language; NULL where there is none. */
const char *compile_source_text(const compiler *c, const place *at);

/* Equal numbers for equal texts. */
int64_t compile_intern(compiler *c, const char *text);

/* Remembers `number` for a name; the first one stays. */
void compile_name(compiler *c, name_map map, const char *name, uint32_t number);

/* The number of a name; RP_NONE where it has none, and where it is NULL. */
uint16_t compile_index(const compiler *c, name_map map, const char *name);

/* The same for a name that must be there: `broken` where it is not. */
uint16_t compile_known(compiler *c, name_map map, const char *name);

/* The number of the word under `key`, 0 where there is none. */
uint32_t compile_word(compiler *c, const place *up, const char *key,
                      const char *const *words, uint32_t count);

/* An expression of `type`; 0 where nothing is, or with its fault added. */
rp_expr compile_expr(compiler *c, const place *at, expr_type type);

/* {when, text} lines of a turn or an ending. */
rp_span compile_says(compiler *c, const place *at);
rp_span compile_route(compiler *c, const place *at);

/* Indices of the names in a list (or of a single name), into `table`. */
rp_span compile_names(compiler *c, const place *at, name_map map,
                      vector *table);

/* A new mark; what is beyond RP_MARKS_MAX is counted and is mark 0. */
uint16_t compile_mark(compiler *c);

/* --------------------------------------------------------- the parts */

void compile_languages(compiler *c);
void compile_facts(compiler *c);
void compile_vars(compiler *c);
void compile_pack(compiler *c);
void compile_scenario(compiler *c);
void compile_records(compiler *c);
void compile_promises(compiler *c);
void compile_examples(compiler *c);

/* The scope of the expressions; names of turns and replies must be known. */
void compile_scope(compiler *c);

/* Ids of all turns, forms, endings and of what can be said in them. */
void compile_node_names(compiler *c);
void compile_nodes(compiler *c);
void compile_interrupts(compiler *c);

/* Replies or answers; returns their span in `choices`. */
rp_span compile_choices(compiler *c, const place *list, const char *owner);

/* Once every expression is known: who is offered where, who sets what. */
void compile_offers(compiler *c);
void compile_marks(compiler *c);

#endif
