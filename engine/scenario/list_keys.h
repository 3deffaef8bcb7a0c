/*
 * Every key a scenario, a pack and a document may hold, one row each. The
 * table drives assembling, checking, the JSON Schema and the digest without
 * texts; adding a key is adding a row.
 *
 *     OBJECT(NAME, label)
 *         a kind of table; sentences name it by its label, behind "the" or
 *         before its own name
 *     KEY(OBJECT, key, KIND, a, b, USE, what it is)
 *         KIND is a value_kind of keys.h, which says what `a` and `b` mean;
 *         USE is FREE or NEEDED where an author writes the key, BUILT or
 *         GROWN where it comes from what stands without a key (BUILT must
 *         be there, GROWN may)
 *     PART(OBJECT, word, key, CHILD, HOW, context)
 *         the declarations that may stand inside, the key they end under,
 *         and what joins the translation context of parent and child
 */

#ifdef OBJECT
OBJECT(DOCUMENT, "document")
OBJECT(PACK, "pack")
OBJECT(SCENARIO, "scenario")
OBJECT(CUSTOMER, "customer")
OBJECT(GOALS, "goals")
OBJECT(PASS, "pass marks")
OBJECT(POINTS, "points")
OBJECT(MOOD, "mood at the start")
OBJECT(STEP, "process")
OBJECT(SILENCE, "silence")
OBJECT(EFFECT, "effect")
OBJECT(FACTS, "facts")
OBJECT(RECORD, "record")
OBJECT(ROW, "row")
OBJECT(TURN, "turn")
OBJECT(LINE, "line")
OBJECT(STEP_TO, "way")
OBJECT(REPLY, "reply")
OBJECT(FORM, "form")
OBJECT(ASK, "ask")
OBJECT(ANSWER, "answer")
OBJECT(ENDING, "ending")
OBJECT(INTERRUPT, "interrupt")
OBJECT(PROMISE, "promise")
OBJECT(EXAMPLE, "example")
OBJECT(EXPECT, "expectation")
OBJECT(RATE, "rate")
OBJECT(SECTION, "section")
OBJECT(BEHAVIOUR, "behaviour")
OBJECT(CRITICAL, "critical fault")
OBJECT(DEFAULTS, "defaults")
OBJECT(ANYTIME, "anytime replies")
OBJECT(POOL, "pool")
OBJECT(LEVEL, "level")
OBJECT(NEEDS, "needs")
OBJECT(PRACTISED, "practice")
OBJECT(DRAW, "draw")
#endif

#ifdef KEY

/* What replies and answers have in common. */
#define POINT_KEYS(O)                                                  \
    KEY(O, "listening", INTEGER, -9, 9, FREE, "Points for listening.") \
    KEY(O, "empathy", INTEGER, -9, 9, FREE, "Points for empathy.")     \
    KEY(O, "resolution", INTEGER, -9, 9, FREE, "Points for resolution.")
#define MOOD_KEYS(O, LO, HI)                                                \
    KEY(O, "calm", FIVES, LO, HI, FREE, "Change of calm, in steps of 5.")   \
    KEY(O, "trust", FIVES, LO, HI, FREE, "Change of trust, in steps of 5.") \
    KEY(O, "patience", FIVES, LO, HI, FREE,                                 \
        "Change of patience, in steps of 5.")
