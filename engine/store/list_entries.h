/*
 * What the chain covers: the written type of an entry, the table of its row,
 * whose key its body is digested with (NOBODY: none), the statements that
 * read the body (?1 is the row; the second may be NONE) and the one that
 * finds rows without an entry.
 */
RP_ENTRY(PERSON_ADDED, "person-added", "people", ITSELF, BODY_PERSON, NONE,
         BARE_PEOPLE)
RP_ENTRY(PERSON_ERASED, "person-erased", "erasures", NOBODY, BODY_ERASURE, NONE,
         BARE_ERASURES)
RP_ENTRY(DOCUMENT_KEPT, "document-kept", "documents", NOBODY, BODY_DOCUMENT,
         NONE, BARE_DOCUMENTS)
RP_ENTRY(ATTEMPT_STARTED, "attempt-started", "attempts", ITS_PERSON,
         BODY_ATTEMPT, NONE, BARE_ATTEMPTS)
RP_ENTRY(ATTEMPT_FINISHED, "attempt-finished", "results", ITS_PERSON,
         BODY_RESULT, BODY_MOVES, BARE_RESULTS)
