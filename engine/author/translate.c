/*
 * PO files made anew. We write what is to be translated, gettext does the
 * rest: msgfmt reads what there is, msguniq and msgmerge bring both together.
 *
 * A reworded text is led back to its old translation here and not by
 * msgmerge's own likeness, which cannot know that a place stayed the same.
 */
#include <stdio.h>
#include <string.h>

#include <sys/mman.h>
#include <unistd.h>

#include "author.h"
#include "rapport/process.h"

static const author_tool *tool_of(const char *const *arguments,
                                  author_tool *tool)
{
    *tool = (author_tool){arguments[0], "gettext", arguments};
    return tool;
}

/* --------------------------------------------------------- read the old */

/* Compiles a part's old file; what the tool says names the file. */
static rp_status compile(const rp_translation_part *part,
                         const char *const *arguments, rp_arena *arena,
                         rp_mo *catalog, rp_error *err)
{
    rp_text compiled;
    author_tool msgfmt;
    rp_text old = {.alloc = arena->alloc};

    rp_text_init(&compiled, arena->alloc);
    rp_text_add(&old, part->old, part->old_length);
    rp_status status = old.failed ? author_no_memory(err)
                                  : author_tool_run(tool_of(arguments, &msgfmt),
                                                    &old, &compiled, err);
    if (status == RP_OK) {
        const char *bytes =
            rp_arena_copy(arena, compiled.bytes, compiled.length);
        if (bytes == NULL) {
            status = author_no_memory(err);
        } else if (!rp_mo_open(catalog, bytes, compiled.length)) {
            *catalog = (rp_mo){.bytes = NULL};
        }
    }
    rp_text_clear(&compiled);
    rp_text_clear(&old);
    return status;
}

static rp_status read_old(po_file *file, rp_arena *arena, rp_error *err)
{
    static const char *const sure[] = {"msgfmt", "-o", "-", "-", NULL};
    static const char *const loose[] = {"msgfmt", "--use-fuzzy", "-o",
                                        "-",      "-",           NULL};

    if (file->part->old == NULL) {
        return RP_OK;
    }
    rp_status status = compile(file->part, sure, arena, &file->sure, err);
    return status == RP_OK
               ? compile(file->part, loose, arena, &file->loose, err)
               : status;
}

/* -------------------------------------------------------- write entries */

static void write_quoted(rp_text *out, const char *before, const char *text)
{
    rp_text_printf(out, "%s \"", before);
    for (; *text != '\0'; text++) {
        switch (*text) {
        case '"': rp_text_puts(out, "\\\""); break;
        case '\\': rp_text_puts(out, "\\\\"); break;
        case '\n': rp_text_puts(out, "\\n"); break;
        case '\t': rp_text_puts(out, "\\t"); break;
        default: rp_text_add(out, text, 1); break;
        }
    }
    rp_text_puts(out, "\"\n");
}

static void write_entry(rp_text *out, const po_entry *entry, const char *said)
{
    if (entry->context != NULL) {
        write_quoted(out, "msgctxt", entry->context);
    }
    write_quoted(out, "msgid", entry->text);
    write_quoted(out, "msgstr", said);
    rp_text_puts(out, "\n");
}

static void write_header(rp_text *out, const rp_translation_order *order)
{
    rp_text_puts(out, "msgid \"\"\nmsgstr \"\"\n");
    if (order != NULL) {
        rp_text_printf(out,
                       "\"Project-Id-Version: %s\\n\"\n"
                       "\"Language: %s\\n\"\n\"MIME-Version: 1.0\\n\"\n",
                       order->project, order->language);
    }
    rp_text_puts(out, "\"Content-Type: text/plain; charset=UTF-8\\n\"\n"
                      "\"Content-Transfer-Encoding: 8bit\\n\"\n\n");
}

/* ------------------------------------------------------- reworded texts */

