/** A private answer never leaves the phone: its writer may save it as text, as a picture or as a PDF, or print it. */
import { Written } from "../lib/faces/written_sheet";
import type { OnPhones } from "../lib/kind";
import { saveAsPdf, saveAsPicture, saveAsText } from "../lib/save";
import { type Sheet, sheetOf } from "../lib/sheet";
import type { ActivityShape } from "../protocol";
import { sayLater as say } from "./later_words";
import type { Phone } from "./phone";

interface Props {
  phone: Phone;
  activity: ActivityShape;
  module: OnPhones;
}

export function PrivateButtons({ phone, activity, module }: Props) {
  const { answer } = phone.answering.written(activity);
  const nothing = answer === null;
  const sheet = (): Sheet | null => {
    if (!answer) return null;
    return module.sheet?.(activity.settings, answer) ?? sheetOf(module.lines?.(activity.settings, answer) ?? []);
  };
  const taken = (take: (sheet: Sheet) => unknown) => {
    const told = sheet();
    if (told) take(told);
  };
  // A form of several pages is printed whole, and not only the page that is open.
  const whole = answer && module.sheet ? module.sheet(activity.settings, answer) : null;
  return (
    <>
      {whole && (
        <div class="print-sheet">
          <Written sheet={whole} />
        </div>
      )}
      <div class="answering">
        <div class="two">
          <button type="button" class="large" aria-disabled={nothing} onClick={() => taken(saveAsText)}>
            {say("save")}
          </button>
          <button type="button" class="large" aria-disabled={nothing} onClick={() => taken(saveAsPicture)}>
            {say("save_picture")}
          </button>
        </div>
        <div class="two">
          <button type="button" class="large" aria-disabled={nothing} onClick={() => taken(saveAsPdf)}>
            {say("save_pdf")}
          </button>
          <button type="button" class="large" aria-disabled={nothing} onClick={() => nothing || print()}>
            {say("print")}
          </button>
        </div>
        <p class="status plain">{say("status.private")}</p>
      </div>
    </>
  );
}
