/** What every screen must say: that this is a demo or a trial, and that the line is down. */
import { Icon } from "./icons";
import { say } from "./language";
import { Later } from "./later";
import type { Phone } from "./phone";

export function Notices({ phone }: { phone: Phone }) {
  const { demo, insecure } = phone.notices;
  const away = phone.line.standing.value === "lost" && phone.view.value !== null;
  return (
    <div class="notices">
      {(demo || insecure) && <Later draw={({ Trial }) => <Trial {...phone.notices} />} />}
      <div role="status">
        {away && (
          <p class="away">
            <Icon name="notice" /> {say("offline")}
          </p>
        )}
      </div>
    </div>
  );
}
