/*
 * What two readings of the same moves differ in.
 */
#include <stdio.h>
#include <string.h>

#include "author.h"

const char *const rp_reread_names[RP_REREADS] = {
    [RP_REREAD_GONE] = "gone",       [RP_REREAD_MOVES] = "moves",
    [RP_REREAD_REFUSED] = "refused", [RP_REREAD_POINTS] = "points",
    [RP_REREAD_MOOD] = "mood",       [RP_REREAD_PLACE] = "place",
    [RP_REREAD_SAID] = "said",       [RP_REREAD_HEARD] = "heard",
};

typedef struct comparing {
    const rp_reading *before;
    const rp_reading *after;
    rp_arena *arena;
    rp_reread *items;
    uint32_t count;
    bool refused;
} comparing;

static void put(comparing *c, uint32_t step, rp_reread found)
{
    found.example = c->after->name;
    found.step = step;
    found.move = c->after->steps[step].move;
    c->refused = c->refused || found.before == NULL || found.after == NULL;
    c->items[c->count++] = found;
}

/* "L+1 E-2"; "0" for nothing. */
static const char *points_text(comparing *c, const int32_t points[RP_SCORES])
{
    static const char letters[RP_SCORES] = {
        [RP_LISTENING] = 'L', [RP_EMPATHY] = 'E', [RP_RESOLUTION] = 'R'};
    char text[64] = "";
    size_t length = 0;

    for (int i = 0; i < RP_SCORES; i++) {
        if (points[i] != 0) {
            int put_now =
                snprintf(text + length, sizeof text - length, "%s%c%+d",
                         length > 0 ? " " : "", letters[i], (int)points[i]);
            length += put_now > 0 ? (size_t)put_now : 0;
        }
    }
    return rp_arena_format(c->arena, "%s", length > 0 ? text : "0");
}

static const char *mood_text(comparing *c, const uint8_t mood[RP_MOODS])
{
    return rp_arena_format(c->arena, "calm %d, trust %d, patience %d",
                           mood[RP_CALM], mood[RP_TRUST], mood[RP_PATIENCE]);
}

/*
 * What differs in a mood is carried along by every later step: only where the
 * difference becomes another one is it told.
 */
static bool is_news(const comparing *c, uint32_t step)
{
    const rp_read_step *old = &c->before->steps[step];
    const rp_read_step *new = &c->after->steps[step];

    for (int i = 0; i < RP_MOODS; i++) {
        int was = step > 0 ? new[-1].mood[i] - old[-1].mood[i] : 0;
        if (new->mood[i] - old->mood[i] != was) {
            return true;
        }
    }
    return false;
}

static void compare_numbers(comparing *c, uint32_t step)
{
    const rp_read_step *old = &c->before->steps[step];
    const rp_read_step *new = &c->after->steps[step];

    if (memcmp(old->points, new->points, sizeof old->points) != 0) {
        put(c, step,
            (rp_reread){.kind = RP_REREAD_POINTS,
                        .before = points_text(c, old->points),
                        .after = points_text(c, new->points)});
    }
    if (is_news(c, step)) {
        put(c, step,
            (rp_reread){.kind = RP_REREAD_MOOD,
                        .before = mood_text(c, old->mood),
                        .after = mood_text(c, new->mood)});
    }
    if (strcmp(old->at, new->at) != 0) {
        put(c, step,
            (rp_reread){
                .kind = RP_REREAD_PLACE, .before = old->at, .after = new->at});
    }
}

/* Index of a language in a reading; its language_count: it has none such. */
static uint32_t find_language(const rp_reading *in, const char *tag)
{
    uint32_t i = 0;

    while (i < in->language_count && strcmp(in->languages[i], tag) != 0) {
        i++;
    }
    return i;
}

/* A language that only one of the two has is no difference of a step. */
static void compare_texts(comparing *c, uint32_t step)
{
    for (uint32_t i = 0; i < c->after->language_count; i++) {
        const char *tag = c->after->languages[i];
        uint32_t old = find_language(c->before, tag);
        if (old == c->before->language_count) {
            continue;
        }
        rp_reread said = {.kind = RP_REREAD_SAID,
                          .language = tag,
                          .before = c->before->steps[step].said[old],
                          .after = c->after->steps[step].said[i]};
        rp_reread heard = {.kind = RP_REREAD_HEARD,
                           .language = tag,
                           .before = c->before->steps[step].heard[old],
                           .after = c->after->steps[step].heard[i]};
        if (strcmp(said.before, said.after) != 0) {
            put(c, step, said);
        }
        if (strcmp(heard.before, heard.after) != 0) {
            put(c, step, heard);
        }
    }
}

