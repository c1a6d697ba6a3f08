export * from "./alerts.ts";
export * from "./capacity.ts";
export * from "./collections.ts";
export * from "./live.ts";
export * from "./requests.ts";
export * from "./resources.ts";
export * from "./schedules.ts";
