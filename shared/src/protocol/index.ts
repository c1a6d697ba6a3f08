export * from "./decode.ts";
export * from "./http.ts";
export * from "./messages.ts";
