/*
 * Store: what must outlive the program. Documents, people, attempts with
 * their moves and results, notes, verdicts, settings, and the chain that
 * tells whether anybody changed them.
 *
 *   put_document, begin_attempt --add_move--> ... --finish_attempt--> result
 *                                 \--close_attempt (put aside)
 *
 * Records are only ever added: undo is another attempt, a correction another
 * entry. A call that returned RP_OK is on the disk, power cut or not; a call
 * that failed changed nothing. What belongs to a person (name, notes,
 * settings, key) stands apart and can be erased without breaking the chain.
 *
 * This room judges nothing and knows no rules of play: a move is a text, a
 * document is bytes with a digest. Everything handed out is copied into the
 * caller's arena. One store is used by one thread at a time; several
 * programs may have the same folder open.
 *
 * Errors of every call on a store, beside those named with it: RP_E_IO (disk
 * full, no permission, another Rapport is writing), RP_E_MEMORY,
 * RP_E_DAMAGED (what is stored is not what this program writes; any write to
 * a store that was opened damaged).
 */
#ifndef RAPPORT_STORE_H
#define RAPPORT_STORE_H

#include "rapport/scenario.h"

enum {
    RP_STORE_MOVE_MAX = 512,     /* a written move with its NUL */
    RP_STORE_NAME_MAX = 257,     /* a display name with its NUL; 64 letters */
    RP_STORE_WORD_MAX = 65,      /* ids, languages, versions, keys, kinds */
    RP_STORE_TEXT_MAX = 8192,    /* a note or setting with its NUL */
    RP_STORE_LIST_MAX = 1000,    /* rows of one page */
    RP_STORE_MOVES_MAX = 4096,   /* moves of one attempt */
    RP_STORE_BODY_MAX = 16 << 20 /* bytes of a document or verdict */
};

typedef struct rp_store rp_store;

/* ----------------------------------------------------------------- host */

/* Time and chance, so that tests have neither. */
typedef struct rp_store_host {
    int64_t (*now_ms)(void *user); /* since 1970-01-01 UTC */
    void (*random_bytes)(void *user, void *bytes, size_t length);
    void *user;
} rp_store_host;

/* The machine's clock and libsodium's generator. */
rp_store_host rp_store_host_system(void);

typedef struct rp_store_options {
    const char *directory; /* made when absent; NULL: in memory, for tests */
    rp_store_host host;    /* functions NULL: rp_store_host_system */
    rp_alloc alloc;        /* resize NULL: rp_alloc_default */
    uint32_t busy_ms;      /* wait for another writer; 0: 2000 */
    const char *vfs;       /* SQLite's file layer by name; NULL: its own */
} rp_store_options;

/*
 * Where a person's data belongs: "$XDG_DATA_HOME/rapport", or
 * "$HOME/.local/share/rapport" where the first is NULL or not absolute.
 *
 * `out`  appended to; the caller's
 *
 * Errors: RP_E_INVALID (neither is an absolute path), RP_E_MEMORY.
 */
RP_MUST_USE rp_status rp_store_default_dir(const char *xdg_data_home,
                                           const char *home, rp_text *out,
                                           rp_error *err);

/*
 * Makes the folder and what leads to it, 0700 whatever the umask; one that is
 * there stays as it is.
 *
 * Errors: RP_E_INVALID (no usable name), RP_E_IO.
 */
RP_MUST_USE rp_status rp_store_make_dir(const char *directory, rp_error *err);

/* ----------------------------------------------------------- lifecycle */

/*
 * Opens `directory`/rapport.db, making both where they are absent (folder
 * 0700, files 0600, whatever the umask). The whole file is checked first.
 * A damaged database that can still be read is opened for reading only: the
 * call succeeds and rp_store_trouble tells why.
 *
 * `options`  borrowed for the call
 * `store`    filled on success, owned: end it with rp_store_close
 *
 * Errors: RP_E_DAMAGED (not a database, another program's, a schema with
 * anything added or changed), RP_E_LIMIT (written by a newer Rapport),
 * RP_E_INVALID (something else is in its place: folder, pipe, link).
 */
RP_MUST_USE rp_status rp_store_open(const rp_store_options *options,
                                    rp_store **store, rp_error *err);

void rp_store_close(rp_store *store); /* NULL does nothing */

/*
 * RP_OK for a store in order. Else RP_E_DAMAGED or RP_E_IO with the sentence
 * why it can only be read and what to do; every write fails with the same.
 */
rp_status rp_store_trouble(const rp_store *store, rp_error *err);

