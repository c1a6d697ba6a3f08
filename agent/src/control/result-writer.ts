import { createHash } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import {
  type ChunkEntry,
  type Coverage,
  type DataMapLine,
  finding as findingSchema,
  type Finding,
  type Manifest,
  MAX_CHUNK_BYTES,
  MAX_CHUNK_FINDINGS,
  MAX_CHUNKS,
  rootHashInput,
  type RunStats,
  sentLine,
  type Summary,
} from "@dataguardian/shared/domain";
import { ScanError } from "../pipeline/scan-error.ts";
import { chunkName, writeWhole } from "./spool.ts";

const gzipAsync = promisify(gzip);
/** Gzip can make a hopeless text a little longer: some bytes in a block of 16 KiB, and a header. */
const MAX_RAW_BYTES = MAX_CHUNK_BYTES - 4_096;

const sha256 = (data: string | Uint8Array) => createHash("sha256").update(data).digest("hex");

/** What has been added to the next chunk of its kind. */
interface Lines {
  texts: string[];
  bytes: number;
  holds?: ChunkEntry["holds"];
}

function empty(lines: Lines): void {
  lines.texts = [];
  lines.bytes = 0;
}

/** Writes findings, and the map of a database, to the spool as numbered, hashed chunks of gzip JSON lines (L6), and the manifest at the end. */
export class ResultWriter {
  readonly #dir: string;
  readonly #maxBytes: number;
  #chunks: ChunkEntry[] = [];
  #findings: Lines = { texts: [], bytes: 0 };
  #map: Lines = { texts: [], bytes: 0, holds: "data-map" };
  #writtenBytes = 0;

  constructor(dir: string, maxBytes: number) {
    this.#dir = dir;
    this.#maxBytes = maxBytes;
  }

  /** Adds one finding. The strict schema stands here too, so nothing else can get into a chunk (P2). */
  add(finding: Finding): Promise<void> {
    return this.#add(this.#findings, findingSchema.parse(finding));
  }

  /** Adds a line of the data map, as far as it may leave. */
  addToMap(line: DataMapLine): Promise<void> {
    return this.#add(this.#map, sentLine(line));
  }

  /** Begins behind the chunks of an earlier lease, in place of what has been added here. */
  goOnFrom(chunks: readonly ChunkEntry[]): void {
    this.#chunks = [...chunks];
    for (const lines of [this.#findings, this.#map]) empty(lines);
  }

  /** Writes down all that has been added, and returns every chunk so far. */
  async chunksSoFar(): Promise<ChunkEntry[]> {
    for (const lines of [this.#findings, this.#map]) if (lines.texts.length > 0) await this.#flush(lines);
    return [...this.#chunks];
  }

  async finish(result: { coverage: Coverage; summary: Summary }, stats: RunStats): Promise<Manifest> {
    const parts = { chunks: await this.chunksSoFar(), coverage: result.coverage, summary: result.summary };
    const manifest: Manifest = { rootHash: sha256(rootHashInput(parts)), ...parts, stats };
    await writeWhole(join(this.#dir, "manifest.json"), JSON.stringify(manifest));
    return manifest;
  }

  async #add(lines: Lines, line: Finding | DataMapLine): Promise<void> {
    const text = JSON.stringify(line) + "\n";
    const bytes = Buffer.byteLength(text);
    if (lines.texts.length > 0 && lines.bytes + bytes > MAX_RAW_BYTES) await this.#flush(lines);
    lines.texts.push(text);
    lines.bytes += bytes;
    if (lines.texts.length === MAX_CHUNK_FINDINGS) await this.#flush(lines);
  }

  async #flush(lines: Lines): Promise<void> {
    const n = this.#chunks.length;
    if (n === MAX_CHUNKS) {
      throw new ScanError(
        "invalid",
        "The scan finds too much for one job. Raise minConfidence or split it into shards.",
      );
    }
    const { texts, holds } = lines;
    const findings = holds === undefined ? texts.length : 0;
    const body = await gzipAsync(texts.join(""));
    this.#writtenBytes += body.length;
    if (this.#writtenBytes > this.#maxBytes) {
      throw new ScanError("policy", "The result is larger than spoolMb in the agent's policy allows.");
    }
    await writeFile(join(this.#dir, chunkName(n)), body, { mode: 0o600, flush: true });
    this.#chunks.push({
      n,
      sha256: sha256(body),
      bytes: body.length,
      findings,
      ...(holds === undefined ? {} : { holds }),
    });
    empty(lines);
  }
}
