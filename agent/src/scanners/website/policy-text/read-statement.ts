/** What a privacy statement says. Pure. */
import { type Language, languageOf } from "./language.ts";
import { type Item, ITEM_RULES, ITEMS, RIGHTS } from "./required-items.ts";
import { writtenAt, type WrittenAt } from "./written-at.ts";

interface ItemSeen {
  item: Item;
  /** `not needed`: nothing in the text calls for it. */
  state: "present" | "missing" | "not needed";
  /** The sentence that says it, as the site has it. */
  sentence?: string;
}

export interface Statement {
  url: string;
  language: Language | null;
  /** What it gives as its own date. */
  date: WrittenAt | null;
  items: ItemSeen[];
  missingRights: string[];
}

/** In fewer characters nobody can say what a statement must say. */
export const STATEMENT_CHARS = 400;
const MAX_CHARS = 400_000;
const MAX_SENTENCE_CHARS = 240;
const ABOUT =
  /persoonsgegevens|personal (?:data|information)|personenbezogen|donn[eé]es (?:[àa] caract[eè]re )?personnel/i;

/** Null where the text is none: too short, or about something else. */
export function readStatement(url: string, text: string): Statement | null {
  const all = text.slice(0, MAX_CHARS);
  if (all.length < STATEMENT_CHARS || !ABOUT.test(all)) return null;
  const sentences = sentencesOf(all);
  const items = ITEMS.map((item): ItemSeen => {
    const { says, needed } = ITEM_RULES[item];
    const sentence = sentences.find((one) => says.test(one));
    if (sentence !== undefined) return { item, state: "present", sentence: shorten(sentence) };
    return { item, state: needed === "always" || needed.test(all) ? "missing" : "not needed" };
  });
  const missingRights = Object.entries(RIGHTS)
    .filter(([, pattern]) => !pattern.test(all))
    .map(([right]) => right);
  return { url, language: languageOf(all), date: writtenAt(all), items, missingRights };
}

function sentencesOf(text: string): string[] {
  return text
    .split(/\n+|(?<=[.!?])\s+(?=[\p{Lu}\d"'(])/u)
    .map((sentence) => sentence.replace(/\s+/g, " ").trim())
    .filter((sentence) => sentence.length > 3);
}

const shorten = (sentence: string) =>
  sentence.length <= MAX_SENTENCE_CHARS ? sentence : `${sentence.slice(0, MAX_SENTENCE_CHARS - 1)}…`;
