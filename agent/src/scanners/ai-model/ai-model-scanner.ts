import { openFileTarget } from "../../sources/open-file-target.ts";
import { scanFiles } from "../files/file-scan.ts";
import type { Scanner } from "../scanner.ts";

/** AI models: what their files run when they are loaded, and whose data is in them and beside them. */
export const aiModelScanner: Scanner = {
  kind: "ai-model",
  async *scan(job, run) {
    run.progress.stage("listing");
    yield* scanFiles("ai-model", await openFileTarget(job.target), job, run);
  },
};
