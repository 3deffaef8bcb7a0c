/*
 * The guide's list of chapters, and one section: what the guide states, whom
 * it names for it, and each behaviour with its weak form, the score it feeds
 * and where it is practised.
 */
#include <string.h>

#include "guide.h"

enum {
    MEASURE_PX = 560, /* some 75 Latin letters, or 37 Chinese signs */
    CHAPTERS_MAX = 64
};

/* ----------------------------------------------------------------- list */

static bool has_words(const char *text, const char *query)
{
    return strcasestr(text, query) != NULL;
}

static bool behaviour_fits(const rp_guide_behaviour *behaviour,
                           const char *query)
{
    return has_words(behaviour->id, query) ||
           has_words(behaviour->strong, query) ||
           has_words(behaviour->mistake, query);
}

bool guide_fits(const screen_scene *scene, const rp_guide_section *section)
{
    const char *query = scene->kept->guide.query;

    if (has_words(section->id, query) || has_words(section->title, query) ||
        has_words(section->says, query)) {
        return true;
    }
    for (uint32_t i = 0; i < section->behaviour_count; i++) {
        if (behaviour_fits(&section->behaviours[i], query)) {
            return true;
        }
    }
    return false;
}

static void section_row(screen_scene *scene, uint32_t index)
{
    ui_context *ui = scene->ui;
    const rp_guide_section *section = &scene->view->guide.sections[index];
    bool is_now = index == scene->view->guide.selected;
    ui_style number = ui_note;
    ui_style title = is_now ? ui_small_strong : ui_small;

    number.is_silent = true;
    number.is_tabular = true;
    number.width = (ui_size){.px = (int16_t)ui_with_text(ui, 28)};
    title.is_silent = true;
    title.width = (ui_size){.grow = 1};
    title.color = is_now ? UI_ACCENT : UI_INK;
    if (ui_begin_press(
            ui,
            &(ui_press_spec){
                .box = {.id = ui_format(ui, "go-%s", section->id),
                        .gap = 8,
                        .pad = {12, 7, 12, 7},
                        .align = UI_START,
                        .height = {.min = 34},
                        .radius = 10},
                .look = UI_LOOK_NAV,
                .label = ui_format(ui, "%s %s", section->id, section->title),
                .is_selected = is_now})) {
        want(scene, RP_INTENT_GO, RP_AT_GUIDE);
        scene->intent->text = section->id;
        scene->kept->guide.shows_contents = false;
    }
    ui_text(ui, section->id, &number);
    ui_text(ui, section->title, &title);
    ui_end(ui);
}

/* A chapter's heading folds it; while something is looked for all lie open. */
static bool chapter_row(screen_scene *scene, const rp_guide_section *first)
{
    ui_context *ui = scene->ui;
    guide_kept *kept = &scene->kept->guide;
    uint64_t bit = UINT64_C(1) << first->chapter % CHAPTERS_MAX;
    bool is_open = (kept->folded & bit) == 0 || kept->query[0] != '\0';
    const char *label =
        ui_format(ui, words(scene, "Chapter %u"), first->chapter);
    ui_style title = ui_small_strong;

    title.is_silent = true;
    title.color = UI_INK2;
    title.width = (ui_size){.grow = 1};
    if (ui_begin_press(ui,
                       &(ui_press_spec){
                           .box = {.id = ui_format(ui, "chapter-%s-%u",
                                                   first->pack, first->chapter),
                                   .gap = 8,
                                   .pad = {12, 8, 12, 6},
                                   .radius = 10},
                           .look = UI_LOOK_NAV,
                           .label = label,
                           .value = is_open ? words(scene, "unfolded")
                                            : words(scene, "folded")})) {
        kept->folded ^= bit;
    }
    ui_text(ui, label, &title);
    ui_icon(ui, &(ui_icon_spec){.name = is_open ? "chevron-up" : "chevron-down",
                                .size_px = 16,
                                .color = UI_INK3});
    ui_end(ui);
    return is_open;
}

static void pack_heading(screen_scene *scene, const rp_guide_section *section)
{
    ui_style title = ui_quiet;

    title.width = (ui_size){.grow = 1};
    ui_begin_row(scene->ui, &(ui_box){.pad = {12, 4, 12, 4}});
    ui_text(scene->ui, section->pack, &title);
    ui_end(scene->ui);
}