#define CHOICE_KEYS(O)                                                         \
    KEY(O, "id", ID, 0, 0, BUILT, "Its written name.")                         \
    KEY(O, "text", TEXT, 0, 0, BUILT, "What the trainee says or does.")        \
    POINT_KEYS(O)                                                              \
    MOOD_KEYS(O, -100, 100)                                                    \
    KEY(O, "feels", REFS, EFFECT_NAMES, 0, FREE,                               \
        "Named mood changes, added to its own.")                               \
    KEY(O, "set", ASSIGNS, 0, 0, FREE, "Variables and their new values.")      \
    KEY(O, "add", ASSIGNS, 1, 0, FREE, "Counters and what is added to them.")  \
    KEY(O, "when", EXPR, 0, 0, FREE, "Offered only while this is true.")       \
    KEY(O, "once", BOOL, 0, 0, FREE, "Offered until it was used once.")        \
    KEY(O, "step", REF, STEP_NAMES, 0, FREE, "The step of the process it is.") \
    KEY(O, "shows", REFS, BEHAVIOUR_NAMES, 0, FREE,                            \
        "Behaviours of the pack that it shows.")                               \
    KEY(O, "misses", REFS, BEHAVIOUR_NAMES, 0, FREE,                           \
        "Behaviours of the pack that it misses.")                              \
    KEY(O, "critical", REF, CRITICAL_NAMES, 0, FREE,                           \
        "The critical fault of the pack that it is.")                          \
    KEY(O, "promises", REFS, PROMISE_NAMES, 0, FREE, "Promises it makes.")     \
    KEY(O, "keeps", REFS, PROMISE_NAMES, 0, FREE, "Promises it keeps.")        \
    KEY(O, "hears", TEXT, 0, 0, FREE,                                          \
        "What the customer says or does at once.")                             \
    KEY(O, "because", TEXT, 0, 0, FREE,                                        \
        "Why it is strong or weak, in one or two sentences.")

KEY(DOCUMENT, "format", INTEGER, 1, 1, BUILT, "Version of this format.")
KEY(DOCUMENT, "pack", TABLE, PACK_OBJECT, 0, BUILT,
    "What the scenario uses of its pack.")
KEY(DOCUMENT, "scenario", TABLE, SCENARIO_OBJECT, 0, BUILT,
    "The scenario as a whole.")
KEY(DOCUMENT, "effects", MAP, EFFECT_OBJECT, 0, GROWN, "Named mood changes.")
KEY(DOCUMENT, "facts", FACTS, 0, 0, GROWN,
    "Fact sets, alike in keys and kinds; the seed picks one.")
KEY(DOCUMENT, "records", LIST, RECORD_OBJECT, 0, GROWN, "Tabs of the desk.")
KEY(DOCUMENT, "anytime", LIST, REPLY_OBJECT, 0, GROWN,
    "Replies that every turn offers.")
KEY(DOCUMENT, "turns", LIST, TURN_OBJECT, 0, BUILT, "The turns of the call.")
KEY(DOCUMENT, "forms", LIST, FORM_OBJECT, 0, GROWN,
    "Questions answered together, as one move.")
KEY(DOCUMENT, "endings", LIST, ENDING_OBJECT, 0, GROWN, "How it can end.")
KEY(DOCUMENT, "interrupts", LIST, INTERRUPT_OBJECT, 0, GROWN,
    "What breaks in after a move, in written order.")
KEY(DOCUMENT, "promises", LIST, PROMISE_OBJECT, 0, GROWN,
    "What the trainee can promise and keep.")
KEY(DOCUMENT, "examples", LIST, EXAMPLE_OBJECT, 0, GROWN,
    "Recorded runs that must come out as they expect.")

KEY(PACK, "id", ID, 1, 0, NEEDED, "Written name of the pack; empty: none.")
KEY(PACK, "title", TEXT, 0, 0, FREE, "Name of the pack.")
KEY(PACK, "edition", WORD, 0, 0, FREE, "Edition of the curriculum.")
KEY(PACK, "source_language", WORD, 0, 0, FREE,
    "Language the files are written in.")
KEY(PACK, "languages", WORDS, 0, 8, FREE, "Every language of the pack.")
KEY(PACK, "rate", MAP, RATE_OBJECT, 0, FREE,
    "Words (characters for Chinese) a minute, by language.")
