import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

/** The control plane that `vite` in development passes requests on to. */
const CONTROL_PLANE = "http://127.0.0.1:8787";

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  build: { outDir: "../dist/console", emptyOutDir: true, target: "es2023" },
  server: {
    proxy: {
      "/v1": { target: CONTROL_PLANE, ws: true },
      "/auth": { target: CONTROL_PLANE },
    },
  },
});
