/** A step that the group is not at. Only *Go here* moves anyone. */

import { Act } from "../act";
import { useDesk, useView } from "../desk";
import { NOW } from "../layers";
import { Refused } from "../region";
import { Scroll } from "../scroll";
import { placeOf, wholeMinutes } from "../state/agenda";
import { GroupSees } from "./group_sees";
import { LayerHead } from "./heading";
import { Notes } from "./notes";

export function PreviewStep({ step }: { step: string }) {
  const { say, link, stage } = useDesk();
  const view = useView();
  const place = placeOf(link.plan.value, step);
  const here = placeOf(link.plan.value, view.step);
  if (!place) return <LayerHead title={say("preview.gone")} />;
  const small = say("preview.where", { module: place.block.title, count: wholeMinutes(place.step.minutes) });
  return (
    <div class="preview">
      <LayerHead title={place.step.title} small={small} />
      <Scroll key={step} label={say("notes.title")}>
        <Notes blocks={place.step.notes} />
        <GroupSees step={place.step} />
      </Scroll>
      <Refused />
      <div class="preview-foot">
        <p>{here ? say("preview.group_is_at", { step: here.step.title }) : say("preview.not_begun")}</p>
        {view.step && (
          <Act
            ask="go_to_step"
            with={{ from_step: view.step, step }}
            off={step === view.step || view.phase !== "running"}
            then={() => (stage.value = NOW)}
            class="strong large"
          >
            {say("preview.go_here")}
          </Act>
        )}
      </div>
    </div>
  );
}
