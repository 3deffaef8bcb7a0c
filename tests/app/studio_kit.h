/*
 * A folder of packs for tests of the studio: one pack with the scenarios
 * `parcel` and `second`, written as a test wants them.
 */
#ifndef TESTS_APP_STUDIO_KIT_H
#define TESTS_APP_STUDIO_KIT_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <sys/stat.h>
#include <unistd.h>

#include "app/app_kit.h"
#include "app/studio.h"
#include "support/waker.h"

enum {
    DESK_PATH_MAX = 512
};

/* What is said in the turn `found`, and what ends the file. */
typedef struct desk_text {
    const char *line;
    const char *tail;
} desk_text;

typedef struct desk {
    char folder[KIT_PATH_MAX];
    waker bell;
    rp_app_options options;
    rp_app *app;
} desk;

static const char desk_call[] =
    "scenario \"%s\" {\n"
    "    title = \"Where is %s?\", situation = \"It has not arrived.\",\n"
    "    channel = \"chat\", customer = { name = \"Sun Li\" },\n"
    "    mood = { calm = 50, trust = 40, patience = 45 },\n"
    "    vars = { known = false }, start = \"hello\", hangs_up = \"left\",\n"
    "}\n"
    "turn \"hello\" {\n"
    "    says = \"My router is late.\",\n"
    "    reply \"own-it\" { \"I'll find it.\", listening = 2, empathy = 1,\n"
    "        calm = 15, set = { known = true }, to = \"found\",\n"
    "        because = \"Asks for her day.\" },\n"
    "    reply \"rule\" { \"Seven days.\", empathy = -1, patience = -20,\n"
    "        because = \"No answer.\" },\n"
    "}\n"
    "turn \"found\" {\n"
    "    says = \"%s\",\n"
    "    reply \"time\" { \"Tomorrow.\", when = \"known\", resolution = 3,\n"
    "        to = \"done\", because = \"A time.\" },\n"
    "    reply \"soon\" { \"Soon.\", resolution = -1, patience = -15,\n"
    "        to = \"maybe\", because = \"No time.\" },\n"
    "}\n"
    "ending \"done\" { outcome = \"resolved\", says = \"Good.\" }\n"
    "ending \"maybe\" { outcome = \"partly\", says = \"We'll see.\" }\n"
    "ending \"left\" { outcome = \"lost\", says = \"[She has left.]\" }\n"
    "%s\n";

static inline void desk_path(const desk *of, const char *name,
                             char path[DESK_PATH_MAX])
{
    (void)snprintf(path, DESK_PATH_MAX, "%s/tiny/%s", of->folder, name);
}

static inline void desk_put(const desk *of, const char *name, const char *bytes)
{
    char path[DESK_PATH_MAX];

    desk_path(of, name, path);
    FILE *file = fopen(path, "we");
    assert_non_null(file);
    assert_true(fputs(bytes, file) >= 0);
    assert_int_equal(fclose(file), 0);
}

/* Writes a scenario in place. */
static inline void desk_write(const desk *of, const char *id, desk_text text)
{
    char bytes[4096];
    char name[64];

    (void)snprintf(bytes, sizeof bytes, desk_call, id, id, text.line,
                   text.tail);
    (void)snprintf(name, sizeof name, "%s.lua", id);
    desk_put(of, name, bytes);
}

/* Writes it beside and renames it, as many editors do. */
static inline void desk_rename(const desk *of, const char *id, desk_text text)
{
    char bytes[4096];
    char name[64];
    char from[DESK_PATH_MAX];
    char to[DESK_PATH_MAX];

    (void)snprintf(bytes, sizeof bytes, desk_call, id, id, text.line,
                   text.tail);
    desk_put(of, ".swap", bytes);
    (void)snprintf(name, sizeof name, "%s.lua", id);
    desk_path(of, ".swap", from);
    desk_path(of, name, to);
    assert_int_equal(rename(from, to), 0);
}

static const desk_text desk_usual = {"So where is it?", ""};

static inline void desk_make(desk *of)
{
    char pack[DESK_PATH_MAX];

    *of = (desk){.bell = WAKER_INIT};
    kit_folder(of->folder);
    desk_path(of, "", pack);
    assert_int_equal(mkdir(pack, 0700), 0);
    desk_write(of, "parcel", desk_usual);
    desk_write(of, "second", desk_usual);
    of->options = kit_options();
    of->options.pack_dir = of->folder;
    of->options.helper_path = RP_BUILD_DIR "/rapport-helper";
    of->options.wake = waker_ring;
    of->options.user = &of->bell;
}

static inline void desk_until(desk *of, waker_question is_true,
                              const void *about)
{
    assert_true(waker_until(&of->bell, of->app, is_true, about));
}

static inline const rp_studio_view *desk_view(const desk *of)
{
    return &rp_app_view(of->app)->studio;
}

/* Goes to the studio and waits until everything is checked and drawn. */
static inline void desk_open(desk *of)
{
    desk_make(of);
    of->app = kit_open(&of->options);
    kit_do(of->app, RP_INTENT_GO, RP_AT_STUDIO);
    desk_until(of, waker_studio_is_done, NULL);
}

static inline void desk_remove(desk *of)
{
    static const char *const parts[] = {"lib", "locale", ""};
    char path[DESK_PATH_MAX];

    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        desk_path(of, parts[i], path);
        kit_remove(path);
    }
    kit_remove(of->folder);
}

static inline void desk_close(desk *of)
{
    rp_app_close(of->app);
    desk_remove(of);
}

#endif
