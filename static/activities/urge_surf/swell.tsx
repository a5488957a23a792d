/** A slow swell for the wall, and a line that changes with the room's clock. The style moves it; nothing is computed. */
import { useContext, useEffect, useState } from "preact/hooks";
import { RoomTime } from "../../lib/room_time";

interface Props {
  moving: boolean;
  /** Seconds that each line stays. */
  every: number;
  says(place: number): string;
}

const WATER = `M0 60${"c40 0 40 -40 80 -40s40 40 80 40".repeat(6)}V120H0Z`;

export function Swell({ moving, every, says }: Props) {
  const place = useTurn(every, moving);
  return (
    <>
      <svg
        class={moving ? "swell moving" : "swell"}
        viewBox="0 0 480 120"
        preserveAspectRatio="none"
        aria-hidden="true"
      >
        <path class="swell-far" d={WATER} />
        <path class="swell-near" d={WATER} />
      </svg>
      <p class="surf-guide">{says(place)}</p>
    </>
  );
}

function useTurn(every: number, moving: boolean): number {
  const now = useContext(RoomTime);
  const [place, setPlace] = useState(0);
  useEffect(() => {
    if (!moving) return;
    let timer: ReturnType<typeof setTimeout>;
    const look = () => {
      const turn = 1000 * every;
      setPlace(Math.floor(now() / turn));
      timer = setTimeout(look, turn - (now() % turn));
    };
    look();
    return () => clearTimeout(timer);
  }, [every, moving, now]);
  return place;
}
