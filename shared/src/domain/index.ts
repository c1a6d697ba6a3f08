export * from "./finding.ts";
export * from "./ids.ts";
export * from "./result.ts";
export * from "./scan.ts";
export * from "./severity.ts";
export * from "./spot.ts";
export * from "./terms.ts";
export * from "./vocabulary.ts";
