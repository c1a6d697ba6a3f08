import type { Detector } from "../../detector.ts";
import { REST_DETECTORS } from "./rest.ts";
import { WEST_DETECTORS } from "./west.ts";

export const NATIONAL_DETECTORS: readonly Detector[] = [...WEST_DETECTORS, ...REST_DETECTORS];
