import assert from "node:assert/strict";
import { test } from "node:test";
import { renderToString } from "preact-render-to-string";
import { Keeping } from "../../static/lib/faces/keeping";
import type { Json } from "../../static/lib/kind";
import { Shelf } from "../../static/lib/shelf";
import { device, settled } from "./cast";

const PLAN = { call: "My sister" };
const TITLE = "My plan for hard days";

async function shelfOn(here = device(), mayKeep = true, page = new EventTarget()) {
  const shelf = new Shelf(mayKeep, here, () => 1_800_000_000_000, page);
  await shelf.look();
  return shelf;
}

function drawn(shelf: Shelf, draft: Json | null, language = "en"): string {
  return renderToString(
    <Keeping
      name="relapse_plan"
      title={TITLE}
      draft={draft}
      setDraft={() => undefined}
      language={language}
      shelf={shelf}
    >
      {() => <p>the form</p>}
    </Keeping>,
  );
}

test("what was kept is there when the page is opened again, and gone when it was taken off", async () => {
  const here = device();
  await (await shelfOn(here)).keep("relapse_plan", PLAN, TITLE);
  const later = await shelfOn(here);
  assert.deepEqual(later.kept.value.relapse_plan?.answer, PLAN);

  await later.drop("relapse_plan");
  assert.deepEqual((await shelfOn(here)).kept.value, {});
  assert.equal(here.kept.size, 0);
});

test("two plans lie side by side, and taking one off leaves the other", async () => {
  const here = device();
  const shelf = await shelfOn(here);
  await shelf.keep("relapse_plan", PLAN, TITLE);
  await shelf.keep("coping_card", { sign: "Jaw" }, "My card");
  await shelf.drop("relapse_plan");

  assert.deepEqual(Object.keys((await shelfOn(here)).kept.value), ["coping_card"]);
});

test("a tablet that is passed round keeps nothing and shows nothing that was kept", async () => {
  const here = device();
  await (await shelfOn(here)).keep("relapse_plan", PLAN, TITLE);
  const passedRound = await shelfOn(here, false);
  await passedRound.keep("coping_card", PLAN, TITLE);

  assert.equal(drawn(passedRound, PLAN), "<p>the form</p>");
  assert.deepEqual(Object.keys((await shelfOn(here)).kept.value), ["relapse_plan"]);
});

test("nothing is kept until its writer says so, and an empty form is not offered to be kept", async () => {
  const here = device();
  const shelf = await shelfOn(here);

  assert.match(drawn(shelf, PLAN), /Keep it on this phone until next time/);
  assert.doesNotMatch(drawn(shelf, null), /Keep it on this phone/);
  await settled();
  assert.equal(here.kept.size, 0);
});

test("what was kept stays shut until it is opened", async () => {
  const here = device();
  await (await shelfOn(here)).keep("relapse_plan", PLAN, TITLE);
  const later = await shelfOn(here);

  assert.match(drawn(later, null), /You kept this on this phone on January 15/);
  assert.match(drawn(later, null, "es"), /el 15 de enero/);
  assert.match(drawn(later, { call: "New" }), /What is written here now goes away/);
  assert.doesNotMatch(drawn(later, null), /sister/);
  assert.deepEqual(later.takeUp("relapse_plan"), PLAN);
  assert.match(drawn(later, PLAN), /Changes are kept too/);
});

test("two kinds of one page, each with a shelf of its own, do not take what the other put there", async () => {
  const [here, page] = [device(), new EventTarget()];
  const [plans, cards] = [await shelfOn(here, true, page), await shelfOn(here, true, page)];
  await plans.keep("relapse_plan", PLAN, TITLE);
  await cards.keep("coping_card", { sign: "Jaw" }, "My card");
  await plans.keep("relapse_plan", { call: "My brother" }, TITLE);

  assert.deepEqual(Object.keys((await shelfOn(here)).kept.value).sort(), ["coping_card", "relapse_plan"]);
});

test("what was taken off in one place is not kept again by a change in another", async () => {
  const [here, page] = [device(), new EventTarget()];
  const [form, list] = [await shelfOn(here, true, page), await shelfOn(here, true, page)];
  await form.keep("relapse_plan", PLAN, TITLE);
  await settled();
  await list.drop("relapse_plan");
  await settled();

  assert.equal(form.isOpen("relapse_plan"), false);
  assert.doesNotMatch(drawn(form, PLAN), /Changes are kept too/);
});
