/*
 * The odds: how far each way of guessing gets, exactly, against what the gate
 * allows; what is best attainable; and whether the gate is open.
 */
#include "studio.h"

enum {
    PERMILLE = 1000
};

static const char *guesser_icon(rp_guesser guesser)
{
    static const char *const icons[RP_GUESSERS] = {
        [RP_BLIND] = "dice",        [RP_LONGEST] = "ruler",
        [RP_SHORTEST] = "minus",    [RP_POLITE] = "heart",
        [RP_ECHO] = "chat",         [RP_CONDITIONAL] = "filter",
        [RP_HALF_INFORMED] = "eye",
    };

    return icons[guesser];
}

/* Who knows half of the facts may pass: the gate sets no limit. */
static bool has_limit(const rp_studio_guesser *guesser)
{
    return guesser->limit < 1.0;
}

/* The limit stands in the middle, so that being over it is seen. */
static int bar_value(const rp_studio_guesser *guesser)
{
    double share = has_limit(guesser) ? guesser->chance / (2.0 * guesser->limit)
                                      : guesser->chance;

    return share >= 1.0 ? PERMILLE : (int)(share * PERMILLE);
}

/* "0.4%", and what the gate allows. */
static void chance_of(screen_scene *scene, const rp_studio_guesser *guesser)
{
    ui_context *ui = scene->ui;
    ui_style number = ui_small_strong;
    ui_style most = ui_quiet;

    number.color = guesser->is_over ? UI_DANGER : UI_INK;
    number.is_one_line = true;
    number.is_silent = true; /* the bar says both */
    most.is_one_line = true;
    most.is_silent = true;
    ui_begin_row(ui, &(ui_box){.gap = 4});
    if (guesser->is_over) {
        ui_icon(ui, &(ui_icon_spec){.name = "error",
                                    .size_px = 16,
                                    .color = UI_DANGER,
                                    .label = words(scene, "over the limit")});
    }
    ui_text(ui, studio_chance(scene, guesser->chance), &number);
    if (has_limit(guesser)) {
        ui_text(ui, ui_format(ui, "/ %s", studio_chance(scene, guesser->limit)),
                &most);
    }
    ui_end(ui);
}

/* The same as one sentence. */
static const char *spoken_chance(const screen_scene *scene,
                                 const rp_studio_guesser *guesser)
{
    ui_context *ui = scene->ui;
    const char *chance = studio_chance_spoken(scene, guesser->chance);

    if (!has_limit(guesser)) {
        return ui_format(ui, words(scene, "%s, no limit"), chance);
    }
    return ui_format(ui, words(scene, "%s of at most %s"), chance,
                     studio_chance(scene, guesser->limit));
}

static void guesser_row(screen_scene *scene, const rp_studio_guesser *guesser)
{
    ui_context *ui = scene->ui;
    ui_style name = ui_small;

    name.width = (ui_size){.grow = 1};
    ui_begin_row(ui, &(ui_box){.gap = 10, .align = UI_START});
    ui_icon(ui, &(ui_icon_spec){.name = guesser_icon(guesser->guesser),
                                .size_px = 16});
    ui_begin_column(ui, &(ui_box){.width = {.grow = 1}, .gap = 2});
    ui_begin_row(ui, &(ui_box){.gap = 8, .align = UI_START});
    ui_text(ui, guesser->name, &name);
    chance_of(scene, guesser);
    ui_end(ui);
    ui_bar(ui, &(ui_bar_spec){.value = bar_value(guesser),
                              .tick = has_limit(guesser) ? PERMILLE / 2 : 0,
                              .height_px = 4,
                              .fill = guesser->is_over ? UI_DANGER : UI_ACCENT,
                              .label = spoken_chance(scene, guesser)});
    ui_end(ui);
    ui_end(ui);
}

