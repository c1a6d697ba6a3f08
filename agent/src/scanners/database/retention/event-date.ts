import { fieldWords } from "../../../detection/places/field-names.ts";
import type { ColumnInfo } from "../../../sources/database/reader.ts";

/** When somebody was born, or until when something holds, tells nothing of how long a row has been kept. */
const NO_EVENT =
  / (?:birth|born|dob|geboorte|geboortedatum|geboren|geburtsdatum|naissance|death|overlijden|overlijdensdatum|expir\w*|expires|valid|until|geldig|verloopt|verval\w*|due|planned|gepland|deadline|tot|scheduled|next|volgende) /;
/** What a column of text or numbers is called that holds a date. */
const BY_NAME =
  / (?:date|datum|timestamp|created|updated|modified|changed|inserted|aangemaakt|gewijzigd|bijgewerkt|toegevoegd|ingevoerd|last login|laatste|tijdstip)(?: (?:at|on|op|time))? $| (?:at|op) $/;
/** In text, which counts only where it reads as a date: `laatste_bestelling`, `sinds`, but not a last name. */
const BY_NAME_OF_TEXT = / (?:last|latest|laatste|since|sinds) (?!name |naam )/;

/** Whether the column tells when something happened to the row. */
export function isEventDate({ name, nature }: ColumnInfo): boolean {
  const words = fieldWords(name);
  if (NO_EVENT.test(words)) return false;
  if (nature === "time" || (nature === "text" && BY_NAME_OF_TEXT.test(words))) return true;
  return nature !== "binary" && nature !== "document" && BY_NAME.test(words);
}

const ISO = /^(\d{4})[-/](\d\d)[-/](\d\d)(?:[T ]|$)/;
const DAY_FIRST = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?:[T ,]|$)/;
const SECONDS = /^\d{9,10}(?:\.\d+)?$/;
const MILLISECONDS = /^\d{12,13}$/;
/** Outside of these it stands for no date: `0001-01-01`, `9999-12-31`. */
const FROM_YEAR = 1950;
const UNTIL_YEAR = 2100;

/** The day of a value of such a column, in milliseconds since 1970; null when it is no date, or stands for none. */
export function eventDate(value: string): number | null {
  const iso = ISO.exec(value);
  if (iso) return dayOf(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const european = DAY_FIRST.exec(value);
  if (european) return dayOf(Number(european[3]), Number(european[2]), Number(european[1]));
  if (MILLISECONDS.test(value)) return plausible(Number(value));
  return SECONDS.test(value) ? plausible(Number(value) * 1_000) : null;
}

function dayOf(year: number, month: number, day: number): number | null {
  return month < 1 || month > 12 || day < 1 || day > 31 ? null : plausible(Date.UTC(year, month - 1, day));
}

function plausible(at: number): number | null {
  const year = new Date(at).getUTCFullYear();
  return year >= FROM_YEAR && year < UNTIL_YEAR ? at : null;
}
