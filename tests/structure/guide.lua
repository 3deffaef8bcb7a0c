-- Every example of the authors' guide does what the guide says: it checks without a fault, and its examples hold.
--     guide.lua RAPPORT PAGE.md…
--
-- A block is a whole file (```lua), or a piece of one that is put into the smallest call it can stand in:
--     lua scenario [header keys]   declarations; starts at the first turn
--     lua turn                     what stands in the braces of a turn
--     lua keys                     keys of the header
--     lua lib NAME                 a file of lib/, for the blocks behind it
--     lua pack                     pack.lua, checked with a call in it, and for the pieces behind it
--     lua pack-turn                a turn in that pack
--     po                           entries of a translation file
-- Anything else (a command, its output) is left alone. In pieces a missing `because` is no fault. What the telecom pack
-- has in lib/ may be included, as if it had been copied.

local rapport = arg[1]
local work = io.popen("mktemp -d"):read("l")
local bad, count = 0, 0

local function run(command)
    local pipe = io.popen(command .. " 2>&1; echo \"exit $?\"")
    local said = pipe:read("a")
    pipe:close()
    return said
end

local function write(name, text)
    local path = work .. "/" .. name
    os.execute("mkdir -p '" .. path:match("^(.*)/") .. "'")
    local file = assert(io.open(path, "w"))
    file:write(text)
    file:close()
    return path
end

local function fail(block, why)
    bad = bad + 1
    io.stderr:write(("%s:%d: %s\n"):format(block.page, block.line, why))
end

-- Faults of a file as codes and sentences; what is not a warning about `because` counts.
local function check(block, path, is_whole)
    local said = run(("'%s' check '%s' --quick --json --lang en"):format(rapport, path))
    local faults = said:match('"faults":(%b[])')
    count = count + 1
    if faults == nil then return fail(block, said) end
    for code, message in faults:gmatch('"code":"([^"]*)","message":"(.-)"}') do
        if is_whole or code ~= "no-because" then
            fail(block, code .. ": " .. message)
        end
    end
end

local function header(keys, start)
    return ('scenario "guide" {\n    title = "A call", situation = "Somebody rings.", channel = "phone",\n'
        .. '    customer = { name = "Ann" }, start = "%s",\n%s\n}\n\n'):format(start, keys)
end

local function with_ending(text)
    if text:find('ending "done"', 1, true) or not text:find('"done"', 1, true) then return text end
    return text .. '\nending "done" { outcome = "resolved", says = "Goodbye." }\n'
end

local plain_turn = 'turn "hello" { says = "Hello?", to = "done",\n    reply "greet" { "Hello." } }\n'

-- What a piece becomes: the name of the file, and its text.
local makers = {}

function makers.scenario(block)
    local start = ("\n" .. block.text):match('\nturn "([^"]+)"')
    local text = start and block.text or block.text .. plain_turn
    local keys = block.rest ~= "" and block.rest .. "," or ""
    return "alone/guide.lua", with_ending(header(keys, start or "hello") .. text)
end

function makers.turn(block)
    return "alone/guide.lua", with_ending(header("", "hello") .. 'turn "hello" {\n    to = "done",\n' .. block.text:gsub('to%s*=%s*"done",', "") .. "}\n")
end

function makers.keys(block)
    return "alone/guide.lua", with_ending(header(block.text, "hello") .. plain_turn)
end

makers["pack-turn"] = function(block)
    return "pack/guide.lua", with_ending(header("", "hello") .. 'turn "hello" {\n' .. block.text .. "}\n")
end

function makers.pack(block)
    write("pack/pack.lua", block.text)
    return "pack/guide.lua", with_ending(header("", "hello") .. plain_turn)
end

local function try(block)
    local make = makers[block.kind]
    if block.kind == "" then
        local id = block.text:match('scenario "([^"]+)"')
        check(block, write("alone/" .. id .. ".lua", block.text), true)
    elseif block.kind == "lib" then
        write("alone/lib/" .. block.rest .. ".lua", block.text)
    elseif make ~= nil then
        local name, text = make(block)
        check(block, write(name, text), false)
    else
        fail(block, "there is no kind of block `" .. block.kind .. "`")
    end
end

local function try_po(block)
    local said = run(("msgfmt --output=/dev/null '%s'"):format(write("guide.po", block.text)))
    count = count + 1
    if not said:find("exit 0", 1, true) then fail(block, said) end
end

local function read(page)
    local block, line = nil, 0
    for text in io.lines(page) do
        line = line + 1
        local mark, info = text:match("^```(%a*)%s*(.*)$")
        if mark == nil then
            if block then block.text = block.text .. text .. "\n" end
        elseif block then
            if block.language == "lua" then try(block) elseif block.language == "po" then try_po(block) end
            block = nil
        else
            local kind, rest = info:match("^(%S*)%s*(.*)$")
            block = { page = page, line = line, language = mark, kind = kind, rest = rest, text = "" }
        end
    end
end

os.execute(("mkdir -p '%s/alone' && cp -r '%s/../../scenarios/telecom/lib' '%s/alone'")
    :format(work, arg[0]:match("^(.*)/") or ".", work))
for i = 2, #arg do read(arg[i]) end
os.execute("rm -rf '" .. work .. "'")
print(count .. " examples")
if count == 0 then bad = bad + 1 end
os.exit(bad == 0 and 0 or 1)
