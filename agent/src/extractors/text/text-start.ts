import { decodeWhole } from "./plain-text.ts";
import { isText } from "./text-encoding.ts";

const START_BYTES = 4_096;

let asked: Uint8Array | null = null;
let answer: string | null = null;

/** The first characters of a text, by which its syntax is told; null for a binary file. Every text format asks for them. */
export function textStart(head: Uint8Array): string | null {
  if (head !== asked)
    answer = isText(head) ? decodeWhole(head.subarray(0, START_BYTES), head.length <= START_BYTES) : null;
  asked = head;
  return answer;
}
