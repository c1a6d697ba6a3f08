import fc from "fast-check";
import { expect, test } from "vitest";
import { encodedStretches } from "./encoded.ts";
import { TextUnits } from "./places/text-units.ts";

const reader = new TextUnits();
const decode = (text: string) => [...encodedStretches(text, reader.read(text), true)];
const printable = fc.string({
  unit: fc.constantFrom(..."abcdefghijklmnop QRSTUVWXYZ=:/@.0123456789\n"),
  minLength: 36,
  maxLength: 300,
});

test("readable text in base64 is found wherever it stands, whole", () => {
  fc.assert(
    fc.property(
      printable,
      fc.nat({ max: 70 }),
      fc.constantFrom("base64", "base64url"),
      (secret, lead, encoding) => {
        const run = Buffer.from(secret)
          .toString(encoding as "base64")
          .replace(/=+$/, "");
        fc.pre(/[A-Z]/.test(run) && /[a-z]/.test(run) && !run.startsWith("eyJ"));
        const text = `${" ".repeat(lead)}"${run}"`;
        expect(decode(text)).toEqual([
          { start: lead + 1, end: lead + 1 + run.length, decoded: secret, how: "base64" },
        ]);
      },
    ),
  );
});

test("UTF-16 in base64 is read as the shell that encodes so reads it", () => {
  const text = Buffer.from("$password = 'x' | Out-Null", "utf16le").toString("base64");
  expect(decode(`-enc ${text} `)[0]?.decoded).toBe("$password = 'x' | Out-Null");
});

test.each([
  ["random bytes", Buffer.from(Array.from({ length: 60 }, (_, i) => (i * 97 + 31) % 256)).toString("base64")],
  ["hexadecimal digits", "0123456789abcdef".repeat(4)],
  ["a long name", "thisIsAVeryLongCamelCaseIdentifierNameInJava"],
  ["a path", "node/modules/some/long/path/to/a/file/in/folders"],
])("%s is no encoded text", (_name, text) => expect(decode(` ${text} `)).toEqual([]));

test("an address within an address is decoded once", () => {
  const [found] = decode("GET /x?dsn=postgres%3A%2F%2Fuser%3Asecret%40db%2Fhr&y=1");
  expect(found?.decoded).toBe("postgres://user:secret@db/hr");
});
