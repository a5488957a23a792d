/** The one line that says what this is about; longer ones are set smaller, so that they stay two lines. */
export function Title({ text }: { text: string }) {
  return <h1 class={text.length > 44 ? "title long" : "title"}>{text}</h1>;
}
