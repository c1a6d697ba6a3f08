/** Values that are planted in a scan's input and must be found nowhere else afterwards. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { renderSample } from "../src/samples/sample-values.ts";

/** Entity type → a value of it. Made at run time; none stands in this file. */
export const PLANTED: Readonly<Record<string, string>> = {
  EMAIL_ADDRESS: renderSample("{{email:planted.person}}"),
  NL_BSN: renderSample("{{bsn:planted}}"),
  IBAN: renderSample("{{iban:planted}}").replaceAll(" ", ""),
  PAYMENT_CARD: renderSample("{{card:planted}}").replaceAll(" ", ""),
  SECRET_GITHUB_TOKEN: renderSample("{{github_token:planted}}"),
  SECRET_AWS_ACCESS_KEY: renderSample("{{aws_key:planted}}"),
  JWT: renderSample("{{jwt:planted}}"),
};
export const PASSWORD = renderSample("{{password:planted}}");
export const KEY_LINE = renderSample("{{private_key:RSA PRIVATE KEY}}").split("\n")[3] ?? "";

/** The forms in which a value could have been written down. */
const forms = (value: string): Buffer[] =>
  [
    value,
    Buffer.from(value).toString("base64").replace(/=+$/, "").slice(0, -2),
    Buffer.from(value).toString("hex"),
  ].map((form) => Buffer.from(form));

/** Files below `dir` that hold any of the values, plain, encoded, or inside gzip: `path: name of the value`. */
export function findPlanted(
  dir: string,
  values: Readonly<Record<string, string>>,
  skip: readonly string[],
): string[] {
  const needles = Object.entries(values).map(([name, value]) => ({ name, forms: forms(value) }));
  return readdirSync(dir, { recursive: true, withFileTypes: true }).flatMap((entry) => {
    const path = join(entry.parentPath, entry.name);
    if (!entry.isFile() || skip.some((folder) => path.startsWith(folder))) return [];
    const bytes = contentOf(path);
    return needles
      .filter((needle) => needle.forms.some((form) => bytes.includes(form)))
      .map((needle) => `${path}: ${needle.name}`);
  });
}

function contentOf(path: string): Buffer {
  const bytes = readFileSync(path);
  const isGzip = bytes[0] === 0x1f && bytes[1] === 0x8b;
  return isGzip ? Buffer.concat([bytes, gunzipSync(bytes)]) : bytes;
}
