/* The Chinese manner: 9月9日 星期二, 昨晚, 45元, 赵先生. */
#include <inttypes.h>

#include "forms.h"

static const char *const weekdays[] = {
    "星期一", "星期二", "星期三", "星期四", "星期五", "星期六", "星期日",
};

/* Yesterday, today, tomorrow, by part of the day. */
static const char *const near_days[3][FORMS_PARTS] = {
    {"昨天凌晨", "昨天上午", "昨天下午", "昨晚"},
    {"今天凌晨", "今天上午", "今天下午", "今晚"},
    {"明天凌晨", "明天上午", "明天下午", "明晚"},
};

static const char *const whole_days[3] = {"昨天", "今天", "明天"};

static void write_weekday(rp_text *out, const rp_calendar *day)
{
    rp_text_puts(out, weekdays[day->weekday - 1]);
}

static void write_month(rp_text *out, const rp_calendar *day)
{
    rp_text_printf(out, "%d月", day->month);
}

static void write_date(rp_text *out, const rp_calendar *day, bool has_year)
{
    if (has_year) {
        rp_text_printf(out, "%d年", day->year);
    }
    rp_text_printf(out, "%d月%d日", day->month, day->day);
}

static void write_day(rp_text *out, const rp_calendar *day, bool has_year)
{
    write_date(out, day, has_year);
    rp_text_puts(out, " ");
    write_weekday(out, day);
}

static void write_minutes(rp_text *out, int64_t minutes)
{
    if (minutes >= -1 && minutes <= 1) {
        rp_text_puts(out, minutes > 0 ? "马上" : "刚刚");
    } else if (minutes < 0) {
        rp_text_printf(out, "%" PRId64 "分钟前", -minutes);
    } else {
        rp_text_printf(out, "%" PRId64 "分钟后", minutes);
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
        write_weekday(out, &far->then);
    } else {
        write_date(out, &far->then, far->is_other_year);
    }
}

static void write_money(rp_text *out, int64_t fen)
{
    if (fen < 0) {
        rp_text_puts(out, "−");
    }
    forms_amount(out, fen);
    rp_text_puts(out, "元");
}

/* 赵先生; a name left in Latin letters with its title keeps their order. */
static void write_formal(rp_text *out, const char *title, const char *family)
{
    bool is_latin = (unsigned char)title[0] < 0x80;
    if (is_latin) {
        rp_text_printf(out, "%s %s", title, family);
    } else {
        rp_text_printf(out, "%s%s", family, title);
    }
}

const forms forms_zh = {
    .yes = "是",
    .no = "否",
    .day = write_day,
    .date = write_date,
    .weekday = write_weekday,
    .month = write_month,
    .ago = write_ago,
    .money = write_money,
    .formal = write_formal,
};
