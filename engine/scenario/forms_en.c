/* The English manner: Tue 9 Sep, last night, ¥45, Mr Zhao. */
#include <inttypes.h>

#include "forms.h"

static const char *const weekdays[] = {
    "Monday", "Tuesday",  "Wednesday", "Thursday",
    "Friday", "Saturday", "Sunday",
};

static const char *const months[] = {
    "January", "February", "March",     "April",   "May",      "June",
    "July",    "August",   "September", "October", "November", "December",
};

/* Yesterday, today, tomorrow, by part of the day. */
static const char *const near_days[3][FORMS_PARTS] = {
    {"early yesterday", "yesterday morning", "yesterday afternoon",
     "last night"},
    {"early this morning", "this morning", "this afternoon", "this evening"},
    {"early tomorrow", "tomorrow morning", "tomorrow afternoon",
     "tomorrow evening"},
};

static const char *const whole_days[3] = {"yesterday", "today", "tomorrow"};

static void write_weekday(rp_text *out, const rp_calendar *day)
{
    rp_text_puts(out, weekdays[day->weekday - 1]);
}

static void write_month(rp_text *out, const rp_calendar *day)
{
    rp_text_puts(out, months[day->month - 1]);
}

static void write_date(rp_text *out, const rp_calendar *day, bool has_year)
{
    rp_text_printf(out, "%d %.3s", day->day, months[day->month - 1]);
    if (has_year) {
        rp_text_printf(out, " %d", day->year);
    }
}

static void write_day(rp_text *out, const rp_calendar *day, bool has_year)
{
    rp_text_printf(out, "%.3s ", weekdays[day->weekday - 1]);
    write_date(out, day, has_year);
}

static void write_minutes(rp_text *out, int64_t minutes)
{
    if (minutes >= -1 && minutes <= 1) {
        rp_text_puts(out, minutes > 0 ? "in a moment" : "just now");
    } else if (minutes < 0) {
        rp_text_printf(out, "%" PRId64 " minutes ago", -minutes);
    } else {
        rp_text_printf(out, "in %" PRId64 " minutes", minutes);
    }
}

static void write_ago(rp_text *out, const forms_distance *far)
{
    if (!far->is_day && far->minutes > -60 && far->minutes < 60) {
        write_minutes(out, far->minutes);
    } else if (far->days >= -1 && far->days <= 1) {
        rp_text_puts(out, far->is_day ? whole_days[far->days + 1]
                                      : near_days[far->days + 1][far->part]);
    } else if (far->days >= -6 && far->days <= 6) {
        rp_text_puts(out, "on ");
        write_weekday(out, &far->then);
    } else {
        rp_text_puts(out, "on ");
        write_date(out, &far->then, far->is_other_year);
    }
}

static void write_money(rp_text *out, int64_t fen)
{
    rp_text_puts(out, fen < 0 ? "−¥" : "¥");
    forms_amount(out, fen);
}

static void write_formal(rp_text *out, const char *title, const char *family)
{
    rp_text_printf(out, "%s %s", title, family);
}

const forms forms_en = {
    .yes = "yes",
    .no = "no",
    .day = write_day,
    .date = write_date,
    .weekday = write_weekday,
    .month = write_month,
    .ago = write_ago,
    .money = write_money,
    .formal = write_formal,
};
