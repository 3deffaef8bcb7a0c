/*
 * Coverage for other programs.
 */
#include "coverage.h"

static void write_word(rp_json *json, const char *key, const char *word)
{
    rp_json_key(json, key);
    rp_json_string(json, word);
}

static void write_number(rp_json *json, const char *key, uint32_t number)
{
    rp_json_key(json, key);
    rp_json_integer(json, number);
}

static void write_promises(rp_json *json, const rp_coverage_scenario *of)
{
    rp_json_key(json, "promises");
    rp_json_open(json, '[');
    for (uint32_t i = 0; i < of->promise_count; i++) {
        rp_json_open(json, '{');
        write_word(json, "promise", of->promises[i].id);
        rp_json_key(json, "made");
        rp_json_bool(json, of->promises[i].is_made);
        rp_json_key(json, "kept");
        rp_json_bool(json, of->promises[i].is_kept);
        rp_json_close(json, '}');
    }
    rp_json_close(json, ']');
}

static void write_scenario(rp_json *json, const rp_coverage_scenario *of)
{
    rp_json_open(json, '{');
    write_word(json, "scenario", of->id);
    rp_json_key(json, "broken");
    rp_json_bool(json, of->is_broken);
    if (!of->is_broken) {
        write_word(json, "title", of->title);
        write_word(json, "channel", rp_channel_names[of->channel]);
        write_number(json, "chapter", of->chapter);
        write_number(json, "difficulty", of->difficulty);
        rp_json_key(json, "exact");
        rp_json_bool(json, of->is_exact);
        write_promises(json, of);
    }
    rp_json_close(json, '}');
}

/* Of the scenarios only those that do something with it. */
static void write_behaviour(rp_json *json, const rp_coverage *of, uint32_t row)
{
    const rp_pack_behaviour *behaviour = &of->pack->behaviours[row];
    uint32_t count = 0;

    rp_json_open(json, '{');
    write_word(json, "behaviour", behaviour->id);
    write_word(json, "section", behaviour->section);
    write_word(json, "score", rp_score_names[behaviour->score]);
    write_word(json, "strong", behaviour->strong);
    write_word(json, "best", rp_cover_names[rp_coverage_best(of, row, &count)]);
    rp_json_key(json, "scenarios");
    rp_json_open(json, '{');
    for (uint32_t i = 0; i < of->scenario_count; i++) {
        const rp_cover *covers = of->scenarios[i].covers;
        if (covers != NULL && covers[row] != RP_COVER_NONE) {
            write_word(json, of->scenarios[i].id, rp_cover_names[covers[row]]);
        }
    }
    rp_json_close(json, '}');
    rp_json_close(json, '}');
}

static void write_pool(rp_json *json, const rp_coverage *of,
                       const rp_pack_pool *pool)
{
    rp_json_open(json, '{');
    write_word(json, "pool", pool->id);
    write_number(json, "declared", pool->scenario_count);
    rp_json_key(json, "missing");
    rp_json_open(json, '[');
    for (uint32_t i = 0; i < pool->scenario_count; i++) {
        if (!rp_coverage_has(of, pool->scenarios[i])) {
            rp_json_string(json, pool->scenarios[i]);
        }
    }
    rp_json_close(json, ']');
    rp_json_close(json, '}');
}

static void write_lists(rp_json *json, const rp_coverage *of)
{
    rp_json_key(json, "behaviours");
    rp_json_open(json, '[');
    for (uint32_t i = 0; i < of->pack->behaviour_count; i++) {
        write_behaviour(json, of, i);
    }
    rp_json_close(json, ']');
    rp_json_key(json, "criticals");
    rp_json_open(json, '{');
    for (uint32_t i = 0; i < of->pack->critical_count; i++) {
        write_number(json, of->pack->criticals[i].id,
                     rp_coverage_criticals(of, i));
    }
    rp_json_close(json, '}');
    rp_json_key(json, "pools");
    rp_json_open(json, '[');
    for (uint32_t i = 0; i < of->pack->pool_count; i++) {
        write_pool(json, of, &of->pack->pools[i]);
    }
    rp_json_close(json, ']');
}

void coverage_write(rp_json *json, const rp_coverage *of)
{
    rp_json_open(json, '{');
    write_word(json, "pack", of->pack->id);
    write_word(json, "edition", of->pack->edition);
    rp_json_key(json, "scenarios");
    rp_json_open(json, '[');
    for (uint32_t i = 0; i < of->scenario_count; i++) {
        write_scenario(json, &of->scenarios[i]);
    }
    rp_json_close(json, ']');
    write_lists(json, of);
    rp_json_close(json, '}');
}
