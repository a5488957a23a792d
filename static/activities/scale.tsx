/** One number on a scale. */
import { OutOfMany } from "../lib/faces/out_of_many";
import { Points } from "../lib/faces/points";
import { labelled, type Scaled, type ScaleTally, written } from "../lib/faces/scale";
import { ScaleChart } from "../lib/faces/scale_chart";
import type { DisplayProps, FacilitatorProps, ParticipantProps } from "../lib/kind";
import { words } from "../lib/words";
import strings from "./scale.strings.json";

interface Settings extends Scaled {
  question: string;
}

interface Answer {
  value: number;
}

export function Participant({ settings, draft, setDraft, disabled }: ParticipantProps<Settings, Answer>) {
  return (
    <div class="asked">
      <h2 class="question">{settings.question}</h2>
      <Points
        scale={settings}
        label={settings.question}
        chosen={draft?.value}
        choose={(value) => setDraft(value === undefined ? null : { value })}
        disabled={disabled}
      />
    </div>
  );
}

/** Around an exercise the group's answers from before stand above those from after; what it means is for people to say. */
export function Facilitator({ settings, tally, run, language }: FacilitatorProps<Settings, ScaleTally>) {
  const say = words(strings, language);
  const chart = (
    <OutOfMany tally={tally} say={say}>
      {(told) => <ScaleChart scale={settings} tally={told} say={say} />}
    </OutOfMany>
  );
  if (run.before === undefined) return chart;
  const before = run.before as ScaleTally | null;
  return (
    <div class="before-after">
      <h3>{say("before")}</h3>
      {before && !before.too_few ? (
        <ScaleChart scale={settings} tally={before} say={say} />
      ) : (
        <p class="hint">{say("before.none")}</p>
      )}
      <h3>{say("after")}</h3>
      {chart}
    </div>
  );
}

/** Before there is a result the wall shows the bare scale, so that everyone reads the same ends. */
export function Display({ settings, tally, language }: DisplayProps<Settings, ScaleTally>) {
  const say = words(strings, language);
  if (tally?.too_few) return <p>{say("too_few")}</p>;
  return <ScaleChart scale={settings} tally={tally ?? {}} say={say} />;
}

export function lines({ question, labels, from, to }: Settings, { value }: Answer): string[] {
  const label = labelled({ labels, from, to }).find(({ point }) => point === value);
  return [question, label ? `${written(value)} (${label.text})` : written(value)];
}
