import { decodeWhole } from "../text/plain-text.ts";
import { decodeBytes } from "./charset.ts";

const ENCODED_WORD = /=\?([^?\s]{1,80})\?([bq])\?([^?]*)\?=/gi;

/** Decodes the encoded words of a header field (RFC 2047); what only looks like one stays as it is. */
export function decodeWords(text: string): string {
  if (!text.includes("=?")) return text;
  let decoded = "";
  let at = 0;
  // A character of several bytes may be cut over two words: bytes of one charset are joined before they are decoded.
  let open: { charset: string; bytes: Buffer[] } | null = null;
  const close = () => {
    if (open) decoded += decodeBytes(Buffer.concat(open.bytes), open.charset);
    open = null;
  };
  for (const { 0: word, 1: name = "", 2: encoding = "", 3: coded = "", index } of text.matchAll(
    ENCODED_WORD,
  )) {
    const between = text.slice(at, index);
    // A language may stand behind the charset (RFC 2231).
    const charset = name.replace(/\*.*$/, "").toLowerCase();
    if (!open || between.trim() !== "" || open.charset !== charset) {
      const isBetweenWords = open !== null && between.trim() === "";
      close();
      if (!isBetweenWords) decoded += between;
      open = { charset, bytes: [] };
    }
    open.bytes.push(encoding.toLowerCase() === "b" ? Buffer.from(coded, "base64") : decodeQ(coded));
    at = index + word.length;
  }
  close();
  return decoded + text.slice(at);
}

/** The characters of raw header bytes: ASCII by the standard, but UTF-8 (RFC 6532) and others occur. */
export function headerText(bytes: Uint8Array): string {
  return decodeWhole(bytes) ?? Buffer.from(bytes).toString("latin1");
}

function decodeQ(coded: string): Buffer {
  const plain = coded.replaceAll("_", " ");
  const bytes = plain.replace(/=([\da-f]{2})/gi, (_escape, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  // Characters that should have been encoded, and were not.
  return /[^\0-\xff]/.test(bytes) ? Buffer.from(plain) : Buffer.from(bytes, "latin1");
}
