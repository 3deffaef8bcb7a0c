/*
 * What two editions differ in, for other programs: each edition as `check`
 * prints it, then what changed.
 */
#include "diff.h"

static void write_change(rp_json *json, const rp_change *change)
{
    rp_json_open(json, '{');
    rp_json_key(json, "what");
    rp_json_string(json, rp_change_names[change->kind]);
    rp_json_key(json, "object");
    rp_json_string(json, change->object);
    rp_json_key(json, "part");
    rp_json_string(json, change->part);
    rp_json_key(json, "key");
    rp_json_string(json, change->key[0] != '\0' ? change->key : NULL);
    rp_json_key(json, "language");
    rp_json_string(json, change->language);
    rp_json_key(json, "before");
    rp_json_string(json, change->before);
    rp_json_key(json, "after");
    rp_json_string(json, change->after);
    rp_json_close(json, '}');
}

static void write_changes(rp_json *json, const rp_changes *changes)
{
    rp_json_key(json, "changes");
    rp_json_open(json, '[');
    for (uint32_t i = 0; i < changes->count; i++) {
        write_change(json, &changes->items[i]);
    }
    rp_json_close(json, ']');
}

static void write_measures(rp_json *json, const rp_measures *measures)
{
    rp_json_key(json, "proofs");
    rp_json_open(json, '[');
    for (uint32_t i = 0; i < measures->count; i++) {
        const rp_measured *row = &measures->items[i];
        rp_json_open(json, '{');
        rp_json_key(json, "what");
        rp_json_string(json, rp_measure_names[row->what]);
        rp_json_key(json, "set");
        if (row->set > 0) {
            rp_json_integer(json, row->set);
        } else {
            rp_json_null(json);
        }
        rp_json_key(json, "name");
        rp_json_string(json, row->name[0] != '\0' ? row->name : NULL);
        rp_json_key(json, "before");
        rp_json_string(json, row->before);
        rp_json_key(json, "after");
        rp_json_string(json, row->after);
        rp_json_close(json, '}');
    }
    rp_json_close(json, ']');
}

static void write_attempts(rp_json *json, const rp_attempt_ids *ids)
{
    rp_json_key(json, "attempts_before");
    if (!ids->has_store) {
        rp_json_null(json);
        return;
    }
    rp_json_open(json, '[');
    for (uint32_t i = 0; i < ids->count; i++) {
        rp_json_string(json, ids->items[i]);
    }
    rp_json_close(json, ']');
}

void diff_write(rp_json *json, const compared *of)
{
    const rp_model *before = of->before.of.loaded.model;
    const rp_model *after = of->after.of.loaded.model;

    rp_json_open(json, '{');
    rp_json_key(json, "same_digest");
    rp_json_bool(json, rp_digest_equal(&before->digest, &after->digest));
    rp_json_key(json, "same_rules");
    rp_json_bool(json,
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
