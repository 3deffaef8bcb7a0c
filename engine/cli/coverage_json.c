/*
 * Coverage for other programs.
 */
#include "coverage.h"
#include "json.h"

static void write_promises(rp_json *json, const rp_coverage_scenario *of)
{
    json_open(json, "promises", '[');
    for (uint32_t i = 0; i < of->promise_count; i++) {
        rp_json_open(json, '{');
        json_text(json, "promise", of->promises[i].id);
        json_flag(json, "made", of->promises[i].is_made);
        json_flag(json, "kept", of->promises[i].is_kept);
        rp_json_close(json, '}');
    }
    rp_json_close(json, ']');
}

static void write_scenario(rp_json *json, const rp_coverage_scenario *of)
{
    rp_json_open(json, '{');
    json_text(json, "scenario", of->id);
    json_flag(json, "broken", of->is_broken);
    if (!of->is_broken) {
        json_text(json, "title", of->title);
        json_text(json, "channel", rp_channel_names[of->channel]);
        json_number(json, "chapter", of->chapter);
        json_number(json, "difficulty", of->difficulty);
        json_flag(json, "exact", of->is_exact);
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
    json_text(json, "behaviour", behaviour->id);
    json_text(json, "section", behaviour->section);
    json_text(json, "score", rp_score_names[behaviour->score]);
    json_text(json, "strong", behaviour->strong);
    json_text(json, "best", rp_cover_names[rp_coverage_best(of, row, &count)]);
    json_open(json, "scenarios", '{');
    for (uint32_t i = 0; i < of->scenario_count; i++) {
        const rp_cover *covers = of->scenarios[i].covers;
        if (covers != NULL && covers[row] != RP_COVER_NONE) {
            json_text(json, of->scenarios[i].id, rp_cover_names[covers[row]]);
        }
    }
    rp_json_close(json, '}');
    rp_json_close(json, '}');
}

static void write_pool(rp_json *json, const rp_coverage *of,
                       const rp_pack_pool *pool)
{
    rp_json_open(json, '{');
    json_text(json, "pool", pool->id);
    json_number(json, "declared", pool->scenario_count);
    json_open(json, "missing", '[');
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
    json_open(json, "behaviours", '[');
    for (uint32_t i = 0; i < of->pack->behaviour_count; i++) {
        write_behaviour(json, of, i);
    }
    rp_json_close(json, ']');
    json_open(json, "criticals", '{');
    for (uint32_t i = 0; i < of->pack->critical_count; i++) {
        json_number(json, of->pack->criticals[i].id,
                    rp_coverage_criticals(of, i));
    }
    rp_json_close(json, '}');
    json_open(json, "pools", '[');
    for (uint32_t i = 0; i < of->pack->pool_count; i++) {
        write_pool(json, of, &of->pack->pools[i]);
    }
    rp_json_close(json, ']');
}

void coverage_write(rp_json *json, const rp_coverage *of)
{
    rp_json_open(json, '{');
    json_text(json, "pack", of->pack->id);
    json_text(json, "edition", of->pack->edition);
    json_open(json, "scenarios", '[');
    for (uint32_t i = 0; i < of->scenario_count; i++) {
        write_scenario(json, &of->scenarios[i]);
    }
    rp_json_close(json, ']');
    write_lists(json, of);
    rp_json_close(json, '}');
}
