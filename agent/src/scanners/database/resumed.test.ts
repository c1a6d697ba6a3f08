import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { assembleDataMap } from "@dataguardian/shared/data-map";
import type { DataMapLine, Finding } from "@dataguardian/shared/domain";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { ScanState } from "../../pipeline/unit-journal.ts";
import { writeDemo } from "./demo-schema.ts";
import { scanFile } from "./scan-file.ts";

let dir: string;
let path: string;
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), "database-resumed-"));
  path = join(dir, "shop.db");
  writeDemo(path, 60);
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

interface Stop {
  state: ScanState;
  findings: Finding[];
  map: DataMapLine[];
}

async function scan(everyMs: number, from?: Stop) {
  let findings: Finding[] = [];
  let map: DataMapLine[] = [];
  const stops: Stop[] = [];
  let resumed = false;
  let tables = 0;
  const { coverage, summary } = await scanFile(path, {}, undefined, {
    emit: (finding) => void findings.push(finding),
    onDataMapLine: (line) => void map.push(line),
    onProgress: ({ unitsDone }) => {
      tables = unitsDone;
    },
    resuming: {
      earlier: from?.state,
      everyMs,
      onResumed() {
        resumed = true;
        findings = [...(from?.findings ?? [])];
        map = [...(from?.map ?? [])];
      },
      onCheckpoint: async (state) => void stops.push({ state, findings: [...findings], map: [...map] }),
    },
  });
  return {
    coverage,
    summary,
    stops,
    resumed,
    tables,
    map: { ...assembleDataMap(map, "shop"), madeAt: "" },
    findings: findings.map((one) => JSON.stringify(one)).sort(),
  };
}

test("L15: a scan that goes on from any of its tables ends as one that was never interrupted", async () => {
  const whole = await scan(1e9);
  const { stops } = await scan(0);
  expect(stops.map(({ state }) => state.position.units)).toEqual([1, 2, 3, 4]);
  for (const stop of stops) {
    const { resumed, findings, coverage, summary, tables, map } = await scan(1e9, stop);
    expect(resumed).toBe(true);
    expect({ findings, coverage, summary, tables, map }).toEqual({
      findings: whole.findings,
      coverage: whole.coverage,
      summary: whole.summary,
      tables: whole.tables,
      map: whole.map,
    });
  }
});

test("the parts of a scan draw one map, and each table once", async () => {
  const whole = await scan(1e9);
  const lines: DataMapLine[] = [];
  for (let index = 0; index < 3; index++)
    await scanFile(path, {}, { index, count: 3 }, { onDataMapLine: (line) => void lines.push(line) });
  const map = assembleDataMap(lines, "shop");
  expect({ ...map, madeAt: "" }).toEqual(whole.map);
  expect(map?.spread.length).toBeGreaterThan(0);
});

test("L15: it begins anew when a table that was done is gone", async () => {
  const [, second] = (await scan(0)).stops;
  const db = new DatabaseSync(path);
  db.exec("drop view if exists klantlijst; drop table bestellingen; drop table klanten");
  db.close();
  const { resumed, coverage } = await scan(1e9, second);
  expect(resumed).toBe(false);
  expect(coverage.unitsScanned).toBe(1);
});
