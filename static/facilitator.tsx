/** The therapist's tablet: one live session, led from here. */
import { render } from "preact";
import { fetchAhead } from "./facilitator/ahead";
import { tellWhatIsShown } from "./facilitator/awake";
import { Cockpit } from "./facilitator/cockpit";
import { makeDesk } from "./facilitator/desk";
import { followEscape } from "./facilitator/escaping";
import { follow } from "./facilitator/following";
import { keptHand } from "./facilitator/settings";
import { socketLink } from "./facilitator/socket_link";
import { tick } from "./facilitator/ticking";
import { keepAwake } from "./lib/wake_lock";
import { words } from "./lib/words";
import en from "./strings/facilitator.en.json";
import es from "./strings/facilitator.es.json";

const page = JSON.parse(document.getElementById("page")?.textContent ?? "{}") as {
  language: string;
  live_session: string;
};
const link = socketLink({ language: page.language, live_session: page.live_session });
const say = words({ en, es }, page.language);
const desk = makeDesk(link, { language: page.language, liveSession: page.live_session }, say, keptHand());

tick(desk);
follow(desk);
fetchAhead(desk);
followEscape(desk);
tellWhatIsShown(link);
keepAwake(link.online);

const place = document.getElementById("cockpit");
if (place) render(<Cockpit desk={desk} />, place);
