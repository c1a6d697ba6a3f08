import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { all } from "./leaves-of.ts";
import { decodeTransfer } from "./transfer-encoding.ts";

async function decoded(encoding: string, coded: Uint8Array, sizes: readonly number[]): Promise<Buffer> {
  const pieces = async function* () {
    for (let at = 0, turn = 0; at < coded.length; turn++) {
      const size = sizes[turn % sizes.length] ?? 1;
      yield coded.subarray(at, at + size);
      at += size;
    }
  };
  const found = decodeTransfer(encoding, pieces());
  return Buffer.concat(found ? await all(found) : []);
}

const sizes = fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 1, maxLength: 5 });

describe("transfer encodings", () => {
  it("give back in any pieces what was encoded in base64", () =>
    fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), sizes, async (bytes, cuts) => {
        const coded = Buffer.from(bytes).toString("base64").replace(/.{76}/g, "$&\r\n");
        expect(await decoded("base64", Buffer.from(coded), cuts)).toEqual(Buffer.from(bytes));
      }),
    ));

  it("give back in any pieces what was encoded in quoted-printable", () =>
    fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), sizes, async (bytes, cuts) => {
        const coded = [...bytes]
          .map((byte) =>
            byte > 0x20 && byte < 0x7f && byte !== 0x3d
              ? String.fromCharCode(byte)
              : `=${byte.toString(16).padStart(2, "0").toUpperCase()}`,
          )
          .join("")
          .replace(/(?:=..|[^=]){20}/g, "$&= \r\n");
        expect(await decoded("quoted-printable", Buffer.from(coded), cuts)).toEqual(Buffer.from(bytes));
      }),
    ));

  it("leave what is no escape as it is", async () => {
    expect((await decoded("quoted-printable", Buffer.from("a=zz b= c==3D="), [3])).toString()).toBe(
      "a=zz b= c==",
    );
  });
});
