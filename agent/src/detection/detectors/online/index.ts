import type { Detector } from "../../detector.ts";
import { labelledHandle, profileUrl, urlWithPersonalData } from "./accounts.ts";
import { advertisingId, iccid, imei, imsi, macAddress, sessionId } from "./device-ids.ts";
import {
  emailAddress,
  encodedEmailAddress,
  obfuscatedEmailAddress,
  spokenEmailAddress,
} from "./email-address.ts";
import { gpsCompass, gpsField, gpsLink, gpsNamed, gpsPair, gpsSexagesimal } from "./gps-coordinates.ts";
import { ipv4Address, ipv6Address } from "./ip-address.ts";
import { phoneNumber } from "./phone-number.ts";
import { sessionCookie } from "./session-cookie.ts";
import { beLicensePlate, deLicensePlate, frLicensePlate, gbLicensePlate, vin } from "./vehicles.ts";

export const ONLINE_DETECTORS: readonly Detector[] = [
  ...[emailAddress, obfuscatedEmailAddress, encodedEmailAddress, spokenEmailAddress, phoneNumber],
  ...[ipv4Address, ipv6Address, macAddress, imei, imsi, iccid, advertisingId, sessionId, sessionCookie],
  ...[gpsPair, gpsNamed, gpsField, gpsSexagesimal, gpsCompass, gpsLink],
  ...[profileUrl, labelledHandle, urlWithPersonalData],
  ...[vin, deLicensePlate, beLicensePlate, frLicensePlate, gbLicensePlate],
];
