/*
 * Every statement this room runs on an open database, by name. Each is
 * prepared once, when first used. Parameters are numbered; store_run and
 * row_begin bind them in that order.
 */

/* The columns read_attempt reads, in its order. */
#define ATTEMPT_COLUMNS                                                       \
    "SELECT a.attempt, a.id, p.id, d.digest, d.scenario, a.language, a.mode," \
    " a.seed, a.fact_set, a.started_ms, a.zone_offset_min, a.engine_version," \
    " a.pack_edition, a.timer_percent, a.is_silence_off, t.id, "              \
    " a.taken_moves, s.id, a.machine, a.is_imported,"                         \
    " (SELECT max(seq) + 1 FROM moves WHERE attempt = a.attempt),"            \
    " c.attempt IS NOT NULL, r.attempt IS NOT NULL,"                          \
    " r.reason, r.ending, r.outcome, r.listening, r.empathy, r.resolution,"   \
    " r.listening_par, r.empathy_par, r.resolution_par, r.listening_bp,"      \
    " r.empathy_bp, r.resolution_bp, r.criticals, r.passed, r.passed_exam,"   \
    " r.satisfaction, r.calm, r.trust, r.patience, r.talk_s,"                 \
    " r.state_digest, r.engine_version, r.finished_ms"                        \
    " FROM attempts AS a LEFT JOIN people AS p ON p.person = a.person"        \
    " LEFT JOIN documents AS d ON d.document = a.document"                    \
    " LEFT JOIN attempts AS t ON t.attempt = a.parent"                        \
    " LEFT JOIN people AS s ON s.person = a.assessor"                         \
    " LEFT JOIN attempt_closed AS c ON c.attempt = a.attempt"                 \
    " LEFT JOIN results AS r ON r.attempt = a.attempt"

/* ?1 scenario, ?2 before, ?3 only finished, ?4 only unfinished, ?5 limit */
#define ATTEMPT_FILTER                                                \
    " (?1 IS NULL OR d.scenario = ?1) AND (?2 = 0 OR a.attempt < ?2)" \
    " AND (?3 = 0 OR r.attempt IS NOT NULL)"                          \
    " AND (?4 = 0 OR (r.attempt IS NULL AND c.attempt IS NULL"        \
    " AND a.is_imported = 0)) ORDER BY a.attempt DESC LIMIT ?5"

#define PERSON_COLUMNS                                               \
    "SELECT p.id, p.role, n.name, n.about, p.created_ms,"            \
    " e.person IS NOT NULL, k.pin_hash IS NOT NULL FROM people AS p" \
    " LEFT JOIN person_names AS n ON n.person = p.person"            \
    " LEFT JOIN person_keys AS k ON k.person = p.person"             \
    " LEFT JOIN erasures AS e ON e.person = p.person"

RP_STATEMENT(BEGIN_READ, "BEGIN")
RP_STATEMENT(BEGIN_WRITE, "BEGIN IMMEDIATE")
RP_STATEMENT(COMMIT, "COMMIT")
RP_STATEMENT(ROLLBACK, "ROLLBACK")

/* ------------------------------------------------------------ documents */

RP_STATEMENT(HAS_DOCUMENT, "SELECT document FROM documents WHERE digest = ?1")
RP_STATEMENT(ADD_DOCUMENT,
             "INSERT INTO documents (digest, rules_digest, scenario, pack,"
             " first_seen_ms, json) VALUES (?1, ?2, ?3, ?4, ?5, ?6)")
RP_STATEMENT(GET_DOCUMENT,
             "SELECT digest, rules_digest, scenario, pack, first_seen_ms, json"
             " FROM documents WHERE digest = ?1")

/* --------------------------------------------------------------- people */

RP_STATEMENT(PERSON_NUMBER, "SELECT person FROM people WHERE id = ?1")
RP_STATEMENT(LIVING_NUMBER,
             "SELECT person FROM people JOIN person_keys USING (person)"
             " WHERE id = ?1")
RP_STATEMENT(DEFAULT_PERSON,
             "SELECT id FROM people JOIN person_keys USING (person)"
             " WHERE role = 'self' AND is_imported = 0"
             " ORDER BY person LIMIT 1")
