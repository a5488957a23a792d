/** That this is a demo, or a trial on a network where others could read along. */
import type { NoticesShape } from "../protocol";
import { sayLater as say } from "./later_words";

export function Trial({ demo, insecure }: NoticesShape) {
  return (
    <>
      {demo && <p>{say("demo")}</p>}
      {insecure && <p>{say("insecure")}</p>}
    </>
  );
}
