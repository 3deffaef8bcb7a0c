/*
 * Everything that can be wrong with a scenario or a pack, one row each:
 *
 *     FAULT(NAME, "code", severity, what it means, sentence, how to mend
 *         it, example)
 *     FAULT_GROUP(NAME, title)    from this fault on, in a list of all
 *
 * `{0}` in a sentence is the place in the author's own names ("reply `hold`
 * of turn `opening`"), `{1}`, `{2}` ... are filled by the words of faults_add.
 * The rows are kept in the order of the checks that find them. Sentences and
 * mends are translated like any text of the interface; words that are made of
 * words are in list_phrases.h.
 */
#ifndef FAULT_GROUP
#define FAULT_GROUP(first, title)
#endif
/* clang-format off: one part of a row, one line */

FAULT_GROUP(CANNOT_LOAD, "What the files declare")

FAULT(CANNOT_LOAD, "cannot-load", RP_ERROR,
      "The file could not be run to its end: Lua found a slip of the pen, or "
      "a limit was reached.",
      "The file could not be run to its end: {1}",
      "Look at the line that is named and at the one before it: most often a "
      "comma, a quote or a bracket is missing.",
      "turn \"opening\" { says = \"Hello?\" to = \"modem\" }")

FAULT(NO_SCENARIO, "no-scenario", RP_ERROR,
      "A file of its own must declare a scenario.",
      "This file declares no scenario.",
      "Begin it with `scenario \"id\" { … }`.",
      "turn \"opening\" { says = \"Hello?\" }")
FAULT(NOT_FIRST, "not-first", RP_ERROR,
      "Another declaration comes before `scenario`.",
      "`{1}` stands before `scenario`, which comes first in its file.",
      "Move `scenario \"id\" { … }` to the top of the file.",
      "facts { … }  scenario \"angry-caller\" { … }")
FAULT(DECLARED_TWICE, "declared-twice", RP_ERROR,
      "What can be declared once only stands there twice.",
      "`{1}` is declared a second time.",
      "Keep one of the two and move what is new into it.",
      "facts { … }  facts { … }")
FAULT(ID_NOT_FILE, "id-not-file", RP_ERROR,
      "The scenario's id and the name of its file differ.",
      "The scenario is called `{1}`, but its file `{2}.lua`.",
      "Rename one of them: a scenario's id is the name of its file.",
      "scenario \"angry\" { … }    -- in angry-caller.lua")
FAULT(MISPLACED, "misplaced", RP_ERROR,
      "A word stands in braces, or in a file, where it has no place.",
      "`{1}` cannot stand {2}; it belongs {3}.",
      "Move it there, or close a bracket that was left open before it.",
      "turn \"a\" { turn \"b\" { … } }")
FAULT(STRAY_ITEM, "stray-item", RP_ERROR,
      "Something without a key stands in braces that want keys only.",
      "{0} holds {1} that belongs to no key.",
      "Write the key before it, or take it out.",
      "turn \"opening\" { \"Hello?\", … }")
FAULT(NO_BODY, "no-body", RP_ERROR,
      "A declaration has no table in braces behind its name.",
      "`{1}` is followed by {2}; it needs a table in braces.",
      "Write `{1} { … }`.", "ending \"gone\" \"He hangs up.\"")
FAULT(NO_PACK, "no-pack", RP_ERROR,
      "A key names something of a pack, and the file stands alone.",
      "{0} names `{1}`, but there is no pack.lua beside the file.",
      "Add a pack.lua that declares it, or leave the key out.",
      "shows = { \"7.1-i\" }    -- in a scenario on its own")
FAULT(BAD_CATALOG, "bad-catalog", RP_ERROR,
      "A compiled translation is damaged.",
      "The translation into `{1}` cannot be read.",
      "Compile locale/{1}.po again and look at what msgfmt says.",
      "-- locale/zh.mo cut short")

FAULT_GROUP(NO_TRANSLATION, "Languages")

