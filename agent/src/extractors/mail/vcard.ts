import type { Extractor } from "../extractor.ts";
import { textStart } from "../text/text-start.ts";
import { propertyRecords } from "./property-records.ts";

/** vCards of versions 2.1, 3.0 (RFC 2426) and 4.0 (RFC 6350): one contact or a whole address book. */
export const vcardExtractor: Extractor = {
  format: "vCard",
  matches: (head) => /^\s*BEGIN:VCARD\s/i.test(textStart(head) ?? ""),
  extract: propertyRecords,
};
