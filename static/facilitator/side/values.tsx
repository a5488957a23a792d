/** What one person answered with their name: asked for by tapping, hidden again after a minute (tablets lie on chairs). */
import { useEffect, useState } from "preact/hooks";
import type { RosterShape, SeatValuesShape } from "../../protocol";
import { useDesk } from "../desk";
import { useHere } from "../region";
import { comparedOf, valuesOf } from "../state/values";
import { AnswerLines } from "./answer_lines";
import { seeValues } from "./see_values";

const HIDE_AFTER = 60_000;

export function Values({ seat }: { seat: RosterShape }) {
  const desk = useDesk();
  const here = useHere();
  const [told, setTold] = useState<SeatValuesShape | null>(null);
  useEffect(() => {
    if (!told) return;
    const hiding = setTimeout(() => setTold(null), HIDE_AFTER);
    return () => clearTimeout(hiding);
  }, [told]);

  async function open() {
    setTold(await seeValues(desk, seat.seat, here));
  }

  if (!told) {
    return (
      <button type="button" class="values-open" aria-disabled={!desk.link.online.value} onClick={open}>
        {desk.say("values.open", { name: seat.name })}
      </button>
    );
  }
  return <ValuesTold told={told} hide={() => setTold(null)} />;
}

function ValuesTold({ told, hide }: { told: SeatValuesShape; hide: () => void }) {
  const { say } = useDesk();
  const values = valuesOf(told);
  const compared = comparedOf(told).filter(({ first, last }) => first !== null && last !== null);
  return (
    <div class="values">
      <p class="values-head hint">
        {say("values.hides")}
        <button type="button" class="quiet" onClick={hide}>
          {say("values.hide")}
        </button>
      </p>
      {values.length === 0 && <p class="hint">{say("values.none")}</p>}
      {values.map((value) => (
        <section key={value.run}>
          <h3>{value.title}</h3>
          {value.passed ? <p class="hint">{say("values.passed")}</p> : <AnswerLines value={value} />}
        </section>
      ))}
      {compared.map(({ key, question, first, last }) => (
        <p key={key} class="compared">
          <span class="hint">{question}</span>
          <span class="then-now-values">{say("values.then_now", { first: first ?? "", last: last ?? "" })}</span>
        </p>
      ))}
    </div>
  );
}
