/** Moves the desk's clock on the second, for drawing; nothing is asked of anyone. */
import type { Desk } from "./desk";

export function tick(desk: Desk): () => void {
  let next: ReturnType<typeof setTimeout>;
  const move = () => {
    desk.second.value = desk.link.now();
    next = setTimeout(move, 1000 - (desk.second.value % 1000));
  };
  move();
  return () => clearTimeout(next);
}
