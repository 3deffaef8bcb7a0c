/*
 * `rapport graph`: a scenario as a picture, in Graphviz's language or drawn.
 */
#include <stdio.h>

#include "cli.h"
#include "rapport/author.h"

static rp_graph_words words_of(const cli *with)
{
    return (rp_graph_words){
        .best = cli_tr(with, RP_WORD("best run")),
        .trap = cli_tr(with, RP_WORD("closes the door")),
        .unreachable = cli_tr(with, RP_WORD("can never be reached")),
        .hangs_up = cli_tr(with, RP_WORD("hangs up")),
        .silence = cli_tr(with, RP_WORD("silence")),
        .outcomes = {[RP_RESOLVED] = cli_tr(with, RP_WORD("resolved")),
                     [RP_PARTLY] = cli_tr(with, RP_WORD("partly")),
                     [RP_ESCALATED] = cli_tr(with, RP_WORD("escalated")),
                     [RP_LOST] = cli_tr(with, RP_WORD("lost"))},
        .note = cli_tr(
            with,
            RP_WORD("Per cent: how many calls of a blind guesser, who opens no "
                    "record, get there. Thick lines are much taken; + and − "
                    "are the points of the three scores together, ! is a "
                    "critical fault; what is in italics waits for a "
                    "condition. Replies that are offered in every turn and "
                    "stay there are left out.")),
    };
}

static cli_exit write_out(const cli *with, const rp_text *made)
{
    const char *file = args_value(with, "--output");

    file = file != NULL ? file : args_value(with, "-o");
    if (file != NULL) {
        return cli_write_text(with, file, made);
    }
    say_bytes(made);
    return CLI_GOOD;
}

static cli_exit draw(const cli *with, const rp_graph *graph)
{
    rp_graph_words words = words_of(with);
    char subtitle[RP_SOURCE_MAX];
    cli_exit status = CLI_GOOD;
    rp_error error = {0};
    rp_text made;

    if (graph->set != RP_NONE) {
        (void)snprintf(subtitle, sizeof subtitle,
                       cli_tr(with, "%s, fact set %u"), graph->scenario,
                       graph->set + 1U);
        words.subtitle = subtitle;
    }
    rp_text_init(&made, with->alloc);
    if (!args_has(with, "--svg")) {
        rp_graph_dot(graph, &words, &made);
    } else if (rp_graph_svg(graph, &words, &made, &error) != RP_OK) {
        status = complain_of(with, &error);
    }
    if (status == CLI_GOOD && made.failed) {
        status = complain_of_memory(with);
    }
    if (status == CLI_GOOD) {
        status = write_out(with, &made);
    }
    rp_text_clear(&made);
    return status;
}

static cli_exit make_graph(cli *with, const rp_model *model, uint64_t set)
{
    uint16_t language =
        rp_model_language(model, rp_words_language(with->words));
    rp_graph_options options = {.set = set > 0 ? (uint16_t)(set - 1) : RP_NONE,
                                .language = language != RP_NONE ? language : 0};
    rp_error error = {0};
    rp_graph graph;

    if (rp_graph_make(model, &options, &with->arena, &graph, &error) != RP_OK) {
        return complain_of(with, &error);
    }
    return draw(with, &graph);
}

cli_exit verb_graph(cli *with)
{
    uint64_t set = 0;
    rp_loaded loaded;
    cli_exit status = args_set(with, &set);

    if (status != CLI_GOOD) {
        return status;
    }
    status = cli_load_model(with, with->operands[0], &loaded);
    if (status == CLI_GOOD) {
        status = make_graph(with, loaded.model, set);
    }
    rp_loaded_clear(&loaded);
    return status;
}
