import type { Phrase } from "./phrase.ts";

/** What documents and pictures show besides values. */
export const DOCUMENT_PHRASES = [
  ["{where:hidden}", "{where}"],
  ["in {where:hidden}", "in {where}"],
  ["hidden columns", "verborgen kolommen"],
  ["at least {count:n} different values of {type:type}", "minstens {count} verschillende waarden: {type}"],
  ["property '{name}' of the document", "eigenschap ‘{name}’ van het document"],
  ["property '{name}' of the picture", "eigenschap ‘{name}’ van de afbeelding"],
  ["author", "auteur"],
  ["face detector", "gezichtsdetectie"],
  ["machine-readable zone", "machineleesbare zone"],
  ["{count:n} signs of an identity document", "{count} kenmerken van een identiteitsbewijs"],
] as const satisfies readonly Phrase[];
