/** The pictures that a view names: asked for one after another, and forgotten as soon as no view names them. */
import { signal } from "@preact/signals";
import { createContext } from "preact";
import type { Picture } from "./marks";

/** What was asked and did not come (a connection was lost, it was just taken down) is asked for again. */
const AGAIN = 4000;

export class Pictures {
  private readonly known = signal<ReadonlyMap<string, Picture>>(new Map());
  private wanted: readonly string[] = [];
  private asked: string | null = null;
  private waiting: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly ask: (picture: string) => void) {}

  /** Null until it has come. */
  find(id: string): Picture | null {
    return this.known.value.get(id) ?? null;
  }

  /** From now on these and no others may be shown. */
  only(ids: readonly string[]): void {
    this.wanted = ids;
    const known = this.known.peek();
    if ([...known.keys()].some((id) => !ids.includes(id)))
      this.known.value = new Map([...known].filter(([id]) => ids.includes(id)));
    this.next();
  }

  heard({ id, ...picture }: Picture & { id: string }): void {
    if (this.wanted.includes(id)) this.known.value = new Map(this.known.peek()).set(id, picture);
    if (this.asked === id) this.asked = null;
    this.next();
  }

  private next(): void {
    const missing = this.wanted.find((id) => !this.known.peek().has(id));
    if (missing === undefined || (this.asked !== null && this.wanted.includes(this.asked))) return;
    this.asked = missing;
    this.ask(missing);
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => {
      this.asked = null;
      this.next();
    }, AGAIN);
  }
}

/** The pictures of this page; a page without any has none. */
export const PicturesHere = createContext<Pictures | null>(null);
