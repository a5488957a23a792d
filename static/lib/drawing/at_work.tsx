/**
 * The wall while a group draws: a sheet of paper, and how far a picture goes, rung by rung.
 * It shows nothing of anybody's, nor whether anybody has begun: it is the same from the first moment to the last.
 */
import type { ComponentChild } from "preact";
import { words } from "../words";
import strings from "./at_work.strings.json";
import { INKS } from "./palette";

/** Those that a wall is about; further is for each maker's own phone to say. */
const RUNGS = ["me", "facilitator", "group"] as const;

export function AtWork({ children, language }: { children: ComponentChild; language: string }) {
  const say = words(strings, language);
  return (
    <div class="at-work whole">
      <div class="at-work-sheet" aria-hidden="true">
        {children}
      </div>
      <div class="at-work-says">
        <p class="at-work-yours">{say("yours")}</p>
        <ol>
          {RUNGS.map((rung) => (
            <li key={rung}>
              <b>{say(rung)}</b> <span>{say(`${rung}.hint`)}</span>
            </li>
          ))}
        </ol>
        <p class="hint at-work-down">{say("down")}</p>
      </div>
    </div>
  );
}

const COLOURS = Object.entries(INKS).filter(([ink]) => ink !== "paper");

/** The inks in a circle with one gap, as chairs stand. There are as many as there are inks. */
export function InkRing() {
  return (
    <svg class="ink-ring" viewBox="0 0 100 100" aria-hidden="true">
      {COLOURS.map(([ink, colour], at) => (
        <circle
          key={ink}
          cx="50"
          cy="20"
          r="5.5"
          fill={colour}
          transform={`rotate(${(360 * (at + 1)) / (COLOURS.length + 1)} 50 50)`}
        />
      ))}
    </svg>
  );
}
