/** Takes back the last tap and says which. */
import { Icon } from "../../lib/icons";
import { Act } from "../act";
import { useDesk, useView } from "../desk";

export function UndoButton() {
  const { say } = useDesk();
  const { undo } = useView();
  if (!undo) return <span class="bar-undo" />;
  const key = `undo.${undo.label}`;
  const named = say(key);
  return (
    <Act ask="undo" with={{ tap: undo.tap }} class="quiet bar-undo">
      <Icon name="undo" /> <span>{named === key ? say("undo") : say("undo.named", { tap: named })}</span>
    </Act>
  );
}