/* The database file; "" in memory. Borrowed until the store is closed. */
const char *rp_store_path(const rp_store *store);

/* ------------------------------------------------------------------ ids */

enum {
    RP_STORE_ID_BYTES = 16,
    RP_STORE_ID_HEX_MAX = 33 /* with the NUL */
};

/* A random name of a person, attempt or machine; zero: none. */
typedef struct rp_store_id {
    uint8_t bytes[RP_STORE_ID_BYTES];
} rp_store_id;

char *rp_store_id_hex(const rp_store_id *id, char hex[RP_STORE_ID_HEX_MAX]);
bool rp_store_id_from_hex(rp_store_id *id, const char *hex);
bool rp_store_id_is_none(const rp_store_id *id);
bool rp_store_id_equal(const rp_store_id *a, const rp_store_id *b);

/* The random name this installation gave itself when the store was made. */
rp_store_id rp_store_machine(const rp_store *store);

/* ------------------------------------------------------------ documents */

typedef struct rp_stored_document {
    rp_digest digest; /* SHA-256 of `json` */
    rp_digest rules_digest;
    const char *scenario; /* its id */
    const char *pack;     /* its pack's id; "" for none */
    const char *json;     /* canonical, NUL behind */
    size_t json_length;
    int64_t first_seen_ms; /* filled by get; ignored by put */
} rp_stored_document;

/*
 * Keeps a document. One that is there already is left exactly as it is.
 *
 * Errors: RP_E_INVALID (the digest is not that of the bytes, bad ids),
 * RP_E_LIMIT.
 */
RP_MUST_USE rp_status rp_store_put_document(rp_store *store,
                                            const rp_stored_document *document,
                                            rp_error *err);

/*
 * The document of a digest, its bytes verified against it.
 *
 * `document`  filled on success, owned by `arena`
 *
 * Errors: RP_E_INVALID (not kept here), RP_E_DAMAGED (changed since).
 */
RP_MUST_USE rp_status rp_store_get_document(rp_store *store,
                                            const rp_digest *digest,
                                            rp_arena *arena,
                                            rp_stored_document *document,
                                            rp_error *err);

bool rp_store_has_document(rp_store *store, const rp_digest *digest);

/* --------------------------------------------------------------- people */

/* Roles are words: "self" (practising alone), "trainee", "trainer", ... */
typedef struct rp_person {
    rp_store_id id;
    const char *role;
    const char *name;  /* "" once erased */
    const char *about; /* free text; "" when none */
    int64_t created_ms;
    bool is_erased;
    bool has_pin;
} rp_person;

typedef struct rp_people {
    const rp_person *items;
    uint32_t count;
} rp_people;

/*
 * The person practising alone on this machine, made silently with the name
 * "You" when first asked for.
 *
 * `person`  filled on success, owned by `arena`
 */
RP_MUST_USE rp_status rp_store_default_person(rp_store *store, rp_arena *arena,
                                              rp_person *person, rp_error *err);

/*
 * Makes a person with a random id and a random key of their own.
 *
 * `role`, `name`  borrowed; a name is 1..64 clean letters on one line
 * `id`            filled on success
 *
 * Errors: RP_E_INVALID (role or name).
 */
RP_MUST_USE rp_status rp_store_add_person(rp_store *store, const char *role,
                                          const char *name, rp_store_id *id,
                                          rp_error *err);

/* Errors: RP_E_INVALID (nobody by that id, or the name). */
RP_MUST_USE rp_status rp_store_rename_person(rp_store *store,
                                             const rp_store_id *id,
                                             const char *name, rp_error *err);

/* Errors: RP_E_INVALID (nobody by that id). */
RP_MUST_USE rp_status rp_store_get_person(rp_store *store,
                                          const rp_store_id *id,
                                          rp_arena *arena, rp_person *person,
                                          rp_error *err);

/* Everybody, in the order they were made, the erased included. */
RP_MUST_USE rp_status rp_store_list_people(rp_store *store, rp_arena *arena,
                                           rp_people *people, rp_error *err);

/*
 * Erases a person: name, free text, notes, settings, PIN and key are
 * overwritten on the disk, an entry of the chain says so. Attempts stay under
 * the random id; the chain still verifies and its digests say nothing.
 * Erasing again only repeats the overwriting. Copies outside the store are
 * the caller's to tell about.
 *
 * Errors: RP_E_INVALID (nobody by that id), RP_E_IO (erased, but another
 * Rapport holds old bytes in use: the sentence says to erase again).
 */
