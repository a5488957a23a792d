/** See `board_later.tsx`. */
import { words } from "../words";
import strings from "./drawing.strings.json";

export { Board } from "./board";
export { described } from "./described";
export { nineFields } from "./fields";
export { Paper } from "./paper";
export { Spots } from "./spots";

export const boardWords = (language: string) => words(strings, language);
