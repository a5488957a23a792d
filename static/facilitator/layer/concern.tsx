/** The programme's own script for a worry, and a way to reach a writer whom nobody can trace: asking everyone. */
import { useEffect } from "preact/hooks";
import { Blocks } from "../../lib/blocks";
import { Act } from "../act";
import { useDesk, useView } from "../desk";
import { Refused } from "../region";
import { Scroll } from "../scroll";
import { LayerHead } from "../stage/heading";

export function Concern({ response }: { response: string | null }) {
  const { say, link, ask } = useDesk();
  const { waiting } = useView();
  const script = link.plan.value?.concern;
  const worrying = waiting.find(({ id }) => id === response);
  useEffect(() => {
    ask("raise_concern", { response }, "stage");
  }, [ask, response]);
  return (
    <>
      <LayerHead title={script?.title || say("concern.title")} />
      <Scroll label={script?.title || say("concern.title")}>
        {worrying && (
          <figure class="worrying">
            <blockquote>{worrying.text}</blockquote>
            <figcaption class="hint">{worrying.name ?? say("concern.no_name")}</figcaption>
          </figure>
        )}
        <div class="notes">{script && <Blocks blocks={script.blocks} />}</div>
      </Scroll>
      <Refused />
      <TwoMinutes />
    </>
  );
}

/** Asks every phone, so that nobody is pointed at. The yeses are seats that asked. */
export function TwoMinutes() {
  const { say } = useDesk();
  const view = useView();
  const yes = view.roster.filter(({ asks }) => asks.includes("two_minutes")).map(({ name }) => name);
  return (
    <div class="layer-foot">
      <p>
        {view.two_minutes ? say("two_minutes.asked") : say("two_minutes.how")}
        {yes.length > 0 && <strong> {say("two_minutes.yes", { names: yes.join(", ") })}</strong>}
      </p>
      {view.two_minutes ? (
        <Act ask="stop_asking_two_minutes" with={{}}>
          {say("two_minutes.stop")}
        </Act>
      ) : (
        <Act ask="ask_two_minutes" with={{}} class="strong large">
          {say("two_minutes.ask")}
        </Act>
      )}
    </div>
  );
}
