export * from "./state.ts";
export * from "./transitions.ts";
