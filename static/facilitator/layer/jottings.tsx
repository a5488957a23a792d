/** The therapist's own notes beside the session. They are kept as they are typed, and go into no export. */
import { useEffect, useRef, useState } from "preact/hooks";
import { useDesk } from "../desk";
import { Refused } from "../region";
import { LayerHead } from "../stage/heading";

const PAUSE = 800;

export function Jottings() {
  const { say, link, ask, jotted } = useDesk();
  const text = jotted.value ?? link.jotting.value?.text ?? "";
  const [saved, setSaved] = useState(true);
  const latest = useRef(text);
  latest.current = text;

  useEffect(() => {
    if (saved) return;
    const keeping = setTimeout(async () => {
      const done = await ask("keep_jotting", { text }, "stage");
      if (done && latest.current === text) setSaved(true);
    }, PAUSE);
    return () => clearTimeout(keeping);
  }, [text, saved, ask]);

  // Leaving within the pause must not lose the last words.
  const leaving = useRef(() => {});
  leaving.current = () => !saved && ask("keep_jotting", { text }, "stage");
  useEffect(() => () => leaving.current(), []);

  const write = (value: string) => {
    jotted.value = value;
    setSaved(false);
  };
  return (
    <>
      <LayerHead title={say("jottings.title")} />
      <label class="jottings">
        <span class="hint">{say("jottings.how")}</span>
        <textarea value={text} onInput={(event) => write(event.currentTarget.value)} />
      </label>
      <Refused />
      <p class="hint jottings-kept" role="status">
        {say(saved ? "jottings.kept" : link.online.value ? "jottings.keeping" : "jottings.not_kept")}
      </p>
    </>
  );
}
