/*
 * The one door out: builds the view of the place the app is at into the spare
 * arena, and shows it when it is whole.
 */
#include <string.h>

#include "studio.h"

static void fill_shell(sketch *view, rp_view *out)
{
    view_library(view, &out->library);
    view_home(view, &out->home);
    out->home.is_first =
        out->home.attempt_count == 0 && !out->library.has_unfinished;
    if (out->place == RP_AT_RECORD) {
        view_past(view, &out->past);
    }
    if (out->place == RP_AT_GUIDE) {
        view_guide(view, &out->guide);
    }
    if (out->place == RP_AT_STUDIO) {
        view_studio(view, &out->studio);
    }
}

static void fill(sketch *view, rp_view *out)
{
    switch (out->place) {
    case RP_AT_HOME:
    case RP_AT_LIBRARY:
    case RP_AT_RECORD:
    case RP_AT_GUIDE:
    case RP_AT_STUDIO:
    case RP_AT_SETTINGS: fill_shell(view, out); break;
    case RP_AT_BRIEFING: view_briefing(view, &out->briefing); break;
    case RP_AT_FORM: view_form(view, &out->call); /* fall through */
    case RP_AT_CALL:
        view_call(view, &out->call);
        view_desk(view, &out->call);
        view_transcript(view, &out->call);
        break;
    case RP_AT_DEBRIEF:
        view_debrief(view, &out->debrief);
        view_transcript(view, &out->call);
        out->call.customer = out->debrief.customer;
        break;
    }
}

rp_status view_build(rp_app *app, rp_error *err)
{
    uint32_t spare = 1 - app->shown;
    sketch view = {.app = app, .arena = &app->arenas[spare]};
    rp_view fresh = {.version = app->view.version + 1, .place = app->place};

    if (app->place > RP_AT_SETTINGS) {
        view.model = app->scenario.model;
        view.language = app_show_language(app, view.model);
    }
    rp_arena_reset(view.arena);
    fill(&view, &fresh);
    if (view.refused) {
        return rp_fail(err, RP_E_MEMORY, "no memory to show what happened");
    }
    fresh.search = *search_shown(app);
    fresh.notice = app->notice[0] != '\0' ? app->notice : NULL;
    app->view = fresh;
    app->shown = spare;
    studio_settle(app);
    return RP_OK;
}
