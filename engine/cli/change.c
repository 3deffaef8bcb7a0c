/*
 * A value that became another, for people.
 */
#include "cli.h"

enum {
    GAP_COLUMNS = 2
};

/* "− “what it was”", wrapped behind the sign. */
static void say_side(const cli *with, uint32_t indent, bool is_after,
                     const cli_change *change)
{
    const char *value = is_after ? change->after : change->before;
    rp_text line;

    if (value == NULL) {
        return;
    }
    rp_text_init(&line, with->alloc);
    rp_text_printf(&line, change->is_text ? "“%s”" : "%s", value);
    say(with, "%*s", (int)indent, "");
    say_in(with, is_after ? STYLE_GOOD : STYLE_BAD, "%s ",
           is_after ? "+" : "−");
    say_rest(with, indent + 2, indent + 2, cli_text(&line));
    rp_text_clear(&line);
}

/* "5 → 3", "+ 3", "− 5"; NULL where it is too long for that, or a text. */
static char *short_form(const cli_change *change, rp_text *out)
{
    if (change->before != NULL && change->after != NULL) {
        rp_text_printf(out, "%s → %s", change->before, change->after);
    } else if (change->after != NULL) {
        rp_text_printf(out, "+ %s", change->after);
    } else if (change->before != NULL) {
        rp_text_printf(out, "− %s", change->before);
    }
    return out->bytes;
}

void say_change(const cli *with, uint32_t indent, const cli_change *change)
{
    uint32_t columns = indent + text_columns(change->label) + GAP_COLUMNS;
    rp_text line;

    rp_text_init(&line, with->alloc);
    const char *brief = short_form(change, &line);
    say(with, "%*s", (int)indent, "");
    say_in(with, STYLE_QUIET, "%s", change->label);
    if (brief != NULL && !change->is_text &&
        columns + text_columns(brief) <= with->width) {
        say(with, "%*s%s\n", GAP_COLUMNS, "", brief);
    } else {
        say(with, "\n");
        say_side(with, indent + 2, false, change);
        say_side(with, indent + 2, true, change);
    }
    rp_text_clear(&line);
}
