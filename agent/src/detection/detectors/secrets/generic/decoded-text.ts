const BASE64 = /^[A-Za-z0-9+/]{8,400}={0,2}$/;

/** The printable text that a value is the base64 of, or null: so Kubernetes keeps secrets. */
export function decodedText(value: string): string | null {
  if (!BASE64.test(value) || value.length % 4 !== 0) return null;
  const decoded = Buffer.from(value, "base64")
    .toString("utf8")
    .replace(/\r?\n$/, "");
  return /^[\x20-\x7e]{4,}$/.test(decoded) ? decoded : null;
}
