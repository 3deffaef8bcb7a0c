/*
 * What is said in a scenario, kept with its card for the search: every line
 * of the customer and every reply, in all languages. And how long a good run
 * of it takes to be said, by the author's own example.
 *
 * Kept as a row of texts with a NUL behind each: "<language> <who>" and what
 * is said, one pair after another.
 */
#include <string.h>

#include "app_internal.h"

/* What is being written. */
typedef struct text_writer {
    rp_app *app;
    const rp_model *model;
    uint16_t language;
    rp_state state;
    rp_text out;
} text_writer;

static rp_verdict_key texts_key(const library_entry *entry)
{
    return (rp_verdict_key){
        .document = rp_sha256(entry->file.path, strlen(entry->file.path)),
        .engine_version = RP_ENGINE_VERSION,
        .kind = "texts"};
}

static void write_text(text_writer *to, rp_ref ref, const char *who)
{
    rp_rendered *scratch = &to->app->scratch;

    if (ref == 0) {
        return;
    }
    rp_model_render(to->model, to->language, &to->state, ref, scratch);
    if (scratch->text.length == 0) {
        return;
    }
    rp_text_printf(&to->out, "%s %s", to->model->languages[to->language].tag,
                   who);
    rp_text_add(&to->out, "", 1);
    rp_text_add(&to->out, scratch->text.bytes, scratch->text.length);
    rp_text_add(&to->out, "", 1);
}

static void write_language(text_writer *to)
{
    const rp_model *model = to->model;

    for (uint32_t i = 0; i < model->node_count; i++) {
        rp_span says = model->nodes[i].says;
        for (uint32_t k = 0; k < says.count; k++) {
            write_text(to, model->lines[says.first + k].text, "customer");
        }
    }
    for (uint32_t i = 0; i < model->choice_count; i++) {
        write_text(to, model->choices[i].text, "reply");
        write_text(to, model->choices[i].hears, "customer");
    }
}

void texts_keep(rp_app *app, const library_entry *entry, const rp_model *model)
{
    text_writer to = {.app = app, .model = model};
    rp_verdict_key key = texts_key(entry);

    rp_text_init(&to.out, app->alloc);
    rp_state_begin(model, 0, &to.state, NULL);
    for (uint16_t i = 0; i < model->language_count; i++) {
        to.language = i;
        write_language(&to);
    }
    if (!to.out.failed && to.out.length > 0) {
        (void)!rp_store_put_verdict(app->store, &key, to.out.bytes,
                                    to.out.length, NULL);
    }
    rp_text_clear(&to.out);
}

/* The next text of a row, NULL behind the last. */
static const char *next_of(const char **at, const char *end)
{
    size_t left = (size_t)(end - *at);
    const char *stop = left > 0 ? memchr(*at, '\0', left) : NULL;
    const char *text = *at;

    if (stop == NULL) {
        return NULL;
    }
    *at = stop + 1;
    return text;
}

rp_status texts_each(rp_app *app, const library_entry *entry, rp_arena *arena,
                     text_taker *take, void *user)
{
    rp_verdict_key key = texts_key(entry);
    rp_verdict kept = {0};
    rp_status status =
        rp_store_get_verdict(app->store, &key, arena, &kept, NULL);

    if (status != RP_OK || kept.bytes == NULL) {
        return status == RP_E_MEMORY ? status : RP_OK;
    }
    const char *at = kept.bytes;
    const char *end = kept.bytes + kept.length;
    const char *what = next_of(&at, end);
    const char *text = next_of(&at, end);
    while (what != NULL && text != NULL) {
        const char *who = strchr(what, ' ');
        size_t length = who != NULL ? (size_t)(who - what) : strlen(what);
        said_text said = {.language = what,
                          .language_length = length,
                          .is_reply =
                              who != NULL && strcmp(who + 1, "reply") == 0,
                          .text = text};
        if (!take(user, &said)) {
            return RP_E_MEMORY;
        }
        what = next_of(&at, end);
        text = next_of(&at, end);
    }
    return RP_OK;
}

/* -------------------------------------------------------------- how long */

/* Plays the example's moves and listens; false where one is not offered. */
static bool listen(const rp_model *model, const rp_example *example,
                   const rp_ear *ear, rp_talk *talk)
{
    rp_effect effect = {0};
    rp_session session;
    rp_opening how = {.seed = 0, .set = example->set};

    if (rp_session_begin(model, &how, &session, &effect, NULL) != RP_OK) {
        return false;
    }
    rp_talk_begin(talk, ear, &session.state, &effect);
    for (uint32_t i = 0; i < example->moves.count; i++) {
        rp_taken taken = {.before = session.state};
        const char *text = model->example_moves[example->moves.first + i];
        bool is_made = rp_move_read(model, &session.state, text, &taken.move,
                                    NULL) == RP_OK &&
                       rp_session_take(&session, &taken.move, &taken.effect,
                                       NULL) == RP_OK;
        if (!is_made) {
            return false;
        }
        taken.after = session.state;
        rp_talk_move(talk, ear, &taken);
    }
    return rp_session_has_ended(&session);
}

uint32_t texts_talk_s(rp_app *app, const rp_model *model, uint16_t language)
{
    rp_ear ear = {model, language, &app->scratch};

    for (uint32_t i = 0; i < model->example_count; i++) {
        rp_talk talk = {0};
        if (model->examples[i].passed == 1 &&
            listen(model, &model->examples[i], &ear, &talk)) {
            return rp_talk_seconds(&talk, model, language);
        }
    }
    return 0;
}
