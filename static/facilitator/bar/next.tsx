/** The largest thing on the screen. It says where it goes; before the first step it begins. */
import { Icon } from "../../lib/icons";
import { Act } from "../act";
import { useDesk, useView } from "../desk";
import { NOW } from "../layers";
import { placeOf } from "../state/agenda";

export function NextButton() {
  const { say, link, stage } = useDesk();
  const { phase, step, held } = useView();
  const next = placeOf(link.plan.value, step)?.next ?? null;
  const now = () => {
    stage.value = NOW;
  };
  if (phase === "gathering") {
    return (
      <Act ask="begin" with={{}} then={now} class="primary bar-next">
        <Label main={say("begin")} small={link.plan.value?.blocks[0]?.title ?? ""} />
      </Act>
    );
  }
  return (
    <Act
      ask="next_step"
      with={{ from_step: step ?? "" }}
      off={!next || held || phase !== "running"}
      then={now}
      class="primary bar-next"
    >
      <Label main={say("next")} small={next?.title ?? say("next.last")} />
    </Act>
  );
}

function Label({ main, small }: { main: string; small: string }) {
  return (
    <>
      <span class="next-words">
        <span class="next-main">{main}</span>
        <span class="next-small">{small}</span>
      </span>
      <Icon name="forward" />
    </>
  );
}