KEY(PACK, "polite", WORD_LISTS, 0, 0, FREE, "Courtesy words, by language.")
KEY(PACK, "exam_mark", INTEGER, 0, 100, FREE,
    "Mean of the assessed scores an exam asks for, in per cent.")
KEY(PACK, "behaviours", MAP, BEHAVIOUR_OBJECT, 0, GROWN,
    "What good work looks like, by code.")
KEY(PACK, "sections", MAP, SECTION_OBJECT, 0, GROWN,
    "Sections of the guide, by number.")
KEY(PACK, "criticals", MAP, CRITICAL_OBJECT, 0, GROWN,
    "What fails an exam at once.")
KEY(PACK, "pools", LIST, POOL_OBJECT, 0, GROWN, "Exam pools.")
KEY(PACK, "levels", LIST, LEVEL_OBJECT, 0, GROWN, "The ladder.")

KEY(RATE, "agent", INTEGER, 1, 1000, NEEDED, "For what the trainee says.")
KEY(RATE, "customer", INTEGER, 1, 1000, NEEDED, "For what the customer says.")

KEY(BEHAVIOUR, "score", ENUM, SCORE_ENUM, 0, NEEDED, "The score it belongs to.")
KEY(BEHAVIOUR, "section", REF, SECTION_NAMES, 0, FREE, "Its section.")
KEY(BEHAVIOUR, "strong", TEXT, 0, 0, NEEDED, "What is done well.")
KEY(BEHAVIOUR, "mistake", TEXT, 0, 0, FREE, "What is done instead.")
KEY(BEHAVIOUR, "professional", BOOL, 0, 0, FREE,
    "A matter of the trade that fits none of the scores well.")
KEY(BEHAVIOUR, "tag", WORD, 0, 0, FREE, "Its mark in the curriculum.")

KEY(SECTION, "title", TEXT, 0, 0, NEEDED, "Its heading.")
KEY(SECTION, "says", TEXT, 0, 0, FREE, "What the guide states.")
KEY(SECTION, "sources", TEXT, 0, 0, FREE, "Whom the guide names for it.")

KEY(CRITICAL, "text", TEXT, 0, 0, BUILT, "What must never happen.")
KEY(CRITICAL, "behaviours", REFS, BEHAVIOUR_NAMES, 0, FREE,
    "The behaviours it is the opposite of.")

KEY(DEFAULTS, "pass", TABLE, PASS_OBJECT, 0, FREE, "Marks of a practice run.")
KEY(DEFAULTS, "exam_mark", INTEGER, 0, 100, FREE,
    "Mean of the assessed scores an exam asks for, in per cent.")
KEY(DEFAULTS, "mood", TABLE, MOOD_OBJECT, 0, FREE, "Moods at the start.")
KEY(DEFAULTS, "moves", INTEGER, 1, 1000, FREE, "Moves after which a run ends.")
KEY(DEFAULTS, "silence", TABLE, SILENCE_OBJECT, 0, FREE, "What waiting costs.")
KEY(DEFAULTS, "anytime", TABLE, ANYTIME_OBJECT, 0, FREE,
    "Replies that every turn of every scenario offers.")

KEY(ANYTIME, "replies", LIST, REPLY_OBJECT, 0, GROWN, "The replies.")

KEY(POOL, "id", CODE, 0, 0, BUILT, "Its written name.")
KEY(POOL, "title", TEXT, 0, 0, FREE, "What it is about.")
KEY(POOL, "scenarios", WORDS, 0, 1000, NEEDED, "Scenarios to draw from.")
KEY(POOL, "level_one", WORDS, 0, 1000, FREE,
    "Those with a matter of level 1 in them.")

KEY(LEVEL, "id", CODE, 0, 0, BUILT, "Its written name.")
KEY(LEVEL, "title", TEXT, 0, 0, NEEDED, "Name of the level.")
KEY(LEVEL, "endorsement", BOOL, 0, 0, FREE, "Stands beside the ladder.")
KEY(LEVEL, "chapters", INTEGERS, 1, 99, FREE, "Chapters it covers.")
KEY(LEVEL, "sections", REFS, SECTION_NAMES, 0, FREE,
    "Sections it covers besides.")
