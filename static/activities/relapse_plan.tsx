/** A plan for hard days. It stays on the phone. */
import { privateForm } from "../lib/faces/private_form";
import strings from "./relapse_plan.strings.json";

export const { Participant, Facilitator, Display, sheet, lines } = privateForm(
  strings,
  [
    { key: "triggers", as: "text" },
    { key: "signs", as: "text" },
    { key: "actions", as: "text" },
    { key: "call", as: "text" },
    { key: "if_it_happens", as: "text" },
  ],
  { keeps: "relapse_plan" },
);
