/** A scanning process that dies or stands still on files of certain names. For tests of the pool. */
import type { FromWorker, ToWorker } from "./messages.ts";

const send = (message: FromWorker) => process.send?.(message);
const nothing = { inline: 0, allowList: 0, baseline: 0 };

process.once("disconnect", () => process.exit(0));
process.on("message", (message: ToWorker) => {
  if (message.t === "start") send({ t: "ready" });
  if (message.t !== "batch") return;
  for (const { path } of message.units) {
    if (path.includes("memory"))
      for (const hoard: string[][] = []; ;) hoard.push(Array.from({ length: 100 }, () => path));
    if (path.includes("aborts")) process.abort();
    if (path.includes("throws")) throw new Error(path);
    while (path.includes("hangs"));
  }
  const units = message.units.map(({ path }) => ({ path, bytes: 1, matches: 0 }));
  send({ t: "report", found: [], units, suppressed: nothing, halfDone: false, batchDone: true });
});
