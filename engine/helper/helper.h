/*
 * Helper: what the files of `rapport-helper` share. The helper takes the files
 * of one pack in one message, runs them once as Lua and answers with one JSON
 * object: what they declared, or one sentence and where it points.
 *
 * It opens no file, asks for nothing and lives for one load. This is the only
 * folder that knows Lua. Everything that touches a Lua state runs inside one
 * protected call, so no error of a script ends the program by itself.
 */
#ifndef RAPPORT_HELPER_H
#define RAPPORT_HELPER_H

#include <lua.h>

#include "rapport/base.h"

enum {
    HELPER_FILES_MAX = 512,
    HELPER_INPUT_MAX = 5 * 1024 * 1024,
    HELPER_MEMORY_MAX = 96 * 1024 * 1024,
    HELPER_STEPS_MAX = 20 * 1000 * 1000,
    HELPER_STEPS_A_HOOK = 1000,
    HELPER_TEXT_BUILT_MAX = 1024 * 1024, /* what string.rep may build */
    HELPER_DECLARATIONS_MAX = 20000,
    HELPER_DEPTH_MAX = 20,
    HELPER_NODES_MAX = 50000,
    HELPER_ENTRIES_MAX = 20000,
    HELPER_TEXT_MAX = 64 * 1024,
    HELPER_ANSWER_MAX = 1024 * 1024
};

/* ------------------------------------------------------------- message */

typedef enum helper_file_kind {
    HELPER_FILE_PACK = 'p',
    HELPER_FILE_LIBRARY = 'l',
    HELPER_FILE_SCENARIO = 's'
} helper_file_kind;

/* A file of the message. `bytes` is borrowed from the message's bytes. */
typedef struct helper_file {
    helper_file_kind kind;
    char name[RP_SOURCE_MAX]; /* relative to the pack: "lib/desk.lua" */
    const char *bytes;
    size_t length;
} helper_file;

typedef struct helper_message {
    uint32_t file_count;
    helper_file files[HELPER_FILES_MAX];
} helper_message;

enum {
    HELPER_HEAD_BYTES = 8
};

/*
 * Reads the head of a message, "RPH1" and the length of what follows (all
 * numbers are little-endian). False: not a message, or too long.
 */
bool helper_message_head(const uint8_t head[HELPER_HEAD_BYTES],
                         size_t *body_length);

/*
 * Reads the body: a count of files (u32), then for each its kind (u8), the
 * length of its name (u16) and of its bytes (u32), the name, the bytes.
 * `body` is borrowed for the message's life. False: damaged.
 */
bool helper_message_read(helper_message *message, const uint8_t *body,
                         size_t length);

/* ----------------------------------------------------------------- run */

/* Where something stands: a file of the message and a line from 1. */
typedef struct helper_place {
    uint32_t source_idx;
    uint32_t line; /* 0: the whole file */
} helper_place;

typedef enum helper_include_state {
    HELPER_INCLUDE_NEW = 0,
    HELPER_INCLUDE_RUNNING,
    HELPER_INCLUDE_DONE
} helper_include_state;

/* One load. Found from any Lua function by helper_run_of. */
typedef struct helper_run {
    const helper_message *message; /* borrowed; NULL until it has come */
    lua_State *lua;
    size_t memory_bytes;
    bool was_refused; /* an allocation met the cap */
    helper_place refused_at;
    uint64_t step_count;
    uint32_t loading_idx;  /* the file being parsed or run */
    uint32_t loading_line; /* how far it is parsed; 0: it runs */
    uint8_t include_states[HELPER_FILES_MAX];
    rp_random random;
    bool has_fault;
    helper_place fault_at;
    rp_error fault;
} helper_run;

/*
 * Makes the Lua state with the scenario's environment. False: no memory.
 * Caller's storage; `helper_run_close` once afterwards, also after a failure.
 */
bool helper_run_open(helper_run *run);
void helper_run_close(helper_run *run);

/*
 * Runs the files of `message` and adds the answer, declarations or error, to
 * `answer`. `message` is borrowed for the call.
 */
void helper_run_files(helper_run *run, const helper_message *message,
                      rp_text *answer);

/* Writes an error answer. */
void helper_answer_error(rp_text *answer, helper_place at,
                         const char *sentence);

helper_run *helper_run_of(lua_State *lua);

/* `include "lib/x"`, as Lua calls it. */
int helper_include(lua_State *lua);

/* --------------------------------------------------------------- guard */

/* The counting allocator of the Lua heap; `user` is the helper_run. */
void *helper_guard_resize(void *user, void *block, size_t old_bytes,
                          size_t new_bytes);

/* Counts steps; raises an error once there are too many. */
void helper_guard_count(lua_State *lua, lua_Debug *activation);

/* The innermost line of Lua that is running; safe in a signal handler. */
helper_place helper_guard_place(lua_State *lua);

/* The place of one frame of the stack; false for one that is not Lua. */
bool helper_guard_frame_place(lua_State *lua, lua_Debug *frame,
                              helper_place *at);

/*
 * Ends the run with a sentence of ours at a place of ours. Does not return.
 */
_Noreturn void helper_fault_raise(lua_State *lua, helper_place at,
                                  const char *format, ...) RP_PRINTF(3, 4);

/* The same at the innermost line that is running. */
_Noreturn void helper_fault_here(lua_State *lua, const char *format, ...)
    RP_PRINTF(2, 3);

