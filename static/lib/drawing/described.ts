/** A picture in words, for whoever draws without seeing it. Pure. */
import type { Say } from "../words";
import { nineFields } from "./fields";
import { isStamp, type Mark } from "./marks";

const TOLD = 4;

/** The lines counted; the shapes by name, colour and place, the newest first. */
export function described(marks: readonly Mark[], say: Say, { nameOf } = nineFields(say)): string {
  if (!marks.length) return say("paper.empty");
  const shapes = marks.filter(isStamp).reverse();
  const lines = marks.length - shapes.length;
  const told = shapes.slice(0, TOLD).map((shape) =>
    say("shape", {
      stamp: say(`stamp.${shape.stamp}`),
      ink: say(`ink.${shape.ink}`).toLowerCase(),
      place: nameOf(shape),
    }),
  );
  const things = [
    ...told,
    ...(shapes.length > TOLD ? [say("more", { count: shapes.length - TOLD })] : []),
    ...(lines ? [say("strokes", { count: lines })] : []),
  ];
  return say("paper", { things: things.join("; ") });
}
