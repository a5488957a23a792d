/**
 * The only door to what this device keeps. *Hide this now* empties all of it; the end of group leaves what its owner
 * chose to keep (`shelf.ts`).
 */
import { clear, del, get, set } from "idb-keyval";

/** Under this key lies what is kept from one group to the next. It sorts behind every other. */
export const SHELF = "~shelf";

/** Some private windows keep nothing at all: then it is as if nothing had been kept, and memory has to do. */
async function orNothing<T>(kept: () => Promise<T>): Promise<T | undefined> {
  try {
    return await kept();
  } catch {
    return undefined;
  }
}

export interface Keeper {
  keep(key: string, value: unknown): Promise<void>;
  find(key: string): Promise<unknown>;
  drop(key: string): Promise<void>;
}

export const onThisDevice: Keeper = {
  keep: async (key, value) => void (await orNothing(() => set(key, value))),
  find: (key) => orNothing(() => get(key)),
  drop: async (key) => void (await orNothing(() => del(key))),
};

/** A small number that outlives a reload, for things that must be known before anything else can be read. */
export const counters = {
  get(key: string): number {
    try {
      return Number(localStorage.getItem(key) ?? 0);
    } catch {
      return 0;
    }
  },
  set(key: string, value: number): void {
    try {
      localStorage.setItem(key, String(value));
    } catch {
      // Nothing can be kept here; the count starts again after a reload.
    }
  },
};

export function forgetEverything(): Promise<void> {
  return forget(clear);
}

/** All but what somebody chose to keep until next time: the store takes a range of keys wherever it takes one. */
export function forgetTheGroup(): Promise<void> {
  return forget(() => del(IDBKeyRange.upperBound(SHELF, true) as unknown as IDBValidKey));
}

async function forget(stored: () => Promise<void>): Promise<void> {
  try {
    localStorage.clear();
    sessionStorage.clear();
  } catch {
    // Nothing was kept.
  }
  await orNothing(stored);
}
