/*
 * What a scenario's card says. Loading a file takes the helper and some
 * milliseconds, so it is kept in the store under the file's path and is good
 * while nothing of the pack has changed.
 *
 * Kept as a row of texts with a NUL behind each, in the order of `keep_entry`.
 */
#include <stdlib.h>
#include <string.h>

#include "app_internal.h"

/* ----------------------------------------------------------- what stands */

static rp_status stamp_folder(const char *folder, rp_arena *arena, rp_text *out,
                              rp_error *err)
{
    file_names names = {0};
    rp_status status = files_list(folder, NULL, arena, &names, err);

    for (uint32_t i = 0; status == RP_OK && i < names.count; i++) {
        const char *path =
            rp_arena_format(arena, "%s/%s", folder, names.items[i]);
        const char *stamp = path != NULL ? files_stamp(path, arena) : NULL;
        rp_text_printf(out, "%s %s\n", names.items[i],
                       stamp != NULL ? stamp : "?");
    }
    return status;
}

/*
 * A text that differs when the scenario's file, or anything its pack shares,
 * does.
 */
rp_status library_stamp(const char *path, rp_arena *arena, const char **stamp,
                        rp_error *err)
{
    const char *slash = strrchr(path, '/');
    size_t length = slash != NULL ? (size_t)(slash - path) : 0;
    const char *pack = length > 0 ? rp_arena_copy(arena, path, length) : ".";
    const char *lib = rp_arena_format(arena, "%s/lib", pack);
    const char *locale = rp_arena_format(arena, "%s/locale", pack);
    const char *shared = rp_arena_format(arena, "%s/pack.lua", pack);
    rp_text text;

    if (pack == NULL || lib == NULL || locale == NULL || shared == NULL) {
        return rp_fail(err, RP_E_MEMORY, "no memory for the library");
    }
    rp_text_init(&text, arena->alloc);
    rp_text_printf(&text, "%s\n%s\n%s\n", path, files_stamp(path, arena),
                   files_stamp(shared, arena));
    rp_status status = stamp_folder(lib, arena, &text, err);
    if (status == RP_OK) {
        status = stamp_folder(locale, arena, &text, err);
    }
    if (status == RP_OK) {
        char hex[RP_DIGEST_HEX_MAX];
        rp_digest digest = rp_sha256(text.bytes, text.length);
        *stamp = rp_arena_format(arena, "%s", rp_digest_hex(&digest, hex));
        if (text.failed || *stamp == NULL) {
            status = rp_fail(err, RP_E_MEMORY, "no memory for the library");
        }
    }
    rp_text_clear(&text);
    return status;
}

/* ------------------------------------------------------------- what to say */

/* Writes what one language of a scenario says on its card. */
typedef struct card_writer {
    rp_app *app;
    const rp_model *model;
    uint16_t language;
} card_writer;

static const char *render(const card_writer *with, uint16_t set, rp_ref ref)
{
    rp_rendered *scratch = &with->app->scratch;
    rp_state state;

    if (ref == 0) {
        return "";
    }
    rp_state_begin(with->model, set, &state, NULL);
    rp_model_render(with->model, with->language, &state, ref, scratch);
    const char *bytes = scratch->text.bytes;
    return rp_arena_copy(&with->app->library->arena, bytes != NULL ? bytes : "",
                         scratch->text.length);
}

/* The customer's name where every fact set has the same. */
static const char *steady_customer(const card_writer *with)
{
    rp_ref name = with->model->customer_name;
    const char *first = render(with, 0, name);

    for (uint16_t set = 1; first != NULL && set < with->model->set_count;
         set++) {
        const char *other = render(with, set, name);
        if (other == NULL || strcmp(first, other) != 0) {
            return "";
        }
    }
    return first;
}

