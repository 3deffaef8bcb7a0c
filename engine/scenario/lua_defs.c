/*
 * The language as editors want it: definitions for lua-language-server
 * (LuaCATS annotations), written from the table of keys, so that every key is
 * completed and explained where it may stand.
 *
 * A declaration is a function that takes a name and returns one that takes
 * the table, as Lua reads `turn "opening" { … }`.
 */
#include <string.h>

#include "keys.h"

/* ------------------------------------------------------------------ types */

/* "RECORD" is "rapport.Record", "STEP_TO" "rapport.StepTo". */
static void add_class_name(rp_text *out, object_kind kind)
{
    bool is_first = true;

    rp_text_puts(out, "rapport.");
    for (const char *c = object_names[kind]; *c != '\0'; c++) {
        char lower = (char)(*c >= 'A' && *c <= 'Z' ? *c - 'A' + 'a' : *c);
        if (*c == '_') {
            is_first = true;
            continue;
        }
        rp_text_add(out, is_first ? c : &lower, 1);
        is_first = false;
    }
}

static const char *const enum_types[ENUMERATIONS] = {
    [SCORE_ENUM] = "rapport.ScoreName",  [CHANNEL_ENUM] = "rapport.Channel",
    [OUTCOME_ENUM] = "rapport.Outcome",  [ACT_ENUM] = "rapport.Act",
    [RECORD_KIND_ENUM] = "rapport.Look", [DISTINCT_ENUM] = "rapport.Distinct",
};

static const char *name_type(int32_t space)
{
    if (space == BEHAVIOUR_NAMES) {
        return "rapport.BehaviourId";
    }
    return space == CRITICAL_NAMES ? "rapport.CriticalId" : "string";
}

/* What most kinds of value are in Lua; NULL: it depends on the row. */
static const char *const plain_types[] = {
    [KIND_TEXT] = "string",
    [KIND_TEXTS] = "string[]",
    [KIND_WORD] = "string",
    [KIND_WORDS] = "string[]",
    [KIND_WORD_LISTS] = "table<string, string[]>",
    [KIND_ID] = "string",
    [KIND_CODE] = "string",
    [KIND_INTEGER] = "integer",
    [KIND_INTEGERS] = "integer[]",
    [KIND_FIVES] = "integer",
    [KIND_BOOL] = "boolean",
    [KIND_EXPR] = "string",
    [KIND_ROUTE] = "rapport.Route",
    [KIND_SAYS] = "rapport.Says",
    [KIND_FACTS] = "rapport.Facts",
    [KIND_VARS] = "table<string, boolean|rapport.Range>",
    [KIND_ASSIGNS] = "table<string, integer|boolean|string>",
    [KIND_STEPS] = "string[]",
    [KIND_MOVES] = "string[]",
    [KIND_NEVER] = NULL,
};

static void add_type(rp_text *out, const key_row *row)
{
    switch ((int)row->kind) {
    case KIND_ENUM: rp_text_puts(out, enum_types[row->a]); return;
    case KIND_REF: rp_text_puts(out, name_type(row->a)); return;
    case KIND_REFS:
        rp_text_printf(out, "%s|%s[]", name_type(row->a), name_type(row->a));
        return;
    case KIND_TABLE: add_class_name(out, (object_kind)row->a); return;
    case KIND_LIST:
        add_class_name(out, (object_kind)row->a);
        rp_text_puts(out, "[]");
        return;
    case KIND_MAP:
        rp_text_puts(out, "table<string, ");
        add_class_name(out, (object_kind)row->a);
        rp_text_puts(out, ">");
        return;
    default: rp_text_puts(out, plain_types[row->kind]); return;
    }
}

/* ---------------------------------------------------------------- classes */

/* " (-9 to 9)" behind what a number is. */
static void add_bounds(rp_text *out, const key_row *row)
{
    if (row->kind == KIND_INTEGER || row->kind == KIND_FIVES ||
        row->kind == KIND_INTEGERS) {
        rp_text_printf(out, " (%d to %d)", (int)row->a, (int)row->b);
    }
}

