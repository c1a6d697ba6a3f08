import type { Candidate } from "../../candidate.ts";
import { compact } from "../../candidate.ts";
import { vinCheckDigit } from "../../checks/vin-check-digit.ts";
import type { Detector, Verdict } from "../../detector.ts";

const vehicle = {
  rule: "pii.vehicle.plate",
  category: "vehicle",
  normalise: compact,
  visible: { head: 0, tail: 2 },
} as const;

function checkVin({ compact: vin }: Candidate): Verdict | null {
  if (!/^[A-HJ-NPR-Z1-9][A-HJ-NPR-Z0-9]{12}[A-HJ-NPR-Z0-9]\d{3}$/.test(vin)) return null;
  const letters = vin.replace(/\d/g, "").length;
  if (letters < 2 || letters > 13 || /(.)\1{6}/.test(vin)) return null;
  if (vin === "1HGCM82633A004352" || vin === "1M8GDM9AXKP042788" || vin === "11111111111111111")
    return { reasons: ["check digit"], known: "published example number" };
  if (vinCheckDigit(vin))
    return { reasons: ["form of a VIN", "check digit"], confidence: letters >= 3 ? 0.5 : 0.3 };
  // Only North America makes the check digit a duty.
  return /^[1-5]/.test(vin) ? null : { reasons: ["form of a VIN"], confidence: 0 };
}

export const vin: Detector = {
  ...vehicle,
  id: "vin",
  entityType: "VIN",
  format: "Seventeen digits and capitals without I, O and Q, the last digits a serial number.",
  checksum: "The ninth character, modulo 11, for vehicles of North America.",
  forms: ["X{17}"],
  anyCase: true,
  pattern: /[A-HJ-NPR-Z1-9][A-HJ-NPR-Z0-9]{16}(?![\w-])|[a-hj-npr-z1-9][a-hj-npr-z0-9]{16}(?![\w-])/,
  check: checkVin,
  contextWords: [
    ...[
      "vin",
      "vin number",
      "vin nummer",
      "vin code",
      "vehicle identification number",
      "vehicle id",
      "vehicle",
      "chassis",
    ],
    ...[
      "chassisnummer",
      "chassis number",
      "voertuigidentificatienummer",
      "fahrgestellnummer",
      "fin",
      "fahrzeug",
      "car",
    ],
    ...[
      "fahrzeug identifizierungsnummer",
      "numéro de châssis",
      "numéro de série",
      "bastidor",
      "telaio",
      "meldcode",
      "voertuig",
    ],
  ],
  againstWords: ["token", "key", "session", "password", "base64", "license key"],
  confidence: { bare: 0.4, context: 0.95, against: 0 },
  references: ["ISO 3779", "49 CFR 565.15"],
  examples: {
    match: ["VIN: 1HGCM82633A004352", "Chassisnummer WVWZZZ1JZXW386752", "vehicle 5YJSA1DG9DFP14705"],
    ignore: [
      "VIN: 1HGCM82643A004352",
      "WVWZZZ1JZXW386752",
      "VIN: WVWZZZ1JZXW38675",
      "VIN: WVWZZZ1OZXW386752",
    ],
  },
};

const PLATE_WORDS = [
  ...[
    "license plate",
    "licence plate",
    "number plate",
    "registration plate",
    "plate number",
    "plate",
    "vehicle registration",
  ],
  ...[
    "registration number",
    "registration",
    "car registration",
    "plate no",
    "reg",
    "vrm",
    "vehicle reg",
    "kenteken",
    "nummerplaat",
  ],
  ...[
    "kentekenplaat",
    "kennzeichen",
    "nummernschild",
    "plaque",
    "immatriculation",
    "plaque d'immatriculation",
  ],
  ...["numéro d'immatriculation", "véhicule", "vehicle", "voertuig", "voiture", "car", "autokennzeichen"],
];
const NAMES = [
  ...[
    "license plate",
    "licence plate",
    "number plate",
    "plate number",
    "registration plate",
    "kennzeichen",
    "autokennzeichen",
  ],
  ...[
    "kfz kennzeichen",
    "amtliches kennzeichen",
    "nummernschild",
    "kfz",
    "license plate number",
    "licence plate number",
  ],
];

