/** *Talk to staff*: from the tap to *seen*, or within ten seconds to *this did not reach staff*. Draws nothing. */
import { computed, effect, type ReadonlySignal, signal } from "@preact/signals";
import { newId } from "../lib/ids";
import type { OwnView } from "../protocol";
import type { Line } from "./phone";

const NOT_DELIVERED_AFTER = 10_000;
const WALK_AFTER = 60_000;

export type CallState = "none" | "sending" | "sent" | "seen" | "not_delivered" | "cancelled";

export class Support {
  private readonly asked = signal<{ call: string; refused: boolean } | null>(null);
  private readonly cancelled = signal<string | null>(null);
  private readonly late = signal(false);
  /** Nobody has seen it for a minute: say whom to go to. */
  readonly unseenForLong = signal(false);
  readonly state: ReadonlySignal<CallState>;
  private current = "";
  private timers: ReturnType<typeof setTimeout>[] = [];

  constructor(
    private readonly line: Line,
    private readonly own: ReadonlySignal<OwnView | null>,
  ) {
    this.state = computed(() => this.stateNow());
    // A call made before a reload is counted from when this page first hears of it.
    effect(() => {
      const call = this.own.value?.call;
      if (call && call.call !== this.current) this.count(call.call);
    });
  }

  get seenBy(): string {
    return this.own.value?.call?.seen_by ?? "";
  }

  /** Calls staff, unless a call is under way. */
  call(): void {
    if (["none", "seen", "cancelled"].includes(this.state.peek())) void this.ask();
  }

  askAgain(): void {
    void this.ask();
  }

  cancel(): void {
    const call = this.current;
    this.cancelled.value = call;
    void this.line.ask("cancel_call", { call });
  }

  private async ask(): Promise<void> {
    const call = newId();
    this.asked.value = { call, refused: false };
    this.count(call);
    const outcome = await this.line.ask("call_staff", { call }, { id: call });
    if (!outcome.done && this.asked.peek()?.call === call) this.asked.value = { call, refused: true };
  }

  private count(call: string): void {
    this.current = call;
    this.late.value = false;
    this.unseenForLong.value = false;
    for (const timer of this.timers) clearTimeout(timer);
    this.timers = [
      setTimeout(() => {
        this.late.value = true;
      }, NOT_DELIVERED_AFTER),
      setTimeout(() => {
        this.unseenForLong.value = true;
      }, WALK_AFTER),
    ];
  }

  private stateNow(): CallState {
    const asked = this.asked.value;
    const told = this.own.value?.call ?? null;
    const current = told && (!asked || told.call === asked.call) ? told : null;
    if (this.cancelled.value && this.cancelled.value === (current?.call ?? asked?.call)) return "cancelled";
    if (current?.status === "seen") return "seen";
    if (current?.status === "delivered") return "sent";
    if (!current && !asked) return "none";
    return this.late.value || asked?.refused ? "not_delivered" : "sending";
  }
}
