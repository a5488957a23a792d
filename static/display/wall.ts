/** The wall's line to the server: what it was told last, whether it still hears, and what it confirms. Draws nothing. */
import { batch, computed, type ReadonlySignal, signal } from "@preact/signals";
import { Connection } from "../lib/connection";
import type { Picture } from "../lib/drawing/marks";
import { Pictures } from "../lib/drawing/pictures";
import { isOlder } from "../lib/views";
import { keepAwake } from "../lib/wake_lock";
import type { DisplayAsks, DisplayIsTold, DisplayTells, NoticesShape } from "../protocol";
import { Contact, DOUBT } from "./contact";
import { speak } from "./language";
import type { Page } from "./page";
import { type Seen, withoutWords } from "./screen";

const BEAT = 10_000;
/** A wall that was turned away has nobody to reload it. */
const AGAIN = 15_000;

export class Wall {
  readonly line: Connection<DisplayAsks, DisplayTells, DisplayIsTold>;
  readonly contact = new Contact();
  readonly #told = signal<Seen>(null);
  /** What may be on the screen now. */
  readonly seen: ReadonlySignal<Seen> = this.#told;
  readonly notices = computed<NoticesShape>(() => {
    const told = this.#told.value;
    if (!told) return this.page.notices;
    return "pairing" in told ? told.pairing.notices : told.view.notices;
  });
  /** The time that all of the room shares. */
  readonly now = () => this.line.clock.now();
  readonly pictures = new Pictures((picture) => this.line.tell("see_picture", { picture }));
  #drawn: { version: number; beat: number } | null = null;

  constructor(private readonly page: Page) {
    speak(page.language);
    this.line = new Connection("display", { language: page.language });
    this.#listen();
    setInterval(() => this.#beat(), BEAT);
    document.addEventListener("visibilitychange", () => this.contact.look());
    keepAwake(signal(true));
  }

  /** The page has drawn this view: the tablet's picture of the wall is what we say here. */
  drew(version: number, beat: number): void {
    this.#drawn = { version, beat };
    this.line.tell("showing", this.#drawn);
  }

  #listen(): void {
    this.line.on("pairing", (pairing) => this.#hear({ pairing }));
    this.line.on("view", (view) => {
      const told = this.#told.peek();
      const before = told && "view" in told ? told.view : null;
      if (!isOlder(view, before)) this.#hear({ view });
      else this.contact.heard();
    });
    this.line.on("picture", (picture) => this.pictures.heard(picture as unknown as Picture & { id: string }));
    this.#told.subscribe((told) => this.pictures.only(told && "view" in told ? told.view.pictures : []));
    this.line.on("clock", () => this.contact.heard());
    // For good: words come back only with a new view, which knows whether they still may be there.
    this.contact.lost.subscribe((lost) => {
      if (lost) this.#told.value = withoutWords(this.#told.peek());
    });
    this.line.standing.subscribe((standing) => {
      if (standing === "turned_away") setTimeout(() => location.reload(), AGAIN);
    });
  }

  #hear(told: Seen): void {
    batch(() => {
      this.contact.heard();
      this.#told.value = told;
    });
    if (told && "view" in told) speak(told.view.language);
    else this.#drawn = null;
  }

  #beat(): void {
    this.contact.look();
    if (this.line.standing.peek() !== "connected") return;
    if (this.contact.silence > DOUBT) this.line.introduceAs({ language: this.page.language });
    else if (this.#drawn) this.line.tell("showing", this.#drawn);
    this.line.tell("clock", { sent: Date.now() });
  }
}
