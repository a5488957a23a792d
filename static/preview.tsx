/** A step of a module as a phone, the tablet or the room screen will show it, before any group has met it. */
import { render } from "preact";
import { speak as speakOnWall } from "./display/language";
import { speakFirst as speakOnPhone } from "./participant/language";
import { OnPhone } from "./preview/on_phone";
import { OnTablet } from "./preview/on_tablet";
import { OnWall } from "./preview/on_wall";
import type { Page } from "./preview/page";

const page = JSON.parse(document.getElementById("page")?.textContent ?? "{}") as Page;
const place = document.getElementById("app");

if (place) {
  speakOnWall(page.language);
  const On = { phone: OnPhone, tablet: OnTablet, room: OnWall }[page.screen];
  const draw = () => render(<On page={page} />, place);
  void speakOnPhone(page.language).then(draw);
}
