/*
 * Files to begin with. The templates are a pack of their own in
 * assets/templates, checked and played by the tests, and lie in the program:
 * a new scenario is the template with other names.
 */
#include <string.h>

#include "author.h"
#include "templates.h"

static const char template_scenario[] = "first-call";
static const char template_pack[] = "first-pack";

typedef struct replacement {
    const char *from;
    const char *to;
} replacement;

static void add_replaced(rp_text *out, const char *text, size_t length,
                         const replacement *by)
{
    size_t wanted = strlen(by->from);

    for (size_t at = 0; at < length;) {
        if (length - at >= wanted && memcmp(text + at, by->from, wanted) == 0) {
            rp_text_puts(out, by->to);
            at += wanted;
        } else {
            rp_text_add(out, text + at++, 1);
        }
    }
}

static bool speaks(const rp_new_order *order, const char *tag)
{
    return author_lists(order->languages, order->language_count, tag);
}

/* True where the `length` bytes at `line` hold `wanted`. */
static bool holds(const char *line, size_t length, const char *wanted)
{
    const char *found = strstr(line, wanted);

    return found != NULL && (size_t)(found - line) < length;
}

/* Puts the comment mark in front of a line of Lua, behind its indentation. */
static const char *add_mark(rp_text *out, const char *line)
{
    size_t indent = strspn(line, " ");

    rp_text_add(out, line, indent);
    rp_text_puts(out, "-- ");
    return line + indent;
}

/* A pack of one language: what pack.lua says about Chinese is a comment. */
static void add_pack(rp_text *out, const rp_new_order *order)
{
    static const char chinese[] = "        zh = {";
    const replacement name = {template_pack, order->pack};
    const replacement both = {"{ \"en\", \"zh\" }", "{ \"en\" }"};
    const char *at = templates_pack_lua;

    while (*at != '\0') {
        const char *next = at + strcspn(at, "\n") + 1;
        bool is_both = holds(at, (size_t)(next - at), both.from);
        if (!speaks(order, "zh") &&
            strncmp(at, chinese, strlen(chinese)) == 0) {
            at = add_mark(out, at);
        }
        add_replaced(out, at, (size_t)(next - at),
                     is_both && !speaks(order, "zh") ? &both : &name);
        at = next;
    }
}

/* What names something of the template's pack is a comment in another pack. */
static void add_scenario(rp_text *out, const rp_new_order *order)
{
    const replacement name = {template_scenario, order->scenario};
    const char *at = templates_first_call_lua;

    while (*at != '\0') {
        const char *next = at + strcspn(at, "\n") + 1;
        if (!order->makes_pack &&
            holds(at, (size_t)(next - at), "of pack.lua\n")) {
            at = add_mark(out, at);
        }
        add_replaced(out, at, (size_t)(next - at), &name);
        at = next;
    }
}

/* Adds a file made by the caller's text; clears the text. */
static void add_file(rp_new_files *files, const char *name, rp_text *text,
                     rp_arena *arena)
{
    rp_new_file *file = &files->items[files->count++];

    file->name = name;
    file->length = text->length;
    file->bytes = author_keep(text, arena);
}

static void add_template(rp_new_files *files, const rp_new_order *order,
                         const char *name, const char *text, rp_arena *arena)
{
    const replacement by = {template_scenario, order->scenario};
    rp_text out;

    rp_text_init(&out, arena->alloc);
    add_replaced(&out, text, strlen(text), &by);
    add_file(files, name, &out, arena);
}

static void add_scenario_file(rp_new_files *files, const rp_new_order *order,
                              const char *name, rp_arena *arena)
{
    rp_text out;

    rp_text_init(&out, arena->alloc);
    add_scenario(&out, order);
    add_file(files, name, &out, arena);
}

static void add_pack_files(rp_new_files *files, const rp_new_order *order,
                           rp_arena *arena)
{
    rp_text out;

    rp_text_init(&out, arena->alloc);
    add_pack(&out, order);
    add_file(files, "pack.lua", &out, arena);
    if (speaks(order, "zh")) {
        add_template(files, order, "locale/zh.po", templates_zh_po, arena);
    }
}

rp_status rp_new_make(const rp_new_order *order, rp_arena *arena,
                      rp_new_files *files, rp_error *err)
{
    const char *lua = rp_arena_format(arena, "%s.lua", order->scenario);
    const char *po = rp_arena_format(arena, "locale/%s.zh.po", order->scenario);
    rp_new_files made = {.count = 0};

    if (order->makes_pack) {
        add_pack_files(&made, order, arena);
    }
    add_scenario_file(&made, order, lua, arena);
    if (speaks(order, "zh")) {
        add_template(&made, order, po, templates_first_call_zh_po, arena);
    }
    for (uint32_t i = 0; i < made.count; i++) {
        if (made.items[i].name == NULL || made.items[i].bytes == NULL) {
            return author_no_memory(err);
        }
    }
    *files = made;
    return RP_OK;
}
