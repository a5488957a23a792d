/** The whole phone page: what stays (top, foot) and the one screen between them. */
import { useEffect, useRef } from "preact/hooks";
import { Foot } from "./foot";
import { say } from "./language";
import { Notices } from "./notices";
import type { Phone } from "./phone";
import type { Screen } from "./screen";
import { Sheets } from "./sheets";
import { StepScreen } from "./step";
import { Still } from "./still";
import { Top } from "./top";

export function App({ phone }: { phone: Phone }) {
  const screen = phone.screen.value;
  const sheet = phone.sheet.value;
  return (
    <div class={`phone ${screen}`}>
      <Top phone={phone} screen={screen} />
      <main hidden={sheet !== null} class={screen === "step" ? "" : "centre"}>
        <Notices phone={phone} />
        {screen === "step" ? <StepScreen phone={phone} /> : <Still phone={phone} screen={screen} />}
      </main>
      {sheet && <Sheets phone={phone} sheet={sheet} />}
      <Announcer phone={phone} screen={screen} />
      <Foot phone={phone} />
    </div>
  );
}

/** Tells a screen reader that the page has changed under it. Says nothing when the page is first drawn. */
function Announcer({ phone, screen }: { phone: Phone; screen: Screen }) {
  const words = screen === "step" ? (phone.view.value?.step?.title ?? "") : screen === "down" ? say("down") : "";
  const first = useRef(true);
  useEffect(() => {
    first.current = false;
  }, []);
  return (
    <p class="aside" aria-live="polite">
      {first.current ? "" : words}
    </p>
  );
}