RP_MUST_USE rp_status rp_store_erase_person(rp_store *store,
                                            const rp_store_id *id,
                                            rp_error *err);

/* ------------------------------------------------------------- attempts */

/* "practice", "exam": words in the database. */
typedef enum rp_attempt_mode {
    RP_MODE_PRACTICE,
    RP_MODE_EXAM,
    RP_MODES
} rp_attempt_mode;

extern const char *const rp_attempt_mode_names[RP_MODES];

/* How a run came to its end: "ending", "limit", "stopped", ... */
typedef enum rp_ended_reason {
    RP_ENDED_AT_ENDING, /* an ending was reached */
    RP_ENDED_AT_LIMIT,  /* the limit of moves */
    RP_ENDED_STOPPED,   /* a critical move in an exam */
    RP_ENDED_TIME,      /* the time of an exam ran out */
    RP_ENDED_FAULT,     /* a fault of scenario or machine: never a fail */
    RP_ENDED_REASONS
} rp_ended_reason;

extern const char *const rp_ended_reason_names[RP_ENDED_REASONS];

/* What is known when a run begins. Texts are borrowed for the call. */
typedef struct rp_attempt_start {
    rp_store_id person;
    rp_digest document; /* kept before */
    const char *language;
    rp_attempt_mode mode;
    uint64_t seed;
    uint16_t set; /* from 0 */
    const char *engine_version;
    const char *pack_edition; /* "" for none */
    int16_t zone_offset_min;  /* local time less UTC */
    uint16_t timer_percent;   /* accommodation: 100 is the usual time */
    bool is_silence_off;
    rp_store_id parent;   /* "try again from here"; none: a fresh run */
    uint32_t taken_moves; /* moves taken over from `parent` */
    rp_store_id assessor; /* who watches; none: nobody */
} rp_attempt_start;

/* A move as it was made; `seq` counts from 0 without holes. */
typedef struct rp_stored_move {
    const char *text;
    uint32_t at_ms; /* since the attempt began, never decreasing */
} rp_stored_move;

/* What a finished run came to. Texts are borrowed for the call. */
typedef struct rp_stored_result {
    rp_ended_reason reason;
    const char *ending; /* node id; "" for none */
    rp_outcome outcome;
    int32_t points[RP_SCORES];
    int32_t par[RP_SCORES];
    int32_t score_bp[RP_SCORES]; /* -1: not assessed */
    const char *criticals;       /* ids joined by ','; "" for none */
    bool passed;
    bool passed_exam;
    uint8_t satisfaction; /* 1..5 */
    uint8_t mood[RP_MOODS];
    uint32_t talk_s;
    rp_digest state_digest;     /* of the final state */
    const char *engine_version; /* that computed par and score */
    int64_t finished_ms;        /* filled by reads; ignored by finish */
} rp_stored_result;

/* A row of the attempts, with its result where it has one. */
typedef struct rp_attempt {
    rp_store_id id;
    int64_t order; /* grows with every attempt, whatever the clock says */
    int64_t started_ms;
    rp_attempt_start start;
    const char *scenario; /* id in the document */
    uint32_t move_count;
    bool is_closed;   /* put aside without a result */
    bool is_imported; /* played on another machine */
    rp_store_id machine;
    bool has_result;
    rp_stored_result result; /* where has_result */
} rp_attempt;

typedef struct rp_attempts {
    const rp_attempt *items;
    uint32_t count;
} rp_attempts;

typedef struct rp_stored_moves {
    const rp_stored_move *items;
    uint32_t count;
} rp_stored_moves;

/*
 * Begins an attempt. With a parent its first `taken_moves` moves are copied,
 * times included, so that every attempt can be replayed alone; an unfinished
 * parent is put aside.
 *
 * `id`  filled on success
 *
 * Errors: RP_E_INVALID (unknown person, document or parent, more moves than
 * the parent has, a word out of range).
 */
RP_MUST_USE rp_status rp_store_begin_attempt(rp_store *store,
                                             const rp_attempt_start *start,
                                             rp_store_id *id, rp_error *err);

/*
 * Keeps one move: on success it survives a power cut.
 *
 * `seq`   its place from 0: as many moves as the attempt has
 * `move`  borrowed for the call
 *
 * Errors: RP_E_STATE (finished, put aside, not the next move, time runs
 * backwards), RP_E_INVALID (no such attempt; text empty, long or unclean).
 */
