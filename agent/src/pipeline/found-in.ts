import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { scanText } from "../detection/scan-text.ts";
import { Sensitive } from "../detection/sensitive.ts";
import { FindingMaker } from "./finding-maker.ts";
import { scanUnit, type UnitOutcome } from "./unit-scan.ts";
import { NO_SCREENING } from "./screening.ts";
import { DiskStore } from "../sources/disk-store.ts";
import { Scratch } from "../extractors/scratch.ts";

export interface FoundIn {
  /** Entity type, value, and what of the place is asked for most. */
  found: {
    type: string;
    value: string;
    key?: string | undefined;
    member?: string | undefined;
    line?: number | undefined;
    column?: number | undefined;
    offset?: number | undefined;
    length?: number | undefined;
    confidence: number;
    reasons: readonly string[];
  }[];
  outcome: UnitOutcome;
}

/** For tests: scans bytes as a file of a document scan, on disk and by the pipeline, as a real one is. */
export async function foundIn(
  name: string,
  content: string | Uint8Array,
  chunkChars = 1024 * 1024,
): Promise<FoundIn> {
  const root = mkdtempSync(join(tmpdir(), "found-in-"));
  const scratch = new Scratch(root);
  try {
    writeFileSync(join(root, name), content);
    const scan = scanUnit(
      { path: name },
      {
        kind: "document",
        store: new DiskStore(root),
        maker: new FindingMaker(new Uint8Array(32), NO_SCREENING, scanText),
        maxFileBytes: Infinity,
        chunkChars,
        commit: undefined,
        signal: new AbortController().signal,
        scanText,
        scratch,
        redactedDir: undefined,
        beat: () => {},
      },
    );
    const found: FoundIn["found"] = [];
    for (;;) {
      const next = await scan.next();
      if (next.done === true) return { found, outcome: next.value };
      const { entityType: type, location, confidence, reasons } = next.value.finding;
      const { key, member, line, offset, length } = location;
      const column = typeof location.column === "number" ? location.column : undefined;
      const value = Sensitive.reveal(next.value.value);
      found.push({ type, value, key, member, line, column, offset, length, confidence, reasons });
    }
  } finally {
    scratch.close();
    rmSync(root, { recursive: true, force: true });
  }
}
