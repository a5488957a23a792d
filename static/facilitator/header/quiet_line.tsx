/** One quiet line under the header: what is wrong now, then what this server is. Nothing to say: no line. */
import type { NoticesShape } from "../../protocol";
import { useDesk, useView } from "../desk";

export function QuietLine() {
  const { say, link } = useDesk();
  const { trouble, notices } = useView();
  const keys = linesOf(link.online.value, link.catchingUp.value, trouble, notices);
  return (
    <p class="quiet-line" role="status" hidden={keys.length === 0} data-line={keys[0]}>
      {keys.map((key) => say(`line.${key}`)).join(" ")}
    </p>
  );
}

/** Only the worst of what is wrong; that it is a demo, or a network that can be read, is said always. */
export function linesOf(online: boolean, catchingUp: boolean, trouble: string | null, notices: NoticesShape): string[] {
  const wrong = !online ? "offline" : catchingUp ? "catching_up" : trouble;
  const always = [notices.insecure && "insecure", notices.demo && "demo"];
  return [wrong, ...always].filter((line) => typeof line === "string");
}
