import { availableParallelism } from "node:os";
import { cloudflareTest, readD1Migrations } from "@cloudflare/vitest-plugin";
import { defineConfig } from "vitest/config";

const here = import.meta.dirname;

export default defineConfig({
  plugins: [
    cloudflareTest(async () => ({
      wrangler: { configPath: `${here}/../wrangler.toml` },
      miniflare: {
        // A second shard, as a growing service would bind one.
        d1Databases: { DB_1: "00000000-0000-0000-0000-000000000001" },
        bindings: {
          OPERATOR_TOKEN: "test-operator-token",
          AUTH_SECRET: "test-secret-test-secret-test-secret",
          SETUP_TOKEN: "test-setup-token",
          MIGRATIONS: await readD1Migrations(`${here}/src/db/migrations`),
        },
      },
    })),
  ],
  test: {
    name: "control-plane",
    include: ["src/**/*.test.ts", "test/**/*.test.ts"],
    setupFiles: ["./test/apply-migrations.ts"],
    testTimeout: 180_000,
    maxWorkers: Math.max(3, availableParallelism()),
    // Each test makes its own tenant; a runtime for each file would take longer than the tests.
    isolate: false,
  },
});
