/*
 * `rapport reach`: how a call comes to a turn, reply, answer, ending or
 * interrupt, or why it never does.
 */
#include <string.h>

#include "check.h"
#include "json.h"

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

static const rp_fault *find_saying(const checked *of, const char *sentence)
{
    for (uint32_t i = 0; i < of->fault_count; i++) {
        if (of->faults[i].message == sentence) {
            return &of->faults[i];
        }
    }
    return NULL;
}

/* The fault about a name that is never reached; NULL where none is told. */
static const rp_fault *find_fault(const checked *of, const char *name)
{
    const rp_fault *found = NULL;

    for (uint32_t i = 0; found == NULL && i < of->report.remark_count; i++) {
        const rp_remark *remark = &of->report.remarks[i];
        if (strcmp(remark->code, "unreachable") == 0 &&
            strcmp(remark->subject, name) == 0) {
            found = find_saying(of, remark->sentence);
        }
    }
    return found;
}

static void say_moves(const cli *with, const rp_reached *way)
{
    rp_text line;

    rp_text_init(&line, with->alloc);
    for (uint32_t i = 0; i < way->move_count; i++) {
        cli_add_name(&line, way->moves[i]);
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
    json_text(json, "name", way->name);
    json_number(json, "set", way->set + 1);
    json_texts(json, "moves", way->moves, way->move_count);
    rp_json_close(json, '}');
}

static cli_exit print_json(const cli *with, const rp_report *report,
                           const char *name)
{
    json_page page;
    rp_json *json = json_begin(&page, with);

    rp_json_open(json, '{');
    json_open(json, "reached", '[');
    for (uint32_t i = 0; i < report->reached_count; i++) {
        if (name == NULL || strcmp(report->reached[i].name, name) == 0) {
            write_way(json, &report->reached[i]);
        }
    }
    rp_json_close(json, ']');
    json_open(json, "unreachable", '[');
    for (uint32_t i = 0; i < report->unreachable_count; i++) {
        if (name == NULL || strcmp(report->unreachable[i], name) == 0) {
            rp_json_string(json, report->unreachable[i]);
        }
    }
    rp_json_close(json, ']');
    rp_json_close(json, '}');
    return json_end(&page, with);
}

static cli_exit complain_of_name(const cli *with, const rp_report *report,
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
        return complain_of_name(with, report, name);
    }
    if (args_has(with, "--json")) {
        return print_json(with, report, name);
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
        status = cli_tell_faults(with, &one.loaded);
    } else if (status == CLI_GOOD) {
        status = tell(with, &one);
    }
    checked_clear(&one);
    return status;
}
