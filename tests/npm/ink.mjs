// The same conversation in ink, played by inkjs: how much faster are we?
//
//     node ink.mjs RAPPORT BENCH_PLAY
//
// The document of a bundled call is written out as an ink story with the same
// turns, replies, conditions, moods, points and interrupts. First it is shown
// to be the same call: random runs of the story, replayed by RAPPORT, must end
// alike and earn the same points. Then both play at random, one after the
// other, and the ratio is printed.
import { execFileSync } from "node:child_process";
import { Compiler } from "inkjs/full";

const [rapport, benchPlay] = process.argv.slice(2);
const SCENARIO = "angry-caller";
const AGREE_RUNS = 40;
const SECONDS = 4;
const WANTED = 20;
const SCORES = ["listening", "empathy", "resolution"];
const MOODS = ["calm", "trust", "patience"];

const run = (program, args) => {
  try {
    return execFileSync(program, args, { maxBuffer: 1 << 26, stdio: ["ignore", "pipe", "pipe"] });
  } catch (failed) {
    if (failed.status === 1) return failed.stdout; // a run that did not pass
    throw failed;
  }
};
const document = JSON.parse(run(rapport, ["model", SCENARIO]));

// ------------------------------------------------------------ words to ink

const name = (id) => id.replace(/[^a-z0-9]/g, "_");
const knot = (id) => `k_${name(id)}`;
const marks = new Set(); // variables that conditions ask for
const facts = document.facts[0];

const plainFact = (value) => {
  if (typeof value !== "object") return String(value);
  const [[kind, held]] = Object.entries(value);
  if (kind === "money") return `¥${held / 100}`;
  if (kind === "name") return `${held.title.en} ${held.family.en}`;
  return kind === "text" ? held.en : held;
};

// Money, clocks and days are compared as numbers: fen, and minutes.
const numberOf = (value) => {
  if (typeof value !== "object") return null;
  const [[kind, held]] = Object.entries(value);
  if (kind === "money") return held;
  if (kind === "clock") return Number(held.slice(0, 2)) * 60 + Number(held.slice(3));
  return kind === "date" || kind === "datetime" ? Date.parse(`${held.replace(" ", "T")}Z`) / 60000 : null;
};

const escaped = (text) =>
  text.replace(/[\\~|[\]#*+\-/<>={}]/g, (sign) => `\\${sign}`);

const said = (text) =>
  text.en
    .split(/(\{[^}]*\})/)
    .map((part) => {
      const slot = /^\{(\w+)(?::\w+)?\}$/.exec(part);
      if (!slot) return escaped(part.replace(/[*~]/g, ""));
      return slot[1] in facts ? `{f_${slot[1]}}` : `{v_${slot[1]}}`;
    })
    .join("");

const mark = (kind, id) => {
  const variable = `${kind}_${name(id)}`;
  marks.add(variable);
  return variable;
};

const condition = (expression) => {
  const bare = words(expression);
  // A name in brackets alone would be a list there.
  for (let now = bare; ; ) {
    const next = now.replace(/\((\w+)\)/g, "$1");
    if (next === now) return now;
    now = next;
  }
};

const words = (expression) =>
  expression
    .replace(/\b(said|seen|opened|done|promised|kept) '([^']+)'/g, (_, kind, id) => mark(kind, id))
    .replace(/\bfact\.(\w+)/g, (_, fact) => `${typeof numberOf(facts[fact]) === "number" ? "n" : "f"}_${fact}`)
    .replace(/~=/g, "!=")
    .replace(/\b(?!f_|n_|said_|seen_|opened_|done_|promised_|kept_)([a-z]\w*)\b/g, (word) =>
      word in (document.scenario.vars ?? {}) ? `v_${word}` : word);

// --------------------------------------------------------------- the story

const effectsOf = (choice) => {
  const mood = Object.fromEntries(MOODS.map((m) => [m, choice[m] ?? 0]));
  for (const feeling of choice.feels ?? [])
    for (const m of MOODS) mood[m] += document.effects[feeling][m] ?? 0;
  const lines = [];
  for (const s of SCORES) if (choice[s]) lines.push(`~ ${s} += ${choice[s]}`);
  for (const m of MOODS) if (mood[m]) lines.push(`~ d_${m} += ${mood[m]}`);
  for (const [variable, value] of Object.entries(choice.set ?? {}))
    lines.push(`~ v_${variable} = ${typeof value === "object" ? condition(value.expr ?? value.value) : value}`);
  if (choice.critical) lines.push("~ critical = true");
  for (const id of choice.promises ?? []) lines.push(`~ promised_${name(id)} = true`);
  for (const id of choice.keeps ?? []) lines.push(`~ kept_${name(id)} = true`);
  if (choice.step) lines.push(`~ done_${name(choice.step)} = true`);
  return lines;
};

