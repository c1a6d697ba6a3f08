import { fieldWords } from "../../detection/places/field-names.ts";
import type { ColumnScan } from "./column-scan.ts";
import { bestOf } from "./type-tally.ts";

/** What a column beside it says of an entity type in a column. */
export interface Neighbour {
  reason: string;
  /** No less sure than this, and no surer than that. */
  atLeast?: number;
  atMost?: number;
}

const GIVEN =
  / (?:voornaam|voornamen|roepnaam|voorletters|first ?name|given ?names?|forename|vorname|prénom|prenom|nombre) /;
const FAMILY =
  / (?:achternaam|geslachtsnaam|last ?name|family ?name|surname|nachname|familienname|nom(?: de famille)?|apellidos?) /;
const LATITUDE = / (?:lat|latitude|latitud|breedtegraad|breitengrad) /;
const LONGITUDE = / (?:lon|lng|long|longitude|longitud|lengtegraad|längengrad) /;
/** One of a pair of degrees under its name: a line around the world. */
const ONE_OF_PAIR = "gps-field";

/**
 * A given name beside a family name makes a person of both, of columns of which each alone could be a product's or a
 * street's; a latitude is a place with a longitude beside it, and neither is one alone.
 */
export function neighbourOf(
  scan: ColumnScan,
  type: string,
  columns: readonly ColumnScan[],
): Neighbour | null {
  const words = fieldWords(scan.column.name);
  const hasBeside = (pattern: RegExp) =>
    columns.some(
      ({ column, types }) =>
        column !== scan.column && types.has(type) && pattern.test(fieldWords(column.name)),
    );
  if (type === "PERSON_NAME") {
    if (GIVEN.test(words) && hasBeside(FAMILY))
      return { reason: "a family name stands beside it", atLeast: 0.5 };
    if (FAMILY.test(words) && hasBeside(GIVEN))
      return { reason: "a given name stands beside it", atLeast: 0.5 };
  }
  const tally = scan.types.get(type);
  if (type !== "GPS_COORDINATES" || !tally || bestOf(tally).detector.id !== ONE_OF_PAIR) return null;
  if (LATITUDE.test(words) && hasBeside(LONGITUDE))
    return { reason: "a longitude stands beside it", atLeast: 0.9 };
  if (LONGITUDE.test(words) && hasBeside(LATITUDE))
    return { reason: "a latitude stands beside it", atLeast: 0.9 };
  return { reason: "one of latitude and longitude, without the other", atMost: 0.3 };
}
