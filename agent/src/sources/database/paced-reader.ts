import { Pace, sleepWell } from "./pace.ts";
import type { DatabaseReader, ReadPlan, RowBatch } from "./reader.ts";
import type { DatabaseLimits } from "./settings.ts";

/** The same reader, which waits after each batch for as long as the limits ask. */
export function pacedReader(
  reader: DatabaseReader,
  limits: DatabaseLimits,
  onWait: () => void,
): DatabaseReader {
  if (limits.rowsPerSecond === undefined && limits.bytesPerSecond === undefined) return reader;
  const pace = new Pace(limits, () => performance.now());
  const read = reader.read.bind(reader);
  reader.read = async function* (plan: ReadPlan): AsyncGenerator<RowBatch, void, undefined> {
    for await (const batch of read(plan)) {
      yield batch;
      const wait = pace.waitAfter(batch.rows, batch.bytes, reader.sharers ?? 1);
      await sleepWell(wait, plan.signal, onWait);
    }
  };
  return reader;
}