RP_STATEMENT(GET_PERSON, PERSON_COLUMNS " WHERE p.id = ?1")
RP_STATEMENT(LIST_PEOPLE, PERSON_COLUMNS " ORDER BY p.person")
RP_STATEMENT(ADD_PERSON,
             "INSERT INTO people (id, role, created_ms, machine, is_imported)"
             " VALUES (?1, ?2, ?3, ?4, 0)")
RP_STATEMENT(ADD_NAME, "INSERT INTO person_names (person, name, about)"
                       " VALUES (?1, ?2, '')")
RP_STATEMENT(ADD_KEY, "INSERT INTO person_keys (person, record_key,"
                      " pin_failures) VALUES (?1, ?2, 0)")
RP_STATEMENT(RENAME, "UPDATE person_names SET name = ?2 WHERE person ="
                     " (SELECT person FROM people WHERE id = ?1)")

/* -------------------------------------------------------------- erasure */

RP_STATEMENT(ADD_ERASURE, "INSERT OR IGNORE INTO erasures (person, erased_ms)"
                          " VALUES (?1, ?2)")
RP_STATEMENT(ERASE_NAME, "DELETE FROM person_names WHERE person = ?1")
RP_STATEMENT(ERASE_KEY, "DELETE FROM person_keys WHERE person = ?1")
RP_STATEMENT(ERASE_SETTINGS, "DELETE FROM person_settings WHERE person = ?1")
RP_STATEMENT(ERASE_NOTES, "DELETE FROM notes WHERE attempt IN"
                          " (SELECT attempt FROM attempts WHERE person = ?1)")

/* ------------------------------------------------------------- attempts */

RP_STATEMENT(ADD_ATTEMPT,
             "INSERT INTO attempts (id, person, document, language, mode,"
             " seed, fact_set, started_ms, zone_offset_min, engine_version,"
             " pack_edition, timer_percent, is_silence_off, parent,"
             " taken_moves, assessor, machine, is_imported)"
             " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12,"
             " ?13, ?14, ?15, ?16, ?17, 0)")
RP_STATEMENT(TAKE_MOVES, "INSERT INTO moves (attempt, seq, move, at_ms)"
                         " SELECT ?1, seq, move, at_ms FROM moves"
                         " WHERE attempt = ?2 AND seq < ?3")
RP_STATEMENT(CLOSE_ATTEMPT,
             "INSERT INTO attempt_closed (attempt, reason, closed_ms)"
             " SELECT ?1, ?2, ?3"
             " WHERE NOT EXISTS (SELECT 1 FROM results WHERE attempt = ?1)"
             " AND NOT EXISTS"
             " (SELECT 1 FROM attempt_closed WHERE attempt = ?1)")

/*
 * One statement is the whole durable step: it finds the attempt, refuses
 * what may not be added and inserts, in one transaction of one page.
 */
RP_STATEMENT(ADD_MOVE,
             "INSERT INTO moves (attempt, seq, move, at_ms)"
             " SELECT a.attempt, ?2, ?3, ?4 FROM attempts AS a"
             " WHERE a.id = ?1 AND a.is_imported = 0"
             " AND NOT EXISTS"
             " (SELECT 1 FROM results WHERE attempt = a.attempt)"
             " AND NOT EXISTS"
             " (SELECT 1 FROM attempt_closed WHERE attempt = a.attempt)"
             " AND (?2 = 0 OR EXISTS (SELECT 1 FROM moves"
             " WHERE attempt = a.attempt AND seq = ?2 - 1 AND at_ms <= ?4))")

/* Where an attempt stands: what ADD_MOVE refuses is explained by it. */
RP_STATEMENT(ATTEMPT_STANDING,
             "SELECT a.attempt, r.attempt IS NOT NULL, c.attempt IS NOT NULL,"
             " (SELECT max(seq) + 1 FROM moves WHERE attempt = a.attempt),"
             " (SELECT at_ms FROM moves WHERE attempt = a.attempt"
             " ORDER BY seq DESC LIMIT 1), a.is_imported"
             " FROM attempts AS a"
             " LEFT JOIN results AS r ON r.attempt = a.attempt"
             " LEFT JOIN attempt_closed AS c ON c.attempt = a.attempt"
             " WHERE a.id = ?1")
