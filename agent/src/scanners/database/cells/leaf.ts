/** A value within a cell, and the keys that lead to it: `contact.phones[]`. The cell's own value has the path "". */
export interface Leaf {
  path: string;
  value: string;
}

/** Where what lies too deep, or under one key too many, is looked at together. */
export const REST = "…";
/** Stands for keys that are data themselves, such as numbers and addresses. */
const ANY_KEY = "*";

const MAX_DEPTH = 24;
const MAX_PATH_CHARS = 200;
const A_NAME = /^[\p{L}_$@#][\p{L}\p{M}\d_$:@ -]{0,63}$/u;

/** A key names what is under it, unless it is an address, a number or the like: then it is a value as well. */
export const isName = (key: string): boolean => A_NAME.test(key) && !/\d{4}/.test(key) && !/.@./.test(key);

/** The path of what is under a key; `depth` is that of the key. */
export function under(path: string, key: string, depth: number): string {
  if (path === REST || depth > MAX_DEPTH) return REST;
  const step = isName(key) ? key : ANY_KEY;
  const longer = path === "" ? step : `${path}.${step}`;
  return longer.length > MAX_PATH_CHARS ? REST : longer;
}

export const inList = (path: string): string => (path === REST || path.endsWith("[]") ? path : `${path}[]`);

/** The last name on the path: what the value is called. Null where there is none. */
export function nameOn(path: string): string | null {
  const steps = path.split(".").map((step) => step.replace(/(?:\[\])+$/, ""));
  return steps.findLast((step) => step !== "" && step !== ANY_KEY && step !== REST) ?? null;
}
