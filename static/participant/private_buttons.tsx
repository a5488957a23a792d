/** A private answer never leaves the phone: its writer may save it as a text file, or print it. */
import type { OnPhones } from "../lib/kind";
import type { ActivityShape } from "../protocol";
import { say } from "./language";
import type { Phone } from "./phone";

interface Props {
  phone: Phone;
  activity: ActivityShape;
  module: OnPhones;
}

export function PrivateButtons({ phone, activity, module }: Props) {
  const { answer } = phone.answering.written(activity);
  const nothing = answer === null;
  const keep = () => {
    if (answer) saveText(module.lines?.(activity.settings, answer) ?? []);
  };
  return (
    <div class="answering">
      <div class="two">
        <button type="button" class="large" aria-disabled={nothing} onClick={keep}>
          {say("save")}
        </button>
        <button type="button" class="large" aria-disabled={nothing} onClick={() => nothing || print()}>
          {say("print")}
        </button>
      </div>
      <p class="status plain">{say("status.private")}</p>
    </div>
  );
}

/** The file's name tells a passer-by nothing. */
function saveText(lines: string[]): void {
  const url = URL.createObjectURL(new Blob([`${lines.join("\n")}\n`], { type: "text/plain;charset=utf-8" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = "notes.txt";
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 1000);
}
