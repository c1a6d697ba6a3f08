import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { ExtractError } from "../../extractor.ts";
import { isLz4, unpackedLz4 } from "./lz4.ts";
import { unpackedLzma } from "./lzma.ts";

const fixture = (name: string) => readFileSync(new URL(`fixtures/${name}`, import.meta.url));
const bytesOf = (bytes: Uint8Array) => ({
  size: bytes.length,
  read: (at: number, length: number) => bytes.subarray(at, at + length),
});
const unpackers = { lz4: unpackedLz4, lzma: unpackedLzma };
const unpacked = (kind: keyof typeof unpackers, bytes: Uint8Array) =>
  Buffer.concat([...unpackers[kind](bytesOf(bytes))]);

const LINES = Array.from({ length: 8_000 }, (_, i) => `regel ${i}\n`).join("");
const NOISE = "d24ac41c960d4a56";
const FILES = [
  ["lz4", "linked.lz4"],
  ["lz4", "single.lz4"],
  ["lzma", "usual.lzma"],
  ["lzma", "contexts.lzma"],
] as const;

test.each(FILES)("%s: %s comes out whole, as it was packed", (kind, name) => {
  const whole = unpacked(kind, fixture(name));
  expect(whole.length).toBe(LINES.length + 3_000);
  expect(whole.toString("latin1", 0, LINES.length)).toBe(LINES);
  const noise = createHash("sha256").update(whole.subarray(LINES.length)).digest("hex");
  expect(noise.slice(0, 16)).toBe(NOISE);
});

test("frames one after the other, frames of notes between them, and what follows the last", () => {
  const one = fixture("single.lz4");
  const note = Buffer.concat([Buffer.from([0x53, 0x2a, 0x4d, 0x18, 3, 0, 0, 0]), Buffer.from("abc")]);
  const all = unpacked("lz4", Buffer.concat([one, note, one, Buffer.from("something else")]));
  expect(all.length).toBe(2 * (LINES.length + 3_000));
});

test("a dictionary that is elsewhere, blocks larger than they say, and distances to before the beginning are refused", () => {
  const one = fixture("single.lz4");
  const bent = (at: number, to: number) => {
    const copy = Buffer.from(one);
    copy[at] = to;
    return copy;
  };
  expect(() => unpacked("lz4", bent(4, (one[4] ?? 0) | 1))).toThrow(ExtractError);
  expect(() => unpacked("lz4", bent(5, 0x40))).toThrow(ExtractError);
  const back = Buffer.from([4, 0x22, 0x4d, 0x18, 0x60, 0x40, 0, 5, 0, 0, 0, 0x10, 65, 9, 0, 0]);
  expect(() => unpacked("lz4", back)).toThrow(ExtractError);
  expect(isLz4(back)).toBe(true);
  const huge = Buffer.from(fixture("usual.lzma"));
  huge.writeUInt32LE(0x7fffffff, 1);
  expect(() => unpacked("lzma", huge)).toThrow(ExtractError);
});

test("cut off or bent anywhere, it ends with a reason or with other bytes, and never hangs", () => {
  for (const [kind, name] of FILES) {
    const good = fixture(name);
    fc.assert(
      fc.property(fc.nat(good.length - 1), fc.nat(255), fc.boolean(), (at, to, isCut) => {
        const bytes = isCut ? good.subarray(0, at) : Buffer.from(good);
        if (!isCut) bytes[at] = to;
        let length = 0;
        try {
          for (const piece of unpackers[kind](bytesOf(bytes))) {
            length += piece.length;
            if (length > 4_000_000) break;
          }
        } catch (error) {
          expect(error).toBeInstanceOf(ExtractError);
        }
      }),
      { numRuns: 40 },
    );
  }
});
