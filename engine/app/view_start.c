/*
 * Before a call: the library and the briefing.
 */
#include <string.h>

#include "app_internal.h"

/* ---------------------------------------------------------------- library */

static void fill_unfinished(sketch *view, rp_library_view *out)
{
    rp_app *app = view->app;
    rp_attempt attempt = {0};

    out->unfinished_title = "";
    if (attempt_unfinished(app, view->arena, &attempt, &out->has_unfinished,
                           NULL) == RP_OK &&
        out->has_unfinished) {
        out->unfinished_title =
            sketch_copy(view, library_title(app, attempt.scenario));
        out->unfinished_moves = attempt.move_count;
    }
}

/* The message of a fault in the person's language. */
static const char *fault_message(sketch *view, const rp_fault *fault)
{
    rp_tongue in = rp_words_tongue(view->app->words);
    rp_text message;

    rp_text_init(&message, view->arena->alloc);
    rp_fault_say(fault, &in, &message);
    const char *kept = sketch_copy(
        view, message.bytes != NULL ? message.bytes : fault->message);
    rp_text_clear(&message);
    return kept;
}

static void fill_faults(sketch *view, rp_library_view *out)
{
    const rp_faults *broken = &view->app->broken.faults;

    if (!view->app->has_broken) {
        return;
    }
    rp_fault *faults = sketch_take(view, broken->count, sizeof *faults);
    for (uint32_t i = 0; faults != NULL && i < broken->count; i++) {
        faults[i] = (rp_fault){.severity = broken->items[i].severity,
                               .line = broken->items[i].line,
                               .column = broken->items[i].column};
        faults[i].code = sketch_copy(view, broken->items[i].code);
        faults[i].file = sketch_copy(view, broken->items[i].file);
        faults[i].message = fault_message(view, &broken->items[i]);
    }
    out->faults = faults;
    out->fault_count = faults != NULL ? broken->count : 0;
}

void view_library(sketch *view, rp_library_view *out)
{
    rp_app *app = view->app;
    rp_card *cards = sketch_take(view, app->library->count, sizeof *cards);

    for (uint32_t i = 0; cards != NULL && i < app->library->count; i++) {
        cards[i] = library_card(app, &app->library->entries[i]);
    }
    out->cards = cards;
    out->card_count = cards != NULL ? app->library->count : 0;
    out->person = strcmp(app->person.name, "You") == 0 ? rp_tr(app, "You")
                                                       : app->person.name;
    fill_unfinished(view, out);
    fill_faults(view, out);
}

/* --------------------------------------------------------------- briefing */

static uint16_t silence_of_start(const rp_model *model)
{
    const rp_node *start = &model->nodes[model->start];

    return start->kind == RP_TURN ? start->silence.after_s : 0;
}

/* The author's model answers are for those who have tried once. */
static uint32_t example_count(const sketch *view)
{
    const library *all = view->app->library;

    for (uint32_t i = 0; i < all->count; i++) {
        const library_entry *entry = &all->entries[i];
        if (strcmp(entry->file.id, view->model->id) == 0 &&
            entry->card.attempts > 0) {
            return view->model->example_count;
        }
    }
    return 0;
}

/* The state a call would begin in: its facts are drawn with the briefing. */
static void begin_state(const sketch *view, rp_state *state)
{
    uint16_t set = rp_seed_set(view->model, view->app->seed);
    uint16_t fixed = view->app->options.fixed_set;

    if (fixed > 0 && fixed <= view->model->set_count) {
        set = (uint16_t)(fixed - 1);
    }
    rp_state_begin(view->model, set, state, NULL);
}

void view_briefing(sketch *view, rp_briefing_view *out)
{
    const rp_model *model = view->model;
    rp_span about = model->customer_about;
    rp_state state;

    begin_state(view, &state);
    *out = (rp_briefing_view){
        .id = sketch_copy(view, model->id),
        .title = sketch_text(view, &state, model->title),
        .situation = sketch_text(view, &state, model->situation),
        .customer = sketch_customer(view, &state),
        .face = sketch_copy(view, model->customer_face),
        .channel = model->channel,
        .chapter = model->chapter,
        .chapter_title = "",
        .difficulty = model->difficulty,
        .silence_s = silence_of_start(model),
        .band_from_s = APP_BAND_FROM_S,
        .band_to_s = APP_BAND_TO_S,
        .example_count = example_count(view),
    };
    if (model->chapter > 0) {
        out->chapter_title = sketch_format(view, rp_tr(view->app, "Chapter %u"),
                                           (unsigned)model->chapter);
    }
    for (int i = 0; i < RP_SCORES; i++) {
        out->goals[i] = sketch_text_or_null(view, &state, model->goals[i]);
        out->pass_percent[i] = model->pass_percent[i];
    }
    const char **lines = sketch_take(view, about.count, sizeof *lines);
    for (uint32_t i = 0; lines != NULL && i < about.count; i++) {
        lines[i] =
            sketch_text(view, &state, model->lines[about.first + i].text);
    }
    out->about = lines;
    out->about_count = lines != NULL ? about.count : 0;
}
