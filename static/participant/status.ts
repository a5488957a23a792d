/** The line under an answer. It never says more than what is true now. Pure. */
import type { Standing } from "../lib/connection";
import { isUnderWay, type Parcel } from "../lib/outbox";
import type { ActivityShape, OwnAnswerShape } from "../protocol";
import { isOpen } from "./screen";

export interface Situation {
  activity: ActivityShape;
  parcel: Parcel | undefined;
  /** What the server says it has of this seat; only for named runs. */
  own: OwnAnswerShape | undefined;
  /** Something is chosen or written that was not sent. */
  dirty: boolean;
  /** It was left here in an earlier visit to this step. */
  waited: boolean;
  /** *Send* was tapped while there was nothing to send. */
  nudged: boolean;
  standing: Standing;
  /** This phone sent something for this run before it was reloaded. */
  sentBefore: boolean;
}

export interface Status {
  key: string;
  tone: "plain" | "good" | "notice";
  message?: string;
}

export function statusOf(now: Situation): Status {
  if (now.activity.promise === "private") return plain("private");
  return isOpen(now.activity) ? whileOpen(now) : onceClosed(now);
}

function whileOpen(now: Situation): Status {
  const { parcel, standing, dirty } = now;
  const connected = standing === "connected";
  if (now.nudged && !dirty) return notice("choose_first");
  if (parcel && isUnderWay(parcel) && !dirty) return underWay(parcel, connected);
  if (dirty && !connected) return notice("no_connection");
  if (dirty) return plain(has(now) ? "changed" : now.waited ? "waited" : "not_sent");
  if (stands(now)) return stored(now);
  if (parcel) return notSaved(parcel);
  if (now.sentBefore) return plain("sent_before");
  return connected ? plain("not_sent") : notice("no_connection");
}

function onceClosed(now: Situation): Status {
  const { parcel } = now;
  if (now.dirty) return notice("closed_before");
  if (parcel && !stands(now)) return notSavedInTime(parcel, now.standing === "connected");
  const what = whatIsStored(now);
  if (what === "answer") return good("saved_closed");
  return plain(what === "pass" ? "passed" : "closed");
}

/** Nobody has to tap again: it goes by itself. */
function underWay(parcel: Parcel, connected: boolean): Status {
  return connected && parcel.state === "sending" ? plain("sending") : notice("will_send");
}

/** Whether it came in time is known when it is answered, and not before. */
function notSavedInTime(parcel: Parcel, connected: boolean): Status {
  if (isUnderWay(parcel)) return connected && parcel.state === "sending" ? plain("sending") : notice("unsure");
  return parcel.state === "too_long" ? notice("closed_before") : notSaved(parcel);
}

function notSaved(parcel: Parcel): Status {
  return parcel.state === "refused" ? refused(parcel) : notice(parcel.state);
}

function stored(now: Situation): Status {
  if (!now.parcel && now.own?.by_staff) return good("by_staff");
  const what = whatIsStored(now);
  if (what === "answer") return good("saved");
  return plain(what === "pass" ? "passed" : "taken_back");
}

function has(now: Situation): boolean {
  return now.parcel?.state === "saved" || now.own !== undefined;
}

/** The server has what this phone gave in last; or something, where this phone has given in nothing. */
function stands({ parcel, own }: Situation): boolean {
  return parcel?.state === "saved" || (own !== undefined && own.revision >= (parcel?.revision ?? 0));
}

function whatIsStored({ parcel, own }: Situation): "answer" | "pass" | "withdraw" | null {
  if (parcel?.state === "saved") return parcel.what.do;
  if (!own) return null;
  if (own.passed) return "pass";
  return own.answer ? "answer" : "withdraw";
}

function refused({ message }: Parcel): Status {
  return { key: "refused", tone: "notice", message };
}

const plain = (key: string): Status => ({ key, tone: "plain" });
const good = (key: string): Status => ({ key, tone: "good" });
const notice = (key: string): Status => ({ key, tone: "notice" });
