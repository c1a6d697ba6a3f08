export * from "./entity-types/index.ts";
export * from "./legal.ts";
export * from "./observations/index.ts";
export * from "./rules/index.ts";
