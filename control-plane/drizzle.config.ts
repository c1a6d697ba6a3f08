import { defineConfig } from "drizzle-kit";

export default defineConfig({
  dialect: "sqlite",
  schema: "./control-plane/src/db/schema/index.ts",
  out: "./control-plane/src/db/migrations",
});
