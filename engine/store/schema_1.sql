-- The first schema. Later versions only add tables: no row written under
-- this text is ever rewritten, so lists of words (roles, modes, reasons) are
-- held by their length here and by name in C.
--
-- Times ending in _ms are milliseconds since 1970 UTC of this computer, at_ms
-- milliseconds since the attempt began. Row numbers grow with every record,
-- whatever the clock says. Every column has its class in list_columns.h.

CREATE TABLE machine (
    one         INTEGER PRIMARY KEY CHECK (one = 1),
    id          BLOB NOT NULL CHECK (length(id) = 16),
    made_ms     INTEGER NOT NULL CHECK (made_ms BETWEEN 0 AND 253402300799999)
) STRICT;

CREATE TABLE machine_settings (
    key         TEXT NOT NULL PRIMARY KEY CHECK (length(key) BETWEEN 1 AND 64),
    value       TEXT NOT NULL CHECK (length(value) < 8192)
) STRICT, WITHOUT ROWID;

CREATE TABLE people (
    person      INTEGER PRIMARY KEY,
    id          BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    role        TEXT NOT NULL CHECK (length(role) BETWEEN 1 AND 64),
    created_ms  INTEGER NOT NULL
                CHECK (created_ms BETWEEN 0 AND 253402300799999),
    machine     BLOB NOT NULL CHECK (length(machine) = 16),
    is_imported INTEGER NOT NULL CHECK (is_imported IN (0, 1))
) STRICT;

CREATE TABLE person_names (
    person      INTEGER PRIMARY KEY REFERENCES people,
    name        TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 64),
    about       TEXT NOT NULL CHECK (length(about) < 8192)
) STRICT;

CREATE TABLE person_keys (
    person        INTEGER PRIMARY KEY REFERENCES people,
    record_key    BLOB NOT NULL CHECK (length(record_key) = 32),
    pin_hash      TEXT CHECK (length(pin_hash) BETWEEN 1 AND 128),
    pin_failures  INTEGER NOT NULL CHECK (pin_failures >= 0),
    pin_failed_ms INTEGER CHECK (pin_failed_ms BETWEEN 0 AND 253402300799999)
) STRICT;

