/** The phone of someone in the group. */
import { render } from "preact";
import { RoomTime } from "./lib/room_time";
import { App } from "./participant/app";
import { speakFirst } from "./participant/language";
import { readPage } from "./participant/page";
import { Phone } from "./participant/phone";

const place = document.getElementById("app");
if (place) {
  const page = readPage();
  const phone = new Phone(page);
  void speakFirst(page.language).then(() => {
    // The page came with a foot of plain HTML, for as long as no script had come.
    place.replaceChildren();
    render(
      <RoomTime.Provider value={() => phone.line.clock.now()}>
        <App phone={phone} />
      </RoomTime.Provider>,
      place,
    );
  });
}
