/*
 * The studio: the list of scenarios, and what was found of the selected one.
 */
#include <stdio.h>
#include <string.h>

#include "studio.h"

/* ------------------------------------------------------------------- rows */

static bool is_worked_on(const studio *of, const studio_row *row)
{
    return of->progress.doing != STUDIO_IDLE &&
           of->progress.doing != STUDIO_RECKONING &&
           strcmp(of->progress.path, row->path) == 0;
}

static void count_problems(const studio_row *row, rp_studio_row *out)
{
    const studio_edition *edition = studio_edition_of(row);
    const rp_report *report = studio_report_of(row);

    if (edition == NULL) {
        return;
    }
    out->error_count = edition->loaded.faults.error_count +
                       (edition->status != RP_OK ? 1U : 0U);
    out->warning_count =
        edition->loaded.faults.count - edition->loaded.faults.error_count;
    if (report != NULL) {
        out->error_count += report->error_count;
        out->warning_count += report->remark_count - report->error_count;
        out->gate_is_open = report->gate_is_open;
    } else if (row->parts[STUDIO_PROOF] != NULL) { /* it cannot be proven */
        out->warning_count++;
    }
}

static rp_studio_state state_of(const studio *of, const studio_row *row,
                                const rp_studio_row *counted)
{
    if (counted->error_count > 0) {
        return RP_STUDIO_FAULTY;
    }
    if (row->parts[STUDIO_PROOF] == NULL) {
        return is_worked_on(of, row) ? RP_STUDIO_CHECKING : RP_STUDIO_WAITING;
    }
    return counted->warning_count > 0 || !counted->gate_is_open
               ? RP_STUDIO_WARNED
               : RP_STUDIO_GOOD;
}

/* A sketch that shows the texts of this model. */
static sketch sketch_of(const sketch *view, const rp_model *model)
{
    sketch of = *view;

    of.model = model;
    of.language = app_show_language(view->app, model);
    return of;
}

static const char *title_of(sketch *view, const studio_row *row)
{
    const rp_model *model = studio_model(row);
    rp_state state;

    if (model == NULL) {
        return sketch_copy(view, library_title(view->app, row->id));
    }
    sketch of = sketch_of(view, model);
    rp_state_begin(model, 0, &state, NULL);
    const char *title = sketch_text(&of, &state, model->title);
    view->refused = view->refused || of.refused;
    return title;
}

static void fill_rows(sketch *view, rp_studio_view *out)
{
    const studio *of = view->app->studio;
    rp_studio_row *rows = sketch_take(view, of->row_count, sizeof *rows);

    for (uint32_t i = 0; rows != NULL && i < of->row_count; i++) {
        const studio_row *row = &of->rows[i];
        rows[i] = (rp_studio_row){.id = row->id,
                                  .title = title_of(view, row),
                                  .path = row->path,
                                  .file = row->file};
        count_problems(row, &rows[i]);
        rows[i].state = state_of(of, row, &rows[i]);
    }
    out->rows = rows;
    out->row_count = rows != NULL ? of->row_count : 0;
}

/* ------------------------------------------------------------------ proof */

static const char *const guesser_names[RP_GUESSERS] = {
    [RP_BLIND] = RP_WORD("Picks at random"),
    [RP_LONGEST] = RP_WORD("Takes the longest reply"),
    [RP_SHORTEST] = RP_WORD("Takes the shortest reply"),
    [RP_POLITE] = RP_WORD("Takes the politest reply"),
    [RP_ECHO] = RP_WORD("Takes what echoes the customer"),
    [RP_CONDITIONAL] = RP_WORD("Takes what is rarely offered"),
    [RP_HALF_INFORMED] = RP_WORD("Guesses between the best two"),
};

