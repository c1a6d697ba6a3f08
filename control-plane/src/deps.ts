import type { RandomBytes } from "@dataguardian/shared/domain";

/** What would make a run differ from the last one: passed in, so that tests can hold it still. */
export interface Deps {
  /** Milliseconds since 1970. */
  now(): number;
  random: RandomBytes;
}

export const systemDeps: Deps = {
  now: () => Date.now(),
  random: (size) => crypto.getRandomValues(new Uint8Array(size)),
};
