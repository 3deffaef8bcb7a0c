/*
 * One load: gather the files, run the helper twice and the translations'
 * compiler once a language, all at the same time, then judge what came back.
 * The two answers must be the same to the byte: a file whose declarations
 * depend on addresses or the clock could not be replayed.
 */
#include <assert.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <sys/wait.h>

#include "script.h"

enum {
    RUNS = 2,
    CATALOG_BYTES_MAX = 8 * 1024 * 1024
};

/* Everything one load needs while its programs run. */
typedef struct load {
    rp_arena *arena;
    script_pack *pack;
    char helper_path[RP_PATH_MAX];
    char msgfmt_path[RP_PATH_MAX];
    rp_text message;
    uint32_t run_count;
    uint32_t language_count;
    script_translation translations[SCRIPT_LANGUAGES_MAX];
    rp_process processes[RUNS + SCRIPT_LANGUAGES_MAX]; /* helpers first */
} load;

static rp_status fail_memory(rp_error *err)
{
    return rp_fail(err, RP_E_MEMORY, "not enough memory");
}

/* ------------------------------------------------------------- message */

static void add_number(rp_text *out, size_t number, size_t size_bytes)
{
    for (size_t i = 0; i < size_bytes; i++) {
        char byte = (char)(unsigned char)(number & 0xFFU);
        rp_text_add(out, &byte, 1);
        number >>= 8U;
    }
}

/*
 * "RPH1", the length of what follows, the count of files, then each file: its
 * kind, the lengths of name and bytes, the name, the bytes. Numbers are
 * little-endian.
 */
static void write_message(rp_text *out, const script_pack *pack)
{
    size_t body_length = 4;
    for (uint32_t i = 0; i < pack->source_count; i++) {
        const rp_source *source = &pack->sources[i];
        body_length += 1 + 2 + 4 + strlen(source->name) + source->length;
    }
    rp_text_add(out, "RPH1", 4);
    add_number(out, body_length, 4);
    add_number(out, pack->source_count, 4);
    for (uint32_t i = 0; i < pack->source_count; i++) {
        const rp_source *source = &pack->sources[i];
        add_number(out, (size_t)pack->kinds[i], 1);
        add_number(out, strlen(source->name), 2);
        add_number(out, source->length, 4);
        rp_text_puts(out, source->name);
        rp_text_add(out, source->bytes, source->length);
    }
}

/* ------------------------------------------------------------- helpers */

/* The file to name when nothing else is known. */
static const char *fallback_name(const script_pack *pack)
{
    return pack->main_name != NULL ? pack->main_name : pack->sources[0].name;
}

/* Says why a helper gave no answer. */
static rp_status fail_ended(const rp_process *helper, const char *file,
                            uint32_t deadline_ms, rp_error *err)
{
    if (helper->was_late) {
        return rp_fail_at(err, RP_E_INVALID, file, 0,
                          "the scenario process was ended after %u seconds; is "
                          "there a loop that never ends?",
                          (unsigned)((deadline_ms + 999) / 1000));
    }
    if (helper->was_too_long) {
        return rp_fail_at(err, RP_E_INVALID, file, 0,
                          "the scenario process was ended by the limit of its "
                          "answer");
    }
    bool has_signal = helper->has_status && WIFSIGNALED(helper->wait_status);
    int signal = has_signal ? WTERMSIG(helper->wait_status) : 0;
    if (signal == SIGSYS) {
        return rp_fail_at(err, RP_E_INVALID, file, 0,
                          "the scenario process was ended by the filter: it "
                          "asked the system for something it may not have");
    }
    if (signal != 0) {
        return rp_fail_at(err, RP_E_INVALID, file, 0,
                          "the scenario process was ended by signal %d (%s)",
                          signal, sigdescr_np(signal));
    }
    return rp_fail_at(err, RP_E_IO, file, 0,
                      "the scenario process ended without an answer");
}

static rp_status check_helper(const load *from, const rp_process *helper,
                              uint32_t deadline_ms, rp_error *err)
{
    const char *file = fallback_name(from->pack);
    script_context context = {.sources = from->pack->sources,
                              .source_count = from->pack->source_count,
                              .fallback_name = file};
    bool has_answer =
        helper->output.length > 0 && !helper->was_late && !helper->was_too_long;
    if (!has_answer) {
        return fail_ended(helper, file, deadline_ms, err);
    }
    return script_answer_check(helper->output.bytes, helper->output.length,
                               &context, err);
}

