import type { Readable } from "node:stream";
import { ByteInput } from "../../extractors/byte-input.ts";
import { tableContext } from "../../extractors/text/delimited-table.ts";
import { decodeText } from "../../extractors/text/plain-text.ts";
import { scanStream } from "../../pipeline/scan-stream.ts";
import { SKIP_REASONS } from "../../sources/file-source.ts";
import type { Scanner } from "../scanner.ts";

/** Text from a stream, as `scan text -` has it. It belongs to the command line, so no job can ask for it. */
export function textScanner(input: Readable): Scanner {
  return {
    kind: "document",
    async *scan({ target }, { coverage, progress, limits, signal, maker, scanText }) {
      progress.stage("scanning");
      let bytes = 0;
      const counted = (async function* () {
        for await (const piece of input as AsyncIterable<Buffer>) {
          signal.throwIfAborted();
          bytes += piece.length;
          progress.bytes(piece.length);
          yield piece;
        }
      })();
      const bytesIn = await ByteInput.open({ name: "", pieces: counted });
      const text = decodeText(bytesIn.stream(), bytesIn.head);
      if (!text) return coverage.skipped(SKIP_REASONS.binary, target);
      const matches = scanStream(text, limits.chunkChars, scanText, tableContext(""));
      for await (const { match, place, ignored } of matches) {
        const found = maker.make({ match, location: { path: target, ...place } }, ignored);
        if (found) yield found;
      }
      coverage.scanned(bytes);
      progress.unitDone();
    },
  };
}
