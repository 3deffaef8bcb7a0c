/*
 * What the library leaves out: a channel, a chapter, a difficulty, a status;
 * and what to do when nothing is left.
 */
#include <string.h>

#include "library.h"

enum {
    LIST_PX = 240,
    CHAPTERS_MAX = 100,
    LEVELS = 3,
    FILTER_CHAPTER = 1,
    FILTER_LEVEL,
    FILTER_STATUS
};

const char *library_group_name(const screen_scene *scene, library_group group)
{
    static const char *const names[GROUP_COUNT] = {
        [GROUP_ALL] = RP_WORD("All"),
        [GROUP_PHONE] = RP_WORD("Phone"),
        [GROUP_FACE] = RP_WORD("Face to face"),
        [GROUP_ONLINE] = RP_WORD("Online"),
        [GROUP_OTHER] = RP_WORD("Other"),
    };

    return rp_tr(scene->app, names[group]);
}

const char *library_level_name(const screen_scene *scene, int level)
{
    static const int difficulties[LEVELS + 1] = {0, 1, 3, 5};

    return level == 0 ? rp_tr(scene->app, "any")
                      : difficulty_name(scene, difficulties[level]);
}

const char *library_status_name(const screen_scene *scene,
                                library_status status)
{
    static const char *const names[STATUS_COUNT] = {
        [STATUS_ANY] = RP_WORD("any"),
        [STATUS_NEW] = RP_WORD("Not tried yet"),
        [STATUS_TRIED] = RP_WORD("Not yet"),
        [STATUS_PASSED] = RP_WORD("Passed"),
        [STATUS_BROKEN] = RP_WORD("Cannot be played"),
    };

    return rp_tr(scene->app, names[status]);
}

void library_clear(screen_scene *scene)
{
    scene->kept->library = (library_kept){.open = 0};
}

/* ---------------------------------------------------------------- channels */

static void channels(screen_scene *scene)
{
    static const char *const icons[GROUP_COUNT] = {
        [GROUP_PHONE] = "phone",
        [GROUP_FACE] = "counter",
        [GROUP_ONLINE] = "chat",
        [GROUP_OTHER] = "studio",
    };
    const rp_library_view *library = &scene->view->library;
    library_filter *filter = &scene->kept->library.filter;
    bool is_there[GROUP_COUNT] = {[GROUP_ALL] = true};
    ui_choice items[GROUP_COUNT];
    int groups[GROUP_COUNT];
    int count = 0;
    int selected = 0;

    for (uint32_t i = 0; i < library->card_count; i++) {
        is_there[library_group_of(library->cards[i].channel)] = true;
    }
    for (int i = 0; i < GROUP_COUNT; i++) {
        if (!is_there[i]) {
            continue;
        }
        selected = filter->group == i ? count : selected;
        groups[count] = i;
        items[count++] =
            (ui_choice){.label = library_group_name(scene, (library_group)i),
                        .icon = icons[i]};
    }
    if (count > 2) {
        filter->group = groups[ui_segment(
            scene->ui, &(ui_choices_spec){.id = "channel",
                                          .label = words(scene, "Channel"),
                                          .items = items,
                                          .count = count,
                                          .selected = selected})];
    }
}

/* ------------------------------------------------------------------- lists */

/* A chip that opens a list of values. */
typedef struct filter_list {
    int number; /* FILTER_... */
    const char *id;
    const char *label;
    int *value;
    ui_key key;
} filter_list;

static const char *value_name(screen_scene *scene, const filter_list *list,
                              int value)
{
    switch (list->number) {
    case FILTER_LEVEL: return library_level_name(scene, value);
    case FILTER_STATUS:
        return library_status_name(scene, (library_status)value);
    default: break;
    }
    return value == 0 ? words(scene, "any")
                      : ui_format(scene->ui, words(scene, "Chapter %u"),
                                  (unsigned)value);
}

static int value_of(const filter_list *list, const rp_card *card)
{
    switch (list->number) {
    case FILTER_LEVEL: return library_level_of(card);
    case FILTER_STATUS: return (int)library_status_of(card);
    default: return card->chapter;
    }
}

