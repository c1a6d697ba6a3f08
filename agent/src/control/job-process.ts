/** Entry of a job's process. */
import { keepCompiledCode, saveCompiledCode } from "../compiled-code.ts";

keepCompiledCode();
const { runScan } = await import("../pipeline/run-scan.ts");
const { serveJob } = await import("./serve-job.ts");
// Whoever started this process may end it at any moment.
saveCompiledCode();
serveJob(runScan);
