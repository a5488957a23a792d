/** The one line to the server: it comes back by itself, asks until it is answered, and keeps only the newest views. */
import { type ReadonlySignal, type Signal, signal } from "@preact/signals";
import { Asking, type AskOptions, type Outcome, PASSING } from "./asking";
import { backoff } from "./backoff";
import { Clock } from "./clock";
import { isOlder, type Versioned } from "./views";
import { AnyWay } from "./wire/any_way";
import type { Wire } from "./wire/wire";

export type Standing = "connecting" | "connected" | "lost" | "turned_away";

/** No answer to a ping within this many milliseconds: the line only looks open. */
const PATIENCE = 1500;
/** An ask without an answer for so long makes us look at the line. */
const STALLED = 4000;

type Names<Table> = keyof Table & string;
type Hear = (payload: never) => void;

export class Connection<Asks, Tells, Told> {
  readonly standing = signal<Standing>("connecting");
  /** Why the server does not let us in, in words for the person. */
  readonly turnedAway = signal("");
  readonly clock = new Clock();
  private readonly wire: Wire;
  private readonly hearers = new Map<string, Hear[]>();
  private readonly asking = new Asking((name, payload) => this.send(name, payload));
  private auth: Record<string, string>;
  private closed = false;
  private attempt = 0;
  private next: ReturnType<typeof setTimeout> | undefined;
  private probe: ReturnType<typeof setTimeout> | undefined;

  constructor(audience: "facilitator" | "participant" | "display", auth: Record<string, string>) {
    this.auth = auth;
    this.wire = new AnyWay(
      { namespace: `/${audience}`, auth: () => this.auth },
      {
        connected: () => this.connected(),
        lost: () => this.lost(),
        // Whoever is sent away for a reason that does not pass stays away.
        turnedAway: (message, why) => (!why || PASSING.has(why) ? this.lost() : this.sentAway(message)),
        told: (name, payload) => this.told(name, payload),
      },
    );
    this.listen();
    this.watchTheDevice();
    this.wire.connect();
  }

  /** Asks for something and waits until the server has written it down or refused it, over any reconnection. */
  ask<N extends Names<Asks>>(name: N, payload: Asks[N] & object, options?: AskOptions): Promise<Outcome> {
    setTimeout(() => this.asking.waiting && this.look(), STALLED);
    return this.asking.ask(name, payload, options);
  }

  /** Never send this one again: something newer took its place. */
  drop(id: string): void {
    this.asking.drop(id);
  }

  /** Says something that needs no answer. Nothing happens while there is no connection. */
  tell<N extends Names<Tells>>(name: N, payload: Tells[N] & object): void {
    this.send(name, payload);
  }

  on<N extends Names<Told>>(name: N, hear: (payload: Told[N]) => void): void {
    this.hear(name, hear);
  }

  /** The newest of a kind of view; null before the first. */
  latest<N extends Names<Told>>(name: N): ReadonlySignal<Told[N] | null> {
    const newest: Signal<Told[N] | null> = signal(null);
    this.on(name, (view) => {
      if (!isOlder(view as Versioned, newest.peek() as Versioned | null)) newest.value = view;
    });
    return newest;
  }

  /** Connects anew with another introduction (another language). */
  introduceAs(auth: Record<string, string>): void {
    this.auth = auth;
    this.reconnect();
  }

  close(): void {
    this.closed = true;
    clearTimeout(this.next);
    this.wire.disconnect();
  }

  private send(name: string, payload: object): boolean {
    if (!this.wire.connected) return false;
    this.wire.send(name, payload);
    return this.wire.connected;
  }

  private hear<Payload>(name: string, hear: (payload: Payload) => void): void {
    this.hearers.set(name, [...(this.hearers.get(name) ?? []), hear]);
  }

  private told(name: string, payload: unknown): void {
    for (const hear of this.hearers.get(name) ?? []) hear(payload as never);
  }

  private listen(): void {
    this.hear("done", ({ id }: { id: string }) => this.asking.done(id));
    this.hear("refused", ({ id, why, message }: { id: string; why: string; message: string }) =>
      this.asking.refused(id, why, message),
    );
    this.hear("clock", ({ sent, at }: { sent: number; at: number }) => {
      clearTimeout(this.probe);
      this.probe = undefined;
      this.clock.heard(sent, at);
    });
    this.hear("come_back", ({ within }: { within: number }) => {
      this.wire.disconnect();
      this.connectIn(Math.random() * within);
    });
  }

  private connected(): void {
    this.attempt = 0;
    clearTimeout(this.next);
    this.standing.value = "connected";
    this.asking.sendAgain();
    // Three pings: the quickest of them sets the clock.
    for (const wait of [0, 300, 900]) setTimeout(() => this.send("clock", { sent: Date.now() }), wait);
  }

  private lost(): void {
    clearTimeout(this.probe);
    this.probe = undefined;
    this.standing.value = "lost";
    this.asking.connectionLost();
    this.connectIn(backoff(this.attempt++, Math.random()));
  }

  private sentAway(message: string): void {
    this.turnedAway.value = message;
    this.standing.value = "turned_away";
    this.asking.connectionLost();
  }

  private connectIn(wait: number): void {
    clearTimeout(this.next);
    if (!this.closed) this.next = setTimeout(() => this.wire.connect(), wait);
  }

  private reconnect(): void {
    clearTimeout(this.next);
    this.wire.disconnect();
    clearTimeout(this.next);
    this.wire.connect();
  }

  /**
   * A phone that comes out of a pocket must be right within a second: connect soon, or ask if the line still holds.
   * Not all at one moment: where the network returns, it returns to every phone of the room.
   */
  private look(): void {
    if (this.closed) return;
    if (!this.wire.connected) {
      this.connectIn(backoff(0, Math.random()));
    } else if (this.probe === undefined) {
      this.probe = setTimeout(() => this.reconnect(), PATIENCE);
      this.send("clock", { sent: Date.now() });
    }
  }

  private watchTheDevice(): void {
    document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && this.look());
    window.addEventListener("pageshow", ({ persisted }) => persisted && this.look());
    window.addEventListener("online", () => this.look());
  }
}