static void value_row(screen_scene *scene, const filter_list *list, int value,
                      uint32_t count)
{
    ui_context *ui = scene->ui;
    const char *name = value_name(scene, list, value);
    bool is_now = *list->value == value;
    ui_style text = ui_small;
    ui_style number = ui_quiet;

    text.is_silent = true;
    text.width = (ui_size){.grow = 1};
    number.is_silent = true;
    number.is_tabular = true;
    if (ui_begin_press(
            ui, &(ui_press_spec){
                    .box = {.id = ui_format(ui, "%s-%d", list->id, value),
                            .gap = 12,
                            .pad = ui_pad_xy(12, 8)},
                    .look = UI_LOOK_ROW,
                    .label = name,
                    .value = ui_format(ui,
                                       rp_tr_n(scene->app, "%u scenario",
                                               "%u scenarios", count),
                                       count),
                    .is_selected = is_now})) {
        *list->value = value;
        scene->kept->library.open = 0;
    }
    ui_text(ui, name, &text);
    ui_text(ui, ui_format(ui, "%u", count), &number);
    if (is_now) {
        ui_icon(ui, &(ui_icon_spec){
                        .name = "check", .size_px = 16, .color = UI_ACCENT});
    }
    ui_end(ui);
}

static void value_rows(screen_scene *scene, const filter_list *list)
{
    const rp_library_view *library = &scene->view->library;
    uint32_t counts[CHAPTERS_MAX] = {0};

    for (uint32_t i = 0; i < library->card_count; i++) {
        int value = value_of(list, &library->cards[i]);
        if (value < CHAPTERS_MAX) {
            counts[value]++;
        }
    }
    value_row(scene, list, 0, library->card_count);
    for (int value = 1; value < CHAPTERS_MAX; value++) {
        if (counts[value] > 0) {
            value_row(scene, list, value, counts[value]);
        }
    }
}

static void filter_chip(screen_scene *scene, const filter_list *list)
{
    ui_context *ui = scene->ui;
    library_kept *kept = &scene->kept->library;

    if (ui_chip(ui,
                &(ui_chip_spec){.id = list->id,
                                .label = list->label,
                                .value = value_name(scene, list, *list->value),
                                .is_selected = *list->value != 0,
                                .opens_list = true,
                                .key = list->key})) {
        kept->open = kept->open == list->number ? 0 : list->number;
    }
    if (kept->open != list->number) {
        return;
    }
    bool leaves = ui_begin_popover(
        ui, &(ui_popover_spec){
                .id = "filter-list",
                .anchor = list->id,
                .label = list->label,
                .width_px = LIST_PX,
                .first_focus = ui_format(ui, "%s-%d", list->id, *list->value)});
    ui_begin_column(ui, &(ui_box){.arrows = UI_ARROWS_VERTICAL});
    value_rows(scene, list);
    ui_end(ui);
    ui_end(ui);
    if (leaves) {
        kept->open = 0;
    }
}

static void count_line(screen_scene *scene)
{
    ui_context *ui = scene->ui;
    uint32_t all = scene->view->library.card_count;
    uint32_t shown = scene->sieve->count;
    ui_style note = ui_note;

    note.is_one_line = true;
    ui_text(ui,
            shown == all ? ui_format(ui,
                                     rp_tr_n(scene->app, "%u scenario",
                                             "%u scenarios", all),
                                     all)
                         : ui_format(ui,
                                     rp_tr_n(scene->app, "%u of %u scenario",
                                             "%u of %u scenarios", all),
                                     shown, all),
            &note);
}

void library_filters(screen_scene *scene)
{
    library_filter *filter = &scene->kept->library.filter;
    filter_list lists[] = {
        {FILTER_CHAPTER, "filter-chapter", words(scene, "Chapter"),
         &filter->chapter, 'f'},
        {FILTER_LEVEL, "filter-level", words(scene, "Difficulty"),
         &filter->level, UI_KEY_NONE},
        {FILTER_STATUS, "filter-status", words(scene, "Status"),
         &filter->status, UI_KEY_NONE},
    };
    ui_context *ui = scene->ui;

    ui_begin_row(ui, &(ui_box){.gap = 12,
                               .wraps = true,
                               .line_gap = 8,
                               .role = UI_ROLE_AREA,
                               .label = words(scene, "Filters")});
    channels(scene);
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++) {
        filter_chip(scene, &lists[i]);
    }
    ui_spacer(ui);
    count_line(scene);
    ui_end(ui);
}

/* ----------------------------------------------------------------- nothing */

/* A filter given up, and how many scenarios that would bring. */
typedef struct giving_up {
    library_filter filter;
    const char *name; /* of what is given up; NULL: nothing helps */
    uint32_t count;
} giving_up;

/* NULL: no card lies at this path. */
static const rp_card *card_of(const rp_library_view *library, const char *path)
{
    for (uint32_t i = 0; i < library->card_count; i++) {
        if (strcmp(library->cards[i].path, path) == 0) {
            return &library->cards[i];
        }
    }
    return NULL;
}

