#include "studio_show.h"

#include <stdio.h>
#include <string.h>

#include "rapport/author.h"
#include "support/test.h"

enum {
    PROBLEMS_MAX = 64,
    SECONDS = 1000
};

#define PACK RP_SOURCE_DIR "/scenarios/telecom/"

typedef struct shown {
    rp_loaded loaded;
    rp_arena arena;
    char language[8]; /* what is loaded and drawn; "": nothing yet */
    rp_graph graph;
    rp_graph_layout layout;
    rp_studio_problem problems[PROBLEMS_MAX];
    rp_studio_guesser guessers[RP_GUESSERS];
    rp_studio_reply replies[4];
    rp_said said[1];
    rp_view view;
} shown;

static shown all;

static const rp_studio_row rows[] = {
    {.id = "angry-caller",
     .title = "Dead since last night",
     .path = PACK "angry-caller.lua",
     .file = "angry-caller.lua",
     .state = RP_STUDIO_FAULTY,
     .error_count = 2,
     .warning_count = 1},
    {.id = "billing-dispute",
     .title = "A pencil and a bill",
     .path = PACK "billing-dispute.lua",
     .file = "billing-dispute.lua",
     .state = RP_STUDIO_GOOD,
     .gate_is_open = true},
    {.id = "vague-request",
     .title = "It isn’t right",
     .path = PACK "vague-request.lua",
     .file = "vague-request.lua",
     .state = RP_STUDIO_WARNED,
     .warning_count = 1},
    {.id = "cut-off",
     .title = "Cut off in the middle of the third sentence of a long story",
     .path = PACK "cut-off.lua",
     .file = "cut-off-in-the-middle.lua",
     .state = RP_STUDIO_CHECKING},
    {.id = "moving-house",
     .title = "Moving house",
     .path = PACK "moving-house.lua",
     .file = "moving-house.lua",
     .state = RP_STUDIO_WAITING},
    {.id = "not-my-contract",
     .title = "Not my contract",
     .path = PACK "not-my-contract.lua",
     .file = "not-my-contract.lua",
     .state = RP_STUDIO_WARNED},
};

static const rp_studio_problem samples[] = {
    {.severity = RP_ERROR,
     .code = "name/unknown",
     .message = "“stopgap/hotspot” leads to “clsoe”, and there is no turn, "
                "form or ending of that name.",
     .mend = "Write the name of a turn of this file. Did you mean “close”?",
     .file = "angry-caller.lua",
     .path = PACK "angry-caller.lua",
     .line = 142,
     .node = "stopgap"},
    {.severity = RP_ERROR,
     .code = "walk/unreachable",
     .message = "“muddle” cannot be reached from “opening”.",
     .mend = "Let a reply lead there, or take the turn out.",
     .file = "angry-caller.lua",
     .path = PACK "angry-caller.lua",
     .line = 118,
     .node = "muddle"},
    {.severity = RP_WARNING,
     .code = "text/longest",
     .message = "The best reply is the longest one in 6 of 9 turns.",
     .mend = "Shorten it, or give a weak reply more words.",
     .file = "angry-caller.lua",
     .path = PACK "angry-caller.lua",
     .line = 57,
     .node = "stakes"},
    {.severity = RP_WARNING,
     .is_gate = true,
     .code = "gate/turns",
     .message = "Turns of a best run that offer four scored replies or more of "
                "their own: 9. Ten are needed.",
     .mend = "Give a turn of the best run another reply."},
};

/* ----------------------------------------------------------------- making */

/* A scenario stays loaded for the next picture in the same language. */
static void forget(void)
{
    if (all.language[0] != '\0') {
        rp_loaded_clear(&all.loaded);
        rp_arena_clear(&all.arena);
    }
    all.language[0] = '\0';
    rp_arena_init(&all.arena, rp_alloc_default());
}

static void load(const char *language)
{
    rp_app_options options = {.pack_dir = RP_SOURCE_DIR "/scenarios",
                              .locale_dir = RP_BUILD_DIR "/locale",
                              .helper_path = RP_BUILD_DIR "/rapport-helper",
                              .language = language,
                              .in_memory = true};
    rp_error err = {0};

    if (rp_app_load(&options, "angry-caller", rp_alloc_default(), &all.loaded,
                    &err) != RP_OK ||
        all.loaded.model == NULL) {
        fail_msg("studio: %s", err.message);
    }
}

/* One box is never met, one cannot be reached: the scenario itself is sound. */
static void spoil(void)
{
    rp_graph_node *nodes =
        rp_arena_take(&all.arena, all.graph.node_count, sizeof *nodes);

    assert_non_null(nodes);
    memcpy(nodes, all.graph.nodes, all.graph.node_count * sizeof *nodes);
    for (uint32_t i = 0; i < all.graph.node_count; i++) {
        if (strcmp(nodes[i].id, "muddle") == 0) {
            nodes[i].is_reachable = false;
        }
        if (strcmp(nodes[i].id, "outburst") == 0) {
            nodes[i].chance = 0.0;
        }
    }
    all.graph.nodes = nodes;
}

static void draw(const char *language)
{
    uint16_t index = rp_model_language(all.loaded.model, language);
    rp_graph_options options = {.set = RP_NONE, .language = index};
    rp_error err = {0};

    if (rp_graph_make(all.loaded.model, &options, &all.arena, &all.graph,
                      &err) != RP_OK) {
        fail_msg("studio: %s", err.message);
    }
    if (rp_graph_place(&all.graph, NULL, &all.arena, &all.layout, &err) !=
        RP_OK) {
        fail_msg("studio: %s", err.message);
    }
    spoil();
}

