/**
 * A small step that stays on its writer's own phone until next time: kept by their own tick, and shown back when they ask
 * for it. It stays shut until then, because the phone may have been lent. Nothing of this is sent anywhere.
 */
import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import type { Json } from "../kind";
import { dayOf, type Kept, shelf as ours, type Shelf } from "../shelf";
import { words } from "../words";
import { Drop } from "./keeping";
import strings from "./kept_step.strings.json";

/** Under this name it lies on the shelf. */
const STEP = "goal";

/** What is kept of an answer: the step, its place in the week, and what then. */
export interface Step {
  step?: string;
  when?: string;
  way?: string;
}

interface LastProps {
  language: string;
  /** Puts it into today's answer, where there is one to put it into. */
  again?(step: Step): void;
  shelf?: Shelf;
}

/** The step that was kept before, for as long as its writer keeps one: today's may have taken its place already. */
export function LastStep({ language, again, shelf = ours }: LastProps) {
  const say = words(strings, language);
  useEffect(() => void shelf.look(), [shelf]);
  const shown = useSignal(false);
  const before = useRef<Kept | null>(null);
  const kept = shelf.kept.value[STEP];
  const replaced = shelf.isOpen(STEP);
  if (!kept) before.current = null;
  else if (!replaced) before.current = kept;
  if (!before.current) return null;
  const { answer, at } = before.current;
  const day = dayOf(at, language);
  return (
    <section class="card group keeping" aria-label={say("last")}>
      {shown.value ? <Told day={day} step={answer as Step} language={language} /> : <p>{say("there", { day })}</p>}
      <div class="two">
        {!shown.value && (
          <button type="button" class="primary" onClick={() => (shown.value = true)}>
            {say("show")}
          </button>
        )}
        {shown.value && again && !replaced && (
          <button type="button" onClick={() => again(stepIn(answer) ?? {})}>
            {say("again")}
          </button>
        )}
        {!replaced && <Drop drop={() => void shelf.drop(STEP)} language={language} />}
      </div>
    </section>
  );
}

function Told({ day, step: { step, when }, language }: { day: string; step: Step; language: string }) {
  const say = words(strings, language);
  return (
    <div class="group" role="status">
      <p>{say("wrote", { day })}</p>
      <blockquote>
        <p>
          <strong>{step}</strong>
        </p>
        {when && <p>{when}</p>}
      </blockquote>
      <p class="hint">{say("tell")}</p>
    </div>
  );
}

/** The tick. While it is set, what is kept follows what is written. */
export function KeepStep({ draft, title, language, shelf = ours }: KeepProps) {
  const say = words(strings, language);
  const step = stepIn(draft);
  const kept = shelf.isOpen(STEP);
  if (!shelf.mayKeep || !step) return null;
  return (
    <div class="tick">
      <input
        id="keep-step"
        type="checkbox"
        checked={kept}
        aria-describedby="keep-step-hint"
        onChange={({ currentTarget: { checked } }) => void (checked ? shelf.keep(STEP, step, title) : shelf.drop(STEP))}
      />
      <label for="keep-step">{say("keep")}</label>
      <p id="keep-step-hint" class="hint">
        {say("keep.why")}
      </p>
    </div>
  );
}

interface KeepProps {
  draft: Json | null;
  title: string;
  language: string;
  shelf?: Shelf;
}

/** Takes what was just written to the shelf if its writer keeps it; a step that is emptied is kept no longer. */
export function follow(draft: Json | null, title: string, shelf = ours): void {
  if (!shelf.isOpen(STEP)) return;
  const step = stepIn(draft);
  void (step ? shelf.keep(STEP, step, title) : shelf.drop(STEP));
}

/** A draft that came back after a reload is what its writer kept: the tick is still theirs. */
export async function recognise(draft: Json | null, shelf = ours): Promise<void> {
  await shelf.look();
  const kept = shelf.kept.value[STEP]?.answer;
  if (kept && JSON.stringify(kept) === JSON.stringify(stepIn(draft))) shelf.takeUp(STEP);
}

function stepIn(draft: Json | null): (Step & Json) | null {
  const { step, when, way } = (draft ?? {}) as Step;
  if (!step?.trim()) return null;
  return { step, ...(when && { when }), ...(way && { way }) };
}
