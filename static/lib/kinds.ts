/** Loads the code and the style of a kind when it is first needed. Kinds are found by folder; none is named here. */
import { kinds, styleMark } from "../generated/kinds";
import type { KindModule } from "./kind";

const loading = new Map<string, Promise<KindModule>>();

/** The kind's module, its style in place. Rejects when it cannot be fetched now; asking again tries again. */
export function loadKind(kind: string): Promise<KindModule> {
  const started = loading.get(kind) ?? start(kind);
  loading.set(kind, started);
  started.catch(() => loading.delete(kind));
  return started;
}

async function start(kind: string): Promise<KindModule> {
  const load = (kinds as Readonly<Record<string, () => Promise<unknown>>>)[kind];
  if (!load) throw new Error(`There is no kind "${kind}" here.`);
  const [module] = await Promise.all([load(), loadStyle(kind)]);
  return module as KindModule;
}

function loadStyle(kind: string): Promise<void> {
  const href = new URL(`/static/${kind}-${styleMark}.css`, location.href).href;
  if ([...document.styleSheets].some((sheet) => sheet.href === href)) return Promise.resolve();
  return new Promise((resolve) => {
    const link = document.createElement("link");
    link.rel = "stylesheet";
    link.href = href;
    // A missing style makes the question plain; it must not keep anyone from answering.
    link.onload = link.onerror = () => resolve();
    document.head.append(link);
  });
}
