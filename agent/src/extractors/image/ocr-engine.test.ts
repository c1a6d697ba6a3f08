import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import sharp from "sharp";
import { afterAll, beforeAll, expect, test } from "vitest";
import { SKIP_REASONS } from "../../sources/file-source.ts";
import { Scratch } from "../scratch.ts";
import { OcrEngine } from "./ocr-engine.ts";

const scratch = new Scratch();
let root: string;
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), "ocr-engine-"));
});
afterAll(() => {
  scratch.close();
  rmSync(root, { recursive: true, force: true });
});

const page = () =>
  sharp(
    Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" width="500" height="90"><rect width="100%" height="100%" fill="white"/><text x="20" y="50" font-family="sans-serif" font-size="28">Uw BSN: 231480003</text></svg>`,
    ),
  ).flatten();

async function pixels() {
  const { data, info } = await page().toColourspace("b-w").raw().toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}

test("a page that takes too long is given up, and the next one is read", async () => {
  const hasty = new OcrEngine(1);
  await expect(hasty.read(await pixels(), scratch)).rejects.toMatchObject({ reason: SKIP_REASONS.stuck });
  const engine = new OcrEngine();
  const { words } = await engine.read(await pixels(), scratch);
  expect(words.map(({ text, ends }) => [text, ends])).toEqual([
    ["Uw", "word"],
    ["BSN:", "word"],
    ["231480003", "paragraph"],
  ]);
  await engine.close();
  await hasty.close();
});

test("no thread opens a connection, looks up a name or stays behind", async () => {
  const log = join(root, "log");
  writeFileSync(join(root, "page.png"), await page().png().toBuffer());
  // Runs in every thread of the process, and says so.
  const watch = join(root, "watch.mjs");
  writeFileSync(
    watch,
    `import { appendFileSync } from "node:fs";
     import dns from "node:dns";
     import net from "node:net";
     const seen = (what) => { appendFileSync(${JSON.stringify(log)}, what + "\\n"); throw new Error(what); };
     appendFileSync(${JSON.stringify(log)}, "watched\\n");
     net.Socket.prototype.connect = () => seen("connect");
     dns.lookup = () => seen("lookup");
     globalThis.fetch = () => seen("fetch");`,
  );
  const from = (file: string) => JSON.stringify(new URL(file, import.meta.url).href);
  const run = join(root, "run.mjs");
  writeFileSync(
    run,
    `import { readFileSync } from "node:fs";
     import { ByteInput } from ${from("../byte-input.ts")};
     import { Scratch } from ${from("../scratch.ts")};
     import { imageExtractor } from ${from("./image.ts")};
     import { ocrEngine } from ${from("./ocr-engine.ts")};
     const scratch = new Scratch();
     const input = ByteInput.of("page.png", readFileSync(${JSON.stringify(join(root, "page.png"))}));
     for await (const part of imageExtractor.extract(input, { scratch, beat: () => {} }))
       if (part.t === "text") console.log(part.text);
     await ocrEngine.close();
     scratch.close();`,
  );
  const { stdout, status } = spawnSync(
    process.execPath,
    ["--no-warnings", "--import", pathToFileURL(watch).href, run],
    { encoding: "utf8", timeout: 30_000 },
  );
  expect(stdout).toContain("231480003");
  // The process ended by itself: nothing was left that kept it alive.
  expect(status).toBe(0);
  const lines = readFileSync(log, "utf8").trim().split("\n");
  expect(new Set(lines)).toEqual(new Set(["watched"]));
  expect(lines.length).toBeGreaterThan(1);
});
