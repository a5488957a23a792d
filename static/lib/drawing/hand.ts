/** One finger or stylus on the paper: from its coming down to its leaving it is one stroke. Draws nothing. */
import { type Point, pressOf, simplified, within } from "./marks";
import { SIDE } from "./palette";

type Touch = Pick<PointerEvent, "pointerId" | "pointerType" | "pressure" | "clientX" | "clientY" | "timeStamp">;
type Paper = Pick<DOMRect, "left" | "top" | "width" | "height">;

/** Points nearer than this to the last one say nothing new. */
const NEAR = 3;

export class Hand {
  points: Point[] = [];
  private id: number | null = null;
  private at = 0;

  get isDown(): boolean {
    return this.id !== null;
  }

  /** False for a second finger or the heel of a hand, while another draws. */
  down(touch: Touch, paper: Paper): boolean {
    if (this.id !== null) return false;
    this.id = touch.pointerId;
    this.at = touch.timeStamp;
    const [x, y] = placeOn(paper, touch);
    this.points = [[x, y, pressOf(touch.pointerType, touch.pressure, 0, 1)]];
    return true;
  }

  /** True if the stroke has grown. */
  move(touch: Touch, paper: Paper): boolean {
    const last = this.points[this.points.length - 1];
    if (touch.pointerId !== this.id || !last) return false;
    const [x, y] = placeOn(paper, touch);
    const far = Math.hypot(x - last[0], y - last[1]);
    if (far < NEAR) return false;
    const press = pressOf(touch.pointerType, touch.pressure, far, touch.timeStamp - this.at);
    // A hand does not change its press from one moment to the next.
    this.points.push([x, y, within((2 * last[2] + press) / 3, 1, 9)]);
    this.at = touch.timeStamp;
    return true;
  }

  /** The stroke, in the points that the eye needs; null where this was not the hand that draws. */
  up(touch: Pick<Touch, "pointerId">): number[] | null {
    if (touch.pointerId !== this.id) return null;
    this.id = null;
    return simplified(this.points).flat();
  }

  /** The system took the touch for itself: what was drawn so far does not count. */
  away(touch: Pick<Touch, "pointerId">): void {
    if (touch.pointerId === this.id) this.id = null;
    this.points = [];
  }
}

function placeOn(paper: Paper, { clientX, clientY }: Touch): [number, number] {
  const across = (clientX - paper.left) / paper.width;
  const down = (clientY - paper.top) / paper.height;
  return [within(across * SIDE), within(down * SIDE)];
}
