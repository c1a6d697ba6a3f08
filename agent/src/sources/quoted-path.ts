const ESCAPES: Record<string, number> = { a: 7, b: 8, t: 9, n: 10, v: 11, f: 12, r: 13 };

/** The bytes of a path as git prints it with `core.quotePath`: in quotes, with octal escapes, where it is not plain. */
export function unquotedPath(line: string): Buffer {
  if (!line.startsWith('"') || !line.endsWith('"')) return Buffer.from(line);
  const inner = line
    .slice(1, -1)
    .replaceAll(/\\(?:([0-7]{3})|(.))/g, (_, octal?: string, letter = "") =>
      String.fromCharCode(
        octal === undefined ? (ESCAPES[letter] ?? letter.charCodeAt(0)) : Number.parseInt(octal, 8),
      ),
    );
  return Buffer.from(inner, "latin1");
}
