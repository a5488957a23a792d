/** Whom staff keep apart: two people chosen by name, and each two that are kept so. */
import { useState } from "preact/hooks";
import type { Leading } from "../../lib/kind";
import type { Say } from "../../lib/words";

interface Props {
  living: Leading;
  apart: string[][];
  say: Say;
}

export function Apart({ living: { here, lead, nameOf }, apart, say }: Props) {
  const [one, setOne] = useState("");
  const [other, setOther] = useState("");
  const keep = async () => {
    if (await lead({ do: "apart", seats: [one, other] })) {
      setOne("");
      setOther("");
    }
  };
  const pick = (label: string, value: string, set: (seat: string) => void, without: string) => (
    <select aria-label={label} value={value} onChange={({ currentTarget }) => set(currentTarget.value)}>
      <option value="">{say("apart.none")}</option>
      {here
        .filter((seat) => seat !== without)
        .map((seat) => (
          <option key={seat} value={seat}>
            {nameOf(seat)}
          </option>
        ))}
    </select>
  );
  return (
    <fieldset class="pairs-apart">
      <legend>{say("apart")}</legend>
      {pick(say("apart.one"), one, setOne, other)}
      {pick(say("apart.other"), other, setOther, one)}
      <button type="button" disabled={!one || !other} onClick={keep}>
        {say("apart")}
      </button>
      {apart.map(([first = "", second = ""]) => (
        <button
          key={first + second}
          type="button"
          class="quiet"
          onClick={() => lead({ do: "near", seats: [first, second] })}
        >
          {say("near", { one: nameOf(first), other: nameOf(second) })}
        </button>
      ))}
    </fieldset>
  );
}
