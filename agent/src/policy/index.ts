export { decide, type Decision } from "./decide.ts";
export { gatherFacts } from "./facts.ts";
export { policyHash } from "./hash.ts";
