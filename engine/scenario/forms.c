/* What the languages have in common when they write a value. */
#include "forms.h"

#include <inttypes.h>
#include <string.h>

#include "rapport/scenario.h"

bool forms_is_chinese(const char *language)
{
    return strncmp(language, "zh", 2) == 0 &&
           (language[2] == '\0' || language[2] == '-' || language[2] == '_');
}

const forms *forms_of(const char *language)
{
    return forms_is_chinese(language) ? &forms_zh : &forms_en;
}

static int64_t day_of(int64_t moment)
{
    int64_t day = moment / RP_MINUTES_A_DAY;
    return day - (moment % RP_MINUTES_A_DAY < 0);
}

static forms_part part_of_day(int32_t hour)
{
    if (hour < 5) {
        return FORMS_NIGHT;
    }
    if (hour < 12) {
        return FORMS_MORNING;
    }
    return hour < 18 ? FORMS_AFTERNOON : FORMS_EVENING;
}

forms_distance forms_far(int64_t moment, int64_t now)
{
    rp_calendar then = rp_calendar_of(moment);
    return (forms_distance){
        .minutes = moment - now,
        .days = day_of(moment) - day_of(now),
        .part = part_of_day(then.hour),
        .then = then,
        .is_other_year = then.year != rp_calendar_of(now).year,
    };
}

forms_distance forms_far_day(int64_t day, int64_t now)
{
    forms_distance far = forms_far(day * RP_MINUTES_A_DAY, now);
    far.is_day = true;
    return far;
}

void forms_clock(rp_text *out, int64_t minutes)
{
    rp_text_printf(out, "%02" PRId64 ":%02" PRId64, minutes / 60, minutes % 60);
}

void forms_integer(rp_text *out, int64_t value)
{
    if (value < 0) {
        rp_text_puts(out, "−");
    }
    rp_text_printf(out, "%" PRIu64,
                   value < 0 ? 0 - (uint64_t)value : (uint64_t)value);
}

/* Digits in groups of three. */
static void add_grouped(rp_text *out, uint64_t value)
{
    char digits[32];
    int length = 0;
    int written = 0;
    do {
        if (written > 0 && written % 3 == 0) {
            digits[length++] = ',';
        }
        digits[length++] = (char)('0' + value % 10);
        value /= 10;
        written++;
    } while (value > 0);
    while (length > 0) {
        rp_text_add(out, &digits[--length], 1);
    }
}

void forms_amount(rp_text *out, int64_t fen)
{
    uint64_t amount = fen < 0 ? 0 - (uint64_t)fen : (uint64_t)fen;
    add_grouped(out, amount / 100);
    if (amount % 100 != 0) {
        rp_text_printf(out, ".%02" PRIu64, amount % 100);
    }
}
