/*
 * Mutants for people: how many were noticed by whom, then those that nobody
 * noticed, reply by reply, and what would notice most of them.
 */
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "check.h"

enum {
    EXAMPLES_SHOWN = 64, /* bits of rp_mutant.shown_in */
    PLACES_NAMED = 3,
    CHANGE_INDENT = 6
};

/* --------------------------------------------------------------- summary */

static void say_line(const cli *with, const char *format, ...) RP_PRINTF(2, 3);

/* A sentence that keeps to the width. */
static void say_line(const cli *with, const char *format, ...)
{
    char line[RP_MESSAGE_MAX];
    va_list words;

    va_start(words, format);
    (void)vsnprintf(line, sizeof line, format, words);
    va_end(words);
    say_paragraph(with, 2, line);
}

static void say_summary(const cli *with, const rp_mutation *made)
{
    const uint32_t *counts = made->counts;
    uint32_t judged =
        made->count - counts[RP_NOTICE_UNREAD] - counts[RP_NOTICE_UNJUDGED];

    say_line(
        with,
        cli_tr(with, "%u mutants: %u noticed by examples, %u by the "
                     "prover, %u by the gate, %u by nobody."),
        (unsigned)(judged - counts[RP_NOTICE_BLESSED]),
        (unsigned)counts[RP_NOTICE_EXAMPLE], (unsigned)counts[RP_NOTICE_PROVER],
        (unsigned)counts[RP_NOTICE_GATE], (unsigned)counts[RP_NOTICE_NOBODY]);
    if (counts[RP_NOTICE_BLESSED] > 0) {
        say_line(with, cli_tr(with, "Blessed runs notice %u more."),
                 (unsigned)counts[RP_NOTICE_BLESSED]);
    }
}

static void say_left_over(const cli *with, const rp_mutation *made)
{
    uint32_t unread = made->counts[RP_NOTICE_UNREAD];
    uint32_t unjudged = made->counts[RP_NOTICE_UNJUDGED];

    if (unread > 0) {
        say_line(with,
                 cli_tr_n(with,
                          "%u more changes what no condition reads: no "
                          "example, prover or gate can notice it.",
                          "%u more change what no condition reads: no "
                          "example, prover or gate can notice them.",
                          unread),
                 (unsigned)unread);
    }
    if (unjudged > 0 && made->is_complete) {
        say_line(with,
                 cli_tr(with, "%u were not judged: they make the call too "
                              "large for the budget."),
                 (unsigned)unjudged);
    } else if (unjudged > 0) {
        say_line(with,
                 cli_tr(with, "%u were not judged: it was stopped early."),
                 (unsigned)unjudged);
    }
    if (!made->has_gate) {
        say_line(with, "%s", cli_tr(with, "The gate was not asked."));
    }
}

/* ------------------------------------------------------------ one mutant */

/* "-15" with the sign that is printed. */
static void add_number(rp_text *out, const char *number)
{
    if (number[0] == '-') {
        rp_text_puts(out, "−");
        number++;
    }
    rp_text_puts(out, number);
}

/* What the author wrote, in the author's manner. */
static void add_written(rp_text *out, const rp_mutant *mutant)
{
    if (mutant->kind == RP_MUTANT_ASSIGN) {
        rp_text_printf(out, "%s = %s", mutant->key, mutant->before);
    } else if (mutant->kind == RP_MUTANT_STAY ||
               mutant->kind == RP_MUTANT_ONCE) {
        rp_text_puts(out, mutant->key);
    } else {
        rp_text_printf(out, "%s \"%s\"", mutant->key, mutant->before);
    }
}

static void add_change(const cli *with, rp_text *out, const rp_mutant *mutant)
{
    rp_text written;

    if (mutant->kind == RP_MUTANT_POINT || mutant->kind == RP_MUTANT_MOOD) {
        rp_text_printf(out, "%s ", mutant->key);
        add_number(out, mutant->before);
        rp_text_printf(out, " → %s", mutant->after);
        return;
    }
    if (mutant->kind == RP_MUTANT_TARGET) {
        rp_text_printf(out, "%s \"%s\" → \"%s\"", mutant->key, mutant->before,
                       mutant->after);
        return;
    }
    rp_text_init(&written, with->alloc);
    add_written(&written, mutant);
    rp_text_printf(out,
                   mutant->kind == RP_MUTANT_OPPOSITE
                       ? cli_tr(with, "%s turned round")
                       : cli_tr(with, "%s left out"),
                   written.bytes != NULL ? written.bytes : mutant->key);
    rp_text_clear(&written);
}

/* ------------------------------------------------------------- survivors */

static const rp_mutant *next_unnoticed(const rp_mutation *made,
                                       const rp_mutant *from)
{
    const rp_mutant *end = made->items + made->count;

    while (from < end && from->notice != RP_NOTICE_NOBODY) {
        from++;
    }
    return from < end ? from : NULL;
}

/* The turn of "turn/reply"; all of "interrupt:id". */
static size_t group_length(const char *subject)
{
    return strcspn(subject, "/");
}

static void say_group(const cli *with, const char *subject)
{
    size_t length = group_length(subject);

    say(with, "\n  ");
    if (length == 0) {
        say_in(with, STYLE_BOLD, "scenario");
    } else {
        say_in(with, STYLE_BOLD, "%.*s", (int)length, subject);
    }
    say(with, "\n");
}

