import { withText } from "../scanners/database/cells/blob-text.ts";
import { ALL_FILES, CellDocuments, type DocumentRun } from "../scanners/database/cells/cell-documents.ts";
import { tableName } from "../scanners/database/name-patterns.ts";
import type { ColumnText, DatabaseReader, TableInfo } from "../sources/database/reader.ts";
import type { IdentifierKind } from "./identifier.ts";
import { kindOf } from "./subject-detection.ts";

const MAX_FILE_BYTES = 32 * 1024 * 1024;

/**
 * Takes every file in a column of bytes apart. What is text after all goes to `onText`. How many files hold an identifier of
 * each kind. Throws `DatabaseError`.
 */
export async function searchCellFiles(
  reader: DatabaseReader,
  table: TableInfo,
  column: string,
  run: DocumentRun,
  onText: (values: ColumnText) => void,
): Promise<ReadonlyMap<IdentifierKind, number>> {
  const documents = new CellDocuments(tableName(table), ALL_FILES, run);
  try {
    for await (const batch of reader.read({
      table,
      columns: [column],
      part: { rows: "all" },
      maxValueChars: MAX_FILE_BYTES,
      signal: run.signal,
    })) {
      run.progress.bytes(batch.bytes);
      const [values] = batch.columns;
      if (!values) continue;
      const texts = withText(values);
      onText(texts);
      for (const bytes of texts.blobs ?? [])
        if (bytes) documents.add(column, bytes, bytes.length >= MAX_FILE_BYTES);
      await documents.scanWhenFull();
    }
    await documents.scan();
  } finally {
    documents.close();
  }
  const found = new Map<IdentifierKind, number>();
  for (const [type, { files }] of documents.tallies().get(column)?.types ?? []) {
    const kind = kindOf(
      type
        .replace(/^CUSTOM_/, "")
        .toLowerCase()
        .replaceAll("_", "-"),
    );
    if (kind !== null) found.set(kind, Math.max(files, found.get(kind) ?? 0));
  }
  return found;
}