RP_STATEMENT(ADD_RESULT,
             "INSERT INTO results (attempt, reason, ending, outcome,"
             " listening, empathy, resolution, listening_par, empathy_par,"
             " resolution_par, listening_bp, empathy_bp, resolution_bp,"
             " criticals, passed, passed_exam, satisfaction, calm, trust,"
             " patience, talk_s, state_digest, engine_version, finished_ms)"
             " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12,"
             " ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22, ?23, ?24)")
RP_STATEMENT(GET_ATTEMPT, ATTEMPT_COLUMNS " WHERE a.id = ?1")
RP_STATEMENT(LIST_ATTEMPTS, ATTEMPT_COLUMNS " WHERE" ATTEMPT_FILTER)
RP_STATEMENT(LIST_OF_PERSON, ATTEMPT_COLUMNS
             " WHERE a.person ="
             " (SELECT person FROM people WHERE id = ?6) AND" ATTEMPT_FILTER)
RP_STATEMENT(FIND_ATTEMPT, "SELECT id FROM attempts WHERE id BETWEEN ?1 AND ?2"
                           " LIMIT 2")
RP_STATEMENT(LIST_MOVES, "SELECT seq, move, at_ms FROM moves"
                         " WHERE attempt = ?1 ORDER BY seq")

/* ---------------------------------------------------------------- notes */

RP_STATEMENT(ADD_NOTE,
             "INSERT INTO notes (attempt, kind, at_ms, text)"
             " SELECT attempt, ?2, ?3, ?4 FROM attempts AS a WHERE id = ?1"
             " AND NOT EXISTS"
             " (SELECT 1 FROM erasures WHERE person = a.person)")
RP_STATEMENT(REMOVE_NOTE, "DELETE FROM notes WHERE note = ?1")
RP_STATEMENT(LIST_NOTES,
             "SELECT note, kind, at_ms, text FROM notes WHERE attempt ="
             " (SELECT attempt FROM attempts WHERE id = ?1) ORDER BY note")

/* ------------------------------------------------- verdicts and settings */

RP_STATEMENT(PUT_VERDICT,
             "INSERT INTO verdicts (digest, engine_version, kind, body)"
             " VALUES (?1, ?2, ?3, ?4) ON CONFLICT"
             " (digest, engine_version, kind)"
             " DO UPDATE SET body = excluded.body")
RP_STATEMENT(GET_VERDICT, "SELECT body FROM verdicts WHERE digest = ?1"
                          " AND engine_version = ?2 AND kind = ?3")
RP_STATEMENT(PUT_SETTING,
             "INSERT INTO machine_settings (key, value) VALUES (?1, ?2)"
             " ON CONFLICT (key) DO UPDATE SET value = excluded.value")
RP_STATEMENT(FORGET_SETTING, "DELETE FROM machine_settings WHERE key = ?1")
RP_STATEMENT(GET_SETTING, "SELECT value FROM machine_settings WHERE key = ?1")
RP_STATEMENT(PUT_OWN_SETTING, "INSERT INTO person_settings (key, value, person)"
                              " VALUES (?1, ?2, ?3) ON CONFLICT (person, key)"
                              " DO UPDATE SET value = excluded.value")
RP_STATEMENT(FORGET_OWN_SETTING,
             "DELETE FROM person_settings WHERE key = ?1 AND person = ?2")
RP_STATEMENT(GET_OWN_SETTING, "SELECT value FROM person_settings"
                              " WHERE key = ?1 AND person = ?2")

/* ---------------------------------------------------------------- chain */

RP_STATEMENT(CHAIN_LAST,
             "SELECT idx, hash FROM chain ORDER BY idx DESC LIMIT 1")
RP_STATEMENT(CHAIN_USED, "SELECT seq FROM sqlite_sequence"
                         " WHERE name = 'chain'")
RP_STATEMENT(CHAIN_ADD, "INSERT INTO chain (idx, type, subject, body, hash)"
                        " VALUES (?1, ?2, ?3, ?4, ?5)")
RP_STATEMENT(CHAIN_NEXT, "SELECT min(idx) FROM chain WHERE idx > ?1")
RP_STATEMENT(CHAIN_ENTRY, "SELECT idx, type, subject, body, hash FROM chain"
                          " WHERE idx = ?1")
