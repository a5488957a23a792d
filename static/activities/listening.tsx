/** The room listens together. A phone shows what to notice and stays silent until its owner turns the sound on there. */
import { useContext, useEffect } from "preact/hooks";
import { Bars, type ChoiceTally } from "../lib/faces/bars";
import { OneOf } from "../lib/faces/choices";
import { GrowingLine } from "../lib/faces/growing";
import { OutOfMany } from "../lib/faces/out_of_many";
import type { DisplayProps, FacilitatorProps, MeanwhileProps, ParticipantProps } from "../lib/kind";
import { RoomTime } from "../lib/room_time";
import { type Say, words } from "../lib/words";
import { Leads } from "./listening/leads";
import type { Settings, Shared } from "./listening/moment";
import { Player } from "./listening/player";
import { useMoment, useRoomSound } from "./listening/room";
import strings from "./listening.strings.json";

interface Answer {
  word?: string;
  choice?: string;
}

const WORD_MOST = 40;
/** One for the page: a tablet's face comes and goes while the sound goes on. */
const player = new Player();

export function Participant(props: ParticipantProps<Settings, Answer, Shared>) {
  const { settings, living, language } = props;
  const say = words(strings, language);
  return (
    <div class="asked listening">
      <Name settings={settings} say={say} />
      {living ? <OnThisPhone settings={settings} shared={living.shared} say={say} /> : <Notice settings={settings} />}
      {settings.question && <Afterwards {...props} say={say} />}
    </div>
  );
}

function OnThisPhone({ settings, shared, say }: { settings: Settings; shared: Shared; say: Say }) {
  const { moment, left } = useMoment(shared);
  useRoomSound(player, settings, shared);
  useEffect(() => off, []);
  const on = player.on.value;
  const turn = () => {
    if (on) return off();
    void player.wake();
    player.says(shared.at);
    player.on.value = true;
  };
  return (
    <>
      <p role="status">{say(`phone.${moment}`)}</p>
      {moment === "soon" && <SoonIn left={left} say={say} />}
      <Notice settings={settings} />
      <button type="button" class="large" aria-pressed={on} onClick={turn}>
        {say(on ? "phone.stop" : "phone.hear")}
      </button>
      <p class="hint">{say(on && player.broken.value ? "broken" : on ? "phone.on" : "phone.off")}</p>
    </>
  );
}

function off(): void {
  player.on.value = false;
  player.leave();
}

/** What is asked when the sound is over; nobody has to wait for it. */
function Afterwards({ settings, draft, setDraft, disabled, say }: ParticipantProps<Settings, Answer> & { say: Say }) {
  const { question = "", options } = settings;
  if (!options)
    return (
      <label class="listening-word">
        <span class="question">{question}</span>
        <GrowingLine
          value={draft?.word ?? ""}
          write={(word) => setDraft(word.trim() ? { word } : null)}
          most={WORD_MOST}
          disabled={disabled}
        />
        <span class="hint">{say("one_word")}</span>
      </label>
    );
  return (
    <>
      <h3 class="question">{question}</h3>
      <OneOf
        class="choices"
        label={question}
        choices={Object.entries(options).map(([value, says]) => ({ value, says, class: "choice" }))}
        chosen={draft?.choice}
        choose={(choice) => setDraft(choice === undefined ? null : { choice })}
        disabled={disabled}
      />
    </>
  );
}

export function Facilitator(props: FacilitatorProps<Settings, ChoiceTally, Shared>) {
  const { settings, tally, living, language } = props;
  const say = words(strings, language);
  const { options, question } = settings;
  return (
    <div class="face listening">
      {living && <Leads player={player} settings={settings} living={living} say={say} />}
      {question && (
        <OutOfMany tally={tally} say={say}>
          {(told) =>
            options ? <Bars texts={options} tally={told} say={say} /> : <p class="hint">{say("come_singly")}</p>
          }
        </OutOfMany>
      )}
    </div>
  );
}

/** The tablet's line with *Stop sound*, which is there whatever else it shows; on the wall, what it needs to play. */
export function Meanwhile({ settings, shared, language, living }: MeanwhileProps<Settings, Shared>) {
  const say = words(strings, language);
  const now = useContext(RoomTime);
  const { moment, left } = useMoment(shared);
  useRoomSound(player, settings, shared);
  const wall = !living;
  useEffect(() => {
    if (!wall) return;
    player.on.value = shared.wall;
    if (shared.wall) void player.wake();
  }, [wall, shared.wall]);
  if (wall && shared.wall && player.needsTouch.value)
    return (
      <button type="button" class="listening-touch" onClick={() => void player.wake()}>
        {say("wall.touch")}
      </button>
    );
  if (moment !== "soon" && moment !== "playing") return null;
  if (wall && player.playing.value !== "room") return null;
  const stop = () => {
    player.stop();
    void living?.lead({ do: "stop" });
  };
  const time = shared.seconds === null || shared.at === null || now() < shared.at ? "" : clock(left);
  return (
    <section class={wall ? "listening-line at-wall" : "listening-line"} aria-label={say("line")}>
      <p role="status">
        {say(`line.${moment}`)} <b>{nameOf(settings, say)}</b>
      </p>
      {!wall && <span class="numbers">{time}</span>}
      <button type="button" onClick={stop}>
        {say("stop")}
      </button>
    </section>
  );
}

function clock(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

/** The wall says what is heard and what to notice, for the ear and for whoever cannot hear it. */
export function Display({ settings, tally, shared, language }: DisplayProps<Settings, ChoiceTally, Shared>) {
  const say = words(strings, language);
  const { moment, left } = useMoment(shared);
  if (tally?.too_few) return <p>{say("too_few")}</p>;
  if (tally && settings.options) return <Bars texts={settings.options} tally={tally} say={say} />;
  return (
    <div class="face listening">
      <Name settings={settings} say={say} />
      {shared && !tally && <p>{say(`wall.${moment}`)}</p>}
      {moment === "soon" && <SoonIn left={left} say={say} />}
      <Notice settings={settings} />
    </div>
  );
}

function Name({ settings, say }: { settings: Settings; say: Say }) {
  return (
    <div>
      <p class="listening-name">{nameOf(settings, say)}</p>
      {settings.sound && <p class="hint">{say(`like.${settings.sound}`)}</p>}
    </div>
  );
}

function nameOf({ called, sound = "sea" }: Settings, say: Say): string {
  return called ?? say(`sound.${sound}`);
}

function SoonIn({ left, say }: { left: number; say: Say }) {
  return (
    <p class="numbers listening-soon" role="timer" aria-live="off">
      {say("soon_in", { count: left })}
    </p>
  );
}

function Notice({ settings: { notice } }: { settings: Settings }) {
  if (!notice.length) return null;
  return (
    <ul class="listening-notice">
      {notice.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

export function composes({ question, options }: Settings): boolean {
  return question !== undefined && options === undefined;
}

export function lines({ question = "", options = {} }: Settings, { word, choice = "" }: Answer): string[] {
  return [question, word ?? options[choice] ?? choice];
}