/* The message handler of the protected call: keeps sentence and place. */
int helper_fault_keep(lua_State *lua);

/* ------------------------------------------------------------- wording */

/* What Lua said, and where, before it is put into an author's words. */
typedef struct helper_complaint {
    const char *text;   /* without the position in front */
    const char *source; /* the file's bytes; NULL: unknown */
    size_t source_length;
    uint32_t line; /* 0: unknown */
} helper_complaint;

/*
 * Puts one of Lua's messages into an author's words; a message that is not
 * Lua's own stays as it is. `sentence` is filled, without controls.
 */
void helper_wording(const helper_complaint *complaint,
                    char sentence[RP_MESSAGE_MAX]);

/* The nearest word or function of the language, or NULL. */
const char *helper_nearest_word(const char *wanted);

/* --------------------------------------------------------- environment */

/* Leaves the environment as the state's table of globals; Lua calls it. */
int helper_environment_open(lua_State *lua);

/* Keeps the metatable at the top from being read or replaced by a script. */
void helper_metatable_lock(lua_State *lua);

/* Puts our own functions into the table at the top of the stack. */
void helper_library_add_base(lua_State *lua);
void helper_library_add_string(lua_State *lua);
void helper_library_add_table(lua_State *lua);
void helper_library_add_math(lua_State *lua);

/* Pushes the written form of the value at `idx`. */
void helper_library_written(lua_State *lua, int idx);

/* A key of a table, as `pairs` and the encoder put them in order. */
typedef struct helper_key {
    int type; /* LUA_TBOOLEAN, LUA_TNUMBER, LUA_TSTRING */
    bool is_integer;
    lua_Integer integer; /* also 0 or 1 of a boolean */
    lua_Number number;
    const char *bytes; /* borrowed from the table */
    size_t length;
} helper_key;

/*
 * Sorts: booleans, integers, floats, then texts by their bytes. Not `qsort`,
 * which asks the system for its memory size.
 */
void helper_keys_sort(helper_key *keys, size_t count);

/* Entries of the table at `idx`, which is counted from the bottom. */
size_t helper_keys_count(lua_State *lua, int idx);

/* Fills `key` from the key at `idx`; false for a key of another type. */
bool helper_key_read(lua_State *lua, int idx, helper_key *key);

/* -------------------------------------------------------------- values */

/* Every userdata a script can hold begins with its kind. */
typedef enum helper_kind {
    HELPER_MONEY = 0,
    HELPER_NAME,
    HELPER_DATE,
    HELPER_CLOCK,
    HELPER_DATETIME,
    HELPER_RANGE,
    HELPER_DECLARATION,
    HELPER_KIND_COUNT
} helper_kind;

/*
 * A typed value; immutable. `number` holds fen, days, minutes of the day,
 * minutes since 1970 or the start of a range. A name keeps full, family and
 * title as user values 1 to 3.
 */
typedef struct helper_value {
    helper_kind kind;
    int64_t number;
    int64_t lo;
    int64_t hi;
} helper_value;

enum {
    HELPER_WRITTEN_MAX = 64
};

/* The typed value at `idx`, or NULL. */
const helper_value *helper_value_at(lua_State *lua, int idx);

/* The kind of the userdata at `idx`; HELPER_KIND_COUNT when it is none. */
helper_kind helper_kind_at(lua_State *lua, int idx);

/* "a date", "a text", "nothing": for sentences about what stands at `idx`. */
const char *helper_kind_words(lua_State *lua, int idx);

/* Written form of all kinds but a name: "2025-09-10 10:30", "50", "0..3". */
void helper_value_write(const helper_value *value,
                        char written[HELPER_WRITTEN_MAX]);

/* Pushes a new value of `kind`. */
helper_value *helper_value_push(lua_State *lua, helper_kind kind,
                                int64_t number);

/* Adds the constructors to the table at the top; makes the metatables. */
void helper_values_add(lua_State *lua);

/* `after`, `weekday`, `clock_of`, `date_of`, `at`. */
void helper_calendar_add(lua_State *lua);

/* --------------------------------------------------------------- words */

typedef enum helper_standing {
    HELPER_ALONE,
    HELPER_INSIDE,
    HELPER_BOTH
} helper_standing;

typedef struct helper_word {
    const char *name;
    bool takes_name;
    helper_standing standing;
} helper_word;

/* A declaration; user value 1 is its name (or nil), 2 its body. */
typedef struct helper_declaration {
    helper_kind kind; /* HELPER_DECLARATION */
    uint32_t word_idx;
    helper_place at;
    bool is_nested; /* stands in the body of another */
} helper_declaration;

extern const helper_word helper_words[];
uint32_t helper_word_count(void);

/* Adds the words to the table at the top of the stack. */
void helper_words_add(lua_State *lua);

/* The declaration at `idx`, or NULL. */
helper_declaration *helper_declaration_at(lua_State *lua, int idx);

/*
 * Pushes `turn "opening"`, or `facts` for a word without a name, and returns
 * the pushed text.
 */
const char *helper_declaration_title(lua_State *lua, int idx);

/* Pushes the list of all declarations in the order they were complete. */
void helper_words_push_declared(lua_State *lua);

/*
 * Judges what was left open: a name whose table never came, a reply in no
 * body, a turn inside another. Marks nested declarations.
 */
void helper_words_check(lua_State *lua);

/* Encodes all declarations; raises a fault for what cannot be data. */
void helper_encode(lua_State *lua, rp_text *answer);

#endif
