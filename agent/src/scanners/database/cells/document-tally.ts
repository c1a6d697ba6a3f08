import type { Found } from "../../../pipeline/finding-maker.ts";

interface DocumentType {
  /** The surest; it stands for the others. */
  best: Found;
  /** Files in which there is one. */
  files: number;
  /** In all of them. */
  count: number;
}

/** What the files in one column hold, by entity type. */
export class DocumentTally {
  readonly types = new Map<string, DocumentType & { lastPath: string }>();
  /** Values that are bytes, those that no format claims, and files that were read. */
  values = 0;
  unknown = 0;
  files = 0;
  isCapped = false;

  /** Findings of a file come one after the other. */
  add(found: Found): void {
    const { entityType, confidence, count, location } = found.finding;
    const path = location.path ?? "";
    const known = this.types.get(entityType);
    if (!known) {
      this.types.set(entityType, { best: found, files: 1, count, lastPath: path });
      return;
    }
    if (confidence > known.best.finding.confidence) known.best = found;
    known.count += count;
    if (known.lastPath !== path) known.files++;
    known.lastPath = path;
  }
}
