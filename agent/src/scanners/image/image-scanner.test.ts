import { mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Finding, OcrLanguage } from "@dataguardian/shared/domain";
import sharp from "sharp";
import { afterAll, beforeAll, expect, test } from "vitest";
import { runScan } from "../../pipeline/run-scan.ts";
import { DEFAULT_LIMITS, WHOLE } from "../../pipeline/scan-job.ts";

let dir: string;
beforeAll(() => {
  dir = realpathSync(mkdtempSync(join(tmpdir(), "image-scan-")));
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

const picture = (lines: readonly string[]) =>
  sharp(
    Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" width="900" height="340"><rect width="100%" height="100%" fill="white"/>${lines
        .map(
          (line, i) =>
            `<text x="40" y="${60 + i * 70}" font-family="sans-serif" font-size="36">${line}</text>`,
        )
        .join("")}</svg>`,
    ),
  );

async function scan(target: string, more: { redactedDir?: string; ocrLanguages?: OcrLanguage[] } = {}) {
  const findings: Finding[] = [];
  const { redactedDir, ...options } = more;
  const { coverage } = await runScan(
    { kind: "image", target, options, shard: WHOLE },
    {
      fingerprintKey: new Uint8Array(32),
      signal: new AbortController().signal,
      limits: { ...DEFAULT_LIMITS, threads: 1 },
      emit: (finding) => void findings.push(finding),
      onProgress: () => {},
      ...(redactedDir === undefined ? {} : { redactedDir }),
    },
  );
  return { findings, coverage };
}

test("a redacted copy no longer holds what was found, and nothing of the camera's data; the rest stays", async () => {
  const [pictures, redacted] = [join(dir, "pictures"), join(dir, "redacted")];
  for (const folder of [join(pictures, "hr"), redacted]) mkdirSync(folder, { recursive: true });
  await picture(["Gemeente Voorbeeld", "Uw BSN: 231480003 is bekend."])
    .rotate(180)
    .withExif({ IFD0: { Artist: "Niemand Anders" } })
    .withMetadata({ orientation: 3 })
    .jpeg({ quality: 95 })
    .toFile(join(pictures, "hr/brief.jpg"));
  await picture(["Niets bijzonders hier"]).png().toFile(join(pictures, "niets.png"));

  const before = await scan(pictures, { redactedDir: redacted });
  expect(before.findings.map(({ entityType }) => entityType)).toContain("NL_BSN");
  expect(readdirSync(redacted, { recursive: true }).sort()).toEqual(["hr", "hr/brief.jpg.redacted.png"]);

  const after = await scan(redacted);
  expect(after.coverage.unitsScanned).toBe(1);
  expect(after.findings).toEqual([]);
  const { exif, width, height } = await sharp(join(redacted, "hr/brief.jpg.redacted.png")).metadata();
  expect([exif, width, height]).toEqual([undefined, 900, 340]);
  const { channels } = await sharp(join(redacted, "hr/brief.jpg.redacted.png")).stats();
  const [red] = channels;
  expect(red?.mean).toBeGreaterThan(200);
});

test("other languages are read with their own models", async () => {
  const folder = join(dir, "languages");
  mkdirSync(folder);
  await picture(["Geburtsdatum: 12. März 1984", "Straße und Anschrift", "E-Mail: jemand@beispielfirma.de"])
    .png()
    .toFile(join(folder, "formular.png"));
  const { findings } = await scan(folder, { ocrLanguages: ["deu", "fra"] });
  const types = findings.map(({ entityType }) => entityType);
  expect(types).toContain("EMAIL_ADDRESS");
  expect(types).toContain("DATE_OF_BIRTH");
});
