-- Look-alikes: words offered in every fact set, right in some sets and wrong in the others.
--
-- Points are constants. Where a fact decides whether the same words are right, each outcome is a reply (or an answer)
-- of its own, under conditions of which exactly one holds. The trainee always sees the same cards; only somebody who
-- listened knows which of them fits today's customer.
--
--     turn "modem" {
--         says = …,
--         lookalikes(reply, {                            -- the last thing in the turn
--             { "cut-fibre", "No light comes in …",
--               right = { when = "fact.red", resolution = 2, because = "…" },
--               half  = { when = "…",        resolution = 0, because = "…" },      -- may be left out
--               wrong = {                    resolution = -2, because = "…" } },   -- whenever the others do not hold
--         }),
--     }
--
-- The names become `cut-fibre`, `cut-fibre-half`, `cut-fibre-wrong`.

local function otherwise(family)
    local held = {}
    for _, outcome in ipairs { "right", "half" } do
        if family[outcome] then held[#held + 1] = "(" .. family[outcome].when .. ")" end
    end
    return "not (" .. table.concat(held, " or ") .. ")"
end

return function(make, families)
    local made = {}
    for _, family in ipairs(families) do
        local id, text = family[1], family[2]
        family.wrong.when = otherwise(family)
        for _, outcome in ipairs { "right", "half", "wrong" } do
            local keys = family[outcome]
            if keys then
                keys[1] = text
                made[#made + 1] = make(outcome == "right" and id or id .. "-" .. outcome)(keys)
            end
        end
    end
    return table.unpack(made)
end
