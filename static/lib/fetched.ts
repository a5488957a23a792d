/** A part of a page that comes on its own, and is asked for again until it has come. */
import { signal } from "@preact/signals";

const AGAIN = 3000;

export function fetched<Part>(load: () => Promise<Part>) {
  const came = signal<Part | null>(null);
  const fetch = (): Promise<void> =>
    load().then(
      (part) => {
        came.value = part;
      },
      () => void setTimeout(fetch, AGAIN),
    );
  let first: Promise<void> | undefined;
  /** Asks for it, once however often it is called; over when the first try is. */
  const begin = () => {
    first ??= fetch();
    return first;
  };
  return { came, begin };
}
