/*
 * What `rapport new` has made, and what to do next.
 */
#include <string.h>

#include "lua_defs.h"
#include "new.h"

static void say_made(const making *of)
{
    const cli *with = of->with;

    say_in(with, STYLE_BOLD, "%s", cli_tr(with, "Made"));
    say(with, "\n");
    for (uint32_t i = 0; i < of->files.count; i++) {
        say(with, "  %s/%s\n", of->folder, of->files.items[i].name);
    }
    if (of->order.makes_pack) {
        say(with, "  %s/%s\n  %s/%s\n", of->folder, lua_defs_name, of->folder,
            lua_defs_settings_name);
    }
}

static void say_step(const cli *with, const char *command, const char *what)
{
    say(with, "  ");
    say_in(with, STYLE_BOLD, "%s", command);
    say(with, "\n");
    say_paragraph(with, 6, what);
}

static void say_next(const making *of)
{
    cli *with = of->with;
    const char *folder = of->folder;
    const char *id = of->order.scenario;
    const char *const commands[] = {
        rp_arena_format(&with->arena, "rapport check %s/%s.lua", folder, id),
        rp_arena_format(&with->arena, "rapport play %s/%s.lua", folder, id),
        rp_arena_format(&with->arena, "rapport watch %s", folder)};
    static const char *const whats[] = {
        RP_WORD("what is wrong, and what is proven; now, and after every "
                "change"),
        RP_WORD("take the call yourself"),
        RP_WORD("checks by itself whenever a file is saved")};

    say(with, "\n");
    say_in(with, STYLE_BOLD, "%s", cli_tr(with, "Next"));
    say(with, "\n");
    for (size_t i = 0; i < 3; i++) {
        if (commands[i] != NULL) {
            say_step(with, commands[i], cli_tr(with, whats[i]));
        }
    }
    for (uint32_t i = 0; i < of->order.language_count; i++) {
        const char *tag = of->languages[i];
        if (strcmp(tag, "en") != 0 && strcmp(tag, "zh") != 0) {
            say_step(with,
                     rp_arena_format(&with->arena, "rapport translate %s %s",
                                     folder, tag),
                     cli_tr(with, "makes the file to translate it in"));
        }
    }
}

void new_print(const making *of)
{
    say_made(of);
    say_next(of);
}