FAULT(NO_TRANSLATION, "no-translation", RP_WARNING,
      "A language of the pack has no translation file at all.",
      "The pack lists the language `{1}`, but nothing here is translated into "
      "it.",
      "Let `rapport translate PACK {1}` make the files and fill them in, or "
      "take the language out of `languages`.",
      "languages = { \"en\", \"zh\" }    -- without locale/zh.po")
FAULT(LANGUAGE_LEFT_OUT, "language-left-out", RP_WARNING,
      "The pack says something for one language and leaves another out: "
      "courtesies then go untested in it, and talk time is guessed.",
      "`{1}` of the pack says nothing for the language `{2}`.",
      "Add it in pack.lua: `{1} = { …, {2} = … }`.",
      "languages = { \"en\", \"zh\" }, polite = { en = { \"please\" } }")
FAULT(UNTRANSLATED, "untranslated", RP_WARNING,
      "A text has no translation into one of the pack's languages; readers "
      "of it see the original.",
      "{0}: `{1}` has no translation into `{2}`: “{3}”",
      "Let `rapport translate PACK {2}` add the entry to the files in locale/, "
      "and translate it there.",
      "msgstr \"\"")
FAULT(SLOTS_DIFFER, "slots-differ", RP_ERROR,
      "A translation lacks a slot of the original, or has one more.",
      "{0}: the translation of `{1}` into `{2}` {3}.",
      "Use the same slots in every language, in any order.",
      "msgid \"{since:day}\" msgstr \"{since}\"")
FAULT(UNKNOWN_LANGUAGE, "unknown-language", RP_ERROR,
      "A table by language names a language the pack does not list.",
      "{0}: `{1}` is none of the pack's languages.",
      "Add it to `languages`, or correct it.",
      "rate = { fr = { … } }    -- without \"fr\" in languages")

FAULT_GROUP(UNKNOWN_KEY, "Keys and values")

FAULT(UNKNOWN_KEY, "unknown-key", RP_ERROR,
      "A table holds a key that means nothing there, mostly a slip of the "
      "pen.",
      "{0} has no key `{1}`.", "Correct the key, or take it out.",
      "reply \"hold\" { \"One moment.\", listning = 1 }")
FAULT(NOT_A_KEY, "not-a-key", RP_ERROR,
      "Something the language fills in itself was written as a key.",
      "{0}: `{1}` is not written as a key.",
      "Its name stands in quotes before the braces; texts and what is inside "
      "stand in them without a key.",
      "turn \"a\" { id = \"b\", … }")
FAULT(NOT_HERE, "not-here", RP_ERROR,
      "The key exists, but not for this kind of thing.",
      "{0} cannot have `{1}`: {2}.", "Take the key out.",
      "silence { after = 12, empathy = -1 }")
FAULT(MISSING_KEY, "missing-key", RP_ERROR, "A key that must be there is not.",
      "{0} has no `{1}`, which it needs: {2}", "Add the key.",
      "ending \"gone\" { says = \"[He has hung up.]\" }")
FAULT(MISSING_TEXT, "missing-text", RP_ERROR,
      "The text that stands first in the braces is missing.",
      "{0} has no text.", "Write the text first in the braces, in quotes.",
      "reply \"hold\" { as = \"hold\" }")
FAULT(WRONG_KIND, "wrong-kind", RP_ERROR,
      "A value is of another kind than the key takes.",
      "{0}: `{1}` must be {2}, not {3}.",
      "Write the value in the form that is named.", "listening = \"1\"")
FAULT(OUT_OF_RANGE, "out-of-range", RP_ERROR,
      "A number is too small or too large.",
      "{0}: `{1}` is {2}, and must lie between {3} and {4}.",
      "Choose a value within the range.", "listening = 12")
FAULT(NOT_FIVES, "not-fives", RP_ERROR, "A mood change is no multiple of 5.",
      "{0}: `{1}` is {2}; moods change in steps of 5.",
      "Round it to a multiple of 5.", "calm = 12")
FAULT(UNKNOWN_WORD, "unknown-word", RP_ERROR,
      "A value is none of the words the key takes.",
      "{0}: `{1}` is not {2}; it is one of {3}.", "Choose one of the words.",
      "channel = \"telephone\"")
