/**
 * Around a private form: its writer may keep it on their own phone until next time, and finds it there again.
 * It stays shut until it is opened: the phone may have been lent.
 */
import { useSignal } from "@preact/signals";
import type { ComponentChild } from "preact";
import { useEffect } from "preact/hooks";
import type { Json } from "../kind";
import { dayOf, type Kept, shelf as ours, type Shelf } from "../shelf";
import { words } from "../words";
import strings from "./keeping.strings.json";

export type SetDraft = (draft: Json | null) => void;

interface Props {
  /** The kind, under which it lies on the shelf. */
  name: string;
  title: string;
  draft: Json | null;
  setDraft: SetDraft;
  language: string;
  /** Draws the form, with a `setDraft` that keeps what is changed. */
  children(setDraft: SetDraft): ComponentChild;
  shelf?: Shelf;
}

export function Keeping({ name, title, draft, setDraft, language, children, shelf = ours }: Props) {
  useEffect(() => void shelf.look(), [shelf]);
  const kept = shelf.kept.value[name];
  const open = shelf.isOpen(name);
  const write: SetDraft = (next) => {
    setDraft(next);
    if (open) void (next ? shelf.keep(name, next, title) : shelf.drop(name));
  };
  if (!shelf.mayKeep) return <>{children(setDraft)}</>;
  return (
    <>
      {kept && !open && (
        <Before
          kept={kept}
          replaces={draft !== null}
          open={() => setDraft(shelf.takeUp(name))}
          drop={() => void shelf.drop(name)}
          language={language}
        />
      )}
      {children(write)}
      <KeepOrNot
        keeps={Boolean(kept && open)}
        keep={draft ? () => void shelf.keep(name, draft, title) : null}
        drop={() => void shelf.drop(name)}
        language={language}
      />
    </>
  );
}

interface BeforeProps {
  kept: Kept;
  replaces: boolean;
  open(): void;
  drop(): void;
  language: string;
}

function Before({ kept, replaces, open, drop, language }: BeforeProps) {
  const say = words(strings, language);
  return (
    <section class="card keeping" aria-label={kept.title}>
      <p>{say("before", { day: dayOf(kept.at, language) })}</p>
      <div class="two">
        <button type="button" class="primary" onClick={open}>
          {say(replaces ? "instead" : "open")}
        </button>
        <Drop drop={drop} language={language} />
      </div>
    </section>
  );
}

interface KeepProps {
  keeps: boolean;
  keep: (() => void) | null;
  drop(): void;
  language: string;
}

function KeepOrNot({ keeps, keep, drop, language }: KeepProps) {
  const say = words(strings, language);
  return (
    <div class="keeping">
      <p role="status">{keeps && say("kept")}</p>
      {keeps && <Drop drop={drop} language={language} />}
      {!keeps && keep && (
        <>
          <button type="button" onClick={keep}>
            {say("keep")}
          </button>
          <p class="hint">{say("keep.why")}</p>
        </>
      )}
    </div>
  );
}

/** It asks once: a tap in passing must not take a plan away. */
export function Drop({ drop, language }: { drop(): void; language: string }) {
  const say = words(strings, language);
  const sure = useSignal(false);
  const tap = () => {
    if (sure.value) drop();
    sure.value = !sure.value;
  };
  return (
    <button type="button" onClick={tap}>
      {say(sure.value ? "sure" : "drop")}
    </button>
  );
}
