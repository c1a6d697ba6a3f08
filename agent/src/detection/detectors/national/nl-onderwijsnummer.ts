import { elevenRemainder } from "../../checks/eleven-test.ts";
import { identifier } from "../../define.ts";

/** For pupils and students who have no BSN; called PGN in education whichever of the two it is. */
export const nlOnderwijsnummer = identifier({
  id: "nl-onderwijsnummer",
  entityType: "NL_ONDERWIJSNR",
  format: "Nine digits that begin with 10.",
  checksum: "The weights of the BSN leave a remainder of 5, so that it is never a BSN.",
  forms: ["109999999", "1099.99.999", "1099 99 999", "109 999 999", "109.999.999"],
  check: ({ compact }) =>
    elevenRemainder(compact) === 5 ? { reasons: ["weighted sum leaves 5 modulo 11"] } : null,
  contextWords: [
    ...["onderwijsnummer", "onderwijsnr", "onderwijs nummer", "pgn", "persoonsgebonden nummer"],
    ...["leerling", "leerlingnummer", "leerling nummer", "studentnummer", "education number", "duo", "eckid"],
  ],
  confidence: { bare: 0, context: 0.95, against: 0 },
  references: ["Wet op het voortgezet onderwijs 2020, art. 8.1", "Programma van eisen BRON, DUO"],
  examples: {
    match: ["Onderwijsnummer: 103845623", "pgn;107291843", "leerlingnummer 1038.45.623"],
    ignore: ["103845623", "onderwijsnummer 103845624", "onderwijsnummer 203845623"],
  },
});
