export * from "./entity-types.ts";
export * from "./legal.ts";
export * from "./rules.ts";
