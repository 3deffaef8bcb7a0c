/*
 * Coverage for people: the gaps first, then the map of all sections, then
 * the scenarios themselves.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "coverage.h"

enum {
    CODE_COLUMNS = 8,
    COUNT_COLUMNS = 8,
    TITLE_COLUMNS_LEAST = 12,
    TITLE_COLUMNS_MOST = 46,
    TEXT_COLUMNS_LEAST = 30, /* beside the signs of a table */
    GAPS_SHOWN = 24          /* without --all */
};

/* A sign a behaviour, so that no colour speaks alone. */
typedef struct cover_look {
    const char *sign;
    cli_style style;
    const char *name;
    const char *says;
} cover_look;

static const cover_look looks[RP_COVERS] = {
    [RP_COVER_NONE] = {"·", STYLE_QUIET, RP_WORD("none"),
                       RP_WORD("nothing that can be reached lists it")},
    [RP_COVER_MISSED] = {"×", STYLE_BAD, RP_WORD("missed"),
                         RP_WORD("only choices that miss it")},
    [RP_COVER_WEAK] = {"○", STYLE_WARN, RP_WORD("weak"),
                       RP_WORD("shown, but never by a best choice")},
    [RP_COVER_STRONG] = {"●", STYLE_GOOD, RP_WORD("strong"),
                         RP_WORD("shown by a choice that can be a best one")},
};

uint32_t coverage_chapter(const char *section)
{
    return (uint32_t)strtoul(section, NULL, 10);
}

/* ----------------------------------------------------------------- pieces */

/* A text of at most `columns`; what is longer ends in dots. */
static const char *fitted(uint32_t columns, const char *text,
                          char kept[RP_MESSAGE_MAX])
{
    size_t length = 0;
    uint32_t code = 0;
    size_t took = rp_utf8_next(text, strlen(text), &code);

    kept[0] = '\0';
    while (took > 0 && length + took + 4 < RP_MESSAGE_MAX) {
        memcpy(kept + length, text, took);
        kept[length + took] = '\0';
        bool is_last = text[took] == '\0';
        if (text_columns(kept) + (is_last ? 0 : 1) > columns) {
            (void)snprintf(kept + length, RP_MESSAGE_MAX - length, "…");
            break;
        }
        length += took;
        text += took;
        took = rp_utf8_next(text, strlen(text), &code);
    }
    return kept;
}

/* ---------------------------------------------------------------- summary */

static uint32_t count_best(const rp_coverage *of, rp_cover cover)
{
    uint32_t found = 0;

    for (uint32_t i = 0; i < of->pack->behaviour_count; i++) {
        uint32_t count = 0;
        found += rp_coverage_best(of, i, &count) == cover;
    }
    return found;
}

static void say_head(const cli *with, const rp_coverage *of)
{
    char scenarios[RP_SOURCE_MAX];
    char behaviours[RP_SOURCE_MAX];

    say_in(with, STYLE_BOLD, "%s %s", of->pack->id, of->pack->edition);
    say(with, "  ");
    say_rest(with,
             text_columns(of->pack->id) + text_columns(of->pack->edition) + 3,
             2, of->pack->title);
    (void)snprintf(
        scenarios, sizeof scenarios,
        cli_tr_n(with, "%u scenario", "%u scenarios", of->scenario_count),
        (unsigned)of->scenario_count);
    (void)snprintf(behaviours, sizeof behaviours,
                   cli_tr_n(with, "%u behaviour", "%u behaviours",
                            of->pack->behaviour_count),
                   (unsigned)of->pack->behaviour_count);
    say(with, "  ");
    say(with, cli_tr(with, "%s, %s"), scenarios, behaviours);
    say(with, "\n\n");
    for (int i = RP_COVERS - 1; i >= 0; i--) {
        say(with, "  ");
        say_in(with, looks[i].style, "%s", looks[i].sign);
        say(with, " ");
        say_padded(with, 8, cli_tr(with, looks[i].name));
        say(with, "%4u  ", (unsigned)count_best(of, (rp_cover)i));
        say_rest(with, 18, 18, cli_tr(with, looks[i].says));
    }
}

/* Scenarios that could not be read, or not be walked to the end. */
static void say_doubts(const cli *with, const rp_coverage *of)
{
    for (uint32_t i = 0; i < of->scenario_count; i++) {
        const rp_coverage_scenario *one = &of->scenarios[i];
        if (!one->is_broken && one->is_exact) {
            continue;
        }
        say(with, "\n  ");
        say_in(with, STYLE_WARN, "%s", one->id);
        say(with, "  ");
        say_rest(with, text_columns(one->id) + 4, 4,
                 one->is_broken
                     ? cli_tr(with, "It has faults and is not counted.")
                     : cli_tr(with, "It was not walked to the end: what "
                                    "cannot be reached may be counted."));
    }
}

