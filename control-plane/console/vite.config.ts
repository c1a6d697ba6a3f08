import { join } from "node:path";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

/**
 * The engine that rules are tried with, as a worker in the browser. The console knows its messages alone (shared/src/rule-test): that
 * it is the agents' own is settled here, where the console is put together.
 */
const RULE_ENGINE = join(import.meta.dirname, "../../agent/src/detection/custom/rule-worker.ts");

/** The control plane that `vite` in development passes requests on to. */
const CONTROL_PLANE = "http://127.0.0.1:8787";

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  resolve: { alias: [{ find: /^rule-engine(?=[?]|$)/, replacement: RULE_ENGINE }] },
  worker: { format: "es" },
  build: {
    outDir: "../dist/console",
    emptyOutDir: true,
    target: "es2023",
    // One file is right for a page that is opened once and left open; the limit is a reminder to look.
    chunkSizeWarningLimit: 700,
    // The console takes names and lists from shared/, and none of its schemas: without this they would all come along.
    rolldownOptions: {
      treeshake: { moduleSideEffects: [{ test: /[/]shared[/]src[/]/, sideEffects: false }] },
    },
  },
  server: {
    proxy: {
      "/v1": { target: CONTROL_PLANE, ws: true },
      "/auth": { target: CONTROL_PLANE },
    },
  },
});
