/**
 * A file's name may hold control characters, which a terminal would obey, and marks of writing direction, which make
 * a line read as something else than it says.
 */
export function printable(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\p{Cc}\p{Bidi_Control}\u2028\u2029]/gu, (c) => (c === "\n" ? "⏎" : "\u{fffd}"));
}
