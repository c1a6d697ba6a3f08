export * from "./auth.ts";
export * from "./fleet.ts";
export * from "./work.ts";
