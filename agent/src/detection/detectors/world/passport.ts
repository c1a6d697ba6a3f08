import type { Candidate } from "../../candidate.ts";
import type { Detector } from "../../detector.ts";
import { idDocument } from "../national/kinds.ts";
import { PASSPORT_WORDS } from "./document-words.ts";

const PASSPORT = /pass?port|pasaporte|passaporte|paspor|pasaport|паспорт|护照|旅券|パスポート|여권|דרכון/iu;

/**
 * The number of a country's passport. Many countries use the same form, so a word for a passport makes it one of them,
 * and the country's own name (`country`) beside it makes it this country's.
 */
export function passport({
  country,
  holds,
  contextWords = [],
  ...rest
}: Omit<Parameters<typeof idDocument>[0], "check"> & {
  country: RegExp;
  holds?: (compact: string) => boolean;
}): Detector {
  return idDocument({
    confidence: { bare: 0, context: 0.85, against: 0 },
    ...rest,
    contextWords: [...PASSPORT_WORDS, ...contextWords],
    check: ({ compact, before, name }: Candidate) => {
      if (holds && !holds(compact)) return null;
      const reasons = ["form of the passport"];
      const label = `${name} ${before}`;
      return country.test(label) && PASSPORT.test(label) ? { reasons, confidence: 0.95 } : { reasons };
    },
  });
}