static bool are_same(const load *from)
{
    const rp_text *one = &from->processes[0].output;
    const rp_text *two = &from->processes[from->run_count - 1].output;
    return one->length == two->length && one->length > 0 &&
           memcmp(one->bytes, two->bytes, one->length) == 0;
}

/* The number at `*text`, which is moved behind it. */
static uint32_t read_number(const char **text)
{
    char *end = NULL;
    unsigned long number = strtoul(*text, &end, 10);
    *text = end;
    return number < UINT32_MAX ? (uint32_t)number : 0;
}

/*
 * True where `"@":"word","at":[` begins at `text`: only a declaration does,
 * and no text can hold these bytes without a backslash.
 */
static bool begins_declaration(const char *text)
{
    static const char start[] = "{\"@\":\"";
    static const char end[] = "\",\"at\":[";
    if (strncmp(text, start, sizeof start - 1) != 0) {
        return false;
    }
    text += sizeof start - 1;
    text += strspn(text, "abcdefghijklmnopqrstuvwxyz");
    return strncmp(text, end, sizeof end - 1) == 0;
}

/* Two good answers that differ: points at the declaration where they do. */
static rp_status fail_different(const load *from, rp_error *err)
{
    const char *one = from->processes[0].output.bytes;
    const char *two = from->processes[from->run_count - 1].output.bytes;
    const char *file = fallback_name(from->pack);
    uint32_t line = 0;
    size_t at = 0;
    while (one[at] == two[at] && one[at] != '\0') {
        at++;
    }
    while (at > 0 && !begins_declaration(one + at)) {
        at--;
    }
    if (at > 0) {
        const char *place = strchr(one + at, '[') + 1;
        uint32_t source_idx = read_number(&place);
        place++;
        line = read_number(&place);
        file = from->pack->sources[source_idx].name;
    }
    return rp_fail_at(err, RP_E_INVALID, file, line,
                      "the file declares something different each time it is "
                      "loaded; does it take the length of a list with holes?");
}

/*
 * Judges the answers. A sentence about a line says more than the end of the
 * other process, so it counts first; equal answers are read once.
 */
static rp_status check_helpers(const load *from, uint32_t deadline_ms,
                               rp_error *err)
{
    rp_error kept = {0};
    uint32_t count = are_same(from) ? 1 : from->run_count;
    for (uint32_t i = 0; i < count && kept.line == 0; i++) {
        rp_error own = {0};
        rp_status status =
            check_helper(from, &from->processes[i], deadline_ms, &own);
        if (status != RP_OK && (kept.status == RP_OK || own.line > 0)) {
            kept = own;
        }
    }
    if (kept.status == RP_OK && count > 1) {
        (void)fail_different(from, &kept);
    }
    if (kept.status != RP_OK && err != NULL) {
        *err = kept;
    }
    return kept.status;
}

/* ------------------------------------------------------------ catalogs */

static rp_status take_catalogs(const load *from, rp_declared *declared,
                               rp_error *err)
{
    uint32_t count = from->language_count;
    rp_catalog *catalogs = rp_arena_take(from->arena, count, sizeof *catalogs);
    if (catalogs == NULL) {
        return fail_memory(err);
    }
    for (uint32_t i = 0; i < count; i++) {
        const rp_process *compiler = &from->processes[from->run_count + i];
        const rp_text *made = &compiler->output;
        const char *said = compiler->errors.bytes;
        bool is_made = compiler->has_status && compiler->wait_status == 0 &&
                       !compiler->was_late && made->length > 0;
        if (!is_made) {
            return script_translation_fail(&from->translations[i],
                                           said == NULL ? "" : said, err);
        }
        catalogs[i].language = from->translations[i].language;
        catalogs[i].bytes =
            rp_arena_copy(from->arena, made->bytes, made->length);
        catalogs[i].length = made->length;
        if (catalogs[i].bytes == NULL) {
            return fail_memory(err);
        }
    }
    declared->catalog_count = count;
    declared->catalogs = catalogs;
    return RP_OK;
}