FAULT(BAD_ID, "bad-id", RP_ERROR,
      "A written name holds a character it may not, or is too long.",
      "`{1}` is no written name: small letters, digits, `-` and `_`, at most "
      "64, beginning with a letter or digit.",
      "Rename it.", "turn \"Opening!\"")
FAULT(BAD_CODE, "bad-code", RP_ERROR,
      "The name of a behaviour, section or level holds a character it may "
      "not, or is too long.",
      "`{1}` is no written name here: letters, digits, `.`, `-` and `_`, at "
      "most 64, beginning with a letter or digit.",
      "Rename it.", "behaviour \"7.1 i\"")
FAULT(BAD_NAME, "bad-name", RP_ERROR,
      "A fact or a variable has a name that an expression could not read.",
      "`{1}` cannot name {2}: {3}.",
      "Choose another name of letters, digits and `_`.",
      "vars = { [\"had-offer\"] = false }")
FAULT(RESERVED, "reserved", RP_ERROR, "A name is kept for the language itself.",
      "`{1}` is a name of the language and cannot name {2}.",
      "Choose another name.", "turn \"silence\"")
FAULT(DUPLICATE, "duplicate", RP_ERROR,
      "Two things share one name where names must differ.",
      "`{1}` names {2} already; it cannot name {3} as well.",
      "Rename one of the two.", "turn \"end\" { … }  ending \"end\" { … }")
FAULT(BLANK_TEXT, "blank-text", RP_ERROR, "A text holds nothing but blanks.",
      "{0}: `{1}` is empty.", "Write the text, or leave the key out.",
      "hint = \"\"")
FAULT(UNCLEAN_TEXT, "unclean-text", RP_ERROR,
      "A text holds a control character or another that cannot be shown.",
      "{0}: `{1}` holds a character that cannot be shown, at {2}.",
      "Type the text again without it.", "says = \"Hello?\\u{202E}\"")
FAULT(TOO_LONG, "too-long", RP_ERROR, "A text is longer than can be shown.",
      "{0}: `{1}` is longer than {2} characters.", "Shorten it.",
      "says = string.rep(\"Hello? \", 1000)")
FAULT(TOO_MANY, "too-many", RP_ERROR,
      "There are more of something than a scenario can hold.",
      "{0}: {1} are more than the {2} {3} there is room for.", "Do with fewer.",
      "facts { {}, {}, … }    -- 40 of them")

FAULT_GROUP(UNKNOWN_TARGET, "Names and places")

FAULT(UNKNOWN_TARGET, "unknown-target", RP_ERROR,
      "A `to` leads to a place that is not there.",
      "{0} leads to `{1}`, and there is no turn, form or ending of that name.",
      "Correct the name, or declare it.", "to = \"clsoe\"")
FAULT(UNKNOWN_NAME, "unknown-name", RP_ERROR,
      "A key names something that was never declared.",
      "{0}: `{1}` names `{2}`, and there is no {3} of that name.",
      "Correct the name, or declare it.", "feels = \"hurd\"")
FAULT(STARTS_AT_END, "starts-at-end", RP_ERROR,
      "The call would be over before it begins.",
      "The call starts at `{1}`, which is an ending.",
      "Let `start` name a turn or a form.", "start = \"gone\"")
FAULT(LAST_NOT_PLAIN, "last-not-plain", RP_ERROR,
      "A list of ways or lines may leave none to take.",
      "{0}: the last item of `{1}` has a condition; when none is true, "
      "nothing is left.",
      "End the list with an item that has no condition.",
      "to = { { \"calm > 50\", \"modem\" } }")
FAULT(PLAIN_TOO_SOON, "plain-too-soon", RP_ERROR,
      "Items behind the first without a condition can never be chosen.",
      "{0}: item {2} of `{1}` has no condition, so what follows it is never "
      "reached.",
      "Move it to the end, or give it a condition.",
      "to = { \"modem\", { \"calm > 50\", \"louder\" } }")
FAULT(NO_TURNS, "no-turns", RP_ERROR, "A call needs a turn to be held in.",
      "The scenario has no turns.", "Give it at least one `turn \"id\" { … }`.",
      "scenario \"angry-caller\" { … }    -- and nothing else")
