/** The phone of someone in the group. */
import { render } from "preact";
import { App } from "./participant/app";
import { readPage } from "./participant/page";
import { Phone } from "./participant/phone";

const place = document.getElementById("app");
if (place) {
  // The page came with a foot of plain HTML, for as long as no script had come.
  place.replaceChildren();
  render(<App phone={new Phone(readPage())} />, place);
}
