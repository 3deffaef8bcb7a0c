/*
 * Everything that can be proven wrong by walking every call, one row each, in
 * the shape of scenario/list_faults.h:
 *
 *     REMARK(NAME, "code", severity, what it means, sentence, how to mend
 *         it, example)
 *     REMARK_GROUP(NAME, title)    from this one on, in a list of all
 */
#ifndef REMARK_GROUP
#define REMARK_GROUP(first, title)
#endif
/* clang-format off: one part of a row, one line */

REMARK_GROUP(UNREACHABLE, "What walking every call proves")

REMARK(UNREACHABLE, "unreachable", RP_WARNING,
       "No call, whatever is said in it, ever comes there. Proven over every "
       "state of every fact set.",
       "`{1}` can never be reached. {2}",
       "Correct the condition or the way that should lead there, or take it "
       "out.",
       "reply \"thank\" { \"…\", when = \"trust > 100\" }")
REMARK(STUCK, "stuck", RP_ERROR,
       "A call can come to a place where there is nothing to choose, and the "
       "trainee sits before an empty page.",
       "In fact set {1} `{2}` can be reached with {3} to choose.",
       "Give it one more choice without `when` and without `once`.",
       "turn \"modem\" { …, reply \"red\" { \"…\", when = \"fact.red\" } }")
REMARK(ENDLESS, "endless", RP_ERROR,
       "A call can come to a place from which no ending is reached any more, "
       "however it goes on.",
       "From `{1}` the call can come to where no ending can be reached any "
       "more.",
       "Lead a reply from there to an ending, or let `hangs_up` name one.",
       "turn \"louder\" { …, reply \"sorry\" { \"…\", stay = true } }")
REMARK(FARMABLE, "farmable", RP_WARNING,
       "Somebody who goes round in circles gains more points with each round.",
       "Going round from `{1}` gains {2} again and again.",
       "Let the reply that gains be said `once`, or let it lead on.",
       "reply \"nod\" { \"Mhm.\", listening = 1, stay = true }")
REMARK(DIVIDES_BY_ZERO, "divides-by-zero", RP_WARNING,
       "An expression divides by zero in a call that can happen.",
       "`{1}` divides by zero in `{2}`; the result is taken as 0.",
       "Ask first whether the divisor is 0: `n > 0 and 10 // n > 2`.",
       "when = \"10 // offers > 2\"    -- offers may be 0")
REMARK(EXAMPLE, "example", RP_ERROR,
       "A recorded run does not come out as its author expects.",
       "The example \"{1}\" does not hold. {2}",
       "Correct its moves or what it expects; `rapport play FILE --moves …` "
       "shows how the run comes out.",
       "example \"a good call\" { moves = { … }, expect = { passed = true } }")

#undef REMARK_GROUP