static void fill_words(rp_app *app, library_entry *entry, const rp_model *model,
                       card_words *words)
{
    for (uint16_t i = 0; i < model->language_count; i++) {
        const char *tag = model->languages[i].tag;
        card_writer with = {.app = app, .model = model, .language = i};
        words[i] = (card_words){
            .language = rp_arena_copy(&app->library->arena, tag, strlen(tag)),
            .title = render(&with, 0, model->title),
            .situation = render(&with, 0, model->situation),
            .customer = steady_customer(&with),
            .talk_s = texts_talk_s(app, model, i)};
    }
    entry->words = words;
    entry->word_count = model->language_count;
}

/* The behaviours its replies exercise: a model has no others. */
static rp_status fill_behaviours(rp_app *app, library_entry *entry,
                                 const rp_model *model, rp_error *err)
{
    rp_arena *arena = &app->library->arena;
    const char **ids =
        rp_arena_take(arena, model->behaviour_count + 1U, sizeof *ids);

    for (uint32_t i = 0; ids != NULL && i < model->behaviour_count; i++) {
        const char *id = model->behaviours[i].id;
        ids[i] = rp_arena_copy(arena, id, strlen(id));
        if (ids[i] == NULL) {
            ids = NULL;
        }
    }
    if (ids == NULL) {
        return rp_fail(err, RP_E_MEMORY, "no memory for the library");
    }
    entry->behaviours = ids;
    entry->behaviour_count = model->behaviour_count;
    return RP_OK;
}

/*
 * Loads the file and fills its entry; a file nobody can load is broken.
 * `is_sure` is false where that may be the machine's fault.
 */
static rp_status load_entry(rp_app *app, library_entry *entry, bool *is_sure,
                            rp_error *err)
{
    rp_loaded loaded;
    rp_arena *arena = &app->library->arena;
    rp_status status =
        rp_app_load(&app->options, entry->file.path, app->alloc, &loaded, err);
    const rp_model *model = loaded.model;

    *is_sure = status == RP_OK;
    entry->card.is_broken = model == NULL;
    entry->card.fault_count = loaded.faults.count;
    if (status == RP_OK && model != NULL) {
        const char *face =
            model->customer_face != NULL ? model->customer_face : "";
        card_words *words =
            rp_arena_take(arena, model->language_count, sizeof *words);
        entry->card.face = rp_arena_copy(arena, face, strlen(face));
        entry->card.channel = model->channel;
        entry->card.chapter = model->chapter;
        entry->card.difficulty = model->difficulty;
        if (words == NULL || entry->card.face == NULL) {
            status = rp_fail(err, RP_E_MEMORY, "no memory for the library");
        } else {
            fill_words(app, entry, model, words);
            status = fill_behaviours(app, entry, model, err);
            texts_keep(app, entry, model);
        }
    }
    rp_loaded_clear(&loaded);
    return status == RP_E_MEMORY ? status : RP_OK;
}

/* ------------------------------------------------------------- what is kept */

static void keep_text(rp_text *out, const char *text)
{
    rp_text_puts(out, text != NULL ? text : "");
    rp_text_add(out, "", 1);
}

static void keep_number(rp_text *out, uint32_t number)
{
    rp_text_printf(out, "%u", (unsigned)number);
    rp_text_add(out, "", 1);
}

static rp_verdict_key card_key(const library_entry *entry)
{
    return (rp_verdict_key){
        .document = rp_sha256(entry->file.path, strlen(entry->file.path)),
        .engine_version = RP_ENGINE_VERSION,
        .kind = "card-3"};
}

