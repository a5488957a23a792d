/** The cockpit's link over the live connection. Nothing that moves the group waits for a connection to come back. */
import { computed, effect, signal } from "@preact/signals";
import { Connection } from "../lib/connection";
import type { Picture } from "../lib/drawing/marks";
import { Pictures } from "../lib/drawing/pictures";
import type { FacilitatorAsks, FacilitatorIsTold, FacilitatorTells, FacilitatorView } from "../protocol";
import type { Answered, Link } from "./link";

/** What a therapist wrote may arrive late; a tap may not. */
const MAY_WAIT = new Set<keyof FacilitatorAsks>(["keep_jotting"]);

export function socketLink(auth: { language: string; live_session: string }): Link {
  const line = new Connection<FacilitatorAsks, FacilitatorTells, FacilitatorIsTold>("facilitator", auth);
  const view = line.latest("view");
  const catchingUp = signal(false);
  effect(() => {
    if (line.standing.value !== "connected") catchingUp.value = view.peek() !== null;
  });
  line.on("view", () => {
    catchingUp.value = false;
  });

  const pictures = new Pictures((picture) => line.tell("see_picture", { picture }));
  line.on("picture", (picture) => pictures.heard(picture as unknown as Picture & { id: string }));
  effect(() => pictures.only(picturesIn(view.value)));

  return {
    view,
    pictures,
    catchingUp,
    plan: line.latest("plan"),
    values: told(line, "seat_values"),
    seatLink: told(line, "seat_link"),
    clinicTablet: told(line, "clinic_tablet"),
    jotting: told(line, "jotting"),
    online: computed(() => line.standing.value === "connected"),
    turnedAway: line.turnedAway,
    now: () => line.clock.now(),
    ask: async (name, payload): Promise<Answered> => line.ask(name, payload, { nowOrNever: !MAY_WAIT.has(name) }),
    tell: (name, payload) => line.tell(name, payload),
  };
}

/** Those that wait or have been shown, and those on the wall as it last said. */
function picturesIn(view: FacilitatorView | null): string[] {
  const waiting = view?.waiting.flatMap(({ picture }) => (picture ? [picture] : [])) ?? [];
  return [...new Set(waiting)];
}

/** What the server last said of one thing: an answer to a tap, not a view, so each one counts. */
function told<Name extends keyof FacilitatorIsTold & string>(
  line: Connection<FacilitatorAsks, FacilitatorTells, FacilitatorIsTold>,
  name: Name,
) {
  const last = signal<FacilitatorIsTold[Name] | null>(null);
  line.on(name, (payload) => {
    last.value = payload;
  });
  return last;
}
