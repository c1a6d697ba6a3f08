export * from "./assemble.ts";
export * from "./spread.ts";
