import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { PSTFile, type PSTFolder, type PSTMessage } from "pst-extractor";
import { describe, expect, it } from "vitest";
import { leavesOf, type Leaves, textOf } from "../leaves-of.ts";
import { ansiCopy } from "./ansi-copy.ts";
import { cryptCyclic, decodePermuted } from "./permutation.ts";
import { readLayout } from "./pst-layout.ts";
import { PstPages } from "./pst-pages.ts";

const PACKAGE = dirname(createRequire(import.meta.url).resolve("pst-extractor/package.json"));
const sample = (name: string) => readFileSync(join(PACKAGE, "example", "testdata", name));
/** Outlook 2003 to 2010, compressible encryption; and what Outlook 2016 keeps of a server's mailbox, deflated. */
const SAMPLES = ["enron.pst", "pstextractortest@outlook.com.ost", "pstextractortestpdf@outlook.com.ost"];

interface Seen {
  subject: string;
  body: string;
  attachments: string[];
}

/** What another reader finds, folder by folder. */
function readByOther(bytes: Buffer): Seen[] {
  const seen: Seen[] = [];
  const open: PSTFolder[] = [new PSTFile(bytes).getRootFolder()];
  for (let folder = open.pop(); folder; folder = open.pop()) {
    if (folder.hasSubfolders) open.push(...folder.getSubFolders());
    if (folder.contentCount === 0) continue;
    for (let message: PSTMessage | null = folder.getNextChild(); message; message = folder.getNextChild()) {
      const attachments = Array.from({ length: message.numberOfAttachments }, (_, i) =>
        message?.getAttachment(i),
      );
      seen.push({
        subject: message.subject,
        body: message.body,
        attachments: attachments.map((one) => one?.longFilename ?? "").filter((name) => name !== ""),
      });
    }
  }
  return seen;
}

const members = ({ texts, skips }: Leaves) => new Set([...texts, ...skips].map(({ member }) => member ?? ""));
const squeezed = (text: string) => text.replace(/\s+/g, " ").trim();

describe.each(SAMPLES)("%s", (name) => {
  const bytes = sample(name);

  it("gives every message that another reader finds, and every attachment", async () => {
    const leaves = await leavesOf(name, bytes);
    const messages = leaves.texts
      .filter(({ member = "" }) => /message \d+$/.test(member))
      .map(({ text }) => squeezed(text));
    const attachments = [...members(leaves)].flatMap((member) => member.split("!/"));
    const others = readByOther(bytes);
    expect(others.length).toBeGreaterThan(20);
    for (const { subject, body, attachments: names } of others) {
      const line = subject === "" ? "" : `Subject: ${squeezed(subject)}`;
      const found = messages.filter((text) => text.includes(line));
      expect(found.length, "a message with that subject").toBeGreaterThan(0);
      expect(
        found.some((text) => text.includes(squeezed(body))),
        "a message with that body",
      ).toBe(true);
      // An old document without a word in it leaves nothing to be seen by.
      for (const file of names) if (!/\.doc$/i.test(file)) expect(attachments).toContain(file);
    }
    expect(leaves.skips.filter(({ reason }) => reason.startsWith("damaged"))).toEqual([]);
  });
});

describe("a file as Outlook 97 wrote it", () => {
  const unicode = sample("enron.pst");
  const ansi = ansiCopy(unicode);

  it("gives what the newer one gives", async () => {
    const newer = await leavesOf("a.pst", unicode);
    const older = await leavesOf("a.pst", ansi);
    expect(older.texts.map(({ text, member }) => [member, text])).toEqual(
      newer.texts.map(({ text, member }) => [member, text]),
    );
    expect(older.skips).toEqual(newer.skips);
  });
});

/** Writes a file of "compressible" encryption as one of "high" encryption: each block of data by its own number. */
function highCopy(unicode: Buffer): Buffer {
  const copy = Buffer.from(unicode);
  const bytes = { size: copy.length, read: (at: number, length: number) => copy.subarray(at, at + length) };
  const layout = readLayout(unicode);
  const fail = () => expect.fail("the sample is damaged");
  for (const entry of new PstPages(bytes, layout).entries(layout.blockTree, fail)) {
    const number = entry.readBigUInt64LE(0);
    if ((number & 2n) !== 0n) continue;
    const at = Number(entry.readBigUInt64LE(8));
    const block = copy.subarray(at, at + entry.readUInt16LE(16));
    decodePermuted(block);
    cryptCyclic(block, Number(number & 0xffffffffn));
  }
  copy[513] = 2;
  return copy;
}

