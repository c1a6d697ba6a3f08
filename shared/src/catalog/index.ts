export * from "./ai-act/annex-iii.ts";
export * from "./ai-act/prohibited.ts";
export * from "./ai-act/questionnaire.ts";
export * from "./ai-act/timeline.ts";
export * from "./entity-types/index.ts";
export * from "./legal.ts";
export * from "./observations/index.ts";
export * from "./rules/index.ts";
