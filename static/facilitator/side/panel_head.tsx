/** The head of a panel in the live column, with the way back to the group. */
import { Icon } from "../../lib/icons";
import { useDesk } from "../desk";
import { GROUP } from "../layers";

export function PanelHead({ title }: { title: string }) {
  const { say, side } = useDesk();
  return (
    <div class="panel-head">
      <button
        type="button"
        class="quiet icon-button"
        aria-label={say("group.back")}
        onClick={() => (side.value = GROUP)}
      >
        <Icon name="back" />
      </button>
      <h2 class="panel-title">{title}</h2>
    </div>
  );
}
