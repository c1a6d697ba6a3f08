import { openFileTarget } from "../../sources/open-file-target.ts";
import { scanFiles } from "../files/file-scan.ts";
import type { Scanner } from "../scanner.ts";

/** Documents: files in all formats that people write and send, with what is in them. */
export const documentScanner: Scanner = {
  kind: "document",
  async *scan(job, run) {
    run.progress.stage("listing");
    yield* scanFiles("document", await openFileTarget(job.target), job, run);
  },
};
