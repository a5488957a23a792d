/** One person's phone: its line to the group, what it has to say, and what it shows. Draws nothing. */
import { computed, effect, type ReadonlySignal, signal } from "@preact/signals";
import { Connection } from "../lib/connection";
import { Drafts } from "../lib/drafts";
import { counters, forgetTheGroup, onThisDevice } from "../lib/kept";
import { Outbox } from "../lib/outbox";
import { keepAwake } from "../lib/wake_lock";
import type { ActivityShape, ParticipantAsks, ParticipantIsTold, ParticipantTells } from "../protocol";
import { Answering } from "./answering";
import { speak } from "./language";
import { fetchLater } from "./later";
import type { Page } from "./page";
import { inFocus, isOpen, LOW_LIGHT, type Screen, screenOf } from "./screen";
import { Support } from "./support";

export type Line = Connection<ParticipantAsks, ParticipantTells, ParticipantIsTold>;
/** Long enough for the activity to come first. */
const SOON = 1500;

export type Sheet = "support" | "you";

export class Phone {
  readonly line: Line;
  readonly view;
  readonly own;
  readonly outbox: Outbox;
  readonly drafts = new Drafts(onThisDevice);
  readonly answering: Answering;
  readonly support: Support;
  readonly sheet = signal<Sheet | null>(null);
  /** The one activity that this person may answer or is finishing. */
  readonly activity: ReadonlySignal<ActivityShape | null>;
  readonly screen: ReadonlySignal<Screen>;

  constructor(readonly page: Page) {
    this.line = new Connection("participant", { language: page.language });
    this.view = this.line.latest("view");
    this.own = this.line.latest("own");
    this.outbox = new Outbox({
      ask: (name, payload, options) => this.line.ask(name, payload, options),
      drop: (id) => this.line.drop(id),
      keeper: onThisDevice,
      counters,
    });
    this.answering = new Answering(this);
    this.support = new Support(this.line, this.own);
    this.activity = computed(() => this.view.value && inFocus(this.view.value, this.answering.unsent));
    this.screen = computed(() => {
      const writing = this.activity.value !== null && this.activity.value === this.view.value?.lingering;
      return screenOf(this.view.value, this.own.value, this.line.standing.value, writing);
    });
    this.follow();
  }

  /** Help lines from the newest view, or from the page itself while there is none. */
  get crisis() {
    return this.view.value?.crisis ?? this.page.crisis;
  }

  get walkTo(): string {
    return this.view.value?.walk_to || this.page.walk_to;
  }

  get notices() {
    return this.view.value?.notices ?? this.page.notices;
  }

  changeLanguage(tag: string): void {
    void speak(tag);
    this.line.introduceAs({ language: tag });
  }

  private follow(): void {
    const seat = computed(() => this.own.value?.seat);
    effect(() => {
      if (seat.value) void this.takeUp(seat.value);
    });
    effect(() => {
      document.documentElement.dataset.light = LOW_LIGHT.has(this.screen.value) ? "low" : "";
    });
    effect(() => {
      if (this.screen.value === "ended") void forgetTheGroup();
    });
    effect(() => {
      for (const run of [this.view.value?.activity, this.view.value?.lingering]) if (run) this.outbox.saw(run);
    });
    keepAwake(computed(() => this.screen.value === "step" && isOpen(this.activity.value)));
    effect(() => {
      if (this.view.value && this.line.standing.value === "connected")
        setTimeout(fetchLater, SOON, this.view.value.soon);
    });
    this.tellPresence();
  }

  private async takeUp(seat: string): Promise<void> {
    await Promise.all([this.outbox.restore(seat), this.drafts.restore(seat)]);
  }

  private tellPresence(): void {
    const tell = () => this.line.tell("presence", { visible: document.visibilityState === "visible" });
    document.addEventListener("visibilitychange", tell);
    effect(() => {
      if (this.line.standing.value === "connected") tell();
    });
  }
}
