/*
 * Every sentence in which this room fails, but for lack of memory.
 *
 *     ERROR(name, status, sentence)
 *
 * `{0}` and so on are slots: see rp_sentence. A front end knows a sentence by
 * its row again and says it in the person's language.
 */
/* clang-format off */

/* of somebody else's programs: tool.c */
ERROR(NO_TOOL, RP_E_IO, "`{0}` is not installed; install {1}.")
ERROR(TOOL_LATE, RP_E_IO, "`{0}` did not finish within {1} seconds.")
ERROR(TOOL_LONG, RP_E_LIMIT, "`{0}` wrote more than {1} MiB.")
ERROR(TOOL_REFUSED, RP_E_INVALID, "`{0}` says: {1}")
ERROR(DOT_ANSWER, RP_E_IO, "The answer of `dot` cannot be read; is its version very old?")
ERROR(GIT_ANSWER, RP_E_IO, "The answer of `git` broke off before its end.")

/* of revisions */
ERROR(NO_REPOSITORY, RP_E_INVALID, "`{0}` would be a revision of git's, but the folder `{1}` lies in no git repository.")
ERROR(NO_REVISION, RP_E_INVALID, "There is no revision `{0}` here, and no file or scenario of that name.")
ERROR(NO_FILE_THEN, RP_E_INVALID, "There was no file `{0}` at the revision `{1}`.")
ERROR(NOT_WRITTEN, RP_E_IO, "`{0}` cannot be written: {1}.")

/* of runs */
ERROR(NO_SET, RP_E_INVALID, "There is no fact set {0}; the scenario has {1}.")
ERROR(BAD_MOVE, RP_E_INVALID, "Move {0}: {1}")
ERROR(NO_END, RP_E_INVALID, "After these moves the call has not ended; it stands in `{0}`. An example goes on to an end.")
ERROR(BAD_NAME, RP_E_INVALID, "The name of an example is one line of 1 to {0} letters.")
ERROR(NAME_TAKEN, RP_E_INVALID, "There is an example “{0}” already; --name gives this one another name.")
ERROR(BAD_TEXT, RP_E_INVALID, "This is no clean text.")
ERROR(BAD_LINE, RP_E_INVALID, "This line is not understood.")

/* clang-format on */