static bool has_entry(const po_file *file, const char *context,
                      const char *text)
{
    for (uint32_t i = 0; i < file->list.count; i++) {
        const po_entry *entry = po_entry_at(file, i);
        if (entry->context != NULL && strcmp(entry->context, context) == 0 &&
            strcmp(entry->text, text) == 0) {
            return true;
        }
    }
    return false;
}

/* Texts of this place that are translated and no longer said. */
static const char *only_gone_text(const po_file *file, const char *context)
{
    const char *gone = NULL;
    size_t length = strlen(context);

    for (uint32_t i = 0; i < file->sure.count; i++) {
        const char *key = rp_mo_key(&file->sure, i);
        if (key == NULL || strncmp(key, context, length) != 0 ||
            key[length] != '\4' || has_entry(file, context, key + length + 1)) {
            continue;
        }
        if (gone != NULL) {
            return NULL;
        }
        gone = key + length + 1;
    }
    return gone;
}

/* True where this is the one text of its place that nobody translated. */
static bool is_only_new(const po_file *file, uint32_t entry)
{
    const char *context = (*po_entry_at(file, entry)).context;

    for (uint32_t i = 0; i < file->list.count; i++) {
        const po_entry *other = po_entry_at(file, i);
        if (i != entry && other->context != NULL &&
            strcmp(other->context, context) == 0 &&
            !po_holds(&file->loose, other)) {
            return false;
        }
    }
    return true;
}

/* The old translation under the new text, marked for a second look. */
static void write_reworded(rp_text *out, const po_file *file)
{
    for (uint32_t i = 0; file->sure.bytes != NULL && i < file->list.count;
         i++) {
        const po_entry *entry = po_entry_at(file, i);
        if (entry->context == NULL || po_holds(&file->loose, entry)) {
            continue;
        }
        const char *gone = only_gone_text(file, entry->context);
        if (gone == NULL || !is_only_new(file, i)) {
            continue;
        }
        rp_text_puts(out, "\n#, fuzzy\n");
        write_quoted(out, "#| msgctxt", entry->context);
        write_quoted(out, "#| msgid", gone);
        write_entry(out, entry, rp_mo_find(&file->sure, entry->context, gone));
    }
}

/* ---------------------------------------------------------------- merge */

/*
 * msgmerge reads two files, one of which can come through its input; the
 * other lies in memory and is read through our own list of descriptors.
 */
static rp_status merge(const rp_text *old, const rp_text *wanted,
                       rp_text *merged, rp_error *err)
{
    char place[64];
    const char *const arguments[] = {"msgmerge",  "--quiet", "--previous",
                                     "--no-wrap", "-o",      "-",
                                     "-",         place,     NULL};
    author_tool msgmerge;
    int fd = memfd_create("wanted.pot", MFD_CLOEXEC);

    if (fd < 0 ||
        write(fd, wanted->bytes, wanted->length) != (ssize_t)wanted->length) {
        if (fd >= 0) {
            (void)close(fd);
        }
        return author_no_memory(err);
    }
    (void)snprintf(place, sizeof place, "/proc/%ld/fd/%d", (long)getpid(), fd);
    rp_status status =
        author_tool_run(tool_of(arguments, &msgmerge), old, merged, err);
    (void)close(fd);
    return status;
}

static rp_status make_file(const rp_translation_order *order,
                           const po_file *file, rp_text *made, rp_error *err)
{
    static const char *const once[] = {"msguniq", "--use-first", "--no-wrap",
                                       NULL};
    rp_text wanted = {.alloc = made->alloc};
    rp_text old = {.alloc = made->alloc};
    rp_text single = {.alloc = made->alloc};
    author_tool msguniq;

    if (file->part->old != NULL) {
        rp_text_add(&old, file->part->old, file->part->old_length);
    } else {
        write_header(&old, order);
    }
    write_reworded(&old, file);
    write_header(&wanted, NULL);
    for (uint32_t i = 0; i < file->list.count; i++) {
        rp_text_printf(&wanted, "#. %s\n", po_entry_at(file, i)->key);
        write_entry(&wanted, po_entry_at(file, i), "");
    }
    rp_status status =
        wanted.failed || old.failed
            ? author_no_memory(err)
            : author_tool_run(tool_of(once, &msguniq), &old, &single, err);
    if (status == RP_OK) { /* of a header alone msguniq leaves nothing */
        status = merge(single.length > 0 ? &single : &old, &wanted, made, err);
    }
    rp_text_clear(&wanted);
    rp_text_clear(&old);
    rp_text_clear(&single);
    return status;
}