static void attainable(screen_scene *scene)
{
    ui_context *ui = scene->ui;
    const rp_studio_view *studio = &scene->view->studio;

    ui_begin_row(ui, &(ui_box){.gap = 10, .line_gap = 4, .wraps = true});
    ui_begin_row(ui, &(ui_box){.gap = 10});
    ui_icon(ui, &(ui_icon_spec){.name = "trophy", .size_px = 16});
    ui_text(ui, words(scene, "At best"), &ui_small);
    ui_end(ui);
    for (int score = 0; score < RP_SCORES; score++) {
        ui_score(
            ui, &(ui_score_spec){
                    .skill = (ui_skill)score,
                    .value = studio->par[score],
                    .spoken = ui_format(ui, words(scene, "%s %d"),
                                        score_name(scene, (rp_score_kind)score),
                                        (int)studio->par[score])});
    }
    ui_end(ui);
}

/* The reasons themselves stand among the problems, with what to do. */
static void gate(screen_scene *scene)
{
    ui_context *ui = scene->ui;
    const rp_studio_view *studio = &scene->view->studio;
    bool is_open = studio->gate_is_open;
    uint32_t reasons = 0;

    for (uint32_t i = 0; i < studio->problem_count; i++) {
        reasons += studio->problems[i].is_gate;
    }
    ui_begin_row(ui, NULL);
    ui_tag(ui, &(ui_tag_spec){
                   .label = is_open ? words(scene, "Ready for the exam")
                                    : words(scene, "Not ready for the exam"),
                   .icon = is_open ? "verified" : "lock",
                   .tone = is_open ? UI_TONE_ACCENT : UI_TONE_WARN});
    ui_end(ui);
    if (reasons > 0) {
        ui_text(ui,
                ui_format(ui,
                          rp_tr_n(scene->app, "%u reason, told under Problems",
                                  "%u reasons, told under Problems", reasons),
                          (unsigned)reasons),
                &ui_note);
    }
}

/* "exact over 48,112 states": digits in threes. */
static const char *grouped(const screen_scene *scene, uint64_t number)
{
    unsigned long long n = number;

    if (n < 1000) {
        return ui_format(scene->ui, "%llu", n);
    }
    if (n < 1000000) {
        return ui_format(scene->ui, "%llu,%03llu", n / 1000, n % 1000);
    }
    return ui_format(scene->ui, "%llu,%03llu,%03llu", n / 1000000,
                     n / 1000 % 1000, n % 1000);
}

static void ground(screen_scene *scene)
{
    ui_context *ui = scene->ui;
    const rp_studio_view *studio = &scene->view->studio;
    const char *states = grouped(scene, studio->state_count);

    ui_text(ui,
            studio->is_exact
                ? ui_format(ui,
                            words(scene, "To pass, against the gate’s limit. "
                                         "Exact over %s states."),
                            states)
                : ui_format(ui,
                            words(scene, "To pass at most, against the gate’s "
                                         "limit. %s states were walked."),
                            states),
            &ui_note);
}

void studio_odds(screen_scene *scene)
{
    ui_context *ui = scene->ui;
    const rp_studio_view *studio = &scene->view->studio;

    ui_begin_card(ui, &(ui_box){.pad = ui_pad_all(16),
                                .gap = 10,
                                .role = UI_ROLE_AREA,
                                .label = words(scene, "Odds")});
    ui_begin_column(ui, &(ui_box){.gap = 2});
    ui_text(ui, words(scene, "Odds"), &ui_subhead);
    if (studio->has_proof) {
        ground(scene);
    }
    ui_end(ui);
    if (!studio->has_proof) {
        ui_text(ui,
                words(scene, "How far guessing gets is known once every state "
                             "was walked."),
                &ui_note);
        ui_end(ui);
        return;
    }
    ui_begin_column(ui, &(ui_box){.gap = 5});
    for (uint32_t i = 0; i < studio->guesser_count; i++) {
        guesser_row(scene, &studio->guessers[i]);
    }
    ui_end(ui);
    ui_divider(ui);
    attainable(scene);
    gate(scene);
    ui_end(ui);
}
