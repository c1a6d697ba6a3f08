import { SKIP_REASONS } from "../../sources/file-source.ts";
import { ExtractError, type Extractor } from "../extractor.ts";
import { mapiParts } from "./mapi-item.ts";
import { isTnef, tnefItem } from "./tnef-item.ts";

/** `winmail.dat`: what Outlook sends where others use MIME ([MS-OXTNEF]). */
export const tnefExtractor: Extractor = {
  format: "TNEF",
  matches: isTnef,
  async *extract(input, context) {
    const item = tnefItem(Buffer.from(await input.whole()));
    if (!item) throw new ExtractError(SKIP_REASONS.damaged);
    yield* mapiParts(item, undefined, context);
  },
};
