/*
 * What the trainers' desk is asked to do.
 */
#include <stdlib.h>
#include <string.h>

#include "intents.h"
#include "studio.h"

rp_status act_study(rp_app *app, const rp_intent *intent, rp_error *err)
{
    const char *id = intent->text != NULL ? intent->text : "";

    return studio_select(app, id)
               ? RP_OK
               : rp_fail(err, RP_E_INVALID, "There is no scenario `%s` here.",
                         id);
}

rp_status act_check(rp_app *app, const rp_intent *intent, rp_error *err)
{
    studio *of = app->studio;

    (void)intent;
    if (of->selected[0] == '\0') {
        return rp_fail(err, RP_E_STATE, "There is no scenario to check.");
    }
    worker_recheck(of->worker, of->selected);
    return RP_OK;
}

rp_status act_preview(rp_app *app, const rp_intent *intent, rp_error *err)
{
    if (intent->text == NULL) {
        preview_forget(app->studio);
        return RP_OK;
    }
    if (intent->index >= RP_MOMENTS) {
        return rp_fail(err, RP_E_INVALID, "There is no such moment.");
    }
    preview_choose(app, intent->text, (rp_moment)intent->index);
    return RP_OK;
}

rp_status act_try(rp_app *app, const rp_intent *intent, rp_error *err)
{
    return preview_try(app, intent->index, err);
}

rp_status act_edit(rp_app *app, const rp_intent *intent, rp_error *err)
{
    const char *path = intent->text != NULL ? intent->text : "";
    editor_command command;
    rp_arena arena;

    if (!rp_file_is_plain(path)) {
        return rp_fail(err, RP_E_IO, "There is no file %s.", path);
    }
    rp_arena_init(&arena, app->alloc);
    editor_wish wish = {
        .setting = app->settings.editor,
        .visual = secure_getenv("VISUAL"),
        .editor = secure_getenv("EDITOR"),
        .path = path[0] == '-' ? rp_arena_format(&arena, "./%s", path) : path,
        .line = intent->index};
    rp_status status =
        wish.path != NULL
            ? editor_choose(&wish, &arena, &command, err)
            : rp_fail(err, RP_E_MEMORY, "no memory to open the editor");
    if (status == RP_OK) {
        status = editor_start(&command, err);
    }
    rp_arena_clear(&arena);
    return status;
}
