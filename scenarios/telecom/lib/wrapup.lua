-- The ticket at the end of a call: the same questions in every scenario, asked in the same words.
--
--     local wrapup = include "lib/wrapup"
--
--     facts { each = wrapup.clocks, … }                 -- or call wrapup.clocks(f) inside your own `each`
--
--     form "wrapup" { title = "Close the ticket",
--         wrapup.sort     { right = "complaint",               points = { resolution = 1 }, wrong = { … } },
--         wrapup.class    { right = { "urgent", "complaint" }, points = { resolution = 1 } },
--         wrapup.level    { right = "1",                       points = { resolution = 2 }, shows = { "6.1-e" } },
--         wrapup.feedback { right = "3wd",                     points = { resolution = 1 } },
--         wrapup.owed     { points = { resolution = 1 },
--                           { "news",   "News by {back:clock}", owed = true, because = "…" },
--                           { "survey", "Send the survey now",               because = "…" } },
--         wrapup.state    { right = "open",                    points = { resolution = 1 } },
--     }
--
-- `points` go to a right answer, `wrong` to any other. What a right answer `shows`, a wrong one `misses`. An answer
-- explains itself; `because = { ["2"] = "…" }` says it in the scenario's own words, `{ right = "…", wrong = "…" }` in
-- two ways. Where a fact decides, `right` says when: `right = { open = "not fact.moved", waiting = "fact.moved" }`.
-- A level 1 matter filed at level 3, and a ticket closed as solved while it is not, are critical wherever chosen.

local lookalikes = include "lib/lookalikes"

local wrapup = {}

-- The due times of the ticket, all counted from the call: first response by level, then the feedback clock.
function wrapup.clocks(f)
    f.level1_by  = after(f.at, { minutes = 15 })
    f.level2_by  = after(f.at, { hours = 1 })
    f.level3_by  = after(f.at, { hours = 2 })
    f.answer_by  = after(f.at, { hours = 24 })
    f.handled_by = after(f.at, { hours = 72 })
    f.final_by   = after(f.at, { workdays = 3 })
end

-- What is right, by id: true, or the expression that says when.
local function rights_of(right)
    if type(right) ~= "table" then return { [right] = true } end
    local rights = {}
    for id, when in pairs(right) do
        if type(id) == "number" then rights[when] = true else rights[id] = when end
    end
    return rights
end

local function add_keys(answer_keys, extra)
    for key, value in pairs(extra or {}) do answer_keys[key] = value end
end

local function reason(row, spec, outcome)
    local own = spec.because and spec.because[row[1]] or row.because
    return type(own) == "table" and own[outcome] or own
end

local function right_keys(row, spec)
    local keys = { because = reason(row, spec, "right"), shows = spec.shows }
    add_keys(keys, spec.points)
    return keys
end

local function wrong_keys(row, spec)
    local keys = { because = reason(row, spec, "wrong"), misses = spec.shows, critical = row.critical }
    add_keys(keys, spec.wrong)
    return keys
end

-- One answer, judged: right, wrong, or the one or the other as a fact decides.
local function judged(row, right, spec)
    if type(right) == "string" then
        local keys = right_keys(row, spec)
        keys.when = right
        return lookalikes(answer, { { row[1], row[2], right = keys, wrong = wrong_keys(row, spec) } })
    end
    local keys = right and right_keys(row, spec) or wrong_keys(row, spec)
    keys[1] = row[2]
    return answer(row[1])(keys)
end

-- An `ask` out of fixed rows { id, text, because = …, critical = … }.
local function question(id, text, many, rows)
    return function(spec)
        local rights = rights_of(spec.right)
        local body   = { text, many = many or nil }
        for _, row in ipairs(rows(rights)) do body[#body + 1] = judged(row, rights[row[1]], spec) end
        return ask(id)(body)
    end
end

wrapup.sort = question("sort", "What kind of contact was it?", false, function()
    return {
        { "enquiry", "Enquiry",
            because = "An enquiry wants to know something; nothing is broken and nobody was let down." },
        { "complaint", "Complaint",
            because = "Somebody is dissatisfied with what we did: that is a complaint, whatever else was asked for." },
        { "request", "Service request",
            because = "A request wants something done and finds no fault with us." },
    }
end)

wrapup.class = question("class", "Class (tick all that apply)", true, function()
    return {
        { "general", "General",
            because = "General is what works badly: an unstable line, a weak signal, a device." },
        { "urgent", "Urgent",
            because = "Service down, data lost or business stopped is urgent, however loud or quiet the caller." },
        { "complex", "Complex",
            because = "Complex means that more than one department has to act." },
        { "complaint", "Complaint",
            because = "A complaint about quality, price or manner is entered as one and keeps its own clock." },
    }
end)

wrapup.level = question("level", "Level, and first response due", false, function(rights)
    return {
        { "1", "Level 1, by {level1_by:clock}",
            because = "For an outage or lost data the guide states 15 minutes: to respond, not to repair." },
        { "2", "Level 2, by {level2_by:clock}",
            because = "The guide states one hour for slow lines, plan changes and accounts that are not in order." },
        { "3", "Level 3, by {level3_by:clock}", critical = rights["1"] and "level-one-as-three" or nil,
            because = "The guide states two hours for an unstable connection or a faulty device, not for an outage." },
    }
end)

wrapup.feedback = question("feedback", "Final answer to the complaint due", false, function()
    return {
        { "24h", "{answer_by:day}, {answer_by:clock}",
            because = "24 clock hours is the limit for the first answer." },
        { "72h", "{handled_by:day}, {handled_by:clock}",
            because = "72 clock hours is the limit for dealing with it; weekends are not taken out." },
        { "3wd", "{final_by:day}, end of day",
            because = "The final answer is due on the third working day. The day of the call is day 0." },
    }
end)

wrapup.state = question("state", "How does the ticket stand?", false, function()
    return {
        { "waiting", "Waiting for the customer",
            because = "This parks the ticket on the customer’s desk. It fits only when the next move is theirs." },
        { "open", "Open until the customer confirms",
            because = "The loop is closed by the customer’s word, not by the technician’s." },
        { "solved", "Solved", critical = "closed-unsolved",
            because = "Solved means that the customer has it working and has said so." },
    }
end)

-- What we still owe: the scenario's own rows { id, text, owed = true, because = … }, any number of them right.
function wrapup.owed(spec)
    local body = { "Follow-up owed (tick all that apply)", many = true }
    for _, row in ipairs(spec) do body[#body + 1] = judged(row, row.owed, spec) end
    return ask "owed" (body)
end

return wrapup
