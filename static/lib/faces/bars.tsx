/** How often each choice was taken: words and numbers beside every bar. Below ten anonymous answers, words alone. */
import type { Say } from "../words";

export interface ChoiceTally {
  n?: number;
  counts?: Readonly<Record<string, number>>;
  words?: Readonly<Record<string, "most" | "fewer">>;
  too_few?: boolean;
}

interface Props {
  /** The choices, in the order of the question: a result ranks nothing. */
  texts: Readonly<Record<string, string>>;
  tally: ChoiceTally;
  say: Say;
}

/** Longer texts take lines of their own on a wall; a bar beside them would leave them a narrow column. */
const ONE_LINE = 40;

export function Bars({ texts, tally, say }: Props) {
  const { n, counts, words } = tally;
  const long = Object.values(texts).some((text) => text.length > ONE_LINE);
  return (
    <>
      <ul class={long ? "bars long" : "bars"}>
        {Object.entries(texts).map(([key, text]) => (
          <li key={key}>
            <span class="bar-text">{text}</span>{" "}
            <span class="bar-says">
              {words ? say(words[key] ?? "fewer") : say("of", { count: counts?.[key] ?? 0, n: n ?? 0 })}
            </span>
            {words ? <span class={`bar ${words[key]}`} /> : <Bar share={n ? (counts?.[key] ?? 0) / n : 0} />}
          </li>
        ))}
      </ul>
      {n !== undefined && <p class="face-n">{say("n", { count: n })}</p>}
    </>
  );
}

function Bar({ share }: { share: number }) {
  return (
    <svg class="bar" aria-hidden="true">
      <rect width={`${Math.round(100 * share)}%`} height="100%" rx="4" />
    </svg>
  );
}
