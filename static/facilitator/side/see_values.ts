/** Asks for what one seat answered with its name, and waits for it: it may come before or after the acknowledgement. */
import { effect } from "@preact/signals";
import type { SeatValuesShape } from "../../protocol";
import type { Desk } from "../desk";

const PATIENCE = 5000;

export async function seeValues(desk: Desk, seat: string, at: string): Promise<SeatValuesShape | null> {
  const before = desk.link.values.peek();
  if (!(await desk.ask("see_values", { seat }, at))) return null;
  return new Promise((resolve) => {
    let settled = false;
    const settle = (told: SeatValuesShape | null) => {
      settled = true;
      clearTimeout(giveUp);
      resolve(told);
      // Not from inside the effect that called us: it does not have its own end yet.
      queueMicrotask(() => stop());
    };
    const giveUp = setTimeout(() => settle(null), PATIENCE);
    const stop = effect(() => {
      const told = desk.link.values.value;
      if (!settled && told !== before && told?.seat === seat) settle(told);
    });
  });
}
