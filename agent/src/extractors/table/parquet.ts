import { type FileMetaData, parquetMetadataAsync, parquetRead, type RowGroup } from "hyparquet";
import { type RandomBytes, SKIP_REASONS } from "../../sources/file-source.ts";
import { type ExtractContext, ExtractError, type Extractor } from "../extractor.ts";
import { FileSpool } from "../file-spool.ts";
import type { Part } from "../part.ts";
import { cellValue } from "./cell-value.ts";
import { PARQUET_COMPRESSORS } from "./parquet-compressors.ts";
import { checkPages } from "./parquet-pages.ts";
import { tablePart } from "./table-part.ts";

const MAGIC = "PAR1";
const ENCRYPTED_MAGIC = "PARE";
const TAIL_BYTES = 8;
const MAX_FOOTER_BYTES = 64 * 1024 * 1024;
/** What is decompressed at a time; as JavaScript's values it is several times as large. */
const RANGE_BYTES = 16 * 1024 * 1024;
const RANGE_CELLS = 1_000_000;
const RANGE_ROWS = 50_000;
/** Row groups that are larger are read one column after the other. */
const GROUP_BYTES = 64 * 1024 * 1024;
const COLUMN_BYTES = 128 * 1024 * 1024;

/** Parquet (parquet.apache.org): the rows, a part of a row group at a time. */
export const parquetExtractor: Extractor = {
  format: "Parquet",
  matches: (head) => startsWith(head, MAGIC) || startsWith(head, ENCRYPTED_MAGIC),
  async *extract(input, context) {
    const bytes = await input.random(context.scratch);
    yield* new ParquetFile(bytes, await metadataOf(bytes), context).parts();
  },
};

async function metadataOf(bytes: RandomBytes): Promise<FileMetaData> {
  const tail = bytes.read(bytes.size - TAIL_BYTES, TAIL_BYTES);
  const magic = Buffer.from(tail).toString("latin1", 4);
  if (magic === ENCRYPTED_MAGIC) throw new ExtractError(SKIP_REASONS.encrypted);
  if (tail.length < TAIL_BYTES || magic !== MAGIC) throw new ExtractError(SKIP_REASONS.damaged);
  const length = new DataView(tail.buffer, tail.byteOffset).getUint32(0, true);
  if (length > MAX_FOOTER_BYTES) throw new ExtractError(SKIP_REASONS.tooLargeToHold);
  return parquetMetadataAsync(fileOf(bytes), { geoparquet: false });
}

class ParquetFile {
  readonly #bytes: RandomBytes;
  readonly #metadata: FileMetaData;
  readonly #context: ExtractContext;
  readonly #columns: string[];
  readonly #files: FileSpool;
  /** Row groups that are too large to be read by rows: number of their first row. */
  readonly #wide: { group: RowGroup; start: number }[] = [];

  constructor(bytes: RandomBytes, metadata: FileMetaData, context: ExtractContext) {
    this.#bytes = bytes;
    this.#metadata = metadata;
    this.#context = context;
    this.#columns = topColumns(metadata);
    this.#files = new FileSpool(context.scratch);
  }

