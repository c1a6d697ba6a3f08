import { identifier } from "../../define.ts";
import { DRIVING_LICENCE_WORDS } from "./document-words.ts";
import { US_DRIVER_LICENSE_FORMS } from "./us-driver-license-forms.ts";

const DL = /\b(?:DL|D\.L\.) ?#?\W{0,3}$/;
const LICENSE =
  /(?<!(?:software|product|medical|nursing|business|plate|site) )\blicen[cs]e (?:number|no\.?|#|is)\W{0,4}(?:is )?$/i;

export const usDriverLicense = identifier({
  id: "us-driver-license",
  provesItself: true,
  entityType: "US_DRIVER_LICENSE",
  rule: "pii.id_document.number",
  category: "document",
  format: "The form of one of the states' licences, beside words for a driving licence.",
  forms: [...new Set(Object.values(US_DRIVER_LICENSE_FORMS).flat())],
  contextWords: [
    ...DRIVING_LICENCE_WORDS,
    "driver lic",
    "driver's lic",
    "drivers lic",
    "driver lic no",
    "operator license",
    "operator's license",
    "commercial driver license",
    "state id card",
    "state identification card",
    "dl num",
    "dl number",
    "dl no",
    "dln",
    "dmv",
    "dmv number",
    "cdl",
    "oln",
    "licencia de conducir",
    "licencia de manejar",
  ],
  againstWords: ["software license", "license key", "product key", "license plate", "code", "error"],
  check: ({ before, compact }) => {
    // By itself the abbreviation says too little, unless it labels this very number; so does a licence of no kind.
    const labelled = DL.test(before) || (compact > "A" && LICENSE.test(before));
    return { reasons: ["form of a state's licence"], confidence: labelled ? 0.88 : 0 };
  },
  confidence: { bare: 0, context: 0.85, against: 0 },
  references: [
    "AAMVA DL/ID Card Design Standard (2020), data element DAQ",
    "The states' motor vehicle departments",
  ],
  examples: {
    match: [
      "California driver's license D4829163",
      "DL: S530-4206-7741",
      "driver license number 48291637",
      "drivers_license_no,name\nF255-921-50-094-0,fictive",
      "WI driver license J525-4209-0465-05",
      "DMV record 12ABC34567",
    ],
    ignore: [
      "D4829163",
      "software license D4829163",
      "driver version 48291637-2",
      "driver's license since 1998",
    ],
  },
});
