/** The library beside the plan: look for a module, add it with one tap. */
import { useSignal } from "@preact/signals";
import { Icon } from "../lib/icons";
import { type Desk, newId } from "./desk";
import { breakRow, type Card, matches, type Row, rowOf } from "./plan";

export function Add({ desk }: { desk: Desk }) {
  const { say } = desk;
  const sought = useSignal("");
  const found = desk.library.filter((card) => matches(card, sought.value));
  return (
    <section class="plan-add" aria-labelledby="add">
      <h2 id="add">{say("add")}</h2>
      {desk.full.value && <p class="problem">{say("too_many")}</p>}
      <button type="button" disabled={desk.full.value} onClick={() => add(desk, breakRow(say("break"), newId()))}>
        <Icon name="break" /> {say("add_break")}
      </button>
      <div class="field">
        <label for="seek">{say("seek")}</label>
        <input
          id="seek"
          type="search"
          autocomplete="off"
          value={sought.value}
          onInput={(event) => {
            sought.value = event.currentTarget.value;
          }}
        />
      </div>
      <ul class="rows">
        {found.map((card) => (
          <Offered key={card.ref} desk={desk} card={card} />
        ))}
      </ul>
      {found.length === 0 && <p role="status">{say("none_found")}</p>}
    </section>
  );
}

function Offered({ desk, card }: { desk: Desk; card: Card }) {
  return (
    <li>
      <div>
        <strong>{card.title}</strong>{" "}
        <span class="hint">
          {card.discipline} · {card.minutes} {desk.say("min")} · {card.track}
        </span>
      </div>
      <button
        type="button"
        disabled={desk.full.value}
        aria-label={desk.say("add_one", { title: card.title })}
        onClick={() => add(desk, rowOf(card, newId()))}
      >
        <Icon name="add" />
      </button>
    </li>
  );
}

function add(desk: Desk, row: Row) {
  desk.taken.value = null;
  desk.told.value = desk.say("added", { title: row.title });
  desk.change([...desk.plan.value.blocks, row]);
}