/* A cache: that it could not be written hurts nobody. */
static void keep_entry(rp_app *app, const library_entry *entry,
                       const char *stamp)
{
    rp_verdict_key key = card_key(entry);
    rp_text out;

    rp_text_init(&out, app->alloc);
    keep_text(&out, stamp);
    keep_number(&out, entry->card.is_broken);
    keep_number(&out, entry->card.fault_count);
    keep_text(&out, entry->card.face);
    keep_number(&out, (uint32_t)entry->card.channel);
    keep_number(&out, entry->card.chapter);
    keep_number(&out, entry->card.difficulty);
    keep_number(&out, entry->word_count);
    for (uint32_t i = 0; i < entry->word_count; i++) {
        keep_text(&out, entry->words[i].language);
        keep_text(&out, entry->words[i].title);
        keep_text(&out, entry->words[i].situation);
        keep_text(&out, entry->words[i].customer);
        keep_number(&out, entry->words[i].talk_s);
    }
    keep_number(&out, entry->behaviour_count);
    for (uint32_t i = 0; i < entry->behaviour_count; i++) {
        keep_text(&out, entry->behaviours[i]);
    }
    if (!out.failed) {
        (void)!rp_store_put_verdict(app->store, &key, out.bytes, out.length,
                                    NULL);
    }
    rp_text_clear(&out);
}

/* Reads the row of texts; past its end everything is empty. */
typedef struct reader {
    const char *at;
    const char *end;
} reader;

static const char *next_text(reader *from)
{
    const char *text = from->at;
    size_t left = (size_t)(from->end - from->at);
    const char *stop = left > 0 ? memchr(from->at, '\0', left) : NULL;

    if (stop == NULL) {
        from->at = from->end;
        return "";
    }
    from->at = stop + 1;
    return text;
}

static uint32_t next_number(reader *from)
{
    return (uint32_t)strtoul(next_text(from), NULL, 10);
}

static bool read_behaviours(rp_app *app, library_entry *entry, reader *from)
{
    uint32_t count = next_number(from);
    size_t left = (size_t)(from->end - from->at);

    /* Each takes a byte at least, whatever the number says. */
    count = count < left ? count : (uint32_t)left;
    const char **ids =
        rp_arena_take(&app->library->arena, count + 1U, sizeof *ids);
    if (ids == NULL) {
        return false;
    }
    for (uint32_t i = 0; i < count; i++) {
        ids[i] = next_text(from);
    }
    entry->behaviours = ids;
    entry->behaviour_count = count;
    return true;
}

static bool read_entry(rp_app *app, library_entry *entry, const char *stamp,
                       const rp_verdict *kept)
{
    reader from = {.at = kept->bytes, .end = kept->bytes + kept->length};

    if (strcmp(next_text(&from), stamp) != 0) {
        return false;
    }
    entry->card.is_broken = next_number(&from) != 0;
    entry->card.fault_count = next_number(&from);
    entry->card.face = next_text(&from);
    entry->card.channel = (rp_channel)(next_number(&from) % RP_CHANNELS);
    entry->card.chapter = (uint8_t)next_number(&from);
    entry->card.difficulty = (uint8_t)next_number(&from);
    uint32_t count = next_number(&from);
    count = count < RP_LANGUAGES_MAX ? count : RP_LANGUAGES_MAX;
    card_words *words =
        rp_arena_take(&app->library->arena, count, sizeof *words);
    if (words == NULL) {
        return false;
    }
    for (uint32_t i = 0; i < count; i++) {
        words[i].language = next_text(&from);
        words[i].title = next_text(&from);
        words[i].situation = next_text(&from);
        words[i].customer = next_text(&from);
        words[i].talk_s = next_number(&from);
    }
    entry->words = words;
    entry->word_count = count;
    return read_behaviours(app, entry, &from);
}

rp_status library_fill_entry(rp_app *app, library_entry *entry, rp_error *err)
{
    rp_arena *arena = &app->library->arena;
    rp_verdict_key key = card_key(entry);
    rp_verdict kept = {0};
    const char *stamp = NULL;
    bool is_sure = false;
    rp_status status = library_stamp(entry->file.path, arena, &stamp, err);

    if (status != RP_OK) {
        return status;
    }
    if (rp_store_get_verdict(app->store, &key, arena, &kept, NULL) == RP_OK &&
        kept.bytes != NULL && read_entry(app, entry, stamp, &kept)) {
        return RP_OK;
    }
    status = load_entry(app, entry, &is_sure, err);
    if (status == RP_OK && is_sure) {
        keep_entry(app, entry, stamp);
    }
    return status;
}
