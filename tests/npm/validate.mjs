// Validates each *.document.json of a folder against its schema.json, and
// shows that the schema can refuse: each document is broken in several ways.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import Ajv2020 from "ajv/dist/2020.js";

const folder = process.argv[2];
const read = (name) => JSON.parse(readFileSync(join(folder, name), "utf8"));
const validate = new Ajv2020({ allErrors: true, strict: false }).compile(read("schema.json"));

const breaks = {
  "an unknown key": (d) => { d.turns[0].sayss = []; },
  "no turns": (d) => { delete d.turns; },
  "points beyond nine": (d) => { d.turns[0].replies[0].listening = 10; },
  "a fraction": (d) => { d.scenario.mood.calm = 20.5; },
  "an id with a blank": (d) => { d.turns[0].id = "a b"; },
  "an unknown channel": (d) => { d.scenario.channel = "pigeon"; },
};

let passed = 0;
let failed = 0;
const expect = (condition, claim) => {
  if (condition) { passed += 1; return; }
  failed += 1;
  console.error(`not so: ${claim}`);
};

for (const name of readdirSync(folder).filter((n) => n.endsWith(".document.json"))) {
  expect(validate(read(name)), `the schema accepts ${name}: ${JSON.stringify(validate.errors?.slice(0, 3))}`);
  for (const [what, damage] of Object.entries(breaks)) {
    const document = read(name);
    damage(document);
    expect(!validate(document), `the schema refuses ${name} with ${what}`);
  }
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 && passed > 0 ? 0 : 1);
