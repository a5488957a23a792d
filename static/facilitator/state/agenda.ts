/** Where the group is in the plan of the day. */
import type { PlanBlockShape, PlanStepShape, PlanView } from "../../protocol";

export type Place = {
  block: PlanBlockShape;
  step: PlanStepShape;
  /** The step's place in its module, from 1. */
  number: number;
  of: number;
  previous: PlanStepShape | null;
  next: PlanStepShape | null;
};

export function placeOf(plan: PlanView | null, step: string | null): Place | null {
  const all = (plan?.blocks ?? []).flatMap((block) => block.steps.map((of, index) => ({ block, step: of, index })));
  const at = all.findIndex((one) => one.step.id === step);
  const here = all[at];
  if (!here) return null;
  return {
    block: here.block,
    step: here.step,
    number: here.index + 1,
    of: here.block.steps.length,
    previous: all[at - 1]?.step ?? null,
    next: all[at + 1]?.step ?? null,
  };
}

export type BlockState = "done" | "now" | "ahead";

/** A block is done when the group has gone past it, seen in the order of the day. */
export function blockState(plan: PlanView, block: PlanBlockShape, step: string | null): BlockState {
  const now = plan.blocks.findIndex((one) => one.steps.some(({ id }) => id === step));
  const at = plan.blocks.indexOf(block);
  if (at === now) return "now";
  return at < now ? "done" : "ahead";
}

/** The last module of the day, which closes it. */
export function checkOutOf(plan: PlanView | null): PlanBlockShape | null {
  return plan?.blocks.filter((block) => block.what === "module" && block.steps.length > 0).at(-1) ?? null;
}

/** Minutes as people say them: no fractions. */
export function wholeMinutes(minutes: number): number {
  return Math.max(1, Math.round(minutes));
}
