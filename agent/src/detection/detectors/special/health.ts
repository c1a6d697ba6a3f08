import type { Detector } from "../../detector.ts";
import { DISABILITY, PREGNANCY, SICK_LEAVE } from "../../words/care.ts";
import { HEALTH_DE } from "../../words/health-de.ts";
import { HEALTH_EN } from "../../words/health-en.ts";
import { HEALTH_FR } from "../../words/health-fr.ts";
import { HEALTH_INTERNATIONAL } from "../../words/health-international.ts";
import { HEALTH_NL } from "../../words/health-nl.ts";
import { BRANDS, SUBSTANCES } from "../../words/medication.ts";
import { spelled, terms } from "../../words/terms.ts";
import { topic } from "./topic.ts";

const references = ["GDPR, art. 4(15) and 9(1)", "UAVG, art. 30", "WHO, ICD-10"];

export const healthCondition: Detector = topic("HEALTH_CONDITION", "special.health", {
  id: "health-condition",
  format:
    "An illness, complaint, treatment, disability or form of care, in English, Dutch, German or French.",
  keywords: spelled(
    HEALTH_INTERNATIONAL,
    HEALTH_EN,
    HEALTH_NL,
    HEALTH_DE,
    HEALTH_FR,
    DISABILITY,
    SICK_LEAVE,
    PREGNANCY,
  ),
  references,
  examples: {
    match: [
      "Mevrouw Wielstra heeft diabetes.",
      "Priya Whitcombe was diagnosed with breast cancer",
      "Herr Obermoser hatte einen Schlaganfall",
      "M. Chevrolier souffre d'épilepsie",
      "Jan is ziekgemeld",
      "she is 20 weeks pregnant",
    ],
    ignore: [
      "python injection",
      "a computer virus",
      "the great depression",
      "asthma_score = 3",
      "cell biology",
      "/docs/diabetes/index",
    ],
  },
});

/** Words with a second life in daily speech, which a medical word beside them settles. */
export const healthConditionInCare: Detector = topic("HEALTH_CONDITION", "special.health", {
  id: "health-condition-in-care",
  format: "An illness whose name is a common word too, beside a word of medicine.",
  keywords: spelled(
    terms(
      "depression, anxiety, stroke, infection, fracture, migraine, insomnia, obesity, tumor, tumour, t2dm, t1dm, cva, depressie, angst, infectie, hartinfarct, longontsteking, dépression, dépressif, asthme, anxiété, obésité, infarctus, depressionen, infektion, ansiedad, depresión, depressione, asma",
    ),
  ),
  contextWords: terms(
    "diagnosed, diagnosis, suffers from, suffering from, hx, hx of, history of, medical history, treated for, treatment for, patient, gediagnosticeerd, diagnose, voorgeschiedenis, leidt aan, lijdt aan, behandeld voor, opgenomen, patiënt, leidet an, leidet unter, behandlung, antécédents, souffre, atteint, diagnostic, diagnóstico, sufre de, padece, soffre di, diagnosi",
  ),
  confidence: { bare: 0, context: 0.8 },
  references,
  examples: {
    match: [
      "Priya Whitcombe has a history of depression",
      "Patiënt Jan de Wielstra opgenomen met een CVA",
      "M. Chevrolier: antécédents : asthme",
    ],
    ignore: ["the great depression", "Jan heeft angst voor spinnen"],
  },
});

const NOTHING =
  /^(?:none|no|nee|geen|nvt|n\/a|null|nil|undefined|string|text|unknown|onbekend|required|optional|array|object|boolean|number|true|false|name|code|id|date|type|list|the|a|an|is|are|was|of|for|and|or|to|not|error|failed|errors?|message|see|this|that|in|on|at|if|by|tools?|report|output|data|info\w*|information|mode)(?![\p{L}])/iu;

/** Free text where a form, a record or a table asks what somebody has. */
export const diagnosisField: Detector = topic("HEALTH_CONDITION", "special.health", {
  id: "diagnosis-field",
  format: "Words in a field or column for a diagnosis, a condition or allergies.",
  names: [
    "diagnosis",
    "diagnoses",
    "primary diagnosis",
    "secondary diagnosis",
    "medical condition",
    "medical conditions",
    "medical history",
    "allergies",
    "allergy",
    "chief complaint",
    "diagnosed with",
    "suffers from",
    "suffering from",
    "chronic conditions",
    "disability",
    "disabilities",
    "health issues",
    "known allergies",
    "diagnose",
    "hoofddiagnose",
    "nevendiagnose",
    "aandoening",
    "aandoeningen",
    "ziektebeeld",
    "medische voorgeschiedenis",
    "voorgeschiedenis",
    "allergie",
    "allergieën",
    "gediagnosticeerd met",
    "lijdt aan",
    "gezondheidsklachten",
    "reden van verzuim",
    "beperking",
    "diagnosen",
    "vorerkrankungen",
    "allergien",
    "erkrankung",
    "leidet an",
    "diagnostic médical",
    "antécédents médicaux",
    "pathologie",
    "souffre de",
    "atteint de",
    "atteinte de",
    "diagnóstico",
    "alergias",
    "diagnosi",
    "patologia",
  ],
  looseName: true,
  pattern: /\p{L}[\p{L}\d'’-]{2,30}(?:[ ][\p{L}\d(][\p{L}\d'’().-]{0,30}){0,5}/u,
  check: ({ value, name, quote, before }) => {
    if (
      NOTHING.test(value) ||
      // In English it is what somebody does with a fault.
      (/^diagnose$/i.test(name) && quote === "" && !/[:=|>\t]\s{0,4}$/.test(before)) ||
      (quote === "" && /\p{Ll}\p{Lu}/u.test(name)) ||
      /^[A-Z]?[a-z]+[A-Z]/.test(value)
    )
      return null;
    return { reasons: ["in a field for somebody's health"], confidence: 0.5 };
  },
  confidence: { bare: 0.5, context: 0.6 },
  references,
  examples: {
    match: [
      "Diagnosis: acute cholangitis",
      "diagnose: knieletsel links",
      '"allergies": "peanuts"',
      "lijdt aan terugkerende flauwtes",
    ],
    ignore: ["allergies: none", "diagnosis: null", "diagnosis of the error", "diagnosis: string"],
  },
});

