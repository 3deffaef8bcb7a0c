/*
 * Scenarios, loaded for a verb, and what is wrong with them: each fault with
 * its place and a sentence in the person's language.
 */
#include "cli.h"

/* ----------------------------------------------------------------- faults */

/* "calls.lua:12:4", as far as it is known. */
static void add_place(const rp_fault *fault, rp_text *out)
{
    rp_text_puts(out, fault->file != NULL ? fault->file : "");
    if (fault->line > 0) {
        rp_text_printf(out, ":%u", (unsigned)fault->line);
    }
    if (fault->column > 0) {
        rp_text_printf(out, ":%u", (unsigned)fault->column);
    }
}

static void add_sentence(const cli *with, const rp_fault *fault, rp_text *out)
{
    rp_tongue in = rp_words_tongue(with->words);

    rp_fault_say(fault, &in, out);
}

void say_fault(const cli *with, const rp_fault *fault)
{
    bool is_error = fault->severity == RP_ERROR;
    rp_text place;
    rp_text sentence;

    rp_text_init(&place, with->alloc);
    rp_text_init(&sentence, with->alloc);
    add_place(fault, &place);
    add_sentence(with, fault, &sentence);
    say(with, "%s: ", cli_text(&place));
    say_in(with, is_error ? STYLE_BAD : STYLE_WARN, "%s",
           is_error ? cli_tr(with, "error") : cli_tr(with, "warning"));
    say(with, " [%s]\n", fault->code);
    say_paragraph(with, 4,
                  sentence.failed ? fault->message : cli_text(&sentence));
    rp_text_clear(&sentence);
    rp_text_clear(&place);
}

cli_exit cli_tell_faults(const cli *with, const rp_loaded *loaded)
{
    for (uint32_t i = 0; i < loaded->faults.count; i++) {
        const rp_fault *fault = &loaded->faults.items[i];
        rp_text line;
        rp_text_init(&line, with->alloc);
        add_place(fault, &line);
        rp_text_puts(&line, ": ");
        add_sentence(with, fault, &line);
        if (fault->severity == RP_ERROR) {
            complain(with, "%s [%s]", cli_text(&line), fault->code);
        }
        rp_text_clear(&line);
    }
    return CLI_FOUND;
}

/* ---------------------------------------------------------------- loading */

cli_exit cli_load(const cli *with, const char *scenario, rp_loaded *loaded)
{
    rp_error error = {0};

    if (rp_app_load(&with->options, scenario, with->alloc, loaded, &error) !=
        RP_OK) {
        return complain_of(with, &error);
    }
    return CLI_GOOD;
}

/* A broken scenario has no document to rely on: its faults are told. */
cli_exit cli_load_model(const cli *with, const char *scenario,
                        rp_loaded *loaded)
{
    cli_exit status = cli_load(with, scenario, loaded);

    return status == CLI_GOOD && loaded->model == NULL
               ? cli_tell_faults(with, loaded)
               : status;
}
