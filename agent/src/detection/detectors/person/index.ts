import type { Detector } from "../../detector.ts";
import { age, ageLabel, minorAge, minorAgeLabel } from "./age.ts";
import { dateOfBirthContext, dateOfBirthLabel, dateOfBirthMonthFirst } from "./date-of-birth.ts";
import { datesOfBirthWorld } from "./date-of-birth-world.ts";
import { personNameByGiven } from "./name-by-given.ts";
import { personNameByInitials } from "./name-by-initials.ts";
import { personNameByCommonLabel, personNameByLabel } from "./name-by-label.ts";
import { personNameByGreeting, personNameByPhrase, personNameBySignature } from "./name-by-phrase.ts";
import { personNameBySurname, personNameSurnameFirst } from "./name-by-surname.ts";
import { personNameByShortTitle, personNameByTitle } from "./name-by-title.ts";
import { healthMessages } from "./health-message.ts";
import { personNameAsia } from "./name-asia.ts";
import { personNameInCapitals } from "./name-in-capitals.ts";
import { personNameInDirectory } from "./name-in-directory.ts";
import { personNamesInMail } from "./name-in-mail.ts";
import { gender, maritalStatus, nationality, placeOfBirth, username } from "./personal-details.ts";
import { gbPostcode, nlPostcode } from "./postcodes.ts";
import {
  poBox,
  streetAddressFrench,
  streetAddressLabel,
  streetAddressMilitary,
  streetAddressNumberFirst,
  streetAddressNumberLast,
  streetAddressRomance,
} from "./street-address.ts";
import { streetAddressAsia } from "./street-address-asia.ts";
import { streetAddressEast } from "./street-address-europe.ts";
import { streetAddressByPostcode } from "./street-address-postcode.ts";
import { airlineTicket, bookingReference, passengerName } from "./booking.ts";
import { spokenUsername } from "./spoken-username.ts";

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
  personNameInCapitals,
  personNameAsia,
  ...personNamesInMail,
  personNameInDirectory,
  ...healthMessages,
  streetAddressNumberLast,
  streetAddressRomance,
  streetAddressNumberFirst,
  streetAddressMilitary,
  streetAddressFrench,
  streetAddressLabel,
  streetAddressByPostcode,
  ...streetAddressEast,
  streetAddressAsia,
  poBox,
  nlPostcode,
  gbPostcode,
  dateOfBirthLabel,
  dateOfBirthContext,
  dateOfBirthMonthFirst,
  ...datesOfBirthWorld,
  age,
  ageLabel,
  minorAge,
  minorAgeLabel,
  placeOfBirth,
  gender,
  nationality,
  maritalStatus,
  username,
  spokenUsername,
  bookingReference,
  airlineTicket,
  passengerName,
];