/* -------------------------------------------------------------------- gaps */

static void say_gap(const cli *with, const rp_pack_behaviour *behaviour)
{
    say(with, "    ");
    say_padded(with, CODE_COLUMNS, behaviour->id);
    say_rest(with, CODE_COLUMNS + 4, CODE_COLUMNS + 4, behaviour->strong);
}

static const char *title_of(const rp_pack *pack, const char *section)
{
    for (uint32_t i = 0; i < pack->section_count; i++) {
        if (strcmp(pack->sections[i].id, section) == 0) {
            return pack->sections[i].title;
        }
    }
    return "";
}

/* Behaviours of one kind, under their sections, with what they ask for. */
static void say_gaps(const cli *with, const rp_coverage *of, rp_cover cover,
                     uint32_t most)
{
    const char *section = NULL;
    uint32_t shown = 0;
    uint32_t total = count_best(of, cover);

    for (uint32_t i = 0; i < of->pack->behaviour_count && shown < most; i++) {
        const rp_pack_behaviour *behaviour = &of->pack->behaviours[i];
        uint32_t count = 0;
        if (rp_coverage_best(of, i, &count) != cover) {
            continue;
        }
        if (section == NULL || strcmp(section, behaviour->section) != 0) {
            section = behaviour->section;
            say(with, "  ");
            say_in(with, STYLE_BOLD, "%s", section);
            say(with, "  ");
            say_rest(with, text_columns(section) + 4, CODE_COLUMNS,
                     title_of(of->pack, section));
        }
        say_gap(with, behaviour);
        shown++;
    }
    if (shown < total) {
        say(with, "  ");
        say(with,
            cli_tr_n(with, "and %u more; --all lists them",
                     "and %u more; --all lists them", total - shown),
            (unsigned)(total - shown));
        say(with, "\n");
    }
}

static void say_all_gaps(const cli *with, const rp_coverage *of, bool is_whole)
{
    static const char *const headings[RP_COVERS] = {
        [RP_COVER_NONE] = RP_WORD("Behaviours nothing exercises"),
        [RP_COVER_MISSED] = RP_WORD("Behaviours that are only missed"),
        [RP_COVER_WEAK] =
            RP_WORD("Behaviours shown, but never by a best choice")};

    for (int i = RP_COVER_NONE; i < RP_COVER_STRONG; i++) {
        if (count_best(of, (rp_cover)i) > 0) {
            coverage_heading(with, cli_tr(with, headings[i]));
            say_gaps(with, of, (rp_cover)i, is_whole ? UINT32_MAX : GAPS_SHOWN);
        }
    }
}

/* -------------------------------------------------------------------- map */

/* What one section has: its behaviours and how many are strong. */
typedef struct section_sum {
    uint32_t first;
    uint32_t count;
    uint32_t strong;
} section_sum;

static section_sum sum_of(const rp_coverage *of, const char *section)
{
    const rp_pack *pack = of->pack;
    section_sum sum = {.first = 0};

    while (sum.first < pack->behaviour_count &&
           strcmp(pack->behaviours[sum.first].section, section) != 0) {
        sum.first++;
    }
    while (sum.first + sum.count < pack->behaviour_count &&
           strcmp(pack->behaviours[sum.first + sum.count].section, section) ==
               0) {
        uint32_t count = 0;
        sum.strong += rp_coverage_best(of, sum.first + sum.count, &count) ==
                      RP_COVER_STRONG;
        sum.count++;
    }
    return sum;
}

static uint32_t widest_section(const rp_coverage *of)
{
    uint32_t most = 0;

    for (uint32_t i = 0; i < of->pack->section_count; i++) {
        uint32_t count = sum_of(of, of->pack->sections[i].id).count;
        most = count > most ? count : most;
    }
    return most;
}

static void say_section(const cli *with, const rp_coverage *of,
                        const rp_pack_section *section, uint32_t widest)
{
    char title[RP_MESSAGE_MAX];
    section_sum sum = sum_of(of, section->id);
    uint32_t others = CODE_COLUMNS + widest + 2 + COUNT_COLUMNS;
    uint32_t columns = with->width > others + TITLE_COLUMNS_LEAST
                           ? with->width - others
                           : TITLE_COLUMNS_LEAST;

    say(with, "  ");
    say_padded(with, CODE_COLUMNS - 2, section->id);
    columns = columns < TITLE_COLUMNS_MOST ? columns : TITLE_COLUMNS_MOST;
    say_padded(with, columns, fitted(columns, section->title, title));
    say(with, "  ");
    for (uint32_t i = 0; i < sum.count; i++) {
        uint32_t count = 0;
        const cover_look *look =
            &looks[rp_coverage_best(of, sum.first + i, &count)];
        say_in(with, look->style, "%s", look->sign);
    }
    say(with, "%*s", (int)(widest - sum.count + 1), "");
    say_in(with, sum.strong == 0 ? STYLE_WARN : STYLE_PLAIN, "%u/%u",
           (unsigned)sum.strong, (unsigned)sum.count);
    say(with, "\n");
}

