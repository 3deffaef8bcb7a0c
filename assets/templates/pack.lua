-- The first pack: what its scenarios share. Every text of a pack can be translated.

pack {
    -- The name of the folder: small letters, digits, - and _.
    id = "first-pack",
    title = "Our own calls",                                        -- change me
    edition = "1",

    -- What the files are written in, and every language there is. `rapport translate` makes the files to translate in.
    source_language = "en",
    languages = { "en", "zh" },

    -- Words a minute (characters in Chinese), from which talk time is reckoned. Every language wants a line of its own
    -- here and under `polite`: without it talk time is guessed, and nobody tests whether courtesy gives a card away.
    rate = {
        en = { agent = 150, customer = 160 },
        zh = { agent = 135, customer = 240 },
    },

    -- Courtesy words, by which the checker finds out whether the politest card gives the right one away.
    polite = {
        en = { "please", "thank you", "sorry", "apologise" },
        zh = { "请", "您", "谢谢", "抱歉", "不好意思" },
    },
}

-- What a scenario starts with where it says nothing itself.
defaults {
    pass    = { listening = 60, empathy = 60, resolution = 60 },    -- per cent of what can be earned
    silence = { after = 20, patience = -5 },                        -- what waiting costs, and when
}

-- The curriculum: sections, and in them what good work looks like. Replies name the behaviours: shows = { "owns-it" },
-- misses = { "owns-it" }; and `rapport coverage` says which of them nothing exercises yet.
section "1" { title = "When the mistake is ours" }

behaviour "owns-it" { section = "1", score = "empathy",
    strong  = "Says what went wrong for the customer before asking anything.",
    mistake = "Asks for the customer’s data first.",
}

-- What must never happen. A reply that does it says: critical = "guarantee". In an exam the call ends there.
critical "guarantee" { "A guarantee nobody can give", behaviours = { "owns-it" } }

-- Replies that every turn of every scenario offers; a turn replaces one by repeating its id.
anytime {
    reply "end" { "Then we’ll leave it there for today. Thank you, and goodbye.",
        as = "end", stay = true, empathy = -2, resolution = -2, trust = -15, patience = -20,
        hears = "Wait, we’re not done!",
        because = "What the customer came with is still open. A polite goodbye does not change that.",
    },
}
