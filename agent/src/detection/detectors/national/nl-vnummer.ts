import { identifier } from "../../define.ts";

/** Given to aliens by the police and the IND; that somebody has one says something of their origin. */
export const nlVnummer = identifier({
  id: "nl-vnummer",
  entityType: "NL_VNUMMER",
  format: "Ten digits; nothing proves it but its name.",
  forms: ["9999999999", "999 999 9999", "999.999.9999", "9999 999 999"],
  check: ({ compact }) =>
    /^(\d)\1{9}$|^0{3}/.test(compact) ? null : { reasons: ["form of the register's number"] },
  contextWords: [
    ...["v nummer", "vnummer", "v nr", "vnr", "v number", "vreemdelingennummer", "vreemdelingen nummer"],
    ...[
      "vreemdelingnummer",
      "alien number",
      "aliens number",
      "alien registration number",
      "ind",
      "ind nummer",
    ],
    ...["verblijfsdocument", "verblijfsvergunning", "residence permit"],
  ],
  againstWords: ["tel", "telefoon", "telefoonnummer", "phone", "rijbewijs", "rijbewijsnummer", "kvk", "iban"],
  confidence: { bare: 0, context: 0.96, against: 0 },
  references: ["Vreemdelingenwet 2000, art. 107", "Logisch Ontwerp BRP, element 04.15 (V-nummer)"],
  examples: {
    match: ["V-nummer: 2901234567", "vreemdelingennummer 2718 304 956", "v_nummer = 2849301756"],
    ignore: ["2901234567", "v-nummer 290123456", "v-nummer 29012345671", "tel 2901234567"],
  },
});
