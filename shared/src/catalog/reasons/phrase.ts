import { type SlotKind, SLOT_KINDS } from "./slots.ts";

/**
 * A sentence as it is said in English and in Dutch. `{name}` stands for any value, `{name:kind}` for one of a kind, which may be
 * written otherwise in Dutch: a number, an entity type, a word of a closed list.
 */
export type Phrase = readonly [en: string, nl: string];

interface Slot {
  name: string;
  kind: SlotKind | null;
}

export interface Template {
  /** One more than there are slots. */
  literals: readonly string[];
  slots: readonly Slot[];
  /** Literals at even places, names of slots between them. */
  dutch: readonly string[];
}

const SLOT = /\{(\w+)(?::([\w-]+))?\}/;

export function templateOf([en, nl]: Phrase): Template {
  const parts = en.split(SLOT);
  return {
    literals: parts.filter((_, i) => i % 3 === 0).map(String),
    slots: parts.flatMap((name, i) => (i % 3 === 1 ? [{ name, kind: kindOf(parts[i + 1]) }] : [])),
    dutch: nl.split(/\{(\w+)\}/),
  };
}

function kindOf(name: string | undefined): SlotKind | null {
  if (name === undefined) return null;
  const kind = SLOT_KINDS[name];
  if (kind === undefined) throw new Error(`no kind of slot is called ${name}`);
  return kind;
}

/**
 * The Dutch sentence, or null where the text is not of this form. One way from left to right: each literal is taken where it stands
 * first, so that a long text costs one reading. `again`: for a sentence within the sentence.
 */
export function fill(template: Template, text: string, again: (text: string) => string): string | null {
  const { literals, slots, dutch } = template;
  const first = literals[0] ?? "";
  const last = literals.at(-1) ?? "";
  const end = text.length - last.length;
  if (end < first.length || !text.startsWith(first) || !text.endsWith(last)) return null;
  const values = new Map<string, string>();
  let at = first.length;
  for (const [i, { name, kind }] of slots.entries()) {
    const literal = literals[i + 1] ?? "";
    const isLast = i === slots.length - 1;
    const stop = isLast ? end : text.indexOf(literal, at + 1);
    if (stop <= at || stop > end) return null;
    const value = text.slice(at, stop);
    const said = kind === null ? value : kind(value, again);
    if (said === null) return null;
    values.set(name, said);
    at = stop + literal.length;
  }
  return dutch.map((part, i) => (i % 2 === 0 ? part : (values.get(part) ?? ""))).join("");
}
