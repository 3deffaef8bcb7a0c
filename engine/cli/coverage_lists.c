/*
 * Coverage for people: the scenarios themselves, what they promise, which
 * critical faults they offer, and the pools and levels that wait for more.
 */
#include <stdio.h>
#include <string.h>

#include "coverage.h"

enum {
    NAME_COLUMNS = 26,
    CHAPTERS_MAX = 100,
    DIFFICULTIES = 6
};

void coverage_heading(const cli *with, const char *text)
{
    say(with, "\n");
    say_in(with, STYLE_BOLD, "%s", text);
    say(with, "\n");
}

/* "name   3 of 14   rest", the rest broken to the width. */
static void say_item(const cli *with, const char *name, const char *text)
{
    bool is_beside = text_columns(name) < NAME_COLUMNS - 2 &&
                     with->width >= 2 * NAME_COLUMNS;

    say(with, "  ");
    if (is_beside) {
        say_padded(with, NAME_COLUMNS - 2, name);
        say_rest(with, NAME_COLUMNS, NAME_COLUMNS, text);
    } else {
        say(with, "%s\n", name);
        say_paragraph(with, 6, text);
    }
}

/* -------------------------------------------------------------- scenarios */

static uint32_t count_in(const rp_coverage *of, uint32_t chapter,
                         uint32_t channel)
{
    uint32_t count = 0;

    for (uint32_t i = 0; i < of->scenario_count; i++) {
        const rp_coverage_scenario *one = &of->scenarios[i];
        count += !one->is_broken && one->chapter == chapter &&
                 (uint32_t)one->channel == channel;
    }
    return count;
}

/* "Phone 3, Chat 1": the channels of one chapter. */
static void say_channels(const cli *with, const rp_coverage *of,
                         uint32_t chapter)
{
    char name[RP_SOURCE_MAX];
    rp_text list;

    rp_text_init(&list, with->alloc);
    for (uint32_t i = 0; i < RP_CHANNELS; i++) {
        uint32_t count = count_in(of, chapter, i);
        if (count > 0) {
            rp_text_printf(&list, "%s%s %u", list.length > 0 ? ", " : "",
                           cli_channel(with, (rp_channel)i), (unsigned)count);
        }
    }
    if (chapter == 0) {
        (void)snprintf(name, sizeof name, "%s",
                       cli_tr(with, "no chapter said"));
    } else {
        (void)snprintf(name, sizeof name, cli_tr(with, "Chapter %u"),
                       (unsigned)chapter);
    }
    if (list.length > 0 || chapter > 0) {
        say_item(with, name,
                 list.length > 0 ? cli_text(&list)
                                 : cli_tr(with, "no scenario yet"));
    }
    rp_text_clear(&list);
}

static bool has_chapter(const rp_coverage *of, uint32_t chapter)
{
    for (uint32_t i = 0; i < of->pack->section_count; i++) {
        if (coverage_chapter(of->pack->sections[i].id) == chapter) {
            return true;
        }
    }
    for (uint32_t i = 0; i < of->scenario_count; i++) {
        if (of->scenarios[i].chapter == chapter) {
            return true;
        }
    }
    return false;
}

static void say_difficulties(const cli *with, const rp_coverage *of)
{
    uint32_t counts[DIFFICULTIES] = {0};
    rp_text list;

    rp_text_init(&list, with->alloc);
    for (uint32_t i = 0; i < of->scenario_count; i++) {
        uint8_t difficulty = of->scenarios[i].difficulty;
        counts[difficulty < DIFFICULTIES ? difficulty : 0] +=
            !of->scenarios[i].is_broken;
    }
    for (uint32_t i = 1; i < DIFFICULTIES; i++) {
        rp_text_printf(&list, "%s%u: %u", i > 1 ? "   " : "", (unsigned)i,
                       (unsigned)counts[i]);
    }
    if (counts[0] > 0) {
        rp_text_printf(&list, "   %s: %u", cli_tr(with, "not said"),
                       (unsigned)counts[0]);
    }
    say_item(with, cli_tr(with, "Difficulty"), cli_text(&list));
    rp_text_clear(&list);
}

static void say_scenarios(const cli *with, const rp_coverage *of)
{
    coverage_heading(with, cli_tr(with, "Scenarios by chapter and channel"));
    for (uint32_t i = 1; i < CHAPTERS_MAX; i++) {
        if (has_chapter(of, i)) {
            say_channels(with, of, i);
        }
    }
    say_channels(with, of, 0);
    say_difficulties(with, of);
}

/* ------------------------------------------------- criticals and promises */

static void say_criticals(const cli *with, const rp_coverage *of)
{
    bool has_said = false;

    for (uint32_t i = 0; i < of->pack->critical_count; i++) {
        if (rp_coverage_criticals(of, i) > 0) {
            continue;
        }
        if (!has_said) {
            coverage_heading(
                with, cli_tr(with, "Critical faults that nothing offers"));
        }
        has_said = true;
        say_item(with, of->pack->criticals[i].id, of->pack->criticals[i].text);
    }
}

