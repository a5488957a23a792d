/** The open ring beside a question that waits; it closes with a check mark once something is said. */
import { LineIcon } from "../../icon";
import { Ring } from "../../ring";

const CHECK = "M5 12.5l4.5 4.5L19 7.5";

export function OpenMark({ open, label }: { open: boolean; label: string }) {
  return (
    <span class={open ? "open-mark" : "open-mark said"}>
      {open ? <Ring /> : <LineIcon path={CHECK} />}
      <span class="aside">{label}</span>
    </span>
  );
}
