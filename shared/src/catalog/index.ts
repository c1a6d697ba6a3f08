export * from "./entity-types/index.ts";
export * from "./legal.ts";
export * from "./rules/index.ts";
