import { isBirthDate } from "../../checks/calendar-date.ts";
import type { Candidate } from "../../candidate.ts";
import type { Detector, Verdict } from "../../detector.ts";
import { PERSON_NAME } from "./person-name.ts";

const FIELD = String.raw`[^|\r\n]{0,200}\|`;
const NAME = new RegExp(String.raw`PID\|(?:${FIELD}){4}(?<name>[\p{L}'’ .-]{1,40}\^[\p{L}'’ .-]{1,40})`, "u");
const BIRTH = new RegExp(String.raw`PID\|(?:${FIELD}){6}(?<date>\d{8})(?!\d{1,5}\|)`, "u");

/** The part of the segment that is a value, by the name of its group. */
function part(
  pattern: RegExp,
  group: string,
  { value }: Candidate,
): { value: string; verdict: Verdict } | null {
  const found = pattern.exec(value)?.groups?.[group];
  if (found === undefined) return null;
  const skip = value.length - found.length;
  return { value: found, verdict: { reasons: ["field of a patient's segment"], skip } };
}

/** Fields of the PID segment of an HL7 version 2 message. */
export const healthMessages: readonly Detector[] = [
  {
    ...PERSON_NAME,
    id: "person-name-hl7",
    format: "The fifth field of a PID segment: surname and given name with a caret between them.",
    keywords: ["pid|"],
    pattern: NAME,
    check: (candidate) => part(NAME, "name", candidate)?.verdict ?? null,
    confidence: { bare: 0.9, context: 0.9 },
    references: ["HL7 version 2.5.1, section 3.4.2", ...PERSON_NAME.references],
    examples: {
      match: ["PID|1||40283917^^^HIS||WHITCOMBE^JOHN^A||19670412|M"],
      ignore: ["PID|1||40283917^^^HIS||||19670412|M", "pid|1"],
    },
  },
  {
    id: "date-of-birth-hl7",
    entityType: "DATE_OF_BIRTH",
    rule: "pii.person.dob",
    category: "person",
    format: "The seventh field of a PID segment: eight digits.",
    keywords: ["pid|"],
    pattern: BIRTH,
    check: (candidate) => {
      const date = part(BIRTH, "date", candidate);
      if (!date) return null;
      const number = (from: number, to: number) => Number(date.value.slice(from, to));
      return isBirthDate(number(0, 4), number(4, 6), number(6, 8)) ? date.verdict : null;
    },
    confidence: { bare: 0.9, context: 0.9 },
    normalise: (value) => value,
    visible: { head: 0, tail: 0 },
    references: ["HL7 version 2.5.1, section 3.4.2"],
    examples: {
      match: ["PID|1||40283917^^^HIS||WHITCOMBE^JOHN^A||19670412|M"],
      ignore: ["PID|1||40283917^^^HIS||WHITCOMBE^JOHN^A||19671312|M", "PID|1"],
    },
  },
];
