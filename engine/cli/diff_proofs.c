/*
 * What is proven of two editions, side by side, and only where it differs.
 */
#include <string.h>

#include "diff.h"

static const char *guesser_of(const cli *with, const char *name)
{
    for (int i = 0; i < RP_GUESSERS; i++) {
        if (strcmp(rp_guesser_names[i], name) == 0) {
            return check_guesser(with, (rp_guesser)i);
        }
    }
    return name;
}

static const char *gate_of(const cli *with, const char *word)
{
    return strcmp(word, "open") == 0 ? cli_tr(with, "open")
                                     : cli_tr(with, "shut");
}

/* The translated name of a measure; formats take the set or the name. */
static void write_label(const cli *with, const rp_measured *row, rp_text *out)
{
    switch (row->what) {
    case RP_MEASURE_PAR:
        rp_text_printf(out, cli_tr(with, "Par of set %u"), (unsigned)row->set);
        break;
    case RP_MEASURE_BEST:
        rp_text_printf(out, cli_tr(with, "Best run of set %u"),
                       (unsigned)row->set);
        break;
    case RP_MEASURE_TRAP:
        rp_text_printf(out, cli_tr(with, "Trap %s, moves before it"),
                       row->name);
        break;
    case RP_MEASURE_ODDS:
        rp_text_printf(out, cli_tr(with, "Guessing, own marks: %s, %%"),
                       guesser_of(with, row->name));
        break;
    case RP_MEASURE_EXAM_ODDS:
        rp_text_printf(out, cli_tr(with, "Guessing, exam mark: %s, %%"),
                       guesser_of(with, row->name));
        break;
    case RP_MEASURE_GATE:
        rp_text_puts(out, cli_tr(with, "Gate to the exam"));
        break;
    case RP_MEASURE_FINDING:
    case RP_MEASURE_MISSING:
    case RP_MEASURES: rp_text_puts(out, row->name); break;
    }
}

/* Bytes of "a, b" that are whole moves and stand alike in `other`. */
static size_t shared_head(const char *moves, const char *other)
{
    size_t shared = 0;

    for (size_t i = 0; moves[i] != '\0' && moves[i] == other[i]; i++) {
        if (moves[i] == ' ') {
            shared = i + 1;
        }
    }
    return shared;
}

/* True where a move begins at `at`. */
static bool begins_move(const char *moves, size_t at)
{
    return at == 0 || moves[at - 1] == ' ';
}

/* The same from the end, not reaching into what is shared at the head. */
static size_t shared_tail(const char *moves, const char *other, size_t head)
{
    size_t length = strlen(moves);
    size_t other_length = strlen(other);
    size_t shared = 0;

    for (size_t i = 1; head + i <= length && head + i <= other_length &&
                       moves[length - i] == other[other_length - i];
         i++) {
        if (begins_move(moves, length - i) &&
            begins_move(other, other_length - i)) {
            shared = i;
        }
    }
    return shared;
}

/* What stands between the shared head and tail; NULL: nothing. */
static const char *between(const char *moves, size_t head, size_t tail,
                           rp_text *out)
{
    size_t length = strlen(moves) - tail - head;

    while (length > 0 && strchr(", ", moves[head + length - 1]) != NULL) {
        length--;
    }
    rp_text_add(out, moves + head, length);
    return length > 0 ? out->bytes : NULL;
}

/* Of a best run that changed, only the moves that did. */
static void say_best(const cli *with, const rp_measured *row)
{
    size_t head = shared_head(row->before, row->after);
    size_t tail = shared_tail(row->before, row->after, head);
    rp_text label;
    rp_text before;
    rp_text after;

    rp_text_init(&label, with->alloc);
    rp_text_init(&before, with->alloc);
    rp_text_init(&after, with->alloc);
    rp_text_printf(&label, cli_tr(with, "Best run of set %u"),
                   (unsigned)row->set);
    cli_change change = {.label = cli_text(&label),
                         .before = between(row->before, head, tail, &before),
                         .after = between(row->after, head, tail, &after)};
    say_change(with, 4, &change);
    rp_text_clear(&after);
    rp_text_clear(&before);
    rp_text_clear(&label);
}

/* A finding, or what keeps the gate shut: it came or went as a sentence. */
static void say_sentence_row(const cli *with, const rp_measured *row)
{
    bool is_new = row->after != NULL;

    say(with, "    ");
    say_in(with, is_new ? STYLE_WARN : STYLE_GOOD, "%s ", is_new ? "+" : "−");
    say(with, "%s\n", row->name);
    say_sentence(with, 6, row->pattern, row->words);
}

static void say_measure(const cli *with, const rp_measured *row)
{
    rp_text label;
    cli_change change = {.before = row->before, .after = row->after};

    if (row->pattern != NULL) {
        say_sentence_row(with, row);
        return;
    }
    if (row->what == RP_MEASURE_BEST && row->before != NULL &&
        row->after != NULL) {
        say_best(with, row);
        return;
    }
    if (row->what == RP_MEASURE_GATE) {
        change.before = gate_of(with, row->before);
        change.after = gate_of(with, row->after);
    }
    rp_text_init(&label, with->alloc);
    write_label(with, row, &label);
    change.label = cli_text(&label);
    say_change(with, 4, &change);
    rp_text_clear(&label);
}

void diff_print_proofs(const cli *with, const compared *of)
{
    bool is_quick = of->before.of.is_quick || of->after.of.is_quick;

    say(with, "\n  %s\n",
        of->measures.count > 0 ? cli_tr(with, "What is proven of it")
                               : cli_tr(with, "What is proven of it is the "
                                              "same."));
    for (uint32_t i = 0; i < of->measures.count; i++) {
        say_measure(with, &of->measures.items[i]);
    }
    if (of->measures.count > 0) {
        say_paragraph(with, 4,
                      is_quick
                          ? cli_tr(with, "Nothing else changed in par, best "
                                         "runs, findings and traps.")
                          : cli_tr(with, "Nothing else changed in par, best "
                                         "runs, findings, traps, odds and "
                                         "gate."));
    }
}