describe('a file with "high" encryption', () => {
  const compressible = sample("enron.pst");
  const high = highCopy(compressible);

  it.each([
    ["Unicode", high],
    ["ANSI", ansiCopy(high)],
  ])("gives what one with compressible encryption gives: %s", async (_, bytes) => {
    const expected = await leavesOf("a.pst", compressible);
    const found = await leavesOf("a.pst", bytes);
    expect(expected.texts.length).toBeGreaterThan(20);
    expect(found.texts.map(({ text, member }) => [member, text])).toEqual(
      expected.texts.map(({ text, member }) => [member, text]),
    );
    expect(found.skips).toEqual(expected.skips);
  });

  it("is encoded as the published tables say, by the number folded to 16 bits and one more for each byte", () => {
    // By hand: mpbbR[0] = 65, mpbbS[65] = 80, mpbbI[80] = 185. Next, the word is 1: mpbbR[255 + 1] = 65, and so on, less 1.
    const first = Buffer.from([0, 255]);
    cryptCyclic(first, 0);
    expect([...first]).toEqual([185, 184]);
    // The word is 0x0203 ^ 0x0001 = 0x0202: mpbbR[254 + 2] = 65, mpbbS[65 + 2] = 137, mpbbI[137 - 2] = 191, less 2.
    const second = Buffer.from([254]);
    cryptCyclic(second, 0x0001_0203);
    expect([...second]).toEqual([189]);
  });

  it("is decoded by what encoded it, for any bytes and number", () => {
    const plain = Buffer.from(Array.from({ length: 70_000 }, (_, i) => (i * 7) % 256));
    for (const number of [0, 4, 0x00ff_fffc, 0x8000_0004, 0xffff_fffc]) {
      const block = Buffer.from(plain);
      cryptCyclic(block, number);
      expect(block.equals(plain)).toBe(false);
      cryptCyclic(block, number);
      expect(block.equals(plain)).toBe(true);
    }
  });
});

describe("an attachment", () => {
  it("is read byte for byte", async () => {
    const name = "text.txt";
    const expected = readFileSync(join(PACKAGE, "example", "testdata", "attachments", name), "utf8");
    const leaves = await leavesOf("a.ost", sample("pstextractortest@outlook.com.ost"));
    const member = leaves.texts.find((one) => one.member?.endsWith(`!/${name}`))?.member;
    expect(textOf(leaves, member)).toBe(expected);
  });
});

describe("a file that was made to break its reader", () => {
  const whole = sample("enron.pst");

  it("is counted as damaged where it is cut off", async () => {
    for (const length of [600, 20_000, 1_000_000, whole.length - 1_000_000]) {
      const { skips } = await leavesOf("a.pst", whole.subarray(0, length));
      expect(skips.map(({ reason }) => reason)).toContain("damaged, or not what it says it is");
    }
  });

  it("ends where a tree goes round in a circle", async () => {
    const changed = Buffer.from(whole);
    const root = Number(whole.readBigUInt64LE(224));
    const entries = whole[root + 488] ?? 0;
    for (let entry = 0; entry < entries; entry++)
      changed.writeBigUInt64LE(BigInt(root), root + entry * 24 + 16);
    const { skips } = await leavesOf("a.pst", changed);
    expect(skips.map(({ reason }) => reason)).toContain("damaged, or not what it says it is");
  });

  it("is counted as not supported where it is of an unknown generation or encryption", async () => {
    const places = [
      [10, 1],
      [513, 3],
    ] as const;
    for (const [at, value] of places) {
      const changed = Buffer.from(whole);
      changed[at] = value;
      expect((await leavesOf("a.pst", changed)).skips[0]?.reason).toBe(
        "a format that this version does not read",
      );
    }
  });

  it("throws nothing and ends, whatever bytes are changed", async () => {
    // Every run the same: a linear congruential generator (Numerical Recipes).
    let seed = 1;
    const next = (below: number) => {
      seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
      return seed % below;
    };
    for (let run = 0; run < 6; run++) {
      const changed = Buffer.from(whole);
      for (let i = 0; i < 20_000; i++) changed[564 + next(whole.length - 564)] = next(256);
      await leavesOf("a.pst", changed);
    }
  });
});
