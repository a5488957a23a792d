/** A feeling by its word, beside a face that we drew or a color. The word is always there. */
import { LineIcon } from "../../icon";
import { OneOf } from "../choices";
import type { FeelingItem } from "./questions";

const HEAD = "M12 2.5a9.5 9.5 0 1 0 0 19 9.5 9.5 0 0 0 0-19";
const EYES = "M9 10v.5M15 10v.5";

/** Under the keys of `FACES` in facilitator/activities/question_words.py. */
export const FACES: Readonly<Record<string, string>> = {
  calm: "M8 10q1 1 2 0M14 10q1 1 2 0M9 15q3 1.8 6 0",
  hopeful: `${EYES}M8 7.5q1-1 2 0M14 7.5q1-1 2 0M9 14.5q3 2.6 6 0`,
  thankful: "M8 10.5q1-1.5 2 0M14 10.5q1-1.5 2 0M8 14q4 4.4 8 0",
  proud: `${EYES}M8 14h8q-1 3.5-4 3.5T8 14`,
  okay: `${EYES}M9 15.5h6`,
  tired: "M7.5 10.5h2.5M14 10.5h2.5M10.5 16a1.5 1 0 1 0 3 0 1.5 1 0 1 0-3 0",
  restless: `${EYES}M7.5 15.5q1.1-1.8 2.2 0t2.3 0 2.3 0 2.2 0`,
  worried: `${EYES}M7.5 8.5L10 7.2M16.5 8.5L14 7.2M9.5 16.2q2.5-1.8 5 0`,
  sad: `${EYES}M9 17q3-3 6 0M9 12.5v1.5`,
  angry: "M9 10.5v.5M15 10.5v.5M7.5 7.2L10.3 9M16.5 7.2L13.7 9M9.5 16.5q2.5-2 5 0",
  lonely: "M8 11v.5M13 11v.5M9 16h3",
  numb: "M8 10.5h.01M16 10.5h.01",
};

interface Props {
  item: FeelingItem;
  label: string;
  chosen: string | undefined;
  choose(key: string | undefined): void;
  disabled: boolean;
}

export function Feelings({ item, ...group }: Props) {
  const { as: look = "words" } = item;
  const choices = Object.entries(item.words ?? {}).map(([key, word]) => ({
    value: key,
    says: (
      <>
        {look === "pictures" && <LineIcon path={HEAD + (FACES[key] ?? EYES)} />}
        {look === "colours" && <span class={`swatch ${key}`} />}
        {look === "words" ? word : <span>{word}</span>}
      </>
    ),
  }));
  return <OneOf class={`feelings by-${look}`} choices={choices} {...group} />;
}
