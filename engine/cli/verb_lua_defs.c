/*
 * `rapport lua-defs`: what an editor needs to complete and explain the words
 * and keys of the scenario language.
 */
#include <sys/stat.h>

#include "lua_defs.h"

const char lua_defs_name[] = ".luals/rapport.lua";
const char lua_defs_settings_name[] = ".luarc.json";

static const char settings[] =
    "{\n"
    "    \"$schema\": \"https://raw.githubusercontent.com/LuaLS/"
    "vscode-lua/master/setting/schema.json\",\n"
    "    \"runtime.version\": \"Lua 5.4\",\n"
    "    \"runtime.builtin\": { \"coroutine\": \"disable\", \"debug\": "
    "\"disable\", \"io\": \"disable\", \"os\": \"disable\", \"package\": "
    "\"disable\" },\n"
    "    \"workspace.library\": [\".luals\"],\n"
    "    \"workspace.checkThirdParty\": false\n"
    "}\n";

/* The definitions of the language, and of a pack's names where it loads. */
static cli_exit make(cli *with, const char *folder, rp_text *out)
{
    rp_tongue in = rp_words_tongue(with->words);
    rp_loaded loaded;
    rp_pack_names names = {{0}, {0}};
    rp_error error = {0};
    rp_status status = RP_OK;

    if (folder == NULL) {
        rp_language_definitions(NULL, &in, out);
        return CLI_GOOD;
    }
    status =
        rp_app_load_pack(&with->options, folder, with->alloc, &loaded, &error);
    if (status == RP_OK && loaded.document != NULL) {
        status = rp_document_pack_names(loaded.document, &with->arena, &names,
                                        &error);
    }
    if (status == RP_OK) {
        rp_language_definitions(&names, &in, out);
    }
    rp_loaded_clear(&loaded);
    return status == RP_OK ? CLI_GOOD : complain_of(with, &error);
}

/* An author's own settings stay. */
static cli_exit write_settings(const cli *with, const char *path)
{
    struct stat facts;

    return path != NULL && lstat(path, &facts) == 0
               ? CLI_GOOD
               : cli_write_file(with, path, settings, sizeof settings - 1);
}

cli_exit lua_defs_write(cli *with, const char *folder)
{
    const char *inner = rp_arena_format(&with->arena, "%s/.luals", folder);
    const char *path =
        rp_arena_format(&with->arena, "%s/%s", folder, lua_defs_name);
    const char *rc =
        rp_arena_format(&with->arena, "%s/%s", folder, lua_defs_settings_name);
    rp_text text;
    cli_exit status = cli_make_folder(with, inner);

    rp_text_init(&text, with->alloc);
    if (status == CLI_GOOD) {
        status = make(with, folder, &text);
    }
    if (status == CLI_GOOD) {
        status = cli_write_text(with, path, &text);
    }
    rp_text_clear(&text);
    return status == CLI_GOOD ? write_settings(with, rc) : status;
}

static cli_exit print(cli *with)
{
    rp_text text;

    rp_text_init(&text, with->alloc);
    cli_exit status = make(with, NULL, &text);
    if (status == CLI_GOOD && text.failed) {
        status = complain_of_memory(with);
    }
    say(with, "%s", cli_text(&text));
    rp_text_clear(&text);
    return status;
}

cli_exit verb_lua_defs(cli *with)
{
    const char *folder = NULL;
    rp_error error = {0};

    if (with->operand_count == 0) {
        return print(with);
    }
    if (rp_app_pack_folder(&with->options, with->operands[0], &with->arena,
                           &folder, &error) != RP_OK) {
        return complain_of(with, &error);
    }
    cli_exit status = lua_defs_write(with, folder);
    if (status == CLI_GOOD) {
        say_in(with, STYLE_BOLD, "%s", cli_tr(with, "Made"));
        say(with, "\n  %s/%s\n  %s/%s\n\n", folder, lua_defs_name, folder,
            lua_defs_settings_name);
        say_paragraph(with, 0,
                      cli_tr(with, "Open the folder in an editor with "
                                   "lua-language-server: it completes and "
                                   "explains every word and key."));
    }
    return status;
}
