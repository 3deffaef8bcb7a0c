/*
 * `rapport reach`: how a call comes to a turn, reply, answer, ending or
 * interrupt, or why it never does.
 */
#include <string.h>

#include "check.h"

enum {
    NAME_COLUMNS = 40
};

static const rp_reached *find_reached(const rp_report *report, const char *name)
{
    for (uint32_t i = 0; i < report->reached_count; i++) {
        if (strcmp(report->reached[i].name, name) == 0) {
            return &report->reached[i];
        }
    }
    return NULL;
}

static bool is_unreachable(const rp_report *report, const char *name)
{
    for (uint32_t i = 0; i < report->unreachable_count; i++) {
        if (strcmp(report->unreachable[i], name) == 0) {
            return true;
        }
    }
    return false;
}

/* The remark about a name that is never reached; NULL where none is made. */
static const rp_fault *find_fault(const checked *of, const char *name)
{
    for (uint32_t i = 0; i < of->report.remark_count; i++) {
        const rp_remark *remark = &of->report.remarks[i];
        if (strcmp(remark->code, "unreachable") != 0 ||
            strcmp(remark->subject, name) != 0) {
            continue;
        }
        for (uint32_t k = 0; k < of->fault_count; k++) {
            if (of->faults[k].message == remark->sentence) {
                return &of->faults[k];
            }
        }
    }
    return NULL;
}

static void say_moves(const cli *with, const rp_reached *way)
{
    rp_text line;

    rp_text_init(&line, with->alloc);
    for (uint32_t i = 0; i < way->move_count; i++) {
        rp_text_printf(&line, "%s%s", i > 0 ? ", " : "", way->moves[i]);
    }
    say_paragraph(with, 2,
                  line.bytes != NULL ? line.bytes
                                     : cli_tr(with, "It begins there."));
    rp_text_clear(&line);
}

static void say_way(const cli *with, const rp_reached *way)
{
    say_in(with, STYLE_BOLD, "%s", way->name);
    say(with, "  ");
    say(with,
        cli_tr_n(with, "after %u move, in fact set %u",
                 "after %u moves, in fact set %u", way->move_count),
        (unsigned)way->move_count, (unsigned)way->set + 1U);
    say(with, "\n");
    say_moves(with, way);
}

static void say_never(const checked *of, const cli *with, const char *name)
{
    const rp_fault *fault = find_fault(of, name);

    say_in(with, STYLE_BOLD, "%s", name);
    say(with, "  %s\n", cli_tr(with, "is never reached"));
    if (fault != NULL) {
        say_fault(with, fault);
    } else {
        say_paragraph(with, 2,
                      cli_tr(with, "What holds it is never reached itself."));
    }
}

static void say_list(const cli *with, const rp_report *report)
{
    for (uint32_t i = 0; i < report->reached_count; i++) {
        const rp_reached *way = &report->reached[i];
        say(with, "  ");
        say_padded(with, NAME_COLUMNS, way->name);
        say(with,
            cli_tr_n(with, "after %u move, in fact set %u",
                     "after %u moves, in fact set %u", way->move_count),
            (unsigned)way->move_count, (unsigned)way->set + 1U);
        say(with, "\n");
    }
    for (uint32_t i = 0; i < report->unreachable_count; i++) {
        say(with, "  ");
        say_padded(with, NAME_COLUMNS, report->unreachable[i]);
        say_in(with, STYLE_WARN, "%s\n", cli_tr(with, "is never reached"));
    }
}

static void write_way(rp_json *json, const rp_reached *way)
{
    rp_json_open(json, '{');
    rp_json_key(json, "name");
    rp_json_string(json, way->name);
    rp_json_key(json, "set");
    rp_json_integer(json, way->set + 1);
    rp_json_key(json, "moves");
    rp_json_open(json, '[');
    for (uint32_t i = 0; i < way->move_count; i++) {
        rp_json_string(json, way->moves[i]);
    }
    rp_json_close(json, ']');
    rp_json_close(json, '}');
}

static cli_exit write_all(const rp_report *report, const char *name,
                          rp_alloc alloc)
{
    rp_text out;
    rp_json json;

    rp_text_init(&out, alloc);
    rp_json_begin(&json, &out);
    rp_json_open(&json, '{');
    rp_json_key(&json, "reached");
    rp_json_open(&json, '[');
    for (uint32_t i = 0; i < report->reached_count; i++) {
        if (name == NULL || strcmp(report->reached[i].name, name) == 0) {
            write_way(&json, &report->reached[i]);
        }
    }
    rp_json_close(&json, ']');
    rp_json_key(&json, "unreachable");
    rp_json_open(&json, '[');
    for (uint32_t i = 0; i < report->unreachable_count; i++) {
        if (name == NULL || strcmp(report->unreachable[i], name) == 0) {
            rp_json_string(&json, report->unreachable[i]);
        }
    }
    rp_json_close(&json, ']');
    rp_json_close(&json, '}');
    say_json(&out);
    rp_text_clear(&out);
    return CLI_GOOD;
}

static cli_exit complain_unknown(const cli *with, const rp_report *report,
                                 const char *name)
{
    const char *near = NULL;
    rp_arena arena;

    rp_arena_init(&arena, with->alloc);
    const char **names =
        rp_arena_take(&arena, report->reached_count + 1U, sizeof *names);
    for (uint32_t i = 0; names != NULL && i < report->reached_count; i++) {
        names[i] = report->reached[i].name;
    }
    if (names != NULL) {
        near = rp_nearest_name(name, names, report->reached_count);
    }
    if (near != NULL) {
        complain(with, cli_tr(with, "There is no `%s`. Did you mean `%s`?"),
                 name, near);
    } else {
        complain(with,
                 cli_tr(with, "There is no `%s`. Names are written as in "
                              "TURN, TURN/REPLY, FORM/ASK/ANSWER or "
                              "interrupt:ID."),
                 name);
    }
    rp_arena_clear(&arena);
    return CLI_WRONG_USE;
}

static cli_exit tell(const cli *with, const checked *of)
{
    const rp_report *report = &of->report;
    const char *name = with->operand_count > 1 ? with->operands[1] : NULL;
    const rp_reached *way = name != NULL ? find_reached(report, name) : NULL;

    if (name != NULL && way == NULL && !is_unreachable(report, name)) {
        return complain_unknown(with, report, name);
    }
    if (args_has(with, "--json")) {
        return write_all(report, name, with->alloc);
    }
    if (name == NULL) {
        say_list(with, report);
    } else if (way != NULL) {
        say_way(with, way);
    } else {
        say_never(of, with, name);
    }
    return CLI_GOOD;
}

cli_exit verb_reach(cli *with)
{
    const rp_report_options options = {.is_quick = true};
    checked one;
    cli_exit status = checked_make(with, with->operands[0], &options, &one);

    if (status == CLI_GOOD && !one.is_proven) {
        say_faults(with, &one.loaded.faults);
        status = CLI_FOUND;
    } else if (status == CLI_GOOD) {
        status = tell(with, &one);
    }
    checked_clear(&one);
    return status;
}
