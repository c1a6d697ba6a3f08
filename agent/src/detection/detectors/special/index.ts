import type { Detector } from "../../detector.ts";
import {
  partyMembership,
  politics,
  politicsField,
  religion,
  religionField,
  unionByName,
  unionField,
  unionMembership,
} from "./belief.ts";
import { biometrics, chargedWith, crime, genetics, minors, testedGene } from "./body-and-crime.ts";
import {
  bloodType,
  diagnosisField,
  healthConditionInCare,
  healthCondition,
  icd10,
  icd10Field,
  medication,
} from "./health.ts";
import { medicalRecordNumber } from "./medical-record.ts";
import { descent, ethnicity, ethnicityField, sexuality, sexualityField } from "./origin.ts";

export const SPECIAL_DETECTORS: readonly Detector[] = [
  healthCondition,
  healthConditionInCare,
  diagnosisField,
  medication,
  icd10,
  icd10Field,
  bloodType,
  medicalRecordNumber,
  religion,
  religionField,
  politics,
  partyMembership,
  politicsField,
  unionMembership,
  unionByName,
  unionField,
  ethnicity,
  descent,
  ethnicityField,
  sexuality,
  sexualityField,
  biometrics,
  genetics,
  testedGene,
  crime,
  chargedWith,
  minors,
];
