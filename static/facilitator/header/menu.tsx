/** What is needed now and then. *End* lives here and nowhere near the thumb. */
import { useEffect, useRef } from "preact/hooks";
import { Icon, type IconName } from "../../lib/icons";
import { Act } from "../act";
import { useDesk, useView } from "../desk";
import type { Stage } from "../layers";
import { Refused, Region } from "../region";
import { leaveTablet, turnHand } from "../settings";
import { checkOutOf, placeOf } from "../state/agenda";

export function Menu() {
  const { say, menuOpen } = useDesk();
  const button = useRef<HTMLButtonElement>(null);
  const close = () => {
    menuOpen.value = false;
    button.current?.focus();
  };
  return (
    <div class="menu-place">
      <button
        type="button"
        ref={button}
        class="quiet icon-button"
        aria-label={say("menu")}
        aria-expanded={menuOpen.value}
        aria-controls="menu"
        onClick={() => (menuOpen.value = !menuOpen.value)}
      >
        <Icon name="menu" />
      </button>
      {menuOpen.value && <MenuList close={close} />}
    </div>
  );
}

function MenuList({ close }: { close: () => void }) {
  const { say } = useDesk();
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.querySelector("button")?.focus();
    const outside = (event: PointerEvent) => {
      const place = list.current?.parentElement;
      if (place && event.target instanceof Node && !place.contains(event.target)) close();
    };
    document.addEventListener("pointerdown", outside);
    return () => document.removeEventListener("pointerdown", outside);
  }, [close]);
  const onEscape = (event: KeyboardEvent) => event.key === "Escape" && close();
  return (
    <Region at="menu">
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset's frame and legend would say less than the label here */}
      <div id="menu" class="menu" role="group" aria-label={say("menu")} ref={list} onKeyDown={onEscape}>
        <Refused />
        <GroupItems close={close} />
        <RoomItems close={close} />
        <OwnItems close={close} />
      </div>
    </Region>
  );
}

function GroupItems({ close }: { close: () => void }) {
  const { say, link } = useDesk();
  const view = useView();
  const last = checkOutOf(link.plan.value);
  const inLast = placeOf(link.plan.value, view.step)?.block === last;
  return (
    <>
      <Open icon="people" to={{ show: "roll_call" }} close={close} words={say("roll_call.title")} />
      <Open icon="concern" to={{ show: "concern", response: null }} close={close} words={say("concern.title")} />
      {view.two_minutes ? (
        <Act ask="stop_asking_two_minutes" with={{}} then={close} class="menu-item">
          <Icon name="clock" /> {say("two_minutes.stop")}
        </Act>
      ) : (
        <Act ask="ask_two_minutes" with={{}} then={close} class="menu-item">
          <Icon name="clock" /> {say("two_minutes.ask")}
        </Act>
      )}
      {view.step && last && (
        <Act ask="go_to_check_out" with={{ from_step: view.step }} off={inLast} then={close} class="menu-item">
          <Icon name="forward" /> {say("go_to_check_out")}
        </Act>
      )}
    </>
  );
}

function RoomItems({ close }: { close: () => void }) {
  const { say } = useDesk();
  const view = useView();
  return (
    <>
      <hr />
      <Act ask="set_lock" with={{ locked: !view.locked }} pressed={view.locked} class="menu-item">
        <Icon name={view.locked ? "locked" : "unlocked"} /> {say(view.locked ? "lock.open" : "lock.close")}
      </Act>
      <Act ask="show_join_code" with={{ shown: !view.join_on_wall }} pressed={view.join_on_wall} class="menu-item">
        <Icon name="code" /> {say(view.join_on_wall ? "join.hide_from_wall" : "join.show_on_wall")}
      </Act>
      <Open icon="wall" to={{ show: "walls" }} close={close} words={say("walls.title")} />
    </>
  );
}

function OwnItems({ close }: { close: () => void }) {
  const desk = useDesk();
  const { say, hand } = desk;
  const { tablets } = useView();
  return (
    <>
      <hr />
      <Open icon="pen" to={{ show: "jottings" }} close={close} words={say("jottings.title")} />
      <button type="button" class="menu-item" onClick={() => turnHand(desk)}>
        <Icon name="mirror" /> {say(hand.value === "right" ? "hand.left" : "hand.right")}
      </button>
      <hr />
      <Act ask="leave_tablet" with={{}} then={leaveTablet} class="menu-item">
        <Icon name="leave" /> {say("leave_tablet")}
      </Act>
      <Open icon="end" to={{ show: "end" }} close={close} words={say("end.open")} />
      <p class="hint menu-tablets">{say("tablets", { names: tablets.join(", ") })}</p>
    </>
  );
}

function Open({ icon, to, words, close }: { icon: IconName; to: Stage; words: string; close: () => void }) {
  const { stage } = useDesk();
  const open = () => {
    stage.value = to;
    close();
  };
  return (
    <button type="button" class="menu-item" onClick={open}>
      <Icon name={icon} /> {words}
    </button>
  );
}
