import type { Candidate } from "../../../candidate.ts";

/** What ends a bare value: the next setting in an address or a connection string, an escaped line end. */
const NEXT =
  /\\(?:&|f[A-Z])|&(?=[\w.-]{1,40}=)|;(?=\s*$|\s*[A-Za-z][\w .-]{1,40}=)|\\[nrt]|,(?=[\w.-]{2,40}[=:])/;
/** A statement's end behind a word or number of code. */
const STATEMENT = /^[\w.$-]{1,128}(?=[;,)\]}])/;
/** Punctuation of the sentence or the code around it. */
const TRAILING = /(?:[,;:}\])]|\.(?=[,;)]*$))+$/;

/** How much of what stands there is the literal itself. */
export function literalLength({ value, quote }: Candidate): number {
  if (quote !== "") return value.endsWith("\\") ? value.length - 1 : value.length;
  const statement = STATEMENT.exec(value);
  if (statement) return statement[0].length;
  const next = NEXT.exec(value);
  const cut = next ? value.slice(0, next.index) : value;
  if (/[([{]/.test(cut)) return cut.replace(/[,;]+$/, "").length;
  return cut.replace(TRAILING, "").length;
}
