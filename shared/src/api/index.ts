export * from "./collections.ts";
export * from "./live.ts";
export * from "./requests.ts";
export * from "./resources.ts";
