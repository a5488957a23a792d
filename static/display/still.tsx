/** The still wall: the open ring and a few words, or none. Nobody's words, nothing that moves. */
import { Ring } from "../lib/ring";

export function Still({ says }: { says: string }) {
  return (
    <div class="still-wall">
      <Ring />
      {says && <h1>{says}</h1>}
    </div>
  );
}
