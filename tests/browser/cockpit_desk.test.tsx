import assert from "node:assert/strict";
import { test } from "node:test";
import { signal } from "@preact/signals";
import { fetchAhead } from "../../static/facilitator/ahead";
import { putAway } from "../../static/facilitator/escaping";
import { follow } from "../../static/facilitator/following";
import { matches } from "../../static/facilitator/library";
import type { Answered } from "../../static/facilitator/link";
import { seeValues } from "../../static/facilitator/side/see_values";
import { type Asked, deskFor, listening, PLAN, view } from "./cockpit_cast";

test("two taps on Next are one, and Back waits for Next too", async () => {
  const asked: Asked[] = [];
  const answers: ((answered: Answered) => void)[] = [];
  const desk = deskFor(listening(view(), asked, () => new Promise((answer) => answers.push(answer))));

  const first = desk.ask("next_step", { from_step: "b2/helps" }, "bar");
  await desk.ask("next_step", { from_step: "b2/helps" }, "bar");
  await desk.ask("back_step", { from_step: "b2/helps" }, "bar");
  answers[0]?.({ done: true });

  assert.equal(await first, true);
  assert.deepEqual(asked, [{ name: "next_step", payload: { from_step: "b2/helps" } }]);
  assert.equal(desk.busy.value.size, 0);
});

test("a refusal is told where it was tapped and goes with the next tap", async () => {
  const message = "The group has already moved on.";
  const answers: Answered[] = [{ done: false, message }, { done: true }];
  const desk = deskFor(listening(view(), [], async () => answers.shift() as Answered));

  assert.equal(await desk.ask("back_step", { from_step: "b1/in" }, "bar"), false);
  assert.deepEqual(desk.refusal.value, { at: "bar", message });
  await desk.ask("hold", {}, "bar");

  assert.equal(desk.refusal.value, null);
});

test("a tap that the connection swallowed says that nothing was changed", async () => {
  const desk = deskFor(listening(view(), [], async () => ({ done: false, message: "" })));

  await desk.ask("reveal", {}, "side");

  assert.equal(desk.refusal.value?.message, "No connection. Nothing was changed.");
});

test("the code of what the next step asks is fetched once, while the step before it is led", () => {
  const plan = structuredClone(PLAN);
  const asks = (block: number, step: number, kind: string) => {
    const of = plan.blocks[block]?.steps[step];
    if (of) of.activity = { kind, settings: {} };
  };
  asks(0, 0, "check_in");
  asks(1, 1, "word_cloud");
  const shown = signal(view({ phase: "gathering", step: null }));
  const fetched: string[] = [];
  const desk = deskFor({ ...listening(view()), view: shown, plan: signal(plan) });
  const stop = fetchAhead(desk, async (kind) => fetched.push(kind));

  assert.deepEqual(fetched, ["check_in"]);
  shown.value = view({ step: "b1/in" });
  assert.deepEqual(fetched, ["check_in"]);
  shown.value = view({ step: "b2/wave" });
  shown.value = view({ step: "b2/wave", beat: 1 });
  assert.deepEqual(fetched, ["check_in", "word_cloud"]);
  shown.value = view({ step: "b3/out" });
  assert.deepEqual(fetched, ["check_in", "word_cloud"]);
  stop();
});

test("a preview gives way when the group moves; jottings stay", () => {
  const shown = signal(view());
  const desk = deskFor({ ...listening(view()), view: shown });
  const stop = follow(desk);

  desk.stage.value = { show: "step", step: "b3/out" };
  shown.value = view({ step: "b3/out" });
  assert.equal(desk.stage.value.show, "now");

  desk.stage.value = { show: "jottings" };
  shown.value = view({ step: "b2/helps" });
  assert.equal(desk.stage.value.show, "jottings");
  stop();
});

test("Escape puts away one thing at a time, the topmost first", () => {
  const desk = deskFor(listening(view()));
  desk.stage.value = { show: "join" };
  desk.side.value = { show: "words" };

  putAway(desk);
  assert.deepEqual([desk.side.value.show, desk.stage.value.show], ["group", "join"]);
  putAway(desk);
  assert.equal(desk.stage.value.show, "now");
  assert.equal(putAway(desk), false);
});

test("a seat's values are found whether they come before or after the acknowledgement", async () => {
  for (const early of [true, false]) {
    // What was seen a while ago must not pass for what the seat says now.
    const values = signal<never | null>({ seat: "s-Ana", name: "Ana", values: ["old"], compared: [] } as never);
    const told = { seat: "s-Ana", name: "Ana", values: [], compared: [] } as never;
    const tell = () => {
      values.value = told;
    };
    const link = listening(view(), [], async () => {
      if (early) tell();
      else setTimeout(tell);
      return { done: true };
    });

    assert.equal(await seeValues(deskFor({ ...link, values }), "s-Ana", "side"), told);
  }
});

test("the library is searched by any word, whatever its accents", () => {
  const entry = {
    ref: "a/b",
    title: "Canción de hoy",
    track: "For families",
    discipline: "music" as const,
    minutes: 45,
    summary: "A song.",
    language: [],
  };

  assert.equal(matches(entry, "cancion SONG", "en"), true);
  assert.equal(matches(entry, "song families", "en"), true);
  assert.equal(matches(entry, "bridge", "en"), false);
  assert.equal(matches(entry, " ", "en"), true);
});
