/** The step's timer as an open ring. A tap offers more time; when it is up it counts on, quietly. */
import { useState } from "preact/hooks";
import { Ring } from "../../lib/ring";
import { Act } from "../act";
import { useDesk, useView } from "../desk";
import { clockText, readTimer } from "../state/timer";

const MORE = [1, 2, 5];

export function Timer() {
  const { say, second } = useDesk();
  const { timer, step } = useView();
  const [open, setOpen] = useState(false);
  if (!timer || !step) return null;
  const reading = readTimer(timer, second.value);
  const text = clockText(reading.seconds);
  return (
    <div class="timer-place">
      {open && (
        <div class="timer-more" id="timer-more">
          {MORE.map((minutes) => (
            <Act key={minutes} ask="extend_timer" with={{ step, minutes }} label={say("timer.add", { count: minutes })}>
              +{minutes}
            </Act>
          ))}
        </div>
      )}
      <button
        type="button"
        class="quiet timer"
        data-over={reading.over}
        data-still={reading.still}
        aria-expanded={open}
        aria-label={say(reading.over ? "timer.over" : "timer.left", { time: text })}
        onClick={() => setOpen(!open)}
      >
        <Ring share={reading.share} />
        <span class="timer-time">{reading.over ? `+${text}` : text}</span>
      </button>
    </div>
  );
}
