/*
 * The words of the scenario language: name, whether a name in quotes comes
 * first, and where the word may stand. Each includer defines RP_WORD. Both
 * sides of the helper's pipe read this list.
 *
 *   ALONE   only by itself, outside every other table
 *   INSIDE  only in the body of another word
 *   BOTH    either
 */
RP_WORD("scenario", true, ALONE)
RP_WORD("pack", false, ALONE)
RP_WORD("facts", false, ALONE)
RP_WORD("effects", false, ALONE)
RP_WORD("turn", true, ALONE)
RP_WORD("form", true, ALONE)
RP_WORD("ending", true, ALONE)
RP_WORD("interrupt", true, ALONE)
RP_WORD("example", true, ALONE)
RP_WORD("record", true, ALONE)
RP_WORD("promise", true, ALONE)
RP_WORD("behaviour", true, ALONE)
RP_WORD("section", true, ALONE)
RP_WORD("critical", true, ALONE)
RP_WORD("defaults", false, ALONE)
RP_WORD("anytime", false, BOTH)
RP_WORD("silence", false, BOTH)
RP_WORD("pool", true, BOTH)
RP_WORD("level", true, BOTH)
RP_WORD("reply", true, INSIDE)
RP_WORD("ask", true, INSIDE)
RP_WORD("answer", true, INSIDE)