FAULT(NO_REPLIES, "no-replies", RP_ERROR,
      "The customer speaks and nothing can be said.", "{0} has no replies.",
      "Give it at least one `reply \"id\" { … }`.",
      "turn \"opening\" { says = \"Hello?\" }")
FAULT(NO_ASKS, "no-asks", RP_ERROR, "A form has nothing to fill in.",
      "{0} asks nothing.", "Give it at least one `ask \"id\" { … }`.",
      "form \"wrapup\" { title = \"Close\" }")
FAULT(FEW_ANSWERS, "few-answers", RP_ERROR,
      "A question with one answer is no question.",
      "{0} has fewer than two answers.",
      "Give it at least two `answer \"id\" { … }`.",
      "ask \"level\" { \"Priority\", answer \"1\" { \"Level 1\" } }")
FAULT(TO_AND_STAY, "to-and-stay", RP_ERROR,
      "A reply says both that the turn repeats and that the call goes on "
      "elsewhere.",
      "{0} has both `to` and `stay`.",
      "Keep one: `stay` repeats the turn, `to` leads elsewhere.",
      "reply \"hold\" { \"…\", stay = true, to = \"modem\" }")
FAULT(SET_AND_ADD, "set-and-add", RP_ERROR,
      "A variable is both set and added to by one reply.",
      "{0} both sets `{1}` and adds to it.", "Do it in one of them.",
      "set = { offers = 1 }, add = { offers = 1 }")
FAULT(BAD_COUNTER, "bad-counter", RP_ERROR,
      "A variable starts with something that is neither true, false nor a "
      "range.",
      "Variable `{1}`: {2}.",
      "Write `true`, `false` or `range(lo, hi[, start])` with at most 1000 "
      "values.",
      "vars = { offers = range(3, 0) }")
FAULT(WRONG_ROW, "wrong-row", RP_ERROR,
      "A row of a record lacks its label or what it shows.",
      "{0} needs a label and a text or a fact.",
      "Write `{ \"label\", \"text\" }` or `{ \"label\", \"{fact}\" }`.",
      "record \"bill\" { …, { \"Fee\" } }")
FAULT(DRAW_FROM, "draw-from", RP_ERROR,
      "An exam draws from a pool or from named scenarios, one of the two.",
      "{0} must name either a pool or scenarios.",
      "Write `pool = \"…\"` or `scenarios = { … }`.",
      "draws = { { count = 1 } }")

FAULT_GROUP(NO_FACTS, "Facts")

FAULT(NO_FACTS, "no-facts", RP_ERROR, "A fact is used, and there are none.",
      "Texts or keys name facts (`{1}`), but the file has no `facts`.",
      "Add `facts { { … }, { … }, { … } }`.",
      "says = \"{caller}?\"    -- without facts")
FAULT(SETS_DIFFER, "sets-differ", RP_ERROR,
      "Fact sets do not hold the same facts.", "Fact set {1} {2}.",
      "Give every set the same facts.", "facts { { red = true }, { } }")
FAULT(FACT_KIND, "fact-kind", RP_ERROR,
      "A fact is of one kind in one set and of another in the next.",
      "Fact `{1}` is {2} in set {3}, but {4} in the first.",
      "Give a fact the same kind in every set.",
      "facts { { test = clock \"14:00\" }, { test = \"14:00\" } }")
FAULT(BAD_FACT, "bad-fact", RP_ERROR, "A fact has a value no fact can have.",
      "Fact `{1}` is {2}, which is no fact.",
      "A fact is a text, a whole number, true or false, money, a name, a "
      "date, a clock or a datetime.",
      "facts { { about = { \"a\", \"b\" } } }")
FAULT(BAD_DATE, "bad-date", RP_ERROR,
      "A date, clock or datetime is not on the calendar or written otherwise.",
      "`{1}` is no {2}.",
      "Write a date as 2025-09-10, a clock as 14:00, a datetime as "
      "2025-09-10 14:00.",
      "at = datetime \"10.9.2025\"")
