export * from "./context.ts";
export * from "./exporter.ts";
export * from "./otlp.ts";
