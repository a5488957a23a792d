/** The plan of one day, changed in place: every change is saved by itself. */
import { useSignal } from "@preact/signals";
import { Add } from "./add";
import type { Desk } from "./desk";
import { length, timeAfter, total } from "./plan";
import { PlanRow } from "./row";

export function Editor({ desk }: { desk: Desk }) {
  const blocks = desk.plan.value.blocks;
  return (
    <div class="plan">
      <div class="plan-day">
        <Name desk={desk} />
        {blocks.length ? (
          <ol class="plan-rows">
            {blocks.map((row, place) => (
              <PlanRow key={row.id} desk={desk} row={row} place={place} />
            ))}
          </ol>
        ) : (
          <p class="hint">{desk.say("empty")}</p>
        )}
        <TakenOut desk={desk} />
        <Total desk={desk} />
        <Standing desk={desk} />
        <p class="aside" role="status">
          {desk.told}
        </p>
      </div>
      <Add desk={desk} />
    </div>
  );
}

function Name({ desk }: { desk: Desk }) {
  const { name } = desk.plan.value;
  const missing = !name.trim();
  const type = (event: Event) => {
    desk.plan.value = { ...desk.plan.value, name: (event.currentTarget as HTMLInputElement).value };
    desk.saving.soon(desk.plan.value);
  };
  return (
    <div class="field">
      <label for="name">{desk.say("name")}</label>
      <input
        id="name"
        value={name}
        maxLength={80}
        autocomplete="off"
        aria-invalid={missing}
        aria-describedby={missing ? "name-problem" : undefined}
        onInput={type}
      />
      {missing && (
        <p class="problem" id="name-problem">
          {desk.say("name_missing")}
        </p>
      )}
    </div>
  );
}

function TakenOut({ desk }: { desk: Desk }) {
  const taken = desk.taken.value;
  if (!taken) return null;
  const back = () => {
    const blocks = [...desk.plan.value.blocks];
    blocks.splice(taken.place, 0, taken.row);
    desk.taken.value = null;
    desk.change(blocks);
  };
  return (
    <p class="actions">
      {desk.say("taken_out", { title: taken.row.title })}
      <button type="button" onClick={back}>
        {desk.say("put_back")}
      </button>
    </p>
  );
}

function Total({ desk }: { desk: Desk }) {
  const { say } = desk;
  const begin = useSignal("");
  const minutes = total(desk.plan.value.blocks);
  const end = timeAfter(begin.value, minutes);
  return (
    <p class="plan-total numbers">
      <strong>{say("total", { length: length(minutes) })}</strong>
      <label class="field">
        {say("begin_at")}{" "}
        <input
          type="time"
          value={begin.value}
          onInput={(event) => {
            begin.value = event.currentTarget.value;
          }}
        />
      </label>
      <span role="status">{end && say("ends_at", { time: end })}</span>
    </p>
  );
}

function Standing({ desk }: { desk: Desk }) {
  const { standing, refused } = desk.saving;
  if (standing.value === "refused")
    return (
      <p class="problem" role="alert">
        {refused}
      </p>
    );
  return (
    <p class="plan-saved" role="status">
      {desk.say(standing.value)}
    </p>
  );
}
