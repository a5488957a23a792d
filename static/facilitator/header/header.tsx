/** The top line: which group, how many are here, the time, the way in, the menu. */
import { Icon } from "../../lib/icons";
import { Ring } from "../../lib/ring";
import { useDesk, useView } from "../desk";
import { headCount } from "../state/roster";
import { DayClock } from "./day_clock";
import { Menu } from "./menu";

export function Header() {
  const { say, stage, drawer } = useDesk();
  const view = useView();
  const { here, withoutPhone } = headCount(view.roster);
  return (
    <header class="top">
      <button
        type="button"
        class="quiet drawer-button"
        onClick={() => toggle(drawer)}
        aria-expanded={drawer.value === "agenda"}
      >
        <Icon name="agenda" />
        <span>{say("agenda.title")}</span>
      </button>
      <span class="mark">
        <Ring />
      </span>
      <h1 class="top-group">{view.group || view.day}</h1>
      <p class="top-count">
        {say("here", { count: here })}
        {withoutPhone > 0 && ` · ${say("here.without_phone", { count: withoutPhone })}`}
      </p>
      <DayClock />
      <button type="button" class="quiet" onClick={() => (stage.value = { show: "join" })}>
        {say("join.title")}
      </button>
      <Menu />
    </header>
  );
}

function toggle(drawer: ReturnType<typeof useDesk>["drawer"]) {
  drawer.value = drawer.value === "agenda" ? null : "agenda";
}
