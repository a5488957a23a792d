/** What may still be done while there is nothing to do: a question after group, and a picture to step down. */
import { sayLater as say } from "./later_words";
import type { Phone } from "./phone";
import type { Screen } from "./screen";
import { TwoMinutes } from "./two_minutes";

/** Whoever has sent a picture can step it down with the phone down, too. */
const STILL = new Set<Screen>(["down", "held", "ending"]);

export function Besides({ phone, asked }: { phone: Phone; asked: boolean }) {
  return (
    <>
      {asked && <TwoMinutes phone={phone} />}
      {phone.own.value?.pieces.length !== 0 && STILL.has(phone.screen.value) && (
        <button type="button" class="quiet" onClick={() => (phone.sheet.value = "you")}>
          {say("pieces")}
        </button>
      )}
    </>
  );
}
