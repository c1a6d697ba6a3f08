import type { Compressors } from "hyparquet";
import { compressors } from "hyparquet-compressors";
import { SKIP_REASONS } from "../../sources/file-source.ts";
import { ExtractError } from "../extractor.ts";

/** A page is a megabyte, as a rule. What says that it is so much larger is made to fill the memory. */
const MAX_PAGE_BYTES = 128 * 1024 * 1024;

/** The codecs of Parquet and Avro, with a bound on what a page may unpack to. */
export const PARQUET_COMPRESSORS: Compressors = Object.fromEntries(
  Object.entries(compressors).map(([codec, unpack]) => [
    codec,
    (bytes: Uint8Array, outputLength: number) => {
      if (outputLength > MAX_PAGE_BYTES) throw new ExtractError(SKIP_REASONS.unpacksTooLarge);
      return unpack(bytes, outputLength);
    },
  ]),
);
