/**
 * What was asked of the server and not yet answered. It sends again after each reconnection under the same id,
 * until `done` or `refused` comes. Knows no socket: it is given a way to send.
 */
import { newId } from "./ids";

export type Outcome = { done: true } | { done: false; why: string; message: string };

export interface AskOptions {
  /** The id to ask under; one is made otherwise. */
  id?: string;
  /** Give up when the connection is away, because a tap must not move the group later. */
  nowOrNever?: boolean;
}

interface Question {
  id: string;
  name: string;
  payload: object;
  nowOrNever: boolean;
  settle(outcome: Outcome): void;
}

const NO_CONNECTION: Outcome = { done: false, why: "no_connection", message: "" };

export class Asking {
  private readonly open = new Map<string, Question>();

  /** `send` gives false when nothing can be sent now. */
  constructor(private readonly send: (name: string, payload: object) => boolean) {}

  ask(name: string, payload: object, { id = newId(), nowOrNever = false }: AskOptions = {}): Promise<Outcome> {
    return new Promise((settle) => {
      const sent = this.send(name, { ...payload, id });
      if (!sent && nowOrNever) settle(NO_CONNECTION);
      else this.open.set(id, { id, name, payload, nowOrNever, settle });
    });
  }

  get waiting(): number {
    return this.open.size;
  }

  done(id: string): void {
    this.settle(id, { done: true });
  }

  refused(id: string, why: string, message: string): void {
    this.settle(id, { done: false, why, message });
  }

  /** Something newer has taken this one's place: never send it again. */
  drop(id: string): void {
    this.open.delete(id);
  }

  sendAgain(): void {
    for (const { id, name, payload } of this.open.values()) this.send(name, { ...payload, id });
  }

  connectionLost(): void {
    for (const question of [...this.open.values()]) {
      if (question.nowOrNever) this.settle(question.id, NO_CONNECTION);
    }
  }

  private settle(id: string, outcome: Outcome): void {
    const question = this.open.get(id);
    this.open.delete(id);
    question?.settle(outcome);
  }
}