RP_MUST_USE rp_status rp_store_add_move(rp_store *store,
                                        const rp_store_id *attempt,
                                        uint32_t seq,
                                        const rp_stored_move *move,
                                        rp_error *err);

/*
 * Keeps the result and its chain entry, which covers every move, together.
 *
 * Errors: RP_E_STATE (finished or put aside), RP_E_INVALID.
 */
RP_MUST_USE rp_status rp_store_finish_attempt(rp_store *store,
                                              const rp_store_id *attempt,
                                              const rp_stored_result *result,
                                              rp_error *err);

/*
 * Puts an unfinished attempt aside, so that it is not offered again.
 * `reason` is a word: "dismissed", "restarted".
 *
 * Errors: RP_E_STATE (finished or put aside before), RP_E_INVALID.
 */
RP_MUST_USE rp_status rp_store_close_attempt(rp_store *store,
                                             const rp_store_id *attempt,
                                             const char *reason, rp_error *err);

/* Zeroed: everything. Texts are borrowed for the call. */
typedef struct rp_attempt_filter {
    rp_store_id person;   /* none: everybody */
    const char *scenario; /* NULL: every */
    bool only_finished;
    bool only_unfinished; /* neither finished nor put aside nor imported */
    int64_t before_order; /* the last page's smallest `order`; 0: newest */
    uint32_t limit;       /* 0: 100; at most RP_STORE_LIST_MAX */
} rp_attempt_filter;

/*
 * Attempts, newest first.
 *
 * `filter`    borrowed; NULL: everything
 * `attempts`  filled on success, owned by `arena`
 */
RP_MUST_USE rp_status rp_store_list_attempts(rp_store *store,
                                             const rp_attempt_filter *filter,
                                             rp_arena *arena,
                                             rp_attempts *attempts,
                                             rp_error *err);

/*
 * The attempts a person can go on with, newest first: neither finished nor
 * put aside. Usually none or one. Owned by `arena`.
 */
RP_MUST_USE rp_status rp_store_find_unfinished(rp_store *store,
                                               const rp_store_id *person,
                                               rp_arena *arena,
                                               rp_attempts *attempts,
                                               rp_error *err);

/* Errors: RP_E_INVALID (no such attempt). */
RP_MUST_USE rp_status rp_store_get_attempt(rp_store *store,
                                           const rp_store_id *id,
                                           rp_arena *arena, rp_attempt *attempt,
                                           rp_error *err);

/*
 * The attempt whose id in hex begins with `prefix` (4 digits or more), for
 * people who type. Errors: RP_E_INVALID (none, or more than one).
 */
RP_MUST_USE rp_status rp_store_find_attempt(rp_store *store, const char *prefix,
                                            rp_store_id *id, rp_error *err);

/*
 * All moves of an attempt, in order. Errors: RP_E_INVALID (no such attempt),
 * RP_E_DAMAGED (a hole, or time running backwards).
 */
RP_MUST_USE rp_status rp_store_attempt_moves(rp_store *store,
                                             const rp_store_id *id,
                                             rp_arena *arena,
                                             rp_stored_moves *moves,
                                             rp_error *err);

/* ---------------------------------------------------------------- notes */

/* "note" (typed on the notepad), "phrase" (pinned from what was said). */
typedef enum rp_note_kind {
    RP_NOTE_TYPED,
    RP_NOTE_PHRASE,
    RP_NOTE_KINDS
} rp_note_kind;

typedef struct rp_stored_note {
    int64_t number; /* names the note; filled by put and list */
    rp_note_kind kind;
    uint32_t at_ms; /* since the attempt began */
    const char *text;
} rp_stored_note;

typedef struct rp_stored_notes {
    const rp_stored_note *items;
    uint32_t count;
} rp_stored_notes;

/*
 * `note`  borrowed; `number` is filled on success
 * Errors: RP_E_INVALID (no such attempt; text empty, long or unclean).
 */
RP_MUST_USE rp_status rp_store_put_note(rp_store *store,
                                        const rp_store_id *attempt,
                                        rp_stored_note *note, rp_error *err);

/* Overwritten on the disk. Errors: RP_E_INVALID (no such note). */
RP_MUST_USE rp_status rp_store_remove_note(rp_store *store, int64_t number,
                                           rp_error *err);

/* In the order they were put. */
RP_MUST_USE rp_status rp_store_list_notes(rp_store *store,
                                          const rp_store_id *attempt,
                                          rp_arena *arena,
                                          rp_stored_notes *notes,
                                          rp_error *err);

/* ------------------------------------------------------------- verdicts */

