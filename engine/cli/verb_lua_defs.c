/*
 * `rapport lua-defs`: what an editor needs to complete and explain the words
 * and keys of the scenario language.
 */
#include <errno.h>
#include <string.h>

#include <sys/stat.h>

#include "lua_defs.h"
#include "rapport/file.h"

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

static cli_exit write_settings(const cli *with, const char *path)
{
    struct stat facts;
    rp_error error = {0};

    if (lstat(path, &facts) == 0) {
        return CLI_GOOD;
    }
    return rp_file_write(path, settings, sizeof settings - 1, &error) == RP_OK
               ? CLI_GOOD
               : complain_of(with, &error);
}

static cli_exit write_definitions(const cli *with, const char *path,
                                  const rp_text *text)
{
    rp_error error = {0};

    return rp_file_write(path, text->bytes, text->length, &error) == RP_OK
               ? CLI_GOOD
               : complain_of(with, &error);
}

cli_exit lua_defs_write(cli *with, const char *folder)
{
    const char *inner = rp_arena_format(&with->arena, "%s/.luals", folder);
    const char *path =
        rp_arena_format(&with->arena, "%s/%s", folder, lua_defs_name);
    const char *rc =
        rp_arena_format(&with->arena, "%s/%s", folder, lua_defs_settings_name);
    rp_text text;

    if (inner == NULL || path == NULL || rc == NULL) {
        complain(with, "%s", cli_tr(with, "Out of memory."));
        return CLI_MACHINE;
    }
    if (mkdir(inner, 0777) != 0 && errno != EEXIST) {
        complain(with, cli_tr(with, "The folder %s cannot be made: %s"), inner,
                 strerrordesc_np(errno));
        return CLI_MACHINE;
    }
    rp_text_init(&text, with->alloc);
    cli_exit status = make(with, folder, &text);
    if (status == CLI_GOOD) {
        status = write_definitions(with, path, &text);
    }
    rp_text_clear(&text);
    return status == CLI_GOOD ? write_settings(with, rc) : status;
}

static cli_exit print(cli *with)
{
    rp_text text;

    rp_text_init(&text, with->alloc);
    cli_exit status = make(with, NULL, &text);
    say(with, "%s", text.bytes != NULL ? text.bytes : "");
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
