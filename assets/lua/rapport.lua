---@meta
-- The scenario language for editors with lua-language-server. Made by
-- `rapport lua-defs`; a change here is lost when it is made anew.

---@class rapport.Declared
---@class rapport.Money
---@class rapport.Name
---@class rapport.Date
---@class rapport.Clock
---@class rapport.Datetime
---@class rapport.Range

---@alias rapport.Moment rapport.Date|rapport.Clock|rapport.Datetime
---@alias rapport.Fact string|integer|boolean|rapport.Money|rapport.Name|rapport.Moment
---@alias rapport.Route string|(string|string[])[]
---@alias rapport.Says string|(string|rapport.Line)[]

---@alias rapport.BehaviourId
---| string

---@alias rapport.CriticalId
---| string

---@alias rapport.ScoreName
---| "listening"
---| "empathy"
---| "resolution"

---@alias rapport.Channel
---| "phone"
---| "counter"
---| "visit"
---| "chat"
---| "email"
---| "social"
---| "video"
---| "broadcast"
---| "callback"
---| "desk"

---@alias rapport.Outcome
---| "resolved"
---| "partly"
---| "escalated"
---| "lost"

---@alias rapport.Act
---| "say"
---| "wait"
---| "do"
---| "hold"
---| "transfer"
---| "escalate"
---| "end"

---@alias rapport.Look
---| "account"
---| "bill"
---| "knowledge"
---| "log"
---| "note"

---@alias rapport.Distinct
---| "channel"

---@class (exact) rapport.Pack
---@field id string Written name of the pack; empty: none.
---@field title? string Name of the pack.
---@field edition? string Edition of the curriculum.
---@field source_language? string Language the files are written in.
---@field languages? string[] Every language of the pack.
---@field rate? table<string, rapport.Rate> Words (characters for Chinese) a minute, by language.
---@field polite? table<string, string[]> Courtesy words, by language.
---@field exam_mark? integer Mean of the assessed scores an exam asks for, in per cent. (0 to 100)

---@class (exact) rapport.Scenario
---@field title string Name of the scenario.
---@field situation string What the trainee knows before the call.
---@field goals? rapport.Goals A goal for each score.
---@field channel rapport.Channel How they talk.
---@field chapter? integer Chapter of the curriculum. (1 to 99)
---@field difficulty? integer From 1, easy, to 5. (1 to 5)
---@field customer rapport.Customer Who calls.
---@field mood? rapport.Mood Moods at the start; 50 unless said.
---@field pass? rapport.Pass Marks to pass with, in per cent.
---@field vars? table<string, boolean|rapport.Range> What the call keeps in mind.
---@field process? string[] Steps of the company's process.
---@field silence? rapport.Silence What waiting costs in a turn that does not say.
---@field start string The first turn.
---@field hangs_up? string Where the call goes when patience reaches 0.
---@field moves? integer Moves after which a run ends; 60 unless said. (1 to 1000)

---@class (exact) rapport.Customer
---@field name string Name shown on the desk.
---@field kind? string individual, business …
---@field face? string The portrait.
---@field voice? string The voice.
---@field about? string[] What the desk shows of them.

---@class (exact) rapport.Goals
---@field listening? string What good listening brings.
---@field empathy? string What empathy brings.
---@field resolution? string What is to be settled.

---@class (exact) rapport.Pass
---@field listening? integer Mark for listening. (0 to 100)
---@field empathy? integer Mark for empathy. (0 to 100)
---@field resolution? integer Mark for resolution. (0 to 100)

---@class (exact) rapport.Points
---@field listening? integer Sum for listening. (-9999 to 9999)
---@field empathy? integer Sum for empathy. (-9999 to 9999)
---@field resolution? integer Sum for resolution. (-9999 to 9999)

---@class (exact) rapport.Mood
---@field calm? integer Calm at the start. (0 to 100)
---@field trust? integer Trust at the start. (0 to 100)
---@field patience? integer Patience at the start. (0 to 100)

---@class (exact) rapport.Step

