/** The screens on which there is nothing to do but to know where one is: waiting, phones down, a pause, the end. */
import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";
import { Ring } from "../lib/ring";
import { say } from "./language";
import { Later } from "./later";
import type { Phone } from "./phone";
import type { Screen } from "./screen";

export function Still({ phone, screen }: { phone: Phone; screen: Screen }) {
  const asked = phone.view.value?.two_minutes && phone.own.value?.admission === "admitted";
  return (
    <div class="still">
      <Ring />
      <Words phone={phone} screen={screen} asked={Boolean(asked)} />
      {(asked || phone.own.value?.pieces[0]) && (
        <Later draw={({ Besides }) => <Besides phone={phone} asked={Boolean(asked)} />} />
      )}
    </div>
  );
}

function Words({ phone, screen, asked }: { phone: Phone; screen: Screen; asked: boolean }) {
  switch (screen) {
    case "connecting":
      return <Connecting />;
    case "turned_away":
    case "agreement":
    case "removed":
      return (
        <Lines title={phone.line.turnedAway.value || say(screen)}>
          <Later draw={({ WayOn }) => <WayOn screen={screen} />} />
        </Lines>
      );
    case "ended":
      return (
        <>
          <h1>{say("ended")}</h1>
          <Later draw={({ AtTheEnd }) => <AtTheEnd phone={phone} />} />
        </>
      );
    case "gathering":
      return <Lines title={say("gathering", { name: phone.own.value?.name ?? "" })} more={say("gathering.more")} />;
    case "held":
    case "down":
      return <Lines title={say(screen)} more={asked ? "" : say(`${screen}.more`)} />;
    default:
      return <Lines title={say(screen)} />;
  }
}

function Lines({ title, more, children }: { title: string; more?: string; children?: ComponentChildren }) {
  return (
    <>
      <h1>
        {title}
        {more && <span> {more}</span>}
      </h1>
      {children}
    </>
  );
}

function Connecting() {
  const [long, setLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), 5000);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div role="status">
      <Lines title={say(long ? "connecting.long" : "connecting")} />
    </div>
  );
}