KEY(LEVEL, "needs", TABLE, NEEDS_OBJECT, 0, FREE, "What must come before.")
KEY(LEVEL, "draws", LIST, DRAW_OBJECT, 0, NEEDED, "What its exam draws.")
KEY(LEVEL, "each", INTEGER, 0, 100, FREE,
    "Mean of the scores each scenario of the exam asks for.")
KEY(LEVEL, "marks", TABLE, PASS_OBJECT, 0, FREE,
    "Means the whole exam asks for.")
KEY(LEVEL, "valid_months", INTEGER, 1, 120, FREE, "How long it holds.")
KEY(LEVEL, "renewal", LIST, DRAW_OBJECT, 0, FREE, "What a renewal draws.")

KEY(NEEDS, "levels", REFS, LEVEL_NAMES, 0, FREE, "Levels held.")
KEY(NEEDS, "practised", TABLE, PRACTISED_OBJECT, 0, FREE,
    "Scenarios passed in practice.")

KEY(PRACTISED, "pools", REFS, POOL_NAMES, 0, NEEDED, "From these pools.")
KEY(PRACTISED, "count", INTEGER, 1, 1000, NEEDED, "How many.")
KEY(PRACTISED, "mark", INTEGER, 0, 100, FREE, "At which mean of the scores.")
KEY(PRACTISED, "level_one", INTEGER, 0, 1000, FREE,
    "How many of them of level 1.")

KEY(DRAW, "pool", REF, POOL_NAMES, 0, FREE, "The pool drawn from.")
KEY(DRAW, "scenarios", WORDS, 0, 1000, FREE, "Or the scenarios drawn from.")
KEY(DRAW, "count", INTEGER, 1, 100, NEEDED, "How many.")
KEY(DRAW, "distinct", ENUM, DISTINCT_ENUM, 0, FREE, "In what they must differ.")
KEY(DRAW, "level_one", INTEGER, 0, 100, FREE, "How many of them of level 1.")

KEY(SCENARIO, "id", ID, 0, 0, BUILT, "Its written name: the file's name.")
KEY(SCENARIO, "title", TEXT, 0, 0, NEEDED, "Name of the scenario.")
KEY(SCENARIO, "situation", TEXT, 0, 0, NEEDED,
    "What the trainee knows before the call.")
KEY(SCENARIO, "goals", TABLE, GOALS_OBJECT, 0, FREE, "A goal for each score.")
KEY(SCENARIO, "channel", ENUM, CHANNEL_ENUM, 0, NEEDED, "How they talk.")
KEY(SCENARIO, "chapter", INTEGER, 1, 99, FREE, "Chapter of the curriculum.")
KEY(SCENARIO, "difficulty", INTEGER, 1, 5, FREE, "From 1, easy, to 5.")
KEY(SCENARIO, "customer", TABLE, CUSTOMER_OBJECT, 0, NEEDED, "Who calls.")
KEY(SCENARIO, "mood", TABLE, MOOD_OBJECT, 0, FREE,
    "Moods at the start; 50 unless said.")
KEY(SCENARIO, "pass", TABLE, PASS_OBJECT, 0, FREE,
    "Marks to pass with, in per cent.")
KEY(SCENARIO, "vars", VARS, 0, 0, FREE, "What the call keeps in mind.")
KEY(SCENARIO, "process", STEPS, 0, 0, FREE, "Steps of the company's process.")
KEY(SCENARIO, "silence", TABLE, SILENCE_OBJECT, 0, FREE,
    "What waiting costs in a turn that does not say.")
KEY(SCENARIO, "start", REF, NODE_NAMES, 0, NEEDED, "The first turn.")
KEY(SCENARIO, "hangs_up", REF, NODE_NAMES, 0, FREE,
    "Where the call goes when patience reaches 0.")