RP_STATEMENT(CHAIN_LATER, "SELECT idx, type, subject, body, hash FROM chain"
                          " WHERE idx > ?1 ORDER BY idx")
RP_STATEMENT(CHAIN_SAME, "SELECT idx FROM chain WHERE idx < ?1 AND (hash = ?2"
                         " OR (type = ?3 AND subject = ?4)) LIMIT 1")
RP_STATEMENT(CHAIN_TWICE, "SELECT max(idx) FROM chain GROUP BY type, subject"
                          " HAVING count(*) > 1 ORDER BY 1")
RP_STATEMENT(KEY_OF_PERSON, "SELECT k.record_key, e.person IS NOT NULL"
                            " FROM (SELECT ?1 AS person) AS p"
                            " LEFT JOIN person_keys AS k ON k.person = p.person"
                            " LEFT JOIN erasures AS e ON e.person = p.person")
RP_STATEMENT(PERSON_OF_ATTEMPT,
             "SELECT person FROM attempts WHERE attempt = ?1")

RP_STATEMENT(BODY_PERSON, "SELECT id, role, created_ms, machine, is_imported"
                          " FROM people WHERE person = ?1")
RP_STATEMENT(BODY_ERASURE, "SELECT p.id, e.erased_ms FROM erasures AS e"
                           " JOIN people AS p USING (person)"
                           " WHERE person = ?1")
RP_STATEMENT(BODY_DOCUMENT,
             "SELECT digest, rules_digest, scenario, pack, first_seen_ms,"
             " json FROM documents WHERE document = ?1")
RP_STATEMENT(BODY_ATTEMPT,
             "SELECT a.id, p.id, d.digest, a.language, a.mode, a.seed,"
             " a.fact_set, a.started_ms, a.zone_offset_min,"
             " a.engine_version, a.pack_edition, a.timer_percent,"
             " a.is_silence_off, t.id, a.taken_moves, s.id, a.machine,"
             " a.is_imported FROM attempts AS a"
             " LEFT JOIN people AS p ON p.person = a.person"
             " LEFT JOIN documents AS d ON d.document = a.document"
             " LEFT JOIN attempts AS t ON t.attempt = a.parent"
             " LEFT JOIN people AS s ON s.person = a.assessor"
             " WHERE a.attempt = ?1")
RP_STATEMENT(BODY_RESULT,
             "SELECT a.id, r.reason, r.ending, r.outcome, r.listening,"
             " r.empathy, r.resolution, r.listening_par, r.empathy_par,"
             " r.resolution_par, r.listening_bp, r.empathy_bp,"
             " r.resolution_bp, r.criticals, r.passed, r.passed_exam,"
             " r.satisfaction, r.calm, r.trust, r.patience, r.talk_s,"
             " r.state_digest, r.engine_version, r.finished_ms"
             " FROM results AS r JOIN attempts AS a USING (attempt)"
             " WHERE attempt = ?1")
RP_STATEMENT(BODY_MOVES, "SELECT seq, move, at_ms FROM moves"
                         " WHERE attempt = ?1 ORDER BY seq")

/* Rows that no entry covers. */
RP_STATEMENT(BARE_PEOPLE,
             "SELECT person FROM people WHERE person NOT IN (SELECT subject"
             " FROM chain WHERE type = 'person-added') ORDER BY 1")
RP_STATEMENT(BARE_ERASURES,
             "SELECT person FROM erasures WHERE person NOT IN (SELECT subject"
             " FROM chain WHERE type = 'person-erased') ORDER BY 1")
RP_STATEMENT(BARE_DOCUMENTS,
             "SELECT document FROM documents WHERE document NOT IN (SELECT"
             " subject FROM chain WHERE type = 'document-kept') ORDER BY 1")
RP_STATEMENT(BARE_ATTEMPTS,
             "SELECT attempt FROM attempts WHERE attempt NOT IN (SELECT"
             " subject FROM chain WHERE type = 'attempt-started') ORDER BY 1")
RP_STATEMENT(BARE_RESULTS,
             "SELECT attempt FROM results WHERE attempt NOT IN (SELECT"
             " subject FROM chain WHERE type = 'attempt-finished')"
             " ORDER BY 1")

#undef ATTEMPT_COLUMNS
#undef ATTEMPT_FILTER
#undef PERSON_COLUMNS
