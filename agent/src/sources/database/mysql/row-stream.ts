import type { MysqlConnection } from "./connect.ts";
import type { Value } from "../row-batches.ts";

/**
 * The rows of a statement as they come, some at a time, with the server held up while nobody takes them: memory is bounded whatever
 * the table holds. Throws what the driver throws, also where it tells the connection alone.
 */
export async function* rowStream(
  { driver }: MysqlConnection,
  sql: string,
): AsyncGenerator<readonly (readonly Value[])[], void, undefined> {
  let waiting: (readonly Value[])[] = [];
  let failure: { error: unknown } | null = null;
  let isDone = false;
  let isBusy = false;
  let wake = () => {};
  const end = () => {
    isDone = true;
    wake();
  };
  const fail = (error: unknown) => {
    failure ??= { error };
    end();
  };
  driver.on("error", fail);
  driver
    .query({ sql, rowsAsArray: true })
    .on("error", fail)
    .on("result", (row: unknown) => {
      waiting.push(row as readonly Value[]);
      // What has come with this row waits; nothing more is fetched.
      if (isBusy) driver.pause();
      else wake();
    })
    .on("end", end);
  try {
    for (;;) {
      if (waiting.length > 0) {
        const rows = waiting;
        waiting = [];
        isBusy = true;
        yield rows;
        isBusy = false;
        driver.resume();
      } else if (isDone) {
        const failed = failure as { error: unknown } | null;
        if (failed) throw failed.error;
        return;
      } else {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    }
  } finally {
    driver.off("error", fail);
  }
}
