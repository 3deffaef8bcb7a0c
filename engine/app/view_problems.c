/*
 * What is to be mended in a scenario, and what keeps the gate shut: in the
 * person's language, with where it is written and where it is drawn.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "studio.h"

/* Problems being gathered; `items` is as long as they can become. */
typedef struct problem_list {
    sketch *view;
    const studio_row *row;
    rp_tongue tongue;
    rp_studio_problem *items;
    uint32_t count;
} problem_list;

/* What was written, kept; the text is cleared. */
static const char *keep_text(problem_list *to, rp_text *text)
{
    const char *kept =
        sketch_copy(to->view, text->bytes != NULL ? text->bytes : "");

    to->view->refused = to->view->refused || text->failed;
    rp_text_clear(text);
    return kept;
}

static const char *mend_of(problem_list *to, const char *name)
{
    const rp_code *code = rp_code_find(name);
    rp_text text;

    if (code == NULL) {
        return "";
    }
    rp_text_init(&text, to->view->arena->alloc);
    rp_code_mend(code, &to->tongue, &text);
    return keep_text(to, &text);
}

/* Where a file of the pack lies that a fault names; the scenario's for none. */
static const char *path_of(problem_list *to, const char *file)
{
    const char *path = to->row->path;
    int folder = (int)(strlen(path) - strlen(to->row->file));

    if (file == NULL || file[0] == '\0' || strcmp(file, to->row->file) == 0) {
        return path;
    }
    return sketch_format(to->view, "%.*s%s", folder, path, file);
}

/* Where a node of the drawing is declared: its line, 0 for nowhere. */
static uint32_t line_of_node(const rp_document *document,
                             const rp_graph_node *node, const char *file)
{
    char subject[STUDIO_ID_MAX + 16];
    rp_fault place = {.file = NULL};

    (void)snprintf(subject, sizeof subject, "%s%s",
                   node->kind == RP_GRAPH_INTERRUPT ? "interrupt:" : "",
                   node->id);
    rp_document_where(document, subject, &place);
    return place.file != NULL && strcmp(place.file, file) == 0 ? place.line : 0;
}

/* Behind the last node stand examples and the like. */
static bool is_in_example(const rp_model *model, uint32_t from, uint32_t line)
{
    for (uint32_t i = 0; model != NULL && i < model->example_count; i++) {
        if (model->examples[i].line > from && model->examples[i].line <= line) {
            return true;
        }
    }
    return false;
}

/* The node that a line lies in: the last one declared before it. */
static const char *node_at(const problem_list *of, const rp_fault *fault)
{
    const studio_part *drawing = of->row->parts[STUDIO_DRAWING];
    const studio_edition *edition = studio_edition_of(of->row);
    const char *found = NULL;
    uint32_t last = 0;

    if (drawing == NULL || !drawing->has_graph || fault->line == 0 ||
        fault->file == NULL || edition->loaded.document == NULL) {
        return NULL;
    }
    for (uint32_t i = 0; i < drawing->graph.node_count; i++) {
        const rp_graph_node *node = &drawing->graph.nodes[i];
        uint32_t line =
            line_of_node(edition->loaded.document, node, fault->file);
        if (line > last && line <= fault->line) {
            last = line;
            found = node->id;
        }
    }
    return is_in_example(edition->loaded.model, last, fault->line) ? NULL
                                                                   : found;
}

static void add_fault(problem_list *to, const rp_fault *fault, const char *node)
{
    rp_text message;

    rp_text_init(&message, to->view->arena->alloc);
    rp_fault_say(fault, &to->tongue, &message);
    to->items[to->count++] = (rp_studio_problem){
        .severity = fault->severity,
        .code = sketch_copy(to->view, fault->code),
        .message = keep_text(to, &message),
        .mend = mend_of(to, fault->code),
        .file = sketch_copy(to->view, fault->file),
        .path = path_of(to, fault->file),
        .line = fault->line,
        .node = node != NULL ? sketch_copy(to->view, node) : NULL,
    };
}