/* ---------------------------------------------------------------- showing */

static void show_rows(rp_studio_view *studio)
{
    *studio = (rp_studio_view){
        .folder = PACK,
        .is_watching = true,
        .row_count = sizeof rows / sizeof rows[0],
        .rows = rows,
        .selected = "angry-caller",
        .title = "Dead since last night",
        .file = "angry-caller.lua",
        .saved_ms = (uint64_t)1757500000 * SECONDS,
        .now_ms = (uint64_t)1757500180 * SECONDS,
        .doing = "",
    };
}

static void show_problems(rp_studio_view *studio, uint32_t count)
{
    memcpy(all.problems, samples, sizeof samples);
    studio->problems = all.problems;
    studio->problem_count = count;
}

static void show_odds(rp_studio_view *studio)
{
    static const double chances[RP_GUESSERS] = {0.0004, 0.0,    0.0, 0.083,
                                                0.0,    0.0002, 0.51};
    static const int32_t par[RP_SCORES] = {16, 16, 23};
    static const char *const names[RP_GUESSERS] = {
        "Picks at random",        "Longest reply every time",
        "Shortest reply",         "Politest reply",
        "Echoes what was heard",  "Knows what is conditional",
        "Knows half of the facts"};

    for (int i = 0; i < RP_GUESSERS; i++) {
        double limit = rp_gate_limit((rp_guesser)i);
        all.guessers[i] = (rp_studio_guesser){.guesser = (rp_guesser)i,
                                              .name = names[i],
                                              .chance = chances[i],
                                              .limit = limit,
                                              .is_over = chances[i] > limit};
    }
    studio->has_proof = true;
    studio->is_exact = true;
    studio->guesser_count = RP_GUESSERS;
    studio->guessers = all.guessers;
    studio->set_count = 8;
    studio->state_count = 130298;
    memcpy(studio->par, par, sizeof par);
}

static rp_studio_reply reply_of(uint16_t choice, const char *text,
                                const char *to)
{
    return (rp_studio_reply){
        .reply = {.choice = choice, .id = "reply", .line = {.text = text}},
        .to = to};
}

static void show_preview(rp_studio_view *studio, bool is_han)
{
    rp_studio_reply *replies = all.replies;

    replies[0] = reply_of(11,
                          is_han ? "今天是这条线路第三次断了，对吗？"
                                 : "So this is the third "
                                   "time the line has "
                                   "gone dead?",
                          "stakes");
    replies[0].points[RP_LISTENING] = 3;
    replies[1] = reply_of(12,
                          is_han ? "请先告诉我您的客户号。"
                                 : "May I have your customer "
                                   "number first?",
                          NULL);
    replies[1].points[RP_EMPATHY] = -2;
    replies[1].cost_bp = 420;
    replies[2] = reply_of(
        13, is_han ? "这种事每天都有。" : "That happens every day, you know.",
        "louder");
    replies[2].points[RP_EMPATHY] = -3;
    replies[2].closes_door = true;
    all.said[0] = (rp_said){
        .speaker = RP_CUSTOMER,
        .line = {.text = is_han
                             ? "从昨晚起就没信号了，我明天还要用它接医院电话！"
                             : "Dead since last night, and tomorrow the "
                               "hospital rings me on it!"},
        .is_current = true};
    studio->preview = (rp_studio_preview){
        .node = "opening",
        .moment = RP_MOMENT_LIKELIEST,
        .is_there = true,
        .set = 1,
        .chance = 1.0,
        .move_count = 2,
        .how = "opening/let-me-see, story/go-on",
        .customer = "Margaret Hale",
        .face = "margaret",
        .mood = {.now = {38, 46, 55}, .word = RP_UPSET},
        .said_count = 1,
        .said = all.said,
        .reply_count = 3,
        .replies = replies,
        .step_count = 1,
    };
}

static void show_all(rp_studio_view *studio, const char *language)
{
    if (strcmp(all.language, language) != 0) {
        forget();
        load(language);
        draw(language);
        (void)snprintf(all.language, sizeof all.language, "%s", language);
    }
    studio->graph = &all.graph;
    studio->layout = &all.layout;
    show_problems(studio, sizeof samples / sizeof samples[0]);
    show_odds(studio);
    show_preview(studio, strcmp(language, "zh") == 0);
}

void studio_show(journey_run *journey, studio_moment moment)
{
    rp_studio_view *studio = &all.view.studio;
    const char *language = rp_app_settings(journey->app)->language;

    all.view = *rp_app_view(journey->app);
    all.view.place = RP_AT_STUDIO;
    show_rows(studio);
    switch (moment) {
    case STUDIO_SHOWS_ALL: show_all(studio, language); break;
    case STUDIO_HAS_NO_DOT:
        show_all(studio, language);
        studio->layout = NULL;
        studio->no_graph = "Graphviz is not installed: “dot” was not found.";
        break;
    case STUDIO_IS_BUSY:
        studio->is_busy = true;
        studio->percent = 43;
        studio->doing = "Walking every state";
        break;
    case STUDIO_SHOWS_FAULT: show_problems(studio, 2); break;
    case STUDIO_IS_EMPTY:
        studio->row_count = 0;
        studio->selected = NULL;
        break;
    }
    screens_show(journey->frames.screens, &all.view);
    journey_rest(journey);
}

void studio_show_place(journey_run *journey, rp_place place)
{
    all.view.place = place;
    screens_show(journey->frames.screens, &all.view);
}
