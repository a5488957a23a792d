/** What a facilitator set for this tablet, kept on this tablet. */
import type { Desk, Hand } from "./desk";

const HAND = "facilitator.hand";

export function keptHand(): Hand {
  try {
    return localStorage.getItem(HAND) === "left" ? "left" : "right";
  } catch {
    // Storage can be switched off on a clinic's tablet; then the mirror lasts as long as the page.
    return "right";
  }
}

export function turnHand(desk: Desk) {
  desk.hand.value = desk.hand.value === "right" ? "left" : "right";
  try {
    localStorage.setItem(HAND, desk.hand.value);
  } catch {
    return;
  }
}

export function leaveTablet() {
  location.assign("/staff/");
}
