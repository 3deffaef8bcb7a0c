-- A template: somebody was charged twice. It holds, once each, what most calls need; replace it piece by piece, and
-- let `rapport check` look at every step.
--
-- Lua only *declares* the call. What it declared is checked and frozen, and then no Lua runs any more.
-- Everything has a written name: small letters, digits, - and _. Runs, statistics and translations stand on the names,
-- so choose them to last; texts may be reworded at any time. A name always stands in quotes.
--
-- Practice size: six turns. The gate to an exam wants ten choices of four replies, see “From finished file to exam” in
-- the authors' guide.

-- The name is that of the file.
scenario "first-call" {
    title      = "Charged twice",           -- change me: what the trainee picks it by
    situation  = "Hotline. The caller’s bank shows the same payment two times. Both are on the account page.",
    goals      = { listening  = "Find out how it was paid and what the money is needed for.",
                   empathy    = "Own the mistake before you ask for anything.",
                   resolution = "Say which way the money goes back, and by when." },
    channel    = "phone",                   -- phone counter visit chat email social video broadcast callback desk
    chapter    = 1,                         -- of your curriculum, 1 to 99
    difficulty = 1,                         -- 1, easy, to 5
    customer   = { name = "{who}", kind = "individual", face = "wei", about = { "customer since 2019" } },
    mood       = { calm = 45, trust = 40, patience = 45 },               -- 0 to 100; 50 where nothing is said
    vars       = { knows_rent = false },    -- what the call keeps in mind: true, false, or range(0, 3)
    start      = "hello",
    hangs_up   = "gone",                    -- where the call goes when patience is used up
}

-- What differs between two people with the same problem. The seed of a run picks one set, so nobody can learn the
-- call by heart. Three sets or more; each has the same facts, of the same kind.
facts {
    each = function(f)                      -- worked out from the others, never typed
        f.back_by = after(f.at, { workdays = 3 })
    end,

    -- ★ `by_card` is said once, in passing, and decides which reply is right later. Whoever did not listen, guesses.
    { who = name { "Lin Fang", family = "Lin", title = "Ms" }, at = datetime "2025-09-16 10:20",
      paid_on = date "2025-09-12", amount = money(129), rent_due = date "2025-09-22", by_card = true },

    { who = name { "Deng Jie", family = "Deng", title = "Ms" }, at = datetime "2025-09-17 14:05",
      paid_on = date "2025-09-13", amount = money(199), rent_due = date "2025-09-23", by_card = false },

    { who = name { "He Min", family = "He", title = "Ms" }, at = datetime "2025-09-18 09:40",
      paid_on = date "2025-09-15", amount = money(89), rent_due = date "2025-09-24", by_card = true },
}

-- Mood changes with a name, so that the same thing feels the same everywhere.
effects {
    heard       = { calm = 10, trust = 10, patience = 5 },
    brushed_off = { calm = -10, trust = -5, patience = -15 },
}

-- Tabs of the desk. Opening one costs nothing. A row is a label and a text; `mark` says what matters.
record "account" { title = "Account", kind = "bill",                   -- account bill knowledge log note
    { "{paid_on:day}, first payment",  "{amount}" },
    { "{paid_on:day}, second payment", "{amount}", mark = true },
}
record "refunds" { title = "Refunds", kind = "knowledge",
    { "Paid by card",     "Goes back to the card by itself, within three working days." },
    { "Paid by transfer", "Needs the account it came from; within three working days after that." },
}

-- What can be owed at the end, and until when: `due` is the *name* of a fact.
promise "news" { "Write to {who:formal} when the money has gone out", due = "back_by" }

-- Looked at after every move, in this order; each happens once a run.
interrupt "fed-up" { when = "patience <= 20 and seen 'how-paid'", to = "enough" }

-- The call ---------------------------------------------------------------------------------------------------------

turn "hello" {
    says = "Twice! You took {amount} ~two times~, on {paid_on:day}. I stood at the till and my card said no.",
    cue  = "[fast; a street behind her]",                              -- how it is said
    hint = "What happened to her, before the numbers?",                -- for those who ask
    to   = "how-paid",                                                 -- where replies go that say nothing else

    -- A strong reply, something in between, and weak ones a busy colleague really says: about equally long, and with
    -- the courtesies spread over all of them. `because` is what a trainee learns from it.
    reply "own-it" {
        "At the till with no money, because of us: that’s bad. I can see both payments, and I’ll see to it.",
        hears = "…Yes. With people behind me.",
        listening = 1, empathy = 2, feels = "heard",
        shows = { "owns-it" },                                         -- a behaviour of pack.lua
        because = "Says what it meant for her, and what you see yourself, before asking for anything.",
    },
    reply "sorry-first" {
        "I’m very sorry about that, {who:formal}, and thank you for calling. Let me have a look at it now.",
        hears = "Please do.",
        empathy = 1,
        because = "Polite, and it would fit any call. Nothing in it is about the till.",
    },
    reply "customer-number" {
        "I’ll gladly look at it. Could you give me your customer number and your date of birth for that, please?",
        hears = "I tell you I couldn’t pay, and you want a number.",
        listening = -1, feels = "brushed_off",
        misses = { "owns-it" },                                        -- a behaviour of pack.lua
        because = "Needed at some point, but not as the first thing somebody hears who is upset.",
    },
    -- Something done instead of said: as = say (where nothing is written), wait, do, hold, transfer, escalate, end.
    reply "hold" {
        "One moment, please. I’m putting you on hold for a minute while I look at the account for you.",
        as = "hold", once = true, stay = true, patience = -10,         -- once in the run; the turn stays where it is
        hears = "[music] …Hello?",
        because = "Announced, with a length. But both payments are on your desk already.",
    },
    silence { after = 15, patience = -5 },                             -- waiting too long costs moods, never points
}