const routeOf = (ways, otherwise) => {
  const list = ways ?? otherwise;
  const conditional = list.filter((way) => way.when);
  const plain = list.find((way) => !way.when);
  if (!conditional.length) return [`-> go(-> ${knot(plain.to)})`];
  return ["{", ...conditional.map((way) => `- ${condition(way.when)}: -> go(-> ${knot(way.to)})`),
    `- else: -> go(-> ${knot(plain.to)})`, "}"];
};

const linesOf = (says) => {
  if (says.length === 1) return [said(says[0].text)];
  return ["{", ...says.map((line) => `- ${line.when ? condition(line.when) : "else"}: ${said(line.text)}`), "}"];
};

const enter = (id) => [`~ seen_${name(id)} = true`, "-> interrupts ->"];

const turnText = (turn) => {
  const own = new Set(turn.replies.map((reply) => reply.id));
  const replies = [...turn.replies, ...(document.anytime ?? []).filter((reply) => !own.has(reply.id))];
  const stay = [{ to: turn.id }];
  const text = [`=== ${knot(turn.id)} ===`, ...enter(turn.id), ...linesOf(turn.says)];
  for (const reply of replies) {
    const at = `${own.has(reply.id) ? turn.id : "anytime"}_${reply.id}`;
    const when = [];
    if (reply.when) when.push(`{${condition(reply.when)}}`);
    if (reply.once) when.push(`{not once_${name(at)}}`);
    text.push(`+ ${when.join(" ")} [${said(reply.text)}#${reply.id}]`);
    if (reply.once) { marks.add(`once_${name(at)}`); text.push(`~ once_${name(at)} = true`); }
    text.push(...effectsOf(reply), `~ said_${name(reply.id)} = true`, `~ said_${name(`${turn.id}/${reply.id}`)} = true`, "~ change()");
    if (reply.hears) text.push(said(reply.hears));
    text.push(...routeOf(reply.stay ? stay : reply.to, turn.to ?? stay));
  }
  return text;
};

// A form is one move: its answers are added up, then changed at once.
const formText = (form) => {
  const text = [`=== ${knot(form.id)} ===`, ...enter(form.id), said(form.title)];
  const steps = form.asks.flatMap((ask) =>
    ask.many ? ask.answers.map((answer) => ({ ask, answers: [answer] })) : [{ ask, answers: ask.answers }]);
  const stitch = (index) => `${knot(form.id)}_${index}`;
  text.push(`-> ${stitch(0)}`);
  steps.forEach(({ ask, answers }, index) => {
    text.push(`=== ${stitch(index)} ===`);
    for (const answer of answers) {
      const when = answer.when ? `{${condition(answer.when)}}` : "";
      text.push(`+ ${when} [${said(answer.text)}#${ask.id}=${answer.id}]`, ...effectsOf(answer),
        `~ said_${name(`${form.id}/${ask.id}/${answer.id}`)} = true`, `-> ${stitch(index + 1)}`);
    }
    if (ask.many) text.push(`+ [Not this one.#-]`, `-> ${stitch(index + 1)}`);
  });
  text.push(`=== ${stitch(steps.length)} ===`, "~ change()", ...routeOf(form.to, [{ to: form.id }]));
  return text;
};

const story = () => {
  const body = [
    ...document.turns.flatMap(turnText), ...(document.forms ?? []).flatMap(formText),
    ...document.endings.flatMap((ending) => [`=== ${knot(ending.id)} ===`, ...linesOf(ending.says), `~ ended = "${ending.id}"`, "-> END"]),
    "=== go(-> target) ===", "~ moves += 1",
    `{ patience <= 0: -> ${knot(document.scenario.hangs_up)} }`,
    "-> interrupts ->", `{ moves >= ${document.scenario.moves}: -> END }`, "-> target",
    "=== interrupts ===",
    ...(document.interrupts ?? []).flatMap((i) => {
      marks.add(`fired_${name(i.id)}`);
      return [`{ not fired_${name(i.id)} && (${condition(i.when)}):`, `~ fired_${name(i.id)} = true`, `->-> ${knot(i.to[0].to)}`, "}"];
    }),
    "->->",
    "=== function change() ===",
    ...MOODS.flatMap((m) => [`~ ${m} = MAX(0, MIN(100, ${m} + d_${m}))`, `~ d_${m} = 0`]),
  ].filter((line) => {
    // Marks nobody asks for are not kept, here as there.
    const kept = /^~ ((?:said|seen|done|promised|kept)_\w+) = true$/.exec(line);
    return !kept || marks.has(kept[1]) || (condition(""), false);
  });
  const variables = [
    ...MOODS.flatMap((m) => [`VAR ${m} = ${document.scenario.mood[m]}`, `VAR d_${m} = 0`]),
    ...SCORES.map((s) => `VAR ${s} = 0`), "VAR moves = 0", "VAR critical = false", 'VAR ended = ""',
    ...Object.entries(document.scenario.vars ?? {}).map(([v, value]) => `VAR v_${v} = ${typeof value === "object" ? value.start ?? value.lo : value}`),
    ...Object.entries(facts).map(([f, value]) => `VAR f_${f} = ${typeof value === "boolean" ? value : JSON.stringify(plainFact(value))}`),
    ...Object.entries(facts).filter(([, value]) => numberOf(value) !== null).map(([f, value]) => `VAR n_${f} = ${numberOf(value)}`),
    ...[...marks].map((m) => `VAR ${m} = false`),
  ];
  return [...variables, `-> ${knot(document.scenario.start)}`, ...body].join("\n");
};

