/**
 * `npm run bench:models`: how fast pickles are walked, beside Python's `pickletools.genops` on the same files, and what a scan of
 * weights of many gigabytes takes: they are judged by their header.
 */
import { spawnSync } from "node:child_process";
import {
  closeSync,
  ftruncateSync,
  mkdtempSync,
  openSync,
  readSync,
  rmSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Command } from "commander";
import { ImportLog } from "../../../agent/src/extractors/model/pickle/import-log.ts";
import { NO_EVENTS } from "../../../agent/src/extractors/model/pickle/sniff.ts";
import { PickleWalker } from "../../../agent/src/extractors/model/pickle/walker.ts";
import { timedScan } from "../scans/timed-scan.ts";
import { ofArrays, ofNumbers, ofRecords } from "./pickles.ts";

const MB = 1_000_000;
const PIECE_BYTES = 1024 * 1024;
const GENOPS = `
import pickletools, sys, time
started = time.perf_counter()
opcodes = 0
with open(sys.argv[1], "rb") as file:
    for _ in pickletools.genops(file):
        opcodes += 1
print(time.perf_counter() - started, opcodes)
`;

const { mb, gb } = new Command()
  .option("--mb <n>", "of each pickle", "24")
  .option("--gb <n>", "of each file of weights, of which the disk holds the header alone", "20")
  .parse()
  .opts<{ mb: string; gb: string }>();

const folder = mkdtempSync(join(tmpdir(), "bench-models-"));
try {
  for (const [what, make] of [
    ["records", ofRecords],
    ["numbers", ofNumbers],
    ["arrays", ofArrays],
  ] as const)
    await pickle(what, make(Number(mb) * MB));
  await weights("safetensors", safetensorsHeader);
  await weights("gguf", ggufHeader);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function pickle(what: string, bytes: Buffer): Promise<void> {
  const file = join(folder, `${what}.pkl`);
  writeFileSync(file, bytes);
  const size = bytes.length / MB;
  const speed = (seconds: number) => `${(size / seconds).toFixed(1)} MB/s`;
  walk(file);
  const { seconds, opcodes } = walk(file);
  const scan = await timedScan("ai-model", file, "--threads", "1");
  const theirs = genops(file);
  if (theirs !== null && theirs.opcodes !== opcodes) throw new Error("Both should see the same opcodes.");
  const beside =
    theirs === null
      ? "python3 is not installed"
      : `genops ${speed(theirs.seconds)}, ours ${(theirs.seconds / seconds).toFixed(1)} times as fast`;
  console.log(
    `pickle of ${what}, ${size.toFixed(0)} MB, ${opcodes} opcodes (aim: 50 MB/s): walker ${speed(seconds)}; ${beside}; ` +
      `whole scan ${scan.seconds.toFixed(1)} s, ${scan.treePeakMb.toFixed(0)} MB in all processes`,
  );
}

/** From the file too, in pieces as a scan reads them. */
function walk(path: string): { seconds: number; opcodes: number } {
  const started = performance.now();
  const walker = new PickleWalker(new ImportLog(), NO_EVENTS, null);
  const file = openSync(path, "r");
  let rest: Buffer = Buffer.alloc(0);
  for (let at = 0; ;) {
    const fresh = Buffer.allocUnsafe(PIECE_BYTES);
    const length = readSync(file, fresh);
    if (length === 0) break;
    const piece =
      rest.length === 0 ? fresh.subarray(0, length) : Buffer.concat([rest, fresh.subarray(0, length)]);
    rest = piece.subarray(walker.walk(piece, 0, at - rest.length));
    at += length;
  }
  closeSync(file);
  if (walker.state !== "ended") throw new Error("The pickle should have been walked to its end.");
  return { seconds: (performance.now() - started) / 1_000, opcodes: walker.opcodes };
}

function genops(file: string): { seconds: number; opcodes: number } | null {
  const { status, stdout } = spawnSync("python3", ["-c", GENOPS, file], { encoding: "utf8" });
  if (status !== 0) return null;
  const [seconds = 0, opcodes = 0] = stdout.trim().split(" ").map(Number);
  return { seconds, opcodes };
}

async function weights(kind: string, header: (size: number) => Buffer): Promise<void> {
  const size = Number(gb) * 1_000 * MB;
  const path = join(folder, `model.${kind}`);
  const file = openSync(path, "wx");
  writeSync(file, header(size));
  ftruncateSync(file, size);
  closeSync(file);
  const { seconds, peakMb, treePeakMb, findings } = await timedScan("ai-model", path, "--threads", "1");
  if (!findings.some(({ entityType }) => entityType === "EMAIL_ADDRESS"))
    throw new Error("The address in the header should have been found.");
  console.log(
    `${kind} of ${gb} GB: ${seconds.toFixed(1)} s with the start of its processes, ${peakMb.toFixed(0)} MB in the largest process, ` +
      `${treePeakMb.toFixed(0)} MB in all (aim: 300 MB)`,
  );
  rmSync(path);
}

function safetensorsHeader(size: number): Buffer {
  const layers = 400;
  const header = (dataBytes: number) => {
    const layer = Math.floor(dataBytes / layers);
    const tensors = Array.from({ length: layers }, (_, i) => {
      const end = i === layers - 1 ? dataBytes : (i + 1) * layer;
      return [
        `layers.${i}.weight`,
        { dtype: "U8", shape: [end - i * layer], data_offsets: [i * layer, end] },
      ];
    });
    const notes = { author: "jan.fictief@example.org" };
    return JSON.stringify({ __metadata__: notes, ...Object.fromEntries(tensors) });
  };
  // Padded, as the header's own length is part of what it has to tell.
  const length = Math.ceil((header(size).length + 64) / 8) * 8;
  const start = Buffer.alloc(8);
  start.writeBigUInt64LE(BigInt(length));
  return Buffer.concat([start, Buffer.from(header(size - 8 - length).padEnd(length))]);
}

function ggufHeader(): Buffer {
  const u32 = (value: number) => Buffer.from(Uint32Array.of(value).buffer);
  const u64 = (value: number) => Buffer.from(BigUint64Array.of(BigInt(value)).buffer);
  const text = (value: string) => Buffer.concat([u64(Buffer.byteLength(value)), Buffer.from(value)]);
  const tokens = Array.from({ length: 128_000 }, (_, i) => text(`token${i}`));
  return Buffer.concat([
    Buffer.from("GGUF"),
    u32(3),
    u64(1),
    u64(2),
    ...[text("general.author"), u32(8), text("jan.fictief@example.org")],
    ...[text("tokenizer.ggml.tokens"), u32(9), u32(8), u64(tokens.length), ...tokens],
    ...[text("output.weight"), u32(1), u64(4_096), u32(0), u64(0)],
  ]);
}
