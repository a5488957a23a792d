/** Before the first view: a still ring, or the reason why the server does not let this tablet in. */
import { Ring } from "../lib/ring";
import { useDesk } from "./desk";

export function Waiting() {
  const { say, link } = useDesk();
  const away = link.turnedAway.value;
  return (
    <main class="waiting">
      <Ring />
      <p role="status">{away || say("line.catching_up")}</p>
      {away && (
        <a class="button" href="/staff/">
          {say("home")}
        </a>
      )}
    </main>
  );
}
