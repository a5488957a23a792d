/** What somebody kept on their own phone last time, in the language of this page. */
import { LastStep } from "../lib/faces/kept_step";
import { language } from "./language";

export function LastTime() {
  return <LastStep language={language.value} />;
}
