/** Setting the markers down: by a tap on the paper, or by buttons. */
import { useState } from "preact/hooks";
import { WithBoard } from "../../lib/drawing/board_later";
import { STAMPS } from "../../lib/drawing/palette";
import { OneOf } from "../../lib/faces/choices";
import type { Say } from "../../lib/words";
import { type Bridge, MARKERS, type Name, picture, placed, type Settings, SIGNS, takenAway, told } from "./markers";

interface Props {
  settings: Settings;
  bridge: Bridge;
  change(bridge: Bridge | null): void;
  disabled: boolean;
  say: Say;
  language: string;
  waiting: string;
}

const WORD_MOST = 24;

export function Marking({ settings, bridge, change, disabled, say, language, waiting }: Props) {
  const [name, setName] = useState<Name>("was");
  const at = bridge[name];
  const choices = MARKERS.map((value) => ({
    value,
    class: "choice",
    says: <Sign name={value} label={settings[value]} />,
  }));
  const put = (spot: { x: number; y: number }) => change(placed(bridge, name, spot));
  return (
    <WithBoard
      waiting={waiting}
      draw={({ Paper, Spots, nineFields, boardWords }) => (
        <div class="board">
          <OneOf
            class="choices"
            label={say("which")}
            choices={choices}
            chosen={name}
            choose={(next = name) => setName(next)}
            disabled={disabled}
          />
          <div class="under-hand">
            <Paper
              picture={picture(settings, bridge)}
              label={spoken(settings, say, told(settings, bridge, say, nineFields(boardWords(language))))}
              pen={null}
              drew={([x = 0, y = 0]) => put({ x, y })}
              disabled={disabled}
            />
          </div>
          <label class="written">
            <span>{say("word")}</span>
            <input
              type="text"
              value={at?.word ?? ""}
              maxLength={WORD_MOST}
              disabled={disabled || !at}
              onInput={({ currentTarget: { value } }) => at && change({ ...bridge, [name]: { ...at, word: value } })}
            />
          </label>
          <Spots
            fields={nineFields(boardWords(language))}
            set={put}
            full={false}
            move={(dx, dy) => at && put({ x: at.x + dx, y: at.y + dy })}
            movable={at !== undefined}
            says={{ set: say("set"), move: say("move") }}
            disabled={disabled}
            say={boardWords(language)}
          />
          <button type="button" disabled={disabled || !at} onClick={() => change(takenAway(bridge, name))}>
            {say("away")}
          </button>
        </div>
      )}
    />
  );
}

function Sign({ name, label }: { name: Name; label: string }) {
  return (
    <>
      <svg viewBox="-60 -60 120 120" width="24" height="24" aria-hidden="true">
        <path d={STAMPS[SIGNS[name].stamp]} fill="currentColor" />
      </svg>{" "}
      {label}
    </>
  );
}

/** What a screen reader says of the paper. */
function spoken({ drawn }: Settings, say: Say, lines: string[]): string {
  return [say(`ground.${drawn}`), ...(lines.length ? lines : [say("none_set")])].join(" ");
}
