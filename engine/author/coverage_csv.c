/*
 * Coverage for spreadsheets: RFC 4180, UTF-8, lines ended by CR LF.
 */
#include <string.h>

#include "author.h"

/*
 * A spreadsheet would calculate what begins with one of these, behind blanks
 * or not; some take the full-width forms, too.
 */
static bool begins_formula(const char *text)
{
    static const char *const signs[] = {"=",  "+",  "-",  "@",
                                        "＝", "＋", "－", "＠"};

    text += strspn(text, " \t\r\n");
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
        if (strncmp(text, signs[i], strlen(signs[i])) == 0) {
            return true;
        }
    }
    return false;
}

/* Quotes are doubled; what could steer a terminal becomes visible. */
static void add_cell(rp_text *out, const char *text)
{
    rp_text_puts(out, begins_formula(text) ? "\"'" : "\"");
    while (*text != '\0') {
        size_t length = strcspn(text, "\"\r");
        rp_text_add_visible(out, text, length, true);
        text += length;
        if (*text != '\0') {
            rp_text_puts(out, *text == '"' ? "\"\"" : "\r");
            text++;
        }
    }
    rp_text_puts(out, "\"");
}

static void add_head(const rp_coverage *of, rp_text *out)
{
    rp_text_puts(out, "section,behaviour,score,best,count,strong,mistake");
    for (uint32_t i = 0; i < of->scenario_count; i++) {
        rp_text_puts(out, ",");
        add_cell(out, of->scenarios[i].id);
    }
    rp_text_puts(out, "\r\n");
}

static void add_row(const rp_coverage *of, uint32_t row, rp_text *out)
{
    const rp_pack_behaviour *behaviour = &of->pack->behaviours[row];
    uint32_t count = 0;
    rp_cover best = rp_coverage_best(of, row, &count);

    add_cell(out, behaviour->section);
    rp_text_puts(out, ",");
    add_cell(out, behaviour->id);
    rp_text_printf(out, ",%s,%s,%u,", rp_score_names[behaviour->score],
                   rp_cover_names[best],
                   (unsigned)(best == RP_COVER_NONE ? 0 : count));
    add_cell(out, behaviour->strong);
    rp_text_puts(out, ",");
    add_cell(out, behaviour->mistake);
    for (uint32_t i = 0; i < of->scenario_count; i++) {
        const rp_cover *covers = of->scenarios[i].covers;
        rp_text_printf(out, ",%s",
                       covers != NULL ? rp_cover_names[covers[row]] : "broken");
    }
    rp_text_puts(out, "\r\n");
}

void rp_coverage_csv(const rp_coverage *of, rp_text *out)
{
    add_head(of, out);
    for (uint32_t i = 0; i < of->pack->behaviour_count; i++) {
        add_row(of, i, out);
    }
}
