/** The quiet line on top: the day, who I am, and the other language in its own name. */
import { language, say } from "./language";
import type { Phone } from "./phone";
import { LOW_LIGHT, type Screen } from "./screen";

export function Top({ phone, screen }: { phone: Phone; screen: Screen }) {
  const others = Object.entries(phone.page.languages).filter(([tag]) => tag !== language.value);
  const name = phone.own.value?.name;
  if (LOW_LIGHT.has(screen)) return null;
  return (
    <header class="top">
      <p class="day">{phone.view.value?.day}</p>
      {name && phone.view.value?.phase !== "ended" && (
        <button
          type="button"
          class="quiet"
          aria-label={say("you.open", { name })}
          onClick={() => {
            phone.sheet.value = phone.sheet.value === "you" ? null : "you";
          }}
        >
          {name}
        </button>
      )}
      {others.map(([tag, label]) => (
        <button type="button" class="quiet" lang={tag} onClick={() => phone.changeLanguage(tag)}>
          {label}
        </button>
      ))}
    </header>
  );
}