turn "how-paid" {
    -- The first line whose condition is true is said; the last has none.
    says = {
        { "With my card, as always. ~And the rent goes off on {rent_due:weekday}~, so I need it back.",
          when = "fact.by_card" },
        "By transfer, from home. ~And the rent goes off on {rent_due:weekday}~, so I need it back.",
    },
    hint = "Two things were said. One decides how, the other by when.",
    to   = "which-way",

    reply "both-heard" {
        "How you paid, I’ve written down. And your rent on {rent_due:weekday}: we have to be faster than that.",
        hears = "Exactly. That’s all I’m asking.",
        listening = 2, empathy = 2, feels = "heard", set = { knows_rent = true },
        because = "Gives back both things in one breath, so she knows they were heard.",
    },
    -- After either of these two the rent is never heard of again, and nothing passes any more: `check` lists both as weak
    -- replies of the first half. That is meant here; otherwise a later turn would let the trainee make up for it.
    reply "only-money" {
        "You’ll get your {amount} back, please don’t worry about that. Let me see how we go about it from here.",
        hears = "Hm. If you say so.",
        listening = -1,
        because = "Kind, and deaf to the rent: it decides whether “back” is soon enough.",
    },
    reply "happens" {
        "That happens now and then when our system is slow, and back you need it. Thank you for bearing with us.",
        hears = "I don’t want to understand your system.",
        listening = -1, empathy = -2, feels = "brushed_off",
        because = "Explains us to her. She asked for her money, and told you by when.",
    },
}

-- ★ The same two cards in every set, each of them right in some and wrong in the others: nothing about the cards gives
-- the right one away. So one card is two replies here, under opposite conditions.
turn "which-way" {
    says = "And how do I get it? ~Do I have to do anything?~",
    to   = "by-when",

    reply "back-to-card" {
        "No, nothing. I start it now, and it goes back by itself to the card you paid with.",
        when = "fact.by_card",
        hears = "By itself. Good.",
        listening = 2, resolution = 2, feels = "heard",
        because = "She paid by card, and that way the money finds her without her help.",
    },
    reply "back-to-card-wrong" {
        "No, nothing. I start it now, and it goes back by itself to the card you paid with.",
        when = "not fact.by_card",
        hears = "What card? I told you I made a transfer!",
        listening = -1, resolution = -1, feels = "brushed_off", to = "enough",
        because = "There was no card: she said so. This refund would never arrive.",
    },
    reply "back-to-account" {
        "Yes: tell me the account your transfer came from, please, and then I start it at once.",
        when = "not fact.by_card",
        hears = "I have it here. Take it down.",
        listening = 2, resolution = 2, feels = "heard",
        because = "A transfer needs the account it came from. One thing to do, and she knows why.",
    },
    reply "back-to-account-wrong" {
        "Yes: tell me the account your transfer came from, please, and then I start it at once.",
        when = "fact.by_card",
        hears = "What transfer? With my CARD, I said.",
        listening = -1, resolution = -1, feels = "brushed_off", to = "enough",
        because = "She paid by card. Asking for what she never said costs time and trust.",
    },
    reply "colleagues-see" {
        "No, my colleagues in accounts see to all that. I pass it on to them today, with thanks.",
        hears = "So you don’t know.",
        resolution = -1, trust = -10,
        because = "Passes on what you could do yourself. She still does not know how it comes back.",
    },
}

-- Reached when a wrong way was taken, or by the interrupt: a way back that costs something. Where it goes may be
-- decided: the first target whose condition is true, and a plain one at the end.
turn "enough" {
    says = "Stop. ~Did you listen to me at all?~",
    cue  = "[slowly]",
    to   = { { "said 'back-to-card' or said 'back-to-account'", "by-when" }, "which-way" },

    reply "ask-once-more" {
        "Not well enough. Please tell me once more how you paid, and this time I write it down.",
        hears = "…All right. Once more.",
        trust = 5, patience = 20,
        because = "Admits it and asks for exactly what is missing. Late, but it opens the door again.",
    },
    reply "of-course" {
        "Of course I listened, {who:formal}, thank you for your patience. I have it all here, you see.",
        hears = "Then you know.",
        empathy = -1, patience = -10,
        because = "A bare assertion. What was missed is as missing as before.",
    },
}

