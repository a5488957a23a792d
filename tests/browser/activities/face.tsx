/** Draws a kind's faces without a browser, and taps what was drawn. A test tool: it holds no tests. */
import { readFileSync } from "node:fs";
import { type ComponentChild, options, type VNode } from "preact";
import { renderToString } from "preact-render-to-string";
import type { Json, KindModule } from "../../../static/lib/kind";
import type { RunShape } from "../../../static/protocol";

export interface Example {
  says: string;
  settings: Json;
  answers: Json[];
  tally: Json;
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
  readonly #module: AnyKind;

  constructor(
    module: object,
    readonly settings: Json,
    readonly language = "en",
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
        disabled={false}
        language={language}
      />,
    );
  }
}

/** The tablet's summary. */
export function tablet(
  module: object,
  { settings, tally }: Pick<Example, "settings"> & { tally: Json | null },
  language = "en",
) {
  const { Facilitator } = module as AnyKind;
  return draw(<Facilitator settings={settings} tally={tally} run={{} as RunShape} language={language} />).html;
}

/** What the wall shows, and phones when a result is shown to them. */
export function wall(
  module: object,
  { settings, tally }: Pick<Example, "settings"> & { tally: Json | null },
  language = "en",
) {
  const { Display } = module as AnyKind;
  const cards = [{ id: "1", run: "r", text: "warm" }];
  return draw(<Display settings={settings} tally={tally} cards={cards} live={null} language={language} />).html;
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
      child && typeof child === "object" ? textOf((child as VNode<Props>).props.children) : (child ?? ""),
    )
    .join("");
}
