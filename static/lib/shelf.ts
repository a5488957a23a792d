/**
 * What somebody chose to keep on their own phone from one group to the next: a plan, a card. Nothing of it is ever sent.
 * It outlives the end of a group and nothing else: *Hide this now* takes it away, and so does its owner at any time.
 * A tablet that is passed round has none, and neither has a preview.
 */
import { type ReadonlySignal, signal } from "@preact/signals";
import { type Keeper, onThisDevice, SHELF } from "./kept";
import type { Json } from "./kind";

export interface Kept {
  answer: Json;
  /** What it is called where it is listed. */
  title: string;
  /** When it was last changed, in ms. */
  at: number;
}

type All = Readonly<Record<string, Kept>>;
/** Each kind comes to a page with a copy of this file: they tell each other when something has changed. */
const CHANGED = "shelf-changed";

export class Shelf {
  private readonly all = signal<All>({});
  /** Opened or put there since this page was opened: from then on changes are kept too. */
  private readonly open = signal<ReadonlySet<string>>(new Set());
  private writing = 0;

  constructor(
    /** True on a phone of somebody's own. */
    readonly mayKeep: boolean,
    private readonly keeper: Keeper,
    private readonly now: () => number = Date.now,
    private readonly page: EventTarget = globalThis.window ?? new EventTarget(),
  ) {
    this.page.addEventListener(CHANGED, () => this.writing || void this.look());
  }

  get kept(): ReadonlySignal<All> {
    return this.all;
  }

  isOpen(name: string): boolean {
    return this.open.value.has(name);
  }

  /** Reads what lies there now. What another has taken off is open no more. */
  async look(): Promise<void> {
    if (!this.mayKeep) return;
    const found = await this.found();
    this.all.value = found;
    this.open.value = new Set([...this.open.value].filter((name) => name in found));
  }

  /** Takes it from the shelf to work on it. */
  takeUp(name: string): Json | null {
    this.open.value = new Set([...this.open.value, name]);
    return this.all.value[name]?.answer ?? null;
  }

  async keep(name: string, answer: Json, title: string): Promise<void> {
    if (!this.mayKeep) return;
    this.takeUp(name);
    await this.change((all) => ({ ...all, [name]: { answer, title, at: this.now() } }));
  }

  async drop(name: string): Promise<void> {
    this.open.value = new Set([...this.open.value].filter((other) => other !== name));
    await this.change(({ [name]: _, ...rest }) => rest);
  }

  private async change(make: (all: All) => All): Promise<void> {
    this.writing += 1;
    this.all.value = make(this.all.value);
    const all = make(await this.found());
    await (Object.keys(all).length ? this.keeper.keep(SHELF, all) : this.keeper.drop(SHELF));
    this.writing -= 1;
    this.page.dispatchEvent(new Event(CHANGED));
  }

  private async found(): Promise<All> {
    return ((await this.keeper.find(SHELF)) as All | undefined) ?? {};
  }
}

/** The day on which it was kept, in the words of the page. */
export function dayOf(at: number, tag: string): string {
  return new Date(at).toLocaleDateString(tag, { day: "numeric", month: "long" });
}

/** The page of a phone says whether it is passed round; a page that says nothing of it is no phone's. */
function isSomebodysOwn(): boolean {
  const page = globalThis.document?.getElementById("page")?.textContent;
  return page ? (JSON.parse(page) as { shared?: boolean }).shared === false : false;
}

export const shelf = new Shelf(isSomebodysOwn(), onThisDevice);
