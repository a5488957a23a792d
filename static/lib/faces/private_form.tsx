/** What the private forms share: their faces, made of their fields and words. Nothing of an answer leaves the phone. */
import type { FacilitatorProps, ParticipantProps } from "../kind";
import type { Sheet } from "../sheet";
import { type Catalogue, words } from "../words";
import { type Field, type Filled, filledSheet, formLines } from "./form";
import { Keeping, type SetDraft } from "./keeping";
import { OneAtATime } from "./one_at_a_time";

interface Settings {
  question?: string;
}

type Catalogues = Readonly<{ en: Catalogue; es: Catalogue }>;

/** `keeps`: the kind, where its writer may keep it on their own phone until next time. */
export function privateForm(strings: Catalogues, fields: readonly Field[], { keeps = "" } = {}) {
  /** The ready words are said in the language of the page that asks. */
  const ownWords = () => words(strings, globalThis.document?.documentElement.lang || "en");

  function Participant({ settings, language, draft, setDraft, disabled }: ParticipantProps<Settings, Filled>) {
    const say = words(strings, language);
    const title = settings.question ?? say("question");
    const form = (write: (draft: Filled | null) => void) => (
      <OneAtATime title={title} fields={fields} draft={draft} setDraft={write} disabled={disabled} say={say} />
    );
    if (!keeps) return form(setDraft);
    return (
      <Keeping name={keeps} title={title} draft={draft} setDraft={setDraft as SetDraft} language={language}>
        {form}
      </Keeping>
    );
  }

  function Facilitator({ language }: FacilitatorProps<Settings>) {
    return <p class="hint">{words(strings, language)("on_phones")}</p>;
  }

  /** What stays on each phone is not put before the room. */
  function Display() {
    return null;
  }

  function sheet({ question }: Settings, answer: Filled): Sheet {
    const say = ownWords();
    return filledSheet(question ?? say("question"), fields, answer, say);
  }

  function lines({ question }: Settings, answer: Filled): string[] {
    const say = ownWords();
    return formLines(question ?? say("question"), fields, answer, say);
  }

  return { Participant, Facilitator, Display, sheet, lines };
}