export const deLicensePlate: Detector = {
  ...vehicle,
  id: "de-license-plate",
  entityType: "DE_LICENSE_PLATE",
  format: "One to three letters of a district, one or two letters, one to four digits.",
  names: NAMES,
  looseName: true,
  pattern:
    /(?:(?:lautet|ist|is|war|:|=)\s{1,2})?[A-ZÄÖÜ]{1,3}(?:[- ]|\s?-\s?)[A-Z]{1,2}[- ]?[1-9]\d{0,3}[EH]?(?![\w-])/,
  check: ({ value, name }) =>
    /^[A-Z]{2}[- ]\d/.test(value) && !/kenn|schild|kfz/i.test(name)
      ? null
      : { reasons: ["form of a German plate"] },
  confidence: { bare: 0.85, context: 0.85 },
  references: ["Fahrzeug-Zulassungsverordnung (FZV) § 9 and Anlage 1"],
  examples: {
    match: ["Kennzeichen: B-MW 1234", "Kfz-Kennzeichen M-AB 123E", "license plate: HH-XY 77"],
    ignore: ["B-MW 1234", "Kennzeichen: 1234", "Kennzeichen: ABCD-EF 12"],
  },
};

export const beLicensePlate: Detector = {
  ...vehicle,
  id: "be-license-plate",
  entityType: "BE_LICENSE_PLATE",
  format: "One digit, three letters, three digits.",
  forms: ["9-AAA-999", "9 AAA 999", "9AAA999"],
  check: ({ value }) =>
    /^[1-9]/.test(value)
      ? { reasons: ["form of a Belgian plate"], confidence: value.includes("-") ? 0.3 : 0 }
      : null,
  contextWords: PLATE_WORDS,
  confidence: { bare: 0.3, context: 0.9, against: 0 },
  references: ["Koninklijk besluit van 20 juli 2001 betreffende de inschrijving van voertuigen"],
  examples: {
    match: ["nummerplaat 1-ABC-123", "plaque: 2 XKJ 481"],
    ignore: ["2 XKJ 481", "nummerplaat 0-ABC-123", "part A1-ABC-1234"],
  },
};

export const frLicensePlate: Detector = {
  ...vehicle,
  id: "fr-license-plate",
  entityType: "FR_LICENSE_PLATE",
  format:
    "Two letters, three digits, two letters, without I, O and U; before 2009 digits, letters and the department.",
  forms: ["AA-999-AA", "AA 999 AA", "AA999AA", "9{2,4} AA{1,2} 99"],
  check: ({ value }) => {
    if (/^\d/.test(value)) return { reasons: ["form of a French plate before 2009"], confidence: 0 };
    if (/[IOU]/.test(value) || /^SS|SS$|^WW|000/.test(value)) return null;
    return { reasons: ["form of a French plate"], confidence: value.includes("-") ? 0.4 : 0 };
  },
  contextWords: PLATE_WORDS,
  confidence: { bare: 0.4, context: 0.9, against: 0 },
  references: ["Arrêté du 9 février 2009 fixant les caractéristiques des plaques d'immatriculation"],
  examples: {
    match: ["immatriculation AB-123-CD", "plaque : GK 482 TR", "immatriculation : 482 KTR 75"],
    ignore: ["GK 482 TR", "immatriculation AO-123-CD", "XAB-123-CD"],
  },
};

export const gbLicensePlate: Detector = {
  ...vehicle,
  id: "gb-license-plate",
  entityType: "GB_LICENSE_PLATE",
  format: "Two letters of a region, two digits of the half-year, three letters; or the forms before 2001.",
  forms: ["AA99 AAA", "AA99AAA", "A9{1,3} AAA", "A9{1,3}AAA", "AAA 9{1,3}A", "AAA9{1,3}A"],
  check: ({ value, compact: plate }) => {
    if (/^[A-Z]{2}\d\d[A-Z]{3}$/.test(plate)) {
      if (/^[IJQTXZ]|^.[IQZ]|[IQ]|^..0[01]/.test(plate)) return null;
      return { reasons: ["form of a British plate"], confidence: value.includes(" ") ? 0.35 : 0 };
    }
    return { reasons: ["form of a British plate before 2001"], confidence: 0 };
  },
  contextWords: PLATE_WORDS,
  confidence: { bare: 0.35, context: 0.9, against: 0 },
  references: ["https://www.gov.uk/government/publications/vehicle-registration-numbers-and-number-plates"],
  examples: {
    match: ["vehicle registration AB51 KLM", "number plate: BD51SMR", "registration number P123 KLM"],
    ignore: ["BD51SMR", "number plate IQ51 KLM", "number plate BD51SMRX"],
  },
};
