import { automatedDecision } from "./automated-decision.ts";
import { insecureTransport } from "./insecure-transport.ts";
import { languageOf } from "./language.ts";
import { loggedData } from "./logged-data.ts";
import { type Smell, type SmellFinder, SourceText } from "./smell.ts";
import { namesTrackers, trackers } from "./trackers.ts";
import { weakHash } from "./weak-hash.ts";

export type { Smell } from "./smell.ts";

const FINDERS: readonly SmellFinder[] = [loggedData, weakHash, insecureTransport, automatedDecision];

/** Larger sources are made by programs, for programs. */
const MAX_CHARS = 1024 * 1024;

/** What a source file does with personal data that it had better not do, in the order of the text. */
export function smellsIn(path: string, text: string): Smell[] {
  if (text.length > MAX_CHARS) return [];
  const found: Smell[] = namesTrackers(path) ? [...trackers(path, text)] : [];
  const language = languageOf(path);
  if (language && !/\.min\.\w+$/.test(path)) {
    const source = new SourceText(text, language);
    for (const find of FINDERS) found.push(...find(source));
  }
  return found.sort((a, b) => a.offset - b.offset);
}
