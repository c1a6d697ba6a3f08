import { elevenTest } from "../../checks/eleven-test.ts";
import { organisation } from "./kinds.ts";

/** The same form and test as the BSN, so that a word must name it. */
export const nlRsin = organisation({
  id: "nl-rsin",
  entityType: "NL_RSIN",
  format: "Nine digits, by themselves no different from a BSN.",
  checksum: "The eleven-test of the BSN.",
  forms: ["999999999", "9999.99.999", "9999 99 999", "999.999.999", "999 999 999"],
  check: ({ compact, before }) => {
    if (!elevenTest(compact) || compact === "000000000") return null;
    // "Fiscaal nummer" means an organisation's RSIN or a person's BSN.
    if (/\bfiscaal\W{0,2}nummer\W{0,12}$/i.test(before) && !/^(?:8|00)/.test(compact)) return null;
    return { reasons: ["checksum 11-proef"] };
  },
  contextWords: [
    ...["rsin", "rsin nummer", "rsin nr", "rsin number", "fiscaal nummer", "fiscaalnummer", "fi nummer"],
    ...["rechtspersonen en samenwerkingsverbanden informatienummer", "anbi", "anbi nummer", "rechtspersonen"],
  ],
  againstWords: ["bsn", "burgerservicenummer", "sofinummer"],
  confidence: { bare: 0, context: 0.9, against: 0 },
  references: ["Handelsregisterwet 2007, art. 12", "https://www.kvk.nl/rsin-nummer"],
  examples: {
    match: ["RSIN: 857312649", "Fiscaal nummer 8573.12.649", "rsin = 008765431"],
    ignore: ["857312649", "RSIN 857312648", "rsin 18573126491"],
  },
});
