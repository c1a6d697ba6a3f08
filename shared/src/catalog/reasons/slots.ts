import { ENTITY_TYPES } from "../entity-types/index.ts";
import { ANNEX_III } from "../ai-act/annex-iii.ts";
import { PROHIBITED_PRACTICES } from "../ai-act/prohibited.ts";
import * as words from "./words.ts";

/** What a value of this kind is in Dutch; null where it is none. `again`: for a sentence within the sentence. */
export type SlotKind = (value: string, again: (text: string) => string) => string | null;

const oneOf =
  (list: Readonly<Record<string, string>>): SlotKind =>
  (value) =>
    Object.hasOwn(list, value) ? (list[value] ?? null) : null;

/** What the words do not know stays as it is. */
const perhaps =
  (list: Readonly<Record<string, string>>): SlotKind =>
  (value) =>
    oneOf(list)(value, String) ?? value;

/** A list with commas; what the words do not know of it stays as it is. */
const someOf =
  (list: Readonly<Record<string, string>>): SlotKind =>
  (value) =>
    value
      .split(", ")
      .map((one) => perhaps(list)(one, String))
      .join(", ");

/** `1,234.5 %` → `1.234,5 %`. */
const number: SlotKind = (value) =>
  /^\d[\d,]*(?:\.\d+)?(?: %)?$/.test(value)
    ? value.replace(/[.,]/g, (mark) => (mark === "," ? "." : ","))
    : null;

const TYPES: Readonly<Record<string, { nl: string }>> = ENTITY_TYPES;
/** An id for programs; people get the name. A customer's own type has none. */
const entityType: SlotKind = (value) =>
  /^[A-Z][A-Z0-9_]+$/.test(value)
    ? Object.hasOwn(TYPES, value)
      ? (TYPES[value]?.nl ?? value)
      : value
    : null;

const AREAS: Readonly<Record<string, string>> = Object.fromEntries(
  Object.values(ANNEX_III).map(({ name }) => [name.en, name.nl]),
);

const PRACTICES: Readonly<Record<string, string>> = Object.fromEntries(
  Object.values(PROHIBITED_PRACTICES).map(({ name }) => [name.en, name.nl]),
);

/** A host or an origin, which no column's name looks like. */
const HOST = /^(?:https?:\/\/)?(?:[\w-]+(?:\.[\w-]+)+|localhost|\[[\da-f:]+\])(?::\d+)?$/i;

export const SLOT_KINDS: Readonly<Record<string, SlotKind>> = {
  n: number,
  type: entityType,
  sentence: (value, again) => again(value),
  /** Several, with semicolons. */
  sentences: (value, again) => value.split("; ").map(again).join("; "),
  area: oneOf(AREAS),
  practice: oneOf(PRACTICES),
  article: (value) => value.replace("as added by Regulation", "zoals toegevoegd door Verordening"),
  host: (value) => (HOST.test(value) ? value : null),
  scans: perhaps(words.SCANS),
  issued: oneOf(words.ISSUED),
  coin: perhaps(words.COINS),
  hidden: oneOf(words.HIDDEN),
  field: perhaps(words.FIELDS),
  fieldName: oneOf(words.FIELDS),
  fields: someOf(words.FIELDS),
  purpose: oneOf(words.PURPOSES),
  vendorKind: oneOf(words.VENDOR_KINDS),
  cookiePurpose: oneOf(words.COOKIE_PURPOSES),
  country: oneOf(words.COUNTRIES),
  language: perhaps(words.LANGUAGES),
  requestKind: perhaps(words.REQUEST_KINDS),
  rights: someOf(words.RIGHTS),
  duty: oneOf(words.STATEMENT_ITEMS),
  cardItems: someOf(words.CARD_ITEMS),
  form: perhaps(words.WRITTEN_AS),
  techniques: someOf(words.TECHNIQUES),
  period: (value) => {
    const [, count, unit = ""] = /^(\d+) (\w+)$/.exec(value) ?? [];
    const said = words.PERIODS[unit];
    return count === undefined || said === undefined ? null : `${count} ${said}`;
  },
};
