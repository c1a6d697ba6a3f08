const SIMPLE: Readonly<Record<string, string>> = {
  n: "\n",
  r: "\r",
  t: "\t",
  "\\": "\\",
  "'": "'",
  '"': '"',
  "0": "\0",
};

/** Undoes Python's backslash escapes. In Unicode lines of protocol 0 only `\u` and `\U` are escapes. */
export function unescaped(text: string, isString: boolean): string {
  if (!text.includes("\\")) return text;
  return text.replace(
    /\\(?:x([0-9a-f]{2})|u([0-9a-f]{4})|U([0-9a-f]{8})|([nrt\\'"0]))/gi,
    (all, x, u, long, simple) => {
      if (simple !== undefined) return isString ? (SIMPLE[simple as string] ?? all) : all;
      if (x !== undefined && !isString) return all;
      const code = Number.parseInt((x ?? u ?? long) as string, 16);
      return code <= 0x10ffff ? String.fromCodePoint(code) : all;
    },
  );
}