void guide_contents(screen_scene *scene)
{
    const rp_guide_view *guide = &scene->view->guide;
    const rp_guide_section *before = NULL;
    bool is_open = true;
    uint32_t shown = 0;

    for (uint32_t i = 0; i < guide->section_count; i++) {
        const rp_guide_section *section = &guide->sections[i];
        if (!guide_fits(scene, section)) {
            continue;
        }
        bool is_other = before == NULL || before->pack != section->pack;
        if (is_other) {
            pack_heading(scene, section);
        }
        if (is_other || before->chapter != section->chapter) {
            is_open = chapter_row(scene, section);
        }
        if (is_open) {
            section_row(scene, i);
        }
        before = section;
        shown++;
    }
    if (shown == 0) {
        ui_style none = ui_support;
        none.width = (ui_size){.grow = 1};
        ui_text(scene->ui,
                words(scene, "No section has these words. Try a shorter one."),
                &none);
    }
}

/* ------------------------------------------------------------- passages */

/* A text that can be taken along: Enter or Ctrl C copies it. */
typedef struct passage {
    const char *id;
    const char *label; /* spoken */
    const char *text;  /* what is copied */
} passage;

static bool is_asked_for(screen_scene *scene, const passage *what)
{
    return ui_is_focused(scene->ui, what->id) &&
           ui_shortcut(scene->ui, UI_CTRL | 'c');
}

/* As wide as its longest line may be, and what stands around it. */
static ui_size page_width(const screen_scene *scene)
{
    return (ui_size){.grow = 1,
                     .max = (int16_t)ui_with_text(scene->ui, MEASURE_PX + 60)};
}

static void begin_passage(screen_scene *scene, const passage *what,
                          const ui_box *box)
{
    ui_context *ui = scene->ui;
    bool is_copied = is_asked_for(scene, what);
    ui_press_spec press = {.box = *box,
                           .look = UI_LOOK_PLAIN,
                           .label = what->label,
                           .value = words(scene, "Enter copies it"),
                           .is_column = true};

    press.box.id = what->id;
    press.box.x = -12;
    press.box.pad = (ui_pad){12, 8, 12, 8};
    press.box.radius = 10;
    if (ui_begin_press(ui, &press) || is_copied) {
        ui_clipboard_put(ui, what->text);
        show_toast(scene, words(scene, "Copied."), false);
    }
}

static void passage_text(screen_scene *scene, const char *text,
                         const ui_style *style)
{
    ui_style own = *style;

    own.measure = MEASURE_PX;
    own.width = (ui_size){.grow = 1};
    own.is_silent = true;
    ui_text(scene->ui, text, &own);
}

/* ------------------------------------------------------------ behaviours */

static ui_color score_color(rp_score_kind score)
{
    static const ui_color colors[RP_SCORES] = {UI_LISTENING, UI_EMPATHY,
                                               UI_RESOLUTION};

    return colors[score];
}

static const char *score_icon(rp_score_kind score)
{
    static const char *const icons[RP_SCORES] = {"ear", "heart", "key"};

    return icons[score];
}

/* "shown 3 times, missed once", in few words; NULL: neither so far. */
static const char *so_far(screen_scene *scene, uint32_t index)
{
    const rp_guide_so_far *all = scene->view->guide.so_far;

    if (all == NULL || all[index].shown + all[index].missed == 0) {
        return NULL;
    }
    return ui_format(scene->ui, words(scene, "you: shown %u, missed %u"),
                     all[index].shown, all[index].missed);
}

static void feeds(screen_scene *scene, const rp_guide_behaviour *behaviour)
{
    ui_context *ui = scene->ui;
    const char *name = score_name(scene, behaviour->score);
    ui_style text = ui_note;

    text.is_silent = true;
    ui_begin_row(ui, &(ui_box){.gap = 6});
    ui_icon(ui, &(ui_icon_spec){.name = score_icon(behaviour->score),
                                .size_px = 16,
                                .color = score_color(behaviour->score)});
    ui_text(ui, name, &text);
    if (behaviour->is_professional) {
        ui_text(ui, words(scene, "· a matter of the trade"), &text);
    }
    ui_end(ui);
}

static void form_line(screen_scene *scene, bool is_strong, const char *text)
{
    ui_context *ui = scene->ui;

    if (text[0] == '\0') {
        return;
    }
    ui_begin_row(ui, &(ui_box){.gap = 10, .align = UI_START});
    ui_icon(ui, &(ui_icon_spec){.name = is_strong ? "check" : "close",
                                .size_px = 18,
                                .color = is_strong ? UI_ACCENT : UI_INK3});
    passage_text(scene, text, is_strong ? &ui_body : &ui_support);
    ui_end(ui);
}

