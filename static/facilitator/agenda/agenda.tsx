/** The plan of the day on the left: blocks, the steps of the present one, minutes, and how late it is. */
import { useEffect, useRef } from "preact/hooks";
import { Icon } from "../../lib/icons";
import { useDesk, useView } from "../desk";
import { Refused, Region } from "../region";
import { AgendaBlock } from "./block";
import { PaceLine } from "./pace_line";

export function Agenda() {
  const { say, link, stage, drawer } = useDesk();
  const view = useView();
  const plan = link.plan.value;
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    if (view.step) list.current?.querySelector("[aria-current]")?.scrollIntoView({ block: "nearest" });
  }, [view.step]);
  return (
    <Region at="agenda">
      <nav class="agenda" aria-label={say("agenda.title")} data-open={drawer.value === "agenda"}>
        <ol class="agenda-blocks" ref={list}>
          {plan?.blocks.map((block) => (
            <AgendaBlock key={block.id} plan={plan} block={block} />
          ))}
        </ol>
        <Refused />
        <button
          type="button"
          class="quiet add-module"
          onClick={() => (stage.value = { show: "add_module", after: null })}
        >
          <Icon name="add" /> {say("add_module.title")}
        </button>
        <PaceLine />
      </nav>
    </Region>
  );
}
