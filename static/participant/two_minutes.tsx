/** *Two minutes with staff after group?* Asked of every phone alike, so that nobody is singled out. */
import { useSignal } from "@preact/signals";
import { sayLater as say } from "./later_words";
import type { Phone } from "./phone";

export function TwoMinutes({ phone }: { phone: Phone }) {
  const ask = phone.view.value?.two_minutes;
  const changing = useSignal(false);
  const trouble = useSignal("");
  if (!ask) return null;
  const said = phone.own.value?.two_minutes ?? null;

  const answer = async (yes: boolean) => {
    const outcome = await phone.line.ask("answer_two_minutes", { ask, yes });
    trouble.value = outcome.done ? "" : outcome.message;
    changing.value = false;
  };
  return (
    <section class="card two-minutes" aria-label={say("two_minutes")}>
      {said === null || changing.value ? (
        <>
          <h2>{say("two_minutes")}</h2>
          <p class="hint">{say("two_minutes.promise")}</p>
          <div class="two">
            <button type="button" class="large" onClick={() => void answer(false)}>
              {say("two_minutes.no")}
            </button>
            <button type="button" class="large" onClick={() => void answer(true)}>
              {say("two_minutes.yes")}
            </button>
          </div>
        </>
      ) : (
        <div class="said">
          <p>{say(said ? "two_minutes.said_yes" : "two_minutes.said_no")}</p>
          <button
            type="button"
            class="quiet"
            onClick={() => {
              changing.value = true;
            }}
          >
            {say("two_minutes.change")}
          </button>
        </div>
      )}
      <p role="status">{trouble.value && say("not_done", { message: trouble.value })}</p>
    </section>
  );
}
