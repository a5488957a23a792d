/** A thought, looked at twice: what happened, what it said, and a kinder, truer one. It stays on the phone. */
import { privateForm } from "../lib/faces/private_form";
import strings from "./thought_record.strings.json";

export const { Participant, Facilitator, Display, sheet, lines } = privateForm(strings, [
  { key: "situation", as: "text" },
  { key: "thought", as: "text" },
  { key: "feeling", as: "line" },
  { key: "strength", as: "strength" },
  { key: "evidence_for", as: "text" },
  { key: "evidence_against", as: "text" },
  { key: "kinder", as: "text" },
  { key: "strength_now", as: "strength" },
]);
