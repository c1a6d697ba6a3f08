import { ByteInput } from "../byte-input.ts";
import type { TextPlace } from "../part.ts";
import { EXTRACTORS, unknownReason } from "../registry.ts";
import { Scratch } from "../scratch.ts";
import { walk } from "../walk.ts";

interface LeafText {
  text: string;
  member: string | undefined;
  placeAt: ((offset: number, length: number) => TextPlace) | undefined;
}

export interface Leaves {
  texts: LeafText[];
  skips: { reason: string; member: string | undefined }[];
  /** Files within the file that were read to their end. */
  read: number;
}

/** Reading hundreds of attached pictures by OCR would prove nothing of mail. */
const WITHOUT_PICTURES = EXTRACTORS.document.filter(({ format }) => format !== "image" && format !== "PDF");

/** For tests: takes a file apart as a document scan does, but for its pictures. `pieceBytes`: how much of it comes at once. */
export async function leavesOf(
  name: string,
  content: string | Uint8Array,
  pieceBytes = 65_536,
): Promise<Leaves> {
  const bytes = typeof content === "string" ? Buffer.from(content) : content;
  const pieces = function* () {
    for (let at = 0; at < bytes.length; at += pieceBytes) yield bytes.subarray(at, at + pieceBytes);
  };
  const scratch = new Scratch();
  const leaves: Leaves = { texts: [], skips: [], read: 0 };
  const input = await ByteInput.open({ name, size: bytes.length, pieces: pieces() });
  try {
    const options = { extractors: WITHOUT_PICTURES, unknown: unknownReason("document") };
    for await (const leaf of walk(input, options, { scratch, beat: () => {} })) {
      if (leaf.t === "read") leaves.read++;
      else if (leaf.t === "skip") leaves.skips.push({ reason: leaf.reason, member: leaf.member });
      else if (leaf.t === "text") {
        const text = typeof leaf.text === "string" ? leaf.text : (await all(leaf.text)).join("");
        leaves.texts.push({ text, member: leaf.place?.member, placeAt: leaf.placeAt });
      }
    }
    return leaves;
  } finally {
    await input.close();
    scratch.close();
  }
}

/** The text of a member; the file's own where none is named. */
export function textOf({ texts }: Leaves, member?: string): string {
  return texts
    .filter((one) => one.member === member)
    .map(({ text }) => text)
    .join("\n");
}

/** What comes of an asynchronous iteration. */
export async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const item of items) found.push(item);
  return found;
}
