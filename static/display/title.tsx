/** The one line that says what this is about; longer ones are set smaller, so that they leave the wall to the rest. */
export function Title({ text }: { text: string }) {
  const long = text.length > 100 ? " longest" : text.length > 44 ? " long" : "";
  return <h1 class={`title${long}`}>{text}</h1>;
}
