import { SKIP_REASONS } from "../../sources/file-source.ts";
import { ExtractError, type Extractor } from "../extractor.ts";

const MAGIC = Buffer.from("76e80460c411e386", "hex");

/** `message.rpmsg`: a message under rights management ([MS-OXORMMS]), which none but its readers' server opens. */
export const rightsManagedExtractor: Extractor = {
  format: "rights-managed message",
  matches: (head) => MAGIC.equals(head.subarray(0, MAGIC.length)),
  extract() {
    throw new ExtractError(SKIP_REASONS.encrypted);
  },
};
