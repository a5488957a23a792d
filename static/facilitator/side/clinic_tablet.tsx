/** The clinic's tablet, passed round among those without a phone: a code to set it up, and a way to put it away. */
import { useState } from "preact/hooks";
import { Act } from "../act";
import { useDesk } from "../desk";

export function ClinicTablet() {
  const { say, link } = useDesk();
  const [wanted, setWanted] = useState(false);
  const made = wanted ? link.clinicTablet.value : null;
  return (
    <section class="seat-confirm" aria-labelledby="clinic-tablet">
      <h3 id="clinic-tablet">{say("clinic_tablet.title")}</h3>
      <p class="hint">{say("clinic_tablet.what")}</p>
      {made && (
        <p role="status">
          {say("clinic_tablet.how", { address: made.address })}
          <strong class="tablet-code">{spaced(made.code)}</strong>
          <span class="hint">{say("clinic_tablet.once")}</span>
        </p>
      )}
      <Act ask="pass_tablet_round" with={{}} then={() => setWanted(true)}>
        {say("clinic_tablet.make")}
      </Act>
      <Act ask="put_tablets_away" with={{}} then={() => setWanted(false)} class="quiet">
        {say("clinic_tablet.away")}
      </Act>
    </section>
  );
}

/** In two halves: eight letters in a row are hard to copy. */
function spaced(code: string): string {
  return `${code.slice(0, 4)} ${code.slice(4)}`;
}