  async *parts(): AsyncGenerator<Part, void, undefined> {
    try {
      const notes = (this.#metadata.key_value_metadata ?? [])
        .filter(({ key }) => key !== "ARROW:schema")
        .map(({ key, value }) => `${key}: ${value ?? ""}\n`);
      if (notes.length > 0) yield { t: "text", text: notes.join("") };
      let failure: unknown;
      const rows = caught(this.#rows(), (error) => (failure = error));
      yield await tablePart({ name: "", columns: this.#columns, rows });
      for (const { group, start } of this.#wide) yield* this.#byColumn(group, start);
      yield* this.#files.parts();
      if (failure) throw failure;
    } finally {
      this.#files.close();
    }
  }

  async *#rows(): AsyncGenerator<string[], void, undefined> {
    let start = 0;
    for (const group of this.#metadata.row_groups) {
      if (sizeOf(group).compressed > GROUP_BYTES) this.#wide.push({ group, start });
      else yield* this.#ranges(start, group, this.#columns);
      start += Number(group.num_rows);
    }
  }

  /** One column of all rows of the group after the other, each a table of its own. */
  async *#byColumn(group: RowGroup, start: number): AsyncGenerator<Part, void, undefined> {
    for (const column of this.#columns) {
      const own = { ...group, columns: group.columns.filter((one) => nameOf(one) === column) };
      if (sizeOf(own).compressed > COLUMN_BYTES) {
        yield { t: "skip", reason: SKIP_REASONS.tooLargeToHold, member: column };
        continue;
      }
      let failure: unknown;
      const rows = caught(this.#ranges(start, own, [column]), (error) => (failure = error));
      yield await tablePart({ name: "", columns: [column], rows });
      if (failure) yield { t: "skip", reason: SKIP_REASONS.damaged, member: column };
    }
  }

  async *#ranges(
    start: number,
    group: RowGroup,
    columns: readonly string[],
  ): AsyncGenerator<string[], void, undefined> {
    for (const chunk of group.columns) checkPages(this.#bytes, chunk);
    const total = Number(group.num_rows);
    const bytesPerRow = sizeOf(group).plain / Math.max(1, total);
    const atOnce = Math.max(
      100,
      Math.min(RANGE_ROWS, RANGE_CELLS / Math.max(1, columns.length), RANGE_BYTES / Math.max(1, bytesPerRow)),
    );
    for (let row = 0; row < total; row += Math.floor(atOnce)) {
      this.#context.beat();
      const rows = await this.#read(start + row, start + Math.min(total, row + Math.floor(atOnce)), columns);
      for (const [i, cells] of rows.entries())
        yield cells.map((value, c) =>
          cellValue(value, this.#files, () => `${columns[c] ?? c}-${start + row + i + 1}`),
        );
      // Metadata may promise more rows than there are.
      if (rows.length === 0) return;
    }
  }

  async #read(rowStart: number, rowEnd: number, columns: readonly string[]): Promise<unknown[][]> {
    let read: unknown[][] = [];
    await parquetRead({
      file: fileOf(this.#bytes),
      metadata: this.#metadata,
      columns: [...columns],
      rowStart,
      rowEnd,
      compressors: PARQUET_COMPRESSORS,
      // Bytes that are not said to be text may be pictures.
      utf8: false,
      geoparquet: false,
      onComplete: (rows: unknown[][]) => void (read = rows),
    });
    return read;
  }
}

async function* caught<T>(
  items: AsyncIterable<T>,
  onError: (error: unknown) => void,
): AsyncGenerator<T, void, undefined> {
  try {
    yield* items;
  } catch (error) {
    onError(error);
  }
}

function fileOf(bytes: RandomBytes) {
  return {
    byteLength: bytes.size,
    slice: (start: number, end = bytes.size) => {
      const piece = bytes.read(start, Math.max(0, end - start));
      return Uint8Array.from(piece).buffer;
    },
  };
}

/** The schema is a tree, written root first: its first level are the columns. */
function topColumns({ schema }: FileMetaData): string[] {
  const names: string[] = [];
  let at = 1;
  const skip = (): void => {
    for (let open = 1; open > 0 && at < schema.length; at++) open += (schema[at]?.num_children ?? 0) - 1;
  };
  while (at < schema.length) {
    names.push(schema[at]?.name ?? "");
    skip();
  }
  return names;
}

function sizeOf({ columns }: RowGroup): { compressed: number; plain: number } {
  let compressed = 0;
  let plain = 0;
  for (const { meta_data: data } of columns) {
    compressed += Number(data?.total_compressed_size ?? 0);
    plain += Number(data?.total_uncompressed_size ?? 0);
  }
  return { compressed, plain };
}

function nameOf({ meta_data: data }: RowGroup["columns"][number]): string | undefined {
  return data?.path_in_schema[0];
}

function startsWith(head: Uint8Array, magic: string): boolean {
  return Buffer.from(head.buffer, head.byteOffset, Math.min(4, head.length)).toString("latin1") === magic;
}
