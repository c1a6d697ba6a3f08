import type { Candidate } from "../../candidate.ts";
import type { Detector } from "../../detector.ts";
import { terms } from "../../words/terms.ts";

/** A record's number says that somebody is a patient of the one who keeps it. */
export const medicalRecordNumber: Detector = {
  id: "medical-record-number",
  entityType: "MEDICAL_RECORD_NUMBER",
  rule: "special.health",
  category: "special",
  severity: "medium",
  format:
    "Five to twelve digits, with letters and dashes as the hospital likes, behind words for a patient's record.",
  names: terms(`
    mrn, medical record number, medical record no, medical record #, med rec no, patient number, patient no, patient id,
    patientid, patient identifier, health record number, hospital number, hospital no, chart number, patiëntnummer,
    patientnummer, patient nummer, patiëntnr, patientnr, patiënt id, dossiernummer patiënt, epd nummer, patientennummer,
    patienten nr, patienten id, fallnummer, krankenaktennummer, numéro de patient, numéro patient, n° patient,
    numéro de dossier médical, ipp, número de paciente, número de historia clínica, nhc, numero paziente, id paziente,
    cartella clinica, número do paciente, prontuário, numer pacjenta, numer kartoteki, journalnummer, potilasnumero,
  `),
  looseName: true,
  pattern: /(?:[#№]|no\.?|nr\.?)?[ ]?[A-Z]{0,4}[-/ ]?\d[\d-]{3,13}[A-Z]?(?![\p{L}\d_@%]|[.:]\d)/iu,
  check: ({ value, quote, name }: Candidate) => {
    const digits = value.replace(/\D/g, "").length;
    if (digits < 5 || digits > 12 || /^\D{0,3}(\d)\1+$/.test(value)) return null;
    // A key of a program is a row's number as often.
    const isKey = /^patient_?id$/i.test(name);
    const lead = /^(?:[#№]|no\.?|nr\.?)?[ ]?/iu.exec(value)?.[0].length ?? 0;
    return {
      reasons: ["form of a record's number"],
      skip: lead,
      ...(isKey && quote === "" && digits === value.length ? { confidence: 0.5 } : {}),
    };
  },
  confidence: { bare: 0.8, context: 0.8 },
  visible: { head: 0, tail: 2 },
  references: ["GDPR, art. 4(15) and 9", "HIPAA, 45 CFR 164.514(b)(2)(i)(H)"],
  examples: {
    match: [
      "MRN: 40283917",
      "Medical record number A-445566",
      "patiëntnummer 0027361",
      "patient id: P0012345",
    ],
    ignore: ["MRN: none", "patient id: 12", "patient number of the day", "mrn = 11111111"],
  },
};
