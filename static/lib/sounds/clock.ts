/** When, by a context's own clock, something is *heard* that should be heard at a moment of the room's time. */

type Stamped = Pick<AudioContext, "currentTime"> & Partial<Pick<AudioContext, "getOutputTimestamp" | "outputLatency">>;

/**
 * `moment` and `now` are the room's time in ms. What a context plays is heard only after it has gone through the
 * device; its output timestamp says what is being heard, so that a slow loudspeaker begins earlier.
 */
export function heardAt(context: Stamped, moment: number, now: number): number {
  const wait = (moment - now) / 1000;
  const stamp = context.getOutputTimestamp?.();
  if (stamp?.performanceTime && stamp.contextTime)
    return stamp.contextTime + (performance.now() - stamp.performanceTime) / 1000 + wait;
  return context.currentTime - (context.outputLatency ?? 0) + wait;
}
