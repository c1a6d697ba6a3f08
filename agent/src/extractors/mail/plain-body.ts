/** The armour around an encrypted text (RFC 9580, 6.2). */
export const PGP_MESSAGE = /^-----BEGIN PGP MESSAGE-----\s*$/m;

/**
 * Undoes `format=flowed` (RFC 3676): lines that end with a blank go on in the next, so that no value is cut in two. With
 * `delsp=yes` that blank was put in.
 */
export function unflowed(text: string, isBlankAdded: boolean): string {
  // A signature's mark ends in a blank too, and stays a line.
  return text.replace(/(?<!(?:^|\n)--) \r?\n(?![\r\n>]|-- )/g, isBlankAdded ? "" : " ");
}
