import type { Extractor } from "../extractor.ts";
import { isMessage, messageStart } from "./eml.ts";
import { MboxSplitter } from "./mbox-splitter.ts";
import { MimeReader } from "./mime-reader.ts";

/** A mailbox (RFC 4155): message after message, each behind a line that begins with `From `. */
export const mboxExtractor: Extractor = {
  format: "MBOX",
  matches(head) {
    if (head[0] !== 0x46) return false;
    const start = messageStart(head);
    return start.startsWith("From ") && isMessage(start.slice(start.indexOf("\n") + 1));
  },
  async *extract(input, context) {
    const mailbox = new MboxSplitter(input.stream());
    for (let number = 1; await mailbox.enter(); number++) {
      const reader = new MimeReader(mailbox.message(), context);
      yield* reader.read(`message ${number}`, `${mailbox.envelope}\n`);
      await mailbox.leave();
    }
  },
};
