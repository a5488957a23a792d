import assert from "node:assert/strict";
import { test } from "node:test";
import { readIn } from "../../static/facilitator/state/activity";
import { placeOf } from "../../static/facilitator/state/agenda";
import { leftToday, paceOf, timeForCheckOut } from "../../static/facilitator/state/pace";
import {
  answeredCount,
  grouped,
  headCount,
  initials,
  inTheRound,
  presenceOf,
  toConfirm,
} from "../../static/facilitator/state/roster";
import { mayShow, runsOf } from "../../static/facilitator/state/runs";
import { sortedCalls } from "../../static/facilitator/state/support";
import { clockText, readTimer, secondsUntil } from "../../static/facilitator/state/timer";
import { stillTelling, wallState } from "../../static/facilitator/state/wall";
import { namesIn, sorted } from "../../static/facilitator/state/words";
import { NOW, PLAN, run, seat, view, written } from "./cockpit_cast";

test("a minute late is on time, a few are amber, many are red", () => {
  const tones = [1, 2, 5, 6].map((behind) => paceOf({ behind, left_today: 60 })?.tone);

  assert.deepEqual(tones, ["quiet", "amber", "amber", "red"]);
});

test("being ahead is told and never alarms", () => {
  assert.deepEqual(paceOf({ behind: -8, left_today: 60 }), { tone: "quiet", key: "pace.ahead", minutes: 8 });
});

test("the check-out is offered when the day hardly has time for it, and not once the group is in it", () => {
  const pace = { behind: 9, left_today: 12 };

  assert.equal(timeForCheckOut(pace, 10, false), true);
  assert.equal(timeForCheckOut(pace, 10, true), false);
  assert.equal(timeForCheckOut({ ...pace, left_today: 13 }, 10, false), false);
});

test("what is left of the day is told in hours from an hour on", () => {
  assert.equal(leftToday({ behind: 0, left_today: 59 })?.key, "pace.left_minutes");
  assert.deepEqual(leftToday({ behind: 0, left_today: 95 }), { key: "pace.left_hours", hours: 1, minutes: 35 });
});

test("a timer counts down, then on; held, it stands still", () => {
  const timer = { started_at: NOW, ends_at: NOW + 60_000, held_at: null };

  assert.equal(clockText(readTimer(timer, NOW + 15_000).seconds), "0:45");
  assert.equal(readTimer(timer, NOW + 15_000).share, 0.75);
  assert.equal(readTimer(timer, NOW + 75_000).over, true);
  assert.equal(readTimer({ ...timer, held_at: NOW + 15_000 }, NOW + 75_000).seconds, 45);
  assert.equal(secondsUntil(NOW - 1, NOW), 0);
});

test("a step knows its neighbours across modules", () => {
  const place = placeOf(PLAN, "b2/helps");

  assert.deepEqual([place?.number, place?.of], [2, 2]);
  assert.deepEqual([place?.previous?.id, place?.next?.id], ["b2/wave", "b3/out"]);
  assert.equal(placeOf(PLAN, "b3/out")?.next, null);
  assert.equal(placeOf(PLAN, null), null);
});

test("what staff confirmed counts more than what a phone suggests", () => {
  assert.equal(presenceOf(seat("Ana", { phone: "gone", minutes: "away" })), "away");
  assert.equal(presenceOf(seat("Ana", { phone: "gone" })), "phone_gone");
  assert.equal(presenceOf(seat("Ana", { minutes: "unconfirmed" })), "unconfirmed");
});

test("one tap confirms those whose phones are here, and nobody else", () => {
  const roster = [
    seat("Ana", { minutes: "unconfirmed" }),
    seat("Ben", { minutes: "unconfirmed", phone: "gone" }),
    seat("Chris"),
    seat("Mallory", { minutes: "unconfirmed", admission: "knocking" }),
  ];

  assert.deepEqual(
    toConfirm(roster).map(({ name }) => name),
    ["Ana"],
  );
});

test("words for staff alone do not stand in the way of words for the room", () => {
  const { next, waiting } = sorted([written("mine", { may_show: false }), written("ours")]);

  assert.equal(next?.text, "ours");
  assert.equal(waiting.length, 2);
});

test("words of the present question come before those of an earlier one", () => {
  const waiting = [written("earlier", { run: "r0" }), written("not for the room", { may_show: false }), written("now")];

  assert.deepEqual(
    sorted(waiting, "r1").waiting.map(({ text }) => text),
    ["now", "not for the room", "earlier"],
  );
});

test("those at the door are not among the group", () => {
  const { knocking, seats } = grouped([seat("Ben", { admission: "knocking" }), seat("Dee"), seat("Ana")]);

  assert.deepEqual(
    [knocking, seats].map((some) => some.map(({ name }) => name)),
    [["Ben"], ["Ana", "Dee"]],
  );
});

