import type { IdentifierKind } from "../subject/identifier.ts";
import type { ReportLanguage } from "./report.ts";

interface SubjectTexts {
  kinds: Readonly<Record<IdentifierKind, string>>;
  lookedFor: (kinds: string, place: string) => string;
  nowhere: string;
  rows: (count: number, text: string) => string;
  times: (text: string) => string;
  nameAlone: string;
  keys: (keys: string) => string;
  byKey: string;
  searched: (scanned: number, seen: number) => string;
  notSearched: (count: number, reason: string) => string;
}

export const SUBJECT_TEXTS: Readonly<Record<ReportLanguage, SubjectTexts>> = {
  en: {
    kinds: {
      ...{ bsn: "BSN", email: "e-mail address", phone: "phone number", iban: "IBAN", name: "name" },
      ...{ birthDate: "date of birth", text: "number or code" },
    },
    lookedFor: (kinds, place) => `Looked for ${kinds} in ${place}.`,
    nowhere: "Found nowhere.",
    rows: (count, text) => `${text} ${count === 1 ? "row" : "rows"}`,
    times: (text) => `${text} times`,
    nameAlone: "a name alone: may be another person",
    keys: (keys) => `keys ${keys}`,
    byKey: "Rows that belong to the person by a foreign key alone may stand in:",
    searched: (scanned, seen) => `Searched ${scanned} of ${seen}`,
    notSearched: (count, reason) => `not searched ${count}: ${reason}`,
  },
  nl: {
    kinds: {
      ...{ bsn: "BSN", email: "e-mailadres", phone: "telefoonnummer", iban: "IBAN", name: "naam" },
      ...{ birthDate: "geboortedatum", text: "nummer of code" },
    },
    lookedFor: (kinds, place) => `Gezocht naar ${kinds} in ${place}.`,
    nowhere: "Nergens gevonden.",
    rows: (count, text) => `${text} ${count === 1 ? "rij" : "rijen"}`,
    times: (text) => `${text} keer`,
    nameAlone: "alleen een naam: kan ook van een ander zijn",
    keys: (keys) => `sleutels ${keys}`,
    byKey: "Rijen die alleen door een verwijzende sleutel bij de persoon horen, kunnen staan in:",
    searched: (scanned, seen) => `Doorzocht: ${scanned} van ${seen}`,
    notSearched: (count, reason) => `niet doorzocht ${count}: ${reason}`,
  },
};
