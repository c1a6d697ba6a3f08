import type { Candidate } from "../candidate.ts";

/** Whether groups of digits stand in a row of hexadecimal groups: `627E 6279 6273`, a table of code points or bytes. */
export function isInHexRow({ value, before, after }: Candidate): boolean {
  if (!value.includes(" ")) return false;
  return (
    /(?:^|[^\w])(?=[\dA-F]{0,4}[A-F])[\dA-F]{4,5} $/i.test(before.slice(-8)) ||
    /^ (?=[\dA-F]{0,4}[A-F])[\dA-F]{4,5}(?!\w)/i.test(after)
  );
}