---@class (exact) rapport.Silence
---@field after integer Seconds until it costs; 0: waiting costs nothing. (0 to 600)
---@field calm? integer Change of calm, in steps of 5. (-100 to 0)
---@field trust? integer Change of trust, in steps of 5. (-100 to 0)
---@field patience? integer Change of patience, in steps of 5. (-100 to 0)
---@field to? rapport.Route Where it leads; the turn repeats.

---@class (exact) rapport.Effect
---@field calm? integer Change of calm, in steps of 5. (-100 to 100)
---@field trust? integer Change of trust, in steps of 5. (-100 to 100)
---@field patience? integer Change of patience, in steps of 5. (-100 to 100)

---@class (exact) rapport.Record
---@field title string The tab's title.
---@field kind rapport.Look What it looks like.
---@field [integer] rapport.Row

---@class (exact) rapport.Row
---@field mark? boolean Marked as what matters.
---@field [1] string
---@field [2] string

---@class (exact) rapport.Turn
---@field says rapport.Says What the customer says: the first line whose condition is true.
---@field cue? string How it is said.
---@field hint? string Help for those who ask for it.
---@field at? string The fact that says when this turn happens.
---@field to? rapport.Route Where a reply leads unless it says otherwise.
---@field silence? rapport.Silence What waiting costs.
---@field [integer] string|rapport.Declared

---@class (exact) rapport.Line
---@field when? string Said only if this is true.
---@field [1] string What is said.

---@class (exact) rapport.StepTo
---@field when? string Taken only if this is true.

---@class (exact) rapport.Reply
---@field listening? integer Points for listening. (-9 to 9)
---@field empathy? integer Points for empathy. (-9 to 9)
---@field resolution? integer Points for resolution. (-9 to 9)
---@field calm? integer Change of calm, in steps of 5. (-100 to 100)
---@field trust? integer Change of trust, in steps of 5. (-100 to 100)
---@field patience? integer Change of patience, in steps of 5. (-100 to 100)
---@field feels? string|string[] Named mood changes, added to its own.
---@field set? table<string, integer|boolean|string> Variables and their new values.
---@field add? table<string, integer|boolean|string> Counters and what is added to them.
---@field when? string Offered only while this is true.
---@field once? boolean Offered until it was used once.
---@field step? string The step of the process it is.
---@field shows? rapport.BehaviourId|rapport.BehaviourId[] Behaviours of the pack that it shows.
---@field misses? rapport.BehaviourId|rapport.BehaviourId[] Behaviours of the pack that it misses.
---@field critical? rapport.CriticalId The critical fault of the pack that it is.
---@field promises? string|string[] Promises it makes.
---@field keeps? string|string[] Promises it keeps.
---@field hears? string What the customer says or does at once.
---@field because? string Why it is strong or weak, in one or two sentences.
---@field as? rapport.Act What kind of act it is.
---@field to? rapport.Route Where it leads.
---@field stay? boolean The turn repeats, whatever its own `to` is.
---@field [1] string What the trainee says or does.

---@class (exact) rapport.Form
---@field title? string Its heading.
---@field to? rapport.Route Where it leads once it is sent.
---@field [integer] string|rapport.Declared

---@class (exact) rapport.Ask
---@field many? boolean Any number of answers may be chosen, not exactly one.
---@field [1] string The question.
---@field [integer] string|rapport.Declared

---@class (exact) rapport.Answer
---@field listening? integer Points for listening. (-9 to 9)
---@field empathy? integer Points for empathy. (-9 to 9)
---@field resolution? integer Points for resolution. (-9 to 9)
---@field calm? integer Change of calm, in steps of 5. (-100 to 100)
---@field trust? integer Change of trust, in steps of 5. (-100 to 100)
---@field patience? integer Change of patience, in steps of 5. (-100 to 100)
---@field feels? string|string[] Named mood changes, added to its own.
---@field set? table<string, integer|boolean|string> Variables and their new values.
---@field add? table<string, integer|boolean|string> Counters and what is added to them.
---@field when? string Offered only while this is true.
---@field once? boolean Offered until it was used once.
---@field step? string The step of the process it is.
---@field shows? rapport.BehaviourId|rapport.BehaviourId[] Behaviours of the pack that it shows.
---@field misses? rapport.BehaviourId|rapport.BehaviourId[] Behaviours of the pack that it misses.
---@field critical? rapport.CriticalId The critical fault of the pack that it is.
---@field promises? string|string[] Promises it makes.
---@field keeps? string|string[] Promises it keeps.
---@field hears? string What the customer says or does at once.
---@field because? string Why it is strong or weak, in one or two sentences.
---@field [1] string What the trainee says or does.

