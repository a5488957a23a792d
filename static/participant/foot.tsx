/** *Talk to staff* and *Hide this now*: at the foot of every screen, whatever else happens. */
import { hideNow } from "./hide";
import { Icon } from "./icons";
import { say } from "./language";
import { Later } from "./later";
import type { Phone } from "./phone";
import { supportWords } from "./support_sheet";

export function Foot({ phone }: { phone: Phone }) {
  const talk = () => {
    phone.support.call();
    phone.sheet.value = "support";
  };
  return (
    <footer class="foot">
      <p class="call" role="status">
        {phone.sheet.value !== "support" && supportWords(phone)}
      </p>
      <button type="button" class="quiet" onClick={talk}>
        <Icon name="support" /> {say("support")}
      </button>
      {phone.page.shared ? (
        <Later draw={({ PassOn }) => <PassOn phone={phone} />} />
      ) : (
        <button type="button" class="quiet" onClick={() => void hideNow(phone.line)}>
          <Icon name="hide" /> {say("hide")}
        </button>
      )}
    </footer>
  );
}
