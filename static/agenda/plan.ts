/** The plan of one day as it is being changed: pure, so that it can be tested without a page. */

export type Row = {
  id: string;
  /** A module, or `break`. */
  ref: string;
  title: string;
  discipline: string;
  minutes: number;
  authors_minutes: number;
  gone: boolean;
};

export type Plan = { name: string; blocks: readonly Row[] };

export type Card = {
  ref: string;
  title: string;
  /** The title of its curriculum. */
  track: string;
  discipline: string;
  minutes: number;
  summary: string;
};

export const LEAST = 1;
export const MOST = 240;
export const MOST_BLOCKS = 30;
export const BREAK = "break";

/** The row at another place; places beyond the ends mean the ends. */
export function moveTo(blocks: readonly Row[], id: string, place: number): readonly Row[] {
  const row = blocks.find((block) => block.id === id);
  if (!row) return blocks;
  const rest = blocks.filter((block) => block !== row);
  const at = Math.min(rest.length, Math.max(0, place));
  return [...rest.slice(0, at), row, ...rest.slice(at)];
}

export function moveBy(blocks: readonly Row[], id: string, by: number): readonly Row[] {
  return moveTo(blocks, id, blocks.findIndex((block) => block.id === id) + by);
}

export function without(blocks: readonly Row[], id: string): readonly Row[] {
  return blocks.filter((block) => block.id !== id);
}

export function withMinutes(blocks: readonly Row[], id: string, minutes: number): readonly Row[] {
  return blocks.map((block) => (block.id === id ? { ...block, minutes } : block));
}

/** A module of the library as a row of the plan. */
export function rowOf(card: Card, id: string): Row {
  const { ref, title, discipline, minutes } = card;
  return { id, ref, title, discipline, minutes, authors_minutes: minutes, gone: false };
}

export function breakRow(title: string, id: string): Row {
  return { id, ref: BREAK, title, discipline: BREAK, minutes: 10, authors_minutes: 10, gone: false };
}

export function areMinutes(minutes: number): boolean {
  return Number.isInteger(minutes) && minutes >= LEAST && minutes <= MOST;
}

export function total(blocks: readonly Row[]): number {
  return blocks.reduce((sum, { minutes }) => sum + (areMinutes(minutes) ? minutes : 0), 0);
}

/** Whether the server would take it: otherwise it is kept on the page until it is mended. */
export function canBeSaved({ name, blocks }: Plan): boolean {
  const named = name.trim().length > 0;
  return named && blocks.length <= MOST_BLOCKS && blocks.every((block) => block.gone || areMinutes(block.minutes));
}

/** What the server keeps: the author's own minutes are not written down, so that they follow the module. */
export function asSent({ name, blocks }: Plan) {
  return {
    name: name.trim(),
    blocks: blocks.map(({ id, ref, minutes, authors_minutes }) => ({
      id,
      ref,
      minutes: minutes === authors_minutes && ref !== BREAK ? null : minutes || null,
    })),
  };
}

/** `2 h 15 min` */
export function length(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  if (!hours) return `${rest} min`;
  return rest ? `${hours} h ${rest} min` : `${hours} h`;
}

/** The time of day so many minutes after `begin` (`18:30`), as `21:05`; empty without a beginning. */
export function timeAfter(begin: string, minutes: number): string {
  const [hours, mins] = begin.split(":").map(Number);
  if (hours === undefined || mins === undefined || Number.isNaN(hours + mins)) return "";
  const at = (hours * 60 + mins + minutes) % (24 * 60);
  return `${String(Math.floor(at / 60)).padStart(2, "0")}:${String(at % 60).padStart(2, "0")}`;
}

/** Every word that is sought stands somewhere in the card. */
export function matches(card: Card, sought: string): boolean {
  const text = plain(`${card.title} ${card.summary} ${card.track} ${card.discipline}`);
  return plain(sought)
    .split(/\s+/)
    .every((word) => text.includes(word));
}

function plain(text: string): string {
  return text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "");
}
