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

export class Shelf {
  private readonly all = signal<All>({});
  /** Opened or put there since this page was opened: from then on changes are kept too. */
  private readonly open = signal<ReadonlySet<string>>(new Set());
  private looking: Promise<void> | null = null;

  constructor(
    /** True on a phone of somebody's own. */
    readonly mayKeep: boolean,
    private readonly keeper: Keeper,
    private readonly now: () => number = Date.now,
  ) {}

  get kept(): ReadonlySignal<All> {
    return this.all;
  }

  isOpen(name: string): boolean {
    return this.open.value.has(name);
  }

  /** Once for each page: nobody else writes there. */
  look(): Promise<void> {
    this.looking ??= this.mayKeep ? this.read() : Promise.resolve();
    return this.looking;
  }

  private async read(): Promise<void> {
    const found = (await this.keeper.find(SHELF)) as All | undefined;
    this.all.value = { ...found, ...this.all.value };
  }

  /** Takes it from the shelf to work on it. */
  takeUp(name: string): Json | null {
    this.open.value = new Set([...this.open.value, name]);
    return this.all.value[name]?.answer ?? null;
  }

  async keep(name: string, answer: Json, title: string): Promise<void> {
    if (!this.mayKeep) return;
    await this.look();
    this.takeUp(name);
    await this.write({ ...this.all.value, [name]: { answer, title, at: this.now() } });
  }

  async drop(name: string): Promise<void> {
    await this.look();
    this.open.value = new Set([...this.open.value].filter((other) => other !== name));
    const { [name]: _, ...rest } = this.all.value;
    await this.write(rest);
  }

  private write(all: All): Promise<void> {
    this.all.value = all;
    return Object.keys(all).length ? this.keeper.keep(SHELF, all) : this.keeper.drop(SHELF);
  }
}

/** The page of a phone says whether it is passed round; a page that says nothing of it is no phone's. */
function isSomebodysOwn(): boolean {
  const page = globalThis.document?.getElementById("page")?.textContent;
  return page ? (JSON.parse(page) as { shared?: boolean }).shared === false : false;
}

export const shelf = new Shelf(isSomebodysOwn(), onThisDevice);
