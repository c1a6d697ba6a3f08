import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { type Match, scanText, Sensitive } from "@dataguardian/agent/detection";
import { reckonSeverity, type Severity } from "@dataguardian/shared/domain";
import { randomBy } from "../detect/corpora.ts";

/** What a finding of this match would weigh. */
export const severityOf = (match: Match): Severity =>
  reckonSeverity({
    class: match.severity,
    confidence: match.confidence,
    volume: 1,
    exposure: "internal",
    protection: match.known ? "example" : "none",
  });

const COUNTS: ReadonlySet<Severity> = new Set(["critical", "high", "medium"]);

export interface Hit {
  /** File, line and entity type: enough to look it up again, and no value. */
  place: string;
  line: string;
  entityType: string;
  value: string;
  severity: Severity;
}

export interface Neutral {
  files: number;
  words: number;
  hits: Hit[];
}

/** Scans a folder's texts that are written for people or for machines, and in which next to nothing is to be found. */
export function scanNeutral(folder: string, files: RegExp, atMostBytes: number): Neutral {
  const result: Neutral = { files: 0, words: 0, hits: [] };
  let bytes = 0;
  const walk = (at: string) => {
    for (const entry of readdirSync(join(folder, at), { withFileTypes: true }).sort((a, b) =>
      a.name < b.name ? -1 : 1,
    )) {
      if (bytes > atMostBytes) return;
      // Caches of tools are no package's texts, and differ from day to day.
      if (entry.name.startsWith(".")) continue;
      const path = at === "" ? entry.name : `${at}/${entry.name}`;
      if (entry.isDirectory()) walk(path);
      else if (entry.isFile() && files.test(entry.name) && statSync(join(folder, path)).size < 500_000) {
        const text = readFileSync(join(folder, path), "utf8");
        bytes += text.length;
        result.files++;
        result.words += text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
        for (const match of scanText(text)) result.hits.push(hitOf(match, path, text));
      }
    }
  };
  walk("");
  return result;
}

function hitOf(match: Match, path: string, text: string): Hit {
  const before = text.slice(0, match.offset).split("\n");
  const lineStart = match.offset - (before.at(-1)?.length ?? 0);
  const lineEnd = text.indexOf("\n", match.offset);
  return {
    place: `${path}:${before.length}:${match.detector.entityType}`,
    line: text
      .slice(lineStart, lineEnd < 0 ? undefined : lineEnd)
      .trim()
      .slice(0, 200),
    entityType: match.detector.entityType,
    value: Sensitive.reveal(match.value),
    severity: severityOf(match),
  };
}

export const weighty = ({ hits }: Neutral): Hit[] => hits.filter((hit) => COUNTS.has(hit.severity));

/** So many of the hits, drawn by a seed. */
export function sampleOf(hits: readonly Hit[], count: number, seed: number): Hit[] {
  const random = randomBy(seed);
  return hits
    .map((hit) => ({ hit, order: random() }))
    .sort((a, b) => a.order - b.order)
    .slice(0, count)
    .map(({ hit }) => hit);
}
