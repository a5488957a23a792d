/** Ahead or behind, what is left of the day, and the short way to the check-out when little is. */
import { Act } from "../act";
import { useDesk, useView } from "../desk";
import { checkOutOf, placeOf } from "../state/agenda";
import { leftToday, paceOf, timeForCheckOut } from "../state/pace";

export function PaceLine() {
  const { say, link } = useDesk();
  const view = useView();
  const pace = paceOf(view.pace);
  const left = leftToday(view.pace);
  const last = checkOutOf(link.plan.value);
  const inLast = placeOf(link.plan.value, view.step)?.block === last;
  return (
    <div class="pace">
      {pace && (
        <p class="pace-mark" data-tone={pace.tone}>
          {say(pace.key, { count: pace.minutes })}
        </p>
      )}
      {left && <p class="pace-left">{say(left.key, { hours: left.hours, minutes: left.minutes })}</p>}
      {view.step && timeForCheckOut(view.pace, last?.minutes ?? null, inLast) && (
        <Act ask="go_to_check_out" with={{ from_step: view.step }}>
          {say("go_to_check_out")}
        </Act>
      )}
    </div>
  );
}