KEY(SCENARIO, "moves", INTEGER, 1, 1000, FREE,
    "Moves after which a run ends; 60 unless said.")

KEY(CUSTOMER, "name", TEXT, 0, 0, NEEDED, "Name shown on the desk.")
KEY(CUSTOMER, "kind", WORD, 0, 0, FREE, "individual, business …")
KEY(CUSTOMER, "face", WORD, 0, 0, FREE, "The portrait.")
KEY(CUSTOMER, "voice", WORD, 0, 0, FREE, "The voice.")
KEY(CUSTOMER, "about", TEXTS, 0, 0, FREE, "What the desk shows of them.")

KEY(GOALS, "listening", TEXT, 0, 0, FREE, "What good listening brings.")
KEY(GOALS, "empathy", TEXT, 0, 0, FREE, "What empathy brings.")
KEY(GOALS, "resolution", TEXT, 0, 0, FREE, "What is to be settled.")

KEY(PASS, "listening", INTEGER, 0, 100, FREE, "Mark for listening.")
KEY(PASS, "empathy", INTEGER, 0, 100, FREE, "Mark for empathy.")
KEY(PASS, "resolution", INTEGER, 0, 100, FREE, "Mark for resolution.")

KEY(POINTS, "listening", INTEGER, -9999, 9999, FREE, "Sum for listening.")
KEY(POINTS, "empathy", INTEGER, -9999, 9999, FREE, "Sum for empathy.")
KEY(POINTS, "resolution", INTEGER, -9999, 9999, FREE, "Sum for resolution.")

KEY(MOOD, "calm", INTEGER, 0, 100, FREE, "Calm at the start.")
KEY(MOOD, "trust", INTEGER, 0, 100, FREE, "Trust at the start.")
KEY(MOOD, "patience", INTEGER, 0, 100, FREE, "Patience at the start.")

KEY(STEP, "id", WORD, 0, 0, BUILT, "The step as replies name it.")
KEY(STEP, "title", TEXT, 0, 0, BUILT, "The step as it is shown.")

KEY(SILENCE, "after", INTEGER, 0, 600, NEEDED,
    "Seconds until it costs; 0: waiting costs nothing.")
MOOD_KEYS(SILENCE, -100, 0)
KEY(SILENCE, "to", ROUTE, 0, 0, FREE, "Where it leads; the turn repeats.")
KEY(SILENCE, "listening", NEVER, 0, 0, FREE, "silence scores no points")
KEY(SILENCE, "empathy", NEVER, 0, 0, FREE, "silence scores no points")
KEY(SILENCE, "resolution", NEVER, 0, 0, FREE, "silence scores no points")

MOOD_KEYS(EFFECT, -100, 100)
KEY(EFFECT, "listening", NEVER, 0, 0, FREE, "effects change moods only")
KEY(EFFECT, "empathy", NEVER, 0, 0, FREE, "effects change moods only")
KEY(EFFECT, "resolution", NEVER, 0, 0, FREE, "effects change moods only")

KEY(RECORD, "id", ID, 0, 0, BUILT, "Its written name.")
KEY(RECORD, "title", TEXT, 0, 0, NEEDED, "The tab's title.")
KEY(RECORD, "kind", ENUM, RECORD_KIND_ENUM, 0, NEEDED, "What it looks like.")
KEY(RECORD, "rows", LIST, ROW_OBJECT, 0, GROWN, "Its rows.")

KEY(ROW, "label", TEXT, 0, 0, BUILT, "The row's label.")
KEY(ROW, "text", TEXT, 0, 0, GROWN, "What it says …")
KEY(ROW, "fact", REF, FACT_NAMES, 0, GROWN, "… or the fact it shows.")
KEY(ROW, "mark", BOOL, 0, 0, FREE, "Marked as what matters.")

