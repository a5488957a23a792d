/** The face that a run's kind shows to staff, with the words of this run and, where it lives, the means to lead it. */
import type { Leading } from "../../lib/kind";
import type { RunShape } from "../../protocol";
import { useDesk, useView } from "../desk";
import { KindFace } from "../kind_face";
import { useHere } from "../region";
import { grouped } from "../state/roster";
import { runsOf } from "../state/runs";

export function RunFace({ run }: { run: RunShape }) {
  const { page } = useDesk();
  const { waiting } = useView();
  const living = useLeading(run);
  const { activity, tally } = run;
  const cards = waiting.filter((card) => card.run === activity.run);
  return (
    <KindFace kind={activity.kind}>
      {({ Facilitator }) => (
        <Facilitator
          settings={activity.settings}
          tally={tally}
          run={run}
          cards={cards}
          language={page.language}
          {...(living ? { living } : {})}
        />
      )}
    </KindFace>
  );
}

/** What goes on behind it, whatever the tablet shows. Nothing goes on while the group is on hold. */
export function Meanwhile() {
  const { page } = useDesk();
  const view = useView();
  const { present } = runsOf(view);
  if (!present?.activity.shared || view.held || view.phase !== "running") return null;
  return <MeanwhileOf key={present.activity.run} run={present} language={page.language} />;
}

function MeanwhileOf({ run, language }: { run: RunShape; language: string }) {
  const living = useLeading(run);
  const { kind, settings } = run.activity;
  if (!living) return null;
  return (
    <KindFace kind={kind} waiting={null}>
      {({ Meanwhile }) =>
        Meanwhile && <Meanwhile settings={settings} shared={living.shared} language={language} living={living} />
      }
    </KindFace>
  );
}

function useLeading({ activity, led }: RunShape): Leading | null {
  const { ask } = useDesk();
  const { roster } = useView();
  const here = useHere();
  if (!activity.shared) return null;
  return {
    shared: activity.shared,
    led: led ?? {},
    here: grouped(roster)
      .seats.filter((seat) => seat.here)
      .map(({ seat }) => seat),
    lead: (move) => ask("lead", { run: activity.run, move }, here),
    nameOf: (seat) => roster.find((row) => row.seat === seat)?.name ?? "",
  };
}