/* The sections of a chapter: those somebody practises, or the others. */
static void say_chapter(const cli *with, const rp_coverage *of,
                        uint32_t chapter, bool is_practised)
{
    uint32_t widest = widest_section(of);

    for (uint32_t i = 0; i < of->pack->section_count; i++) {
        const rp_pack_section *section = &of->pack->sections[i];
        section_sum sum = sum_of(of, section->id);
        if (coverage_chapter(section->id) == chapter &&
            (sum.strong > 0) == is_practised) {
            say_section(with, of, section, widest);
        }
    }
}

static void say_map(const cli *with, const rp_coverage *of)
{
    uint32_t last = UINT32_MAX;

    if (of->pack->section_count == 0) {
        return;
    }
    coverage_heading(with, cli_tr(with, "Sections, and how many of their "
                                        "behaviours are strong"));
    for (uint32_t i = 0; i < of->pack->section_count; i++) {
        uint32_t chapter = coverage_chapter(of->pack->sections[i].id);
        if (chapter != last) {
            say(with, "%s", last != UINT32_MAX ? "\n" : "");
            say_chapter(with, of, chapter, false);
            say_chapter(with, of, chapter, true);
        }
        last = chapter;
    }
}

/* ------------------------------------------------------------------ table */

/* Numbers of scenarios above the signs: tens, then ones. */
static void say_table_head(const cli *with, uint32_t first, uint32_t end)
{
    for (uint32_t digit = end < 10 ? 1 : 10; digit >= 1; digit /= 10) {
        say(with, "%*s", CODE_COLUMNS + 2, "");
        for (uint32_t i = first; i < end; i++) {
            uint32_t number = i + 1;
            say(with, "%c",
                digit > 1 && number < digit
                    ? ' '
                    : (char)('0' + (char)(number / digit % 10)));
        }
        say(with, "\n");
    }
}

static void say_table_row(const cli *with, const rp_coverage *of, uint32_t row,
                          rp_span columns)
{
    char text[RP_MESSAGE_MAX];

    say(with, "  ");
    say_padded(with, CODE_COLUMNS, of->pack->behaviours[row].id);
    for (uint32_t i = columns.first; i < columns.first + columns.count; i++) {
        const rp_cover *covers = of->scenarios[i].covers;
        const cover_look *look = covers != NULL ? &looks[covers[row]] : NULL;
        say_in(with, look != NULL ? look->style : STYLE_WARN, "%s",
               look != NULL ? look->sign : "?");
    }
    if (with->width >= CODE_COLUMNS + 4 + columns.count + TEXT_COLUMNS_LEAST) {
        uint32_t room = with->width - CODE_COLUMNS - 4 - columns.count;
        say(with, "  %s", fitted(room, of->pack->behaviours[row].strong, text));
    }
    say(with, "\n");
}

/* Every behaviour with every scenario, in blocks as wide as the terminal. */
static void say_table(const cli *with, const rp_coverage *of)
{
    uint32_t room =
        with->width > CODE_COLUMNS + 12 ? with->width - CODE_COLUMNS - 2 : 10;

    coverage_heading(with, cli_tr(with, "Every behaviour with every scenario"));
    for (uint32_t i = 0; i < of->scenario_count; i++) {
        say(with, "  %2u %s\n", (unsigned)(i + 1), of->scenarios[i].id);
    }
    for (uint32_t first = 0; first < of->scenario_count; first += room) {
        uint32_t left = of->scenario_count - first;
        rp_span block = {first, left < room ? left : room};
        say(with, "\n");
        say_table_head(with, first, first + block.count);
        for (uint32_t i = 0; i < of->pack->behaviour_count; i++) {
            say_table_row(with, of, i, block);
        }
    }
}

void coverage_print(const cli *with, const rp_coverage *of, bool is_whole)
{
    say_head(with, of);
    say_doubts(with, of);
    say_all_gaps(with, of, is_whole);
    say_map(with, of);
    coverage_print_lists(with, of, is_whole);
    if (is_whole) {
        say_table(with, of);
    }
}
