/** The question of a kind that lives: what everyone sees of it, how to make a move, and the room's own time. */
import { useSignal } from "@preact/signals";
import { useMemo } from "preact/hooks";
import type { Living, OnPhones } from "../lib/kind";
import { RoomTime } from "../lib/room_time";
import type { ActivityShape } from "../protocol";
import { language } from "./language";
import type { Phone } from "./phone";
import { isOpen } from "./screen";

interface Props {
  phone: Phone;
  activity: ActivityShape;
  module: OnPhones;
}

export function LivingQuestion({ phone, activity, module }: Props) {
  const refused = useSignal("");
  const now = useMemo(() => () => phone.line.clock.now(), [phone]);
  const living: Living = {
    shared: activity.shared ?? {},
    own: phone.own.value?.living ?? null,
    opened_at: activity.opened_at,
    move: async (move) => {
      const outcome = await phone.line.ask("move", { run: activity.run, move });
      refused.value = outcome.done ? "" : outcome.message;
    },
  };
  return (
    <RoomTime.Provider value={now}>
      <module.Participant
        settings={activity.settings}
        draft={phone.answering.written(activity).answer}
        setDraft={(draft) => phone.answering.write(activity, { answer: draft })}
        disabled={!isOpen(activity)}
        language={language.value}
        living={living}
      />
      <p class={refused.value ? "status notice" : "aside"} role="status">
        {refused}
      </p>
    </RoomTime.Provider>
  );
}
