/* Writing one form of a language into a text, for tables of examples. */
#ifndef RAPPORT_TESTS_FORMS_WORLD_H
#define RAPPORT_TESTS_FORMS_WORLD_H

#include <string.h>

#include "scenario/forms.h"
#include "support/test.h"

static inline int64_t moment(const char *written)
{
    int64_t value = 0;
    if (!rp_parse_datetime(written, &value)) {
        fail_msg("`%s` is no moment", written);
    }
    return value;
}

static inline void assert_written(rp_text *out, const char *expected)
{
    assert_string_equal(out->bytes == NULL ? "" : out->bytes, expected);
    rp_text_clear(out);
}

static inline void assert_ago(const forms *manner, const char *then,
                              const char *now, const char *expected)
{
    rp_text out;
    forms_distance far = forms_far(moment(then), moment(now));
    rp_text_init(&out, rp_alloc_default());
    manner->ago(&out, &far);
    assert_written(&out, expected);
}

static inline void assert_day_ago(const forms *manner, const char *day,
                                  const char *now, const char *expected)
{
    rp_text out;
    int64_t days = 0;
    assert_true(rp_parse_date(day, &days));
    forms_distance far = forms_far_day(days, moment(now));
    rp_text_init(&out, rp_alloc_default());
    manner->ago(&out, &far);
    assert_written(&out, expected);
}

static inline void assert_day(const forms *manner, const char *then,
                              bool has_year, const char *expected)
{
    rp_text out;
    rp_calendar day = rp_calendar_of(moment(then));
    rp_text_init(&out, rp_alloc_default());
    manner->day(&out, &day, has_year);
    assert_written(&out, expected);
}

static inline void assert_weekday(const forms *manner, const char *then,
                                  const char *expected)
{
    rp_text out;
    rp_calendar day = rp_calendar_of(moment(then));
    rp_text_init(&out, rp_alloc_default());
    manner->weekday(&out, &day);
    assert_written(&out, expected);
}

static inline void assert_money(const forms *manner, int64_t fen,
                                const char *expected)
{
    rp_text out;
    rp_text_init(&out, rp_alloc_default());
    manner->money(&out, fen);
    assert_written(&out, expected);
}

static inline void assert_formal(const forms *manner, const char *title,
                                 const char *family, const char *expected)
{
    rp_text out;
    rp_text_init(&out, rp_alloc_default());
    manner->formal(&out, title, family);
    assert_written(&out, expected);
}

/* A written answer for every distance: no crash, nothing empty. */
static inline void assert_ago_is_total(const forms *manner)
{
    int64_t now = moment("2025-03-01 00:10");
    for (int64_t minutes = -40000; minutes <= 40000; minutes += 7) {
        rp_text out;
        forms_distance far = forms_far(now + minutes, now);
        rp_text_init(&out, rp_alloc_default());
        manner->ago(&out, &far);
        assert_true(out.length > 0);
        rp_text_clear(&out);
    }
}

#endif
