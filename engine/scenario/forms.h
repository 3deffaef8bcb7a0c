/*
 * How a language writes days, times, money and names: one table of functions
 * each. A language without a table of its own is written in the English
 * manner.
 */
#ifndef RAPPORT_SCENARIO_FORMS_H
#define RAPPORT_SCENARIO_FORMS_H

#include "rapport/base.h"

/* Parts of a day, as {t:ago} tells them apart. */
typedef enum forms_part {
    FORMS_NIGHT,     /* before 05:00 */
    FORMS_MORNING,   /* before 12:00 */
    FORMS_AFTERNOON, /* before 18:00 */
    FORMS_EVENING,
    FORMS_PARTS
} forms_part;

/*
 * How far a moment lies from now: minutes and calendar days, negative in the
 * past. `is_day` is a whole day without a time; then `minutes` and `part`
 * mean nothing.
 */
typedef struct forms_distance {
    bool is_day;
    int64_t minutes;
    int64_t days;
    forms_part part;
    rp_calendar then;
    bool is_other_year;
} forms_distance;

typedef struct forms {
    const char *yes;
    const char *no;
    void (*day)(rp_text *out, const rp_calendar *day, bool has_year);
    void (*date)(rp_text *out, const rp_calendar *day, bool has_year);
    void (*weekday)(rp_text *out, const rp_calendar *day);
    void (*month)(rp_text *out, const rp_calendar *day);
    void (*ago)(rp_text *out, const forms_distance *far);
    void (*money)(rp_text *out, int64_t fen);
    /* Neither text is empty. */
    void (*formal)(rp_text *out, const char *title, const char *family);
} forms;

extern const forms forms_en;
extern const forms forms_zh;

/* Borrowed for good. */
const forms *forms_of(const char *language);

/* True for the languages that are counted in characters. */
bool forms_is_chinese(const char *language);

forms_distance forms_far(int64_t moment, int64_t now);
/* `day` counts days since 1970-01-01. */
forms_distance forms_far_day(int64_t day, int64_t now);

/* "19:40"; the same in all languages. */
void forms_clock(rp_text *out, int64_t minutes);

/* "−12"; the same in all languages. */
void forms_integer(rp_text *out, int64_t value);

/* "1,234" or "1,234.50", without a sign: an amount of money. */
void forms_amount(rp_text *out, int64_t fen);

#endif
