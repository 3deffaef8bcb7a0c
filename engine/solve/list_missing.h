/*
 * Everything that keeps a scenario out of a certification pool, one row each,
 * in the shape of scenario/list_faults.h but without a severity: it is no
 * fault of a scenario to be for practice only.
 *
 *     MISSING(NAME, "code", what it means, sentence, how to mend it, example)
 *     MISSING_GROUP(NAME, title)    from this one on, in a list of all
 */
#ifndef MISSING_GROUP
#define MISSING_GROUP(first, title)
#endif
/* clang-format off: one part of a row, one line */

MISSING_GROUP(FAULTS, "What keeps the gate to the exam shut")

MISSING(FAULTS, "faults",
        "Only a scenario without faults and warnings goes into an exam.",
        "Faults and warnings: {1}. There may be none.",
        "Mend what `rapport check` lists above the gate.",
        "reply \"hold\" { \"One moment.\" }    -- without because")
MISSING(EXACT, "exact",
        "What is not proven over every state cannot open the gate.",
        "The walk was ended early, so nothing is proven.",
        "Check without --budget. A call too large to be walked needs fewer "
        "variables, `once` replies and mood thresholds.",
        "rapport check FILE --budget 1000")
MISSING(FACT_SETS, "fact-sets",
        "With fewer than three customers the call can be learnt by heart.",
        "Fact sets: {1}. Three are needed.",
        "Add fact sets, so that nobody learns one customer by heart.",
        "facts { { … }, { … } }")
MISSING(STAR_FACTS, "star-facts",
        "Listening must decide: in two turns the best reply has to depend on "
        "what this customer said.",
        "Turns in which the best reply differs between fact sets: {1}. Two "
        "are needed.",
        "Let a fact the customer mentions once decide which reply is right: "
        "two replies, guarded by opposite conditions.",
        "-- the same replies are best whatever the facts are")
MISSING(MEMORY, "memory",
        "Whoever learns one run by heart passes whatever the customer says.",
        "The best run of fact set {1}, learnt by heart, passes on every "
        "other.",
        "Let the facts decide more turns, or turns that are worth more.",
        "-- one list of replies passes every fact set")
MISSING(CHOICES, "choices",
        "An exam needs enough real choices, or chance decides.",
        "Turns of a best run that offer four scored replies or more of their "
        "own: {1}. Ten are needed.",
        "Add turns, or a fourth reply where there are three. Anytime replies "
        "and forms do not count.",
        "turn \"modem\" { …, reply …, reply …, reply … }")
MISSING(PAR, "par", "With so few points one reply decides the score.",
        "The par of {1} is {2} in fact set {3}; six is the least.",
        "Let more replies earn points in it, or none: a score without "
        "points is not assessed.",
        "-- only one reply of the whole call has `empathy`")
MISSING(
    STRONG_RUNS, "strong-runs",
    "Every flawless run must score full marks in each score; here one "
    "does not.",
    "In fact set {1} a run without regret reaches only {2} % in {3}: {4} of "
    "{5} points; 95 % is the least.",
    "Where two replies are equally good in sum, let them earn the same "
    "scores, or make one of them better. Where no best run earns the par, "
    "a detour earns it: look for points that can be earned twice.",
    "-- equally good: { listening = 3 } and { empathy = 3 }")
MISSING(BLIND_ODDS, "blind-odds",
        "Somebody who clicks blindly would pass too often.",
        "Blind guessing passes the exam mark with {1} %; 1 % is the most.",
        "Let wrong replies cost more or close the door, or add choices.",
        "-- three turns of two replies, none of which costs anything")
MISSING(TEST_WISE_ODDS, "test-wise-odds",
        "Somebody who reads the cards and not the customer would pass too "
        "often.",
        "Always taking the {1} passes the exam mark with {2} % (fact set {3}, "
        "{4}); 5 % is the most.",
        "Take the tell away: longest, shortest: replies of like length; "
        "politest: courtesies in weak replies as well; echo: the "
        "customer's words in weak replies; not always there: a guarded wrong "
        "reply beside a guarded right one.",
        "-- the best reply of every turn is the longest")
MISSING(BECAUSE, "because", "In an exam pool every reply explains itself.",
        "Replies without `because`: {1}, `{2}` first.",
        "Say in one or two sentences what makes the reply strong or weak.",
        "reply \"hold\" { \"One moment.\" }")
MISSING(PASSING_EXAMPLE, "passing-example",
        "Nobody has shown that the call can be passed.",
        "There is no example that passes.",
        "Record a good run: `example \"…\" { moves = { … }, expect = { passed "
        "= true } }`.",
        "-- no example with expect = { passed = true }")
MISSING(FAILING_EXAMPLE, "failing-example",
        "Nobody has shown that the call can be failed.",
        "There is no example that fails.",
        "Record a run of a typical weak agent: `expect = { passed = false }`.",
        "-- no example with expect = { passed = false }")

#undef MISSING_GROUP
