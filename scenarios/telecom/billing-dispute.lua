-- The bill is far above the plan, and a tired man who can count says that he was cheated.
--
-- Two things differ between the fact sets, and he says each of them once: whether the texts that warn him of his
-- data ever came, and whether he had stopped the video pack or forgotten it. The log says the same, to whoever
-- opens it. Together they decide what goes back because it was our fault, what stays because it was right, and
-- whether anything is left for goodwill. Whoever promises the whole sum before looking has to take it back, in all
-- sets but one.

local wrapup     = include "lib/wrapup"
local lookalikes = include "lib/lookalikes"

scenario "billing-dispute" {
    title      = "A pencil and a bill",
    situation  = "A bill far above the plan. The caller is tired rather than loud; he has it before him on \z
                  paper, and he has a word for it.",
    goals      = {
        listening  = "Find out what was different that month, and which part of it we caused.",
        empathy    = "Take his word for it seriously, and promise nothing before you have looked.",
        resolution = "Leave him with sums that add up, and a date on which you check them.",
    },
    channel    = "phone",
    chapter    = 2,  difficulty = 3,
    customer   = { name = "{caller}", kind = "individual", face = "man-52", voice = "man",
                   about = { "Everyday 59", "customer since {since}" } },
    mood       = { calm = 40, trust = 25, patience = 50 },
    vars       = { promised_all = false, guessed = false },
    process    = { "listen", "analyse", "solve", "feed back" },
    start      = "opening",
    hangs_up   = "gone",
}

-- Everyday 59 and the video pack, in yuan and GB. The bill of a month comes on the 3rd of the next.
local fee, bundle, per_gb, pack = 59, 20, 5, 15

local function month_of(t) return tonumber(tostring(t):sub(6, 7)) end
local function on(day, month) return date(string.format("2025-%02d-%02d", month, day)) end

local function ordinal(t)
    local day  = tonumber(tostring(t):sub(9, 10))
    local ends = { "st", "nd", "rd", [21] = "st", [22] = "nd", [23] = "rd", [31] = "st" }
    return day .. (ends[day] or "th")
end