---@class (exact) rapport.Ending
---@field outcome rapport.Outcome How it came out.
---@field says? rapport.Says The last words.
---@field epilogue? string What came of it.

---@class (exact) rapport.Interrupt
---@field when string Breaks in once this is true.
---@field to rapport.Route Where it leads.

---@class (exact) rapport.Promise
---@field due? string The fact that says by when.
---@field [1] string What is promised.

---@class (exact) rapport.Example
---@field moves string[] The moves, in order.
---@field set? integer The fact set; the first unless said. (1 to 32)
---@field expect? rapport.Expect How it must come out.

---@class (exact) rapport.Expect
---@field ending? string The ending reached.
---@field passed? boolean Whether it passes.
---@field outcome? rapport.Outcome The outcome.
---@field points? rapport.Points The points earned.
---@field critical? rapport.CriticalId|rapport.CriticalId[] Every critical fault committed; an empty list: none.

---@class (exact) rapport.Rate
---@field agent integer For what the trainee says. (1 to 1000)
---@field customer integer For what the customer says. (1 to 1000)

---@class (exact) rapport.Section
---@field title string Its heading.
---@field says? string What the guide states.
---@field sources? string Whom the guide names for it.

---@class (exact) rapport.Behaviour
---@field score rapport.ScoreName The score it belongs to.
---@field section? string Its section.
---@field strong string What is done well.
---@field mistake? string What is done instead.
---@field professional? boolean A matter of the trade that fits none of the scores well.
---@field tag? string Its mark in the curriculum.

---@class (exact) rapport.Critical
---@field behaviours? rapport.BehaviourId|rapport.BehaviourId[] The behaviours it is the opposite of.
---@field [1] string What must never happen.

---@class (exact) rapport.Defaults
---@field pass? rapport.Pass Marks of a practice run.
---@field exam_mark? integer Mean of the assessed scores an exam asks for, in per cent. (0 to 100)
---@field mood? rapport.Mood Moods at the start.
---@field moves? integer Moves after which a run ends. (1 to 1000)
---@field silence? rapport.Silence What waiting costs.
---@field anytime? rapport.Anytime Replies that every turn of every scenario offers.
---@field [integer] string|rapport.Declared

---@class (exact) rapport.Anytime
---@field [integer] string|rapport.Declared

---@class (exact) rapport.Pool
---@field title? string What it is about.
---@field scenarios string[] Scenarios to draw from.
---@field level_one? string[] Those with a matter of level 1 in them.

---@class (exact) rapport.Level
---@field title string Name of the level.
---@field endorsement? boolean Stands beside the ladder.
---@field chapters? integer[] Chapters it covers. (1 to 99)
---@field sections? string|string[] Sections it covers besides.
---@field needs? rapport.Needs What must come before.
---@field draws rapport.Draw[] What its exam draws.
---@field each? integer Mean of the scores each scenario of the exam asks for. (0 to 100)
---@field marks? rapport.Pass Means the whole exam asks for.
---@field valid_months? integer How long it holds. (1 to 120)
---@field renewal? rapport.Draw[] What a renewal draws.

---@class (exact) rapport.Needs
---@field levels? string|string[] Levels held.
---@field practised? rapport.Practised Scenarios passed in practice.

---@class (exact) rapport.Practised
---@field pools string|string[] From these pools.
---@field count integer How many. (1 to 1000)
---@field mark? integer At which mean of the scores. (0 to 100)
---@field level_one? integer How many of them of level 1. (0 to 1000)

---@class (exact) rapport.Draw
---@field pool? string The pool drawn from.
---@field scenarios? string[] Or the scenarios drawn from.
---@field count integer How many. (1 to 100)
---@field distinct? rapport.Distinct In what they must differ.
---@field level_one? integer How many of them of level 1. (0 to 100)

---@class rapport.Facts
---@field each? fun(f: table<string, any>)
---@field [integer] table<string, rapport.Fact>

