/** A support call nobody has seen for a minute takes the stage on every tablet, until somebody taps it. What it covers is inert. */
import { Act } from "./act";
import { useDesk, useView } from "./desk";
import { Refused, Region } from "./region";
import { sortedCalls } from "./state/support";
import { minutesSince } from "./state/timer";

export function GrownCall() {
  const { say, second } = useDesk();
  const { grown, unseen } = sortedCalls(useView().calls);
  if (!grown) return null;
  const others = unseen.length - 1;
  return (
    <Region at="grown">
      <section class="grown" role="alert">
        <p class="grown-name">{grown.name}</p>
        <p class="grown-says">{say("support.waits", { count: minutesSince(grown.at, second.value) })}</p>
        {others > 0 && <p>{say("support.others", { count: others })}</p>}
        <Act ask="see_call" with={{ call: grown.call }} label={say("support.see", { name: grown.name })} class="large">
          {say("support.seen")}
        </Act>
        <Refused />
      </section>
    </Region>
  );
}
