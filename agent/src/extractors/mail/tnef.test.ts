import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { leavesOf, textOf } from "./leaves-of.ts";

const BSN = "231480003";

/** Level, number with its type, length, data and checksum ([MS-OXTNEF] 2.1.3). */
function attribute(level: 1 | 2, id: number, data: Uint8Array): Buffer {
  const head = Buffer.alloc(9);
  head[0] = level;
  head.writeUInt32LE(id, 1);
  head.writeUInt32LE(data.length, 5);
  const sum = Buffer.alloc(2);
  sum.writeUInt16LE(data.reduce((total, byte) => (total + byte) & 0xffff, 0));
  return Buffer.concat([head, data, sum]);
}

const uint32 = (value: number) => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
};
const padded = (bytes: Uint8Array) => Buffer.concat([bytes, Buffer.alloc((4 - (bytes.length % 4)) % 4)]);
const tag = (id: number, type: number) => uint32(id * 0x10000 + type);
const text = (id: number, value: string) => {
  const bytes = Buffer.from(`${value}\0`, "utf16le");
  return Buffer.concat([tag(id, 0x1f), uint32(1), uint32(bytes.length), padded(bytes)]);
};
const named = (id: number, name: string, value: string) => {
  const key = Buffer.from(`${name}\0`, "utf16le");
  const bytes = Buffer.from(`${value}\0`, "utf16le");
  const head = [tag(id, 0x1f), Buffer.alloc(16, 7), uint32(1), uint32(key.length), padded(key)];
  return Buffer.concat([...head, uint32(1), uint32(bytes.length), padded(bytes)]);
};
const number = (id: number, value: number) => Buffer.concat([tag(id, 0x03), uint32(value)]);
const binary = (id: number, type: number, bytes: Uint8Array) =>
  Buffer.concat([tag(id, type), uint32(1), uint32(bytes.length), padded(bytes)]);
const list = (...properties: Uint8Array[]) => Buffer.concat([uint32(properties.length), ...properties]);
const stream = (...attributes: Uint8Array[]) =>
  Buffer.concat([uint32(0x223e9f78), Buffer.from([1, 0]), ...attributes]);

const inner = stream(attribute(1, 0x69003, list(text(0x37, "Binnen"), text(0x1000, `BSN ${BSN}`))));
const winmail = stream(
  attribute(1, 0x89006, uint32(0x10000)),
  attribute(1, 0x69007, Buffer.concat([uint32(1252), uint32(0)])),
  attribute(1, 0x18004, Buffer.from("Ziekmelding Ren\xe9e\0", "latin1")),
  attribute(
    1,
    0x69003,
    list(
      number(0x17, 1),
      text(0xc1a, "Jan Jansen"),
      named(0x8001, "Prive", "prive@voorbeeld.nl"),
      text(0x1000, `Het BSN is ${BSN}.`),
    ),
  ),
  attribute(1, 0x69004, Buffer.concat([uint32(1), list(text(0x3001, "Piet de Vries"), number(0xc15, 2))])),
  attribute(2, 0x69002, Buffer.alloc(14)),
  attribute(2, 0x18010, Buffer.from("LIJST~1.CSV\0")),
  attribute(2, 0x6800f, Buffer.from(`naam,bsn\nJan,${BSN}\n`)),
  attribute(2, 0x69005, list(text(0x3707, "lijst.csv"))),
  attribute(2, 0x69002, Buffer.alloc(14)),
  attribute(
    2,
    0x69005,
    list(text(0x3001, "Doorgestuurd"), binary(0x3701, 0x0d, Buffer.concat([Buffer.alloc(16, 1), inner]))),
  ),
);

describe("winmail.dat", () => {
  it("gives the message and what is attached to it", async () => {
    const leaves = await leavesOf("winmail.dat", winmail);
    expect(textOf(leaves)).toBe(
      `From: Jan Jansen\nCc: Piet de Vries\nSubject: Ziekmelding Renée\nOther: prive@voorbeeld.nl\n\nHet BSN is ${BSN}.`,
    );
    expect(textOf(leaves, "lijst.csv")).toContain(BSN);
    expect(textOf(leaves, "Doorgestuurd")).toContain(`Subject: Binnen\n\nBSN ${BSN}`);
    expect(leaves.skips).toEqual([]);
  });

  it("is read as an attachment of a message", async () => {
    const mail = `From: a@voorbeeld.nl\nSubject: x\nContent-Type: application/ms-tnef; name=winmail.dat\nContent-Transfer-Encoding: base64\n\n${winmail.toString("base64")}`;
    expect(textOf(await leavesOf("a.eml", mail), "winmail.dat")).toContain(BSN);
  });

  it("gives what there is where it is cut off", async () => {
    expect(textOf(await leavesOf("winmail.dat", winmail.subarray(0, 500)))).toContain("Ziekmelding");
  });

  it("throws nothing and ends, whatever bytes are changed", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(winmail.length - 5), fc.nat(255)), { minLength: 1 }),
        async (changes) => {
          const changed = Buffer.from(winmail);
          for (const [at, value] of changes) changed[at + 4] = value;
          await leavesOf("winmail.dat", changed);
        },
      ),
      { numRuns: 200 },
    );
  });
});
