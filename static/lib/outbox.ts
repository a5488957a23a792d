/**
 * What this phone has to say about each activity run, until the server has written it down.
 * Named answers are kept across a reload; anonymous ones live in memory alone. Draws nothing.
 */
import { type ReadonlySignal, signal } from "@preact/signals";
import type { ActivityShape, SayShape } from "../protocol";
import type { AskOptions, Outcome } from "./asking";
import { padding } from "./frame";
import { newId } from "./ids";
import type { Keeper } from "./kept";
import type { Json } from "./kind";

export type What = { do: SayShape["do"]; answer?: Json; ok_to_show?: boolean };
export type Run = Pick<ActivityShape, "run" | "promise" | "frame_bytes" | "key_id">;

export interface Parcel {
  id: string;
  run: Run;
  what: What;
  revision: number;
  /**
   * `waiting`: put off, and goes by itself in a moment. `unsure`: refused, but an earlier copy may have arrived.
   * `gone_out`: too late to change, because what was said before is with the others' answers.
   */
  state: "sending" | "waiting" | "saved" | "refused" | "unsure" | "gone_out" | "too_long";
  /** The server's sentence, when it refused. */
  message: string;
}

/** Given in, and not answered yet. */
export function isUnderWay(parcel: Parcel | undefined): boolean {
  return parcel?.state === "sending" || parcel?.state === "waiting";
}

export interface Surroundings {
  ask(name: "answer", payload: { run: string; say: SayShape; pad?: string }, options: AskOptions): Promise<Outcome>;
  drop(id: string): void;
  keeper: Keeper;
  counters: { get(key: string): number; set(key: string, value: number): void };
}

/** The server has seen a newer one from this seat (from another phone, say): ours has to be newer still. */
const OLDER = "older_revision";
const GONE_OUT = "in_a_wave";
const LEAP = 1000;

export class Outbox {
  private readonly items = signal<ReadonlyMap<string, Parcel>>(new Map());
  private shelf = "";

  constructor(private readonly around: Surroundings) {}

  get parcels(): ReadonlySignal<ReadonlyMap<string, Parcel>> {
    return this.items;
  }

  /** Sends. `known` is the newest revision that the server says it has. */
  give(run: Run, what: What, known = 0): void {
    const before = this.items.peek().get(run.run);
    if (before) this.around.drop(before.id);
    const revision = Math.max(known, before?.revision ?? 0, this.around.counters.get(counter(run))) + 1;
    this.send({ id: newId(), run, what, revision, state: "sending", message: "" });
  }

  /** True if this phone has sent something for the run, also before a reload. */
  hasSent(run: string): boolean {
    return this.items.value.has(run) || this.around.counters.get(`r:${run}`) > 0;
  }

  /** What was said of a run stands no more, by another way than through here. */
  letGo(run: string): void {
    const parcel = this.items.peek().get(run);
    if (!parcel) return;
    this.around.drop(parcel.id);
    this.change((parcels) => {
      parcels.delete(run);
    });
  }

  /**
   * A run was seen. Its key may be another one than before: then what was sealed is lost, and we seal it again.
   * With no key any more it is closed for good, and what was saved stays saved.
   */
  saw(run: Run): void {
    const parcel = this.items.peek().get(run.run);
    if (!parcel || run.promise !== "anonymous" || run.key_id === null || parcel.run.key_id === run.key_id) return;
    if (parcel.state === "saved" || isUnderWay(parcel)) this.give(run, parcel.what);
  }

  /** Takes up what was on its way before a reload. What another seat left on this phone is thrown away. */
  async restore(seat: string): Promise<void> {
    this.shelf = `outbox:${seat}`;
    const kept = ((await this.around.keeper.find(this.shelf)) as Parcel[] | undefined) ?? [];
    const known = this.items.peek();
    for (const parcel of kept) if (!known.has(parcel.run.run)) this.send({ ...parcel, state: "sending" });
  }

  private send(parcel: Parcel): void {
    const { run, what, revision, id } = parcel;
    const say: SayShape = { ...what, revision };
    const pad = run.promise === "anonymous" ? padding(say, run.frame_bytes) : undefined;
    if (pad === null) {
      this.put({ ...parcel, state: "too_long" });
      return;
    }
    this.around.counters.set(counter(run), revision);
    this.put(parcel);
    const payload = { run: run.run, say, ...(pad === undefined ? {} : { pad }) };
    const putOff = () => this.putOff(parcel);
    void this.around.ask("answer", payload, { id, putOff }).then((outcome) => this.answered(parcel, outcome));
  }

  private putOff(parcel: Parcel): void {
    const now = this.items.peek().get(parcel.run.run);
    if (now?.id === parcel.id && now.state === "sending") this.put({ ...parcel, state: "waiting" });
  }

  private answered(parcel: Parcel, outcome: Outcome): void {
    if (this.items.peek().get(parcel.run.run)?.id !== parcel.id) return;
    if (outcome.done) this.put({ ...parcel, state: "saved" });
    else if (outcome.why === OLDER) this.give(parcel.run, parcel.what, parcel.revision + LEAP);
    else if (outcome.why === GONE_OUT) this.put({ ...parcel, state: "gone_out" });
    else this.put({ ...parcel, state: outcome.unsure ? "unsure" : "refused", message: outcome.message });
  }

  private put(parcel: Parcel): void {
    this.change((parcels) => {
      parcels.set(parcel.run.run, parcel);
    });
  }

  private change(make: (parcels: Map<string, Parcel>) => void): void {
    const parcels = new Map(this.items.peek());
    make(parcels);
    this.items.value = parcels;
    void this.store();
  }

  private async store(): Promise<void> {
    if (!this.shelf) return;
    const unsent = [...this.items.peek().values()].filter(
      (parcel) => parcel.run.promise === "named" && isUnderWay(parcel),
    );
    await (unsent.length ? this.around.keeper.keep(this.shelf, unsent) : this.around.keeper.drop(this.shelf));
  }
}

function counter(run: Run): string {
  return `r:${run.run}`;
}
