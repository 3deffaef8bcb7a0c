/*
 * What two editions differ in, for people: the words of the scenario first,
 * then what is proven of it (diff_proofs.c), then who stands on the old one.
 */
#include <stdio.h>
#include <string.h>

#include "diff.h"

enum {
    LABEL_BYTES_MAX = 160,
    IDS_SHOWN = 8,
    ID_DIGITS = 8
};

/* ------------------------------------------------------------------ parts */

static void say_title(const cli *with, const rp_change *change, cli_style style,
                      const char *sign)
{
    say(with, "  ");
    say_in(with, style, "%s ", sign);
    say_in(with, STYLE_BOLD, "%s",
           change->part[0] != '\0' ? change->part : change->object);
    if (strncmp(change->part, change->object, strlen(change->object)) != 0 &&
        change->part[0] != '\0') {
        say_in(with, STYLE_QUIET, "  %s", change->object);
    }
}

static void say_within(const cli *with, uint32_t count)
{
    if (count > 0) {
        say(with, ", ");
        say(with,
            cli_tr_n(with, "with %u part in it", "with %u parts in it", count),
            (unsigned)count);
    }
}

/* A part that came or went, and the text people know it by. */
static void say_part(const cli *with, const rp_change *change)
{
    bool is_new = change->kind == RP_CHANGE_ADDED;
    const char *text = is_new ? change->after : change->before;
    rp_text quoted;

    if (change->is_within) {
        return;
    }
    say_title(with, change, is_new ? STYLE_GOOD : STYLE_BAD,
              is_new ? "+" : "−");
    say_within(with, change->within);
    say(with, "\n");
    if (text != NULL) {
        rp_text_init(&quoted, with->alloc);
        rp_text_printf(&quoted, "“%s”", text);
        say_paragraph(with, 6, quoted.bytes != NULL ? quoted.bytes : text);
        rp_text_clear(&quoted);
    }
}

static void say_renamed(const cli *with, const rp_change *change)
{
    say_title(with, change, STYLE_WARN, "~");
    say(with, "  ");
    say(with, cli_tr(with, "perhaps renamed; it was %s"), change->before);
    say(with, "\n");
}

/* ----------------------------------------------------------------- values */

static void say_value(const cli *with, const rp_change *change)
{
    char label[LABEL_BYTES_MAX];
    cli_change line = {.label = label,
                       .before = change->before,
                       .after = change->after,
                       .is_text = change->language != NULL};

    (void)snprintf(label, sizeof label, "%s%s%s%s%s", change->key,
                   change->language != NULL ? " " : "",
                   change->language != NULL ? change->language : "",
                   change->kind == RP_CHANGE_REORDERED ? ", " : "",
                   change->kind == RP_CHANGE_REORDERED
                       ? cli_tr(with, "in another order")
                       : "");
    say_change(with, 6, &line);
}

static bool is_part(const rp_change *change)
{
    return change->key[0] == '\0';
}

static bool is_same_part(const rp_change *a, const rp_change *b)
{
    return strcmp(a->part, b->part) == 0;
}

static void say_one(const cli *with, const rp_change *list, uint32_t i)
{
    const rp_change *change = &list[i];

    if (change->kind == RP_CHANGE_RENAMED) {
        say_renamed(with, change);
    } else if (is_part(change)) {
        say_part(with, change);
    } else {
        if (i == 0 || !is_same_part(change, change - 1)) {
            say_title(with, change, STYLE_PLAIN, " ");
            say(with, "\n");
        }
        say_value(with, change);
    }
}

/* ----------------------------------------------------------------- digests */

static void say_digest(const cli *with, const char *name,
                       const rp_digest *before, const rp_digest *after)
{
    char old[RP_DIGEST_HEX_MAX];
    char new[RP_DIGEST_HEX_MAX];

    say(with, "  ");
    say_padded(with, 14, name);
    if (rp_digest_equal(before, after)) {
        say(with, "%.12s  %s\n", rp_digest_hex(before, old),
            cli_tr(with, "the same"));
    } else {
        say(with, "%.12s → %.12s\n", rp_digest_hex(before, old),
            rp_digest_hex(after, new));
    }
}

/* Examples are in the digests, but no run reads them. */
static bool is_about_examples(const rp_changes *changes)
{
    for (uint32_t i = 0; i < changes->count; i++) {
        const rp_change *change = &changes->items[i];
        if (strcmp(change->object, "example") != 0 &&
            strcmp(change->key, "examples") != 0) {
            return false;
        }
    }
    return true;
}

static const char *meaning_of(const compared *of)
{
    const rp_model *before = of->before.of.loaded.model;
    const rp_model *after = of->after.of.loaded.model;

    if (rp_digest_equal(&before->digest, &after->digest)) {
        return RP_WORD("The two are the same document.");
    }
    if (is_about_examples(&of->changes)) {
        return RP_WORD("Only examples differ: the same moves lead to the same "
                       "places and score the same.");
    }
    if (rp_digest_equal(&before->rules_digest, &after->rules_digest)) {
        return RP_WORD("Only texts differ: the same moves lead to the same "
                       "places and score the same.");
    }
    return RP_WORD("The rules differ: the same moves may lead elsewhere or "
                   "score differently.");
}

static void say_digests(const cli *with, const compared *of)
{
    const rp_model *before = of->before.of.loaded.model;
    const rp_model *after = of->after.of.loaded.model;

    say(with, "\n");
    say_digest(with, "digest", &before->digest, &after->digest);
    say_digest(with, "rules_digest", &before->rules_digest,
               &after->rules_digest);
    say_paragraph(with, 2, cli_tr(with, meaning_of(of)));
}

/* ---------------------------------------------------------------- attempts */

static void say_attempts(const cli *with, const compared *of)
{
    const rp_attempt_ids *ids = &of->attempts;
    const rp_model *before = of->before.of.loaded.model;
    const rp_model *after = of->after.of.loaded.model;
    rp_text line;

    if (!ids->has_store || rp_digest_equal(&before->digest, &after->digest)) {
        return;
    }
    if (ids->count == 0) {
        say(with, "\n");
        say_paragraph(with, 2,
                      cli_tr(with, "No stored attempt stands on the old "
                                   "document."));
        return;
    }
    rp_text_init(&line, with->alloc);
    rp_text_printf(&line,
                   cli_tr_n(with,
                            "%u stored attempt stands on the old document and "
                            "keeps its score",
                            "%u stored attempts stand on the old document and "
                            "keep their scores",
                            ids->count),
                   (unsigned)ids->count);
    for (uint32_t i = 0; i < ids->count && i < IDS_SHOWN; i++) {
        rp_text_printf(&line, "%s %.*s", i == 0 ? ":" : ",", ID_DIGITS,
                       ids->items[i]);
    }
    rp_text_puts(&line, ids->count > IDS_SHOWN ? ", …" : "");
    say(with, "\n");
    say_paragraph(with, 2, cli_text(&line));
    rp_text_clear(&line);
}

/* --------------------------------------------------------------- the whole */

void diff_print(const cli *with, const compared *of)
{
    say_in(with, STYLE_BOLD, "%s", of->before.name);
    say(with, " → ");
    say_in(with, STYLE_BOLD, "%s", of->after.name);
    say(with, "\n%s", of->changes.count > 0 ? "\n" : "");
    for (uint32_t i = 0; i < of->changes.count; i++) {
        say_one(with, of->changes.items, i);
    }
    say_digests(with, of);
    diff_print_proofs(with, of);
    say_attempts(with, of);
}
