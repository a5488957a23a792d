/** One quiet line under the header, for the worst thing that is true now. Nothing wrong: no line. */
import { useDesk, useView } from "../desk";

export function QuietLine() {
  const { say, link } = useDesk();
  const view = useView();
  const key = lineOf(link.online.value, link.catchingUp.value, view.trouble, view.notices);
  return (
    <p class="quiet-line" role="status" hidden={!key} data-line={key}>
      {key && say(`line.${key}`)}
    </p>
  );
}

export function lineOf(
  online: boolean,
  catchingUp: boolean,
  trouble: string | null,
  notices: { demo: boolean; insecure: boolean },
): string | null {
  if (!online) return "offline";
  if (catchingUp) return "catching_up";
  if (trouble) return trouble === "disk" ? "disk" : "curriculum";
  if (notices.insecure) return "insecure";
  return notices.demo ? "demo" : null;
}
