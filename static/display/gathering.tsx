/** Before the first step, and whenever there is none: the day's name, the time, and how to come in if it is wanted. */
import { useContext, useEffect, useState } from "preact/hooks";
import { Ring } from "../lib/ring";
import { RoomTime } from "../lib/room_time";
import type { DisplayView } from "../protocol";
import { Join } from "./join";

export function Gathering({ view }: { view: DisplayView }) {
  return (
    <div class={view.join ? "gathering-wall with-join" : "gathering-wall"}>
      <div class="day">
        <Ring />
        <h1>{view.day}</h1>
        <TimeOfDay language={view.language} />
      </div>
      {view.join && <Join join={view.join} />}
    </div>
  );
}

const MINUTE = 60_000;

function TimeOfDay({ language }: { language: string }) {
  const now = useContext(RoomTime);
  const [at, setAt] = useState(now);
  useEffect(() => {
    const next = setTimeout(() => setAt(now()), MINUTE - (now() % MINUTE) + 50);
    return () => clearTimeout(next);
  });
  const time = new Intl.DateTimeFormat(language, { hour: "numeric", minute: "2-digit" }).format(at);
  return <p class="time numbers">{time}</p>;
}
