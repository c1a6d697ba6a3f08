import { elevenTest } from "../../checks/eleven-test.ts";
import { identifier } from "../../define.ts";

/** The tax office's own numbers for VAT and payroll tax: for sole traders the nine digits are the BSN. */
export const nlObLhNummer = identifier({
  id: "nl-ob-lh-nummer",
  entityType: "NL_OB_LH_NR",
  rule: "pii.tax_number_embeds_bsn",
  severity: "medium",
  format: "Nine digits, B (VAT) or L (payroll tax) and two digits.",
  checksum: "The nine digits pass the eleven-test.",
  forms: [
    ...["999999999b99", "999999999l99", "9999.99.999.b.99", "9999.99.999.l.99", "9999.99.999.b99"],
    ...["9999.99.999.l99", "999999999 b99", "999999999 l99", "999999999.b.99", "999999999.l.99"],
    ...["999999999.b99", "999999999.l99", "9999 99 999 l99", "9999 99 999 b99"],
  ],
  // With NL in front it is a VAT id.
  check: ({ compact, before }) =>
    !/NL[ .-]?$/i.test(before) &&
    elevenTest(compact.slice(0, 9)) &&
    !compact.startsWith("000000") &&
    !compact.endsWith("00")
      ? { reasons: ["its digits pass the 11-proef"] }
      : null,
  contextWords: [
    ...["omzetbelastingnummer", "omzetbelasting", "ob nummer", "ob nr", "btw", "btw nummer"],
    ...[
      "loonheffingennummer",
      "loonheffingen",
      "loonheffingsnummer",
      "loonbelastingnummer",
      "lh nummer",
      "lhnr",
    ],
    ...["loonheffingnummer", "payroll tax number", "wage tax number", "fiscaal nummer"],
  ],
  confidence: { bare: 0.6, context: 0.95, against: 0.3 },
  references: ["Wet op de loonbelasting 1964, art. 28", "Handboek Loonheffingen, Belastingdienst"],
  examples: {
    match: ["Loonheffingennummer: 857312649L01", "omzetbelastingnummer 482139079B01", "482139079B01"],
    ignore: ["482139078B01", "A482139079B01", "482139079B012", "482139079C01"],
  },
});
