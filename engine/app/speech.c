/*
 * Recorded speech of a pack: which file says a line, if one does.
 *
 *     PACK/voice/LANGUAGE/SCENARIO/TURN.ogg         what a turn says
 *                                  TURN.2.ogg       its second `says`
 *                                  TURN.REPLY.ogg   what a reply makes heard
 *                                  FORM.ASK.ANSWER.ogg
 *                                  TURN@3.ogg       in fact set 3 only
 *
 * A text with slots is another one in every fact set, so only a file that
 * names its set can say it. No link is followed below the pack's folder.
 */
#include "speech.h"

#include <limits.h>
#include <string.h>

#include <sys/stat.h>

#include "app_internal.h"

static bool is_own(const char *path, mode_t kind)
{
    struct stat about;

    return lstat(path, &about) == 0 && (about.st_mode & S_IFMT) == kind;
}

/* Of the file that is being played, else of the library's of that name. */
static const char *scenario_path(const rp_app *app)
{
    const char *file = app->scenario.file;
    const library *all = app->library;

    if (file != NULL && strchr(file, '/') != NULL) {
        return file;
    }
    for (uint32_t i = 0; all != NULL && i < all->count; i++) {
        if (strcmp(all->entries[i].file.id, app->scenario.model->id) == 0) {
            return all->entries[i].file.path;
        }
    }
    return NULL;
}

const char *speech_folder(sketch *view)
{
    const char *path = scenario_path(view->app);
    const char *slash = path != NULL ? strrchr(path, '/') : NULL;

    if (slash == NULL || slash == path) {
        return NULL;
    }
    const char *parts[] = {"voice", view->model->languages[view->language].tag,
                           view->model->id};
    const char *folder = sketch_format(view, "%.*s", (int)(slash - path), path);
    for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++) {
        folder = sketch_format(view, "%s/%s", folder, parts[i]);
        if (strpbrk(parts[i], "/.") != NULL || !is_own(folder, S_IFDIR)) {
            return NULL;
        }
    }
    return folder;
}

static const char *file_named(sketch *view, const char *folder,
                              const char *name)
{
    static const char *const endings[] = {"ogg", "wav"};

    for (size_t i = 0; i < sizeof endings / sizeof endings[0]; i++) {
        const char *path =
            sketch_format(view, "%s/%s.%s", folder, name, endings[i]);
        if (is_own(path, S_IFREG)) {
            return path;
        }
    }
    return NULL;
}

static bool has_slots(const sketch *view, rp_ref text)
{
    return strchr(rp_model_text(view->model, view->language, text), '{') !=
           NULL;
}

static const char *file_of(sketch *view, const char *folder, const char *key,
                           rp_ref text)
{
    unsigned set = view->app->run.session.state.set + 1U;
    const char *of_set =
        file_named(view, folder, sketch_format(view, "%s@%u", key, set));

    if (of_set != NULL || has_slots(view, text)) {
        return of_set;
    }
    return file_named(view, folder, key);
}

const char *speech_of_node(sketch *view, const char *folder,
                           const rp_state *state, uint16_t node)
{
    const rp_node *of = &view->model->nodes[node];
    uint32_t line = rp_state_line(view->model, state, node);

    if (folder == NULL || line >= UINT32_MAX) {
        return NULL;
    }
    uint32_t place = line - of->says.first;
    const char *key =
        place == 0 ? of->id
                   : sketch_format(view, "%s.%u", of->id, (unsigned)place + 1U);
    return file_of(view, folder, key, view->model->lines[line].text);
}

const char *speech_of_choice(sketch *view, const char *folder, uint16_t choice)
{
    const rp_choice *of = &view->model->choices[choice];
    const char *slash = strchr(of->owner, '/');

    if (folder == NULL || of->hears == 0) {
        return NULL;
    }
    const char *key =
        slash == NULL
            ? sketch_format(view, "%s.%s", of->owner, of->id)
            : sketch_format(view, "%.*s.%s.%s", (int)(slash - of->owner),
                            of->owner, slash + 1, of->id);
    return file_of(view, folder, key, of->hears);
}
