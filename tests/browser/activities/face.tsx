/** Draws a kind's faces without a browser, and taps what was drawn. A test tool: it holds no tests. */
import { readFileSync } from "node:fs";
import { type ComponentChild, options, type VNode } from "preact";
import { renderToString } from "preact-render-to-string";
import type { Json, KindModule } from "../../../static/lib/kind";
import type { ActivityShape, RunShape, WaitingShape } from "../../../static/protocol";

export interface Example {
  says: string;
  settings: Json;
  answers: Json[];
  tally: Json;
  living?: Seen;
}

/** What is seen of a kind that lives: by everyone, by each seat, by staff. `asked` are its settings, if it adds to them;
 * `told` those of phones and wall, if it holds something back. */
export interface Seen {
  seats: string[];
  shared: Json;
  own?: Record<string, Json>;
  led?: Json;
  asked?: Json;
  told?: Json;
}

/** The settings as the tablet gets them. */
export function askedIn({ settings, living }: Pick<Example, "settings" | "living">): Json {
  return living?.asked ?? settings;
}

/** The settings as phones and the wall get them. */
export function toldIn(example: Pick<Example, "settings" | "living">): Json {
  return example.living?.told ?? askedIn(example);
}

export function examplesOf(kind: string): Example[] {
  return JSON.parse(readFileSync(`tests/activities/examples/${kind}.json`, "utf8")) as Example[];
}

// biome-ignore lint/suspicious/noExplicitAny: each kind has settings, answers and tallies of its own.
type AnyKind = KindModule<any, any, any>;
type Props = Record<string, unknown>;

/** The question on a phone, with what stands in its inputs; it is drawn anew after each tap. */
export class Phone {
  answer: Json | null = null;
  /** Moves made, in a kind that lives. */
  readonly moves: Json[] = [];
  readonly #module: AnyKind;

  constructor(
    module: object,
    readonly settings: Json,
    readonly language = "en",
    readonly living: { shared: Json; own: Json | null } | null = null,
    readonly disabled = false,
  ) {
    this.#module = module as AnyKind;
  }

  get html(): string {
    return this.#draw().html;
  }

  /** Taps the radio or checkbox that says this in the group of this question. */
  tap(says: string, inside = this.#only("aria-label")): void {
    const { drawn } = this.#draw();
    const group = drawn.find(({ props }) => isGroup(props) && props["aria-label"] === inside);
    const buttons = group ? within(group) : [];
    const button = buttons.find(({ props }) => says === (props["aria-label"] ?? textOf(props.children)));
    if (!button) throw new Error(`Nothing here says "${says}".`);
    (button.props.onClick as () => void)();
  }

  /** Types into the box at this place. */
  type(text: string, place = 0): void {
    const box = this.#draw().drawn.filter(({ type }) => type === "input" || type === "textarea")[place];
    if (!box) throw new Error("There is no box to type into.");
    (box.props.onInput as (event: object) => void)({ currentTarget: { value: text } });
  }

  /** Presses the button that says this. */
  press(says: string): void {
    press(this.#draw().drawn, says);
  }

  #only(name: string): unknown {
    return this.#draw().drawn.find(({ props }) => isGroup(props))?.props[name];
  }

  #draw() {
    const { settings, language } = this;
    const { Participant } = this.#module;
    return draw(
      <Participant
        settings={settings}
        draft={this.answer}
        setDraft={(draft: Json | null) => {
          this.answer = draft;
        }}
        disabled={this.disabled}
        language={language}
        {...(this.living
          ? { living: { opened_at: 0, ...this.living, move: (move: Json) => this.moves.push(move) } }
          : {})}
      />,
    );
  }
}

/** `before`: the summary of an earlier step that this one is set beside. */
type Told = Pick<Example, "settings" | "living"> & { tally: Json | null; before?: Json | null };

/** The tablet's summary. */
export function tablet(module: object, told: Told, language = "en") {
  return new Tablet(module, told, language).html;
}

/** The tablet, with what staff do there in a kind that lives. Seats are called by their ids. */
export class Tablet {
  readonly leads: Json[] = [];

  constructor(
    readonly module: object,
    readonly told: Told,
    readonly language = "en",
    readonly cards: WaitingShape[] = [],
  ) {}

  get html(): string {
    return this.#draw().html;
  }

  press(says: string): void {
    press(this.#draw().drawn, says);
  }

  #draw() {
    const { Facilitator } = this.module as AnyKind;
    const { tally, living, before } = this.told;
    const lead = (move: Json) => Promise.resolve(this.leads.push(move) > 0);
    const leading = living && {
      shared: living.shared,
      led: living.led ?? {},
      here: living.seats,
      lead,
      nameOf: (seat: string) => seat,
    };
    return draw(
      <Facilitator
        settings={askedIn(this.told)}
        tally={tally}
        run={{ activity: { phase: "open", opened_at: 0 }, ...(before === undefined ? {} : { before }) } as RunShape}
        cards={this.cards}
        language={this.language}
        {...(leading ? { living: leading } : {})}
      />,
    );
  }
}

/** What the wall shows, and phones when a result is shown to them. */
export function wall(module: object, told: Told, language = "en", texts = ["warm"]) {
  const { Display } = module as AnyKind;
  const { tally, living } = told;
  const cards = texts.map((text, at) => ({ id: String(at), run: "r", text }));
  const live = living ? ({ phase: "open", opened_at: 0, shared: living.shared } as unknown as ActivityShape) : null;
  return draw(
    <Display
      settings={toldIn(told)}
      tally={tally}
      cards={cards}
      live={live}
      language={language}
      {...(living ? { shared: living.shared } : {})}
    />,
  ).html;
}

function draw(what: VNode): { html: string; drawn: { type: unknown; props: Props }[] } {
  const drawn: { type: unknown; props: Props }[] = [];
  const before = options.vnode;
  options.vnode = (vnode) => {
    drawn.push(vnode as unknown as { type: unknown; props: Props });
    before?.(vnode);
  };
  try {
    return { html: renderToString(what), drawn };
  } finally {
    if (before) options.vnode = before;
    else delete options.vnode;
  }
}

function press(drawn: { type: unknown; props: Props }[], says: string): void {
  const buttons = drawn.filter(({ type }) => type === "button");
  const found = buttons.filter(({ props }) => says === (props["aria-label"] ?? textOf(props.children)));
  if (found.length !== 1) throw new Error(`${found.length} buttons say "${says}".`);
  const { onClick, disabled } = found[0]?.props ?? {};
  if (disabled) throw new Error(`"${says}" cannot be pressed.`);
  (onClick as () => void)();
}

function isGroup({ role }: Props): boolean {
  return role === "radiogroup" || role === "group";
}

function within({ props }: { props: Props }): { props: Props }[] {
  return [props.children].flat() as { props: Props }[];
}

/** What a screen reader would say of children that are plain. */
function textOf(children: unknown): string {
  const list = [children].flat(9) as ComponentChild[];
  return list
    .map((child) =>
      child && typeof child === "object"
        ? textOf((child as VNode<Props>).props.children)
        : typeof child === "boolean"
          ? ""
          : (child ?? ""),
    )
    .join("");
}