CREATE TABLE person_settings (
    person      INTEGER NOT NULL REFERENCES people,
    key         TEXT NOT NULL CHECK (length(key) BETWEEN 1 AND 64),
    value       TEXT NOT NULL CHECK (length(value) < 8192),
    PRIMARY KEY (person, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE erasures (
    person      INTEGER PRIMARY KEY REFERENCES people,
    erased_ms   INTEGER NOT NULL
                CHECK (erased_ms BETWEEN 0 AND 253402300799999)
) STRICT;

CREATE TABLE documents (
    document      INTEGER PRIMARY KEY,
    digest        BLOB NOT NULL UNIQUE CHECK (length(digest) = 32),
    rules_digest  BLOB NOT NULL CHECK (length(rules_digest) = 32),
    scenario      TEXT NOT NULL CHECK (length(scenario) BETWEEN 1 AND 64),
    pack          TEXT NOT NULL CHECK (length(pack) <= 64),
    first_seen_ms INTEGER NOT NULL
                  CHECK (first_seen_ms BETWEEN 0 AND 253402300799999),
    json          TEXT NOT NULL CHECK (length(json) BETWEEN 2 AND 16777216)
) STRICT;

CREATE TABLE attempts (
    attempt         INTEGER PRIMARY KEY,
    id              BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    person          INTEGER NOT NULL REFERENCES people,
    document        INTEGER NOT NULL REFERENCES documents,
    language        TEXT NOT NULL CHECK (length(language) BETWEEN 1 AND 64),
    mode            TEXT NOT NULL CHECK (length(mode) BETWEEN 1 AND 64),
    seed            INTEGER NOT NULL,
    fact_set        INTEGER NOT NULL CHECK (fact_set BETWEEN 0 AND 65534),
    started_ms      INTEGER NOT NULL
                    CHECK (started_ms BETWEEN 0 AND 253402300799999),
    zone_offset_min INTEGER NOT NULL
                    CHECK (zone_offset_min BETWEEN -1440 AND 1440),
    engine_version  TEXT NOT NULL
                    CHECK (length(engine_version) BETWEEN 1 AND 64),
    pack_edition    TEXT NOT NULL CHECK (length(pack_edition) <= 64),
    timer_percent   INTEGER NOT NULL
                    CHECK (timer_percent BETWEEN 1 AND 10000),
    is_silence_off  INTEGER NOT NULL CHECK (is_silence_off IN (0, 1)),
    parent          INTEGER REFERENCES attempts
                    CHECK (parent < attempt),
    taken_moves     INTEGER NOT NULL CHECK (taken_moves BETWEEN 0 AND 4096),
    assessor        INTEGER REFERENCES people,
    machine         BLOB NOT NULL CHECK (length(machine) = 16),
    is_imported     INTEGER NOT NULL CHECK (is_imported IN (0, 1))
) STRICT;

CREATE INDEX attempts_of_person ON attempts (person);

CREATE TABLE moves (
    attempt     INTEGER NOT NULL REFERENCES attempts,
    seq         INTEGER NOT NULL CHECK (seq BETWEEN 0 AND 4095),
    move        TEXT NOT NULL CHECK (length(move) BETWEEN 1 AND 511),
    at_ms       INTEGER NOT NULL CHECK (at_ms BETWEEN 0 AND 4294967295),
    PRIMARY KEY (attempt, seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE attempt_closed (
    attempt     INTEGER PRIMARY KEY REFERENCES attempts,
    reason      TEXT NOT NULL CHECK (length(reason) BETWEEN 1 AND 64),
    closed_ms   INTEGER NOT NULL
                CHECK (closed_ms BETWEEN 0 AND 253402300799999)
) STRICT;

CREATE TABLE results (
    attempt        INTEGER PRIMARY KEY REFERENCES attempts,
    reason         TEXT NOT NULL CHECK (length(reason) BETWEEN 1 AND 64),
    ending         TEXT CHECK (length(ending) BETWEEN 1 AND 64),
    outcome        TEXT NOT NULL CHECK (length(outcome) BETWEEN 1 AND 64),
    listening      INTEGER NOT NULL,
    empathy        INTEGER NOT NULL,
    resolution     INTEGER NOT NULL,
    listening_par  INTEGER NOT NULL CHECK (listening_par >= 0),
    empathy_par    INTEGER NOT NULL CHECK (empathy_par >= 0),
    resolution_par INTEGER NOT NULL CHECK (resolution_par >= 0),
    listening_bp   INTEGER CHECK (listening_bp BETWEEN 0 AND 10000),
    empathy_bp     INTEGER CHECK (empathy_bp BETWEEN 0 AND 10000),
    resolution_bp  INTEGER CHECK (resolution_bp BETWEEN 0 AND 10000),
    criticals      TEXT NOT NULL CHECK (length(criticals) < 8192),
    passed         INTEGER NOT NULL CHECK (passed IN (0, 1)),
    passed_exam    INTEGER NOT NULL CHECK (passed_exam IN (0, 1)),
    satisfaction   INTEGER NOT NULL CHECK (satisfaction BETWEEN 1 AND 5),
    calm           INTEGER NOT NULL CHECK (calm BETWEEN 0 AND 100),
    trust          INTEGER NOT NULL CHECK (trust BETWEEN 0 AND 100),
    patience       INTEGER NOT NULL CHECK (patience BETWEEN 0 AND 100),
    talk_s         INTEGER NOT NULL CHECK (talk_s BETWEEN 0 AND 4294967295),
    state_digest   BLOB NOT NULL CHECK (length(state_digest) = 32),
    engine_version TEXT NOT NULL
                   CHECK (length(engine_version) BETWEEN 1 AND 64),
    finished_ms    INTEGER NOT NULL
                   CHECK (finished_ms BETWEEN 0 AND 253402300799999)
) STRICT;

CREATE TABLE notes (
    note        INTEGER PRIMARY KEY AUTOINCREMENT,
    attempt     INTEGER NOT NULL REFERENCES attempts,
    kind        TEXT NOT NULL CHECK (length(kind) BETWEEN 1 AND 64),
    at_ms       INTEGER NOT NULL CHECK (at_ms BETWEEN 0 AND 4294967295),
    text        TEXT NOT NULL CHECK (length(text) BETWEEN 1 AND 8191)
) STRICT;

CREATE INDEX notes_of_attempt ON notes (attempt);

CREATE TABLE verdicts (
    verdict        INTEGER PRIMARY KEY,
    digest         BLOB NOT NULL CHECK (length(digest) = 32),
    engine_version TEXT NOT NULL
                   CHECK (length(engine_version) BETWEEN 1 AND 64),
    kind           TEXT NOT NULL CHECK (length(kind) BETWEEN 1 AND 64),
    body           BLOB NOT NULL CHECK (length(body) <= 16777216),
    UNIQUE (digest, engine_version, kind)
) STRICT;

-- AUTOINCREMENT remembers the largest idx ever used: a cut tail shows.
CREATE TABLE chain (
    idx         INTEGER PRIMARY KEY AUTOINCREMENT CHECK (idx > 0),
    type        TEXT NOT NULL CHECK (length(type) BETWEEN 1 AND 64),
    subject     INTEGER NOT NULL,
    body        BLOB NOT NULL CHECK (length(body) = 32),
    hash        BLOB NOT NULL CHECK (length(hash) = 32)
) STRICT;
