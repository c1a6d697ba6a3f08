import { openFileTarget } from "../../sources/open-file-target.ts";
import { scanFiles } from "../files/file-scan.ts";
import type { Scanner } from "../scanner.ts";

/** Pictures: text, codes and faces in them, and what their camera wrote down. */
export const imageScanner: Scanner = {
  kind: "image",
  async *scan(job, run) {
    run.progress.stage("listing");
    yield* scanFiles("image", await openFileTarget(job.target), job, run);
  },
};
