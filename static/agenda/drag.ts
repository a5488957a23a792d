/** Moves a row with a finger or a mouse, by its grip. Buttons do the same for keyboards; this is only quicker. */

/** Above the middle of which other row the pointer is: that row's place; below all of them, the end. */
export function placeUnder(y: number, middles: readonly number[]): number {
  const place = middles.findIndex((middle) => y < middle);
  return place < 0 ? middles.length : place;
}

/** Follows the pointer until it lets go. `move` is told each new place among the other rows. */
export function follow(event: PointerEvent, list: HTMLElement, row: HTMLElement, move: (place: number) => void): void {
  const grip = event.currentTarget as HTMLElement;
  event.preventDefault();
  grip.setPointerCapture(event.pointerId);
  row.dataset.dragged = "";
  const over = (moved: PointerEvent) => {
    const others = [...list.children].filter((child) => child !== row).map((child) => child.getBoundingClientRect());
    move(
      placeUnder(
        moved.clientY,
        others.map(({ top, height }) => top + height / 2),
      ),
    );
  };
  const stop = () => {
    delete row.dataset.dragged;
    grip.removeEventListener("pointermove", over);
    grip.removeEventListener("lostpointercapture", stop);
  };
  grip.addEventListener("pointermove", over);
  grip.addEventListener("lostpointercapture", stop);
}