// ---------------------------------------------------------------- the play

// All marks have to be known before the text is final: it is written twice.
story();
const compile = (source) => {
  const said = [];
  try {
    return new Compiler(source, { errorHandler: (words) => said.push(words) }).Compile();
  } catch {
    console.error(said.slice(0, 10).join("\n"));
    process.exit(1);
  }
};
const compiled = compile(story());
compiled.onError = (words) => {
  console.error(words);
  process.exit(1);
};

const playthrough = () => {
  const moves = [];
  compiled.ResetState();
  let form = null;
  let bytes = 0;
  for (;;) {
    while (compiled.canContinue) bytes += compiled.Continue().length;
    const choices = compiled.currentChoices;
    if (!choices.length) break;
    const chosen = choices[Math.floor(Math.random() * choices.length)];
    moves.push(chosen.tags?.[0] ?? "");
    compiled.ChooseChoiceIndex(chosen.index);
  }
  return { moves, bytes, form };
};

// "wrapup:sort=complaint;class=urgent+complaint" out of the answers one by one.
const writtenMoves = (tags) => {
  const form = document.forms?.[0];
  const replies = tags.filter((tag) => tag !== "-" && !tag.includes("="));
  const answers = tags.filter((tag) => tag.includes("="));
  if (!answers.length && !tags.includes("-")) return replies;
  const asked = form.asks.map((ask) => [ask.id, answers.filter((a) => a.startsWith(`${ask.id}=`)).map((a) => a.split("=")[1])]);
  const text = `${form.id}:${asked.filter(([, ids]) => ids.length).map(([id, ids]) => `${id}=${ids.join("+")}`).join(";")}`;
  const at = tags.findIndex((tag) => tag === "-" || tag.includes("="));
  const before = tags.slice(0, at).length;
  return [...replies.slice(0, before), text, ...replies.slice(before)];
};

const agree = () => {
  for (let i = 0; i < AGREE_RUNS; i++) {
    const { moves } = playthrough();
    const state = compiled.variablesState;
    const ours = JSON.parse(run(rapport, ["play", SCENARIO, "--seed", "1", "--set", "1", "--moves", writtenMoves(moves).join(","), "--json"]));
    for (const s of SCORES)
      if (ours.points[s] !== state[s] || (ours.ending ?? "") !== state.ended) {
        console.error(`Not the same call: ${writtenMoves(moves).join(",")}: ${s} ${ours.points[s]} here, ${state[s]} in ink; ${ours.ending} and ${state.ended}`);
        process.exit(1);
      }
  }
};

agree();
const until = (seconds) => {
  const began = process.hrtime.bigint();
  let runs = 0;
  let moves = 0;
  while (Number(process.hrtime.bigint() - began) < seconds * 1e9) {
    moves += playthrough().moves.length;
    runs++;
  }
  return { perSecond: runs / (Number(process.hrtime.bigint() - began) / 1e9), moves: moves / runs };
};
until(1); // warm
const theirs = until(SECONDS);
const ours = JSON.parse(run(benchPlay, []).toString().trim().split("\n").pop());
const ratio = ours.playthroughs_per_s / theirs.perSecond;
console.log(JSON.stringify({
  bench: "play beside inkjs", scenario: SCENARIO, runs_that_agree: AGREE_RUNS,
  playthroughs_per_s: ours.playthroughs_per_s, inkjs_playthroughs_per_s: Math.round(theirs.perSecond),
  moves_per_playthrough: ours.moves_per_playthrough, inkjs_choices_per_playthrough: +theirs.moves.toFixed(1),
  ratio: +ratio.toFixed(1), wanted: WANTED, ok: ratio >= WANTED,
}));
