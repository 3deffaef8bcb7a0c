-- Look-alikes: words offered in every fact set, right in some sets and wrong in the others.
--
-- Points are constants. Where a fact decides whether the same words are right, each outcome is a reply (or an answer)
-- of its own, under conditions of which exactly one holds. The trainee always sees the same cards; only somebody who
-- listened knows which of them fits today's customer.
--
--     turn "modem" {
--         says = …,
--         lookalikes(reply, {
--             { "cut-fibre", "No light comes in …",
--               right = { when = "fact.red", resolution = 2, because = "…" },
--               half  = { when = "…",        resolution = 0, because = "…" },      -- may be left out
--               wrong = {                    resolution = -2, because = "…" } },   -- whenever the others do not hold
--         }),
--     }
--
-- The names become `cut-fibre`, `cut-fibre-half`, `cut-fibre-wrong`. Each outcome may also be a list, for a customer who
-- hears the same mistake in several ways: `wrong = { { when = "fact.red", hears = "…" }, { hears = "…" } }` makes
-- `cut-fibre-wrong` and `cut-fibre-wrong-2`. The last one wrong takes whatever is left; all the others say when.

local order = { "right", "half", "wrong" }

-- The outcomes of a family in written order, each with its name.
local function outcomes_of(family)
    local outcomes = {}
    for _, kind in ipairs(order) do
        local made = family[kind]
        for i, keys in ipairs(made and made[1] and made or { made }) do
            local id = kind == "right" and family[1] or family[1] .. "-" .. kind
            outcomes[#outcomes + 1] = { id = i == 1 and id or id .. "-" .. i, keys = keys }
        end
    end
    return outcomes
end

local function otherwise(outcomes)
    local held = {}
    for _, outcome in ipairs(outcomes) do
        if outcome.keys.when then held[#held + 1] = "(" .. outcome.keys.when .. ")" end
    end
    return "not (" .. table.concat(held, " or ") .. ")"
end

return function(make, families)
    local made = {}
    for _, family in ipairs(families) do
        local outcomes = outcomes_of(family)
        local rest     = otherwise(outcomes)
        for _, outcome in ipairs(outcomes) do
            local keys = outcome.keys
            keys[1]    = family[2]
            keys.when  = keys.when or rest
            made[#made + 1] = make(outcome.id)(keys)
        end
    end
    return made
end