/* Whose verdict: a document, the engine that reached it, and its kind. */
typedef struct rp_verdict_key {
    rp_digest document;         /* need not be kept here */
    const char *engine_version; /* borrowed */
    const char *kind;           /* "check", "par"; borrowed */
} rp_verdict_key;

/*
 * What solve proved, kept so that it need not be proved again. A cache: may
 * be replaced, and forgotten as a whole.
 */
RP_MUST_USE rp_status rp_store_put_verdict(rp_store *store,
                                           const rp_verdict_key *key,
                                           const void *bytes, size_t length,
                                           rp_error *err);

/* A verdict; `bytes` NULL: not known. Owned by the arena, NUL behind. */
typedef struct rp_verdict {
    const char *bytes;
    size_t length;
} rp_verdict;

RP_MUST_USE rp_status rp_store_get_verdict(rp_store *store,
                                           const rp_verdict_key *key,
                                           rp_arena *arena, rp_verdict *verdict,
                                           rp_error *err);

/* ------------------------------------------------------------- settings */

/* Whose setting. Borrowed for the call. */
typedef struct rp_setting_key {
    const rp_store_id *person; /* NULL: the machine's */
    const char *key;           /* a written name: "text-size" */
} rp_setting_key;

/*
 * Keeps a setting; `value` NULL forgets it.
 *
 * Errors: RP_E_INVALID (key, value, nobody by that id).
 */
RP_MUST_USE rp_status rp_store_put_setting(rp_store *store,
                                           const rp_setting_key *key,
                                           const char *value, rp_error *err);

/* `value` is NULL where nothing was set; owned by `arena`. */
RP_MUST_USE rp_status rp_store_get_setting(rp_store *store,
                                           const rp_setting_key *key,
                                           rp_arena *arena, const char **value,
                                           rp_error *err);

/* ---------------------------------------------------------------- chain */

/*
 * entry hash = BLAKE2b-256(hash before, index, type, subject, body digest).
 * Bodies of a person's records are digested with that person's key.
 */
typedef struct rp_chain_head {
    int64_t index; /* entries so far; 0: none */
    uint8_t hash[RP_DIGEST_BYTES];
} rp_chain_head;

/* The latest entry, to print on whatever leaves the machine. */
RP_MUST_USE rp_status rp_store_chain_head(rp_store *store, rp_chain_head *head,
                                          rp_error *err);

typedef enum rp_chain_finding_kind {
    RP_FOUND_CHANGED,    /* a row is not what its entry says */
    RP_FOUND_DROPPED,    /* an entry, or the row it covers, is gone */
    RP_FOUND_SWAPPED,    /* entries stand in each other's place */
    RP_FOUND_DUPLICATED, /* the same entry twice */
    RP_FOUND_TRUNCATED,  /* the end of the chain was cut off */
    RP_FOUND_PLANTED,    /* a row, or an entry, nobody made */
    RP_FOUND_REWRITTEN,  /* another history than the one known outside */
    RP_FOUND_KINDS
} rp_chain_finding_kind;

/* Written names: "changed", "dropped", ... */
extern const char *const rp_chain_finding_names[RP_FOUND_KINDS];

typedef struct rp_chain_finding {
    rp_chain_finding_kind kind;
    int64_t entry;     /* of the chain; 0: none */
    const char *table; /* of the row; "chain" for the entry itself */
    int64_t row;
    const char *message; /* what is wrong: one sentence */
    const char *advice;  /* what to do: one sentence */
} rp_chain_finding;

/* Called for each finding, in order; the finding is borrowed for the call. */
typedef struct rp_chain_watch {
    void (*found)(void *user, const rp_chain_finding *finding);
    void *user;
} rp_chain_watch;

/*
 * Walks the whole chain and every row it covers.
 *
 * `known`  a head remembered outside, borrowed; NULL: none. Only it can tell
 *          a cut tail or an older copy that is whole in itself.
 * `watch`  NULL: only the verdict
 * `head`   where the chain ends; may be NULL
 *
 * Returns RP_E_DAMAGED with the first finding's sentence where there is one.
 */
RP_MUST_USE rp_status rp_store_verify_chain(rp_store *store,
                                            const rp_chain_head *known,
                                            const rp_chain_watch *watch,
                                            rp_chain_head *head, rp_error *err);

/*
 * A whole copy of a store in order, written beside `path` and moved there
 * when it is complete; nothing that is there is overwritten.
 */
RP_MUST_USE rp_status rp_store_backup(rp_store *store, const char *path,
                                      rp_error *err);

#endif
