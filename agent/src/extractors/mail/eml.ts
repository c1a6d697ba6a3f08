import type { Extractor } from "../extractor.ts";
import { isFieldLine } from "./header.ts";
import { MimeReader } from "./mime-reader.ts";

/** Header fields that hardly anything but a message begins with. */
const TELLING = new Set(
  "from received return-path message-id mime-version delivered-to x-mozilla-status x-originating-ip dkim-signature x-sender".split(
    " ",
  ),
);
const USUAL = new Set(
  "to cc bcc subject date reply-to sender content-type content-transfer-encoding in-reply-to references x-mailer user-agent".split(
    " ",
  ),
);
/** Apple's Mail puts the message's length before it. */
const LENGTH_LINE = /^\d{1,12} *\r?\n/;

/** One message (RFC 5322), with its attachments. */
export const emlExtractor: Extractor = {
  format: "EML",
  matches: (head) => isMessage(messageStart(head)),
  async *extract(input, context) {
    const skip =
      LENGTH_LINE.exec(Buffer.from(input.head.subarray(0, 16)).toString("latin1"))?.[0].length ?? 0;
    yield* new MimeReader(skip > 0 ? withoutStart(input.stream(), skip) : input.stream(), context).read(
      undefined,
    );
  },
};

const START_BYTES = 4_096;

/** The first characters of what may be a message: its header is ASCII, most often; what follows it may be anything. */
export function messageStart(head: Uint8Array): string {
  const isWord = /[\w>]/.test(String.fromCharCode(head[0] ?? 0));
  return isWord ? Buffer.from(head.subarray(0, START_BYTES)).toString("latin1") : "";
}

/** Whether a text begins with a header: of its fields at least two are a message's, one of them hardly anything else's. */
export function isMessage(start: string): boolean {
  const lines = start.replace(LENGTH_LINE, "").split(/\r?\n/);
  const names = new Set<string>();
  for (const [index, line] of lines.entries()) {
    if (line === "" || (index > 0 && index === lines.length - 1)) break;
    if (/^[ \t]/.test(line) && names.size > 0) continue;
    if (!isFieldLine(line)) return false;
    names.add(line.slice(0, line.indexOf(":")).trim().toLowerCase());
  }
  const telling = [...names].filter((name) => TELLING.has(name)).length;
  const usual = [...names].filter((name) => USUAL.has(name)).length;
  return telling > 0 && telling + usual > 1;
}

async function* withoutStart(
  pieces: AsyncGenerator<Uint8Array, void, undefined>,
  bytes: number,
): AsyncGenerator<Uint8Array, void, undefined> {
  let left = bytes;
  for await (const piece of pieces) {
    if (left < piece.length) yield piece.subarray(left);
    left = Math.max(0, left - piece.length);
  }
}
