import { inList, isName, type Leaf, under } from "./leaf.ts";

/** JSON in a string of JSON, and so on. */
const MAX_STRINGS_WITHIN = 3;
/** What a number of JavaScript does not hold. */
const LONG_NUMBER = /\d{16}/;

/** What JSON says, key by key; null where the text is none, or none to its end. */
export function jsonLeaves(text: string): Leaf[] | null {
  const leaves: Leaf[] = [];
  return collect(text, "", 0, leaves) ? leaves : null;
}

/** No recursion over what was read: it may be nested a hundred thousand times. */
function collect(text: string, path: string, within: number, leaves: Leaf[]): boolean {
  const whole = parsed(text);
  if (whole === undefined) return false;
  const left: { value: unknown; path: string; depth: number }[] = [{ value: whole, path, depth: 0 }];
  for (let next = left.pop(); next; next = left.pop()) {
    const { value, path: at, depth } = next;
    if (Array.isArray(value)) {
      const path = inList(at);
      for (let i = value.length - 1; i >= 0; i--) left.push({ value: value[i], path, depth: depth + 1 });
    } else if (typeof value === "object" && value !== null) {
      for (const [key, inner] of Object.entries(value)) {
        const path = under(at, key, depth);
        if (!isName(key)) leaves.push({ path, value: key });
        left.push({ value: inner, path, depth: depth + 1 });
      }
    } else if (typeof value === "string") {
      const isJson = within < MAX_STRINGS_WITHIN && /^\s*[[{]/.test(value);
      if (!isJson || !collect(value, at, within + 1, leaves)) leaves.push({ path: at, value });
    } else if (typeof value === "number") leaves.push({ path: at, value: String(value) });
  }
  return true;
}

function parsed(text: string): unknown {
  try {
    if (!LONG_NUMBER.test(text)) return JSON.parse(text) as unknown;
    return JSON.parse(text, asWritten) as unknown;
  } catch {
    return undefined;
  }
}

/** A long number stays what was written: a card number that is rounded is none. */
function asWritten(_key: string, value: unknown, context?: { source?: string }): unknown {
  return typeof value === "number" && !Number.isSafeInteger(value) ? (context?.source ?? value) : value;
}
