import { SKIP_REASONS } from "../../sources/file-source.ts";
import { ExtractError, type Extractor } from "../extractor.ts";

/** Arrow and Feather files and ORC, by their first bytes. */
const MAGICS = ["ARROW1\0\0", "FEA1", "ORC"];

/** Tables in formats that are not read yet: told apart from what is merely binary, so that the report says so. */
export const unsupportedColumnarExtractor: Extractor = {
  format: "Arrow or ORC",
  matches(head) {
    const start = Buffer.from(head.buffer, head.byteOffset, Math.min(8, head.length)).toString("latin1");
    return MAGICS.some((magic) => start.startsWith(magic)) && head.subarray(0, 4_096).includes(0);
  },
  // oxlint-disable-next-line require-yield -- there is nothing that it could read
  async *extract() {
    throw new ExtractError(SKIP_REASONS.unsupported);
  },
};
