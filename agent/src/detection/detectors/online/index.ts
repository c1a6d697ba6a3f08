import type { Detector } from "../../detector.ts";
import { labelledHandle, profileUrl, urlWithPersonalData } from "./accounts.ts";
import { advertisingId, iccid, imei, imsi, macAddress, sessionId } from "./device-ids.ts";
import { emailAddress, obfuscatedEmailAddress } from "./email-address.ts";
import { gpsField, gpsLink, gpsNamed, gpsPair, gpsSexagesimal } from "./gps-coordinates.ts";
import { ipv4Address, ipv6Address } from "./ip-address.ts";
import { phoneNumber } from "./phone-number.ts";
import { beLicensePlate, deLicensePlate, frLicensePlate, gbLicensePlate, vin } from "./vehicles.ts";

export const ONLINE_DETECTORS: readonly Detector[] = [
  ...[emailAddress, obfuscatedEmailAddress, phoneNumber],
  ...[ipv4Address, ipv6Address, macAddress, imei, imsi, iccid, advertisingId, sessionId],
  ...[gpsPair, gpsNamed, gpsField, gpsSexagesimal, gpsLink],
  ...[profileUrl, labelledHandle, urlWithPersonalData],
  ...[vin, deLicensePlate, beLicensePlate, frLicensePlate, gbLicensePlate],
];
