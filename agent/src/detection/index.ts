/** What the benches measure of detection; the agent itself imports the rooms. */
export { scanText } from "./scan-text.ts";
export { DETECTORS } from "./registry.ts";
export { Sensitive } from "./sensitive.ts";
export type { Match } from "./match.ts";
