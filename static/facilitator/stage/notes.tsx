/** What the therapist reads while standing: 20 px, quotes to say aloud stand out. */
import { Blocks } from "../../lib/blocks";
import type { Block } from "../../protocol";
import { useDesk } from "../desk";

export function Notes({ blocks }: { blocks: Block[] }) {
  const { say } = useDesk();
  if (blocks.length === 0) return <p class="notes-none">{say("notes.none")}</p>;
  return (
    <div class="notes">
      <Blocks blocks={blocks} />
    </div>
  );
}
