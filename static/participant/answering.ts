/** What happens between a tap on *Send*, *Pass* or *Take back* and the words *Saved*. Draws nothing. */
import { effect } from "@preact/signals";
import type { Draft } from "../lib/drafts";
import type { Json } from "../lib/kind";
import { isUnderWay, type What } from "../lib/outbox";
import type { ActivityShape, OwnAnswerShape } from "../protocol";
import type { Phone } from "./phone";
import { isOpen } from "./screen";

/** An answer as it stands on the phone now. */
export interface Written {
  answer: Json | null;
  ok_to_show: boolean;
}

/** What leaves the phone of an answer: all of it, but where there are pictures that stay with their maker. */
export type Goes = (answer: Json) => Json | null;
const whole: Goes = (answer) => answer;

export class Answering {
  constructor(private readonly phone: Pick<Phone, "outbox" | "drafts" | "own" | "view">) {
    effect(() => this.tidy());
  }

  /** What the inputs show: a draft, else what was sent from here, else what the server has of this seat. */
  written(activity: ActivityShape): Written {
    return this.phone.drafts.find(activity) ?? this.said(activity.run);
  }

  /** True if what stands on the phone is not what was said. */
  dirty(activity: ActivityShape, goes: Goes = whole): boolean {
    const draft = this.phone.drafts.find(activity);
    const answer = draft?.answer && goes(draft.answer);
    return (
      Boolean(draft && answer) && !same({ answer, ok_to_show: draft?.ok_to_show } as Written, this.said(activity.run))
    );
  }

  /** True if something for this run waits on the phone: unsent words, or an answer on its way. */
  readonly unsent = (run: string): boolean => {
    const draft = this.phone.drafts.all.value.get(run);
    if (draft?.answer && !same(draft, this.said(run))) return true;
    return isUnderWay(this.phone.outbox.parcels.value.get(run));
  };

  /** Drafts whose question is gone. Private ones were never meant to be sent, and nobody but their writer has them. */
  leftBehind(): Draft[] {
    const { activity, lingering } = this.phone.view.value ?? {};
    const here = new Set([activity?.step, lingering?.step]);
    return [...this.phone.drafts.all.value.values()].filter(({ answer, step }) => answer !== null && !here.has(step));
  }

  ownAnswer(run: string): OwnAnswerShape | undefined {
    return this.phone.own.value?.answers.find((answer) => answer.run === run);
  }

  write(activity: ActivityShape, written: Partial<Written>): void {
    const { answer, ok_to_show } = { ...this.written(activity), ...written };
    this.phone.drafts.write(activity, answer, ok_to_show);
  }

  /** False if there is nothing to send yet. */
  send(activity: ActivityShape, goes: Goes = whole): boolean {
    const { answer: all, ok_to_show } = this.written(activity);
    const answer = all && goes(all);
    if (!answer) return false;
    this.write(activity, {});
    this.give(activity, { do: "answer", answer, ...(activity.promise === "named" ? { ok_to_show } : {}) });
    return true;
  }

  pass(activity: ActivityShape): void {
    this.phone.drafts.drop(activity.run);
    this.give(activity, { do: "pass" });
  }

  /** Taken back on the server; the words stay here, in case. */
  takeBack(activity: ActivityShape): void {
    const written = this.written(activity);
    this.give(activity, { do: "withdraw" });
    this.write(activity, written);
  }

  private give(activity: ActivityShape, what: What): void {
    if (!isOpen(activity)) return;
    this.phone.outbox.give(activity, what, this.ownAnswer(activity.run)?.revision);
  }

  private said(run: string): Written {
    const parcel = this.phone.outbox.parcels.value.get(run);
    if (parcel) return { answer: parcel.what.answer ?? null, ok_to_show: parcel.what.ok_to_show ?? false };
    const own = this.ownAnswer(run);
    return { answer: own?.answer ?? null, ok_to_show: own?.ok_to_show ?? false };
  }

  /** A draft that was saved as it is has done its work. */
  private tidy(): void {
    const parcels = this.phone.outbox.parcels.value;
    for (const draft of this.phone.drafts.all.value.values()) {
      const parcel = parcels.get(draft.run);
      if (parcel?.state === "saved" && parcel.what.do === "answer" && same(draft, this.said(draft.run))) {
        this.phone.drafts.drop(draft.run);
      }
    }
  }
}

function same(one: Written, other: Written): boolean {
  return JSON.stringify([one.answer, one.ok_to_show]) === JSON.stringify([other.answer, other.ok_to_show]);
}
