/*
 * Every column of the database and what it tells about a person:
 *
 *   NONE          nothing
 *   PSEUDONYMOUS  something about somebody known only by a random id
 *   PERSONAL      who they are or what they wrote; goes when they are erased
 *   SECRET        opens or proves something; goes too, and is never exported
 *
 * A test holds this table against the real schema: a column without a class
 * does not build a release.
 */
RP_COLUMN("machine", "one", NONE)
RP_COLUMN("machine", "id", PSEUDONYMOUS)
RP_COLUMN("machine", "made_ms", NONE)

RP_COLUMN("machine_settings", "key", NONE)
RP_COLUMN("machine_settings", "value", NONE)

RP_COLUMN("people", "person", PSEUDONYMOUS)
RP_COLUMN("people", "id", PSEUDONYMOUS)
RP_COLUMN("people", "role", PSEUDONYMOUS)
RP_COLUMN("people", "created_ms", PSEUDONYMOUS)
RP_COLUMN("people", "machine", PSEUDONYMOUS)
RP_COLUMN("people", "is_imported", PSEUDONYMOUS)

RP_COLUMN("person_names", "person", PSEUDONYMOUS)
RP_COLUMN("person_names", "name", PERSONAL)
RP_COLUMN("person_names", "about", PERSONAL)

RP_COLUMN("person_keys", "person", PSEUDONYMOUS)
RP_COLUMN("person_keys", "record_key", SECRET)
RP_COLUMN("person_keys", "pin_hash", SECRET)
RP_COLUMN("person_keys", "pin_failures", PERSONAL)
RP_COLUMN("person_keys", "pin_failed_ms", PERSONAL)

RP_COLUMN("person_settings", "person", PSEUDONYMOUS)
RP_COLUMN("person_settings", "key", PERSONAL)
RP_COLUMN("person_settings", "value", PERSONAL)

RP_COLUMN("erasures", "person", PSEUDONYMOUS)
RP_COLUMN("erasures", "erased_ms", PSEUDONYMOUS)

RP_COLUMN("documents", "document", NONE)
RP_COLUMN("documents", "digest", NONE)
RP_COLUMN("documents", "rules_digest", NONE)
RP_COLUMN("documents", "scenario", NONE)
RP_COLUMN("documents", "pack", NONE)
RP_COLUMN("documents", "first_seen_ms", NONE)
RP_COLUMN("documents", "json", NONE)

RP_COLUMN("attempts", "attempt", PSEUDONYMOUS)
RP_COLUMN("attempts", "id", PSEUDONYMOUS)
RP_COLUMN("attempts", "person", PSEUDONYMOUS)
RP_COLUMN("attempts", "document", PSEUDONYMOUS)
RP_COLUMN("attempts", "language", PSEUDONYMOUS)
RP_COLUMN("attempts", "mode", PSEUDONYMOUS)
RP_COLUMN("attempts", "seed", PSEUDONYMOUS)
RP_COLUMN("attempts", "fact_set", PSEUDONYMOUS)
RP_COLUMN("attempts", "started_ms", PSEUDONYMOUS)
RP_COLUMN("attempts", "zone_offset_min", PSEUDONYMOUS)
RP_COLUMN("attempts", "engine_version", PSEUDONYMOUS)
RP_COLUMN("attempts", "pack_edition", PSEUDONYMOUS)
RP_COLUMN("attempts", "timer_percent", PSEUDONYMOUS)
RP_COLUMN("attempts", "is_silence_off", PSEUDONYMOUS)
RP_COLUMN("attempts", "parent", PSEUDONYMOUS)
RP_COLUMN("attempts", "taken_moves", PSEUDONYMOUS)
RP_COLUMN("attempts", "assessor", PSEUDONYMOUS)
RP_COLUMN("attempts", "machine", PSEUDONYMOUS)
RP_COLUMN("attempts", "is_imported", PSEUDONYMOUS)

RP_COLUMN("moves", "attempt", PSEUDONYMOUS)
RP_COLUMN("moves", "seq", PSEUDONYMOUS)
RP_COLUMN("moves", "move", PSEUDONYMOUS)
RP_COLUMN("moves", "at_ms", PSEUDONYMOUS)

RP_COLUMN("attempt_closed", "attempt", PSEUDONYMOUS)
RP_COLUMN("attempt_closed", "reason", PSEUDONYMOUS)
RP_COLUMN("attempt_closed", "closed_ms", PSEUDONYMOUS)

RP_COLUMN("results", "attempt", PSEUDONYMOUS)
RP_COLUMN("results", "reason", PSEUDONYMOUS)
RP_COLUMN("results", "ending", PSEUDONYMOUS)
RP_COLUMN("results", "outcome", PSEUDONYMOUS)
RP_COLUMN("results", "listening", PSEUDONYMOUS)
RP_COLUMN("results", "empathy", PSEUDONYMOUS)
RP_COLUMN("results", "resolution", PSEUDONYMOUS)
RP_COLUMN("results", "listening_par", PSEUDONYMOUS)
RP_COLUMN("results", "empathy_par", PSEUDONYMOUS)
RP_COLUMN("results", "resolution_par", PSEUDONYMOUS)
RP_COLUMN("results", "listening_bp", PSEUDONYMOUS)
RP_COLUMN("results", "empathy_bp", PSEUDONYMOUS)
RP_COLUMN("results", "resolution_bp", PSEUDONYMOUS)
RP_COLUMN("results", "criticals", PSEUDONYMOUS)
RP_COLUMN("results", "passed", PSEUDONYMOUS)
RP_COLUMN("results", "passed_exam", PSEUDONYMOUS)
RP_COLUMN("results", "satisfaction", PSEUDONYMOUS)
RP_COLUMN("results", "calm", PSEUDONYMOUS)
RP_COLUMN("results", "trust", PSEUDONYMOUS)
RP_COLUMN("results", "patience", PSEUDONYMOUS)
RP_COLUMN("results", "talk_s", PSEUDONYMOUS)
RP_COLUMN("results", "state_digest", PSEUDONYMOUS)
RP_COLUMN("results", "engine_version", PSEUDONYMOUS)
RP_COLUMN("results", "finished_ms", PSEUDONYMOUS)

RP_COLUMN("notes", "note", PSEUDONYMOUS)
RP_COLUMN("notes", "attempt", PSEUDONYMOUS)
RP_COLUMN("notes", "kind", PERSONAL)
RP_COLUMN("notes", "at_ms", PERSONAL)
RP_COLUMN("notes", "text", PERSONAL)

RP_COLUMN("verdicts", "verdict", NONE)
RP_COLUMN("verdicts", "digest", NONE)
RP_COLUMN("verdicts", "engine_version", NONE)
RP_COLUMN("verdicts", "kind", NONE)
RP_COLUMN("verdicts", "body", NONE)

RP_COLUMN("chain", "idx", NONE)
RP_COLUMN("chain", "type", NONE)
RP_COLUMN("chain", "subject", PSEUDONYMOUS)
RP_COLUMN("chain", "body", PSEUDONYMOUS)
RP_COLUMN("chain", "hash", NONE)