KEY(TURN, "id", ID, 0, 0, BUILT, "Its written name.")
KEY(TURN, "says", SAYS, 0, 0, NEEDED,
    "What the customer says: the first line whose condition is true.")
KEY(TURN, "cue", TEXT, 0, 0, FREE, "How it is said.")
KEY(TURN, "hint", TEXT, 0, 0, FREE, "Help for those who ask for it.")
KEY(TURN, "at", REF, MOMENT_NAMES, 0, FREE,
    "The fact that says when this turn happens.")
KEY(TURN, "to", ROUTE, 0, 0, FREE,
    "Where a reply leads unless it says otherwise.")
KEY(TURN, "replies", LIST, REPLY_OBJECT, 0, BUILT, "What can be said.")
KEY(TURN, "silence", TABLE, SILENCE_OBJECT, 0, FREE, "What waiting costs.")

KEY(LINE, "when", EXPR, 0, 0, FREE, "Said only if this is true.")
KEY(LINE, "text", TEXT, 0, 0, BUILT, "What is said.")

KEY(STEP_TO, "when", EXPR, 0, 0, FREE, "Taken only if this is true.")
KEY(STEP_TO, "to", REF, NODE_NAMES, 0, BUILT, "A turn, form or ending.")

CHOICE_KEYS(REPLY)
KEY(REPLY, "as", ENUM, ACT_ENUM, 0, FREE, "What kind of act it is.")
KEY(REPLY, "to", ROUTE, 0, 0, FREE, "Where it leads.")
KEY(REPLY, "stay", BOOL, 0, 0, FREE,
    "The turn repeats, whatever its own `to` is.")

KEY(FORM, "id", ID, 0, 0, BUILT, "Its written name.")
KEY(FORM, "title", TEXT, 0, 0, FREE, "Its heading.")
KEY(FORM, "to", ROUTE, 0, 0, FREE, "Where it leads once it is sent.")
KEY(FORM, "asks", LIST, ASK_OBJECT, 0, BUILT, "Its questions.")

KEY(ASK, "id", ID, 0, 0, BUILT, "Its written name.")
KEY(ASK, "text", TEXT, 0, 0, BUILT, "The question.")
KEY(ASK, "many", BOOL, 0, 0, FREE,
    "Any number of answers may be chosen, not exactly one.")
KEY(ASK, "answers", LIST, ANSWER_OBJECT, 0, BUILT, "Its answers.")

CHOICE_KEYS(ANSWER)
KEY(ANSWER, "to", NEVER, 0, 0, FREE, "the form leads on, not its answers")
KEY(ANSWER, "stay", NEVER, 0, 0, FREE, "the form leads on, not its answers")
KEY(ANSWER, "as", NEVER, 0, 0, FREE, "only a reply is an act")

KEY(ENDING, "id", ID, 0, 0, BUILT, "Its written name.")
KEY(ENDING, "outcome", ENUM, OUTCOME_ENUM, 0, NEEDED, "How it came out.")
KEY(ENDING, "says", SAYS, 0, 0, FREE, "The last words.")
KEY(ENDING, "epilogue", TEXT, 0, 0, FREE, "What came of it.")

KEY(INTERRUPT, "id", ID, 0, 0, BUILT, "Its written name.")
KEY(INTERRUPT, "when", EXPR, 0, 0, NEEDED, "Breaks in once this is true.")
KEY(INTERRUPT, "to", ROUTE, 0, 0, NEEDED, "Where it leads.")

KEY(PROMISE, "id", ID, 0, 0, BUILT, "Its written name.")
KEY(PROMISE, "text", TEXT, 0, 0, BUILT, "What is promised.")
KEY(PROMISE, "due", REF, TIME_NAMES, 0, FREE, "The fact that says by when.")

