/** What became of a call for staff, and help that needs no network. */
import { Ring } from "../lib/ring";
import { Icon } from "./icons";
import { say } from "./language";
import type { Phone } from "./phone";

export function SupportSheet({ phone }: { phone: Phone }) {
  const { support } = phone;
  const state = support.state.value;
  const walk = state === "not_delivered" || (state === "sent" && support.unseenForLong.value);
  return (
    <>
      <div class={`call-state ${state}`} role="status">
        {state === "seen" ? <Icon name="check" /> : state === "not_delivered" ? <Icon name="notice" /> : <Ring />}
        <div class="group">
          <p class="large-words">{supportWords(phone)}</p>
          {state === "seen" && <p>{say("support.seen.more")}</p>}
          {state === "not_delivered" && has988(phone) && <p class="large-words">{say("support.not_delivered.988")}</p>}
          {walk && phone.walkTo && <p>{say("support.walk_to", { walk_to: phone.walkTo })}</p>}
          {(state === "sending" || state === "sent") && <p class="hint">{say("support.quiet")}</p>}
        </div>
      </div>
      {(state === "sending" || state === "sent" || state === "not_delivered") && (
        <button type="button" class="large" onClick={() => support.cancel()}>
          {say("support.cancel")}
        </button>
      )}
      {(state === "seen" || state === "cancelled" || state === "not_delivered") && (
        <button type="button" class="large" onClick={() => support.askAgain()}>
          {say("support.again")}
        </button>
      )}
      <Crisis phone={phone} />
    </>
  );
}

/** One line about the call under way; empty when there is none. */
export function supportWords(phone: Phone): string {
  const state = phone.support.state.value;
  return state === "none" ? "" : say(`support.${state}`, { name: phone.support.seenBy });
}

function Crisis({ phone }: { phone: Phone }) {
  if (!phone.crisis.length) return null;
  return (
    <section class="group" aria-labelledby="crisis">
      <h2 id="crisis">{say("crisis")}</h2>
      {phone.crisis
        .filter(({ href }) => /^(tel|sms|https):/.test(href))
        .map(({ label, href }) => (
          <a class="button large" href={href} rel="noopener noreferrer">
            {label}
          </a>
        ))}
    </section>
  );
}

function has988(phone: Phone): boolean {
  return phone.crisis.some(({ href }) => /^(tel|sms):\+?988\b/.test(href));
}
