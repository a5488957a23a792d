/** What the cockpit needs of the connection: views come in, commands go out. Knows no socket. */
import type { ReadonlySignal } from "@preact/signals";
import type { Pictures } from "../lib/drawing/pictures";
import type {
  ClinicTabletPayload,
  FacilitatorAsks,
  FacilitatorTells,
  FacilitatorView,
  JottingToldPayload,
  PlanView,
  SeatLinkPayload,
  SeatValuesShape,
} from "../protocol";

export type Answered = { done: true } | { done: false; message: string };

export type Link = {
  view: ReadonlySignal<FacilitatorView | null>;
  plan: ReadonlySignal<PlanView | null>;
  values: ReadonlySignal<SeatValuesShape | null>;
  clinicTablet: ReadonlySignal<ClinicTabletPayload | null>;
  seatLink: ReadonlySignal<SeatLinkPayload | null>;
  jotting: ReadonlySignal<JottingToldPayload | null>;
  /** What was drawn, by the ids that words name it with. */
  pictures: Pictures;
  /** False while nothing can reach the server. */
  online: ReadonlySignal<boolean>;
  /** Why the server does not let this tablet in; empty otherwise. */
  turnedAway: ReadonlySignal<string>;
  /** True from a reconnection until the first view after it. */
  catchingUp: ReadonlySignal<boolean>;
  /** The server's time now, in milliseconds. */
  now(): number;
  ask<Name extends keyof FacilitatorAsks>(name: Name, payload: FacilitatorAsks[Name]): Promise<Answered>;
  tell<Name extends keyof FacilitatorTells>(name: Name, payload: FacilitatorTells[Name]): void;
};
