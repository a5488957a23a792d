/**
 * What was asked of the server and not yet answered. It sends again after each reconnection under the same id,
 * until `done` or a lasting `refused` comes. Knows no socket: it is given a way to send.
 */
import { backoff } from "./backoff";
import { newId } from "./ids";

/** `unsure`: it was refused now, but an earlier copy went out that nobody answered; that one may have arrived. */
export type Outcome = { done: true } | { done: false; why: string; message: string; unsure?: boolean };

/** Refusals that pass by themselves: nothing was written down, and the same will be taken a little later. */
export const PASSING: ReadonlySet<string | undefined> = new Set([
  "busy",
  "stopping",
  "slow_down",
  "not_stored",
  "not_saved",
]);

export interface AskOptions {
  /** The id to ask under; one is made otherwise. */
  id?: string;
  /** Give up when the connection is away, because a tap must not move the group later. */
  nowOrNever?: boolean;
  /** It was refused for a reason that passes, and will be asked again in a moment. */
  putOff?(): void;
}

interface Question {
  id: string;
  name: string;
  payload: object;
  nowOrNever: boolean;
  /** How often it was put off. */
  tries: number;
  /** Copies that went out and were not answered. */
  unanswered: number;
  again: ReturnType<typeof setTimeout> | undefined;
  putOff(): void;
  settle(outcome: Outcome): void;
}

const NO_CONNECTION: Outcome = { done: false, why: "no_connection", message: "" };

export class Asking {
  private readonly open = new Map<string, Question>();

  /** `send` gives false when nothing can be sent now. */
  constructor(private readonly send: (name: string, payload: object) => boolean) {}

  ask(name: string, payload: object, { id = newId(), nowOrNever = false, putOff }: AskOptions = {}): Promise<Outcome> {
    return new Promise((settle) => {
      const question: Question = {
        ...{ id, name, payload, nowOrNever, settle, putOff: () => putOff?.() },
        ...{ tries: 0, unanswered: 0, again: undefined },
      };
      if (!this.sends(question) && nowOrNever) settle(NO_CONNECTION);
      else this.open.set(id, question);
    });
  }

  get waiting(): number {
    return this.open.size;
  }

  done(id: string): void {
    this.settle(id, { done: true });
  }

  refused(id: string, why: string, message: string): void {
    const question = this.open.get(id);
    if (!question) return;
    question.unanswered -= 1;
    if (PASSING.has(why) && !question.nowOrNever) this.putOff(question);
    else this.settle(id, { done: false, why, message, unsure: question.unanswered > 0 });
  }

  /** Something newer has taken this one's place: never send it again. */
  drop(id: string): void {
    clearTimeout(this.open.get(id)?.again);
    this.open.delete(id);
  }

  sendAgain(): void {
    for (const question of this.open.values()) this.sends(question);
  }

  connectionLost(): void {
    for (const question of [...this.open.values()]) {
      if (question.nowOrNever) this.settle(question.id, NO_CONNECTION);
    }
  }

  /** With full jitter: a whole group may have been refused in the same moment. */
  private putOff(question: Question): void {
    question.putOff();
    clearTimeout(question.again);
    question.again = setTimeout(() => this.sends(question), backoff(question.tries++, Math.random()));
  }

  private sends(question: Question): boolean {
    const { id, name, payload } = question;
    const sent = this.send(name, { ...payload, id });
    if (sent) question.unanswered += 1;
    return sent;
  }

  private settle(id: string, outcome: Outcome): void {
    const question = this.open.get(id);
    this.drop(id);
    question?.settle(outcome);
  }
}
