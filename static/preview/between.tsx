/** From step to step of a preview, from one screen to the others, and back to the module. */
import { words } from "../lib/words";
import en from "../strings/staff.en.json";
import type { Page, Screen } from "./page";

const SCREENS: readonly Screen[] = ["phone", "tablet", "room"];
const say = words({ en }, "en");

export function Between({ page: { step, place, screen, language } }: { page: Page }) {
  const at = (number: number, on: string) => `${place}/preview/${on}/${number}?language=${language}`;
  return (
    <nav class="preview-between" lang="en" aria-label={say("preview")}>
      {step.number > 1 && (
        <a rel="prev" href={at(step.number - 1, screen)}>
          {say("preview.back")}
        </a>
      )}
      <span class="numbers">{say("preview.step", { number: step.number, of: step.of })}</span>
      {step.number < step.of && (
        <a rel="next" href={at(step.number + 1, screen)}>
          {say("preview.next")}
        </a>
      )}
      {SCREENS.filter((other) => other !== screen).map((other) => (
        <a key={other} href={at(step.number, other)}>
          {say(`preview.${other}`)}
        </a>
      ))}
      <a href={`${place}?language=${language}`}>{say("preview.close")}</a>
    </nav>
  );
}
