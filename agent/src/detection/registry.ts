import type { Detector } from "./detector.ts";
import { FINANCIAL_DETECTORS } from "./detectors/financial/index.ts";
import { NATIONAL_DETECTORS } from "./detectors/national/index.ts";
import { ONLINE_DETECTORS } from "./detectors/online/index.ts";
import { PERSON_DETECTORS } from "./detectors/person/index.ts";
import { GENERIC_SECRET_DETECTORS } from "./detectors/secrets/generic/index.ts";
import { PLATFORM_SECRET_DETECTORS } from "./detectors/secrets/platforms/index.ts";
import { SERVICE_SECRET_DETECTORS } from "./detectors/secrets/services/index.ts";
import { SPECIAL_DETECTORS } from "./detectors/special/index.ts";
import { WORLD_DETECTORS } from "./detectors/world/index.ts";

/** Every detector there is. A test compares this list with the folders. */
export const DETECTORS: readonly Detector[] = [
  ...NATIONAL_DETECTORS,
  ...WORLD_DETECTORS,
  ...PERSON_DETECTORS,
  ...ONLINE_DETECTORS,
  ...FINANCIAL_DETECTORS,
  ...SPECIAL_DETECTORS,
  ...PLATFORM_SECRET_DETECTORS,
  ...SERVICE_SECRET_DETECTORS,
  ...GENERIC_SECRET_DETECTORS,
];
