/** The line under an answer. It never says more than what is true now. Pure. */
import type { Standing } from "../lib/connection";
import type { Parcel } from "../lib/outbox";
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
  const { parcel, standing } = now;
  const connected = standing === "connected";
  if (parcel?.state === "sending" && !now.dirty) return connected ? plain("sending") : notice("no_connection");
  if (parcel?.state === "too_long" && !now.dirty) return notice("too_long");
  if (parcel?.state === "refused" && !now.dirty) return refused(parcel);
  if (now.dirty && !connected) return notice("no_connection");
  if (now.dirty) return plain(has(now) ? "changed" : now.waited ? "waited" : "not_sent");
  if (has(now)) return stored(now);
  if (now.sentBefore) return plain("sent_before");
  return connected ? plain("not_sent") : notice("no_connection");
}

function onceClosed(now: Situation): Status {
  const { parcel } = now;
  if (parcel?.state === "sending" || now.dirty) return notice("closed_before");
  if (parcel?.state === "refused") return refused(parcel);
  if (parcel?.state === "too_long") return notice("closed_before");
  const what = whatIsStored(now);
  if (what === "answer") return good("saved_closed");
  return plain(what === "pass" ? "passed" : "closed");
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
