import { inflateSync } from "node:zlib";
import { SKIP_REASONS } from "../../sources/file-source.ts";
import { ExtractError, type Extractor } from "../extractor.ts";
import { BER, berChildren, berElement, type BerElement, octets } from "./ber.ts";
import { MimeReader } from "./mime-reader.ts";

/** Content types by their object identifiers in hexadecimal (RFC 5652, RFC 3274, RFC 5083). */
const TYPES: Record<string, "signed" | "compressed" | "encrypted"> = {
  "2a864886f70d010702": "signed",
  "2a864886f70d010703": "encrypted",
  "2a864886f70d010704": "encrypted",
  "2a864886f70d010706": "encrypted",
  "2a864886f70d0109100109": "compressed",
  "2a864886f70d0109100117": "encrypted",
};
const MAX_INFLATED_BYTES = 64 * 1024 * 1024;

/** S/MIME (RFC 8551): a message that is signed, compressed or encrypted as a whole, `smime.p7m`. */
export const cmsExtractor: Extractor = {
  format: "CMS",
  matches: (head) => head[0] === 0x30 && contentOf(head) !== null,
  async *extract(input, context) {
    const bytes = await input.whole();
    const content = contentOf(bytes);
    if (!content) throw new ExtractError(SKIP_REASONS.damaged);
    if (content.type === "encrypted") throw new ExtractError(SKIP_REASONS.encrypted);
    const inner = encapsulated(bytes, content.element);
    // Without a content it is the signature of what stands beside it, or a list of certificates.
    if (inner.length === 0) return;
    const message = content.type === "compressed" ? inflate(inner) : inner;
    yield* new MimeReader(one(message), context).read("signed message");
  },
};

/** What the outermost element says that it is, and the element that holds it. */
function contentOf(
  bytes: Uint8Array,
): { type: "signed" | "compressed" | "encrypted"; element: BerElement } | null {
  const outer = headerOf(bytes, 0);
  if (outer?.tag !== BER.sequence) return null;
  const identifier = berElement(bytes, outer.start, bytes.length);
  if (identifier?.tag !== BER.objectIdentifier || identifier.end - identifier.start > 16) return null;
  const type = TYPES[Buffer.from(bytes.subarray(identifier.start, identifier.end)).toString("hex")];
  const explicit = headerOf(bytes, identifier.next);
  if (type === undefined || explicit?.tag !== BER.explicit0) return null;
  const element = headerOf(bytes, explicit.start);
  return element?.tag === BER.sequence ? { type, element } : null;
}

/** An element of which no more may be there than its beginning. */
function headerOf(bytes: Uint8Array, at: number): BerElement | null {
  const isOpen = bytes[at + 1] === 0x80;
  if (!isOpen) return berElement(bytes, at, bytes.length);
  return {
    tag: (bytes[at] ?? 0) & ~0x20,
    isConstructed: true,
    start: at + 2,
    end: bytes.length,
    next: bytes.length,
  };
}

/** The content that was signed: the string in the first element that begins with a content type. */
function encapsulated(bytes: Uint8Array, data: BerElement): Uint8Array {
  for (const child of berChildren(bytes, data)) {
    if (child.tag !== BER.sequence) continue;
    const [identifier, explicit] = berChildren(bytes, child);
    if (identifier?.tag !== BER.objectIdentifier || explicit?.tag !== BER.explicit0) continue;
    const string = berElement(bytes, explicit.start, explicit.end);
    return string?.tag === BER.octetString ? Buffer.concat([...octets(bytes, string)]) : new Uint8Array(0);
  }
  return new Uint8Array(0);
}

function inflate(bytes: Uint8Array): Uint8Array {
  try {
    return inflateSync(bytes, { maxOutputLength: MAX_INFLATED_BYTES });
  } catch (error) {
    const isLarge = (error as NodeJS.ErrnoException).code === "ERR_BUFFER_TOO_LARGE";
    throw new ExtractError(isLarge ? SKIP_REASONS.tooLargeToHold : SKIP_REASONS.damaged);
  }
}

async function* one(bytes: Uint8Array): AsyncGenerator<Uint8Array, void, undefined> {
  yield bytes;
}
