/*
 * Texts as they are shown: slots filled in the manner of the language, marks
 * taken out and told apart. A slot or a mark that is none stays as written.
 */
#include <string.h>

#include "facts.h"
#include "forms.h"
#include "model_internal.h"

typedef struct renderer {
    const rp_model *model;
    const rp_state *state;
    const forms *manner;
    uint16_t language;
    rp_rendered *out;
    const char *text;
} renderer;

const char *rp_model_text(const rp_model *model, uint16_t language, rp_ref ref)
{
    return model->hidden->texts[(size_t)ref * model->language_count + language];
}

/* --------------------------------------------------------------- facts */

/* Facts are written by one that knows the language, the state and the time. */
typedef struct fact_writer {
    const rp_model *model;
    const forms *manner;
    uint16_t language;
    bool has_now;
    int64_t now;
    rp_text *out;
} fact_writer;

static const rp_fact *fact_of(const rp_model *model, const rp_state *state,
                              uint16_t fact)
{
    return &model->facts[(size_t)state->set * model->fact_count + fact];
}

/* The turn's own `at` where it jumps on the calendar, else the call's. */
static uint16_t now_fact(const rp_model *model, const rp_state *state)
{
    bool is_somewhere = state->node < model->node_count;
    uint16_t own = is_somewhere ? model->nodes[state->node].at_fact : RP_NONE;
    return own != RP_NONE ? own : model->at_fact;
}

static fact_writer writer_of(const rp_model *model, uint16_t language,
                             const rp_state *state, rp_text *out)
{
    fact_writer w = {
        .model = model,
        .manner = forms_of(model->languages[language].tag),
        .language = language,
        .out = out,
    };
    uint16_t now = now_fact(model, state);
    if (now != RP_NONE) {
        w.has_now = true;
        w.now = fact_of(model, state, now)->value;
    }
    return w;
}

/* The year is said where it is not the year of the call. */
static bool is_of_other_year(const fact_writer *w, const rp_calendar *day)
{
    return w->has_now && rp_calendar_of(w->now).year != day->year;
}

static int64_t moment_of(const rp_fact *fact)
{
    return fact->kind == RP_V_DATE ? fact->value * RP_MINUTES_A_DAY
                                   : fact->value;
}

static int64_t clock_of(const rp_fact *fact)
{
    rp_calendar then = rp_calendar_of(fact->value);
    return fact->kind == RP_V_CLOCK ? fact->value
                                    : then.hour * 60 + then.minute;
}

static void write_day(const fact_writer *w, const rp_fact *fact)
{
    rp_calendar day = rp_calendar_of(moment_of(fact));

    w->manner->day(w->out, &day, is_of_other_year(w, &day));
}

static void write_date(const fact_writer *w, const rp_fact *fact)
{
    rp_calendar day = rp_calendar_of(moment_of(fact));

    w->manner->date(w->out, &day, is_of_other_year(w, &day));
}

static void write_weekday(const fact_writer *w, const rp_fact *fact)
{
    rp_calendar day = rp_calendar_of(moment_of(fact));

    w->manner->weekday(w->out, &day);
}

static void write_month(const fact_writer *w, const rp_fact *fact)
{
    rp_calendar day = rp_calendar_of(moment_of(fact));

    w->manner->month(w->out, &day);
}

static void write_clock(const fact_writer *w, const rp_fact *fact)
{
    forms_clock(w->out, clock_of(fact));
}

static void write_plain(const fact_writer *w, const rp_fact *fact)
{
    switch (fact->kind) {
    case RP_V_INTEGER: forms_integer(w->out, fact->value); break;
    case RP_V_BOOLEAN:
        rp_text_puts(w->out, fact->value != 0 ? w->manner->yes : w->manner->no);
        break;
    case RP_V_TEXT:
    case RP_V_NAME:
        rp_text_puts(w->out, rp_model_text(w->model, w->language, fact->text));
        break;
    case RP_V_MONEY: w->manner->money(w->out, fact->value); break;
    case RP_V_DATE: write_day(w, fact); break;
    case RP_V_CLOCK: forms_clock(w->out, fact->value); break;
    case RP_V_DATETIME:
        write_day(w, fact);
        rp_text_puts(w->out, " ");
        forms_clock(w->out, clock_of(fact));
        break;
    }
}

static void write_formal(const fact_writer *w, const rp_fact *fact)
{
    const char *title = rp_model_text(w->model, w->language, fact->title);
    const char *family = rp_model_text(w->model, w->language, fact->family);
    if (title[0] == '\0' || family[0] == '\0') {
        write_plain(w, fact);
    } else {
        w->manner->formal(w->out, title, family);
    }
}

static void write_ago(const fact_writer *w, const rp_fact *fact)
{
    if (!w->has_now) {
        write_plain(w, fact);
        return;
    }
    forms_distance far = fact->kind == RP_V_DATE
                             ? forms_far_day(fact->value, w->now)
                             : forms_far(fact->value, w->now);
    w->manner->ago(w->out, &far);
}

static bool has_form(const slot *found, const char *form)
{
    return strlen(form) == found->form_length &&
           memcmp(form, found->form, found->form_length) == 0;
}