test("here are those whom staff confirmed, and those whose phone is here until staff do", () => {
  const roster = [
    seat("Ana"),
    seat("Ben", { minutes: "away" }),
    seat("Chris", { minutes: "unconfirmed", phone: "gone" }),
    seat("Dee", { minutes: "unconfirmed" }),
    seat("Eli", { phone: "none" }),
  ];

  assert.deepEqual(headCount(roster), { here: 3, withoutPhone: 1 });
});

test("who answered is counted for a named run only", () => {
  const named = [seat("Ana", { answered: { r1: true } }), seat("Ben", { answered: { r1: false } })];

  assert.deepEqual(answeredCount(named, "r1"), { answered: 1, of: 2 });
  assert.equal(answeredCount([seat("Ana"), seat("Ben")], "r1"), null);
});

test("initials are as short as they can be and never the same for two names", () => {
  const short = initials(["Ana", "Andy", "Ben", "Chris D"]);

  assert.equal(short.get("Ben"), "Be");
  assert.equal(short.get("Chris D"), "CD");
  assert.notEqual(short.get("Ana"), short.get("Andy"));
});

test("the present run is the one of the present step; others stay in sight while they want something", () => {
  const here = run();
  const closing = run({}, { run: "r0", step: "b2/wave", phase: "closing" });
  const over = run({}, { run: "r9", step: "b1/in", phase: "closed" });

  const { present, others } = runsOf(view({ runs: [here, closing, over] }));

  assert.equal(present, here);
  assert.deepEqual(others, [closing]);
});

test("only a closed run with enough answers can be shown", () => {
  assert.equal(mayShow(run()), false);
  assert.equal(mayShow(run({}, { phase: "closed" })), true);
  assert.equal(mayShow(run({ too_few: true }, { phase: "closed" })), false);
  assert.equal(mayShow(run({ for_staff: true }, { phase: "closed" })), false);
  assert.equal(mayShow(run({}, { phase: "closed", promise: "private" })), false);
});

test("the oldest call nobody has seen comes first", () => {
  const call = { seat: "s", seen: false, seen_by: null, grown: false };
  const calls = [
    { ...call, call: "c2", name: "Ben", at: 2 },
    { ...call, call: "c1", name: "Ana", at: 1, grown: true },
    { ...call, call: "c0", name: "Dee", at: 0, seen: true },
  ];

  const { unseen, seen, grown } = sortedCalls(calls);

  assert.deepEqual([unseen[0]?.name, seen[0]?.name, grown?.name], ["Ana", "Dee", "Ana"]);
});

test("a wall is only called covered once it said so itself", () => {
  const shows = { covered: false, held: false, step: { id: "b2/helps" } } as never;
  const wall = { wall: "w", connected: true, confirmed_version: 1, confirmed_at: NOW, shows };
  const told = view({ covered: true, walls: [wall] });

  assert.equal(wallState(told), "shows");
  assert.equal(stillTelling(told), true);
  assert.equal(wallState(view({ walls: [{ ...wall, connected: false }] })), "away");
});

test("a wall that is covered or held has said so, though it shows no step", () => {
  const still = (what: object) => ({ covered: false, held: false, step: null, ...what }) as never;
  const wall = (shows: never) => ({ wall: "w", connected: true, confirmed_version: 1, confirmed_at: NOW, shows });

  for (const what of [{ covered: true }, { held: true }]) {
    assert.equal(stillTelling(view({ ...what, walls: [wall(still(what))] })), false);
  }
  assert.equal(stillTelling(view({ walls: [wall(still({}))] })), true);
});

test("a card that names someone here says so before it is shown, and parts of words are no names", () => {
  const roster = [seat("Ana"), seat("Ben"), seat("José")];

  assert.deepEqual(namesIn("ben, you stayed. So did JOSÉ.", roster), ["Ben", "José"]);
  assert.deepEqual(namesIn("A banana, a bench, a Banana.", roster), []);
  assert.deepEqual(namesIn("Call (me", [seat("(me")]), ["(me"]);
});

test("in a round those in the room count, and nobody is behind before somebody was marked", () => {
  const quiet = inTheRound([seat("Ana"), seat("Ben")]);
  const begun = inTheRound([
    seat("Dee", { heard: false, here: false }),
    seat("Ben", { heard: false }),
    seat("Ana", { heard: true }),
  ]);

  assert.deepEqual([quiet.begun, quiet.left], [false, 2]);
  assert.deepEqual([begun.begun, begun.left, begun.seats.map(({ name }) => name)], [true, 1, ["Ana", "Ben"]]);
});

test("what people read of an activity is its question, what twos talk about, or one question after another", () => {
  assert.deepEqual(readIn({ settings: { question: "How strong?", note: "Slowly." } }), ["How strong?"]);
  assert.deepEqual(readIn({ settings: { prompt: "What helped?", minutes: 5 } }), ["What helped?"]);
  assert.deepEqual(readIn({ settings: { questions: [{ ask: "It rises?" }, { ask: "It stays?" }] } }), [
    "It rises?",
    "It stays?",
  ]);
  assert.deepEqual(readIn({ settings: { style: "box", minutes: 2 } }), []);
});
