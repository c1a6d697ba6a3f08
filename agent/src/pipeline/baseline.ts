import { readFile } from "node:fs/promises";
import { scanReport } from "@dataguardian/shared/domain";
import { baselineKey } from "./screening.ts";

/** A report that cannot serve as a baseline; the sentence says what to do. */
export class BaselineError extends Error {}

/**
 * Reads an earlier report as a baseline: what stands in it is known, wherever it stands now. Fingerprints are all it
 * takes, so that a report without values serves; they compare only if the same key made them.
 */
export async function readBaseline(file: string, keyId: string | undefined): Promise<ReadonlySet<string>> {
  const text = await readFile(file, "utf8").catch(() => {
    throw new BaselineError(`The baseline ${file} cannot be read.`);
  });
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new BaselineError(`The baseline ${file} is not JSON: write it with --format json.`);
  }
  const report = scanReport.safeParse(json);
  if (!report.success)
    throw new BaselineError(`The baseline ${file} is no report of dataguardian scan --format json.`);
  if (report.data.findings.length > 0 && (keyId === undefined || report.data.scan.keyId !== keyId))
    throw new BaselineError(
      `The baseline ${file} was made with another key, so its fingerprints cannot be compared: use the tenant's key for both scans (dataguardian key create, --key).`,
    );
  return new Set(report.data.findings.map(baselineKey));
}
