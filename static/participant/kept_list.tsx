/** What is kept on this phone from one group to the next, and a way to take each off it. Nothing where nothing is kept. */
import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { dayOf, shelf } from "../lib/shelf";
import { language } from "./language";
import { sayLater as say } from "./later_words";

export function KeptList() {
  const told = useSignal("");
  useEffect(() => void shelf.look(), []);
  const kept = Object.entries(shelf.kept.value);
  if (!kept.length) return <p role="status">{told}</p>;
  return (
    <section class="group" aria-labelledby="kept">
      <h2 id="kept">{say("kept")}</h2>
      {kept.map(([name, { title, at }]) => (
        <>
          <p>{say("kept.on", { title, day: dayOf(at, language.value) })}</p>
          <button
            type="button"
            onClick={() => {
              told.value = say("kept.gone");
              void shelf.drop(name);
            }}
          >
            {say("kept.drop", { title })}
          </button>
        </>
      ))}
      <p class="hint">{say("kept.hide")}</p>
      <p role="status">{told}</p>
    </section>
  );
}
