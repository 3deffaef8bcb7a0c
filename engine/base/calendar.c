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

bool rp_calendar_moment(int32_t year, int32_t month, int32_t day, int32_t hour,
                        int32_t minute, int64_t *moment)
{
    bool is_near = year >= YEAR_FIRST && year <= YEAR_LAST && month >= 1 &&
                   month <= 12 && day >= 1 && day <= 31;
    bool is_time = hour >= 0 && hour <= 23 && minute >= 0 && minute <= 59;

    if (!is_near || !is_time) {
        return false;
    }
    int64_t days = days_of(year, month, day);
    rp_calendar back = {0};
    fill_date(days, &back);
    if (back.day != day) { /* 30 February rolled over */
        return false;
    }
    *moment = days * RP_MINUTES_A_DAY + hour * 60 + minute;
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

static bool read_date(const char *string, int32_t fields[3])
{
    return read_digits(string, 4, &fields[0]) && string[4] == '-' &&
           read_digits(string + 5, 2, &fields[1]) && string[7] == '-' &&
           read_digits(string + 8, 2, &fields[2]);
}

static bool read_clock(const char *string, int32_t fields[2])
{
    return read_digits(string, 2, &fields[0]) && string[2] == ':' &&
           read_digits(string + 3, 2, &fields[1]) && fields[0] <= 23 &&
           fields[1] <= 59;
}

bool rp_parse_date(const char *string, int64_t *value)
{
    int32_t fields[3];
    int64_t moment = 0;

    if (strlen(string) != 10 || !read_date(string, fields) ||
        !rp_calendar_moment(fields[0], fields[1], fields[2], 0, 0, &moment)) {
        return false;
    }
    *value = floor_divide(moment, RP_MINUTES_A_DAY);
    return true;
}

bool rp_parse_clock(const char *string, int64_t *value)
{
    int32_t fields[2];

    if (strlen(string) != 5 || !read_clock(string, fields)) {
        return false;
    }
    *value = fields[0] * 60 + fields[1];
    return true;
}

bool rp_parse_datetime(const char *string, int64_t *value)
{
    int32_t date[3];
    int32_t clock[2];

    return strlen(string) == 16 && read_date(string, date) &&
           string[10] == ' ' && read_clock(string + 11, clock) &&
           rp_calendar_moment(date[0], date[1], date[2], clock[0], clock[1],
                              value);
}
