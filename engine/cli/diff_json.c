/*
 * What two editions differ in, for other programs: each edition as `check`
 * prints it, then what changed.
 */
#include "diff.h"
#include "json.h"

static void write_change(rp_json *json, const rp_change *change)
{
    rp_json_open(json, '{');
    json_text(json, "what", rp_change_names[change->kind]);
    json_text(json, "object", change->object);
    json_text(json, "part", change->part);
    json_text(json, "key", change->key[0] != '\0' ? change->key : NULL);
    json_text(json, "language", change->language);
    json_text(json, "before", change->before);
    json_text(json, "after", change->after);
    rp_json_close(json, '}');
}

static void write_changes(rp_json *json, const rp_changes *changes)
{
    json_open(json, "changes", '[');
    for (uint32_t i = 0; i < changes->count; i++) {
        write_change(json, &changes->items[i]);
    }
    rp_json_close(json, ']');
}

static void write_measures(rp_json *json, const rp_measures *measures)
{
    json_open(json, "proofs", '[');
    for (uint32_t i = 0; i < measures->count; i++) {
        const rp_measured *row = &measures->items[i];
        rp_json_open(json, '{');
        json_text(json, "what", rp_measure_names[row->what]);
        if (row->set > 0) {
            json_number(json, "set", row->set);
        } else {
            json_null(json, "set");
        }
        json_text(json, "name", row->name[0] != '\0' ? row->name : NULL);
        json_text(json, "before", row->before);
        json_text(json, "after", row->after);
        rp_json_close(json, '}');
    }
    rp_json_close(json, ']');
}

static void write_attempts(rp_json *json, const rp_attempt_ids *ids)
{
    if (ids->has_store) {
        json_texts(json, "attempts_before", ids->items, ids->count);
    } else {
        json_null(json, "attempts_before");
    }
}

void diff_write(rp_json *json, const compared *of)
{
    const rp_model *before = of->before.of.loaded.model;
    const rp_model *after = of->after.of.loaded.model;

    rp_json_open(json, '{');
    json_flag(json, "same_digest",
              rp_digest_equal(&before->digest, &after->digest));
    json_flag(json, "same_rules",
              rp_digest_equal(&before->rules_digest, &after->rules_digest));
    write_changes(json, &of->changes);
    write_measures(json, &of->measures);
    write_attempts(json, &of->attempts);
    rp_json_key(json, "before");
    check_write(json, &of->before.of);
    rp_json_key(json, "after");
    check_write(json, &of->after.of);
    rp_json_close(json, '}');
}