KEY(EXAMPLE, "name", WORD, 0, 0, BUILT, "Its name.")
KEY(EXAMPLE, "moves", MOVES, 0, 0, NEEDED, "The moves, in order.")
KEY(EXAMPLE, "set", INTEGER, 1, 32, FREE,
    "The fact set; the first unless said.")
KEY(EXAMPLE, "expect", TABLE, EXPECT_OBJECT, 0, FREE, "How it must come out.")

KEY(EXPECT, "ending", REF, ENDING_NAMES, 0, FREE, "The ending reached.")
KEY(EXPECT, "passed", BOOL, 0, 0, FREE, "Whether it passes.")
KEY(EXPECT, "outcome", ENUM, OUTCOME_ENUM, 0, FREE, "The outcome.")
KEY(EXPECT, "points", TABLE, POINTS_OBJECT, 0, FREE, "The points earned.")
KEY(EXPECT, "critical", REFS, CRITICAL_NAMES, 0, FREE,
    "Every critical fault committed; an empty list: none.")

#undef POINT_KEYS
#undef MOOD_KEYS
#undef CHOICE_KEYS
#endif

#ifdef PART
PART(DOCUMENT, "scenario", "scenario", SCENARIO_OBJECT, ONE, "")
PART(DOCUMENT, "silence", "silence", SILENCE_OBJECT, ONE, "")
PART(DOCUMENT, "effects", "effects", EFFECT_OBJECT, ENTRIES, "")
PART(DOCUMENT, "facts", "facts", FACTS_OBJECT, SETS, "/facts")
PART(DOCUMENT, "record", "records", RECORD_OBJECT, MANY, "/record:")
PART(DOCUMENT, "anytime", "anytime", ANYTIME_OBJECT, ONE, "/anytime")
PART(DOCUMENT, "turn", "turns", TURN_OBJECT, MANY, "/")
PART(DOCUMENT, "form", "forms", FORM_OBJECT, MANY, "/")
PART(DOCUMENT, "ending", "endings", ENDING_OBJECT, MANY, "/")
PART(DOCUMENT, "interrupt", "interrupts", INTERRUPT_OBJECT, MANY, "/")
PART(DOCUMENT, "promise", "promises", PROMISE_OBJECT, MANY, "/promise:")
PART(DOCUMENT, "example", "examples", EXAMPLE_OBJECT, MANY, "/example:")
PART(PACK, "pack", "pack", PACK_OBJECT, ONE, "")
PART(PACK, "behaviour", "behaviours", BEHAVIOUR_OBJECT, NAMED, "/behaviour/")
PART(PACK, "section", "sections", SECTION_OBJECT, NAMED, "/section/")
PART(PACK, "critical", "criticals", CRITICAL_OBJECT, NAMED, "/critical/")
PART(PACK, "defaults", "defaults", DEFAULTS_OBJECT, ONE, "")
PART(PACK, "silence", "silence", SILENCE_OBJECT, ONE, "")
PART(PACK, "anytime", "anytime", ANYTIME_OBJECT, ONE, "/anytime")
PART(PACK, "pool", "pools", POOL_OBJECT, MANY, "/pool/")
PART(PACK, "level", "levels", LEVEL_OBJECT, MANY, "/level/")
PART(SCENARIO, "silence", "silence", SILENCE_OBJECT, ONE, "")
PART(DEFAULTS, "silence", "silence", SILENCE_OBJECT, ONE, "")
PART(DEFAULTS, "anytime", "anytime", ANYTIME_OBJECT, ONE, "/anytime")
PART(TURN, "reply", "replies", REPLY_OBJECT, MANY, "/")
PART(TURN, "silence", "silence", SILENCE_OBJECT, ONE, "")
PART(ANYTIME, "reply", "replies", REPLY_OBJECT, MANY, "/")
PART(FORM, "ask", "asks", ASK_OBJECT, MANY, "/")
PART(ASK, "answer", "answers", ANSWER_OBJECT, MANY, "/")
#endif
