import type { Extractor } from "./extractor.ts";

/**
 * An extractor whose reader is loaded with the first file of its format: most scans meet few formats, and a hook that runs at
 * every commit shall not wait for the library of PDF.
 */
export function lazyExtractor(
  format: string,
  matches: Extractor["matches"],
  load: () => Promise<Extractor>,
): Extractor {
  return {
    format,
    matches,
    async *extract(input, context) {
      yield* (await load()).extract(input, context);
    },
  };
}
