import { expect, test } from "vitest";
import { withoutDoubleEncoding } from "./double-encoded.ts";

/** As an old program stores it: bytes of UTF-8, each read as a letter of Windows-1252 where it has one. */
const misread = (text: string) =>
  [...Buffer.from(text)]
    .map((byte) =>
      byte >= 0x80 && byte < 0xa0
        ? new TextDecoder("windows-1252").decode(Uint8Array.of(byte))
        : String.fromCharCode(byte),
    )
    .join("");

test.each(["Renée Müller", "Ålesund, ß, Œuvre", "漢字 😀", "“geciteerd” – €5", "Đặng Šárka"])(
  "%s is read again as it was written",
  (text) => {
    expect(misread(text)).not.toBe(text);
    expect(withoutDoubleEncoding(misread(text))).toBe(text);
  },
);

test.each(["Renée", "plain", "", "Ã", "Ã‰ en é", "ÃƒÂ©n 漢", "naïve façade «ça»", "ÅÄÖ Â°C"])(
  "%s stays as it is",
  (text) => {
    expect(withoutDoubleEncoding(text)).toBe(text);
  },
);
