import { openCodeTarget } from "../../sources/open-code-target.ts";
import { scanFiles } from "../files/file-scan.ts";
import type { Scanner } from "../scanner.ts";

/** Source code: a folder, or a git repository here or elsewhere. A unit is a file. */
export const codeScanner: Scanner = {
  kind: "code",
  async *scan(job, run) {
    run.progress.stage("listing");
    const source = await openCodeTarget(job.target, job.options, run.limits, run.signal);
    yield* scanFiles("code", source, job, run);
  },
};
