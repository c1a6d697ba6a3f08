/** The inside of a scanning process: takes batches of files, sends what it found in them. */
import { Socket } from "node:net";
import { textScan } from "../../detection/scan-text.ts";
import { Sensitive } from "../../detection/sensitive.ts";
import type { FileUnit } from "../../sources/file-source.ts";
import type { CatFile } from "../../sources/git-blob-reader.ts";
import { GitStore } from "../../sources/git-store.ts";
import { openStore } from "../../sources/open-store.ts";
import { ocrEngine } from "../../extractors/image/ocr-engine.ts";
import { Scratch } from "../../extractors/scratch.ts";
import { FindingMaker } from "../finding-maker.ts";
import { scanUnit } from "../unit-scan.ts";
import type { FromWorker, ToWorker, WorkerReport, WorkerStart } from "./messages.ts";

/** A report goes out when it holds so many findings, or after so long. */
const MANY_FINDINGS = 500;
const LONG_MS = 100;
const BEAT_EVERY_MS = 1_000;

let batches: Promise<void> = Promise.resolve();
let scanBatch: ((units: readonly FileUnit[]) => Promise<void>) | undefined;
let onTaken = () => {};
let sentAt = 0;

process.once("disconnect", () => process.exit(0));
process.on("message", (message: ToWorker) => {
  if (message.t === "taken") onTaken();
  else if (message.t === "start") {
    scanBatch = prepare(message);
    void send({ t: "ready" });
  } else batches = batches.then(() => scanBatch?.(message.units));
});

function prepare({
  store: ref,
  fingerprintKey,
  screening,
  custom,
  withValues,
  ocrLanguages,
  ...settings
}: WorkerStart) {
  const scanText = textScan(custom);
  const maker = new FindingMaker(fingerprintKey, screening, scanText);
  // The pool ends a worker as a whole; nothing is aborted inside it.
  const signal = new AbortController().signal;
  const store = ref.store === "disk" ? openStore(ref, signal) : new GitStore(catFile, nothingToEnd, signal);
  const beat = () => {
    if (performance.now() - sentAt > BEAT_EVERY_MS) void send({ t: "beat" });
  };
  const scratch = new Scratch();
  ocrEngine.languages = ocrLanguages;
  process.once("exit", () => scratch.close());
  const scan = { ...settings, scratch, store, maker, scanText, signal, beat };

  return async (units: readonly FileUnit[]): Promise<void> => {
    let report: Pick<WorkerReport, "found" | "units"> = { found: [], units: [] };
    /** The next report waits until this one has been taken, so that findings never pile up between processes. */
    const flush = async (at: Pick<WorkerReport, "halfDone" | "batchDone">) => {
      const taken = new Promise<void>((resolve) => (onTaken = resolve));
      await send({ t: "report", ...report, suppressed: { ...maker.suppressed }, ...at });
      report = { found: [], units: [] };
      await taken;
    };
    let startedAt = performance.now();
    for (const [index, unit] of units.entries()) {
      const founds = scanUnit(unit, scan);
      for (let next = await founds.next(); ; next = await founds.next()) {
        if (next.done === true) {
          report.units.push(next.value);
          break;
        }
        const { finding, value } = next.value;
        report.found.push({ finding, value: withValues ? Sensitive.reveal(value) : "" });
        if (report.found.length >= MANY_FINDINGS) await flush({ halfDone: true, batchDone: false });
      }
      if (performance.now() - startedAt > LONG_MS && index < units.length - 1) {
        await flush({ halfDone: false, batchDone: false });
        startedAt = performance.now();
      }
    }
    await flush({ halfDone: false, batchDone: true });
  };
}

/** Where the process that started this one has put its pipes to and from git. */
const GIT_REQUESTS = 4;
const GIT_ANSWERS = 5;

function catFile(): CatFile {
  const requests = new Socket({ fd: GIT_REQUESTS, readable: false, writable: true });
  const answers = new Socket({ fd: GIT_ANSWERS, readable: true, writable: false });
  for (const end of [requests, answers]) end.on("error", () => {});
  return { requests, answers };
}

const nothingToEnd = () => Promise.resolve();

function send(message: FromWorker): Promise<void> {
  sentAt = performance.now();
  return new Promise((resolve) => {
    process.send?.(message, undefined, undefined, () => resolve());
  });
}
