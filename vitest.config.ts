import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    // One more than the two cores of a small machine: many tests wait for a server, a browser or a lease to run out. The control
    // plane's configuration says the same, as all must.
    maxWorkers: Math.max(3, availableParallelism()),
    reporters: ["default", "./deploy/src/gate/reporter.ts"],
    projects: [
      // Not isolated: files share what they load, which for the engine takes longer than most tests.
      {
        test: { name: "shared", include: ["shared/src/**/*.test.ts"], testTimeout: 30_000, isolate: false },
      },
      {
        test: { name: "agent", include: ["agent/src/**/*.test.ts"], testTimeout: 120_000, isolate: false },
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