static void add_field(rp_text *out, const rp_tongue *in, const key_row *row)
{
    rp_text_printf(out, "---@field %s%s ", row->key,
                   row->use == USE_NEEDED ? "" : "?");
    add_type(out, row);
    rp_text_puts(out, " ");
    rp_phrase(out, in, row->about);
    add_bounds(out, row);
    rp_text_puts(out, "\n");
}

/* What stands in the braces without a key: a text first, then parts. */
static void add_items(rp_text *out, const rp_tongue *in, object_kind kind)
{
    const char *text = first_text_key(kind);
    const key_row *row = text != NULL ? key_find(kind, text) : NULL;

    if (kind == ROW_OBJECT) {
        rp_text_puts(out, "---@field [1] string\n---@field [2] string\n");
    } else if (row != NULL) {
        rp_text_puts(out, "---@field [1] string ");
        rp_phrase(out, in, row->about);
        rp_text_puts(out, "\n");
    }
    if (kind == TURN_OBJECT || kind == ANYTIME_OBJECT || kind == FORM_OBJECT ||
        kind == ASK_OBJECT || kind == DEFAULTS_OBJECT) {
        rp_text_puts(out, "---@field [integer] string|rapport.Declared\n");
    }
    if (kind == RECORD_OBJECT) {
        rp_text_puts(out, "---@field [integer] rapport.Row\n");
    }
}

static void add_class(rp_text *out, const rp_tongue *in, object_kind kind)
{
    size_t count = 0;
    const key_row *rows = keys_of(kind, &count);

    rp_text_puts(out, "\n---@class (exact) ");
    add_class_name(out, kind);
    rp_text_puts(out, "\n");
    for (size_t i = 0; i < count; i++) {
        if (key_is_written(&rows[i]) && rows[i].kind != KIND_NEVER) {
            add_field(out, in, &rows[i]);
        }
    }
    add_items(out, in, kind);
}

static void add_enum(rp_text *out, enumeration which)
{
    const word_list *list = &enumerations[which];

    rp_text_printf(out, "\n---@alias %s\n", enum_types[which]);
    for (size_t i = 0; i < list->count; i++) {
        rp_text_printf(out, "---| \"%s\"\n", list->words[i]);
    }
}

/* -------------------------------------------------------------- functions */

static void add_function(rp_text *out, const rp_tongue *in,
                         const part_row *part)
{
    const key_row *row = key_find(part->object, part->key);
    bool is_named = part->how == PART_MANY || part->how == PART_NAMED ||
                    part->child == SCENARIO_OBJECT;

    rp_text_puts(out, "\n---");
    rp_phrase(out, in, row != NULL ? row->about : object_labels[part->child]);
    rp_text_puts(out, is_named ? "\n---@param id string\n---@return fun(body: "
                               : "\n---@param body ");
    if (part->how == PART_ENTRIES) {
        rp_text_puts(out, "table<string, ");
    }
    add_class_name(out, part->child);
    rp_text_puts(out, part->how == PART_ENTRIES ? ">" : "");
    rp_text_puts(out, is_named ? "): rapport.Declared\n"
                               : "\n---@return rapport.Declared\n");
    rp_text_printf(out, "function %s(%s) end\n", part->word,
                   is_named ? "id" : "body");
}

/* A word that may stand in several places is defined once. */
static void add_functions(rp_text *out, const rp_tongue *in, object_kind kind)
{
    size_t index = 0;

    for (const part_row *part = parts_of(kind, index); part != NULL;
         part = parts_of(kind, ++index)) {
        if (part_anywhere(part->word) == part) {
            add_function(out, in, part);
        }
    }
}

/* ------------------------------------------------------------- by hand */

static const char head[] =
    "---@meta\n"
    "-- The scenario language for editors with lua-language-server. Made by\n"
    "-- `rapport lua-defs`; a change here is lost when it is made anew.\n"
    "\n"
    "---@class rapport.Declared\n"
    "---@class rapport.Money\n"
    "---@class rapport.Name\n"
    "---@class rapport.Date\n"
    "---@class rapport.Clock\n"
    "---@class rapport.Datetime\n"
    "---@class rapport.Range\n"
    "\n"
    "---@alias rapport.Moment rapport.Date|rapport.Clock|rapport.Datetime\n"
    "---@alias rapport.Fact string|integer|boolean|rapport.Money|rapport.Name|"
    "rapport.Moment\n"
    "---@alias rapport.Route string|(string|string[])[]\n"
    "---@alias rapport.Says string|(string|rapport.Line)[]\n";

