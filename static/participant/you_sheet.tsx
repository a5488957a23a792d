/** What I am called, the language of this phone, and what hiding can and cannot do. */
import { useSignal } from "@preact/signals";
import { KeptList } from "./kept_list";
import { OwnPieces } from "./ladder";
import { language } from "./language";
import { sayLater as say } from "./later_words";
import type { Phone } from "./phone";

export function YouSheet({ phone }: { phone: Phone }) {
  return (
    <>
      <OwnPieces phone={phone} />
      <Name phone={phone} />
      <section class="group" aria-labelledby="languages">
        <h2 id="languages">{say("language")}</h2>
        <div class="two">
          {Object.entries(phone.page.languages).map(([tag, label]) => (
            <button
              type="button"
              lang={tag}
              aria-pressed={tag === language.value}
              class={tag === language.value ? "primary" : ""}
              onClick={() => tag === language.value || phone.changeLanguage(tag)}
            >
              {label}
            </button>
          ))}
        </div>
      </section>
      <KeptList />
      <section class="group">
        <h2>{say("hide")}</h2>
        <p class="hint">{say("hide.note")}</p>
      </section>
    </>
  );
}

function Name({ phone }: { phone: Phone }) {
  const told = useSignal("");
  const save = async (event: SubmitEvent) => {
    event.preventDefault();
    const name = String(new FormData(event.currentTarget as HTMLFormElement).get("name") ?? "").trim();
    if (!name) {
      told.value = say("name.empty");
      return;
    }
    told.value = say("status.sending");
    const outcome = await phone.line.ask("rename", { name });
    told.value = outcome.done ? say("name.saved", { name }) : say("not_done", { message: outcome.message });
  };
  return (
    <form class="group" onSubmit={(event) => void save(event)}>
      <label for="name">{say("name")}</label>
      <p id="name-hint" class="hint">
        {say("name.hint")}
      </p>
      <input
        id="name"
        name="name"
        maxLength={40}
        autoComplete="off"
        aria-describedby="name-hint"
        defaultValue={phone.own.value?.name ?? ""}
      />
      <button type="submit">{say("name.save")}</button>
      <p role="status">{told.value}</p>
    </form>
  );
}
