import { SKIP_REASONS } from "../../sources/file-source.ts";
import { ExtractError, type Extractor } from "../extractor.ts";

const START = Buffer.from("version https://git-lfs.github.com/spec/");
const MAX_BYTES = 1_024;

/** What git keeps in place of a large file. The format: github.com/git-lfs/git-lfs/blob/main/docs/spec.md. */
export const lfsPointerExtractor: Extractor = {
  format: "git LFS pointer",
  matches: (head) =>
    head.length < MAX_BYTES && head[0] === 0x76 && START.equals(head.subarray(0, START.length)),
  // eslint-disable-next-line require-yield -- there is nothing to read in it, and the reason is all that it has
  async *extract() {
    throw new ExtractError(SKIP_REASONS.lfsPointer);
  },
};