FAULT(AT_NOT_DATETIME, "at-not-datetime", RP_ERROR,
      "The fact `at` is not a datetime, so nobody knows when the call is.",
      "The fact `at` says when the call happens and must be a datetime, not "
      "{1}.",
      "Write `at = datetime \"2025-09-10 10:30\"`.", "at = clock \"10:30\"")

FAULT_GROUP(BROKEN_SLOT, "Texts")

FAULT(BROKEN_SLOT, "broken-slot", RP_ERROR, "A brace in a text begins no slot.",
      "{0}: `{1}` has a `{` that begins no slot, in “{2}”.",
      "Write `{fact}` or `{fact:form}`.", "says = \"{since:}\"")
FAULT(UNKNOWN_SLOT, "unknown-slot", RP_ERROR,
      "A slot names nothing that could be filled in.",
      "{0}: `{1}` names neither a fact nor a variable.",
      "Correct the name, or declare the fact.", "says = \"{calller:formal}\"")
FAULT(UNKNOWN_FORM, "unknown-form", RP_ERROR,
      "A slot asks for a form that does not exist.",
      "{0}: `{1}` asks for the form `{2}`, and there is none of that name.",
      "The forms are day, date, month, weekday, ago, clock and formal.",
      "says = \"{since:daytime}\"")
FAULT(WRONG_FORM, "wrong-form", RP_ERROR,
      "A slot asks for a form that this kind of fact does not have.",
      "{0}: `{1}` asks for the form `{2}` of {3}.",
      "day, date, month, weekday and ago are for dates and datetimes, clock "
      "for clocks and datetimes, formal for names.",
      "says = \"{ticket:day}\"")
FAULT(AGO_WITHOUT_AT, "ago-without-at", RP_ERROR,
      "“Last night” can only be said where it is known when the call is.",
      "{0}: `{1}` counts back from the call, but no fact `at` says when that "
      "is.",
      "Add `at = datetime \"…\"` to every fact set.",
      "says = \"{since:ago}\"    -- without the fact at")
FAULT(UNBALANCED_MARK, "unbalanced-mark", RP_ERROR,
      "A mark of stress, of a phrase or of a sound is opened and never "
      "closed.",
      "{0}: `{1}` has a `{2}` without its partner, in “{3}”.",
      "Marks come in pairs: *stress*, ~a phrase~, [a sound].",
      "says = \"*really?\"")

FAULT_GROUP(BAD_MOVE, "Examples")

FAULT(BAD_MOVE, "bad-move", RP_ERROR,
      "An example makes a move that the scenario does not have.",
      "{0}: the move `{1}` {2}.",
      "A move is a reply's name, `silence`, `open:record`, or "
      "`form:ask=answer;ask=answer+answer`.",
      "moves = { \"wrapup:level=9\" }")

FAULT_GROUP(NO_BECAUSE, "What a good scenario has")

FAULT(NO_BECAUSE, "no-because", RP_WARNING,
      "A reply does not teach: nobody learns from it why it was weak or "
      "strong.",
      "{0} does not say why it is strong or weak.",
      "Add `because = \"…\"` in one or two sentences.",
      "reply \"hold\" { \"One moment.\" }")

FAULT_GROUP(EXPR_SYNTAX, "Expressions")

FAULT(EXPR_SYNTAX, "expression-syntax", RP_ERROR,
      "An expression cannot be read.", "{0}: in `{1}`, character {2}: {3}.",
      "Write it as Lua would read it: comparisons joined by `and`, `or`.",
      "when = \"calm >\"")
FAULT(EXPR_NAME, "expression-name", RP_ERROR,
      "An expression names something that is not there.",
      "{0}: in `{1}`, character {2}: {3}.",
      "Use calm, trust, patience, a variable, or fact.x.",
      "when = \"cal > 10\"")
FAULT(EXPR_TYPE, "expression-type", RP_ERROR,
      "An expression mixes kinds, or is no condition where one is needed.",
      "{0}: in `{1}`, character {2}: {3}.",
      "Compare like with like; a condition must be true or false.",
      "when = \"calm\"")

#undef FAULT_GROUP
