/*
 * The table of keys, and questions about it.
 */
#include "keys.h"

#include <string.h>

enum {
    OBJECT_KEYS_MAX = 40
};

const char *const object_labels[OBJECT_KINDS] = {
#define OBJECT(name, label) [name##_OBJECT] = (label),
#include "list_keys.h"
#undef OBJECT
};

const char *const object_names[OBJECT_KINDS] = {
#define OBJECT(name, label) [name##_OBJECT] = #name,
#include "list_keys.h"
#undef OBJECT
};

static const key_row key_rows[] = {
#define KEY(object, key, kind, a, b, use, about) \
    {object##_OBJECT, key, KIND_##kind, a, b, USE_##use, about},
#include "list_keys.h"
#undef KEY
};

static const part_row part_rows[] = {
#define PART(object, word, key, child, how, context) \
    {object##_OBJECT, word, key, child, PART_##how, context},
#include "list_keys.h"
#undef PART
};

static const char *const distinct_words[] = {"channel"};

const word_list enumerations[ENUMERATIONS] = {
    [SCORE_ENUM] = {"a score", rp_score_names, RP_SCORES},
    [CHANNEL_ENUM] = {"a channel", rp_channel_names, RP_CHANNELS},
    [OUTCOME_ENUM] = {"an outcome", rp_outcome_names, RP_OUTCOMES},
    [ACT_ENUM] = {"a kind of act", rp_act_names, RP_ACTS},
    [RECORD_KIND_ENUM] = {"a kind of record", rp_record_kind_names,
                          RP_RECORD_KINDS},
    [DISTINCT_ENUM] = {"a difference to draw by", distinct_words, 1},
};

const char *const name_space_labels[NAME_SPACES] = {
    [NODE_NAMES] = "turn, form or ending",
    [ENDING_NAMES] = "ending",
    [EFFECT_NAMES] = "effect",
    [STEP_NAMES] = "step of the process",
    [BEHAVIOUR_NAMES] = "behaviour of the pack",
    [SECTION_NAMES] = "section of the pack",
    [CRITICAL_NAMES] = "critical fault of the pack",
    [PROMISE_NAMES] = "promise",
    [RECORD_NAMES] = "record",
    [FACT_NAMES] = "fact",
    [MOMENT_NAMES] = "fact with a date and a time",
    [TIME_NAMES] = "fact with a date or a time",
    [VAR_NAMES] = "variable",
    [POOL_NAMES] = "pool",
    [LEVEL_NAMES] = "level",
};

static const size_t key_count = sizeof key_rows / sizeof key_rows[0];
static const size_t part_count = sizeof part_rows / sizeof part_rows[0];

const key_row *keys_of(object_kind object, size_t *count)
{
    size_t first = 0;

    while (first < key_count && key_rows[first].object != object) {
        first++;
    }
    size_t end = first;
    while (end < key_count && key_rows[end].object == object) {
        end++;
    }
    *count = end - first;
    return &key_rows[first < key_count ? first : 0];
}

const key_row *key_find(object_kind object, const char *key)
{
    size_t count = 0;
    const key_row *rows = keys_of(object, &count);

    for (size_t i = 0; i < count; i++) {
        if (strcmp(rows[i].key, key) == 0) {
            return &rows[i];
        }
    }
    return NULL;
}

bool key_is_written(const key_row *row)
{
    return row->use == USE_FREE || row->use == USE_NEEDED;
}

const char *key_nearest(object_kind object, const char *wanted)
{
    const char *names[OBJECT_KEYS_MAX];
    size_t name_count = 0;
    size_t count = 0;
    const key_row *rows = keys_of(object, &count);

    for (size_t i = 0; i < count && name_count < OBJECT_KEYS_MAX; i++) {
        if (key_is_written(&rows[i]) && rows[i].kind != KIND_NEVER) {
            names[name_count++] = rows[i].key;
        }
    }
    return rp_nearest_name(wanted, names, name_count);
}

const part_row *part_find(object_kind object, const char *word)
{
    for (size_t i = 0; i < part_count; i++) {
        if (part_rows[i].object == object &&
            strcmp(part_rows[i].word, word) == 0) {
            return &part_rows[i];
        }
    }
    return NULL;
}

const part_row *parts_of(object_kind object, size_t index)
{
    for (size_t i = 0; i < part_count; i++) {
        if (part_rows[i].object == object && index-- == 0) {
            return &part_rows[i];
        }
    }
    return NULL;
}

const part_row *part_anywhere(const char *word)
{
    for (size_t i = 0; i < part_count; i++) {
        if (strcmp(part_rows[i].word, word) == 0) {
            return &part_rows[i];
        }
    }
    return NULL;
}

object_kind object_under(const char *key, value_kind kind)
{
    for (size_t i = 0; i < key_count; i++) {
        if (key_rows[i].kind == kind && strcmp(key_rows[i].key, key) == 0) {
            return (object_kind)key_rows[i].a;
        }
    }
    return OBJECT_KINDS;
}

object_kind held_kind(const key_row *row)
{
    switch ((int)row->kind) {
    case KIND_TABLE:
    case KIND_LIST:
    case KIND_MAP: return (object_kind)row->a;
    case KIND_ROUTE: return STEP_TO_OBJECT;
    case KIND_SAYS: return LINE_OBJECT;
    case KIND_STEPS: return STEP_OBJECT;
    default: return OBJECT_KINDS;
    }
}

const char *first_text_key(object_kind object)
{
    const key_row *row = key_find(object, "text");

    return row != NULL && row->use == USE_BUILT ? row->key : NULL;
}
