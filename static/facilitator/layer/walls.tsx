/** Room screens: pair one by the code it shows, see each, let one go. */
import { useState } from "preact/hooks";
import { Act, tapOnEnter } from "../act";
import { useDesk, useView } from "../desk";
import { Refused } from "../region";
import { LayerHead } from "../stage/heading";
import { WallPicture } from "../stage/wall_picture";

export function Walls() {
  const { say } = useDesk();
  const { walls } = useView();
  return (
    <>
      <LayerHead title={say("walls.title")} />
      <div class="scroll walls">
        <PairForm />
        <Refused />
        {walls.length === 0 && <p class="hint">{say("walls.none")}</p>}
        <ul class="wall-list">
          {walls.map((wall) => (
            <li key={wall.wall}>
              <span class="mini-picture" aria-hidden="true">
                {wall.shows ? <WallPicture shows={wall.shows} /> : <span class="mini-blank" />}
              </span>
              <span>{say(wall.connected ? "walls.in_contact" : "walls.away")}</span>
              <Act ask="unpair_wall" with={{ wall: wall.wall }}>
                {say("walls.unpair")}
              </Act>
            </li>
          ))}
        </ul>
      </div>
    </>
  );
}

export function PairForm() {
  const { say } = useDesk();
  const [code, setCode] = useState("");
  const typed = code.trim().toUpperCase();
  return (
    <form class="pair" onSubmit={tapOnEnter}>
      <label for="wall-code">{say("walls.code")}</label>
      <p class="hint" id="wall-code-how">
        {say("walls.how")}
      </p>
      <div class="field-row">
        <input
          id="wall-code"
          value={code}
          autocomplete="off"
          autocapitalize="characters"
          spellcheck={false}
          aria-describedby="wall-code-how"
          onInput={(event) => setCode(event.currentTarget.value)}
        />
        <Act ask="pair_wall" with={{ code: typed }} off={typed === ""} then={() => setCode("")} class="strong">
          {say("walls.pair")}
        </Act>
      </div>
    </form>
  );
}
