export * from "./auth.ts";
export * from "./capacity.ts";
export * from "./fleet.ts";
export * from "./work.ts";
