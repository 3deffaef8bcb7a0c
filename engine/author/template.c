/*
 * Files to begin with. The templates are a pack of their own in
 * assets/templates, checked and played by the tests, and lie in the program:
 * a new scenario is the template with other names.
 */
#include <string.h>

#include "rapport/author.h"
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
    for (uint32_t i = 0; i < order->language_count; i++) {
        if (strcmp(order->languages[i], tag) == 0) {
            return true;
        }
    }
    return false;
}

/* A pack of one language: what pack.lua says about Chinese is left out. */
static void add_pack(rp_text *out, const rp_new_order *order)
{
    static const char chinese[] = "        zh = {";
    const replacement name = {template_pack, order->pack};
    const replacement both = {"{ \"en\", \"zh\" }", "{ \"en\" }"};
    const char *at = templates_pack_lua;

    while (*at != '\0') {
        size_t length = strcspn(at, "\n") + 1;
        bool is_both = strstr(at, both.from) != NULL &&
                       (size_t)(strstr(at, both.from) - at) < length;
        if (speaks(order, "zh") || strncmp(at, chinese, strlen(chinese)) != 0) {
            add_replaced(out, at, length,
                         is_both && !speaks(order, "zh") ? &both : &name);
        }
        at += length;
    }
}

/* Adds a file made by the caller's text; clears the text. */
static void add_file(rp_new_files *files, const char *name, rp_text *text,
                     rp_arena *arena)
{
    rp_new_file *file = &files->items[files->count++];

    file->name = name;
    file->length = text->length;
    file->bytes = text->failed || text->bytes == NULL
                      ? NULL
                      : rp_arena_copy(arena, text->bytes, text->length);
    rp_text_clear(text);
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
    add_template(&made, order, lua, templates_first_call_lua, arena);
    if (speaks(order, "zh")) {
        add_template(&made, order, po, templates_first_call_zh_po, arena);
    }
    for (uint32_t i = 0; i < made.count; i++) {
        if (made.items[i].name == NULL || made.items[i].bytes == NULL) {
            return rp_fail(err, RP_E_MEMORY, "Out of memory.");
        }
    }
    *files = made;
    return RP_OK;
}
