import { createHash } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { sentValues } from "./typed-values.ts";

const value = "xa1b2c3d4e5f6q@example.org";
const formOf = (sent: string) => sentValues(sent, [{ field: "email", value }])[0]?.form;
const digest = (algorithm: string, as: "hex" | "base64" | "base64url") =>
  createHash(algorithm).update(value).digest(as);

test.each([
  ["as it is", `https://t.example/?e=${value}`],
  ["as it is", `https://t.example/?u=${encodeURIComponent(encodeURIComponent(`https://x/?e=${value}`))}`],
  ["as it is", JSON.stringify({ mail: value.toUpperCase() })],
  ["as hexadecimal", Buffer.from(value).toString("hex").toUpperCase()],
  ["as MD5", `em=${digest("md5", "hex")}`],
  ["as SHA-1", `em=${digest("sha1", "base64url")}`],
  ["as SHA-256", `em=${digest("sha256", "hex")}`],
  ["as SHA-256", `em=${encodeURIComponent(digest("sha256", "base64"))}`],
  ["as SHA-512", digest("sha512", "hex")],
])("%s: %s", (form, sent) => {
  expect(formOf(sent)).toBe(form);
});

test("within base64 of more it is found wherever it stands, and where it is not, nothing is", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 40 }), fc.uint8Array({ maxLength: 40 }), (before, after) => {
      const text = Buffer.concat([before, Buffer.from(value), after]).toString("base64url");
      expect(formOf(text)).toBe("as base64");
    }),
  );
  fc.assert(
    fc.property(fc.string(), (other) => {
      expect(formOf(other)).toBeUndefined();
    }),
  );
  expect(sentValues("abc", [{ field: "text", value: "abc" }])).toEqual([]);
});
