/** A card for a hard moment: my sign, what helps me, who I call. It stays on the phone. */
import { privateForm } from "../lib/faces/private_form";
import strings from "./coping_card.strings.json";

export const { Participant, Facilitator, Display, sheet, lines } = privateForm(
  strings,
  [
    { key: "sign", as: "line" },
    { key: "helps", as: "lines" },
    { key: "call", as: "line" },
  ],
  { keeps: "coping_card" },
);
