import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { crc32 } from "node:zlib";
import { expect, test } from "vitest";
import { contents } from "./contents.ts";

const DAMAGED = "damaged, or not what it says it is";
const LINES = Array.from({ length: 100_000 }, (_, i) => `regel ${i}\n`).join("");

/** A 7z archive as its own program writes it; null where this machine has none. */
function sevenZip(...options: string[]): Buffer | null {
  const dir = mkdtempSync(join(tmpdir(), "seven-zip-"));
  try {
    writeFileSync(join(dir, "a.txt"), "een\n");
    writeFileSync(join(dir, "b.txt"), LINES);
    execFileSync("7z", ["a", "-bd", ...options, "x.7z", "a.txt", "b.txt"], { cwd: dir, stdio: "ignore" });
    return readFileSync(join(dir, "x.7z"));
  } catch {
    return null;
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

const whole = sevenZip();

test.skipIf(!whole).each(["lzma2", "lzma", "bzip2", "ppmd", "deflate", "copy"])(
  "7z packed by %s",
  async (method) => {
    const { texts, skipped, chars } = await contents("x.7z", sevenZip(`-m0=${method}`) ?? Buffer.of());
    expect(texts["a.txt"]).toBe("een\n");
    expect(chars).toBe(LINES.length + 4);
    expect(skipped).toEqual([]);
  },
);

test.skipIf(!whole)("7z that is encrypted, by its files or by its names too, or cut off", async () => {
  const encrypted = "encrypted: its password is not known here";
  expect((await contents("x.7z", sevenZip("-px") ?? Buffer.of())).skipped).toEqual([
    `a.txt: ${encrypted}`,
    `b.txt: ${encrypted}`,
  ]);
  expect((await contents("x.7z", sevenZip("-px", "-mhe=on") ?? Buffer.of())).skipped).toEqual([
    `: ${encrypted}`,
  ]);
  const cut = whole?.subarray(0, whole.length - 100) ?? Buffer.of();
  expect((await contents("x.7z", cut)).skipped).toEqual([`: ${DAMAGED}`]);
  const bent = Buffer.from(whole ?? "");
  const middle = Math.floor(bent.length / 2);
  bent.fill(0x55, middle, middle + 50);
  expect((await contents("x.7z", bent)).skipped).toContain(`b.txt: ${DAMAGED}`);
});

test("a bomb in 7z ends with a reason", async (context) => {
  if (!whole) return context.skip();
  const { skipped, chars } = await contents("x.7z", whole, { ratioFrom: 500_000, ratio: 1 });
  expect(skipped[0]).toBe("b.txt: unpacks to more than the limit");
  expect(chars).toBeLessThan(LINES.length);
});

// RAR 5.0 archive format, as its maker describes it: blocks of checksum, size, type, flags.
function rar5(files: readonly { name: string; content: string }[]): Buffer {
  const block = (...fields: (number | Buffer)[]) => {
    const body = Buffer.concat(fields.map((field) => (typeof field === "number" ? variable(field) : field)));
    const sized = Buffer.concat([variable(body.length), body]);
    const checksum = Buffer.alloc(4);
    checksum.writeUInt32LE(crc32(sized));
    return Buffer.concat([checksum, sized]);
  };
  const parts = files.flatMap(({ name, content }) => {
    const data = Buffer.from(content);
    const raw = Buffer.from(name);
    // Type 2, data follow; no file flags, Unix mode, stored, on Unix.
    return [block(2, 2, data.length, 0, data.length, 0o100644, 0, 1, raw.length, raw), data];
  });
  return Buffer.concat([
    Buffer.from("Rar!\u001a\u0007\u0001\u0000"),
    block(1, 0, 0),
    ...parts,
    block(5, 0, 0),
  ]);
}

function variable(value: number): Buffer {
  const bytes = [];
  let left = value;
  for (; left > 0x7f; left >>>= 7) bytes.push((left & 0x7f) | 0x80);
  return Buffer.from([...bytes, left]);
}

test("RAR, and one that is cut off", async () => {
  const bytes = rar5([
    { name: "map/a.txt", content: "een\n" },
    { name: "b.txt", content: LINES },
  ]);
  const { texts, skipped, chars } = await contents("x.rar", bytes);
  expect(texts["map/a.txt"]).toBe("een\n");
  expect([chars, skipped]).toEqual([LINES.length + 4, []]);
  const cut = await contents("x.rar", bytes.subarray(0, bytes.length / 2));
  expect(cut.texts["map/a.txt"]).toBe("een\n");
  expect(cut.skipped.length).toBeGreaterThan(0);
});

test("ar, as Debian packages are, and cpio", async () => {
  const entry = (name: string, content: string) =>
    `${name.padEnd(16)}${"0".padEnd(12)}${"0".padEnd(6)}${"0".padEnd(6)}${"100644".padEnd(8)}${String(content.length).padEnd(10)}\`\n${content}${content.length % 2 === 0 ? "" : "\n"}`;
  const ar = Buffer.from(`!<arch>\n${entry("debian-binary/", "2.0\n")}${entry("a.txt/", "een\n")}`);
  expect((await contents("x.deb", ar)).texts).toEqual({ "debian-binary": "2.0\n", "a.txt": "een\n" });
  const cpio = (name: string, mode: number, content: string) => {
    const fields = [1, mode, 0, 0, 1, 0, content.length, 0, 0, 0, 0, name.length + 1, 0];
    const head = `070701${fields.map((value) => value.toString(16).padStart(8, "0")).join("")}${name}\0`;
    return (
      head.padEnd(Math.ceil(head.length / 4) * 4, "\0") +
      content.padEnd(Math.ceil(content.length / 4) * 4, "\0")
    );
  };
  const bytes = Buffer.from(
    cpio("../a.txt", 0o100644, "een\n") +
      cpio("link", 0o120777, "/etc/passwd") +
      cpio("tty", 0o020600, "") +
      cpio("TRAILER!!!", 0, ""),
  );
  expect(await contents("x.cpio", bytes)).toMatchObject({
    texts: { "a.txt": "een\n" },
    skipped: ["link: symbolic link", "tty: not a regular file"],
  });
});

test.each([
  "7z\u00bc\u00af'\u001c",
  "Rar!\u001a\u0007\u0000",
  "Rar!\u001a\u0007\u0001\u0000",
  "MSCF",
  "xar!",
  "070701",
])("%j and then anything ends with one reason", async (magic) => {
  const bytes = Buffer.concat([Buffer.from(magic, "latin1"), Buffer.alloc(5_000, "anything")]);
  expect((await contents("x", bytes)).skipped).toHaveLength(1);
});
