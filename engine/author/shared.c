/*
 * What several files of this room do with lists, texts and runs.
 */
#include <string.h>

#include "author.h"

bool author_is_same(const char *a, const char *b)
{
    return a == b || (a != NULL && b != NULL && strcmp(a, b) == 0);
}

bool author_lists(const char *const *names, uint32_t count, const char *name)
{
    for (uint32_t i = 0; i < count; i++) {
        if (strcmp(names[i], name) == 0) {
            return true;
        }
    }
    return false;
}

void *author_room(author_list *list, size_t item_bytes, rp_arena *arena)
{
    if (list->count == list->capacity) {
        uint32_t capacity = 2 * list->capacity + 64;
        void *items = rp_arena_take(arena, capacity, item_bytes);
        if (items == NULL) {
            return NULL;
        }
        if (list->count > 0) {
            memcpy(items, list->items, list->count * item_bytes);
        }
        list->items = items;
        list->capacity = capacity;
    }
    return (char *)list->items + list->count++ * item_bytes;
}

const char *author_keep(rp_text *text, rp_arena *arena)
{
    const char *kept =
        text->failed
            ? NULL
            : rp_arena_copy(arena, text->bytes != NULL ? text->bytes : "",
                            text->length);

    rp_text_clear(text);
    return kept;
}

const char *author_rendered(const rp_model *model, uint16_t language,
                            const rp_state *state, rp_ref text, rp_arena *arena)
{
    rp_rendered shown = {.mark_count = 0};

    rp_text_init(&shown.text, arena->alloc);
    rp_model_render(model, language, state, text, &shown);
    return author_keep(&shown.text, arena);
}

const rp_example *author_example(const rp_model *model, const char *name)
{
    for (uint32_t i = 0; i < model->example_count; i++) {
        if (strcmp(model->examples[i].name, name) == 0) {
            return &model->examples[i];
        }
    }
    return NULL;
}

rp_written_run rp_run_of_example(const rp_model *model,
                                 const rp_example *example)
{
    return (rp_written_run){.name = example->name,
                            .set = example->set,
                            .moves =
                                &model->example_moves[example->moves.first],
                            .move_count = example->moves.count};
}