/* "angry-caller.lua:137  quote-the-log". */
static void say_place(const cli *with, const checked *of,
                      const rp_mutant *mutant)
{
    const char *rest = mutant->subject + group_length(mutant->subject);
    rp_fault place = {.line = 0};

    rp_document_where(of->loaded.document, mutant->subject, &place);
    say(with, "    %s", place.file != NULL ? place.file : of->loaded.file);
    if (place.line > 0) {
        say(with, ":%u", (unsigned)place.line);
    }
    if (rest[0] == '/') {
        say(with, "  %s", rest + 1);
    }
    if (!mutant->is_played) {
        say_in(with, STYLE_QUIET, "  %s", cli_tr(with, "in no example"));
    }
    say(with, "\n");
}

static bool is_same_group(const rp_mutant *a, const rp_mutant *b)
{
    size_t length = group_length(a->subject);

    return length == group_length(b->subject) &&
           strncmp(a->subject, b->subject, length) == 0;
}

/* All that nobody noticed about one reply; returns the one behind them. */
static const rp_mutant *say_subject(const cli *with, const rp_mutation *made,
                                    const rp_mutant *first)
{
    const rp_mutant *at = first;
    rp_text line;

    rp_text_init(&line, with->alloc);
    while (at != NULL && strcmp(at->subject, first->subject) == 0) {
        rp_text_puts(&line, at == first ? "" : "; ");
        add_change(with, &line, at);
        at = next_unnoticed(made, at + 1);
    }
    say_paragraph(with, CHANGE_INDENT, cli_text(&line));
    rp_text_clear(&line);
    return at;
}

static void say_unnoticed(const cli *with, const checked *of,
                          const rp_mutation *made)
{
    const rp_mutant *at = next_unnoticed(made, made->items);
    const rp_mutant *last = NULL;

    while (at != NULL) {
        if (last == NULL || !is_same_group(last, at)) {
            say_group(with, at->subject);
        }
        last = at;
        say_place(with, of, at);
        at = say_subject(with, made, at);
    }
}

/* ---------------------------------------------------------------- advice */

/* How many an example would notice if it expected its points. */
static uint32_t count_shown(const rp_mutation *made, uint64_t examples)
{
    uint32_t count = 0;

    for (const rp_mutant *at = next_unnoticed(made, made->items); at != NULL;
         at = next_unnoticed(made, at + 1)) {
        count += (at->shown_in & examples) != 0;
    }
    return count;
}

static void advise_points(const cli *with, const checked *of,
                          const rp_mutation *made)
{
    const rp_model *model = of->loaded.model;
    uint32_t best = 0;
    uint32_t most = 0;

    for (uint32_t i = 0; i < model->example_count && i < EXAMPLES_SHOWN; i++) {
        uint32_t count = count_shown(made, UINT64_C(1) << i);
        best = count > most ? i : best;
        most = count > most ? count : most;
    }
    if (most == 0) {
        return;
    }
    const int32_t *points = made->report->examples[best].result.points;
    say_line(
        with,
        cli_tr(with,
               "An example that expects its points notices each that is lost. "
               "“%s” with points = { listening = %d, empathy = %d, resolution "
               "= %d } would notice %u of these, all examples together %u."),
        model->examples[best].name, (int)points[RP_LISTENING],
        (int)points[RP_EMPATHY], (int)points[RP_RESOLUTION], (unsigned)most,
        (unsigned)count_shown(made, UINT64_MAX));
}

static void advise_blessing(const cli *with, const checked *of,
                            const rp_mutation *made)
{
    uint32_t count = 0;

    for (uint32_t i = 0; i < made->count; i++) {
        bool is_left = made->items[i].notice == RP_NOTICE_NOBODY ||
                       made->items[i].notice == RP_NOTICE_UNREAD;
        count += is_left && made->items[i].reads_otherwise;
    }
    if (count > 0) {
        say_line(with,
                 cli_tr(with,
                        "`rapport bless %s --again` keeps what every example "
                        "scores and feels at each step; %u would be noticed "
                        "by that."),
                 of->loaded.file, (unsigned)count);
    }
}

/* The places where no example goes, the first few by name. */
static void advise_places(const cli *with, const rp_mutation *made)
{
    const char *last = NULL;
    uint32_t places = 0;
    rp_text names;
    rp_text line;

    rp_text_init(&names, with->alloc);
    rp_text_init(&line, with->alloc);
    for (const rp_mutant *at = next_unnoticed(made, made->items); at != NULL;
         at = next_unnoticed(made, at + 1)) {
        bool is_new = last == NULL || strcmp(last, at->subject) != 0;
        last = at->subject;
        if (at->is_played || !is_new) {
            continue;
        }
        if (places++ < PLACES_NAMED) {
            rp_text_printf(&names, "%s`%s`", places > 1 ? ", " : "",
                           at->subject);
        }
    }
    if (places > 0) {
        rp_text_printf(&line,
                       cli_tr_n(with,
                                "No example goes through %u of these places: "
                                "%s. Add one that does.",
                                "No example goes through %u of these places, "
                                "such as %s. Add some that do.",
                                places),
                       (unsigned)places, cli_text(&names));
        say_paragraph(with, 2, cli_text(&line));
    }
    rp_text_clear(&names);
    rp_text_clear(&line);
}

void mutants_print(const cli *with, const checked *of, const rp_mutation *made)
{
    say_in(with, STYLE_BOLD, "%s", of->loaded.file);
    say(with, "\n");
    say_summary(with, made);
    say_left_over(with, made);
    if (made->counts[RP_NOTICE_NOBODY] == 0) {
        return;
    }
    say_unnoticed(with, of, made);
    say(with, "\n");
    advise_points(with, of, made);
    advise_blessing(with, of, made);
    advise_places(with, made);
}
