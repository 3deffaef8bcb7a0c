/*
 * The simulated calendar. Days are counted by Howard Hinnant's algorithm
 * ("chrono-compatible low-level date algorithms"), exact for all years here.
 */
#include <string.h>

#include "rapport/base.h"

enum {
    DAYS_AN_ERA = 146097,
    EPOCH_SHIFT = 719468, /* days from 0000-03-01 to 1970-01-01 */
    YEAR_FIRST = 1900,
    YEAR_LAST = 2199
};

static int64_t floor_divide(int64_t a, int64_t b)
{
    return a / b - (a % b < 0);
}

static int64_t days_of(int64_t year, int64_t month, int64_t day)
{
    int64_t shifted = month <= 2 ? year - 1 : year;
    int64_t era = floor_divide(shifted, 400);
    int64_t year_of_era = shifted - era * 400;
    int64_t month_from_march = (month + 9) % 12;
    int64_t day_of_year = (153 * month_from_march + 2) / 5 + day - 1;
    int64_t day_of_era =
        year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;

    return era * DAYS_AN_ERA + day_of_era - EPOCH_SHIFT;
}

static void fill_date(int64_t days, rp_calendar *out)
{
    int64_t shifted = days + EPOCH_SHIFT;
    int64_t era = floor_divide(shifted, DAYS_AN_ERA);
    int64_t of_era = shifted - era * DAYS_AN_ERA;
    int64_t year =
        (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
    int64_t of_year = of_era - (365 * year + year / 4 - year / 100);
    int64_t month = (5 * of_year + 2) / 153;

    out->day = (int32_t)(of_year - (153 * month + 2) / 5 + 1);
    out->month = (int32_t)(month < 10 ? month + 3 : month - 9);
    out->year = (int32_t)(year + era * 400 + (out->month <= 2));
}

rp_calendar rp_calendar_of(int64_t moment)
{
    int64_t days = floor_divide(moment, RP_MINUTES_A_DAY);
    int32_t minutes = (int32_t)(moment - days * RP_MINUTES_A_DAY);
    rp_calendar out = {
        .hour = minutes / 60,
        .minute = minutes % 60,
        .weekday = rp_weekday(moment),
    };

    fill_date(days, &out);
    return out;
}

bool rp_calendar_moment(const rp_calendar *fields, int64_t *moment)
{
    bool is_near = fields->year >= YEAR_FIRST && fields->year <= YEAR_LAST &&
                   fields->month >= 1 && fields->month <= 12 &&
                   fields->day >= 1 && fields->day <= 31;
    bool is_time = fields->hour >= 0 && fields->hour <= 23 &&
                   fields->minute >= 0 && fields->minute <= 59;

    if (!is_near || !is_time) {
        return false;
    }
    int64_t days = days_of(fields->year, fields->month, fields->day);
    rp_calendar back = {0};
    fill_date(days, &back);
    if (back.day != fields->day) { /* 30 February rolled over */
        return false;
    }
    *moment =
        days * RP_MINUTES_A_DAY + (int64_t)fields->hour * 60 + fields->minute;
    return true;
}

int32_t rp_weekday(int64_t moment)
{
    int64_t days = floor_divide(moment, RP_MINUTES_A_DAY);

    /* 1970-01-01 was a Thursday. */
    return (int32_t)((days + 3) - floor_divide(days + 3, 7) * 7) + 1;
}

int64_t rp_add_workdays(int64_t moment, int64_t workdays)
{
    int64_t step = workdays < 0 ? -1 : 1;
    int64_t left = workdays * step;

    while (left > 0) {
        moment += step * RP_MINUTES_A_DAY;
        left -= rp_weekday(moment) <= 5;
    }
    return moment;
}

/* Reads exactly `count` digits. */
static bool read_digits(const char *string, int count, int32_t *value)
{
    *value = 0;
    for (int i = 0; i < count; i++) {
        if (string[i] < '0' || string[i] > '9') {
            return false;
        }
        *value = *value * 10 + (string[i] - '0');
    }
    return true;
}

static bool read_date(const char *string, rp_calendar *fields)
{
    return read_digits(string, 4, &fields->year) && string[4] == '-' &&
           read_digits(string + 5, 2, &fields->month) && string[7] == '-' &&
           read_digits(string + 8, 2, &fields->day);
}

static bool read_clock(const char *string, rp_calendar *fields)
{
    return read_digits(string, 2, &fields->hour) && string[2] == ':' &&
           read_digits(string + 3, 2, &fields->minute) && fields->hour <= 23 &&
           fields->minute <= 59;
}

bool rp_parse_date(const char *string, int64_t *value)
{
    rp_calendar fields = {0};
    int64_t moment = 0;

    if (strlen(string) != 10 || !read_date(string, &fields) ||
        !rp_calendar_moment(&fields, &moment)) {
        return false;
    }
    *value = floor_divide(moment, RP_MINUTES_A_DAY);
    return true;
}

bool rp_parse_clock(const char *string, int64_t *value)
{
    rp_calendar fields = {0};

    if (strlen(string) != 5 || !read_clock(string, &fields)) {
        return false;
    }
    *value = (int64_t)fields.hour * 60 + fields.minute;
    return true;
}

bool rp_parse_datetime(const char *string, int64_t *value)
{
    rp_calendar fields = {0};

    return strlen(string) == 16 && read_date(string, &fields) &&
           string[10] == ' ' && read_clock(string + 11, &fields) &&
           rp_calendar_moment(&fields, value);
}
