import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { expect, test } from "vitest";
import { contents } from "./contents.ts";
import { TarReader } from "./tar-reader.ts";
import { octal, paxHeader, tarOf } from "./tar-writer.ts";

const DAMAGED = "damaged, or not what it says it is";

test("files, long names, links and devices", async () => {
  const long = `${"d/".repeat(80)}long.txt`;
  const bytes = tarOf([
    { name: "a.txt", content: "een\n" },
    { name: "map/", content: "", type: "5" },
    { name: "././@LongLink", content: `${long}\0`, type: "L" },
    { name: "d/short", content: "lang\n" },
    paxHeader({ path: "map/é/../pax-naam.txt", comment: "99 path=no" }),
    { name: "short", content: "pax\n" },
    { name: "c.txt", content: "twee\n", header: (block) => void block.write("voor/in", 345) },
    { name: "link", content: "", type: "2" },
    { name: "hard", content: "", type: "1" },
    { name: "dev", content: "", type: "3" },
  ]);
  const { texts, skipped } = await contents("x.tar", bytes);
  expect(texts).toEqual({
    "a.txt": "een\n",
    [long]: "lang\n",
    "map/é/pax-naam.txt": "pax\n",
    "voor/in/c.txt": "twee\n",
  });
  expect(skipped).toEqual(["link: symbolic link", "hard: symbolic link", "dev: not a regular file"]);
});

test("sizes in binary, in pax records, and archives one after the other", async () => {
  const binary = (block: Buffer) => {
    block.fill(0, 124, 136);
    block[124] = 0x80;
    block.writeUInt32BE(4, 132);
  };
  const bytes = tarOf([
    { name: "a.txt", content: "een\n", header: binary },
    paxHeader({ size: "5" }),
    { name: "b.txt", content: "twee\n", header: (block) => void block.write(octal(0, 11), 124) },
  ]);
  const { texts, skipped } = await contents(
    "x.tar",
    Buffer.concat([bytes, tarOf([{ name: "c.txt", content: "drie\n" }])]),
  );
  expect(texts).toEqual({ "a.txt": "een\n", "b.txt": "twee\n", "c.txt": "drie\n" });
  expect(skipped).toEqual([]);
});

/** Two lines with a hole between them, as each program writes it. */
const SPARSE = { stored: "een\ntwee\n", map: [0, 4, 1_000, 5] };

test.each([
  [
    "GNU",
    [
      {
        name: "s.txt",
        content: SPARSE.stored,
        type: "S",
        header: (block: Buffer) =>
          SPARSE.map.forEach((value, i) => void block.write(octal(value, 11), 386 + 12 * i)),
      },
    ],
  ],
  [
    "GNU with its map in a block of its own",
    [
      {
        name: "s.txt",
        content: SPARSE.stored,
        type: "S",
        header: (block: Buffer) => void (block[482] = 1),
        between: extension(SPARSE.map),
      },
    ],
  ],
  [
    "pax 0.1",
    [
      paxHeader({ "GNU.sparse.map": SPARSE.map.join(","), "GNU.sparse.name": "s.txt" }),
      { name: "GNUSparseFile.1/s.txt", content: SPARSE.stored },
    ],
  ],
  [
    "pax 1.0",
    [
      paxHeader({ "GNU.sparse.major": "1", "GNU.sparse.minor": "0", "GNU.sparse.name": "s.txt" }),
      { name: "x", content: `2\n${SPARSE.map.join("\n")}\n`.padEnd(512, "\0") + SPARSE.stored },
    ],
  ],
])("files with holes: %s", async (_, files) => {
  const bytes = tarOf([...files, { name: "b.txt", content: "na\n" }]);
  const reader = new TarReader(Readable.from([bytes]));
  const found: [string, string][] = [];
  for (let entry = await reader.next(); entry; entry = await reader.next())
    found.push([entry.name, (await buffer(entry.pieces)).toString()]);
  expect(found).toEqual([
    ["s.txt", `een\n${"\0".repeat(996)}twee\n`],
    ["b.txt", "na\n"],
  ]);
});

function extension(map: readonly number[]): Buffer {
  const block = Buffer.alloc(512);
  map.forEach((value, i) => block.write(octal(value, 11), 12 * i));
  return block;
}

test("one that is cut off, or breaks off within, keeps what was read", async () => {
  const bytes = tarOf([
    { name: "a.txt", content: "een\n" },
    { name: "b.txt", content: "twee\n".repeat(1_000) },
    { name: "c.txt", content: "drie\n" },
  ]);
  const cut = await contents("x.tar", bytes.subarray(0, 3_000));
  expect(cut.texts["a.txt"]).toBe("een\n");
  expect(cut.texts["b.txt"]).toMatch(/^twee\ntwee\n/);
  expect(cut.skipped).toEqual([`b.txt: ${DAMAGED}`, `: ${DAMAGED}`]);
  const broken = Buffer.from(bytes);
  broken.fill("x", 1_024, 1_100);
  const within = await contents("x.tar", broken);
  expect(within.texts).toEqual({ "a.txt": "een\n" });
  expect(within.skipped).toEqual([`: ${DAMAGED}`]);
});

test("a size beyond all bounds ends the archive, and a text that begins like a header is none", async () => {
  const huge = (block: Buffer) => void block.fill(0xff, 124, 136);
  const bytes = tarOf([
    { name: "a.txt", content: "een\n" },
    { name: "b.txt", content: "x", header: huge },
  ]);
  expect(await contents("x.tar", bytes)).toMatchObject({
    texts: { "a.txt": "een\n" },
    skipped: [`: ${DAMAGED}`],
  });
  expect((await contents("x.txt", Buffer.from("a.txt ".repeat(200)))).skipped).toEqual([]);
});