facts {
    each = function(f)
        local billed = month_of(f.at) - 1
        f.before, f.billed = on(1, billed - 1), on(1, billed)
        f.now,    f.next   = on(1, billed + 1), on(1, billed + 2)
        f.renewed, f.paid, f.bill = on(1, billed), on(3, billed + 1), on(3, billed + 2)

        f.begun = (f.tenths - bundle * 10 + 9) // 10
        f.used  = string.format("%d.%d", f.tenths // 10, f.tenths % 10)
        local over = f.begun * per_gb
        f.fee,   f.pack,  f.over = money(fee), money(pack), money(over)
        f.total, f.extra, f.data = money(fee + pack + over), money(pack + over), money(fee + over)
        f.credit = money(50)
        f.all_ours, f.none_ours = f.failed and f.stopped, not (f.failed or f.stopped)

        -- What was billed correctly; where nothing was, the whole of it stands on the card that says so.
        local ours = (f.failed and over or 0) + (f.stopped and pack or 0)
        f.rest = money(f.all_ours and ours or pack + over - ours)

        f.from_day, f.till_day, f.stop_day = ordinal(f.from), ordinal(f.till), ordinal(f.stop)
        f.later_from, f.later_till = ordinal(after(f.from, { days = 3 })), ordinal(after(f.till, { days = 3 }))
        f.alert_log = f.failed and "not delivered" or "delivered"
        f.gate_log  = f.failed and "fault: no alerts sent" or "no fault"
        f.pack_log  = f.stopped and "Video pack cancelled by text; answer ‘received’"
                                or  "Video pack: last film watched"

        f.back, f.test_by = after(f.at, { hours = 3 }), after(f.at, { hours = 2 })
        wrapup.clocks(f)
        f.too_late = after(f.handled_by, { workdays = 3 })
    end,

    { caller = name { "Chen Jun", family = "Chen", title = "Mr" }, at = datetime "2025-09-08 14:00", line = "6021",
      since = "2016", tenths = 254, use1 = "12.1", use2 = "11.4", use3 = "13.0",
      from = date "2025-08-11", till = date "2025-08-24", trial = date "2025-07-04",
      stop = datetime "2025-07-09 21:30", eighty = datetime "2025-08-18 21:05",
      hundred = datetime "2025-08-21 20:40", gate_from = date "2025-08-10", gate_till = date "2025-08-26",
      failed = true,  stopped = false },

    { caller = name { "Song Tao", family = "Song", title = "Mr" }, at = datetime "2025-10-14 10:20", line = "3352",
      since = "2013", tenths = 237, use1 = "9.8",  use2 = "10.5", use3 = "9.2",
      from = date "2025-09-08", till = date "2025-09-21", trial = date "2025-08-05",
      stop = datetime "2025-08-28 21:14", eighty = datetime "2025-09-17 02:10",
      hundred = datetime "2025-09-20 03:25", gate_from = date "2025-09-01", gate_till = date "2025-09-30",
      failed = false, stopped = true },

    { caller = name { "Ma Guoping", family = "Ma", title = "Mr" }, at = datetime "2025-11-06 16:30", line = "8479",
      since = "2018", tenths = 268, use1 = "14.6", use2 = "13.9", use3 = "15.2",
      from = date "2025-10-13", till = date "2025-10-26", trial = date "2025-09-02",
      stop = datetime "2025-09-06 20:15", eighty = datetime "2025-10-20 01:40",
      hundred = datetime "2025-10-23 02:55", gate_from = date "2025-10-01", gate_till = date "2025-10-31",
      failed = false, stopped = false },

    { caller = name { "Deng Hui", family = "Deng", title = "Mr" }, at = datetime "2025-09-19 09:40", line = "1906",
      since = "2011", tenths = 242, use1 = "10.3", use2 = "12.7", use3 = "11.8",
      from = date "2025-08-12", till = date "2025-08-25", trial = date "2025-07-02",
      stop = datetime "2025-07-29 20:40", eighty = datetime "2025-08-20 19:30",
      hundred = datetime "2025-08-23 22:10", gate_from = date "2025-08-10", gate_till = date "2025-08-26",
      failed = true,  stopped = true },
}

effects {
    heard       = { calm = 10, trust = 5, patience = 5 },
    helped      = { calm = 5, trust = 10, patience = 5 },
    lukewarm    = { trust = 5, patience = -5 },
    brushed_off = { calm = -15, patience = -15 },
    let_down    = { trust = -15, patience = -15 },
}

record "account" { title = "Account", kind = "account",
    { "Plan",                  "Everyday 59: 20 GB and 200 min, {fee} a month" },
    { "Customer since",        "{since}, always paid on the day of the bill" },
    { "Video pack",            "running, renews on the 1st" },
    { "Bills",                 "on paper, on the 3rd of the month" },
    { "Before any detail",     "code to the number ending {line}, entered by the caller", mark = true },
    { "Wrong charges",         "you may put them back in full" },
    { "Goodwill you may give", "up to {credit} a case; beyond that ask the team lead" },
}

record "bill" { title = "Bill of {billed:month}", kind = "bill",
    { "Everyday 59",          "{fee}" },
    { "Video pack",           "{pack}", mark = true },
    { "Data beyond 20 GB",    "{over}", mark = true },
    { "Total",                "{total}, paid on {paid:day}" },
    { "How the data counts",  "{used} GB used: {begun} GB begun beyond the bundle, ¥5 each" },
    { "The months before",    "{use1} GB, {use2} GB, {use3} GB" },
}

record "log" { title = "Log", kind = "log",
    { "{trial:day}",                      "Video pack taken; first month free" },
    { "{stop:day} {stop:clock}",          "{pack_log}" },
    { "{renewed:day}",                    "Video pack renewed, {pack} a month" },
    { "{eighty:day} {eighty:clock}",      "Data alert, 80%: {alert_log}" },
    { "{hundred:day} {hundred:clock}",    "Data alert, 100%: {alert_log}" },
    { "{gate_from:day} to {gate_till:day}", "Text gateway: {gate_log}", mark = true },
}

promise "sums"  { "Text {caller:formal} every amount",                    due = "level2_by" }
promise "alert" { "Test alert to the number ending {line}",               due = "test_by" }
promise "check" { "Look at his new bill yourself, and text what is there", due = "bill" }

-- The four buttons beside the replies are always there. This caller answers them in his own way.
anytime {
    reply "hold" {
        "One moment please, I’m putting you on hold for about a minute while I look something up.",
        as = "hold", stay = true, once = true, patience = -5,
        hears = "[music; then] Sixty-eight seconds. Go on.",
        because = "Announced and with a length, as it should be. But everything you need is on the desk already.",
    },
    reply "transfer" {
        "I’ll put you through to the billing desk. Just a moment.",
        as = "transfer", stay = true, empathy = -1, resolution = -1, trust = -10, patience = -10,
        hears = "And there I start again at the top of the page. No. You’ll do.",
        because = "He hears neither why nor to whom, and would have to begin again. You may put a wrong charge \z
                   back yourself.",
    },
    reply "escalate" {
        "I’ll bring in my team lead for this.",
        as = "escalate", stay = true, resolution = -1, trust = -5, patience = -10,
        hears = "For {extra}? Don’t wake anybody.",
        because = "Nothing in this call is beyond your own means. Asked too early, it shows that nobody takes \z
                   the matter on.",
    },
    reply "end" {
        "Then we’ll leave it there for now. Thank you for calling, and goodbye.",
        as = "end", stay = true, empathy = -2, resolution = -2, calm = -15, trust = -15, patience = -20,
        hears = "We’re not at the bottom of the page.",
        because = "His question is still open. A polite goodbye does not change that.",
    },
}

-- Listen ---------------------------------------------------------------------------------------------------------

turn "opening" {
    says = "{caller}, hello. I pay {fee} a month, I have done since {since}. Now it says {total}. ~So somebody \z
            has cheated me of {extra}.~ I’d like to know who.",
    cue  = "[flat, tired; paper rustles]",
    hint = "He has a word for it. What do you do with the word?",
    to   = "colder",

    reply "line-by-line" {
        "{total} instead of {fee}, so {extra} that nobody has explained to you. I’m Lin. Shall we go down that \z
         page together, from the top, line by line?",
        hears = "Line by line. That’s how I read it, too.",
        listening = 1, empathy = 1, feels = "heard", step = "listen", to = "verify", shows = { "7.1-d", "7.3-c" },
        because = "Gives his figures back, and neither denies nor admits the word. The bill, open before you, \z
                   would have made it surer still.",
    },
    reply "page-open" {
        "{extra} more, after all these years: then every line gets looked at, {caller:formal}. I’m Lin. One \z
         short check first, please, and I open the page with you.",
        when = "opened 'bill'", hears = "Check away. I’m not going anywhere.",
        listening = 1, empathy = 2, feels = "heard", step = "listen", to = "verify", shows = { "7.3-c" },
        because = "The bill is read and still not spoken of: what is on it belongs to a caller who has been \z
                   checked.",
    },
    reply "two-lines" {
        "I have it open here: of the {extra}, {pack} is the video pack and {over} is {begun} GB beyond the \z
         bundle. Shall I take you through the two of them now?",
        when = "opened 'bill'", hears = "Quick. You don’t even know that it’s me.",
        listening = -1, resolution = -2, feels = "let_down", to = "verify", critical = "unverified-data",
        misses = { "5.2-a" },
        because = "Well prepared, and told to whoever happens to ring. First the check, then the bill.",
    },
    reply "counted" {
        "Nobody has cheated you, {caller:formal}. The system counts what was used, and that is what it prints: \z
         your {extra} came about in just the same way.",
        hears = "The system. Does it have a name?",
        listening = -1, empathy = -2, feels = "brushed_off", misses = { "7.3-c" },
        because = "Defends the bill before anybody has looked at it, and tells him that he is wrong to complain.",
    },
    reply "in-the-app" {
        "Each line of {billed:month}’s bill is explained in our app, {caller:formal}. If you open it now, we can \z
         go through the {extra} together, point by point.",
        hears = "I’ve got paper. I ring because it’s on paper.",
        listening = -1, empathy = -1, feels = "brushed_off", misses = { "7.1-d" },
        because = "One answer for everybody. He rang in order to be answered, not to be shown where to look.",
    },
    reply "annoying" {
        "I’m sorry, I can hear how much this bill annoys you. I’m Lin, I’m taking this on, and I’ll clear it up \z
         for you as quickly as I possibly can.",
        hears = "It doesn’t annoy me. It’s {extra}.",
        empathy = 1, feels = "lukewarm", to = "verify",
        because = "Friendly, and it names a feeling he does not have. The figures he named did not come back.",
    },
}

-- The way back after a false start: it costs a turn and earns less than starting right.
turn "colder" {
    says = "Then please take it down the way I say it. ~Cheated.~ I’m not shouting. So far it’s just the word \z
            that fits.",
    cue  = "[no louder than before, only slower]",
    hint = "He is not asking you to agree.",
    to   = "verify",

    reply "take-it-down" {
        "I’ve put it down: cheated. I’m sorry, I answered before I’d looked. Now we take the {extra} from the \z
         top, and line by line.",
        hears = "[a pause] Good. Line by line.",
        empathy = 1, feels = "heard", step = "listen", shows = { "7.3-c" },
        because = "Takes the word down as his, without agreeing or arguing, and turns to the lines. A turn late, \z
                   but it works.",
    },
    reply "value-you" {
        "I apologise for the inconvenience, {caller:formal}. You’ve been with us since {since} and we value \z
         that. I’ll see what can be done.",
        hears = "See the bill first.",
        feels = "lukewarm",
        because = "Courteous, and still not a word about the bill.",
    },
    reply "strong-word" {
        "That’s a strong word, and not quite fair to the colleagues. Could we put down that something on the \z
         bill is still unclear to you?",
        hears = "It’s perfectly clear to me. It’s {extra}.",
        empathy = -2, feels = "brushed_off", misses = { "7.3-c" },
        because = "Corrects his word instead of looking at his bill. Now he has two things to argue about.",
    },
    reply "wrong-desk" {
        "If it’s cheating, {caller:formal}, then it isn’t me you need but the complaints desk: they go into it. \z
         Shall I give you the address?",
        hears = "You haven’t even looked.",
        empathy = -1, resolution = -2, feels = "let_down", misses = { "6.2-c" },
        because = "Takes the word so seriously that the caller is sent away with it. Nobody has opened the bill.",
    },
}

turn "verify" {
    says = "I have it in front of me, and a pencil. ~First line.~",
    cue  = "[a pencil is clicked, twice]",
    hint = "Who may hear what stands on this bill?",
    to   = "lines",

    reply "code" {
        "Before we go into it I have to check it’s you: I’m sending a code to the number ending {line}. Please \z
         key it in on your phone, then we take line one.",
        hears = "[six tones] There. It’s me.",
        empathy = 1, resolution = 2, feels = "helped", shows = { "5.2-a", "2.2-b" },
        because = "Says why, and the code stays with him. Not a line is read before.",
    },
    reply "must-confirm" {
        "You’ll have to prove first that it’s you, {caller:formal}, until then I can’t tell you anything. The \z
         code has gone to the number ending {line}: key it in.",
        hears = "Prove it. [six tones]",
        empathy = -1, resolution = 1, feels = "lukewarm", misses = { "2.2-b" },
        because = "Safe, and said like an order: he has to prove himself before anybody does a thing for him.",
    },
    reply "sounds-right" {
        "{caller}, {fee} a month, with us since {since}: that’s all just as I have it here, thank you. Then we \z
         can start: the first line is the plan, the {fee}.",
        hears = "My whole stairwell knows that about me.",
        resolution = -3, feels = "let_down", critical = "unverified-data", misses = { "5.2-a" },
        because = "Friendly to him and to anyone who knows him. What others can know is no proof.",
    },
    reply "read-first" {
        "First line {fee}, the plan, second the video pack, {pack}. For the third I have to check it’s you: \z
         please key in the code I’m sending to {line}.",
        hears = "[six tones] First you read, and then you ask who I am.",
        resolution = -2, feels = "let_down", critical = "unverified-data", misses = { "5.2-a" },
        because = "The same check, two lines too late: by then anybody could have heard them.",
    },
    reply "read-it-out" {
        "A short check first, {caller:formal}: a code is on its way to the number ending {line}. When it’s \z
         there, read me the six digits and I enter them here.",
        hears = "It says: tell nobody. [six tones] I’ve entered them myself.",
        resolution = -1, feels = "lukewarm", misses = { "5.2-a" },
        because = "Kindly meant, and it teaches him to say codes aloud on the telephone. He knows better.",
    },
}

turn "lines" {
    says = {
        { "The {fee} I know. Then video, {pack}. That’s the film thing you gave me in {before:month}, free. Two \z
           films, and on the {stop_day} ~I texted you to stop it~. Then data, {over}. And ~that one beats me~.",
          when = "fact.stopped" },
        "The {fee} I know. Then video, {pack}. That’s the film thing you gave me in {before:month}, free. Two \z
         films, and then ~I forgot about it~. Then data, {over}. And ~that one beats me~.",
    },
    cue  = "[reads; the pencil moves down the page]",
    hint = "Compare this month with the three before it.",
    to   = "ward",

    reply "what-was-different" {
        "So the film pack is one thing, and the {over} another. You were well below your 20 GB in all the months \z
         before, {caller:formal}. What was different in {billed:month}?",
        hears = "[a while] Different. Yes, you could say that.",
        listening = 2, empathy = 1, feels = "heard", shows = { "1.3-e", "7.1-d" },
        because = "His figures read first, then one open question about the month, not about his behaviour.",
    },
    reply "anything-long" {
        "Thank you, I’ve found both lines. {used} GB is a good deal above your 20, that’s more than a film or \z
         two. What else did you watch on the phone in {billed:month}?",
        hears = "In {billed:month}? A wall.",
        feels = "lukewarm",
        because = "Near it, but it brings the answer along with the question: he can only say what he watched.",
    },
    reply "times-five" {
        "The data is quickly explained: past 20 GB it’s ¥5 for each GB begun. You had {used}, so that’s {begun} \z
         times five, and it makes exactly {over}. Which part isn’t clear?",
        hears = "I can multiply. It’s about all I can do.",
        listening = -1, empathy = -1, feels = "brushed_off", misses = { "7.1-d" },
        because = "All correct, and no answer: he knows what it costs. He would like to know how it came about.",
    },
    reply "ask-around" {
        "Those {used} GB needn’t be yours, {caller:formal}: a phone lies about, and somebody borrows it for a \z
         film. Who else at home had it in {billed:month}? Please ask around.",
        hears = "There’s nobody at home to ask.",
        listening = -1, empathy = -2, feels = "brushed_off", misses = { "7.3-c" },
        because = "A guess about his household, and it puts the matter on him before anybody has read the log.",
    },
}

turn "ward" {
    says = {
        { "From the {from_day} to the {till_day} I sat with my mother in hospital. ~Folding chair~, no Wi-Fi. I \z
           don’t deny the data. But at eighty per cent I get a text, and at a hundred. Always have. ~This time \z
           not one.~",
          when = "fact.failed" },
        "From the {from_day} to the {till_day} I sat with my mother in hospital. ~Folding chair~, no Wi-Fi. I \z
         don’t deny the data. And your texts came, eighty, a hundred. ~In the middle of the night.~ Who’d get up \z
         for that.",
    },
    cue  = "[drier than before, with gaps]",
    hint = "He says it once, and goes on with the facts. What do you pick up?",
    to   = "data",

    reply "look-first" {
        "Two weeks in that chair, and then this. Give me a minute with the log, please: I want to see for myself \z
         what we sent you, and at what time.",
        hears = "[quietly] A minute I’ve got.",
        listening = 1, empathy = 3, feels = "heard", step = "analyse",
        shows = { "7.1-c", "7.3-c" },
        because = "One sentence for the two weeks, then a minute for the facts. Nothing is promised that might \z
                   not hold.",
    },
    reply "all-of-it" {
        "Two weeks in that chair, and then this. With us since {since}, always paid on the day: you get the \z
         {extra} back, {caller:formal}, the whole of it.",
        hears = "The whole of it. [pencil] I’ll write that down.",
        empathy = -1, resolution = -2, trust = 5, set = { promised_all = true }, misses = { "7.1-c" },
        because = "From the heart, and before anybody has looked. If the log says otherwise, the man with the \z
                   pencil has it in writing.",
    },
    reply "get-well" {
        "I’m sorry to hear that, {caller:formal}, and I hope your mother is better. Let me go through the data \z
         again: {used} GB, and 20 of them are in the plan.",
        hears = "Thanks. The data’s still the same, though.",
        empathy = 1, feels = "lukewarm", step = "analyse",
        because = "Kind, and meant for anyone. Of what he told you only the illness was heard, not the facts.",
    },
    reply "courtesy" {
        "Then we know where the {used} GB went. The texts at eighty and a hundred are an extra, though, they’re \z
         in no contract: what was used must be paid.",
        hears = "I know it was used. I was there.",
        empathy = -2, resolution = -1, feels = "brushed_off", misses = { "7.3-c" },
        because = "He has just said that he does not deny it. What he brought up, the texts, is waved away.",
    },
    silence { after = 0 },
}

-- Analyse --------------------------------------------------------------------------------------------------------

-- Two findings, each decided by his word and the log. Only a settled one leads on.
turn "data" {
    says = {
        { "For your notes, then. ~Not one text.~ Not at eighty, not at a hundred. So, the {over}?",
          when = "said 'once-more' and fact.failed" },
        { "For your notes, then. ~Two texts, both at night.~ So, the {over}?", when = "said 'once-more'" },
        "[a chair creaks] ~So, the {over}.~ What does it say there?",
    },
    hint = "His word, and the log. Do they agree?",
    to   = "look-again",

    reply "text-or-no-text" {
        "I’ve checked the rating, {caller:formal}, and it’s correct: {begun} GB of overage. Alerts aren’t part \z
         of the tariff, so text or no text, the {over} stands as it is.",
        hears = "Overage. [pencil] And the texts?",
        empathy = -1, resolution = -1, feels = "brushed_off", misses = { "1.2-e" },
        because = "Words of the trade and no answer: nobody has said whether he was warned.",
    },
    reply "half-each" {
        "Let’s not fall out over a log, please: I take half of the {over} off, you carry the other half, and \z
         it’s settled today. Wouldn’t that be fair to both of us?",
        hears = "Half? Either I’m right or you are.",
        listening = -1, resolution = -2, feels = "let_down", misses = { "7.1-d" },
        because = "Generous and careless: it is wrong whatever the log says, and it tells him that nobody read \z
                   it.",
    },
    lookalikes(reply, {
        { "texts-lost",
          "It says what you say: neither text left our gateway, the machine that sends them. You had no warning, \z
           and I’m sorry, that was us. The {over} goes back in full.",
          right = { when = "fact.failed and not seen 'look-again'",
                    hears = "[breathes out] So I can count after all.",
                    empathy = 2, resolution = 3, feels = "helped", step = "solve", to = "pack",
                    shows = { "1.2-e" },
                    because = "His word and the log agree, the one term comes with its meaning, and what we \z
                               caused goes back in full." },
          half  = { when = "fact.failed and seen 'look-again'",
                    hears = "[breathes out] So I can count after all.",
                    resolution = 1, feels = "lukewarm", step = "solve", to = "pack",
                    because = "Right, at the second try. He had said it before you answered at all." },
          wrong = { hears = "No warning? They came. I’ve just told you when.",
                    listening = -2, resolution = -2, feels = "let_down", misses = { "7.1-d" },
                    because = "The texts were delivered; he said so, and so does the log. He gets money for a \z
                               fault that was not there." } },
        { "texts-came",
          "It says what you say, {caller:formal}: both texts reached you, if at a bad hour. So the {over} is \z
           right: {begun} GB begun outside the bundle, the 20 you’ve paid for.",
          right = { when = "not fact.failed and not seen 'look-again'",
                    hears = "At a bad hour. [pencil] Well. That’s what I said.",
                    empathy = 2, resolution = 3, feels = "helped", step = "solve", to = "pack",
                    shows = { "1.2-e" },
                    because = "Agrees with him where he is right, says plainly what stands, and puts the term \z
                               into plain words." },
          half  = { when = "not fact.failed and seen 'look-again'",
                    hears = "At a bad hour. [pencil] Well. That’s what I said.",
                    resolution = 1, feels = "lukewarm", step = "solve", to = "pack",
                    because = "Right, at the second try. He had said it before you answered at all." },
          wrong = { hears = "Reached me? Nothing reached me. I’d have seen it, I was holding the thing.",
                    listening = -2, resolution = -2, feels = "let_down", misses = { "7.1-d" },
                    because = "The log shows that neither text went out. He is told that he has overlooked what \z
                               never came." } },
    }),
    silence { after = 30, patience = -5 },
}

turn "look-again" {
    says = "Look again. ~I’ll wait, I’ve had practice.~",
    cue  = "[the pencil is laid down]",
    hint = "Something he said is missing from your answer. Say so.",
    to   = { { "seen 'pack'", "pack" }, "data" },

    reply "once-more" {
        "You’ve told me once and I lost it, I’m sorry. Please say it again, the texts and the film pack: I’ll \z
         put it beside the log before I answer.",
        hears = "Beside the log. [breathes out] Then write.",
        calm = 5, trust = 10,
        because = "Says plainly what is missing and asks for exactly that. It costs a little pride and saves a \z
                   wrong sum.",
    },
    reply "nearly-there" {
        "I put that badly, {caller:formal}. I have the whole page and the log before me now: let me take this \z
         line from the top and say it better.",
        hears = "Then put it better.",
        feels = "lukewarm",
        because = "Smooth, and still a guess: what was lost is as lost as before.",
    },
    reply "messy-log" {
        "It’s this log, the people in billing write it so that nobody can read it. What would you say yourself, \z
         please, that I should put in here?",
        hears = "What I say, I’ve said.",
        empathy = -2, feels = "brushed_off", misses = { "7.1-d" },
        because = "Blames a colleague to save face, and leaves the work to the caller.",
    },
    reply "billing-rings" {
        "Before I guess again, {caller:formal}: I’ll pass all you’ve told me to billing, so you needn’t repeat \z
         it, and they ring you by {back:clock} today.",
        hears = "Billing. [writes it down]",
        empathy = 1, resolution = 1, step = "solve", to = "handed-on",
        because = "A clean hand-over: the story told, a desk, a time. It gives up what you could have settled \z
                   yourself.",
    },
}

turn "pack" {
    says = {
        { "And, for your notes: the film thing, ~stopped by text, on the {stop_day}~. So, the {pack}?",
          when = "said 'once-more' and fact.stopped" },
        { "And, for your notes: the film thing, ~two films, then forgotten~. So, the {pack}?",
          when = "said 'once-more'" },
        "Next line. ~Video, {pack}.~ What does it say for that one?",
    },
    cue  = "[the pencil again]",
    hint = "What did he do about it? And is the pack still running?",
    to   = "look-again",

    reply "another-month" {
        "For that one I can do something right away: the video pack is free for all of {now:month}, and in \z
         {next:month} you tell us, please, whether you’d like to keep it.",
        hears = "More films. That’s how it began.",
        empathy = -1, resolution = -2, feels = "brushed_off", set = { guessed = true }, misses = { "7.2-d" },
        because = "Gives him more of what he did not want, and leaves open whether the {pack} was right.",
    },
    lookalikes(reply, {
        { "you-stopped-it",
          "You stopped it on the {stop_day} and we wrote ‘received’, {caller:formal}. Then it renewed, that is, \z
           it just ran on. I’m sorry: {pack} back, and {now:month} free of it.",
          right = { when = "fact.stopped and not guessed", hears = "Received it was. Just not done.",
                    listening = 1, empathy = 1, resolution = 3, feels = "helped", to = "goodwill",
                    shows = { "1.2-e" },
                    because = "His text stands in the log. The fault is owned, put back in full, and what ran on \z
                               this month goes too." },
          half  = { when = "fact.stopped and guessed",
                    hears = "Received it was. Just not done.",
                    resolution = 1, feels = "lukewarm", to = "goodwill",
                    because = "Right, at the second try. He had said it when he read out the lines." },
          wrong = { hears = "Stopped it? I forgot it. I’ve told you that as well.",
                    listening = -2, resolution = -2, feels = "let_down", set = { guessed = true },
                    misses = { "7.1-d" },
                    because = "He never cancelled; he said so, and the log has no cancellation. A refund for \z
                               nothing is a wrong sum as well." } },
        { "shall-i-end-it",
          "It was free in {before:month}, then it renewed, which means it just ran on: {pack}, and the same in \z
           {now:month}. Shall I end it for you, so that {next:month} is free of it?",
          right = { when = "not fact.stopped and not guessed", hears = "{now:month} too? Stop it, then.",
                    listening = 1, empathy = 1, resolution = 3, feels = "helped", to = "goodwill",
                    shows = { "1.2-e", "2.2-b" },
                    because = "Explains the one word, tells him about this month before he finds it himself, and \z
                               asks before acting." },
          half  = { when = "not fact.stopped and guessed",
                    hears = "{now:month} too? Stop it, then.",
                    resolution = 1, feels = "lukewarm", to = "goodwill",
                    because = "Right, at the second try. He had said it when he read out the lines." },
          wrong = { hears = "End it? I DID end it. I have your ‘received’.",
                    listening = -2, resolution = -2, feels = "let_down", set = { guessed = true },
                    misses = { "7.1-d" },
                    because = "He had cancelled by text, and the log confirms it. He is offered what he has done \z
                               already." } },
        { "in-the-terms",
          "That one’s in order, {caller:formal}: the first month is free, and after that it’s {pack} a month \z
           until it’s cancelled, as the terms say. Does that settle it for you?",
          half  = { when = "not fact.stopped",
                    hears = "For {billed:month}. And now? Is it running now?",
                    resolution = -1, feels = "lukewarm", set = { guessed = true }, misses = { "2.2-a" },
                    because = "Correct for the bill, and half an answer: the pack is running on, and next month \z
                               he would ring again." },
          wrong = { hears = "Until it’s cancelled. It was cancelled.",
                    listening = -2, empathy = -1, resolution = -2, feels = "let_down", set = { guessed = true },
                    misses = { "7.1-d" },
                    because = "The rule is right and does not fit: he had cancelled in time, and it stands in \z
                               the log." } },
    }),
}

-- Solve ----------------------------------------------------------------------------------------------------------

interrupt "you-said-all" { when = "promised_all and seen 'goodwill' and not fact.all_ours", to = "you-said" }

-- A promise made before looking comes back as soon as the sums are known.
turn "you-said" {
    says = "[turns the page back] You said something before you looked. ~‘The whole of it.’~ I’ve got it here, \z
            underlined. Which one holds?",
    cue  = "[not unfriendly]",
    hint = "What can you still stand by?",
    to   = "goodwill",

    reply "spoke-too-soon" {
        "I said that before I’d looked, and I shouldn’t have. Please strike it out: what holds is what we found \z
         together in the log, line by line.",
        hears = "[a pencil stroke] Struck out.",
        empathy = 1, calm = 5, trust = 10, shows = { "7.1-c" },
        because = "Takes the promise back himself, without an excuse. It costs less than a sum that does not \z
                   hold.",
    },
    reply "tied-hands" {
        "I’d so much have liked to do that for you, {caller:formal}, but now that I’ve seen the log it’s out of \z
         my hands. I hope you understand that.",
        hears = "They weren’t tied when you said it.",
        feels = "lukewarm",
        because = "Regret, but for the log and not for the promise. He asked which one holds.",
    },
    reply "meant-if" {
        "I’m sorry, I think we misunderstood each other there. I meant whatever turned out to be wrong, and \z
         that’s what you’re getting now, isn’t it?",
        hears = "I can read my own writing.",
        empathy = -2, feels = "let_down", misses = { "7.1-c" },
        because = "Makes his note out to be a mistake. He wrote down what you said.",
    },
    reply "keep-it-then" {
        "I did say so, {caller:formal}, and I keep my word: I’ll enter all of it as our mistake. It’s a small \z
         sum, it goes through. Is that all right?",
        hears = "So it’s wrong again, only my way round. No. Leave it right.",
        listening = -1, resolution = -2, feels = "let_down", misses = { "7.1-c" },
        because = "Keeps one promise by writing down something that is not so. He did not ask for a present.",
    },
}

turn "goodwill" {
    says = {
        { "So it was you, both times. {extra}. [pause] ~I’d have been glad to be wrong.~",
          when = "fact.all_ours" },
        { "So it was me, both times. {extra}. [pause] ~I’d rather have had it the other way round.~",
          when = "fact.none_ours" },
        { "So the {over} was you, and the {pack} was me. [pause] ~Half you, half me, then.~",
          when = "fact.failed" },
        "So the {pack} was you, and the {over} was me. [pause] ~Half you, half me, then.~",
    },
    cue  = "[adds something up, half aloud]",
    hint = "Is anything left on his side? And how much is yours to give?",
    to   = "where",

    reply "five-for-all" {
        "For customers of many years there’s a thank-you on the bill, {caller:formal}: ¥5 off on {bill:date}, \z
         the same for everyone. I’ll put it on for you as well, if I may.",
        hears = "Five. The same for everyone. I’ll frame it.",
        empathy = -1, resolution = -1, feels = "lukewarm", misses = { "7.2-d" },
        because = "A gift for anyone. What he has told you about {billed:month} does not occur in it.",
    },
    reply "hundred" {
        "After a month like that you’re owed more. My team lead may go up to ¥300, and for a case like yours she \z
         does: please put down ¥100 on top, by {answer_by:day}.",
        hears = "A hundred. From somebody who’s never heard of me.",
        resolution = -3, feels = "let_down", critical = "guarantee", misses = { "7.1-c" },
        because = "It is hers to give and not yours to promise. “I will ask, and you will hear by…” is all that \z
                   holds.",
    },
    lookalikes(reply, {
        { "take-off-the-rest",
          "The {rest} was billed correctly. But you’ve paid on the day since {since}, and you’ve told me how you \z
           spent {billed:month}: up to {credit} I may give as goodwill, so it comes off.",
          right = { when = "not fact.all_ours", hears = "[a while] I didn’t ask for that. …Thank you.",
                    empathy = 3, resolution = 1, feels = "heard", shows = { "7.2-d" },
                    because = "Within your limit, called by its name, and for reasons that are only his. That is \z
                               no gift for anyone." },
          wrong = { hears = "Correctly? You’ve just put it all back.",
                    listening = -2, resolution = -1, feels = "let_down", misses = { "7.1-d" },
                    because = "Both lines were ours and have gone back in full. A gift on top of nothing shows \z
                               that you did not add up." } },
        { "no-present",
          "The {extra} is your own money coming back, {caller:formal}, all of it. I’m sorry that in a month like \z
           that you had to sit down with a pencil and find it yourself.",
          right = { when = "fact.all_ours", hears = "[a while] Mine. Yes. …Thank you for saying so.",
                    empathy = 3, resolution = 1, feels = "heard", shows = { "7.2-d" },
                    because = "Nothing is left to give away. What is owed here is a plain word, and it is about \z
                               his month." },
          wrong = { hears = "All of it? No. I know my share.",
                    listening = -2, resolution = -1, feels = "let_down", misses = { "7.1-d" },
                    because = "Part of it was billed correctly, and he has accepted that. Writing it down as our \z
                               fault makes the record wrong." } },
    }),
}

turn "where" {
    says = "I paid the {total} the day it came. I always pay first, then I read. ~So where do I see it now?~",
    hint = "A place, a date, and something he can check you by.",
    to   = "plan",

    reply "own-line" {
        "On the bill of {bill:date}, {caller:formal}: it’ll say ‘credit’ there. And by {level2_by:clock} today I \z
         text you every amount; please keep that beside the page.",
        hears = "‘Credit’, on {bill:date}. And in writing. Good.",
        empathy = 1, resolution = 2, feels = "helped", promises = { "sums" }, shows = { "2.2-a" },
        because = "Place, date and amounts, and in the form he likes: something to hold a pencil to.",
    },
    reply "on-the-first" {
        "On your bill of {next:date}: there’ll be a line that says ‘credit’. And by {level2_by:clock} today I \z
         text you every amount, so that you have it in writing.",
        hears = "On the 1st? My bill comes on the 3rd. Always has.",
        listening = -1, resolution = -1, feels = "lukewarm", promises = { "sums" }, misses = { "2.2-a" },
        because = "All he needs, and a day on which there is no bill. The pack renews on the 1st; his bill comes \z
                   on the 3rd.",
    },
    reply "push-message" {
        "In the app, {caller:formal}, under ‘Credits’, by {handled_by:day} at the latest. Once billing has \z
         released it, a message with the amount comes up on your phone.",
        hears = "App. I’ve got paper, and I’ve got texts.",
        listening = -1, resolution = -1, feels = "lukewarm", misses = { "2.2-a" },
        because = "A place where he does not look, and a date that is billing’s. He reads bills and texts; he \z
                   has said nothing of an app.",
    },
    reply "bank-card" {
        "I can have it paid out to you instead, by {final_by:day}, that’s sooner than the bill. Would you give \z
         me the number of your bank card for it, please?",
        hears = "My bank card. On the telephone. No.",
        empathy = -1, resolution = -2, feels = "let_down", misses = { "2.2-a" },
        because = "Asks for more than the task needs. A credit on the next bill takes no card at all.",
    },
}

turn "plan" {
    says = "The man below me says: take the ninety-nine, then you’re never over. ~Would you?~",
    cue  = "[a real question]",
    hint = "Three months on his bill answer it.",
    to   = "complaint",

    reply "stay" {
        "I’d stay, {caller:formal}: {use1}, {use2} and {use3} GB in the months before, the 59 is enough. Even \z
         {billed:month}, without the films, came to {data}: cheaper than 99.",
        hears = "[pencil] {data}. So it is. He’ll be disappointed.",
        listening = 2, feels = "helped", shows = { "1.3-e" },
        because = "His own months decide it, and the arithmetic is laid open. To advise against a sale is worth \z
                   trust.",
    },
    reply "take-it" {
        "Thank you for asking. I would: {use1}, {use2} and {use3}, and all at once {used} GB. With the 50 you’re \z
         covered, and I could put it in from the 1st of {next:month}.",
        hears = "So that’s what you do with what a man tells you.",
        listening = -2, empathy = -1, feels = "let_down", misses = { "1.3-e" },
        because = "One bad month sold as his normal one. The three months before it say something else.",
    },
    reply "depends" {
        "It depends, {caller:formal}: for a month like {billed:month} with its {used} GB the 99 is the cheaper \z
         one, for months like the three before the 59. Which do you expect?",
        hears = "I asked what YOU’D do.",
        listening = -1, feels = "lukewarm", misses = { "1.3-e" },
        because = "Of no use to him, and not even right: in {billed:month}, too, the 59 was the cheaper one. His \z
                   own figures lie on your desk.",
    },
    reply "now-and-then" {
        "For a time I would: the 99 from the 1st of {next:month}, and after three quiet months you go back to \z
         the 59. You may change once a month, and it costs nothing.",
        hears = "So I book it before somebody falls ill.",
        listening = -1, resolution = -1, feels = "lukewarm", misses = { "1.3-e" },
        because = "Allowed, and of no help: he cannot know beforehand. Even in that month the 59 was cheaper.",
    },
}

-- Feed back ------------------------------------------------------------------------------------------------------

turn "complaint" {
    says = {
        { "And now it isn’t about money. For years there’s been a text, and the one time I need it there’s none. \z
           ~Somebody should look into that.~", when = "fact.failed" },
        { "And now it isn’t about money. You answer ‘received’, and then it runs on. ~Somebody should look into \z
           that.~",
          when = "fact.stopped" },
        "And now it isn’t about money. You send a warning in the middle of the night. ~Somebody should look into \z
         that.~",
    },
    cue  = "[the pencil is put away]",
    hint = "Is that a remark, or something else?",
    to   = "watch",

    reply "his-words" {
        "That’s a complaint, {caller:formal}, and I’m entering it now. You’ll have an answer by \z
         {answer_by:weekday}, {answer_by:clock}, and the final word by {final_by:date}. What goes in first?",
        hears = "What I’ve just said. And that I wasn’t loud.",
        empathy = 2, resolution = 2, feels = "helped", step = "feed back", shows = { "6.1-d" },
        because = "Called what it is, with dates instead of hours, and he says what is to stand at the top.",
    },
    reply "pass-it-on" {
        "You’re right, thank you. I’m putting it in today’s report in your own words, and the people who run the \z
         texts have it by {answer_by:weekday}. What should stand first?",
        hears = "They have it. And then?",
        resolution = -2, feels = "lukewarm", misses = { "6.1-d" },
        because = "Well received, and lost: a report is read; a complaint is answered, and by a day.",
    },
    reply "three-more-days" {
        "That’s a complaint, I’m entering it. Please write down: an answer by {answer_by:weekday}, dealt with by \z
         {handled_by:date}, and three working days on, {too_late:date}, the final word.",
        hears = "[writes it down] {too_late:date}. For one sentence.",
        resolution = -1, feels = "lukewarm", misses = { "2.2-a" },
        because = "Entered, and with dates; but the last one is wrong. The three working days run from today, \z
                   not from the day it is dealt with.",
    },
    reply "without-paper" {
        "I could enter a complaint, {caller:formal}. Only, the money’s settled, and you’d get several more calls \z
         for it. Shall I tell my team lead instead? She’ll see to it today.",
        hears = "So that’s how it’s done.",
        empathy = -1, resolution = -2, feels = "let_down", critical = "talked-out-of-complaining",
        misses = { "6.1-d" },
        because = "It sounds like consideration for a tired man, and it talks him out of his right.",
    },
}

turn "watch" {
    says = "And on {bill:date}, who looks whether it’s there? ~‘Somebody’, I suppose.~",
    cue  = "[the page is folded]",
    hint = "He would like a person and a date.",
    to   = "read-back",

    reply "i-look" {
        "I do. Lin. Today a test alert comes to the number ending {line}, and on {bill:date} I open your bill \z
         and text you the same day what stands there.",
        hears = "You. [unfolds the page, writes] Lin.",
        empathy = 1, resolution = 2, feels = "helped", promises = { "alert", "check" }, shows = { "6.2-c" },
        because = "One owner, two dates, and news in either case. He does not have to look after us.",
    },
    reply "billing-team" {
        "Ms Zhou in billing, {caller:formal}. She goes through the credits on {bill:date}, and I tell her about \z
         yours today; if it’s missing, she gets in touch.",
        hears = "If it’s missing. And if I hear nothing?",
        empathy = -1, resolution = -1, feels = "lukewarm", misses = { "6.2-c" },
        because = "A name and a date, and news only in the one case. If he hears nothing, he knows nothing.",
    },
    reply "you-look" {
        "Would you look yourself, please, on {bill:date}? You’ve the better eye of us two. If it’s missing, \z
         ring: whoever answers has my note with every sum.",
        hears = "So I look. I thought so.",
        resolution = -1, feels = "lukewarm", misses = { "6.2-c" },
        because = "Charming, and it hands our work to the customer.",
    },
    reply "by-itself" {
        "Nobody needs to, {caller:formal}: the system books it by itself on {bill:date}. And today a test alert \z
         comes to the number ending {line}, so you see that works.",
        hears = "It booked the film thing by itself as well.",
        empathy = -1, resolution = -2, feels = "let_down", promises = { "alert" }, misses = { "6.2-c", "7.1-c" },
        because = "The same system made this bill. That it cannot go wrong is more than anyone can promise him.",
    },
}

-- The sum is the same on every card; who was at fault is not. A card may be wrong about the texts, the pack, or
-- about both of them.
local function summed(id, failed, stopped, text)
    local texts = "fact.failed == " .. tostring(failed)
    local video = "fact.stopped == " .. tostring(stopped)
    local no_texts, no_video = "fact.failed ~= " .. tostring(failed), "fact.stopped ~= " .. tostring(stopped)
    local whole = "(said 'take-off-the-rest' or said 'no-present')"
    return { id, text,
        right = { { when = texts .. " and " .. video .. " and " .. whole, hears = "[pencil] It adds up.",
                    listening = 2, empathy = 1, resolution = 1, feels = "helped", shows = { "7.1-d" },
                    because = "Each amount with its reason, the sum, the date, and the last word is his." },
                  { when = texts .. " and " .. video .. " and not " .. whole,
                    hears = "That’s not what you said before. …But it adds up.",
                    listening = 2, resolution = 1, feels = "helped", shows = { "7.1-d" },
                    because = "Right in the end; and the last word is the first he hears of it." } },
        wrong = { { when = texts .. " and " .. no_video, hears = "And the film thing? Look at your own notes.",
                    listening = -2, resolution = -1, feels = "let_down", misses = { "7.1-d" },
                    because = "Right about the data, wrong about the pack. He has it on paper." },
                  { when = video .. " and " .. no_texts, hears = "And the texts? Look at your own notes.",
                    listening = -2, resolution = -1, feels = "let_down", misses = { "7.1-d" },
                    because = "Right about the pack, wrong about the data. He has it on paper." },
                  { hears = "That isn’t my bill. Look at your own notes.",
                    listening = -3, resolution = -1, feels = "let_down", misses = { "7.1-d" },
                    because = "Neither line is as you found it together. He has both on paper." } } }
end

turn "read-back" {
    says = "Right. ~Once more, in numbers.~ Then I’ll let you go.",
    cue  = "[nearly cheerful, for him]",
    hint = "What was ours, what was right: his numbers, in his order.",
    to   = "wrapup",

    lookalikes(reply, {
        summed("both-back", true, true,
               "The {over} was ours, no text came; the {pack} was ours too, you’d stopped it. That makes a \z
                credit of {extra} on {bill:date}. Please check it with me."),
        summed("data-back", true, false,
               "The {over} was ours, no text came; the {pack} was right, and I take it off as goodwill. A credit \z
                of {extra} on {bill:date}, {caller:formal}. Does it add up?"),
        summed("pack-back", false, true,
               "The {over} was right, and I take it off as goodwill; the {pack} was ours, you’d stopped it. A \z
                credit of {extra} on {bill:date}. Please check it with me."),
        summed("both-right", false, false,
               "The {over} was right, the texts came; so was the {pack}. I take both off as goodwill: a credit \z
                of {extra} on {bill:date}, {caller:formal}. Does it add up?"),
    }),
}

form "wrapup" {
    title = "Close the call, not the case",

    wrapup.sort  { right = "complaint",                points = { resolution = 1 }, wrong = { resolution = -1 },
                   shows = { "6.1-d" } },
    wrapup.class { right = { "complaint", "complex" }, points = { resolution = 1 }, wrong = { resolution = -1 },
                   because = { complex = "Billing has the credit to book, and the people who run the texts have \z
                                          something to look into: two departments." } },
    wrapup.level { right = "2",                        points = { resolution = 2 }, wrong = { resolution = -2 } },

    ask "ours" { "What goes back in full, as our fault?",
        lookalikes(answer, {
            { "both", "{extra}: the data and the video pack",
              right = { when = "fact.all_ours", listening = 1, because = "No text came, and he had stopped the \z
                                                                          pack." },
              wrong = { listening = -1, because = "One of the two at least was billed correctly." } },
            { "data", "{over}: the data",
              right = { when = "fact.failed and not fact.stopped", listening = 1,
                        because = "The texts failed with us; the pack had run on because he forgot it." },
              wrong = { listening = -1, because = "It hangs on the texts and on the pack, and he told you about \z
                                                   both." } },
            { "pack", "{pack}: the video pack",
              right = { when = "not fact.failed and fact.stopped", listening = 1,
                        because = "He had stopped the pack; the texts had reached him." },
              wrong = { listening = -1, because = "It hangs on the texts and on the pack, and he told you about \z
                                                   both." } },
            { "nothing", "Nothing: what comes off is goodwill",
              right = { when = "fact.none_ours", listening = 1, because = "The texts had come, and he had \z
                                                                           forgotten the pack." },
              wrong = { listening = -1, because = "There was a fault of ours in this bill; he named it." } },
        }),
    },
    ask "why" { "Why did the data run over?",
        answer "films" { "Films from the video pack", listening = -1,
            because = "Two films, and in {before:month}. They have nothing to do with {billed:month}." },
        answer "later" { "Two weeks without Wi-Fi, {later_from} to {later_till}", listening = -1,
            because = "The right reason, and not his dates. A colleague who reads this would have to ask again." },
        answer "ward"  { "Two weeks without Wi-Fi, {from_day} to {till_day}", listening = 1,
            because = "He said it once, with both dates. The colleague who reads this need not ask again." },
        answer "plan"  { "The plan has become too small", listening = -1,
            because = "In the three months before, it was more than enough." },
    },
    ask "about" { "What does he want looked into?",
        lookalikes(answer, {
            { "night", "Data alerts in the middle of the night",
              right = { when = "fact.none_ours", listening = 1, because = "It was the last thing he brought up." },
              wrong = { listening = -1, because = "He said what it was, and that it was not about money." } },
            { "not-done", "A cancellation received and not carried out",
              right = { when = "not fact.failed and fact.stopped", listening = 1,
                        because = "It was the last thing he brought up." },
              wrong = { listening = -1, because = "He said what it was, and that it was not about money." } },
            { "not-sent", "Data alerts that were not sent",
              right = { when = "fact.failed", listening = 1, because = "It was the last thing he brought up." },
              wrong = { listening = -1, because = "He said what it was, and that it was not about money." } },
        }),
    },

    wrapup.feedback { right = "3wd", points = { resolution = 1 }, wrong = { resolution = -1 } },
    wrapup.owed     { points = { resolution = 1 }, wrong = { resolution = -1 },
        { "plus",   "Change to Plus 99 on the 1st",
          because = "He did not ask for it, and his months do not call for it." },
        { "check",  "Check his bill on {bill:day}", owed = true,
          because = "The credit counts when it stands on the bill, not when it is entered." },
        { "strike", "Keep {now:month}’s {pack} off his bill", owed = "fact.stopped",
          because = { right = "He had stopped the pack: what ran on this month is not his either.",
                      wrong = "He forgot the pack himself, and {now:month} is part of that. It ends with \z
                               {next:month}." } },
        { "survey", "Send the survey now",
          because = "A survey comes after the outcome, and the outcome is on the next bill." },
        { "sums",   "Text him every amount by {level2_by:clock}", owed = true,
          because = "It is the first promise that falls due, and he will look at his watch." },
        { "finish", "End the video pack from {next:month}", owed = "not fact.stopped",
          because = { right = "He said yes to that; otherwise it runs on.",
                      wrong = "He had ended it himself, and it is out already. There is nothing to end in \z
                               {next:month}." } },
        { "alert",  "Test alert to the number ending {line}", owed = true,
          because = "Whatever became of the texts that month, now he is to see one arrive." } },
    wrapup.state    { right = "open", points = { resolution = 1 }, wrong = { resolution = -1 } },

    to = { { "promised 'sums' and promised 'check'", "adds-up" }, "loose-ends" },
}

ending "adds-up" {
    outcome  = "resolved",
    says     = "Good. [a pause] You know, it was never about the {extra}. …No. It was, a bit. Thank you, Lin.",
    epilogue = "The text with the amounts came before {level2_by:clock}. On {bill:day} Lin wrote again that the \z
                credit was there. The answer was one word: “Agreed.”",
}
ending "loose-ends" {
    outcome  = "partly",
    says     = "Well. I’ve written it all down. [a pause] Then I’ll look myself.",
    epilogue = "Some of it was put right. Whether the rest would arrive was left to him, and to his pencil.",
}
ending "handed-on" {
    outcome  = "escalated",
    says     = "By {back:clock}. The page stays on the table until then.",
    epilogue = "Billing rang in time and had the sums right. It was the second call for something that one could \z
                have settled.",
}
ending "gone" {
    outcome  = "lost",
    says     = "Keep it. I’m too tired for {extra}. [He has hung up.]",
    epilogue = "He paid the next bill on the day it came, as always. It was the last: on the 1st his number \z
                moved to another operator.",
}

-- The form filled in without a mistake: what was our fault, what he wants looked into, what becomes of the pack.
local function filed(ours, about, pack_row)
    return "wrapup:sort=complaint;class=complex+complaint;level=2;ours=" .. ours .. ";why=ward;about=" .. about ..
           ";feedback=3wd;owed=check+" .. pack_row .. "+sums+alert;state=open"
end

example "a good call" {
    moves = { "open:bill", "open:log", "page-open", "code", "what-was-different", "look-first", "texts-lost",
              "shall-i-end-it", "take-off-the-rest", "own-line", "stay", "his-words", "i-look", "data-back",
              filed("data", "not-sent", "finish") },
    set = 1, expect = { ending = "adds-up", passed = true },
}
example "the same care, nothing was our fault" {
    moves = { "line-by-line", "code", "what-was-different", "look-first", "texts-came", "shall-i-end-it",
              "take-off-the-rest", "own-line", "stay", "his-words", "i-look", "both-right",
              filed("nothing", "night", "finish") },
    set = 3, expect = { ending = "adds-up", passed = true },
}
example "good, with a few corners cut" {
    moves = { "annoying", "must-confirm", "what-was-different", "look-first", "texts-lost", "you-stopped-it",
              "no-present", "own-line", "depends", "three-more-days", "i-look", "both-back",
              filed("both", "not-sent", "strike") },
    set = 4, expect = { ending = "adds-up", passed = true },
}
example "a false start, recovered" {
    moves = { "counted", "take-it-down", "code", "what-was-different", "look-first", "texts-lost-wrong",
              "once-more", "texts-came-half", "you-stopped-it", "take-off-the-rest", "own-line", "stay",
              "his-words", "i-look", "pack-back", filed("pack", "not-done", "strike") },
    set = 2, expect = { ending = "adds-up", passed = true },
}
example "the whole of it, struck out again" {
    moves = { "line-by-line", "code", "what-was-different", "all-of-it", "texts-lost", "shall-i-end-it",
              "spoke-too-soon", "take-off-the-rest", "own-line", "stay", "his-words", "i-look", "data-back",
              filed("data", "not-sent", "finish") },
    set = 1, expect = { ending = "adds-up", passed = true },
}
example "friendly and by the tariff" {
    moves = { "annoying", "must-confirm", "anything-long", "courtesy", "texts-lost", "shall-i-end-it",
              "five-for-all", "on-the-first", "depends", "pass-it-on", "billing-team", "data-back-2",
              filed("data", "not-sent", "finish") },
    set = 1, expect = { ending = "loose-ends", passed = false },
}
example "spared him the code" {
    moves = { "line-by-line", "sounds-right", "what-was-different", "look-first", "texts-came", "you-stopped-it",
              "take-off-the-rest", "own-line", "stay", "his-words", "i-look", "pack-back",
              filed("pack", "not-done", "strike") },
    set = 2, expect = { ending = "adds-up", passed = false },
}
example "he gives up" {
    moves = { "counted", "strong-word", "must-confirm", "times-five" },
    set = 3, expect = { ending = "gone", passed = false },
}
