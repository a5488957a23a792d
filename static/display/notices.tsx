/** What every screen must say about this server, small, and that the line is gone. */
import { Icon } from "../lib/icons";
import type { NoticesShape } from "../protocol";
import { say } from "./language";

export function Notices({ notices, offline }: { notices: NoticesShape; offline: boolean }) {
  return (
    <div class="wall-notices">
      {offline && (
        <p>
          <Icon name="offline" /> {say("offline")}
        </p>
      )}
      {notices.demo && <p>{say("notice.demo")}</p>}
      {notices.insecure && <p>{say("notice.insecure")}</p>}
    </div>
  );
}