static void fill_proof(sketch *view, const studio_row *row, rp_studio_view *out)
{
    const rp_report *report = studio_report_of(row);

    if (report == NULL) {
        return;
    }
    rp_studio_guesser *guessers =
        sketch_take(view, RP_GUESSERS, sizeof *guessers);
    for (int i = 0; guessers != NULL && i < RP_GUESSERS; i++) {
        double chance = report->odds[i].exam.high;
        double limit = rp_gate_limit((rp_guesser)i);
        guessers[i] =
            (rp_studio_guesser){.guesser = (rp_guesser)i,
                                .name = rp_tr(view->app, guesser_names[i]),
                                .chance = chance,
                                .limit = limit,
                                .is_over = chance > limit};
    }
    out->guessers = guessers;
    out->guesser_count = guessers != NULL ? RP_GUESSERS : 0;
    out->has_proof = true;
    out->is_exact = report->is_exact;
    out->gate_is_open = report->gate_is_open;
    out->set_count = report->set_count;
    out->state_count = report->states;
    memcpy(out->par, report->sets[0].par, sizeof out->par);
}

static void fill_graph(sketch *view, const studio_row *row, rp_studio_view *out)
{
    const studio_part *drawing = row->parts[STUDIO_DRAWING];
    const studio_edition *edition = studio_edition_of(row);

    if (drawing != NULL && drawing->has_graph) {
        out->graph = &drawing->graph;
        out->is_stale = edition != NULL && drawing->of != edition;
    }
    if (drawing != NULL && drawing->status == RP_OK) {
        out->layout = &drawing->layout;
    } else if (drawing != NULL) {
        rp_tongue in = rp_words_tongue(view->app->words);
        rp_text text;
        rp_text_init(&text, view->arena->alloc);
        rp_phrase(&text, &in, drawing->error.message);
        out->no_graph = sketch_copy(view, text.bytes != NULL ? text.bytes : "");
        rp_text_clear(&text);
    } else if (edition != NULL && edition->loaded.model == NULL) {
        out->no_graph = rp_tr(view->app, "It can be drawn once its errors are "
                                         "mended.");
    }
}

/* ------------------------------------------------------------------- whole */

static const char *doing_of(const sketch *view)
{
    static const char *const words[] = {
        [STUDIO_IDLE] = "",
        [STUDIO_LISTING] = RP_WORD("Looking for scenarios"),
        [STUDIO_LOADING] = RP_WORD("Reading the file"),
        [STUDIO_PROVING] = RP_WORD("Walking every state"),
        [STUDIO_DRAWS] = RP_WORD("Drawing the graph"),
        [STUDIO_FINDING] = RP_WORD("Finding who stands where"),
        [STUDIO_RECKONING] = RP_WORD("Weighing the replies"),
    };

    return rp_tr(view->app, words[view->app->studio->progress.doing]);
}

static void fill_selected(sketch *view, const studio_row *row,
                          rp_studio_view *out)
{
    const studio_edition *edition = studio_edition_of(row);
    const rp_model *model = studio_model(row);

    out->selected = row->id;
    out->title = title_of(view, row);
    out->file = row->file;
    out->saved_ms = edition != NULL ? edition->saved_ms : 0;
    view_problems(view, row, out);
    fill_proof(view, row, out);
    fill_graph(view, row, out);
    if (model != NULL) {
        sketch of = sketch_of(view, model);
        view_preview(&of, row, out);
        view->refused = view->refused || of.refused;
    }
}

static uint64_t now_of(const rp_app *app)
{
    rp_store_host host = rp_store_host_system();

    return app->options.wall_ms != NULL
               ? app->options.wall_ms(app->options.user)
               : (uint64_t)host.now_ms(host.user);
}

void view_studio(sketch *view, rp_studio_view *out)
{
    const studio *of = view->app->studio;

    *out = (rp_studio_view){.folder = "", .title = "", .file = "", .doing = ""};
    if (of == NULL) {
        return;
    }
    out->folder = of->folder;
    out->is_watching = of->watcher != NULL;
    out->now_ms = now_of(view->app);
    out->is_busy = of->progress.doing != STUDIO_IDLE;
    out->percent = of->progress.percent;
    out->doing = doing_of(view);
    fill_rows(view, out);
    const studio_row *row = studio_row_now(of);
    if (row != NULL) {
        fill_selected(view, row, out);
    }
}