turn "by-when" {
    -- A slot can take a form: {t:day} {t:clock} {t:weekday} {t:ago}, {name:formal}.
    says = "And when? ~A date, please.~",

    reply "date-and-news" {
        "By {back_by:day}, before the rent goes off. And I’ll write to you when it has gone out.",
        when = "knows_rent",
        hears = "Before the rent. That is what I wanted to hear.",
        empathy = 2, resolution = 3, feels = "heard", promises = { "news" },
        to = { { "trust >= 50", "wrapup" }, "doubt" },
        because = "A date, somebody who watches over it, and the reason it matters to her.",
    },
    reply "date-only" {
        "It takes three working days from today, {who:formal}, so {back_by:day} at the very latest.",
        hears = "[writing] {back_by:day}.",
        resolution = 2, to = "wrapup",
        because = "A date she can check. That nobody tells her when it is done leaves the checking to her.",
    },
    reply "soon" {
        "A date, of course. As soon as possible: we’ll do our very best to be quick about it, please trust us.",
        hears = "“As soon as possible.” I know that one.",
        resolution = -1, feels = "brushed_off", to = "wrapup",
        because = "No date is no answer: the rent does not go off “as soon as possible”.",
    },
    -- The one move that can close the door, says `check`: after a critical fault the call goes on and cannot be passed.
    -- That is what a critical fault is for.
    reply "guarantee" {
        "It’s there before your rent goes off, {who:formal}: you have my word on it, I guarantee it.",
        hears = "I’ll take you at your word.",
        resolution = -2, trust = 10, to = "wrapup",
        critical = "guarantee",                                        -- a critical fault of pack.lua
        because = "It is the bank that books it. If it comes late, she has a broken word on top of an unpaid rent.",
    },
}

turn "doubt" {
    says = "And if it isn’t there by then? ~Whom do I call?~",
    to   = "wrapup",

    reply "call-me" {
        "Me. Say “second payment of {paid_on:day}”, then nobody has to look for it again.",
        hears = "Good. I’ve written that down.",
        empathy = 1, resolution = 1, feels = "heard",
        because = "A name and a handle: if it goes wrong, she does not have to start over.",
    },
    reply "wont-happen" {
        "It will be there, you needn’t call anybody. In all my years here no refund was late.",
        hears = "Let’s hope so.",
        trust = -5, resolution = -1,
        because = "Nobody can know that. She asked for a way, not for comfort.",
    },
}

-- Questions answered together and sent as one move: exactly one answer each, or any number with `many`.
form "wrapup" { title = "Note on the case", to = "settled",
    ask "way" { "How the money goes back",
        answer "card" { "To the card", when = "fact.by_card",
            resolution = 1, because = "She paid by card." },
        answer "card-wrong" { "To the card", when = "not fact.by_card",
            resolution = -1, because = "There was no card in this call." },
        answer "account" { "To the account", when = "not fact.by_card",
            resolution = 1, because = "She made a transfer." },
        answer "account-wrong" { "To the account", when = "fact.by_card",
            resolution = -1, because = "There was no transfer in this call." },
    },
    ask "owed" { "What we still owe her", many = true,
        answer "news"  { "Word when it has gone out", empathy = 1,
            because = "She has been let down once. Promised or not, she should hear of it." },
        answer "offer" { "A call about a better plan", listening = -1,
            because = "She rang because of money we took. This is not the day." },
    },
}

ending "settled" { outcome = "resolved", says = "Then I’ll look again on {back_by:weekday}. Goodbye.",
    epilogue = "The money was back in time." }
ending "gone"    { outcome = "lost", says = "[She has hung up.]",
    epilogue = "She had the bank take the payment back, and left." }

-- Recorded runs: tests of yours, and model answers for the trainee after a run. A form is written
-- FORM:ASK=ANSWER;ASK=ANSWER+ANSWER, opening a record open:RECORD, waiting silence.
example "well done" { set = 1,
    moves  = { "open:refunds", "own-it", "both-heard", "back-to-card", "date-and-news", "wrapup:way=card;owed=news" },
    expect = { ending = "settled", passed = true } }

example "the other way" { set = 2,
    moves  = { "own-it", "both-heard", "back-to-account", "date-and-news", "wrapup:way=account;owed=news" },
    expect = { ending = "settled", passed = true } }

example "a detour" { set = 3,
    moves  = { "sorry-first", "both-heard", "back-to-account-wrong", "ask-once-more", "back-to-card", "date-and-news",
               "wrapup:way=card;owed=news" },
    expect = { ending = "settled" } }

example "a busy colleague" { set = 1,
    moves  = { "customer-number", "happens", "of-course", "back-to-account-wrong" },
    expect = { ending = "gone", passed = false } }
