/**
 * A body from the front and from behind, of no age and no gender. There is nothing to tap between belly and legs.
 * It is for the eye and the finger; the list beside it holds the same places for everyone.
 */

/** Places by key, as paths on a grid of 210 by 226, seen from the front. */
const FRONT: Readonly<Record<string, string>> = {
  head: "M38 26c0-14 7-21 17-21s17 7 17 21z",
  face: "M38 26h34c0 12-8 21-17 21s-17-9-17-21z",
  throat: "M47 45q8 4 16 0v9q-8 4-16 0z",
  shoulders: "M47 54q8 4 16 0c8 4 18 5 23 11q4 4 4 9H20q0-5 4-9c5-6 15-7 23-11z",
  chest: "M33 74h44q0 12-3 24H36q-3-12-3-24z",
  belly: "M36 98h38q-1 12 2 24H34q3-12 2-24z",
  arms: "M20 74h13q1 14-4 26l-7 22h-9q-1-10 2-22 4-14 5-26zM90 74H77q-1 14 4 26l7 22h9q1-10-2-22-4-14-5-26z",
  hands: "M13 122h9q2 8-1 15-4 4-8 0-3-8 0-15zM97 122h-9q-2 8 1 15 4 4 8 0 3-8 0-15z",
  legs: "M31 142h22q1 30-3 66H37q0-20-3-36-3-16-3-30zM79 142H57q-1 30 3 66h13q0-20 3-36 3-16 3-30z",
  feet: "M37 208h13q1 8 0 12-8 3-19 1 0-5 6-13zM73 208H60q-1 8 0 12 8 3 19 1 0-5-6-13z",
};
/** Seen from behind, on the same grid; it is drawn beside the front. */
const BACK = "M33 74h44q0 12-3 24-1 12 2 24H34q3-12 2-24-3-12-3-24z";
/** Drawn, and never to be tapped. */
const HIPS = "M34 122h42q3 8 3 20H57l-2-5-2 5H31q0-12 3-20z";

interface Props {
  /** How dark each place is, from 0 to 4. */
  heat(place: string): number;
  tap?(place: string): void;
}

export function Body({ heat, tap }: Props) {
  const draw = (place: string, path: string) => (
    // biome-ignore lint/a11y/noStaticElementInteractions: for fingers alone; keys and readers have the list.
    <path key={place} class={`heat-${heat(place)}`} d={path} onClick={tap && (() => tap(place))} />
  );
  return (
    <svg class={tap ? "body to-tap" : "body"} viewBox="6 2 202 222" aria-hidden="true">
      <path class="still" d={HIPS} />
      {Object.entries(FRONT).map(([place, path]) => draw(place, path))}
      <g transform="translate(102)">
        <path class="still" d={HIPS + Object.values(FRONT).join("")} />
        {draw("back", BACK)}
      </g>
    </svg>
  );
}
