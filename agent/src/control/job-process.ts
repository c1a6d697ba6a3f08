/** Entry of a job's process. */
import { runScan } from "../pipeline/run-scan.ts";
import { serveJob } from "./serve-job.ts";

serveJob(runScan);
