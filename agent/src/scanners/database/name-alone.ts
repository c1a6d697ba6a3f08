import type { EntityType } from "@dataguardian/shared/catalog";
import { RULES } from "@dataguardian/shared/catalog";
import type { Match } from "../../detection/match.ts";
import { fieldWords } from "../../detection/places/field-names.ts";
import { DETECTORS } from "../../detection/registry.ts";
import { Sensitive } from "../../detection/sensitive.ts";
import type { ColumnScan } from "./column-scan.ts";

/** Names that mean one thing, with what may stand before them: `klant_bsn`. */
const NAMED: readonly [RegExp, EntityType][] = [
  [/ (?:bsn|bsnnummer|bsn nummer|burgerservicenummer|sofinummer) $/, "NL_BSN"],
  [/ (?:e ?mail|email ?address|e ?mail ?adres|emailadres) $/, "EMAIL_ADDRESS"],
  [/ (?:telefoon|telefoonnummer|phone|phone ?number|mobiel|mobile|telephone) $/, "PHONE_NUMBER"],
  [/ (?:iban|rekeningnummer|bankrekening) $/, "IBAN"],
  [/ (?:geboortedatum|birth ?date|date of birth|birthday|dob|geburtsdatum) $/, "DATE_OF_BIRTH"],
  [/ (?:achternaam|voornaam|last ?name|first ?name|surname|full ?name|geslachtsnaam) $/, "PERSON_NAME"],
  [/ (?:salaris|brutosalaris|salary) $/, "SALARY"],
];
/** A flag or a code of one or two characters is not what the name says. */
const LEAST_CHARS = 3;
const BY_NAME = 0.2;

/** What a column's name says when none of its values does. A weaker finding: they may be encrypted, or something else. */
export function matchByName({ column, withValue, chars }: ColumnScan): Match | null {
  if (withValue === 0 || chars / withValue < LEAST_CHARS) return null;
  const words = fieldWords(column.name);
  const type = NAMED.find(([pattern]) => pattern.test(words))?.[1];
  const detector = DETECTORS.find(({ entityType }) => entityType === type);
  if (!detector) return null;
  return {
    detector,
    offset: 0,
    length: 0,
    value: new Sensitive(""),
    confidence: BY_NAME,
    severity: detector.severity ?? RULES[detector.rule].severity,
    known: false,
    reasons: [
      "the column's name alone says so",
      "no value that was read has the form: encrypted, or something else",
    ],
  };
}