/* A form that does not suit the kind of fact is a fault found by checking. */
static void write_form(const fact_writer *w, const rp_fact *fact,
                       const slot *found)
{
    static void (*const writers[SLOT_FORMS])(const fact_writer *,
                                             const rp_fact *) = {
        [FORM_DAY] = write_day,       [FORM_DATE] = write_date,
        [FORM_MONTH] = write_month,   [FORM_WEEKDAY] = write_weekday,
        [FORM_AGO] = write_ago,       [FORM_CLOCK] = write_clock,
        [FORM_FORMAL] = write_formal,
    };

    for (int i = 0; i < SLOT_FORMS; i++) {
        if (has_form(found, slot_form_names[i]) &&
            slot_form_suits((slot_form)i, fact->kind)) {
            writers[i](w, fact);
            return;
        }
    }
    write_plain(w, fact);
}

void rp_model_render_fact(const rp_model *model, uint16_t language,
                          const rp_state *state, uint16_t fact, rp_text *out)
{
    fact_writer w = writer_of(model, language, state, out);
    write_plain(&w, fact_of(model, state, fact));
}

/* --------------------------------------------------------------- slots */

static bool is_named(const slot *found, const char *name)
{
    return strncmp(found->name, name, found->name_length) == 0 &&
           name[found->name_length] == '\0';
}

static bool write_fact_slot(renderer *r, const slot *found)
{
    const rp_model *model = r->model;
    for (uint32_t i = 0; i < model->fact_count; i++) {
        if (is_named(found, model->fact_names[i])) {
            fact_writer w =
                writer_of(model, r->language, r->state, &r->out->text);
            write_form(&w, fact_of(model, r->state, (uint16_t)i), found);
            return true;
        }
    }
    return false;
}

static bool write_var_slot(renderer *r, const slot *found)
{
    const rp_model *model = r->model;
    for (uint32_t i = 0; i < model->var_count; i++) {
        if (!is_named(found, model->vars[i].name)) {
            continue;
        }
        int64_t value = model->vars[i].lo + (int64_t)r->state->vars[i];
        if (model->vars[i].is_boolean) {
            rp_text_puts(&r->out->text,
                         value != 0 ? r->manner->yes : r->manner->no);
        } else {
            forms_integer(&r->out->text, value);
        }
        return true;
    }
    return false;
}

/* --------------------------------------------------------------- marks */

/* The byte of the partner of the mark at `at`, or `end` where it has none. */
static size_t partner(const char *text, size_t at, size_t end)
{
    char close = text[at];
    if (close == '[') {
        close = ']';
    }
    size_t found = at + 1;
    while (found < end && text[found] != close) {
        found++;
    }
    return found;
}

static rp_mark_kind kind_of_mark(char mark)
{
    if (mark == '[') {
        return RP_MARK_SOUND;
    }
    return mark == '*' ? RP_MARK_STRESS : RP_MARK_PHRASE;
}

static void add_mark(rp_rendered *out, rp_mark_kind kind, size_t start)
{
    if (out->mark_count < RP_TEXT_MARKS_MAX && start < out->text.length) {
        out->marks[out->mark_count++] =
            (rp_mark){kind, (uint32_t)start, (uint32_t)out->text.length};
    }
}

static void write_span(renderer *r, size_t at, size_t end, bool is_marked);

/*
 * Marks within marks are taken out without being told. At most three deep:
 * no kind can stand within itself.
 */
static size_t write_marked(renderer *r, size_t at, size_t close, bool is_within)
{
    rp_mark_kind kind = kind_of_mark(r->text[at]);
    bool is_sound = kind == RP_MARK_SOUND;
    size_t start = r->out->text.length;
    rp_text_puts(&r->out->text, is_sound ? "[" : "");
    write_span(r, at + 1, close, true);
    rp_text_puts(&r->out->text, is_sound ? "]" : "");
    if (!is_within) {
        add_mark(r->out, kind, start);
    }
    return close + 1;
}

/* The slot at `at`; returns the byte behind it, `at` where there is none. */
static size_t write_slot(renderer *r, size_t at)
{
    size_t cursor = at;
    slot found;
    bool is_slot = slot_next(r->text, &cursor, &found) &&
                   found.name_length > 0 &&
                   (write_fact_slot(r, &found) || write_var_slot(r, &found));
    return is_slot ? found.end : at;
}

static void write_span(renderer *r, size_t at, size_t end, bool is_marked)
{
    while (at < end) {
        size_t plain = strcspn(r->text + at, "{[*~");
        plain = plain > end - at ? end - at : plain;
        rp_text_add(&r->out->text, r->text + at, plain);
        at += plain;
        if (at == end) {
            return;
        }
        size_t next = at;
        if (r->text[at] == '{') {
            next = write_slot(r, at);
        } else if (partner(r->text, at, end) < end) {
            next = write_marked(r, at, partner(r->text, at, end), is_marked);
        }
        if (next == at) {
            rp_text_add(&r->out->text, r->text + at, 1);
            next = at + 1;
        }
        at = next;
    }
}

void rp_model_render(const rp_model *model, uint16_t language,
                     const rp_state *state, rp_ref ref, rp_rendered *out)
{
    renderer r = {
        .model = model,
        .state = state,
        .manner = forms_of(model->languages[language].tag),
        .language = language,
        .out = out,
        .text = rp_model_text(model, language, ref),
    };
    out->mark_count = 0;
    out->text.length = 0;
    out->text.failed = false;
    rp_text_add(&out->text, "", 0);
    write_span(&r, 0, strlen(r.text), false);
}
