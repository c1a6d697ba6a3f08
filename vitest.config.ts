import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    reporters: ["default", "./deploy/src/gate/reporter.ts"],
    projects: [
      { test: { name: "shared", include: ["shared/src/**/*.test.ts"] } },
      { test: { name: "agent", include: ["agent/src/**/*.test.ts"], testTimeout: 30_000 } },
      "control-plane/vitest.config.ts",
      { test: { name: "console", include: ["control-plane/console/src/**/*.test.ts"] } },
      {
        test: {
          name: "deploy",
          include: ["deploy/{src,bench,e2e}/**/*.test.ts"],
          testTimeout: 180_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