---The scenario as a whole.
---@param id string
---@return fun(body: rapport.Scenario): rapport.Declared
function scenario(id) end

---silence
---@param body rapport.Silence
---@return rapport.Declared
function silence(body) end

---Named mood changes.
---@param body table<string, rapport.Effect>
---@return rapport.Declared
function effects(body) end

---Fact sets, alike in keys and kinds; the seed picks one.
---@param body rapport.Facts
---@return rapport.Declared
function facts(body) end

---Tabs of the desk.
---@param id string
---@return fun(body: rapport.Record): rapport.Declared
function record(id) end

---Replies that every turn offers.
---@param body rapport.Anytime
---@return rapport.Declared
function anytime(body) end

---The turns of the call.
---@param id string
---@return fun(body: rapport.Turn): rapport.Declared
function turn(id) end

---Questions answered together, as one move.
---@param id string
---@return fun(body: rapport.Form): rapport.Declared
function form(id) end

---How it can end.
---@param id string
---@return fun(body: rapport.Ending): rapport.Declared
function ending(id) end

---What breaks in after a move, in written order.
---@param id string
---@return fun(body: rapport.Interrupt): rapport.Declared
function interrupt(id) end

---What the trainee can promise and keep.
---@param id string
---@return fun(body: rapport.Promise): rapport.Declared
function promise(id) end

---Recorded runs that must come out as they expect.
---@param id string
---@return fun(body: rapport.Example): rapport.Declared
function example(id) end

---pack
---@param body rapport.Pack
---@return rapport.Declared
function pack(body) end

---What good work looks like, by code.
---@param id string
---@return fun(body: rapport.Behaviour): rapport.Declared
function behaviour(id) end

---Sections of the guide, by number.
---@param id string
---@return fun(body: rapport.Section): rapport.Declared
function section(id) end

---What fails an exam at once.
---@param id string
---@return fun(body: rapport.Critical): rapport.Declared
function critical(id) end

---defaults
---@param body rapport.Defaults
---@return rapport.Declared
function defaults(body) end

---Exam pools.
---@param id string
---@return fun(body: rapport.Pool): rapport.Declared
function pool(id) end

---The ladder.
---@param id string
---@return fun(body: rapport.Level): rapport.Declared
function level(id) end

---What can be said.
---@param id string
---@return fun(body: rapport.Reply): rapport.Declared
function reply(id) end

---Its questions.
---@param id string
---@return fun(body: rapport.Ask): rapport.Declared
function ask(id) end

---Its answers.
---@param id string
---@return fun(body: rapport.Answer): rapport.Declared
function answer(id) end

---Runs another file of the pack once and returns its value.
---@param name string
---@return any
function include(name) end

---An amount of money: yuan, and fen if there are any.
---@param yuan integer
---@param fen? integer
---@return rapport.Money
function money(yuan, fen) end

---A person's name, with family name and title for {name:formal}.
---@param parts { [1]: string, family: string?, title: string? }
---@return rapport.Name
function name(parts) end

---A day, written 2025-09-10.
---@param text string
---@return rapport.Date
function date(text) end

---A time of day, written 14:00.
---@param text string
---@return rapport.Clock
function clock(text) end

---A day with a time, written 2025-09-10 14:00.
---@param text string
---@return rapport.Datetime
function datetime(text) end

---A counter between two bounds, of at most 1000 values.
---@param lo integer
---@param hi integer
---@param start? integer
---@return rapport.Range
function range(lo, hi, start) end

---A moment later; working days are Monday to Friday.
---@generic T: rapport.Moment
---@param moment T
---@param by { minutes: integer?, hours: integer?, days: integer?, workdays: integer? }
---@return T
function after(moment, by) end

---The day of the week; Monday is 1.
---@param moment rapport.Date|rapport.Datetime
---@return integer
function weekday(moment) end

---The day of a moment.
---@param moment rapport.Datetime
---@return rapport.Date
function date_of(moment) end

---The time of day of a moment.
---@param moment rapport.Datetime
---@return rapport.Clock
function clock_of(moment) end

---A day and a time of day together.
---@param day rapport.Date
---@param time rapport.Clock
---@return rapport.Datetime
function at(day, time) end
