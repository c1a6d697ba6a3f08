/** Half of the two-thread measurement: scans the texts it is given over and over, and reports how long that took. */
import { parentPort, workerData } from "node:worker_threads";
import { scanText } from "@dataguardian/agent/detection";

const texts = workerData as string[];
for (const text of texts) scanText(text);
parentPort?.postMessage("ready");
parentPort?.once("message", () => {
  for (const text of texts) scanText(text);
  parentPort?.postMessage("done");
});
