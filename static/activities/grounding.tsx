/** Five, four, three, two, one: cards to step through at one's own pace. Nothing to type, nothing to send. */
import { useState } from "preact/hooks";
import { LineIcon } from "../lib/icon";
import type { DisplayProps, FacilitatorProps, ParticipantProps } from "../lib/kind";
import { type Say, words } from "../lib/words";
import { type Card, cardsOf, type Settings } from "./grounding/cards";
import strings from "./grounding.strings.json";

export function Participant({ settings, language }: ParticipantProps<Settings>) {
  const say = words(strings, language);
  const [at, setAt] = useState(0);
  const cards = cardsOf(settings);
  const card = cards[at];
  return (
    <div class="grounding">
      {settings.note && <p>{settings.note}</p>}
      {card ? <OneCard key={card.what} card={card} say={say} /> : <Arrived say={say} />}
      <p class="hint">{say(card ? "pace" : "stay")}</p>
      <div class="two keep">
        <button type="button" class="large" aria-disabled={at === 0} onClick={() => setAt(Math.max(0, at - 1))}>
          {say("back")}
        </button>
        <button type="button" class="large" onClick={() => setAt(card ? at + 1 : 0)}>
          {say(card ? (at === cards.length - 1 ? "done" : "next") : "again")}
        </button>
      </div>
    </div>
  );
}

/** The rings may be filled one by one, or left alone: *Next* never waits for them. */
function OneCard({ card, say }: { card: Card; say: Say }) {
  const [found, setFound] = useState(0);
  return (
    <section class="ground-card" aria-label={spoken(card, say)}>
      <Looked card={card} say={say} />
      <div class="ground-rings">
        {Array.from({ length: card.many }, (_, place) => (
          <button
            type="button"
            key={place}
            aria-pressed={place < found}
            aria-label={say("found", { number: place + 1, of: card.many })}
            onClick={() => setFound(place < found ? place : place + 1)}
          >
            <svg viewBox="0 0 24 24" aria-hidden="true">
              <circle cx="12" cy="12" r="9" pathLength="100" />
            </svg>
          </button>
        ))}
      </div>
      <p class="hint">{say(`${card.what}.hint`)}</p>
    </section>
  );
}

function Arrived({ say }: { say: Say }) {
  return (
    <section class="ground-card" role="status">
      <p class="ground-says">{say("here")}</p>
      <p>{say("feet")}</p>
    </section>
  );
}

function Looked({ card, say }: { card: Card; say: Say }) {
  return (
    <p class="ground-says" role="status">
      <LineIcon path={card.picture} />
      <b class="numbers">{card.many}</b> <span>{say(card.what, { count: card.many })}</span>
    </p>
  );
}

function spoken(card: Card, say: Say): string {
  return `${card.many} ${say(card.what, { count: card.many })}`;
}

export function Facilitator({ settings, language }: FacilitatorProps<Settings>) {
  const say = words(strings, language);
  return (
    <div class="face">
      <p>
        {cardsOf(settings)
          .map((card) => spoken(card, say))
          .join(" · ")}
      </p>
      <p class="hint">{say("nothing_sent")}</p>
    </div>
  );
}

/** All five at once: each person goes at their own pace, with a phone or without. */
export function Display({ settings, language }: DisplayProps<Settings>) {
  const say = words(strings, language);
  return (
    <div class="grounding">
      <ol class="ground-list">
        {cardsOf(settings).map((card) => (
          <li key={card.what}>
            <LineIcon path={card.picture} />
            <b class="numbers">{card.many}</b> <span>{say(card.what, { count: card.many })}</span>
          </li>
        ))}
      </ol>
      <p class="hint">{settings.note ?? say("pace")}</p>
    </div>
  );
}
