/** What covers the page for a moment and gives it back as it was: the support sheet, and *You and this page*. */
import { useEffect, useRef } from "preact/hooks";
import { say } from "./language";
import { Later } from "./later";
import type { Phone, Sheet } from "./phone";
import { SupportSheet } from "./support_sheet";

export function Sheets({ phone, sheet }: { phone: Phone; sheet: Sheet }) {
  const title = useRef<HTMLHeadingElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another sheet is another place to begin reading.
  useEffect(() => {
    const before = document.activeElement;
    title.current?.focus();
    scrollTo(0, 0);
    return () => before instanceof HTMLElement && before.focus();
  }, [sheet]);
  const close = () => {
    phone.sheet.value = null;
  };
  return (
    <main
      class="sheet"
      aria-labelledby="sheet-title"
      onKeyDown={({ key }) => {
        if (key === "Escape") close();
      }}
    >
      <h1 id="sheet-title" ref={title} tabIndex={-1}>
        {say(sheet)}
      </h1>
      {sheet === "support" ? (
        <SupportSheet phone={phone} />
      ) : (
        <Later draw={({ YouSheet }) => <YouSheet phone={phone} />} />
      )}
      <button type="button" class="large" onClick={close}>
        {say("support.back")}
      </button>
    </main>
  );
}
