import type { DatabaseSettings } from "./settings.ts";

const EXPERIMENTAL: ReadonlySet<DatabaseSettings["product"]> = new Set(["mssql", "mongodb"] as const);

/** Whether a product's reader has never met a real server in our tests. People are told. */
export const isExperimental = ({ product }: Pick<DatabaseSettings, "product">): boolean =>
  EXPERIMENTAL.has(product);
