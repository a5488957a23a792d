/** One part of the plan: its minutes, and moving it by drag, by keyboard or by tap. */
import { useEffect, useRef } from "preact/hooks";
import { Icon, type IconName } from "../lib/icons";
import type { Desk } from "./desk";
import { follow } from "./drag";
import { areMinutes, MOST, moveBy, moveTo, type Row, withMinutes, without } from "./plan";

export function PlanRow({ desk, row, place }: { desk: Desk; row: Row; place: number }) {
  const { say } = desk;
  const item = useRef<HTMLLIElement>(null);
  const blocks = desk.plan.value.blocks;
  const grab = (event: PointerEvent) => {
    const list = item.current?.parentElement;
    if (!list || !item.current || event.button !== 0) return;
    follow(event, list, item.current, (to) => desk.change(moveTo(desk.plan.peek().blocks, row.id, to)));
  };
  return (
    <li class={row.discipline} ref={item} data-row={row.id}>
      <span class="grip" aria-hidden="true" title={say("drag")} onPointerDown={grab}>
        <Icon name="menu" />
      </span>
      <span class="title">
        {row.title} {row.gone && <span class="problem">{say("gone")}</span>}
      </span>
      <Minutes desk={desk} row={row} />
      <Move desk={desk} row={row} by={-1} at={place === 0} />
      <Move desk={desk} row={row} by={1} at={place === blocks.length - 1} />
      <Step icon="remove" label={say("out", { title: row.title })} onClick={() => takeOut(desk, row, place)} />
    </li>
  );
}

function takeOut(desk: Desk, row: Row, place: number) {
  desk.taken.value = { row, place };
  desk.told.value = desk.say("taken_out", { title: row.title });
  desk.change(without(desk.plan.value.blocks, row.id));
}

function Move({ desk, row, by, at }: { desk: Desk; row: Row; by: -1 | 1; at: boolean }) {
  const button = useRef<HTMLButtonElement>(null);
  const moved = useRef(false);
  useEffect(() => {
    // A row that changes its place in the document loses the focus; whoever uses a keyboard wants to go on.
    if (moved.current) button.current?.focus();
    moved.current = false;
  });
  const move = () => {
    if (at) return;
    moved.current = true;
    const blocks = moveBy(desk.plan.value.blocks, row.id, by);
    desk.change(blocks);
    const values = { title: row.title, place: blocks.findIndex(({ id }) => id === row.id) + 1, of: blocks.length };
    desk.told.value = desk.say("moved", values);
  };
  return (
    <button
      type="button"
      ref={button}
      aria-disabled={at}
      aria-label={desk.say(by < 0 ? "up" : "down", { title: row.title })}
      onClick={move}
    >
      <Icon name={by < 0 ? "up" : "down"} />
    </button>
  );
}

function Step({ icon, label, onClick }: { icon: IconName; label: string; onClick: () => void }) {
  return (
    <button type="button" aria-label={label} onClick={onClick}>
      <Icon name={icon} />
    </button>
  );
}

function Minutes({ desk, row }: { desk: Desk; row: Row }) {
  const { say } = desk;
  const wrong = !row.gone && !areMinutes(row.minutes);
  const problem = `minutes-${row.id}`;
  const type = (event: Event) => {
    const typed = (event.currentTarget as HTMLInputElement).valueAsNumber;
    desk.change(withMinutes(desk.plan.value.blocks, row.id, Number.isNaN(typed) ? 0 : typed));
  };
  return (
    <label class="minutes">
      <span class="aside">{say("minutes_of", { title: row.title })}</span>
      <input
        type="number"
        inputMode="numeric"
        min="1"
        max={MOST}
        value={row.minutes || ""}
        aria-invalid={wrong}
        aria-describedby={wrong ? problem : undefined}
        onInput={type}
      />
      {say("min")}
      {wrong && (
        <span class="problem" id={problem}>
          {say("minutes_wrong")}
        </span>
      )}
    </label>
  );
}
