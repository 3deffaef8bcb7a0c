-- Broadband is out, two promises were broken, and the caller says everything at the top of his voice.
--
-- Two things differ between the fact sets and are said once, in passing: whether the LOS light on the modem is red,
-- and whether the neighbour is out too. Together they decide what is broken, who has to go where, and what the
-- ticket says. What the line is needed for comes out only if somebody asks.

local wrapup     = include "lib/wrapup"
local lookalikes = include "lib/lookalikes"

scenario "angry-caller" {
    title      = "Dead since last night",
    situation  = "Broadband fault. Two earlier calls, last night and this morning. The caller is \z
                  loud before you have said your name.",
    goals      = {
        listening  = "Find out what the line is needed for, and by when.",
        empathy    = "Own what went wrong for him before you ask anything of him.",
        resolution = "Leave him with a time he can rely on.",
    },
    channel    = "phone",
    chapter    = 2,  difficulty = 2,
    customer   = { name = "{caller}", kind = "individual", face = "man-40", voice = "man",
                   about = { "Family 129", "customer since 2016" } },
    mood       = { calm = 20, trust = 25, patience = 55 },
    vars       = { knows_test = false },
    process    = { "listen", "analyse", "solve", "feed back" },
    start      = "opening",
    hangs_up   = "gone",
}

facts {
    each = function(f)
        f.back   = after(f.at, { hours = 2, minutes = 30 })
        f.credit = money(50)
        f.fee    = money(129)
        wrapup.clocks(f)
    end,

    { caller = name { "Zhao Wei", family = "Zhao", title = "Mr" }, at = datetime "2025-09-10 10:30",
      since = datetime "2025-09-09 19:40", first = clock "20:15", second = clock "08:05", ticket = "4471",
      line = "6021", neighbour = "1103", slot = "14:00–17:00", test = clock "14:00", red = true,  building = true },

    { caller = name { "Gu Qiang", family = "Gu", title = "Mr" }, at = datetime "2025-09-18 09:15",
      since = datetime "2025-09-17 21:05", first = clock "21:40", second = clock "08:10", ticket = "5038",
      line = "3357", neighbour = "602",  slot = "14:00–17:00", test = clock "13:30", red = true,  building = false },

    { caller = name { "Tang Bo", family = "Tang", title = "Mr" }, at = datetime "2025-10-24 11:00",
      since = datetime "2025-10-23 18:20", first = clock "18:55", second = clock "08:30", ticket = "7720",
      line = "8846", neighbour = "1804", slot = "14:00–17:00", test = clock "15:00", red = false, building = true },

    { caller = name { "Luo Jian", family = "Luo", title = "Mr" }, at = datetime "2025-11-13 09:40",
      since = datetime "2025-11-12 20:30", first = clock "21:05", second = clock "08:20", ticket = "2916",
      line = "1174", neighbour = "905",  slot = "14:00–17:00", test = clock "13:00", red = false, building = false },
}

effects {
    heard       = { calm = 10, trust = 5, patience = 5 },
    helped      = { calm = 5, trust = 5, patience = 5 },
    lukewarm    = { trust = 5, patience = -5 },
    brushed_off = { calm = -15, patience = -15 },
    let_down    = { trust = -15, patience = -15 },
}

record "account" { title = "Account", kind = "account",
    { "Plan",                  "Family 129 with 500 Mbit/s broadband, {fee} a month" },
    { "Line",                  "the number ending {line}" },
    { "Customer since",        "2016, always paid on time" },
    { "Before any change",     "code to the number ending {line}, entered by the caller", mark = true },
    { "Goodwill you may give", "up to {credit} a case; beyond that ask the team lead" },
}

record "tickets" { title = "Ticket log", kind = "log",
    { "{since:day} {first:clock}", "Broadband down since {since:clock}. Told: two hours. No call back." },
    { "{at:day} {second:clock}",   "Second call, ends {ticket}. Told: two hours. Set to done; line not tested.",
      mark = true },
}

