/** Chooses what the wall shows, turns the lamp low when it is still, and says what was drawn. */
import { useEffect } from "preact/hooks";
import { PicturesHere } from "../lib/drawing/pictures";
import { loadKind } from "../lib/kinds";
import { RoomTime } from "../lib/room_time";
import { Corner } from "./corner";
import { Gathering } from "./gathering";
import { JoinPanel } from "./join";
import { Meanwhile } from "./kind_face";
import { say } from "./language";
import { Notices } from "./notices";
import { Pairing } from "./pairing";
import { type Screen, screenOf } from "./screen";
import { Step } from "./step";
import { Still } from "./still";
import type { Wall } from "./wall";

export function App({ wall }: { wall: Wall }) {
  const seen = wall.seen.value;
  const screen = screenOf(seen);
  const view = seen && "view" in seen ? seen.view : null;
  useLowLight(screen.what === "held" || screen.what === "covered");
  const soon = view?.soon;
  useEffect(() => {
    // What does not come now is asked for again when it is needed.
    if (soon) void loadKind(soon).catch(() => undefined);
  }, [soon]);
  useEffect(() => {
    if (!view || wall.contact.lost.peek()) return;
    const drawn = requestAnimationFrame(() => wall.drew(view.version, view.beat));
    return () => cancelAnimationFrame(drawn);
  }, [wall, view]);
  return (
    <RoomTime.Provider value={wall.now}>
      <PicturesHere.Provider value={wall.pictures}>
        <div class={`wall ${screen.what}`}>
          <main>{draw(screen)}</main>
          {screen.what === "step" && <Meanwhile view={screen.view} />}
          {screen.what === "step" && <Corner view={screen.view} clock={wall.line.clock} />}
          {screen.what === "step" && screen.view.join && <JoinPanel join={screen.view.join} />}
          <Notices notices={wall.notices.value} offline={wall.contact.lost.value && screen.what !== "covered"} />
        </div>
      </PicturesHere.Provider>
    </RoomTime.Provider>
  );
}

function draw(screen: Screen) {
  switch (screen.what) {
    case "pairing":
      return <Pairing code={screen.code} />;
    case "gathering":
      return <Gathering view={screen.view} />;
    case "step":
      return <Step view={screen.view} step={screen.step} />;
    case "covered":
      return null;
    default:
      return <Still says={screen.what === "waiting" ? "" : say(screen.what)} />;
  }
}

function useLowLight(low: boolean): void {
  useEffect(() => {
    const { dataset } = document.documentElement;
    if (low) dataset.light = "low";
    else delete dataset.light;
  }, [low]);
}
