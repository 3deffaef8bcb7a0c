/*
 * Blessed runs, told by `rapport check`: whether they still read and score as
 * they did when somebody found them good. Information, never a fault.
 */
#include <string.h>

#include "check.h"
#include "json.h"

/* What became another, in an author's words. */
const char *reread_label(const cli *with, const rp_reread *found)
{
    static const char *const labels[RP_REREADS] = {
        [RP_REREAD_GONE] = RP_WORD("there is no such example any more"),
        [RP_REREAD_MOVES] = RP_WORD("its moves or its fact set are others now"),
        [RP_REREAD_REFUSED] = RP_WORD("cannot be made any more"),
        [RP_REREAD_POINTS] = RP_WORD("scores"),
        [RP_REREAD_MOOD] = RP_WORD("leaves the mood at"),
        [RP_REREAD_PLACE] = RP_WORD("leads to"),
        [RP_REREAD_SAID] = RP_WORD("says"),
        [RP_REREAD_HEARD] = RP_WORD("is answered by"),
    };

    return cli_tr(with, labels[found->kind]);
}

static bool is_same_step(const rp_reread *a, const rp_reread *b)
{
    return strcmp(a->example, b->example) == 0 && a->step == b->step;
}

static void say_step(const cli *with, const rp_reread *found)
{
    say(with, "    ");
    if (found->move[0] == '\0') {
        say(with, "“%s”\n", found->example);
        return;
    }
    say(with, cli_tr(with, "“%s”, move %u"), found->example,
        (unsigned)found->step);
    say(with, "  ");
    say_in(with, STYLE_BOLD, "%s", found->move);
    say(with, "\n");
}

void say_reread(const cli *with, const rp_reread *found)
{
    rp_text label;
    cli_change change = {.before = found->before,
                         .after = found->after,
                         .is_text = found->language != NULL};

    rp_text_init(&label, with->alloc);
    if (found->language != NULL) {
        rp_text_printf(&label, "%s: ", found->language);
    }
    rp_text_puts(&label, reread_label(with, found));
    change.label = cli_text(&label);
    say_change(with, 6, &change);
    rp_text_clear(&label);
}

/* How many blessed runs differ: neighbours in the list are of one run. */
static uint32_t count_changed(const checked *of)
{
    uint32_t count = 0;

    for (uint32_t i = 0; i < of->rereads.count; i++) {
        const rp_reread *one = &of->rereads.items[i];
        count += i == 0 || strcmp(one[-1].example, one->example) != 0;
    }
    return count;
}

/* Several runs may go through one step: what became of it is told once. */
static bool was_told(const checked *of, uint32_t index)
{
    const rp_reread *one = &of->rereads.items[index];

    for (uint32_t i = 0; one->before != NULL && i < index; i++) {
        const rp_reread *other = &of->rereads.items[i];
        if (other->kind == one->kind && strcmp(other->move, one->move) == 0 &&
            other->before != NULL && strcmp(other->before, one->before) == 0 &&
            strcmp(other->after, one->after) == 0) {
            return true;
        }
    }
    return false;
}

static void say_all(const cli *with, const checked *of)
{
    const rp_reread *last = NULL;

    for (uint32_t i = 0; i < of->rereads.count; i++) {
        const rp_reread *one = &of->rereads.items[i];
        if (was_told(of, i)) {
            continue;
        }
        if (last == NULL || !is_same_step(one, last)) {
            say_step(with, one);
        }
        say_reread(with, one);
        last = one;
    }
}

void check_print_blessed(const cli *with, const checked *of)
{
    if (of->blessed_count == 0) {
        return;
    }
    say(with, "\n  ");
    say(with, cli_tr(with, "Blessed runs: %u of %u read and score as they did"),
        (unsigned)(of->blessed_count - count_changed(of)),
        (unsigned)of->blessed_count);
    say(with, "\n");
    say_all(with, of);
    if (of->rereads.count > 0) {
        say_paragraph(with, 4,
                      cli_tr(with, "If that is as it should be, `rapport bless "
                                   "--again` takes it over."));
    }
}

/* ------------------------------------------------------------------- JSON */

void write_reread(rp_json *json, const rp_reread *found)
{
    rp_json_open(json, '{');
    json_text(json, "example", found->example);
    json_number(json, "step", found->step);
    json_text(json, "move", found->move[0] != '\0' ? found->move : NULL);
    json_text(json, "what", rp_reread_names[found->kind]);
    json_text(json, "language", found->language);
    json_text(json, "before", found->before);
    json_text(json, "after", found->after);
    rp_json_close(json, '}');
}

void check_write_blessed(rp_json *json, const checked *of)
{
    json_open(json, "blessed", '{');
    json_number(json, "runs", of->blessed_count);
    json_open(json, "changes", '[');
    for (uint32_t i = 0; i < of->rereads.count; i++) {
        write_reread(json, &of->rereads.items[i]);
    }
    rp_json_close(json, ']');
    rp_json_close(json, '}');
}
