import type { ImportRecord } from "./import-log.ts";

/** What a value on the pickle's stack is, as far as the walk has to know. */
export type SymbolKind =
  | "none"
  | "bool"
  | "number"
  | "text"
  | "bytes"
  | "tuple"
  | "list"
  | "dict"
  | "set"
  | "import"
  /** What a call has returned. */
  | "made"
  | "object";

/** A value on the stack. All have the same shape: millions of them come and go. */
export class PickleSymbol {
  readonly kind: SymbolKind;
  /** The characters of a short text, the name of a made thing's type. */
  readonly text: string | null;
  readonly number: number;
  /** The members of a small tuple. */
  readonly items: readonly PickleSymbol[] | null;
  /** The import itself, or the one that was called to make it. */
  readonly target: ImportRecord | null;
  /** Of a small dict: what is known of its values, by key. */
  entries: Map<string, PickleSymbol> | null = null;
  /** Its number in the memo's table; 0 while it has none. */
  id = 0;

  constructor(
    kind: SymbolKind,
    text: string | null = null,
    number = NaN,
    items: readonly PickleSymbol[] | null = null,
    target: ImportRecord | null = null,
  ) {
    this.kind = kind;
    this.text = text;
    this.number = number;
    this.items = items;
    this.target = target;
  }
}

/** Values of which nothing more has to be known. */
export const PLAIN = {
  none: new PickleSymbol("none"),
  bool: new PickleSymbol("bool"),
  number: new PickleSymbol("number"),
  text: new PickleSymbol("text"),
  bytes: new PickleSymbol("bytes"),
  tuple: new PickleSymbol("tuple"),
  emptyTuple: new PickleSymbol("tuple", null, NaN, []),
  list: new PickleSymbol("list"),
  dict: new PickleSymbol("dict"),
  set: new PickleSymbol("set"),
  object: new PickleSymbol("object"),
} as const;

const SMALL = Array.from({ length: 256 }, (_, value) => new PickleSymbol("number", null, value));

export function numberSymbol(value: number): PickleSymbol {
  return SMALL[value] ?? new PickleSymbol("number", null, value);
}
