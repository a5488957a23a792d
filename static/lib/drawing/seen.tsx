/** A picture that came from somebody, by its id: empty paper until it is there. */
import { useContext } from "preact/hooks";
import { DrawnPicture } from "./picture";
import { PicturesHere } from "./pictures";

const EMPTY = { marks: [] };

export function SeenPicture({ id, label, dots }: { id: string; label: string; dots?: number }) {
  const picture = useContext(PicturesHere)?.find(id) ?? EMPTY;
  return <DrawnPicture picture={picture} label={label} {...(dots ? { dots } : {})} />;
}
