export * from "./box.ts";
export * from "./subject-terms.ts";
