import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    reporters: ["default", "./deploy/src/gate/reporter.ts"],
    projects: [
      // Not isolated: files share what they load, which for the engine takes longer than most tests.
      {
        test: { name: "shared", include: ["shared/src/**/*.test.ts"], testTimeout: 30_000, isolate: false },
      },
      {
        test: { name: "agent", include: ["agent/src/**/*.test.ts"], testTimeout: 60_000, isolate: false },
      },
      "control-plane/vitest.config.ts",
      { test: { name: "console", include: ["control-plane/console/src/**/*.test.ts"] } },
      {
        test: {
          name: "deploy",
          include: ["deploy/{src,bench,e2e}/**/*.test.ts"],
          globalSetup: ["./deploy/src/gate/build-once.ts"],
          testTimeout: 300_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
