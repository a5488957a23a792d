/** A private answer never leaves the phone: its writer may save it as text or as a picture, or print it. */
import { Written } from "../lib/faces/written_sheet";
import type { OnPhones } from "../lib/kind";
import { linesOf, type Sheet, sheetOf } from "../lib/sheet";
import type { ActivityShape } from "../protocol";
import { sayLater as say } from "./later_words";
import type { Phone } from "./phone";
import { pictureOf } from "./sheet_picture";

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
  const asText = () => {
    const told = sheet();
    if (told) save(new Blob([`${linesOf(told).join("\n")}\n`], { type: "text/plain;charset=utf-8" }), "notes.txt");
  };
  const asPicture = async () => {
    const told = sheet();
    const picture = told && (await pictureOf(told));
    if (picture) save(picture, "notes.png");
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
          <button type="button" class="large" aria-disabled={nothing} onClick={asText}>
            {say("save")}
          </button>
          <button type="button" class="large" aria-disabled={nothing} onClick={() => void asPicture()}>
            {say("save_picture")}
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

/** The file's name tells a passer-by nothing. */
function save(file: Blob, name: string): void {
  const url = URL.createObjectURL(file);
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 1000);
}
