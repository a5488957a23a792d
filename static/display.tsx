/** The room screen: it follows the tablet, shows what was approved, and asks for nothing. */
import { render } from "preact";
import { App } from "./display/app";
import { readPage } from "./display/page";
import { Wall } from "./display/wall";

const place = document.getElementById("app");
if (place) {
  place.replaceChildren();
  render(<App wall={new Wall(readPage())} />, place);
}
