/** The time of day, by the server's clock, so that two tablets agree. */
import { useDesk } from "../desk";

export function DayClock() {
  const { second, page } = useDesk();
  const at = new Date(second.value);
  const text = at.toLocaleTimeString(page.language, { hour: "numeric", minute: "2-digit" });
  return (
    <time class="top-clock" dateTime={at.toISOString().slice(0, 16)}>
      {text}
    </time>
  );
}
