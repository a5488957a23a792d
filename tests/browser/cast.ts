/** What the front end's tests share: views of one evening, and a device that keeps nothing but memory. */
import type { Keeper } from "../../static/lib/kept";
import type { ActivityShape, OwnView, ParticipantView } from "../../static/protocol";

export function activity(changes: Partial<ActivityShape> = {}): ActivityShape {
  return {
    run: "run-1",
    step: "b1/your-wave",
    kind: "scale",
    settings: { question: "How strong is the urge right now?" },
    promise: "named",
    phase: "open",
    opened_at: 0,
    closes_at: null,
    frame_bytes: 256,
    key_id: null,
    ...changes,
  };
}

export function view(changes: Partial<ParticipantView> = {}): ParticipantView {
  return {
    boot: "boot-1",
    version: 1,
    beat: 0,
    language: "en",
    day: "Thursday evening",
    phase: "running",
    phones: "up",
    held: false,
    step: null,
    timer: null,
    activity: null,
    soon: "",
    lingering: null,
    shown: [],
    two_minutes: null,
    agreement: "v1",
    crisis: [],
    walk_to: "the front desk",
    notices: { demo: false, insecure: false },
    ...changes,
  };
}

export function ana(changes: Partial<OwnView> = {}): OwnView {
  return {
    boot: "boot-1",
    version: 1,
    seat: "seat-ana",
    name: "Ana",
    admission: "admitted",
    accepted: "v1",
    call: null,
    two_minutes: null,
    answers: [],
    pieces: [],
    living: null,
    ...changes,
  };
}

/** Keeps things as a browser's own store would, so that a second page on the same device finds them. */
export function device(): Keeper & { kept: Map<string, unknown> } {
  const kept = new Map<string, unknown>();
  return {
    kept,
    keep: async (key, value) => void kept.set(key, structuredClone(value)),
    find: async (key) => structuredClone(kept.get(key)),
    drop: async (key) => void kept.delete(key),
  };
}

export function counting() {
  const counts = new Map<string, number>();
  return {
    get: (key: string) => counts.get(key) ?? 0,
    set: (key: string, value: number) => void counts.set(key, value),
  };
}

/** Lets promises that are already settled be heard. */
export function settled(): Promise<void> {
  return new Promise((done) => setImmediate(done));
}
