/** Pick a module of the library, or a break, to put into the running day. */
import { useEffect, useState } from "preact/hooks";
import { Icon } from "../../lib/icons";
import { Act } from "../act";
import { useDesk, useView } from "../desk";
import { NOW } from "../layers";
import { fetchLibrary, type LibraryEntry, matches } from "../library";
import { Refused } from "../region";
import { LayerHead } from "../stage/heading";
import { placeOf } from "../state/agenda";

const BREAK_MINUTES = 10;

export function AddModule({ after }: { after: string | null }) {
  const { say, link, page } = useDesk();
  const view = useView();
  const [library, setLibrary] = useState<LibraryEntry[] | "waiting" | "away">("waiting");
  const [sought, setSought] = useState("");
  useEffect(() => {
    fetchLibrary().then(setLibrary, () => setLibrary("away"));
  }, []);
  const following = after ?? placeOf(link.plan.value, view.step)?.block.id ?? null;
  const title = link.plan.value?.blocks.find(({ id }) => id === following)?.title;
  return (
    <>
      <LayerHead title={say("add_module.title")} {...(title ? { small: say("add_module.where", { title }) } : {})} />
      <label class="seek">
        <span class="hint">{say("add_module.seek")}</span>
        <input type="search" value={sought} onInput={(event) => setSought(event.currentTarget.value)} />
      </label>
      <Refused />
      <ul class="library scroll">
        <BreakEntry after={following} />
        {library === "waiting" && <li class="hint">{say("loading")}</li>}
        {library === "away" && <li class="hint">{say("add_module.away")}</li>}
        {Array.isArray(library) &&
          library
            .filter((entry) => matches(entry, sought, page.language))
            .map((entry) => <Entry key={entry.ref} entry={entry} after={following} />)}
      </ul>
    </>
  );
}

function BreakEntry({ after }: { after: string | null }) {
  const { say, stage } = useDesk();
  return (
    <li>
      <Act
        ask="add_module"
        with={{ ref: "break", minutes: BREAK_MINUTES, after }}
        then={() => (stage.value = NOW)}
        class="library-entry"
      >
        <Icon name="break" />
        <span class="library-title">{say("add_module.break")}</span>
        <span class="hint">{say("minutes", { count: BREAK_MINUTES })}</span>
      </Act>
    </li>
  );
}

function Entry({ entry, after }: { entry: LibraryEntry; after: string | null }) {
  const { say, stage } = useDesk();
  return (
    <li data-discipline={entry.discipline}>
      <Act ask="add_module" with={{ ref: entry.ref, after }} then={() => (stage.value = NOW)} class="library-entry">
        <Icon name={entry.discipline} />
        <span class="library-title">{entry.title}</span>
        <span class="hint">
          {say("minutes", { count: entry.minutes })} · {entry.track}
        </span>
        <span class="library-summary">{entry.summary}</span>
      </Act>
    </li>
  );
}
