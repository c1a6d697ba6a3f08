import { describe, expect, it } from "vitest";
import { decompressRtf } from "./compressed-rtf.ts";

/** The examples of [MS-OXRTFCP] 3.1. */
const SIMPLE =
  "2d0000002b0000004c5a4675f1c5c7a703000a007263706731323542320af32068656c090020627705b06c647d0a800fa0";
const CROSSING = "1a0000001c0000004c5a4675e2d44b51410004205758595a0d6e7d010eb0";

describe("the RTF of a message", () => {
  it.each([
    [SIMPLE, "{\\rtf1\\ansi\\ansicpg1252\\pard hello world}\r\n"],
    [CROSSING, "{\\rtf1 WXYZWXYZWXYZWXYZWXYZ}"],
  ])("is decompressed as its specification says", (coded, expected) => {
    expect(Buffer.from(decompressRtf(Buffer.from(coded, "hex"))).toString()).toBe(expected);
  });

  it("may be stored as it is", () => {
    const head = Buffer.from("190000000d0000004d454c4100000000", "hex");
    expect(Buffer.from(decompressRtf(Buffer.concat([head, Buffer.from("{\\rtf1 hallo}")]))).toString()).toBe(
      "{\\rtf1 hallo}",
    );
  });

  it("is no longer than what it was made of allows", () => {
    const lying = Buffer.concat([
      Buffer.from("ffffff00ffffff034c5a467500000000", "hex"),
      Buffer.from([0, 1, 2]),
    ]);
    expect(decompressRtf(lying).length).toBeLessThan(100);
  });
});