export const medication: Detector = topic("MEDICATION", "special.health", {
  id: "medication",
  format: "An active substance or a brand that means nothing else.",
  keywords: spelled(SUBSTANCES, BRANDS),
  references: [
    "GDPR, art. 4(15) and 9(1)",
    "WHO, International Nonproprietary Names",
    "CBG, Geneesmiddeleninformatiebank",
  ],
  examples: {
    match: ["Jan de Wielstra gebruikt metformine", "prescribed sertraline 50 mg", "Ozempic"],
    ignore: ["warfarin_dose", "metformines"],
  },
});

const ICD_WORDS = [
  "icd",
  "icd10",
  "icd 10",
  "icd 10 cm",
  "icd code",
  "diagnosis",
  "diagnoses",
  "diagnosis code",
  "dx",
  "dx code",
  "diagnostic code",
  "primary diagnosis",
  "condition code",
  "diagnose",
  "diagnosecode",
  "hoofddiagnose",
  "nevendiagnose",
  "diagnoseschlüssel",
  "hauptdiagnose",
  "nebendiagnose",
  "gesicherte diagnose",
  "diagnosen",
  "cim",
  "cim 10",
  "cim10",
  "diagnostic principal",
  "code cim",
  "cie 10",
  "cie10",
  "diagnóstico",
];

export const icd10: Detector = topic("ICD10_CODE", "special.health", {
  id: "icd10-code",
  format: "A letter and two characters, a full stop and up to four more, near words for a diagnosis.",
  forms: ["A99.X", "A99.XX", "A99.XXX", "A99.XXXX", "A9A.X", "A9A.XX", "A9A.XXX", "A9A.XXXX"],
  check: () => ({ reasons: ["form of a diagnosis code"] }),
  contextWords: ICD_WORDS,
  againstWords: ["version", "firmware", "section", "figure", "model"],
  confidence: { bare: 0, context: 0.85, against: 0 },
  normalise: (value) => value.toUpperCase(),
  references: ["WHO, ICD-10, volume 2", "BfArM, ICD-10-GM", "CDC/NCHS, ICD-10-CM official guidelines"],
  examples: {
    match: ["Diagnosis: E11.9", "ICD-10: F32.1", "icd10 S72.001A", "Hauptdiagnose I25.13"],
    ignore: ["model E11.9", "F32.1", "version: B12.1"],
  },
});

export const icd10Field: Detector = topic("ICD10_CODE", "special.health", {
  id: "icd10-field",
  format: "A letter and two or more characters in a field for a diagnosis code.",
  names: [
    "icd10",
    "icd 10",
    "icd10 code",
    "icd 10 code",
    "icd code",
    "icd 10 cm",
    "diagnosis code",
    "dx code",
    "diagnosecode",
    "diagnoseschlüssel",
    "cim10",
    "cim 10",
    "icd9 icd10",
  ],
  looseName: true,
  pattern: /[A-TV-Z]\d[\dAB](?:\.?[\dA-Z]{1,4})?(?![\p{L}\d_-])/u,
  check: () => ({ reasons: ["in a field for a diagnosis code"] }),
  confidence: { bare: 0.85, context: 0.85 },
  references: ["WHO, ICD-10, volume 2"],
  examples: {
    match: ["icd_code: J45", "ICD10 = I10", "Diagnosecode: F329"],
    ignore: ["icd_code: string", "icd10: 410.0"],
  },
});

export const bloodType: Detector = topic("BLOOD_TYPE", "special.health", {
  id: "blood-type",
  format: "A group of the ABO system with its rhesus sign, in a field for one.",
  names: [
    "blood type",
    "blood type is",
    "bloedgroep is",
    "blood group",
    "bloodtype",
    "bloedgroep",
    "blutgruppe",
    "groupe sanguin",
    "grupo sanguíneo",
    "grupo sanguineo",
    "gruppo sanguigno",
    "tipo de sangre",
    "blood",
  ],
  looseName: true,
  pattern:
    /(?:AB|A|B|O|0)[ ]?(?:[+−–-](?:ve)?|(?:rhd?[ ]?)?(?:positive|positief|positiv|pos|negative|negatief|negativ|neg))(?![\p{L}\d])/iu,
  check: () => ({ reasons: ["in a field for a blood group"] }),
  confidence: { bare: 0.85, context: 0.85 },
  references,
  examples: {
    match: ["Blood type: O-", "bloedgroep AB positief", "Blutgruppe: A+"],
    ignore: ["blood type: string", "group A-"],
  },
});
