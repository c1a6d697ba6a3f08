import type { Detector } from "../../detector.ts";
import { age, ageLabel, minorAge, minorAgeLabel } from "./age.ts";
import { dateOfBirthContext, dateOfBirthLabel, dateOfBirthMonthFirst } from "./date-of-birth.ts";
import { personNameByGiven } from "./name-by-given.ts";
import { personNameByInitials } from "./name-by-initials.ts";
import { personNameByCommonLabel, personNameByLabel } from "./name-by-label.ts";
import { personNameByGreeting, personNameByPhrase, personNameBySignature } from "./name-by-phrase.ts";
import { personNameBySurname, personNameSurnameFirst } from "./name-by-surname.ts";
import { personNameByShortTitle, personNameByTitle } from "./name-by-title.ts";
import { gender, maritalStatus, nationality, placeOfBirth, username } from "./personal-details.ts";
import { gbPostcode, nlPostcode } from "./postcodes.ts";
import {
  poBox,
  streetAddressFrench,
  streetAddressLabel,
  streetAddressNumberFirst,
  streetAddressNumberLast,
  streetAddressRomance,
} from "./street-address.ts";

export const PERSON_DETECTORS: readonly Detector[] = [
  personNameByGiven,
  personNameBySurname,
  personNameSurnameFirst,
  personNameByTitle,
  personNameByShortTitle,
  personNameByLabel,
  personNameByCommonLabel,
  personNameByInitials,
  personNameByPhrase,
  personNameByGreeting,
  personNameBySignature,
  streetAddressNumberLast,
  streetAddressRomance,
  streetAddressNumberFirst,
  streetAddressFrench,
  streetAddressLabel,
  poBox,
  nlPostcode,
  gbPostcode,
  dateOfBirthLabel,
  dateOfBirthContext,
  dateOfBirthMonthFirst,
  age,
  ageLabel,
  minorAge,
  minorAgeLabel,
  placeOfBirth,
  gender,
  nationality,
  maritalStatus,
  username,
];