static void count_entries(const po_file *file, rp_translation_file *made)
{
    for (uint32_t i = 0; i < file->list.count; i++) {
        if (po_holds(&file->sure, po_entry_at(file, i))) {
            made->translated++;
        } else if (po_holds(&file->loose, po_entry_at(file, i))) {
            made->fuzzy++;
        }
    }
    made->total = file->list.count;
}

const char *rp_translation_name(const char *scenario, const char *language,
                                rp_arena *arena)
{
    return scenario == NULL
               ? rp_arena_format(arena, "locale/%s.po", language)
               : rp_arena_format(arena, "locale/%s.%s.po", scenario, language);
}

static rp_status finish_file(const rp_translation_order *order,
                             const po_file *file, rp_arena *arena,
                             rp_translation_file *made, rp_error *err)
{
    rp_text text;
    rp_translation_part renewed = *file->part;
    po_file again = *file;

    if (file->list.count == 0 && file->part->old == NULL) {
        return RP_OK;
    }
    rp_text_init(&text, arena->alloc);
    rp_status status = make_file(order, file, &text, err);
    if (status == RP_OK) {
        made->bytes = rp_arena_copy(arena, text.bytes, text.length);
        made->length = text.length;
        made->is_changed =
            file->part->old == NULL || file->part->old_length != text.length ||
            memcmp(file->part->old, text.bytes, text.length) != 0;
        status = made->bytes == NULL ? author_no_memory(err) : RP_OK;
    }
    rp_text_clear(&text);
    if (status == RP_OK && made->is_changed) { /* else it was read already */
        renewed.old = made->bytes;
        renewed.old_length = made->length;
        again.part = &renewed;
        status = read_old(&again, arena, err);
    }
    if (status == RP_OK) {
        count_entries(&again, made);
    }
    return status;
}

/* The tool's own sentence, and the file it is about. */
static rp_status fail_file(rp_error *err, const char *name, const rp_error *why)
{
    if (err != NULL) {
        *err = *why;
        (void)snprintf(err->source, sizeof err->source, "%s", name);
    }
    return why->status;
}

rp_status rp_translation_make(const rp_translation_order *order,
                              rp_arena *arena, rp_translation_file *files,
                              rp_error *err)
{
    po_file *plans = rp_arena_take(arena, order->part_count, sizeof *plans);
    rp_error inner = {0};
    rp_status status = RP_OK;
    uint32_t at = 0;

    if (plans == NULL) {
        return author_no_memory(err);
    }
    for (uint32_t i = 0; i < order->part_count; i++) {
        plans[i] = (po_file){.part = &order->parts[i]};
        files[i] = (rp_translation_file){
            .name = rp_translation_name(order->parts[i].scenario,
                                        order->language, arena)};
        if (files[i].name == NULL) {
            return author_no_memory(err);
        }
    }
    for (at = 0; status == RP_OK && at < order->part_count; at++) {
        status = read_old(&plans[at], arena, &inner);
    }
    if (status == RP_OK && !po_plan(plans, order->part_count, arena)) {
        return author_no_memory(err);
    }
    if (status == RP_OK) {
        for (at = 0; status == RP_OK && at < order->part_count; at++) {
            status = finish_file(order, &plans[at], arena, &files[at], &inner);
        }
    }
    return status == RP_OK ? RP_OK : fail_file(err, files[at - 1].name, &inner);
}
