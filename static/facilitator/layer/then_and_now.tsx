/**
 * Values asked at the start and again at the end, by name and never by size: nobody is ranked.
 * They are asked for one seat at a time when tapped, and hide again after a minute.
 */
import { useEffect, useState } from "preact/hooks";
import { useDesk, useView } from "../desk";
import { useHere } from "../region";
import { seeValues } from "../side/see_values";
import { grouped } from "../state/roster";
import { type Compared, comparedOf } from "../state/values";

const HIDE_AFTER = 60_000;
type Row = { name: string; compared: Compared[] };

export function ThenAndNow() {
  const desk = useDesk();
  const here = useHere();
  const { roster } = useView();
  const [rows, setRows] = useState<Row[] | null>(null);
  useEffect(() => {
    if (!rows) return;
    const hiding = setTimeout(() => setRows(null), HIDE_AFTER);
    return () => clearTimeout(hiding);
  }, [rows]);

  async function open() {
    const told: Row[] = [];
    for (const { seat } of grouped(roster).seats) {
      const values = await seeValues(desk, seat, here);
      if (values) told.push({ name: values.name, compared: comparedOf(values) });
    }
    setRows(told.filter(({ compared }) => compared.length > 0));
  }

  return (
    <section>
      <h3>{desk.say("end.then_now")}</h3>
      {rows ? (
        <Table rows={rows} />
      ) : (
        <button type="button" onClick={open}>
          {desk.say("end.then_now.open")}
        </button>
      )}
    </section>
  );
}

function Table({ rows }: { rows: Row[] }) {
  const { say } = useDesk();
  if (rows.length === 0) return <p class="hint">{say("end.then_now.none")}</p>;
  const questions = [...new Set(rows.flatMap(({ compared }) => compared.map(({ question }) => question)))];
  return (
    <>
      {questions.map((question) => (
        <table key={question} class="then-now">
          <caption>{question}</caption>
          <thead>
            <tr>
              <th scope="col">{say("end.name")}</th>
              <th scope="col">{say("end.then")}</th>
              <th scope="col">{say("end.now_value")}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ name, compared }) => (
              <Line key={name} name={name} of={compared.find((one) => one.question === question)} />
            ))}
          </tbody>
        </table>
      ))}
    </>
  );
}

function Line({ name, of }: { name: string; of: Compared | undefined }) {
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>{of?.first ?? "–"}</td>
      <td>{of?.last ?? "–"}</td>
    </tr>
  );
}
