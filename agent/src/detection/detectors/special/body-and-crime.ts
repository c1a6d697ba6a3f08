import type { Detector } from "../../detector.ts";
import { BIOMETRICS } from "../../words/biometrics.ts";
import { CRIME, OFFENCES } from "../../words/crime.ts";
import { GENETICS, TESTED_GENES } from "../../words/genetics.ts";
import { MINORS } from "../../words/minors.ts";
import { alternatives, spelled } from "../../words/terms.ts";
import { topic } from "./topic.ts";

export const biometrics: Detector = topic("BIOMETRIC_DATA", "special.biometric", {
  id: "biometric-data",
  format: "Words for a measured body by which somebody is known.",
  keywords: spelled(BIOMETRICS),
  references: ["GDPR, art. 4(14) and 9(1)", "UAVG, art. 29"],
  examples: {
    match: ["irisscan van Jan Wielstra", "fingerprint template of Ms. Quade"],
    ignore: ["key fingerprint", "biometric_template", "SHA256 fingerprint"],
  },
});

export const genetics: Detector = topic("GENETIC_DATA", "special.genetic", {
  id: "genetic-data",
  format: "Words for somebody's own genes.",
  keywords: spelled(GENETICS),
  references: ["GDPR, art. 4(13) and 9(1)", "UAVG, art. 28"],
  examples: {
    match: ["DNA-profiel van Jan Wielstra", "Ms. Quade carries the gene", "carrier screening"],
    ignore: ["genetic algorithm", "gene expression", "mutation testing"],
  },
});

export const testedGene: Detector = topic("GENETIC_DATA", "special.genetic", {
  id: "tested-gene",
  format: "The symbol of a gene that is tested in people, near words for a variant or a carrier.",
  keywords: TESTED_GENES,
  check: ({ value }) => (value === value.toUpperCase() ? { reasons: ["symbol of a gene"] } : null),
  contextWords: [
    "mutation",
    "variant",
    "carrier",
    "positive",
    "gene",
    "genotype",
    "pathogenic",
    "heterozygous",
    "homozygous",
    "mutatie",
    "draagster",
    "drager",
    "genetic",
    "tested",
    "genvariante",
    "gène",
    "allele",
    "trägerin",
  ],
  confidence: { bare: 0, context: 0.8 },
  references: ["HGNC, HUGO Gene Nomenclature Committee", "GDPR, art. 4(13)"],
  examples: {
    match: ["Ms. Quade has a BRCA1 mutation", "draagster BRCA2"],
    ignore: ["brca1", "the HTT protocol", "KRAS"],
  },
});

export const crime: Detector = topic("CRIMINAL_RECORD", "special.criminal", {
  id: "criminal-record",
  format: "Words for convictions, punishment and suspicion.",
  keywords: spelled(CRIME),
  references: ["GDPR, art. 10", "UAVG, art. 31 to 33"],
  examples: {
    match: [
      "Jan Wielstra is veroordeeld voor diefstal",
      "Priya Whitcombe was convicted of fraud",
      "Herr Weber ist vorbestraft",
    ],
    ignore: ["a life sentence in prose", "conviction", "charge the battery", "criminal_record"],
  },
});

export const chargedWith: Detector = topic("CRIMINAL_RECORD", "special.criminal", {
  id: "charged-with",
  format: "A charge or an accusation with the offence.",
  keywords: ["charged with", "accused of", "guilty of", "suspected of", "arrested for"],
  pattern: new RegExp(
    String.raw`(?<!\p{L})\p{L}{6,9}[ ](?:with|of|for)[ ](?:(?:a|an|the|first|second|third|degree|aggravated|armed|petty|grand|attempted)[ -]){0,3}(?:${alternatives(OFFENCES)})(?!\p{L})`,
    "iu",
  ),
  references: ["GDPR, art. 10", "UAVG, art. 31 to 33"],
  examples: {
    match: ["Jan Quade was charged with armed robbery", "accused of fraud"],
    ignore: ["charged with electricity", "accused of being slow"],
  },
});

export const minors: Detector = topic("MINOR", "pii.minor", {
  id: "minor",
  format: "Words that put a child at the side of the name near them.",
  keywords: spelled(MINORS),
  references: ["GDPR, art. 8 and recital 38", "UAVG, art. 5"],
  examples: {
    match: ["Emma Wielstra, kleuterklas", "foster child of Ms. Quade", "Sorgerecht für Lukas Weber"],
    ignore: ["child process", "minor version", "parent node", "kita_id"],
  },
});
