import { isShortBirthDate } from "../../checks/calendar-date.ts";
import { luhn } from "../../checks/luhn.ts";
import { identifier } from "../../define.ts";
import type { Detector } from "../../detector.ts";
import { passport } from "./passport.ts";
import { proven } from "./proven.ts";

const zaId = identifier({
  id: "za-id",
  entityType: "ZA_ID",
  format:
    "Thirteen digits: date of birth, sex and order, citizenship (0–2), 8 or 9 (others in old ones), check.",
  checksum: "Luhn.",
  forms: ["9999999999999", "999999 9999 999", "999999 9999 99 9", "999999-9999-999", "999999 9999 9 99"],
  check: proven({
    reason: "date of birth and checksum Luhn",
    holds: (digits) =>
      /^\d{10}[012]/.test(digits) &&
      isShortBirthDate(Number(digits.slice(0, 2)), Number(digits.slice(2, 4)), Number(digits.slice(4, 6))) &&
      luhn(digits),
    grouped: 0.8,
  }),
  contextWords: [
    ...[
      "south african id",
      "sa id",
      "sa id number",
      "rsa id",
      "za id",
      "id number",
      "identity number",
      "id no",
      "id nr",
    ],
    ...[
      "identiteitsnommer",
      "id nommer",
      "id-nommer",
      "south african identity",
      "national id",
      "smart id card",
      "idnumber",
    ],
  ],
  confidence: { bare: 0.35, context: 0.96, against: 0.1 },
  references: ["Identification Act 68 of 1997 (South Africa)", "Department of Home Affairs"],
  examples: {
    match: ["SA ID: 8204194820080", "910727 5820 086", "ID number 7501054820188"],
    ignore: ["SA ID 8204194820081", "SA ID 8213194820087", "910727 5820 080"],
  },
});

const zaPassport = passport({
  id: "za-passport",
  entityType: "ZA_PASSPORT",
  country: /south africa|suid-afrika|\b(?:za|rsa)\b/i,
  format: "A, M, D or T and eight digits; only in context.",
  forms: ["A99999999"],
  holds: (text) => /^[AMDT]/.test(text),
  contextWords: ["south african passport", "paspoort", "paspoortnommer"],
  references: ["South African Passports and Travel Documents Act 4 of 1994"],
  examples: {
    match: ["South African passport A04820193"],
    ignore: ["A04820193", "South African passport B04820193"],
  },
});

const ngNin = identifier({
  id: "ng-nin",
  entityType: "NG_NIN",
  format: "Eleven digits; only in context.",
  forms: ["99999999999", "9999 999 9999", "9999-999-9999"],
  check: ({ compact }) => (/^[1-9]/.test(compact) ? { reasons: ["form"] } : null),
  contextWords: [
    "nin",
    "nin no",
    "nin number",
    "nimc",
    "national identification number",
    "national identity number",
    "nigerian nin",
    "nigeria nin",
  ],
  confidence: { bare: 0, context: 0.9, against: 0 },
  references: ["National Identity Management Commission Act 2007 (Nigeria)"],
  examples: {
    match: ["NIN: 48201937650", "NIMC number, NIN 5820 471 9360"],
    ignore: ["48201937650", "NIN 4820193765"],
  },
});

const ngBvn = identifier({
  id: "ng-bvn",
  entityType: "NG_BVN",
  format: "Eleven digits from 22; only in context.",
  forms: ["22999999999"],
  contextWords: ["bvn", "bvn no", "bvn number", "bank verification number"],
  confidence: { bare: 0, context: 0.95, against: 0 },
  references: ["Central Bank of Nigeria, Regulatory Framework for Bank Verification Number Operations"],
  examples: {
    match: ["BVN: 22482019376", "bank verification number 22582047193"],
    ignore: ["22482019376", "BVN 32482019376"],
  },
});

const keId = identifier({
  id: "ke-national-id",
  entityType: "KE_NATIONAL_ID",
  format: "Seven to nine digits; only beside Kenya's words.",
  forms: ["9{7,9}"],
  contextWords: [
    ...[
      "kenyan id",
      "kenya id",
      "kenyan national id",
      "kenya national id",
      "huduma namba",
      "huduma number",
      "maisha namba",
    ],
    ...["nambari ya kitambulisho", "kitambulisho", "national id no", "national id number"],
  ],
  confidence: { bare: 0, context: 0.8, against: 0 },
  references: ["Registration of Persons Act, cap. 107 (Kenya)"],
  examples: {
    match: ["Kenyan ID 34820193", "kitambulisho: 28204719"],
    ignore: ["34820193", "Kenya 34820193"],
  },
});

const kePin = identifier({
  id: "ke-kra-pin",
  entityType: "KE_KRA_PIN",
  format: "A for persons or P for others, nine digits, a letter.",
  forms: ["a999999999A", "p999999999A"],
  contextWords: ["kra pin", "kra", "pin", "pin no", "pin number", "kenya revenue authority", "tax pin"],
  confidence: { bare: 0.25, context: 0.93 },
  references: ["Tax Procedures Act 2015 (Kenya), section 12"],
  examples: {
    match: ["KRA PIN: A004820193K", "PIN P051820471Z"],
    ignore: ["KRA PIN B004820193K", "XA004820193K"],
  },
});

const ghCard = identifier({
  id: "gh-card",
  entityType: "GH_CARD",
  format: "GHA, nine digits and a check digit.",
  forms: ["gha-999999999-9"],
  contextWords: ["ghana card", "ghanacard", "nia", "ghana card pin", "personal identification number"],
  confidence: { bare: 0.9, context: 0.97 },
  references: ["National Identification Authority (Ghana), Ghana Card"],
  examples: {
    match: ["GHA-482019376-5", "Ghana Card: GHA-582047193-6"],
    ignore: ["GHA-48201937-5", "XGHA-482019376-5"],
  },
});

export const AFRICA: readonly Detector[] = [zaId, zaPassport, ngNin, ngBvn, keId, kePin, ghCard];
