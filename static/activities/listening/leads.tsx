/** How staff lead a listening: hear it first by themselves, say where it sounds and how loud, start it, stop it. */
import { useEffect, useState } from "preact/hooks";
import { OneOf } from "../../lib/faces/choices";
import type { Leading } from "../../lib/kind";
import type { Say } from "../../lib/words";
import { type Settings, type Shared, sourceOf } from "./moment";
import { decoded, type Player } from "./player";
import { useMoment } from "./room";

interface Props {
  player: Player;
  settings: Settings;
  living: Leading<Shared>;
  say: Say;
}

const PREVIEW_SECONDS = 15;
const LEVELS = [1, 2, 3] as const;

export function Leads({ player, settings, living, say }: Props) {
  const { shared, lead } = living;
  const { moment } = useMoment(shared);
  const length = useLength(settings.file);
  const runs = moment === "soon" || moment === "playing";
  const start = () => {
    // This tap lets the tablet sound, and it may have to.
    if (player.on.value) void player.wake();
    void lead({ do: "start", ...(settings.file ? { seconds: length } : {}) });
  };
  const stop = () => {
    player.stop();
    void lead({ do: "stop" });
  };
  return (
    <>
      <p>{say(`staff.${moment}`)}</p>
      {length === "broken" || player.broken.value ? <p role="alert">{say("broken")}</p> : null}
      <div class="pair-of-buttons">
        <button
          type="button"
          class="primary"
          disabled={!runs && typeof length !== "number"}
          onClick={runs ? stop : start}
        >
          {say(runs ? "stop" : "start")}
        </button>
        <Preview player={player} settings={settings} level={shared.level} runs={runs} say={say} />
      </div>
      <Where player={player} shared={shared} lead={lead} say={say} />
      <OneOf
        class="listening-level"
        label={say("level")}
        choices={LEVELS.map((value) => ({ value, says: say(`level.${value}`) }))}
        chosen={shared.level}
        choose={(level) => level !== undefined && void lead({ do: "level", level })}
        disabled={false}
      />
    </>
  );
}

function Preview({ player, settings, level, runs, say }: Omit<Props, "living"> & { level: number; runs: boolean }) {
  useEffect(() => () => player.endPreview(), [player]);
  const on = player.playing.value === "preview";
  const turn = () => {
    if (on) player.stop();
    else player.preview(sourceOf(settings), PREVIEW_SECONDS, level);
  };
  return (
    <button type="button" aria-pressed={on} disabled={runs} onClick={turn}>
      {say(on ? "preview.stop" : "preview")}
    </button>
  );
}

/** Nothing is chosen beforehand: the room may have a player, or a guitar, of its own. */
function Where({
  player,
  shared,
  lead,
  say,
}: Pick<Props, "player" | "say"> & Pick<Props["living"], "shared" | "lead">) {
  const on = player.on.value;
  const here = () => {
    void player.wake();
    player.says(shared.at);
    player.on.value = !on;
  };
  const hint = shared.wall ? "where.wall.hint" : on ? "where.tablet.hint" : "where.none.hint";
  return (
    <fieldset class="listening-where">
      <legend>{say("where")}</legend>
      <div class="pair-of-buttons">
        <button type="button" aria-pressed={on} onClick={here}>
          {say("where.tablet")}
        </button>
        <button type="button" aria-pressed={shared.wall} onClick={() => void lead({ do: "wall", on: !shared.wall })}>
          {say("where.wall")}
        </button>
      </div>
      <p class="hint">{say(hint)}</p>
    </fieldset>
  );
}

/** How long a file lasts, in seconds, found by opening it: so staff know before the group does whether it plays. */
function useLength(file: string | undefined): number | "opening" | "broken" {
  const [length, setLength] = useState<number | "opening" | "broken">(file ? "opening" : 0);
  useEffect(() => {
    if (!file) return;
    let wanted = true;
    decoded(`/media/${file}`).then(
      ({ duration }) => wanted && setLength(Math.max(1, Math.round(duration))),
      () => wanted && setLength("broken"),
    );
    return () => {
      wanted = false;
    };
  }, [file]);
  return length;
}
