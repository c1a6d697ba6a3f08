import type { KeyStep } from "./field-index.ts";

/** As much as a finding holds of it. */
const MAX_PATH_CHARS = 250;
const PLAIN_KEY = /^[\p{L}_$@][\p{L}\p{M}\p{N}_$@:-]*$/u;

/** The way from the root as people write it: `staff[3].bsn`. Of a long one, the end. */
export function keyPath(step: KeyStep | null): string {
  let path = "";
  for (let at = step; at; at = at.parent) {
    path = labelled(at) + path;
    if (path.length > MAX_PATH_CHARS) return `…${path.slice(1 - MAX_PATH_CHARS)}`;
  }
  return path.startsWith(".") ? path.slice(1) : path;
}

function labelled({ label }: KeyStep): string {
  if (typeof label === "number") return `[${label}]`;
  return PLAIN_KEY.test(label) ? `.${label}` : `[${JSON.stringify(label)}]`;
}
