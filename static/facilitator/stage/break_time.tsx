/** A break on the tablet: when it ends, and how to prepare what comes after it. */
import { Blocks } from "../../lib/blocks";
import { useDesk, useView } from "../desk";
import type { Place } from "../state/agenda";

export function BreakTime({ place }: { place: Place }) {
  const { say, link, page } = useDesk();
  const { timer } = useView();
  const next = link.plan.value?.blocks.find((block) => block.steps.some(({ id }) => id === place.next?.id));
  const back =
    timer && new Date(timer.ends_at).toLocaleTimeString(page.language, { hour: "numeric", minute: "2-digit" });
  return (
    <>
      {back && <p class="break-back">{say("break.back_at", { time: back })}</p>}
      {next && next.preparation.length > 0 && (
        <section class="notes break-next">
          <h3>{say("break.next", { title: next.title })}</h3>
          <Blocks blocks={next.preparation} />
        </section>
      )}
    </>
  );
}