/* Of the cards, or of what the search found, those that pass. */
static uint32_t count_passing(const screen_scene *scene,
                              const library_filter *filter)
{
    const rp_view *view = scene->view;
    const rp_library_view *library = &view->library;
    bool is_asked = scene->kept->library.query[0] != '\0';
    uint32_t count = 0;

    for (uint32_t i = 0; !is_asked && i < library->card_count; i++) {
        count += library_passes(filter, &library->cards[i]);
    }
    for (uint32_t i = 0; is_asked && i < view->search.hit_count; i++) {
        const rp_card *card = card_of(library, view->search.hits[i].path);
        count += card != NULL && library_passes(filter, card);
    }
    return count;
}

static giving_up give_up(screen_scene *scene)
{
    const library_filter *now = &scene->kept->library.filter;
    giving_up best = {.name = NULL};

    const struct {
        size_t at;
        const char *name;
    } parts[] = {
        {offsetof(library_filter, group),
         library_group_name(scene, (library_group)now->group)},
        {offsetof(library_filter, chapter),
         ui_format(scene->ui, words(scene, "Chapter %u"),
                   (unsigned)now->chapter)},
        {offsetof(library_filter, level),
         library_level_name(scene, now->level)},
        {offsetof(library_filter, status),
         library_status_name(scene, (library_status)now->status)},
    };

    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        library_filter without = *now;
        memset((char *)&without + parts[i].at, 0, sizeof(int));
        if (memcmp(&without, now, sizeof without) == 0) {
            continue;
        }
        uint32_t count = count_passing(scene, &without);
        if (count > best.count) {
            best = (giving_up){without, parts[i].name, count};
        }
    }
    return best;
}

static void faces(screen_scene *scene)
{
    enum {
        FACES = 3
    };

    ui_context *ui = scene->ui;
    const rp_library_view *library = &scene->view->library;
    uint32_t shown = 0;

    ui_begin_row(ui, &(ui_box){.gap = 8});
    for (uint32_t i = 0; i < library->card_count && shown < FACES; i++) {
        if (library->cards[i].face[0] != '\0') {
            ui_avatar(ui, &(ui_avatar_spec){.person = library->cards[i].face,
                                            .initials = "?",
                                            .mood = UI_MOOD_NEUTRAL,
                                            .size_px = 72});
            shown++;
        }
    }
    ui_end(ui);
}

static const char *advice(screen_scene *scene, const giving_up *best)
{
    ui_context *ui = scene->ui;

    if (best->name == NULL) {
        return words(scene, "Try other words, or clear what is typed and "
                            "filtered.");
    }
    return ui_format(
        ui,
        rp_tr_n(scene->app, "Without “%s” there is %u to practise.",
                "Without “%s” there are %u to practise.", best->count),
        best->name, best->count);
}

void library_nothing(screen_scene *scene)
{
    ui_context *ui = scene->ui;
    giving_up best = give_up(scene);
    ui_style text = ui_support;

    text.align = UI_PACK_CENTER;
    text.measure = 560;
    ui_begin_column(ui, &(ui_box){.height = {.grow = 1},
                                  .gap = 12,
                                  .align = UI_CENTER,
                                  .justify = UI_PACK_CENTER,
                                  .role = UI_ROLE_AREA,
                                  .label = words(scene, "Nothing found")});
    faces(scene);
    ui_gap(ui, 8);
    ui_text(ui, words(scene, "No scenario fits"), &ui_heading);
    ui_text(ui, advice(scene, &best), &text);
    ui_gap(ui, 4);
    ui_begin_row(ui, &(ui_box){.gap = 12, .wraps = true, .line_gap = 8});
    if (best.name != NULL &&
        ui_button(ui, &(ui_button_spec){
                          .id = "give-up",
                          .label = ui_format(
                              ui,
                              rp_tr_n(scene->app, "Show this %u scenario",
                                      "Show these %u scenarios", best.count),
                              best.count),
                          .kind = UI_PRIMARY,
                          .key = UI_KEY_ENTER,
                          .shows_key = true})) {
        scene->kept->library.filter = best.filter;
    }
    if (ui_button(ui, &(ui_button_spec){.id = "clear-all",
                                        .label = words(scene, "Clear all"),
                                        .kind = best.name != NULL ? UI_SECONDARY
                                                                  : UI_PRIMARY,
                                        .key = UI_KEY_ESCAPE,
                                        .shows_key = true})) {
        library_clear(scene);
    }
    ui_end(ui);
    ui_end(ui);
}