static const char fact_class[] =
    "\n---@class rapport.Facts\n"
    "---@field each? fun(f: table<string, any>)\n"
    "---@field [integer] table<string, rapport.Fact>\n";

typedef struct value_word {
    const char *about;
    const char *signature;
} value_word;

static const value_word value_words[] = {
    {"Runs another file of the pack once and returns its value.",
     "---@param name string\n---@return any\nfunction include(name) end\n"},
    {"An amount of money: yuan, and fen if there are any.",
     "---@param yuan integer\n---@param fen? integer\n---@return "
     "rapport.Money\nfunction money(yuan, fen) end\n"},
    {"A person's name, with family name and title for {name:formal}.",
     "---@param parts { [1]: string, family: string?, title: string? }\n"
     "---@return rapport.Name\nfunction name(parts) end\n"},
    {"A day, written 2025-09-10.",
     "---@param text string\n---@return rapport.Date\nfunction date(text) "
     "end\n"},
    {"A time of day, written 14:00.",
     "---@param text string\n---@return rapport.Clock\nfunction clock(text) "
     "end\n"},
    {"A day with a time, written 2025-09-10 14:00.",
     "---@param text string\n---@return rapport.Datetime\nfunction "
     "datetime(text) end\n"},
    {"A counter between two bounds, of at most 1000 values.",
     "---@param lo integer\n---@param hi integer\n---@param start? integer\n"
     "---@return rapport.Range\nfunction range(lo, hi, start) end\n"},
    {"A moment later; working days are Monday to Friday.",
     "---@generic T: rapport.Moment\n---@param moment T\n---@param by { "
     "minutes: integer?, hours: integer?, days: integer?, workdays: integer? "
     "}\n---@return T\nfunction after(moment, by) end\n"},
    {"The day of the week; Monday is 1.",
     "---@param moment rapport.Date|rapport.Datetime\n---@return integer\n"
     "function weekday(moment) end\n"},
    {"The day of a moment.",
     "---@param moment rapport.Datetime\n---@return rapport.Date\n"
     "function date_of(moment) end\n"},
    {"The time of day of a moment.",
     "---@param moment rapport.Datetime\n---@return rapport.Clock\n"
     "function clock_of(moment) end\n"},
    {"A day and a time of day together.",
     "---@param day rapport.Date\n---@param time rapport.Clock\n"
     "---@return rapport.Datetime\nfunction at(day, time) end\n"},
};

static void add_names(rp_text *out, const char *alias,
                      const rp_name_list *names)
{
    rp_text_printf(out, "\n---@alias %s\n", alias);
    if (names == NULL || names->count == 0) {
        rp_text_puts(out, "---| string\n");
        return;
    }
    for (uint32_t i = 0; i < names->count; i++) {
        rp_text_printf(out, "---| \"%s\" # %s\n", names->items[i].name,
                       names->items[i].about);
    }
}

void rp_language_definitions(const rp_pack_names *pack, const rp_tongue *in,
                             rp_text *out)
{
    rp_text_puts(out, head);
    add_names(out, "rapport.BehaviourId",
              pack != NULL ? &pack->behaviours : NULL);
    add_names(out, "rapport.CriticalId",
              pack != NULL ? &pack->criticals : NULL);
    for (int i = 0; i < ENUMERATIONS; i++) {
        add_enum(out, (enumeration)i);
    }
    for (int i = 0; i < OBJECT_KINDS; i++) {
        if (i != DOCUMENT_OBJECT && i != FACTS_OBJECT) {
            add_class(out, in, (object_kind)i);
        }
    }
    rp_text_puts(out, fact_class);
    for (int i = 0; i < OBJECT_KINDS; i++) {
        add_functions(out, in, (object_kind)i);
    }
    for (size_t i = 0; i < sizeof value_words / sizeof *value_words; i++) {
        rp_text_puts(out, "\n---");
        rp_phrase(out, in, value_words[i].about);
        rp_text_printf(out, "\n%s", value_words[i].signature);
    }
}
