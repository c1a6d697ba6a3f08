export * from "./dispatch-state.ts";
export * from "./dispatcher.ts";
export * from "./queue-order.ts";
export * from "./turns.ts";
