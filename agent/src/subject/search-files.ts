import { DEFAULT_LIMITS, type ScanContext, type ScanLimits, WHOLE } from "../pipeline/scan-job.ts";
import { runScanner, type ScanOutcome } from "../pipeline/run-scan.ts";
import { documentScanner } from "../scanners/document/document-scanner.ts";
import type { FoundPlace } from "./found-places.ts";
import type { Identifier } from "./identifier.ts";
import { detectionOf, kindOf, SURE } from "./subject-detection.ts";

/** Searches a folder or a file, and all that is in it, by detectors that are made of the identifiers for this run alone. */
export async function searchFiles(
  target: string,
  identifiers: readonly Identifier[],
  context: Pick<ScanContext, "fingerprintKey" | "signal" | "onProgress"> & { limits?: ScanLimits },
): Promise<{ places: FoundPlace[]; coverage: ScanOutcome["coverage"] }> {
  const places = new Map<string, FoundPlace>();
  const { coverage } = await runScanner(
    documentScanner,
    { kind: "document", target, options: { minConfidence: SURE.bare }, shard: WHOLE },
    {
      ...context,
      limits: context.limits ?? DEFAULT_LIMITS,
      custom: detectionOf(identifiers),
      emit: ({ detector, location, count }) => {
        const kind = kindOf(detector);
        if (kind === null) return;
        const { path = "", member } = location;
        const id = [path, member, kind].join("\0");
        const known = places.get(id);
        if (known) known.rows += count;
        else
          places.set(id, {
            location: { path, ...(member === undefined ? {} : { member }) },
            kind,
            certainty: kind === "name" ? "possible" : "sure",
            rows: count,
          });
      },
    },
  );
  return { places: [...places.values()], coverage };
}