record "lights" { title = "Modem lights", kind = "knowledge",
    { "LOS red",           "No light comes in: the fibre is broken outside. A restart cannot help." },
    { "LOS and Internet dark",
      "Light comes in; the exchange turns the line away. Re-set the port with the modem off." },
    { "Neighbours too",    "LOS red: the cable in the stairwell, line crew. LOS dark: the card in the exchange." },
    { "One flat only",     "LOS red: that flat’s own fibre, engineer visit {slot}. LOS \z
                            dark: another port in the exchange." },
}

promise "news"    { "Ring {caller:formal} whether the line works or not", due = "back" }
promise "hotspot" { "10 GB on his phone, running before the test",        due = "test" }
promise "verify"  { "Ask him after the repair; close on his word only",   due = "handled_by" }

-- The four buttons beside the replies are always there. This caller answers them in his own way.
anytime {
    reply "hold" {
        "One moment please, I’m putting you on hold for about a minute while I look something up.",
        as = "hold", stay = true, once = true, patience = -5,
        hears = "[music; then] …Last night I had that tune for forty minutes.",
        because = "Announced and with a length, as it should be. But everything you need is on the desk already.",
    },
    reply "transfer" {
        "I’ll put you through to the technical desk. Just a moment.",
        as = "transfer", stay = true, empathy = -1, resolution = -1, trust = -10, patience = -10,
        hears = "Oh no. I’m not telling it a fourth time. You stay on.",
        because = "He hears neither to whom nor why, and his story would not go along. He has told it twice already.",
    },
    reply "escalate" {
        "I’ll bring in my team lead for this.",
        as = "escalate", stay = true, resolution = -1, trust = -5, patience = -10,
        hears = "And what does she know that you don’t?",
        because = "Nothing in this call is beyond your own means. Asked too early, it \z
                   shows that nobody takes the matter on.",
    },
    reply "end" {
        "Then we’ll leave it there for now. Thank you for calling, and goodbye.",
        as = "end", stay = true, empathy = -2, resolution = -2, calm = -15, trust = -15, patience = -20,
        hears = "Goodbye? You haven’t DONE anything yet!",
        because = "Nothing is settled and nothing is promised. A polite goodbye does not change that.",
    },
}

-- Listen ---------------------------------------------------------------------------------------------------------

turn "opening" {
    says = {
        { "…Two calls! And I sat there till half past ten with the phone in my hand like an idiot. [He is out of \z
           breath.] Well? ~What’s your two hours worth?~", when = "said 'let-him-finish'" },
        "It’s been dead since {since:ago}! Two calls, ~two times ‘two hours’~. Will anybody actually DO something?",
    },
    cue  = "[fast, loud, no pause for breath]",
    hint = "What has he been promised before? The ticket log knows.",
    to   = "louder",

    reply "let-him-finish" {
        "[Say nothing yet. Let him finish.]", as = "wait", stay = true, once = true,
        listening = 1, calm = 10, shows = { "1.2-a" },
        because = "He slows down by himself once he has said it. Whatever you say before that, he does not hear.",
    },
    reply "quote-the-log" {
        "Two calls, {first:clock} and {second:clock}, and twice we said two hours and didn’t ring. I’m sorry. I’m \z
         Lin, and you won’t have to tell it a third time.",
        when = "opened 'tickets'", hears = "…At least one of you can read. Go on, then.",
        listening = 2, empathy = 3, feels = "heard", trust = 5, step = "listen", to = "story", shows = { "2.4-d" },
        because = "Reading the log first spares him telling it again, and the two broken promises are owned by name.",
    },
    reply "own-the-promises" {
        "Two promises and neither was kept, {caller:formal}. I’m sorry. My name is Lin and this stays with me. Tell \z
         me what has happened since then, please.",
        hears = "What happened? Nothing happened! That’s what happened.",
        listening = 1, empathy = 2, feels = "heard", step = "listen", to = "story", shows = { "2.4-d" },
        because = "Names what went wrong for him before asking anything of him. The log \z
                   would have spared him the question.",
    },
    reply "quote-the-wrong-line" {
        "I’m sorry, {caller:formal}. I can see ticket {ticket} here, {second:clock}, told two hours. So it has been \z
         dead since about eight this morning?",
        when = "opened 'tickets'", hears = "This MORNING? Since {since:clock} last night! It’s in your own computer!",
        listening = -2, empathy = -1, feels = "let_down", misses = { "2.4-d" },
        because = "The log says last evening. A careless reading of it is worse than \z
                   none: now even the record is wrong.",
    },
    reply "calm-down" {
        "Please calm down a little, {caller:formal}. I do want to do something for you, but when you shout I \z
         really can’t take down what you need.",
        hears = "Calm DOWN? Two calls, and I’m to calm down?",
        listening = -1, empathy = -2, feels = "brushed_off", misses = { "7.3-d", "2.4-d" },
        because = "Orders his feelings about. He hears that his anger is the problem, not the line.",
    },
    reply "early-gift" {
        "I’m very sorry about that. May I put 10 GB on your phone right away for the trouble, {caller:formal}? Then \z
         we’ll look at the line together.",
        hears = "Did I ask for data? Did I? I asked for my LINE!",
        listening = -1, empathy = -1, resolution = -1, feels = "brushed_off", misses = { "1.2-a", "2.3-c" },
        because = "A remedy before he has finished buys him off. The same 10 GB is worth a \z
                   lot later, once it fits his need.",
    },
    silence { after = 12, patience = -10 },
}

-- The way back after a false start: it costs a turn and earns less than starting right.
turn "louder" {
    says = "Now you listen. I was polite last night, I was polite this morning. ~Polite \z
            got me nothing.~ So now I’m loud.",
    cue  = "[slower, every word set down hard]",
    hint = "He has told you what polite got him. Start there.",
    to   = "story",

    reply "stop-and-own" {
        "You’re right, and I went straight past it. Two hours, twice, and nobody rang you. That was us. I’ll start \z
         from there, and I’ll stay on it.",
        hears = "[breathes out] …Hm.",
        empathy = 1, feels = "heard", step = "listen", shows = { "1.2-c" },
        because = "Stops, owns both promises, and makes no new one. It works, but it would have worked a minute ago.",
    },
    reply "regrets" {
        "I do apologise for the inconvenience, {caller:formal}. Your call matters to us, and I’ll certainly \z
         do my very best to find a solution.",
        hears = "That’s on the tape as well, in the queue.",
        feels = "lukewarm",
        because = "Polite, but it would fit any caller. Nothing in it is about him.",
    },
    reply "defend" {
        "Polite or loud, {caller:formal}, two hours is only our target. I can see that my colleagues did log it \z
         properly both times, to be fair.",
        hears = "Oh, it’s LOGGED. Wonderful. I’ll tell the modem.",
        empathy = -2, resolution = -1, feels = "let_down", misses = { "1.2-c", "7.3-d" },
        because = "Fair to the colleagues, and no use to him: it turns a broken \z
                   promise into a misunderstanding of his.",
    },
    reply "team-lead-later" {
        "If polite got you nothing with us, then my team lead may get you further. Thank you for your \z
         patience; may she ring you this afternoon?",
        hears = "Another one who’ll ring. You’re good at that.",
        empathy = -1, resolution = -2, feels = "brushed_off", misses = { "2.4-e" },
        because = "Hands the problem on and adds a third call he has to wait for. Nothing has been looked at yet.",
    },
}

turn "story" {
    says = {
        { "I sat up till half past ten! And you lot read it off a card. The man from {neighbour} is on the landing \z
           holding his phone to the ceiling, ~his is gone too~. {fee} a month!", when = "fact.building" },
        "I sat up till half past ten! And you lot read it off a card. Next door, {neighbour}, they’re watching films, \z
         ~I can hear it through the wall~. {fee} a month!",
    },
    cue  = "[a child’s voice behind him; he covers the phone for a second]",
    hint = "Anger with reasons. What else is in the voice?",
    to   = "modem",

    reply "steady-and-ask" {
        "[Breathe out. Slower.] No card. You’re angry, with reason, and it sounds as if something worries you as \z
         well. Is that so? What does it stop today?",
        hears = "[a pause; the first one] …Yeah. Something does.",
        listening = 2, empathy = 2, feels = "heard", set = { knows_test = true }, to = "stakes",
        shows = { "7.1-i", "7.3-a", "7.3-e" },
        because = "A breath, then a check of the feeling instead of a label, and one open \z
                   question. That brings out what matters.",
    },
    reply "work-or-other" {
        "I see, {caller:formal}, that’s a long evening. So that I can note it properly for the colleagues: is the \z
         line for work, or is it for something else today?",
        hears = "What’s it to you? …Something else.",
        listening = 1, empathy = 1, feels = "lukewarm", set = { knows_test = true }, to = "stakes",
        because = "The right direction, asked like a form. He answers the box, not you.",
    },
    reply "angry-too" {
        "I’d be angry too, {caller:formal}, sitting up till half past ten. We’ve all had a day of it here, believe \z
         me. Shall we look at the lights on the modem?",
        hears = "I don’t care what sort of day YOU had.",
        listening = -1, empathy = -2, feels = "brushed_off", misses = { "7.3-a", "7.3-e" },
        because = "Turns his evening into the agent’s. And it labels everything as \z
                   anger: the worry under it goes unheard.",
    },
    reply "straight-to-modem" {
        "Thank you, that’s all I need from you. So that we lose no more time: please go to the modem now and tell \z
         me which lights you can see there.",
        hears = "All you need. Sure. You don’t even know why I’m ringing.",
        listening = -2, empathy = -1, feels = "brushed_off", misses = { "7.1-i", "1.2-a", "7.3-e" },
        because = "Quick, and deaf. What the line is needed for was one question \z
                   away, and it decides what to do first.",
    },
}

turn "stakes" {
    says = "…My daughter. She’s got a ~placement test, online, {test:clock} today~. Half a year she’s worked for it. \z
            I told her, it’s only a cable, I’ll ring them. So.",
    cue  = "[quieter; a door is pulled shut]",
    hint = "He gave somebody his word.",
    to   = "modem",

    reply "test-first" {
        "So you gave her your word and we left you standing there with it. Her test at {test:clock} comes first, then \z
         the cable. What does the modem show?",
        hears = "[clears his throat] …Right. The modem. I’m going.",
        listening = 1, empathy = 3, resolution = 1, feels = "heard", shows = { "1.2-c" },
        because = "Answers the father before the fault, with his own facts, and says what comes first.",
    },
    reply "warm-words" {
        "I can understand how you feel, that’s hard for a father. I’ll help as well as I possibly can. Could \z
         you go and look at the modem for me?",
        hears = "Yeah, yeah. I’m going.",
        empathy = 1, feels = "lukewarm",
        because = "Kind, but a formula: it would do for anything. Nothing changes because of what he said.",
    },
    reply "play-it-down" {
        "Half a year, then she’ll do well, I’m sure! And a test like that can nearly always be sat again, so \z
         please don’t worry. Now, the modem?",
        hears = "[sharp] You don’t know that. You don’t know the first thing about it.",
        listening = -1, empathy = -2, feels = "brushed_off", misses = { "1.2-c" },
        because = "Meant to comfort, it tells him that his reason does not count. And it is a guess.",
    },
    reply "in-order" {
        "Thank you for telling me. I’m afraid I can’t move you up for a test, though, every fault goes \z
         in its order. Which lights are on?",
        hears = "In its order. Two times two hours, that’s your order.",
        empathy = -1, resolution = -2, feels = "let_down", misses = { "1.2-c", "6.1-b" },
        because = "Sounds fair and is wrong: a line that is down is urgent, test or no test.",
    },
}

-- Analyse --------------------------------------------------------------------------------------------------------

interrupt "still-there" { when = "patience <= 25 and seen 'who-acts' and not seen 'when-fixed'", to = "still-there" }
interrupt "test-comes-out" { when = "seen 'when-fixed' and not knows_test", to = "outburst" }

turn "modem" {
    says = {
        { "I’m standing in front of it. Power, green. Next one down, ~LOS, red, blinking~. And before you ask: off \z
           and on, twice, last night. I’m not stupid.", when = "fact.red" },
        "I’m standing in front of it. Power, green, PON, green, LOS dark. ~Internet, dark as well.~ And before you \z
         ask: off and on, twice, last night. I’m not stupid.",
    },
    hint = "Which lights did he name, and what has he done already?",
    to   = "who-acts",

    reply "measure" {
        "You’re not, {caller:formal}, thank you. I’d rather measure than guess: our line test runs for a minute, and \z
         you’ll hear me typing while it does.",
        hears = "[a minute of typing] …And? What’s it say? I can see the lights from here.",
        listening = 1, resolution = 1, feels = "lukewarm", step = "analyse",
        because = "Announced and honest, so not wasted; but the lights he read out had told you already.",
    },
    reply "once-more" {
        "Off and on, I see, thank you. Just so that nothing is missed: would you take the plug out once more, \z
         count to thirty and plug it back in?",
        hears = "I’ve JUST said it. Twice! Is anybody there at all?",
        listening = -2, resolution = -1, feels = "brushed_off", misses = { "7.3-d" },
        because = "He told you that he did it, and why he told you. Asking again costs a \z
                   minute and his belief that you listen.",
    },
    lookalikes(reply, {
        { "cut-fibre",
          "You did it right. LOS is ‘loss of signal’: no light is coming in, so the fibre is broken outside, and \z
           no restart will help. Leave it on.",
          right = { when = "fact.red", hears = "Loss of signal. [pause] Finally somebody who says what it is.",
                    listening = 2, empathy = 1, resolution = 2, feels = "helped", step = "analyse", shows = { "7.3-d" },
                    because = "Red LOS: no light arrives. The term once, explained at once, \z
                               and he is spared a third restart." },
          wrong = { hears = "Red? Who said red? DARK, I said. Dark!",
                    listening = -2, resolution = -2, feels = "let_down", misses = { "7.3-d" },
                    because = "His LOS light was dark, so light does arrive. This sends a crew to \z
                               look for a break that is not there." } },
        { "shut-port",
          "You did it right. LOS dark means light does come in, but our exchange turns you away. I’m re-setting \z
           your port: modem off for a minute?",
          right = { when = "not fact.red",
                    hears = "[click. A minute.] …On again. No, same picture. But that’s a reason, at least.",
                    listening = 2, empathy = 1, resolution = 2, feels = "helped", step = "analyse", shows = { "7.3-d" },
                    because = "No red light: the fibre is whole. This time switching off \z
                               has a point, and he is told which." },
          wrong = { hears = "Off AGAIN? And it isn’t dark. Red, I said, red!",
                    listening = -2, resolution = -2, feels = "let_down", misses = { "7.3-d" },
                    because = "His LOS light was red: no light arrives at all, and no \z
                               port and no restart can change that." } },
    }),
}

-- Solve ----------------------------------------------------------------------------------------------------------

-- Whose move it is follows from both facts. Right fault, wrong extent is half an answer, and he notices.
turn "who-acts" {
    says = {
        { "For the tape, then. ~LOS: red. {neighbour}: gone too.~ So who goes where?",
          when = "said 'ask-again' and fact.red and fact.building" },
        { "For the tape, then. ~LOS: red. {neighbour}: works, films all day.~ So who goes where?",
          when = "said 'ask-again' and fact.red" },
        { "For the tape, then. ~LOS: dark. {neighbour}: gone too.~ So who goes where?",
          when = "said 'ask-again' and fact.building" },
        { "For the tape, then. ~LOS: dark. {neighbour}: works, films all day.~ So who goes where?",
          when = "said 'ask-again'" },
        "So, in plain words. Who goes where, and what do they do there? ~And don’t tell me ‘a colleague’.~",
    },
    hint = "Two facts decide it: the light, and the neighbour.",
    to   = "muddle",

    lookalikes(reply, {
        { "line-crew",
          "A line crew goes to the shaft in your stairwell now: one cable feeds you and {neighbour}. They find the \z
           break and join it. Nobody need stay in.",
          right = { when = "fact.red and fact.building", hears = "The shaft in the stairwell. Good. That’s a place.",
                    listening = 1, empathy = 1, resolution = 3, feels = "helped", step = "solve", to = "when-fixed",
                    shows = { "2.4-e" },
                    because = "Red light and the neighbour out too: the shared cable. Who, where \z
                               and what, in words he can picture." },
          half  = { when = "fact.red and not fact.building", hears = "{neighbour}? They’re watching FILMS in there!",
                    listening = -1, resolution = -1, feels = "let_down", once = true, misses = { "2.4-e" },
                    because = "The fibre, yes; but the neighbour’s line works, so \z
                               the break lies behind the stairwell." },
          wrong = { hears = "A break? What break? There’s no red light, how often do I have to say it?",
                    listening = -2, resolution = -2, feels = "let_down", once = true, misses = { "2.4-e" },
                    because = "Without a red LOS light the fibre is whole. The crew would search for nothing." } },
        { "visit",
          "An engineer comes to your flat, {slot}. {neighbour} works, so it’s your own fibre, past the \z
           stairwell, and he renews it. Please be in.",
          right = { when = "fact.red and not fact.building",
                    hears = "[writing] {slot}. I’m in. I’m not going anywhere.",
                    listening = 1, empathy = 1, resolution = 3, feels = "helped", step = "solve", to = "when-fixed",
                    shows = { "2.4-e" },
                    because = "Red light, and next door works: his own fibre. Who, \z
                               when, and what he has to do for it." },
          half  = { when = "fact.red and fact.building",
                    hears = "My own? And the man on the landing, what’s he got, a hobby?",
                    listening = -1, resolution = -1, feels = "let_down", once = true, misses = { "2.4-e" },
                    because = "The fibre, yes; but the neighbour is out too. A visit to one flat mends neither." },
          wrong = { hears = "What’s he to renew? It isn’t red! There’s no red light!",
                    listening = -2, resolution = -2, feels = "let_down", once = true, misses = { "2.4-e" },
                    because = "Without a red LOS light his fibre is whole. He would wait at \z
                               home for a visit that mends nothing." } },
        { "card",
          "Our engineer on duty goes to the exchange now and changes the card that serves your stairwell, {neighbour} \z
           and you. Nobody need stay in for it.",
          right = { when = "not fact.red and fact.building",
                    hears = "So it’s at your end. For all of us. Good to know.",
                    listening = 1, empathy = 1, resolution = 3, feels = "helped", step = "solve", to = "when-fixed",
                    shows = { "2.4-e" },
                    because = "No red light and the neighbour out too: the card they share. Who, where \z
                               and what, and our own part owned." },
          half  = { when = "not fact.red and not fact.building",
                    hears = "{neighbour}? They’re watching FILMS in there!",
                    listening = -1, resolution = -1, feels = "let_down", once = true, misses = { "2.4-e" },
                    because = "The exchange, yes; but a broken card would have taken the neighbour down with him." },
          wrong = { hears = "The exchange? And what’s that red light in front of me, Christmas?",
                    listening = -2, resolution = -2, feels = "let_down", once = true, misses = { "2.4-e" },
                    because = "A red LOS light is a broken fibre. Nothing that is changed \z
                               in the exchange puts light into it." } },
        { "port",
          "Our engineer on duty moves you to another port in the exchange. {neighbour} gets on, so only your own \z
           port is gone. You need do nothing.",
          right = { when = "not fact.red and not fact.building",
                    hears = "One plug into another hole. And that took you all night.",
                    listening = 1, empathy = 1, resolution = 3, feels = "helped", step = "solve", to = "when-fixed",
                    shows = { "2.4-e" },
                    because = "No red light, and next door works: only his port. Who, where and what, in one breath." },
          half  = { when = "not fact.red and fact.building",
                    hears = "Gets on? The man’s on the landing with his phone in the air!",
                    listening = -1, resolution = -1, feels = "let_down", once = true, misses = { "2.4-e" },
                    because = "The exchange, yes; but the neighbour is out too. Moving one line \z
                               leaves the rest of the stairwell dark." },
          wrong = { hears = "Another port. And the red light, does that go by itself?",
                    listening = -2, resolution = -2, feels = "let_down", once = true, misses = { "2.4-e" },
                    because = "A red LOS light is a broken fibre. Another port has just \z
                               as little light to send through it." } },
    }),
}

turn "muddle" {
    says = "Stop. Stop! The light, next door, I’ve told you all of it. ~Is anybody \z
            listening over there?~ Which is it now?",
    cue  = "[slaps something flat with his hand]",
    hint = "You are missing something. Say so.",
    to   = "who-acts",

    reply "ask-again" {
        "You did, and I ran past it. Please tell me both once more and this time I write it down: the LOS light, and \z
         {neighbour}. Then I’ll say who goes.",
        hears = "[a long breath]",
        calm = 5, trust = 10,
        because = "Says plainly what is missing and asks for exactly that. It costs a \z
                   little pride and saves a wrong crew.",
    },
    reply "talk-over" {
        "I’m sorry, that came out muddled, thank you for stopping me. I have it all in front of me. Let me put it to \z
         you once more, in the right order.",
        feels = "lukewarm",
        because = "Smooth, and still a guess: what was missed is as missing as before.",
    },
    reply "own-screen" {
        "All of it, yes, but my screen isn’t clear on that either, {caller:formal}. The network people never tell us. \z
         Which is it: the light, next door?",
        hears = "‘They never tell us.’ You ARE them.",
        empathy = -2, feels = "brushed_off", misses = { "2.4-d" },
        because = "Blames a colleague to save face. To him there is only one company.",
    },
    reply "gloss-over" {
        "For you it comes to the same, {caller:formal}: somebody sees to the line, inside or outside. Shall \z
         we rather look at when it is done?",
        hears = "The same. To you, maybe.",
        listening = -1, resolution = -2, feels = "let_down", to = "when-fixed", misses = { "2.4-e" },
        because = "Goes on without knowing who has to act. Nobody can be sent to “somebody sees to it”.",
    },
}

turn "still-there" {
    says = "Hello? ~Are you still there?~ One more minute. Then I’m in your shop in \z
            person, with the modem under my arm.",
    cue  = "[tapping on the receiver]",
    to   = "who-acts",

    reply "here-now" {
        "I’m here. What you’ve heard from me so far was no use to you, and I know it. From now on one thing at a \z
         time, and the next one is who acts.",
        hears = "…One thing. Go on.",
        calm = 5, trust = 5, patience = 25, shows = { "7.1-i" },
        because = "Steady, short, and owns it. Patience comes back when he hears what happens next.",
    },
    reply "one-moment" {
        "Yes, I’m still here, {caller:formal}, and thank you very much for waiting. One more moment, please, I’m just \z
         finishing something on the screen.",
        hears = "‘One moment.’ Do you know by now how long your moments are?",
        patience = 5, trust = -5,
        because = "Courteous, but one more wait without a reason. He has had a night of them.",
    },
    reply "my-team-lead" {
        "You’ve a right to somebody who decides. I’ll tell my team lead the whole of it now, so that you needn’t, \z
         and she rings you by {back:clock}.",
        hears = "Your team lead. By {back:clock}. I’ve got it in writing: my own.",
        empathy = 1, resolution = 1, promises = { "news" }, to = "handed-on",
        because = "A clean hand-over: the story told, a person, a time. It gives up what \z
                   you could still have done yourself.",
    },
    reply "been-here" {
        "Of course I’m still here, {caller:formal}, I’ve been here the whole time. Would you let me finish this, \z
         please? It would all go quicker.",
        hears = "Oh, I’M holding YOU up. I see.",
        empathy = -2, feels = "brushed_off", misses = { "7.1-i" },
        because = "Irritation in polite words. He hears whose fault the delay is now supposed to be.",
    },
}

turn "when-fixed" {
    says = "And now the only thing that counts. ~Before {test:clock} or after?~ A straight answer. For once.",
    cue  = "[quick, low]",
    hint = "What do you know, what do you not know, and when will you know more?",
    to   = "stopgap",

    reply "news-by" {
        "I don’t know yet, and I won’t invent a time. It runs at level 1, our most urgent, and by {back:clock} at the \z
         latest I ring you, working or not.",
        hears = "[silence] …That’s the first time one of you says he doesn’t know. \z
                 {back:clock}. I’ll look at my watch.",
        empathy = 1, resolution = 2, feels = "helped", trust = 5, promises = { "news" }, shows = { "6.1-e" },
        because = "What is known, what is not, and when the next word comes. It can be kept, so it is \z
                   worth more than a time of repair.",
    },
    reply "as-soon-as" {
        "It’s right at the top of our list, {caller:formal}, and I’ll stay after the engineers about it. The moment I \z
         hear anything at all, so will you.",
        hears = "‘The moment.’ Last night it was ‘two hours’. That was at least a number.",
        empathy = 1, feels = "lukewarm", misses = { "6.1-e" },
        because = "Honest and vague: without a time he has to wait by the phone again.",
    },
    reply "my-word" {
        "Before {test:clock}, {caller:formal}. It’s a small job for people who do it daily, and I’ll stay behind them \z
         till it’s done. You have my word.",
        hears = "Your word. …All right. I’ll tell her.",
        resolution = -3, feels = "let_down", critical = "guarantee",
        because = "It is what he wants to hear, and nobody can know it. It is the third time this \z
                   line is promised a time of repair.",
    },
    reply "repair-desk" {
        "A straight answer: only the repair desk knows that. I’ll text you their number; would you ring there around \z
         noon, please, and quote {ticket}?",
        hears = "So now I ring somebody else. A third call. Marvellous.",
        empathy = -1, resolution = -2, feels = "let_down", misses = { "2.4-e", "6.1-e" },
        because = "True, but it makes the customer chase. The owner of the ticket does the ringing.",
    },
    silence { after = 12, patience = -10 },
}

-- What nobody asked about comes out by itself, late and loud.
turn "outburst" {
    says = "[a girl’s voice: “Dad? What if it isn’t back in time?”] Not NOW, love. …Placement test. Online. ~Today at \z
            {test:clock}.~ Not one of you asks what a line is FOR.",
    cue  = "[the phone held away, then back, hard]",
    to   = "when-fixed",

    reply "should-have-asked" {
        "I should have asked you that at the start, and I’m sorry. So the test at {test:clock} decides what we do \z
         first: she gets online, line or no line.",
        hears = "…Then say that. Say that first.",
        empathy = 1, feels = "heard", set = { knows_test = true }, shows = { "1.2-c" },
        because = "Owns the missed question and lets the answer change the order of \z
                   things. Better late than not at all.",
    },
    reply "best-of-luck" {
        "Thank you for telling me, and would you wish her the very best of luck? I’m putting the test on the ticket, \z
         so that the engineers know it too.",
        hears = "Luck. She needs a line, not luck.",
        feels = "lukewarm", set = { knows_test = true },
        because = "Friendly, and noted. But a note gets nobody online.",
    },
    reply "earlier-please" {
        "If you’d told us what the line is for, {caller:formal}, we’d be further on by now. But all right, let’s \z
         see what can be done today at all.",
        hears = "Now it’s MY fault?",
        empathy = -2, feels = "brushed_off", set = { knows_test = true }, misses = { "1.2-c" },
        because = "He was not asked. Telling him that he should have said so turns the mistake round.",
    },
    reply "line-first" {
        "I do understand. One thing after the other, though, please: the line first. Once that’s working again, \z
         her test will take care of itself.",
        hears = "And if it isn’t? You haven’t understood a thing.",
        listening = -1, resolution = -1, feels = "brushed_off", set = { knows_test = true }, misses = { "1.2-c" },
        because = "Stays with the item and loses the person: by then the test may be over.",
    },
}

turn "stopgap" {
    says = {
        { "By {back:clock}. Fine. And if they’re not done by {test:clock}? ~She can’t sit a test on a phone call.~",
          when = "promised 'news'" },
        "And if they’re not done by {test:clock}? ~She can’t sit a test on your good intentions.~",
    },
    hint = "What can you do within this call, and how much is yours to give?",
    to   = "complaint",

    reply "hotspot" {
        "She sits it over your phone. 10 GB, worth {credit}, is mine to give: I send you a code first, then we \z
         try it out while you’re on the line.",
        hears = "Over my phone. Huh. That might do it.",
        empathy = 1, resolution = 2, feels = "helped", promises = { "hotspot" }, to = "code", shows = { "2.4-e" },
        because = "The same 10 GB, now fitted to his need, within your limit, and proven before you hang up.",
    },
    reply "small-gesture" {
        "I could put 10 GB of data on your phone, {caller:formal}, as a small gesture for the trouble you had. Would \z
         that be of any use to you there?",
        hears = "A gesture? …Wait. She could go over my phone with that. Do it.",
        resolution = 1, feels = "lukewarm", promises = { "hotspot" }, to = "code",
        because = "The right thing, sold as a consolation. He has to find out himself that it saves the test.",
    },
    reply "month-back" {
        "I’m sorry for her, truly. I’ll take this month’s {fee} off for you, that’s the least we can do, and at \z
         {test:clock} we’ll see how far they are.",
        hears = "Keep your {fee}. What is she to do with {fee} at {test:clock}?",
        listening = -1, resolution = -2, feels = "let_down", misses = { "2.4-e" },
        because = "Generous beyond what you may grant, and no help at all: the test still has no line.",
    },
    reply "letter" {
        "She can usually sit a test like this on another day if the line’s to blame. I’ll gladly send you a \z
         letter from us that she can hand in.",
        hears = "Half a year she’s been working for TODAY.",
        empathy = -2, resolution = -1, feels = "brushed_off", misses = { "1.2-c" },
        because = "Leaves the work to the girl, and guesses how her school decides.",
    },
}

turn "code" {
    says = "[a beep] There, a message. ~Six digits.~ Shall I read them out to you?",
    cue  = "[hurried, but with you now]",
    hint = "Who enters the code?",
    to   = "complaint",

    reply "keypad" {
        "Don’t, not even to me. Key them in on your phone, then I know that it’s you. I switch the 10 GB on, and \z
         your daughter tries it right now.",
        hears = "[tones; a long half-minute; a girl laughs] …It loads. She’s in.",
        empathy = 1, resolution = 2, feels = "helped", keeps = { "hotspot" },
        because = "The caller enters the code, nobody hears it, and the stop-gap is proven while he is still there.",
    },
    reply "key-and-wait" {
        "Just key them in yourself, please, {caller:formal}. As soon as the system has taken them the 10 GB is \z
         on its way, within the hour or so.",
        hears = "[tones] Within the hour. And how do I know it works?",
        empathy = 1, resolution = 1, feels = "lukewarm", keeps = { "hotspot" },
        because = "Safe and correct. But whether it works he finds out alone, shortly before the test.",
    },
    reply "no-need" {
        "There’s no need for six digits, {caller:formal}. We’ve talked so long that I know who you are. I’ll \z
         switch on the 10 GB straight away.",
        hears = "[suspicious] So anyone who shouts gets one?",
        listening = -1, resolution = -3, feels = "let_down", critical = "unverified-data",
        because = "Whoever knows this story could have rung. Nothing on an account \z
                   changes before the caller is verified.",
    },
    reply "read-out" {
        "Yes please, read them out to me and I’ll key them in for you, that’s the quickest way. And she could be \z
         starting up the laptop meanwhile.",
        hears = "Four, eight… funny. The message says ‘tell nobody’.",
        empathy = -1, resolution = -2, feels = "let_down", keeps = { "hotspot" },
        because = "Quick, and it teaches him to say codes aloud on the telephone. The next one who asks may not be us.",
    },
}

-- Feed back ------------------------------------------------------------------------------------------------------

turn "complaint" {
    says = {
        { "Good. First thing that works today. And now the other matter. ~Two people said two hours and neither \z
           rang.~ That wasn’t the cable. That was you.", when = "kept 'hotspot'" },
        "Hm. And now the other matter. ~Two people said two hours and neither rang.~ \z
         That wasn’t the cable. That was you.",
    },
    cue  = "[quite calm, and the more serious for it]",
    hint = "Is this a remark, or something else?",
    to   = "after",

    reply "in-your-words" {
        "That’s a complaint, and I’m entering it in your words. First answer by {answer_by:day}, handled by \z
         {handled_by:day}, final word by {final_by:day}. What must be in it?",
        hears = "That they ring. If you say it, ring. That’s all. Put that down.",
        listening = 1, empathy = 1, resolution = 2, feels = "helped", step = "feed back", shows = { "2.3-c" },
        because = "Named as a complaint, with dates instead of hours, and he says what it is \z
                   about before any remedy is named.",
    },
    reply "three-days-on" {
        "That’s a complaint, and I’m entering it, thank you. First answer by {answer_by:day}, and in three days you \z
         have the final word: {handled_by:day}. Anything to add?",
        hears = "{handled_by:weekday}? We’ll see who’s in the office then.",
        resolution = -1, feels = "lukewarm",
        because = "Three working days, not three days on the calendar. A date that is \z
                   wrong is one more promise broken.",
    },
    reply "remark" {
        "You’re right, {caller:formal}, that one is ours. I’ll write it into the remarks on ticket {ticket}, so that \z
         the team lead reads it when it’s closed.",
        hears = "In the remarks. Who reads remarks?",
        empathy = 1, trust = -5, misses = { "2.3-c" },
        because = "Owned, but lost: a remark has no date and no answer.",
    },
    reply "line-first-then" {
        "Of course you may complain. Only, between us, it keeps people busy who could be seeing to your line. Shall \z
         we get that going first, and then see?",
        hears = "Ah. Now we’re getting to it.",
        empathy = -2, resolution = -2, feels = "let_down", critical = "talked-out-of-complaining", misses = { "2.3-c" },
        because = "Well meant, and it talks him out of his right. Repair and complaint run side by side.",
    },
}

turn "after" {
    says = "And this morning your ticket said ‘done’. ~Done!~ I only knew it wasn’t because \z
            I’ve got eyes. Who looks this time?",
    hint = "Who can say that it works?",
    to   = "read-back",

    reply "your-word" {
        "You do. When the engineers report, I ring the number ending {line} and ask what works. Until you say it \z
         does, ticket {ticket} stays open.",
        hears = "I say when it’s done. [short laugh] That I like.",
        empathy = 1, resolution = 2, feels = "helped", promises = { "verify" }, shows = { "1.2-j" },
        because = "The customer’s word closes the ticket, not the technician’s, and he is rung instead of ringing.",
    },
    reply "keep-an-eye" {
        "I’ll look at it myself again before I go home tonight, {caller:formal}. And if anything isn’t right by then, \z
         just ring us and quote {ticket}.",
        hears = "So I ring again. Mhm.",
        empathy = 1, resolution = 1, feels = "lukewarm", misses = { "1.2-j" },
        because = "Good will, and still he is the one who has to notice and to ring.",
    },
    reply "by-itself" {
        "This time the system sees to it, {caller:formal}: as soon as they enter ‘done’ you get a text. Would \z
         you rate our service in it, please?",
        hears = "The system said ‘done’ this morning.",
        listening = -1, resolution = -2, feels = "let_down", misses = { "1.2-j" },
        because = "The same system closed it this morning. He has just told you so.",
    },
    reply "wrong-key" {
        "I’m sorry, somebody must have pressed the wrong key this morning, they’re new over there. Thank you for \z
         telling us; it won’t happen twice.",
        hears = "New. And by tonight they’re old hands?",
        empathy = -1, resolution = -2, feels = "let_down", misses = { "1.2-j" },
        because = "An excuse at a colleague’s expense, and a promise about other people’s \z
                   keys. Nobody looks this time either.",
    },
}

turn "read-back" {
    says = "Right. I’ve got to get back to her. ~Once more, short.~ What have we agreed?",
    cue  = "[brisk, almost friendly]",
    hint = "Short, complete, and with his facts, not with ours.",
    to   = "wrapup",

    reply "in-the-text" {
        "Short: it’s all in the text you’re getting now, {caller:formal}, the ticket, the complaint and the times. Is \z
         there anything else I can do for you?",
        hears = "No. I’ll read it, then.",
        listening = 1, feels = "lukewarm",
        because = "A text is good as a second channel. But nobody has checked that both of you mean the same.",
    },
    reply "five-stars" {
        "All agreed and on its way, {caller:formal}, thank you very much. Short survey in a minute: if you were \z
         content with me, a five would be kind.",
        hears = "Ask me when it works.",
        listening = -1, empathy = -2, feels = "brushed_off", misses = { "1.2-j" },
        because = "Fishes for a mark while the line is dead. First the outcome, then the question.",
    },
    lookalikes(reply, {
        { "both-of-you",
          "Dead since {since:clock}, {neighbour} as well. Test first; I ring by {back:clock}; you close the ticket; \z
           the complaint runs. Is anything missing?",
          right = { when = "fact.building", hears = "No. That’s it. That’s all of it.",
                    listening = 2, empathy = 1, resolution = 1, feels = "helped",
                    because = "Four points with his own facts, and the last word is \z
                               his. That is listening he can hear." },
          wrong = { hears = "Next door’s dead? They’re watching films! You’d almost got it right.",
                    listening = -2, resolution = -1, feels = "let_down",
                    because = "Next door works. The engineer who reads this looks in the wrong place." } },
        { "you-alone",
          "Dead since {since:clock}, your flat only. Test first; I ring by {back:clock}; you close the ticket; \z
           complaint entered. Did I forget anything?",
          right = { when = "not fact.building", hears = "No. That’s it. That’s all of it.",
                    listening = 2, empathy = 1, resolution = 1, feels = "helped",
                    because = "Four points with his own facts, and the last word is \z
                               his. That is listening he can hear." },
          wrong = { hears = "Only me? And who’s that on the landing, then? You’d almost got it right.",
                    listening = -2, resolution = -1, feels = "let_down",
                    because = "The neighbour is out as well. The extent is what tells the engineers where to look." } },
    }),
}

form "wrapup" {
    title = "Close the call, not the case",

    wrapup.sort  { right = "complaint",               points = { resolution = 1 }, wrong = { resolution = -1 } },
    wrapup.class { right = { "urgent", "complaint" }, points = { resolution = 1 }, wrong = { resolution = -1 },
                   shows = { "6.1-b" } },
    wrapup.level { right = "1",                       points = { resolution = 2 }, wrong = { resolution = -2 },
                   shows = { "6.1-e" } },

    ask "extent" { "Who is affected?",
        lookalikes(answer, {
            { "building", "Several flats on this stairwell",
              right = { when = "fact.building", listening = 1, because = "He named the neighbour once, in passing." },
              wrong = { listening = -1, because = "The neighbour’s line works; he could hear it." } },
            { "flat", "Only this customer’s own flat",
              right = { when = "not fact.building", listening = 1,
                        because = "He named the neighbour once, in passing." },
              wrong = { listening = -1, because = "The neighbour is out too; he said so once, in passing." } },
        }),
    },
    ask "cause" { "What is broken?",
        answer "modem" { "The modem: restart not done", listening = -1,
            because = "He had restarted it twice before he rang, and the lights say otherwise." },
        lookalikes(answer, {
            { "fibre", "The fibre: no light comes in",
              right = { when = "fact.red", listening = 1, because = "Red LOS: no light reaches the modem." },
              wrong = { listening = -1, because = "The LOS light was dark: light does come in." } },
            { "exchange", "The exchange: line turned away",
              right = { when = "not fact.red", listening = 1,
                        because = "LOS dark and Internet dark: light, but no access." },
              wrong = { listening = -1, because = "The LOS light was red: no light comes in at all." } },
        }),
    },

    wrapup.feedback { right = "3wd", points = { resolution = 1 }, wrong = { resolution = -1 } },
    wrapup.owed     { points = { resolution = 1 }, wrong = { resolution = -1 },
        { "news",    "Ring him by {back:clock}, fixed or not", owed = true,
          because = "News in any case, and before he has to ask. That is the promise this call stands on." },
        { "hotspot", "10 GB running before {test:clock}", owed = true,
          because = "The stop-gap has a time of its own; it is worth nothing after the test." },
        { "verify",  "Ask him after the repair", owed = true,
          because = "The fix counts once he says that it works." },
        { "month",   "Take {fee} off the bill",
          because = "More than you may grant. It would be asked for, not entered as owed." },
        { "survey",  "Send the survey this morning",
          because = "A survey comes after the outcome, not while the line is dead." } },
    wrapup.state    { right = "open", points = { resolution = 1 }, wrong = { resolution = -1 } },

    to = { { "promised 'news' and promised 'verify' and kept 'hotspot'", "promised" }, "loose-ends" },
}

ending "promised" {
    outcome  = "resolved",
    says     = "All right. You ring by {back:clock}. [a pause] …Thanks, Lin. I’ll go and make her something to eat.",
    epilogue = "The test ran over the hotspot. Lin rang at {back:clock} as agreed, and once more after the repair; \z
                the ticket was closed on his word.",
}
ending "loose-ends" {
    outcome  = "partly",
    says     = "Well. We’ll see. [a pause] I’ve still got your number. You know that by now.",
    epilogue = "Somebody is at work on the line. Something he needed was left open, and he will have to ring about it.",
}
ending "handed-on" {
    outcome  = "escalated",
    says     = "Then she’d better be good. By {back:clock}.",
    epilogue = "The team lead rang in time and began where you had stopped.",
}
ending "gone" {
    outcome  = "lost",
    says     = "[He has hung up.]",
    epilogue = "An hour later he stood in the shop. The test began without her.",
}

-- The form filled in without a mistake, whatever was wrong with the line.
local function filed(extent, cause)
    return "wrapup:sort=complaint;class=urgent+complaint;level=1;extent=" .. extent .. ";cause=" .. cause ..
           ";feedback=3wd;owed=news+hotspot+verify;state=open"
end

example "a good call" {
    moves = { "open:tickets", "let-him-finish", "quote-the-log", "steady-and-ask", "test-first", "cut-fibre",
              "line-crew", "news-by", "hotspot", "keypad", "in-your-words", "your-word", "both-of-you",
              filed("building", "fibre") },
    set = 1, expect = { ending = "promised", passed = true },
}
example "the same care, another fault" {
    moves = { "let-him-finish", "own-the-promises", "steady-and-ask", "test-first", "shut-port", "port",
              "news-by", "hotspot", "keypad", "in-your-words", "your-word", "you-alone",
              filed("flat", "exchange") },
    set = 4, expect = { ending = "promised", passed = true },
}
example "a false start, recovered" {
    moves = { "calm-down", "stop-and-own", "steady-and-ask", "test-first", "cut-fibre", "line-crew-half",
              "ask-again", "visit", "news-by", "hotspot", "keypad", "in-your-words", "your-word", "you-alone",
              filed("flat", "fibre") },
    set = 2, expect = { ending = "promised", passed = true },
}
example "friendly and vague" {
    moves = { "own-the-promises", "work-or-other", "warm-words", "measure", "card", "as-soon-as",
              "small-gesture", "key-and-wait", "remark", "keep-an-eye", "in-the-text",
              filed("building", "exchange") },
    set = 3, expect = { ending = "loose-ends", passed = false },
}
example "one promise too many" {
    moves = { "open:tickets", "quote-the-log", "steady-and-ask", "test-first", "shut-port", "card", "my-word",
              "hotspot", "keypad", "in-your-words", "your-word", "both-of-you", filed("building", "exchange") },
    set = 3, expect = { ending = "loose-ends", passed = false },
}
example "he hangs up" {
    moves = { "calm-down", "defend", "straight-to-modem", "once-more" },
    set = 1, expect = { ending = "gone", passed = false },
}
