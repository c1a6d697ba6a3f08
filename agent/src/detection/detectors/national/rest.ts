import type { Detector } from "../../detector.ts";
import { AUSTRIAN_DETECTORS } from "./austria.ts";
import { BALKAN_DETECTORS } from "./balkans.ts";
import { BALTIC_DETECTORS } from "./baltics.ts";
import { CYPRIOT_DETECTORS } from "./cyprus-malta.ts";
import { CZECH_DETECTORS, SLOVAK_DETECTORS } from "./czechia-slovakia.ts";
import { DANISH_DETECTORS } from "./denmark.ts";
import { FINNISH_DETECTORS } from "./finland.ts";
import { GREEK_DETECTORS } from "./greece.ts";
import { HUNGARIAN_DETECTORS } from "./hungary.ts";
import { ICELANDIC_DETECTORS } from "./iceland.ts";
import { LEI_DETECTORS } from "./lei.ts";
import { MRZ_DETECTORS } from "./machine-readable-zone.ts";
import { NORWEGIAN_DETECTORS } from "./norway.ts";
import { PASSPORT_DETECTORS } from "./passports.ts";
import { POLISH_DETECTORS } from "./poland.ts";
import { BULGARIAN_DETECTORS, ROMANIAN_DETECTORS } from "./romania-bulgaria.ts";
import { SWEDISH_DETECTORS } from "./sweden.ts";
import { SWISS_DETECTORS } from "./switzerland.ts";
import { VAT_DETECTORS } from "./vat-numbers.ts";

/** Northern, central and eastern Europe, and what no country gives by itself: the MRZ and the LEI. */
export const REST_DETECTORS: readonly Detector[] = [
  ...POLISH_DETECTORS,
  ...SWEDISH_DETECTORS,
  ...FINNISH_DETECTORS,
  ...DANISH_DETECTORS,
  ...NORWEGIAN_DETECTORS,
  ...ICELANDIC_DETECTORS,
  ...SWISS_DETECTORS,
  ...AUSTRIAN_DETECTORS,
  ...CZECH_DETECTORS,
  ...SLOVAK_DETECTORS,
  ...HUNGARIAN_DETECTORS,
  ...ROMANIAN_DETECTORS,
  ...BULGARIAN_DETECTORS,
  ...BALKAN_DETECTORS,
  ...BALTIC_DETECTORS,
  ...GREEK_DETECTORS,
  ...CYPRIOT_DETECTORS,
  ...VAT_DETECTORS,
  ...PASSPORT_DETECTORS,
  ...MRZ_DETECTORS,
  ...LEI_DETECTORS,
];
