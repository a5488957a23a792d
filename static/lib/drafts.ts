/**
 * What someone has chosen or written and not sent. It outlives a step change; a named draft outlives a reload too.
 * Anonymous and private words stay in memory alone.
 */
import { type ReadonlySignal, signal } from "@preact/signals";
import type { ActivityShape } from "../protocol";
import type { Keeper } from "./kept";
import type { Json } from "./kind";

export interface Draft {
  run: string;
  step: string;
  kind: string;
  promise: ActivityShape["promise"];
  /** The question, so that the words can still be shown once it is gone. */
  settings: Json;
  answer: Json | null;
  ok_to_show: boolean;
}

export class Drafts {
  private readonly drafts = signal<ReadonlyMap<string, Draft>>(new Map());
  private shelf = "";

  constructor(private readonly keeper: Keeper) {}

  get all(): ReadonlySignal<ReadonlyMap<string, Draft>> {
    return this.drafts;
  }

  /** The draft for a run; one that was left on the same step in an earlier run waits there too. */
  find({ run, step, kind }: Pick<ActivityShape, "run" | "step" | "kind">): Draft | null {
    const drafts = this.drafts.value;
    const left = [...drafts.values()].find((draft) => draft.step === step && draft.kind === kind);
    return drafts.get(run) ?? left ?? null;
  }

  write({ run, step, kind, promise, settings }: ActivityShape, answer: Json | null, ok_to_show: boolean): void {
    this.change((drafts) => {
      for (const draft of [...drafts.values()]) if (draft.step === step) drafts.delete(draft.run);
      drafts.set(run, { run, step, kind, promise, settings, answer, ok_to_show });
    });
  }

  drop(run: string): void {
    if (!this.drafts.peek().has(run)) return;
    this.change((drafts) => {
      drafts.delete(run);
    });
  }

  async restore(seat: string): Promise<void> {
    this.shelf = `drafts:${seat}`;
    const kept = ((await this.keeper.find(this.shelf)) as Draft[] | undefined) ?? [];
    this.change((drafts) => {
      for (const draft of kept) if (!drafts.has(draft.run)) drafts.set(draft.run, draft);
    });
  }

  private change(make: (drafts: Map<string, Draft>) => void): void {
    const drafts = new Map(this.drafts.peek());
    make(drafts);
    this.drafts.value = drafts;
    if (!this.shelf) return;
    const named = [...drafts.values()].filter(({ promise }) => promise === "named");
    void (named.length ? this.keeper.keep(this.shelf, named) : this.keeper.drop(this.shelf));
  }
}