/* What nobody can promise; `is_whole`: how many can be made and kept. */
static void say_promises_of(const cli *with, const rp_coverage_scenario *one,
                            bool is_whole)
{
    uint32_t made = 0;
    uint32_t kept = 0;
    rp_text never;
    rp_text line;

    rp_text_init(&never, with->alloc);
    rp_text_init(&line, with->alloc);
    for (uint32_t i = 0; i < one->promise_count; i++) {
        made += one->promises[i].is_made;
        kept += one->promises[i].is_kept;
        if (!one->promises[i].is_made) {
            cli_add_name(&never, one->promises[i].id);
        }
    }
    rp_text_printf(
        &line, cli_tr(with, "%u of %u can be made, %u kept within the call"),
        (unsigned)made, (unsigned)one->promise_count, (unsigned)kept);
    if (never.length > 0) {
        rp_text_printf(&line, cli_tr(with, "; nobody can make: %s"),
                       cli_text(&never));
    }
    if (one->promise_count > 0 && (is_whole || never.length > 0)) {
        say_item(with, one->id, cli_text(&line));
    }
    rp_text_clear(&line);
    rp_text_clear(&never);
}

static bool has_empty_promise(const rp_coverage_scenario *one)
{
    for (uint32_t i = 0; i < one->promise_count; i++) {
        if (!one->promises[i].is_made) {
            return true;
        }
    }
    return false;
}

static bool has_promises(const rp_coverage *of, bool is_whole)
{
    for (uint32_t i = 0; i < of->scenario_count; i++) {
        const rp_coverage_scenario *one = &of->scenarios[i];
        if (is_whole ? one->promise_count > 0 : has_empty_promise(one)) {
            return true;
        }
    }
    return false;
}

static void say_promises(const cli *with, const rp_coverage *of, bool is_whole)
{
    if (!has_promises(of, is_whole)) {
        return;
    }
    coverage_heading(with, cli_tr(with, "Promises"));
    for (uint32_t i = 0; i < of->scenario_count; i++) {
        say_promises_of(with, &of->scenarios[i], is_whole);
    }
}

/* ------------------------------------------------------- pools and levels */

/* A list of scenarios: how many are there, and the names of the others. */
static void say_declared(const cli *with, const rp_coverage *of,
                         const char *name, const rp_pack_pool *declared)
{
    uint32_t there = 0;
    rp_text missing;
    rp_text line;

    rp_text_init(&missing, with->alloc);
    rp_text_init(&line, with->alloc);
    for (uint32_t i = 0; i < declared->scenario_count; i++) {
        if (rp_coverage_has(of, declared->scenarios[i])) {
            there++;
        } else {
            cli_add_name(&missing, declared->scenarios[i]);
        }
    }
    if (missing.length > 0) {
        rp_text_printf(&line, cli_tr(with, "%u of %u; not there yet: %s"),
                       (unsigned)there, (unsigned)declared->scenario_count,
                       cli_text(&missing));
        say_item(with, name, cli_text(&line));
    }
    rp_text_clear(&line);
    rp_text_clear(&missing);
}

static bool is_complete(const rp_coverage *of, const char *const *scenarios,
                        uint32_t count)
{
    for (uint32_t i = 0; i < count; i++) {
        if (!rp_coverage_has(of, scenarios[i])) {
            return false;
        }
    }
    return true;
}

static bool misses_any(const rp_coverage *of)
{
    for (uint32_t i = 0; i < of->pack->pool_count; i++) {
        const rp_pack_pool *pool = &of->pack->pools[i];
        if (!is_complete(of, pool->scenarios, pool->scenario_count)) {
            return true;
        }
    }
    for (uint32_t i = 0; i < of->pack->level_count; i++) {
        const rp_pack_level *level = &of->pack->levels[i];
        if (!is_complete(of, level->scenarios, level->scenario_count)) {
            return true;
        }
    }
    return false;
}

static void say_pools(const cli *with, const rp_coverage *of)
{
    if (!misses_any(of)) {
        return;
    }
    coverage_heading(with,
                     cli_tr(with, "Pools and levels that wait for scenarios"));
    for (uint32_t i = 0; i < of->pack->pool_count; i++) {
        const rp_pack_pool *pool = &of->pack->pools[i];
        say_declared(with, of, pool->id, pool);
    }
    for (uint32_t i = 0; i < of->pack->level_count; i++) {
        const rp_pack_level *level = &of->pack->levels[i];
        rp_pack_pool own = {.scenario_count = level->scenario_count,
                            .scenarios = level->scenarios};
        say_declared(with, of, level->id, &own);
    }
}

static bool is_listed(const rp_pack_pool *pool, const char *scenario)
{
    for (uint32_t i = 0; i < pool->scenario_count; i++) {
        if (strcmp(pool->scenarios[i], scenario) == 0) {
            return true;
        }
    }
    return false;
}

static bool is_in_pool(const rp_pack *pack, const char *scenario)
{
    for (uint32_t i = 0; i < pack->pool_count; i++) {
        if (is_listed(&pack->pools[i], scenario)) {
            return true;
        }
    }
    return false;
}

/* Scenarios no exam will ever draw. */
static void say_strays(const cli *with, const rp_coverage *of)
{
    rp_text list;

    rp_text_init(&list, with->alloc);
    for (uint32_t i = 0; of->pack->pool_count > 0 && i < of->scenario_count;
         i++) {
        if (!is_in_pool(of->pack, of->scenarios[i].id)) {
            cli_add_name(&list, of->scenarios[i].id);
        }
    }
    if (list.length > 0) {
        coverage_heading(with, cli_tr(with, "Scenarios that are in no pool"));
        say_paragraph(with, 2, cli_text(&list));
    }
    rp_text_clear(&list);
}

void coverage_print_lists(const cli *with, const rp_coverage *of, bool is_whole)
{
    say_scenarios(with, of);
    say_criticals(with, of);
    say_promises(with, of, is_whole);
    say_pools(with, of);
    say_strays(with, of);
}
