/** Values typed into a page, and the ways in which scripts send such on. Pure. */
import { createHash } from "node:crypto";

export interface TypedValue {
  /** What the field asks for: `email`, `tel`, `password`, `text` or `textarea`. */
  field: string;
  value: string;
}

export interface SentValue {
  field: string;
  /** `as it is`, `as base64`, `as hexadecimal`, `as SHA-256`, … */
  form: string;
}

const HASHES = [
  ["md5", "MD5"],
  ["sha1", "SHA-1"],
  ["sha256", "SHA-256"],
  ["sha512", "SHA-512"],
] as const;
const MIN_CHARS = 6;
const MAX_TEXT = 512 * 1024;

/** Which of `typed` is in what was sent: an address, a body or a message, as the browser sends it. */
export function sentValues(sent: string, typed: readonly TypedValue[]): SentValue[] {
  const text = sent.slice(0, MAX_TEXT);
  // Twice, as a value within an address within an address is written twice.
  const plain = [text, unescaped(text), unescaped(unescaped(text))].join("\n");
  const lower = plain.toLowerCase();
  const base64 = plain.replaceAll("-", "+").replaceAll("_", "/");
  return typed.flatMap(({ field, value }) => {
    if (value.length < MIN_CHARS) return [];
    const form = formsOf(value).find(({ needle, isBase64 }) =>
      isBase64 ? base64.includes(needle) : lower.includes(needle),
    )?.form;
    return form === undefined ? [] : [{ field, form }];
  });
}

function formsOf(value: string): { form: string; needle: string; isBase64: boolean }[] {
  const bytes = Buffer.from(value);
  // Many write an address in small letters before they hash it.
  const written = [...new Set([value, value.trim().toLowerCase()])];
  const hashes = HASHES.flatMap(([algorithm, name]) =>
    written.flatMap((text) => {
      const digest = createHash(algorithm).update(text).digest();
      return [
        { form: `as ${name}`, needle: digest.toString("hex"), isBase64: false },
        { form: `as ${name}`, needle: digest.toString("base64").replace(/=+$/, ""), isBase64: true },
      ];
    }),
  );
  return [
    { form: "as it is", needle: value.toLowerCase(), isBase64: false },
    ...withinBase64(bytes).map((needle) => ({ form: "as base64", needle, isBase64: true })),
    { form: "as hexadecimal", needle: bytes.toString("hex"), isBase64: false },
    ...hashes,
  ];
}

/** Three bytes make four letters, so that a value looks one of three ways wherever it stands; its edges depend on what is beside it. */
function withinBase64(bytes: Buffer): string[] {
  return [0, 1, 2].map((shift) => {
    const letters = Buffer.concat([Buffer.alloc(shift), bytes])
      .toString("base64")
      .replace(/=+$/, "");
    const clean = letters.slice(shift === 0 ? 0 : shift + 1);
    return (bytes.length + shift) % 3 === 0 ? clean : clean.slice(0, -1);
  });
}

/** `%xx` and `+` as what they stand for; what is no such thing stays. */
function unescaped(text: string): string {
  return text
    .replaceAll("+", " ")
    .replace(/(?:%[0-9a-f]{2})+/gi, (run) => Buffer.from(run.replaceAll("%", ""), "hex").toString("utf8"));
}
