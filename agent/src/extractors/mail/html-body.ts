import { SKIP_REASONS } from "../../sources/file-source.ts";
import { ByteInput } from "../byte-input.ts";
import type { ExtractContext } from "../extractor.ts";
import type { Part } from "../part.ts";
import { decodeWhole } from "../text/plain-text.ts";
import { htmlExtractor } from "../text/html.ts";
import { htmlText } from "../text/html-text.ts";
import type { BodyWords } from "./body-words.ts";

/** Up to here HTML is compared with the plain text beside it. */
const COMPARED_BYTES = 4 * 1024 * 1024;
/** What no reader of the message sees is worth a look where it may be a value. */
const VALUE = /@|\d{6}/;

/**
 * The HTML body of a message, in UTF-8, as parts; nothing where the plain text beside it holds all of it. It is no file of
 * its own, so that a mailbox with more messages than a file may have entries is read to its end.
 */
export async function* htmlBody(
  pieces: AsyncGenerator<Uint8Array, void, undefined>,
  member: string,
  alternative: BodyWords | null,
  context: ExtractContext,
): AsyncGenerator<Part, void, undefined> {
  const input = await ByteInput.open({ name: "body.html", pieces: await compared(pieces, alternative) });
  if (input.head.length === 0) return;
  try {
    for await (const part of htmlExtractor.extract(input, context)) {
      const inner = part.t === "skip" ? part.member : part.place?.member;
      const place = inner === undefined ? member : `${member}!/${inner}`;
      yield part.t === "skip"
        ? { ...part, member: place }
        : { ...part, place: { ...part.place, member: place } };
    }
  } catch (error) {
    // What ends the reading of the whole file is not for a page to hide.
    if (!(error instanceof RangeError || error instanceof TypeError)) throw error;
    yield { t: "skip", reason: SKIP_REASONS.damaged, member };
  } finally {
    await input.close();
  }
}

/** The pieces again; none where there is nothing new in them. */
async function compared(
  pieces: AsyncGenerator<Uint8Array, void, undefined>,
  alternative: BodyWords | null,
): Promise<AsyncIterable<Uint8Array> | Iterable<Uint8Array>> {
  if (!alternative) return pieces;
  const held: Uint8Array[] = [];
  let bytes = 0;
  while (bytes <= COMPARED_BYTES) {
    const next = await pieces.next();
    if (next.done === true)
      return saysNoMore(decodeWhole(Buffer.concat(held)) ?? "", alternative) ? [] : held;
    held.push(Uint8Array.from(next.value));
    bytes += next.value.length;
  }
  return (async function* () {
    yield* held.splice(0);
    yield* pieces;
  })();
}

function saysNoMore(html: string, plain: BodyWords): boolean {
  const page = htmlText(html);
  if (!page) return false;
  const { visible, attributes, comments, hidden } = page;
  const unseen = [attributes, comments, hidden].map((text) => text.textFrom(0)).join("\n");
  const values = unseen.split(/[\s"'<>()]+/).filter((word) => VALUE.test(word) && !/^https?:/i.test(word));
  return (
    plain.hold(visible.textFrom(0)) &&
    plain.hold(values.map((value) => value.replace(/^mailto:/i, "")).join("\n"))
  );
}
