/**
 * The wall while a group draws: a sheet of paper, and how far a picture goes, rung by rung.
 * It shows nothing of anybody's, nor whether anybody has begun: it is the same from the first moment to the last.
 */
import type { ComponentChild } from "preact";
import { words } from "../words";
import strings from "./at_work.strings.json";
import type { Mark } from "./marks";
import { DrawnPicture } from "./picture";

/** Those that a wall is about; further is for each maker's own phone to say. */
const RUNGS = ["me", "facilitator", "group"] as const;

export interface Props {
  language: string;
  /** What is on the sheet: lines to draw on, or something of the kind's own. */
  ground?: readonly Mark[];
  children?: ComponentChild;
}

export function Sheet({ language, ground, children }: Props) {
  const say = words(strings, language);
  return (
    <div class="at-work whole">
      <div class="at-work-sheet" aria-hidden="true">
        {ground ? <DrawnPicture picture={{ marks: ground }} label="" /> : children}
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
