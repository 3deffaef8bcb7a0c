/*
 * Each example of a bundled scenario, played in each language: what was said,
 * what it earned, how the mood moved. The transcripts are files under
 * tests/golden/transcripts; RP_UPDATE=1 writes them anew, to be read before
 * they are committed.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "rapport/app.h"
#include "support/test.h"

typedef struct teller {
    const rp_model *model;
    uint16_t language;
    rp_rendered scratch;
    rp_text out;
} teller;

static void tell(teller *t, const char *who, const rp_state *state, rp_ref text)
{
    if (text == 0) {
        return;
    }
    rp_model_render(t->model, t->language, state, text, &t->scratch);
    rp_text_printf(&t->out, "%s  %s\n", who, t->scratch.text.bytes);
}

static void tell_nodes(teller *t, const rp_state *state,
                       const rp_effect *effect)
{
    for (uint32_t i = 0; i < effect->node_count; i++) {
        const rp_node *node = &t->model->nodes[effect->nodes[i]];
        rp_text_printf(&t->out, "-- %s\n", node->id);
        uint32_t line = rp_state_line(t->model, state, effect->nodes[i]);
        if (line != UINT32_MAX) {
            tell(t, "<", state, t->model->lines[line].text);
        }
    }
}

static void tell_choice(teller *t, const rp_state *before, const rp_move *move)
{
    char written[RP_MOVE_TEXT_MAX];

    rp_text_printf(&t->out, "** %s\n",
                   rp_move_write(t->model, before, move, written));
    if (move->kind == RP_MOVE_REPLY) {
        const rp_choice *choice = &t->model->choices[move->index];
        tell(t, ">", before, choice->text);
        tell(t, "<", before, choice->hears);
    }
}

static void tell_numbers(teller *t, const rp_session *session)
{
    const rp_state *state = &session->state;

    rp_text_printf(
        &t->out, "   points %d %d %d, calm %u, trust %u, patience %u, %s\n",
        (int)session->points[RP_LISTENING], (int)session->points[RP_EMPATHY],
        (int)session->points[RP_RESOLUTION], (unsigned)state->mood[RP_CALM],
        (unsigned)state->mood[RP_TRUST], (unsigned)state->mood[RP_PATIENCE],
        rp_mood_word_names[rp_mood_word_of(state->mood)]);
}

static void tell_example(teller *t, const rp_example *example)
{
    rp_opening how = {.seed = 1, .set = example->set};
    rp_session session;
    rp_effect effect;
    rp_error err = {0};

    rp_text_printf(&t->out, "%s, set %u\n", example->name,
                   (unsigned)example->set + 1U);
    assert_int_equal(rp_session_begin(t->model, &how, &session, &effect, &err),
                     RP_OK);
    tell_nodes(t, &session.state, &effect);
    for (uint32_t i = 0; i < example->moves.count; i++) {
        rp_state before = session.state;
        rp_move move = {.at_ms = 0};
        const char *written = t->model->example_moves[example->moves.first + i];
        if (rp_move_read(t->model, &before, written, &move, &err) != RP_OK ||
            rp_session_take(&session, &move, &effect, &err) != RP_OK) {
            fail_msg("%s, move %u: %s", example->name, (unsigned)i + 1U,
                     err.message);
        }
        tell_choice(t, &before, &move);
        tell_nodes(t, &session.state, &effect);
        tell_numbers(t, &session);
    }
}

static void golden_path(char *path, size_t size, const teller *t,
                        const rp_example *example)
{
    char slug[64];
    size_t i = 0;

    for (; example->name[i] != '\0' && i + 1 < sizeof slug; i++) {
        bool is_plain = (example->name[i] >= 'a' && example->name[i] <= 'z') ||
                        (example->name[i] >= '0' && example->name[i] <= '9');
        slug[i] = is_plain ? example->name[i] : '-';
    }
    slug[i] = '\0';
    (void)snprintf(path, size,
                   RP_SOURCE_DIR "/tests/golden/transcripts/%s.%s.%s.txt",
                   t->model->id, slug, t->model->languages[t->language].tag);
}

static void compare(const char *path, const char *told)
{
    static char golden[256 * 1024];
    FILE *file = NULL;

    if (getenv("RP_UPDATE") != NULL) { // NOLINT(concurrency-mt-unsafe)
        file = fopen(path, "wb");
        assert_non_null(file);
        assert_int_equal(fwrite(told, 1, strlen(told), file), strlen(told));
        assert_int_equal(fclose(file), 0);
        return;
    }
    file = fopen(path, "rb");
    if (file == NULL) {
        fail_msg("there is no %s", path);
        return;
    }
    size_t length = fread(golden, 1, sizeof golden - 1, file);
    golden[length] = '\0';
    (void)fclose(file);
    assert_string_equal(told, golden);
}

static void tell_scenario(const rp_app_options *options, const char *id)
{
    rp_loaded loaded;
    rp_error err = {.message = "it has faults"};
    char path[512];

    if (rp_app_load(options, id, rp_alloc_default(), &loaded, &err) != RP_OK ||
        loaded.model == NULL) {
        fail_msg("%s: %s", id, err.message);
    }
    teller t = {.model = loaded.model};
    rp_text_init(&t.out, rp_alloc_default());
    rp_text_init(&t.scratch.text, rp_alloc_default());
    assert_in_range(loaded.model->example_count, 4, 64);
    for (uint32_t i = 0; i < loaded.model->example_count; i++) {
        for (uint16_t l = 0; l < loaded.model->language_count; l++) {
            t.language = l;
            rp_text_clear(&t.out);
            tell_example(&t, &loaded.model->examples[i]);
            golden_path(path, sizeof path, &t, &loaded.model->examples[i]);
            compare(path, t.out.bytes);
        }
    }
    rp_text_clear(&t.out);
    rp_text_clear(&t.scratch.text);
    rp_loaded_clear(&loaded);
}

static void every_example_is_told_as_it_was(void **state)
{
    rp_app_options options = {
        .pack_dir = RP_SOURCE_DIR "/scenarios",
        .helper_path = RP_BUILD_DIR "/rapport-helper",
    };
    rp_scenario_files files = {0};
    rp_arena arena;

    (void)state;
    rp_arena_init(&arena, rp_alloc_default());
    assert_int_equal(rp_app_scenarios(&options, NULL, &arena, &files, NULL),
                     RP_OK);
    assert_in_range(files.count, 3, 1000);
    for (uint32_t i = 0; i < files.count; i++) {
        tell_scenario(&options, files.items[i].id);
    }
    rp_arena_clear(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_example_is_told_as_it_was),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
