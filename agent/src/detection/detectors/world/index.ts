import type { Detector } from "../../detector.ts";
import { AFRICA } from "./africa.ts";
import { auCompany } from "./au-company.ts";
import { auDocuments } from "./au-documents.ts";
import { auMedicare } from "./au-medicare.ts";
import { auTfn } from "./au-tfn.ts";
import { caDocuments } from "./ca-documents.ts";
import { caHealthCard } from "./ca-health-card.ts";
import { caSin } from "./ca-sin.ts";
import { inAadhaarNumbers } from "./in-aadhaar.ts";
import { inDrivingLicence } from "./in-driving-licence.ts";
import { inGstin } from "./in-gstin.ts";
import { inPan } from "./in-pan.ts";
import { inPassport } from "./in-passport.ts";
import { inVehicle } from "./in-vehicle.ts";
import { inVoterId } from "./in-voter-id.ts";
import { nzIrd } from "./nz-ird.ts";
import { nzNhi } from "./nz-nhi.ts";
import { nzPassport } from "./nz-passport.ts";
import { usAbaRouting } from "./us-aba-routing.ts";
import { usBankAccount } from "./us-bank-account.ts";
import { usDea } from "./us-dea.ts";
import { usDriverLicense } from "./us-driver-license.ts";
import { usEin } from "./us-ein.ts";
import { usHicn } from "./us-hicn.ts";
import { usItin } from "./us-itin.ts";
import { usMbi } from "./us-mbi.ts";
import { usNpi } from "./us-npi.ts";
import { usPassport } from "./us-passport.ts";
import { usSsn } from "./us-ssn.ts";
import { BRAZIL } from "./brazil.ts";
import { CHINA_AND_NEIGHBOURS } from "./china.ts";
import { FORMER_SOVIET } from "./former-soviet.ts";
import { JAPAN } from "./japan.ts";
import { KOREA } from "./korea.ts";
import { MEXICO } from "./mexico.ts";
import { SINGAPORE } from "./singapore.ts";
import { ARGENTINA } from "./argentina.ts";
import { ANDES } from "./andes.ts";
import { CHILE_AND_URUGUAY } from "./chile-and-uruguay.ts";
import { TURKEY } from "./turkey.ts";
import { NEAR_EAST } from "./near-east.ts";
import { SOUTH_ASIA } from "./south-asia.ts";
import { MALAYSIA_AND_INDONESIA } from "./malaysia-and-indonesia.ts";
import { THAILAND_AND_VIETNAM } from "./thailand-and-vietnam.ts";
import { PHILIPPINES } from "./philippines.ts";

/** Identifiers of countries beyond Europe. */
export const WORLD_DETECTORS: readonly Detector[] = [
  usSsn,
  usItin,
  usEin,
  usPassport,
  usDriverLicense,
  usBankAccount,
  usAbaRouting,
  usMbi,
  usHicn,
  usNpi,
  usDea,
  caSin,
  ...caHealthCard,
  ...caDocuments,
  auTfn,
  auMedicare,
  ...auCompany,
  ...auDocuments,
  nzIrd,
  nzNhi,
  nzPassport,
  ...inAadhaarNumbers,
  inPan,
  inGstin,
  inPassport,
  inVoterId,
  inVehicle,
  inDrivingLicence,
  ...SINGAPORE,
  ...MALAYSIA_AND_INDONESIA,
  ...THAILAND_AND_VIETNAM,
  ...PHILIPPINES,
  ...CHINA_AND_NEIGHBOURS,
  ...KOREA,
  ...JAPAN,
  ...TURKEY,
  ...NEAR_EAST,
  ...SOUTH_ASIA,
  ...FORMER_SOVIET,
  ...AFRICA,
  ...BRAZIL,
  ...MEXICO,
  ...ARGENTINA,
  ...ANDES,
  ...CHILE_AND_URUGUAY,
];
