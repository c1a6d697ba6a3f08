/** A whole agent in a process of its own, for tests that kill it: `agent-process.ts CONFIG JOB_ENTRY`. */
import { loadConfig } from "../../config/index.ts";
import { stderrLog } from "../../log/index.ts";
import { runAgent } from "../run.ts";

const [file = "", entry = ""] = process.argv.slice(2);
await runAgent({
  config: await loadConfig(file, {}),
  log: stderrLog("error"),
  env: process.env,
  entry,
  onReady(controls) {
    let signals = 0;
    process.on("SIGTERM", () => (++signals === 1 ? controls.drain() : controls.handBackAll()));
  },
});
