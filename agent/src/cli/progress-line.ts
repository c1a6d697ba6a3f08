import type { Progress } from "@dataguardian/shared/domain";

/** One line on standard error that is written over; silent when that is no terminal or the user wants quiet. */
export function progressLine(quiet: boolean): { show: (progress: Progress) => void; clear: () => void } {
  if (quiet || !process.stderr.isTTY) return { show: () => {}, clear: () => {} };
  return {
    show: ({ stage, unitsDone, unitsTotal, bytesDone, findings }) => {
      const units = unitsTotal === undefined ? `${unitsDone}` : `${unitsDone} of ${unitsTotal}`;
      const size = `${(bytesDone / 1_000_000).toFixed(1)} MB`;
      process.stderr.write(`\r\u001b[K${stage}: ${units}, ${size}, ${findings} found`);
    },
    clear: () => process.stderr.write("\r\u001b[K"),
  };
}