static void add_faults(problem_list *to, const rp_faults *faults)
{
    for (uint32_t i = 0; i < faults->count; i++) {
        add_fault(to, &faults->items[i], node_at(to, &faults->items[i]));
    }
}

/* The node a subject lies in: "turn/reply", "interrupt:id"; NULL: none. */
static const char *node_of_subject(problem_list *to, const char *subject)
{
    static const char interrupt[] = "interrupt:";
    const rp_model *model = studio_edition_of(to->row)->loaded.model;
    size_t skip = strncmp(subject, interrupt, sizeof interrupt - 1) == 0
                      ? sizeof interrupt - 1
                      : 0;
    const char *name = subject + skip;
    const char *id =
        sketch_format(to->view, "%.*s", (int)strcspn(name, "/"), name);

    return skip > 0 || rp_model_node(model, id) != RP_NONE ? id : NULL;
}

static void add_remarks(problem_list *to, const rp_report *report)
{
    for (uint32_t i = 0; i < report->remark_count; i++) {
        const rp_remark *remark = &report->remarks[i];
        rp_fault fault = {.code = remark->code,
                          .severity = remark->severity,
                          .message = remark->sentence,
                          .pattern = remark->pattern,
                          .words = remark->words};
        rp_document_where(studio_edition_of(to->row)->loaded.document,
                          remark->subject, &fault);
        add_fault(to, &fault, node_of_subject(to, remark->subject));
    }
}

static void add_missing(problem_list *to, const rp_report *report)
{
    for (uint32_t i = 0; i < report->missing_count; i++) {
        const rp_missing *missing = &report->missing[i];
        rp_fault fault = {.code = missing->code,
                          .severity = RP_WARNING,
                          .message = missing->sentence,
                          .pattern = missing->pattern,
                          .words = missing->words};
        add_fault(to, &fault, NULL);
        to->items[to->count - 1].is_gate = true;
    }
}

/* The machine could not do it: no fault of the scenario's. */
static void add_failure(problem_list *to, const rp_error *error,
                        rp_severity severity)
{
    rp_fault fault = {.code = "",
                      .severity = severity,
                      .file = error->source,
                      .line = error->line,
                      .message = error->message};

    add_fault(to, &fault, NULL);
}

static int rank_of(const rp_studio_problem *problem)
{
    if (problem->is_gate) {
        return 2;
    }
    return problem->severity == RP_ERROR ? 0 : 1;
}

static int compare_problems(const void *a, const void *b)
{
    const rp_studio_problem *left = a;
    const rp_studio_problem *right = b;
    int order = rank_of(left) - rank_of(right);

    order = order != 0 ? order : strcmp(left->file, right->file);
    if (order == 0) {
        order = (left->line > right->line) - (left->line < right->line);
    }
    return order != 0 ? order : strcmp(left->code, right->code);
}

static uint32_t most_problems(const studio_row *row)
{
    const rp_report *report = studio_report_of(row);
    uint32_t count = 2 + studio_edition_of(row)->loaded.faults.count;

    return report != NULL ? count + report->remark_count + report->missing_count
                          : count;
}

void view_problems(sketch *view, const studio_row *row, rp_studio_view *out)
{
    const studio_edition *edition = studio_edition_of(row);
    const studio_part *proof = row->parts[STUDIO_PROOF];
    problem_list list = {
        .view = view, .row = row, .tongue = rp_words_tongue(view->app->words)};

    if (edition == NULL) {
        return;
    }
    list.items = sketch_take(view, most_problems(row), sizeof *list.items);
    if (list.items == NULL) {
        return;
    }
    if (edition->status != RP_OK) {
        add_failure(&list, &edition->error, RP_ERROR);
    }
    add_faults(&list, &edition->loaded.faults);
    if (studio_report_of(row) != NULL) {
        add_remarks(&list, studio_report_of(row));
        add_missing(&list, studio_report_of(row));
    } else if (proof != NULL) {
        add_failure(&list, &proof->error, RP_WARNING);
    }
    if (list.count > 1) {
        qsort(list.items, list.count, sizeof *list.items, compare_problems);
    }
    out->problems = list.items;
    out->problem_count = list.count;
}