rp_status rp_reading_compare(const rp_reading *before, const rp_reading *after,
                             rp_arena *arena, rp_rereads *rereads,
                             rp_error *err)
{
    comparing c = {.before = before, .after = after, .arena = arena};
    uint32_t steps = before->step_count < after->step_count ? before->step_count
                                                            : after->step_count;

    c.items = rp_arena_take(arena, (size_t)steps * (3 + 2 * RP_LANGUAGES_MAX),
                            sizeof *c.items);
    for (uint32_t i = 0; c.items != NULL && i < steps; i++) {
        compare_numbers(&c, i);
        compare_texts(&c, i);
    }
    if (c.items == NULL || c.refused) {
        return author_no_memory(err);
    }
    *rereads = (rp_rereads){.items = c.items, .count = c.count};
    return RP_OK;
}

/* ---------------------------------------------------------------- blessed */

static bool has_same_moves(const rp_model *model, const rp_example *example,
                           const rp_reading *blessed)
{
    if (example->set != blessed->set ||
        example->moves.count + 1 != blessed->step_count) {
        return false;
    }
    for (uint32_t i = 0; i < example->moves.count; i++) {
        const char *move = model->example_moves[example->moves.first + i];
        if (strcmp(move, blessed->steps[i + 1].move) != 0) {
            return false;
        }
    }
    return true;
}

/* Differences of several examples, one behind the other. */
typedef struct gathering {
    rp_arena *arena;
    author_list list;
} gathering;

static rp_status gather(gathering *to, const rp_reread *items, uint32_t count,
                        rp_error *err)
{
    for (uint32_t i = 0; i < count; i++) {
        rp_reread *item = author_room(&to->list, sizeof *item, to->arena);
        if (item == NULL) {
            return author_no_memory(err);
        }
        *item = items[i];
    }
    return RP_OK;
}

static rp_status compare_example(const rp_model *model,
                                 const rp_example *example,
                                 const rp_reading *blessed, gathering *to,
                                 rp_error *err)
{
    rp_written_run run = rp_run_of_example(model, example);
    rp_reading now = {.name = NULL};
    rp_rereads found = {0};
    rp_error error = {0};
    rp_status played = rp_reading_make(model, &run, to->arena, &now, &error);

    if (played == RP_E_MEMORY) {
        return author_pass_on(err, &error);
    }
    rp_status status =
        rp_reading_compare(blessed, &now, to->arena, &found, err);
    if (status == RP_OK) {
        status = gather(to, found.items, found.count, err);
    }
    if (status == RP_OK && played != RP_OK) {
        rp_reread refused = {
            .kind = RP_REREAD_REFUSED,
            .example = blessed->name,
            .step = now.step_count,
            .move = blessed->steps[now.step_count].move,
            .after = rp_arena_format(to->arena, "%s", error.message)};
        status = refused.after != NULL ? gather(to, &refused, 1, err)
                                       : author_no_memory(err);
    }
    return status;
}

rp_status rp_blessed_compare(const rp_model *model, const rp_blessed *blessed,
                             rp_arena *arena, rp_rereads *rereads,
                             rp_error *err)
{
    gathering to = {.arena = arena};
    rp_status status = RP_OK;

    for (uint32_t i = 0; status == RP_OK && i < blessed->count; i++) {
        const rp_reading *one = &blessed->readings[i];
        const rp_example *example = author_example(model, one->name);
        bool is_same = example != NULL && has_same_moves(model, example, one);
        rp_reread whole = {.kind = example != NULL ? RP_REREAD_MOVES
                                                   : RP_REREAD_GONE,
                           .example = one->name,
                           .move = ""};
        status = is_same ? compare_example(model, example, one, &to, err)
                         : gather(&to, &whole, 1, err);
    }
    if (status == RP_OK) {
        *rereads = (rp_rereads){.items = to.list.items, .count = to.list.count};
    }
    return status;
}
