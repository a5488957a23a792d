/** How far a picture goes: rung by rung, for its maker alone to say. Stepping back down works at once. */
import { useSignal, useSignalEffect } from "@preact/signals";
import type { OnPhones } from "../lib/kind";
import type { ActivityShape, OwnPieceShape } from "../protocol";
import { AnswerButtons } from "./answer_buttons";
import type { Goes } from "./answering";
import { language } from "./language";
import { sayLater as say } from "./later_words";
import type { Phone } from "./phone";
import { PromiseLine } from "./promise";
import { isOpen } from "./screen";

const RUNGS = ["me", "facilitator", "group", "record", "elsewhere"] as const;
type Rung = (typeof RUNGS)[number];

interface LaddersProps {
  phone: Phone;
  activity: ActivityShape;
  module: Pick<OnPhones, "pieces" | "pieceNames">;
}

/** Under the paper: what is promised, a ladder for each picture, and *Pass* and *Send*. */
export function Ladders({ phone, activity, module: { pieces = [], pieceNames } }: LaddersProps) {
  const names = pieceNames?.(activity.settings);
  const going = (part?: string) => goingWith(phone, activity, pieces, part);
  return (
    <>
      <PromiseLine promise="named" says={say("promise.piece")} insecure={phone.notices.insecure} />
      {pieces.map((part, at) => (
        <Ladder key={part} {...{ phone, activity, part }} name={names?.[at]} goes={going(part)} />
      ))}
      <AnswerButtons
        phone={phone}
        activity={activity}
        takeBack={() => takeBack(phone, activity)}
        goes={going(pieces[0])}
      />
    </>
  );
}

/** What leaves the phone with one picture: those that are out already, and no other. */
function goingWith(phone: Phone, { run }: ActivityShape, pieces: readonly string[], part?: string): Goes {
  const out = new Set(phone.own.value?.pieces.flatMap((piece) => (piece.run === run ? [piece.part] : [])));
  const staying = pieces.filter((piece) => piece !== part && !out.has(piece)).map(sideOf);
  return (answer) => {
    const going = Object.entries(answer).filter(([side]) => !staying.includes(side));
    return going.length ? Object.fromEntries(going) : null;
  };
}

/** Under which name of the answer a picture is; of an answer that is one picture, none. */
function sideOf(part: string): string {
  return part.slice(0, Math.max(0, part.lastIndexOf(".")));
}

/** Everything that was sent of this answer, or one picture of it, is its maker's alone again; it stays on the paper, in case. */
function takeBack({ answering, outbox, drafts, line, own }: Phone, activity: ActivityShape, only?: string): void {
  const sent = own.value?.pieces.filter(({ run, part }) => run === activity.run && part === (only ?? part)) ?? [];
  if (!sent.length) {
    answering.takeBack(activity);
    return;
  }
  const { answer, ok_to_show } = answering.written(activity);
  outbox.letGo(activity.run);
  for (const { run, part } of sent) void line.ask("step_piece", { run, part, rung: "me" });
  drafts.write(activity, answer, ok_to_show);
}

interface LadderProps {
  phone: Phone;
  activity: ActivityShape;
  part: string;
  name: string | undefined;
  goes: Goes;
}

/** The lowest rung is where every picture begins, and a higher one sends it. */
function Ladder({ phone, activity, part, name, goes }: LadderProps) {
  const sent = pieceOf(phone, activity.run, part);
  const wanted = useSignal<Rung | null>(null);
  const stepping = useSignal(false);
  const told = useSignal("");
  const step = async (rung: Rung) => {
    wanted.value = rung;
    stepping.value = true;
    told.value = say("status.sending");
    told.value = await stepped(phone, activity.run, part, rung);
    stepping.value = false;
    wanted.value = null;
  };
  useSignalEffect(() => {
    // It goes further once it is stored, and not before.
    const stored = pieceOf(phone, activity.run, part);
    const further = wanted.peek();
    if (!stored || !further || stepping.peek()) return;
    if (further === stored.rung) wanted.value = null;
    else void step(further);
  });
  const choose = (rung: Rung) => {
    told.value = "";
    if (sent) return rung === "me" ? takeBack(phone, activity, part) : void step(rung);
    if (rung === "me") return;
    if (phone.answering.send(activity, goes)) wanted.value = rung;
    else told.value = say("ladder.empty");
  };
  const now: Rung = wanted.value ?? sent?.rung ?? "me";
  return (
    <fieldset class="ladder">
      <legend>{name ? `${name}: ${say("ladder").toLowerCase()}` : say("ladder")}</legend>
      <p class="hint">{say("ladder.hint")}</p>
      {RUNGS.map((rung) => (
        <RungRow
          key={rung}
          rung={rung}
          name={`rung-${activity.run}-${part}`}
          now={now}
          choose={choose}
          disabled={!sent && !isOpen(activity)}
        />
      ))}
      <p role="status">{told}</p>
    </fieldset>
  );
}

interface RowProps {
  rung: Rung;
  name: string;
  now: Rung;
  choose(rung: Rung): void;
  disabled: boolean;
}

function RungRow({ rung, name, now, choose, disabled }: RowProps) {
  const id = `${name}-${rung}`;
  return (
    <div class="tick">
      <input
        id={id}
        type="radio"
        name={name}
        checked={rung === now}
        disabled={disabled}
        aria-describedby={`${id}-hint`}
        onChange={() => choose(rung)}
      />
      <label for={id}>{say(`rung.${rung}`)}</label>
      <p id={`${id}-hint`} class="hint">
        {say(`rung.${rung}.hint`)}
      </p>
    </div>
  );
}

function pieceOf(phone: Phone, of: string, at: string): OwnPieceShape | undefined {
  return phone.own.value?.pieces.find(({ run, part }) => run === of && part === at);
}

/** All that this person has sent today, to be stepped up or down long after the group has gone on. */
export function OwnPieces({ phone }: { phone: Phone }) {
  const pieces = phone.own.value?.pieces ?? [];
  const told = useSignal("");
  if (!pieces.length) return null;
  return (
    <section class="group">
      <h2>{say("pieces")}</h2>
      <p class="hint">{say("ladder.hint")}</p>
      {pieces.map((piece) => (
        <OwnPiece key={`${piece.run} ${piece.part}`} piece={piece} phone={phone} tell={(said) => (told.value = said)} />
      ))}
      <p role="status">{told}</p>
    </section>
  );
}

function OwnPiece({ piece, phone, tell }: { piece: OwnPieceShape; phone: Phone; tell(said: string): void }) {
  const { run, part, rung, asked } = piece;
  return (
    <label class="group">
      <span>{asked[language.value] ?? Object.values(asked)[0]}</span>
      <select
        value={rung}
        onChange={({ currentTarget: { value } }) => void stepped(phone, run, part, value as Rung).then(tell)}
      >
        {RUNGS.map((value) => (
          <option key={value} value={value} selected={value === rung}>
            {say(value === "me" ? "rung.gone" : `rung.${value}`)}
          </option>
        ))}
      </select>
    </label>
  );
}

/** What is to be said about it: nothing where it worked, because the ladder then shows it. */
async function stepped(phone: Phone, run: string, part: string, rung: Rung): Promise<string> {
  const outcome = await phone.line.ask("step_piece", { run, part, rung });
  return outcome.done ? "" : say("not_done", { message: outcome.message });
}