static void practices(screen_scene *scene, const rp_guide_behaviour *behaviour)
{
    ui_context *ui = scene->ui;

    if (behaviour->practice_count == 0) {
        return;
    }
    ui_begin_row(
        ui, &(ui_box){
                .gap = 4, .wraps = true, .line_gap = 4, .pad = {28, 0, 0, 0}});
    ui_text(ui, words(scene, "Practised in"), &ui_note);
    for (uint32_t i = 0; i < behaviour->practice_count; i++) {
        const rp_guide_practice *practice = &behaviour->practices[i];
        if (ui_button(ui,
                      &(ui_button_spec){.id = ui_format(ui, "practise-%s-%u",
                                                        behaviour->id, i),
                                        .label = practice->title,
                                        .kind = UI_PLAIN,
                                        .size = UI_BUTTON_TINY})) {
            want_text(scene, RP_INTENT_OPEN, practice->path);
        }
    }
    ui_end(ui);
}

static void behaviour_passage(screen_scene *scene,
                              const rp_guide_behaviour *behaviour)
{
    ui_context *ui = scene->ui;
    const char *spoken =
        behaviour->mistake[0] == '\0'
            ? ui_format(ui, "%s. %s", behaviour->id, behaviour->strong)
            : ui_format(ui, words(scene, "%s. Strong: %s Weak: %s"),
                        behaviour->id, behaviour->strong, behaviour->mistake);
    passage what = {.id = ui_format(ui, "behaviour-%s", behaviour->id),
                    .label = spoken,
                    .text = spoken};
    ui_style id = ui_quiet;

    id.is_tabular = true;
    id.is_silent = true;
    id.width = (ui_size){.grow = 1};
    begin_passage(scene, &what, &(ui_box){.gap = 4});
    ui_begin_row(ui, &(ui_box){.gap = 8});
    ui_text(ui, behaviour->id, &id);
    feeds(scene, behaviour);
    ui_end(ui);
    form_line(scene, true, behaviour->strong);
    form_line(scene, false, behaviour->mistake);
    ui_end(ui);
}

static void so_far_line(screen_scene *scene, uint32_t index)
{
    const char *text = so_far(scene, index);

    if (text != NULL) {
        ui_begin_row(scene->ui, &(ui_box){.pad = {28, 0, 0, 0}});
        ui_text(scene->ui, text, &ui_note);
        ui_end(scene->ui);
    }
}

static void behaviours(screen_scene *scene, const rp_guide_section *section)
{
    ui_context *ui = scene->ui;

    ui_text(ui, words(scene, "What it asks for"), &ui_subhead);
    for (uint32_t i = 0; i < section->behaviour_count; i++) {
        ui_begin_column(ui, &(ui_box){.width = page_width(scene), .gap = 2});
        behaviour_passage(scene, &section->behaviours[i]);
        so_far_line(scene, i);
        practices(scene, &section->behaviours[i]);
        ui_end(ui);
    }
}

/* -------------------------------------------------------------- section */

static void statement(screen_scene *scene, const rp_guide_section *section)
{
    ui_context *ui = scene->ui;
    passage what = {
        .id = "says",
        .label = section->says[0] != '\0' ? section->says : section->title,
        .text = ui_format(ui, "%s %s\n\n%s\n\n%s", section->id, section->title,
                          section->says, section->sources)};

    begin_passage(scene, &what,
                  &(ui_box){.gap = 8, .width = page_width(scene)});
    passage_text(scene, section->says, &ui_body);
    ui_end(ui);
}

static void sources(screen_scene *scene, const rp_guide_section *section)
{
    ui_context *ui = scene->ui;
    ui_style text = ui_note;

    if (section->sources[0] == '\0') {
        return;
    }
    text.measure = MEASURE_PX;
    text.width = (ui_size){.grow = 1};
    ui_begin_row(ui, &(ui_box){.gap = 10, .align = UI_START});
    ui_icon(ui,
            &(ui_icon_spec){.name = "info", .size_px = 16, .color = UI_INK3});
    ui_text(ui, section->sources, &text);
    ui_end(ui);
}

void guide_section(screen_scene *scene, const rp_guide_section *section)
{
    ui_context *ui = scene->ui;

    ui_begin_column(ui, &(ui_box){.gap = 4});
    ui_text(ui, ui_format(ui, words(scene, "Chapter %u"), section->chapter),
            &ui_note);
    ui_text(ui, ui_format(ui, "%s %s", section->id, section->title),
            &ui_heading);
    ui_end(ui);
    statement(scene, section);
    sources(scene, section);
    if (section->behaviour_count > 0) {
        ui_divider(ui);
        behaviours(scene, section);
    }
}
