/*
 * Every code the checker knows, by chapter, and the page about them.
 */
#include <string.h>

#include "author.h"

enum {
    WORDS_MOST = 9
};

/* Appends the chapters of one table; returns how many there are then. */
static uint32_t add_chapters(rp_codes table, bool is_gate, rp_chapter *chapters,
                             uint32_t count)
{
    for (uint32_t i = 0; i < table.count; i++) {
        const rp_code *code = &table.items[i];
        if (code->group != NULL && count < RP_CHAPTERS_MAX) {
            chapters[count++] = (rp_chapter){
                .title = code->group, .codes = code, .is_gate = is_gate};
        }
        chapters[count - 1].count++;
    }
    return count;
}

uint32_t rp_code_chapters(rp_chapter chapters[RP_CHAPTERS_MAX])
{
    uint32_t count = add_chapters(rp_fault_codes(), false, chapters, 0);

    count = add_chapters(rp_remark_codes(), false, chapters, count);
    return add_chapters(rp_missing_codes(), true, chapters, count);
}

static const rp_code *find_in(const rp_codes *table, const char *name)
{
    for (uint32_t i = 0; i < table->count; i++) {
        if (strcmp(table->items[i].name, name) == 0) {
            return &table->items[i];
        }
    }
    return NULL;
}

const rp_code *rp_code_find(const char *name)
{
    const rp_codes tables[] = {rp_fault_codes(), rp_remark_codes(),
                               rp_missing_codes()};

    const rp_code *found = NULL;

    for (size_t i = 0; found == NULL && i < sizeof tables / sizeof *tables;
         i++) {
        found = find_in(&tables[i], name);
    }
    return found;
}

void rp_code_mend(const rp_code *code, const rp_tongue *in, rp_text *out)
{
    static const char *const words[WORDS_MOST + 1] = {"…", "…", "…", "…", "…",
                                                      "…", "…", "…", "…"};

    rp_sentence(out, in, code->mend, words);
}

/* ------------------------------------------------------------- the page */

static const char page_head[] =
    "# What `rapport check` can say\n"
    "\n"
    "Every code with what it means, what raises it and how to mend it. "
    "`rapport explain CODE` prints the same in your language. This page is "
    "made by `rapport explain --markdown`; do not edit it by hand.\n";

static void add_code(rp_text *out, const rp_code *code, const char *kind)
{
    rp_text_printf(out, "\n### `%s`\n\n", code->name);
    if (kind != NULL) {
        rp_text_printf(out, "*%s.* ", kind);
    }
    rp_text_printf(out, "%s\n\n```lua\n%s\n```\n\n", code->about,
                   code->example);
    rp_code_mend(code, NULL, out);
    rp_text_puts(out, "\n");
}

void rp_codes_page(rp_text *out)
{
    rp_chapter chapters[RP_CHAPTERS_MAX] = {{.title = NULL}};
    uint32_t count = rp_code_chapters(chapters);

    rp_text_puts(out, page_head);
    for (uint32_t i = 0; i < count; i++) {
        rp_text_printf(out, "\n## %s\n", chapters[i].title);
        for (uint32_t j = 0; j < chapters[i].count; j++) {
            const rp_code *code = &chapters[i].codes[j];
            const char *kind = code->severity == RP_ERROR ? "Error" : "Warning";
            add_code(out, code, chapters[i].is_gate ? NULL : kind);
        }
    }
}