/* ---------------------------------------------------------------- load */

static rp_status find_programs(load *into, const rp_script_options *options,
                               rp_error *err)
{
    if (!script_find_helper(options, into->helper_path)) {
        return rp_fail(err, RP_E_IO,
                       "rapport-helper is missing; it belongs beside the "
                       "program");
    }
    if (into->pack->po_count > 0 &&
        !rp_process_find("msgfmt", into->msgfmt_path)) {
        return rp_fail_at(err, RP_E_IO, into->pack->po_files[0].name, 0,
                          "msgfmt is missing, which compiles translations; "
                          "install gettext");
    }
    return RP_OK;
}

static void set_processes(load *into)
{
    static const char *const helper[] = {"rapport-helper", NULL};
    static const char *const msgfmt[] = {"msgfmt", "-o", "-", "-", NULL};
    for (uint32_t i = 0; i < into->run_count; i++) {
        into->processes[i] = (rp_process){
            .path = into->helper_path,
            .arguments = helper,
            .input = into->message.bytes,
            .input_length = into->message.length,
            .output_max = SCRIPT_ANSWER_BYTES_MAX,
            .alloc = into->arena->alloc,
        };
    }
    for (uint32_t i = 0; i < into->language_count; i++) {
        into->processes[into->run_count + i] = (rp_process){
            .path = into->msgfmt_path,
            .arguments = msgfmt,
            .input = into->translations[i].input,
            .input_length = into->translations[i].input_length,
            .output_max = CATALOG_BYTES_MAX,
            .alloc = into->arena->alloc,
        };
    }
}

static rp_status take_declared(const load *from, rp_declared *declared,
                               rp_error *err)
{
    const script_pack *pack = from->pack;
    const rp_text *answer = &from->processes[0].output;
    declared->json = rp_arena_copy(from->arena, answer->bytes, answer->length);
    declared->json_length = answer->length;
    declared->main_name = pack->main_name;
    declared->source_count = pack->source_count;
    declared->sources = pack->sources;
    return declared->json == NULL ? fail_memory(err) : RP_OK;
}

/* Runs everything; the caller clears the processes and the message. */
static rp_status run_and_judge(load *with, uint32_t deadline_ms,
                               rp_declared *declared, rp_error *err)
{
    uint32_t count = with->run_count + with->language_count;
    rp_declared made = {0};
    rp_status status = rp_process_run(with->processes, count, deadline_ms, err);
    if (status == RP_OK) {
        status = check_helpers(with, deadline_ms, err);
    }
    if (status == RP_OK) {
        status = take_catalogs(with, &made, err);
    }
    if (status == RP_OK) {
        status = take_declared(with, &made, err);
    }
    if (status == RP_OK) {
        *declared = made;
    }
    rp_process_clear(with->processes, count);
    return status;
}

rp_status rp_script_load(const char *path, const rp_script_options *options,
                         rp_arena *arena, rp_declared *declared, rp_error *err)
{
    assert(path != NULL && arena != NULL && declared != NULL);
    load *with = rp_arena_take(arena, 1, sizeof *with);
    script_pack *pack = rp_arena_take(arena, 1, sizeof *pack);
    if (with == NULL || pack == NULL) {
        return fail_memory(err);
    }
    with->arena = arena;
    with->pack = pack;
    with->run_count = options != NULL && options->once ? 1 : RUNS;
    uint32_t deadline_ms = options != NULL && options->deadline_ms != 0
                               ? options->deadline_ms
                               : SCRIPT_DEADLINE_MS;
    rp_status status = script_gather(path, arena, pack, err);
    if (status == RP_OK) {
        status = find_programs(with, options, err);
    }
    if (status == RP_OK) {
        status = script_translations_join(pack, arena, with->translations,
                                          &with->language_count, err);
    }
    if (status != RP_OK) {
        return status;
    }
    rp_text_init(&with->message, arena->alloc);
    write_message(&with->message, pack);
    if (with->message.failed) {
        status = fail_memory(err);
    } else {
        set_processes(with);
        status = run_and_judge(with, deadline_ms, declared, err);
    }
    rp_text_clear(&with->message);
    return status;
}
