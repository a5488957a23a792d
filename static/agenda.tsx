/** Takes over the plain form of a plan: the same changes without loading the page, saved as they are made. */
import { render } from "preact";
import { makeDesk } from "./agenda/desk";
import { Editor } from "./agenda/editor";
import type { Card, Plan, Row } from "./agenda/plan";
import { type Answer, Saving } from "./agenda/saving";
import { words } from "./lib/words";
import en from "./strings/staff.en.json";

type Page = { id: string; name: string; changed_at: number; blocks: Row[]; library: Card[] };

const page = JSON.parse(document.getElementById("page")?.textContent ?? "{}") as Page;
const plan: Plan = { name: page.name, blocks: page.blocks };
const saving = new Saving(page.changed_at, put);
const place = document.getElementById("agenda");

if (place) {
  place.replaceChildren();
  render(<Editor desk={makeDesk(plan, page.library, saving, words({ en }, "en"))} />, place);
}
for (const form of document.querySelectorAll<HTMLFormElement>("form[data-after-saving]")) waitForSaving(form);
window.addEventListener("beforeunload", (event) => {
  if (saving.standing.value !== "saved") event.preventDefault();
});

async function put(body: object): Promise<Answer> {
  const answer = await fetch(`/staff/agendas/${page.id}.json`, {
    method: "PUT",
    headers: { "Content-Type": "application/json", Accept: "application/json" },
    body: JSON.stringify(body),
  });
  const told = (await answer.json()) as { changed_at: number; message: string };
  return answer.ok ? { ok: true, changed_at: told.changed_at } : { ok: false, message: told.message };
}

/** *Start* begins with the plan as it stands on the page, not with the one saved a moment ago. */
function waitForSaving(form: HTMLFormElement): void {
  form.addEventListener("submit", (event) => {
    if (saving.standing.value === "saved") return;
    event.preventDefault();
    void saving.now().then((saved) => saved && form.submit());
  });
}
