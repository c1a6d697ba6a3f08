import { elevenTest } from "../../checks/eleven-test.ts";
import { mod97 } from "../../checks/mod97.ts";
import { identifier } from "../../define.ts";
import type { Detector } from "../../detector.ts";
import { organisation } from "./kinds.ts";

const FORMS = [
  "nl999999999b99",
  "nl.999999999.b99",
  "nl.9999.99.999.b.99",
  "nl.9999.99.999.b99",
  "nl9999.99.999.b99",
  "nl9999.99.999.b.99",
  "nl 999999999 b99",
  "nl 999999999b99",
  "nl 9999 99 999 b99",
  "nl 9999.99.999.b99",
  "nl 9999.99.999.b.99",
  "nl 999999999 b 99",
  "nl-999999999-b99",
  "nl-999999999b99",
];
const NUMBER = (compact: string) => compact.slice(2, 11);
/** Below it the nine digits are an organisation's: no BSN was ever issued there. */
const LOWEST_BSN = "010000000";
/** Where the RSIN of organisations begin. */
const isRsinRange = (digits: string) => digits.startsWith("8") || digits < LOWEST_BSN;

const CONTEXT = [
  ...["btw", "btw nummer", "btwnummer", "btw id", "btw nr", "btw identificatienummer", "omzetbelasting"],
  ...["vat", "vat number", "vat id", "vat no", "tax number", "ust id", "tva", "ob nummer"],
];
const REFERENCES = [
  "Wet op de omzetbelasting 1968, art. 2a",
  "https://www.belastingdienst.nl/wps/wcm/connect/nl/btw/content/btw-identificatienummer",
];

/**
 * Since 2020 the numbers of sole traders pass modulo 97 and mean nothing else; those of organisations keep the RSIN with
 * its eleven-test. Up to 2019 the numbers of sole traders were the BSN, which is what the second detector is about.
 */
export const nlBtw: readonly Detector[] = [
  organisation({
    id: "nl-btw-id",
    entityType: "NL_BTW_ID",
    format: "NL, nine digits, B and two digits.",
    checksum: "Modulo 97 over the whole, or the eleven-test of a RSIN.",
    forms: FORMS,
    check: ({ compact }) => {
      if (mod97(compact) === 1) return { reasons: ["checksum mod 97"] };
      const digits = NUMBER(compact);
      const isOrganisation = isRsinRange(digits) && elevenTest(digits) && !compact.endsWith("00");
      return isOrganisation ? { reasons: ["checksum 11-proef", "range of organisations"] } : null;
    },
    contextWords: CONTEXT,
    confidence: { bare: 0.85, context: 0.97, against: 0.6 },
    references: REFERENCES,
    examples: {
      match: ["NL004712836B30", "Btw-id: NL841937265B18", "VAT NL8573.12.649.B01", "btw NL 395071265 B97"],
      ignore: ["NL004712836B31", "XNL004712836B30", "NL004712836B301", "NL841937264B01"],
    },
  }),
  identifier({
    id: "nl-btw-possible-bsn",
    entityType: "NL_BTW_POSSIBLE_BSN",
    rule: "pii.tax_number_embeds_bsn",
    format: "A Dutch VAT number from before 2020 whose nine digits can be a sole trader's BSN.",
    checksum: "The nine digits pass the eleven-test, the whole does not pass modulo 97.",
    forms: FORMS,
    check: ({ compact }) => {
      const digits = NUMBER(compact);
      if (isRsinRange(digits) || !elevenTest(digits) || mod97(compact) === 1) return null;
      return compact.endsWith("00") ? null : { reasons: ["its digits pass the 11-proef", "fails mod 97"] };
    },
    contextWords: CONTEXT,
    confidence: { bare: 0.75, context: 0.9, against: 0.5 },
    references: [...REFERENCES, "Autoriteit Persoonsgegevens, verwerkingsverbod btw-nummer (2018)"],
    examples: {
      match: ["NL482139079B01", "btw-nummer: NL719205463B01", "VAT NL4821.39.079.B01"],
      ignore: ["NL482139078B01", "NL857312649B01", "NL004712836B30", "482139079"],
    },
  }),
];
