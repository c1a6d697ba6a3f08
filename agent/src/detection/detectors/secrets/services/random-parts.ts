import type { Candidate } from "../../../candidate.ts";
import type { Verdict } from "../../../detector.ts";

const PROVEN: Verdict = { reasons: ["short prefix", "characters drawn at random"] };

/** For prefixes that stand before ordinary words too: capitals, small letters and digits are all there. */
export function mixedCharacters({ value }: Candidate): Verdict | null {
  const body = afterPrefix(value);
  return /[A-Z]/.test(body) && /[a-z]/.test(body) && /\d/.test(body) ? PROVEN : null;
}

/** For prefixes that stand before ordinary words too: letters and digits are both there, and more than one digit. */
export function lettersAndDigits({ value }: Candidate): Verdict | null {
  const body = afterPrefix(value);
  return /[A-Za-z]/.test(body) && /\d.*\d/.test(body) ? PROVEN : null;
}

const afterPrefix = (value: string) => value.replace(/^[A-Za-z]{1,8}[-_.:]/, "");
