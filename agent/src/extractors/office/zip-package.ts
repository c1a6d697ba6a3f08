import { type RandomBytes, SKIP_REASONS } from "../../sources/file-source.ts";
import { type ZipEntry, zipEntries } from "../archive/zip-directory.ts";
import { isZip } from "../archive/zip.ts";
import { ByteInput } from "../byte-input.ts";
import { ExtractError } from "../extractor.ts";
import type { Part } from "../part.ts";

const MAX_ENTRIES = 100_000;

/** An office document as the ZIP that it is: its parts by name. */
export class ZipPackage {
  readonly names: readonly string[];
  readonly #entries: ReadonlyMap<string, ZipEntry>;

  private constructor(entries: ReadonlyMap<string, ZipEntry>) {
    this.#entries = entries;
    this.names = [...entries.keys()];
  }

  static async open(random: RandomBytes): Promise<ZipPackage> {
    const entries = new Map<string, ZipEntry>();
    for await (const entry of zipEntries(random)) {
      if (entries.size >= MAX_ENTRIES) throw new ExtractError(SKIP_REASONS.tooManyEntries);
      if (!entry.isFolder) entries.set(entry.name.replace(/^\/+/, ""), entry);
    }
    return new ZipPackage(entries);
  }

  has(name: string): boolean {
    return this.#entries.has(name);
  }

  /** The bytes of a part; none where it is missing. */
  read(name: string): AsyncIterable<Uint8Array> | null {
    return this.#entries.get(name)?.open() ?? null;
  }

  /** The names that a pattern fits, by the number in them: `slide2` before `slide10`. */
  matching(pattern: RegExp): string[] {
    const number = (name: string) => Number(/(\d+)\D*$/.exec(name)?.[1] ?? 0);
    return this.names.filter((name) => pattern.test(name)).sort((a, b) => number(a) - number(b));
  }

  /** A part as a file of its own, such as a picture. */
  async *file(name: string): AsyncGenerator<Part, void, undefined> {
    const pieces = this.read(name);
    if (!pieces) return;
    const input = await ByteInput.open({ name: name.split("/").at(-1) ?? name, pieces });
    yield { t: "file", input, place: { member: name } };
  }
}

/** The name of the first file in a ZIP, by its local header; null when it is none. */
export function firstEntry(head: Uint8Array): { name: string; content: string } | null {
  if (!isZip(head) || head.length < 30) return null;
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  const [nameBytes, extraBytes] = [view.getUint16(26, true), view.getUint16(28, true)];
  const latin = (from: number, length: number) =>
    Buffer.from(head.subarray(from, from + length)).toString("latin1");
  return { name: latin(30, nameBytes), content: latin(30 + nameBytes + extraBytes, 80) };
}
