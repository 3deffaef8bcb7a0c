/*
 * `rapport explain`: what a code of `rapport check` means and how to mend it.
 */
#include <string.h>

#include "cli.h"
#include "json.h"
#include "rapport/author.h"

enum {
    CODE_COLUMNS = 20,
    CODES_MAX = 200
};

static const char *kind_of(const rp_chapter *chapter, const rp_code *code)
{
    if (chapter->is_gate) {
        return "gate";
    }
    return code->severity == RP_ERROR ? "error" : "warning";
}

static const rp_chapter *chapter_of(const rp_chapter *chapters, uint32_t count,
                                    const rp_code *code)
{
    for (uint32_t i = 0; i < count; i++) {
        if (code >= chapters[i].codes &&
            code < chapters[i].codes + chapters[i].count) {
            return &chapters[i];
        }
    }
    return NULL;
}

static void say_mend(const cli *with, const rp_code *code)
{
    rp_tongue in = rp_words_tongue(with->words);
    rp_text mend;

    rp_text_init(&mend, with->alloc);
    rp_code_mend(code, &in, &mend);
    say_paragraph(with, 4, cli_text(&mend));
    rp_text_clear(&mend);
}

static void say_kind(const cli *with, const char *kind)
{
    if (strcmp(kind, "error") == 0) {
        say_in(with, STYLE_BAD, "%s", cli_tr(with, "error"));
    } else if (strcmp(kind, "warning") == 0) {
        say_in(with, STYLE_WARN, "%s", cli_tr(with, "warning"));
    } else {
        say_in(with, STYLE_QUIET, "%s", cli_tr(with, "keeps the gate shut"));
    }
}

static void say_part(const cli *with, const char *title)
{
    say(with, "\n  ");
    say_in(with, STYLE_BOLD, "%s", title);
    say(with, "\n");
}

static void say_code(const cli *with, const rp_code *code, const char *kind)
{
    say_in(with, STYLE_BOLD, "%s", code->name);
    say(with, "  ");
    say_kind(with, kind);
    say(with, "\n");
    say_paragraph(with, 4, cli_tr(with, code->about));
    say_part(with, cli_tr(with, "What raises it"));
    say(with, "    %s\n", code->example);
    say_part(with, cli_tr(with, "How to mend it"));
    say_mend(with, code);
}

/* ------------------------------------------------------------ all of them */

static void say_row(const cli *with, const rp_code *code)
{
    say(with, "  ");
    say_padded(with, CODE_COLUMNS, code->name);
    say_rest(with, CODE_COLUMNS + 2, CODE_COLUMNS + 2,
             cli_tr(with, code->about));
}

static void say_all(const cli *with, const rp_chapter *chapters, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++) {
        say(with, "%s", i > 0 ? "\n" : "");
        say_in(with, STYLE_BOLD, "%s", cli_tr(with, chapters[i].title));
        say(with, "\n");
        for (uint32_t j = 0; j < chapters[i].count; j++) {
            say_row(with, &chapters[i].codes[j]);
        }
    }
    say(with, "\n");
    say_paragraph(with, 0,
                  cli_tr(with, "`rapport explain CODE` says more about one."));
}

/* ------------------------------------------------------- other programs */

static void write_code(rp_json *json, const rp_code *code,
                       const rp_chapter *chapter)
{
    rp_json_open(json, '{');
    json_text(json, "code", code->name);
    json_text(json, "severity", kind_of(chapter, code));
    json_text(json, "group", chapter->title);
    json_text(json, "about", code->about);
    json_text(json, "sentence", code->sentence);
    json_text(json, "example", code->example);
    json_text(json, "mend", code->mend);
    rp_json_close(json, '}');
}

static void write_chapter(rp_json *json, const rp_chapter *chapter,
                          const rp_code *only)
{
    for (uint32_t i = 0; i < chapter->count; i++) {
        if (only == NULL || only == &chapter->codes[i]) {
            write_code(json, &chapter->codes[i], chapter);
        }
    }
}

/* All codes, or the one. */
static cli_exit print_json(const cli *with, const rp_chapter *chapters,
                           uint32_t count, const rp_code *only)
{
    json_page page;
    rp_json *json = json_begin(&page, with);

    rp_json_open(json, '{');
    json_open(json, "codes", '[');
    for (uint32_t i = 0; i < count; i++) {
        write_chapter(json, &chapters[i], only);
    }
    rp_json_close(json, ']');
    rp_json_close(json, '}');
    return json_end(&page, with);
}

static void print_page(const cli *with)
{
    rp_text page;

    rp_text_init(&page, with->alloc);
    rp_codes_page(&page);
    say(with, "%s", cli_text(&page));
    rp_text_clear(&page);
}

static cli_exit complain_of_code(const cli *with, const rp_chapter *chapters,
                                 uint32_t count, const char *wanted)
{
    const char *names[CODES_MAX];
    size_t name_count = 0;

    for (uint32_t i = 0; i < count; i++) {
        for (uint32_t j = 0; j < chapters[i].count && name_count < CODES_MAX;
             j++) {
            names[name_count++] = chapters[i].codes[j].name;
        }
    }
    const char *near = rp_nearest_name(wanted, names, name_count);
    if (near != NULL) {
        complain(with,
                 cli_tr(with, "There is no code `%s`. Did you mean `%s`?"),
                 wanted, near);
    } else {
        complain(with,
                 cli_tr(with, "There is no code `%s`. `rapport explain` "
                              "lists them."),
                 wanted);
    }
    return CLI_WRONG_USE;
}

cli_exit verb_explain(cli *with)
{
    rp_chapter chapters[RP_CHAPTERS_MAX] = {{.title = NULL}};
    uint32_t count = rp_code_chapters(chapters);
    const char *wanted = with->operand_count > 0 ? with->operands[0] : NULL;
    const rp_code *code = wanted != NULL ? rp_code_find(wanted) : NULL;

    if (wanted != NULL && code == NULL) {
        return complain_of_code(with, chapters, count, wanted);
    }
    if (args_has(with, "--json")) {
        return print_json(with, chapters, count, code);
    }
    if (args_has(with, "--markdown")) {
        print_page(with);
    } else if (code != NULL) {
        say_code(with, code, kind_of(chapter_of(chapters, count, code), code));
    } else {
        say_all(with, chapters, count);
    }
    return CLI_GOOD;
}
