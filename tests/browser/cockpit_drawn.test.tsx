import assert from "node:assert/strict";
import { test } from "node:test";
import { signal } from "@preact/signals";
import type { Side, Stage } from "../../static/facilitator/layers";
import en from "../../static/strings/facilitator.en.json";
import es from "../../static/strings/facilitator.es.json";
import { button, draw, NOW, PLAN, run, seat, written } from "./cockpit_cast";

test("Next says where it goes", () => {
  assert.match(button(draw(), "Next"), /One thing/);
});

test("after the last step Next stands still", () => {
  assert.match(button(draw({ shown: { step: "b3/out" } }), "Next"), /aria-disabled="true"/);
});

test("before the first step the largest button begins", () => {
  const html = draw({ shown: { phase: "gathering", step: null } });

  assert.match(button(html, "Begin"), /bar-next/);
  assert.match(html, /Check the room/);
});

test("without a connection one quiet line says so and nothing can be moved", () => {
  const html = draw({ link: { online: signal(false) } });

  assert.match(html, /No connection\. The wall stays as it is\./);
  for (const words of ["Next", "Back", "Phones down", "Cover"])
    assert.match(button(html, words), /aria-disabled="true"/);
});

test("where there is nothing to read for the group, no empty frame says so", () => {
  const plan = structuredClone(PLAN);
  const step = plan.blocks[1]?.steps[1];
  assert.ok(step);
  step.activity = { kind: "breathing", settings: { minutes: 2 } };
  assert.doesNotMatch(draw({ link: { plan: signal(plan) } }), /The group sees/);

  step.activity = { kind: "breathing", settings: { minutes: 2, note: "Feet on the floor." } };
  assert.match(draw({ link: { plan: signal(plan) } }), /The group sees.*Feet on the floor\./s);
});

test("held, the tablet says only what was stopped and how to go on", () => {
  const html = draw({ shown: { held: true, timer: { started_at: NOW, ends_at: NOW + 60_000, held_at: NOW } } });

  assert.match(html, /The timer has stopped at 1:00/);
  assert.match(button(html, "Roll call"), /button/);
  assert.doesNotMatch(html, /Notes for What helps/);
});

test("words whose writer did not agree cannot be shown", () => {
  const shown = { waiting: [written("Mine alone", { name: "Ben", may_show: false })] };
  const html = draw({ shown });

  assert.match(html, /Not for the room/);
  assert.doesNotMatch(html, />Show</);
  assert.match(draw({ shown: { waiting: [written("Ours")] } }), />Show</);
});

test("a waiting card with the name of somebody here says whose, so that a copy can leave it out", () => {
  assert.match(draw({ shown: { waiting: [written("Thank you, Ben")] } }), /Names someone here: Ben\./);
  assert.doesNotMatch(draw({ shown: { waiting: [written("Thank you all")] } }), /Names someone here/);
});

test("one response waits in front and the tray can be revealed", () => {
  const html = draw({ shown: { waiting: [written("one"), written("two"), written("three", { where: "tray" })] } });

  assert.match(html, /<blockquote[^>]*>one</);
  assert.doesNotMatch(html, /<blockquote[^>]*>two</);
  assert.match(button(html, "Reveal"), /aria-disabled="false"/);
});

test("the roster shows who asked for time and no value", () => {
  const html = draw({ shown: { roster: [seat("Ana", { asks: ["group_time"] }), seat("Ben")] } });

  assert.match(html, /group time/);
  assert.match(draw({ side: { show: "seat", seat: "s-Ana" } }), /See what Ana answered/);
});

test("a roster never marks who answered an anonymous run", () => {
  const anonymous = draw({ shown: { runs: [run()], roster: [seat("Ana")] } });
  const named = draw({
    shown: { runs: [run({}, { promise: "named" })], roster: [seat("Ana", { answered: { r1: true } })] },
  });

  assert.doesNotMatch(anonymous, /has answered</);
  assert.match(named, /has answered</);
});

test("a call unseen for a minute takes the stage", () => {
  const call = { call: "c", seat: "s-Ana", name: "Ana", at: NOW - 120_000, seen: false, seen_by: null, grown: true };
  const html = draw({ shown: { calls: [call] } });

  assert.match(html, /class="grown" role="alert"/);
  assert.match(html, /asked for staff 2 min ago/);
  assert.match(html, /<main[^>]* inert/);
  assert.doesNotMatch(draw({ shown: { calls: [{ ...call, grown: false }] } }), /class="grown"/);
});

test("nobody answering offers three ways on, and closing ten seconds to think again", () => {
  const silent = draw({ shown: { runs: [run({ nobody_yet: true })] } });
  for (const words of ["More time", "Ask aloud", "Move on"]) assert.match(button(silent, words), /button/);

  const closing = draw({ shown: { runs: [run({ can_reopen: true }, { phase: "closing", closes_at: NOW + 8000 })] } });
  assert.match(closing, /Closes for good in 8 s/);
  assert.match(button(closing, "Undo close"), /aria-disabled="false"/);
});

test("undo names what it takes back", () => {
  assert.match(draw({ shown: { undo: { tap: "t", label: "phones" } } }), /Undo “phones”/);
});

test("nothing in the bottom bar ends anything", () => {
  const bar = draw().match(/<footer.*<\/footer>/s)?.[0] ?? "";

  assert.match(bar, /Hold/);
  assert.doesNotMatch(bar, /End/);
});

test("every word that the cockpit says is in the catalogue", () => {
  const missing = new Set<string>();
  const say = (key: string) => {
    if (!(key in en)) missing.add(key);
    return key;
  };
  const stages: Stage[] = [
    ...(["now", "answers", "join", "walls", "jottings", "roll_call", "end"] as const).map((show) => ({ show })),
    { show: "step", step: "b3/out" },
    { show: "block", block: "b3" },
    { show: "concern", response: "x" },
    { show: "add_module", after: null },
  ];
  const sides: Side[] = [
    { show: "words" },
    { show: "seat", seat: "s-Ana" },
    { show: "enter", seat: "s-Ana", run: "r1" },
    { show: "add_seat" },
  ];
  const roster = [
    seat("Ana", { asks: ["group_time", "staff_time", "two_minutes"] }),
    seat("Mallory", { admission: "knocking" }),
  ];
  const phases = ["open", "last_call", "closing", "closed"] as const;
  for (const stage of stages) draw({ stage, say });
  for (const side of sides) draw({ side, say, shown: { runs: [run({}, { promise: "named" })], roster } });
  for (const phase of phases) draw({ say, shown: { runs: [run({ tally: {}, on_wall: true }, { phase })], roster } });
  for (const phase of ["gathering", "ending", "ended"] as const) draw({ say, shown: { phase } });
  draw({ say, shown: { cannot_open: "too_few_seats", covered: true, held: true, two_minutes: "q", locked: true } });

  assert.deepEqual(
    [...missing].filter((key) => !key.startsWith("undo.")),
    [],
  );
});

test("both languages say the same things", () => {
  const places = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort().join();
  const spanish: Record<string, string> = es;
  const differing = Object.entries(en).filter(
    ([key, text]) => !(key in es) || places(text) !== places(spanish[key] ?? ""),
  );

  assert.deepEqual(
    differing.map(([key]) => key),
    [],
  );
  assert.deepEqual(Object.keys(es), Object.keys(en));
});

test("no screen says a word that blames or labels", () => {
  const blaming = /\b(invalid|failed|forbidden|user|addict|clean)\b|inválid|prohibid|usuari|adict/i;

  assert.deepEqual(
    [...Object.values(en), ...Object.values(es)].filter((text) => blaming.test(text)),
    [],
  );
});
