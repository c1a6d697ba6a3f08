import { cloudflareTest, readD1Migrations } from "@cloudflare/vitest-plugin";
import { defineConfig } from "vitest/config";

const here = import.meta.dirname;

export default defineConfig({
  plugins: [
    cloudflareTest(async () => ({
      wrangler: { configPath: `${here}/../wrangler.toml` },
      miniflare: {
        bindings: {
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
    testTimeout: 60_000,
  },
});
