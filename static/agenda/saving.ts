/** Saves the plan by itself, one save at a time, and says truthfully how it stands. Knows no page. */
import { signal } from "@preact/signals";
import { asSent, canBeSaved, type Plan } from "./plan";

export type Standing = "saved" | "changed" | "saving" | "no_connection" | "refused";

export type Answer = { ok: true; changed_at: number } | { ok: false; message: string };
export type Put = (body: object) => Promise<Answer>;

/** Milliseconds of quiet before a change is saved, and until a lost one is tried again. */
const QUIET = 600;
const AGAIN = 4000;

export class Saving {
  readonly standing = signal<Standing>("saved");
  /** Why the server did not take it, in words for the person. */
  readonly refused = signal("");
  #plan: Plan | null = null;
  #changedAt: number;
  readonly #put: Put;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #going: Promise<void> | null = null;

  constructor(changedAt: number, put: Put) {
    this.#changedAt = changedAt;
    this.#put = put;
  }

  /** Save this soon. A plan that cannot be saved yet waits for its next change. */
  soon(plan: Plan): void {
    this.#plan = plan;
    if (this.standing.value !== "saving") this.standing.value = "changed";
    this.#in(QUIET);
  }

  /** Save what is not saved yet, now. True when all is saved. */
  async now(): Promise<boolean> {
    clearTimeout(this.#timer);
    while (this.#going) await this.#going;
    if (this.#plan && canBeSaved(this.#plan)) await this.#start();
    return this.standing.value === "saved";
  }

  #in(wait: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void (this.#going ?? this.#start()), wait);
  }

  #start(): Promise<void> {
    this.#going = this.#save().finally(() => {
      this.#going = null;
      if (this.#plan && canBeSaved(this.#plan) && this.standing.value === "changed") this.#in(QUIET);
    });
    return this.#going;
  }

  async #save(): Promise<void> {
    const plan = this.#plan;
    if (!plan || !canBeSaved(plan)) return;
    this.standing.value = "saving";
    try {
      this.#heard(plan, await this.#put({ ...asSent(plan), changed_at: this.#changedAt }));
    } catch {
      this.standing.value = "no_connection";
      this.#in(AGAIN);
    }
  }

  #heard(plan: Plan, answer: Answer): void {
    if (!answer.ok) {
      this.refused.value = answer.message;
      this.standing.value = "refused";
      return;
    }
    this.#changedAt = answer.changed_at;
    this.refused.value = "";
    if (this.#plan === plan) this.#plan = null;
    this.standing.value = this.#plan ? "changed" : "saved";
  }
}
