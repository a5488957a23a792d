/** A picture that came from somebody, by its id: empty paper until it is there. */
import { useContext } from "preact/hooks";
import type { Picture } from "./marks";
import { DrawnPicture } from "./picture";
import { PicturesHere } from "./pictures";

const EMPTY: Picture = { marks: [] };

/** The picture as far as this page has it. */
export function usePicture(id: string): Picture {
  return useContext(PicturesHere)?.find(id) ?? EMPTY;
}

/** `label`: what is said of one that has no words of its own. */
export function SeenPicture({ id, label, dots }: { id: string; label: string; dots?: number }) {
  const picture = usePicture(id);
  return <DrawnPicture picture={picture} label={picture.words || label} {...(dots ? { dots } : {})} />;
}
