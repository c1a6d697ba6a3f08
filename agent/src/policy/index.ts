export { decide, type Decision } from "./decide.ts";
export { gatherFacts } from "./facts.ts";
export { websiteHosts } from "./website-url.ts";
export { policyHash } from "./hash.ts";
export { windowAt } from "./window.ts";
