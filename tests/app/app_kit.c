#include "app/app_kit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <dirent.h>
#include <unistd.h>

static uint64_t standing_clock(void *user)
{
    (void)user;
    return UINT64_C(1758100000000);
}

rp_app_options kit_options(void)
{
    return (rp_app_options){.pack_dir =
                                RP_SOURCE_DIR "/tests/fixtures/app/packs",
                            .locale_dir = RP_BUILD_DIR "/locale",
                            .language = "en",
                            .in_memory = true,
                            .fixed_seed = 7,
                            .fixed_set = 1,
                            .wall_ms = standing_clock};
}

rp_app *kit_open(const rp_app_options *options)
{
    rp_app *app = NULL;
    rp_error error = {0};

    if (rp_app_open(options, rp_alloc_default(), &app, &error) != RP_OK) {
        fail_msg("%s", error.message);
    }
    return app;
}

rp_status kit_try(rp_app *app, rp_intent_kind kind, uint32_t index,
                  rp_error *err)
{
    return rp_app_act(app, &(rp_intent){.kind = kind, .index = index}, err);
}

void kit_do(rp_app *app, rp_intent_kind kind, uint32_t index)
{
    rp_error error = {0};

    if (kit_try(app, kind, index, &error) != RP_OK) {
        fail_msg("intent %d: %s", (int)kind, error.message);
    }
}

void kit_text(rp_app *app, rp_intent_kind kind, const char *text)
{
    rp_error error = {0};
    rp_intent intent = {.kind = kind, .text = text};

    if (rp_app_act(app, &intent, &error) != RP_OK) {
        fail_msg("intent %d: %s", (int)kind, error.message);
    }
}

static const rp_reply_view *find(const rp_reply_view *replies, uint32_t count,
                                 const char *id)
{
    for (uint32_t i = 0; i < count; i++) {
        if (strcmp(replies[i].id, id) == 0) {
            return &replies[i];
        }
    }
    return NULL;
}

void kit_say(rp_app *app, const char *reply)
{
    const rp_call_view *call = &rp_app_view(app)->call;
    const rp_reply_view *found = find(call->replies, call->reply_count, reply);

    if (found == NULL) {
        found = find(call->anytime, call->anytime_count, reply);
    }
    if (found == NULL) {
        fail_msg("`%s` is not offered", reply);
        return;
    }
    kit_do(app, RP_INTENT_SAY, found->choice);
}

void kit_begin(rp_app *app)
{
    kit_text(app, RP_INTENT_OPEN, "short-call");
    kit_do(app, RP_INTENT_BEGIN, 0);
}

void kit_choose(rp_app *app, const char *ask, const char *answer)
{
    const rp_call_view *call = &rp_app_view(app)->call;

    for (uint32_t i = 0; i < call->ask_count; i++) {
        for (uint32_t j = 0; j < call->asks[i].answer_count; j++) {
            if (strcmp(call->asks[i].id, ask) == 0 &&
                strcmp(call->asks[i].answers[j].id, answer) == 0) {
                kit_do(app, RP_INTENT_CHOOSE, call->asks[i].answers[j].bit);
                return;
            }
        }
    }
    fail_msg("`%s` has no answer `%s`", ask, answer);
}

void kit_folder(char path[KIT_PATH_MAX])
{
    (void)snprintf(path, KIT_PATH_MAX, "%s/tests/app-XXXXXX", RP_BUILD_DIR);
    if (mkdtemp(path) == NULL) {
        fail_msg("no folder for the test");
    }
}

void kit_remove(const char *path)
{
    DIR *folder = opendir(path);
    struct dirent *entry = NULL;

    while (folder != NULL && (entry = readdir(folder)) != NULL) {
        char file[KIT_PATH_MAX * 3];
        (void)snprintf(file, sizeof file, "%s/%s", path, entry->d_name);
        (void)unlink(file);
    }
    if (folder != NULL) {
        (void)closedir(folder);
    }
    (void)rmdir(path);
}
